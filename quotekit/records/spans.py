"""Spans of an article's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import attrs

from quotekit.errors import RecordError, describe
from quotekit.records.checks import checked

__all__ = ["Spans", "TextSpan"]


@attrs.frozen
class TextSpan:
    """
    A contiguous part of the article's text; never empty.

    Raises:
        RecordError: The length of the text does not match the offsets.

    Example:
        >>> TextSpan(0, 3, "She")
        TextSpan(start=0, end=3, text='She')
    """

    #: Offset of its first character.
    start: int = attrs.field(validator=checked("an integer", int))
    #: Offset after its last character.
    end: int = attrs.field(validator=checked("an integer", int))
    #: Its characters.
    text: str = attrs.field(validator=checked("a string", str))

    @text.validator
    def _check(self, _: attrs.Attribute[str], text: str) -> None:
        if not 0 <= self.start < self.end:
            problem = f"a span must start at 0 or later and end after its start, got {self.start} to {self.end}"
            raise RecordError(where="", problem=problem)
        if self.end - self.start != len(text):
            problem = f"a span from {self.start} to {self.end} must have that many characters, got {len(text)}"
            raise RecordError(where="", problem=problem)


def _tuple_of_spans(spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    pieces = tuple(spans) if isinstance(spans, Iterable) else (spans,)
    for i, piece in enumerate(pieces):
        if not isinstance(piece, TextSpan):
            raise RecordError(where=f"[{i}]", problem=f"it must be a TextSpan, got {describe(piece)}")
    return pieces


@attrs.frozen(repr=False)
class Spans(Sequence[TextSpan]):
    """
    An immutable sequence of text spans in text order: a content that is interrupted by its cue has two.

    Example:
        >>> content = Spans([TextSpan(0, 4, "Yes,"), TextSpan(13, 16, "no.")])
        >>> content.text, content.start, content.end, len(content)
        ('Yes, … no.', 0, 16, 2)
    """

    #: The spans in text order.
    pieces: tuple[TextSpan, ...] = attrs.field(default=(), converter=_tuple_of_spans)

    @property
    def text(self) -> str:
        """The texts of the spans, joined by " … "; empty if there is no span."""
        if len(self.pieces) == 1:
            return self.pieces[0].text
        return " … ".join([piece.text for piece in self.pieces])

    @property
    def start(self) -> int | None:
        """Offset of the first character; None if there is no span."""
        return self.pieces[0].start if self.pieces else None

    @property
    def end(self) -> int | None:
        """Offset after the last character; None if there is no span."""
        return self.pieces[-1].end if self.pieces else None

    def __len__(self) -> int:
        """Return the number of spans."""
        return len(self.pieces)

    def __iter__(self) -> Iterator[TextSpan]:
        """Iterate over the spans in text order."""
        return iter(self.pieces)

    @overload
    def __getitem__(self, index: int) -> TextSpan: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> TextSpan | Spans:
        """Return one span, or a slice of them."""
        return Spans(self.pieces[index]) if isinstance(index, slice) else self.pieces[index]

    def __repr__(self) -> str:
        """Represent the spans as a list."""
        return f"Spans({list(self.pieces)!r})"

    @classmethod
    def of(cls, text: str, bounds: Iterable[tuple[int, int]]) -> Spans:
        """
        Create spans from offsets.

        Args:
            text: The article's text.

            bounds: Start and end of each span, in text order.

        Returns:
            The spans.

        Raises:
            RecordError: The text has nothing at these offsets, or they are not pairs of integers.

        Example:
            >>> Spans.of("It rains, she said.", [(0, 8)]).text
            'It rains'
        """
        if not isinstance(text, str):
            raise RecordError(where="", problem=f"spans must be of a string, got {describe(text)}")
        try:
            pairs = [(start, end) for start, end in bounds]
        except (TypeError, ValueError):
            raise RecordError(where="", problem=f"bounds must be pairs of offsets, got {describe(bounds)}") from None
        return cls(TextSpan(start, end, text[start:end]) for start, end in pairs)
