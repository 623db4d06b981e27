"""
Learn the weights of conversations: ``python -m quotekit.training.conversation_weights FILE --out weights.json``.

For each turn of PDNC's novels whose speaker is annotated and not named beside it, the candidates compete: a conditional
logit gives each of them a probability. The speakers of the turns before are evidence, so it is learned in rounds: first
with the annotated speakers, then also with those that the weights of the round before choose. Held-out novels are not
read.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import attrs
import numpy as np
import typer

from quotekit.attributions.find import find_drafts
from quotekit.metadata import read_metadata
from quotekit.names import find_mentions
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.conversations.decoding import choose_speakers
from quotekit.speakers.conversations.evidence import Evidence
from quotekit.speakers.conversations.participants import participants
from quotekit.speakers.conversations.scenes import Scene, set_scenes
from quotekit.speakers.conversations.turns import find_turns
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Named, Referent
from quotekit.speakers.resolve import apply_sieves
from quotekit.tagger.session import DEFAULT_MODEL, Model, load_model
from quotekit.tagger.tag import tag
from quotekit.text import TextIndex
from quotekit.training.novel_speakers import Characters
from quotekit.training.novels import HELD_OUT, parts_of

__all__ = ["Example", "Passage", "fit", "learn", "read_passage"]

_ROUNDS = 2
_STEPS = 200
_RATE = 0.1
_STRENGTH = 1.0
# A feature of fewer candidates has no weight.
_MIN_CANDIDATES = 12

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@attrs.frozen(eq=False)
class Passage:
    """A part of a novel with the annotated speakers of its turns."""

    #: Id of the novel.
    novel: str
    #: What is known once the sieves have decided.
    discourse: Discourse
    #: The scenes of its turns.
    scenes: Sequence[Scene]
    #: The annotated speaker of each turn; None if there is none.
    gold: Sequence[str | None]
    #: The characters of the novel.
    characters: Characters

    def is_right(self, candidate: Referent, speaker: str) -> bool:
        """Return whether a candidate is a character."""
        match candidate:
            case Author():
                return self.characters.is_narrator(speaker)
            case Named():
                entity = self.discourse.entities[candidate.entity]
                text = self.discourse.index.text
                names = [entity.name, *(text[m.start : m.end] for m in entity.mentions)]
                return self.characters.is_called(speaker, names)
            case Described():
                return self.characters.is_called(speaker, [" ".join(candidate.words)])
        return False


@attrs.frozen(eq=False)
class Example:
    """The candidates for the speaker of one turn."""

    #: Their features.
    rows: Sequence[Mapping[str, float]]
    #: Whether each of them is right.
    right: Sequence[bool]


def read_passage(novel: Mapping[str, Any], start: int, end: int, model: Model) -> Passage:
    """
    Read a part of a novel.

    Args:
        novel: A row of PDNC.

        start: Where the part begins.

        end: Where it ends.

        model: The model that finds the quotations.

    Returns:
        The part, with the annotated speakers of its turns.
    """
    index = TextIndex(novel["text"][start:end])
    metadata = read_metadata(index)
    tagged = tag(index, model, metadata.hidden)
    mentions = find_mentions(index, tagged.names)
    drafts = find_drafts(index, tagged, model, mentions=mentions, boilerplate=metadata.boilerplate)
    contents = [draft.content for draft in drafts]
    discourse = Discourse(index, mentions, WeightedChooser(), contents=contents, article_credits=metadata.credits)
    apply_sieves(drafts, discourse)
    scenes = set_scenes(find_turns(drafts, discourse), discourse)
    return Passage(
        novel=novel["id"],
        discourse=discourse,
        scenes=scenes,
        gold=_gold(novel, start, end, scenes),
        characters=Characters(novel["aliases"]),
    )


def _gold(novel: Mapping[str, Any], start: int, end: int, scenes: Sequence[Scene]) -> list[str | None]:
    """Return the annotated speaker of most quotations of each turn."""
    speakers: list[str | None] = [None] * (end - start)
    for row in novel["attributions"]:
        for first, last in row["content"]:
            if start <= first < end:
                speakers[first - start : last - start] = [row["speaker"]] * (min(last, end) - first)
    found = []
    for scene in scenes:
        spoken = (speakers[first:last] for first, last in scene.turn.quotations)
        counts = Counter(filter(None, chain.from_iterable(spoken)))
        found.append(counts.most_common(1)[0][0] if counts else None)
    return found


def examples_of(passage: Passage, weights: Mapping[str, float] | None = None) -> Iterator[Example]:
    """
    Yield the examples of a part of a novel.

    Args:
        passage: The part.

        weights: Weights that choose the speakers of the turns before each; the annotated ones if not given.

    Yields:
        The turns with a right and a wrong candidate.
    """
    evidence = Evidence(passage.scenes, passage.discourse)
    chosen = None
    if weights is not None:
        chosen = [one.speaker for one in choose_speakers(passage.scenes, passage.discourse, weights)]
    speakers: list[Referent | None] = []
    for place, (scene, gold) in enumerate(zip(passage.scenes, passage.gold, strict=True)):
        speaker = scene.turn.anchor
        if speaker is None and scene.turn.is_open:
            candidates = participants(passage.scenes, place, speakers, passage.discourse)
            right = [gold is not None and passage.is_right(one, gold) for one in candidates]
            if any(right) and not all(right):
                yield Example([evidence.features(place, one, speakers) for one in candidates], right)
            speaker = next((one for one, is_right in zip(candidates, right, strict=True) if is_right), None)
        speakers.append(speaker if chosen is None else chosen[place])


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """
    Fit a conditional logit.

    Args:
        examples: The examples.

    Returns:
        The weight of each feature.

    Example:
        >>> weights = fit([Example([{"near": 1.0}, {"far": 1.0}], [True, False])] * 20)
        >>> weights["near"] > 0 > weights["far"]
        True
    """
    counts = Counter(chain.from_iterable(row for example in examples for row in example.rows))
    names = {name: place for place, name in enumerate(sorted(n for n in counts if counts[n] >= _MIN_CANDIDATES))}
    rows = list(chain.from_iterable(example.rows for example in examples))
    cells = [(i, names[name], value) for i, row in enumerate(rows) for name, value in row.items() if name in names]
    row_of, name_of, values = (np.array(part) for part in zip(*cells, strict=True))
    group = np.repeat(np.arange(len(examples)), [len(example.rows) for example in examples])
    right = np.concatenate([example.right for example in examples])

    def slope_at(weights: Any) -> Any:
        odds = np.exp(np.clip(np.bincount(row_of, values * weights[name_of], len(rows)), -40, 40))
        chances, wanted = (one / np.bincount(group, one)[group] for one in (odds, odds * right))
        slope = np.bincount(name_of, values * (chances - wanted)[row_of], len(names))
        return slope + _STRENGTH * weights

    weights = _descend(slope_at, len(names))
    return {name: round(float(weights[place]), 3) for name, place in names.items()}


def _descend(slope_at: Callable[[Any], Any], size: int) -> Any:
    """Find the weights where the slope of the loss is 0, with Adam."""
    weights, mean, square = np.zeros((3, size))
    for step in range(1, _STEPS + 1):
        slope = slope_at(weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = _RATE * min(1, 2 - 2 * step / _STEPS) * math.sqrt(1 - 0.99**step) / (1 - 0.9**step)
        weights = weights - rate * mean / (np.sqrt(square) + 1e-8)
    return weights


def learn(passages: Sequence[Passage]) -> dict[str, float]:
    """
    Learn weights from parts of novels.

    Args:
        passages: The parts.

    Returns:
        The weight of each feature.
    """
    annotated = [example for passage in passages for example in examples_of(passage)]
    weights = fit(annotated)
    for _ in range(_ROUNDS):
        chosen = [example for passage in passages for example in examples_of(passage, weights)]
        weights = fit([*annotated, *chosen])
    return weights


def _read_passages(path: Path, parts: int) -> Iterable[Passage]:
    """Yield every other part of the novels that are not held out, from the second one on."""
    model = load_model(DEFAULT_MODEL)
    for novel in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if novel["id"] not in HELD_OUT:
            for start, end in list(parts_of(novel["text"]))[1 : 2 * parts : 2]:
                yield read_passage(novel, start, end, model)


@app.command()
def main(
    pdnc: Annotated[Path, typer.Argument(help="File of PDNC.")],
    *,
    out: Annotated[Path, typer.Option(help="File to write.")],
    parts: Annotated[int, typer.Option(help="How many parts of each novel to read at most.")] = 2,
) -> None:
    """Learn weights and write them as a file."""
    weights = learn(list(_read_passages(pdnc, parts)))
    kept = {name: weight for name, weight in sorted(weights.items()) if weight}
    out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    app()
