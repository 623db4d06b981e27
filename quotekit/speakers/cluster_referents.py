"""Link the caller's coreference clusters to the people and organizations that their mentions name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names.mention import Mention, is_personal
from quotekit.names.phrase_heads import find_head_end
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import Spans, SpeakerKind, TextSpan
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.mention_index import MentionIndex
from quotekit.text import Bounds, TextIndex

__all__ = ["ClusterPhrase", "ClusterReferents"]

# Longer mentions are events or facts.
_MAX_MENTION_CHARS = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[\"“‘'(]*[A-Z]")
_FIRST_WORD = re.compile(r"\s{0,9}(\w{1,40})")
# With one of these after its head, a mention is a sentence.
_VERBS = frozenset({"are", "had", "has", "have", "is", "said", "told", "was", "were"})


@attrs.frozen
class ClusterPhrase:
    """A mention in a cluster, parsed like a source phrase."""

    #: The mention.
    span: TextSpan
    #: The parsed phrase.
    phrase: SourcePhrase
    #: Offset after its head.
    head_end: int


class ClusterReferents:
    """
    Resolves sources with coreference clusters.

    Args:
        index: The index of the article's text.

        clusters: Its clusters.

        mentions: Its mentions.

    Example:
        >>> from quotekit.names import find_mentions
        >>> index = TextIndex("Ida Holm left. She smiled.")
        >>> mentions = MentionIndex(index, find_mentions(index))
        >>> clusters = ClusterReferents(index, [[(0, 8), (15, 18)]], mentions)
        >>> clusters.entities_of(15, 18, SourcePhrase(pronoun="she"))
        (0,)
    """

    def __init__(self, index: TextIndex, clusters: Clusters, mentions: MentionIndex) -> None:
        self._index = index
        self._mentions = mentions
        self._cluster_by_head: dict[int, int] = {}
        self._entities: list[tuple[int, ...]] = []
        self._descriptions: list[ClusterPhrase | None] = []
        self._more_bounds: dict[tuple[int, ...], set[Bounds]] = {}
        self._owner: dict[Bounds, tuple[int, ...]] = {}
        for number, cluster in enumerate(clusters):
            self._add(number, Spans.of(index.text, (bounds for bounds in cluster if bounds[1] <= len(index.text))))

    def _add(self, number: int, mentions: Spans) -> None:
        """Read one cluster."""
        phrases = [phrase for phrase in map(self._parse, mentions) if phrase is not None]
        for phrase in phrases:
            self._cluster_by_head.setdefault(phrase.head_end, number)
        entities = self._named_by([p for p in phrases if p.phrase.named])
        self._entities.append(entities)
        described = (p for p in phrases if p.phrase.kind is not None and not p.phrase.named)
        self._descriptions.append(next(described, None))
        for bounds in self._bounds_in(phrases, entities) if entities else ():
            self._owner.setdefault(bounds, entities)
            self._more_bounds.setdefault(self._owner[bounds], set()).add(bounds)

    def entities_of(self, start: int, end: int, phrase: SourcePhrase) -> tuple[int, ...]:
        """
        Return the entities that a source refers to by its cluster.

        Args:
            start: Offset of the first character of the source, or of a span of it.

            end: Offset after its last character.

            phrase: The parsed source.

        Returns:
            Indices of the entities, several for "they". Empty if the source itself has a full name, or if its cluster
            names no one, or different people.
        """
        if not self._cluster_by_head or len(phrase.named) > 1 or any(map(_is_full_name, phrase.named)):
            return ()
        number = self._cluster_of(start, end)
        return () if number is None else self._entities[number]

    def description_of(self, start: int, end: int) -> ClusterPhrase | None:
        """
        Return the first description in the cluster of a source.

        Args:
            start: Offset of the first character of the source, or of a span of it.

            end: Offset after its last character.

        Returns:
            The description; None if the cluster has none, or if it contains a name.
        """
        number = self._cluster_of(start, end)
        return None if number is None or self._entities[number] else self._descriptions[number]

    def bounds_of(self, entities: tuple[int, ...], known: Sequence[Bounds]) -> tuple[Bounds, ...]:
        """
        Add a speaker's mentions in clusters to those known, and remove those that refer to others.

        Args:
            entities: The indices of the speaker's entities.

            known: Bounds of the speaker's mentions without clusters.

        Returns:
            The bounds in text order, without duplicates; not empty if any are known.
        """
        kept = {bounds for bounds in known if self._owner.get(bounds, entities) == entities}
        return tuple(sorted(kept | self._more_bounds.get(entities, set()))) or tuple(known)

    def _cluster_of(self, start: int, end: int) -> int | None:
        """Return the number of the cluster with a mention that has the same head."""
        return self._cluster_by_head.get(self._head_end(start, end)) if self._cluster_by_head else None

    def _head_end(self, start: int, end: int) -> int:
        """Return the offset after the head; after the whole name if the head is part of one."""
        mentions = self._mentions.within(start, end)
        head_end = find_head_end(self._index, (start, end), mentions)
        return next((m.end for m in mentions if m.name_start < head_end <= m.end), head_end)

    def _parse(self, span: TextSpan) -> ClusterPhrase | None:
        """Parse a mention; return None if it cannot be a source phrase, as with a whole sentence."""
        if len(span.text) > _MAX_MENTION_CHARS or _SENTENCE_END.search(span.text):
            return None
        mentions = self._mentions.within(span.start, span.end)
        # Some tools return the head words only: "Holm and Dray" for "Ida Holm and Bo Dray".
        start = min((m.start for m in mentions if m.name_start < span.start), default=span.start)
        phrase = parse_source(self._index, (start, span.end), mentions)
        head_end = self._head_end(span.start, span.end)
        after_head = max([head_end, *(m.end for m in phrase.named)])
        next_word = self._index.match_after(_FIRST_WORD, after_head, span.end - after_head)
        if next_word and next_word[1].lower() in _VERBS:
            return None
        if phrase.kind is SpeakerKind.DOCUMENT:
            # The maker of a document is not the document.
            documents = tuple(m for m in phrase.named if m.kind is SpeakerKind.DOCUMENT)
            phrase = attrs.evolve(phrase, named=documents)
        return ClusterPhrase(span, phrase, head_end)

    def _named_by(self, phrases: Sequence[ClusterPhrase]) -> tuple[int, ...]:
        """Return the entities that a cluster's names refer to; empty if they refer to different ones."""
        joint = {tuple(map(self._mentions.entity_of, p.phrase.named)) for p in phrases if len(p.phrase.named) > 1}
        single = [p.phrase.named[0] for p in phrases if len(p.phrase.named) == 1]
        if joint:
            return min(joint) if len(set(map(frozenset, joint))) == 1 and not single else ()
        full_names = [mention for mention in single if _is_full_name(mention)]
        named = {self._mentions.entity_of(mention) for mention in full_names or single}
        if len(named) != 1:
            return ()
        (entity,) = named
        return (entity,) if all(self._may_mean(mention, entity) for mention in single) else ()

    def _may_mean(self, mention: Mention, index: int) -> bool:
        """Return whether a name may refer to an entity although it was linked to another one."""
        entities = self._mentions.entities
        entity, linked = entities[index], entities[self._mentions.entity_of(mention)]
        if entity is linked:
            return True
        kinds = {entity.kind, linked.kind} - {None}
        if len(kinds) > 1 and SpeakerKind.PERSON in kinds:
            return False
        words = {*normalize(mention.name.text).split()}
        return not any(map(_is_full_name, linked.mentions)) or any(
            words <= {*normalize(m.name.text).split()} for m in entity.mentions
        )

    def _bounds_in(self, phrases: Sequence[ClusterPhrase], entities: tuple[int, ...]) -> set[Bounds]:
        """Return the bounds of a cluster's mentions that are not already mentions of the entities."""
        found = set()
        for phrase in phrases:
            if len(phrase.phrase.named) == 1 and len(entities) == 1:
                (mention,) = phrase.phrase.named
                if self._mentions.entity_of(mention) != entities[0]:
                    found.add((mention.start, mention.end))
            elif not phrase.phrase.named and _can_refer(phrase):
                found.add((phrase.span.start, phrase.span.end))
        return found


def _is_full_name(mention: Mention) -> bool:
    """Return whether a name is more than a surname, or more than one word."""
    return bool(mention.name.given) if is_personal(mention.kind) else " " in mention.name.text


def _can_refer(mention: ClusterPhrase) -> bool:
    """Return whether a mention without a name is a pronoun or a description."""
    words = mention.span.text.split()
    determined = bool(words) and normalize(words[0]) in load_words("determiners")
    return mention.phrase.pronoun is not None or mention.phrase.kind is not None or determined
