"""Drafts with their resolved speakers, passed on to the next stage."""

from __future__ import annotations

import attrs

from quotekit.attributions.draft import Draft
from quotekit.records import Speaker

__all__ = ["ResolvedDraft"]


@attrs.frozen
class ResolvedDraft:
    """One attribution with its speaker."""

    #: The attribution as drafted.
    draft: Draft
    #: The speaker; None if unknown.
    speaker: Speaker | None = None
    #: The name of the sieve that decided (see :data:`quotekit.speakers.sieves.SIEVES`), even if it decided that the
    #: speaker cannot be resolved; "conversation" for a turn of one; None if nothing decided.
    decided_by: str | None = None
    #: Estimated probability that the speaker is right; None without a speaker.
    speaker_confidence: float | None = None
