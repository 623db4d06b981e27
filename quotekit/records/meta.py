"""What the caller knows about an article: a frozen mapping of values that JSON can hold."""

from __future__ import annotations

import datetime as dt
import math
import numbers
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from quotekit.errors import RecordError, describe

__all__ = ["Meta", "as_meta", "plain_meta"]

# Deeper data is not metadata, and some readers of JSON refuse it.
_MAX_DEPTH = 32


@attrs.frozen(init=False, repr=False, eq=False)
class Meta(Mapping[str, Any]):
    """
    What the caller knows about an article, such as its address, outlet, date and author.

    An immutable mapping of strings to values that JSON can hold: strings, numbers, true and false, None, and lists and
    dictionaries of these. Lists are kept as tuples, dictionaries as :class:`Meta`, dates and times as ISO strings, NaN
    and NaT (as pandas has where a value is missing) as None. So it can be hashed, and reads back from JSON equal.

    Args:
        values: The values by name.

    Raises:
        RecordError: A name is not a string, or JSON cannot hold a value.

    Example:
        >>> meta = Meta({"outlet": "Harbour Times", "date": dt.date(2024, 5, 3), "tags": ["dam", "river"]})
        >>> meta["date"], meta["tags"], meta.get("author")
        ('2024-05-03', ('dam', 'river'), None)
    """

    _values: dict[str, Any]

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        object.__setattr__(self, "_values", _frozen_values({} if values is None else values, "meta", 0))

    def __getitem__(self, name: str) -> Any:
        """Return the value of a name."""
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in the order given."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        """Compare with any mapping, whatever the order of its names."""
        if not isinstance(other, Mapping):
            return NotImplemented
        return bool(plain_meta(self) == (plain_meta(other) if isinstance(other, Meta) else dict(other)))

    def __hash__(self) -> int:
        """Hash consistently with equality."""
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        """Represent the metadata as a dictionary."""
        return f"Meta({self._values!r})"

    def __reduce__(self) -> tuple[type[Meta], tuple[dict[str, Any]]]:
        """Unpickle through the constructor, because a frozen value cannot be filled in later."""
        return Meta, (self._values,)


def as_meta(values: Mapping[str, Any] | None) -> Meta:
    """
    Convert a mapping to metadata.

    Args:
        values: The values by name; None for none.

    Returns:
        The metadata; *values* itself if it is metadata already.

    Raises:
        RecordError: A name is not a string, or JSON cannot hold a value.

    Example:
        >>> as_meta({"outlet": "Harbour Times"})
        Meta({'outlet': 'Harbour Times'})
    """
    return values if isinstance(values, Meta) else Meta(values)


def plain_meta(value: Any) -> Any:
    """
    Convert metadata, or one of their values, to plain dictionaries and lists.

    Args:
        value: The metadata, or a value.

    Returns:
        The same in dictionaries and lists.

    Example:
        >>> plain_meta(Meta({"tags": ("dam", "river")}))
        {'tags': ['dam', 'river']}
    """
    if isinstance(value, Meta):
        return {name: plain_meta(item) for name, item in value.items()}
    return [plain_meta(item) for item in value] if isinstance(value, tuple) else value


def _frozen_values(values: object, where: str, depth: int) -> dict[str, Any]:
    if not isinstance(values, Mapping):
        raise RecordError(where, f"it must be a dictionary, got {describe(values)}")
    frozen: dict[str, Any] = {}
    for name, value in values.items():
        if not isinstance(name, str):
            raise RecordError(where, f"its names must be strings, got {describe(name)}")
        frozen[str(name)] = _frozen(value, f"{where}.{name}", depth + 1)
    return frozen


def _frozen(value: object, where: str, depth: int) -> Any:
    """Make a value immutable; refuse one that JSON cannot hold."""
    if depth > _MAX_DEPTH:
        raise RecordError(where, f"its values must not be nested deeper than {_MAX_DEPTH} levels")
    if isinstance(value, Mapping):
        inner = Meta.__new__(Meta)
        object.__setattr__(inner, "_values", _frozen_values(value, where, depth))
        return inner
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(item, f"{where}[{number}]", depth + 1) for number, item in enumerate(value))
    return _scalar(value, where)


def _scalar(value: object, where: str) -> str | float | bool | None:
    # A subclass, such as a choice or a number of NumPy's, is reduced to what JSON reads back.
    for kind, convert in _SCALARS:
        if isinstance(value, kind):
            if value != value:  # noqa: PLR0124  # true of NaN and NaT alone
                return None
            plain = convert(value)
            if isinstance(plain, float) and math.isinf(plain):
                break
            return plain
    needed = "a string, a finite number, true, false, None, a date, or a list or dictionary of these"
    raise RecordError(where, f"it must be {needed}, got {describe(value)}")


def _iso(value: Any) -> str:
    return str(value.isoformat())


_SCALARS: tuple[tuple[type, Callable[[Any], str | float | bool | None]], ...] = (
    (str, str.__str__),
    (bool, bool),
    (type(None), lambda _: None),
    (numbers.Integral, int),
    (numbers.Real, float),
    (dt.date, _iso),
    (dt.time, _iso),
)
