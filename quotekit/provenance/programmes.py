"""Find stations, programmes and sites by the form of their names: "WQXB", "Jo Lind's podcast", "Reef.com"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.overlaps import without_overlap
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_programmes"]

_WORD = r"[A-Z][\w’'&-]{0,40}"
# Call letters of American stations; some well-known organizations look like them.
_CALL_LETTERS = re.compile(r"\b(?!KPMG|KFOR|WADA|WWII|KISS)[KW][A-Z]{3}(?:-(?:AM|FM|TV))?\b")
# The address of a site.
_SITE = re.compile(r"\b[A-Z][\w-]{1,40}\.(?:com|net|org)\b(?![\w/@-])")
# A platform named by a common word, before a noun that shows what it is: "a Medium post".
_PLATFORM = re.compile(r"\b(?:Medium|Threads|X)(?=\s{1,9}(?:account|page|post|thread)s?\b)")
# A noun for a programme, at the end of its name or after it.
_NOUN = re.compile(
    r"\b(?:[Pp]odcast|Show|Hour|radio\s+show|talk\s+show|television\s+show|TV\s+show|radio\s+program(?:me)?|webcast)\b"
)
# "Jo Lind's syndicated", before "radio show".
_HOST = re.compile(
    rf"""
    \b(?:{_WORD}\s{{1,9}}){{0,2}}[A-Z][\w&-]{{0,40}}(?:['’]s?|s['’])\s{{1,9}}
    (?:(?:daily|late-night|morning|nationally|online|radio|syndicated|talk|television|TV|web|weekly)\s{{1,9}}){{0,3}}$
    """,
    re.VERBOSE,
)
# "Reef Talk", before "podcast" or "Show".
_TITLE = re.compile(rf"\b(?:(?!The\b|Only\b){_WORD}\s{{1,9}}){{1,4}}$")
# "Radio show", before "Reef Talk".
_TITLE_AFTER = re.compile(
    rf"\b(?:radio|talk|television|TV|podcast|morning|late-night)\s{{1,9}}(?:show|program(?:me)?|series)\s{{1,9}}"
    rf"(?P<title>{_WORD}(?:\s{{1,9}}{_WORD}){{1,3}})"
)
_NAME_CHARS = 60
# Words in capitals beside a name in capitals show a heading.
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}\W+$")
_CAPITALS_AFTER = re.compile(r"\W{1,30}[A-Z]{2,40}\b")
_REACH_CHARS = 20


def find_programmes(index: TextIndex, mentions: Iterable[Mention] = ()) -> list[NamedOutlet]:
    """
    Find the stations, programmes and sites that a text names, in a form that shows what they are.

    Args:
        index: The text.

        mentions: The names in the text; a person's name is not a title.

    Returns:
        The stations, programmes and sites in text order, without overlap.

    Example:
        >>> text = "She told WQXB so, and said it on Jo Lind's podcast and the Reef Talk Show."
        >>> [outlet.name for outlet in find_programmes(TextIndex(text))]
        ['WQXB', "Jo Lind's podcast", 'Reef Talk Show']
    """
    people = frozenset(m.name_start for m in mentions if m.kind is SpeakerKind.PERSON and m.name.given)
    return without_overlap([*_stations(index), *_programmes(index), *_titled_after(index, people), *_sites(index)])


def _stations(index: TextIndex) -> Iterator[NamedOutlet]:
    """Yield the stations named by their call letters."""
    for found in _CALL_LETTERS.finditer(index.text):
        start, end = found.span()
        in_heading = index.search_before(_CAPITALS_BEFORE, start, _REACH_CHARS) or index.match_after(
            _CAPITALS_AFTER, end
        )
        if not in_heading:
            yield NamedOutlet(start, end, found.group())


def _titled_after(index: TextIndex, people: frozenset[int]) -> Iterator[NamedOutlet]:
    """Yield the programmes named after a noun."""
    for found in _TITLE_AFTER.finditer(index.text):
        if found.start("title") not in people:
            yield NamedOutlet(*found.span("title"), found["title"])


def _sites(index: TextIndex) -> Iterator[NamedOutlet]:
    """Yield the sites named by their addresses, and the platforms that the noun after them shows."""
    for pattern in (_SITE, _PLATFORM):
        for found in pattern.finditer(index.text):
            yield NamedOutlet(*found.span(), found.group())


def _programmes(index: TextIndex) -> Iterator[NamedOutlet]:
    """Yield the programmes named with a noun: a host's with it, others without unless it is part of the name."""
    for noun in _NOUN.finditer(index.text):
        reach = noun.start() - index.line_at(noun.start(), _NAME_CHARS)[0]
        host = None if noun.group()[0].isupper() else index.search_before(_HOST, noun.start(), reach)
        title = host or index.search_before(_TITLE, noun.start(), reach)
        if title is not None:
            is_part = host is not None or noun.group()[0].isupper()
            end = noun.end() if is_part else title.start() + len(title.group().rstrip())
            yield NamedOutlet(title.start(), end, index.text[title.start() : end])
