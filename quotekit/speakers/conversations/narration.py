"""Find who acts in the narration around the quotations of a turn."""

from __future__ import annotations

import re

import attrs

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.names.mention import is_personal
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Named, Referent
from quotekit.text import Bounds, TextIndex

__all__ = ["Narration", "read_narration"]

_SUBJECT_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?…:;\"”’)]\s+|--|—)[\"“‘'(]*(?:(?:And|But|Then|So|At last|Here|Now|The|Poor),? )?$"
)
_BEFORE_REACH_CHARS = 16


@attrs.frozen
class Narration:
    """The people in a stretch of narration."""

    #: The people named, in text order.
    named: tuple[Referent, ...] = ()
    #: Those named where a sentence or clause begins.
    subjects: tuple[Referent, ...] = ()
    #: The gender of the first "he" or "she".
    first_pronoun: Gender | None = None
    #: The gender of the last "he" or "she".
    last_pronoun: Gender | None = None
    #: Start and end of the first "I", "me" or "my"; None if there is none.
    first_person: Bounds | None = None
    #: Whether it ends with a colon.
    introduces: bool = False
    #: How many characters it has.
    size: int = 0


def read_narration(start: int, end: int, discourse: Discourse) -> Narration:
    """
    Read a stretch of narration.

    Args:
        start: Where it begins.

        end: Where it ends.

        discourse: What is known.

    Returns:
        Who is in it.
    """
    index = discourse.index
    people: list[tuple[int, Referent]] = []
    for mention in discourse.mentions.within(start, end):
        entity = discourse.mentions.entity_of(mention)
        if start <= mention.start and is_personal(discourse.entities[entity].kind):
            people.append((mention.start, Named(entity)))
    first_persons = [found.span() for found in _FIRST_PERSON.finditer(index.text, start, end)]
    people += [(at, Author()) for at, _ in first_persons]
    people.sort(key=lambda one: one[0])
    subjects = tuple(referent for at, referent in people if _begins_sentence(index, at, start))
    pronouns = [PRONOUN_GENDER[m.group().lower()] for m in _SUBJECT_PRONOUN.finditer(index.text, start, end)]
    return Narration(
        named=tuple(referent for _, referent in people),
        subjects=subjects,
        first_pronoun=pronouns[0] if pronouns else None,
        last_pronoun=pronouns[-1] if pronouns else None,
        first_person=first_persons[0] if first_persons else None,
        introduces=index.text[start:end].rstrip().endswith(":"),
        size=end - start,
    )


def _begins_sentence(index: TextIndex, at: int, start: int) -> bool:
    """Return whether a sentence begins at an offset."""
    return _SENTENCE_START.search(index.text[max(start, at - _BEFORE_REACH_CHARS) : at]) is not None
