"""Quotations as articles print them, and where and when."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quotekit.records import Article, SpeakerKind
from quotekit.records.arguments import check_article
from quotekit.records.publication import read_date, read_publication
from quotekit.verify.quotations import quotations_of

__all__ = ["Printed", "printed_in"]


@attrs.frozen
class Printed:
    """A quotation in an article."""

    #: Id of the article; None if it has none.
    article: str | None
    #: Id of the attribution in the article.
    attribution: str
    #: The quotation without its marks, its pieces joined by " … ".
    text: str
    #: Offsets of its pieces in the article, end exclusive.
    offsets: tuple[tuple[int, int], ...]
    #: The speaker's name as resolved in the article; None if the article gives none.
    speaker: str | None = None
    #: What the speaker is; None if not known.
    speaker_kind: SpeakerKind | None = None
    #: The outlet, ``outlet`` of the article's metadata; None if not known.
    outlet: str | None = None
    #: When it was printed: ``date`` of the metadata or else the dateline's, in ISO form; None if not known.
    date: str | None = None
    #: The article's address, ``url`` of the metadata; None if not known.
    url: str | None = None


def printed_in(article: Article) -> Iterator[Printed]:
    """
    Find the quotations of an article.

    Args:
        article: The article.

    Yields:
        Its direct quotations, and each quoted part of mixed ones.

    Example:
        >>> import quotekit
        >>> article = quotekit.extract('"It rained," Nora Lind said.', id="x", meta={"outlet": "Reef Times"})
        >>> [(p.article, p.speaker, p.outlet, p.text) for p in printed_in(article)]
        [('x', 'Nora Lind', 'Reef Times', 'It rained,')]
    """
    check_article(article)
    about = read_publication(article.meta)
    date = about.date or read_date(article.dateline and article.dateline.date)
    for attribution in article.attributions:
        by = attribution.speaker
        name, kind = (by.name if by else None), (by.kind if by else None)
        for pieces in quotations_of(attribution):
            offsets = tuple((piece.start, piece.end) for piece in pieces)
            where = article.id, attribution.id
            yield Printed(*where, pieces.text, offsets, name, kind, about.outlet, date, about.url)
