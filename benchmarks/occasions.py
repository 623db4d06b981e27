"""
Fit the weights with which statements are linked to occasions, and evaluate ``via`` by cross-validation over articles.

The attributions of the articles are taken as annotated; their speakers are those that the library finds. The weights
are printed as the table of ``quotekit/provenance/occasion_weights.py``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import numpy as np

from quotekit.attributions.draft import Draft
from quotekit.attributions.parents import set_parents
from quotekit.english.words import normalize
from quotekit.metadata import read_metadata
from quotekit.names import Mention, find_mentions
from quotekit.provenance.occasion_features import Features, StatementFacts
from quotekit.provenance.occasion_weights import probability
from quotekit.provenance.occasions import Occasion
from quotekit.provenance.via import find_via
from quotekit.records import Spans
from quotekit.speakers import resolve_speakers
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.text import TextIndex, clean_markup

FOLDS = 10
SEED = 0
#: How far weights are held down.
STRENGTH = 1.0
_STEPS = 50
_PRECISE_ENOUGH = 1e-6

Weights: TypeAlias = dict[str, float]
#: Features, and whether the statement was made on the occasion.
Row: TypeAlias = tuple[Features, bool]


@attrs.frozen
class Labelled:
    """An article with its attributions and the names of the outlets of each; None for one without a label."""

    index: TextIndex
    resolved: tuple[ResolvedDraft, ...]
    mentions: tuple[Mention, ...]
    outlets: tuple[frozenset[str] | None, ...]


def read_articles(articles: Path, labels: Path) -> list[Labelled]:
    """Read the articles that have labels."""
    rows = (json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines())
    labelled = {row["id"]: {one["attribution"]: one["via"] for one in row["labels"]} for row in rows}
    lines = articles.read_text(encoding="utf-8").splitlines()
    return [_read(row, labelled[row["id"]]) for row in map(json.loads, lines) if row["id"] in labelled]


def _read(row: Mapping[str, Any], labels: Mapping[str, Sequence[str]]) -> Labelled:
    """Read one article, without its markup."""
    clean = clean_markup(row["text"])

    def spans(bounds: Sequence[Sequence[int]]) -> Spans:
        return Spans.of(clean.text, filter(None, (clean.clean_bounds(start, end) for start, end in bounds)))

    drafts, outlets = [], []
    for one in row["attributions"]:
        draft = Draft(spans(one["content"]), spans(one.get("cue") or []), spans(one.get("source") or []))
        if draft.content:
            drafts.append(draft)
            names = labels.get(one["id"])
            outlets.append(None if names is None else key(names))
    index = TextIndex(clean.text)
    mentions = tuple(find_mentions(index))
    resolution = resolve_speakers(index, set_parents(drafts), mentions, article_credits=read_metadata(index).credits)
    return Labelled(index, resolution.resolved, mentions, tuple(outlets))


def key(names: Sequence[str]) -> frozenset[str]:
    """Return the names of outlets for comparison, without regard to case and articles."""
    return frozenset(normalize(name).removeprefix("the ") for name in names)


def read_rows(article: Labelled) -> list[Row]:
    """Return the choices that an article puts to the judge who always judges right."""
    rows: list[Row] = []

    def judge(fact: StatementFacts, occasion: Occasion, features: Features) -> float:
        outlets = article.outlets[fact.statement.number]
        is_right = outlets == key([outlet.name for outlet in occasion.outlets])
        if outlets is not None:
            rows.append((features, is_right))
        return float(is_right)

    find_via(article.index, article.resolved, article.mentions, judge=judge)
    return rows


def fit(rows: Sequence[Row]) -> Weights:
    """Fit a logistic regression by Newton's method."""
    names = ["bias", *sorted({name for features, _ in rows for name in features})]
    columns = {name: column for column, name in enumerate(names)}
    matrix, right = np.zeros((len(rows), len(names))), np.array([is_right for _, is_right in rows], float)
    matrix[:, 0] = 1
    for row, (features, _) in zip(matrix, rows, strict=True):
        for name, value in features.items():
            row[columns[name]] = value
    weights, held = np.zeros(len(names)), np.full(len(names), STRENGTH)
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chances - right) + held * weights
        bend = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + np.diag(held)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _PRECISE_ENOUGH:
            break
    return dict(zip(names, map(float, weights), strict=True))


def cross_validate(articles: Sequence[Labelled], rows: Sequence[Sequence[Row]]) -> Iterator[tuple[Labelled, Weights]]:
    """Yield each article with weights fitted to the articles of the other folds."""
    order = list(range(len(articles)))
    random.Random(SEED).shuffle(order)
    for fold in range(FOLDS):
        held_out = set(order[fold::FOLDS])
        weights = fit([row for number, some in enumerate(rows) if number not in held_out for row in some])
        yield from ((articles[number], weights) for number in held_out)


def score(results: Iterator[tuple[Labelled, Weights]]) -> str:
    """Return precision, recall and F1 of the outlets, right where all of an attribution's are the same."""
    right = given = labelled = 0
    for article, weights in results:
        found = find_via(article.index, article.resolved, article.mentions, judge=_judge_by(weights))
        for chain, outlets in zip(found, article.outlets, strict=True):
            if outlets is not None:
                names = key([outlet.name for outlet in chain])
                right += bool(outlets) and names == outlets
                given += bool(names)
                labelled += bool(outlets)
    precision, recall = right / max(given, 1), right / max(labelled, 1)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * right / max(given + labelled, 1):.3f}  of {labelled}"


def _judge_by(weights: Weights) -> Callable[[StatementFacts, Occasion, Features], float]:
    """Return the judge with some weights."""
    return lambda _, __, features: probability(features, weights)


def main() -> None:
    """Read the arguments, and print the figures and the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="articles with attributions, one a line")
    parser.add_argument("labels", type=Path, help="the outlets of attributions, one article a line")
    arguments = parser.parse_args()
    articles = read_articles(arguments.articles, arguments.labels)
    rows = [read_rows(article) for article in articles]
    weights = fit([row for some in rows for row in some])
    print(f"{len(articles)} articles, {sum(map(len, rows))} choices, {sum(y for some in rows for _, y in some)} right")
    print("cross-validated", score(cross_validate(articles, rows)))
    print("fitted         ", score((article, weights) for article in articles))
    for name, weight in sorted(weights.items()):
        print(f'        "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
