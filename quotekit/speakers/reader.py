"""Resolve the narrative's pronouns in text order, to learn which people stay in focus and what gender they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.speakers.discourse import Discourse, ResolvedPronoun
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Reason, Unresolvable
from quotekit.speakers.sieves.pronouns import antecedent_of

__all__ = ["PronounReader"]

_SUBJECT_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


class PronounReader:
    """
    Reads the occurrences of "he" and "she" in an article that are neither sources nor quoted.

    Args:
        discourse: What is known; the results are noted in it.
    """

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._unread: Iterator[re.Match[str]] = _SUBJECT_PRONOUN.finditer(discourse.index.text)
        self._next = next(self._unread, None)

    def advance_to(self, at: int) -> None:
        """Resolve the pronouns before an offset that have not been resolved yet."""
        while self._next is not None and self._next.start() < at:
            found = self._next
            self._next = next(self._unread, None)
            if not self._discourse.index.is_quoted(found.start()) and not self._discourse.is_source(found.start()):
                self._resolve(found.group().lower(), found.start(), found.end())

    def _resolve(self, pronoun: str, start: int, end: int) -> None:
        """Resolve one pronoun and note the result."""
        referent = antecedent_of(Query.of_pronoun(pronoun, start, end), self._discourse)
        if isinstance(referent, Unresolvable) and referent.reason is not Reason.UNKNOWN_SPEAKER:
            return
        gender = PRONOUN_GENDER[pronoun]
        if isinstance(referent, Named):
            self._discourse.learn_gender(referent.entity, gender)
        self._discourse.note_pronoun(gender, ResolvedPronoun(start, end, referent))
