"""Say who speaks: the person, body, group or document behind each source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from quotekit.records import Spans, Speaker, SpeakerKind, TextSpan
from quotekit.speakers.clusters import Coreference
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.entities import Entity, Role, link_mentions
from quotekit.speakers.mentions import Mention
from quotekit.speakers.pronouns import PRONOUN_GENDER, REACH, Person, antecedent
from quotekit.speakers.sources import Reading, read_source
from quotekit.speakers.vocabulary import fold

__all__ = ["resolve_speakers"]

_LONGEST_APPOSITION = 150
_LONGEST_DESCRIPTION = 500
_RELATIVE = frozenset({"which", "who", "whom"})
# "The city" is seldom the one body with "City" in its name.
_TOO_GENERAL = frozenset({"city", "country", "county", "group", "nation", "state"})
# Bodies that have no name but a person's.
_NAMED_BY_OWNER = frozenset({"administration", "camp", "campaign", "government", "team"})
# Words of a description that need not be in the title it fits.
_GENERAL = frozenset({"current", "former", "longtime", "new", "then", "us", "veteran"})


def resolve_speakers(
    text: str, sources: Sequence[Spans], mentions: Sequence[Mention], clusters: Clusters = ()
) -> tuple[tuple[Speaker, ...], tuple[int | None, ...]]:
    """
    Say who speaks.

    Args:
        text: The article's text.

        sources: The source of each attribution; empty where there is none.

        mentions: The text's mentions, from :func:`quotekit.speakers.find_mentions`.

        clusters: The text's clusters of coreference, from :func:`quotekit.speakers.read_clusters`.

    Returns:
        The speakers in the order of their first mentions, and for each source the index of its speaker; None where
        nothing can be told.

    Example:
        >>> from quotekit.speakers import find_mentions
        >>> text = "Treasury Secretary Scott Bessent met a U.S. official. Bessent smiled, the official said."
        >>> sources = [Spans.of(text, [(54, 61)]), Spans.of(text, [(70, 82)]), Spans()]
        >>> speakers, indices = resolve_speakers(text, sources, find_mentions(text))
        >>> [(s.id, s.name, s.kind.value, s.titles) for s in speakers]
        [('s1', 'Scott Bessent', 'person', ('Treasury Secretary',)), ('s2', None, 'unnamed', ())]
        >>> indices
        (0, 1, None)
    """
    cast = _Cast(text, mentions, clusters)
    answers: list[_Answer | None] = [None] * len(sources)
    for i in sorted((i for i, source in enumerate(sources) if source), key=lambda i: sources[i].pieces[0].start):
        answers[i] = cast.answer(sources[i])
    return _numbered(text, answers)


@attrs.frozen
class _Answer:
    """A speaker without its id."""

    #: Equal for equal speakers.
    key: tuple[object, ...]
    #: As in :class:`Speaker`.
    name: str | None
    #: As in :class:`Speaker`.
    kind: SpeakerKind
    #: As in :class:`Speaker`.
    titles: tuple[str, ...] = ()
    #: Bounds of the mentions.
    bounds: tuple[tuple[int, int], ...] = ()


def _numbered(text: str, answers: Sequence[_Answer | None]) -> tuple[tuple[Speaker, ...], tuple[int | None, ...]]:
    """Turn answers into speakers, numbered in the order of their first mentions."""
    first: dict[tuple[object, ...], _Answer] = {}
    bounds: dict[tuple[object, ...], set[tuple[int, int]]] = {}
    for answer in filter(None, answers):
        # One and the same answer stands for all sources of a named speaker.
        if first.get(answer.key) is not answer:
            first.setdefault(answer.key, answer)
            bounds.setdefault(answer.key, set()).update(answer.bounds)
    keys = sorted(first, key=lambda key: min(bounds[key]))
    speakers = tuple(
        Speaker(f"s{i}", first[key].name, first[key].kind, first[key].titles, Spans.of(text, sorted(bounds[key])))
        for i, key in enumerate(keys, 1)
    )
    place = {key: i for i, key in enumerate(keys)}
    return speakers, tuple(None if answer is None else place[answer.key] for answer in answers)


class _Cast:
    """Everybody an article names, and who has spoken so far; asked for one source after the other in text order."""

    def __init__(self, text: str, mentions: Sequence[Mention], clusters: Clusters) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: m.name_start)
        self._starts = [m.name_start for m in self._mentions]
        self._entities = link_mentions(text, self._mentions)
        self._index = {(m.name_start, m.end): i for i, e in enumerate(self._entities) for m in e.mentions}
        self._genders = [e.gender for e in self._entities]
        self._coreference = Coreference(text, clusters, self._entities, self._within, self._of)
        self._by_role: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        for i, entity in enumerate(self._entities):
            for head in dict.fromkeys(role.head for role in entity.roles):
                self._by_role.setdefault(head, []).append(i)
            words = dict.fromkeys(fold(entity.name).split())
            for word in words if entity.kind is SpeakerKind.ORGANIZATION and len(words) > 1 else ():
                self._by_word.setdefault(word, []).append(i)
        self._answers: dict[int, _Answer] = {}
        self._spoken: list[Person] = []
        self._unnamed: dict[str, dict[tuple[object, ...], frozenset[str]]] = {}

    def answer(self, source: Spans) -> _Answer | None:
        """Say who one source is."""
        for piece in source:
            reading = read_source(self._text, piece.start, piece.end, self._within(piece))
            meant = self._coreferent(reading, piece)
            if meant is not None:
                return meant
            if reading.pronoun is not None:
                return self._pronoun(reading.pronoun, piece)
            if reading.kind is not None:
                return self._named(reading, piece) if reading.named else self._described(reading, source)
        return None

    def _coreferent(self, reading: Reading, piece: TextSpan) -> _Answer | None:
        """The speaker that a source means by the clusters given; None where they tell nothing."""
        gender = PRONOUN_GENDER.get(reading.pronoun or "")
        indices = self._coreference.named(piece, reading)
        if len(indices) == 1:
            self._genders[indices[0]] = gender or self._genders[indices[0]]
            return self._speaking(indices[0], piece)
        if indices:
            return self._jointly(indices)
        described = self._coreference.described(piece) if reading.pronoun is not None else None
        if described is None:
            return None
        self._spoken.append(Person(piece.start, piece.end, None, gender, speaks=True))
        answer = self._described(described[0], Spans([described[1]]))
        return attrs.evolve(answer, bounds=(*answer.bounds, (piece.start, piece.end)))

    def _within(self, piece: TextSpan) -> list[Mention]:
        """The mentions that have characters of a source."""
        first = bisect_left(self._starts, piece.start)
        while first > 0 and self._mentions[first - 1].end > piece.start:
            first -= 1
        return self._mentions[first : bisect_left(self._starts, piece.end)]

    def _of(self, mention: Mention) -> int:
        """Index of the entity that a mention names."""
        return self._index[mention.name_start, mention.end]

    def _named(self, reading: Reading, piece: TextSpan) -> _Answer:
        indices = list(dict.fromkeys(map(self._of, reading.named)))
        if reading.kind is SpeakerKind.DOCUMENT and any(m.kind is not SpeakerKind.DOCUMENT for m in reading.named):
            name = "; ".join(self._entities[i].name for i in indices)
            return _Answer(("document", name), name, SpeakerKind.DOCUMENT, (), ((piece.start, piece.end),))
        if len(indices) == 1:
            return self._speaking(indices[0], piece)
        return self._jointly(tuple(indices))

    def _jointly(self, indices: tuple[int, ...]) -> _Answer:
        """The speaker for several entities."""
        entities = [self._entities[i] for i in indices]
        return _Answer(
            ("joint", *indices),
            "; ".join(entity.name for entity in entities),
            entities[0].kind or SpeakerKind.PERSON,
            bounds=self._coreference.bounds(indices, [(m.start, m.end) for e in entities for m in e.mentions]),
        )

    def _speaking(self, index: int, piece: TextSpan) -> _Answer:
        """The speaker for one entity, noted as speaking here."""
        entity = self._entities[index]
        if entity.kind in (None, SpeakerKind.PERSON):
            self._spoken.append(Person(piece.start, piece.end, index, self._genders[index], speaks=True))
        if index not in self._answers:
            bounds = self._coreference.bounds((index,), [(m.start, m.end) for m in entity.mentions])
            kind = entity.kind or SpeakerKind.PERSON
            self._answers[index] = _Answer(("named", index), entity.name, kind, entity.titles, bounds)
        return self._answers[index]

    def _pronoun(self, word: str, piece: TextSpan) -> _Answer | None:
        """The speaker that a pronoun means."""
        if word in _RELATIVE:
            before = self._before_relative(word, piece.start)
            return None if before is None else self._speaking(self._of(before), piece)
        gender = PRONOUN_GENDER.get(word)
        if gender is None:
            return None
        found = antecedent(self._text, piece.start, gender, self._people_before(piece.start))
        if found is None:
            self._spoken.append(Person(piece.start, piece.end, None, gender, speaks=True))
            return None
        self._genders[found] = gender
        return self._speaking(found, piece)

    def _before_relative(self, word: str, at: int) -> Mention | None:
        """The name that a relative pronoun goes on about: right before it, or before its apposition."""
        people = (None, SpeakerKind.PERSON, SpeakerKind.GROUP)
        place = bisect_left(self._starts, at)
        for mention in reversed(self._mentions[max(0, place - 6) : place]):
            between = self._text[mention.end : at]
            right_before = not between.strip(" ,")
            if word == "which" or (right_before and mention.kind in people):
                return mention if right_before and (word != "which" or mention.kind is not SpeakerKind.PERSON) else None
            if len(between) > _LONGEST_APPOSITION or not {*".!?;\n"}.isdisjoint(between):
                return None
            closed = between.startswith((",", " (")) and between.rstrip().endswith((",", ")"))
            if mention.kind is SpeakerKind.PERSON and closed:
                return mention
        return None

    def _people_before(self, at: int) -> list[Person]:
        """Whoever is named or speaks in the reach of a pronoun at *at*."""
        reach = slice(bisect_left(self._starts, at - REACH), bisect_left(self._starts, at))
        spoken = []
        for person in reversed(self._spoken):
            if person.start < at - REACH:
                break
            spoken.append(person)
        speaking = {person.start for person in spoken}
        named = [(m, self._of(m)) for m in self._mentions[reach] if m.start not in speaking]
        people = [Person(m.start, m.end, i, self._genders[i]) for m, i in named if self._is_person(i)]
        return sorted([*spoken, *people], key=lambda person: person.start)

    def _is_person(self, index: int) -> bool:
        """Whether an entity surely is a person."""
        entity = self._entities[index]
        if entity.kind is not SpeakerKind.PERSON:
            return False
        return bool(self._genders[index] or entity.titles or len({m.name.text for m in entity.mentions}) > 1)

    def _described(self, reading: Reading, source: Spans) -> _Answer:
        """The speaker of a description: somebody named elsewhere, or one without a name."""
        kind, name = reading.kind or SpeakerKind.UNNAMED, None
        if reading.article in ("", "the"):
            index = self._fitting_person(reading) if kind is SpeakerKind.UNNAMED else None
            if kind is SpeakerKind.ORGANIZATION:
                index = self._fitting_body(reading)
                name = _owned_name(reading)
            if index is not None:
                return self._speaking(index, source.pieces[0])
        phrase = frozenset(fold(reading.description).split())
        key = self._described_before(reading, phrase) if kind is SpeakerKind.UNNAMED else None
        if key is None:
            words = fold(name or source.text[:_LONGEST_DESCRIPTION]).split()
            key = ("described", kind, *words[words[0] in ("a", "an", "the") and len(words) > 1 :])
            self._unnamed.setdefault(reading.noun, {})[key] = phrase
        return _Answer(key, name, kind, bounds=tuple((piece.start, piece.end) for piece in source))

    def _described_before(self, reading: Reading, phrase: frozenset[str]) -> tuple[object, ...] | None:
        """The one speaker without a name that "the official" goes back to."""
        before = self._unnamed.get(reading.noun, {})
        if reading.article != "the" or len(before) != 1:
            return None
        return next((key for key, words in before.items() if phrase <= words), None)

    def _fitting_person(self, reading: Reading) -> int | None:
        """The one person whose title fits a description such as "the Ohio senator"."""
        wanted = Role.of(reading.description)
        fits = {i: _fit(wanted, self._entities[i]) for i in self._by_role.get(wanted.head, ())}
        best = [i for i, fit in fits.items() if fit is not None and fit == max(filter(None, fits.values()))]
        return best[0] if len(best) == 1 else None

    def _fitting_body(self, reading: Reading) -> int | None:
        """The one body whose name has all words of "the committee" or "Holm's campaign"."""
        if reading.noun in _TOO_GENERAL:
            return None
        words = {*fold(reading.description).split()}
        if reading.owner is not None and reading.owner.kind is not SpeakerKind.ORGANIZATION:
            words = {fold(reading.owner.name.surname), reading.noun}
        bodies = [i for i in self._by_word.get(reading.noun, ()) if words <= {*fold(self._entities[i].name).split()}]
        return bodies[0] if len(bodies) == 1 else None


def _fit(wanted: Role, entity: Entity) -> tuple[int, bool] | None:
    """How well the best of an entity's titles fits a description; None where none does."""
    fits: Iterable[tuple[int, bool]] = (
        (len(wanted.others & role.others), ("former" in role.others) == ("former" in wanted.others))
        for role in entity.roles
        if _agrees(wanted, role)
    )
    return max(fits, default=None)


def _agrees(wanted: Role, role: Role) -> bool:
    """Whether nothing in a description speaks against a title."""
    if wanted.head != role.head or ("vice" in wanted.others) != ("vice" in role.others):
        return False
    if "former" in wanted.others and "former" not in role.others:
        return False
    mine, theirs = wanted.others - _GENERAL, role.others - _GENERAL
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _owned_name(reading: Reading) -> str | None:
    """The name of a body that is somebody's: "Holm campaign" for "Ms. Holm's campaign"."""
    if reading.owner is not None and reading.owner.kind is SpeakerKind.ORGANIZATION:
        return reading.description
    if reading.owner is not None:
        owner = reading.owner.name
        rest = reading.description.rsplit(owner.text, 1)[-1].removeprefix("'s").removeprefix("’s").strip("'’ ")
        return f"{owner.surname} {rest}" if reading.noun in _NAMED_BY_OWNER and rest else None
    # A capital after "the" is no sentence's: "the Chinese government".
    capital = reading.article == "the" and reading.description[0].isupper() and " " in reading.description
    return reading.description if capital else None
