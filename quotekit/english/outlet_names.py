"""The names of outlets as such: those of the lists, and those that look like one ("Radio Norland")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize

__all__ = ["find_outlet_names", "is_outlet"]

_RUN = re.compile(r"(?<![\w@#])[A-Z0-9][\w&.-]*(?:['’][A-Z]\w+)?(?: (?:(?:of|the|and|&) ){0,2}[A-Z0-9][\w&.-]*)*")
_WORD = re.compile(r"\S+")
# "told the paper", which can only be an outlet named before.
_ARTICLE = re.compile(r"\b[Tt]he $")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SMALL = frozenset({"the", "of", "and", "&"})
_LONGEST = 6


def find_outlet_names(text: str) -> list[tuple[int, int]]:
    """
    Find the names of outlets in a text, by the lists and by what they look like.

    Args:
        text: Any string.

    Returns:
        Bounds of the names in text order, end exclusive, without a "the" in front.

    Example:
        >>> find_outlet_names("She told The Reef Times so.")
        [(13, 23)]
    """
    return [bounds for run in _RUN.finditer(text) for bounds in _in_run(text, run)]


def is_outlet(phrase: str) -> bool:
    """
    Return whether a phrase is nothing but the name of an outlet, with or without an article.

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


def _in_run(text: str, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Bounds of the outlets in a run of words with capitals."""
    words = [(m.group().rstrip(".,"), run.start() + m.start()) for m in _WORD.finditer(run.group())]
    normalized = [normalize(word) for word, _ in words]
    at = 0
    while at < len(words):
        if normalized[at] == "the":
            at += 1
            continue
        size = _known_size(text, words, normalized, at) or _likely_size(words, normalized, at)
        if size:
            last, last_at = words[at + size - 1]
            yield words[at][1], last_at + len(last)
        at += size or 1


def _known_size(text: str, words: Sequence[tuple[str, int]], normalized: Sequence[str], at: int) -> int:
    """How many words from *at* are the name of an outlet that the lists have."""
    article = bool(_ARTICLE.search(text, max(0, words[at][1] - 4), words[at][1]))
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(normalized[at : at + size])
        if name in _known() or (article and f"the {name}" in _known()):
            # "Slate Island", "Post Office": a lone common word goes on as another name.
            return size if size > 1 or words[at][0].isupper() or not _goes_on(words, at) else 0
        if size == 1 and article and name in load_words("outlet_nouns"):
            return 0 if _goes_on(words, at) or name in ("morning", "today") else 1
    return 0


def _goes_on(words: Sequence[tuple[str, int]], at: int) -> bool:
    after = words[at + 1][0] if at + 1 < len(words) else "x"
    return after[0].isupper() and not is_given_name(after) and not is_role(after)


def _likely_size(words: Sequence[tuple[str, int]], normalized: Sequence[str], at: int) -> int:
    """How many words from *at* look like the name of an outlet that no list has: "Radio Norland", "Reef Times"."""
    if (
        _opens(normalized[at])
        or normalized[at] in _SMALL
        or (at > 0 and normalized[at - 1] not in _SMALL and not _opens(normalized[at - 1]))
    ):
        return 0
    far = min(len(words), at + 2 * _LONGEST)
    stop = next((i for i in range(at, far) if normalized[i] in _SMALL), far)
    hits = [i for i in range(at, stop) if normalized[i] in load_words("outlet_nouns")]
    if not hits or (is_given_name(words[at][0]) and hits[-1] != stop - 1):
        return 0
    end = hits[-1] + 1
    while end < stop and (words[end][0].isupper() or hits[-1] == at) and not is_role(words[end][0]):
        end += 1
    return end - at if 1 < end - at <= _LONGEST else 0


def _opens(word: str) -> bool:
    """Return whether a word with a capital is only the first of a sentence, or a day or month before a name."""
    lists = ("determiners", "months", "prepositions", "sentence_openers")
    return word in _DAYS or any(word in load_words(name) for name in lists)


@cache
def _known() -> frozenset[str]:
    return frozenset(normalize(name) for name in load_words("outlets") | load_words("shows") | load_words("agencies"))
