"""Character references of HTML: "&ldquo;", "&#8220;", "&#x201C;"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from quotekit.text.characters import INVISIBLE
from quotekit.text.edits import Edit

__all__ = ["find_entities"]

# References are escaped twice in many feeds: "&amp;ldquo;".
_ENTITY = re.compile(
    r"&(?P<amp>(?:amp;){0,3})(?P<reference>#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};"
    # Without its semicolon a reference is one of the most common.
    r"|(?:[lr][ds]quo|[lr]aquo|quot|nbsp|[mn]dash|hellip|amp)(?![\w=;])|#(?:82[12]\d|3[49]|160)(?![\d;]))"
)
# What is no character of a line of text.
_SPACES = {"\xa0": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n"}


def find_entities(text: str) -> Iterator[Edit]:
    """
    Find the character references of a text.

    Args:
        text: The text.

    Yields:
        An edit for each: the character that it stands for.

    Example:
        >>> [edit.new for edit in find_entities("&ldquo;AT&amp;T &#38; R&D&rdquo; &amp;mdash; &c; &#x2019;")]
        ['“', '&', '&', '”', '—', '’']
    """
    for found in _ENTITY.finditer(text):
        character = _character(found["reference"])
        if character is not None:
            yield Edit(found.start(), found.end(), character, is_text=bool(character))
        elif found["amp"]:
            yield Edit(found.start(), found.start() + len("&amp;"), "&", is_text=True)


def _character(reference: str) -> str | None:
    """Return what a reference without its ampersand stands for; None if it is unknown."""
    reference = reference if reference.endswith(";") else f"{reference};"
    if not reference.startswith("#") and reference not in html5:
        return None
    character = unescape(f"&{reference}")
    if not character:
        return None
    return "" if character in INVISIBLE else _SPACES.get(character, character)
