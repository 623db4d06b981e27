"""Recognize names of news agencies, and generic phrases used instead of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.english.words import normalize, normalized_words
from quotekit.text import Bounds, TextIndex

__all__ = ["is_acronym", "is_agency", "names_reporters", "split_names"]

_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,8}")
# Words of generic agencies: "(Our Correspondent)", "(Web Desk)", "(City News Service)".
_REPORTERS = re.compile(r"\b(?:agenc(?:y|ies)|bureau|correspondents?|desk|reporters?|staff)\b", re.IGNORECASE)
_SERVICES = re.compile(r"\b(?:media|news|newswire|press|service|wire)\b|wire$", re.IGNORECASE)
_NAME_SEPARATOR = re.compile(r"[ \t]{0,30}(?:/|,|&|\band\b)[ \t]{0,30}")


def is_agency(name: str) -> bool:
    """Return whether a name is that of a news agency, with or without an article."""
    bare = normalize(name.strip().removeprefix("the ").removeprefix("The "))
    return bare in normalized_words("agencies") or bool(_SERVICES.search(bare) and " " in bare)


def is_acronym(name: str) -> bool:
    """Return whether a name is written as an acronym: "NAN", "P.T.I."."""
    return _ACRONYM.fullmatch(name) is not None


def names_reporters(words: str) -> bool:
    """Return whether words refer to unnamed reporters: "Our Correspondent", "Web Desk"."""
    return _REPORTERS.search(words) is not None


def split_names(index: TextIndex, start: int, end: int) -> Iterator[Bounds]:
    """Yield the bounds of the names between slashes, commas and "and"."""
    at = start
    for separator in (*_NAME_SEPARATOR.finditer(index.text, start, end), None):
        bare = index.text[at : separator.start() if separator else end].strip()
        if bare:
            begin = index.text.index(bare, at)
            yield begin, begin + len(bare)
        at = separator.end() if separator else end
