"""
How much faster several processes read many articles than one: elapsed time, so the machine must be idle.

The same small invented articles are read with one process and with several, in turns. The first tenth of a reading is
not counted: processes that start load the model. What is printed is the median of the ratios of neighbouring readings,
and whether the articles were the same.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator
from itertools import islice

from growth import write_article

from quotekit import Article, Extractor


def read(extractor: Extractor, articles: int, processes: int) -> tuple[float, list[Article]]:
    """
    Read articles; the clock starts after the first tenth of them.

    Args:
        extractor: The extractor.

        articles: How many.

        processes: With how many processes.

    Returns:
        Articles in a second, and the articles.
    """
    found: list[Article] = []
    stream: Iterator[Article] = extractor.pipe(map(write_article, range(articles)), n_process=processes)
    # Each of the processes has loaded the model when it has sent something.
    found.extend(islice(stream, max(1, articles // 10)))
    started, begun = time.perf_counter(), len(found)
    found.extend(stream)
    return (len(found) - begun) / (time.perf_counter() - started), found


def main() -> None:
    """Measure, and print the median ratio."""
    parser = argparse.ArgumentParser(description="Compare several processes with one.")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    extractor, ratios = Extractor(), []
    for _ in range(arguments.rounds):
        one, alone = read(extractor, arguments.articles, 1)
        several, together = read(extractor, arguments.articles, arguments.processes)
        ratios.append(several / one)
        print(f"{one:7.1f} and {several:7.1f} articles a second, ratio {ratios[-1]:.2f}, equal: {alone == together}")
    print(f"median {statistics.median(ratios):.2f} with {arguments.processes} processes")


if __name__ == "__main__":
    main()
