"""Web addresses among the ids of articles."""

from __future__ import annotations

import re

__all__ = ["is_web_address"]

# Characters that are not allowed in an address would break the syntax of some formats.
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"{}|\\^`\ud800-\udfff]+")


def is_web_address(text: str | None) -> bool:
    """
    Return whether an id is a web address that is safe wherever such an address may be written.

    Args:
        text: The id; None for none.

    Returns:
        Whether it begins with ``http://`` or ``https://`` and has no characters that are not allowed in an address.

    Example:
        >>> is_web_address("https://news.example/dam"), is_web_address("javascript:alert(1)"), is_web_address(None)
        (True, False, False)
    """
    return text is not None and _ADDRESS.fullmatch(text) is not None
