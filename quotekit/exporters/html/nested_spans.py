"""Stretches of a text that overlap in any way, as elements that stand whole inside each other."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

import attrs

__all__ = ["Mark", "Token", "tokens"]

# Browsers flatten elements that lie deeper than some hundreds; nobody can read as many.
_DEEPEST = 24


@attrs.frozen(order=True)
class Mark:
    """A stretch of the text that is a part of an attribution. Of two that begin together the smaller stands outside."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character; the longer of two is the smaller.
    end: int = attrs.field(order=operator.neg)
    #: What part it is: 0 content, 1 source, 2 cue.
    role: int
    #: Which of the article's attributions it belongs to, counted from 0.
    attribution: int
    #: Whether its attribution begins to be marked here: the first of its content.
    first: bool = False


@attrs.frozen
class Token:
    """Some text, or the begin or end of an element."""

    #: The text; empty where an element begins or ends.
    text: str = ""
    #: What begins here; None where nothing does.
    opens: Mark | None = None
    #: Whether the innermost element ends here.
    closes: bool = False


def tokens(text: str, marks: Iterable[Mark]) -> Iterator[Token]:
    """
    Cut a text where marks begin and end.

    Args:
        text: The text.

        marks: Marks in any order; they may cross and be alike.

    Yields:
        All of the text, and the begin and end of elements between. Of two marks that cross, the one that begins
        later is cut in two, so that every element that begins in another also ends there. A mark that would lie
        more than 24 deep is left out.

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
            yield from _between(text, done, end)
            yield Token(closes=True)
            done = end
        yield from _between(text, done, mark.start)
        yield Token(opens=mark)
        done = mark.start
        open_ends.append(mark.end)
    for end in reversed(open_ends):
        yield from _between(text, done, end)
        yield Token(closes=True)
        done = end
    yield from _between(text, done, len(text))


def _nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks in the order in which they begin, cut so that none crosses another."""
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
        if len(around) < _DEEPEST:
            around.append(mark)
            yield mark


def _between(text: str, start: int, end: int) -> Sequence[Token]:
    return [Token(text[start:end])] if start < end else []
