"""Classes of verbs of saying and thinking."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeGuard, get_args

from quotekit.english.lexicons import load_words
from quotekit.english.patterns import ADVERB

__all__ = ["OF_SPEECH", "SayingKind", "is_adverb", "is_reporting_verb", "saying_kind"]

#: The kinds of verbs of saying and thinking.
SayingKind = Literal[
    "asking", "denying", "judging", "ordering", "posting", "promising", "stating", "thinking", "writing"
]

#: The kinds of verbs with which something is said or written, not thought or judged.
OF_SPEECH: frozenset[SayingKind] = frozenset(
    ("asking", "denying", "ordering", "posting", "promising", "stating", "writing")
)

_REPORTING: frozenset[SayingKind] = frozenset(("stating", "writing"))


def saying_kind(verb: str | None) -> SayingKind | None:
    """
    Return the kind of a verb of saying or thinking.

    Args:
        verb: A verb in dictionary form, as in the field ``cue_lemma``.

    Returns:
        The kind; None for other words.

    Example:
        >>> saying_kind("say"), saying_kind("tweet"), saying_kind("deny"), saying_kind("rain")
        ('stating', 'posting', 'denying', None)
    """
    return _kinds().get(verb or "")


def is_reporting_verb(lemma: str | None) -> bool:
    """
    Return whether a verb, in dictionary form, is one with which news is reported.

    Args:
        lemma: The verb; None for none.

    Returns:
        Whether it is of the kind ``stating`` or ``writing``.

    Example:
        >>> is_reporting_verb("say"), is_reporting_verb("write"), is_reporting_verb("ask"), is_reporting_verb(None)
        (True, True, False, False)
    """
    return saying_kind(lemma) in _REPORTING


def is_adverb(word: str) -> bool:
    """
    Return whether a word is an adverb by its ending, and no verb of saying.

    Args:
        word: The word in lower case.

    Returns:
        Whether it is.

    Example:
        >>> is_adverb("strongly"), is_adverb("reply"), is_adverb("soon")
        (True, False, False)
    """
    return ADVERB.search(word) is not None and saying_kind(word) is None


@cache
def _kinds() -> dict[str, SayingKind]:
    """Load the verbs, each with its kind."""
    pairs = (line.split(" ") for line in load_words("saying_verbs"))
    return {verb: name for verb, name in pairs if _is_kind(name)}


def _is_kind(name: str) -> TypeGuard[SayingKind]:
    return name in get_args(SayingKind)
