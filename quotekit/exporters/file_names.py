"""File names made from the ids of articles."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["DEVICE", "FileNames"]

#: Names that Windows reserves for devices, at the beginning of a file name.
DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?=\.|$)", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w.-]+")
# Up to four times as many bytes in UTF-8; file systems allow 255.
_MAX_CHARS = 50


class FileNames:
    """
    Makes unique file names that are valid on any system.

    Args:
        taken: Names that must not be used.

    Example:
        >>> names = FileNames()
        >>> [names.after(id) for id in ("japan_summit", "Japan_Summit", "../a b/é?", None)]
        ['japan_summit', 'Japan_Summit-2', 'a_b_é', 'article']
    """

    def __init__(self, *taken: str) -> None:
        self._given = Counter(taken)

    def after(self, id: str | None) -> str:  # noqa: A002
        """
        Make the file name for an article.

        Args:
            id: The article's id.

        Returns:
            The name, without an extension.
        """
        stem = _UNSAFE.sub("_", id or "")[:_MAX_CHARS].strip("._-") or "article"
        stem = f"_{stem}" if DEVICE.match(stem) else stem
        name = stem
        while name.casefold() in self._given:
            self._given[stem.casefold()] += 1
            name = f"{stem}-{self._given[stem.casefold()]}"
        self._given[name.casefold()] += 1
        return name
