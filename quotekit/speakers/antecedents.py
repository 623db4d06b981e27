"""
Find whom a pronoun or a description goes back to, where it is safe.

Everybody named or speaking before it gains weight by where and how: most as the subject of the sentence before, less in
somebody else's phrase ("under Mr. Bush", "Mr. Bush's tax cut", "when Mr. Bush left"), less with each sentence in
between. Whoever has clearly the most is meant. A wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.speakers.passages import Passages

__all__ = ["REACH", "Candidate", "antecedent", "is_subject"]

#: How far before a pronoun to look for whom it means, in characters.
REACH = 1500

_LAST_WORD = re.compile(r"(, )?\b([\w'’]+)[ \u00a0](?:[Tt]he[ \u00a0])?[\"“‘']*$")
_OPENS = re.compile(r"(?:^|[\n.!?;:,–—…”\"’)]|--)[\s\"“‘'(]*(?:[Tt]he[ \u00a0])?$")
# After a comma, a name that a sentence ends with stands beside another: "the owner, Ida Holm."
_APPOSED = re.compile(r"[.;:!?)]|$")
_AND = re.compile(r",? and (?:the )?")
_ASKED = re.compile(r"[ \u00a0](?:asked|asks|pressed|questioned|interviewed|grilled)[ \u00a0]")
_WINDOW = 30
_MOST = 80
_POSSESSIVE = ("'s", "’s", "' ", "’ ")
_JOINING = frozenset({"and", "but", "or", "so", "then", "yet", "now", "still"})
_SAID = frozenset({"said", "says", "added", "asked", "wrote", "replied", "continued"})
# What a place in a sentence weighs.
_SUBJECT = 3.0
_SUBORDINATE = 1.2
_OBJECT = 0.75
_ASIDE = 0.3
# What is left of the weight of names in what somebody is said to have said, and in what the pronoun itself is the source of.
_TOLD = 0.5
_OWN = 0.1
# What is left of a weight one sentence on.
_DECAY = 0.3
# Who weighs less has not been spoken of for some sentences.
_LEAST = 0.04
# How much more the one meant must weigh than the next.
_MARGIN = 1.1


@attrs.frozen
class Candidate:
    """Somebody named or speaking at one place of a text."""

    #: Offset of the first character of the name with its titles, or of the source.
    start: int
    #: Offset after the last character.
    end: int
    #: What tells whom it is from others; None for somebody of whom nothing can be told.
    who: Hashable
    #: Whether they speak here.
    speaks: bool = False
    #: How well they fit the pronoun, from 0 to 1.
    fit: float = 1.0


def antecedent(
    text: str,
    at: int,
    candidates: Sequence[Candidate],
    passages: Passages,
    own: Iterable[tuple[int, int]] = (),
) -> Hashable:
    """
    Tell whom a pronoun means.

    Args:
        text: The article's text.

        at: Offset of the pronoun.

        candidates: Whoever is named or speaks in the :data:`REACH` characters before it, in text order.

        passages: Where the text's sentences and quotations are.

        own: Bounds of what the pronoun is the source of: few speak of themselves by name.

    Returns:
        Who it is; None where it is not safe to tell.

    Example:
        >>> text = "Ann Lee won. After the match with Mia Day, she smiled."
        >>> candidates = [Candidate(0, 7, "Ann"), Candidate(34, 41, "Mia")]
        >>> antecedent(text, 43, candidates, Passages(text, [], []))
        'Ann'
    """
    quoted, sentence = passages.is_quoted(at), passages.sentence(at)
    weights: dict[tuple[int, Hashable], float] = {}
    last: Candidate | None = None
    role = 0.0
    for candidate in candidates[-_MOST:]:
        start = candidate.start
        if start >= at or passages.is_quoted(start) != quoted:
            continue
        distance = sentence - passages.sentence(start)
        # What is joined to a subject is one, too.
        joined = last is not None and last.end < start and _AND.fullmatch(text, last.end, start)
        role = role if joined and not candidate.speaks else _role(text, candidate)
        weight = role
        if any(begin <= start < end for begin, end in own):
            weight *= _OWN
        elif not candidate.speaks and not passages.is_told(at) and passages.is_told(start):
            weight *= _TOLD
        if distance and last and last.who != candidate.who and _ASKED.fullmatch(text, last.end, start):
            # Who was asked answers.
            weight = _SUBJECT
            weights[distance, last.who] = min(weights.get((distance, last.who), 0), _ASIDE)
        last = candidate
        if candidate.fit:
            key = distance, candidate.who
            weights[key] = max(weights.get(key, 0), weight * candidate.fit * _DECAY**distance)
    return _clear(weights)


def is_subject(text: str, candidate: Candidate) -> bool:
    """
    Return whether somebody named at a place of a text is what its sentence or clause is about, by that place alone.

    Args:
        text: The article's text.

        candidate: Who is named, and where.

    Returns:
        Whether it is.

    Example:
        >>> text = "Ann Lee won. After the match with Mia Day, she smiled."
        >>> [is_subject(text, Candidate(*bounds, "")) for bounds in ((0, 7), (34, 41))]
        [True, False]
    """
    return _role(text, candidate) >= _SUBJECT


def _clear(weights: dict[tuple[int, Hashable], float]) -> Hashable:
    """Whoever has clearly the most weight."""
    total: dict[Hashable, float] = {}
    for (_, who), weight in weights.items():
        total[who] = total.get(who, 0) + weight
    ranked = sorted(total, key=lambda who: -total[who])
    if not ranked or total[ranked[0]] < _LEAST or (len(ranked) > 1 and total[ranked[0]] < _MARGIN * total[ranked[1]]):
        return None
    return ranked[0]


def _role(text: str, candidate: Candidate) -> float:
    """Weigh a name by its place in its sentence."""
    start, end = candidate.start, candidate.end
    before = text[max(0, start - _WINDOW) : start]
    opens = not before.strip() or _OPENS.search(before) is not None
    if opens and _APPOSED.match(text, end) and before.rstrip().endswith(","):
        return _SUBJECT if candidate.speaks else _OBJECT
    if text.startswith(_POSSESSIVE, end) and not candidate.speaks:
        return _SUBORDINATE if opens else _ASIDE
    if opens:
        return _SUBJECT
    found = _LAST_WORD.search(before)
    word = found[2].lower() if found else ""
    if word in load_words("subordinators"):
        return _SUBORDINATE + candidate.speaks
    if candidate.speaks or word in _SAID or (word in _JOINING and found and found[1]):
        return _SUBJECT
    return _ASIDE if word in load_words("prepositions") and word not in _JOINING else _OBJECT
