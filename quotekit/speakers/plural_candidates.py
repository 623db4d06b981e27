"""Collect the candidates for "they" and "it": groups, organizations, documents, lists of people, nouns, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quotekit.english.words import is_place, kind_of_noun, normalize, singular
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import Candidate, Fit, entities_and_speakers_before
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Joint, Named, Reason, Unresolvable
from quotekit.speakers.standings import Place
from quotekit.text import TextIndex

__all__ = ["candidates_for_plural", "candidates_for_thing", "find_lists"]

# A word that may be a common noun.
_WORD = re.compile(r"(?<![\w'’-])[a-z][a-z-]{2,}(?![\w-])")
# What follows a word that only modifies another noun: "police officers", "campaign aides".
_NOUN_AFTER = re.compile(r" ([a-z]{3,}s)\b")
_NOUN_REACH_CHARS = 500
# The beginning of a noun phrase: "the", and some adjectives.
_DETERMINER = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Oo]ther|[Tt]hose) (?:[\w-]+ ){0,3}$",
)
_DETERMINER_REACH_CHARS = 50
# Text between the names of a list, optionally with an affiliation: "Ann Lee (D-Ohio), Bo Day and Cy Fox".
_AND = re.compile(r"(?: \([^()]{1,25}\))?,? and (?:the )?")
_COMMA = re.compile(r"(?: \([^()]{1,25}\))?, (?:the )?")
# "The ChatGPT maker" is not ChatGPT.
_MAKER_AFTER = re.compile(r" (?:creator|developer|founder|maker|operator|owner|parent)\b")
# Unions of states: organizations, although they are listed as places.
_UNIONS = frozenset({"eu", "european union", "un", "united nations"})
_PLURAL_KINDS = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
_THING_KINDS = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def candidates_for_plural(query: Query, discourse: Discourse) -> list[Candidate]:
    """
    Collect the candidates for "they".

    Args:
        query: The pronoun.

        discourse: What is known at that point.

    Returns:
        The candidates in text order: groups, organizations, lists of people, and plural common nouns, which are
        possible antecedents although they cannot be resolved.
    """
    named = entities_and_speakers_before(
        query.start,
        discourse,
        fit_of_speech=_plural_fit,
        fit_of_entity=lambda entity: _fit_of_kind(entity, _PLURAL_KINDS, discourse),
    )
    found = [
        candidate if candidate.is_source or _may_be_plural(candidate, discourse) else _unresolvable(*_bounds(candidate))
        for candidate in named
    ]
    found += _lists_of_people(query.start, discourse)
    found += _common_nouns(query.start, found, discourse.index, plural=True)
    return sorted(found, key=lambda candidate: candidate.start)


def candidates_for_thing(query: Query, discourse: Discourse) -> list[Candidate]:
    """
    Collect the candidates for "it".

    Args:
        query: The pronoun.

        discourse: What is known at that point.

    Returns:
        The candidates in text order: organizations, documents, and common nouns and places, which are possible
        antecedents although they cannot be resolved.
    """
    named = entities_and_speakers_before(
        query.start,
        discourse,
        fit_of_speech=_thing_fit,
        fit_of_entity=lambda entity: _fit_of_kind(entity, _THING_KINDS, discourse),
    )
    found = [c for c in named if c.is_source or not discourse.index.match_after(_MAKER_AFTER, c.end)]
    found += _common_nouns(query.start, found, discourse.index, plural=False)
    found += _places(query.start, found, discourse)
    return sorted(found, key=lambda candidate: candidate.start)


def find_lists(index: TextIndex, candidates: Iterable[Candidate]) -> list[tuple[Candidate, ...]]:
    """
    Find the candidates that commas and a final "and" join into lists.

    Args:
        index: The index of the text.

        candidates: The candidates in text order.

    Returns:
        The members of each list.

    Example:
        >>> index = TextIndex("Ann Lee, Bo Day and Cy Fox met Mia Lind.")
        >>> places = [(0, 7), (9, 15), (20, 26), (31, 39)]
        >>> candidates = [Candidate(*bounds, Named(i)) for i, bounds in enumerate(places)]
        >>> [[c.referent.entity for c in members] for members in find_lists(index, candidates)]
        [[0, 1, 2]]
    """
    lists: list[tuple[Candidate, ...]] = []
    members: list[Candidate] = []
    for candidate, following in pairwise(candidates):
        between = index.text[candidate.end : following.start]
        members = members or [candidate]
        if _AND.fullmatch(between):
            lists.append((*members, following))
            members = []
        elif _COMMA.fullmatch(between):
            members.append(following)
        else:
            members = []
    return lists


def _lists_of_people(at: int, discourse: Discourse) -> list[Candidate]:
    """Collect the lists of people before an offset, each as one candidate."""
    mentions = discourse.mentions
    named = [(mention, mentions.entity_of(mention)) for mention in mentions.before(at)]
    people = [Candidate(m.start, m.end, Named(i)) for m, i in named if is_personal(discourse.entities[i].kind)]
    found = []
    for members in find_lists(discourse.index, people):
        entities = tuple(c.referent.entity for c in members if isinstance(c.referent, Named))
        found.append(Candidate(members[0].start, members[-1].end, Joint(entities)))
    return found


def _common_nouns(at: int, others: Sequence[Candidate], index: TextIndex, *, plural: bool) -> list[Candidate]:
    """Collect the common nouns before an offset that the pronoun may also refer to."""
    kinds = (*_PLURAL_KINDS, SpeakerKind.UNNAMED) if plural else _THING_KINDS
    found = []
    for word in index.find_around(_WORD, (at, at), _NOUN_REACH_CHARS):
        noun = word.group()
        if (singular(noun) != noun) != plural or kind_of_noun(noun) not in kinds:
            continue
        is_taken = any(other.start <= word.start() < other.end for other in others)
        if is_taken or index.match_after(_NOUN_AFTER, word.end()):
            continue
        determiner = index.search_before(_DETERMINER, word.start(), _DETERMINER_REACH_CHARS)
        found.append(_unresolvable(determiner.start() if determiner else word.start(), word.end()))
    return found


def _places(at: int, others: Sequence[Candidate], discourse: Discourse) -> list[Candidate]:
    """Collect the places before an offset, which cannot be resolved to one of their organizations."""
    taken = {other.start for other in others}
    mentions = discourse.mentions
    return [
        _unresolvable(mention.start, mention.end)
        for mention in mentions.before(at)
        if mention.start not in taken and _names_place(mentions.entity_of(mention), discourse)
    ]


def _unresolvable(start: int, end: int) -> Candidate:
    """Return a candidate that cannot be resolved."""
    return Candidate(start, end, Unresolvable(Reason.COMMON_NOUN, end))


def _bounds(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.end


def _may_be_plural(named: Candidate, discourse: Discourse) -> bool:
    """Return whether "they" may refer to a name: a group, or an organization that is the only subject."""
    referent = named.referent
    if isinstance(referent, Named) and discourse.entities[referent.entity].kind is SpeakerKind.GROUP:
        return True
    is_subject = discourse.standings.of(named.start, named.end).place is Place.SUBJECT
    return is_subject and not discourse.index.match_after(_AND, named.end)


def _fit_of_kind(entity: int, kinds: Sequence[SpeakerKind], discourse: Discourse) -> Fit | None:
    """Return how well an entity agrees, given the kinds that do; places agree only if they speak."""
    is_candidate = discourse.entities[entity].kind in kinds and not _names_place(entity, discourse)
    return Fit.AGREES if is_candidate else None


def _plural_fit(speech: Speech) -> Fit:
    """Return how well a speaker agrees with "they"."""
    return Fit.AGREES if speech.is_plural or speech.kind in _PLURAL_KINDS else Fit.NONE


def _thing_fit(speech: Speech) -> Fit:
    """Return how well a speaker agrees with "it"."""
    return Fit.AGREES if not speech.is_plural and speech.kind in _THING_KINDS else Fit.NONE


def _names_place(entity: int, discourse: Discourse) -> bool:
    """Return whether an entity is a country, a region or a city."""
    name = discourse.entities[entity].name
    return normalize(name) not in _UNIONS and is_place(name)
