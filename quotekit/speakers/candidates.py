"""Collect the candidate referents of a pronoun or a description."""

from __future__ import annotations

from quotekit.english.pronouns import NEUTER, THIRD_PERSON_PLURAL
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.person_candidates import people_before, people_for_pronoun
from quotekit.speakers.plural_candidates import candidates_for_plural, candidates_for_thing
from quotekit.speakers.query import Query

__all__ = ["candidates"]


def candidates(query: Query, discourse: Discourse) -> list[Candidate]:
    """
    Collect the candidate referents of a pronoun, or of a description of a person.

    Args:
        query: The pronoun or description.

        discourse: What is known at that point.

    Returns:
        The candidates in text order, including those that cannot be the referent.
    """
    if query.pronoun in THIRD_PERSON_PLURAL:
        return candidates_for_plural(query, discourse)
    if query.pronoun in NEUTER:
        return candidates_for_thing(query, discourse)
    if query.pronoun is not None and query.gender is not None:
        return people_for_pronoun(query, query.gender, discourse)
    return people_before(query, discourse)
