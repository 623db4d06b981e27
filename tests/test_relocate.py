"""Articles moved to another form of their text."""

from __future__ import annotations

import attrs

from quotekit import Article, Extractor
from quotekit.records.relocate import relocate

TEXT = "By Bo Dray\n\nOSLO (AP) — “It is late,” Ida Holm told Eva Lind on CNN. She said Lind knew it rained."


def test_shifted() -> None:
    """All spans are moved, and nothing else changes."""
    article = Extractor().extract(TEXT, id="one")

    moved = relocate(article, "  " + TEXT, lambda start, end: (start + 2, end + 2))

    assert moved == Article.from_dict(moved.to_dict())
    assert article == relocate(moved, TEXT, lambda start, end: (start - 2, end - 2))
    assert [a.content.text for a in article.attributions] == [a.content.text for a in moved.attributions]
    assert all(a.speaker in moved.speakers for a in moved.attributions if a.speaker)


def test_left_out() -> None:
    """What the other form does not have is left out; an attribution without its content is gone."""
    article = Extractor().extract(TEXT)
    first = article.attributions[0]
    lost = {(span.start, span.end) for span in (*first.content, *first.cue)}

    moved = relocate(article, TEXT, lambda start, end: None if (start, end) in lost else (start, end))
    nested = relocate(
        attrs.evolve(article, attributions=(first, attrs.evolve(article.attributions[1], parent=first.id))),
        TEXT,
        lambda start, end: None if (start, end) in lost else (start, end),
    )
    nothing = relocate(article, TEXT, lambda *_: None)

    assert article.attributions[1:] == moved.attributions
    assert [None] == [attribution.parent for attribution in nested.attributions]
    assert ((), (), None) == (nothing.attributions, nothing.credits, nothing.dateline)
