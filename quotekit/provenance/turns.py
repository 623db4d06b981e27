"""Turns of a transcript: "HOLM: Good evening."."""

from __future__ import annotations

import re

from quotekit.provenance.statements import Statement

__all__ = ["is_turn"]

_COLON = re.compile(r"\s{0,9}:\s{0,9}")
_MAX_CHARS_BEFORE_COLON = 1


def is_turn(statement: Statement) -> bool:
    """
    Return whether a statement is a turn of a transcript: a source followed directly by a colon.

    Args:
        statement: The statement.

    Returns:
        Whether it is.
    """
    cue, source = statement.cue, statement.source
    if not source or not _COLON.fullmatch(cue.text):
        return False
    return cue[0].start - source[-1].end <= _MAX_CHARS_BEFORE_COLON
