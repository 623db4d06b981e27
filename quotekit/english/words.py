"""What single words tell: whether a word is a title, a given name, a woman's or a man's, one or several."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from quotekit.english.lexicons import load_words
from quotekit.records import SpeakerKind

__all__ = [
    "Gender",
    "abbreviated_titles",
    "is_courtesy_title",
    "is_given_name",
    "is_place",
    "is_role",
    "kind_of_ending",
    "kind_of_noun",
    "nicknames",
    "normalize",
    "normalized_words",
    "singular",
    "word_gender",
]

#: Of whom a word is said; None where it does not tell.
Gender = Literal["female", "male"]

_PEOPLE_ENDINGS = ("ist", "ician", "ologist", "woman", "keeper", "maker", "holder", "worker", "goer", "monger")
_TITLE_ENDINGS = ("-designate", "-elect", "-general", "-in-chief")
_AGENT_ENDINGS = ("er", "or", "ian", "ant", "eer")


@lru_cache(maxsize=4096)
def normalize(word: str) -> str:
    """
    Return a word without capitals, accents and dots, to compare it with others.

    Args:
        word: A word, or several.

    Returns:
        The normalized word; curly apostrophes are straight ones.

    Example:
        >>> normalize("O’Neill"), normalize("José"), normalize("U.S.")
        ("o'neill", 'jose', 'us')
    """
    word = word.casefold().replace("’", "'").replace(".", "")
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@cache
def normalized_words(name: str) -> frozenset[str]:
    """Load a word list with its entries normalized."""
    return frozenset(normalize(word) for word in load_words(name))


@cache
def abbreviated_titles() -> dict[str, str]:
    """Load the titles printed short, and those of several, normalized, each in full and of one."""
    return dict(line.split(" ", 1) for line in load_words("abbreviated_titles") | load_words("plural_titles"))


@cache
def nicknames() -> frozenset[tuple[str, ...]]:
    """Load the pairs of a nickname and a given name it is short for."""
    return frozenset(tuple(line.split(" ", 1)) for line in load_words("nicknames"))


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """
    Return the likely singular of a noun, normalized.

    Args:
        word: A noun.

    Returns:
        The singular; the normalized word itself where it looks like no plural.

    Example:
        >>> singular("Officials"), singular("parties"), singular("spokeswomen"), singular("boss")
        ('official', 'party', 'spokeswoman', 'boss')
    """
    word = normalize(word)
    if word in ("people", "children"):
        return {"people": "person", "children": "child"}[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and word != "ties":
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_courtesy_title(word: str) -> bool:
    """Return whether a word is a title that tells of no office: "Mr.", "Lady"."""
    return normalize(word) in load_words("courtesy_titles")


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """
    Return whether a word can end a title: an office, work, kin or courtesy title, in full or short.

    Args:
        word: The word as printed.

    Returns:
        Whether it can.

    Example:
        >>> is_role("Senator"), is_role("Sen."), is_role("Mrs."), is_role("President-elect"), is_role("Senate")
        (True, True, True, True, False)
    """
    bare = normalize(word)
    if bare.endswith(_TITLE_ENDINGS):
        bare = bare.split("-", 1)[0]
    return bare in load_words("roles") or bare in abbreviated_titles() or bare in load_words("courtesy_titles")


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Return whether a word is a well-known given name."""
    bare = word.casefold()
    return any(bare in load_words(f"{kind}_given_names") for kind in ("female", "male", "neutral"))


@lru_cache(maxsize=4096)
def is_place(name: str, *, regions: bool = True) -> bool:
    """
    Return whether a name is that of a well-known place.

    Args:
        name: The name as printed, without an article.

        regions: Whether states, provinces and cities count. If not, only countries, capitals and unions of states do,
            which act and speak as organizations.

    Returns:
        Whether it is.

    Example:
        >>> is_place("France"), is_place("Alabama"), is_place("Alabama", regions=False), is_place("Holm")
        (True, True, False, False)
    """
    normalized = normalize(name)
    return normalized in normalized_words("places") or (regions and normalized in normalized_words("regions"))


def word_gender(word: str) -> Gender | None:
    """
    Tell of whom a title or a noun is said.

    Args:
        word: The word as printed.

    Returns:
        The gender; None where it is said of anybody.

    Example:
        >>> word_gender("Mrs."), word_gender("spokesman"), word_gender("official")
        ('female', 'male', None)
    """
    bare = normalize(word)
    if bare in load_words("female_words"):
        return "female"
    return "male" if bare in load_words("male_words") else None


@lru_cache(maxsize=4096)
def kind_of_noun(noun: str) -> SpeakerKind | None:
    """
    Tell what a common noun of the word lists stands for where it is the main word of a source.

    Args:
        noun: The noun as printed.

    Returns:
        The kind of speaker; None for what cannot speak, and for words not known.

    Example:
        >>> [k and k.value for k in map(kind_of_noun, ["aides", "aide", "experts", "ministry", "poll", "faith"])]
        ['group', 'unnamed', 'unnamed', 'organization', 'document', None]
        >>> [k and k.value for k in map(kind_of_noun, ["Egyptian", "French"])]
        ['unnamed', 'group']
    """
    noun, one = normalize(noun), singular(noun)
    people = noun in load_words("demonyms")
    # "The Egyptian" is one, "the French" are many.
    if noun in load_words("vague_sources") or (people and noun.endswith(("an", "i"))):
        return SpeakerKind.UNNAMED
    if people or noun in load_words("group_nouns") or noun in normalized_words("proper_groups"):
        return SpeakerKind.GROUP
    if is_role(one):
        return SpeakerKind.UNNAMED if one == noun else SpeakerKind.GROUP
    if one in load_words("document_nouns"):
        return SpeakerKind.DOCUMENT
    if one in load_words("organization_nouns"):
        return SpeakerKind.ORGANIZATION if one == noun else SpeakerKind.GROUP
    return None


def kind_of_ending(noun: str) -> SpeakerKind | None:
    """
    Guess by its ending what a common noun stands for that no list has.

    Args:
        noun: The noun as printed.

    Returns:
        The kind of speaker; None where the ending tells nothing.

    Example:
        >>> [k and k.value for k in map(kind_of_ending, ["storytellers", "cellist", "faith"])]
        ['group', 'unnamed', None]
    """
    noun, one = normalize(noun), singular(noun)
    if one != noun:
        return SpeakerKind.GROUP if one.endswith((*_PEOPLE_ENDINGS, *_AGENT_ENDINGS)) else None
    return SpeakerKind.UNNAMED if one.endswith(_PEOPLE_ENDINGS) else None
