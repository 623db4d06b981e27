"""
How long it takes to find who printed what, and how much memory it needs, on one core.

Statements are made of words that are drawn by chance, as often as words of a language are. Each is printed by four
outlets: twice word for word, once trimmed, once with some words changed; each version is an article of a stream. What
is printed are figures: time to group the quotations and to compare the versions, memory, and pairwise precision and
recall.
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
from collections.abc import Iterator
from itertools import pairwise

import attrs
import numpy as np

from quotekit.matching import Statement, cluster
from quotekit.records import Article, Attribution, Kind, Spans

VOCABULARY_WORDS = 50_000
COPIES = 4
SEED = 3


@attrs.define
class Scores:
    """Pairs of quotations in statements, counted as they pass by."""

    #: Pairs that are in one statement.
    found: int = 0
    #: Those of them that are one utterance.
    right: int = 0

    def add(self, statement: Statement) -> None:
        """Count the pairs of a statement."""
        of = Counter(int(version.printed.article or 0) // COPIES for version in statement.versions)
        self.found += _pairs(len(statement.versions))
        self.right += sum(map(_pairs, of.values()))


def make_texts(count: int) -> Iterator[str]:
    """
    Make quotations.

    Args:
        count: Their number.

    Yields:
        The quotations; each four that follow each other are one utterance.
    """
    chance = random.Random(SEED)  # figures are repeatable
    drawn = np.random.default_rng(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(VOCABULARY_WORDS)]
    shares = 1 / np.arange(20, VOCABULARY_WORDS + 20)
    sums = np.cumsum(shares / shares.sum())
    for _ in range(count // COPIES):
        words = [vocabulary[i] for i in np.searchsorted(sums, drawn.random(int(drawn.integers(10, 30)))) - 1]
        other = [vocabulary[chance.randrange(VOCABULARY_WORDS)] if chance.random() < 0.2 else word for word in words]  # noqa: PLR2004  # a fifth
        yield from (" ".join(version) for version in (words, words, words[: len(words) // 2], other))


def make_articles(count: int) -> Iterator[Article]:
    """
    Make articles.

    Args:
        count: Their number.

    Yields:
        Articles with one quotation each, of four outlets in turn.
    """
    none = Spans()
    for number, text in enumerate(make_texts(count)):
        quoted = Spans.of(text, [(0, len(text))])
        said = Attribution("a1", Kind.DIRECT, quoted, quoted, none, None, none, None, None, (), False, None, 1.0)  # noqa: FBT003
        yield Article(str(number), text, (said,), meta={"outlet": f"Outlet {number % COPIES}"})


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotations", type=int, default=100_000, help="number of quotations")
    count = parser.parse_args().quotations // COPIES * COPIES
    scores, statements = Scores(), 0
    times = [(time.perf_counter(), time.process_time())]
    for _ in make_articles(count):
        pass
    times.append((time.perf_counter(), time.process_time()))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for statement in cluster(make_articles(count)):
        if not statements:
            times.append((time.perf_counter(), time.process_time()))
        statements += 1
        scores.add(statement)
    times.append((time.perf_counter(), time.process_time()))
    making, grouping, comparing = ([b - a for a, b in zip(*both, strict=True)] for both in pairwise(times))
    grouping = [all_ - made for all_, made in zip(grouping, making, strict=True)]
    recall = scores.right / (count // COPIES * _pairs(COPIES))
    print(f"{count} quotations, {statements} statements")
    print(f"pairs   precision {scores.right / scores.found:.3f}, recall {recall:.3f}")
    for name, (seconds, processor) in (("group", grouping), ("compare", comparing)):
        print(f"{name:8}{seconds:6.1f} s, {processor:6.1f} s of the processor")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory  {peak / 1024:6.0f} MiB at most, {before / 1024:.0f} MiB of it before")


if __name__ == "__main__":
    main()
