"""The features of the referents that a pronoun may have."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

import attrs

from quotekit.english.words import is_given_name
from quotekit.speakers.antecedents import weigh
from quotekit.speakers.candidate import Fit
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.features import Features, Place
from quotekit.speakers.likely_genders import has_gendered_title
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Referent, Unresolvable
from quotekit.speakers.surroundings import is_possessive, word_before
from quotekit.speakers.weights import Weights

__all__ = ["Row", "referent_rows"]

#: The features of a referent by name; those that are not given are zero.
Row: TypeAlias = Mapping[str, float]

# Distances above these make no difference.
_MAX_SENTENCES, _MAX_PARAGRAPHS, _MAX_RANK = 4, 3, 3
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
_FITS = tuple(Fit)
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
    #: The last speeches, the most recent one first.
    speeches: Sequence[Speech]
    #: The rows of each referent, in text order.
    rows: Mapping[Referent, Sequence[Features]]
    #: How many referents were mentioned more recently than each.
    ranks: Mapping[Referent, int]
    #: The referent that is mentioned first.
    first: Referent | None
    #: The referents that agree, and how many mentions the one that is named most often has.
    agreeing: frozenset[Referent]
    most_mentions: int
    #: The agreeing referents of the last speeches, the most recent one first, and those who were asked.
    agreeing_speakers: Sequence[Referent]
    asking: frozenset[Referent]
    #: The paragraph of the pronoun, how many mentions are in it, and its first sentence of the narrative.
    paragraph: int
    in_paragraph: int
    opening: int
    #: Where the pronoun is: "opens", "opens paragraph", "tag" after a quotation, or "inside".
    position: str
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
        A row for each referent that may agree, and one for none of them.
    """
    rows: dict[Referent, list[Features]] = {}
    for row in found:
        if row.candidate.fit is not Fit.NONE:
            rows.setdefault(row.candidate.referent, []).append(row)
    scene = _scene_of(query, found, rows, discourse)
    return {**{referent: dict(_of_referent(referent, scene)) for referent in rows}, None: dict(_of_nobody(scene))}


def _scene_of(
    query: Query, found: Sequence[Features], rows: Mapping[Referent, Sequence[Features]], discourse: Discourse
) -> _Scene:
    """Look up once what is the same for all referents: there may be many."""
    index = discourse.index
    weights = weigh(found, Weights())
    highest, second = sorted([*weights.values(), 0.0, 0.0], reverse=True)[:2]
    speeches = list(islice(discourse.speeches_before(query.start), _MAX_SPEECHES))
    recent = sorted(rows, key=lambda referent: -rows[referent][-1].candidate.start)
    every = [row for some in rows.values() for row in some]
    paragraph = index.paragraph_of(query.start)
    return _Scene(
        query,
        discourse,
        weights,
        (highest, second),
        speeches,
        rows,
        {referent: rank for rank, referent in enumerate(recent)},
        min(rows, key=lambda referent: rows[referent][0].candidate.start, default=None),
        frozenset(row.candidate.referent for row in every if row.candidate.fit is Fit.AGREES),
        max((len(discourse.entities[one.entity].mentions) for one in rows if isinstance(one, Named)), default=0),
        [speech.referent for speech in speeches if speech.referent in rows],
        frozenset(row.asked_by for row in every if row.asked_by is not None),
        paragraph,
        sum(index.paragraph_of(row.candidate.start) == paragraph for row in every),
        index.narrative_sentence_of(index.paragraph(paragraph)[0]),
        _position(query, discourse),
        frozenset(_named_in_content(query, discourse)),
        frozenset(_named_in_rest(query, discourse)),
    )


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


def _of_nobody(scene: _Scene) -> Iterator[tuple[str, float]]:
    yield "nobody", 1.0
    yield f"nobody, {scene.position}", 1.0
    yield "nobody, no candidates", float(not scene.rows)
    yield "nobody, most weight", math.log(max(scene.weights.values(), default=0.0) + _FLOOR)
    yield "nobody, reported", float(scene.discourse.reported.is_reported(scene.query.start))


def _of_referent(referent: Referent, scene: _Scene) -> Iterator[tuple[str, float]]:
    rows = scene.rows[referent]
    yield from _of_weight(referent, scene)
    yield from _of_last_mention(rows, scene)
    yield from _of_all_mentions(rows, scene)
    yield from _of_speeches(referent, scene)
    yield from _of_kind(referent, rows, scene)
    rank = min(scene.ranks[referent], _MAX_RANK)
    yield f"rank {rank}", 1.0
    yield f"rank {rank}, {scene.position}", 1.0


def _of_weight(referent: Referent, scene: _Scene) -> Iterator[tuple[str, float]]:
    mine = scene.weights.get(referent, 0.0)
    highest, second = scene.highest
    rival = second if mine == highest else highest
    yield "weight", math.log(mine + _FLOOR)
    yield "lead", max(-3.0, min(3.0, math.log((mine + _FLOOR) / (rival + _FLOOR))))
    yield "heaviest", float(mine > rival)


def _of_last_mention(rows: Sequence[Features], scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield what the most recent mention shows."""
    last, index, query = rows[-1], scene.discourse.index, scene.query
    sentences = min(last.sentences_back, _MAX_SENTENCES)
    start, end = last.candidate.start, last.candidate.end
    paragraphs = min(index.paragraph_of(query.start) - index.paragraph_of(start), _MAX_PARAGRAPHS)
    yield f"sentences {sentences}", 1.0
    yield f"paragraphs {paragraphs}", 1.0
    yield f"paragraphs {paragraphs}, {scene.position}", 1.0
    yield f"sentences {sentences}, {scene.position}", 1.0
    form = "subject" if query.pronoun in _SUBJECTS else "other form"
    yield f"last {last.place.value}", 1.0
    yield f"last {last.place.value}, {form}, {min(sentences, 1)} back", 1.0
    yield f"last {last.place.value}, {min(sentences, 2)} back", 1.0
    yield "last is source", float(last.candidate.is_source)
    yield f"last is source, {min(sentences, 2)} back", float(last.candidate.is_source)
    yield "last reported", float(last.is_reported)
    yield "last in own words", float(last.is_in_own_words)
    yield "last possessive", float(is_possessive(index, end))
    yield (
        "last after preposition",
        float(word_before(index, start) in ("by", "with", "against", "under", "like", "than")),
    )
    is_first = index.paragraph(index.paragraph_of(start))[0] == start
    yield "last opens paragraph", float(is_first)


def _of_all_mentions(rows: Sequence[Features], scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield what the recent mentions show together."""
    index, query = scene.discourse.index, scene.query
    in_paragraph = [row for row in rows if index.paragraph_of(row.candidate.start) == scene.paragraph]
    yield "mentions in paragraph", math.log1p(len(in_paragraph))
    is_alone = 0 < len(in_paragraph) == scene.in_paragraph
    yield "only one in paragraph", float(is_alone)
    yield f"only one in paragraph, {scene.position}", float(is_alone)
    yield "only one in paragraph, introduced", float(is_alone and any(row.is_introduced for row in rows))
    yield "recent mentions", math.log1p(len(rows))
    yield "subjects", math.log1p(sum(1 for row in rows if row.place is Place.SUBJECT))
    is_here = float(any(r.place is Place.SUBJECT and r.sentences_back == 0 for r in rows))
    is_before = float(any(r.place is Place.SUBJECT and r.sentences_back == 1 for r in rows))
    yield "subject in this sentence", is_here
    yield "subject in last sentence", is_before
    yield f"subject in last sentence, {scene.position}", is_before
    if scene.discourse.reported.is_reported(query.start):
        yield "subject in this sentence, in reported", is_here
        yield (
            "source in this sentence, in reported",
            float(any(r.candidate.is_source and not r.sentences_back for r in rows)),
        )
    yield "asked", float(any(row.asked_by is not None for row in rows))
    mine = rows[0].candidate.referent
    yield "asks", float(mine in scene.asking)
    yield "introduced", float(any(row.is_introduced for row in rows))
    in_opening = [r for r in in_paragraph if index.narrative_sentence_of(r.candidate.start) == scene.opening]
    yield "subject of paragraph", float(any(row.place is Place.SUBJECT for row in in_opening))
    yield "source in paragraph", float(any(row.candidate.is_source for row in in_paragraph))
    yield "first of all", float(mine == scene.first)


def _of_speeches(referent: Referent, scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield who spoke last."""
    index, query = scene.discourse.index, scene.query
    for back, speech in enumerate(scene.speeches):
        if speech.referent == referent:
            paragraphs = min(index.paragraph_of(query.start) - index.paragraph_of(speech.start), _MAX_PARAGRAPHS)
            yield f"spoke {back}", 1.0
            if back == 0:
                yield f"spoke last, paragraphs {paragraphs}", 1.0
                yield f"spoke last, {scene.position}", 1.0
                yield f"spoke last, {scene.position}, paragraphs {paragraphs}", 1.0
                yield "spoke last, goes on", float(index.match_after(_GOES_ON, query.end) is not None)
                yield "spoke last, answers", float(index.match_after(_ANSWERS, query.end) is not None)
            break
    else:
        yield "silent", 1.0
    agreeing = scene.agreeing_speakers
    yield "last agreeing speaker", float(bool(agreeing) and agreeing[0] == referent)
    yield f"last agreeing speaker, {scene.position}", float(bool(agreeing) and agreeing[0] == referent)
    yield "only agreeing speaker", float(bool(agreeing) and set(agreeing) == {referent})
    gender = query.gender
    if gender is not None:
        chain = scene.discourse.pronouns(gender)
        place = bisect_left(chain, query.start, key=lambda one: one.start)
        if place and chain[place - 1].referent == referent:
            back = index.narrative_sentence_of(query.start) - index.narrative_sentence_of(chain[place - 1].start)
            yield "last pronoun", 1.0
            yield f"last pronoun, {min(back, _MAX_SENTENCES)} back", 1.0


def _of_kind(referent: Referent, rows: Sequence[Features], scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield what is known of the referent itself."""
    discourse = scene.discourse
    fit = min((row.candidate.fit for row in rows), key=_FITS.index)
    yield f"fit: {fit.value}", 1.0
    yield "only one that agrees", float(scene.agreeing == {referent})
    match referent:
        case Named(entity=entity):
            known = discourse.entities[entity]
            gender = discourse.gender_of(entity)
            yield "mentions", math.log1p(len(known.mentions))
            share = len(known.mentions) / scene.most_mentions
            yield "share of mentions", share
            yield f"share of mentions, {scene.position}", share
            in_headline = float(known.mentions[0].start < discourse.index.paragraph(0)[1])
            yield "in headline", in_headline
            yield f"in headline, {scene.position}", in_headline
            yield "in own content", float(entity in scene.in_content)
            yield f"in own content, {scene.position}", float(entity in scene.in_content)
            yield "in rest of sentence", float(entity in scene.in_rest)
            yield (
                "word of the text",
                float(discourse.is_word_before(known.name.split()[0].lower(), len(discourse.index.text))),
            )
            yield "given name", float(is_given_name(known.name.split()[0]))
            yield f"entity {min(entity, 3)}", 1.0
            yield "gender known", float(gender is not None)
            yield "gendered title", float(has_gendered_title(known))
            yield "one word", float(" " not in known.name)
            yield "surely a person", float(discourse.is_surely_person(entity))
            yield "may be pronoun", float(discourse.may_be_pronoun(entity))
            yield "titles", float(bool(known.titles))
        case Described():
            yield "described", 1.0
            yield f"described, {scene.position}", 1.0
        case Unresolvable():
            yield f"unresolvable: {referent.reason.value}", 1.0
            yield f"unresolvable: {referent.reason.value}, {scene.position}", 1.0
        case _:
            yield "other kind", 1.0
