"""
How many small changes to the rules the tests notice: mutation testing of a random sample.

``--record`` runs the tests once and notes which of them run which lines, how long they take, and what the model
answers. Then each mutant of the sample is tried in a process of its own, forked after the tests were collected: the
changed code is put in the place of the old, and the tests that run it are run, the fastest first, until one fails. One
that takes far longer than before has failed, too.

    python benchmarks/mutation.py --record --sample 600 --seed 1
    python benchmarks/mutation.py --sample 300 --seed 2 --operators pattern word

A mutant of a constant of a module changes what was computed from it when the modules were imported. Those for which
that cannot be done, and those that are not valid code, are left out.

Prints the mutants that survive, and for each package the share that was noticed, with its 95 % interval.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["TOKENIZERS_PARALLELISM"] = "false"
# Hypothesis draws the same examples each time.
os.environ["CI"] = "true"
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import pytest
from mutants import Mutant, list_mutants
from mutation_runs import RECORDED, Recorder, Trial

ROOMS = ("text", "attributions", "names", "speakers", "provenance")
TESTS = (
    *(f"tests/{name}" for name in (*ROOMS, "english", "metadata")),
    *(f"tests/test_{name}.py" for name in ("pipeline", "pipeline_markup", "pipeline_openings", "pipeline_provenance")),
    *(f"tests/test_{name}.py" for name in ("any_string", "component", "joint_speakers", "markup")),
    *(f"quotekit/{name}" for name in ROOMS),
)
#: Kinds of changes.
OPERATORS = (
    *("arithmetic", "boolean", "comparison", "condition", "constant", "return", "slice", "statement"),
    *("pattern", "word"),
)
#: Changes to data, not to what is done with it.
DATA = ("pattern", "word")
_PERCENT_95 = 1.96


def draw(rooms: Sequence[str], operators: Sequence[str] | None, sample: int, seed: int) -> list[Mutant]:
    """
    Draw a sample of the mutants.

    Args:
        rooms: The packages to change.

        operators: Kinds of changes; None for all but those of patterns and words.

        sample: How many.

        seed: What chance begins with.

    Returns:
        The mutants in the order of the code.
    """
    paths = [path for room in rooms for path in sorted((ROOT / "quotekit" / room).rglob("*.py"))]
    every = [one for path in paths for one in list_mutants(path)]
    asked = [one for one in every if (one.operator in operators if operators else one.operator not in DATA)]
    print(f"{len(asked):,} mutants in {len(paths)} modules", flush=True)
    chosen = set(random.Random(seed).sample(range(len(asked)), min(sample, len(asked))))
    return [one for number, one in enumerate(asked) if number in chosen]


def interval(share: float, count: int) -> tuple[float, float]:
    """
    Compute Wilson's interval for a share.

    Args:
        share: The share in a sample.

        count: The size of the sample.

    Returns:
        Between which shares that of all lies, with 95 % confidence.
    """
    square = _PERCENT_95**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = _PERCENT_95 / (1 + square / count) * math.sqrt(share * (1 - share) / count + square / (4 * count**2))
    return middle - half, middle + half


def _row(name: str, results: Counter[str]) -> str:
    noticed = results["killed"] + results["too long"]
    count = noticed + results["survived"] + results["not reached"]
    if not count:
        return f"| {name} | 0 | | | | | |"
    low, high = interval(noticed / count, count)
    left = " | ".join(str(results[kind]) for kind in ("killed", "too long", "survived", "not reached"))
    return f"| {name} | {count} | {left} | {noticed / count:.1%} ({low:.1%} to {high:.1%}) |"


def print_table(results: Sequence[tuple[Mutant, str]]) -> None:
    """
    Print the shares by package and by kind of change, as a table in Markdown.

    Args:
        results: The mutants, and what became of each.
    """
    print("\n| | mutants | a test fails | too long | survived | not reached | noticed |")
    print("|---" * 7 + "|")
    for name in dict.fromkeys(_room(one) for one, _ in results):
        print(_row(name, Counter(result for one, result in results if _room(one) == name)))
    for name in sorted({one.operator for one, _ in results}):
        print(_row(name, Counter(result for one, result in results if one.operator == name)))
    print(_row("all", Counter(result for _, result in results)))
    print(f"\nleft out: {sum(result == 'left out' for _, result in results)}")


def _room(mutant: Mutant) -> str:
    return mutant.path.relative_to(ROOT / "quotekit").parts[0]


def main() -> int:
    """Record, try a sample, and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    work = Path(tempfile.gettempdir()) / "quotekit-mutation"
    parser.add_argument("--work", type=Path, default=work, help="folder for what is recorded")
    parser.add_argument("--record", action="store_true", help="run the tests first and record what they run")
    parser.add_argument("--rooms", nargs="+", choices=ROOMS, default=ROOMS, help="packages to change")
    parser.add_argument(
        "--operators", nargs="+", choices=OPERATORS, help="kinds of changes; all but pattern and word if not given"
    )
    parser.add_argument("--sample", type=int, default=600, help="how many mutants to draw")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    options = parser.parse_args()
    if not options.record and not all((options.work / name).exists() for name in RECORDED):
        parser.error(f"nothing is recorded in {options.work}: give --record")
    options.work.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    arguments = ["-q", "-s", "-p", "no:cacheprovider", "--doctest-modules", *TESTS]
    if options.record:
        # A process of its own: what tests leave behind in caches would hide changes.
        child = os.fork()
        if not child:
            os._exit(int(pytest.main(arguments, plugins=[Recorder(options.work, ROOMS)])))
        if os.waitpid(child, 0)[1]:
            print("the tests fail without any change", file=sys.stderr)
            return 2
    trial = Trial(options.work, draw(options.rooms, options.operators, options.sample, options.seed))
    pytest.main(arguments, plugins=[trial])
    print_table([(one, result) for one, result in trial.results])
    return 0


if __name__ == "__main__":
    sys.exit(main())
