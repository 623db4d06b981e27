"""Names of outlets: those in the word lists, and those that look like one ("Radio Norland")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_place, is_role, normalize

__all__ = ["find_names_with_day", "find_outlet_names", "is_outlet"]

_RUN = re.compile(
    r"(?<![\w@#])[A-Z0-9][\w&.-]*(?:['’][A-Z]\w+)?(?:[ \xa0](?:(?:of|the|and|&)[ \xa0]){0,2}[A-Z0-9][\w&.-]*)*"
)
_TOKEN = re.compile(r"\S+")
_AFTER_ARTICLE = re.compile(r"(?<=\b[Tt]he\s)")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_CONNECTORS = frozenset({"the", "of", "and", "&"})
# Of the nouns in names of outlets: "the morning", "the Today programme".
_AMBIGUOUS_NOUNS = frozenset({"morning", "today"})
_MAX_NAME_WORDS = 6
_MAX_ABBREVIATION_CHARS = 3
# Before "of" and a country in the name of an outlet.
_OF_COUNTRIES = frozenset({"agency", "broadcasting", "corporation", "radio", "service", "television"})
# Other media of a newspaper: "Reef Herald Radio".
_MEDIA = frozenset({"online", "radio", "television", "tv"})
# Sections of broadcasters, which have names of their own.
_SECTIONS = frozenset(
    (
        "africa",
        "arabic",
        "arts",
        "business",
        "climate",
        "culture",
        "earth",
        "food",
        "future",
        "health",
        "hindi",
        "music",
        "news",
        "newsbeat",
        "persian",
        "politics",
        "russian",
        "science",
        "scotland",
        "sport",
        "sports",
        "travel",
        "urdu",
        "wales",
        "world",
    )
)


def find_outlet_names(text: str) -> list[tuple[int, int]]:
    """
    Find the names of outlets in a phrase or text, by the word lists and by their form.

    Args:
        text: Any string.

    Returns:
        Bounds of the names in text order, end exclusive, without a "the" in front.

    Example:
        >>> find_outlet_names("She told The Reef Times so.")
        [(13, 23)]
    """
    on_days = find_names_with_day(text)
    found = [bounds for run in _RUN.finditer(text) for bounds in _outlets_in_run(text, run)]
    kept = [bounds for bounds in found if not any(start <= bounds[0] < end for start, end in on_days)]
    return sorted([*kept, *on_days]) if on_days else found


def find_names_with_day(text: str) -> list[tuple[int, int]]:
    """
    Find the names of outlets that have a day in them.

    Args:
        text: Any string.

    Returns:
        Bounds of the names in text order, end exclusive, without a "the" in front.

    Example:
        >>> find_names_with_day("She told The Mail on Sunday on Monday.")
        [(13, 27)]
    """
    return [found.span() for found in _names_with_day().finditer(text)]


@lru_cache(maxsize=4096)
def is_outlet(phrase: str) -> bool:
    """
    Return whether a phrase is the name of an outlet and nothing else, with or without an article.

    Args:
        phrase: The phrase as printed.

    Returns:
        Whether it is.

    Example:
        >>> is_outlet("the Financial Times"), is_outlet("Radio Norland"), is_outlet("reporters")
        (True, True, False)
    """
    bare = phrase.removeprefix("the ").removeprefix("The ")
    described = phrase != bare and bare in load_words("outlet_descriptions")
    return described or any(phrase[s:e] == bare for s, e in find_outlet_names(phrase))


@attrs.frozen
class _Word:
    """A word in a run of capitalized words."""

    #: The word without a dot or comma at its end.
    text: str
    normalized: str
    start: int
    #: Whether "the" stands right before it.
    after_article: bool
    #: Whether the full stop after it may end a sentence: that of "Oslo.", not of "St.".
    is_last: bool


def _outlets_in_run(text: str, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Bounds of the outlets in a run of capitalized words."""
    words = [_read_word(text, found) for found in _TOKEN.finditer(text, *run.span())]
    at = 0
    while at < len(words):
        if words[at].normalized == "the":
            at += 1
            continue
        size = _known_size(words, at) or _likely_size(words, at)
        if size:
            size = _whole_size(words, at, size)
            last = words[at + size - 1]
            yield words[at].start, last.start + len(last.text)
        at += size or 1


def _whole_size(words: Sequence[_Word], at: int, size: int) -> int:
    """How many words the name of an outlet has with its section or country: "BBC Culture", "News Agency of Nigeria"."""
    after = at + size
    if after + 1 < len(words) and words[after].normalized == "of" and words[after - 1].normalized in _OF_COUNTRIES:
        return size + 2
    if after < len(words) and size == 1 and words[at].text.isupper() and words[after].normalized in _SECTIONS:
        return size + 1
    if after < len(words) and size == 1 and not words[at].is_last and is_place(words[after].text):
        # "Breitbart London"
        return size + 1
    if after < len(words) and words[after].normalized in _MEDIA:
        return size + 1
    return size


def _read_word(text: str, found: re.Match[str]) -> _Word:
    word = found.group().rstrip(".,")
    is_last = found.group().endswith(".") and len(word) > _MAX_ABBREVIATION_CHARS and "." not in word
    return _Word(word, normalize(word), found.start(), _AFTER_ARTICLE.match(text, found.start()) is not None, is_last)


def _known_size(words: Sequence[_Word], at: int) -> int:
    """How many words from *at* on are the name of an outlet in the word lists."""
    first = words[at]
    if first.normalized not in _first_words():
        return 0
    for size in range(min(_MAX_NAME_WORDS, len(words) - at), 0, -1):
        name = " ".join(word.normalized for word in words[at : at + size])
        if name in _known() or (first.after_article and f"the {name}" in _known()):
            # "Slate Island", "Post Office": a single common word may begin another name.
            return size if size > 1 or first.text.isupper() or not _is_continued(words, at) else 0
        if size == 1 and first.after_article and name in load_words("outlet_nouns"):
            return 0 if _is_continued(words, at) or name in _AMBIGUOUS_NOUNS else 1
    return 0


def _is_continued(words: Sequence[_Word], at: int) -> bool:
    """Return whether a word after that at *at* may belong to the same name."""
    if at + 1 == len(words) or words[at].is_last:
        return False
    after = words[at + 1].text
    return after[0].isupper() and not is_given_name(after) and not is_role(after) and not is_place(after)


def _likely_size(words: Sequence[_Word], at: int) -> int:
    """How many words from *at* on look like the name of an outlet that no list has: "Radio Norland", "Reef Times"."""
    if not _may_begin(words, at):
        return 0
    reach = min(len(words), at + 2 * _MAX_NAME_WORDS)
    stop = next((i for i in range(at, reach) if words[i].normalized in _CONNECTORS), reach)
    stop = next((i + 1 for i in range(at, stop) if words[i].is_last), stop)
    nouns = [i for i in range(at, stop) if words[i].normalized in load_words("outlet_nouns")]
    if not nouns or (is_given_name(words[at].text) and nouns[-1] != stop - 1):
        return 0
    end = nouns[-1] + 1
    while end < stop and (words[end].text.isupper() or nouns[-1] == at) and not is_role(words[end].text):
        end += 1
    return end - at if 1 < end - at <= _MAX_NAME_WORDS else 0


def _may_begin(words: Sequence[_Word], at: int) -> bool:
    """Return whether a name may begin at *at*: at the start of the run, or after a word that is in no name."""
    if _precedes_name(words[at].normalized) or words[at].normalized in _CONNECTORS:
        return False
    return at == 0 or words[at - 1].normalized in _CONNECTORS or _precedes_name(words[at - 1].normalized)


def _precedes_name(word: str) -> bool:
    """Return whether a capitalized word only begins a sentence, or is a day or month before a name."""
    return word in _words_before_names()


@cache
def _words_before_names() -> frozenset[str]:
    return _DAYS.union(*map(load_words, ("determiners", "months", "prepositions", "sentence_openers")))


@cache
def _names_with_day() -> re.Pattern[str]:
    """Build the pattern of listed names with a day in them: "Mail on Sunday"."""
    names = "|".join(sorted(name.title() for name in load_words("outlets") if " on " in name)).replace(" On ", " on ")
    return re.compile(rf"\b(?:{names})\b")


@cache
def _known() -> frozenset[str]:
    return frozenset(normalize(name) for name in load_words("outlets") | load_words("shows") | load_words("agencies"))


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a known name begins, with "the" in front or without."""
    names = {name for known in _known() for name in (known, known.removeprefix("the "))}
    return load_words("outlet_nouns").union(name.split(" ", 1)[0] for name in names)
