"""Find the newspapers, broadcasters, shows and platforms a text names, each with its fullest name there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import find_outlet_names
from quotekit.english.words import is_given_name, normalize
from quotekit.names.capitalized_runs import Mention
from quotekit.records import SpeakerKind

__all__ = ["NamedOutlet", "find_outlets"]

_MIDDLE = re.compile(r"[a-z,] $")
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
    bounds = [b for b in find_outlet_names(text) if b[0] not in people]
    return _with_descriptions(text, _named(text, bounds))


def _named(text: str, bounds: Sequence[tuple[int, int]]) -> list[NamedOutlet]:
    """Give each outlet its fullest name in the text."""
    printed = [text[start:end] for start, end in bounds]
    articles = {normalize(name) for name, (start, _) in zip(printed, bounds, strict=True) if _has_article(text, start)}
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
        found.append(NamedOutlet(begin, end, f"The {name}" if normalize(name) in articles else name))
    return found


def _longer(printed: Sequence[str]) -> dict[str, list[str]]:
    """The names that each name is short for, in text order; of several, one means the latest before it."""
    names = list(dict.fromkeys(printed))[:_MOST]
    return {short: [name for name in names if _is_short_for(short, name)] for short in dict.fromkeys(printed)}


def _has_article(text: str, start: int) -> bool:
    """Return whether a capital "The" that opens no sentence stands in front."""
    return text[max(0, start - 4) : start] == "The " and bool(_MIDDLE.search(text, max(0, start - 6), start - 4))


def _is_short_for(short: str, name: str) -> bool:
    """Return whether one is the end of the other's words or their first letters, or lacks only "News"."""
    words, whole = [normalize(word) for word in name.split()], normalize(short)
    if len(words) < 2 or whole == normalize(name):  # noqa: PLR2004
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
