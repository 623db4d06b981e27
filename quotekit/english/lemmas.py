"""
The lemma of a cue, which is the dictionary form of its main word: "criticize" for "has been harshly criticized".

A cue is a handful of words without the rest of its sentence, so word lists and the rules of English inflection decide.
The list of verbs settles what spelling alone cannot ("stated" but "visited", "admitted" but "called"); a verb that is
not in it follows the more common spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.patterns import ADVERB, split_words

__all__ = ["cue_lemma"]

_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "be"}
_AUXILIARIES = frozenset(
    ("be", "can", "could", "do", "have", "may", "might", "must", "ought", "shall", "should", "will", "would")
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$")
_PREFIX = re.compile(r"(?:counter|cross|dis|fore|inter|live|mis|out|over|pre|re|under|up)")
_LOST_IE = re.compile(r"[a-z][iy]$")
_ADDED_ES = re.compile(r"(?:ss|x|zz|[cs]h|[^aeiou]o)es$")
_UNINFLECTED_S = re.compile(r"(?:[sui]s|ics|^..?s)$")
# Stems that have lost a final e, for verbs that are in no list. "qu" counts as a consonant.
_LOST_E = re.compile(
    r"""
    (?: [cuvz] | (?<!s)s | (?<!e)e                      # announce, argue, believe, seize, close, agree
      | [dlr]g | [aeiou]g | [eu]ng | [hr]ang            # judge, urge, manage, challenge, change
      | [bcdfgkptz]l | [bcgt]r | [iu]at                 # handle, centre, negotiate
      | (?:[^aeiou]|qu)
        (?:[aiou][bd] | [aio]k | [aiu][rm] | [au]t | [iou]l | in | ap)  # divide, require, assume, state, define
      | ^(?:[^aeiouy]*|s?qu)[aeiouy][^aeiouywxh]        # hope
    )$
    """,
    re.VERBOSE,
)


@attrs.frozen
class _Run:
    """Adjacent content words of a cue, as written."""

    words: tuple[str, ...]
    #: Whether a determiner precedes them, which makes them a noun phrase.
    determined: bool


@lru_cache(maxsize=16384)
def cue_lemma(cue_words: str) -> str | None:
    """
    Return the dictionary form of a cue's main word.

    The main word is the first verb that is neither an auxiliary nor in a noun phrase, else the head noun or adjective,
    else an adverb. A few cues of several words are their own lemma.

    Args:
        cue_words: The cue's words, as the text has them.

    Returns:
        The lemma in lower case; None for a cue without words, such as a colon.

    Example:
        >>> [cue_lemma(cue) for cue in ("did not say", "was expected to", "his assertions", "According to", ":")]
        ['say', 'expect', 'assertion', 'according to', None]
    """
    words = [_uncontracted(word) for word in split_words(cue_words)]
    if not words:
        return None
    runs = list(_runs(words))
    lower = [word.lower() for word in words]
    return _phrase(lower) or _verb_of(runs) or _noun_of(runs) or _function_word_of(lower)


def _uncontracted(word: str) -> str:
    """Return a word without its contracted ending: "it's", "didn't"."""
    low = word.lower()
    if low in _CONTRACTED:
        return _CONTRACTED[low]
    return word[:-3] if low.endswith("n't") else word.partition("'")[0]


def _runs(words: Sequence[str]) -> Iterator[_Run]:
    """Split a cue at its function words; a noun phrase also ends before a verb: "a statement said"."""
    determiners, function_words = load_words("determiners"), load_words("function_words")
    run: list[str] = []
    determined = False
    for i, word in enumerate(words):
        low = word.lower()
        is_function_word = low in determiners or low in function_words
        if run and (is_function_word or (determined and _ends_noun_phrase(low))):
            yield _Run(tuple(run), determined)
            run, determined = [], False
        if is_function_word:
            determined = low in determiners
        else:
            run.append(word if i else low)
    if run:
        yield _Run(tuple(run), determined)


def _ends_noun_phrase(word: str) -> bool:
    """Return whether a word that follows the first of a noun phrase is a verb instead: "said", "saying"."""
    if word.endswith("ing"):
        return word not in load_words("nouns_in_ing") and _known_verb(word) not in (None, word)
    return word in _pairs("irregular_verbs")


def _phrase(words: Sequence[str]) -> str | None:
    """The longest fixed phrase among the words."""
    joined = f" {' '.join(words)} "
    return max((p for p in load_words("cue_phrases") if f" {p} " in joined), key=len, default=None)


def _verb_of(runs: Sequence[_Run]) -> str | None:
    """The first verb outside noun phrases: one in the list, or any word in -ed."""
    words = (word.lower() for run in runs if not run.determined for word in run.words)
    forms = (_known_verb(word) or (_unknown_verb(word) if word.endswith("ed") else None) for word in words)
    return next((form for form in forms if form), None)


def _noun_of(runs: Sequence[_Run]) -> str | None:
    """The last word of the first noun phrase, ignoring names and adverbs; else the first adverb."""
    adverbs: list[str] = []
    for run in runs:
        words = [word.lower() for word in run.words if not word.istitle()]
        heads = [word for word in words if not ADVERB.search(word)]
        if heads:
            return (None if run.determined else _unknown_verb(heads[-1])) or _singular(heads[-1])
        adverbs += words
    return adverbs[0] if adverbs else None


def _function_word_of(words: Sequence[str]) -> str:
    """A main word for a cue of function words: a verb other than an auxiliary, else any verb, else the first word."""
    verbs = [verb for word in words if (verb := _known_verb(word))]
    return next((v for v in verbs if v not in _AUXILIARIES), verbs[0] if verbs else words[0])


@cache
def _pairs(name: str) -> Mapping[str, str]:
    """Return a word list of forms, each with its dictionary form."""
    return dict(line.split() for line in load_words(name))


@cache
def _verbs() -> frozenset[str]:
    return load_words("verbs").union(_pairs("irregular_verbs").values())


def _known_verb(word: str) -> str | None:
    """The dictionary form of a verb in the lists, also with a prefix ("co-wrote"); None for other words."""
    if _pairs("irregular_words").get(word) == word:
        return None
    base = _pairs("irregular_verbs").get(word) or next((b for b in _stems(word) if b in _verbs()), None)
    prefix, hyphen, last = word.rpartition("-")
    if base or not prefix:
        return base
    base = _known_verb(last)
    return f"{prefix}{hyphen}{base}" if base and base != last else None


def _stems(word: str) -> Iterator[str]:
    """Everything that a word may be a regular form of, itself first."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    for ending in ("es", "ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield from (stem + "e", stem)
            if stem[-2:-1] == stem[-1:] or stem.endswith("ck"):
                yield stem[:-1]
            if stem.endswith(("i", "y")):
                yield from (stem[:-1] + "y", stem[:-1] + "ie")


def _unknown_verb(word: str) -> str | None:
    """The dictionary form of a verb in -ed or -ing that is in no list, by its spelling; None for other words."""
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    if not _VOWELS.search(stem) or word.startswith("un") or word in _pairs("irregular_words"):
        return None
    prefix = _PREFIX.match(word)
    if prefix and (base := _known_verb(word[prefix.end() :])):
        return prefix.group() + base
    return _restore_stem(stem)


def _restore_stem(stem: str) -> str:
    """Undo the spelling changes to a stem before -ed or -ing."""
    if _LOST_IE.match(stem):
        return stem[0] + "ie"
    if stem.endswith("i"):
        return stem[:-1] + "y"
    is_long = len(_VOWELS.findall(stem)) > 1
    if _DOUBLED.search(stem) or (is_long and stem.endswith(("ell", "ick"))):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem


def _singular(word: str) -> str:
    """
    The singular of a noun in lower case; other words, and nouns in the singular, stay.

    It is stricter than :func:`quotekit.english.words.singular`, which only has to match the entries of word lists: the
    lemma of a cue is shown to users and must be a word.
    """
    if word in _pairs("irregular_words"):
        return _pairs("irregular_words")[word]
    if not word.endswith("s") or _UNINFLECTED_S.search(word):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if _ADDED_ES.search(word) else word[:-1]
