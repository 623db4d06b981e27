"""
Word lists as data files.

A file has one entry per line, sorted and in lower case; lines that begin with ``#`` say what the list is and where it
is from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["load_words"]


@cache
def load_words(name: str) -> frozenset[str]:
    """
    Load one word list.

    Args:
        name: The list's file name without its ending.

    Returns:
        The entries of the list.

    Raises:
        FileNotFoundError: There is no such list.

    Example:
        >>> "'twas" in load_words("elisions")
        True
    """
    lines = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
