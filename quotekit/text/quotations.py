"""Pair quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quotekit.arguments import check_instance
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import saying_kind
from quotekit.text.characters import CLAUSE_END, CLOSERS, GRAVE, GUILLEMETS
from quotekit.text.marks import Mark, read_marks, starts_line

__all__ = ["Quotation", "pair_marks"]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")
_MIN_LINES = 3
_LINE_WITH_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*[^\S\n]*\n")

# Words that may introduce a quotation; those that go on after one have a comma.
_INTRODUCTION = re.compile(r"([^,.:;!?…\n]{1,150})[,:]\s*")


@attrs.frozen
class Quotation:
    """
    One pair of quotation marks and the text between them.

    A running quotation, which has an opening mark in each paragraph and a closing mark only in the last, is one
    Quotation per paragraph; all but the first have *continues* set.
    """

    #: Offset of the opening mark.
    start: int
    #: Offset after the closing mark, or after the last character where there is no closing mark.
    end: int
    #: Offset of the first character between the marks.
    inner_start: int
    #: Offset after the last character between the marks.
    inner_end: int
    #: How many other quotations it is inside of.
    depth: int
    #: Whether there is a closing mark.
    closed: bool
    #: Whether it continues the quotation left open in the paragraph before.
    continues: bool = False


def pair_marks(text: str) -> tuple[Quotation, ...]:
    r"""
    Pair the quotation marks of a text, in time linear in its length.

    Args:
        text: Any string.

    Returns:
        The quotations ordered by start, outer before inner. Offsets are character offsets into
        *text*, end exclusive. Unmatched closing marks are in none of them.

    Example:
        >>> text = 'He said: "It was \'fine\' in the \'90s."'
        >>> [text[q.inner_start : q.inner_end] for q in pair_marks(text)]
        ["It was 'fine' in the '90s.", 'fine']
    """
    check_instance("text", text, str, "a string", "decode bytes first")
    pairing = _Pairing(text)
    for (start, end), (next_start, _) in pairwise([*_paragraphs(text), (len(text), len(text))]):
        pairing.read(start, end, next_start)
    return tuple(q for q in pairing.found if q is not None)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the paragraphs between blank lines, without white space at the start and end of the text."""
    end = len(text.rstrip())
    start = min(len(text) - len(text.lstrip()), end)
    for gap in _PARAGRAPH.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


@attrs.define
class _Open:
    """A quotation that is not closed yet."""

    mark: Mark
    continues: bool
    #: Its position among those found.
    place: int
    #: Offset after the last quotation inside it, or after its opening mark.
    filled: int


class _Pairing:
    """The quotations found so far, and those still open."""

    def __init__(self, text: str) -> None:
        #: In the order of their opening marks; None for a mark that opened nothing.
        self.found: list[Quotation | None] = []
        self._text = text
        self._stack: list[_Open] = []
        # Marks left open in the paragraph before, and where they may reopen.
        self._left_open: list[str] = []
        self._resume = 0
        self._bounds = 0, 0
        self._by_line: bool | None = None

    def read(self, start: int, end: int, next_start: int) -> None:
        """Pair the marks of the paragraph from *start* to *end*; the next one begins at *next_start*."""
        self._bounds = start, end
        self._by_line = None
        marks = read_marks(self._text, start, end)
        self._resume = start
        closing = (i for i, mark in enumerate(marks) if mark.single and mark.may_close and not mark.opens_first)
        last = max(closing, default=-1)
        for i, (mark, closings) in enumerate(zip(marks, _closings_after(marks), strict=True)):
            level = self._closed_by(mark, closings)
            if level is not None:
                self._close(level, mark)
            elif mark.may_open and self._opens(mark, closings, next_start, closes_later=i < last):
                self._open(mark, closings)
        self._drop(0, end)

    def _closed_by(self, mark: Mark, closings: int) -> int | None:
        """The position in the stack of the quotation that the mark closes, or None."""
        level = self._partner(mark) if mark.may_close else None
        if level is None or (mark.yields and closings >= self._count(mark)):
            return None
        return None if mark.may_open and _opens_rather(mark, self._stack[level].mark) else level

    def _partner(self, mark: Mark) -> int | None:
        """The position in the stack of the quotation that the mark fits best, or None."""
        levels = range(len(self._stack) - 1, -1, -1)
        for level in levels:
            if mark.char in CLOSERS[self._stack[level].mark.char]:
                return level
        # A text that mixes styles may open with one kind of mark and close with another.
        if mark.char in GRAVE or (mark.in_front and mark.opens_first):
            return None
        for level in levels:
            if self._stack[level].mark.single == mark.single:
                return level
        # Doubled apostrophes may lose one of the two.
        halved = mark.char == "'" and not mark.may_open and self._stack and self._stack[-1].mark.char == "''"
        return len(self._stack) - 1 if halved and self._text[mark.start - 1] in CLAUSE_END else None

    def _count(self, mark: Mark) -> int:
        """Return how many quotations of the mark's sort are open."""
        return sum(opened.mark.single == mark.single for opened in self._stack)

    def _opens(self, mark: Mark, closings: int, next_start: int, *, closes_later: bool) -> bool:
        """Return whether a mark that may open does: a single one must be closed, or reopened in the next paragraph."""
        if mark.needs_partner and (not closings or self._count(mark)):
            return False
        if not mark.single or closes_later:
            return True
        if not self._stack and not starts_line(self._text, mark.start):
            return False
        again = [*(opened.mark.char for opened in self._stack), mark.char]
        lead = self._text[next_start : next_start + 4 * len(again)]
        return "".join(lead.split()).startswith("".join(again))

    def _open(self, mark: Mark, closings: int) -> None:
        """Open a quotation; an open one with the same mark has lost its closing mark, unless two marks close."""
        nested = not mark.single and mark.opens_first and closings > self._count(mark) == 1
        for level, opened in enumerate(self._stack):
            if opened.mark.char == mark.char and not nested:
                is_stray = level == 0 and self._introduces(opened.mark, mark)
                self._drop(level, mark.start)
                if is_stray:
                    self.found[opened.place] = None
                if not starts_line(self._text, mark.start):
                    self._left_open = []
                break
        self._stack.append(_Open(mark, self._goes_on(mark), len(self.found), mark.end))
        self.found.append(None)

    def _introduces(self, first: Mark, second: Mark) -> bool:
        """Return whether the words between two opening marks introduce a quotation, and the first mark is a stray."""
        if not starts_line(self._text, first.start) or not self._text[second.end : second.end + 1].isupper():
            return False
        words = _INTRODUCTION.fullmatch(self._text, first.end, second.start)
        return words is not None and any(saying_kind(cue_lemma(word)) for word in words[1].split())

    def _goes_on(self, mark: Mark) -> bool:
        """Return whether the mark reopens what the paragraph or line before left open."""
        if mark.start > self._resume + 1 or mark.char not in self._left_open:
            return False
        self._left_open = self._left_open[self._left_open.index(mark.char) + 1 :]
        self._resume = mark.end
        return True

    def _close(self, level: int, mark: Mark) -> None:
        """Close the quotation at *level*; those still open inside it have lost their closing marks."""
        while len(self._stack) > level + 1:
            self._record(mark.start, mark.start, closed=False)
        self._record(mark.start, mark.end, closed=True)

    def _drop(self, level: int, at: int) -> None:
        """End the quotations from *level* on before offset *at*, without closing marks; a new line may reopen them."""
        self._left_open = [opened.mark.char for opened in self._stack[level:]]
        self._resume = at
        end = at
        while len(self._stack) > level:
            filled = self._stack[-1].filled
            line_end = self._text.find("\n", filled, at)
            end = at if line_end < 0 or not self._lines_are_paragraphs() else line_end
            end = filled + len(self._text[filled:end].rstrip())
            self._record(end, end, closed=False)
        if self._text[end:at].strip():
            self._left_open = []

    def _lines_are_paragraphs(self) -> bool:
        """Return whether lines are paragraphs themselves, because most of them end with a sentence."""
        if self._by_line is None:
            lines = self._text.count("\n", *self._bounds)
            ends = sum(1 for _ in _LINE_WITH_SENTENCE_END.finditer(self._text, *self._bounds))
            self._by_line = lines >= _MIN_LINES and 2 * ends > lines
        return self._by_line

    def _record(self, inner_end: int, end: int, *, closed: bool) -> None:
        """Pop the innermost quotation from the stack, and record it unless it is empty and unclosed."""
        opened = self._stack.pop()
        if self._stack:
            self._stack[-1].filled = end
        if closed or inner_end > opened.mark.end:
            self.found[opened.place] = Quotation(
                start=opened.mark.start,
                end=end,
                inner_start=opened.mark.end,
                inner_end=inner_end,
                depth=len(self._stack),
                closed=closed,
                continues=opened.continues,
            )


def _closings_after(marks: Sequence[Mark]) -> list[int]:
    """Count for each mark how many of its sort (single or double) close after it before one opens."""
    counts = []
    in_row = [0, 0]
    for mark in reversed(marks):
        counts.append(in_row[mark.single])
        if mark.yields or (mark.needs_partner and not mark.may_close):
            continue
        if mark.opens_first:
            in_row[mark.single] = 0
        else:
            in_row[mark.single] += mark.may_close
    return counts[::-1]


def _opens_rather(mark: Mark, opened: Mark) -> bool:
    """Return whether a mark that may do both, such as a straight one after a dash, opens a new quotation."""
    if (
        mark.needs_partner
        or mark.char == "’"
        or opened.char in "„‚"
        or (mark.char in GUILLEMETS and mark.char != opened.char)
    ):
        return False
    return mark.in_front or mark.start == opened.end
