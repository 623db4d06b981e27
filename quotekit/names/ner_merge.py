"""
Weigh the entities of a spaCy Doc against what names look like.

Small trained pipelines call many a surname an organization, while an entity that a rule of the caller's has made is
meant; a Doc does not tell which is which. So an entity decides where looks tell little: over a lone word, over a name
whose words are on no list, over one that looks have missed or cut short. Against a title, a given name or a word list
it decides only if it is surely meant: it has an id, or nothing on the Doc is of a trained pipeline's making.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from quotekit.english.words import is_given_name, normalize, normalized_words
from quotekit.names.capitalized_runs import Mention, organization_name
from quotekit.names.person_names import make_name, name_start
from quotekit.records import SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.tagger.name_spans import TaggedName

__all__ = ["merge_entities"]

#: What a label makes a name; a place that speaks is an organization.
_KINDS = {
    "PERSON": SpeakerKind.PERSON,
    "PER": SpeakerKind.PERSON,
    "ORG": SpeakerKind.ORGANIZATION,
    "GPE": SpeakerKind.ORGANIZATION,
    "LOC": SpeakerKind.ORGANIZATION,
    "FAC": SpeakerKind.ORGANIZATION,
    "NORP": SpeakerKind.GROUP,
    "LAW": SpeakerKind.DOCUMENT,
}
_NUMBERS = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
# Labels of what says nothing.
_SILENT = _NUMBERS | {"EVENT", "LANGUAGE", "WORK_OF_ART"}
_LISTS = ("outlets", "places", "regions", "well_known_organizations", "proper_groups", "organization_nouns")
# What of an entity is a name: no article, no marks around it, no "'s".
_PRINTED = re.compile(r"[^\w$]*(?:[Tt]he\s+)?(\w.*?)(?:['’]s?)?[^\w.)!?]*$", re.DOTALL)
# Where trained pipelines lose their way, they take these into a name.
_NO_NAME = re.compile(r"[\n\"“”;:!?<>=()\[\]{}/]|\w{3}\. |, (?!(?:Jr|Sr|Inc|Ltd|LLC)\b)")
# "R-Ohio", and "Ohio" in it.
_PARTY = re.compile(r"[DRI]-[A-Z]|(?<=\b[DRI]-)[A-Z]")
_LONGEST = 80
#: What the tagger's kinds are called on a Doc.
_LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP", "other": "EVENT"}
#: Names that the tagger is less sure of are passed over.
_LEAST = 0.6
_PERSONAL = (None, SpeakerKind.PERSON)


@attrs.frozen
class _Entity:
    """An entity of a Doc, read as a mention."""

    #: Its kind is None where its label is one of those that say nothing.
    mention: Mention
    #: Whether it surely is meant.
    sure: bool

    @property
    def normalized(self) -> str:
        """The name, to compare it."""
        return normalize(self.mention.name.text)


def merge_entities(
    text: str,
    found: Iterable[Mention],
    doubtful: Callable[[int, int], bool],
    doc: Doc | None = None,
    names: Sequence[TaggedName] = (),
) -> tuple[list[Mention], list[Mention]]:
    """
    Let what has been trained tell of the names found by their looks, and add those that looks have missed.

    A Doc's entities go before the tagger's names.

    Args:
        text: The text.

        found: The mentions found by their looks.

        doubtful: Tells whether a stretch of text, from a start to an end, is such that trained pipelines find too many
            names there.

        doc: The text as read by a spaCy pipeline.

        names: The names that the tagger has found.

    Returns:
        Those found that stay as they are, and those that are new or changed.
    """
    own = sorted(found, key=lambda m: (m.name_start, m.end))
    entities = list(_read(text, doc)) if doc is not None else []
    entities += _read_names(text, names, entities)
    entities = [e for e in entities if e.sure or not doubtful(e.mention.start, e.mention.end)]
    if not entities:
        return own, []
    return _Scale(text, own, entities).weigh()


def _read(text: str, doc: Doc) -> Iterator[_Entity]:
    """Read the entities whose labels tell something."""
    trained = _is_by_trained(doc)
    for entity in doc.ents:
        mention = _as_mention(text, entity.start_char, entity.end_char, entity.label_)
        if mention is not None:
            yield _Entity(mention, sure=bool(entity.ent_id_) or not trained)


def _read_names(text: str, names: Sequence[TaggedName], before: Sequence[_Entity]) -> Iterator[_Entity]:
    """Read the tagger's names that are sure enough and share no character with entities read before."""
    bounds = sorted((e.mention.start, e.mention.end) for e in before)
    starts = [start for start, _ in bounds]
    for name in names:
        at = bisect_left(starts, name.end)
        if name.confidence < _LEAST or (at and bounds[at - 1][1] > name.start):
            continue
        mention = _as_mention(text, name.start, name.end, _LABELS[name.kind])
        if mention is not None:
            yield _Entity(mention, sure=False)


def _is_by_trained(doc: Doc) -> bool:
    """Return whether a trained pipeline has read a Doc: it leaves vectors, tags or parses, and finds dates and numbers."""
    parsed = any(doc.has_annotation(name) for name in ("TAG", "DEP"))
    return parsed or bool(doc.tensor.size) or any(entity.label_ in _NUMBERS for entity in doc.ents)


def _as_mention(text: str, begins: int, ends: int, label: str) -> Mention | None:
    """Read an entity as a mention, titles apart; None where its label tells nothing, or it is all title."""
    kind = _KINDS.get(label)
    printed = _PRINTED.match(text[begins:ends])
    if printed is None or (kind is None and label not in _SILENT):
        return None
    start, end = begins + printed.start(1), begins + printed.end(1)
    if kind is not SpeakerKind.PERSON:
        return Mention(start, start, end, organization_name(printed[1]), kind)
    words = list(re.finditer(r"\S+", printed[1]))
    begin = name_start([word.group() for word in words])
    if begin == len(words):
        return None
    name_at = start + words[begin].start()
    return Mention(start, name_at, end, make_name(text[name_at:end].split(), text[start:name_at]), kind)


class _Scale:
    """Names by their looks on one side, entities on the other."""

    def __init__(self, text: str, own: Sequence[Mention], entities: Sequence[_Entity]) -> None:
        self._text = text
        self._own = own
        self._starts = [m.name_start for m in own]
        self._longest = max((m.end - m.name_start for m in own), default=0)
        self._entities = entities
        self._votes: dict[str, Counter[SpeakerKind | None]] = {}
        for entity in entities:
            self._votes.setdefault(entity.normalized, Counter())[entity.mention.kind] += 1
        people = [m for m in (*own, *(e.mention for e in entities)) if m.kind is SpeakerKind.PERSON and m.name.given]
        self._people = {normalize(word) for m in people for word in (m.name.surname, m.name.given[0])}

    def weigh(self) -> tuple[list[Mention], list[Mention]]:
        """Return the mentions that stay, and those that are new or changed."""
        gone: set[int] = set()
        new: list[Mention] = []
        for entity in self._entities:
            beside = self._beside(entity.mention)
            judged = self._judged(entity, [self._own[i] for i in beside])
            if judged is not None:
                gone.update(beside)
                new += judged
        return [m for i, m in enumerate(self._own) if i not in gone], new

    def _beside(self, mention: Mention) -> list[int]:
        """Places of the names by their looks that have characters of a name."""
        first = bisect_left(self._starts, mention.name_start - self._longest)
        last = bisect_left(self._starts, mention.end)
        return [i for i in range(first, last) if self._own[i].end > mention.name_start]

    def _judged(self, entity: _Entity, beside: Sequence[Mention]) -> list[Mention] | None:
        """What an entity makes of the names beside it; None where they stay as they are."""
        mention = entity.mention
        if len(beside) == 1 and (beside[0].name_start, beside[0].end) == (mention.name_start, mention.end):
            return self._of_kind(beside[0], entity)
        if mention.kind is None:
            return [] if entity.sure and beside else None
        if entity.sure or (self._is_better(mention, beside) if beside else self._is_missed(mention)):
            return [mention]
        return None

    def _of_kind(self, own: Mention, entity: _Entity) -> list[Mention] | None:
        """A name of the kind that an entity's label makes it, or most entities of the same name."""
        votes = self._votes[entity.normalized]
        kind = entity.mention.kind if entity.sure else max(votes, key=votes.__getitem__)
        if self._is_known(own) and not entity.sure:
            return None
        if kind is None:
            return []
        if kind is own.kind:
            return None
        if kind is SpeakerKind.PERSON:
            return [attrs.evolve(own, kind=kind) if own.kind is None else entity.mention]
        return [
            Mention(
                own.name_start, own.name_start, own.end, organization_name(self._text[own.name_start : own.end]), kind
            )
        ]

    def _is_known(self, own: Mention) -> bool:
        """Return whether a name's looks tell enough."""
        if own.kind in _PERSONAL:
            name = own.name
            if not name.given and normalize(name.surname) in self._people:
                return True
            initials = any(word.endswith(".") for word in name.given)
            return bool(name.titles or name.suffix) or initials or is_given_name(name.text.split()[0])
        last = normalize(own.name.text).rpartition(" ")[2]
        return not own.name.text.isupper() or any(
            word in normalized_words(name) for name in _LISTS for word in (last, normalize(own.name.text))
        )

    def _is_better(self, mention: Mention, beside: Sequence[Mention]) -> bool:
        """Return whether an entity is a whole name of which looks found pieces."""
        inside = all(mention.name_start <= own.name_start and own.end <= mention.end for own in beside)
        return inside and self._is_name(mention) and not any(map(self._is_known, beside))

    def _is_missed(self, mention: Mention) -> bool:
        """Return whether an entity is a name where looks found none; lone words there are common ones."""
        if mention.kind is SpeakerKind.GROUP and not mention.name.text.endswith("s"):
            return False
        return " " in mention.name.text and self._is_name(mention)

    def _is_name(self, mention: Mention) -> bool:
        """Return whether an entity may be a name as a whole."""
        printed = self._text[mention.start : mention.end]
        party = _PARTY.match(self._text, mention.start)
        return len(printed) <= _LONGEST and printed[0].isupper() and not party and not _NO_NAME.search(printed)
