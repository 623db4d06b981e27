"""End contents at their signatures: what follows ``"…" — Name`` has another speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context

__all__ = ["end_at_signatures"]

_DASH = re.compile(r"[-\u2010-\u2015]{1,3}")


def end_at_signatures(_: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    End contents at their signatures.

    Args:
        drafts: The drafts.

    Returns:
        The drafts; if the cue is a dash between content and source, the content has no span after the dash.
    """
    return [_before_signature(draft) if _is_signed(draft) else draft for draft in drafts]


def _is_signed(draft: Draft) -> bool:
    """Return whether a dash between content and source is the cue."""
    if not draft.cue or not draft.source or not _DASH.fullmatch(draft.cue.text):
        return False
    return draft.content[0].end <= draft.cue[0].start < draft.source[0].start


def _before_signature(draft: Draft) -> Draft:
    """Return a draft without the spans of its content after the dash."""
    before = sum(piece.start < draft.cue[0].start for piece in draft.content)
    return draft if before == len(draft.content) else attrs.evolve(draft, content=draft.content[:before])
