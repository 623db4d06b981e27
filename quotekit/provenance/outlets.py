"""Find the newspapers, broadcasters, shows and platforms a text names, each with its fullest name there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from quotekit.lexicons import load_words
from quotekit.records import SpeakerKind
from quotekit.speakers import Mention
from quotekit.speakers.vocabulary import fold, is_given_name, is_role

__all__ = ["NamedOutlet", "find_outlets", "is_outlet"]

_RUN = re.compile(r"(?<![\w@#])[A-Z0-9][\w&.-]*(?:['’][A-Z]\w+)?(?: (?:(?:of|the|and|&) ){0,2}[A-Z0-9][\w&.-]*)*")
_WORD = re.compile(r"\S+")
#: "told the paper", which can only be an outlet named before.
_ARTICLE = re.compile(r"\b[Tt]he $")
_MIDDLE = re.compile(r"[a-z,] $")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SMALL = frozenset({"the", "of", "and", "&"})
_LONGEST = 6
# No article names more outlets; lists of names do.
_MOST = 200


@attrs.frozen
class NamedOutlet:
    """An outlet where a text names it."""

    #: Offset of its first character, a capital "The" included.
    start: int
    #: Offset after its last character.
    end: int
    #: Its fullest name in the text.
    name: str
    #: Whether only a common noun stands here: "paper".
    described: bool = False


def find_outlets(text: str, mentions: Iterable[Mention] = ()) -> list[NamedOutlet]:
    """
    Find the outlets, shows and platforms that a text names.

    Args:
        text: Any string.

        mentions: The names in the text; people are no outlets.

    Returns:
        The outlets in text order, without overlap. "The paper" is one where another stands before it.

    Example:
        >>> [(o.name, o.start) for o in find_outlets("She told The Reef Times so. The Times printed it.")]
        [('The Reef Times', 9), ('The Reef Times', 28)]
    """
    people = {m.name_start for m in mentions if m.kind is SpeakerKind.PERSON and is_given_name(m.name.text.split()[0])}
    bounds = [b for run in _RUN.finditer(text) for b in _in_run(text, run) if b[0] not in people]
    return _with_descriptions(text, _named(text, bounds))


def is_outlet(phrase: str) -> bool:
    """
    Tell whether a phrase is nothing but the name of an outlet, with or without an article.

    Args:
        phrase: The phrase as printed.

    Returns:
        Whether it is.

    Example:
        >>> is_outlet("the Financial Times"), is_outlet("Radio Norland"), is_outlet("reporters")
        (True, True, False)
    """
    bare = phrase.removeprefix("the ").removeprefix("The ")
    bounds = [b for run in _RUN.finditer(phrase) for b in _in_run(phrase, run)]
    described = phrase != bare and bare in load_words("outlet_descriptions")
    return described or any(phrase[s:e] == bare for s, e in bounds)


def _in_run(text: str, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Bounds of the outlets in a run of words with capitals."""
    words = [(m.group().rstrip(".,"), run.start() + m.start()) for m in _WORD.finditer(run.group())]
    folded = [fold(word) for word, _ in words]
    at = 0
    while at < len(words):
        if folded[at] == "the":
            at += 1
            continue
        size = _known_size(text, words, folded, at) or _likely_size(words, folded, at)
        if size:
            last, last_at = words[at + size - 1]
            yield words[at][1], last_at + len(last)
        at += size or 1


def _known_size(text: str, words: Sequence[tuple[str, int]], folded: Sequence[str], at: int) -> int:
    """How many words from *at* are the name of an outlet that the lists have."""
    article = bool(_ARTICLE.search(text, max(0, words[at][1] - 4), words[at][1]))
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(folded[at : at + size])
        if name in _known() or (article and f"the {name}" in _known()):
            # "Slate Island", "Post Office": a lone common word goes on as another name.
            return size if size > 1 or words[at][0].isupper() or not _goes_on(words, at) else 0
        if size == 1 and article and name in load_words("outlet_nouns"):
            return 0 if _goes_on(words, at) or name in ("morning", "today") else 1
    return 0


def _goes_on(words: Sequence[tuple[str, int]], at: int) -> bool:
    after = words[at + 1][0] if at + 1 < len(words) else "x"
    return after[0].isupper() and not is_given_name(after) and not is_role(after)


def _likely_size(words: Sequence[tuple[str, int]], folded: Sequence[str], at: int) -> int:
    """How many words from *at* look like the name of an outlet that no list has: "Radio Norland", "Reef Times"."""
    if (
        _opens(folded[at])
        or folded[at] in _SMALL
        or (at > 0 and folded[at - 1] not in _SMALL and not _opens(folded[at - 1]))
    ):
        return 0
    far = min(len(words), at + 2 * _LONGEST)
    stop = next((i for i in range(at, far) if folded[i] in _SMALL), far)
    hits = [i for i in range(at, stop) if folded[i] in load_words("outlet_nouns")]
    if not hits or (is_given_name(words[at][0]) and hits[-1] != stop - 1):
        return 0
    end = hits[-1] + 1
    while end < stop and (words[end][0].isupper() or hits[-1] == at) and not is_role(words[end][0]):
        end += 1
    return end - at if 1 < end - at <= _LONGEST else 0


def _opens(word: str) -> bool:
    """Whether a word with a capital is only the first of a sentence, or a day or month before a name."""
    lists = ("determiners", "months", "prepositions", "sentence_openers")
    return word in _DAYS or any(word in load_words(name) for name in lists)


@cache
def _known() -> frozenset[str]:
    return frozenset(fold(name) for name in load_words("outlets") | load_words("shows") | load_words("agencies"))


def _named(text: str, bounds: Sequence[tuple[int, int]]) -> list[NamedOutlet]:
    """Give each outlet its fullest name in the text."""
    printed = [text[start:end] for start, end in bounds]
    articles = {fold(name) for name, (start, _) in zip(printed, bounds, strict=True) if _has_article(text, start)}
    longer = _longer(printed)
    shorter: dict[str, list[str]] = {}
    for short, names in longer.items():
        for name in names:
            shorter.setdefault(name, []).append(short)
    found: list[NamedOutlet] = []
    latest: dict[str, str] = {}
    for short, (start, end) in zip(printed, bounds, strict=True):
        name = latest.get(short) or next(iter(longer[short]), short)
        latest.update(dict.fromkeys(shorter.get(short, ()), short))
        begin = start - 4 if text[max(0, start - 4) : start] in ("The ", "THE ") else start
        found.append(NamedOutlet(begin, end, f"The {name}" if fold(name) in articles else name))
    return found


def _longer(printed: Sequence[str]) -> dict[str, list[str]]:
    """The names that each name is short for, in text order; of several, one means the latest before it."""
    names = list(dict.fromkeys(printed))[:_MOST]
    return {short: [name for name in names if _is_short_for(short, name)] for short in dict.fromkeys(printed)}


def _has_article(text: str, start: int) -> bool:
    """Whether a capital "The" that opens no sentence stands in front."""
    return text[max(0, start - 4) : start] == "The " and bool(_MIDDLE.search(text, max(0, start - 6), start - 4))


def _is_short_for(short: str, name: str) -> bool:
    """Whether one is the end of the other's words or their first letters, or lacks only "News"."""
    words, whole = [fold(word) for word in name.split()], fold(short)
    if len(words) < 2 or whole == fold(name):  # noqa: PLR2004
        return False
    initials = "".join(word[0] for word in words if word not in ("of", "the"))
    ends = short in name.split()[-1:] and whole in load_words("outlet_nouns")
    return ends or (short.isupper() and whole == initials) or [whole, "news"] == words


def _with_descriptions(text: str, outlets: list[NamedOutlet]) -> list[NamedOutlet]:
    """Add "the paper" and the like, each as the outlet named last before it."""
    ends = [outlet.end for outlet in outlets]
    added = []
    for match in _descriptions().finditer(text):
        before = bisect_right(ends, match.start())
        if before:
            name = outlets[before - 1].name
            added.append(NamedOutlet(match.start(), match.end(), name, described=True))
    return sorted([*outlets, *added], key=lambda outlet: outlet.start)


@cache
def _descriptions() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_words("outlet_descriptions"), key=len, reverse=True))
    return re.compile(rf"(?<=\bthe )(?:{nouns})\b(?! \w+(?:er|or)\b)")
