"""What is known at a point of an article: whom it names, who has spoken, and what has been decided so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender
from quotekit.names.entities import Entity
from quotekit.names.mention import Mention, is_personal
from quotekit.records import Credit, Spans, SpeakerKind
from quotekit.speakers.authors import Authors
from quotekit.speakers.cluster_referents import ClusterReferents
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.entity_profiles import EntityProfiles
from quotekit.speakers.genders import infer_genders
from quotekit.speakers.likely_genders import guess_gender, has_gendered_title, is_name_of_either_gender
from quotekit.speakers.mention_index import REACH_CHARS, MentionIndex
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Referent
from quotekit.speakers.reported import ReportedContents
from quotekit.speakers.surroundings import is_before_role, is_followed_by_verb, word_before
from quotekit.speakers.unnamed_candidates import UnnamedCandidate, find_unnamed_candidates
from quotekit.text import TextIndex

if TYPE_CHECKING:
    from quotekit.speakers.candidate import Candidate
    from quotekit.speakers.decision import Decision

__all__ = ["Chooser", "Discourse", "ResolvedPronoun", "Speech"]

#: Chooses the referent of a query among its candidates, which come in text order.
Chooser: TypeAlias = "Callable[[Query, Sequence[Candidate], Discourse], Referent]"

# A single word is taken for a person's name if it is a subject so many times, or once with a verb behind it.
_MIN_SUBJECTS = 2
_WORD = re.compile(r"\w+(?:-\w+)*")
_BEFORE_PLACES = frozenset({"at", "in", "inside", "near", "on", "outside", "the", "through", "to", "via"})


@attrs.frozen
class Speech:
    """Somebody who speaks at one place of the article."""

    #: Offset of the source's first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Who speaks.
    referent: Referent
    #: What the speaker is; None where it is unknown.
    kind: SpeakerKind | None
    #: The speaker's gender, as far as the source shows it.
    gender: Gender | None = None
    #: Whether several speak.
    is_plural: bool = False
    #: The main noun of the description with which a speaker without a name is introduced here; None elsewhere.
    noun: str | None = None
    #: The words of that description.
    words: frozenset[str] = frozenset()


@attrs.frozen
class ResolvedPronoun:
    """A pronoun that is no source, and whom it refers to."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Whom it refers to.
    referent: Referent


class Discourse:
    """
    What is known when a query is asked.

    Only :meth:`note`, :meth:`note_pronoun`, :meth:`learn_gender`, :meth:`record` and :meth:`postpone` change it. The
    resolver calls them after a decision; sieves only ask.

    Args:
        index: The index of the article's text.

        mentions: The article's mentions, from :func:`quotekit.names.find_mentions`.

        choose: Chooses among the candidates for an antecedent.

        contents: The content of each attribution.

        article_credits: Who is credited with the article.

        clusters: The article's clusters of coreference, from :func:`quotekit.speakers.read_clusters`.
    """

    def __init__(
        self,
        index: TextIndex,
        mentions: Sequence[Mention],
        choose: Chooser,
        *,
        contents: Sequence[Spans] = (),
        article_credits: Sequence[Credit] = (),
        clusters: Clusters = (),
    ) -> None:
        #: The index of the article's text.
        self.index = index
        #: The mentions by their places, and the entities that they name.
        self.mentions = MentionIndex(index, mentions, article_credits)
        #: Which parts of the text are reported content.
        self.reported = ReportedContents(contents)
        #: Whom the caller's clusters mean.
        self.clusters = ClusterReferents(index, clusters, self.mentions)
        #: Who wrote the article.
        self.authors = Authors(index, article_credits)
        #: Chooses among the candidates for an antecedent.
        self.choose = choose
        self._genders = [None if is_name_of_either_gender(e) else e.gender for e in self.entities]
        for entity, gender in infer_genders(index, self.mentions).items():
            if not has_gendered_title(self.entities[entity]):
                self._genders[entity] = gender
        self._speeches: list[Speech] = []
        self._speaking: set[Referent] = set()
        self._source_starts: set[int] = set()
        self._introduced: dict[str, dict[Described, frozenset[str]]] = {}
        self._known: dict[Referent, Referent] = {}
        self._pronouns: dict[Gender, list[ResolvedPronoun]] = {"female": [], "male": []}
        self._decisions: dict[int, Decision] = {}
        self._postponed: dict[int, Query] = {}

    # What the article says

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organizations and groups that the article names, in the order of their first mentions."""
        return self.mentions.entities

    @cached_property
    def profiles(self) -> EntityProfiles:
        """What the article says of its entities besides their names."""
        return EntityProfiles(self.index, self.entities)

    @cached_property
    def _likely_genders(self) -> list[Gender | None]:
        return [guess_gender(self.index, entity) for entity in self.entities]

    @cached_property
    def unnamed_candidates(self) -> tuple[UnnamedCandidate, ...]:
        """The people that the article mentions without a name, in text order."""
        return tuple(find_unnamed_candidates(self.index, self.entities))

    def is_word_before(self, word: str, at: int) -> bool:
        """Return whether a word in lower case stands anywhere before an offset."""
        return self._first_places.get(word, at) < at

    @cached_property
    def _is_modifier(self) -> list[bool]:
        return [any(is_before_role(self.index, mention.end) for mention in e.mentions) for e in self.entities]

    @cached_property
    def _first_places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for found in _WORD.finditer(self.index.text):
            places.setdefault(found.group().lower(), found.start())
        return places

    # What has been found out so far

    @property
    def speeches(self) -> Sequence[Speech]:
        """Who has spoken so far, in the order in which it was noted."""
        return self._speeches

    def speeches_before(self, at: int) -> list[Speech]:
        """Return who has spoken within reach before an offset, the last one first."""
        found = []
        for speech in reversed(self._speeches):
            if speech.start < at - REACH_CHARS:
                break
            if speech.start < at:
                found.append(speech)
        return found

    @property
    def postponed(self) -> Mapping[int, Query]:
        """The queries about the first person, by their drafts, that wait until all other sources have been resolved."""
        return self._postponed

    def gender_of(self, entity: int) -> Gender | None:
        """Return the gender of an entity; None where it is unknown."""
        return self._genders[entity]

    def likely_gender_of(self, entity: int) -> Gender | None:
        """Return the gender that an entity is likely to have; None where it is known, or nothing shows it."""
        return None if self._genders[entity] else self._likely_genders[entity]

    def pronouns(self, gender: Gender) -> Sequence[ResolvedPronoun]:
        """Return the pronouns of a gender resolved so far that are no sources, in text order."""
        return self._pronouns[gender]

    def is_source(self, start: int) -> bool:
        """Return whether a source that has been noted begins at an offset."""
        return start in self._source_starts

    def introduced_with(self, noun: str) -> Mapping[Described, frozenset[str]]:
        """Return the speakers without a name introduced with a noun so far, with the words of their descriptions."""
        return self._introduced.get(noun, {})

    def decision_on(self, draft: int) -> Decision | None:
        """Return what has been decided on a draft; None as long as nothing has."""
        return self._decisions.get(draft)

    def is_surely_person(self, entity: int) -> bool:
        """Return whether an entity is known to be a person by its title, its gender or its names."""
        known = self.entities[entity]
        if self._genders[entity]:
            return is_personal(known.kind)
        return known.kind is SpeakerKind.PERSON and bool(
            known.titles
            or Named(entity) in self._speaking
            or len({m.name.text for m in known.mentions}) > 1
            or any(m.name.given and m.name.text.startswith(m.name.surname) for m in known.mentions)
        )

    def may_be_person(self, entity: int) -> bool:
        """Return whether an entity may be a person, or what is said of it shows that it is one."""
        if not is_personal(self.entities[entity].kind) and self.likely_gender_of(entity) is None:
            return False
        return not self._is_modifier[entity]

    def may_be_pronoun(self, entity: int) -> bool:
        """Return whether "he" or "she" may refer to an entity: a single unknown word may name a place or a firm."""
        known = self.entities[entity]
        if known.kind is not None or self._genders[entity] or Named(entity) in self._speaking:
            return True
        words = [word_before(self.index, mention.start) for mention in known.mentions]
        subjects = [m for m, word in zip(known.mentions, words, strict=True) if word not in load_words("prepositions")]
        is_subject = len(subjects) >= _MIN_SUBJECTS or any(is_followed_by_verb(self.index, m.end) for m in subjects)
        return is_subject and _BEFORE_PLACES.isdisjoint(words)

    # What changes it

    def note(self, speech: Speech) -> None:
        """Note that somebody speaks."""
        referent = self._known.setdefault(speech.referent, speech.referent)
        self._speeches.append(attrs.evolve(speech, referent=referent))
        self._speaking.add(referent)
        self._source_starts.add(speech.start)
        if speech.noun is not None and isinstance(referent, Described):
            self._introduced.setdefault(speech.noun, {})[referent] = speech.words

    def note_pronoun(self, gender: Gender, pronoun: ResolvedPronoun) -> None:
        """Note whom a pronoun refers to that is no source."""
        self._pronouns[gender].append(pronoun)

    def learn_gender(self, entity: int, gender: Gender) -> None:
        """Note the gender of an entity that a pronoun has shown."""
        self._genders[entity] = gender

    def record(self, draft: int, decision: Decision) -> None:
        """Record what has been decided on a draft."""
        self._decisions[draft] = decision

    def postpone(self, draft: int, query: Query) -> None:
        """Leave a query open until all other sources have been resolved."""
        self._postponed[draft] = query
