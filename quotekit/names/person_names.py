"""
Take names apart: titles in front, given names, particles, surname, suffix; and tell whether two are one person's.

Everything here looks at words alone. Where names stand in a text is found in :mod:`quotekit.names.mentions`, and
whom they mean in an article in :mod:`quotekit.names.entities`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    Gender,
    abbreviated_titles,
    is_courtesy_title,
    is_given_name,
    is_role,
    nicknames,
    normalize,
    word_gender,
)

__all__ = [
    "Name",
    "apposition_title",
    "gender_of",
    "make_name",
    "name_start",
    "parse_name",
    "same_person",
    "split_titles",
]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "cbe", "esq", "kc", "mbe", "obe", "phd", "qc"})
# Behind a full name these tell of a seat; else they are titles: "Tory MP Ann Lee".
_SEATS = frozenset({"mep", "mla", "mp", "msp"})
_MARKS = "\"'“”‘’()"
_EDGES = ' \t\n\u00a0"“”‘«».,;:–—-'
_POSSESSIVE = re.compile(r"['’]s?$")
# What is said of a name begins here: "of New York", "(D-Md.)", ", a professor".
_AFTER_NAME = re.compile(r" (?:of|for|at|from|in|on|to|with|who|whose|and|said)\b|[(;:–—]|,(?! (?:Jr|Sr)\b)")
_ARTICLE = re.compile(
    r"^(?:(?:now|then|currently) )?(?:the|a|an|our|his|her|its|their|one of the) |^(?:now|then) ", re.IGNORECASE
)
_AFTER_TITLE = re.compile(r" (?:of|for|at|from|in|on|to|with|who|whose|that|which|and|since|under)\b|[,.;:()–—]| - ")
_VERBS = frozenset({"said", "says", "told", "is", "was", "are", "were", "has", "had", "asked", "called", "added"})
_TWO_SYLLABLES = 2
# A given name and a surname.
_FULL = 2
_ORIGINS = ("-based", "-born", "-educated", "-raised", "-trained")
_LONGEST_TITLE = 6
# Given names of the Chinese, Korean and Japanese: "Jae-in"; "Jong" or "Un"; "Jinping"; "Shinzo".
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,5}")
_INITIAL = "(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])"
_FINAL = "(?:[iu]?a(?:ng?|i|o)?|[iu]?e(?:ng?|i|u|o)?|i(?:ng?|u|e)?|io(?:ng)?|o(?:ng?|u)?|u(?:ng?|i|o|e|a)?|yu?n?|yeo?ng?|yo(?:ng)?)[klmn]?"
_SYLLABLE = re.compile(rf"{_INITIAL}?{_FINAL}", re.IGNORECASE)
_SYLLABLES = re.compile(rf"(?:{_INITIAL}?{_FINAL}){{1,2}}", re.IGNORECASE)
_KANA = re.compile(r"(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|[yjwf])?[aiueo]|n(?![aiueo]))+(?:[hn])?", re.IGNORECASE)


@attrs.frozen
class Name:
    """A name taken apart."""

    #: As printed, without titles.
    text: str
    #: Titles in front of it or beside it, as printed.
    titles: tuple[str, ...] = ()
    #: Given names, initials and nicknames, without marks around them; after the surname in "Xi Jinping".
    given: tuple[str, ...] = ()
    #: Small words before the surname: "de", "van der".
    particles: tuple[str, ...] = ()
    #: Surname, or the only word of a single name; the whole name where it is no person's.
    surname: str = ""
    #: Such as "Jr."; None where there is none.
    suffix: str | None = None


def parse_name(phrase: str) -> Name | None:
    """
    Take a name phrase apart.

    Args:
        phrase: A name with what is printed around it: titles in front, "'s", an apposition or a place after it.

    Returns:
        The parts; None where the phrase has no name.

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
    cut = next((found for found in _AFTER_NAME.finditer(phrase) if not _is_field(phrase, found)), None)
    words = _POSSESSIVE.sub("", _trim(phrase[: cut.start()] if cut else phrase)).split()
    begin = name_start(words)
    begin = max((i + 1 for i in range(begin, len(words)) if not _is_name_word(words[i])), default=begin)
    while begin < len(words) and words[begin].casefold() in load_words("not_names"):
        begin += 1
    if begin >= len(words) or not _is_capital(words[-1]):
        return None
    beside = apposition_title(phrase[cut.start() :] + ",") if cut else None
    return make_name(words[begin:], " ".join(words[:begin]), beside)


def _is_field(phrase: str, found: re.Match[str]) -> bool:
    """Whether "of" goes on with an office's field, as in "Secretary of State"."""
    before, after = phrase[: found.start()].split(), phrase[found.end() :].split()
    return (
        found.group() == " of"
        and bool(before and after)
        and is_role(before[-1])
        and normalize(after[0]) in load_words("portfolios")
    )


def make_name(words: Sequence[str], titles: str = "", beside: str | None = None) -> Name:
    """
    Put a name together from its words.

    Args:
        words: The words of the name proper, at least one.

        titles: What is printed in front.

        beside: The title in an apposition.

    Returns:
        The name.
    """
    bare = [word.strip(_MARKS) for word in words]
    suffix = None
    if len(bare) > 1 and _is_suffix(bare):
        suffix = bare.pop()
        bare[-1] = bare[-1].rstrip(",")
    first = len(bare) - 1
    while first > 0 and bare[first - 1] in load_words("name_particles"):
        first -= 1
    # "De" at a sentence's start; "Ben" and "Al" are given names there.
    if first == 1 and bare[0].lower() in load_words("name_particles") and not is_given_name(bare[0]):
        first = 0
    printed = (*split_titles(titles), beside) if beside else tuple(split_titles(titles))
    if _is_family_first(bare):
        return Name(" ".join(words), printed, tuple(bare[1:]), (), bare[0], suffix)
    return Name(" ".join(words), printed, tuple(bare[:first]), tuple(bare[first:-1]), bare[-1], suffix)


def _is_family_first(words: Sequence[str]) -> bool:
    """Return whether a name begins with its surname: "Xi Jinping", "Moon Jae-in", "Kim Jong Un", "Mori Yoshiro"."""
    family, given = load_words("family_names_first"), words[1:]
    if normalize(words[0]) not in family or not given:
        return False
    if len(given) == _TWO_SYLLABLES:
        syllables = all(_SYLLABLE.fullmatch(word) and not is_given_name(word) for word in given)
        return syllables and normalize(given[-1]) not in family
    if len(given) == 1 and _HYPHENATED.fullmatch(given[0]):
        return not is_given_name(given[0].split("-")[0])
    if len(given) > 1 or is_given_name(words[0]) or normalize(given[0]) in family:
        return False
    return bool(_KANA.fullmatch(given[0]) or (_SYLLABLES.fullmatch(given[0]) and not is_given_name(given[0])))


def name_start(words: Sequence[str]) -> int:
    """
    Tell where the name proper begins in a run of words, titles apart.

    Args:
        words: The words of the run.

    Returns:
        Index of the name's first word; the number of words where all of them are titles.

    Example:
        >>> name_start(["Prime", "Minister", "Sanae", "Takaichi"]), name_start(["Charlie", "King"])
        (2, 0)
        >>> name_start(["House", "Speaker"])
        2
    """
    last = len(words)
    while last and _is_suffix(words[:last]):
        last -= 1
    if not last or _ends_in_role(words[:last]):
        return len(words)
    for at in range(last - 2, -1, -1):
        given = at + 2 == last and words[at][-1] != "." and is_given_name(words[at])
        if is_role(words[at]) and not given:
            return _after_field(words, at + 1, last)
    origin = next((at for at in range(last - 1) if words[at].endswith(_ORIGINS)), -1)
    return 1 if last > 1 and normalize(words[0]) in ("us", "uk") else origin + 1


def _is_suffix(words: Sequence[str]) -> bool:
    """Return whether the last word stands behind a name and is no part of it: "Jr.", "KC"."""
    last = normalize(words[-1])
    return last in _SUFFIXES or (last in _SEATS and len(words) > _FULL and is_given_name(words[0]))


def _ends_in_role(words: Sequence[str]) -> bool:
    """Return whether the last word is a title; "King" and "Pope" are surnames after a given name or "Mr."."""
    if not is_role(words[-1]) or is_given_name(words[-1]):
        return False
    return len(words) == 1 or not (is_given_name(words[-2]) or is_courtesy_title(words[-2]))


def _after_field(words: Sequence[str], at: int, last: int) -> int:
    """Step over "of State" or "of Homeland Security" after the role that stands before *at*."""
    if words[at] not in ("of", "for"):
        return at
    after = at + 1
    while after < last and normalize(words[after]) in load_words("portfolios"):
        after += 1
    return after


def split_titles(phrase: str) -> list[str]:
    """
    Split the words in front of a name into titles.

    Args:
        phrase: The words, such as "Chairman Rep.".

    Returns:
        The titles as printed, without articles; nothing where the words end in no title.

    Example:
        >>> split_titles("the panel Chairman Rep."), split_titles("Deputy PM"), split_titles("yesterday")
        (['panel Chairman', 'Rep.'], ['Deputy PM'], [])
    """
    words = _ARTICLE.sub("", phrase.strip() + " ").split()
    if not words or not (is_role(words[-1]) or normalize(words[-1]) in load_words("portfolios")):
        return []
    titles: list[list[str]] = [[]]
    for word in words:
        before = titles[-1][-1] if titles[-1] else "."
        another = is_role(before) and normalize(before) != "deputy" and not before.endswith(".")
        if another and normalize(word) in abbreviated_titles():
            titles.append([])
        titles[-1].append(word)
    return [" ".join(title) for title in titles]


def apposition_title(after: str) -> str | None:
    """
    Read the title in what stands after a name; kin and standing ("a friend", "his wife") are no titles.

    Args:
        after: The text from the name's end on.

    Returns:
        The title as printed, without its article and without what it is the title of; None where there is none.

    Example:
        >>> apposition_title(", the Treasury secretary, said"), apposition_title(", director of a charity,")
        ('Treasury secretary', 'director')
        >>> apposition_title(", said the minister") is None
        True
    """
    if not after.startswith(", "):
        return None
    phrase = _ARTICLE.sub("", after[2:])
    end = _AFTER_TITLE.search(phrase)
    words = phrase[: end.start()].split() if end else []
    owner = max((i for i, word in enumerate(words) if word.endswith(("'s", "’s", "s'", "s’"))), default=-1)
    words = words[owner + 1 :]
    if not words or len(words) > _LONGEST_TITLE or not _VERBS.isdisjoint(words):
        return None
    last = normalize(words[-1])
    return " ".join(words) if last in load_words("roles") and last not in load_words("standings") else None


def gender_of(name: Name) -> Gender | None:
    """
    Return whether a name is said of a woman or a man, by its titles first and its given name then.

    Args:
        name: The name.

    Returns:
        The gender; None where nothing tells.

    Example:
        >>> gender_of(parse_name("Ann Smith")), gender_of(parse_name("Mr. Smith")), gender_of(parse_name("Smith"))
        ('female', 'male', None)
    """
    for title in reversed(name.titles):
        told = word_gender(title.rsplit(" ", 1)[-1])
        if told:
            return told
    given = name.given[0].casefold() if name.given else ""
    if given in load_words("female_given_names"):
        return "female"
    return "male" if given in load_words("male_given_names") else None


def same_person(a: Name, b: Name) -> bool:
    """
    Return whether two names can be one person's.

    The surnames are equal and the given names do not speak against it: initials, nicknames and names left out are
    no contradiction. A single name can be another's surname or first word. "Mr." is no "Mrs.".

    Args:
        a: One name.

        b: The other.

    Returns:
        Whether they can be.

    Example:
        >>> same_person(parse_name("Bill Clinton"), parse_name("William J. Clinton"))
        True
        >>> same_person(parse_name("Mr. Clinton"), parse_name("Hillary Clinton"))
        False
        >>> same_person(parse_name("Mr. Ban"), parse_name("Ban Ki-moon"))
        True
    """
    short, long = sorted((a, b), key=lambda name: len(name.given))
    if short.suffix and long.suffix and normalize(short.suffix) != normalize(long.suffix):
        return False
    if {gender_of(short), gender_of(long)} == {"female", "male"}:
        return False
    if {normalize(short.surname), *map(normalize, short.given)} == {
        normalize(long.surname),
        *map(normalize, long.given),
    }:
        # "Shinzo Abe" is "Abe Shinzo".
        return True
    if normalize(short.surname) != normalize(long.surname):
        return not short.given and bool(long.given) and normalize(short.surname) == normalize(long.given[0])
    size = len(short.given)
    return any(
        all(map(_same_given, short.given, long.given[at : at + size])) for at in range(len(long.given) - size + 1)
    )


def _same_given(a: str, b: str) -> bool:
    """Return whether two given names, initials or nicknames can be one."""
    a, b = normalize(a), normalize(b)
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return (a, b) in nicknames() or (b, a) in nicknames() or a.startswith(b + "-") or b.startswith(a + "-")


def _is_capital(word: str) -> bool:
    bare = word.lstrip(_MARKS)
    return bare[:1].isupper() or ("-" in bare and bare.split("-", 1)[0] in load_words("name_particles"))


def _is_name_word(word: str) -> bool:
    return _is_capital(word) or word in load_words("name_particles")


def _trim(phrase: str) -> str:
    """Take marks and spaces off the edges; the dot of an initial or of "Jr." stays."""
    trimmed = phrase.strip(_EDGES)
    last = trimmed.rsplit(" ", 1)[-1]
    follows = phrase[phrase.find(trimmed) + len(trimmed) :][:1]
    return trimmed + "." if follows == "." and (len(last) == 1 or normalize(last) in _SUFFIXES) else trimmed
