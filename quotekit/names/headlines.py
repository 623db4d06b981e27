"""
Find lines that are capitalized like headlines, and the names in them.

In such lines capitals do not distinguish names from other words. So only names that occur in the rest of the text are
found there or, if a run has none of these, names that are certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize
from quotekit.names.capitalized_runs import Word, is_no_name, split_run, words_of_run
from quotekit.names.mention import Mention, is_personal
from quotekit.names.name import Name
from quotekit.names.person_names import build_name
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["KnownNames", "collect_names", "find_headlines", "find_lowercase_words", "irregular_forms", "read_headline"]

_LINE = re.compile(r"[^\n]+")
_SENTENCE_OPENER = re.compile(r"[.!?][\"”’]? +[\"“‘]?(\w+)")
_MARKS = ".,;:!?\"'”’)"
_SMALL_WORDS = frozenset({"a", "an", "the", "but", "nor", "vs"})
_MIN_HEADLINE_WORDS = 4
_MAX_HEADLINE_CHARS = 160
_MIN_CAPITALIZED_RATIO = 0.75
# The points from capitalized common words that make a headline: two words found in the text, or one verb.
_MIN_COMMON_WORD_POINTS = 2
_MAX_KNOWN_NAME_WORDS = 6

#: Names that the text has, as normalized words, with their kinds.
KnownNames = Mapping[tuple[str, ...], SpeakerKind | None]


def find_lowercase_words(index: TextIndex) -> frozenset[str]:
    """
    Collect the words that the text has in lower case, without the marks after them.

    Args:
        index: The text.

    Returns:
        The words.
    """
    return frozenset(word.rstrip(_MARKS) for word in index.text.split() if word.islower())


def find_headlines(index: TextIndex, lowercase_words: AbstractSet[str]) -> Iterator[Bounds]:
    r"""
    Find the lines in which nearly every word is capitalized, including common words.

    Args:
        index: The text.

        lowercase_words: The words that the text has in lower case.

    Yields:
        Bounds of the lines, in text order.

    Example:
        >>> list(find_headlines(TextIndex("Holm Says Dam Will Not Break\n\nIt rained."), frozenset()))
        [(0, 28)]
    """
    for line in _LINE.finditer(index.text):
        if line.end() - line.start() <= _MAX_HEADLINE_CHARS and _is_headline(line.group(), lowercase_words):
            yield line.span()


def _is_headline(line: str, lowercase_words: AbstractSet[str]) -> bool:
    """Return whether a line is capitalized like a headline."""
    words = [word for word in line.split() if word[0].isalpha() and not _is_minor_word(word)]
    capitalized = [word for word in words if word[0].isupper()]
    if len(words) < _MIN_HEADLINE_WORDS or len(capitalized) < _MIN_CAPITALIZED_RATIO * len(words):
        return False
    if words[-1].islower() and words[-1].endswith("."):
        # A short paragraph with names: "But Chief Engineer Ida Holm denied this."
        return False
    # Words that open a sentence are capitalized anyway.
    openers = _SENTENCE_OPENER.findall(line)
    inner = capitalized[1:] if line.startswith(capitalized[0]) else capitalized
    points = (_common_word_points(word.rstrip(_MARKS), lowercase_words) for word in inner if word not in openers)
    return sum(points) >= _MIN_COMMON_WORD_POINTS


def _is_minor_word(word: str) -> bool:
    """Return whether a word is one that headlines leave in lower case: an article, a preposition and the like."""
    return word.islower() and (word in _SMALL_WORDS or word in load_words("prepositions"))


def _common_word_points(word: str, lowercase_words: AbstractSet[str]) -> int:
    """Return how much a capitalized word suggests a headline: 2 for a verb, 1 for a word that is also in lower case."""
    small = word.lower()
    if len(word) == 1 or is_role(word) or is_given_name(word):
        return 0
    stems = (small, small.removesuffix("s"), small.removesuffix("es"))
    is_verb = any(stem in load_words("verbs") for stem in stems)
    if is_verb or small in load_words("sentence_openers") or is_no_name(word):
        return 2
    return int(small in lowercase_words or small in irregular_forms())


@cache
def irregular_forms() -> frozenset[str]:
    """
    Return the forms of irregular verbs, such as "gave".

    Returns:
        The forms.
    """
    return frozenset(line.split(" ")[0] for line in load_words("irregular_verbs"))


def collect_names(mentions: Iterable[Mention]) -> KnownNames:
    """
    Collect the names of mentions, and the surnames of people.

    Args:
        mentions: The mentions.

    Returns:
        The kind of each name, the first one found.
    """
    known: dict[tuple[str, ...], SpeakerKind | None] = {}
    for mention in mentions:
        known.setdefault(tuple(map(normalize, mention.name.text.split())), mention.kind)
        if mention.kind is SpeakerKind.PERSON:
            known.setdefault((normalize(mention.name.surname),), SpeakerKind.PERSON)
    return known


def read_headline(index: TextIndex, start: int, run: str, known: KnownNames) -> Iterator[Mention]:
    """
    Find known names in a run of a headline or, if there are none, names that are certain.

    Args:
        index: The text.

        start: Offset of the run.

        run: The run of capitalized words.

        known: The names that the rest of the text has.

    Yields:
        The mentions.
    """
    words = words_of_run(run, start)
    mentions = list(_find_known_names(index, words, known))
    yield from mentions or (mention.shifted(start) for mention in split_run(run) if _is_certain_name(mention))


def _find_known_names(index: TextIndex, words: Sequence[Word], known: KnownNames) -> Iterator[Mention]:
    """Find known names, the longest ones first; a given name before a surname belongs to it."""
    normalized = [normalize(word.text) for word in words]
    at = 0
    while at < len(words):
        sizes = range(min(_MAX_KNOWN_NAME_WORDS, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(normalized[at : at + n]) in known), 0)
        if size:
            start, end = words[at].start, words[at + size - 1].end
            kind = known[tuple(normalized[at : at + size])]
            if size == 1 and is_personal(kind) and at and is_given_name(words[at - 1].text):
                start, kind = words[at - 1].start, SpeakerKind.PERSON
            printed = index.text[start:end]
            name = build_name(printed.split()) if is_personal(kind) else Name.of_organization(printed)
            yield Mention(start, start, end, name, kind)
        at += size or 1


def _is_certain_name(mention: Mention) -> bool:
    """Return whether a name in a run is certain: an organization's, or one with a given name."""
    if mention.kind is None:
        return False
    return mention.kind is not SpeakerKind.PERSON or is_given_name(mention.name.first_word)
