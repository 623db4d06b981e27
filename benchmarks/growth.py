"""
How time and memory grow: with the length of one text, and with the number of articles in a stream.

Time is processor time for each word. A processor's speed changes with what else the machine does, by more than what is
measured here; so a second process reads small articles at the same time, on the same processor, and the figure is the
ratio of the two. Memory is the highest resident memory of the process, less that of a process that has read small
articles, and less the scores that are replayed. Every size is measured in a process of its own. The text is that of
small invented articles, one after the other.

With ``--replay`` the model runs once on each different window and its scores are used again: what is measured then is
the part of quotekit itself, and sizes are possible for which the model would take hours.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import attrs

from quotekit import Article, Extractor
from quotekit.tagger import session

FIRST_NAMES = ("Ana", "Boris", "Clara", "Dag", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jon", "Kaja", "Leo")
LAST_NAMES = ("Duarte", "Holm", "Renn", "Brandt", "Lind", "Okafor", "Sato", "Vidal", "Moreau", "Kask", "Toth", "Iyer")
THINGS = ("bridge", "ferry", "mill", "school", "dam", "tower", "market", "library", "harbour", "tunnel")
#: How many different articles there are.
ARTICLES = 60
#: A single text is read as often as it takes for so many characters, and a stream of articles, too.
MEASURED_CHARS = 1_000_000
#: After so many characters, several times its articles, a long text has no window that it has not had before.
REPEATED_CHARS = 300_000
#: How much less often than the measured process the one beside it runs.
NICENESS = 4
KIB = 1024


def write_article(number: int) -> str:
    """
    Write a small article.

    Args:
        number: Its number; the same one gives the same article.

    Returns:
        Its text, about eight hundred characters.
    """
    chance = random.Random(number)  # repeatable
    thing, other = chance.sample(THINGS, 2)
    (mayor, clerk), title = chance.sample(LAST_NAMES, 2), chance.choice(("Mayor", "Minister", "Governor"))
    first = chance.choice(FIRST_NAMES)
    cost, year = chance.randrange(2, 90), chance.randrange(2025, 2040)
    return (
        f"The {thing} will be closed until {year}, {title} {first} {mayor} said on Monday. “We have looked at every "
        f"other way, and there is none,” {mayor} told reporters at the {other}.\n\n"
        f"The work will cost {cost} million, according to the council. It began in spring, when ice had damaged two of "
        f"the four piers. Since then the {thing} has been open on weekdays only, and the shops nearby have lost a "
        "third of their customers.\n\n"
        f"Critics called the plan “a bad joke”. {chance.choice(FIRST_NAMES)} {clerk}, who has run a bakery beside the "
        f"{thing} for twenty years, said nobody had asked her. “They came with a map and left with my parking "
        f"space,” {clerk} said.\n\n"
        f"A spokesman for the {other} declined to comment. The last report on the {thing} was written nine years ago "
        f"and warned that the piers would not last. Trains were not affected.\n\n"
    )


def write_text(chars: int) -> str:
    """
    Write one text of articles.

    Args:
        chars: Its length.

    Returns:
        The text.
    """
    block = "".join(map(write_article, range(ARTICLES)))
    return (block * (chars // len(block) + 1))[:chars]


def write_stream(articles: int) -> Iterator[str]:
    """
    Write articles one after the other.

    Args:
        articles: How many.

    Yields:
        Their texts.
    """
    different = [write_article(number) for number in range(ARTICLES)]
    return itertools.islice(itertools.cycle(different), articles)


@attrs.define
class Replay:
    """A model's session that runs once on each different window."""

    session: Any
    answers: dict[bytes, Any] = attrs.field(factory=dict)

    def run(self, names: Any, feed: dict[str, Any]) -> Any:
        """
        Run the model, or return what it answered before.

        Args:
            names: Names of the outputs, or None for all.

            feed: The window.

        Returns:
            The outputs.
        """
        key = b"".join(feed[name].tobytes() for name in sorted(feed))
        if key not in self.answers:
            self.answers[key] = self.session.run(names, feed)
        return self.answers[key]

    def size(self) -> int:
        """
        Return how much memory the windows and the answers take.

        Returns:
            Their number of bytes.
        """
        return sum(len(key) + sum(array.nbytes for array in answer) for key, answer in self.answers.items())


#: The sessions that replay.
replays: list[Replay] = []


def replaying_load(load: Callable[..., Any]) -> Callable[..., Any]:
    """
    Let a loader of models return models that replay.

    Args:
        load: The loader.

    Returns:
        The other loader.
    """

    def load_replaying(*arguments: Any) -> Any:
        model = load(*arguments)
        replays.append(Replay(model._session))  # noqa: SLF001  # it stands in for it
        return attrs.evolve(model, session=replays[-1])

    return load_replaying


def measure(kind: str, size: int, *, replay: bool) -> dict[str, float]:
    """
    Read one text, or one stream, in this process.

    Args:
        kind: "text" or "stream".

        size: Number of characters, or of articles.

        replay: Whether the model runs once on each different window.

    Returns:
        Characters (x), seconds of the processor for each word, the time of the clock when reading began and ended, and
        the highest memory: megabytes, and bytes for a character.
    """
    extractor = make_extractor(replay=replay)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB - replayed()
    if replay and kind == "text":
        # The articles of a stream are those that have been read. A long text repeats its beginning, also its windows.
        read_all(extractor, iter([write_text(min(size, REPEATED_CHARS))]))
    chars = words = 0
    began, start = time.monotonic(), time.process_time()
    for article in extractor.pipe(texts_of(kind, size)):
        chars += len(article.text)
        words += count_words(article)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    return {
        "x": size if kind == "text" else size * chars // articles_of(size),
        "seconds": seconds / words,
        "began": began,
        "ended": time.monotonic(),
        "peak_mb": round(peak / 1e6),
        "bytes_per_char": round((peak - replayed() - before) / chars, 1),
    }


def replayed() -> int:
    """
    Return how much memory the scores that are replayed take, which a model that runs does not keep.

    Returns:
        The number of bytes.
    """
    return sum(replay.size() for replay in replays)


def read_beside(*, replay: bool) -> None:
    """
    Read small articles until the process is ended, and print a line for each round.

    A line has the time of the clock when the round began and ended, and the seconds of the processor for each word.

    Args:
        replay: Whether the model runs once on each different window.
    """
    extractor = make_extractor(replay=replay)
    os.nice(NICENESS)
    words = sum(len(text.split()) for text in write_stream(ARTICLES))
    while True:
        began, start = time.monotonic(), time.process_time()
        read_all(extractor, write_stream(ARTICLES))
        print(json.dumps([began, time.monotonic(), (time.process_time() - start) / words]), flush=True)


def make_extractor(*, replay: bool) -> Extractor:
    """
    Make an extractor that has read the articles.

    Args:
        replay: Whether its model runs once on each different window.

    Returns:
        The extractor.
    """
    if replay:
        session._load = replaying_load(session._load)  # noqa: SLF001  # the one place where a model is loaded
    extractor = Extractor(threads=1)
    read_all(extractor, write_stream(ARTICLES))
    return extractor


def read_all(extractor: Extractor, texts: Iterator[str]) -> None:
    """
    Read texts and keep nothing.

    Args:
        extractor: The extractor.

        texts: The texts.
    """
    deque(extractor.pipe(texts), maxlen=0)


def texts_of(kind: str, size: int) -> Iterator[str]:
    """
    Write one text, or a stream.

    Args:
        kind: "text" or "stream".

        size: Number of characters, or of articles.

    Returns:
        The texts. A short one comes several times, so that there is something to measure.
    """
    if kind == "stream":
        return write_stream(articles_of(size))
    return itertools.repeat(write_text(size), max(1, MEASURED_CHARS // size))


def articles_of(size: int) -> int:
    """
    Return how many articles are read to measure a stream: one that is short comes several times.

    Args:
        size: Number of articles in the stream.

    Returns:
        Their number.
    """
    return size * max(1, MEASURED_CHARS // (len(write_article(0)) * size))


def count_words(article: Article) -> int:
    """
    Count the words of an article, a piece at a time: a list of all of them would be the largest thing in memory.

    Args:
        article: The article.

    Returns:
        Their number.
    """
    step = 100_000
    return sum(len(article.text[at : at + step].split()) for at in range(0, len(article.text), step))


def sizes(smallest: int, largest: int) -> list[int]:
    """
    Return sizes from one to another, each ten times the one before.

    Args:
        smallest: The first.

        largest: The limit; it is measured, too.

    Returns:
        The sizes.
    """
    powers = itertools.takewhile(lambda size: size < largest, (smallest * 10**power for power in itertools.count()))
    return [*powers, largest]


def main() -> None:
    """Measure every size in a process of its own, and print the figures as ``figures.json`` has them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest-text", type=int, default=100_000, help="characters in the longest text")
    parser.add_argument("--largest-stream", type=int, default=100, help="articles in the longest stream")
    parser.add_argument("--replay", action="store_true", help="run the model once on each different window")
    parser.add_argument("--only", nargs=2, metavar=("KIND", "SIZE"), help="measure one size in this process")
    parser.add_argument("--beside", action="store_true", help="read small articles until the process is ended")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        # Both processes inherit it.
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if options.beside:
        read_beside(replay=options.replay)
    if options.only:
        kind, size = options.only
        print(json.dumps(measure(kind, int(size), replay=options.replay)))
        return
    for kind, all_sizes in (
        ("text", sizes(1_000, options.largest_text)),
        ("stream", sizes(10, options.largest_stream)),
    ):
        print(f"{kind}, replayed" if options.replay else kind)
        for size in all_sizes:
            print(f"  {json.dumps(measure_apart(kind, size, replay=options.replay))}", flush=True)


def measure_apart(kind: str, size: int, *, replay: bool) -> dict[str, float]:
    """
    Measure in a process of its own, beside one that reads small articles on the same processor.

    Args:
        kind: "text" or "stream".

        size: Number of characters, or of articles.

        replay: Whether the model runs once on each different window.

    Returns:
        The figures: characters (x), the processor time for each word in times that of small articles (y), microseconds
        for each word, and memory.
    """
    settings = ["--replay"] if replay else []
    command = [sys.executable, __file__, *settings]
    with tempfile.TemporaryFile("w+") as rounds:
        beside = subprocess.Popen([*command, "--beside"], stdout=rounds)  # noqa: S603  # this script
        try:
            done = subprocess.run(  # noqa: S603  # this script
                [*command, "--only", kind, str(size)], check=True, capture_output=True, text=True
            )
        finally:
            beside.terminate()
            beside.wait()
        rounds.seek(0)
        timed = [json.loads(line) for line in rounds if line.endswith("]\n")]
    figures: dict[str, float] = json.loads(done.stdout)
    seconds, began, ended = (figures.pop(name) for name in ("seconds", "began", "ended"))
    small = statistics.mean(each for start, end, each in timed if start < ended and end > began)
    return {"x": figures.pop("x"), "y": round(seconds / small, 3), "microseconds": round(seconds * 1e6, 1), **figures}


if __name__ == "__main__":
    main()
