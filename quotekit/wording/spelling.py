"""One spelling for the words that have several: British and American, with and without accents, contracted or not."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from quotekit.english.lexicons import load_words

__all__ = ["spell", "split_contraction"]

# "Colour", "neighbourhood"; not "four", "hour", "flour".
_OUR = re.compile(
    r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ers?|ful|fully|ites?|itism|able|ably|less|ism|ist|ists|hoods?|ly|al|ally|y)?\Z)"
)
_CUT_OUR = frozenset({"contour", "detour", "devour", "scour", "velour", "glamour"})
# "Organise", "realisation", "analyse"; the result need not be a word, because both wordings are spelled so.
_ISE = re.compile(r"(?<=[a-z]{3}[iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)\Z)")
_OGUE = re.compile(r"(?<=[a-z]{3}og)ue(?=(?:s|d)?\Z)")
_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")
# Contracted words, each with what it stands for and the number of characters of each part.
_WHOLE = {
    "can't": (("can", 2), ("not", 3)),
    "cannot": (("can", 3), ("not", 3)),
    "gimme": (("give", 3), ("me", 2)),
    "gonna": (("going", 3), ("to", 2)),
    "gotta": (("got", 3), ("to", 2)),
    "kinda": (("kind", 4), ("of", 1)),
    "n't": (("not", 3),),
    "lemme": (("let", 3), ("me", 2)),
    "outta": (("out", 3), ("of", 2)),
    "shan't": (("shall", 3), ("not", 3)),
    "sorta": (("sort", 4), ("of", 1)),
    "wanna": (("want", 3), ("to", 2)),
    "won't": (("will", 2), ("not", 3)),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "'d", "'s": "'s"}


def spell(word: str) -> str:
    """
    Return the spelling that a word is compared by.

    Args:
        word: A word of letters.

    Returns:
        The word in lower case, without accents and apostrophes, in American spelling.

    Example:
        >>> [spell(word) for word in ("Colour", "organisations", "théâtre", "four", "Whilst")]
        ['color', 'organizations', 'theater', 'four', 'while']
    """
    return _spell(word.casefold())


@lru_cache(maxsize=65536)
def _spell(word: str) -> str:
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.translate(_APOSTROPHES).replace("'", "") or word
    if word in _variants():
        return _variants()[word]
    if word not in _CUT_OUR:
        word = _OUR.sub("or", word)
    return _OGUE.sub("", _ISE.sub("z", word))


@lru_cache(maxsize=65536)
def split_contraction(word: str) -> tuple[tuple[str, int], ...]:
    """
    Split a word where it is two contracted ones.

    Args:
        word: A word of letters and apostrophes as printed.

    Returns:
        Each part as it is compared, with the number of its characters in *word*. A possessive is a part of its own.

    Example:
        >>> split_contraction("Don’t"), split_contraction("Lind's"), split_contraction("favour")
        ((('do', 2), ('not', 3)), (('lind', 4), ("'s", 2)), (('favor', 6),))
    """
    plain = word.translate(_APOSTROPHES).lower()
    if plain in _WHOLE and len(plain) == len(word):
        return _WHOLE[plain]
    for ending, stands_for in _ENDINGS.items():
        if plain.endswith(ending) and len(ending) < len(plain) == len(word):
            cut = len(word) - len(ending)
            return ((spell(word[:cut]), cut), (stands_for, len(ending)))
    return ((spell(word), len(word)),)


@cache
def _variants() -> dict[str, str]:
    """Return words of two spellings, each with the one that both are compared as."""
    return dict(line.split(" ", 1) for line in load_words("spelling_variants"))
