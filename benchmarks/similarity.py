"""
How well textacy's measures of similarity tell one utterance from two, compared with quotekit's.

On the labelled pairs of the tests of matching: for each measure the precision where recall is at least 0.85, at the
threshold that gives the best; and the time for a pair. Measures of sequences get the stems of words of content.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from textacy import similarity

from quotekit.matching.likeness import Reader, are_same
from quotekit.matching.stems import is_content, stem_of
from quotekit.wording import read_words

DATA = Path(__file__).parent.parent / "tests" / "matching" / "data"
FILES = ("statements.txt", "held_statements.txt")
OF_TEXTS = ("levenshtein", "jaro", "character_ngrams", "token_sort_ratio", "matching_subsequences_ratio")
OF_STEMS = ("jaccard", "sorensen_dice", "tversky", "cosine", "bag", "monge_elkan")
MIN_RECALL = 0.85
VERSIONS = 4


class Pair(NamedTuple):
    """Two quotations, and whether they are one utterance."""

    one: str
    other: str
    is_same: bool


def read_pairs(path: Path) -> Iterator[Pair]:
    """Read the pairs of a file: of four lines, the first three are one utterance."""
    lines = [line.partition(": ") for line in path.read_text(encoding="utf-8").splitlines()]
    said = [(label, text) for label, _, text in lines if label in set("abcx")]
    for at in range(0, len(said), VERSIONS):
        for (label, text), (other_label, other) in combinations(said[at : at + VERSIONS], 2):
            yield Pair(text, other, "x" not in label + other_label)


def stems(text: str) -> list[str]:
    """Return the stems of a text's words of content."""
    return [stem_of(key) for key in read_words(text).keys if is_content(key)]


def best(scores: Sequence[float], pairs: Sequence[Pair]) -> tuple[float, float]:
    """Return precision and recall at the threshold with the best precision of those with enough recall."""
    found: list[tuple[float, float]] = []
    same = sum(pair.is_same for pair in pairs)
    for threshold in set(scores):
        taken = [pair.is_same for score, pair in zip(scores, pairs, strict=True) if score >= threshold]
        if sum(taken) >= MIN_RECALL * same:
            found.append((sum(taken) / len(taken), sum(taken) / same))
    return max(found)


def measure(function: Callable[[Any, Any], float], values: Sequence[tuple[Any, Any]]) -> tuple[list[float], float]:
    """Return the scores of pairs, and the microseconds for each."""
    started = time.process_time()
    scores = [float(function(*both)) for both in values]
    return scores, (time.process_time() - started) / len(values) * 1e6


def main() -> None:
    """Measure and print."""
    # Of scikit-learn, about an argument that textacy gives it.
    warnings.filterwarnings("ignore", category=UserWarning)
    for name in FILES:
        pairs = list(read_pairs(DATA / name))
        print(f"{name}: {len(pairs)} pairs")
        reader = Reader()
        read = [(reader.read(pair.one), reader.read(pair.other)) for pair in pairs]
        print_row("quotekit", *measure(are_same, read), pairs)
        for measures, prepare in ((OF_STEMS, stems), (OF_TEXTS, str)):
            values = [(prepare(pair.one), prepare(pair.other)) for pair in pairs]
            for function in measures:
                print_row(function, *measure(getattr(similarity, function), values), pairs)


def print_row(name: str, scores: Sequence[float], microseconds: float, pairs: Sequence[Pair]) -> None:
    """Print the figures of a measure."""
    precision, recall = best(scores, pairs)
    print(f"  {name:28} precision {precision:.2f}, recall {recall:.2f}, {microseconds:6.0f} µs")


if __name__ == "__main__":
    main()
