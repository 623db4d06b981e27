"""Lone surrogates, which no other library can hold."""

from __future__ import annotations

import re

__all__ = ["replace_surrogates"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def replace_surrogates(text: str) -> str:
    r"""
    Put unknown characters for lone surrogates, which UTF-8, the tokenizer and spaCy cannot hold.

    Args:
        text: Any string.

    Returns:
        The text with every offset as it was.

    Example:
        >>> replace_surrogates("a\ud800b") == "a\ufffdb"
        True
    """
    return _SURROGATE.sub("\ufffd", text)
