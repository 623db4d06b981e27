"""
Classify labels before a colon at the head of a line: places and topics ("KARACHI: …"), or speakers ("LOWE: …").

A place or topic is followed by news, which is in the third person and often has a source of its own; a speaker is
followed by speech. No list contains all places, so the decision is based on the line and the rest of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Literal

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.pronouns import RELATIVES, pronouns
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.english.words import (
    is_courtesy_title,
    is_given_name,
    is_role,
    kind_of_noun,
    normalize,
    normalized_words,
)
from quotekit.metadata.dateline_forms import DatelineForm, read_place_form
from quotekit.metadata.dates import WEEKDAY
from quotekit.text import Bounds, TextIndex

__all__ = ["LabelKind", "LineLabels"]

#: The kind of a label: a place before prose, a topic or place before a headline, or neither.
LabelKind = Literal["place", "topic"]

_LINE_LABEL = re.compile(r"^[ \t]*([^\W\d_a-z][^\n:.!?]{0,40}):(?=[ \t]+\S)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# "Mine" is also a pit.
_PARTICIPANTS = pronouns(persons=(1, 2)) - {"mine"}
_PROSE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")
# "..., police say": a source and a verb at the end of a headline or sentence.
_TRAILING_SOURCE = re.compile(
    r",[”\"’']?[ \t]{1,30}(?P<source>[^,.;:!?\n]{2,80}?)[ \t]{1,30}(?P<verb>[a-z]{3,12})"
    r"(?=[ \t]{0,30}(?:$|[.,\n]|on[ \t]|"
    rf"(?:in|at|to)[ \t]|{WEEKDAY}|yesterday|today))"
)
_DAY_OF_NEWS = re.compile(rf"\bon[ \t]+{WEEKDAY}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b")
_LOCATED = re.compile(
    r"\b(?:across|around|at|from|in|inside|near|of|outside|to|towards?)[ \t]+"
    r"((?:[A-Z][\w'’-]{1,30})(?:[ \t][A-Z][\w'’-]{1,30}){0,3})"
)
_PERSON = re.compile(r"\b([A-Z][\w'’-]{0,30})\.?[ \t]+([A-Z][\w'’-]{1,30})")
_LOWERCASE = re.compile(r"(?<![\w'’-])[a-z]{3,30}(?![\w'’-])")
_BEFORE_INFINITIVES = frozenset({"to", "a", "an", "the", "will", "can", "may", "must", "would", "could", "should"})
_BEFORE_CLAUSES = RELATIVES | {"and", "but", "how", "nor", "or", "what", "when", "where", "why"}
_TURN_LABELS = frozenset(
    {"answer", "chair", "host", "interviewer", "narrator", "operator", "question", "reporter", "speaker", "voice"}
)
_MAX_LABEL_WORDS = 4
_MIN_HEADLINES = 2
_MAX_LINE_CHARS = 1500


class LineLabels:
    """
    The line labels of a text, with the evidence for their kinds.

    Args:
        index: The text.
    """

    def __init__(self, index: TextIndex) -> None:
        self._index = index

    def kind(self, form: DatelineForm) -> LabelKind | None:
        """
        Return the kind of a line's label.

        Args:
            form: The label, parsed as a place and a colon.

        Returns:
            ``place`` or ``topic``; None if it is or may well be a speaker.

        Example:
            >>> index = TextIndex("LAHORE: Two men were held, police said on Monday.")
            >>> LineLabels(index).kind(read_place_form(index, 0))
            'place'
        """
        label = self._index.text[slice(*form.place)] if form.place else ""
        prose = form.end, self._index.line_at(form.end, _MAX_LINE_CHARS)[1]
        if not label or self._is_speaker(label, form) or self.are_turns or self._is_turn(prose):
            return None
        has_own_source = form.separator == "colon" and self._has_trailing_source(prose)
        if _PROSE_END.search(self._index.text, *prose) and (has_own_source or self._is_news(form, prose)):
            return "topic" if self._is_common_word(form.town) and not form.is_known else "place"
        is_listed = form.separator == "colon" and form.is_capital and self._are_headlines
        return "topic" if has_own_source or is_listed else None

    @cached_property
    def are_turns(self) -> bool:
        """Whether the text's labels belong to turns: some labels recur, or some lines are not news."""
        labels = Counter[str]()
        is_any_turn = False
        for found in self._labels:
            labels[normalize(found[1])] += 1
            prose = found.end(), self._index.line_at(found.end(), _MAX_LINE_CHARS)[1]
            is_any_turn = is_any_turn or self._is_turn(prose) or self._is_plain_prose(found.start(1), prose)
        return len(labels) > 1 and (is_any_turn or max(labels.values()) > 1)

    @cached_property
    def _are_headlines(self) -> bool:
        """Whether the text's labels belong to headlines: some lines have a source of their own."""
        lines = ((found.end(), self._index.line_at(found.end(), _MAX_LINE_CHARS)[1]) for found in self._labels)
        return sum(map(self._has_trailing_source, lines)) >= _MIN_HEADLINES

    @cached_property
    def _labels(self) -> list[re.Match[str]]:
        return list(_LINE_LABEL.finditer(self._index.text))

    def _is_plain_prose(self, start: int, prose: Bounds) -> bool:
        """Return whether a line with a name in capitals is prose but not news."""
        form = read_place_form(self._index, start)
        if form is None or not form.is_capital or form.is_known or not _PROSE_END.search(self._index.text, *prose):
            return False
        return not self._is_news(form, prose)

    def _is_speaker(self, label: str, form: DatelineForm) -> bool:
        """Return whether a label names a person, post or organization."""
        words = _WORD.findall(label)
        first, last = words[0], words[-1]
        if form.is_known:
            return False
        if len(words) > _MAX_LABEL_WORDS and not form.regions:
            return True
        if is_given_name(first) or is_courtesy_title(first) or is_role(first) or normalize(last) in self._surnames:
            return True
        if is_role(last) or kind_of_noun(last) is not None or normalize(last) in _TURN_LABELS:
            return True
        known = normalized_words("well_known_organizations") | normalized_words("agencies")
        return normalize(label) in known or is_outlet(label)

    def _is_turn(self, bounds: Bounds) -> bool:
        """Return whether a stretch of text is speech: its unquoted words include "I" or "you", or a question."""
        text = self._index.text
        for found in _WORD.finditer(text, *bounds):
            word = re.split("['’]", found.group())[0]
            is_pronoun = word.lower() in _PARTICIPANTS and (word == "I" or not word.isupper())
            if is_pronoun and not self._index.is_quoted(found.start()):
                return True
        question = text.find("?", *bounds)
        return question >= 0 and not self._index.is_quoted(question)

    def _is_news(self, form: DatelineForm, prose: Bounds) -> bool:
        """Return whether prose after a label is news: it has a source or a day, or the label is a place elsewhere."""
        if not form.is_capital:
            return form.is_known and self._has_source(prose)
        if form.is_known or normalize(form.town) in self._places:
            return True
        return _DAY_OF_NEWS.search(self._index.text, *prose) is not None or self._has_source(prose)

    def _has_source(self, prose: Bounds) -> bool:
        """Return whether the unquoted words of a stretch of text have a source and a reporting verb."""
        before = ""
        for found in _WORD.finditer(self._index.text, *prose):
            word = found.group()
            if not self._index.is_quoted(found.start()):
                if before not in _BEFORE_INFINITIVES and before and _is_finite_saying(word):
                    return True
                before = word.lower()
        return self._has_trailing_source(prose)

    def _has_trailing_source(self, prose: Bounds) -> bool:
        """Return whether a statement ends in a source and a verb: ", police say"."""
        return any(
            _is_source(found["source"])
            and saying_kind(cue_lemma(found["verb"])) in OF_SPEECH
            and not self._index.is_quoted(found.start("verb"))
            for found in _TRAILING_SOURCE.finditer(self._index.text, *prose)
        )

    def _is_common_word(self, town: str) -> bool:
        """Return whether a label is a common word: not a name, or in lower case elsewhere."""
        return normalize(town) in normalized_words("head_slugs") or normalize(town) in self._lowercase

    @cached_property
    def _places(self) -> frozenset[str]:
        """The normalized names that follow "in", "at", "near" and the like."""
        found = (name[1].split() for name in _LOCATED.finditer(self._index.text))
        return frozenset(normalize(" ".join(words[:size])) for words in found for size in range(1, len(words) + 1))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The normalized words that follow given names, titles and posts."""
        pairs = (found.groups() for found in _PERSON.finditer(self._index.text))
        return frozenset(
            normalize(second)
            for first, second in pairs
            if is_given_name(first) or is_courtesy_title(first) or is_role(first)
        )

    @cached_property
    def _lowercase(self) -> frozenset[str]:
        return frozenset(_LOWERCASE.findall(self._index.text))


def _is_source(words: str) -> bool:
    """Return whether words before a verb may be its subject: not a clause ("what bodies") or a passive ("was told")."""
    first, *_, last = words.lower().split() * 2
    return first not in _BEFORE_CLAUSES and first not in load_words("subordinators") and cue_lemma(last) != "be"


def _is_finite_saying(word: str) -> bool:
    """Return whether a word is an inflected reporting verb: "said", "warns"."""
    if not word.islower():
        return False
    lemma = cue_lemma(word)
    return saying_kind(lemma) in OF_SPEECH and lemma != word and not word.endswith("ing")
