"""Evidence with right answers: from labelled articles, invented passages and texts with coreference chains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import attrs
import numpy as np

from quotekit.attributions.draft import Draft
from quotekit.ranking import Candidates
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.columns import KINDS
from quotekit.speakers.ranking.evidence import Evidence, Gatherer
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.sieves import SIEVES
from quotekit.tagger.session import Model
from quotekit.text import Bounds
from quotekit.training.labelled import Label, Text, agree, read_labelled
from quotekit.training.passages import as_sources, read_passage, read_passages, without_sources
from quotekit.training.ranking.states import StateReader
from quotekit.training.silver_names import gum_rows

__all__ = ["KNOWN_SIEVES", "Examples", "Reader", "Stretches", "concatenate"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
_Evidence = TypeVar("_Evidence", bound=Candidates)

#: The sieves that the network tells apart, by name: what decides on conversations comes after the others.
KNOWN_SIEVES = (*SIEVES, "conversation")
# What is decided by more than the words of a source and of names teaches nothing.
_LEFT_OUT = frozenset({"cluster", "conversation", "question or answer"})
_BY_NAME = frozenset({"joint names", "name"})
_PASSAGES = ("descriptions", "pronouns")
# How much a phrase in an invented passage, and in GUM, counts beside an attribution in news.
_PASSAGE_SHARE, _GUM_SHARE = 1.5, 0.3
# What a text never names is common in GUM; a part of it is enough, and so are some phrases of a long text.
_EVERY, _MOST_PHRASES, _MAX_WORDS = 3, 120, 14
_ASKED_TYPES = ("organization", "person")
# Attributions are gathered so many at a time, to bound the memory.
_BLOCK = 64


class Stretches:
    """Gives each stretch of text a number in place of its states, which are then read once and not for each place."""

    width = 1

    def __init__(self) -> None:
        # Number 0 is no stretch.
        self._numbers: dict[Bounds, int] = {(0, 0): 0}

    @property
    def bounds(self) -> list[Bounds]:
        """The bounds of the stretches, in the order of their numbers."""
        return list(self._numbers)

    def of(self, bounds: Sequence[Bounds]) -> np.ndarray[Any, np.dtype[np.float32]]:
        """
        Number stretches.

        Args:
            bounds: The stretches.

        Returns:
            The number of each, three times: for its first word, its last one and the mean; shape (stretches, 3).
        """
        numbers = [self._numbers.setdefault(one, len(self._numbers)) for one in bounds]
        return np.repeat(np.array(numbers, np.float32)[:, None], 3, axis=1)


@attrs.frozen(eq=False)
class Examples:
    """The D attributions of a text of which it is known who speaks."""

    #: What is known of them; as states it has the numbers of stretches: of the source three times, of the cue and the
    #: content in ``asked``, of the mention twice in ``named``.
    evidence: Evidence
    #: The states of the stretches, from :meth:`quotekit.training.ranking.states.HiddenStates.of`.
    states: _Array
    #: Whether the candidate in each place is right; shape (D, S).
    right: _Array
    #: Whether the speaker has a name; shape (D,).
    is_named: _Array
    #: The number of its kind among :data:`~quotekit.speakers.ranking.network.KINDS`; shape (D,).
    kinds: _Array
    #: Whether the rules decided by a name in the source; shape (D,).
    by_name: _Array
    #: How much each of them counts.
    share: float = 1.0
    #: How much the kind of each counts.
    kind_share: float = 1.0

    def __len__(self) -> int:
        """Return the number of attributions."""
        return len(self.kinds)


def concatenate(parts: Sequence[_Evidence]) -> _Evidence:
    """
    Put evidence of the same kind together.

    Args:
        parts: The parts; at least one.

    Returns:
        The evidence of all attributions, in order.
    """
    kind = type(parts[0])
    names = [field.name for field in attrs.fields(kind)]
    return kind(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


@attrs.frozen(eq=False)
class Reader:
    """Reads examples, with what a model finds in a text and what its encoder makes of it."""

    #: The model that finds attributions and names.
    model: Model
    #: Reads the states of words.
    states: StateReader

    def news(self, gold: Path, labels: Sequence[Path]) -> Iterator[Examples]:
        """
        Read labelled articles.

        Args:
            gold: A file of annotated articles, as for :func:`quotekit.training.labelled.read_labelled`.

            labels: The files of labels.

        Yields:
            The examples of each article that has any.

        Raises:
            OSError: A file cannot be read.

            CorpusError: A line is not as it should be.
        """
        for text, told in read_labelled(gold, labels, self.model):
            yield from self.examples(text, told)

    def passages(self) -> Iterator[Examples]:
        """
        Read the invented passages in :mod:`quotekit.training.texts`.

        Yields:
            The examples of each passage.
        """
        for name, passage in (one for file in _PASSAGES for one in read_passages(file)):
            text, phrases, names = read_passage(name, passage, self.model)
            yield from self._phrases(text, phrases, names, _PASSAGE_SHARE)

    def gum(self, path: Path) -> Iterator[Examples]:
        """
        Read texts with coreference chains whose licence permits any use.

        Args:
            path: A file of GUM: ``id``, ``text``, ``licence``, and ``entities`` with ``span``, ``type``, ``proper`` and
                ``chain``.

        Yields:
            The examples of each text: phrases for people and organizations, with the names in their chains.

        Raises:
            OSError: The file cannot be read.
        """
        for row in gum_rows(path):
            asked = list(_asked(row))[:_MOST_PHRASES]
            phrases, names = [bounds for bounds, _ in asked], [name for _, name in asked]
            yield from self._phrases(Text.read(row["id"], row["text"], self.model), phrases, names, _GUM_SHARE)

    def _phrases(
        self, text: Text, phrases: Sequence[Bounds], names: Sequence[str | None], share: float
    ) -> Iterator[Examples]:
        """Yield the examples of phrases, as if they were sources of attributions without content."""
        others = without_sources(text, phrases)
        told = {number: Label(name) for number, name in enumerate(names, len(others.drafts))}
        for found in self.examples(others, told, as_sources(text, phrases)):
            yield attrs.evolve(found, share=share, kind_share=0.0)

    def examples(self, text: Text, labels: Mapping[int, Label], drafts: Sequence[Draft] = ()) -> Iterator[Examples]:
        """
        Gather the examples of a text.

        Args:
            text: The text.

            labels: Who speaks in its attributions, by their numbers.

            drafts: Further attributions, numbered after those of the text.

        Yields:
            The examples, if there are any.
        """
        found: list[Examples] = []

        def note(made: Sequence[Made], discourse: Discourse) -> Mapping[int, Decision]:
            numbers = [i for i, one in enumerate(made) if i in labels and _how(one) not in _LEFT_OUT]
            if numbers and discourse.entities:
                read = self.states.read(text.index, text.hidden).of
                found.append(_gather(made, discourse, read, {i: labels[i] for i in numbers}))
            return {}

        text.resolve(drafts, revise=note)
        yield from found


def _how(one: Made) -> str | None:
    return None if one.decision is None else one.decision.how


def _gather(
    made: Sequence[Made],
    discourse: Discourse,
    states: Callable[[Sequence[Bounds]], _Array],
    labels: Mapping[int, Label],
) -> Examples:
    """Gather the evidence of labelled attributions, and say which candidates are right."""
    stretches, numbers = Stretches(), list(labels)
    gatherer = Gatherer(made, discourse, stretches, KNOWN_SIEVES)
    blocks = range(0, len(numbers), _BLOCK)
    evidence = concatenate([gatherer.gather(numbers[low : low + _BLOCK]) for low in blocks])
    rows = zip(labels.values(), evidence.candidates, strict=True)
    return Examples(
        evidence,
        states(stretches.bounds),
        np.array([_right(label, row, discourse) for label, row in rows]),
        np.array([label.name is not None for label in labels.values()]),
        np.array([KINDS.index(label.kind) for label in labels.values()]),
        np.array([_how(made[number]) in _BY_NAME for number in numbers]),
    )


def _right(label: Label, candidates: _Array, discourse: Discourse) -> list[bool]:
    """Return which candidates have the right name."""
    names = [discourse.entities[entity].name if entity >= 0 else None for entity in candidates]
    return [name is not None and agree(label.name, name) for name in names]


def _asked(row: Mapping[str, Any]) -> Iterator[tuple[Bounds, str | None]]:
    """Yield phrases that are no names, with the names in their coreference chains; None where there is none."""
    text, proper = row["text"], defaultdict[Any, list[str]](list)
    for entity in row["entities"]:
        if entity["proper"]:
            proper[entity["chain"]].append(text[slice(*entity["span"])])
    asked = [e for e in row["entities"] if not e["proper"] and e["type"] in _ASKED_TYPES]
    asked = [e for e in asked if len(text[slice(*e["span"])].split()) <= _MAX_WORDS]
    for number, entity in enumerate(asked):
        name = "; ".join(proper[entity["chain"]]) or None
        if name or number % _EVERY == 0:
            yield (entity["span"][0], entity["span"][1]), name
