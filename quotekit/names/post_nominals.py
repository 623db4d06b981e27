"""Find the letters after a person's name, which are no part of it: "Ida Holm KC", "Dr Ida Holm, OBE"."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_courtesy_title, is_given_name, is_role
from quotekit.names.mention import Mention
from quotekit.text import TextIndex

__all__ = ["count_post_nominals", "without_post_nominals"]

_FULL_NAME_WORDS = 2
_MIN_CAPITALS = 2
# Seats in parliaments, beside those that stand before a name as well ("Labour MP Ida Holm").
_SEATS = frozenset({"MEP", "MHA", "MLC", "MPP", "TD"})
_LOWERCASE_LETTERS = frozenset({"esq"})


def count_post_nominals(words: Sequence[str]) -> int:
    """
    Count the words at the end of a name that are letters for an honor, a degree or an office.

    Args:
        words: The name, with or without titles in front.

    Returns:
        The number of words. It is 0 unless a full name, or a courtesy title and a surname, is before them; where all is
        printed in capitals; and after words that may be a constituency's: "Reef North MP".

    Example:
        >>> count_post_nominals(["Ida", "Holm", "OBE", "KC"]), count_post_nominals(["Mr", "Holm", "KC"])
        (2, 1)
        >>> count_post_nominals(["Gagan", "KC"]), count_post_nominals(["IDA", "HOLM", "KC"])
        (0, 0)
    """
    end = len(words)
    while end > _FULL_NAME_WORDS and _is_post_nominal(words[end - 1]):
        end -= 1
    name, letters = words[:end], words[end:]
    if not letters or all(word.isupper() for word in name):
        return 0
    is_titled = any(map(is_courtesy_title, name[:-1]))
    is_full = is_titled or sum(not is_role(word) or is_given_name(word) for word in name) >= _FULL_NAME_WORDS
    # "The Reef North MP" is whoever has the seat.
    is_seat = (
        any(is_role(word) or word in _SEATS for word in letters)
        and not is_titled
        and not any(map(is_given_name, name[:-1]))
    )
    return len(letters) if is_full and not is_seat else 0


def without_post_nominals(index: TextIndex, mentions: Sequence[Mention]) -> list[Mention]:
    """
    Remove the mentions that are letters after a name and a comma.

    Args:
        index: The text.

        mentions: Mentions in text order.

    Returns:
        The rest of the mentions.

    Example:
        >>> from quotekit.names.capitalized_runs import split_run
        >>> index = TextIndex("Ida Holm, KC, left.")
        >>> found = [*split_run("Ida Holm"), *(mention.shifted(10) for mention in split_run("KC"))]
        >>> [mention.name.text for mention in without_post_nominals(index, found)]
        ['Ida Holm']
    """
    kept: list[Mention] = []
    # Where the last full name, and the letters after it, end.
    end = -1
    for mention in mentions:
        words = mention.name.text.split()
        if index.text[end : mention.name_start] == ", " and end >= 0 and all(map(_is_post_nominal, words)):
            end = mention.end
            continue
        kept.append(mention)
        end = mention.end if mention.is_personal and mention.name.given else -1
    return kept


def _is_post_nominal(word: str) -> bool:
    """Return whether a word may be letters after a name: "KC", "Ph.D.", "Esq.", but not "Md."."""
    bare = word.replace(".", "").rstrip(",")
    lower = bare.lower()
    is_printed_so = sum(char.isupper() for char in bare) >= _MIN_CAPITALS or lower in _LOWERCASE_LETTERS
    return is_printed_so and lower in load_words("post_nominals")
