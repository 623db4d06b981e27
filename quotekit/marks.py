"""
Stage one: find the quotation marks of a text and pair them.

News uses every style there is: straight and curly marks, guillemets, low-high and corner
marks, single inside double and the reverse, marks opened again at each paragraph of a running
quotation. It also loses marks, and it uses the same characters for apostrophes, feet, inches
and decades. :func:`pair_marks` sorts these out in one pass over the text. It never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from quotekit.lexicons import load_words

__all__ = ["Quotation", "pair_marks"]

# What closes each opening character. A character that is in no row opens nothing.
_CLOSERS: dict[str, str] = {
    '"': '"＂',
    "＂": '"＂',
    "“": "”‟",
    "‟": "”",
    "”": "”",
    "„": "“”‟",
    "«": "»",
    "»": "«",
    "「": "」",
    "｢": "｣",
    "『": "』",
    "〝": "〞〟",
    "❝": "❞",
    "``": "''",
    "''": "''",
    "'": "'",
    "＇": "＇",
    "`": "'’",
    "‘": "’",
    "‛": "’",
    "’": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "❛": "❜",
}
_SINGLE = frozenset("'＇`‘‛’‚‹›❛❜")
_ONLY_OPEN = frozenset("„「｢『〝❝‚❛")
_ONLY_CLOSE = frozenset("」｣』〞〟❞❜")
# Three straight marks in a row are a single and a double one: the inner mark is the one by the words.
_MARK = re.compile("``|(?<=\\S)'(?='')|''|[" + re.escape("".join(sorted({c for k, v in _CLOSERS.items() for c in k + v}))) + "]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\u2029")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+)?$")
_DECADE = re.compile(r"\d\ds?\b")
_BEFORE_OPEN = frozenset("([{<-–—―/:;,=*_>|")
_WORD = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Quotation:
    """
    One pair of quotation marks and what stands between them.

    A running quotation, whose mark opens again at each paragraph and closes only once, is one
    Quotation for each paragraph; all but the first have *continues* set.
    """

    #: Offset of the opening mark.
    start: int
    #: Offset after the closing mark, or after the last character where there is no closing mark.
    end: int
    #: Offset of the first character between the marks.
    inner_start: int
    #: Offset after the last character between the marks.
    inner_end: int
    #: How many other quotations this one stands in.
    depth: int
    #: Whether there is a closing mark.
    closed: bool
    #: Whether it goes on with the quotation left open in the paragraph before.
    continues: bool = False


@attrs.frozen
class _Mark:
    """A character that may be a quotation mark, with what its neighbours allow it to be."""

    start: int
    end: int
    char: str
    may_open: bool
    may_close: bool


@attrs.define
class _Open:
    """A quotation not closed yet."""

    mark: _Mark
    depth: int
    continues: bool


def pair_marks(text: str) -> tuple[Quotation, ...]:
    """
    Pair the quotation marks of a text, in time linear in its length.

    Args:
        text: Any string.

    Returns:
        The quotations ordered by start, outer before inner. Offsets are character offsets into
        *text*, end exclusive.

    Example:
        >>> text = 'He said: "It was \\'fine\\' in the \\'90s."'
        >>> [text[q.inner_start : q.inner_end] for q in pair_marks(text)]
        ["It was 'fine' in the '90s.", 'fine']
    """
    found: list[Quotation] = []
    left_open: _Open | None = None
    for start, end in _paragraphs(text):
        marks = list(_marks(text, start, end))
        stack = _pair_paragraph(text, marks, end, found, left_open)
        doubles = [o for o in stack if o.mark.char not in _SINGLE]
        left_open = doubles[0] if doubles else None
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the paragraphs: what stands between blank lines."""
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The characters of one paragraph that may be quotation marks; apostrophes and inches are left out."""
    for match in _MARK.finditer(text, start, end):
        mark = _mark(text, match.start(), match.end(), match.group())
        if mark is not None:
            yield mark


def _mark(text: str, start: int, end: int, char: str) -> _Mark | None:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if char in _ONLY_OPEN:
        return _Mark(start, end, char, may_open=True, may_close=False)
    if char in _ONLY_CLOSE:
        return _Mark(start, end, char, may_open=False, may_close=True)
    if char in _SINGLE and char not in "‹›" and _is_apostrophe(text, start, end, before, after):
        return None
    if char in "\"'＂＇" and before.isdigit() and _FEET.search(text, max(0, start - 8), start):
        return None
    may_open = not after.isspace() and not (before.isalnum() and char not in "“«»‹›``")
    may_close = (after.isspace() or not before.isspace()) and not (after.isalnum() and char not in "”«»‹›")
    if char in ("`", "``"):
        return _Mark(start, end, char, may_open=True, may_close=False)
    if char in "“‘":
        return _Mark(start, end, char, may_open=True, may_close=may_close and not before.isspace())
    if char in "”’":
        return _Mark(start, end, char, may_open=may_open and before.isspace(), may_close=True)
    return _Mark(start, end, char, may_open=may_open, may_close=may_close)


def _is_apostrophe(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether a single mark is inside a word, before a decade or an elided word, or after feet."""
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum():
        return False
    if _DECADE.match(text, end):
        return True
    word = _WORD.match(text, end)
    return word is not None and word.group().lower() in load_words("elisions")


def _pair_paragraph(
    text: str, marks: list[_Mark], end: int, found: list[Quotation], left_open: _Open | None
) -> list[_Open]:
    """Pair the marks of one paragraph into *found*; return what is still open at its end."""
    stack: list[_Open] = []
    closes_later = _single_closes_later(marks)
    for i, mark in enumerate(marks):
        single = mark.char in _SINGLE
        level = _closes(mark, stack)
        if level is not None and single and _is_possessive(text, mark) and closes_later[i]:
            continue
        if level is not None and not (mark.may_open and _opens_rather(text, mark, stack[level])):
            _close(stack, level, mark, found)
        elif mark.may_open and (not single or closes_later[i]):
            again = _same_kind(mark, stack)
            if again is not None:
                _drop(stack, again, mark.start, text, found)
            continues = i == 0 and left_open is not None and left_open.mark.char == mark.char
            stack.append(_Open(mark, len(stack), continues and _starts_line(text, mark)))
    still_open = list(stack)
    _drop(stack, 0, end, text, found)
    return still_open


def _starts_line(text: str, mark: _Mark) -> bool:
    """Whether the mark is the first character of its line."""
    return text[mark.start - 1 : mark.start] in ("", "\n")


def _single_closes_later(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether a single mark that may close stands after it in the paragraph."""
    later = [False] * len(marks)
    seen = False
    for i in range(len(marks) - 1, -1, -1):
        later[i] = seen
        seen = seen or (marks[i].may_close and marks[i].char in _SINGLE)
    return later


def _is_possessive(text: str, mark: _Mark) -> bool:
    """Whether a single mark may be the possessive of a plural: "the dogs' home"."""
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1 : mark.start] == "s" and len(after) == 2 and after[0] == " " and after[1].islower()


def _closes(mark: _Mark, stack: list[_Open]) -> int | None:
    """The place in the stack of the quotation that the mark closes, or None."""
    if not mark.may_close:
        return None
    for level in range(len(stack) - 1, -1, -1):
        if mark.char in _CLOSERS[stack[level].mark.char]:
            return level
    # A text that mixes styles opens with one kind of mark and closes with another.
    if mark.may_open and mark.char not in "“‘":
        return None
    for level in range(len(stack) - 1, -1, -1):
        if (stack[level].mark.char in _SINGLE) == (mark.char in _SINGLE):
            return level
    return None


def _opens_rather(text: str, mark: _Mark, opened: _Open) -> bool:
    """Whether a mark that may do both, such as a straight one after a dash, opens a new quotation."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if mark.char in "“‘":
        return bool(after.strip()) and opened.mark.char not in "„‚"
    return mark.start == opened.mark.end or (before.isspace() and mark.char != "’")


def _same_kind(mark: _Mark, stack: list[_Open]) -> int | None:
    """The place in the stack of a quotation opened by the same character: its closing mark is lost."""
    for level, opened in enumerate(stack):
        if opened.mark.char == mark.char:
            return level
    return None


def _close(stack: list[_Open], level: int, mark: _Mark, found: list[Quotation]) -> None:
    """Close the quotation at *level*; those inside it that are still open lost their marks."""
    for opened in stack[level + 1 :]:
        found.append(_quotation(opened, mark.start, mark.start, closed=False))
    found.append(_quotation(stack[level], mark.start, mark.end, closed=True))
    del stack[level:]


def _drop(stack: list[_Open], level: int, at: int, text: str, found: list[Quotation]) -> None:
    """End the quotations from *level* on at offset *at*, without a closing mark."""
    for opened in stack[level:]:
        end = opened.mark.end + len(text[opened.mark.end : at].rstrip())
        found.append(_quotation(opened, end, end, closed=False))
    del stack[level:]


def _quotation(opened: _Open, inner_end: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(
        start=opened.mark.start,
        end=end,
        inner_start=opened.mark.end,
        inner_end=inner_end,
        depth=opened.depth,
        closed=closed,
        continues=opened.continues,
    )
