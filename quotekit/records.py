"""
The values quotekit returns. All are frozen; all offsets are character offsets into the text as given, end exclusive.

An :class:`Article` holds a text's attributions, speakers and credits. It is written and read as
plain dictionaries and JSON, and ``text[span.start:span.end] == span.text`` holds for each of its spans.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

import attrs

from quotekit.errors import RecordError

__all__ = [
    "Article",
    "Attribution",
    "Credit",
    "Dateline",
    "Kind",
    "Outlet",
    "Speaker",
    "SpeakerKind",
    "Spans",
    "TextSpan",
]


class Kind(str, enum.Enum):
    """In whose words the content is."""

    #: All of its words stand between quotation marks.
    DIRECT = "direct"
    #: None of its words stands between quotation marks.
    INDIRECT = "indirect"
    #: Some of its words stand between quotation marks.
    MIXED = "mixed"


class SpeakerKind(str, enum.Enum):
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
    A stretch of the article's text.

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
        if not 0 <= self.start < self.end or self.end - self.start != len(text):
            raise ValueError(
                f"'text' must have the length of the span from {self.start} to {self.end}, got {len(text)} characters"
            )


@attrs.frozen(repr=False)
class Spans(Sequence[TextSpan]):
    """
    An immutable sequence of text spans in text order, read as one: a content with its cue in the middle has two.

    Example:
        >>> content = Spans([TextSpan(0, 4, "Yes,"), TextSpan(13, 16, "no.")])
        >>> content.text, content.start, content.end, len(content)
        ('Yes, … no.', 0, 16, 2)
    """

    #: The spans.
    pieces: tuple[TextSpan, ...] = attrs.field(default=(), converter=tuple)

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
    titles: tuple[str, ...] = attrs.field(default=(), converter=tuple)
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
    #: Who speaks; None where nothing can be told.
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


@attrs.frozen
class Article:
    """
    A text and all that was found in it.

    Example:
        >>> article = Article(id="a", text="Nothing was said.")
        >>> Article.from_dict(article.to_dict()) == article
        True
    """

    #: The caller's name for it; None if it has none.
    id: str | None
    #: The text as given.
    text: str
    #: The attributions in the order of the text.
    attributions: tuple[Attribution, ...] = ()
    #: Everybody who speaks.
    speakers: tuple[Speaker, ...] = ()
    #: Agencies, writers and editors the article names for itself.
    credits: tuple[Credit, ...] = ()
    #: Place and date at its head; None if there are none.
    dateline: Dateline | None = None

    def to_dict(self) -> dict[str, Any]:
        """
        Write the article as plain dictionaries, lists, strings and numbers.

        Returns:
            The fields by name; an attribution's speaker is the id of one of the speakers.
        """
        return {
            "id": self.id,
            "text": self.text,
            "attributions": [_attribution_to_dict(a) for a in self.attributions],
            "speakers": [_speaker_to_dict(s) for s in self.speakers],
            "credits": [attrs.asdict(c) for c in self.credits],
            "dateline": attrs.asdict(self.dateline) if self.dateline else None,
        }

    def to_json(self) -> str:
        """Write the article as one line of JSON; text that UTF-8 cannot hold (lone surrogates) is escaped."""
        return json.dumps(self.to_dict(), ensure_ascii=any("\ud800" <= c <= "\udfff" for c in self.text))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """
        Read what :meth:`to_dict` writes.

        Args:
            data: The article's fields; fields not known here are passed over.

        Returns:
            The article, equal to the one written.

        Raises:
            RecordError: A field is missing, is of another type, or a span's offsets do not give its text.
        """
        from quotekit.structure import structure_article

        return structure_article(data)

    @classmethod
    def from_json(cls, line: str) -> Article:
        """
        Read what :meth:`to_json` writes.

        Args:
            line: The JSON.

        Returns:
            The article, equal to the one written.

        Raises:
            RecordError: It is no JSON, or no article.
        """
        try:
            data = json.loads(line)
        except ValueError as error:
            raise RecordError("the first character", f"it is no JSON ({error})") from error
        return cls.from_dict(data)
