"""Word lists and templates of the augmentations, as data files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["load_lines"]


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """
    Load one list.

    Args:
        name: The list's file name without its ending.

    Returns:
        The lines of the file in its order, without the comments, which begin with ``#``.

    Raises:
        FileNotFoundError: There is no such list.

    Example:
        >>> "Lefty" in load_lines("nicknames")
        True
    """
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
