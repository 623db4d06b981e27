"""
A drop-in for ``textacy.extract.direct_quotations``: the same call and the same triples, found by quotekit.

It needs neither textacy nor a parser, and no Doc is an error.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, overload

import attrs

from quotekit.component.extensions import ATTRIBUTIONS, stored_name
from quotekit.component.stored import read_article
from quotekit.errors import InputError
from quotekit.pipeline import Extractor
from quotekit.records import Attribution, Kind, Spans, TextSpan
from quotekit.text import Quotation, pair_marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["DQTriple", "JoinedTriple", "direct_quotations"]

_ENOUGH = 0.5
_ENGLISH = Extractor()
# The model is right in other languages, too, where the marks show the way; but it is never sure of it.
_OTHER = Extractor(min_confidence=0.0)


class DQTriple(NamedTuple):
    """A direct quotation, as textacy gives it."""

    #: The tokens that say who speaks.
    speaker: list[Token]
    #: The tokens that attribute the quotation.
    cue: list[Token]
    #: The quotation with its marks.
    content: Span


class JoinedTriple(NamedTuple):
    """A direct quotation in all its pieces."""

    #: The tokens that say who speaks.
    speaker: list[Token]
    #: The tokens that attribute the quotation.
    cue: list[Token]
    #: The pieces of the quotation, each with its marks, in text order.
    content: list[Span]


@overload
def direct_quotations(doclike: Doc | Span, *, join_divided: Literal[False] = False) -> Iterator[DQTriple]: ...
@overload
def direct_quotations(doclike: Doc | Span, *, join_divided: Literal[True]) -> Iterator[JoinedTriple]: ...
def direct_quotations(
    doclike: Doc | Span, *, join_divided: bool = False
) -> Iterator[DQTriple] | Iterator[JoinedTriple]:
    """
    Find direct quotations that have a speaker and a cue.

    Where the component ``quotekit`` has read the Doc before, its attributions are used, and no model runs.

    Args:
        doclike: A Doc, or a Span of one: then the whole Doc is read, and what stands in the Span is given.

        join_divided: Whether to give one triple for a quotation that has the speaker in its middle, with a list of its
            pieces as content, and not one triple for each piece.

    Yields:
        Triples of speaker, cue and content in the order of the text.

    Raises:
        InputError: *doclike* is neither a Doc nor a Span.

    Example:
        >>> import spacy
        >>> doc = spacy.blank("en")('"We waited," said Nora Lind. "That was a mistake."')
        >>> [(speaker, cue, content.text) for speaker, cue, content in direct_quotations(doc)]
        [([Nora, Lind], [said], '"We waited,"'), ([Nora, Lind], [said], '"That was a mistake."')]
        >>> [[piece.text for piece in triple.content] for triple in direct_quotations(doc, join_divided=True)]
        [['"We waited,"', '"That was a mistake."']]
    """
    from spacy.tokens import Doc, Span

    if not isinstance(doclike, (Doc, Span)):
        remedy = "read a text with a spaCy pipeline first"
        raise InputError(argument="doclike", value=doclike, needed="a spaCy Doc or Span", remedy=remedy)
    bounds = (doclike.start_char, doclike.end_char) if isinstance(doclike, Span) else (0, len(doclike.text))
    return _joined(doclike.doc, bounds) if join_divided else _single(doclike.doc, bounds)


def _single(doc: Doc, bounds: tuple[int, int]) -> Iterator[DQTriple]:
    for found in _find(doc, bounds):
        yield DQTriple(*found.parts(doc), found.content(doc))


def _joined(doc: Doc, bounds: tuple[int, int]) -> Iterator[JoinedTriple]:
    grouped: dict[str, list[_Found]] = {}
    for found in _find(doc, bounds):
        grouped.setdefault(found.attribution.id, []).append(found)
    for pieces in grouped.values():
        yield JoinedTriple(*pieces[0].parts(doc), [piece.content(doc) for piece in pieces])


@attrs.frozen
class _Found:
    """A quotation and the attribution it belongs to."""

    start: int
    end: int
    #: How much of the quotation is the attribution's content, from 0 to 1.
    share: float
    attribution: Attribution

    def parts(self, doc: Doc) -> tuple[list[Token], list[Token]]:
        cue = _tokens(doc, self.attribution.cue)
        words = [token for token in cue if not token.is_punct]
        return _tokens(doc, self.attribution.source), words or cue

    def content(self, doc: Doc) -> Span:
        return _span(doc, self.start, self.end)


def _find(doc: Doc, bounds: tuple[int, int]) -> list[_Found]:
    """The quotations that stand whole in a stretch of text, in its order, each with the attribution that has most of it."""
    outer = [q for q in pair_marks(doc.text) if q.depth == 0]
    claims = sorted(_claims(_attributions(doc), outer), key=lambda c: (c.start, -c.share, -c.attribution.confidence))
    best = [next(group) for _, group in groupby(claims, key=attrgetter("start"))]
    return [found for found in best if bounds[0] <= found.start and found.end <= bounds[1]]


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Those that lie on the Doc, or else those found now."""
    if doc.lang_ not in ("en", ""):
        return _OTHER.extract(doc).attributions
    article = read_article(doc, stored_name(ATTRIBUTIONS))
    return (_ENGLISH.extract(doc) if article is None else article).attributions


def _claims(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> Iterator[_Found]:
    """Each quotation with each attribution that has enough of it and attributes it from outside."""
    starts = [q.start for q in quotations]
    for attribution in attributions:
        cue = attribution.cue.start
        if attribution.kind is not Kind.DIRECT or cue is None or not attribution.source:
            continue
        for piece in attribution.content:
            for q in quotations[max(0, bisect_left(starts, piece.start) - 1) : bisect_left(starts, piece.end)]:
                share = _share(piece, q)
                if share >= _ENOUGH and not q.start <= cue < q.end:
                    yield _Found(q.start, q.end, share, attribution)


def _share(piece: TextSpan, quotation: Quotation) -> float:
    """How much of what stands between the marks is in a piece of content."""
    shared = min(piece.end, quotation.inner_end) - max(piece.start, quotation.inner_start)
    return max(0, shared) / max(1, quotation.inner_end - quotation.inner_start)


def _tokens(doc: Doc, part: Spans) -> list[Token]:
    return [token for piece in part for token in _span(doc, piece.start, piece.end)]


def _span(doc: Doc, start: int, end: int) -> Span:
    """The tokens that have a character of a stretch of text."""
    return cast("Span", doc.char_span(start, end, alignment_mode="expand"))
