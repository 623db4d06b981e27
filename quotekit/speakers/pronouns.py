"""Say whom "he" and "she" mean, one after the other in text order: each tells who is still spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.speakers.antecedents import REACH, Candidate, antecedent
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.unnamed_candidates import find_unnamed_candidates

__all__ = ["Pronouns"]

_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


class Pronouns:
    """
    Tells whom pronouns for one person mean.

    Args:
        discourse: Everybody the article names.
    """

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._unread: Iterator[re.Match[str]] = _SUBJECT.finditer(discourse.text)
        self._next = next(self._unread, None)
        self._read: dict[Gender, list[Candidate]] = {"female": [], "male": []}
        bystanders = [*find_unnamed_candidates(discourse)]
        self._unnamed_candidates = {
            gender: [c for c, told in bystanders if told in (None, gender)] for gender in self._read
        }

    def whom(self, word: str, at: int, own: Iterable[tuple[int, int]] = ()) -> Hashable:
        """
        Tell whom a pronoun means.

        Args:
            word: The pronoun, normalized.

            at: Its offset.

            own: Bounds of what it is the source of.

        Returns:
            The index of an entity, or the key of a speaker without a name; None where it is not safe to tell.
        """
        gender = PRONOUN_GENDER.get(word)
        if gender is None:
            return None
        self._read_up_to(at)
        return self._meant(gender, at, own)

    def _read_up_to(self, at: int) -> None:
        """Find out whom the pronouns before an offset mean that are no sources."""
        while self._next is not None and self._next.start() < at:
            start, end = self._next.span()
            gender = PRONOUN_GENDER[self._next.group().lower()]
            self._next = next(self._unread, None)
            if not self._discourse.passages.is_quoted(start) and not self._discourse.speaks_at(start):
                who = self._meant(gender, start, ())
                if who is not None:
                    self._read[gender].append(Candidate(start, end, who))

    def _meant(self, gender: Gender, at: int, own: Iterable[tuple[int, int]]) -> Hashable:
        read = self._read[gender]
        named = self._discourse.people_before(at, gender)
        taken = {candidate.start: candidate.end for candidate in named}
        others = (c for c in _reached(self._unnamed_candidates[gender], at) if taken.get(c.start, 0) < c.end)
        candidates = sorted([*named, *_reached(read, at), *others], key=lambda candidate: candidate.start)
        found = antecedent(self._discourse.text, at, candidates, self._discourse.passages, own)
        if isinstance(found, tuple) and found[0] == "bystander":
            return None
        if not isinstance(found, int):
            return found
        if not self._discourse.is_person(found):
            return None
        self._discourse.genders[found] = gender
        return found


def _reached(candidates: list[Candidate], at: int) -> list[Candidate]:
    """Those in the reach of an offset."""
    begin = bisect_left(candidates, at - REACH, key=lambda candidate: candidate.start)
    return candidates[begin : bisect_left(candidates, at, key=lambda candidate: candidate.start)]
