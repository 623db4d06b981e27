"""Who published an article, when and where, according to its metadata."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import attrs

__all__ = ["Publication", "read_date", "read_publication"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@attrs.frozen
class Publication:
    """What the metadata say about an article's publication; a field is None where they do not say."""

    #: The outlet, ``outlet`` of the metadata.
    outlet: str | None = None
    #: Date or time in ISO form, ``date`` of the metadata.
    date: str | None = None
    #: The address, ``url`` of the metadata.
    url: str | None = None
    #: The headline, ``title`` of the metadata.
    title: str | None = None


def read_publication(meta: Mapping[str, Any]) -> Publication:
    """
    Read from metadata who published an article, when and where.

    Args:
        meta: The metadata.

    Returns:
        The publication. A field is None if its value is not a string or is empty; of a time that cannot be read, the
        day is kept.

    Example:
        >>> read_publication({"outlet": "Harbour Times", "date": "2024-05-03T9h", "url": 5})
        Publication(outlet='Harbour Times', date='2024-05-03', url=None, title=None)
    """
    outlet, url, title = (_text(meta.get(name)) for name in ("outlet", "url", "title"))
    return Publication(outlet, read_date(meta.get("date")), url, title)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def read_date(value: object) -> str | None:
    """
    Read a date.

    Args:
        value: Any value.

    Returns:
        A date or a time in ISO form; of a time that cannot be read, the day. None for anything else.

    Example:
        >>> [read_date(value) for value in ("2024-05-03T09:30Z", "2024-05-03 9h", "in May", None)]
        ['2024-05-03T09:30Z', '2024-05-03', None, None]
    """
    day = _DAY.match(value) if isinstance(value, str) else None
    if day is None:
        return None
    for date in (day.string, day[0]):
        try:
            dt.datetime.fromisoformat(date.replace("Z", "+00:00"))
        except ValueError:
            continue
        return date
    return None
