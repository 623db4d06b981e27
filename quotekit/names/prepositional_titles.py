"""Find titles with a prepositional phrase inside: "director general of the museum Lord Marwick"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    is_abbreviated_title,
    is_courtesy_title,
    is_role,
    kind_of_ending,
    kind_of_noun,
    normalize,
    singular,
)
from quotekit.names.mention import Mention
from quotekit.names.person_names import build_name
from quotekit.names.titles import count_field_words, is_office_field, split_titles
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_prepositional_title", "with_prepositional_title"]

_PREPOSITIONS = frozenset({"at", "for", "from", "in", "of", "to"})
_ARTICLES = frozenset({"a", "an", "the"})
_NOT_IN_TITLES = frozenset(
    {"that", "which", "who", "whom", "whose", "as", "with", "by", "than", "or", "but", "not", "on"}
)
_WORD = re.compile(r"[\w.'’&-]+")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&-]{1,40} |(?:[A-Z]\.){2,8} |\([\w'’& -]{1,40}\) ){1,12}$")
# What a title adds in parentheses: "Director (Legal)".
_ASIDE = re.compile(r"\([^()]{0,42}\)")
_PREPOSITION_BEFORE = re.compile(r"\b(?:at|for|from|in|of) (?:the )?$")
_BEFORE_CHARS = 12
# What people have offices in: "minister in charge of the district".
_AREAS = frozenset(
    {"borough", "district", "division", "municipality", "prefecture", "province", "region", "ward", "zone"}
)
_POSSESSIVE = re.compile(r"['’]s?$")
_VERB_ENDINGS = ("ed", "ing")
_MAX_TITLE_CHARS = 100


def find_prepositional_title(index: TextIndex, at: int) -> int:
    """
    Find the start of a title with a prepositional phrase that ends right before a name.

    Args:
        index: The text.

        at: Offset of the first character after the title.

    Returns:
        Offset of the first character of the title, without its article; *at* if there is none.

    Example:
        >>> text = "So said the director general of the museum Lord Marwick."
        >>> text[find_prepositional_title(TextIndex(text), text.index("Lord")):][:27]
        'director general of the mus'
    """
    before = index.search_before(_WORDS_BEFORE, at, _MAX_TITLE_CHARS)
    words = _words_between(index, before.start(), at) if before else []
    if not words or not _may_end_title([word.group() for word in words]):
        return at
    for place in range(len(words) - 2, 0, -1):
        word, previous = words[place].group(), words[place - 1].group()
        if word in _NOT_IN_TITLES or (is_role(word) and word.islower()):
            return at
        if word in _PREPOSITIONS and _heads_title(previous):
            return _extend(words, place - 1)
    return at


def _words_between(index: TextIndex, start: int, end: int) -> list[re.Match[str]]:
    """Return the words between two offsets, without those in parentheses."""
    asides = [aside.span() for aside in _ASIDE.finditer(index.text, start, end)]
    words = _WORD.finditer(index.text, start, end)
    return [word for word in words if not any(first < word.start() < last for first, last in asides)]


def _may_end_title(words: Sequence[str]) -> bool:
    """Return whether a phrase may end a title: it ends in a capitalized word, or a non-personal noun with "the"."""
    last = _POSSESSIVE.sub("", words[-1])
    if last in _PREPOSITIONS or last in _ARTICLES or is_role(last) or last in _NOT_IN_TITLES:
        return False
    if last[:1].isupper():
        return normalize(last) not in load_words("not_names")
    if words[-1] != last or last.endswith(_VERB_ENDINGS) or kind_of_ending(last) is not None:
        return False
    if last in _AREAS or is_office_field(last):
        return True
    return kind_of_noun(last) is SpeakerKind.ORGANIZATION or singular(last) in load_words("thing_nouns")


def _heads_title(word: str) -> bool:
    return is_role(word) and not is_courtesy_title(word) and normalize(word) not in load_words("standings")


def _extend(words: Sequence[re.Match[str]], at: int) -> int:
    """Return the offset of the first word of a title whose head is at an index."""
    while at and _is_modifier(words[at - 1].group()):
        at -= 1
    return words[at].start()


def _is_modifier(word: str) -> bool:
    """Return whether a word may precede the head of a title."""
    if normalize(word) in load_words("not_names") or is_courtesy_title(word):
        return False
    return word[0].isupper() or is_role(word) or word in load_words("title_modifiers")


def with_prepositional_title(index: TextIndex, mention: Mention) -> Mention:
    """
    Extend the mention of a person to a title with a prepositional phrase in front of it.

    Words that belong to the title, such as the place in "mayor of Leeds Anna Stone", are removed from the name.

    Args:
        index: The text.

        mention: The mention of a person.

    Returns:
        The mention with the title; unchanged if there is none.
    """
    words = list(_WORD.finditer(index.text, mention.name_start, mention.end))
    size, at = 0, mention.start
    if _PREPOSITION_BEFORE.search(index.before(mention.start, _BEFORE_CHARS)):
        if mention.start == mention.name_start:
            size = count_field_words([word.group() for word in words])
            at = words[size].start() if size else at
        else:
            at = _last_title_start(index, mention)
    start = find_prepositional_title(index, at)
    if start == at:
        return mention
    titles = (index.text[start:at].strip(), *(() if size else split_titles(index.text[at : mention.name_start])))
    name_start = at if size else mention.name_start
    name = build_name(index.text[name_start : mention.end].split()) if size else mention.name
    return Mention(start, name_start, mention.end, attrs.evolve(name, titles=titles), SpeakerKind.PERSON)


def _last_title_start(index: TextIndex, mention: Mention) -> int:
    """Return the offset of the short title right before a name: of "Dr" in "Department of Roads Dr Ida Holm"."""
    *before, last = _WORD.finditer(index.text, mention.start, mention.name_start)
    return last.start() if before and is_abbreviated_title(last.group()) else mention.start
