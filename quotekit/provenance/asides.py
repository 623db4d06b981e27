"""Asides: statements that were made on a different occasion from those around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotekit.english.patterns import any_of
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["names_other_setting", "names_other_time", "outside_content"]

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
# "At AIPAC, she said": the sentence begins with an event or place.
_AT_EVENT = re.compile(r"\W{0,30}(?:(?:Earlier|Later|But|And),?\s{1,9})?At\s{1,9}(?:the\s{1,9})?[A-Z]")


def names_other_time(words: str) -> bool:
    """
    Return whether words name another time: "last year".

    Args:
        words: The words outside a statement's content.

    Returns:
        Whether they do.
    """
    return _OTHER_TIME.search(words) is not None


def names_other_setting(words: str) -> bool:
    """
    Return whether words name a setting other than an outlet: "in a statement", "told reporters".

    Args:
        words: The words outside a statement's content.

    Returns:
        Whether they do.
    """
    return _other_occasion().search(words.lower()) is not None or _AT_EVENT.match(words) is not None


def outside_content(index: TextIndex, statement: Statement) -> Iterator[str]:
    """
    Find the parts of a statement's sentence that are not in its content.

    Args:
        index: The text.

        statement: The statement.

    Yields:
        The parts in text order; of long sentences only those near the cue.
    """
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
            (?:in|on)\ (?:his|her|their|its|an?)\ (?:[\w-]+\ )?                                       # "on her blog"
            (?:blog|newsletter|podcast|radio\ show|website)
          | (?:at|by|during|in|issued|released|sent)\ (?:[\w-]+\ ){{0,3}}{any_of("occasion_nouns")}  # "in a statement"
          | (?:told|telling|tells|tell)\ (?:(?:a|an|the|his|her)\ )?(?:\w+\ )?{any_of("audiences")}  # "told reporters"
        )\b
        """,
        re.VERBOSE,
    )
