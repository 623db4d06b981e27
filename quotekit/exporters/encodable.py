"""Plain data that can be encoded as UTF-8."""

from __future__ import annotations

from typing import Any

from quotekit.text.surrogates import replace_surrogates

__all__ = ["encodable"]


def encodable(data: Any) -> Any:
    r"""
    Replace lone surrogates, which UTF-8 cannot encode, with U+FFFD in all strings.

    Args:
        data: Dictionaries, lists, tuples, strings and other values.

    Returns:
        A copy of the data, in which all offsets are still valid.

    Example:
        >>> encodable({"text": "a\ud800b", "start": 2}) == {"text": "a\ufffdb", "start": 2}
        True
    """
    if isinstance(data, str):
        return replace_surrogates(data)
    if isinstance(data, dict):
        return {name: encodable(value) for name, value in data.items()}
    return type(data)(map(encodable, data)) if isinstance(data, (list, tuple)) else data
