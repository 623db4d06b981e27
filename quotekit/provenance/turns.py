"""Turns of a transcript: "HOLM: Good evening."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.outlet_names import is_outlet
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.statements import Statement
from quotekit.records import Outlet

__all__ = ["find_host", "is_turn"]

_COLON = re.compile(r"\s*:\s*")
_MAX_CHARS_BEFORE_COLON = 1


def is_turn(statement: Statement) -> bool:
    """Return whether a statement is a turn of a transcript: a source followed directly by a colon."""
    cue, source = statement.cue, statement.source
    if not source or not _COLON.fullmatch(cue.text):
        return False
    return cue[0].start - source[-1].end <= _MAX_CHARS_BEFORE_COLON


def find_host(statements: Sequence[Statement]) -> OutletChain:
    """
    Find the outlet that asks the questions in a transcript: "REEF TIMES: Is it late?".

    Args:
        statements: The text's statements.

    Returns:
        The first outlet that takes a turn; empty if there is none, or if outlets take all turns.
    """
    sources = [statement.source.text for statement in statements if is_turn(statement)]
    hosts = [source for source in sources if is_outlet(source)]
    return (Outlet(hosts[0]),) if hosts and len(hosts) < len(sources) else ()
