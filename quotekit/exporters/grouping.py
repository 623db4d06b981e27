"""Attributions put together by who speaks, and what to call whoever that is; what people read is in this order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotekit.records import Attribution, Spans

__all__ = ["NOBODY", "by_speaker", "count", "who"]

#: What stands for a speaker where a text names nobody.
NOBODY = "Nobody named"
_SPACE = re.compile(r"\s+")


def by_speaker(attributions: Iterable[Attribution]) -> list[list[Attribution]]:
    """
    Put attributions together by who speaks.

    Args:
        attributions: Some attributions of one article.

    Returns:
        The attributions of each speaker, speakers in the order in which they first speak. Where no speaker is
        resolved, those with the same words as source stand together, in capitals or not.
    """
    groups: dict[tuple[str | None, str], list[Attribution]] = {}
    for a in attributions:
        key = (a.speaker.id, "") if a.speaker else (None, _SPACE.sub(" ", a.source.text).strip().casefold())
        groups.setdefault(key, []).append(a)
    return list(groups.values())


def who(attribution: Attribution) -> str:
    """
    Say who speaks.

    Args:
        attribution: The attribution.

    Returns:
        The speaker's name, else the first description of the speaker in the text, else the words of the source, on
        one line; "Nobody named" where there are none.
    """
    speaker = attribution.speaker
    mentions = speaker.mentions if speaker else Spans()
    name = (speaker and speaker.name) or (mentions[0].text if mentions else attribution.source.text)
    return _SPACE.sub(" ", name).strip() or NOBODY


def count(number: int, noun: str) -> str:
    """
    Say how many there are.

    Args:
        number: How many.

        noun: Of what, in the singular.

    Returns:
        Such as "2 speakers".

    Example:
        >>> count(0, "speaker"), count(1, "speaker"), count(2, "speaker")
        ('no speakers', '1 speaker', '2 speakers')
    """
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
