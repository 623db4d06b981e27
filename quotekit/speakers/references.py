"""Say whom "they", "it" and "both" mean, where it is safe."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeGuard

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, is_role, kind_of_noun, normalize, singular
from quotekit.names.organizations import organization_nouns
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import Candidate, antecedent, is_subject
from quotekit.speakers.discourse import Discourse, Spoken, is_personal
from quotekit.text import TextIndex

__all__ = ["References", "is_joint"]

_WORD = re.compile(r"(?<![\w'’-])[a-z][a-z-]{2,}(?![\w-])")
_AND = re.compile(r"(?: \([^()]{1,25}\))?,? and (?:the )?")
_COMMA = re.compile(r"(?: \([^()]{1,25}\))?, (?:the )?")
# "The Holm campaign" is not Holm.
_OF_A_NAME = re.compile(r"(?:['’]s?)? (?:administration|camp|campaign|government|presidency|team)\b")
# "The ChatGPT maker" is not ChatGPT.
_OF_ITS_OWNER = re.compile(r" (?:creator|developer|founder|maker|operator|owner|parent)\b")
# Before a word that is there for another noun: "police officers", "campaign aides".
_NOUN_AFTER = re.compile(r" ([a-z]{3,}s)\b")
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Oo]ther|[Tt]hose) (?:[\w-]+ ){0,3}$")
_PHRASE_REACH = 50
_NOUN_REACH = 500
_PAIR = 2
_SENTENCES = 3
_ORGANIZATIONS = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
_THINGS = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
_PLACES = frozenset({"country", "government", "nation", "state"})
_UNIONS = frozenset({"eu", "european union", "un", "united nations"})
_MOST = 60


class References:
    """
    Tells whom pronouns for several, and for organizations and things, mean.

    Args:
        discourse: Everybody the article names.
    """

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def several(self, at: int, own: Iterable[tuple[int, int]]) -> Hashable:
        """
        Tell whom "they" means.

        Args:
            at: Its offset.

            own: Bounds of what it is the source of.

        Returns:
            The index of an entity, a tuple of several indices, or the key of a speaker without a name; None where it is
            not safe to tell.
        """
        named = self._discourse.candidates_before(at, _fit_several, self._fit_organization)
        candidates = [c if c.speaks or self._may_be_several(c) else _open(c.start, c.end) for c in named]
        candidates += self._lists(at)
        candidates += self._nouns(at, candidates, plural=True)
        return self._meant(at, candidates, own)

    def thing(self, at: int, own: Iterable[tuple[int, int]]) -> Hashable:
        """
        Tell what "it" means.

        Args:
            at: Its offset.

            own: Bounds of what it is the source of.

        Returns:
            The index of an entity, or the key of a speaker without a name; None where it is not safe to tell.
        """
        named = self._discourse.candidates_before(at, _fit_thing, self._fit_thing)
        candidates = [c for c in named if c.speaks or not _OF_ITS_OWNER.match(self._discourse.text, c.end)]
        candidates += self._nouns(at, candidates, plural=False)
        candidates += self._places(at, candidates)
        return self._meant(at, candidates, own)

    def pair(self, noun: str, at: int, own: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        """
        Tell whom "both" or "the two senators" means: the only two that the sentences before name.

        Args:
            noun: What they are called; empty where they are called nothing.

            at: Its offset.

            own: Bounds of what it is the source of.

        Returns:
            Indices of the two; none where it is not safe to tell.
        """
        passages = self._discourse.passages
        quoted = passages.is_quoted(at)
        by_sentence: dict[int, list[Candidate]] = {}
        candidates = self._discourse.candidates_before(
            at, lambda spoken: self._may_be(noun, spoken.candidate.who), lambda index: self._may_be(noun, index)
        )
        for candidate in candidates[-_MOST:]:
            aside = _OF_A_NAME.match(self._discourse.text, candidate.end)
            told = aside or any(start <= candidate.start < end for start, end in own)
            if candidate.fit and not told and passages.is_quoted(candidate.start) == quoted:
                by_sentence.setdefault(passages.sentence(candidate.start), []).append(candidate)
        found: dict[int, None] = {}
        for sentence in range(passages.sentence(at), passages.sentence(at) - _SENTENCES, -1):
            here = by_sentence.get(sentence, [])
            found = dict.fromkeys([*_indices(here), *found])
            pairs = [_indices(several) for several in ([one] for one in here if is_joint(one.who))]
            pairs += [_indices(several) for several in self._joint(here) if len(several) == _PAIR]
            if len(set(pairs)) == 1 and len(found) > 1:
                return pairs[0]
            if len(found) > 1:
                return tuple(found) if len(found) == _PAIR else ()
        return ()

    def _may_be(self, noun: str, who: Hashable) -> float:
        """Return whether somebody may be called by a plural noun; people, where there is none."""
        if isinstance(who, tuple) and len(who) == _PAIR and is_joint(who):
            return min(self._may_be(noun, one) for one in who)
        if not isinstance(who, int):
            return 0.0
        one = singular(noun.rpartition(" ")[2]) if noun else ""
        entity = self._discourse.entities[who]
        named_place = is_place(entity.name, regions=False)
        if one in _PLACES:
            return float(named_place)
        if one in load_words("organization_nouns"):
            is_body = entity.kind is SpeakerKind.ORGANIZATION and not named_place
            return float(is_body and one in organization_nouns(TextIndex(self._discourse.text), entity.mentions))
        if one and not is_role(one):
            return 0.0
        gender = {"man": "male", "woman": "female"}.get(one)
        fits = gender is None or self._discourse.genders[who] in (None, gender)
        return float(fits and self._discourse.is_surely_person(who))

    def _joint(self, candidates: Sequence[Candidate]) -> list[tuple[Candidate, ...]]:
        """The lists that commas and a last "and" make of names: "Ann Lee, Bo Day and Cy Fox"."""
        lists: list[tuple[Candidate, ...]] = []
        joined: list[Candidate] = []
        for a, b in pairwise(candidates):
            between = self._discourse.text[a.end : b.start]
            joined = joined or [a]
            if _AND.fullmatch(between):
                lists.append((*joined, b))
                joined = []
            elif _COMMA.fullmatch(between):
                joined.append(b)
            else:
                joined = []
        return lists

    def _lists(self, at: int) -> list[Candidate]:
        """People that a list joins."""
        named = [(m, self._discourse.entity_of(m)) for m in self._discourse.before(at)]
        people = [Candidate(m.start, m.end, i) for m, i in named if is_personal(self._discourse.entities[i].kind)]
        return [
            Candidate(several[0].start, several[-1].end, tuple(one.who for one in several))
            for several in self._joint(people)
        ]

    def _nouns(self, at: int, others: Sequence[Candidate], *, plural: bool) -> list[Candidate]:
        """Common nouns that the pronoun may mean as well; of these nothing can be told."""
        kinds = (*_ORGANIZATIONS, SpeakerKind.UNNAMED) if plural else _THINGS
        taken = [(c.start, c.end) for c in others]
        found = []
        for word in _WORD.finditer(self._discourse.text, max(0, at - _NOUN_REACH), at):
            noun = word.group()
            if (singular(noun) != noun) != plural or kind_of_noun(noun) not in kinds:
                continue
            if _NOUN_AFTER.match(self._discourse.text, word.end()) or any(s <= word.start() < e for s, e in taken):
                continue
            start = self._phrase_start(word.start())
            found.append(_open(start, word.end()))
        return found

    def _places(self, at: int, others: Sequence[Candidate]) -> list[Candidate]:
        """Places that the pronoun may mean as well; nobody says which of its organizations speaks for a place."""
        taken = {candidate.start for candidate in others}
        return [
            _open(m.start, m.end)
            for m in self._discourse.before(at)
            if m.start not in taken and self._is_place(self._discourse.entity_of(m))
        ]

    def _phrase_start(self, at: int) -> int:
        """Where the phrase begins whose main noun stands at an offset: "the" and an adjective or two before it."""
        found = _DETERMINED.search(self._discourse.text, max(0, at - _PHRASE_REACH), at)
        return found.start() if found else at

    def _meant(self, at: int, candidates: list[Candidate], own: Iterable[tuple[int, int]]) -> Hashable:
        candidates.sort(key=lambda candidate: candidate.start)
        who = antecedent(self._discourse.text, at, candidates, self._discourse.passages, own)
        return None if isinstance(who, tuple) and who[0] in ("noun", "unknown") else who

    def _may_be_several(self, named: Candidate) -> bool:
        """Return whether a group, or an organization that is the subject by itself, may be "they"; others may have stood beside it."""
        if isinstance(named.who, int) and self._discourse.entities[named.who].kind is SpeakerKind.GROUP:
            return True
        return is_subject(self._discourse.text, named) and not _AND.match(self._discourse.text, named.end)

    def _fit_organization(self, index: int) -> float | None:
        """How well a named organization or group fits "they"; places do only where they speak."""
        return 1.0 if self._discourse.entities[index].kind in _ORGANIZATIONS and not self._is_place(index) else None

    def _fit_thing(self, index: int) -> float | None:
        """How well a named organization or document fits "it"; places do only where they speak."""
        return 1.0 if self._discourse.entities[index].kind in _THINGS and not self._is_place(index) else None

    def _is_place(self, index: int) -> bool:
        """Return whether an entity is a country or a city; unions of states are organizations."""
        name = self._discourse.entities[index].name
        return normalize(name) not in _UNIONS and is_place(name)


def _open(start: int, end: int) -> Candidate:
    """Somebody who may be meant, of whom nothing can be told then."""
    return Candidate(start, end, ("noun", end))


def is_joint(who: Hashable) -> TypeGuard[tuple[int, ...]]:
    """Return whether somebody is several entities together."""
    return isinstance(who, tuple) and all(isinstance(one, int) for one in who)


def _indices(candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """Indices of the entities that candidates are, each by itself."""
    whom = (c.who if is_joint(c.who) else (c.who,) for c in candidates)
    return tuple(who for several in whom for who in several if isinstance(who, int))


def _fit_several(spoken: Spoken) -> float:
    """How well somebody who speaks fits "they"."""
    return float(spoken.several or spoken.kind in _ORGANIZATIONS)


def _fit_thing(spoken: Spoken) -> float:
    """How well something that speaks fits "it"."""
    return float(not spoken.several and spoken.kind in _THINGS)
