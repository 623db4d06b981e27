"""A draft whose speaker is resolved: what speakers hand on to provenance."""

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
    #: Who speaks; None where nothing can be said of it.
    speaker: Speaker | None = None
    #: The name of the sieve that decided who speaks; None where none did.
    decided_by: str | None = None
