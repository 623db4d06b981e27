"""Replace lone surrogates, which other libraries cannot encode."""

from __future__ import annotations

import re

__all__ = ["replace_surrogates"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def replace_surrogates(text: str) -> str:
    r"""
    Replace lone surrogates, which UTF-8, the tokenizer and spaCy cannot represent, with U+FFFD.

    Args:
        text: Any string.

    Returns:
        The text; all offsets stay the same.

    Example:
        >>> replace_surrogates("a\ud800b") == "a\ufffdb"
        True
    """
    return _SURROGATE.sub("\ufffd", text)
