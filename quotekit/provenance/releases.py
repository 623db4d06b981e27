"""Find releases: letters, e-mails and recordings that an organization publishes or leaks."""

from __future__ import annotations

import re

import attrs

from quotekit.text import Bounds, TextIndex

__all__ = ["Release", "find_releases"]

_WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w)){0,40}"
_NAME = rf"{_WORD}(?:\s(?:(?:of|for|and|&)\s)?{_WORD}){{0,6}}"
_PAPERS = (
    r"(?i:cables|documents|e-?mails|excerpts?|files|footage|letters|memos|messages|notes|pages|recordings?|records"
    r"|tapes?|texts|transcripts?)"
)
# "Emails released by the Reef Committee", "the Reef Committee has published his letters".
_RELEASED = re.compile(r"\b(?:disclosed|leaked|made\s+public|posted|published|released|unsealed)\b")
_PAPERS_BEFORE = re.compile(rf"\b{_PAPERS}\b(?:\s+[\w’',-]+){{0,8}}?\s+$")
_PUBLISHER_AFTER = re.compile(
    rf"\s{{1,9}}(?:[\w-]{{1,40}}\s{{1,9}}){{0,2}}?by\s{{1,9}}(?:the\s{{1,9}})?(?P<name>{_NAME})"
)
_PUBLISHER_BEFORE = re.compile(rf"\b(?P<name>{_NAME})\s{{1,9}}(?:(?:has|had|have|also|then|later)\s{{1,9}}){{0,8}}$")
_PAPERS_AFTER = re.compile(rf"\s{{1,9}}(?:[\w’',.-]{{1,40}}\s{{1,9}}){{0,9}}?{_PAPERS}\b")
_REACH_CHARS = 100


@attrs.frozen
class Release:
    """Papers or recordings made public, with the organization that did so."""

    #: Offset of the first character of the phrase that says so.
    start: int
    #: Offset after the last character of that phrase.
    end: int
    #: The bounds of the organization's name.
    publisher: Bounds


def find_releases(index: TextIndex) -> list[Release]:
    """
    Find what a text says has been released by a named organization.

    Args:
        index: The text.

    Returns:
        The releases in text order.

    Example:
        >>> text = "The Harbour Office released 90 pages of e-mails, and excerpts published by the Reef Times."
        >>> [text[slice(*release.publisher)] for release in find_releases(TextIndex(text))]
        ['Harbour Office', 'Reef Times']
    """
    return [release for verb in _RELEASED.finditer(index.text) if (release := _release_at(index, verb))]


def _release_at(index: TextIndex, verb: re.Match[str]) -> Release | None:
    """Return the release that a verb reports; None if it does not name who released what."""
    reach = verb.start() - index.line_at(verb.start(), _REACH_CHARS)[0]
    publisher = index.match_after(_PUBLISHER_AFTER, verb.end(), _REACH_CHARS)
    papers = index.search_before(_PAPERS_BEFORE, verb.start(), reach)
    if publisher is None or papers is None:
        publisher = index.search_before(_PUBLISHER_BEFORE, verb.start(), reach)
        papers = index.match_after(_PAPERS_AFTER, verb.end(), _REACH_CHARS)
    if publisher is None or papers is None:
        return None
    start, end = publisher.span("name")
    start += len("The ") if index.text.startswith("The ", start) else 0
    return Release(min(publisher.start(), papers.start()), max(publisher.end(), papers.end()), (start, end))
