"""Validators of the fields of records: each refuses a value of the wrong type with an error that names the field."""

from __future__ import annotations

from typing import Any, Protocol

import attrs

from quotekit.errors import RecordError, describe

__all__ = ["Validator", "checked", "checked_share", "checked_tuple"]


class Validator(Protocol):
    """A validator of a field, as attrs calls it."""

    def __call__(self, record: Any, field: attrs.Attribute[Any], value: Any, /) -> None:
        """Raise an error for an invalid value."""


def checked(needed: str, *types: type) -> Validator:
    """
    Make a validator of types.

    Args:
        needed: What the value must be, in words.

        types: The types that it may have.

    Returns:
        The validator; it raises a :class:`~quotekit.errors.RecordError` that names the field.

    Example:
        >>> @attrs.frozen
        ... class Place:
        ...     name: str = attrs.field(validator=checked("a string", str))
        >>> Place(5)
        Traceback (most recent call last):
        ...
        quotekit.errors.RecordError: not a valid article: at name, it must be a string, got 5 (int)
    """

    def check(_: Any, field: attrs.Attribute[Any], value: Any, /) -> None:
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise RecordError(where=field.name, problem=f"it must be {needed}, got {describe(value)}")

    return check


def checked_tuple(kind: type) -> Validator:
    """
    Make a validator of tuples.

    Args:
        kind: The type of their items.

    Returns:
        The validator; it raises a :class:`~quotekit.errors.RecordError` that names the field and the item.

    Example:
        >>> @attrs.frozen
        ... class Place:
        ...     names: tuple[str, ...] = attrs.field(validator=checked_tuple(str))
        >>> Place(("Oslo", 5))
        Traceback (most recent call last):
        ...
        quotekit.errors.RecordError: not a valid article: at names[1], it must be of the type str, got 5 (int)
    """

    def check(_: Any, field: attrs.Attribute[Any], value: Any, /) -> None:
        if not isinstance(value, tuple):
            raise RecordError(where=field.name, problem=f"it must be a tuple, got {describe(value)}")
        for i, item in enumerate(value):
            if not isinstance(item, kind):
                problem = f"it must be of the type {kind.__name__}, got {describe(item)}"
                raise RecordError(where=f"{field.name}[{i}]", problem=problem)

    return check


def checked_share(_: Any, field: attrs.Attribute[Any], value: Any, /) -> None:
    """
    Refuse a value that is not a number from 0 to 1.

    Args:
        field: The field.

        value: Its value.

    Raises:
        RecordError: It is not a number, or not from 0 to 1.

    Example:
        >>> checked_share(None, attrs.fields(attrs.make_class("Guess", ["confidence"])).confidence, 0.5)
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise RecordError(where=field.name, problem=f"it must be a number, got {describe(value)}")
    if not 0 <= value <= 1:
        raise RecordError(where=field.name, problem=f"it must be from 0 to 1, got {describe(value)}")
