"""A check that ids are unique in a run, however many there are."""

from __future__ import annotations

import sqlite3
from types import TracebackType
from typing import TYPE_CHECKING

from quotekit.corpus.documents import Input, Unread

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["UniqueIds"]


class UniqueIds:
    """
    The ids of a run, in a temporary database that SQLite moves to the disk when it grows.

    Example:
        >>> from quotekit.corpus.documents import Document
        >>> from quotekit.inputs import About
        >>> with UniqueIds() as ids:
        ...     first, second = (ids.checked(Document("It rained.", About("a"), place)) for place in ("a.txt", "b.txt"))
        >>> second.reason
        "its id 'a' is also that of 'a.txt'; use --id-prefix for files with the same ids, or another --id-column"
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE ids (id BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")

    def checked(self, document: Input) -> Input:
        """
        Check the id of a document.

        Args:
            document: The document.

        Returns:
            The document; an unread one if its id has been taken.
        """
        if isinstance(document, Unread) or document.about.id is None:
            return document
        key = _bytes(document.about.id)
        try:
            self._database.execute("INSERT INTO ids VALUES (?, ?)", (key, _bytes(document.place)))
        except sqlite3.IntegrityError:
            ((place,),) = self._database.execute("SELECT place FROM ids WHERE id = ?", (key,))
            reason = _why(document.about.id, document.place, earlier=place.decode("utf-8", "surrogatepass"))
            return Unread(document.about.id, document.place, reason)
        return document

    def __enter__(self) -> Self:
        """Return the ids."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget them."""
        self._database.close()


def _why(article_id: str, place: str, *, earlier: str) -> str:
    """Return why an article is not read whose id has been taken."""
    if place == earlier:
        return f"it has been read already, with the id {article_id!r}; name each file once"
    remedy = "use --id-prefix for files with the same ids, or another --id-column"
    return f"its id {article_id!r} is also that of {earlier!r}; {remedy}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
