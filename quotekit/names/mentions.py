"""
Find the names in a text by rules, and merge them with the tagger's names and the entities of a spaCy pipeline.

A name is a run of capitalized words, with the other parts of names: particles ("de", "van der"), initials, "Jr.". Words
capitalized only because they open a sentence are not names. No trained pipeline is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import find_names_with_day
from quotekit.english.words import is_given_name, is_place, kind_of_ending, kind_of_noun, normalize
from quotekit.names.acronyms import with_definitions
from quotekit.names.capitalized_runs import run_pattern, split_run
from quotekit.names.company_names import with_company_names
from quotekit.names.headlines import (
    KnownNames,
    collect_names,
    find_headlines,
    find_lowercase_words,
    read_headline,
)
from quotekit.names.in_context import follows_sentence_end, read_in_context
from quotekit.names.joint_makers import split_joint_makers
from quotekit.names.leading_titles import with_leading_title
from quotekit.names.mention import Mention, follows_the
from quotekit.names.ner_merge import merge_entities
from quotekit.names.opening_words import are_agents
from quotekit.names.possessive_names import find_possessive_names
from quotekit.names.post_nominals import without_post_nominals
from quotekit.names.shared_surnames import with_shared_surnames, with_titled_surnames
from quotekit.names.unusual_names import find_unusual_names
from quotekit.names.word_surnames import find_word_surnames
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.tagger.name_spans import TaggedName

__all__ = ["find_mentions"]

_MAX_RUN_CHARS = 500
# What follows the first word of a title: " of the Deal".
_OF_NAME = re.compile(r" of (?:the )?(?P<word>[A-Z]\w{0,40})")
# Plurals with these endings are no names: "Editorialists".
_PEOPLE_ENDINGS = ("ists", "icians", "women", "keepers", "goers")


def find_mentions(
    index: TextIndex,
    names: Sequence[TaggedName] = (),
    doc: Doc | None = None,
    *,
    locate: Callable[[int, int], Bounds | None] | None = None,
) -> tuple[Mention, ...]:
    """
    Find the mentions of people, organizations and groups by name.

    Args:
        index: The text.

        names: The names found by the tagger. They decide if the rules are unsure.

        doc: The same text, processed by a spaCy pipeline. Its entities, if it has any, decide if the rules are unsure,
            and override them if they were clearly set on purpose (:mod:`quotekit.names.ner_merge`).

        locate: Takes bounds in the Doc and returns those in the text; they are the same if not given.

    Returns:
        The mentions in text order. Titles in front of a name belong to its mention.

    Example:
        >>> text = "Treasury Secretary Scott Bessent met Ursula von der Leyen of the European Commission."
        >>> mentions = find_mentions(TextIndex(text))
        >>> [(m.name.text, m.kind.value) for m in mentions]
        [('Scott Bessent', 'person'), ('Ursula von der Leyen', 'person'), ('European Commission', 'organization')]
        >>> mentions[0].name.titles
        ('Treasury Secretary',)
    """
    lowercase_words = find_lowercase_words(index)
    headlines = _DisjointBounds(find_headlines(index, lowercase_words))
    runs = [run for run in run_pattern().finditer(index.text) if len(run.group()) <= _MAX_RUN_CHARS]
    in_headlines = [run for run in runs if headlines.overlap(run.start(), run.start() + 1)]
    found = [
        mention
        for run in runs
        if not headlines.overlap(run.start(), run.start() + 1)
        for name in split_run(run.group())
        for mention in read_in_context(index, name.shifted(run.start()), lowercase_words)
    ]
    found = with_definitions(index, _without_common_words(index, found))
    people = {normalize(w) for m in found if m.kind is SpeakerKind.PERSON for w in (m.name.surname, *m.name.given[:1])}
    outlets = (Mention.of_organization(index, *bounds) for bounds in find_names_with_day(index.text))
    found = _with_whole_names(found, [*find_possessive_names(index, people), *find_unusual_names(index), *outlets])
    found += find_word_surnames(index, found, headlines.overlap)
    merged = merge_entities(index, found, headlines.overlap, names, doc, locate=locate)
    found = [*merged.kept, *(with_leading_title(index, mention) for mention in merged.changed)]
    found = with_titled_surnames(index, list(split_joint_makers(index, found)))
    found = with_shared_surnames(index, found)
    taken = _DisjointBounds((mention.name_start, mention.end) for mention in found)
    known = collect_names(found)
    for run in in_headlines:
        mentions = read_headline(index, run.start(), run.group(), known)
        found += (mention for mention in mentions if not taken.overlap(mention.start, mention.end))
    ordered = sorted((_as_family(index, m, known) for m in found), key=lambda m: (m.name_start, m.end))
    return tuple(with_company_names(without_post_nominals(index, ordered)))


class _DisjointBounds:
    """Bounds of pieces of a text that do not overlap each other."""

    def __init__(self, bounds: Iterable[Bounds]) -> None:
        ordered = sorted(bounds)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def overlap(self, start: int, end: int) -> bool:
        """Return whether one of them shares a character with *start* to *end*."""
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._ends[at - 1] > start


def _with_whole_names(mentions: Sequence[Mention], whole: Iterable[Mention]) -> list[Mention]:
    """Replace mentions of parts of names by those of the whole names."""
    names = list(whole)
    taken = _DisjointBounds((m.start, m.end) for m in names)
    return [*(m for m in mentions if not taken.overlap(m.name_start, m.end)), *names]


def _without_common_words(index: TextIndex, mentions: Sequence[Mention]) -> list[Mention]:
    """
    Remove single words that are no names, if they are not a surname in the text.

    They are common words that open a sentence, such as "Officials" and "Exporters", and the first words of titles:
    "Art" in "The Art of the Deal".
    """
    surnames = {normalize(m.name.surname) for m in mentions if m.kind is SpeakerKind.PERSON}
    counts = Counter(m.name.text for m in mentions)
    inside = {m.name.text for m in mentions if are_agents(m.name.text) and not follows_sentence_end(index, m.start)}
    return [
        m
        for m in mentions
        if m.kind
        or m.name.given
        or (normalize(m.name.text) in surnames and not _is_people(index, m))
        or not (
            _is_common_word(m.name.text)
            # "Exporters" only opens sentences, "the Rangers" are a team.
            or (are_agents(m.name.text) and m.name.text not in inside)
            or (counts[m.name.text] == 1 and _begins_title(index, m))
        )
    ]


def _is_people(index: TextIndex, mention: Mention) -> bool:
    """Return whether a word means a people here although it is somebody's surname, too: "the English"."""
    return normalize(mention.name.text) in load_words("demonyms") and follows_the(index, mention.start)


def _begins_title(index: TextIndex, mention: Mention) -> bool:
    """Return whether a single word begins the title of a work or a law: "Freedom" in "Freedom of Information Act"."""
    if not index.before(mention.start, len("the ")).lower().endswith((" a ", "the ", "'s ", "’s ")):
        # "Okoye of the Reef Fund" is a person.
        return False
    after = index.match_after(_OF_NAME, mention.end)
    return after is not None and not mention.name.titles and not is_place(after["word"])


@lru_cache(maxsize=4096)
def _is_common_word(word: str) -> bool:
    if is_given_name(word):
        return False
    if any(normalize(word) in load_words(lexicon) for lexicon in ("demonyms", "title_modifiers", "quantities")):
        return True
    is_compound = "-" in word or word.endswith(_PEOPLE_ENDINGS)
    return kind_of_noun(word) is not None or (is_compound and kind_of_ending(word) is SpeakerKind.GROUP)


def _as_family(index: TextIndex, mention: Mention, known: KnownNames) -> Mention:
    """Turn the plural of a known surname into a group: "the Holms"."""
    if mention.kind is None and follows_the(index, mention.start):
        word = normalize(mention.name.text)
        if word.endswith("s") and known.get((word[:-1],)) is SpeakerKind.PERSON:
            return attrs.evolve(mention, kind=SpeakerKind.GROUP)
    return mention
