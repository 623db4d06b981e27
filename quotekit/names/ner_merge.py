"""
Merge the mentions found by rules with the tagger's names and the entities of a spaCy Doc.

Small trained pipelines label many surnames as organizations, while an entity made by one of the caller's rules is
set on purpose; a Doc does not record which is which. So an entity decides only if the rules are unsure: about a single
word, about a name whose words are on no list, and if they have missed a name or found only part of it. It overrides a
title, a given name or a word list only if it was certainly set on purpose: if it has an id, or if nothing on the Doc
was made by a trained pipeline.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from quotekit.english.words import is_given_name, normalize, normalized_words
from quotekit.names.mention import Mention
from quotekit.names.person_names import build_name
from quotekit.names.personal_appositions import follows_personal_description
from quotekit.names.titles import count_title_words, may_end_in_surname
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.tagger.name_spans import TaggedName

__all__ = ["Merged", "merge_entities"]

#: The kind of speaker of each entity label; a place that speaks is an organization.
_KIND_OF_LABEL = {
    "PERSON": SpeakerKind.PERSON,
    "PER": SpeakerKind.PERSON,
    "ORG": SpeakerKind.ORGANIZATION,
    "GPE": SpeakerKind.ORGANIZATION,
    "LOC": SpeakerKind.ORGANIZATION,
    "FAC": SpeakerKind.ORGANIZATION,
    "NORP": SpeakerKind.GROUP,
    "LAW": SpeakerKind.DOCUMENT,
}
_NUMBER_LABELS = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
#: Labels of entities that are never speakers. Other labels are ignored.
_NO_SPEAKER_LABELS = _NUMBER_LABELS | {"EVENT", "LANGUAGE", "WORK_OF_ART"}
#: The entity label of each of the tagger's kinds.
_LABEL_OF_TAG = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP", "other": "EVENT"}
_MIN_TAGGER_CONFIDENCE = 0.6
#: A name with such words is the name of an organization.
_ORGANIZATION_LISTS = (
    "outlets",
    "places",
    "regions",
    "well_known_organizations",
    "proper_groups",
    "organization_nouns",
)
# The name in an entity.
_NAME = re.compile(
    r"""
    [^\w$]{0,30}             # marks in front
    (?:[Tt]he\s{1,9})?      # an article
    (\w.{0,400}?)             # the name
    (?:['’]s?)?         # a possessive ending
    [^\w.)!?]{0,30}$         # marks behind
    """,
    re.DOTALL | re.VERBOSE,
)
# Never part of a name, although trained pipelines sometimes include it.
_NOT_IN_NAMES = re.compile(
    r"""
    [\n"“”;:!?<>=()\[\]{}/]             # marks and brackets
    | \w{3}\.[ ]                        # the end of a sentence
    | ,[ ](?!(?:Jr|Sr|Inc|Ltd|LLC)\b)   # a comma
    """,
    re.VERBOSE,
)
# "R-Ohio", and the "Ohio" in it.
_PARTY = re.compile(r"[DRI]-[A-Z]|(?<=\b[DRI]-)[A-Z]")
_MAX_NAME_CHARS = 80


@attrs.frozen
class _Entity:
    """An entity of a Doc, or a name of the tagger, as a mention."""

    #: The mention; its kind is None if it is not a speaker.
    mention: Mention
    #: Whether it was certainly set on purpose.
    is_sure: bool

    @property
    def normalized_name(self) -> str:
        """The normalized name."""
        return normalize(self.mention.name.text)


@attrs.frozen
class Merged:
    """The mentions of a text after the merge."""

    #: Mentions found by rules that are unchanged.
    kept: list[Mention]
    #: Mentions that are new or changed.
    changed: list[Mention]


def merge_entities(
    index: TextIndex,
    mentions: Iterable[Mention],
    is_unreliable: Callable[[int, int], bool],
    names: Sequence[TaggedName] = (),
    doc: Doc | None = None,
    *,
    locate: Callable[[int, int], Bounds | None] | None = None,
) -> Merged:
    """
    Merge the mentions found by rules with the entities of a Doc and the tagger's names, in this order of precedence.

    Args:
        index: The text.

        mentions: The mentions found by rules.

        is_unreliable: Returns whether trained pipelines find too many names in a part of the text, given its bounds.

        names: The names found by the tagger.

        doc: The text as processed by a spaCy pipeline.

        locate: Takes bounds in the Doc and returns those in the text; they are the same if not given.

    Returns:
        The mentions that are kept, and those that are new or changed.
    """
    by_rules = sorted(mentions, key=lambda m: (m.name_start, m.end))
    entities = list(_read_entities(index, doc, locate)) if doc is not None else []
    people = {(m.name_start, m.end) for m in by_rules if _is_shown_to_be_person(index, m)}
    entities += (e for e in _read_names(index, names, entities) if not _is_other_than(e, people))
    entities = [e for e in entities if e.is_sure or not is_unreliable(e.mention.start, e.mention.end)]
    if not entities:
        return Merged(by_rules, [])
    return _EntityMerger(index, by_rules, entities).merge()


def _is_shown_to_be_person(index: TextIndex, mention: Mention) -> bool:
    is_full_name = mention.kind is SpeakerKind.PERSON and bool(mention.name.given)
    return is_full_name and follows_personal_description(index, mention.start, mention.end)


def _is_other_than(entity: _Entity, people: AbstractSet[Bounds]) -> bool:
    """Return whether a name is none of a person's, although what is before it says so."""
    mention = entity.mention
    return mention.kind is not SpeakerKind.PERSON and (mention.name_start, mention.end) in people


def _read_entities(index: TextIndex, doc: Doc, locate: Callable[[int, int], Bounds | None] | None) -> Iterator[_Entity]:
    """Read the entities of a Doc that have a known label."""
    is_trained = _is_by_trained_pipeline(doc)
    for entity in doc.ents:
        bounds = entity.start_char, entity.end_char
        located = bounds if locate is None else locate(*bounds)
        mention = None if located is None else _as_mention(index, *located, entity.label_)
        if mention is not None:
            yield _Entity(mention, is_sure=bool(entity.ent_id_) or not is_trained)


def _read_names(index: TextIndex, names: Sequence[TaggedName], entities: Sequence[_Entity]) -> Iterator[_Entity]:
    """Read the tagger's names that are confident enough and do not overlap an entity."""
    bounds = sorted((e.mention.start, e.mention.end) for e in entities)
    starts = [start for start, _ in bounds]
    for name in names:
        at = bisect_left(starts, name.end)
        if name.confidence < _MIN_TAGGER_CONFIDENCE or (at and bounds[at - 1][1] > name.start):
            continue
        mention = _as_mention(index, name.start, name.end, _LABEL_OF_TAG[name.kind])
        if mention is not None:
            yield _Entity(mention, is_sure=False)


def _is_by_trained_pipeline(doc: Doc) -> bool:
    """Return whether a trained pipeline has processed a Doc: it sets tensors, tags or parses, and finds numbers."""
    is_parsed = any(doc.has_annotation(name) for name in ("TAG", "DEP"))
    return is_parsed or bool(doc.tensor.size) or any(entity.label_ in _NUMBER_LABELS for entity in doc.ents)


def _as_mention(index: TextIndex, entity_start: int, entity_end: int, label: str) -> Mention | None:
    """Read an entity as a mention with its titles; None if its label is ignored, or if it consists of titles."""
    kind = _KIND_OF_LABEL.get(label)
    found = _NAME.match(index.text[entity_start:entity_end])
    if found is None or (kind is None and label not in _NO_SPEAKER_LABELS):
        return None
    start, end = entity_start + found.start(1), entity_start + found.end(1)
    if kind is not SpeakerKind.PERSON:
        return Mention.of_organization(index, start, end, kind)
    places = list(re.finditer(r"\S+", found[1]))
    words = [place.group() for place in places]
    first = count_title_words(words)
    if first == len(words):
        # "Javeria Sultan" looks like a title, but is somebody's name.
        first = count_title_words(words[:-1]) if len(words) > 1 else first
        if not may_end_in_surname(words[first:]):
            return None
    name_start = start + places[first].start()
    name = build_name(index.text[name_start:end].split(), index.text[start:name_start])
    return Mention(start, name_start, end, name, kind)


class _EntityMerger:
    """Mentions found by rules on one side, and entities on the other."""

    def __init__(self, index: TextIndex, by_rules: Sequence[Mention], entities: Sequence[_Entity]) -> None:
        self._index = index
        self._by_rules = by_rules
        self._starts = [m.name_start for m in by_rules]
        self._max_chars = max((m.end - m.name_start for m in by_rules), default=0)
        self._entities = entities
        self._votes: dict[str, Counter[SpeakerKind | None]] = {}
        for entity in entities:
            self._votes.setdefault(entity.normalized_name, Counter())[entity.mention.kind] += 1
        mentions = (*by_rules, *(e.mention for e in entities))
        people = [m.name for m in mentions if m.kind is SpeakerKind.PERSON and m.name.given]
        self._known_words = {normalize(word) for name in people for word in (name.surname, name.given[0])}
        # The names without the first word: "Vargas Llosa" for "Mario Vargas Llosa".
        self._known_tails = {normalize(name.text.partition(" ")[2]) for name in people}

    def merge(self) -> Merged:
        """Return the mentions that are kept, and those that are new or changed."""
        replaced: set[int] = set()
        changed: list[Mention] = []
        for entity in self._entities:
            places = self._overlapping(entity.mention)
            mentions = self._replace(entity, [self._by_rules[i] for i in places])
            if mentions is not None:
                replaced.update(places)
                changed += mentions
        return Merged([m for i, m in enumerate(self._by_rules) if i not in replaced], changed)

    def _overlapping(self, mention: Mention) -> list[int]:
        """Return the indices of the mentions found by rules whose names overlap a mention's."""
        first = bisect_left(self._starts, mention.name_start - self._max_chars)
        last = bisect_left(self._starts, mention.end)
        return [i for i in range(first, last) if self._by_rules[i].end > mention.name_start]

    def _replace(self, entity: _Entity, overlapping: Sequence[Mention]) -> list[Mention] | None:
        """Return what an entity replaces the overlapping mentions with; None if they are kept."""
        mention = entity.mention
        if len(overlapping) == 1 and _have_same_bounds(overlapping[0], mention):
            return self._relabel(overlapping[0], entity)
        if mention.kind is None:
            return [] if entity.is_sure and overlapping else None
        if entity.is_sure or (self._is_better(mention, overlapping) if overlapping else self._is_missed(mention)):
            return [mention]
        return None

    def _relabel(self, mention: Mention, entity: _Entity) -> list[Mention] | None:
        """Return a mention with the kind of an entity, or of most entities of the same name; None if it is kept."""
        if self._is_sure(mention) and not entity.is_sure:
            return None
        votes = self._votes[entity.normalized_name]
        kind = entity.mention.kind if entity.is_sure else max(votes, key=votes.__getitem__)
        if kind is None:
            return []
        if kind is mention.kind:
            return None
        if kind is SpeakerKind.PERSON:
            return [attrs.evolve(mention, kind=kind) if mention.kind is None else entity.mention]
        return [Mention.of_organization(self._index, mention.name_start, mention.end, kind)]

    def _is_sure(self, mention: Mention) -> bool:
        """Return whether the words of a mention found by rules leave no doubt about its kind."""
        name = mention.name
        if mention.is_personal:
            if normalize(name.text) in (self._known_tails if name.given else self._known_words):
                return True
            has_initials = any(word.endswith(".") for word in name.given)
            is_marked = bool(name.titles or name.suffix or name.post_nominals)
            return is_marked or has_initials or is_given_name(name.first_word)
        whole = normalize(name.text)
        last = whole.rpartition(" ")[2]
        is_listed = any(word in normalized_words(lexicon) for lexicon in _ORGANIZATION_LISTS for word in (last, whole))
        return is_listed or not name.text.isupper()

    def _is_better(self, mention: Mention, overlapping: Sequence[Mention]) -> bool:
        """Return whether an entity is a whole name of which the rules have found only parts."""
        covers = all(mention.name_start <= part.name_start and part.end <= mention.end for part in overlapping)
        return covers and self._may_be_name(mention) and not any(map(self._is_sure, overlapping))

    def _is_missed(self, mention: Mention) -> bool:
        """Return whether an entity is a name that the rules have missed; single words they skip are common words."""
        if mention.kind is SpeakerKind.GROUP and not mention.name.text.endswith("s"):
            return False
        return " " in mention.name.text and self._may_be_name(mention)

    def _may_be_name(self, mention: Mention) -> bool:
        """Return whether an entity may be a name as a whole."""
        printed = self._index.text[mention.start : mention.end]
        if len(printed) > _MAX_NAME_CHARS or not printed[0].isupper() or _NOT_IN_NAMES.search(printed):
            return False
        return self._index.match_after(_PARTY, mention.start) is None


def _have_same_bounds(a: Mention, b: Mention) -> bool:
    """Return whether the names of two mentions have the same bounds, titles aside."""
    return (a.name_start, a.end) == (b.name_start, b.end)
