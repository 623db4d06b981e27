"""
Parse names of people: titles in front, given names, particles, surname, suffix.

Only the words themselves are considered. Names in a text are found in :mod:`quotekit.names.mentions`, and mentions of
the same person are linked in :mod:`quotekit.names.entities`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize
from quotekit.names.name import Name
from quotekit.names.post_nominals import count_post_nominals
from quotekit.names.titles import (
    count_title_words,
    ends_in_suffix,
    is_office_field,
    split_titles,
    title_in_apposition,
)

__all__ = ["build_name", "parse_name"]

_MARKS = "\"'“”‘’()"
_EDGES = ' \t\n\u00a0"“”‘«».,;:–—-'
_POSSESSIVE = re.compile(r"['’]s?$")
# How the phrase continues after the name: "of New York", "(D-Md.)", ", a professor".
_NAME_END = re.compile(
    r"""
    [ ](?:of|for|at|from|in|on|to|with|who|whose|and|said)\b
    | [(;:–—]
    | ,(?![ ](?:Jr|Sr)\b)
    """,
    re.VERBOSE,
)

# Given names of two syllables in Chinese, Korean and Japanese names: "Jae-in"; "Jong Un"; "Jinping"; "Shinzo".
_TWO_SYLLABLES = 2
_HYPHENATED_GIVEN_NAME = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,5}")
_INITIAL = "(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])"
_FINALS = (
    "[iu]?a(?:ng?|i|o)?",
    "[iu]?e(?:ng?|i|u|o)?",
    "i(?:ng?|u|e)?",
    "io(?:ng)?",
    "o(?:ng?|u)?",
    "u(?:ng?|i|o|e|a)?",
    "yu?n?",
    "yeo?ng?",
    "yo(?:ng)?",
)
_ONE_SYLLABLE = rf"{_INITIAL}?(?:{'|'.join(_FINALS)})[klmn]?"
_SYLLABLE = re.compile(_ONE_SYLLABLE, re.IGNORECASE)
_SYLLABLES = re.compile(rf"(?:{_ONE_SYLLABLE}){{1,2}}", re.IGNORECASE)
_KANA = re.compile(
    r"""
    (?:
        (?:[kgsztdnhbpmr]y?|sh|ch|ts|[yjwf])?[aiueo]  # a syllable that ends in a vowel
        | n(?![aiueoy])                               # the syllable "n"
    ){1,12}
    (?:[hn])?
    """,
    re.IGNORECASE | re.VERBOSE,
)


def parse_name(phrase: str) -> Name | None:
    """
    Parse a phrase that contains a name.

    Args:
        phrase: A name with the words around it: titles in front, "'s", an appositive or a place after it.

    Returns:
        The parts of the name; None if the phrase contains no name.

    Example:
        >>> name = parse_name("Treasury Secretary Scott Bessent")
        >>> name.titles, name.given, name.surname
        (('Treasury Secretary',), ('Scott',), 'Bessent')
        >>> name = parse_name("Dr. Ludwig van der Berg Jr.")
        >>> name.titles, name.given, name.particles, name.surname, name.suffix
        (('Dr.',), ('Ludwig',), ('van', 'der'), 'Berg', 'Jr.')
        >>> parse_name("Scott Bessent, the Treasury secretary,").titles
        ('Treasury secretary',)
        >>> parse_name("a senior official") is None
        True
    """
    phrase = " ".join(phrase.split())
    end = next((found for found in _NAME_END.finditer(phrase) if not _is_office_of_field(phrase, found)), None)
    words = _POSSESSIVE.sub("", _strip_edges(phrase[: end.start()] if end else phrase)).split()
    first = count_title_words(words)
    first = max((i + 1 for i in range(first, len(words)) if not _is_name_word(words[i])), default=first)
    while first < len(words) and words[first].casefold() in load_words("not_names"):
        first += 1
    if first >= len(words) or not _is_capitalized(words[-1]):
        return None
    apposed = title_in_apposition(phrase[end.start() :] + ",") if end else None
    return build_name(words[first:], " ".join(words[:first]), apposed)


def _is_office_of_field(phrase: str, found: re.Match[str]) -> bool:
    """Return whether a match is the "of" of an office and its field, as in "Secretary of State"."""
    before, after = phrase[: found.start()].split(), phrase[found.end() :].split()
    if found.group() != " of" or not before or not after:
        return False
    return is_role(before[-1]) and is_office_field(after[0])


def build_name(words: Sequence[str], titles: str = "", apposed: str | None = None) -> Name:
    """
    Build a name from its words.

    Args:
        words: The words of the name proper, at least one.

        titles: The words in front of it.

        apposed: The title in an appositive.

    Returns:
        The name.

    Example:
        >>> name = build_name(["Ann", "de", "Witt", "KC"], "Sen.")
        >>> name.text, name.titles, name.given, name.particles, name.surname, name.post_nominals
        ('Ann de Witt', ('Sen.',), ('Ann',), ('de',), 'Witt', ('KC',))
    """
    size = len(words) - count_post_nominals([*titles.split(), *words])
    words, letters = words[:size], tuple(words[size:])
    bare = [word.strip(_MARKS) for word in words]
    suffix = None
    if len(bare) > 1 and ends_in_suffix(bare):
        suffix = bare.pop()
        bare[-1] = bare[-1].rstrip(",")
    family_at = len(bare) - 1
    while family_at > 0 and bare[family_at - 1] in load_words("name_particles"):
        family_at -= 1
    # "De" at the start of a sentence is a particle; "Ben" and "Al" are given names there.
    if family_at == 1 and bare[0].lower() in load_words("name_particles") and not is_given_name(bare[0]):
        family_at = 0
    all_titles = (*split_titles(titles), apposed) if apposed else tuple(split_titles(titles))
    text = " ".join(words)
    if _is_surname_first(bare):
        return Name(text, all_titles, tuple(bare[1:]), (), bare[0], suffix, letters)
    given, particles = tuple(bare[:family_at]), tuple(bare[family_at:-1])
    return Name(text, all_titles, given, particles, bare[-1], suffix, letters)


def _is_surname_first(words: Sequence[str]) -> bool:
    """Return whether a name begins with its surname: "Xi Jinping", "Moon Jae-in", "Kim Jong Un", "Mori Yoshiro"."""
    surnames, given = load_words("family_names_first"), words[1:]
    if normalize(words[0]) not in surnames or not given:
        return False
    if len(given) == _TWO_SYLLABLES:
        are_syllables = all(_SYLLABLE.fullmatch(word) and not is_given_name(word) for word in given)
        return are_syllables and normalize(given[-1]) not in surnames
    if len(given) == 1 and _HYPHENATED_GIVEN_NAME.fullmatch(given[0]):
        return not is_given_name(given[0].split("-")[0])
    if len(given) > 1 or is_given_name(words[0]) or normalize(given[0]) in surnames:
        return False
    return bool(_KANA.fullmatch(given[0]) or (_SYLLABLES.fullmatch(given[0]) and not is_given_name(given[0])))


def _is_capitalized(word: str) -> bool:
    bare = word.lstrip(_MARKS)
    return bare[:1].isupper() or ("-" in bare and bare.split("-", 1)[0] in load_words("name_particles"))


def _is_name_word(word: str) -> bool:
    return _is_capitalized(word) or word in load_words("name_particles")


def _strip_edges(phrase: str) -> str:
    """Strip marks and blanks off both ends; the dot of an initial or of "Jr." is kept."""
    bare = phrase.strip(_EDGES)
    last = bare.rsplit(" ", 1)[-1]
    has_dot = phrase[phrase.find(bare) + len(bare) :].startswith(".")
    return bare + "." if has_dot and (len(last) == 1 or ends_in_suffix([last])) else bare
