"""Counts in words, for people."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.records.values import Attribution

__all__ = ["count", "count_all"]


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


def count_all(attributions: Sequence[Attribution]) -> str:
    """
    Format the numbers of attributions and of speakers that have one.

    Args:
        attributions: The attributions of an article.

    Returns:
        The phrase, such as "3 attributions, 2 speakers".

    Example:
        >>> count_all(())
        'no attributions'
    """
    if not attributions:
        return "no attributions"
    speakers = {speaker.id for a in attributions for speaker in a.speakers}
    return f"{count(len(attributions), 'attribution')}, {count(len(speakers), 'speaker')}"
