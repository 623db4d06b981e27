"""Resolve speakers: the person, organization, group or document behind each source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import starmap

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import FIRST_PERSON, NEUTER, PRONOUN_GENDER, RELATIVES
from quotekit.names.mention import Mention
from quotekit.names.source_phrases import parse_source
from quotekit.records import Credit, Spans, Speaker, SpeakerKind
from quotekit.speakers.confidence import DEFAULT_MIN_CONFIDENCE, estimate_confidence, is_named, without_name
from quotekit.speakers.conversations import decide_conversations
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.decision import Decision, Sieve
from quotekit.speakers.discourse import Chooser, Discourse
from quotekit.speakers.pronouns import LikeliestChooser
from quotekit.speakers.query import Query
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.ranker import Reviser
from quotekit.speakers.reader import PronounReader
from quotekit.speakers.referents import Described, Named, Referent
from quotekit.speakers.relative_clauses import find_described
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.speakers.sieves import SIEVES
from quotekit.speakers.sieves.names import by_cluster
from quotekit.speakers.sieves.pronouns import antecedent_of, relative_pronoun
from quotekit.speakers.speaker_records import make_speakers
from quotekit.text import TextIndex

__all__ = ["Resolution", "apply_sieves", "resolve_speakers"]

# The sieve that follows the caller's clusters.
_CALLERS_SIEVE = "cluster"


@attrs.frozen
class Resolution:
    """The speakers of an article, and its drafts with their speakers."""

    #: The speakers in the order of their first mentions; joint speakers follow all others.
    speakers: tuple[Speaker, ...]
    #: The drafts in the order given.
    resolved: tuple[ResolvedDraft, ...]


def resolve_speakers(
    index: TextIndex,
    drafts: Sequence[Draft],
    mentions: Sequence[Mention],
    clusters: Clusters = (),
    *,
    article_credits: Sequence[Credit] = (),
    article_authors: Sequence[str] = (),
    choose: Chooser | None = None,
    sieves: Mapping[str, Sieve] = SIEVES,
    revise: Reviser | None = None,
    min_confidence: float | None = None,
) -> Resolution:
    """
    Resolve the speakers of an article's attributions.

    Args:
        index: The index of the article's text.

        drafts: The attributions.

        mentions: The article's mentions, from :func:`quotekit.names.find_mentions`.

        clusters: The article's coreference clusters, from :func:`quotekit.speakers.read_clusters`.

        article_credits: The article's credits. Its bylines identify the referent of "I".

        article_authors: Names of the article's authors that the text itself does not have; used if it has no byline.

        choose: Chooses among the candidates for an antecedent; a
            :class:`~quotekit.speakers.pronouns.LikeliestChooser` if not given.

        sieves: The sieves by name, in the order in which they are tried.

        revise: Revises the decisions of the sieves once all are made.

        min_confidence: The lowest confidence of names to give, from 0 to 1. If not given, a default that keeps wrong
            names rare, and a lower one in conversations; names that the source itself has are then always given.

    Returns:
        The speakers, and the drafts with their speakers.

    Example:
        >>> from quotekit.names import find_mentions
        >>> text = "Treasury Secretary Scott Bessent met an official. Bessent smiled, the official said."
        >>> drafts = [Draft(Spans(), source=Spans.of(text, bounds)) for bounds in ([(50, 57)], [(66, 78)], [])]
        >>> index = TextIndex(text)
        >>> resolution = resolve_speakers(index, drafts, find_mentions(index))
        >>> [(s.id, s.name, s.kind.value, s.titles) for s in resolution.speakers]
        [('s1', 'Scott Bessent', 'person', ('Treasury Secretary',)), ('s2', None, 'unnamed', ())]
        >>> [(r.speaker and r.speaker.id, r.decided_by) for r in resolution.resolved]
        [('s1', 'name'), ('s2', 'description'), (None, None)]
    """
    discourse = Discourse(
        index,
        mentions,
        LikeliestChooser() if choose is None else choose,
        contents=[draft.content for draft in drafts],
        article_credits=article_credits,
        article_authors=article_authors,
        clusters=clusters,
    )
    unnamed = apply_sieves(drafts, discourse, sieves, min_confidence)
    in_conversation = decide_conversations(drafts, discourse, min_confidence)
    decisions = [in_conversation.get(i) or unnamed.get(i) or discourse.decision_on(i) for i in range(len(drafts))]
    if revise is not None:
        made = [
            Made(draft, discourse.query_of(i), in_conversation.get(i) or discourse.decision_on(i))
            for i, draft in enumerate(drafts)
        ]
        revised = revise(made, discourse)
        decisions = [revised.get(i, decision) for i, decision in enumerate(decisions)]
    speakers = make_speakers(decisions, discourse)
    resolved = starmap(partial(_resolved, speakers=speakers), zip(drafts, decisions, strict=True))
    return Resolution(tuple(speakers.values()), tuple(resolved))


def apply_sieves(
    drafts: Sequence[Draft],
    discourse: Discourse,
    sieves: Mapping[str, Sieve] = SIEVES,
    min_confidence: float | None = None,
) -> Mapping[int, Decision]:
    """
    Decide on each attribution by itself, before conversations are considered.

    Args:
        drafts: The attributions.

        discourse: What is known; the decisions are recorded in it.

        sieves: The sieves by name, in the order in which they are tried.

        min_confidence: The lowest confidence of names to give, from 0 to 1; as for :func:`resolve_speakers` if not
            given.

    Returns:
        Decisions that replace those whose names are too unlikely, by draft.
    """
    resolver = _Resolver(drafts, discourse, sieves, min_confidence)
    resolver.resolve()
    return resolver.unnamed


def _resolved(draft: Draft, decision: Decision | None, speakers: Mapping[Referent, Speaker]) -> ResolvedDraft:
    """Add what was decided to a draft."""
    if decision is None:
        return ResolvedDraft(draft)
    speaker = speakers.get(decision.referent)
    return ResolvedDraft(draft, speaker, decision.how, None if speaker is None else decision.confidence)


class _Resolver:
    """Passes each draft to the sieves and notes their decisions."""

    def __init__(
        self, drafts: Sequence[Draft], discourse: Discourse, sieves: Mapping[str, Sieve], min_confidence: float | None
    ) -> None:
        #: Decisions that replace those whose names are too unlikely, by draft.
        self.unnamed: dict[int, Decision] = {}
        self._min_confidence = min_confidence
        self._drafts = drafts
        self._discourse = discourse
        self._sieves = sieves
        self._reader = PronounReader(discourse)

    def resolve(self) -> None:
        """Resolve the sources in text order, then first-person pronouns, then content without a source."""
        drafts = self._drafts
        sources = [(draft.source[0].start, i) for i, draft in enumerate(drafts) if draft.source]
        for _, i in sorted(sources):
            self._resolve_source(drafts[i], i)
        for i, query in self._discourse.postponed.items():
            self._decide(query, i)
        for i, draft in enumerate(drafts):
            if draft.content and not draft.source:
                self._decide(Query.of_content(draft.content, i), i)

    def _resolve_source(self, draft: Draft, number: int) -> None:
        """Decide on a source by its first span that identifies the speaker."""
        own = tuple((piece.start, piece.end) for piece in draft.content)
        may_be_thing = draft.cue_lemma in load_words("evidence_verbs")
        for piece in draft.source:
            mentions = self._discourse.mentions.within(piece.start, piece.end)
            phrase = parse_source(self._discourse.index, (piece.start, piece.end), mentions, may_be_thing=may_be_thing)
            query = Query.of_source(piece, phrase, draft.source, own, number)
            if self._decide(self._prepare(query), number):
                return
            if query.pronoun in FIRST_PERSON:
                self._discourse.postpone(number, query)
            if query.pronoun is not None:
                return

    def _decide(self, query: Query, number: int) -> bool:
        """Try the sieves in order and note the first decision. Return whether there was one."""
        self._discourse.record_query(number, query)
        for name, sieve in self._sieves.items():
            decision = sieve(query, self._discourse)
            if decision is not None:
                decision = attrs.evolve(decision, how=name)
                decision = attrs.evolve(decision, confidence=self._confidence(decision, query, number))
                if is_named(decision.referent) and self._is_too_unlikely(decision, query):
                    # Other sources are resolved as if the name were given: it is still the likeliest.
                    self.unnamed[number] = without_name(decision, query)
                self._note(decision, number)
                return True
        return False

    def _is_too_unlikely(self, decision: Decision, query: Query) -> bool:
        """Return whether the name of a decision is to be left out."""
        referent = decision.referent
        if self._min_confidence is not None:
            return decision.confidence < self._min_confidence
        if isinstance(referent, Described):
            return False
        own = {self._discourse.mentions.entity_of(mention) for mention in query.phrase.named}
        is_printed = isinstance(referent, Named) and referent.entity in own
        return decision.confidence < DEFAULT_MIN_CONFIDENCE and not is_printed

    def _confidence(self, decision: Decision, query: Query, number: int) -> float:
        """Estimate how likely a decision is right; the caller's clusters are not doubted."""
        if decision.how == _CALLERS_SIEVE:
            return 1.0
        return estimate_confidence(decision, query, self._discourse, self._drafts[number].confidence)

    def _note(self, decision: Decision, number: int) -> None:
        """Note a decision, and what follows from it."""
        if decision.learned_gender is not None and isinstance(decision.referent, Named):
            self._discourse.learn_gender(decision.referent.entity, decision.learned_gender)
        if decision.speech is not None:
            self._discourse.note(decision.speech)
        # The speech is among those that were noted: once is enough.
        self._discourse.record(number, attrs.evolve(decision, speech=None))

    def _prepare(self, query: Query) -> Query:
        """Bring the discourse up to date before a query is resolved."""
        if by_cluster(query, self._discourse) is not None:
            return query
        query = _about_cluster_description(query, self._discourse)
        query = _about_described(query, self._discourse)
        if query.is_description:
            # The first span of a source represents the whole source.
            start, end = query.source_bounds
            return self._with_owner(attrs.evolve(query, start=start, end=end))
        if query.gender is not None:
            self._reader.advance_to(query.start)
        return query

    def _with_owner(self, query: Query) -> Query:
        """Resolve the possessive pronoun of a description: "his" in "his attorney"."""
        if query.phrase.whose not in NEUTER | set(PRONOUN_GENDER):
            return query
        pronoun = Query.of_pronoun(query.phrase.whose, query.start, query.end, query.own)
        if pronoun.gender is not None:
            self._reader.advance_to(query.start)
        referent = antecedent_of(pronoun, self._discourse)
        if not isinstance(referent, Named):
            return query
        if pronoun.gender is not None:
            self._discourse.learn_gender(referent.entity, pronoun.gender)
        return attrs.evolve(query, owner=referent.entity)


def _about_cluster_description(query: Query, discourse: Discourse) -> Query:
    """Replace a pronoun by the first description in its cluster, if the cluster contains no name."""
    if query.pronoun is None:
        return query
    described = discourse.clusters.description_of(query.start, query.end)
    if described is None:
        return query
    return attrs.evolve(
        query,
        start=described.span.start,
        end=described.span.end,
        phrase=attrs.evolve(described.phrase, pair=False),
        source=Spans([described.span]),
        coreferent=(query.bounds,),
    )


def _about_described(query: Query, discourse: Discourse) -> Query:
    """Replace a relative pronoun by the description right before it, if no name is the antecedent."""
    if query.pronoun is None or query.pronoun not in RELATIVES or relative_pronoun(query, discourse) is not None:
        return query
    bounds = find_described(discourse.index, query.pronoun, query.start)
    if bounds is None:
        return query
    phrase = parse_source(discourse.index, bounds, discourse.mentions.within(*bounds), may_be_thing=True)
    if phrase.named and phrase.kind is not SpeakerKind.DOCUMENT:
        # A name in a phrase before the pronoun, such as a place, would be its antecedent if it could be one.
        return query
    source = Spans.of(discourse.index.text, [bounds])
    return attrs.evolve(query, start=bounds[0], end=bounds[1], phrase=phrase, source=source, coreferent=(query.bounds,))
