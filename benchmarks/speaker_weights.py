"""
Learn the weights of descriptions and of speakers' confidence from articles with labelled speakers.

    python benchmarks/speaker_weights.py GOLD.jsonl LABELS.jsonl [--gum GUM.jsonl] [--write]

Prints what cross-validation over articles foretells. With ``--write`` the weights in the package are replaced.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any
from unittest import mock

import attrs
import numpy as np
import typer

from quotekit.attributions.draft import Draft
from quotekit.attributions.find import find_drafts
from quotekit.metadata import read_metadata
from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.speakers import confidence, resolve, resolve_speakers
from quotekit.speakers.confidence import probability
from quotekit.speakers.decision import Decision
from quotekit.speakers.descriptions import scorer
from quotekit.speakers.descriptions.candidates import description_candidates
from quotekit.speakers.descriptions.features import Row, description_rows
from quotekit.speakers.descriptions.scorer import DESCRIPTION_WEIGHTS, description_weights, may_decide, probabilities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.speakers.sieves import SIEVES
from quotekit.tagger.session import DEFAULT_MODEL, load_model
from quotekit.tagger.tag import tag
from quotekit.text import TextIndex
from quotekit.training.texts import load_lines

FOLDS = 9
# How strongly large weights are discouraged, and how much a description in GUM counts beside one in news.
DESCRIPTION_STRENGTH, CONFIDENCE_STRENGTH, GUM_SHARE = 1.0, 1.0, 0.7
_MIN_OVERLAP = 0.5
_STEPS, _RATE = 400, 0.05
_MAX_WORDS = 14
_EVERY, _LEAST = 5, 0.005
# Features that can only speak for a candidate, or against it, whatever few examples show.
_FOR = ("called so", "focus", "gender agrees", "modifiers beside", "named most", "noun", "role", "spoke last")
_AGAINST = ("another office", "gender differs", "in own words", "role contradicted", "role, former differs")
_PARAGRAPH_END = "¶"
# A marked description in an invented passage, with the name that it refers to.
_MARKED = re.compile(r"\[(?P<words>[^\]|]*)\|(?P<name>[^\]]*)\]")
_Weights = dict[str, float]


@attrs.frozen(eq=False)
class Text:
    """A text ready for the resolution of its speakers."""

    name: str
    index: TextIndex
    drafts: Sequence[Draft]
    mentions: Any
    credits: Any

    @classmethod
    def read(cls, name: str, text: str) -> Text:
        """Run the stages before the speakers."""
        index, model = TextIndex(text), load_model(DEFAULT_MODEL, 1)
        metadata = read_metadata(index)
        tagged = tag(index, model, metadata.hidden)
        mentions = find_mentions(index, tagged.names)
        drafts = find_drafts(index, tagged, model, mentions=mentions, boilerplate=metadata.boilerplate)
        return cls(name, index, drafts, mentions, metadata.credits)

    def resolve(self, drafts: Sequence[Draft] = (), **settings: Any) -> tuple[ResolvedDraft, ...]:
        """Resolve the speakers of its attributions, and of more drafts after them."""
        every = [*self.drafts, *drafts]
        found = resolve_speakers(self.index, every, self.mentions, article_credits=self.credits, **settings)
        return found.resolved


@attrs.frozen(eq=False)
class Choice:
    """A description with its candidates, those that are right, and how much it counts."""

    text: str
    rows: Sequence[Row]
    right: Sequence[bool]
    share: float = 1.0


@attrs.frozen(eq=False)
class Outcome:
    """A decision that names or describes a speaker: what shows how safe it is, and whether it was right."""

    text: str
    features: Row
    right: bool


def agree(gold: str | None, name: str | None) -> bool:
    """Return whether two names, or one of several, have the same last word and one has all words of the other."""
    if not gold or not name:
        return not gold and not name
    pairs = ((a.casefold().split(), b.casefold().split()) for a in gold.split(";") for b in name.split(";"))
    return any(a and b and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)) for a, b in pairs)


def pair(text: Text, attributions: Sequence[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """Return the annotated attribution of each draft whose contents overlap by at least a half."""
    found: dict[int, Mapping[str, Any]] = {}
    spans = [{at for piece in draft.content for at in range(piece.start, piece.end)} for draft in text.drafts]
    for gold in attributions:
        wanted = {at for start, end in gold["content"] for at in range(start, end)}
        overlaps = [len(wanted & span) / max(1, len(wanted | span)) for span in spans]
        best = max(range(len(spans)), key=overlaps.__getitem__, default=None)
        if best is not None and overlaps[best] >= _MIN_OVERLAP:
            found.setdefault(best, gold)
    return found


_Rows = dict[int, tuple[list[str | None], list[Row]]]


def collector(rows: _Rows) -> Callable[[Query, Discourse], Decision | None]:
    """Make a sieve that notes the candidates of descriptions, and decides on nothing."""

    def collect(query: Query, discourse: Discourse) -> Decision | None:
        if query.draft is not None and may_decide(query):
            found = description_candidates(query, discourse)
            names = [*(discourse.entities[entity].name for entity in found), None]
            rows[query.draft] = names, description_rows(query, found, discourse)
        return None

    return collect


def read_news(text: Text, labels: Mapping[int, Mapping[str, Any]]) -> list[Choice]:
    """Return the descriptions of an article whose right candidates are known."""
    rows: _Rows = {}
    text.resolve(sieves={"collector": collector(rows), **SIEVES})
    known = ((features, _right(labels[i]["name"], names)) for i, (names, features) in rows.items() if i in labels)
    # If the one named is no candidate, nobody is better than somebody else.
    return [Choice(text.name, features, right if any(right) else _nobody(right)) for features, right in known]


def _nobody(right: Sequence[bool]) -> list[bool]:
    """Return that the last candidate, nobody, is right."""
    return [*(False for _ in right[1:]), True]


def ask(text: Text, phrases: Sequence[tuple[int, int]]) -> dict[int, tuple[list[str | None], list[Row]]]:
    """Return the candidates of phrases as if they were sources, by their numbers; those of descriptions only."""
    rows: _Rows = {}
    others = [
        d for d in text.drafts if not any(p.start < end and start < p.end for p in d.source for start, end in phrases)
    ]
    extra = [Draft(Spans(), source=Spans.of(text.index.text, [bounds])) for bounds in phrases]
    attrs.evolve(text, drafts=others).resolve(extra, sieves={"collector": collector(rows), **SIEVES})
    return {number - len(others): found for number, found in rows.items() if number >= len(others)}


def read_gum(row: Mapping[str, Any]) -> list[Choice]:
    """Return the descriptions of a text with coreference chains whose names are, or are not, in it."""
    text, chains = Text.read(row["id"], row["text"]), defaultdict(list)
    for entity in row["entities"]:
        chains[entity["chain"]].append(entity)
    asked = [e for e in row["entities"] if not e["proper"] and e["type"] in ("person", "organization")]
    asked = [e for e in asked if 1 < len(row["text"][slice(*e["span"])].split()) <= _MAX_WORDS]
    choices = []
    for number, (names, features) in ask(text, [tuple(e["span"]) for e in asked]).items():
        proper = [e for e in chains[asked[number]["chain"]] if e["proper"]]
        right = _right("; ".join(row["text"][slice(*e["span"])] for e in proper) or None, names)
        # What a text never names is common; a part of it is enough.
        is_wanted = any(right) and (proper or number % _EVERY == 0)
        choices += [Choice(text.name, features, right, GUM_SHARE)] if is_wanted else []
    return choices


def read_passage(name: str, passage: str) -> list[Choice]:
    """Return the descriptions of an invented passage, whose names are marked."""
    plain, names, phrases, at = "", list[str | None](), list[tuple[int, int]](), 0
    for found in _MARKED.finditer(passage):
        plain += passage[at : found.start()]
        phrases.append((len(plain), len(plain) + len(found["words"])))
        names.append(found["name"] or None)
        plain, at = plain + found["words"], found.end()
    text = Text.read(name, plain + passage[at:])
    known = ((features, _right(names[i], found)) for i, (found, features) in ask(text, phrases).items())
    return [Choice(name, features, right) for features, right in known if any(right)]


def _right(gold: str | None, names: Sequence[str | None]) -> list[bool]:
    """Return which names agree with the right one."""
    return [agree(gold, name) for name in names]


def read_outcomes(text: Text, labels: Mapping[int, Mapping[str, Any]]) -> list[Outcome]:
    """Return the decisions on an article's speakers, and whether they are right."""
    features: dict[int, Row] = {}

    def note(decision: Decision, query: Query, discourse: Discourse, attribution: float) -> float:
        if query.draft is not None:
            features[query.draft] = confidence.confidence_features(decision, query, discourse, attribution)
        return 1.0

    with mock.patch.object(resolve, "estimate_confidence", note):
        resolved = text.resolve()
    return [
        Outcome(text.name, features[i], agree(labels[i]["name"], one.speaker.name))
        for i, one in enumerate(resolved)
        if i in labels and i in features and one.speaker is not None
    ]


def learn_descriptions(choices: Sequence[Choice]) -> _Weights:
    """Learn the weights that make the right candidates likeliest, by gradient descent (Adam)."""
    names = sorted({name for choice in choices for row in choice.rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for choice in choices for row in choice.rows])
    right = np.concatenate([np.array(choice.right, float) for choice in choices])
    sizes = [len(choice.rows) for choice in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(choices)), sizes)
    share = np.array([choice.share for choice in choices])[of]
    weights, mean, square = np.zeros((3, len(names)))
    signs = np.array([-1.0 if name.startswith(_AGAINST) else float(name.startswith(_FOR)) for name in names])
    for step in range(1, _STEPS + 1):
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        chances = odds / np.add.reduceat(odds, starts)[of]
        wanted = chances * right
        wanted /= np.add.reduceat(wanted, starts)[of] + 1e-12
        slope = table.T @ (share * (chances - wanted)) + DESCRIPTION_STRENGTH * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - _RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = np.where(weights * signs < 0, 0.0, weights)
    return dict(zip(names, map(float, weights), strict=True))


def learn_confidence(outcomes: Sequence[Outcome]) -> _Weights:
    """Learn a logistic regression by Newton's method."""
    names = sorted({name for outcome in outcomes for name in outcome.features})
    table = np.array([[outcome.features.get(name, 0.0) for name in names] for outcome in outcomes])
    right = np.array([outcome.right for outcome in outcomes], float)
    strength = np.array([0.01 if name == "always" else CONFIDENCE_STRENGTH for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - right) + strength * weights
        curve = (table * (chances * (1 - chances))[:, None]).T @ table + np.diag(strength)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, map(float, weights), strict=True))


def held_out(rows: Sequence[Any], learn: Callable[[Sequence[Any]], _Weights]) -> list[tuple[Any, _Weights]]:
    """Return each row with weights that have not been learned from its text."""
    texts = sorted({row.text for row in rows})
    found = []
    for fold in range(FOLDS):
        inside = set(texts[fold::FOLDS])
        weights = learn([row for row in rows if row.text not in inside])
        found += [(row, weights) for row in rows if row.text in inside]
    return found


def calibration_error(outcomes: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error over bins with as many outcomes each."""
    parts = np.array_split(np.array(sorted(outcomes), float), bins)
    return float(sum(abs(part[:, 0].mean() - part[:, 1].mean()) * len(part) for part in parts) / len(outcomes))


def main(
    gold: Path,
    labels: Path,
    gum: Annotated[Path | None, typer.Option(help="Texts with coreference chains.")] = None,
    *,
    write: Annotated[bool, typer.Option(help="Replace the weights in the package.")] = False,
) -> None:
    """Learn the weights and print what cross-validation foretells."""
    known = {row["id"]: {a["attribution"]: a for a in row["labels"]} for row in map(json.loads, labels.open())}
    articles = [row for row in map(json.loads, gold.open()) if row["id"] in known]
    choices: list[Choice] = []
    read: list[tuple[Text, dict[int, Mapping[str, Any]]]] = []
    for row in articles:
        text = Text.read(row["id"], row["text"])
        paired = pair(text, row["attributions"])
        told = {i: known[row["id"]][a["id"]] for i, a in paired.items() if a.get("id") in known[row["id"]]}
        read.append((text, told))
        choices += read_news(text, told)
    extra: list[Choice] = []
    for number, passage in enumerate(load_lines("descriptions")):
        extra += read_passage(f"passage {number}", passage.replace(_PARAGRAPH_END, "\n\n"))
    invented = len(extra)
    for row in map(json.loads, gum.open()) if gum else ():
        if row["licence"].startswith("CC BY") and "NC" not in row["licence"]:
            extra += read_gum(row)
    right = 0
    for choice, weights in held_out(choices, lambda some: learn_descriptions([*some, *extra])):
        shares = probabilities(choice.rows, weights)
        right += choice.right[max(range(len(shares)), key=shares.__getitem__)]
    typer.echo(f"descriptions: {right} of {len(choices)} right")
    typer.echo(f"learned from {invented} more in invented passages, and {len(extra) - invented} in GUM")
    if write:
        _write(DESCRIPTION_WEIGHTS, learn_descriptions([*choices, *extra]))
        description_weights.cache_clear()
    outcomes: list[Outcome] = []
    for fold in range(FOLDS):
        # Weights that have seen a description are too sure of it.
        inside = {text.name for text, _ in read[fold::FOLDS]}
        weights = learn_descriptions([*(choice for choice in choices if choice.text not in inside), *extra])
        with mock.patch.object(scorer, "description_weights", lambda weights=weights: weights):
            outcomes += [outcome for text, told in read[fold::FOLDS] for outcome in read_outcomes(text, told)]
    foretold = [(probability(o.features, weights), o.right) for o, weights in held_out(outcomes, learn_confidence)]
    typer.echo(f"confidence: calibration error {calibration_error(foretold):.3f} over {len(foretold)} speakers")
    if write:
        _write(confidence.WEIGHTS, learn_confidence(outcomes))


def _write(path: Path, weights: _Weights) -> None:
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= _LEAST}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
