"""
Attributions inside the contents of others: both are reported, the inner one with its parent.

Texts mark what is to be found as :mod:`tests.markup` documents; the outermost attributions come first.
"""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Extractor, extract
from quotekit.attributions.corrections import CORRECTIONS
from quotekit.attributions.drafting import draft_attributions
from quotekit.attributions.nested import MIN_CONFIDENCE, find_nested
from quotekit.attributions.rules import Context, apply_rules
from quotekit.records import Article
from quotekit.tagger.session import load_model
from quotekit.tagger.tag import tag
from quotekit.text import TextIndex
from tests.helpers import parse_marked

NESTED = {
    "had claimed that": "{s1 Ana Duarte} {c1 said} {t1 {s2 Lena Berg} {c2 had claimed} {t2 that the dam was safe}}.",
    "that had claimed": "{s1 Ito} {c1 said} {t1 that {s2 Berg} {c2 had claimed} {t2 the dam was safe}}.",
    "denied": ("{s1 The minister} {c1 told} reporters {t1 that {s2 Berg} {c2 denied} {t2 that the dam had leaked}}."),
    "before": "{t1 {s2 The clerk} {c2 had written} {t2 that the vote was void}}, {s1 Holm} {c1 said}.",
    "in front": "{c1 According to} {s1 Holm}, {t1 {s2 the mayor} {c2 said} {t2 that the bridge would close}}.",
    "an outlet inside": "{s1 Holm} {c1 said} {t1 that {s2 Reuters} {c2 had reported} {t2 that the bank failed}}.",
    "an organization inside": (
        "{s1 The mayor} {c1 argued} {t1 that {s2 the ministry} {c2 had announced} {t2 it would pay for the bridge}}."
    ),
    "a description inside": "{s1 Dray} {c1 said} {t1 {s2 a witness} {c2 testified} {t2 that the car had stopped}}.",
    "a promise": ("{s1 She} {c1 said} {t1 {s2 the governor} {c2 promised} {t2 that no school would be closed}}."),
    "a warning": "{s1 Critics} {c1 say} {t1 {s2 the police} {c2 had warned} {t2 that the crowd was too big}}.",
    "the speaker in person": "{s1 Holm} {c1 said} {t1 {s2 she} {c2 had told} the board {t2 that the bank was broke}}.",
    "a tweet": "{s1 Berg} {c1 said} {t1 {s2 Lind} {c2 had tweeted} {t2 that the match was off}}.",
    "partly quoted": "{s1 Ito} {c1 said} {t1 {s2 Berg} {c2 had claimed} {t2 the dam was “perfectly safe.”}}",
    "wholly quoted inside": "{s1 Ito} {c1 said} {t1 {s2 Berg} {c2 had written}, {t2 “The dam is safe.”}}",
    "three deep": (
        "{s1 Ito} {c1 said} {t1 {s2 Holm} {c2 had told} her {t2 that {s3 Dray} {c3 had written} "
        "{t3 that the plan was dead}}}."
    ),
    "a thought that an outlet relays": (
        "{c1 According to} {s1 The Post}, {t1 {s2 officials} {c2 believe} {t2 the plan is dead}}."
    ),
    "a thought that an outlet reports": (
        "{s1 The Post} {c1 reported} {t1 that {s2 officials} {c2 believe} {t2 the plan is dead}}."
    ),
    "two side by side": (
        "{s1 Ito} {c1 said} {t1 that while {s2 Holm} {c2 insisted} {t2 that the dam was safe}, {s3 Dray} {c3 had said} "
        "{t3 that it leaked}}."
    ),
}

#: Texts in which nobody but the outermost source says anything.
ALONE = {
    "no verb of saying": "{s Ito} {c said} {t that the dam would hold}.",
    "a noun": "{s Ito} {c said} {t the report was late}.",
    "an infinitive": "{s Ito} {c said} {t the board wanted to announce its plan in May}.",
    "a thought": "{s Ito} {c said} {t that Berg liked the dam}.",
    "in the speaker's own words": "{t “Berg told me the dam was safe,”} {s Ito} {c said}.",
}


def found(article: Article) -> list[tuple[str, str, str, str | None]]:
    """Return source, cue, content and parent's content of each attribution."""
    contents = {a.id: a.content.text for a in article.attributions}
    return [
        (a.source.text, a.cue.text, a.content.text, contents[a.parent] if a.parent else None)
        for a in article.attributions
    ]


def marked_in(marked: str) -> tuple[str, list[tuple[str, str, str, str | None]]]:
    """Return a text, and the same for the attributions that it marks."""
    text, attributions = parse_marked(marked)
    article = attrs.evolve(extract(""), text=text, attributions=tuple(attributions), speakers=())
    return text, found(article)


class TestExtract:
    """Nested attributions of whole texts."""

    @pytest.mark.parametrize("marked", NESTED.values(), ids=NESTED)
    def test_both_are_reported(self, marked: str) -> None:
        """The outer attribution has the inner one in its content, and is its parent."""
        text, expected = marked_in(marked)

        assert sorted(expected, key=str) == sorted(found(extract(text)), key=str)

    @pytest.mark.parametrize("marked", ALONE.values(), ids=ALONE)
    def test_nothing_else_is(self, marked: str) -> None:
        """A content in which nobody else says anything has no nested attribution, and neither has a quotation."""
        text, expected = marked_in(marked)

        assert expected == found(extract(text))

    def test_speakers_inside_are_resolved(self) -> None:
        """The speaker inside a content is the person named elsewhere in the text."""
        text = (
            "Lena Berg built the dam. Ana Duarte said Berg had claimed that it was safe. "
            "Duarte said Berg had written that it would last."
        )

        assert ["Ana Duarte", "Lena Berg"] * 2 == [a.speaker and a.speaker.name for a in extract(text).attributions]

    def test_is_left_out_below_the_lowest_confidence(self) -> None:
        """With a higher threshold, the inner one is left out first if it is less likely."""
        text = "Ito said that Berg had claimed the dam was safe."
        outer, inner = extract(text).attributions
        kept = Extractor(min_confidence=inner.confidence + 0.001).extract(text).attributions

        assert outer.confidence > inner.confidence >= MIN_CONFIDENCE
        assert (outer,) == kept


class TestFindNested:
    """find_nested()."""

    @settings(max_examples=15)
    @given(
        st.lists(st.sampled_from([*NESTED.values(), *ALONE.values()]), max_size=3),
        st.sampled_from(["“", "”", "\n", ""]),
    )
    def test_finds_them_once_and_inside(self, several: list[str], mark: str) -> None:
        """No cue is found twice, and each attribution stands in a content: that of another one."""
        text = " ".join(parse_marked(marked)[0] + mark for marked in several)
        index, model = TextIndex(text), load_model()
        context = Context(index, model.config)
        drafts = apply_rules(context, draft_attributions(index, tag(index, model)), CORRECTIONS)
        outer = [draft for draft in drafts if draft.confidence >= model.config.min_confidence]

        inner = find_nested(context, model, outer, 0.0)

        assert len(inner) == len({t.cue[0].start for t in inner} - {t.cue[0].start for t in outer if t.cue})
        pieces = [piece for t in (*outer, *inner) for piece in t.content]
        assert all(any(p.start <= t.cue[0].start and t.cue[0].end <= p.end for p in pieces) for t in inner)
