"""Separate the titles in front of a name from the name, and find the title in an apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import abbreviated_titles, is_courtesy_title, is_given_name, is_role, normalize

__all__ = ["count_title_words", "ends_in_suffix", "is_office_field", "split_titles", "title_in_apposition"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "cbe", "esq", "kc", "mbe", "obe", "phd", "qc"})
# After a full name these are suffixes; elsewhere they are titles: "Tory MP Ann Lee".
_SEATS = frozenset({"mep", "mla", "mp", "msp"})
_FULL_NAME_WORDS = 2
_ORIGIN_ENDINGS = ("-based", "-born", "-educated", "-raised", "-trained")
_ARTICLE = re.compile(
    r"""
    ^(?:(?:now|then|currently)[ ])? (?:the|a|an|our|his|her|its|their|one[ ]of[ ]the)[ ]
    | ^(?:now|then)[ ]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TITLE_END = re.compile(
    r"""
    [ ](?:of|for|at|from|in|on|to|with|who|whose|that|which|and|since|under)\b
    | [,.;:()–—]
    | [ ]-[ ]
    """,
    re.VERBOSE,
)
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_VERBS = frozenset({"said", "says", "told", "is", "was", "are", "were", "has", "had", "asked", "called", "added"})
_MAX_TITLE_WORDS = 6


def count_title_words(words: Sequence[str]) -> int:
    """
    Count the words of a run that are titles in front of the name proper.

    Args:
        words: The words of the run.

    Returns:
        The number of words before the name: the index of its first word. The number of words if all are titles.

    Example:
        >>> count_title_words(["Prime", "Minister", "Sanae", "Takaichi"]), count_title_words(["Charlie", "King"])
        (2, 0)
        >>> count_title_words(["House", "Speaker"])
        2
    """
    end = len(words)
    while end and ends_in_suffix(words[:end]):
        end -= 1
    if not end or _ends_in_role(words[:end]):
        return len(words)
    for at in range(end - 2, -1, -1):
        is_given = at + 2 == end and words[at][-1] != "." and is_given_name(words[at])
        if is_role(words[at]) and not is_given:
            return _skip_office_field(words, at + 1, end)
    origin = next((at for at in range(end - 1) if words[at].endswith(_ORIGIN_ENDINGS)), -1)
    return 1 if end > 1 and normalize(words[0]) in ("us", "uk") else origin + 1


def ends_in_suffix(words: Sequence[str]) -> bool:
    """
    Return whether the last word is a suffix to a name: "Jr.", "KC".

    Args:
        words: The words, at least one.

    Returns:
        Whether it is one. "MP" and the like are only after a full name.
    """
    last = normalize(words[-1])
    return last in _SUFFIXES or (last in _SEATS and len(words) > _FULL_NAME_WORDS and is_given_name(words[0]))


def _ends_in_role(words: Sequence[str]) -> bool:
    """Return whether the last word is a title; "King" and "Pope" are surnames after a given name or "Mr."."""
    if not is_role(words[-1]) or is_given_name(words[-1]):
        return False
    return len(words) == 1 or not (is_given_name(words[-2]) or is_courtesy_title(words[-2]))


def is_office_field(word: str) -> bool:
    """Return whether a word is the field of an office: "Treasury", "State"."""
    return normalize(word) in load_words("portfolios")


def _skip_office_field(words: Sequence[str], at: int, end: int) -> int:
    """Return the index of the word after "of State" or "of Homeland Security", where *at* follows a role."""
    if words[at] not in ("of", "for"):
        return at
    after = at + 1
    while after < end and is_office_field(words[after]):
        after += 1
    return after


def split_titles(phrase: str) -> list[str]:
    """
    Split the words in front of a name into titles.

    Args:
        phrase: The words, such as "Chairman Rep.".

    Returns:
        The titles as printed, without articles; none if the words do not end in a title.

    Example:
        >>> split_titles("the panel Chairman Rep."), split_titles("Deputy PM"), split_titles("yesterday")
        (['panel Chairman', 'Rep.'], ['Deputy PM'], [])
    """
    words = _ARTICLE.sub("", phrase.strip() + " ").split()
    if not words or not (is_role(words[-1]) or is_office_field(words[-1])):
        return []
    titles: list[list[str]] = [[]]
    for word in words:
        previous = titles[-1][-1] if titles[-1] else "."
        is_complete = is_role(previous) and normalize(previous) != "deputy" and not previous.endswith(".")
        if is_complete and normalize(word) in abbreviated_titles():
            titles.append([])
        titles[-1].append(word)
    return [" ".join(title) for title in titles]


def title_in_apposition(after: str) -> str | None:
    """
    Find the title in an apposition to a name; kinship and standing ("a friend", "his wife") are not titles.

    Args:
        after: The text from the end of the name on.

    Returns:
        The title as printed, without its article and without what it is the title of; None if there is none.

    Example:
        >>> title_in_apposition(", the Treasury secretary, said"), title_in_apposition(", director of a charity,")
        ('Treasury secretary', 'director')
        >>> title_in_apposition(", said the minister") is None
        True
    """
    if not after.startswith(", "):
        return None
    phrase = _ARTICLE.sub("", after.removeprefix(", "))
    end = _TITLE_END.search(phrase)
    words = phrase[: end.start()].split() if end else []
    owner = max((i for i, word in enumerate(words) if word.endswith(_POSSESSIVES)), default=-1)
    words = words[owner + 1 :]
    if not words or len(words) > _MAX_TITLE_WORDS or not _VERBS.isdisjoint(words):
        return None
    last = normalize(words[-1])
    return " ".join(words) if last in load_words("roles") and last not in load_words("standings") else None
