"""Why an attribution is what it is."""

from __future__ import annotations

import attrs

from quotekit.records import Attribution
from quotekit.tagger.decode import Evidence

__all__ = ["Explanation"]


@attrs.frozen
class Explanation:
    """What led to one attribution: the model's scores, the rules that changed it, and how its speaker was found."""

    #: The attribution.
    attribution: Attribution
    #: The model's scores, from which the confidence is computed.
    evidence: Evidence
    #: The names of the rules that changed it, in the order of the changes: keys of the tables ``CORRECTIONS`` and
    #: ``REVISIONS`` in ``quotekit.attributions``.
    changed_by: tuple[str, ...] = ()
    #: The name of the sieve that decided who speaks, or ``conversation`` or ``ranking``; None where none did.
    decided_by: str | None = None
