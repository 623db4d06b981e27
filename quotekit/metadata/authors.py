"""Read the authors that the caller knows, from an article's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from quotekit.metadata.credits import read_credits
from quotekit.text import TextIndex

__all__ = ["read_authors"]

_FIELDS = ("author", "authors", "byline")
_BY = re.compile(r"\s{0,30}by\s{1,30}", re.IGNORECASE)
# Longer ones are biographies.
_MAX_CHARS = 300


def read_authors(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """
    Read the authors from metadata: the field ``author``, ``authors`` or ``byline``, a string or a list of them.

    They are read as a byline is, so "Ida Holm and Erik Roth" are two, and "Staff reporters" nobody.

    Args:
        meta: The metadata.

    Returns:
        The names; none if there is no such field, or it is not what a byline has.

    Example:
        >>> read_authors({"author": "Ida Holm and Erik Roth"}), read_authors({"outlet": "Harbour Times"})
        (('Ida Holm', 'Erik Roth'), ())
    """
    value = next((meta[field] for field in _FIELDS if meta.get(field)), ())
    given = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
    return tuple(dict.fromkeys(name for byline in given if isinstance(byline, str) for name in _names(byline)))


def _names(byline: str) -> Iterator[str]:
    line = " ".join(_BY.sub("", byline[:_MAX_CHARS], count=1).split())
    for credit in read_credits(TextIndex(f"By {line}\n\n")):
        if credit.role == "byline":
            yield credit.name
