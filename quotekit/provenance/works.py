"""Find the books, films and programmes a text names with a title: "her memoir “Deep Water”", "the “Reef Hour” podcast"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name
from quotekit.names import Mention
from quotekit.records import SpeakerKind

__all__ = ["NamedWork", "find_works"]

_QUOTED = (
    r"(?:[“\"‘]|''|``)(?P<{0}>[A-Z0-9][^\n“”\"]{{0,60}}?)[,.]?(?:[”\"]|''|’(?!\w))"
    r"|(?P<marks{0}>\*{{1,2}}|_)(?P<{0}marked>[A-Z0-9][^\n*_]{{0,60}}?)(?P=marks{0})"
)
_PLAIN = r"(?P<plain>[A-Z][\w’'-]*(?::?\s(?:(?:a|an|and|at|for|from|in|of|on|the|to|with)\s)*[A-Z0-9][\w’'-]*){1,6})"
_KIND_BEFORE = r"(?:(?:radio|television|TV|talk|news|web|YouTube|late-night|morning|weekly|daily)\s+)*"
# A list of titles may be long, an article's is not.
_MOST = 100


@attrs.frozen
class NamedWork:
    """A book, film or programme where a text names it."""

    #: Offset of the first character of its title, or of the noun that stands for it.
    start: int
    #: Offset after the last character of its title or noun.
    end: int
    #: Its title.
    name: str
    #: Whether it is a programme, on which people speak, and no book or film.
    is_show: bool
    #: Whether only a common noun stands here: "the memoir".
    described: bool = False


def find_works(text: str, mentions: Sequence[Mention] = ()) -> list[NamedWork]:
    """
    Find the books, films and programmes that a text names.

    Args:
        text: Any string.

        mentions: The names in the text; a person is no title.

    Returns:
        The works in text order, without overlap. "The film" is one where a film's title stands before it.

    Example:
        >>> text = "Holm wrote a memoir, “Deep Water.” In “Deep Water” she is young; the book ends early."
        >>> [(work.name, text[work.start : work.end]) for work in find_works(text)]
        [('Deep Water', 'Deep Water'), ('Deep Water', 'Deep Water'), ('Deep Water', 'book')]
    """
    people = {m.name_start for m in mentions if m.kind is SpeakerKind.PERSON and is_given_name(m.name.text.split()[0])}
    titled = sorted(_titled(text, people), key=lambda found: found[2].start)[:_MOST]
    works = [work for _, _, work in titled]
    works += _again(text, works)
    works += _described(text, titled)
    apart: list[NamedWork] = []
    for work in sorted(works, key=lambda work: (work.start, -work.end)):
        if not apart or work.start >= apart[-1].end:
            apart.append(work)
    return apart


@cache
def _classes() -> dict[str, str]:
    """Nouns for works, each with its class: ``book``, ``film`` or ``show``."""
    return dict(line.split(" ") for line in load_words("work_nouns"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(sorted(_classes(), key=len, reverse=True))
    quoted = _QUOTED.format("title")
    called = r"(?:,|\s+(?:called|entitled|titled|named))?\s+"
    return (
        re.compile(rf"\b(?P<noun>{nouns}){called}(?:{quoted})"),
        re.compile(rf"(?:{quoted})\s+{_KIND_BEFORE}(?P<noun>{nouns})\b"),
        re.compile(rf"\b(?P<noun>{nouns}),?\s+{_PLAIN}"),
    )


def _titled(text: str, people: set[int]) -> Iterator[tuple[int, str, NamedWork]]:
    """The works named with a noun beside the title, each with the noun's offset and class."""
    for pattern in _patterns():
        for found in pattern.finditer(text):
            group = next(name for name in ("title", "titlemarked", "plain") if found.groupdict().get(name))
            kind = _classes()[found["noun"].lower()]
            # Programmes without marks are read as outlets, and a person may come after "in her book".
            if group != "plain" or (kind != "show" and found.start(group) not in people):
                start, end = found.span(group)
                yield found.start("noun"), kind, NamedWork(start, end, found[group], kind == "show")


def _again(text: str, works: Sequence[NamedWork]) -> Iterator[NamedWork]:
    """The places where the title of a work stands between marks again."""
    first = {work.name: work for work in reversed(works)}
    if first:
        titles = "|".join(map(re.escape, sorted(first, key=len, reverse=True)))
        for found in re.finditer(rf"(?<=[“\"‘'*_])(?P<title>{titles})(?=[,.]?[”\"’'*_])", text):
            work = first[found["title"]]
            if found.start() > work.start:
                yield attrs.evolve(work, start=found.start(), end=found.end())


def _described(text: str, titled: Sequence[tuple[int, str, NamedWork]]) -> Iterator[NamedWork]:
    """The nouns that stand for the work of their class that was named last before them."""
    nouns = "|".join(sorted(_classes(), key=len, reverse=True))
    owned = re.compile(rf"\b(?:the|her|his|their)\s+(?P<noun>{nouns})\b(?!\s+\w+(?:er|or)s?\b)", re.IGNORECASE)
    taken = {at for at, _, _ in titled}
    for found in owned.finditer(text) if titled else ():
        if found.start("noun") in taken:
            continue
        kind = _classes()[found["noun"].lower()]
        before = [work for _, other, work in titled if other == kind and work.start < found.start()]
        if before:
            yield attrs.evolve(before[-1], start=found.start("noun"), end=found.end("noun"), described=True)
