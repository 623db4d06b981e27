"""Say who speaks: the person, organization, group or document behind each source."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import FIRST_PERSON, NEUTER, PRONOUN_GENDER, RELATIVES, THIRD_PERSON_PLURAL
from quotekit.english.words import Gender, is_place, is_role, normalize, singular, word_gender
from quotekit.names.mention import Mention
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import Credit, Spans, Speaker, SpeakerKind, TextSpan
from quotekit.speakers.answers import Answer, number_answers
from quotekit.speakers.clusters import Coreference
from quotekit.speakers.coreference import Clusters
from quotekit.speakers.descriptions import Descriptions
from quotekit.speakers.discourse import Discourse, is_personal
from quotekit.speakers.first_person import FirstPerson
from quotekit.speakers.passages import Passages
from quotekit.speakers.pronouns import Pronouns
from quotekit.speakers.references import References, is_joint
from quotekit.speakers.relative_pronouns import before_relative
from quotekit.text import Quotation, TextIndex, pair_marks

__all__ = ["resolve_speakers"]

_LONGEST_DESCRIPTION = 500
# Organizations that have no name but a person's.
_NAMED_BY_OWNER = frozenset({"administration", "camp", "campaign", "government", "team"})
#: What a pronoun of which nothing can be told stands for.
_KIND_OF = {"it": SpeakerKind.ORGANIZATION, "its": SpeakerKind.ORGANIZATION, "they": SpeakerKind.GROUP}


def resolve_speakers(
    text: str,
    sources: Sequence[Spans],
    mentions: Sequence[Mention],
    clusters: Clusters = (),
    *,
    contents: Sequence[Spans] | None = None,
    quotations: Sequence[Quotation] | None = None,
    article_credits: Sequence[Credit] = (),
) -> tuple[tuple[Speaker, ...], tuple[int | None, ...]]:
    """
    Say who speaks.

    Args:
        text: The article's text.

        sources: The source of each attribution; empty where there is none.

        mentions: The text's mentions, from :func:`quotekit.names.find_mentions`.

        clusters: The text's clusters of coreference, from :func:`quotekit.speakers.read_clusters`.

        contents: The content of each attribution, to tell whose words a source stands in; if not given, "I" is nobody
            where it is quoted.

        quotations: The text's quotations, from :func:`quotekit.text.pair_marks`; paired here if not given.

        article_credits: Who is named as having made the article: its bylines say who "I" is.

    Returns:
        The speakers in the order of their first mentions, and for each source the index of its speaker; None where
        nothing can be told.

    Example:
        >>> from quotekit.names import find_mentions
        >>> text = "Treasury Secretary Scott Bessent met a U.S. official. Bessent smiled, the official said."
        >>> sources = [Spans.of(text, [(54, 61)]), Spans.of(text, [(70, 82)]), Spans()]
        >>> speakers, indices = resolve_speakers(text, sources, find_mentions(TextIndex(text)))
        >>> [(s.id, s.name, s.kind.value, s.titles) for s in speakers]
        [('s1', 'Scott Bessent', 'person', ('Treasury Secretary',)), ('s2', None, 'unnamed', ())]
        >>> indices
        (0, 1, None)
    """
    contents = [Spans()] * len(sources) if contents is None else contents
    passages = Passages(text, pair_marks(text) if quotations is None else quotations, contents)
    resolution = _Resolution(Discourse(text, mentions, passages, article_credits), clusters)
    answers: list[Answer | None] = [None] * len(sources)
    first_person: dict[int, SourcePhrase] = {}
    for i in sorted((i for i, source in enumerate(sources) if source), key=lambda i: sources[i].pieces[0].start):
        answers[i], reading = resolution.answer(sources[i], contents[i])
        if answers[i] is None and reading is not None and reading.pronoun in FIRST_PERSON:
            first_person[i] = reading
    author = FirstPerson(text, passages, article_credits)
    for i in first_person:
        answers[i] = _of_first_person(i, author, sources, answers, first_person)
    for i, (source, content) in enumerate(zip(sources, contents, strict=True)):
        if content and not source:
            answers[i] = _of_running_quotation(content.pieces[0].start, passages, answers)
    return number_answers(text, answers)


def _of_running_quotation(at: int, passages: Passages, answers: Sequence[Answer | None]) -> Answer | None:
    """The speaker of a quotation that goes on without a source, paragraph for paragraph."""
    before = passages.part_before(at)
    if before is None:
        return None
    holders = (index for index, _ in passages.holders(before, before + 1))
    return next((answers[index] for index in holders if answers[index] is not None), None)


def _of_first_person(
    index: int,
    author: FirstPerson,
    sources: Sequence[Spans],
    answers: Sequence[Answer | None],
    first_person: dict[int, SourcePhrase],
) -> Answer | None:
    """The speaker behind an "I": of the words it stands in, and of those around these, or the author."""
    piece = sources[index].pieces[0]
    holder: int | None = index
    passed = {index}
    while holder is not None and answers[holder] is None:
        last = sources[holder].pieces[0] if sources[holder] else piece
        if holder not in first_person:
            return None
        pronoun = first_person[holder].pronoun or ""
        holder = author.holder(last, holder)
        if holder is None:
            wrote = author.author(pronoun, last)
            return None if wrote is None else wrote.seen_at(piece)
        if holder in passed:
            return None
        passed.add(holder)
    told = answers[holder] if holder is not None else None
    return None if told is None else told.seen_at(piece)


class _Resolution:
    """Asked for one source after the other in text order."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self._discourse = discourse
        self._coreference = Coreference(
            discourse.text, clusters, discourse.entities, discourse.within, discourse.entity_of
        )
        self._descriptions = Descriptions(discourse)
        self._pronouns = Pronouns(discourse)
        self._references = References(discourse)
        self._answers: dict[Hashable, Answer] = {}
        self._unnamed: dict[str, dict[tuple[object, ...], frozenset[str]]] = {}
        # Bounds of what the source at hand is the source of.
        self._own: list[tuple[int, int]] = []

    def answer(self, source: Spans, content: Spans) -> tuple[Answer | None, SourcePhrase | None]:
        """Say who one source is; return what it says, too."""
        self._own = [(piece.start, piece.end) for piece in content]
        reading = None
        for piece in source:
            reading = parse_source(
                TextIndex(self._discourse.text), (piece.start, piece.end), self._discourse.within(piece)
            )
            meant = self._coreferent(reading, piece)
            if meant is not None:
                return meant, reading
            if reading.pronoun is not None:
                return self._pronoun(reading.pronoun, piece), reading
            if reading.pair:
                return self._pair(reading, piece), reading
            if reading.kind is not None:
                return (self._named(reading, piece) if reading.named else self._described(reading, source)), reading
        return None, reading

    def _coreferent(self, reading: SourcePhrase, piece: TextSpan) -> Answer | None:
        """The speaker that a source means by the clusters given; None where they tell nothing."""
        gender = PRONOUN_GENDER.get(reading.pronoun or "")
        indices = self._coreference.named(piece, reading)
        if len(indices) == 1:
            self._discourse.genders[indices[0]] = gender or self._discourse.genders[indices[0]]
            return self._speaking(indices[0], piece)
        if indices:
            return self._jointly(indices, piece)
        described = self._coreference.described(piece) if reading.pronoun is not None else None
        if described is None:
            return None
        return self._described(described[0], Spans([described[1]]), gender).seen_at(piece)

    def _named(self, reading: SourcePhrase, piece: TextSpan) -> Answer:
        indices = list(dict.fromkeys(map(self._discourse.entity_of, reading.named)))
        if reading.kind is SpeakerKind.DOCUMENT and any(m.kind is not SpeakerKind.DOCUMENT for m in reading.named):
            return self._document(indices, piece)
        if len(indices) == 1:
            return self._speaking(indices[0], piece)
        return self._jointly(tuple(indices), piece)

    def _document(self, makers: Sequence[int], piece: TextSpan) -> Answer:
        """The speaker for a document, by whoever made it."""
        name = "; ".join(self._discourse.entities[i].name for i in makers)
        key = ("document", name)
        self._discourse.note(piece, key, SpeakerKind.DOCUMENT)
        answer = Answer(key, name, SpeakerKind.DOCUMENT, (), ((piece.start, piece.end),))
        self._answers.setdefault(key, answer)
        return answer

    def _jointly(self, indices: tuple[int, ...], piece: TextSpan) -> Answer:
        """The speaker for several entities."""
        self._discourse.note(piece, indices, SpeakerKind.GROUP, several=True)
        key = ("joint", *indices)
        if key not in self._answers:
            entities = [self._discourse.entities[i] for i in indices]
            name = "; ".join(entity.name for entity in entities)
            bounds = self._coreference.bounds(indices, [(m.start, m.end) for e in entities for m in e.mentions])
            self._answers[key] = Answer(key, name, entities[0].kind or SpeakerKind.PERSON, bounds=bounds)
        return self._answers[key]

    def _speaking(self, index: int, piece: TextSpan) -> Answer:
        """The speaker for one entity, noted as speaking here."""
        entity = self._discourse.entities[index]
        self._discourse.note(piece, index, entity.kind, several=entity.kind is SpeakerKind.GROUP)
        if index not in self._answers:
            bounds = self._coreference.bounds((index,), [(m.start, m.end) for m in entity.mentions])
            kind = entity.kind or SpeakerKind.PERSON
            self._answers[index] = Answer(("named", index), entity.name, kind, entity.titles, bounds)
        return self._answers[index]

    def _meant(self, who: Hashable, word: str, piece: TextSpan) -> Answer | None:
        """The speaker that a pronoun goes back to: an entity, several, or one without a name."""
        if isinstance(who, int):
            return self._speaking(who, piece).seen_at(piece)
        if is_joint(who):
            return self._jointly(who, piece).seen_at(piece)
        answer = self._answers.get(who)
        if answer is None:
            return None
        self._discourse.note(piece, who, answer.kind, PRONOUN_GENDER.get(word), several=word in THIRD_PERSON_PLURAL)
        return answer.seen_at(piece)

    def _pronoun(self, word: str, piece: TextSpan) -> Answer | None:
        """The speaker that a pronoun means."""
        at = piece.start
        if word in RELATIVES:
            return self._relative(word, piece)
        if word in THIRD_PERSON_PLURAL:
            who = self._references.several(at, self._own)
        elif word in NEUTER:
            who = self._references.thing(at, self._own)
        else:
            who = self._pronouns.whom(word, at, self._own)
        answer = self._meant(who, word, piece)
        if answer is None and word not in FIRST_PERSON:
            self._discourse.note(
                piece, None, _KIND_OF.get(word), PRONOUN_GENDER.get(word), several=word in THIRD_PERSON_PLURAL
            )
        return answer

    def _relative(self, word: str, piece: TextSpan) -> Answer | None:
        """The speaker that a relative pronoun goes back to."""
        before = before_relative(self._discourse.text, word, piece.start, self._discourse.before(piece.start))
        return None if before is None else self._speaking(self._discourse.entity_of(before), piece)

    def _pair(self, reading: SourcePhrase, piece: TextSpan) -> Answer:
        """The speaker for "both"."""
        noun = reading.description
        indices = self._references.pair(noun, piece.start, self._own)
        if indices and (not noun or not is_role(singular(noun)) or self._descriptions.all_fit(noun, indices)):
            return self._jointly(indices, piece).seen_at(piece)
        key = ("described", SpeakerKind.GROUP, piece.start)
        self._discourse.note(piece, key, SpeakerKind.GROUP, several=True)
        return self._answers.setdefault(key, Answer(key, None, SpeakerKind.GROUP, bounds=((piece.start, piece.end),)))

    def _described(self, reading: SourcePhrase, source: Spans, gender: Gender | None = None) -> Answer:
        """The speaker of a description: somebody named elsewhere, or one without a name."""
        kind, piece = reading.kind or SpeakerKind.UNNAMED, source.pieces[0]
        owner = self._owner(reading, piece.start)
        name = None
        if reading.article in ("", "the"):
            index = None
            if kind is SpeakerKind.UNNAMED:
                index = self._descriptions.person(reading, piece.start, owner, self._own)
            elif kind is SpeakerKind.ORGANIZATION:
                reading = self._with_owner(reading, owner)
                index = self._descriptions.organization(reading, piece.start)
                name = _owned_name(reading)
            elif kind is SpeakerKind.DOCUMENT and reading.article == "the":
                owner = self._descriptions.document(reading, piece.start)
            if kind is SpeakerKind.DOCUMENT and owner is not None:
                return self._document([owner], piece)
            if index is not None:
                return self._speaking(index, piece).seen_at(piece)
        return self._without_name(reading, source, kind, name, gender)

    def _owner(self, reading: SourcePhrase, at: int) -> int | None:
        """Index of whoever "his" or "its" means before a noun; None where nothing tells."""
        if reading.whose is None:
            return None
        if reading.whose == "its":
            who = self._references.thing(at, self._own)
        else:
            who = self._pronouns.whom(reading.whose, at, self._own)
        return who if isinstance(who, int) else None

    def _with_owner(self, reading: SourcePhrase, owner: int | None) -> SourcePhrase:
        """The reading of "his campaign" as that of "Holm's campaign"."""
        if owner is None or not is_personal(self._discourse.entities[owner].kind):
            return reading
        named = self._discourse.longest(owner)
        return attrs.evolve(reading, owner=named, description=f"{named.name.text}'s {reading.description}")

    def _without_name(
        self, reading: SourcePhrase, source: Spans, kind: SpeakerKind, name: str | None, gender: Gender | None
    ) -> Answer:
        """The speaker of a description that means nobody named elsewhere."""
        phrase = frozenset(normalize(reading.description).split())
        key = self._described_before(reading, phrase) if kind is SpeakerKind.UNNAMED else None
        if key is None:
            words = normalize(name or source.text[:_LONGEST_DESCRIPTION]).split()
            key = ("described", kind, *words[words[0] in ("a", "an", "the") and len(words) > 1 :])
            self._unnamed.setdefault(reading.noun, {})[key] = phrase
        several = kind is SpeakerKind.GROUP or singular(reading.noun) != reading.noun
        self._discourse.note(source.pieces[0], key, kind, gender or word_gender(reading.noun), several=several)
        answer = Answer(key, name, kind, bounds=tuple((piece.start, piece.end) for piece in source))
        self._answers.setdefault(key, answer)
        return answer

    def _described_before(self, reading: SourcePhrase, phrase: frozenset[str]) -> tuple[object, ...] | None:
        """The one speaker without a name that "the official" goes back to."""
        before = self._unnamed.get(reading.noun, {})
        if reading.article != "the" or len(before) != 1:
            return None
        return next((key for key, words in before.items() if phrase <= words), None)


def _owned_name(reading: SourcePhrase) -> str | None:
    """The name of an organization that is somebody's: "Holm campaign" for "Ms. Holm's campaign"."""
    owner = reading.owner
    owned_by_place = owner is not None and is_place(owner.name.text, regions=False)
    if owner is not None and owner.kind is SpeakerKind.ORGANIZATION and not owned_by_place:
        return reading.description
    if owner is not None and not owned_by_place:
        rest = reading.description.rsplit(owner.name.text, 1)[-1].removeprefix("'s").removeprefix("’s").strip("'’ ")
        return f"{owner.name.surname} {rest}" if reading.noun in _NAMED_BY_OWNER and rest else None
    # A capital after "the" is no sentence's. There is one Chinese government, but more than one Chinese chipmaker.
    capital = reading.article == "the" and reading.description[0].isupper() and " " in reading.description
    return reading.description if capital and singular(reading.noun) in load_words("state_nouns") else None
