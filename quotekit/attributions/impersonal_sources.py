"""Empty the sources of impersonal cues: "the dam" in "The dam is expected to hold" is not a speaker."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.impersonal import is_impersonal
from quotekit.records import Spans

__all__ = ["drop_impersonal_sources"]


def drop_impersonal_sources(_: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Empty the sources of drafts in which no one in particular says or thinks something.

    Args:
        drafts: The drafts.

    Returns:
        The drafts, without a source if the cue is one such as "is expected to" or "reportedly".
    """
    return [
        attrs.evolve(draft, source=Spans()) if draft.source and is_impersonal(draft.source, draft.cue) else draft
        for draft in drafts
    ]
