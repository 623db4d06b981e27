"""Statements that several articles print, and how each of them words it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import cattrs

from quotekit.arguments import checked_items
from quotekit.errors import RecordError
from quotekit.matching.prints import Printed
from quotekit.records.convert import to_line
from quotekit.verify import EditKind, Verification

__all__ = ["Statement", "Version", "Wording"]

# The length of an ISO date without a time.
_DATE_CHARS = 10


class Wording(str, enum.Enum):
    """How a version words a statement, compared with the fullest version."""

    #: Word for word the same.
    IDENTICAL = "identical"
    #: The same words, but some are left out.
    TRIMMED = "trimmed"
    #: Other words.
    REWORDED = "reworded"

    def __str__(self) -> str:
        """Return the word."""
        return str(self.value)


def changed_words(difference: Verification) -> tuple[str, ...]:
    """
    Find the words that a quotation does not have from its source.

    Args:
        difference: The comparison of the two.

    Returns:
        The words that are added, and those in the place of others.
    """
    kinds = (EditKind.ADDED, EditKind.REPLACED)
    return tuple(edit.quotation.text for edit in difference.edits if edit.kind in kinds and edit.quotation)


@attrs.frozen
class Version:
    """A statement as one article prints it."""

    #: The quotation, its article, outlet, date and speaker.
    printed: Printed
    #: How it is worded.
    wording: Wording = attrs.field(validator=attrs.validators.instance_of(Wording))
    #: The differences from the fullest version, word by word: offsets are those in the text of each version, and the
    #: source is the fullest version; None for the fullest version itself.
    difference: Verification | None = None
    #: What it leaves out of the fullest version, in that one's order.
    left_out: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The words that the fullest version does not have, or has elsewhere."""
        return changed_words(self.difference) if self.difference else ()


@attrs.frozen
class Statement:
    """
    One utterance, in the versions of all articles that print it.

    Raises:
        RecordError: There is no version, or not exactly one of them is the fullest.
    """

    #: Unique among the statements found together: ``u1``, ``u2`` …
    id: str
    #: The versions, by date where there are dates, and otherwise in the order in which the articles came.
    versions: tuple[Version, ...] = attrs.field()
    #: The speaker's fullest name, if all versions whose speaker has a name can mean the same person; None otherwise.
    speaker: str | None = None

    @versions.validator
    def _check(self, _: attrs.Attribute[Any], versions: tuple[Version, ...]) -> None:
        full = sum(version.difference is None for version in versions)
        if full != 1:
            raise RecordError(where="versions", problem=f"exactly one must be the fullest, got {full}")

    @property
    def fullest(self) -> Version:
        """The longest version, which the others are compared with."""
        return next(version for version in self.versions if version.difference is None)

    @property
    def first(self) -> tuple[Version, ...]:
        """The versions of the earliest date known; several if they have the same, none if no version has a date."""
        dates = [version.printed.date for version in self.versions if version.printed.date]
        if not dates:
            return ()
        # A date without a time may be before or after any time on its day.
        day = min(date[:_DATE_CHARS] for date in dates)
        on_day = [version for version in self.versions if (version.printed.date or "").startswith(day)]
        if any(len(version.printed.date or "") == _DATE_CHARS for version in on_day):
            return tuple(on_day)
        earliest = min(instant(version.printed.date) for version in on_day)
        return tuple(version for version in on_day if instant(version.printed.date) == earliest)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of the speakers as the articles resolve them, each once."""
        return tuple(dict.fromkeys(v.printed.speaker for v in self.versions if v.printed.speaker))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets known, each once."""
        return tuple(dict.fromkeys(v.printed.outlet for v in self.versions if v.printed.outlet))

    def to_dict(self) -> dict[str, Any]:
        """
        Convert the statement to plain dictionaries, lists, strings and numbers.

        Returns:
            The fields by name.
        """
        plain: dict[str, Any] = _converter.unstructure(self)
        return plain

    def to_json(self) -> str:
        """
        Write the statement as one line of JSON.

        Returns:
            The JSON, without a line break.
        """
        return to_line(self.to_dict())


def each_statement(statements: Iterable[Statement]) -> Iterator[Statement]:
    """
    Reject anything but a stream of statements.

    Args:
        statements: The value.

    Returns:
        A stream of the same statements.

    Raises:
        InputError: It is not an iterable; in the stream, if an item is not a statement.

    Example:
        >>> list(each_statement([]))
        []
    """
    remedy = "make statements of articles with quotekit.matching.cluster"
    return checked_items("statements", statements, Statement, "a Statement", remedy)


def instant(date: str | None) -> dt.datetime:
    """
    Read an ISO date or time.

    Args:
        date: The date or time.

    Returns:
        The time; one without a zone is taken as UTC.
    """
    time = dt.datetime.fromisoformat((date or "").replace("Z", "+00:00"))
    return time if time.tzinfo else time.replace(tzinfo=dt.timezone.utc)


_converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
