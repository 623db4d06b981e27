"""Find subjects and clauses by their position next to a verb, without a parser or the names in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import any_of
from quotekit.english.pronouns import NEUTER, PERSONAL_SUBJECTS
from quotekit.english.verb_classes import saying_kind
from quotekit.english.words import is_place, kind_of_ending, kind_of_noun
from quotekit.text import Bounds, TextIndex

__all__ = ["find_clause_after", "find_clause_before", "find_subject", "is_somebody", "strip_full_stop"]

_REACH_CHARS = 200
_MAX_SUBJECT_WORDS = 12
# A subject begins after these.
_CLAUSE_START = re.compile(r"[;:(–—\n\"”»“«]|\s--?\s")
_CONJUNCTION = re.compile(
    rf"(?:.{{0,400}}\s)?(?:and(?=\s(?:he|she|they|it|we|I)\b)|but|or\s{{1,9}}so|so|that|then|yet|{any_of('subordinators')})\s{{1,9}}",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\S+")
_JOINING = frozenset({"and", "or"})
_RELATIVE = re.compile(r"\b(?:who|which)\Z")
_PERSONS = PERSONAL_SUBJECTS - NEUTER
_CLAUSE_BEFORE = re.compile(r"[,;–—-]\s*\Z")


def find_subject(index: TextIndex, at: int) -> Bounds | None:
    """
    Find the subject that ends before an offset, with its appositive or clause between commas.

    Args:
        index: The text.

        at: Offset of the verb.

    Returns:
        Bounds of the subject without a comma after it; None if there is none.

    Example:
        >>> index = TextIndex("In May, Mary Lowe, the mayor, was quoted as saying that.")
        >>> index.text[slice(*find_subject(index, 30))]
        'Mary Lowe, the mayor'
    """
    low = max(at - _REACH_CHARS, index.narrative_sentence(index.narrative_sentence_of(at))[0])
    for mark in _CLAUSE_START.finditer(index.text, low, at):
        low = mark.end()
    end = head_end = low + len(index.text[low:at].rstrip())
    if end > low and index.text[end - 1] == ",":
        end -= 1
        head_end = index.text.rfind(",", low, end)
        if head_end < 0:
            return None
    start = index.text.rfind(",", low, head_end) + 1 or low
    relative = _RELATIVE.search(index.text, start, head_end)
    if relative:
        return relative.span()
    start = _after_verb_of_saying(index, start, head_end)
    start = _skip_conjunctions(index, start, head_end)
    head = index.text[start:head_end]
    if head.partition(" ")[0].lower() in load_words("prepositions"):
        start += _start_after_prepositions(head)
    return (start, end) if start < head_end and _is_subject(index.text[start:head_end]) else None


def find_clause_after(index: TextIndex, at: int) -> Bounds | None:
    """
    Find the clause from an offset to the end of its sentence.

    Args:
        index: The text.

        at: Offset after the reporting verb.

    Returns:
        Bounds of the clause without commas and colons before it and the full stop after it; None if there is none.

    Example:
        >>> index = TextIndex('She was heard saying: "It works." He left.')
        >>> index.text[slice(*find_clause_after(index, 20))]
        '"It works."'
    """
    end = index.narrative_sentence(index.narrative_sentence_of(at))[1]
    line_end = index.text.find("\n", at, end)
    start = at
    while start < end and index.text[start] in " \t,:":
        start += 1
    bounds = index.strip(start, end if line_end < 0 else line_end) if start < end else None
    bounds = bounds and strip_full_stop(index, bounds)
    return bounds if bounds and bounds[0] < bounds[1] and index.text[bounds[0]] not in ".;!?" else None


def find_clause_before(index: TextIndex, at: int) -> Bounds | None:
    """
    Find the clause or quotation that ends before an offset.

    Args:
        index: The text.

        at: Offset of the subject of the reporting verb.

    Returns:
        Bounds of the quotation next to the offset, or of the sentence up to the comma or dash next to it; None if
        there is none.

    Example:
        >>> index = TextIndex("It works, or so she was heard saying.")
        >>> index.text[slice(*find_clause_before(index, 10))]
        'It works'
    """
    end = index.skip_blanks_before(at)
    quotation = index.quotation_at(end - 1) if end else None
    if quotation is not None:
        return quotation.start, quotation.end
    low = index.narrative_sentence(index.narrative_sentence_of(end))[0] if end else 0
    mark = index.search_before(_CLAUSE_BEFORE, end, end - low)
    return index.strip(low, mark.start()) if mark else None


def strip_full_stop(index: TextIndex, bounds: Bounds) -> Bounds:
    """Return bounds without an unquoted full stop at the end."""
    start, end = bounds
    while end > start and index.text[end - 1] in ".;, " and not index.is_quoted(end - 1):
        end -= 1
    return start, end


def is_somebody(phrase: str) -> bool:
    """
    Return whether a phrase may denote a speaker: a name, a pronoun, or a noun for people.

    Args:
        phrase: The phrase, without commas at its end.

    Returns:
        Whether it may.

    Example:
        >>> [is_somebody(phrase) for phrase in ("Mary Lowe", "she", "the mayor", "the end of the week", "June")]
        [True, True, True, False, False]
    """
    words = phrase.partition(",")[0].split()
    head = words[: words.index("of")] if "of" in words else words
    if not head:
        return False
    last = head[-1].strip(".'’")
    if last.lower() in _PERSONS or last.lower() in ("him", "her", "them", "me", "us"):
        return True
    if last[:1].isupper():
        return not _is_of_date(last)
    return kind_of_noun(last) is not None or kind_of_ending(last) is not None


def _after_verb_of_saying(index: TextIndex, start: int, end: int) -> int:
    """Return the offset of the clause after the last reporting verb: "Police said the driver …"."""
    before = ""
    for word in index.words(start, end):
        lower = word.group().lower()
        is_verb = lower.endswith(("ed", "s", "id")) and saying_kind(cue_lemma(lower)) is not None
        is_noun = lower in load_words("saying_nouns") or lower in load_words("nouns_like_verbs")
        if is_verb and not is_noun and before and before.lower() not in load_words("determiners"):
            start = word.end()
        before = word.group()
    return start


def _skip_conjunctions(index: TextIndex, start: int, end: int) -> int:
    found = _CONJUNCTION.match(index.text, start, end)
    start = found.end() if found else start
    while start < end and index.text[start].isspace():
        start += 1
    return start


def _start_after_prepositions(head: str) -> int:
    """
    Return the offset of the first phrase that belongs to no preposition: "At the quay *the owner of the mill*".

    It begins with a capital, a determiner or a pronoun. If there is none, it is the first one after "and"; if there is
    none either, the end of *head*.
    """
    words = list(_WORD.finditer(head))
    joined = len(head)
    at, is_object = 1, True
    while at < len(words):
        word = words[at].group().lower()
        names = list(takewhile(lambda one: one.group()[0].isupper(), words[at:]))
        # "In New York Ida Holm" has a place that is known as one; of "In Reef Bay Ida Holm" nobody knows.
        known = _count_of_place_or_date([name.group() for name in names])
        is_determiner = word in load_words("determiners")
        if word in _PERSONS or (is_determiner and not is_object):
            return words[at].start()
        if not is_determiner and known < len(names) and (known or not is_object):
            return names[known].start()
        if is_determiner and words[at - 1].group().lower() in _JOINING:
            joined = min(joined, words[at].start())
        is_object = word in load_words("prepositions") or (is_object and is_determiner)
        at += len(names) or 1
    return joined


def _count_of_place_or_date(names: Sequence[str]) -> int:
    """Return how many capitalized words are a place or part of a date at the beginning of others."""
    for count in range(len(names), 0, -1):
        if is_place(" ".join(names[:count])):
            return count
    return sum(1 for _ in takewhile(_is_of_date, names))


def _is_of_date(word: str) -> bool:
    return word.lower() in load_words("months") or word.endswith("day")


def _is_subject(head: str) -> bool:
    words = head.split()
    if not 0 < len(words) <= _MAX_SUBJECT_WORDS:
        return False
    return (
        head[0].isupper()
        or words[0].lower() in _PERSONS
        or words[0].lower() in load_words("determiners")
        or (is_somebody(head))
    )
