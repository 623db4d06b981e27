"""Find stations and programmes by the form of their names: "WQXB", "Jo Lind's podcast", "The Reef Hour Show"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.overlaps import without_overlap
from quotekit.text import TextIndex

__all__ = ["find_programmes"]

_WORD = r"[A-Z][\w’'&-]{0,40}"
# Call letters of American stations; some well-known organizations look like them.
_CALL_LETTERS = re.compile(r"\b(?!KPMG|KFOR|WADA|WWII|KISS)[KW][A-Z]{3}(?:-(?:AM|FM|TV))?\b")
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
_NAME_CHARS = 60
# Words in capitals beside a name in capitals show a heading.
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}\W+$")
_CAPITALS_AFTER = re.compile(r"\W{1,30}[A-Z]{2,40}\b")
_REACH_CHARS = 20
_THE = "The "


def find_programmes(index: TextIndex) -> list[NamedOutlet]:
    """
    Find the stations and programmes that a text names, in a form that shows what they are.

    Args:
        index: The text.

    Returns:
        The stations and programmes in text order, without overlap.

    Example:
        >>> text = "She told WQXB so, and said it on Jo Lind's podcast and the Reef Talk Show."
        >>> [outlet.name for outlet in find_programmes(TextIndex(text))]
        ['WQXB', "Jo Lind's podcast", 'Reef Talk Show']
    """
    return without_overlap([*_stations(index), *_programmes(index)])


def _stations(index: TextIndex) -> Iterator[NamedOutlet]:
    """Yield the stations named by their call letters."""
    for found in _CALL_LETTERS.finditer(index.text):
        start, end = found.span()
        in_heading = index.search_before(_CAPITALS_BEFORE, start, _REACH_CHARS) or index.match_after(
            _CAPITALS_AFTER, end
        )
        if not in_heading:
            yield NamedOutlet(start, end, found.group())


def _programmes(index: TextIndex) -> Iterator[NamedOutlet]:
    """Yield the programmes named with a noun: a host's with it, others without unless it is part of the name."""
    for noun in _NOUN.finditer(index.text):
        reach = noun.start() - index.line_at(noun.start(), _NAME_CHARS)[0]
        host = None if noun.group()[0].isupper() else index.search_before(_HOST, noun.start(), reach)
        title = host or index.search_before(_TITLE, noun.start(), reach)
        if title is not None:
            is_part = host is not None or noun.group()[0].isupper()
            end = noun.end() if is_part else title.start() + len(title.group().rstrip())
            start = title.start()
            if host is None and is_part and index.before(start, len(_THE)) == _THE:
                start -= len(_THE)
            yield NamedOutlet(start, end, index.text[start:end])
