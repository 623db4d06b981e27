"""Attributions grouped by speaker, and the speakers' display names; formats for people share them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotekit.records import Attribution, Speaker
from quotekit.records.counts import count
from quotekit.records.meta import Meta

__all__ = ["NOBODY", "about", "by_speaker", "published", "who"]

#: Display name of a speaker that the text does not name.
NOBODY = "Nobody named"
# The metadata that most articles have, in the order in which people cite them.
_CITED = ("outlet", "date", "title", "author", "url")
_SPACE = re.compile(r"\s+")


def by_speaker(attributions: Iterable[Attribution]) -> list[list[Attribution]]:
    """
    Group attributions by speaker.

    Args:
        attributions: Attributions of one article.

    Returns:
        The attributions of each speaker, in the order of the speakers' first attributions; those of several speakers
        together are a group of their own. Attributions without a resolved speaker are grouped by their source, ignoring
        case.
    """
    groups: dict[tuple[str | None, str], list[Attribution]] = {}
    for a in attributions:
        key = (a.speaker.id, "") if a.speaker else (None, _one_line(a.source.text).casefold())
        groups.setdefault(key, []).append(a)
    return list(groups.values())


def who(attribution: Attribution) -> str:
    """
    Return the display name of an attribution's speaker.

    Args:
        attribution: The attribution.

    Returns:
        The speaker's name, or else the speaker's first mention, or else the source, on one line; "Nobody named" if
        there is none of them. Several speakers are joined by commas and "and".
    """
    names = [_name(speaker) or attribution.source.text for speaker in attribution.speakers]
    return _one_line(_listed(names or [attribution.source.text])) or NOBODY


def _name(speaker: Speaker) -> str | None:
    return speaker.name or (speaker.mentions[0].text if speaker.mentions else None)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def about(attribution: Attribution) -> tuple[str, ...]:
    """
    Return what is known about an attribution's speaker besides the name.

    Args:
        attribution: The attribution.

    Returns:
        Titles and kind; the number of speakers if there are several; nothing if the speaker is unresolved.
    """
    speaker = attribution.speaker
    if speaker is None:
        return ()
    return (count(len(speaker.members), "speaker"),) if speaker.members else (*speaker.titles, speaker.kind.value)


def published(meta: Meta) -> Iterator[str]:
    """
    Format the metadata that say where an article was published.

    Args:
        meta: The article's metadata.

    Yields:
        One line, if there are any of outlet, date, title, author and url.

    Example:
        >>> list(published(Meta({"outlet": "Harbour Times", "date": "2024-05-03", "words": 300})))
        ['Published: Harbour Times, 2024-05-03']
    """
    cited = [_SPACE.sub(" ", meta[name]) for name in _CITED if isinstance(meta.get(name), str)]
    if cited:
        yield "Published: " + ", ".join(cited)
