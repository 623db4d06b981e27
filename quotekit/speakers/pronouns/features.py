"""The features of the referents that a pronoun may have."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

import attrs

from quotekit.english.words import is_given_name
from quotekit.speakers.antecedents import weigh
from quotekit.speakers.candidate import Fit
from quotekit.speakers.discourse import Discourse, ResolvedPronoun, Speech
from quotekit.speakers.features import Features
from quotekit.speakers.likely_genders import has_gendered_title
from quotekit.speakers.probabilities import Row
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Reason, Referent, Unresolvable
from quotekit.speakers.standings import Place, Standing
from quotekit.speakers.weights import Weights
from quotekit.text import Bounds

__all__ = ["referent_rows"]

# Distances above these make no difference.
_MAX_SENTENCES, _MAX_PARAGRAPHS, _MAX_RANK = 4, 3, 3
# How many referents without a name are compared: those mentioned before more than so many others are not meant.
_MAX_NAMELESS = 12
# How many speeches before a pronoun are looked at.
_MAX_SPEECHES = 4
# Added to the weights of referents, so that their logarithms are finite.
_FLOOR = 0.02
_REACH_CHARS = 40
_MAX_SPANS, _MAX_CONTENT_CHARS = 3, 600
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]['\"”’)]{0,3}\s{1,9}|\n\s{0,9})(?:(?:And|But|Yet|So|Then|Still|Now),?[ ])?$")
_OPENS_PARAGRAPH = re.compile(r"(?:^|\n\s{0,9})(?:(?:And|But|Yet|So|Then|Still|Now),?[ ])?$")
# "He added", "she also says": whoever has just spoken goes on.
_GOES_ON = re.compile(
    r" (?:also|then|later|further|again)\b"
    r"| (?:add|continu|conclud|explain|elaborat|not|admit|acknowledg|insist)(?:e|ed|es|s|ing)?\b| (?:went|goes) on\b"
)
# "He replied": somebody else has just spoken.
_ANSWERS = re.compile(
    r" (?:repl|respond|answer|counter|retort|shot back|fired back|agree|disagree|den)(?:y|ied|ies|ed|s|d)?\b"
)
_FITS = {fit: f"fit: {fit.value}" for fit in Fit}
_UNRESOLVABLE = {reason: f"unresolvable: {reason.value}" for reason in Reason}
# More than there are combinations of distances or of places with what they are joined with.
_MAX_COMBINATIONS = 1_000
_RANKS = {fit: rank for rank, fit in enumerate(Fit)}
_PREPOSITIONS = frozenset({"against", "by", "like", "than", "under", "with"})
_SUBJECTS = frozenset({"he", "she"})
_AFTER_QUOTATION = re.compile(r"[,.!?…—-][\"”’']{1,3}\s{1,3}$")


@attrs.frozen
class _Scene:
    """What all referents of a pronoun are compared with."""

    query: Query
    discourse: Discourse
    #: The sums of the weights that are used without learned ones.
    weights: Mapping[Referent, float]
    #: The two highest of them; zero if there are none.
    highest: tuple[float, float]
    #: The last speeches, the most recent one first, and who speaks in them.
    speeches: Sequence[Speech]
    speakers: Sequence[Referent]
    #: How many referents may agree.
    size: int
    #: The referents that agree, and how many mentions the one that is named most often has.
    agreeing: frozenset[Referent]
    most_mentions: int
    #: The agreeing referents of the last speeches, the most recent one first, and those who were asked.
    agreeing_speakers: Sequence[Referent]
    asking: frozenset[Referent]
    #: The last pronoun of the same gender; None if there is none.
    pronoun: ResolvedPronoun | None
    #: The sentence and the paragraph of the pronoun, the bounds of that, how many mentions are in it, and its first
    #: sentence.
    sentence: int
    paragraph: int
    bounds: Bounds
    in_paragraph: int
    opening: int
    #: Whether the pronoun is in reported content.
    is_reported: bool
    #: Where the pronoun is: "opens", "opens paragraph", "tag" after a quotation, or "inside".
    position: str
    #: What the pronoun is: "subject" or "other form".
    form: str
    #: The entities named in the content attributed to the pronoun, and in the rest of its sentence.
    in_content: frozenset[int]
    in_rest: frozenset[int]


def referent_rows(query: Query, found: Sequence[Features], discourse: Discourse) -> dict[Referent | None, Row]:
    """
    Compute the features of the referents that a pronoun may have.

    Args:
        query: The pronoun.

        found: The features of its candidates, from :func:`quotekit.speakers.features.feature_rows`.

        discourse: What is known at that point.

    Returns:
        A row for each referent that may agree, and one for none of them. Of the referents without a name, only the most
        recent ones are compared.
    """
    rows: dict[Referent, list[Features]] = {}
    for row in found:
        if row.candidate.fit is not Fit.NONE:
            rows.setdefault(row.candidate.referent, []).append(row)
    scene = _scene_of(query, found, rows, discourse)
    # Referents by number: hashing one takes longer than hashing a number.
    referents, mentions = list(rows), list(rows.values())
    recent = sorted(range(len(referents)), key=lambda number: -mentions[number][-1].candidate.start)
    first = min(range(len(referents)), key=lambda number: mentions[number][0].candidate.start, default=None)
    nameless = [number for number in recent if not isinstance(referents[number], Named)]
    too_far = frozenset(nameless[_MAX_NAMELESS:])
    ranks = {number: rank for rank, number in enumerate(recent) if number not in too_far}
    compared: dict[Referent | None, Row] = {
        referents[number]: _of_referent(
            referents[number], mentions[number], ranks[number], scene, is_first=number == first
        )
        for number in sorted(ranks)
    }
    return {**compared, None: _of_nobody(scene)}


def _scene_of(
    query: Query, found: Sequence[Features], rows: Mapping[Referent, Sequence[Features]], discourse: Discourse
) -> _Scene:
    """Look up once what is the same for all referents: there may be many."""
    index = discourse.index
    weights = weigh(found, Weights())
    highest, second = sorted([*weights.values(), 0.0, 0.0], reverse=True)[:2]
    speeches = list(islice(discourse.speeches_before(query.start), _MAX_SPEECHES))
    every = [row for some in rows.values() for row in some]
    paragraph = index.paragraph_of(query.start)
    begin, end = index.paragraph(paragraph)
    return _Scene(
        query,
        discourse,
        weights,
        (highest, second),
        speeches,
        [speech.referent for speech in speeches],
        len(rows),
        frozenset(row.candidate.referent for row in every if row.candidate.fit is Fit.AGREES),
        max((len(discourse.entities[one.entity].mentions) for one in rows if isinstance(one, Named)), default=0),
        [speech.referent for speech in speeches if speech.referent in rows],
        frozenset(row.asked_by for row in every if row.asked_by is not None),
        _last_pronoun(query, discourse),
        index.narrative_sentence_of(query.start),
        paragraph,
        (begin, end),
        sum([begin <= row.candidate.start < end for row in every]),
        index.narrative_sentence_of(begin),
        discourse.reported.is_reported(query.start),
        _position(query, discourse),
        "subject" if query.pronoun in _SUBJECTS else "other form",
        frozenset(_named_in_content(query, discourse)),
        frozenset(_named_in_rest(query, discourse)),
    )


def _standing(row: Features, discourse: Discourse) -> Standing:
    candidate = row.candidate
    return discourse.standings.of(candidate.start, candidate.end, is_source=candidate.is_source)


def _last_pronoun(query: Query, discourse: Discourse) -> ResolvedPronoun | None:
    """Return the last pronoun of the same gender before a pronoun that is no source itself."""
    chain = () if query.gender is None else discourse.pronouns(query.gender)
    place = bisect_left(chain, query.start, key=attrgetter("start"))
    return chain[place - 1] if place else None


def _position(query: Query, discourse: Discourse) -> str:
    before = discourse.index.before(query.start, _REACH_CHARS)
    if _AFTER_QUOTATION.search(before):
        return "tag"
    if _OPENS_PARAGRAPH.search(before):
        return "opens paragraph"
    return "opens" if _OPENS_SENTENCE.search(before) or not before else "inside"


def _named_in_content(query: Query, discourse: Discourse) -> Iterator[int]:
    """Yield the entities named at the beginning of the content attributed to a pronoun."""
    for start, end in query.own[:_MAX_SPANS]:
        within = discourse.mentions.within(start, min(end, start + _MAX_CONTENT_CHARS))
        yield from map(discourse.mentions.entity_of, within)


def _named_in_rest(query: Query, discourse: Discourse) -> Iterator[int]:
    """Yield the entities named after a pronoun in its sentence, outside of the content attributed to it."""
    _, end = discourse.index.sentence_at(query.start)
    for mention in discourse.mentions.within(query.end, min(end, query.end + _MAX_CONTENT_CHARS)):
        if not any(start <= mention.start < stop for start, stop in query.own):
            yield discourse.mentions.entity_of(mention)


def _of_nobody(scene: _Scene) -> Row:
    return [
        ("nobody", 1.0),
        (f"nobody, {scene.position}", 1.0),
        ("nobody, no candidates", not scene.size),
        ("nobody, most weight", math.log(max(scene.weights.values(), default=0.0) + _FLOOR)),
        ("nobody, reported", scene.is_reported),
    ]


def _of_referent(referent: Referent, rows: Sequence[Features], rank: int, scene: _Scene, *, is_first: bool) -> Row:
    rank = min(rank, _MAX_RANK)
    return [
        *_of_weight(referent, scene),
        *_of_last_mention(rows[-1], scene),
        *_of_all_mentions(rows, scene, is_first=is_first),
        *_of_speeches(referent, scene),
        *_of_kind(referent, rows, scene),
        (f"rank {rank}", 1.0),
        (f"rank {rank}, {scene.position}", 1.0),
    ]


def _of_weight(referent: Referent, scene: _Scene) -> Row:
    mine = scene.weights.get(referent, 0.0)
    highest, second = scene.highest
    rival = second if mine == highest else highest
    return [
        ("weight", math.log(mine + _FLOOR)),
        ("lead", max(-3.0, min(3.0, math.log((mine + _FLOOR) / (rival + _FLOOR))))),
        ("heaviest", mine > rival),
    ]


def _of_last_mention(last: Features, scene: _Scene) -> Row:
    """Return what the most recent mention shows."""
    standing = _standing(last, scene.discourse)
    sentences = min(last.sentences_back, _MAX_SENTENCES)
    paragraphs = min(scene.paragraph - standing.paragraph, _MAX_PARAGRAPHS)
    return [
        *_of_distance(sentences, paragraphs, scene.position),
        *_of_place(last.place, sentences, scene.form, is_source=last.candidate.is_source),
        ("last reported", last.is_reported),
        ("last in own words", last.is_in_own_words),
        ("last possessive", standing.is_possessive),
        ("last after preposition", standing.word_before in _PREPOSITIONS),
        ("last opens paragraph", standing.opens_paragraph),
    ]


@lru_cache(_MAX_COMBINATIONS)
def _of_distance(sentences: int, paragraphs: int, position: str) -> Row:
    """Return how far away a mention is."""
    names = f"sentences {sentences}", f"paragraphs {paragraphs}"
    return [(name, 1.0) for name in (*names, f"{names[1]}, {position}", f"{names[0]}, {position}")]


@lru_cache(_MAX_COMBINATIONS)
def _of_place(place: Place, sentences: int, form: str, *, is_source: bool) -> Row:
    """Return where a mention is in its sentence."""
    name, near = f"last {place.value}", min(sentences, 2)
    names = [name, f"{name}, {form}, {min(sentences, 1)} back", f"{name}, {near} back"]
    if is_source:
        names += ["last is source", f"last is source, {near} back"]
    return [(name, 1.0) for name in names]


def _of_all_mentions(rows: Sequence[Features], scene: _Scene, *, is_first: bool) -> Row:
    """Return what the recent mentions show together."""
    begin, end = scene.bounds
    here = [row for row in rows if begin <= row.candidate.start < end]
    in_opening = [row for row in here if _standing(row, scene.discourse).sentence == scene.opening]
    is_introduced = any(row.is_introduced for row in rows)
    is_alone = 0 < len(here) == scene.in_paragraph
    subjects = [row.sentences_back for row in rows if row.place is Place.SUBJECT]
    sources = [row.sentences_back for row in rows if row.candidate.is_source]
    is_before = 1 in subjects
    return [
        ("mentions in paragraph", math.log1p(len(here))),
        ("only one in paragraph", is_alone),
        (f"only one in paragraph, {scene.position}", is_alone),
        ("only one in paragraph, introduced", is_alone and is_introduced),
        ("recent mentions", math.log1p(len(rows))),
        ("subjects", math.log1p(len(subjects))),
        ("subject in this sentence", 0 in subjects),
        ("subject in last sentence", is_before),
        (f"subject in last sentence, {scene.position}", is_before),
        ("subject in this sentence, in reported", scene.is_reported and 0 in subjects),
        ("source in this sentence, in reported", scene.is_reported and 0 in sources),
        ("asked", any(row.asked_by is not None for row in rows)),
        ("asks", bool(scene.asking) and rows[0].candidate.referent in scene.asking),
        ("introduced", is_introduced),
        ("subject of paragraph", any(row.place is Place.SUBJECT for row in in_opening)),
        ("source in paragraph", any(row.candidate.is_source for row in here)),
        ("first of all", is_first),
    ]


def _of_speeches(referent: Referent, scene: _Scene) -> Row:
    """Return who spoke last."""
    back = scene.speakers.index(referent) if referent in scene.speakers else None
    found = [("silent", 1.0) if back is None else (f"spoke {back}", 1.0)]
    if back == 0:
        index, end = scene.discourse.index, scene.query.end
        paragraphs = min(scene.paragraph - index.paragraph_of(scene.speeches[0].start), _MAX_PARAGRAPHS)
        found += [
            (f"spoke last, paragraphs {paragraphs}", 1.0),
            (f"spoke last, {scene.position}", 1.0),
            (f"spoke last, {scene.position}, paragraphs {paragraphs}", 1.0),
            ("spoke last, goes on", index.match_after(_GOES_ON, end) is not None),
            ("spoke last, answers", index.match_after(_ANSWERS, end) is not None),
        ]
    agreeing = scene.agreeing_speakers
    if agreeing and agreeing[0] == referent:
        found += [
            ("last agreeing speaker", 1.0),
            (f"last agreeing speaker, {scene.position}", 1.0),
            ("only agreeing speaker", set(agreeing) == {referent}),
        ]
    if scene.pronoun is not None and scene.pronoun.referent == referent:
        back = scene.sentence - scene.discourse.index.narrative_sentence_of(scene.pronoun.start)
        found += [("last pronoun", 1.0), (f"last pronoun, {min(back, _MAX_SENTENCES)} back", 1.0)]
    return found


def _of_kind(referent: Referent, rows: Sequence[Features], scene: _Scene) -> Row:
    """Return what is known of the referent itself."""
    fit = min([row.candidate.fit for row in rows], key=_RANKS.__getitem__)
    is_only = len(scene.agreeing) == 1 and referent in scene.agreeing
    known: Row
    match referent:
        case Named(entity=entity):
            known = _of_entity(entity, scene)
        case Described():
            known = [("described", 1.0), (f"described, {scene.position}", 1.0)]
        case Unresolvable():
            name = _UNRESOLVABLE[referent.reason]
            known = [(name, 1.0), (f"{name}, {scene.position}", 1.0)]
        case _:
            known = [("other kind", 1.0)]
    return [(_FITS[fit], 1.0), ("only one that agrees", is_only), *known]


def _of_entity(entity: int, scene: _Scene) -> Row:
    """Return what is known of an entity."""
    discourse = scene.discourse
    known = discourse.entities[entity]
    share = len(known.mentions) / scene.most_mentions
    in_headline = known.mentions[0].start < discourse.index.paragraph(0)[1]
    in_content = entity in scene.in_content
    first_word = known.name.split(None, 1)[0]
    return [
        ("mentions", math.log1p(len(known.mentions))),
        ("share of mentions", share),
        (f"share of mentions, {scene.position}", share),
        ("in headline", in_headline),
        (f"in headline, {scene.position}", in_headline),
        ("in own content", in_content),
        (f"in own content, {scene.position}", in_content),
        ("in rest of sentence", entity in scene.in_rest),
        ("word of the text", discourse.is_word_before(first_word.lower(), len(discourse.index.text))),
        ("given name", is_given_name(first_word)),
        (f"entity {min(entity, 3)}", 1.0),
        ("gender known", discourse.gender_of(entity) is not None),
        ("gendered title", has_gendered_title(known)),
        ("one word", " " not in known.name),
        ("surely a person", discourse.is_surely_person(entity)),
        ("may be pronoun", discourse.may_be_pronoun(entity)),
        ("titles", bool(known.titles)),
    ]
