"""
Learn the weights of descriptions, of pronouns and of speakers' confidence from articles with labelled speakers.

    python benchmarks/speaker_weights.py GOLD.jsonl LABELS.jsonl... [--gum GUM.jsonl] [--write]

Prints what cross-validation over articles foretells. With ``--write`` the weights in the package are replaced.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any
from unittest import mock

import attrs
import typer
from learning import Choice, Outcome, Weights, calibration_error, held_out, learn_choices, learn_outcomes

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.speakers import confidence, resolve
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.confidence import probability
from quotekit.speakers.decision import Decision
from quotekit.speakers.descriptions import scorer
from quotekit.speakers.descriptions.candidates import description_candidates
from quotekit.speakers.descriptions.features import description_rows
from quotekit.speakers.descriptions.scorer import DESCRIPTION_WEIGHTS, may_decide
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.probabilities import probabilities
from quotekit.speakers.pronouns import chooser
from quotekit.speakers.pronouns.chooser import PRONOUN_WEIGHTS, LikeliestChooser
from quotekit.speakers.pronouns.features import referent_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Referent
from quotekit.speakers.sieves import SIEVES
from quotekit.text import Bounds
from quotekit.training.labelled import Label, Text, agree, read_labelled
from quotekit.training.passages import as_sources, read_passage, read_passages, without_sources
from quotekit.training.silver_names import gum_rows

FOLDS = 9
# How strongly large weights are discouraged.
DESCRIPTION_STRENGTH, PRONOUN_STRENGTH, CONFIDENCE_STRENGTH = 1.0, 6.0, 1.0
# How much a description in GUM, and a pronoun in an invented passage, count beside one in news.
GUM_SHARE, PASSAGE_SHARE = 0.7, 1.5
_MAX_WORDS = 14
_EVERY, _LEAST = 5, 0.005
# Features that can only speak for a candidate, or against it, whatever few examples show.
_FOR = ("called so", "focus", "gender agrees", "modifiers beside", "named most", "noun", "role", "spoke last")
_AGAINST = ("another office", "gender differs", "in own words", "role contradicted", "role, former differs")


_Row = Mapping[str, float]
_Rows = dict[int, tuple[list[str | None], list[_Row]]]


def collector(rows: _Rows) -> Callable[[Query, Discourse], Decision | None]:
    """Make a sieve that notes the candidates of descriptions, and decides on nothing."""

    def collect(query: Query, discourse: Discourse) -> Decision | None:
        if query.draft is not None and may_decide(query):
            found = description_candidates(query, discourse)
            names = [*(discourse.entities[entity].name for entity in found), None]
            rows[query.draft] = names, [dict(row) for row in description_rows(query, found, discourse)]
        return None

    return collect


def read_news(text: Text, labels: Mapping[int, Label]) -> list[Choice]:
    """Return the descriptions of an article whose right candidates are known."""
    rows: _Rows = {}
    text.resolve(sieves={"collector": collector(rows), **SIEVES})
    known = ((features, _right(labels[i].name, names)) for i, (names, features) in rows.items() if i in labels)
    # If the one named is no candidate, nobody is better than somebody else.
    return [Choice(text.name, features, right if any(right) else _nobody(right)) for features, right in known]


def _nobody(right: Sequence[bool]) -> list[bool]:
    """Return that the last candidate, nobody, is right."""
    return [*(False for _ in right[1:]), True]


def ask(text: Text, phrases: Sequence[Bounds]) -> _Rows:
    """Return the candidates of phrases as if they were sources, by their numbers; those of descriptions only."""
    rows: _Rows = {}
    others = without_sources(text, phrases)
    others.resolve(as_sources(text, phrases), sieves={"collector": collector(rows), **SIEVES})
    known = len(others.drafts)
    return {number - known: found for number, found in rows.items() if number >= known}


def read_pronouns(text: Text, labels: Mapping[int, str | None], phrases: Sequence[Bounds] = ()) -> list[Choice]:
    """Return the sources "he" and "she" of a text with their right referents; phrases are further sources."""
    choices: list[Choice] = []

    def choose(query: Query, found: Sequence[Candidate], discourse: Discourse) -> Referent:
        if query.draft is not None and query.draft in labels and query.pronoun in PRONOUN_GENDER:
            rows = referent_rows(query, feature_rows(query, found, discourse), discourse)
            gold = labels[query.draft]
            right = [one is not None and agree(gold, _name_of(one, discourse)) for one in rows]
            # The last one is nobody among them.
            right[-1] = not any(right)
            choices.append(Choice(text.name, [dict(row) for row in rows.values()], right))
        return LikeliestChooser()(query, found, discourse)

    text.resolve(as_sources(text, phrases), choose=choose)
    return choices


def _name_of(referent: Referent, discourse: Discourse) -> str | None:
    """Return the name of a referent of "he" or "she"."""
    if isinstance(referent, Named):
        return discourse.entities[referent.entity].name
    return referent.name if isinstance(referent, Described) else None


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


def read_descriptions_of_passage(name: str, passage: str) -> list[Choice]:
    """Return the descriptions of an invented passage, whose names are marked."""
    text, phrases, names = read_passage(name, passage)
    known = ((features, _right(names[i], found)) for i, (found, features) in ask(text, phrases).items())
    return [Choice(name, features, right) for features, right in known if any(right)]


def read_pronouns_of_passage(name: str, passage: str) -> list[Choice]:
    """Return the pronouns of an invented passage, whose names are marked."""
    text, phrases, names = read_passage(name, passage)
    others = without_sources(text, phrases)
    found = read_pronouns(others, dict(enumerate(names, len(others.drafts))), phrases)
    return [attrs.evolve(choice, share=PASSAGE_SHARE) for choice in found]


def _right(gold: str | None, names: Sequence[str | None]) -> list[bool]:
    """Return which names agree with the right one."""
    return [agree(gold, name) for name in names]


def read_outcomes(text: Text, labels: Mapping[int, Label]) -> list[Outcome]:
    """Return the decisions on an article's speakers, and whether they are right."""
    features: dict[int, _Row] = {}

    def note(decision: Decision, query: Query, discourse: Discourse, attribution: float) -> float:
        if query.draft is not None:
            features[query.draft] = confidence.confidence_features(decision, query, discourse, attribution)
        return 1.0

    with mock.patch.object(resolve, "estimate_confidence", note):
        resolved = text.resolve()
    return [
        Outcome(text.name, features[i], agree(labels[i].name, one.speaker.name))
        for i, one in enumerate(resolved)
        if i in labels and i in features and one.speaker is not None
    ]


def learn_descriptions(choices: Sequence[Choice]) -> Weights:
    """Learn the weights of descriptions."""
    return learn_choices(
        choices,
        DESCRIPTION_STRENGTH,
        lambda name: -1.0 if name.startswith(_AGAINST) else float(name.startswith(_FOR)),
    )


def learn_pronouns(choices: Sequence[Choice]) -> Weights:
    """Learn the weights of pronouns."""
    return learn_choices(choices, PRONOUN_STRENGTH)


def learn_confidence(outcomes: Sequence[Outcome]) -> Weights:
    """Learn the weights of confidence."""
    return learn_outcomes(outcomes, CONFIDENCE_STRENGTH)


def choices_in(name: str, read: Callable[[str, str], list[Choice]]) -> list[Choice]:
    """Return the choices in the invented passages of a file."""
    return [choice for one in read_passages(name) for choice in read(*one)]


@attrs.frozen(eq=False)
class Examples:
    """What the weights are learned from: texts with their labels, and the choices in them."""

    read: Sequence[tuple[Text, Mapping[int, Label]]]
    descriptions: Sequence[Choice]
    pronouns: Sequence[Choice]
    #: Descriptions and pronouns in other texts, none of which is held out.
    more: Sequence[Choice]
    more_pronouns: Sequence[Choice]

    @classmethod
    def of(cls, gold: Path, labels: Sequence[Path], gum: Path | None) -> Examples:
        """Read the articles that have labels; if several files have an article's, those of the first one count."""
        read = list(read_labelled(gold, labels))
        more = choices_in("descriptions", read_descriptions_of_passage)
        more += [choice for row in (gum_rows(gum) if gum else ()) for choice in read_gum(row)]
        descriptions = [choice for text, told in read for choice in read_news(text, told)]
        pronouns = [
            choice for text, told in read for choice in read_pronouns(text, {i: one.name for i, one in told.items()})
        ]
        return cls(read, descriptions, pronouns, more, choices_in("pronouns", read_pronouns_of_passage))

    def outcomes(self) -> Iterator[Outcome]:
        """Yield the decisions; weights that have seen a description or a pronoun are too sure of it."""
        for fold in range(FOLDS):
            inside = {text.name for text, _ in self.read[fold::FOLDS]}
            of_descriptions = learn_descriptions([*(c for c in self.descriptions if c.text not in inside), *self.more])
            of_pronouns = learn_pronouns([*(c for c in self.pronouns if c.text not in inside), *self.more_pronouns])
            with (
                mock.patch.object(scorer, "description_weights", lambda weights=of_descriptions: weights),
                mock.patch.object(chooser, "pronoun_weights", lambda weights=of_pronouns: weights),
            ):
                for text, told in self.read[fold::FOLDS]:
                    yield from read_outcomes(text, told)


def count_right(choices: Sequence[Choice], learn: Callable[[Sequence[Choice]], Weights]) -> int:
    """Return how often the likeliest candidate is right, by weights that have not seen the text."""
    right = 0
    for choice, weights in held_out(choices, learn, FOLDS):
        shares = probabilities([[*row.items()] for row in choice.rows], weights)
        right += choice.right[max(range(len(shares)), key=shares.__getitem__)]
    return right


def main(
    gold: Path,
    labels: list[Path],
    gum: Annotated[Path | None, typer.Option(help="Texts with coreference chains.")] = None,
    *,
    write: Annotated[bool, typer.Option(help="Replace the weights in the package.")] = False,
) -> None:
    """Learn the weights and print what cross-validation foretells."""
    known = Examples.of(gold, labels, gum)
    right = count_right(known.descriptions, lambda some: learn_descriptions([*some, *known.more]))
    typer.echo(
        f"descriptions: {right} of {len(known.descriptions)} right; learned from {len(known.more)} more elsewhere"
    )
    right = count_right(known.pronouns, lambda some: learn_pronouns([*some, *known.more_pronouns]))
    typer.echo(f"pronouns: {right} of {len(known.pronouns)} right")
    outcomes = list(known.outcomes())
    foretold = [(probability(o.features, w), o.right) for o, w in held_out(outcomes, learn_confidence, FOLDS)]
    typer.echo(f"confidence: calibration error {calibration_error(foretold):.3f} over {len(foretold)} speakers")
    if write:
        _write(DESCRIPTION_WEIGHTS, learn_descriptions([*known.descriptions, *known.more]))
        _write(PRONOUN_WEIGHTS, learn_pronouns([*known.pronouns, *known.more_pronouns]))
        _write(confidence.WEIGHTS, learn_confidence(outcomes))


def _write(path: Path, weights: Weights) -> None:
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= _LEAST}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
