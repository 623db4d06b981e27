"""Attributions grouped by speaker, and the speakers' display names; formats for people share them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotekit.records import Article, Attribution, Speaker

__all__ = ["NOBODY", "about", "by_speaker", "count", "count_all", "who"]

#: Display name of a speaker that the text does not name.
NOBODY = "Nobody named"
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


def count(number: int, noun: str) -> str:
    """
    Format a count with its noun.

    Args:
        number: The count.

        noun: The noun, in the singular.

    Returns:
        The phrase, such as "2 speakers".

    Example:
        >>> count(0, "speaker"), count(1, "speaker"), count(2, "speaker")
        ('no speakers', '1 speaker', '2 speakers')
    """
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def count_all(article: Article) -> str:
    """
    Format the numbers of attributions and of speakers that have one.

    Args:
        article: The article.

    Returns:
        The phrase, such as "3 attributions, 2 speakers".

    Example:
        >>> count_all(Article(id=None, text="Nothing was said."))
        'no attributions'
    """
    if not article.attributions:
        return "no attributions"
    speakers = {speaker.id for a in article.attributions for speaker in a.speakers}
    return f"{count(len(article.attributions), 'attribution')}, {count(len(speakers), 'speaker')}"
