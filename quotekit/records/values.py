"""The parts of an article: spans of its text, and who says what in it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import attrs

from quotekit.errors import RecordError

__all__ = [
    "Attribution",
    "Credit",
    "Dateline",
    "Kind",
    "Outlet",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "TextSpan",
]


class _Choice(str, enum.Enum):
    """One of a few words; it prints as the word."""

    def __str__(self) -> str:
        return str(self.value)


class Kind(_Choice):
    """In whose words the content is."""

    #: All of its words stand between quotation marks.
    DIRECT = "direct"
    #: None of its words stands between quotation marks.
    INDIRECT = "indirect"
    #: Some of its words stand between quotation marks.
    MIXED = "mixed"


class SpeakerKind(_Choice):
    """What a speaker is."""

    #: A person with a name.
    PERSON = "person"
    #: A company, agency, campaign, court, party, country or newspaper.
    ORGANIZATION = "organization"
    #: Several people told apart by affiliation, job or activity.
    GROUP = "group"
    #: Somebody whose name is withheld or not known.
    UNNAMED = "unnamed"
    #: A report, poll, law, tweet or letter that itself says something.
    DOCUMENT = "document"
    #: Whoever wrote the article.
    AUTHOR = "author"


@attrs.frozen
class TextSpan:
    """
    A stretch of the article's text; never empty.

    Raises:
        RecordError: The text has not the length that the offsets say.

    Example:
        >>> TextSpan(0, 3, "She")
        TextSpan(start=0, end=3, text='She')
    """

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Its characters.
    text: str = attrs.field()

    @text.validator
    def _check(self, _: attrs.Attribute[str], text: str) -> None:
        if not 0 <= self.start < self.end:
            problem = f"a span must start at 0 or later and end after its start, got {self.start} to {self.end}"
            raise RecordError(where="", problem=problem)
        if self.end - self.start != len(text):
            problem = f"a span from {self.start} to {self.end} must have that many characters, got {len(text)}"
            raise RecordError(where="", problem=problem)


def _tuple_of_spans(spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    return tuple(spans)


@attrs.frozen(repr=False)
class Spans(Sequence[TextSpan]):
    """
    An immutable sequence of text spans in text order, read as one: a content with its cue in the middle has two.

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
        return " … ".join(piece.text for piece in self.pieces)

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
        """Go through the spans in text order."""
        return iter(self.pieces)

    @overload
    def __getitem__(self, index: int) -> TextSpan: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> TextSpan | Spans:
        """Return one span, or some of them."""
        return Spans(self.pieces[index]) if isinstance(index, slice) else self.pieces[index]

    def __repr__(self) -> str:
        """Show the spans as a list."""
        return f"Spans({list(self.pieces)!r})"

    @classmethod
    def of(cls, text: str, bounds: Iterable[tuple[int, int]]) -> Spans:
        """
        Cut spans out of a text.

        Args:
            text: The article's text.

            bounds: Start and end of each span, in text order.

        Returns:
            The spans.
        """
        return cls(TextSpan(start, end, text[start:end]) for start, end in bounds)


@attrs.frozen
class Speaker:
    """Whoever speaks, once for a whole article, with every mention."""

    #: Unique in the article: ``s1``, ``s2`` …
    id: str
    #: The fullest proper name in the article without titles; None for somebody who is not named.
    name: str | None
    #: What the speaker is.
    kind: SpeakerKind
    #: Titles and roles as printed.
    titles: tuple[str, ...] = ()
    #: Where the article mentions the speaker.
    mentions: Spans = Spans()


@attrs.frozen
class Outlet:
    """An outlet, show, platform or document that carried words to the reader."""

    #: Its fullest name in the article.
    name: str
    #: Where it is named for this attribution; None if that is elsewhere in the passage.
    span: TextSpan | None = None


@attrs.frozen
class Attribution:
    """One statement, and who makes it."""

    #: Unique in the article: ``a1``, ``a2`` … in the order of the text.
    id: str
    #: In whose words the content is.
    kind: Kind
    #: What is said or thought, with its quotation marks.
    content: Spans
    #: The part of the content between quotation marks, without them.
    quoted: Spans
    #: The words that attribute it; empty where there are none.
    cue: Spans
    #: Dictionary form of the cue's main word; None where there is no cue.
    cue_lemma: str | None
    #: The words that say who, as they stand here; empty where there are none.
    source: Spans
    #: Who speaks, one of the article's speakers; None where nothing can be told.
    speaker: Speaker | None
    #: Whoever is spoken to; None where nobody is named.
    addressee: TextSpan | None
    #: What carried it to the reader, nearest to the speaker first.
    via: tuple[Outlet, ...]
    #: Whether it is said not to have been said.
    negated: bool
    #: Id of the attribution in whose content this one stands; None if there is none.
    parent: str | None
    #: How sure it is that this is an attribution and that its parts are right, from 0 to 1.
    confidence: float


@attrs.frozen
class Credit:
    """Who is named as having made the article: an agency, a writer, an editor."""

    #: As printed.
    name: str
    #: Such as ``wire`` or ``byline``.
    role: str
    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int


@attrs.frozen
class Dateline:
    """Place and date at an article's head."""

    #: The date, YYYY-MM-DD; None where none is printed.
    date: str | None
    #: The place as printed; None where none is.
    place: str | None
    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
