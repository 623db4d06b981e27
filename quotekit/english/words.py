"""Single words: titles, given names, places, gender, number, and the kind of speaker that a noun stands for."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from quotekit.english.lexicons import load_words
from quotekit.records import SpeakerKind

__all__ = [
    "Gender",
    "abbreviated_titles",
    "is_abbreviated_title",
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

#: Female or male; functions return None where a word shows neither.
Gender = Literal["female", "male"]

_PEOPLE_ENDINGS = ("ist", "ician", "ologist", "woman", "keeper", "maker", "holder", "worker", "goer", "monger")
_TITLE_ENDINGS = ("-designate", "-elect", "-general", "-in-chief")
_AGENT_ENDINGS = ("er", "or", "ian", "ant", "eer")


@lru_cache(maxsize=4096)
def normalize(word: str) -> str:
    """
    Normalize a word for comparison: lower case, without accents and dots.

    Args:
        word: A word, or several.

    Returns:
        The normalized word, with straight apostrophes.

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
    """Return the entries of a word list, normalized."""
    return frozenset(normalize(word) for word in load_words(name))


@cache
def abbreviated_titles() -> dict[str, str]:
    """Return abbreviated and plural titles, normalized, each with its full singular form."""
    lists = ("abbreviated_titles", "undotted_titles", "plural_titles")
    return dict(line.split(" ", 1) for name in lists for line in load_words(name))


def is_abbreviated_title(word: str) -> bool:
    """
    Return whether a word is an abbreviated or plural title.

    Args:
        word: The word.

    Returns:
        Whether it is.

    Example:
        >>> is_abbreviated_title("Sen."), is_abbreviated_title("Senator")
        (True, False)
    """
    return normalize(word) in abbreviated_titles()


@cache
def nicknames() -> frozenset[tuple[str, ...]]:
    """Return pairs of a nickname and a given name it is short for."""
    return frozenset(tuple(line.split(" ", 1)) for line in load_words("nicknames"))


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """
    Return the likely singular of a noun, normalized, to look it up in the word lists.

    It is looser than :func:`quotekit.english.lemmas.cue_lemma`, whose result is shown to users: it accepts capitals,
    and a plural that no list has may become no word at all ("heroes", "heroe").

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
    """Return whether a word is a title that does not name an office: "Mr.", "Lady"."""
    return normalize(word) in load_words("courtesy_titles")


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """
    Return whether a word can end a title: an office, occupation, kinship term or courtesy title, also abbreviated.

    Args:
        word: The word as printed.

    Returns:
        Whether it can.

    Example:
        >>> is_role("Senator"), is_role("Sen."), is_role("Mrs."), is_role("President-elect"), is_role("Senate")
        (True, True, True, True, False)
        >>> is_role("Secretary-Treasurer"), is_role("Baker-King")
        (True, False)
    """
    bare = normalize(word)
    if bare.endswith(_TITLE_ENDINGS):
        bare = bare.split("-", 1)[0]
    first, _, second = bare.partition("-")
    if second in load_words("offices") and first in load_words("offices"):
        return True
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
    Return the gender that a title or noun shows.

    Args:
        word: The word as printed.

    Returns:
        The gender; None where it shows none.

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
    Return the kind of speaker that a common noun stands for as the head of a source, by the word lists.

    Args:
        noun: The noun as printed.

    Returns:
        The kind; None for nouns of what cannot speak, and for unknown words.

    Example:
        >>> [k and k.value for k in map(kind_of_noun, ["aides", "aide", "experts", "ministry", "poll", "faith"])]
        ['group', 'unnamed', 'unnamed', 'organization', 'document', None]
        >>> [k and k.value for k in map(kind_of_noun, ["Egyptian", "French"])]
        ['unnamed', 'group']
    """
    noun, one = normalize(noun), singular(noun)
    is_demonym = noun in load_words("demonyms")
    # "The Egyptian" is one person, "the French" are many.
    if noun in load_words("vague_sources") or (is_demonym and noun.endswith(("an", "i"))):
        return SpeakerKind.UNNAMED
    if is_demonym or noun in load_words("group_nouns") or noun in normalized_words("proper_groups"):
        return SpeakerKind.GROUP
    if is_role(one) or one in load_words("epithets") or one in load_words("standings"):
        return SpeakerKind.UNNAMED if one == noun else SpeakerKind.GROUP
    if one in load_words("document_nouns"):
        return SpeakerKind.DOCUMENT
    if one in load_words("organization_nouns"):
        return SpeakerKind.ORGANIZATION if one == noun else SpeakerKind.GROUP
    return None


def kind_of_ending(noun: str) -> SpeakerKind | None:
    """
    Guess the kind of speaker that a common noun stands for by its ending, for nouns that no word list has.

    Args:
        noun: The noun as printed.

    Returns:
        The kind; None where the ending shows none.

    Example:
        >>> [k and k.value for k in map(kind_of_ending, ["storytellers", "cellist", "faith"])]
        ['group', 'unnamed', None]
    """
    noun, one = normalize(noun), singular(noun)
    if one != noun:
        return SpeakerKind.GROUP if one.endswith((*_PEOPLE_ENDINGS, *_AGENT_ENDINGS)) else None
    return SpeakerKind.UNNAMED if one.endswith(_PEOPLE_ENDINGS) else None
