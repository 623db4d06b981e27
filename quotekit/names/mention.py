"""A mention: one occurrence of a name in a text."""

from __future__ import annotations

import attrs

from quotekit.names.name import Name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["Mention", "follows_the", "is_personal"]

_THE = ("The ", "the ", "THE ")


def is_personal(kind: SpeakerKind | None) -> bool:
    """
    Return whether a mention or an entity of a kind is or may be a person.

    Args:
        kind: The kind; None if it is unknown.

    Returns:
        Whether it may be a person.

    Example:
        >>> is_personal(None), is_personal(SpeakerKind.PERSON), is_personal(SpeakerKind.GROUP)
        (True, True, False)
    """
    return kind is None or kind is SpeakerKind.PERSON


@attrs.frozen
class Mention:
    """One occurrence of a name in a text."""

    #: Offset of its first character, titles included.
    start: int
    #: Offset of the first character of the name proper.
    name_start: int
    #: Offset after its last character; a possessive "'s" is not part of it.
    end: int
    #: The name, split into its parts.
    name: Name
    #: The kind of its referent; None if its words leave that open.
    kind: SpeakerKind | None

    @classmethod
    def of_organization(
        cls, index: TextIndex, start: int, end: int, kind: SpeakerKind | None = SpeakerKind.ORGANIZATION
    ) -> Mention:
        """
        Make a mention of an organization, or of anything else whose name has neither titles nor parts.

        Args:
            index: The text.

            start: Offset of the first character of the name.

            end: Offset after its last character.

            kind: The kind of its referent.

        Returns:
            The mention.
        """
        return cls(start, start, end, Name.of_organization(index.text[start:end]), kind)

    @property
    def is_personal(self) -> bool:
        """Whether it names a person, or may name one."""
        return is_personal(self.kind)

    @property
    def has_full_name(self) -> bool:
        """Whether the name is more than a surname, or than one word if it is not a person's."""
        return bool(self.name.given) if self.is_personal else " " in self.name.text

    def shifted(self, by: int) -> Mention:
        """Return the same mention with its offsets moved by a number of characters."""
        return Mention(self.start + by, self.name_start + by, self.end + by, self.name, self.kind)


def follows_the(index: TextIndex, at: int) -> bool:
    """Return whether the definite article comes right before an offset."""
    return index.before(at, len("the ")) in _THE
