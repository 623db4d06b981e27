"""Cells that a spreadsheet must not take for formulas."""

from __future__ import annotations

__all__ = ["no_formula"]

# What a formula begins with, also in the wide forms that East Asian versions accept.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def no_formula(cell: object) -> object:
    """
    Put an apostrophe before what a spreadsheet would take for a formula.

    Args:
        cell: The value of a cell.

    Returns:
        The same, or a string with an apostrophe in front.

    Example:
        >>> [no_formula(cell) for cell in ("=1+1", "1+1", -1)]
        ["'=1+1", '1+1', -1]
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
