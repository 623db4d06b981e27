"""
How long it takes to hold quotations against sources, on one core.

Sources and quotations are made of words that are drawn by chance, as often as words of a language are; a quarter of the
quotations are verbatim, trimmed, altered and merged each. What is printed are figures, and the peak of memory.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import random
import resource
import time
from collections import Counter

import numpy as np

from quotekit.verify import SourceTexts, Verifier

VOCABULARY_WORDS = 20_000
SENTENCES = 200
SEED = 3


def make_sources(words: int) -> list[list[str]]:
    """
    Make texts.

    Args:
        words: Number of words in all of them.

    Returns:
        The sentences of each text.
    """
    chance = random.Random(SEED)  # figures are repeatable
    drawn = np.random.default_rng(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(VOCABULARY_WORDS)]
    shares = 1 / np.arange(1, VOCABULARY_WORDS + 1)
    sums = np.cumsum(shares / shares.sum())
    texts: list[list[str]] = []
    made = 0
    while made < words:
        lengths = drawn.integers(6, 30, SENTENCES)
        rows = [[vocabulary[i] for i in np.searchsorted(sums, drawn.random(size)) - 1] for size in lengths]
        texts.append([" ".join(row).capitalize() + "." for row in rows])
        made += int(lengths.sum())
    return texts


def make_quotation(number: int, text: list[str], chance: random.Random) -> str:
    """
    Make a quotation.

    Args:
        number: Its number, which decides whether it is verbatim, trimmed, altered or merged.

        text: The sentences of its source.

        chance: The source of chance.

    Returns:
        The quotation.
    """
    words = chance.choice(text).rstrip(".").split()
    if number % 4 == 1:
        words = [*words[: len(words) // 3], "…", *words[len(words) // 2 :]]
    elif number % 4 == 2:  # noqa: PLR2004  # of four kinds
        words[len(words) // 2] = "changed"
    more = f" {chance.choice(text)}" if number % 4 == 3 else ""  # noqa: PLR2004
    return f"{' '.join(words)}.{more}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=600_000, help="number of words in the sources")
    parser.add_argument("--quotations", type=int, default=5_000, help="number of quotations")
    arguments = parser.parse_args()
    texts = make_sources(arguments.words)
    chance = random.Random(SEED)  # figures are repeatable
    quotations = [make_quotation(i, chance.choice(texts), chance) for i in range(arguments.quotations)]
    started, used = time.perf_counter(), time.process_time()
    verifier = Verifier(SourceTexts({str(i): " ".join(text) for i, text in enumerate(texts)}))
    indexed, indexing = time.perf_counter(), time.process_time()
    verdicts = Counter(verifier.verify(quotation).verdict.value for quotation in quotations)
    done, all_used = time.perf_counter(), time.process_time()
    print(f"{arguments.words} words, {arguments.quotations} quotations: {dict(verdicts)}")
    print(f"index   {indexed - started:6.1f} s, {indexing - used:6.1f} s of the processor")
    print(f"verify  {done - indexed:6.1f} s, {all_used - indexing:6.1f} s of the processor")
    print(f"memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MiB at most")


if __name__ == "__main__":
    main()
