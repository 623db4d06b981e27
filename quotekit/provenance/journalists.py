"""Find the journalists of an outlet: "the Times’ Jo Lind", "Reef Times reporter Jo Lind"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from quotekit.english.patterns import any_of
from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_journalists"]

_MAX_CHARS_APART = 150
_SENTENCE_BREAK = re.compile(r"\n|[.!?]\s")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_OF = re.compile(r"[’']?s?,?\s{1,9}(?:of|at|for|from|with)\s{1,9}(?:the\s{1,9})?$")


def find_journalists(index: TextIndex, outlets: Sequence[NamedOutlet], mentions: Sequence[Mention]) -> dict[str, str]:
    """
    Find the people who work for an outlet according to the text.

    Args:
        index: The text.

        outlets: Its outlets, in text order.

        mentions: The names in the text.

    Returns:
        The names of the outlets, by the normalized surnames of their journalists.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.names.outlets import find_outlets
        >>> text = "The Reef Times sent its reporter Jo Lind."
        >>> find_journalists(TextIndex(text), find_outlets(TextIndex(text)), find_mentions(TextIndex(text)))
        {'lind': 'Reef Times'}
    """
    found: dict[str, str] = {}
    starts, ends = [outlet.start for outlet in outlets], [outlet.end for outlet in outlets]
    for mention in mentions:
        if not mention.name.given or mention.kind is not SpeakerKind.PERSON:
            continue
        before, after = bisect_right(ends, mention.name_start) - 1, bisect_left(starts, mention.end)
        if before >= 0 and _leads_to_employee(index.text[ends[before] : mention.name_start]):
            found.setdefault(normalize(mention.name.surname), outlets[before].name)
        elif after < len(outlets) and _OF.fullmatch(index.text[mention.end : starts[after]]):
            found.setdefault(normalize(mention.name.surname), outlets[after].name)
    return found


def _leads_to_employee(between: str) -> bool:
    """Return whether the words between an outlet and a name make it the employer: "’s", "sent its reporter"."""
    if len(between) > _MAX_CHARS_APART or _SENTENCE_BREAK.search(between):
        return False
    return _POSSESSIVE.fullmatch(between) is not None or _job().search(between) is not None


@cache
def _job() -> re.Pattern[str]:
    """Build the pattern of a job in journalism before a name."""
    return re.compile(rf"\b{any_of('journalist_roles')}[”\"’]?,?\s+$")
