"""The parts of a name."""

from __future__ import annotations

import attrs

__all__ = ["Name"]


@attrs.frozen
class Name:
    """A name split into its parts."""

    #: The name as printed, without titles and the letters after it.
    text: str
    #: Titles in front of it or in an appositive, as printed.
    titles: tuple[str, ...] = ()
    #: Given names, initials and nicknames, without marks around them. In "Xi Jinping" they follow the surname.
    given: tuple[str, ...] = ()
    #: Particles before the surname: "de", "van der".
    particles: tuple[str, ...] = ()
    #: The surname, or the only word of a single name. The whole name if it is not a person's.
    surname: str = ""
    #: A suffix such as "Jr."; None if there is none.
    suffix: str | None = None
    #: Letters after it: "KC", "OBE".
    post_nominals: tuple[str, ...] = ()

    @classmethod
    def of_organization(cls, text: str) -> Name:
        """
        Make the name of an organization, group or document, which has no parts.

        Args:
            text: The name as printed.

        Returns:
            The name.

        Example:
            >>> Name.of_organization("Bank of Japan").surname
            'Bank of Japan'
        """
        return cls(text, surname=text)

    @property
    def first_word(self) -> str:
        """The first word of the name."""
        return self.text.split()[0]

    @property
    def has_title_or_given_name(self) -> bool:
        """Whether a title or a given name goes with the surname, which only people's names have."""
        return bool(self.given or self.titles)
