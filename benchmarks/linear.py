"""
How much longer odd text takes than plain news of the same length, and how the time grows with the length.

Each pattern is a few characters or words, repeated up to a length, as scraped pages have them: marks, brackets,
leaders, tables, names, one cue after the other. Time is processor time of this process, the least of a few tries; plain
news is measured in the same run.

With ``--replay`` the model runs once on each different window and its scores are used again: what is measured then is
the part of quotekit itself.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
from collections.abc import Iterable, Sequence
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
#: A pattern should take at most so many times as long as plain news of the same length …
_MOST_RATIO = 3.0
#: … and at most so many times as long for twice the length.
_MOST_GROWTH = 2.2
_TRIES = 3


@attrs.frozen
class Figures:
    """What one pattern took."""

    #: What it is called.
    name: str
    #: Microseconds a character for each length.
    micros: tuple[float, ...]

    def ratios(self, news: Figures) -> list[float]:
        """
        Compare with plain news.

        Args:
            news: The figures of plain news, for the same lengths.

        Returns:
            For each length, how many times as long the pattern took.
        """
        return [own / plain for own, plain in zip(self.micros, news.micros, strict=True)]

    def growth(self, lengths: Sequence[int]) -> float:
        """
        Compare the two longest texts.

        Args:
            lengths: The lengths.

        Returns:
            The factor by which the time grows for twice the length; 2 is linear.
        """
        (less, more), (short, long) = self.micros[-2:], lengths[-2:]
        return float(2 * (more / less) ** (1 / math.log2(long / short)))


def repeat(piece: str, length: int) -> str:
    """
    Repeat a piece.

    Args:
        piece: What is repeated.

        length: The length of the text.

    Returns:
        The text.
    """
    return (piece * (length // len(piece) + 1))[:length]


def measure(extractor: Extractor, texts: Iterable[str], name: str) -> Figures:
    """
    Measure one pattern.

    Args:
        extractor: Reads it.

        texts: Its texts, one of each length.

        name: What it is called.

    Returns:
        The figures: the least processor time of a few tries each.
    """
    return Figures(name, tuple(min(_micros(extractor, text) for _ in range(_TRIES)) for text in texts))


def _micros(extractor: Extractor, text: str) -> float:
    start = time.process_time()
    extractor.extract(text)
    return (time.process_time() - start) * 1e6 / len(text)


def main() -> int:
    """Measure all patterns, and print a table in Markdown; fail if one is too slow or grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--lengths", type=int, nargs="+", default=[4_000, 8_000, 16_000], help="characters of the texts"
    )
    parser.add_argument("--only", nargs="+", choices=PATTERNS, help="measure these patterns only")
    parser.add_argument("--replay", action="store_true", help="run the model once on each different window")
    options = parser.parse_args()
    if options.replay:
        session._load = replaying_load(session._load)  # noqa: SLF001  # the one place where a model is loaded
    extractor = Extractor(threads=1)
    extractor.extract(write_text(1_000))
    news = measure(extractor, map(write_text, options.lengths), "plain news, µs a character")
    print("| text | " + " | ".join(f"{length:,}" for length in options.lengths) + " | growth |")
    print("|---" * (len(options.lengths) + 2) + "|")
    print(
        f"| {news.name} | "
        + " | ".join(f"{one:.0f}" for one in news.micros)
        + f" | {news.growth(options.lengths):.2f} |"
    )
    failed = []
    for name in options.only or PATTERNS:
        found = measure(extractor, (repeat(PATTERNS[name], length) for length in options.lengths), name)
        ratios, growth = found.ratios(news), found.growth(options.lengths)
        print(f"| {name} | " + " | ".join(f"{one:.2f}" for one in ratios) + f" | {growth:.2f} |", flush=True)
        if max(ratios) > _MOST_RATIO or growth > _MOST_GROWTH:
            failed.append(name)
    print(f"\n{len(failed)} of {len(options.only or PATTERNS)} above the limits: {', '.join(failed) or 'none'}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
