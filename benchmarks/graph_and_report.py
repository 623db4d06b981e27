"""
How long it takes to make a graph and a report of articles, by their number, on one core.

The articles are ``examples/japan_summit.txt`` with other endings, in four outlets and twelve months, extracted once.
What is printed is the processor time for each article: to write the graph, to read it, to make it in NetworkX, to draw
the chains, to count the sources and to write the report; and the peak of memory.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import attrs

import quotekit
from quotekit.graph import read_graph, to_networkx, write_chains, write_graph
from quotekit.report import summarize_sources, write_report

EXAMPLE = Path(__file__).parent.parent / "examples" / "japan_summit.txt"
OUTLETS, MONTHS = 4, 12


def make_articles(count: int) -> Iterator[quotekit.Article]:
    """
    Make articles.

    Args:
        count: Their number.

    Yields:
        The articles.
    """
    first = quotekit.extract(EXAMPLE.read_text(encoding="utf-8"))
    for number in range(count):
        meta = {"outlet": f"Outlet {number % OUTLETS}", "date": f"2024-{number % MONTHS + 1:02}-03"}
        yield attrs.evolve(first, id=f"article {number}", text=f"{first.text}\n{number}", meta=meta)


def measure(count: int) -> None:
    """Measure with so many articles, and print a line for each step."""
    articles = list(make_articles(count))
    graph = io.StringIO()
    steps: dict[str, Callable[[], object]] = {
        "write graph": partial(write_graph, articles, graph),
        "read graph": lambda: read_graph(io.StringIO(graph.getvalue())),
        "NetworkX": partial(to_networkx, articles),
        "draw chains": lambda: write_chains(articles, io.StringIO()),
        "count sources": partial(summarize_sources, articles),
        "write report": lambda: write_report(articles, io.StringIO()),
    }
    for name, step in steps.items():
        started = time.process_time()
        step()
        seconds = time.process_time() - started
        print(f"{count:7}  {name:14}{seconds:7.2f} s, {seconds / count * 1000:6.2f} ms for each article")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{count:7}  memory        {peak / 1024:6.0f} MiB at most")


def main() -> None:
    """Measure each number of articles in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000, 4000], help="numbers of articles")
    counts = parser.parse_args().articles
    if len(counts) == 1:
        measure(counts[0])
        return
    for count in counts:
        subprocess.run([sys.executable, __file__, "--articles", str(count)], check=True)  # noqa: S603  # this script


if __name__ == "__main__":
    main()
