"""What is read from a corpus: documents, and those that cannot be read."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from quotekit.errors import SourceError
from quotekit.inputs import About

__all__ = ["Document", "Input", "Unread"]


@attrs.frozen
class Document:
    """A text with its id and metadata."""

    #: Its text.
    text: str
    #: Its id and metadata.
    about: About
    #: Where it was read: a file, or a file and its row or line.
    place: str


@attrs.frozen
class Unread:
    """A document that cannot be read, or in which nothing can be found."""

    #: Its id; None if that is not known.
    id: str | None
    #: Where it is: a file, or a file and its row or line.
    place: str
    #: Why it cannot be read, and what to do.
    reason: str

    @classmethod
    def of(cls, error: SourceError, id: str | None = None) -> Unread:  # noqa: A002
        """
        Make one from an error.

        Args:
            error: The error.

            id: The id of the document, if it is known.

        Returns:
            The document.
        """
        reason = f"{error.problem}; {error.remedy}" if error.remedy else error.problem
        return cls(id, error.place, reason)


#: What reading a corpus yields.
Input: TypeAlias = Document | Unread
