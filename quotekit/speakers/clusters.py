"""Say whom clusters of coreference mean: the people and organizations that their mentions name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names.entities import Entity
from quotekit.names.mention import Mention
from quotekit.names.source_phrases import SourcePhrase, find_head_end, parse_source
from quotekit.records import Spans, SpeakerKind, TextSpan
from quotekit.speakers.coreference import Clusters
from quotekit.text import TextIndex

__all__ = ["Coreference"]

# Longer mentions are events or facts.
_LONGEST = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[\"“‘'(]*[A-Z]")
_FIRST_WORD = re.compile(r"\s*(\w+)")
# After its head these make a mention a sentence.
_VERBS = frozenset({"are", "had", "has", "have", "is", "said", "told", "was", "were"})
_PERSONAL = (None, SpeakerKind.PERSON)


@attrs.frozen
class _Phrase:
    """A mention of a cluster, read as a source would be."""

    #: Its place.
    piece: TextSpan
    #: What it says.
    reading: SourcePhrase
    #: Offset after its head.
    head_end: int


class Coreference:
    """
    Tells whom sources mean by the clusters they belong to.

    Args:
        text: The article's text.

        clusters: Its clusters.

        entities: Its people and organizations.

        within: Returns the mentions that have characters of a stretch of text.

        entity_of: Returns the index of the entity that a mention names.
    """

    def __init__(
        self,
        text: str,
        clusters: Clusters,
        entities: Sequence[Entity],
        within: Callable[[TextSpan], Sequence[Mention]],
        entity_of: Callable[[Mention], int],
    ) -> None:
        self._text = text
        self._entities = entities
        self._within = within
        self._entity_of = entity_of
        self._number: dict[int, int] = {}
        self._whom: list[tuple[int, ...]] = []
        self._described: list[_Phrase | None] = []
        self._more: dict[tuple[int, ...], set[tuple[int, int]]] = {}
        self._owner: dict[tuple[int, int], tuple[int, ...]] = {}
        for number, cluster in enumerate(clusters):
            phrases = [p for p in map(self._read, Spans.of(text, (b for b in cluster if b[1] <= len(text)))) if p]
            for phrase in phrases:
                self._number.setdefault(phrase.head_end, number)
            self._whom.append(self._whom_all_mean([p for p in phrases if p.reading.named]))
            described = (p for p in phrases if p.reading.kind is not None and not p.reading.named)
            self._described.append(next(described, None))
            for bounds in self._bounds(phrases, self._whom[-1]) if self._whom[-1] else ():
                self._owner.setdefault(bounds, self._whom[-1])
                self._more.setdefault(self._owner[bounds], set()).add(bounds)

    def named(self, piece: TextSpan, reading: SourcePhrase) -> tuple[int, ...]:
        """
        Tell whom a source means.

        Args:
            piece: The source, or a piece of it.

            reading: What it says.

        Returns:
            Indices of the entities, several for "they"; none where the source has a full name, or where its cluster
            names nobody or different people.
        """
        if any(map(_is_full, reading.named)) or len(reading.named) > 1:
            return ()
        number = self._number_of(piece)
        return () if number is None else self._whom[number]

    def described(self, piece: TextSpan) -> tuple[SourcePhrase, TextSpan] | None:
        """
        Find the first description in the cluster of a source.

        Args:
            piece: The source, or a piece of it.

        Returns:
            What the description says, and where it stands; None where the cluster has none or names somebody.
        """
        number = self._number_of(piece)
        if number is None or self._whom[number]:
            return None
        phrase = self._described[number]
        return None if phrase is None else (phrase.reading, phrase.piece)

    def bounds(self, whom: tuple[int, ...], mentions: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """
        Put the mentions that clusters have of somebody to those known, and take away those that mean others.

        Args:
            whom: Indices of the entities.

            mentions: Bounds of the mentions known.

        Returns:
            The bounds, each once; never none.
        """
        kept = {bounds for bounds in mentions if self._owner.get(bounds, whom) == whom}
        return tuple(sorted(kept | self._more.get(whom, set()))) or tuple(mentions)

    def _number_of(self, piece: TextSpan) -> int | None:
        """Number of the cluster that a source belongs to by its head."""
        return self._number.get(self._head_end(piece)) if self._number else None

    def _head_end(self, piece: TextSpan) -> int:
        """Offset after the head; after the whole name where the head is part of one."""
        mentions = self._within(piece)
        end = find_head_end(TextIndex(self._text), (piece.start, piece.end), mentions)
        return next((m.end for m in mentions if m.name_start < end <= m.end), end)

    def _read(self, piece: TextSpan) -> _Phrase | None:
        """Read a mention; None where it is no phrase that a source could be, such as a whole sentence."""
        if len(piece.text) > _LONGEST or _SENTENCE_END.search(piece.text):
            return None
        mentions = self._within(piece)
        # Some tools give the main words only: "Holm and Dray" of "Ida Holm and Bo Dray".
        start = min((m.start for m in mentions if m.name_start < piece.start), default=piece.start)
        reading = parse_source(TextIndex(self._text), (start, piece.end), mentions)
        head_end = self._head_end(piece)
        next_word = _FIRST_WORD.match(self._text, max([head_end, *(m.end for m in reading.named)]), piece.end)
        if next_word and next_word[1].lower() in _VERBS:
            return None
        if reading.kind is SpeakerKind.DOCUMENT:
            # Whoever made a document is not the document.
            of_itself = tuple(m for m in reading.named if m.kind is SpeakerKind.DOCUMENT)
            reading = attrs.evolve(reading, named=of_itself)
        return _Phrase(piece, reading, head_end)

    def _whom_all_mean(self, phrases: Sequence[_Phrase]) -> tuple[int, ...]:
        """The entities that the names of a cluster mean, if they all mean the same."""
        several = {tuple(map(self._entity_of, p.reading.named)) for p in phrases if len(p.reading.named) > 1}
        single = [p.reading.named[0] for p in phrases if len(p.reading.named) == 1]
        if several:
            return min(several) if len(set(map(frozenset, several))) == 1 and not single else ()
        fullest = {self._entity_of(m) for m in single if _is_full(m)} or {self._entity_of(m) for m in single}
        if len(fullest) != 1:
            return ()
        (index,) = fullest
        return (index,) if all(self._may_mean(mention, index) for mention in single) else ()

    def _may_mean(self, mention: Mention, index: int) -> bool:
        """Return whether nothing speaks against a name's meaning an entity: its own rules may have it mean another."""
        entity, other = self._entities[index], self._entities[self._entity_of(mention)]
        if entity is other:
            return True
        kinds = {entity.kind, other.kind} - {None}
        if len(kinds) > 1 and SpeakerKind.PERSON in kinds:
            return False
        words = {*normalize(mention.name.text).split()}
        return not any(map(_is_full, other.mentions)) or any(
            words <= {*normalize(m.name.text).split()} for m in entity.mentions
        )

    def _bounds(self, phrases: Sequence[_Phrase], whom: tuple[int, ...]) -> set[tuple[int, int]]:
        """Bounds of a cluster's mentions that are not among those of the entities themselves."""
        found = set()
        for phrase in phrases:
            if len(phrase.reading.named) == 1 and len(whom) == 1:
                (mention,) = phrase.reading.named
                if self._entity_of(mention) != whom[0]:
                    found.add((mention.start, mention.end))
            elif not phrase.reading.named and _stands_for_somebody(phrase):
                found.add((phrase.piece.start, phrase.piece.end))
        return found


def _is_full(mention: Mention) -> bool:
    """Return whether a name has more than a surname, or one word."""
    return bool(mention.name.given) if mention.kind in _PERSONAL else " " in mention.name.text


def _stands_for_somebody(phrase: _Phrase) -> bool:
    """Return whether a mention without a name is a pronoun or a description."""
    reading = phrase.reading
    first = normalize(phrase.piece.text.split()[0]) if phrase.piece.text.split() else ""
    return reading.pronoun is not None or reading.kind is not None or first in load_words("determiners")
