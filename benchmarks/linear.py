"""
How much longer odd text takes than plain news of the same length, and how the time grows with the length.

Each pattern is one to three characters or words that are repeated up to a length, as scraped pages have them: marks, brackets,
leaders, tables, names, one cue after the other. Time is processor time of this process, the least of a few tries; plain news is
measured in the same run, so that the figures depend little on the machine.

With ``--replay`` the model runs once on each different window and its scores are used again: what is measured then is the part
of quotekit itself.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Final

os.environ.setdefault("OMP_NUM_THREADS", "1")

import attrs
from growth import replaying_load, write_text

from quotekit import Extractor
from quotekit.tagger import session

#: What is repeated, by what it is called.
PATTERNS: Final = {
    "straight marks": '"',
    "curly marks, opening": "“",
    "curly marks, closing": "”",
    "marks, nested": "“‘",
    "marks, empty pairs": "“”",
    "apostrophes": "'",
    "guillemets": "«»",
    "backticks": "`",
    "low marks": "„",
    "corner marks": "「」",
    "one letter in marks": "“a” ",
    "unclosed marks and words": "“it rained ",
    "brackets": "(",
    "square brackets": "[",
    "bracket pairs": "()",
    "braces": "{",
    "commas": ",",
    "comma and blank": ", ",
    "full stops": ".",
    "leaders with blanks": ". ",
    "ellipses": "…",
    "dashes": "—",
    "hyphens": "-",
    "dash and blank": "— ",
    "slashes": "/",
    "colons": ":",
    "semicolons": ";",
    "question marks": "?",
    "exclamation marks": "!",
    "asterisks": "*",
    "underscores": "_",
    "hashes": "#",
    "at signs": "@",
    "ampersands": "&",
    "less-than signs": "<",
    "greater-than signs": ">",
    "backslashes": "\\",
    "bars": "|",
    "dollar signs": "$",
    "blanks": " ",
    "no-break spaces": "\u00a0",
    "tabs": "\t",
    "line breaks": "\n",
    "carriage returns": "\r\n",
    "line separators": "\u2028",
    "zero bytes": "\0",
    "zero-width joiners": "\u200d",
    "combining marks": "\u0301",
    "emoji": "😀",
    "emoji with joiners": "👩\u200d🚒",
    "bidirectional marks": "\u202e",
    "lone surrogates": "\ud800",
    "one word without end": "a",
    "capitals without end": "A",
    "digits": "7",
    "numbers": "7, ",
    "ideographs": "漢",
    "hyphenated words": "a-",
    "initials": "A. ",
    "initials without blanks": "A.",
    "letters and blanks": "a ",
    "capital letters and blanks": "A ",
    "words": "rain ",
    "capitalized words": "Holm ",
    "names": "Ida Holm ",
    "names and commas": "Ida Holm, ",
    "names and and": "Holm and ",
    "titles": "Mr. ",
    "he said": "he said ",
    "said, comma": "said, ",
    "she said that": "she said that ",
    "sentences": "He said so. ",
    "the": "the ",
    "that": "that ",
    "according to": "according to ",
    "agencies": "(Reuters) ",
    "datelines": "OSLO (AP) — ",
    "possessives": "Holm’s ",
    "questions and answers": "Q: A: ",
    "speaker labels": "HOLM: Yes.\n",
    "lines": "rain\n",
    "paragraphs": "It rained.\n\n",
    "paragraphs that reopen a mark": "“It rained.\n\n",
    "quotations": "“No,” he said. ",
    "bullets": "- “No”\n",
    "quoted lines": "> It rained.\n",
    "nested statements": "Holm said ",
    "markup": "<p>rain</p>",
    "links": "[a](b) ",
    "entities": "&amp;",
    "addresses": "http://a.b/c ",
    "table rows": "| a | b |\n",
    "credits": "By Ida Holm\n",
    "photo credits": "Photo: Ida Holm\n",
}
_SLOW, _STEEP = 3.0, 2.2


@attrs.frozen
class Figures:
    """What one pattern took."""

    name: str
    #: Microseconds a character, for each length.
    micros: tuple[float, ...]

    def growth(self, lengths: Sequence[int]) -> float:
        """Return the factor by which the time of the longest text grows if its length doubles."""
        (short, long), (less, more) = self.micros[-2:], lengths[-2:]
        return float(2 * (long / short) ** (1 / _doublings(less, more)))


def _doublings(less: int, more: int) -> float:
    return (more / less).bit_length() if isinstance(more / less, int) else max(1.0, (more / less) / 2)


def measure(extractor: Extractor, text: str, tries: int) -> float:
    """
    Measure one text.

    Args:
        extractor: Reads it.

        text: The text.

        tries: How often it is read.

    Returns:
        The least processor time of the tries, in microseconds a character.
    """
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        extractor.extract(text)
        best = min(best, time.process_time() - start)
    return best * 1e6 / len(text)
