"""Capitalized words that are no part of the names beside them: sentence openers, and verbs in headings in capitals."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, kind_of_noun

__all__ = ["are_agents", "is_verb_in_capitals", "opens_sentence"]

# A verb and these make a noun for those who do it: "exporters", "visitors".
_AGENT_ENDINGS = ("ers", "ors")
_MIN_STEM_CHARS = 3


def opens_sentence(word: str) -> bool:
    """
    Return whether a capitalized word opens a sentence or a headline without being a name.

    Args:
        word: The word as printed.

    Returns:
        Whether it does.

    Example:
        >>> opens_sentence("Alongside"), opens_sentence("Absent"), opens_sentence("Holm")
        (True, True, False)
    """
    bare = word.casefold()
    return bare in load_words("sentence_openers") or (bare in load_words("prepositions") and not is_given_name(word))


def is_verb_in_capitals(words: Sequence[str], at: int) -> bool:
    """
    Return whether a word is a verb in a heading in capitals.

    Args:
        words: Capitalized words.

        at: The index of the word; it is not the first one.

    Returns:
        Whether it is; a surname after a given name is none.

    Example:
        >>> is_verb_in_capitals(["RANGERS", "REFUSE", "PLAN"], 1), is_verb_in_capitals(["TOM", "COOK"], 1)
        (True, False)
    """
    if not (words[at].isupper() and words[at - 1].isupper()):
        return False
    word = words[at].casefold()
    is_surname = at + 1 == len(words) and is_given_name(words[at - 1])
    stems = (word, word.removesuffix("s"), word.removesuffix("es"))
    is_verb = any(stem in load_words("verbs") for stem in stems)
    return is_verb and not (is_surname or kind_of_noun(word) or is_given_name(word))


def are_agents(word: str) -> bool:
    """
    Return whether a word is the plural of a noun for those who do something: "Exporters", but not "Rogers".

    Args:
        word: The word as printed.

    Returns:
        Whether it is one, made from a listed verb.

    Example:
        >>> are_agents("Exporters"), are_agents("Growers"), are_agents("Rogers")
        (True, True, False)
    """
    bare = word.casefold()
    stem = next((bare.removesuffix(ending) for ending in _AGENT_ENDINGS if bare.endswith(ending)), "")
    if len(stem) < _MIN_STEM_CHARS or is_given_name(word) or bare in load_words("family_names"):
        return False
    # "Export", "bake", "shop".
    stems = (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem)
    return any(one in load_words("verbs") for one in stems)
