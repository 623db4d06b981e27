"""Arbitrarily overlapping spans as properly nested elements."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

import attrs

__all__ = ["Mark", "Token", "tokens"]

# Browsers flatten elements that are nested hundreds deep, and nobody can read that many.
_MAX_DEPTH = 24


@attrs.frozen(order=True)
class Mark:
    """A span of an attribution. Of two marks that begin together, the one that sorts first is the outer one."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character; the longer of two marks sorts first.
    end: int = attrs.field(order=operator.neg)
    #: Its role: 0 content, 1 source, 2 cue.
    role: int
    #: Index of its attribution in the article.
    attribution: int
    #: Whether it is the first span of its attribution's content.
    first: bool = False


@attrs.frozen
class Token:
    """A piece of text, or the beginning or end of an element."""

    #: The text; empty if an element begins or ends.
    text: str = ""
    #: The mark that begins here, if any.
    opens: Mark | None = None
    #: Whether the innermost element ends here.
    closes: bool = False


def tokens(text: str, marks: Iterable[Mark]) -> Iterator[Token]:
    """
    Split a text where marks begin and end.

    Args:
        text: The text.

        marks: Marks in any order; they may cross each other and may be equal.

    Yields:
        All of the text, with the beginnings and ends of elements in between. Of two marks that cross, the one that
        begins later is split in two, so that elements are properly nested. A mark nested more than 24 deep is left out.

    Example:
        >>> crossing = tokens("abc", [Mark(0, 2, 0, 0), Mark(1, 3, 0, 1)])
        >>> "".join(t.text or ("<" if t.opens else ">") for t in crossing)
        '<a<b>><c>'
    """
    done = 0
    open_ends: list[int] = []
    for mark in _nested(marks):
        while open_ends and open_ends[-1] <= mark.start:
            end = open_ends.pop()
            yield from _token(text[done:end])
            yield Token(closes=True)
            done = end
        yield from _token(text[done : mark.start])
        yield Token(opens=mark)
        done = mark.start
        open_ends.append(mark.end)
    for end in reversed(open_ends):
        yield from _token(text[done:end])
        yield Token(closes=True)
        done = end
    yield from _token(text[done:])


def _nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks in the order in which they begin, split so that none crosses another."""
    waiting = list(marks)
    heapify(waiting)
    around: list[Mark] = []
    while waiting:
        mark = heappop(waiting)
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and around[-1].end < mark.end:
            cut = around[-1].end
            heappush(waiting, attrs.evolve(mark, start=cut, first=False))
            mark = attrs.evolve(mark, end=cut)
        if len(around) < _MAX_DEPTH:
            around.append(mark)
            yield mark


def _token(piece: str) -> Sequence[Token]:
    """Return a piece of text as a token; no token if it is empty."""
    return [Token(piece)] if piece else []
