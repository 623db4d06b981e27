"""Decide on third-person and relative pronouns."""

from __future__ import annotations

import attrs

from quotekit.english.pronouns import FIRST_PERSON, NEUTER, PRONOUN_GENDER, RELATIVES, THIRD_PERSON_PLURAL
from quotekit.speakers.candidates import candidates
from quotekit.speakers.decision import Decision, decide_entities, decide_pronoun
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Reason, Referent, Unresolvable
from quotekit.speakers.relative_pronouns import find_relative_antecedents

__all__ = ["antecedent_of", "he_or_she", "it", "other_pronoun", "relative_pronoun", "they"]


def antecedent_of(query: Query, discourse: Discourse) -> Referent:
    """
    Choose the antecedent of a personal pronoun.

    Args:
        query: The pronoun.

        discourse: What is known at that point.

    Returns:
        Its referent; :class:`~quotekit.speakers.referents.Unresolvable` if it cannot be resolved safely, and for any
        pronoun other than "he", "she", "it" and "they" and their other forms.
    """
    pronoun = query.pronoun or ""
    if pronoun in THIRD_PERSON_PLURAL or pronoun in NEUTER:
        return discourse.choose(query, candidates(query, discourse), discourse)
    if pronoun not in PRONOUN_GENDER:
        return Unresolvable(Reason.UNCERTAIN)
    referent = discourse.choose(query, candidates(query, discourse), discourse)
    if isinstance(referent, Named) and not discourse.may_be_pronoun(referent.entity):
        return Unresolvable(Reason.UNCERTAIN)
    return referent


def relative_pronoun(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "who" and "which" by the source or name right before them, or the name before an appositive."""
    if query.pronoun is None or query.pronoun not in RELATIVES:
        return None
    speech = next(iter(discourse.speeches_before(query.start)), None)
    if speech is not None and _is_right_before(speech, query, discourse) and isinstance(speech.referent, Described):
        own = attrs.evolve(speech, start=query.start, end=query.end)
        return Decision(speech.referent, speech=own, mentions=(query.bounds,))
    before = discourse.mentions.before(query.start)
    found = find_relative_antecedents(discourse.index, query.pronoun, query.start, before)
    entities = tuple(dict.fromkeys(map(discourse.mentions.entity_of, found)))
    return decide_entities(entities, query, discourse) if entities else None


def he_or_she(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "he" and "she", and their other forms."""
    return _by_antecedent(query, discourse) if query.pronoun in PRONOUN_GENDER else None


def they(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "they", and its other forms."""
    return _by_antecedent(query, discourse) if query.pronoun in THIRD_PERSON_PLURAL else None


def it(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "it", and its other forms."""
    return _by_antecedent(query, discourse) if query.pronoun in NEUTER else None


def other_pronoun(query: Query, discourse: Discourse) -> Decision | None:
    """Decide that pronouns such as "you" and "this" cannot be resolved."""
    if query.pronoun is None or query.pronoun in RELATIVES or query.pronoun in FIRST_PERSON:
        return None
    return decide_pronoun(Unresolvable(Reason.UNCERTAIN), query, discourse)


def _is_right_before(speech: Speech, query: Query, discourse: Discourse) -> bool:
    """Return whether nothing but a comma separates a source from a pronoun."""
    return discourse.index.text[speech.end : query.start] in (" ", ", ")


def _by_antecedent(query: Query, discourse: Discourse) -> Decision:
    return decide_pronoun(antecedent_of(query, discourse), query, discourse)
