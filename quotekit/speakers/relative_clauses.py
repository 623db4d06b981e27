"""Find the description to which a relative pronoun refers: "voters" in "a few of the voters who stayed"."""

from __future__ import annotations

import re

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import POSSESSIVE_DETERMINERS
from quotekit.text import Bounds, TextIndex

__all__ = ["find_described"]

_REACH_CHARS = 160
_MAX_WORDS = 7
_SENTENCE = re.compile(r"[.!?;:\n“”\"]\s")
_WORD = re.compile(r"(?P<word>[\w%$.'’/-]{0,40}[\w%]['’]?)(?P<after>,?[ \u00a0]{1,30})$")
_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "most", "other", "few", "all", "no"}
)


def find_described(index: TextIndex, pronoun: str, at: int) -> Bounds | None:
    """
    Find the description right before a relative pronoun.

    Args:
        index: The index of the text.

        pronoun: The pronoun, normalized.

        at: Its offset.

    Returns:
        Start and end of the description, with its determiner; None if there is none.

    Example:
        >>> index = TextIndex("They met the old farmers, who smiled.")
        >>> index.text[slice(*find_described(index, "who", 26))]
        'the old farmers'
    """
    before = index.before(at, _REACH_CHARS)
    sentences = list(_SENTENCE.finditer(before))
    before = before[sentences[-1].end() :] if sentences else before
    start, end = len(before), 0
    for number in range(_MAX_WORDS):
        found = _WORD.search(before, 0, start)
        # ", that is," refers to nothing.
        if found is None or ("," in found["after"] and (number or pronoun == "that")):
            break
        word = found["word"].lower()
        if word not in _DETERMINERS and not word.endswith(("'s", "’s")) and not _may_be_in_description(word):
            break
        start, end = found.start(), end or found.end("word")
        if word in _DETERMINERS | POSSESSIVE_DETERMINERS:
            break
    return (at - len(before) + start, at - len(before) + end) if end else None


def _may_be_in_description(word: str) -> bool:
    """Return whether a word may be part of a description: no preposition, conjunction or auxiliary verb."""
    return word in POSSESSIVE_DETERMINERS or word not in load_words("function_words") | load_words("prepositions")
