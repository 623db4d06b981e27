"""Find bare surnames that are also words, of people whose full names are in the text: "Best", "Oh", "French"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize, normalized_words
from quotekit.names.mention import Mention
from quotekit.names.person_names import build_name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_word_surnames"]

# What follows a name, but not other words that begin a sentence.
_AFTER_NAME = re.compile(
    r"""
    , [ ] (?:\d | who\b | whose\b | an?\b | the\b)             # ", who leads"
    | [ ] (?:also[ ]|then[ ]|later[ ])?
      (?: added|also|asked|called|denied|did|does|had|has|is|joined|left|told|said|says|wants|was|will|would|wrote )\b
    | ['’]s\b
    """,
    re.VERBOSE,
)
# What shows that "French" is a person here: the end of a clause, or a verb; and what shows that it is not.
_AFTER_DEMONYM = re.compile(r"[,.;:!?)”\"’]|['’]s\b|$| [a-z]{2,20}ed\b")
_BEFORE_DEMONYM = re.compile(r"\b(?:an?|the|in|into|speaks?|spoke|every|no|of) $", re.IGNORECASE)
_MAX_WORD_CHARS = 8
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:;\n—–-][\"”’)\]]{0,40})\s{0,9}[\"“‘'(\[]{0,40}\Z")
_MAX_SENTENCE_GAP_CHARS = 8


def find_word_surnames(
    index: TextIndex, mentions: Iterable[Mention], is_unreliable: Callable[[int, int], bool]
) -> Iterator[Mention]:
    """
    Find bare surnames that only the full names in the text show to be names.

    Args:
        index: The text.

        mentions: The mentions found so far.

        is_unreliable: Returns whether capitals are uninformative in a part of the text, given its bounds.

    Yields:
        The mentions.

    Example:
        >>> from quotekit.names import find_mentions
        >>> [m.name.text for m in find_mentions(TextIndex("Ann Best won. Best, who is 30, smiled. Best of all, no."))]
        ['Ann Best', 'Best']
    """
    named = list(mentions)
    surnames = {
        m.name.surname for m in named if m.kind is SpeakerKind.PERSON and m.name.given and _is_word(m.name.surname)
    }
    if not surnames:
        return
    starts, ends = {m.name_start for m in named}, {m.end for m in named}
    words = re.compile(rf"(?<![\w'’@#-])(?:{'|'.join(map(re.escape, sorted(surnames)))})(?![\w-])")
    for found in words.finditer(index.text):
        start, end = found.span()
        if start in starts or end in ends or is_unreliable(start, end):
            continue
        if _is_demonym(found.group()):
            if _shows_person(index, start, end):
                yield Mention(start, start, end, build_name([found.group()]), None)
            continue
        opens = index.search_before(_SENTENCE_START, start, _MAX_SENTENCE_GAP_CHARS) is not None
        if index.match_after(_AFTER_NAME, end) or not (opens or normalize(found.group()) in load_words("months")):
            yield Mention(start, start, end, build_name([found.group()]), None)


def _is_word(surname: str) -> bool:
    """Return whether a surname is a word that does not count as a name by itself."""
    word = normalize(surname)
    return word in load_words("not_names") or word in load_words("sentence_openers") or _is_demonym(surname)


def _is_demonym(word: str) -> bool:
    """Return whether a word is also the name of a people: "French"."""
    bare = normalize(word)
    return bare in load_words("demonyms") or f"{bare}s" in normalized_words("proper_groups")


def _shows_person(index: TextIndex, start: int, end: int) -> bool:
    """Return whether the words around a surname that is also the name of a people show that a person is meant."""
    if index.search_before(_BEFORE_DEMONYM, start, _MAX_WORD_CHARS):
        return False
    return index.match_after(_AFTER_NAME, end) is not None or index.match_after(_AFTER_DEMONYM, end) is not None
