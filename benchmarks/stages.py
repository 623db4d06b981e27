"""
Time by stage: microseconds a word that each room of the package takes.

A thread looks a thousand times a second at what the main thread is doing. What the model's session computes is a stage
of its own. Elapsed time: run it on an idle machine.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from speed import EXAMPLE, read_texts

import quotekit

PACKAGE = "quotekit"
INTERVAL_SECONDS = 0.001
SESSION = "model"
# Rooms that only pass texts on.
OUTER = ("extractor", "pipeline")


def sample(thread: int, stop: threading.Event, counts: Counter[str]) -> None:
    """
    Count what a thread is doing.

    Args:
        thread: The thread's identifier.

        stop: Set when there is nothing more to count.

        counts: How often each stage was seen; changed.
    """
    while not stop.wait(INTERVAL_SECONDS):
        counts[stage_of(sys._current_frames().get(thread))] += 1  # noqa: SLF001  # it is documented


def stage_of(frame: FrameType | None) -> str:
    """
    Name the stage that a frame belongs to.

    Args:
        frame: The innermost frame of a thread.

    Returns:
        The room of the outermost function below the pipeline; ``model`` for a run of the model's session.
    """
    names: list[str] = []
    while frame is not None:
        names.append(str(frame.f_globals.get("__name__", "")))
        frame = frame.f_back
    if "onnxruntime" in names[0]:
        return SESSION
    rooms = [name.split(".")[1] for name in reversed(names) if name.startswith(f"{PACKAGE}.")]
    return next((room for room in rooms if room not in OUTER), OUTER[-1])


def main() -> None:
    """Read texts and print the time of each stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=EXAMPLE, help="articles as JSON lines, or one text")
    parser.add_argument("--model", help="the model to use")
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts)
    words = sum(len(text.split()) for text in texts)
    extractor = quotekit.Extractor(model=arguments.model)
    extractor.extract(texts[0])
    counts, stop = Counter[str](), threading.Event()
    sampler = threading.Thread(target=sample, args=(threading.get_ident(), stop, counts), daemon=True)
    started = time.perf_counter()
    sampler.start()
    found = sum(len(article.attributions) for article in extractor.pipe(texts))
    microseconds = 1e6 * (time.perf_counter() - started) / words
    stop.set()
    sampler.join()
    print(f"{len(texts)} texts, {words} words, {found} attributions, {microseconds:.0f} µs a word\n")
    for stage, count in counts.most_common():
        share = count / sum(counts.values())
        print(f"{stage:14}{microseconds * share:7.1f} µs{share:7.1%}")


if __name__ == "__main__":
    main()
