"""Plain data for what is written in UTF-8."""

from __future__ import annotations

from typing import Any

from quotekit.text.surrogates import replace_surrogates

__all__ = ["encodable"]


def encodable(data: Any) -> Any:
    r"""
    Put unknown characters for lone surrogates, which UTF-8 cannot hold, in all strings.

    Args:
        data: Dictionaries, lists, tuples, strings and other values.

    Returns:
        The data with every offset as it was.

    Example:
        >>> encodable({"text": "a\ud800b", "start": 2}) == {"text": "a\ufffdb", "start": 2}
        True
    """
    if isinstance(data, str):
        return replace_surrogates(data)
    if isinstance(data, dict):
        return {name: encodable(value) for name, value in data.items()}
    return type(data)(map(encodable, data)) if isinstance(data, (list, tuple)) else data
