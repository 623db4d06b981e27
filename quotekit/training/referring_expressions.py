"""
Referring expressions of novels, split into cue and source: "said Ann", "she went on", "Ann looked up and told him".

PDNC (Vishnubhotla et al. 2022, https://aclanthology.org/2022.lrec-1.628) annotates them as one span.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PERSONAL_SUBJECTS
from quotekit.english.verb_classes import saying_kind
from quotekit.evaluation.annotated import Bounds

__all__ = ["cue_and_source"]

_WORD = re.compile(r"[\w'’-]+")
# "She went on", "he burst out".
_PARTICLES = frozenset(("forth", "in", "off", "on", "out", "up"))


def cue_and_source(text: str, start: int, end: int) -> tuple[Bounds, Bounds] | None:
    """
    Split a referring expression into cue and source.

    Args:
        text: The text.

        start: Offset of the expression's first character.

        end: Offset after its last character.

    Returns:
        The spans of the cue and those of the source, or None if the two cannot be separated.

    Example:
        >>> cue_and_source("said Ann", 0, 8)
        (((0, 4),), ((5, 8),))
        >>> cue_and_source("Ann looked up and told him", 0, 26)
        (((18, 22),), ((0, 3),))
    """
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    if not words[1:]:
        return ((words[0][1:],), ()) if words and _is_verb(words[0][0]) else None
    if _is_verb(words[0][0]):
        return ((start, words[0][2]),), ((words[1][1], end),)
    if _is_verb(words[-1][0]):
        return (words[-1][1:],), ((start, words[-2][2]),)
    subject = _count_subject_words(text, words)
    if not subject:
        return None
    first, last = _cue_after(subject, [word for word, _, _ in words])
    return (((words[first][1], words[last][2]),), ((start, words[subject - 1][2]),)) if first else None


def _cue_after(subject: int, words: Sequence[str]) -> tuple[int, int]:
    """Find the cue's first and last word: the last reporting verb, or a verb with its particle; zeros without one."""
    excluded = load_words("prepositions") | load_words("saying_nouns") | load_words("nouns_like_verbs")
    verbs = [i for i in range(subject, len(words)) if words[i] not in excluded and saying_kind(cue_lemma(words[i]))]
    if verbs:
        return verbs[-1], verbs[-1]
    if _is_verb(words[subject]) and _PARTICLES.intersection(words[subject + 1 : subject + 2]):
        return subject, subject + 1
    return 0, 0


def _count_subject_words(text: str, words: Sequence[tuple[str, int, int]]) -> int:
    """Count the words of the pronoun or name that the expression begins with, but does not consist of."""
    if words[0][0] in PERSONAL_SUBJECTS:
        return 1
    if words[0][0] in load_words("function_words"):
        return 0
    return sum(1 for _ in itertools.takewhile(lambda word: text[word[1]].isupper(), words[:-1]))


def _is_verb(word: str) -> bool:
    return word.endswith("ed") or word in _irregular_verbs()


@cache
def _irregular_verbs() -> frozenset[str]:
    return frozenset(line.split()[0] for line in load_words("irregular_verbs"))
