"""Asides: statements that were made on a different occasion from those around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotekit.english.patterns import any_of
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["is_aside"]

_REACH_CHARS = 600
_OTHER_TIME = re.compile(
    r"""
    \b[Ii]n\ (?:19|20)\d\d\b
    | \b(?:last|earlier\ this)\ (?:week|month|year)\b
    | \b(?:previously|years\ ago|once|then|at\ the\ time)\b
    | \b(?:always|continually|frequently|often|regularly|repeatedly)\b
    """,
    re.VERBOSE,
)


def is_aside(index: TextIndex, statement: Statement) -> bool:
    """
    Return whether a statement was made on another occasion, judged by its sentence without its content.

    Args:
        index: The text.

        statement: The statement.

    Returns:
        Whether the sentence mentions another time ("last year") or setting ("in a statement", "told reporters").
    """
    words = " ".join(_outside_content(index, statement))
    return bool(_OTHER_TIME.search(words) or _other_occasion().search(words.lower()))


def _outside_content(index: TextIndex, statement: Statement) -> Iterator[str]:
    """Yield the parts of a statement's sentence that are not in its content."""
    start, end = index.sentence(statement.sentence)
    start, end = max(start, statement.anchor - _REACH_CHARS), min(end, statement.anchor + _REACH_CHARS)
    for piece in statement.content:
        if piece.start < end and piece.end > start:
            yield index.text[start : max(start, piece.start)]
            start = max(start, piece.end)
    yield index.text[start:end]


@cache
def _other_occasion() -> re.Pattern[str]:
    """Build the pattern of other settings."""
    return re.compile(
        rf"""
        \b(?:
            (?:at|by|during|in|issued|released|sent)\ (?:[\w-]+\ ){{0,3}}{any_of("occasion_nouns")}  # "in a statement"
          | (?:told|telling|tells|tell)\ (?:(?:a|an|the|his|her)\ )?(?:\w+\ )?{any_of("audiences")}  # "told reporters"
        )\b
        """,
        re.VERBOSE,
    )
