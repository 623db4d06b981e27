"""Excerpts: passages that a text takes word for word from an outlet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import pronouns
from quotekit.english.words import normalize
from quotekit.provenance.announcements import find_announcer, is_about_article, quotes_at_length
from quotekit.provenance.context import Chains, Context
from quotekit.provenance.journalists import find_journalists
from quotekit.provenance.outlet_chains import extend_chain
from quotekit.provenance.passages import Voices, opening_mark, passage_end
from quotekit.provenance.statements import Statement
from quotekit.records import Outlet
from quotekit.text import Bounds, TextIndex

__all__ = ["add_excerpts"]

_HEADING = re.compile(r"^[A-Z][A-Z ]{1,30}[.:]?[ \t]*$", re.MULTILINE)
_HEADING_PUNCTUATION = " .:\t"
_FIRST_PERSON = pronouns("subject", "object", persons=(1,))


@attrs.frozen
class _Excerpt:
    """A passage taken from an outlet."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: The outlet that it is taken from.
    outlet: Outlet


def add_excerpts(context: Context, chains: Chains) -> Chains:
    """
    Give the statements in an excerpt the outlet that it is taken from.

    An excerpt begins after a paragraph that ends in "The Times reports:". Without quotation marks it is one paragraph
    long; with them it continues through the paragraphs that open with a mark, until a new person speaks. Statements in
    the first person below a heading such as "FACEBOOK" were posted there.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with those of the excerpts at the end of each chain.
    """
    found: dict[int, Outlet] = {}
    ordered = sorted(context.statements, key=lambda statement: (statement.start, statement.end))
    for excerpt in _ExcerptFinder(context).find():
        for statement in _starting_in(excerpt, ordered):
            if statement.end <= excerpt.end:
                found.setdefault(statement.number, excerpt.outlet)
    for section in _platform_sections(context.index):
        for statement in _starting_in(section, ordered):
            if statement.source.text.lower() in _FIRST_PERSON:
                found.setdefault(statement.number, section.outlet)
    return [extend_chain(chain, (found[number],) if number in found else ()) for number, chain in enumerate(chains)]


def _starting_in(excerpt: _Excerpt, ordered: Sequence[Statement]) -> Sequence[Statement]:
    """Return the statements that start in an excerpt, of those of the text ordered by their starts."""
    first = bisect_left(ordered, excerpt.start, key=_start)
    return ordered[first : bisect_left(ordered, excerpt.end, key=_start)]


def _start(statement: Statement) -> int:
    """Return the offset of a statement's first character."""
    return statement.start


def _platform_sections(index: TextIndex) -> Iterator[_Excerpt]:
    """Yield the sections whose heading is the name of a platform."""
    headings = list(_HEADING.finditer(index.text))
    ends = [heading.start() for heading in headings[1:]] + [len(index.text)]
    for heading, end in zip(headings, ends, strict=False):
        name = heading.group().strip(_HEADING_PUNCTUATION)
        if normalize(name) in load_words("platforms"):
            yield _Excerpt(heading.end(), end, Outlet(name))


class _ExcerptFinder:
    """Finds the passages after paragraphs that introduce an outlet's words."""

    def __init__(self, context: Context) -> None:
        self._index = context.index
        self._outlets = context.outlets
        self._outlet_starts = [outlet.start for outlet in context.outlets]
        self._journalists = find_journalists(context.index, context.outlets, context.mentions)
        self._voices = Voices(context.statements)
        # The outlet of the excerpt before.
        self._latest: str | None = None

    def find(self) -> Iterator[_Excerpt]:
        """Yield the excerpts in text order, without overlap."""
        paragraph = 0
        while self._outlets and paragraph < len(self._index.paragraph_starts):
            start, end = self._announcement(paragraph)
            outlet = self._announced_outlet(paragraph, start, end) if start < end else None
            if outlet is None:
                paragraph += 1
                continue
            self._latest = outlet
            paragraph = passage_end(self._index, paragraph + 1, self._voices)
            yield _Excerpt(end, self._index.paragraph(paragraph - 1)[1], Outlet(outlet))

    def _announcement(self, paragraph: int) -> Bounds:
        """Return the bounds of the sentence at the end of a paragraph that can introduce an excerpt; empty if none."""
        start, end = self._index.paragraph(paragraph)
        words = self._index.text[start:end].rstrip()
        end = start + len(words)
        if not words.endswith(":") and (self._latest is None or not is_about_article(words)):
            return end, end
        return max(start, self._index.sentence_at(end - 1)[0]), end

    def _announced_outlet(self, paragraph: int, start: int, end: int) -> str | None:
        """Return the outlet whose words the sentence at the end of a paragraph introduces; None if it does not."""
        index = self._index
        named = self._outlets[bisect_left(self._outlet_starts, start) : bisect_left(self._outlet_starts, end)]
        outlet = find_announcer(index, start, end, named, self._journalists)
        is_marked = opening_mark(index, end) is not None
        if outlet is None and is_marked and not self._voices.are_heard(paragraph, start, end):
            outlet = self._latest
        return outlet if is_marked or quotes_at_length(index.text[start:end]) else None
