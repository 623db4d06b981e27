"""What the caller gives: texts, each with its id and metadata, from pairs or from records."""

from __future__ import annotations

import numbers
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from quotekit.errors import InputError
from quotekit.records.meta import Meta, as_meta

__all__ = ["About", "from_pairs", "from_records", "from_texts"]


def _check_id(_: object, field: attrs.Attribute[str | None], value: object) -> None:
    if value is not None and not isinstance(value, str):
        remedy = "decode bytes, and convert numbers by str"
        raise InputError(field.name, value, needed="a string or None", remedy=remedy)


@attrs.frozen
class About:
    """
    What comes with a text.

    Raises:
        InputError: The id is not a string.

        RecordError: The metadata are no mapping, or have a value that JSON cannot hold.
    """

    #: The article's id; None if it has none.
    id: str | None = attrs.field(default=None, validator=_check_id)
    #: The article's metadata.
    meta: Meta = attrs.field(default=Meta(), converter=as_meta)
    #: Anything else, which is given back with the article.
    context: Any = None


def from_texts(texts: Iterable[Any]) -> Iterator[tuple[Any, About]]:
    """
    Read texts that come alone.

    Args:
        texts: The texts.

    Yields:
        Each text, without id and metadata.
    """
    nothing = About()
    return ((text, nothing) for text in texts)


def from_pairs(pairs: Iterable[Any]) -> Iterator[tuple[Any, About]]:
    """
    Read pairs of a text and its context.

    A string is the article's id; a mapping is its metadata, with its id; an :class:`About` is taken as it is.

    Args:
        pairs: The pairs.

    Yields:
        Each text, with what is known about it.

    Raises:
        InputError: One of them is not a pair, or its id is neither a string nor a number.

        RecordError: A mapping has a value that JSON cannot hold.

    Example:
        >>> [(about.id, dict(about.meta)) for _, about in from_pairs([("It rained.", {"id": 7, "outlet": "Radio 4"})])]
        [('7', {'outlet': 'Radio 4'})]
    """
    for number, pair in enumerate(pairs):
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:  # noqa: PLR2004  # a pair
            remedy = "or leave out as_tuples=True"
            where = f"texts[{number}]"
            raise InputError(where, pair, needed="a pair of a text and anything", remedy=remedy)
        text, context = pair
        if isinstance(context, About):
            yield text, context
        elif isinstance(context, Mapping):
            yield text, _about(context, {"id"}, context.get("id"), f"texts[{number}]['id']", context)
        else:
            yield text, About(context if isinstance(context, str) else None, context=context)


def from_records(records: Iterable[Any], text: str, id: str) -> Iterator[tuple[Any, About]]:  # noqa: A002
    """
    Read records: the text, the id, and everything else as metadata.

    Args:
        records: Mappings.

        text: The key of the text.

        id: The key of the id; a record need not have it.

    Yields:
        Each text, with what is known about it.

    Raises:
        InputError: A record is not a mapping with a text, or its id is neither a string nor a number.

        RecordError: A record has a value that JSON cannot hold.

    Example:
        >>> rows = [{"body": "It rained.", "id": "a", "outlet": "Radio 4"}]
        >>> [(text, about.id, dict(about.meta)) for text, about in from_records(rows, "body", "id")]
        [('It rained.', 'a', {'outlet': 'Radio 4'})]
    """
    for number, record in enumerate(records):
        if not isinstance(record, Mapping) or text not in record:
            remedy = "name the key of the text with 'text'"
            where = f"records[{number}]"
            raise InputError(where, record, needed=f"a mapping with the key {text!r}", remedy=remedy)
        yield record[text], _about(record, {text, id}, record.get(id), f"records[{number}][{id!r}]", None)


def _about(record: Mapping[Any, Any], without: set[str], name: object, where: str, context: object) -> About:
    """Make what is known from a mapping, without some of its keys."""
    if isinstance(name, numbers.Integral) and not isinstance(name, bool):
        name = str(int(name))
    if name is not None and not isinstance(name, str):
        raise InputError(where, name, needed="a string or a whole number", remedy="convert it by str")
    return About(name, {key: value for key, value in record.items() if key not in without}, context)
