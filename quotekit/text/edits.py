"""Edits that make a text readable, and the way back from the readable text to the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import attrs

__all__ = ["CleanText", "Edit", "apply_edits"]

# How far after a tag line breaks are searched for.
_MAX_SPACE_CHARS = 100


@attrs.frozen
class Edit:
    """A stretch of the text as given, and what is read in its place."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: What is read in its place.
    new: str = ""
    #: Whether that is the text itself in another form, such as the character of an entity. Otherwise it stands for
    #: markup: no span begins or ends with it, and line breaks are left out where the text has them already.
    is_text: bool = False


@attrs.frozen
class _Piece:
    """A piece of the clean text."""

    #: Offset of its first character in the clean text.
    start: int
    #: Bounds in the text as given.
    given_start: int
    given_end: int
    #: Whether it is the same in both.
    is_same: bool
    #: Whether it belongs to the text; an edge of a span that is outside of it is moved.
    is_text: bool


@attrs.frozen
class CleanText:
    """
    A text without its markup, and where its characters are in the text as given.

    Example:
        >>> clean = apply_edits("<b>Tom &amp; Ida</b>", [Edit(0, 3), Edit(7, 12, "&", is_text=True), Edit(16, 20)])
        >>> clean.text, clean.given_bounds(0, 5), clean.given_bounds(4, 9), clean.clean_bounds(7, 20)
        ('Tom & Ida', (3, 12), (7, 16), (4, 9))
    """

    #: The text as it is read.
    text: str
    #: The text as given.
    given: str
    _pieces: tuple[_Piece, ...] = attrs.field(default=(), repr=False)
    _starts: list[int] = attrs.field(factory=list, repr=False)
    _given_ends: list[int] = attrs.field(factory=list, repr=False)

    @property
    def is_changed(self) -> bool:
        """Whether the two texts differ."""
        return self.text != self.given

    def with_text(self, text: str) -> CleanText:
        """
        Return the same with other characters, as many as before.

        Args:
            text: The clean text.

        Returns:
            The clean text with the same way back.
        """
        return attrs.evolve(self, text=text)

    def given_bounds(self, start: int, end: int) -> tuple[int, int] | None:
        """
        Find a span of the clean text in the text as given; its edges are never in markup, nor inside of an entity.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

        Returns:
            Its bounds in the text as given; None if it stands for markup alone.
        """
        if not self._pieces:
            return start, end
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        while first <= last and not self._pieces[first].is_text:
            first += 1
        while first <= last and not self._pieces[last].is_text:
            last -= 1
        if first > last:
            return None
        head, tail = self._pieces[first], self._pieces[last]
        given_start = head.given_start + (max(0, start - head.start) if head.is_same else 0)
        given_end = min(tail.given_end, tail.given_start + end - tail.start) if tail.is_same else tail.given_end
        return (given_start, given_end) if given_start < given_end else None

    def clean_bounds(self, start: int, end: int) -> tuple[int, int] | None:
        """
        Find a span of the text as given in the clean text.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

        Returns:
            Its bounds in the clean text; None if it consists of markup.
        """
        if not self._pieces:
            return start, end
        clean_start, clean_end = self._clean_offset(start, is_end=False), self._clean_offset(end, is_end=True)
        return (clean_start, clean_end) if clean_start < clean_end else None

    def clean_offsets(self, offsets: Iterable[int] | None) -> tuple[int, ...] | None:
        """
        Find places of the text as given in the clean text.

        Args:
            offsets: Offsets in the text as given; None if there are none to be known.

        Returns:
            The offsets in the clean text in order, each once; None for None.
        """
        if offsets is None or not self._pieces:
            return None if offsets is None else tuple(offsets)
        return tuple(sorted({self._clean_offset(at, is_end=False) for at in offsets}))

    def _clean_offset(self, at: int, *, is_end: bool) -> int:
        """Return an offset in the clean text; one inside of an entity moves to its edge, so that a span grows."""
        number = bisect_right(self._given_ends, at - is_end)
        if number == len(self._pieces):
            return len(self.text)
        piece = self._pieces[number]
        if at <= piece.given_start:
            return piece.start
        if piece.is_same:
            return piece.start + at - piece.given_start
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return following if is_end else piece.start


def apply_edits(text: str, edits: Iterable[Edit]) -> CleanText:
    """
    Apply edits to a text.

    Args:
        text: The text as given.

        edits: The edits in any order; of those that overlap the first is applied, the longer one if both begin there.
            What is inserted comes first.

    Returns:
        The text as it is read.
    """
    builder = _Builder(text)
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start < edit.end, -edit.end)):
        builder.add(edit)
    return builder.finish()


class _Builder:
    """The clean text as far as it is made."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._pieces: list[_Piece] = []
        self._length = 0
        self._done = 0
        # Line breaks in the white space at the end; as many as wanted at the start of the text.
        self._breaks = 2

    def add(self, edit: Edit) -> None:
        """Apply an edit unless it overlaps the one before."""
        if edit.start < self._done:
            return
        self._copy(edit.start)
        self._done = edit.end
        new = edit.new
        if not edit.is_text and new.startswith("\n"):
            new = new[: max(0, len(new) - self._breaks - self._breaks_after(edit.end))]
        if new:
            self._put(new, edit.start, edit.end, is_same=False, is_text=edit.is_text)

    def finish(self) -> CleanText:
        """Copy the rest, and return the clean text."""
        self._copy(len(self._text))
        clean = "".join(self._parts)
        starts, ends = [piece.start for piece in self._pieces], [piece.given_end for piece in self._pieces]
        return CleanText(clean, self._text, tuple(self._pieces), starts, ends)

    def _copy(self, end: int) -> None:
        if self._done < end:
            self._put(self._text[self._done : end], self._done, end, is_same=True, is_text=True)
            self._done = end

    def _put(self, part: str, start: int, end: int, *, is_same: bool, is_text: bool) -> None:
        self._parts.append(part)
        self._pieces.append(_Piece(self._length, start, end, is_same, is_text))
        self._length += len(part)
        words_end = len(part.rstrip())
        self._breaks = part.count("\n", words_end) + (0 if words_end else self._breaks)

    def _breaks_after(self, at: int) -> int:
        """Count the line breaks in the white space at an offset."""
        following = self._text[at : at + _MAX_SPACE_CHARS]
        return following.count("\n", 0, len(following) - len(following.lstrip()))
