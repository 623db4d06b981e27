"""
Score the shipped model on annotated articles and compare the scores with their minimums.

``check_accuracy.py GOLD.jsonl SCORER.py``; the minimums are in ``floors.json``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import quotekit


def predict(gold: Path, predicted: Path) -> None:
    """
    Run the shipped model on the articles of a file.

    Args:
        gold: A JSONL file with ``id`` and ``text`` of each article.

        predicted: Output file for the articles, in the same order, as JSON Lines.
    """
    extractor = quotekit.Extractor()
    with gold.open(encoding="utf-8") as rows, predicted.open("w", encoding="utf-8") as lines:
        for row in map(json.loads, rows):
            lines.write(extractor.extract(row["text"], id=row["id"]).to_json() + "\n")


def figures(scores: dict[str, object]) -> dict[str, float]:
    """Return F1, or the single value of a score that has no F1, by name."""
    return {n: v["f1"] if isinstance(v, dict) else float(str(v)) for n, v in scores.items()}


def main(gold: Path, scorer: Path) -> int:
    """Print every score with its minimum; return the exit code."""
    floors = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        predicted, scores = Path(folder, "predicted.jsonl"), Path(folder, "scores.json")
        predict(gold, predicted)
        subprocess.run([sys.executable, scorer, gold, predicted, "--json", scores], check=True)
        found = figures(json.loads(scores.read_text(encoding="utf-8")))
    print(f"\n{'figure':24}{'found':>8}{'floor':>8}")
    for name, value in found.items():
        floor = floors.get(name)
        low = floor is not None and value < floor
        print(f"{name:24}{value:8.3f}{floor if floor is not None else '':>8}{'  too low' if low else ''}")
    failed = [name for name, floor in floors.items() if found[name] < floor]
    print("under the floor:", ", ".join(failed) or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
