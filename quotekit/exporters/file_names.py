"""Names of files after the ids of articles."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["FileNames"]

_UNSAFE = re.compile(r"[^\w.-]+")
# In bytes of UTF-8 it is at most four times as much, and file systems take 255.
_LONGEST = 50
# Names that Windows keeps for devices.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class FileNames:
    """
    Makes a name of each id that is good on any system, and gives none twice.

    Args:
        taken: Names that are not to be given.

    Example:
        >>> names = FileNames()
        >>> [names.after(id) for id in ("japan_summit", "Japan_Summit", "../a b/é?", None)]
        ['japan_summit', 'Japan_Summit-2', 'a_b_é', 'article']
    """

    def __init__(self, *taken: str) -> None:
        self._given = Counter(taken)

    def after(self, id: str | None) -> str:  # noqa: A002
        """
        Make the name for an article.

        Args:
            id: The article's id.

        Returns:
            The name, without an ending.
        """
        stem = _UNSAFE.sub("_", id or "")[:_LONGEST].strip("._-") or "article"
        stem = f"_{stem}" if _DEVICE.match(stem) else stem
        name = stem
        while name.casefold() in self._given:
            self._given[stem.casefold()] += 1
            name = f"{stem}-{self._given[stem.casefold()]}"
        self._given[name.casefold()] += 1
        return name
