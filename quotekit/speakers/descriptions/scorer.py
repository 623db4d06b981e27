"""Decide on a description by the weights of its candidates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs

from quotekit.english.lexicons import load_words
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_document, decide_entities
from quotekit.speakers.descriptions.candidates import description_candidates
from quotekit.speakers.descriptions.features import NEAR_SENTENCES, description_rows
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.probabilities import Row, probabilities
from quotekit.speakers.query import Query
from quotekit.speakers.role_matching import ANYBODY

__all__ = ["DESCRIPTION_WEIGHTS", "Scorer", "description_weights", "may_decide"]

#: The file of the weights.
DESCRIPTION_WEIGHTS = Path(__file__).with_name("weights.json")
# "The city" is seldom one of the organizations named.
_TOO_GENERAL = frozenset({"city", "country", "county", "nation", "state"})
_KINDS = (SpeakerKind.UNNAMED, SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


@cache
def description_weights() -> Mapping[str, float]:
    """Load the weights of the features, learned by ``benchmarks/speaker_weights.py``."""
    weights: dict[str, float] = json.loads(DESCRIPTION_WEIGHTS.read_text(encoding="utf-8"))
    return weights


def may_decide(query: Query) -> bool:
    """
    Return whether a query is a description whose candidates can be weighed.

    Args:
        query: The query.

    Returns:
        Whether it is.
    """
    phrase = query.phrase
    if not query.is_description or phrase.kind not in _KINDS or phrase.noun in _TOO_GENERAL:
        return False
    # "The Chinese government" names itself.
    has_name = phrase.noun in load_words("state_nouns") and phrase.description[0].isupper()
    return not has_name and not query.is_of_several


@attrs.frozen
class Scorer:
    """
    Decides on a description by its likeliest candidate; passes if that has no name.

    It is one of the sieves of :func:`quotekit.speakers.resolve_speakers`.
    """

    #: The probability that a name must have.
    minimum: float = 0.55
    #: The probability that the name of an organization or of a document's maker must have.
    minimum_of_organizations: float = 0.75
    #: The probability that a name must have if the description may be of anybody: "the candidate", "the commuter".
    minimum_of_anybody: float = 0.8
    #: The same if it has modifiers: "the minority leader".
    minimum_with_modifiers: float = 0.5
    #: The probability above which a name need not be in focus.
    sure: float = 0.9

    def __call__(self, query: Query, discourse: Discourse) -> Decision | None:
        """Decide on a query, or pass."""
        if not may_decide(query):
            return None
        found = description_candidates(query, discourse)
        rows = description_rows(query, found, discourse)
        shares = probabilities(rows, description_weights())
        best = max(range(len(shares)), key=shares.__getitem__)
        if best == len(found) or shares[best] < self._minimum_for(query):
            return None
        if shares[best] < self.sure and _is_out_of_focus(rows[best], query):
            return None
        if query.phrase.kind is SpeakerKind.DOCUMENT:
            decision = decide_document((found[best],), query, discourse)
        else:
            decision = decide_entities((found[best],), query, discourse, is_mention=True)
        return attrs.evolve(decision, probability=shares[best])

    def _minimum_for(self, query: Query) -> float:
        if query.phrase.kind in (SpeakerKind.DOCUMENT, SpeakerKind.ORGANIZATION):
            return self.minimum_of_organizations
        if not (query.phrase.by_shape or query.phrase.noun in ANYBODY):
            return self.minimum
        return self.minimum_with_modifiers if " " in query.phrase.description else self.minimum_of_anybody


def _is_out_of_focus(row: Row, query: Query) -> bool:
    """Return whether a description with "the" is of somebody else than the person whom the text is about there."""
    if query.phrase.kind is not SpeakerKind.UNNAMED or query.phrase.article not in ("the", "this"):
        return False
    known = dict(row)
    is_near = any(known.get(f"sentences back: {distance}") for distance in range(NEAR_SENTENCES))
    is_confirmed = known.get("role") and (is_near or known.get("role, shared words"))
    is_beside = known.get("noun beside") and known.get("modifiers beside") == 1
    return not (known.get("focus, first") or is_confirmed or is_beside)
