"""The elements of regular expressions as Python's own parser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as sre_parser
except ImportError:  # Python 3.10
    import sre_constants as sre
    import sre_parse as sre_parser

__all__ = [
    "REPEATS",
    "SINGLE",
    "frozen",
    "is_optional",
    "matches",
    "named_by",
    "parts_of",
    "sets_in",
    "single_end",
    "sre",
    "sre_parser",
    "unlimited_in",
]

_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)
REPEATS = tuple(getattr(sre, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(sre, name))


def sets_in(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Yield all elements of a pattern that match one character."""
    for kind, value in parsed:
        if kind in SINGLE:
            yield kind, frozen(value)
        for part in parts_of(kind, value):
            yield from sets_in(part)


def parts_of(kind: Any, value: Any) -> Sequence[Any]:
    """Return the patterns inside an element."""
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.SUBPATTERN:
        return [value[3]]
    if kind in REPEATS:
        return [value[2]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    if kind is sre.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return [value] if kind is getattr(sre, "ATOMIC_GROUP", None) else []


def unlimited_in(parsed: Any) -> Iterator[Any]:
    """Yield the repeats without limit in a pattern."""
    for kind, value in parsed:
        if kind in REPEATS and value[1] == sre.MAXREPEAT:
            yield value
        for part in parts_of(kind, value):
            yield from unlimited_in(part)


def is_optional(kind: Any, value: Any) -> bool:
    """Return whether an element may match nothing."""
    return kind in (sre.ASSERT, sre.ASSERT_NOT, sre.AT) or (kind in REPEATS and value[0] == 0)


def single_end(body: Any, *, last: bool) -> tuple[Any, Any] | None:
    """Return the last or first element of a pattern if it matches one character."""
    kind, value = body[-1 if last else 0] if len(body) else (None, None)
    if kind is sre.SUBPATTERN:
        return single_end(value[3], last=last)
    return (kind, value) if kind in SINGLE else None


def frozen(value: Any) -> Any:
    """Return the value of an element so that it can be compared by its hash."""
    return tuple(value) if isinstance(value, list) else value


def named_by(kind: Any, value: Any) -> set[str]:
    """Return the characters that an element names, and the neighbours of ranges."""
    if kind in (sre.LITERAL, sre.NOT_LITERAL):
        return {chr(value)}
    if kind is sre.RANGE:
        return {chr(c) for c in (value[0] - 1, *value, value[1] + 1) if 0 <= c <= 0x10FFFF}
    return {char for part, inner in value for char in named_by(part, inner)} if kind is sre.IN else set()


def matches(kind: Any, value: Any, char: str, flags: int) -> bool:
    """Return whether an element matches a character."""
    if kind is sre.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    if kind is sre.LITERAL:
        return ord(char) == value
    if kind is sre.NOT_LITERAL:
        return ord(char) != value
    if kind is sre.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if kind is sre.CATEGORY:
        return re.match(_CATEGORIES[value], char, flags & re.ASCII) is not None
    is_negated = bool(value) and value[0][0] is sre.NEGATE
    return any(matches(part, inner, char, flags) for part, inner in value[is_negated:]) != is_negated
