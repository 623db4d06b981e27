"""Separate the titles in front of a name from the name, and find the title in an appositive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    is_abbreviated_title,
    is_courtesy_title,
    is_given_name,
    is_place,
    is_role,
    normalize,
    singular,
)
from quotekit.names.post_nominals import count_post_nominals

__all__ = [
    "count_field_words",
    "count_title_words",
    "ends_in_suffix",
    "is_of_office",
    "is_office_field",
    "may_end_in_surname",
    "split_titles",
    "title_in_apposition",
]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FULL_NAME_WORDS = 2
_SHORT_TITLE_CHARS = 2
_MAX_FIELD_WORDS = 7
_INITIALS = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){1,3}")
# Titles that are surnames at least as often.
_TITLE_SURNAMES = frozenset(
    (
        "abbot",
        "baker",
        "baron",
        "bishop",
        "butcher",
        "butler",
        "carpenter",
        "chancellor",
        "constable",
        "contractor",
        "cook",
        "count",
        "dean",
        "deacon",
        "duke",
        "earl",
        "engineer",
        "farmer",
        "fisher",
        "gardener",
        "hunter",
        "judge",
        "king",
        "knight",
        "marshal",
        "mason",
        "merchant",
        "miller",
        "monk",
        "page",
        "pal",
        "pope",
        "porter",
        "prince",
        "shepherd",
        "sheriff",
        "sultan",
        "taylor",
        "tailor",
        "warden",
        "ward",
    )
)
# In Malay titles, after another title: "Tan Sri", "Dato' Seri". Elsewhere "Sri" may be a given name.
_SECOND_TITLE_WORDS = frozenset({"seri", "sri"})
_MALAY_TITLES = frozenset({"dato", "datin", "datuk", "puan", "tan", "toh", "tuan"})
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
    end = len(words) - count_post_nominals(words)
    while end and ends_in_suffix(words[:end]):
        end -= 1
    if not end or _ends_in_role(words[:end]):
        return len(words)
    for at in range(end - 2, -1, -1):
        is_given = at + 2 == end and words[at][-1] != "." and is_given_name(words[at])
        if _is_title_word(words, at, end) and not is_given:
            return _skip_office_field(words, at + 1, end)
    origin = next((at for at in range(end - 1) if words[at].endswith(_ORIGIN_ENDINGS)), -1)
    return 1 if end > 1 and normalize(words[0]) in ("us", "uk") else origin + 1


def ends_in_suffix(words: Sequence[str]) -> bool:
    """
    Return whether the last word is a suffix to a name: "Jr.", "III".

    Args:
        words: The words, at least one.

    Returns:
        Whether it is one.
    """
    last = normalize(words[-1])
    # "J.R." are initials.
    return last in _SUFFIXES and not ("." in words[-1][:-1] and last in ("jr", "sr"))


def _ends_in_role(words: Sequence[str]) -> bool:
    """Return whether the last word is a title; "King" and "Pope" are surnames after a given name or "Mr."."""
    if not is_role(words[-1]) or is_given_name(words[-1]) or _is_titled_name(words):
        return False
    if len(words) > 1 and is_courtesy_title(words[-1]) and not is_role(words[-2]):
        # "Taslima Begum"
        return False
    if len(words) == _FULL_NAME_WORDS and _INITIALS.fullmatch(words[0]) and not is_role(words[0]):
        # "AJ King" is a person, "FA Chairman" is not.
        return normalize(words[-1]) not in _TITLE_SURNAMES
    return len(words) == 1 or not (is_given_name(words[-2]) or is_courtesy_title(words[-2]))


def _is_titled_name(words: Sequence[str]) -> bool:
    """Return whether words end in a full name after a short title: "Scientist Dr Nabin Pal"."""
    last = max((at for at, word in enumerate(words[:-2]) if _is_short_title(word)), default=-1)
    return last >= 0 and may_end_in_surname(words[last + 1 :])


def _is_short_title(word: str) -> bool:
    return is_courtesy_title(word) or is_abbreviated_title(word)


def may_end_in_surname(words: Sequence[str]) -> bool:
    """
    Return whether words that end in a title may be a full name: the title is a surname, too, and no office's.

    Args:
        words: The words, without titles in front.

    Returns:
        Whether they may.

    Example:
        >>> may_end_in_surname(["Javeria", "Sultan"]), may_end_in_surname(["County", "Sheriff"])
        (True, False)
    """
    is_surname = len(words) > 1 and normalize(words[-1]) in _TITLE_SURNAMES
    return is_surname and not any(map(is_of_office, words[:-1]))


def is_of_office(word: str) -> bool:
    """
    Return whether a word may be part of an office's name: a title, a modifier, a field, a place.

    Args:
        word: The word as printed.

    Returns:
        Whether it may.

    Example:
        >>> is_of_office("Deputy"), is_of_office("Ohio"), is_of_office("Holm")
        (True, True, False)
    """
    bare = normalize(word)
    lists = ("demonyms", "organization_nouns", "portfolios", "title_modifiers")
    return is_role(word) or is_place(word) or any(bare in load_words(name) for name in lists)


def is_office_field(word: str) -> bool:
    """Return whether a word is the field of an office: "Treasury", "State"."""
    return normalize(word) in load_words("portfolios")


def _is_title_word(words: Sequence[str], at: int, end: int) -> bool:
    """Return whether the word at an index, with a name after it, is a title."""
    word = words[at]
    if normalize(word) in _SECOND_TITLE_WORDS:
        return at > 0 and normalize(words[at - 1]) in _MALAY_TITLES
    if not is_role(word):
        return False
    # "SP Soomro" and "AJ King" are people, "DC Comics" and "SP Group" are not.
    if at == 0 and end == _FULL_NAME_WORDS and len(word) == _SHORT_TITLE_CHARS and word.isupper():
        last = normalize(words[1])
        return singular(last) == last and last not in load_words("organization_nouns")
    return True


def _skip_office_field(words: Sequence[str], at: int, end: int) -> int:
    """Return the index of the word after "of State" or "for Roads", where *at* follows a role."""
    if words[at] not in ("of", "for"):
        return at
    after = at + 1 + count_field_words(words[at + 1 : end])
    if after > at + 1:
        return after
    while after < end and is_office_field(words[after]):
        after += 1
    # "Minister of State for Roads"
    return _skip_office_field(words, after, end) if after < end and after > at + 1 else after


def count_field_words(words: Sequence[str]) -> int:
    """
    Count the capitalized words after "of" or "for" that belong to a title, where a full name follows them.

    Args:
        words: The words after the preposition.

    Returns:
        The number of words in front of the name; 0 if no full name follows.

    Example:
        >>> count_field_words(["Leeds", "Anna", "Stone"]), count_field_words(["Roads", "and", "Dams", "Velu", "Iyer"])
        (1, 3)
        >>> count_field_words(["Reef", "Trade", "Commission"]), count_field_words(["Anna", "Stone"])
        (0, 0)
    """
    last = len(words) - _FULL_NAME_WORDS
    if last < 1 or any(is_role(word) for word in words) or _is_field_noun(words[-1]):
        return 0
    size = next((i for i in range(1, last + 1) if is_given_name(words[i]) and words[i] != "the"), 0)
    ends = (i for i in range(1, last + 1) if _is_field_noun(words[i - 1]) or "and" in words[max(0, i - 2) : i - 1])
    size = size or max(ends, default=0)
    size = size or last
    if (
        size > _MAX_FIELD_WORDS
        or words[size - 1] in ("and", "the", "&", "of", "for")
        or (is_given_name(words[0]) and not is_place(words[0]))
    ):
        return 0
    return size if all(map(_may_be_in_name, words[size:])) else 0


def _may_be_in_name(word: str) -> bool:
    return word != word.lower() or word in load_words("name_particles")


def _is_field_noun(word: str) -> bool:
    """Return whether a capitalized word ends the field of an office: an organization, a place, a portfolio."""
    bare = normalize(word)
    if is_given_name(word):
        return False
    listed = bare in load_words("organization_nouns") or bare in load_words("portfolios")
    return listed or is_place(word)


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
    if any(word in ("of", "for") and is_role(before) for before, word in pairwise(words)):
        return [" ".join(words)]
    if not words or not (is_role(words[-1]) or is_office_field(words[-1])):
        return []
    titles: list[list[str]] = [[]]
    for word in words:
        previous = titles[-1][-1] if titles[-1] else "."
        is_complete = is_role(previous) and normalize(previous) != "deputy" and not previous.endswith(".")
        if is_complete and is_abbreviated_title(word):
            titles.append([])
        titles[-1].append(word)
    return [" ".join(title) for title in titles]


def title_in_apposition(after: str) -> str | None:
    """
    Find the title in an appositive of a name; kinship and standing ("a friend", "his wife") are not titles.

    Args:
        after: The text from the end of the name on.

    Returns:
        The title as printed, without its article and its complement; None if there is none.

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
