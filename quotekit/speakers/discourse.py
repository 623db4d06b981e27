"""The state of an article's resolution: the entities it names, who has spoken, and the decisions made so far."""

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
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import Credit, Spans, SpeakerKind
from quotekit.speakers.authors import Authors
from quotekit.speakers.bodies import Bodies
from quotekit.speakers.cluster_referents import ClusterReferents
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.entity_profiles import EntityProfiles
from quotekit.speakers.genders import infer_genders
from quotekit.speakers.likely_genders import guess_gender, has_gendered_title, is_name_of_either_gender
from quotekit.speakers.mention_index import REACH_CHARS, MentionIndex
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Referent
from quotekit.speakers.reported import ReportedContents
from quotekit.speakers.standings import Standings
from quotekit.speakers.surroundings import is_before_role, is_followed_by_verb, word_before
from quotekit.speakers.unnamed_candidates import UnnamedCandidate, find_unnamed_candidates
from quotekit.text import TextIndex

if TYPE_CHECKING:
    from quotekit.speakers.candidate import Candidate
    from quotekit.speakers.decision import Decision

__all__ = ["Chooser", "Discourse", "ResolvedPronoun", "Speech"]

#: Chooses the referent of a query among its candidates, which come in text order.
Chooser: TypeAlias = "Callable[[Query, Sequence[Candidate], Discourse], Referent]"

# A single word counts as a person's name if it is a subject this often, or once with a verb after it.
_MIN_SUBJECTS = 2
# A draft without a source and without content has no speaker.
_NO_QUERY = Query(0, 0, SourcePhrase())
_WORD = re.compile(r"\w+(?:-\w+)*")
_QUESTION_LABEL = re.compile(r"^[^\S\n]*[*_]{0,3}(?:Q[.):]|(?i:question):)", re.MULTILINE)
_BEFORE_PLACES = frozenset({"at", "in", "inside", "near", "on", "outside", "the", "through", "to", "via"})


@attrs.frozen
class Speech:
    """One occurrence of a speaker in the article."""

    #: Offset of the source's first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Who speaks.
    referent: Referent
    #: The kind of speaker; None if unknown.
    kind: SpeakerKind | None
    #: The speaker's gender, if the source marks it.
    gender: Gender | None = None
    #: Whether there are several speakers.
    is_plural: bool = False
    #: The head noun of the description that introduces an unnamed speaker here; None otherwise.
    noun: str | None = None
    #: The words of that description.
    words: tuple[str, ...] = ()


@attrs.frozen
class ResolvedPronoun:
    """A pronoun that is not a source, with its referent."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Its referent.
    referent: Referent


class Discourse:
    """
    What is known when a query is resolved.

    Only :meth:`note`, :meth:`note_pronoun`, :meth:`learn_gender`, :meth:`record`, :meth:`record_query` and
    :meth:`postpone` change it. The resolver calls them; sieves only read.

    Args:
        index: The index of the article's text.

        mentions: The article's mentions, from :func:`quotekit.names.find_mentions`.

        choose: Chooses among the candidates for an antecedent.

        contents: The content of each attribution.

        article_credits: The article's credits.

        article_authors: Names of the article's authors that the text itself does not have.

        clusters: The article's coreference clusters, from :func:`quotekit.speakers.read_clusters`.
    """

    def __init__(
        self,
        index: TextIndex,
        mentions: Sequence[Mention],
        choose: Chooser,
        *,
        contents: Sequence[Spans] = (),
        article_credits: Sequence[Credit] = (),
        article_authors: Sequence[str] = (),
        clusters: Clusters = (),
    ) -> None:
        #: The index of the article's text.
        self.index = index
        #: The mentions by position, and the entities they name.
        self.mentions = MentionIndex(index, mentions, article_credits)
        #: The parts of the text that are reported content.
        self.reported = ReportedContents(contents)
        #: Where mentions and sources stand.
        self.standings = Standings(index, self.reported)
        #: The referents of the caller's clusters.
        self.clusters = ClusterReferents(index, clusters, self.mentions)
        #: The article's authors.
        self.authors = Authors(index, article_credits, article_authors)
        #: Chooses among the candidates for an antecedent.
        self.choose = choose
        self._genders = [None if is_name_of_either_gender(e) else e.gender for e in self.entities]
        for entity, gender in infer_genders(index, self.mentions).items():
            if not has_gendered_title(self.entities[entity]):
                self._genders[entity] = gender
        self._speeches: list[Speech] = []
        self._speaking: set[Referent] = set()
        self._source_starts: set[int] = set()
        # An entity may have thousands of mentions: they are gone through once.
        self._subjects: dict[int, bool] = {}
        self._introduced: dict[str, dict[Described, tuple[str, ...]]] = {}
        self._known: dict[Referent, Referent] = {}
        self._pronouns: dict[Gender, list[ResolvedPronoun]] = {"female": [], "male": []}
        self._decisions: dict[int, Decision] = {}
        self._queries: dict[int, Query] = {}
        self._postponed: dict[int, Query] = {}

    # What the article says

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organizations and groups that the article names, in the order of their first mentions."""
        return self.mentions.entities

    @cached_property
    def profiles(self) -> EntityProfiles:
        """What the article says about its entities besides their names."""
        return EntityProfiles(self.index, self.entities)

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies that the article names by their owners."""
        return Bodies(self.index, tuple(self.mentions))

    @cached_property
    def _likely_genders(self) -> list[Gender | None]:
        return [guess_gender(self.index, entity) for entity in self.entities]

    @cached_property
    def unnamed_candidates(self) -> tuple[UnnamedCandidate, ...]:
        """The people that the article mentions without a name, in text order."""
        return tuple(find_unnamed_candidates(self.index, self.entities))

    def is_introduced_unnamed(self, noun: str, before: int) -> bool:
        """Return whether somebody without a name is mentioned with a noun before an offset: "a farmer"."""
        return self._unnamed_ends.get(noun, before + 1) <= before

    @cached_property
    def _unnamed_ends(self) -> dict[str, int]:
        """Where people without a name are first mentioned, by the last words of their descriptions."""
        ends: dict[str, int] = {}
        for candidate in self.unnamed_candidates:
            _, *last = self.index.text[candidate.start : candidate.end].split(" ")
            for number in range(len(last)):
                ends.setdefault(" ".join(last[number:]), candidate.end)
        return ends

    def is_word_before(self, word: str, at: int) -> bool:
        """Return whether a lower-case word occurs anywhere before an offset."""
        return self._first_places.get(word, at) < at

    @cached_property
    def first_question(self) -> int | None:
        """The offset of the first line that is labeled as a question; None if there is none."""
        found = _QUESTION_LABEL.search(self.index.text)
        return found.start() if found else None

    @cached_property
    def _is_titled(self) -> list[bool]:
        return [
            bool(known.titles)
            or len({m.name.text for m in known.mentions}) > 1
            or any(m.name.given and m.name.text.startswith(m.name.surname) for m in known.mentions)
            for known in self.entities
        ]

    @cached_property
    def _is_modifier(self) -> list[bool]:
        return [any(is_before_role(self.index, mention.end) for mention in e.mentions) for e in self.entities]

    @cached_property
    def _first_places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for found in _WORD.finditer(self.index.text):
            places.setdefault(found.group().lower(), found.start())
        return places

    # What is known so far

    @property
    def speeches(self) -> Sequence[Speech]:
        """The speeches so far, in the order in which they were noted."""
        return self._speeches

    def speeches_before(self, at: int) -> list[Speech]:
        """Return the speeches within reach before an offset, most recent first."""
        found = []
        for speech in reversed(self._speeches):
            if speech.start < at - REACH_CHARS:
                break
            if speech.start < at:
                found.append(speech)
        return found

    @property
    def postponed(self) -> Mapping[int, Query]:
        """The first-person queries, by draft, that are deferred until all other sources have been resolved."""
        return self._postponed

    def gender_of(self, entity: int) -> Gender | None:
        """Return the gender of an entity; None if unknown."""
        return self._genders[entity]

    def likely_gender_of(self, entity: int) -> Gender | None:
        """Return the likely gender of an entity; None if the gender is known, or there is no evidence."""
        return None if self._genders[entity] else self._likely_genders[entity]

    def pronouns(self, gender: Gender) -> Sequence[ResolvedPronoun]:
        """Return the pronouns of a gender resolved so far that are not sources, in text order."""
        return self._pronouns[gender]

    def is_source(self, start: int) -> bool:
        """Return whether a source that has been noted begins at an offset."""
        return start in self._source_starts

    def introduced_with(self, noun: str) -> Mapping[Described, tuple[str, ...]]:
        """Return the unnamed speakers introduced with a noun so far, with the words of their descriptions."""
        return self._introduced.get(noun, {})

    def decision_on(self, draft: int) -> Decision | None:
        """Return the decision on a draft; None if there is none yet."""
        return self._decisions.get(draft)

    def query_of(self, draft: int) -> Query:
        """Return the last query for the speaker of a draft."""
        return self._queries.get(draft, _NO_QUERY)

    def is_surely_person(self, entity: int) -> bool:
        """Return whether an entity's title, gender or names show that it is a person."""
        known = self.entities[entity]
        if self._genders[entity]:
            return is_personal(known.kind)
        return known.kind is SpeakerKind.PERSON and (Named(entity) in self._speaking or self._is_titled[entity])

    def may_be_person(self, entity: int) -> bool:
        """Return whether an entity may be a person, or is shown to be one by its context."""
        if not is_personal(self.entities[entity].kind) and self.likely_gender_of(entity) is None:
            return False
        return not self._is_modifier[entity]

    def may_be_pronoun(self, entity: int) -> bool:
        """Return whether "he" or "she" may refer to an entity; a single unknown word may name a place or a firm."""
        known = self.entities[entity]
        if known.kind is not None or self._genders[entity] or Named(entity) in self._speaking:
            return True
        if entity not in self._subjects:
            self._subjects[entity] = _is_often_subject(self.index, known)
        return self._subjects[entity]

    # What changes it

    def note(self, speech: Speech) -> None:
        """Note a speech."""
        referent = self._known.setdefault(speech.referent, speech.referent)
        self._speeches.append(speech if referent is speech.referent else attrs.evolve(speech, referent=referent))
        self._speaking.add(referent)
        self._source_starts.add(speech.start)
        if speech.noun is not None and isinstance(referent, Described):
            self._introduced.setdefault(speech.noun, {})[referent] = speech.words

    def note_pronoun(self, gender: Gender, pronoun: ResolvedPronoun) -> None:
        """Note the referent of a pronoun that is not a source."""
        self._pronouns[gender].append(pronoun)

    def learn_gender(self, entity: int, gender: Gender) -> None:
        """Note the gender of an entity, as shown by a pronoun."""
        self._genders[entity] = gender

    def record(self, draft: int, decision: Decision) -> None:
        """Record the decision on a draft."""
        self._decisions[draft] = decision

    def record_query(self, draft: int, query: Query) -> None:
        """Record that a draft's speaker is asked for."""
        self._queries[draft] = query

    def postpone(self, draft: int, query: Query) -> None:
        """Defer a query until all other sources have been resolved."""
        self._postponed[draft] = query


def _is_often_subject(index: TextIndex, known: Entity) -> bool:
    """Return whether an entity does something, and is nowhere that only places are."""
    words = [word_before(index, mention.start) for mention in known.mentions]
    subjects = [m for m, word in zip(known.mentions, words, strict=True) if word not in load_words("prepositions")]
    is_subject = len(subjects) >= _MIN_SUBJECTS or any(is_followed_by_verb(index, m.end) for m in subjects)
    return is_subject and _BEFORE_PLACES.isdisjoint(words)
