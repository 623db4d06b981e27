"""
How long it takes to group quotations, and how much memory it needs, on one core.

Statements are made of words that are drawn by chance, as often as words of a language are. Each is printed by four
outlets: twice word for word, once trimmed, once with some words changed. What is printed are figures: time, memory, and
pairwise precision and recall of a part of the groups.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import random
import resource
import time
from collections.abc import Sequence

import numpy as np

from quotekit.matching.clusters import group
from quotekit.matching.prints import Printed

VOCABULARY_WORDS = 50_000
COPIES = 4
SEED = 3


def make_prints(count: int) -> list[Printed]:
    """
    Make quotations.

    Args:
        count: Their number.

    Returns:
        The quotations; each four that follow each other are one utterance.
    """
    chance = random.Random(SEED)  # figures are repeatable
    drawn = np.random.default_rng(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(VOCABULARY_WORDS)]
    shares = 1 / np.arange(20, VOCABULARY_WORDS + 20)
    sums = np.cumsum(shares / shares.sum())
    prints: list[Printed] = []
    while len(prints) < count:
        words = [vocabulary[i] for i in np.searchsorted(sums, drawn.random(int(drawn.integers(10, 30)))) - 1]
        other = [vocabulary[chance.randrange(VOCABULARY_WORDS)] if chance.random() < 0.2 else word for word in words]  # noqa: PLR2004  # a fifth
        for version in (words, words, words[: len(words) // 2], other):
            text = " ".join(version)
            prints.append(Printed(str(len(prints)), "a1", text, ((0, len(text)),)))
    return prints


def score(groups: Sequence[Sequence[int]], count: int) -> tuple[float, float]:
    """
    Count the pairs in groups.

    Args:
        groups: The groups.

        count: Number of quotations.

    Returns:
        Precision and recall.
    """
    found = sum(len(members) * (len(members) - 1) // 2 for members in groups)
    right = 0
    for members in groups:
        sizes: dict[int, int] = {}
        for member in members:
            sizes[member // COPIES] = sizes.get(member // COPIES, 0) + 1
        right += sum(size * (size - 1) // 2 for size in sizes.values())
    return right / found, right / (count // COPIES * (COPIES * (COPIES - 1) // 2))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotations", type=int, default=100_000, help="number of quotations")
    count = parser.parse_args().quotations // COPIES * COPIES
    prints = make_prints(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, used = time.perf_counter(), time.process_time()
    groups = group(prints)
    seconds, processor = time.perf_counter() - started, time.process_time() - used
    precision, recall = score(groups, count)
    print(f"{count} quotations in {len(groups)} groups; precision {precision:.3f}, recall {recall:.3f}")
    print(f"time    {seconds:6.1f} s, {processor:6.1f} s of the processor")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory  {peak / 1024:6.0f} MiB at most, {before / 1024:.0f} MiB of it for the quotations themselves")


if __name__ == "__main__":
    main()
