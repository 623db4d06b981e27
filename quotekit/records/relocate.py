"""Move what was found in one form of a text to another form of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import attrs

from quotekit.records.article import Article
from quotekit.records.spans import Spans, TextSpan
from quotekit.records.values import Attribution, Credit, Dateline, Outlet, Speaker

__all__ = ["relocate"]

#: Takes the bounds of a span, and returns those that it has in the other form; None if it is not there.
_Locate: TypeAlias = Callable[[int, int], tuple[int, int] | None]


def relocate(article: Article, text: str, locate: _Locate) -> Article:
    """
    Move all spans of an article to another form of its text.

    Names, titles and lemmas stay as they are. Spans that the other form does not have are left out, and so are
    attributions whose content it does not have.

    Args:
        article: The article.

        text: The other form of its text.

        locate: Takes the bounds of a span, and returns those in *text*; None if it is not there.

    Returns:
        The same article with the other text.

    Example:
        >>> from quotekit.records import Credit
        >>> article = Article(id=None, text="Reuters", credits=(Credit("Reuters", "wire", 0, 7),))
        >>> relocate(article, "<b>Reuters</b>", lambda start, end: (start + 3, end + 3)).credits
        (Credit(name='Reuters', role='wire', start=3, end=10),)
    """
    move = _Move(text, locate)
    speakers = move.speakers(article.speakers)
    moved = [move.attribution(attribution, speakers) for attribution in article.attributions]
    kept = {attribution.id for attribution in moved if attribution.content}
    return attrs.evolve(
        article,
        text=text,
        attributions=tuple(
            attribution if attribution.parent in kept else attrs.evolve(attribution, parent=None)
            for attribution in moved
            if attribution.id in kept
        ),
        speakers=tuple(speakers.values()),
        credits=tuple(move.credits(article.credits)),
        dateline=None if article.dateline is None else move.dateline(article.dateline),
    )


@attrs.frozen
class _Move:
    """The way from one form of a text to the other."""

    text: str
    locate: _Locate

    def span(self, span: TextSpan | None) -> TextSpan | None:
        bounds = None if span is None else self.locate(span.start, span.end)
        return None if bounds is None else TextSpan(*bounds, self.text[slice(*bounds)])

    def spans(self, spans: Spans) -> Spans:
        return Spans(moved for span in spans if (moved := self.span(span)))

    def speakers(self, speakers: Iterable[Speaker]) -> dict[str, Speaker]:
        moved = {speaker.id: attrs.evolve(speaker, mentions=self.spans(speaker.mentions)) for speaker in speakers}
        return {
            name: attrs.evolve(speaker, members=tuple(moved[member.id] for member in speaker.members))
            for name, speaker in moved.items()
        }

    def attribution(self, found: Attribution, speakers: dict[str, Speaker]) -> Attribution:
        cue = self.spans(found.cue)
        return attrs.evolve(
            found,
            content=self.spans(found.content),
            quoted=self.spans(found.quoted),
            cue=cue,
            cue_lemma=found.cue_lemma if cue else None,
            source=self.spans(found.source),
            speaker=None if found.speaker is None else speakers[found.speaker.id],
            addressee=self.span(found.addressee),
            via=tuple(Outlet(outlet.name, self.span(outlet.span)) for outlet in found.via),
        )

    def credits(self, found: Iterable[Credit]) -> Iterator[Credit]:
        for credit in found:
            bounds = self.locate(credit.start, credit.end)
            if bounds is not None:
                yield attrs.evolve(credit, start=bounds[0], end=bounds[1])

    def dateline(self, dateline: Dateline) -> Dateline | None:
        bounds = self.locate(dateline.start, dateline.end)
        return None if bounds is None else attrs.evolve(dateline, start=bounds[0], end=bounds[1])
