"""Find the books, films and shows that a text names by title: "her memoir “Deep Water”", "the “Reef Hour” podcast"."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name
from quotekit.names import Mention
from quotekit.provenance.overlaps import without_overlap
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["NamedWork", "WorkKind", "find_works"]

# Lists of titles can be long; articles name few works.
_MAX_WORKS = 100
_MARKED_TITLE = r"""
    (?:
        (?:[“\"‘]|''|``)(?P<quoted>[A-Z0-9][^\n“”\"]{0,60}?)[,.]?(?:[”\"]|''|’(?!\w))      # between quotation marks
      | (?P<marks>\*{1,2}|_)(?P<emphasized>[A-Z0-9][^\n*_]{0,60}?)(?P=marks)               # *between asterisks*
    )
"""
_PLAIN_TITLE = r"""
    (?P<plain>
        [A-Z][\w’'-]{0,40}
        (?::?\s(?:(?:a|an|and|at|for|from|in|of|on|the|to|with)\s){0,8}[A-Z0-9][\w’'-]{0,40}){1,6}
    )
"""
_TITLE_GROUPS = ("quoted", "emphasized", "plain")


class WorkKind(enum.Enum):
    """The kinds of works."""

    BOOK = "book"
    FILM = "film"
    #: A show on radio, television or the web.
    SHOW = "show"


@attrs.frozen
class NamedWork:
    """A mention of a work."""

    #: Offset of the first character of its title, or of the noun used instead.
    start: int
    #: Offset after the last character of its title or noun.
    end: int
    #: Its title.
    name: str
    #: Its kind.
    kind: WorkKind
    #: Whether it is mentioned by a common noun only: "the memoir".
    described: bool = False

    @property
    def is_show(self) -> bool:
        """Whether it is a show."""
        return self.kind is WorkKind.SHOW


@attrs.frozen
class _Titled:
    """A work mentioned by its title next to a noun for its kind."""

    work: NamedWork
    #: Offset of the noun.
    noun_start: int


def find_works(index: TextIndex, mentions: Sequence[Mention] = ()) -> list[NamedWork]:
    """
    Find the books, films and shows that a text names.

    Args:
        index: The text.

        mentions: The names in the text; a person's name is not a title.

    Returns:
        The works in text order, without overlap. "The film" is one if a film's title comes before it.

    Example:
        >>> text = "Holm wrote a memoir, “Deep Water.” In “Deep Water” she is young; the book ends early."
        >>> [(work.name, text[work.start : work.end]) for work in find_works(TextIndex(text))]
        [('Deep Water', 'Deep Water'), ('Deep Water', 'Deep Water'), ('Deep Water', 'book')]
    """
    people = {m.name_start for m in mentions if m.kind is SpeakerKind.PERSON and is_given_name(m.name.text.split()[0])}
    titled = sorted(_titled(index, people), key=lambda one: one.work.start)[:_MAX_WORKS]
    works = [one.work for one in titled]
    works += _repeated(index, works)
    works += _described(index, titled)
    return without_overlap(works)


@cache
def _kinds() -> dict[str, WorkKind]:
    """Return the kinds of works by their nouns."""
    pairs = (line.split(" ") for line in load_words("work_nouns"))
    return {noun: WorkKind(kind) for noun, kind in pairs}


@cache
def _nouns() -> str:
    """Return the part of a pattern that matches a noun for a work."""
    return f"(?P<noun>{'|'.join(map(re.escape, sorted(_kinds(), key=len, reverse=True)))})"


@cache
def _title_patterns() -> tuple[re.Pattern[str], ...]:
    """Build the patterns of a title next to a noun for a work."""
    noun_and_marked = rf"\b{_nouns()} (?:,|\s{{1,9}}(?:called|entitled|titled|named))?\s{{1,9}} {_MARKED_TITLE}"
    marked_and_noun = rf"""
        {_MARKED_TITLE} \s{{1,9}}
        (?:(?:radio|television|TV|talk|news|web|YouTube|late-night|morning|weekly|daily)\s{{1,9}}){{0,4}} {_nouns()}\b
    """
    noun_and_plain = rf"\b{_nouns()} ,?\s{{1,9}} {_PLAIN_TITLE}"
    return tuple(re.compile(p, re.VERBOSE) for p in (noun_and_marked, marked_and_noun, noun_and_plain))


def _titled(index: TextIndex, people: set[int]) -> Iterator[_Titled]:
    """Yield the works mentioned by title and noun."""
    for pattern in _title_patterns():
        for found in pattern.finditer(index.text):
            groups = found.groupdict()
            group = next(name for name in _TITLE_GROUPS if groups.get(name))
            kind = _kinds()[found["noun"].lower()]
            # Shows without marks are found as outlets, and a person can follow "in her book".
            if group != "plain" or (kind is not WorkKind.SHOW and found.start(group) not in people):
                yield _Titled(NamedWork(*found.span(group), found[group], kind), found.start("noun"))


def _repeated(index: TextIndex, works: Sequence[NamedWork]) -> Iterator[NamedWork]:
    """Yield later mentions of the works by their titles between marks."""
    first = {work.name: work for work in reversed(works)}
    if not first:
        return
    titles = "|".join(map(re.escape, sorted(first, key=len, reverse=True)))
    for found in re.finditer(rf"(?<=[“\"‘'*_])(?P<title>{titles})(?=[,.]?[”\"’'*_])", index.text):
        work = first[found["title"]]
        if found.start() > work.start:
            yield attrs.evolve(work, start=found.start(), end=found.end())


@cache
def _description() -> re.Pattern[str]:
    """Build the pattern of "the book"; "the book editor" does not match."""
    return re.compile(
        rf"\b(?:the|her|his|their)\s{{1,9}}{_nouns()}\b(?!\s{{1,9}}\w{{1,40}}(?:er|or)s?\b)", re.IGNORECASE
    )


def _described(index: TextIndex, titled: Sequence[_Titled]) -> Iterator[NamedWork]:
    """Yield mentions by noun, each of the latest work of its kind before it."""
    taken = {one.noun_start for one in titled}
    for found in _description().finditer(index.text) if titled else ():
        start, end = found.span("noun")
        if start in taken:
            continue
        kind = _kinds()[found["noun"].lower()]
        before = [one.work for one in titled if one.work.kind is kind and one.work.start < found.start()]
        if before:
            yield attrs.evolve(before[-1], start=start, end=end, described=True)
