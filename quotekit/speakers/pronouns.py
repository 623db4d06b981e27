"""
Resolve "he" and "she" where it is safe.

A pronoun means whoever the nearest sentence is about: its subject, and rather one who speaks there. Names that belong
to somebody else's phrase ("under Mr. Bush", "Mr. Bush's tax cut") are meant only where nobody else can be. A wrong
name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from quotekit.lexicons import load_words
from quotekit.speakers.vocabulary import Gender

__all__ = ["PRONOUN_GENDER", "REACH", "Person", "antecedent"]

#: The gender that a pronoun tells.
PRONOUN_GENDER: dict[str, Gender] = {
    "he": "male",
    "her": "female",
    "herself": "female",
    "him": "male",
    "himself": "male",
    "his": "male",
    "she": "female",
}
#: How far before a pronoun to look for whom it means, in characters.
REACH = 1200

_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)|(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|Lt|St)\.)(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Rev|Col|Adm)\.)(?<!\bProf\.)"
    r"[\"”’')]*\s+(?=[\"“‘'(]*[A-Z]))"
)
_LAST_WORD = re.compile(r"([\w'’]+)[ \u00a0]$")
_LONGEST_PARAGRAPH = 4000
_LONGEST_WORD = 20
_MOST_PEOPLE = 50


@attrs.frozen
class Person:
    """Somebody named or speaking at one place of a text."""

    #: Offset of the first character of the name with its titles, or of the source.
    start: int
    #: Offset after the last character.
    end: int
    #: Index of the person; None for somebody of whom nothing can be told.
    entity: int | None
    #: The person's gender; None where nothing tells.
    gender: Gender | None
    #: Whether the person speaks here.
    speaks: bool = False


def antecedent(text: str, at: int, gender: Gender, people: Sequence[Person]) -> int | None:
    """
    Tell whom a pronoun means.

    Args:
        text: The article's text.

        at: Offset of the pronoun.

        gender: The pronoun's gender.

        people: Whoever is named or speaks in the :data:`REACH` characters before it, in text order.

    Returns:
        Index of the person; None where it is not safe to tell.

    Example:
        >>> text = "Ann Lee won. After the match with Mia Day, she smiled."
        >>> antecedent(text, 43, "female", [Person(0, 7, 0, "female"), Person(34, 41, 1, "female")])
        0
    """
    inside = _is_quoted(text, at)
    fitting = [p for p in people[-_MOST_PEOPLE:] if p.start < at and p.gender in (None, gender)]
    start = max(0, at - REACH)
    ends = [start, *(found.end() for found in _SENTENCE_END.finditer(text, start, at)), at]
    passed: list[Person] = []
    for begin, end in reversed(list(pairwise(ends))):
        here = [p for p in fitting if begin <= p.start < end and _is_quoted(text, p.start) == inside]
        weights = [2 * _is_subject(text, p) + p.speaks for p in here]
        if any(weights):
            return here[weights.index(max(weights))].entity
        passed += here
    return passed[0].entity if len({p.entity for p in passed}) == 1 else None


def _is_subject(text: str, person: Person) -> bool:
    """Whether a name stands for itself, neither after a preposition nor before "'s"."""
    if text.startswith(("'s", "’s", "' ", "’ "), person.end):
        return False
    before = _LAST_WORD.search(text, max(0, person.start - _LONGEST_WORD), person.start)
    return before is None or before[1].lower() not in load_words("prepositions")


def _is_quoted(text: str, at: int) -> bool:
    """Whether an offset is between quotation marks, as far as its paragraph tells."""
    start = max(0, at - _LONGEST_PARAGRAPH)
    start = max(start, text.rfind("\n", start, at) + 1)
    if text.count('"', start, at) % 2 or text.count("''", start, at) % 2:
        return True
    return text.rfind("“", start, at) > text.rfind("”", start, at)
