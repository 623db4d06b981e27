"""Find the lower-case words of a title in front of a name: "palace press secretary Ida Holm"."""

from __future__ import annotations

import re

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_courtesy_title, is_role
from quotekit.names.capitalized_runs import is_no_name
from quotekit.names.mention import Mention
from quotekit.names.titles import split_titles
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_title_start", "with_leading_title", "with_titles_from"]

_WORD = re.compile(r"[\w.'’-]+")
_WORDS_BEFORE = re.compile(r"(?:[\w.'’-]{1,40} ){1,45}$")
_MAX_TITLE_CHARS = 90
_MAX_INITIAL_CHARS = 2
# After a rank or an office: "Justice (retd) Holm", "Forest Officer (FO) Ida Holm".
_ASIDE = re.compile(r" \((?:[Rr]etd?|[Rr]td|retired|[A-Z]{2,8})\.?\) $")
_ASIDE_CHARS = len(" (ABCDEFGH.) ")
# In the fields of offices ("of the Treasury"), but never their last word.
_SMALL_WORDS = frozenset({"and", "the"})


def find_title_start(index: TextIndex, at: int, *, has_title: bool) -> int:
    """
    Find the start of the title in front of a name: "press secretary", or "panel" before "Chairman".

    Args:
        index: The text.

        at: Offset of the mention's first character.

        has_title: Whether the mention begins with a title already.

    Returns:
        Offset of the first character of the title; *at* if there is none.

    Example:
        >>> find_title_start(TextIndex("The palace press secretary Ida Holm smiled."), 27, has_title=False)
        11
    """
    aside = index.search_before(_ASIDE, at, _ASIDE_CHARS)
    if aside is not None:
        start = find_title_start(index, aside.start() + 1, has_title=has_title)
        return start if start <= aside.start() else at
    last_chars = index.before(at, 2)
    if not last_chars.endswith(" ") or not last_chars[:-1].isalnum():
        return at
    nearest = index.before(at, _MAX_TITLE_CHARS)[:-1].rpartition(" ")[2]
    if not (has_title or is_role(nearest) or (nearest in load_words("portfolios") and nearest not in _SMALL_WORDS)):
        return at
    before = index.search_before(_WORDS_BEFORE, at, _MAX_TITLE_CHARS)
    start = at
    words = list(_WORD.finditer(index.text, before.start(), at)) if before else []
    while words:
        found = words.pop()
        if not has_title and found.group() in load_words("portfolios") and _is_of_office(words):
            words.pop()
            found = words.pop()
        if not _is_title_word(found.group(), has_title=has_title):
            break
        has_title, start = True, found.start()
    return start


def _is_of_office(words: list[re.Match[str]]) -> bool:
    """Return whether words end in "of" and have others before it: "secretary of" state."""
    return len(words) > 1 and words[-1].group() == "of"


def _is_title_word(word: str, *, has_title: bool) -> bool:
    """Return whether a word is part of a title; modifiers are only in front of the rest of the title."""
    if is_no_name(word) or _ends_sentence(word):
        return False
    if is_role(word) and not is_courtesy_title(word):
        return True
    return has_title and (word[0].isupper() or word in load_words("title_modifiers"))


def _ends_sentence(word: str) -> bool:
    """Return whether a word ends a sentence, rather than with the period of a title, an initial or an acronym."""
    return word.endswith(".") and "." not in word[:-1] and len(word) > _MAX_INITIAL_CHARS and not is_role(word)


def with_titles_from(index: TextIndex, mention: Mention, start: int) -> Mention:
    """
    Extend a mention to the titles in front of it.

    Args:
        index: The text.

        mention: The mention of a person.

        start: Offset of the first character of the titles.

    Returns:
        The mention with these titles.
    """
    titles = tuple(split_titles(_ASIDE.sub(" ", index.text[start : mention.name_start])))
    return attrs.evolve(mention, start=start, name=attrs.evolve(mention.name, titles=titles))


def with_leading_title(index: TextIndex, mention: Mention) -> Mention:
    """
    Extend the mention of a person to the title in front of it.

    Args:
        index: The text.

        mention: The mention.

    Returns:
        The mention with its title; unchanged if it does not name a person.
    """
    if mention.kind is not SpeakerKind.PERSON:
        return mention
    start = find_title_start(index, mention.start, has_title=mention.start < mention.name_start)
    return with_titles_from(index, mention, start)
