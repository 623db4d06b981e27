"""Find an article's notes on itself: corrections, updates and acknowledgments of funding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotekit.text import Bounds, TextIndex

__all__ = ["find_editorial_notes"]

_PIECE = (
    r"(?:article|blog|caption|column|feature|headline|interview|item|live\s?blog|newsletter|page|piece|podcast|post|"
    r"project|reporting|report|series|stor(?:y|ies)|text|transcript|video)s?"
)
# "This article has been updated to reflect …", "An earlier version of this story said …", "Support for this series
# was provided by …".
_NOTE = re.compile(
    rf"""
    (?: (?: clarification | correction | editor['’]?s? [ ] note | note | update )s?
        (?: [ ] \( [^()\n]{{2,40}} \) )? [:—–-] \s*
    )?
    (?: (?: this | the ) \s (?: [\w-]{{1,20}} \s ){{0,2}} {_PIECE} \s
        (?: (?: has | have | had ) (?: \s since )? \s been | was | is | were )
        (?: \s \w{{2,12}} ){{0,2}}? \s (?: amended | changed | clarified | corrected | edited | refiled | revised
          | updated )
        (?= \s (?: to | on | at | after | since | in | with | by | following | because | from | \d ) \b | [.,;] | $ )
      | (?: an? | the ) \s (?: earlier | former | original | past | previous | prior ) \s
        (?: version | edition | headline | caption | draft )s? \s (?: of | to | on | for | in ) \s
        (?: this | the | our ) \s
      | (?: this | the ) \s {_PIECE} \s (?: \w{{2,12}} \s ){{0,2}}? (?: was | is ) \s (?: \w{{2,12}} \s ){{0,2}}?
        (?: funded | made \s possible | produced | published | sponsored | supported ) \s
        (?: by | in \s partnership | through | thanks | with ) \b
      | we \s (?: have \s )? (?: amended | clarified | corrected | revised | updated ) \s
        (?: this | the ) \s {_PIECE} \b
      | this \s (?: {_PIECE} | version ) \s corrects \b
      | (?: funding | support ) \s for \s (?: this | our ) \s
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


# "Correction: The ferry left at noon." The whole paragraph is a note, unless it is a headline.
_LABELLED = re.compile(r"[ \t(*_]{0,40}(?:clarification|correction)s?[*_]{0,40}:", re.IGNORECASE)
_PROSE_END = re.compile(r"[.!?][\"”’')\]*_]*\s*$")
_LAST_CHARS = 10


def find_editorial_notes(index: TextIndex) -> Iterator[Bounds]:
    """
    Find the sentences about the article's own corrections, updates and supporters.

    Args:
        index: The article's text.

    Yields:
        Bounds of the sentences, in text order.

    Example:
        >>> index = TextIndex("It rained. This article has been updated to reflect that it rained.")
        >>> [index.text[start:end] for start, end in find_editorial_notes(index)]
        ['This article has been updated to reflect that it rained.']
    """
    note_end = 0
    for start, end in _sentences(index):
        if labelled := index.match_after(_LABELLED, start):
            line_end = index.line_at(labelled.end())[1]
            note_end = line_end if _PROSE_END.search(index.before(line_end, _LAST_CHARS)) else 0
        if (bounds := index.strip(start, end)) and (
            bounds[0] < note_end or index.match_after(_NOTE, _after_marks(index, bounds[0]))
        ):
            yield bounds


def _sentences(index: TextIndex) -> Iterator[Bounds]:
    starts = (0, *index.detected_sentence_starts, len(index.text))
    return ((start, end) for start, end in pairwise(starts) if start < end)


def _after_marks(index: TextIndex, at: int) -> int:
    """Return the offset of a sentence's first word, after marks such as "(" and "*"."""
    while at < len(index.text) and index.text[at] in "([*_•–—- ":
        at += 1
    return at
