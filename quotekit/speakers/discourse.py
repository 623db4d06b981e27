"""Everybody an article names, where they are named, and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, is_given_name, normalize
from quotekit.names.entities import Entity, link_mentions
from quotekit.names.mention import Mention
from quotekit.records import Credit, SpeakerKind, TextSpan
from quotekit.speakers.antecedents import REACH, Candidate
from quotekit.speakers.genders import genders_by_pronouns
from quotekit.speakers.passages import Passages
from quotekit.text import TextIndex

__all__ = ["Discourse", "Spoken", "is_personal"]

# What is left of the weight of somebody who may be a woman or a man, or no person at all.
_UNSURE = 0.6
_LAST_WORD = re.compile(r"([\w'’]+) $")
_LONGEST_WORD = 20
# Words that only open a sentence seldom come twice.
_LEAST_MENTIONS = 2
_LEAST_SUBJECTS = 2
_BEFORE_PLACES = frozenset({"at", "in", "inside", "near", "on", "outside", "the", "through", "to", "via"})


def is_personal(kind: SpeakerKind | None) -> bool:
    """Return whether a mention or entity of a kind is a person, or may be one."""
    return kind in (None, SpeakerKind.PERSON)


@attrs.frozen
class Spoken:
    """Somebody who speaks at one place."""

    #: Where, and what tells them from others: the index of an entity, or the key of an answer.
    candidate: Candidate
    #: What they are; None where nothing tells.
    kind: SpeakerKind | None
    #: Their gender, as far as the source tells.
    gender: Gender | None = None
    #: Whether they are several.
    several: bool = False


class Discourse:
    """
    Knows whom the mentions of an article name, and notes who speaks.

    Args:
        text: The article's text.

        mentions: Its mentions.

        passages: Where its sentences, quotations and statements are.

        article_credits: Who is named as having made it: their names there mean nobody whom it tells of.
    """

    def __init__(
        self, text: str, mentions: Sequence[Mention], passages: Passages, article_credits: Sequence[Credit]
    ) -> None:
        self.text = text
        self.passages = passages
        self._mentions = sorted(mentions, key=lambda m: m.name_start)
        self._starts = [m.name_start for m in self._mentions]
        #: The people and organizations, in the order of their first mentions.
        self.entities: tuple[Entity, ...] = link_mentions(TextIndex(text), self._mentions)
        self._index = {(m.name_start, m.end): i for i, e in enumerate(self.entities) for m in e.mentions}
        #: The gender of each entity; None where nothing tells.
        self.genders: list[Gender | None] = [entity.gender for entity in self.entities]
        for i, gender in genders_by_pronouns(text, self._mentions, self.entity_of, passages).items():
            self.genders[i] = self.genders[i] or gender
        self._credited = {start for credit in article_credits for start in range(credit.start, credit.end)}
        self._spoken: list[Spoken] = []
        self._longest: dict[int, Mention] = {}
        self._has_spoken: set[Hashable] = set()
        self._sources: set[int] = set()

    def entity_of(self, mention: Mention) -> int:
        """Return the index of the entity that a mention names."""
        return self._index[mention.name_start, mention.end]

    def longest(self, index: int) -> Mention:
        """Return the mention of an entity that has the longest name."""
        if index not in self._longest:
            self._longest[index] = max(self.entities[index].mentions, key=lambda m: len(m.name.text))
        return self._longest[index]

    def within(self, piece: TextSpan) -> list[Mention]:
        """Return the mentions that have characters of a source."""
        first = bisect_left(self._starts, piece.start)
        while first > 0 and self._mentions[first - 1].end > piece.start:
            first -= 1
        return self._mentions[first : bisect_left(self._starts, piece.end)]

    def before(self, at: int, reach: int = REACH) -> list[Mention]:
        """Return the mentions that begin in the characters before an offset; those in credits are left out."""
        found = self._mentions[bisect_left(self._starts, at - reach) : bisect_left(self._starts, at)]
        return [mention for mention in found if mention.name_start not in self._credited]

    def note(
        self,
        piece: TextSpan,
        who: Hashable,
        kind: SpeakerKind | None,
        gender: Gender | None = None,
        *,
        several: bool = False,
    ) -> None:
        """Note who speaks in a source; *who* is None where nobody can tell."""
        candidate = Candidate(piece.start, piece.end, ("unknown", piece.start) if who is None else who, speaks=True)
        self._spoken.append(Spoken(candidate, kind, gender, several))
        self._has_spoken.add(who)
        self._sources.add(piece.start)

    def people_before(self, at: int, gender: Gender | None) -> list[Candidate]:
        """
        Collect whom a pronoun for one person can mean.

        Args:
            at: Offset of the pronoun.

            gender: What it tells; None where it tells nothing.

        Returns:
            Whoever is named or speaks in its reach, in text order; those of the other gender do not fit.
        """
        return self._merged(
            self.candidates_before(
                at,
                lambda spoken: self._fit_of_speaker(spoken, gender),
                lambda index: self._fit_of_named(index, gender),
            )
        )

    def candidates_before(
        self, at: int, fit_of_speaker: Callable[[Spoken], float], fit_of_named: Callable[[int], float | None]
    ) -> list[Candidate]:
        """
        Collect whoever is named or speaks before an offset.

        Args:
            at: The offset.

            fit_of_speaker: Tells how well somebody who speaks fits.

            fit_of_named: Tells how well an entity fits; None for one that is not to be looked at.

        Returns:
            The candidates in text order.
        """
        candidates = []
        for spoken in reversed(self._spoken):
            if spoken.candidate.start < at - REACH:
                break
            who = spoken.candidate
            candidates.append(Candidate(who.start, who.end, who.who, speaks=True, fit=fit_of_speaker(spoken)))
        speaking = {candidate.start for candidate in candidates}
        for mention in self.before(at):
            index = self.entity_of(mention)
            fit = None if mention.start in speaking else fit_of_named(index)
            if fit is not None:
                candidates.append(Candidate(mention.start, mention.end, index, fit=fit))
        return sorted(candidates, key=lambda candidate: candidate.start)

    def _fit_of_speaker(self, spoken: Spoken, gender: Gender | None) -> float:
        """How well somebody who speaks fits a pronoun for one person."""
        who = spoken.candidate.who
        if isinstance(who, int):
            return _fit(gender, self.genders[who]) if is_personal(self.entities[who].kind) else 0.0
        if spoken.several or spoken.kind not in (None, SpeakerKind.PERSON, SpeakerKind.UNNAMED):
            return 0.0
        return _fit(gender, spoken.gender)

    def _fit_of_named(self, index: int, gender: Gender | None) -> float | None:
        """How well an entity fits a pronoun for one person; None for one that is none, as far as can be told."""
        entity = self.entities[index]
        known = len(entity.mentions) >= _LEAST_MENTIONS or is_given_name(entity.name)
        sure = self.is_surely_person(index) or (entity.kind is None and known)
        return _fit(gender, self.genders[index]) if sure else None

    def is_surely_person(self, index: int) -> bool:
        """Return whether an entity is a person by its title, its gender or its names."""
        entity = self.entities[index]
        if self.genders[index]:
            return is_personal(entity.kind)
        return entity.kind is SpeakerKind.PERSON and bool(
            entity.titles
            or index in self._has_spoken
            or len({m.name.text for m in entity.mentions}) > 1
            or any(m.name.given and m.name.text.startswith(m.name.surname) for m in entity.mentions)
        )

    def is_person(self, index: int) -> bool:
        """Return whether an entity surely is a person: single words that nothing is known of may be a place or a firm."""
        entity = self.entities[index]
        if entity.kind is not None or self.genders[index] or index in self._has_spoken:
            return True
        befores = [_LAST_WORD.search(self.text, max(0, m.start - _LONGEST_WORD), m.start) for m in entity.mentions]
        words = [found[1].lower() if found else "" for found in befores]
        subjects = sum(word not in load_words("prepositions") for word in words)
        return subjects >= _LEAST_SUBJECTS and not _BEFORE_PLACES & set(words)

    def speaks_at(self, start: int) -> bool:
        """Return whether a source that has been noted begins at an offset."""
        return start in self._sources

    def _merged(self, candidates: list[Candidate]) -> list[Candidate]:
        """Let a surname that several people bear mean the one of them who fits, if only one does."""
        fitting = {c.who for c in candidates if c.fit and isinstance(c.who, int)}
        by_surname: dict[str, list[int]] = {}
        for i in fitting:
            by_surname.setdefault(normalize(self.entities[i].name).rpartition(" ")[2], []).append(i)
        meant: dict[Hashable, int] = {}
        for alike in by_surname.values():
            single = [i for i in alike if " " not in self.entities[i].name]
            full = [i for i in alike if " " in self.entities[i].name]
            meant.update((i, full[0]) for i in single if len(full) == 1)
        return [attrs.evolve(c, who=meant[c.who]) if c.fit and c.who in meant else c for c in candidates]


def _fit(wanted: Gender | None, known: Gender | None) -> float:
    """How well a gender fits the one wanted."""
    if wanted is None or wanted == known:
        return 1.0
    return _UNSURE if known is None else 0.0
