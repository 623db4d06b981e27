"""Negation of cues: statements that are said not to have been made, and thoughts that are said not to be held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import expand_contractions
from quotekit.english.verb_classes import is_adverb, saying_kind

__all__ = ["CONTEXT_CHARS", "is_negated"]

#: How many characters before and after a cue can bear on whether it is negated.
CONTEXT_CHARS = 40

# A clause ends at these, and a negation reaches no further.
_CLAUSE_END = re.compile(r"[^\w\s'’-]|\s[-–—]\s")
_AUXILIARIES = frozenset(
    {"be", "can", "could", "do", "have", "may", "might", "must", "shall", "should", "will", "would"}
)
# What may stand between a word of withholding and the cue: "declined to", "made no comment".
_LINKING = frozenset({"at", "comment", "from", "of", "to"})
_NOBODY = re.compile(
    r"""
      (?: nobody | no[ -]one | none | neither ) \b (?!['’])
    | no (?! [ ] (?: less | fewer | more ) [ ] than \b ) [ ] [a-z]   # "no official", not "no fewer than ten officials"
    | not [ ] (?: a | one | a [ ] single ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "No Labels" is an organization.
_NAME_WITH_NO = re.compile(r"No [A-Z]")
# Words before a negation that is no negation of the cue: "whether it will rain or not", "why not".
_ALTERNATIVES = (["if"], ["or"], ["than"], ["why"])
# How many words may stand between "declined" and the verb that says what was declined.
_WITHHELD_REACH_WORDS = 6


def is_negated(cue_words: str, *, source: str = "", before: str = "", after: str = "") -> bool:
    """
    Return whether a statement is said not to have been made, or a thought not to be held.

    Args:
        cue_words: The cue's words, as the text has them.

        source: The source's words: nobody speaks in "no official has said".

        before: The text before the cue; a negation right before it counts.

        after: The text after the cue; after "declined" it says what was declined.

    Returns:
        Whether it was not made. A denial is a statement, and so is what nobody failed to say.

    Example:
        >>> [is_negated(cue) for cue in ("didn't say", "declined to confirm", "not only said", "denied", "didn't deny")]
        [True, True, False, False, True]
        >>> is_negated("has said", source="No official"), is_negated("said", before="The minister never ")
        (True, True)
    """
    if not cue_words:
        return False
    words = _without_empty_negations([*_lead(before), *expand_contractions(cue_words)])
    is_nobody = bool(_NOBODY.match(source)) and not _NAME_WITH_NO.match(source)
    is_not = _has_negation(words) != is_nobody
    rest = expand_contractions(_CLAUSE_END.split(after[:CONTEXT_CHARS], maxsplit=1)[0])
    # Two negations cancel each other out.
    return is_not != any(_is_withheld(words, rest, at, is_negated=is_not) for at in range(len(words)))


def _without_empty_negations(words: Sequence[str]) -> list[str]:
    """Leave out phrases such as "no doubt" and "not only", which deny nothing."""
    joined = f" {' '.join(words)} "
    for phrase in load_words("empty_negations"):
        joined = joined.replace(f" {phrase} ", " ")
    return joined.split()


def _lead(before: str) -> list[str]:
    """The words right before a cue that belong to it: "did not", "declined to"."""
    words = expand_contractions(_CLAUSE_END.split(before[-CONTEXT_CHARS:])[-1])
    light = _light_words()
    start = len(words)
    while start and (is_adverb(words[start - 1]) or words[start - 1] in light or cue_lemma(words[start - 1]) in light):
        start -= 1
    return [] if words[start - 1 : start] in _ALTERNATIVES else words[start:]


@cache
def _light_words() -> frozenset[str]:
    return load_words("withholding_words") | _AUXILIARIES | _LINKING | {"never", "not"}


def _has_negation(words: Sequence[str]) -> bool:
    """Return whether a negation is among the words; "without" after the verb of saying is about something else."""
    verb_at = next((at for at, word in enumerate(words) if saying_kind(cue_lemma(word))), len(words))
    negations = load_words("negations")
    return any(word in negations and (word != "without" or at < verb_at) for at, word in enumerate(words))


def _is_withheld(words: Sequence[str], rest: Sequence[str], at: int, *, is_negated: bool) -> bool:
    """
    Return whether the word at *at* is one such as "declined", followed by a verb of saying.

    Where that word is negated itself, any verb counts: "did not hesitate to act", "could not help laughing".
    """
    lemma = cue_lemma(words[at])
    if lemma not in load_words("withholding_words") and not (is_negated and lemma == "help"):
        return False
    if lemma == "short" and words[at + 1 : at + 2] != ["of"]:
        return False
    if words[at].endswith("ed") and words[at - 1 : at] and words[at - 1] in load_words("determiners"):
        # "The failed plan" withholds nothing.
        return False
    verb = _verb_after([*words[at + 1 :], *rest][:_WITHHELD_REACH_WORDS])
    return verb is not None and (is_negated or saying_kind(verb) is not None)


def _verb_after(words: Sequence[str]) -> str | None:
    """The verb that "declined" or "avoided" governs: the one after "to", one in -ing, or "comment"."""
    infinitive = False
    for word in takewhile(lambda word: word not in load_words("determiners"), words):
        if word == "comment" or word.endswith("ing") or (infinitive and not is_adverb(word)):
            return cue_lemma(word)
        infinitive = infinitive or word == "to"
    return None
