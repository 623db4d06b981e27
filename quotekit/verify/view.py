"""Results as pieces of text for people: which words are the same, which are not."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quotekit.exporters.grouping import who
from quotekit.records import Article
from quotekit.verify.results import Edit, EditKind, Passage, Verification

__all__ = ["Piece", "Shown", "quotation_pieces", "shown", "source_pieces"]


@attrs.frozen
class Piece:
    """A piece of text."""

    #: The text.
    text: str
    #: What became of its words; "same" also for what is between words.
    kind: str


@attrs.frozen
class Shown:
    """A result with what is shown of it."""

    #: The result.
    result: Verification
    #: The verdict in words.
    verdict: str
    #: The display name of who is quoted; empty if the result is not from an article.
    speaker: str
    #: The quotation.
    quotation: tuple[Piece, ...]
    #: Each passage and its pieces.
    passages: tuple[tuple[Passage, tuple[Piece, ...]], ...]


def shown(result: Verification, article: Article) -> Shown:
    """
    Prepare a result for people.

    Args:
        result: The result.

        article: The article that it is from.

    Returns:
        What is shown of it.
    """
    speakers = {a.id: who(a) for a in article.attributions}
    return Shown(
        result,
        result.verdict.value.replace("_", " "),
        speakers.get(result.attribution or "", ""),
        tuple(quotation_pieces(result)),
        tuple((passage, tuple(source_pieces(result, passage))) for passage in result.passages),
    )


def quotation_pieces(result: Verification) -> Iterator[Piece]:
    """
    Split a quotation by what became of its words.

    Args:
        result: The result.

    Yields:
        Pieces that together are the quotation; its own pieces are joined by " … ".

    Example:
        >>> from quotekit.verify import verify
        >>> [(piece.kind, piece.text) for piece in quotation_pieces(verify("It was late.", "It is late."))]
        [('same', 'It '), ('replaced', 'was'), ('same', ' late.')]
    """
    sides = [(e.quotation.start, e.quotation.end, e.kind.value) for e in result.edits if e.quotation is not None]
    for number, piece in enumerate(result.quotation):
        if number:
            yield Piece(" … ", EditKind.SAME.value)
        own = [
            (start - piece.start, end - piece.start, kind)
            for start, end, kind in sides
            if piece.start <= start and end <= piece.end
        ]
        yield from _pieces(piece.text, own)


def source_pieces(result: Verification, passage: Passage) -> Iterator[Piece]:
    """
    Split a passage by what became of its words.

    Args:
        result: The result.

        passage: One of its passages.

    Yields:
        Pieces that together are the passage.
    """
    span = passage.span
    sides = [
        (e.source.start - span.start, e.source.end - span.start, e.kind.value)
        for e in _within(result.edits, passage)
        if e.source is not None
    ]
    yield from _pieces(span.text, sorted(sides))


def _within(edits: tuple[Edit, ...], passage: Passage) -> Iterator[Edit]:
    span = passage.span
    for edit in edits:
        side = edit.source
        if side is not None and side.source == span.source and span.start <= side.start and side.end <= span.end:
            yield edit


def _pieces(text: str, sides: list[tuple[int, int, str]]) -> Iterator[Piece]:
    """Split a text at the sides of edits, in its own offsets; what differs in nothing is joined."""
    done, same = 0, ""
    for start, end, kind in sides:
        if start < done:
            continue
        same += text[done:start]
        if kind == EditKind.SAME.value:
            same += text[start:end]
        else:
            if same:
                yield Piece(same, EditKind.SAME.value)
            same = ""
            yield Piece(text[start:end], kind)
        done = end
    same += text[done:]
    if same:
        yield Piece(same, EditKind.SAME.value)
