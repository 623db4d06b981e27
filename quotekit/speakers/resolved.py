"""Drafts with their speakers: what this stage hands on to the next."""

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
    #: Who speaks; None where that is unknown.
    speaker: Speaker | None = None
    #: The name of the sieve that decided (see :data:`quotekit.speakers.sieves.SIEVES`), also where its decision is that
    #: nobody can say who speaks; None where none decided.
    decided_by: str | None = None
