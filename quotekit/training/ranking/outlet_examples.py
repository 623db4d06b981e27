"""Evidence with right answers: the outlets of statements in labelled articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import numpy as np

from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.evidence import Gatherer, OutletEvidence
from quotekit.provenance.ranking.places import Place, outlet_key
from quotekit.provenance.ranking.ranker import RuledText
from quotekit.provenance.via import find_via
from quotekit.tagger.session import Model
from quotekit.text import Bounds
from quotekit.training.labelled import Label, Text, read_labelled
from quotekit.training.ranking.examples import Stretches, concatenate
from quotekit.training.ranking.states import StateReader

__all__ = ["OutletExamples", "read_outlets"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# Statements are gathered so many at a time, to bound the memory.
_BLOCK = 64


@attrs.frozen(eq=False)
class OutletExamples:
    """The D statements of a text of which it is known what outlets carried them."""

    #: What is known of them; as states it has the numbers of stretches: of the source three times, of the cue and the
    #: content in ``asked``; of the place twice, of the words before and after it in ``named``.
    evidence: OutletEvidence
    #: The states of the stretches, from :meth:`quotekit.training.ranking.states.HiddenStates.of`.
    states: _Array
    #: Whether the chain in each place is right; shape (D, S).
    right: _Array
    #: Whether an outlet carried the statement; shape (D,).
    has_outlets: _Array

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.has_outlets)


def read_outlets(gold: Path, labels: Sequence[Path], model: Model, states: StateReader) -> Iterator[OutletExamples]:
    """
    Read labelled articles.

    Args:
        gold: A file of annotated articles, as for :func:`quotekit.training.labelled.read_labelled`.

        labels: The files of labels.

        model: The model that finds attributions and names.

        states: Reads the states of words.

    Yields:
        The examples of each article that has any.

    Raises:
        OSError: A file cannot be read.

        CorpusError: A line is not as it should be.
    """
    for text, told in read_labelled(gold, labels, model):
        yield from outlet_examples(text, told, lambda text: states.read(text.index, text.hidden).of)


def outlet_examples(
    text: Text, labels: Mapping[int, Label], states: Callable[[Text], Callable[[Sequence[Bounds]], _Array]]
) -> Iterator[OutletExamples]:
    """
    Gather the examples of a text.

    Args:
        text: The text.

        labels: Who speaks in its attributions, and through what outlets, by their numbers.

        states: Returns what reads the states of stretches of a text.

    Yields:
        The examples, if there are any.
    """
    found: list[OutletExamples] = []

    def note(ruled: RuledText) -> tuple[OutletChain, ...]:
        numbers = [number for number, label in labels.items() if label.outlets is not None]
        if numbers and ruled.places:
            found.append(_gather(ruled, {number: labels[number].outlets or () for number in numbers}, states(text)))
        return tuple(ruled.given)

    find_via(text.index, text.resolve(), text.mentions, revise=note)
    yield from found


def _gather(
    ruled: RuledText, outlets: Mapping[int, Sequence[str]], states: Callable[[Sequence[Bounds]], _Array]
) -> OutletExamples:
    """Gather the evidence of labelled statements, and say which candidates are right."""
    stretches, numbers = Stretches(), list(outlets)
    gatherer = Gatherer(ruled.index, ruled.facts, ruled.places, given=ruled.given, named=ruled.named, states=stretches)
    blocks = range(0, len(numbers), _BLOCK)
    evidence = concatenate([gatherer.gather(numbers[low : low + _BLOCK]) for low in blocks])
    right = [
        [place >= 0 and _is_right(names, ruled.places[place]) for place in row]
        for names, row in zip(outlets.values(), evidence.places.tolist(), strict=True)
    ]
    has_outlets = np.array([bool(names) for names in outlets.values()])
    return OutletExamples(evidence, states(stretches.bounds), np.array(right), has_outlets)


def _is_right(names: Sequence[str], place: Place) -> bool:
    """Return whether a place names just these outlets, however long each name is."""
    left = [outlet_key(outlet.name).split() for outlet in place.outlets]
    for name in names:
        words = outlet_key(name).split()
        same = next((one for one in left if set(one) <= set(words) or set(words) <= set(one)), None)
        if same is None:
            return False
        left.remove(same)
    return bool(names) and not left
