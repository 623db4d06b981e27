"""
A run of the command line that is killed again and again, against one that is left alone: are the outputs the same?

Small articles are written by template. ``quotekit extract`` reads them once undisturbed, and once more with
``--resume``, killed (SIGKILL) at random moments and started again until it is done. The two outputs must be equal, byte
for byte. Elapsed time and processor time of both are printed. Everything is in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIRST_NAMES = ("Ana", "Boris", "Clara", "Dag", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jon", "Kaja", "Leo")
LAST_NAMES = ("Duarte", "Holm", "Renn", "Brandt", "Lind", "Okafor", "Sato", "Vidal", "Moreau", "Kask", "Toth", "Iyer")
THINGS = ("bridge", "ferry", "mill", "school", "dam", "tower", "market", "library", "harbour", "tunnel")
VERBS = ("said", "warned", "announced", "explained", "admitted", "added")
CLAIMS = (
    "the {thing} would stay closed until {year}",
    "the {thing} had cost {cost} million more than planned",
    "nobody had looked at the {thing} for {cost} years",
    "work on the {thing} would begin in spring {year}",
)
QUOTES = (
    "“We have looked at every other way, and there is none,”",
    "“They came with a map and left with my parking space,”",
    "“It is not the {thing} that is old, it is the law,”",
    "“Ask me again in {year},”",
)
FILLERS = (
    "The {thing} is open on weekdays only.",
    "The last report on it was written {cost} years ago and warned that its piers would not last.",
    "Trains were not affected.",
    "Shops nearby have lost a third of their customers since ice damaged the road in January.",
)
ENDED = -signal.SIGKILL


def write_article(number: int) -> str:
    """
    Write a small article.

    Args:
        number: Its number; the same one gives the same article.

    Returns:
        Its text, of about sixty words.
    """
    chance = random.Random(number)
    values = {"thing": chance.choice(THINGS), "year": chance.randrange(2027, 2060), "cost": chance.randrange(2, 90)}
    first, last, other = chance.choice(FIRST_NAMES), *chance.sample(LAST_NAMES, 2)
    sentences = [
        f"Mayor {first} {last} {chance.choice(VERBS)} on Monday that {chance.choice(CLAIMS)}.",
        f"{chance.choice(QUOTES)} {last} told reporters.",
        chance.choice(FILLERS),
        f"According to {chance.choice(FIRST_NAMES)} {other}, who runs a bakery there, {chance.choice(CLAIMS)}.",
        *chance.sample(FILLERS, chance.randrange(2)),
    ]
    return " ".join(sentences).format(**values)


def start(source: Path, output: Path, jobs: int, *options: str) -> subprocess.Popen[bytes]:
    """
    Start the command.

    Args:
        source: The articles.

        output: The output.

        jobs: Number of processes.

        options: Further options.

    Returns:
        Its process.
    """
    command = [sys.executable, "-m", "quotekit", "extract", source, "-o", output, "--quiet", "-j", str(jobs), *options]
    return subprocess.Popen(command)  # noqa: S603  # the command of this Python


def kill_after(process: subprocess.Popen[bytes], partial: Path, number: int) -> bool:
    """
    Kill a run when it has a number of results.

    Args:
        process: Its process.

        partial: Its file of results so far, with one in each line.

        number: The number.

    Returns:
        Whether it was killed; it may have ended before.
    """
    lines = at = 0
    while process.poll() is None:
        if partial.exists():
            with partial.open("rb") as file:
                file.seek(at)
                new = file.read()
            at, lines = at + len(new), lines + new.count(b"\n")
        if lines >= number:
            process.kill()
            break
        time.sleep(0.01)
    return process.wait() == ENDED


def run_killed(source: Path, output: Path, jobs: int, moments: list[int]) -> int:
    """
    Run the command until it is done, and kill it on the way.

    Args:
        source: The articles.

        output: The output.

        jobs: Number of processes.

        moments: How many results it has each time when it is killed.

    Returns:
        How often it was killed.
    """
    partial = output.with_name(f"{output.name}.partial")
    kills = 0
    for number in moments:
        kills += kill_after(start(source, output, jobs, "--resume"), partial, number)
        print(f"  killed after article {number}", flush=True)
    if start(source, output, jobs, "--resume").wait():
        sys.exit("the run could not be resumed")
    return kills


def seconds_since(begun: tuple[float, float]) -> tuple[str, tuple[float, float]]:
    """
    Measure elapsed time, and processor time of the processes that have ended.

    Args:
        begun: Both at the beginning.

    Returns:
        What has passed, in words, and both now.
    """
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    now = time.monotonic(), usage.ru_utime + usage.ru_stime
    return f"{now[0] - begun[0]:.0f} s elapsed, {now[1] - begun[1]:.0f} s of processor time", now


def main() -> None:
    """Do both runs and compare their outputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1, help="number of processes")
    parser.add_argument("--ending", default="jsonl", help="ending of the output: jsonl, csv, parquet, sqlite, duckdb")
    parser.add_argument("--seed", type=int, default=0, help="of the moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, whole, killed = (
            folder / "in.jsonl",
            folder / f"whole.{options.ending}",
            folder / f"out.{options.ending}",
        )
        rows = ({"id": f"a{number}", "text": write_article(number)} for number in range(options.articles))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        _, now = seconds_since((0, 0))
        if start(source, whole, options.jobs).wait():
            sys.exit("the undisturbed run has failed")
        passed, now = seconds_since(now)
        print(f"{options.articles} articles undisturbed: {passed}", flush=True)
        chance = random.Random(options.seed)
        kills = run_killed(source, killed, options.jobs, sorted(chance.sample(range(options.articles), options.kills)))
        passed, now = seconds_since(now)
        print(f"killed {kills} times and resumed: {passed}")
        if whole.read_bytes() != killed.read_bytes():
            sys.exit("the outputs differ")
        print(f"the outputs are equal, byte for byte: {whole.stat().st_size} bytes")


if __name__ == "__main__":
    main()
