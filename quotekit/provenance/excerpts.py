"""Excerpts: passages that a text takes word for word from an outlet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

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
from quotekit.text import TextIndex

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
    long; with them it continues through the paragraphs that open with a mark, until somebody new speaks. Statements in
    the first person below a heading such as "FACEBOOK" were posted there.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with those of the excerpts at the end of each chain.
    """
    found: dict[int, Outlet] = {}
    ordered = sorted(context.statements, key=lambda statement: (statement.start, statement.end))
    starts = [statement.start for statement in ordered]

    def inside(excerpt: _Excerpt) -> list[Statement]:
        return ordered[bisect_left(starts, excerpt.start) : bisect_left(starts, excerpt.end)]

    for excerpt in _announced_excerpts(context):
        for statement in inside(excerpt):
            if statement.end <= excerpt.end:
                found.setdefault(statement.number, excerpt.outlet)
    for section in _platform_sections(context.index):
        for statement in inside(section):
            if statement.source.text.lower() in _FIRST_PERSON:
                found.setdefault(statement.number, section.outlet)
    return [extend_chain(chain, (found[number],) if number in found else ()) for number, chain in enumerate(chains)]


def _platform_sections(index: TextIndex) -> Iterator[_Excerpt]:
    """Yield the sections whose heading is the name of a platform."""
    headings = list(_HEADING.finditer(index.text))
    ends = [heading.start() for heading in headings[1:]] + [len(index.text)]
    for heading, end in zip(headings, ends, strict=False):
        name = heading.group().strip(_HEADING_PUNCTUATION)
        if normalize(name) in load_words("platforms"):
            yield _Excerpt(heading.end(), end, Outlet(name))


def _announced_excerpts(context: Context) -> Iterator[_Excerpt]:
    """Yield the passages after paragraphs that announce an outlet's words."""
    if not context.outlets:
        return
    index, voices = context.index, Voices(context.statements)
    journalists = find_journalists(index, context.outlets, context.mentions)
    outlet_starts = [outlet.start for outlet in context.outlets]
    latest: str | None = None
    next_paragraph = 0
    for paragraph in range(len(index.paragraph_starts)):
        start, end = _without_space(index, *index.paragraph(paragraph))
        goes_on = latest is not None and is_about_article(index.text[start:end])
        if paragraph < next_paragraph or not (goes_on or index.text.endswith(":", start, end)):
            continue
        start = max(start, index.sentence_at(max(start, end - 1))[0])
        near = context.outlets[bisect_left(outlet_starts, start) : bisect_left(outlet_starts, end)]
        outlet = find_announcer(index, start, end, near, journalists)
        is_marked = opening_mark(index, end) is not None
        if outlet is None and is_marked and not voices.are_heard(paragraph, start, end):
            outlet = latest
        if outlet is not None and (is_marked or quotes_at_length(index.text[start:end])):
            next_paragraph = passage_end(index, paragraph + 1, voices)
            latest = outlet
            yield _Excerpt(end, index.paragraph(next_paragraph - 1)[1], Outlet(outlet))


def _without_space(index: TextIndex, start: int, end: int) -> tuple[int, int]:
    """Return bounds without the white space at the end."""
    return start, start + len(index.text[start:end].rstrip())
