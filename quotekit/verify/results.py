"""The results of verification: verdict, passages, and the differences word by word."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from typing import Any

import attrs
import cattrs

from quotekit.errors import RecordError, describe
from quotekit.records import TextSpan
from quotekit.records.convert import to_line

__all__ = ["Edit", "EditKind", "Passage", "SourceSpan", "Verdict", "Verification"]


class Verdict(str, enum.Enum):
    """How a quotation corresponds to what a source has."""

    #: Word for word what the source has.
    VERBATIM = "verbatim"
    #: The source's words, but the ends of its sentences, or words in between, are left out.
    TRIMMED = "trimmed"
    #: Some words are not those of the source.
    ALTERED = "altered"
    #: Passages from different places, printed as if they were one.
    MERGED = "merged"
    #: No source has a passage like it.
    NOT_FOUND = "not_found"

    def __str__(self) -> str:
        """Return the word."""
        return str(self.value)


class EditKind(str, enum.Enum):
    """What became of a run of words between source and quotation."""

    #: The quotation has them as the source has them.
    SAME = "same"
    #: The quotation has other words in their place.
    REPLACED = "replaced"
    #: The quotation has words that the source does not have.
    ADDED = "added"
    #: The quotation leaves them out.
    OMITTED = "omitted"
    #: The reporter's words between brackets, and what they stand for.
    NOTE = "note"

    def __str__(self) -> str:
        """Return the word."""
        return str(self.value)


@attrs.frozen
class SourceSpan(TextSpan):
    """
    A contiguous part of a source.

    Raises:
        RecordError: The length of the text does not match the offsets.

    Example:
        >>> SourceSpan(0, 3, "She", source="speech")
        SourceSpan(start=0, end=3, text='She', source='speech')
    """

    #: Id of the source.
    source: str


@attrs.frozen
class Edit:
    """
    A run of words of the quotation and the run of the source's words that it corresponds to.

    Raises:
        RecordError: A side is missing that this kind of edit needs, or is there though this kind has none.
    """

    #: What became of the words.
    kind: EditKind = attrs.field(validator=attrs.validators.instance_of(EditKind))
    #: The words in the quotation; None if they are omitted.
    quotation: TextSpan | None
    #: The words in the source; None if they are added.
    source: SourceSpan | None
    #: Whether an ellipsis in the quotation marks what is omitted.
    is_marked: bool = False

    def __attrs_post_init__(self) -> None:
        """Check that the sides fit the kind."""
        needs = {
            EditKind.SAME: (True, True),
            EditKind.REPLACED: (True, True),
            EditKind.ADDED: (True, False),
            EditKind.OMITTED: (False, True),
        }.get(self.kind)
        has = (self.quotation is not None, self.source is not None)
        if needs not in (None, has) or not any(has):
            raise RecordError(
                where="", problem=f"an edit of kind {self.kind.value!r} cannot have these sides: {self!r}"
            )


@attrs.frozen
class Passage:
    """A passage of a source that a quotation, or a part of it, is from."""

    #: The passage.
    span: SourceSpan
    #: The text before it: the beginning of its sentence and the sentence before.
    before: str
    #: The text after it: the end of its sentence and the next one.
    after: str


def _check_score(_: object, __: object, score: float) -> None:
    if not 0 <= score <= 1:
        raise RecordError(where="score", problem=f"it must be from 0 to 1, got {describe(score)}")


@attrs.frozen
class Verification:
    """
    A quotation checked against sources.

    Raises:
        RecordError: The score is not from 0 to 1, or there are passages though none was found, or none though one was.

    Example:
        >>> Verification((TextSpan(0, 3, "She"),), Verdict.NOT_FOUND, 0.0).text
        'She'
    """

    #: The quotation, in one piece or several, without its marks; offsets are those of the text it is from.
    quotation: tuple[TextSpan, ...]
    #: The verdict.
    verdict: Verdict = attrs.field(validator=attrs.validators.instance_of(Verdict))
    #: Share of the quotation's words that the passages have, from 0 to 1; function words count less, numbers more.
    score: float = attrs.field(validator=_check_score)
    #: The passages, in the order of the quotation; several if it is merged.
    passages: tuple[Passage, ...] = ()
    #: All of the quotation, and what is left out in it, word by word, in the order of the quotation.
    edits: tuple[Edit, ...] = ()
    #: Id of the attribution that it belongs to; None if it is not from an article.
    attribution: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check that there are passages exactly if the quotation was found."""
        if bool(self.passages) != (self.verdict is not Verdict.NOT_FOUND):
            problem = (
                f"a quotation is either not found or has passages, got {self.verdict.value!r} and {len(self.passages)}"
            )
            raise RecordError(where="passages", problem=problem)

    @property
    def text(self) -> str:
        """The pieces of the quotation, joined by " … "."""
        return " … ".join(piece.text for piece in self.quotation)

    @property
    def changes(self) -> tuple[Edit, ...]:
        """The edits where the quotation has other words than the source, or leaves some out."""
        return tuple(edit for edit in self.edits if edit.kind not in (EditKind.SAME, EditKind.NOTE))

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that the passages are from, each once, in the order of the passages."""
        return tuple(dict.fromkeys(passage.span.source for passage in self.passages))

    def to_dict(self) -> dict[str, Any]:
        """
        Convert the result to plain dictionaries, lists, strings and numbers.

        Returns:
            The fields by name.

        Example:
            >>> list(Verification((TextSpan(0, 3, "She"),), Verdict.NOT_FOUND, 0.0).to_dict())
            ['quotation', 'verdict', 'score', 'passages', 'edits', 'attribution']
        """
        plain: dict[str, Any] = _converter.unstructure(self)
        return plain

    def to_json(self) -> str:
        """
        Write the result as one line of JSON.

        Returns:
            The JSON, without a line break.
        """
        return to_line(self.to_dict())

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Verification:
        """
        Read a result from plain data, as written by :meth:`to_dict`.

        Args:
            data: The fields by name.

        Returns:
            The result, equal to the one written.

        Raises:
            RecordError: A field is missing or invalid.

        Example:
            >>> result = Verification((TextSpan(0, 3, "She"),), Verdict.NOT_FOUND, 0.0)
            >>> Verification.from_dict(result.to_dict()) == result
            True
        """
        try:
            return _converter.structure(data, cls)
        except RecordError:
            raise
        except Exception as error:
            problem = "; ".join(cattrs.transform_error(error, path="verification"))
            raise RecordError(where="", problem=problem) from error

    @classmethod
    def from_json(cls, line: str) -> Verification:
        """
        Read a result from JSON, as written by :meth:`to_json`.

        Args:
            line: The JSON.

        Returns:
            The result, equal to the one written.

        Raises:
            RecordError: It is not JSON, or not a result.
        """
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(where="", problem=f"it must be JSON ({error})") from error
        return cls.from_dict(data)


_converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
