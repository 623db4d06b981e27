"""Find announcements, sentences that introduce an outlet's words: "The Times reports:", "According to the Times:"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.verb_classes import is_reporting_verb
from quotekit.english.words import normalize
from quotekit.names.outlets import NamedOutlet
from quotekit.text import TextIndex

__all__ = ["find_announcer", "is_about_article", "quotes_at_length"]

# A preposition, as in "According to the Times:", or the start of a clause, as in "The Times reports:".
_BEFORE_OUTLET = re.compile(
    r"""
    \b(?:according\ to|as|from|in|per|via)\s+(?:the\s+)?$
    | (?:^|[.,;]\s+|\s(?:and|but|so|then)\s+)(?:the\s+)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OPENS_WITH_PREPOSITION = re.compile(r"(?:According to|From|Per|Via)\b")
_ABOUT_ARTICLE = re.compile(
    r"\s{0,9}(?:the|its|this|that)\s{1,9}(?:[a-z]{1,40}\s{1,9})??(?P<noun>[a-z-]{1,40})\s{1,9}[a-z]{1,40}",
    re.IGNORECASE,
)
_MAX_CHARS_ABOUT_ARTICLE = 150
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_POSSESSIVE_ENDING = re.compile(r"['’]s?$")
_VERB = re.compile(r"[a-z]+")
# "The Times' Jo Lind said on Monday in a report".
_MAX_WORDS_TO_VERB = 6
# A verb and "on Monday".
_MAX_WORDS_FROM_VERB = 3


def find_announcer(
    index: TextIndex, start: int, end: int, outlets: Sequence[NamedOutlet], journalists: Mapping[str, str]
) -> str | None:
    """
    Find the outlet whose words a sentence introduces.

    Args:
        index: The text.

        start: Offset of the sentence's first character.

        end: Offset after its last character.

        outlets: The outlets named in it.

        journalists: The outlets that people work for, by surname.

    Returns:
        The name of the outlet; None if the sentence does not introduce an outlet's words.
    """
    for outlet in outlets:
        before = _BEFORE_OUTLET.search(index.text[start : outlet.start])
        if before and (len(before.group().split()) > 1 or _has_reporting_verb(index.text[outlet.end : end])):
            return outlet.name
    for word in _NAME.finditer(index.text, start, end):
        outlet_name = journalists.get(normalize(_POSSESSIVE_ENDING.sub("", word.group())))
        if outlet_name and _has_reporting_verb(index.text[word.end() : end]):
            return outlet_name
    return None


def quotes_at_length(sentence: str) -> bool:
    """
    Return whether a sentence introduces an outlet's own words even if no quotation mark follows.

    Args:
        sentence: A sentence that names an outlet.

    Returns:
        Whether nothing but a time follows its reporting verb, or it begins with "according to" or the like.

    Example:
        >>> quotes_at_length("The Times reports:"), quotes_at_length("The Times wrote this about the dam:")
        (True, False)
    """
    last = " ".join(sentence.split()[-_MAX_WORDS_FROM_VERB:])
    return _has_reporting_verb(last) or _OPENS_WITH_PREPOSITION.match(sentence) is not None


def is_about_article(paragraph: str) -> bool:
    """
    Return whether a short paragraph is about an article mentioned before it.

    Args:
        paragraph: The text of the paragraph.

    Returns:
        Whether it begins with a noun for an article.

    Example:
        >>> is_about_article("The article ends with a joke."), is_about_article("The dam is new.")
        (True, False)
    """
    found = _ABOUT_ARTICLE.match(paragraph)
    is_piece = found is not None and found["noun"].lower() in load_words("press_pieces")
    return is_piece and len(paragraph) < _MAX_CHARS_ABOUT_ARTICLE


def _has_reporting_verb(words: str) -> bool:
    """Return whether one of the first words is a reporting verb."""
    return any(is_reporting_verb(cue_lemma(word)) for word in _VERB.findall(words)[:_MAX_WORDS_TO_VERB])
