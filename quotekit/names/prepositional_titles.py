"""Find titles with a prepositional phrase inside: "director general of the museum Lord Marwick"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_courtesy_title, is_role, kind_of_ending, kind_of_noun, normalize, singular
from quotekit.names.mention import Mention
from quotekit.names.person_names import build_name
from quotekit.names.titles import count_field_words
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_prepositional_title", "with_prepositional_title"]

_PREPOSITIONS = frozenset({"at", "for", "from", "in", "of", "to"})
_ARTICLES = frozenset({"a", "an", "the"})
_NOT_IN_TITLES = frozenset(
    {"that", "which", "who", "whom", "whose", "as", "with", "by", "than", "or", "but", "not", "on"}
)
_WORD = re.compile(r"[\w.'’&-]+")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&-]{1,40} |(?:[A-Z]\.){2,8} ){1,12}$")
_PREPOSITION_BEFORE = re.compile(r"\b(?:at|for|from|in|of) (?:the )?$")
_BEFORE_CHARS = 12
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
    words = list(_WORD.finditer(index.text, before.start(), at)) if before else []
    if not words or not _may_end_title([word.group() for word in words]):
        return at
    for place in range(len(words) - 2, 0, -1):
        word, previous = words[place].group(), words[place - 1].group()
        if word in _NOT_IN_TITLES or (is_role(word) and word.islower()):
            return at
        if word in _PREPOSITIONS and _heads_title(previous):
            return _extend(words, place - 1)
    return at


def _may_end_title(words: Sequence[str]) -> bool:
    """Return whether a phrase may end a title: it ends in a capitalized word, or a non-personal noun with "the"."""
    last = _POSSESSIVE.sub("", words[-1])
    if last in _PREPOSITIONS or last in _ARTICLES or is_role(last) or last in _NOT_IN_TITLES:
        return False
    if last[:1].isupper():
        return normalize(last) not in load_words("not_names")
    if words[-1] != last or last.endswith(_VERB_ENDINGS) or kind_of_ending(last) is not None:
        return False
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
    size = 0
    if mention.start == mention.name_start and _PREPOSITION_BEFORE.search(index.before(mention.start, _BEFORE_CHARS)):
        size = count_field_words([word.group() for word in words])
    at = words[size].start() if size else mention.start
    start = find_prepositional_title(index, at)
    if start == at:
        return mention
    titles = (index.text[start:at].strip(), *(() if size else mention.name.titles))
    name_start = at if size else mention.name_start
    name = build_name(index.text[name_start : mention.end].split()) if size else mention.name
    return Mention(start, name_start, mention.end, attrs.evolve(name, titles=titles), SpeakerKind.PERSON)
