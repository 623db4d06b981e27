"""Say whom "he" and "she" mean, one after the other in text order: each tells who is still spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator

from quotekit.speakers.antecedents import REACH, Candidate, antecedent
from quotekit.speakers.bystanders import find_bystanders
from quotekit.speakers.cast import Cast
from quotekit.speakers.genders import PRONOUN_GENDER
from quotekit.speakers.vocabulary import Gender

__all__ = ["Pronouns"]

_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


class Pronouns:
    """
    Tells whom pronouns for one person mean.

    Args:
        cast: Everybody the article names.
    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._unread: Iterator[re.Match[str]] = _SUBJECT.finditer(cast.text)
        self._next = next(self._unread, None)
        self._read: dict[Gender, list[Candidate]] = {"female": [], "male": []}
        bystanders = [*find_bystanders(cast)]
        self._bystanders = {gender: [c for c, told in bystanders if told in (None, gender)] for gender in self._read}

    def whom(self, word: str, at: int, own: Iterable[tuple[int, int]] = ()) -> Hashable:
        """
        Tell whom a pronoun means.

        Args:
            word: The pronoun, folded.

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
            if not self._cast.passages.is_quoted(start) and not self._cast.speaks_at(start):
                who = self._meant(gender, start, ())
                if who is not None:
                    self._read[gender].append(Candidate(start, end, who))

    def _meant(self, gender: Gender, at: int, own: Iterable[tuple[int, int]]) -> Hashable:
        read = self._read[gender]
        named = self._cast.people_before(at, gender)
        taken = {candidate.start: candidate.end for candidate in named}
        others = (c for c in _reached(self._bystanders[gender], at) if taken.get(c.start, 0) < c.end)
        candidates = sorted([*named, *_reached(read, at), *others], key=lambda candidate: candidate.start)
        found = antecedent(self._cast.text, at, candidates, self._cast.passages, own)
        if isinstance(found, tuple) and found[0] == "bystander":
            return None
        if not isinstance(found, int):
            return found
        if not self._cast.is_person(found):
            return None
        self._cast.genders[found] = gender
        return found


def _reached(candidates: list[Candidate], at: int) -> list[Candidate]:
    """Those in the reach of an offset."""
    begin = bisect_left(candidates, at - REACH, key=lambda candidate: candidate.start)
    return candidates[begin : bisect_left(candidates, at, key=lambda candidate: candidate.start)]
