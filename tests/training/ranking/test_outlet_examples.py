"""Evidence with right answers: the outlets of statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from quotekit.text import Bounds
from quotekit.training.labelled import Label, Text
from quotekit.training.ranking.examples import Reader
from quotekit.training.ranking.outlet_examples import OutletExamples, outlet_examples, read_outlets

ARTICLE = (
    "Ida Holm told Tidewrack that the dam leaks. “It is old,” Holm said on the Dawn Hour on Radio Taiga. Bo Dray said"
    " that it rained. The Kelp Bay Courier closed."
)


def no_states(_: Text) -> Callable[[Sequence[Bounds]], np.ndarray]:
    """Return what has a number for each stretch, and no state of a word."""
    return lambda bounds: np.zeros((len(bounds), 3, 2), np.float16)


def examples(labels: dict[int, Sequence[str] | None], text: str = ARTICLE) -> list[OutletExamples]:
    """Return the examples of a text with these outlets of its attributions."""
    outlets = {number: None if names is None else tuple(names) for number, names in labels.items()}
    told = {number: Label("Ida Holm", None, names) for number, names in outlets.items()}
    return list(outlet_examples(Text.read("x", text), told, no_states))


def right_chains(one: OutletExamples, row: int) -> int:
    """Return how many different chains are right."""
    return len({*one.evidence.candidates[row][one.right[row]].tolist()})


class TestOutletExamples:
    """outlet_examples()."""

    def test_right(self) -> None:
        """The places of the labelled outlets are right, and each statement has a row; no others do."""
        (one,) = examples({0: ["Tidewrack"], 1: ["Dawn Hour", "Radio Taiga"], 2: []})

        assert 3 == len(one)
        assert [True, True, False] == one.has_outlets.tolist()
        assert [True, True, False] == one.right.any(1).tolist()
        assert [1, 1] == [right_chains(one, 0), right_chains(one, 1)]
        assert not one.right[~one.evidence.exists].any()

    def test_only_labelled(self) -> None:
        """Statements of whose outlets nobody says anything are left out."""
        (one,) = examples({0: None, 2: []})

        assert [False] == one.has_outlets.tolist()

    @pytest.mark.parametrize("labels", [{}, {0: None}])
    def test_unlabelled(self, labels: dict[int, Sequence[str] | None]) -> None:
        """A text of whose outlets nobody says anything has no examples."""
        assert [] == examples(labels)

    def test_no_places(self) -> None:
        """A text that names nothing has no examples."""
        assert [] == examples({0: []}, "she said that it rained.")

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (["Kelp Bay Courier"], True),
            (["The Kelp Bay Courier"], True),
            (["the COURIER"], True),
            (["Kelp Bay Courier Online"], True),
            (["Kelp Bay Herald"], False),
            (["Kelp Bay Courier", "Radio Taiga"], False),
            (["Dawn Hour", "Radio Taiga"], True),
            (["Radio Taiga", "Dawn Hour"], True),
        ],
    )
    def test_names(self, names: list[str], *, expected: bool) -> None:
        """A place is right if it names just these outlets, in whatever order, and however long each name is."""
        (one,) = examples({2: names})

        assert expected == bool(one.right.any())

    def test_numbers_of_stretches(self) -> None:
        """The numbers in the evidence are those of stretches."""
        (one,) = examples({0: ["Tidewrack"], 1: [], 2: []})
        numbers = np.concatenate([one.evidence.asked.ravel(), one.evidence.named.ravel()]).astype(int)

        assert {*range(len(one.states))} == {0, *numbers.tolist()}


def test_read_outlets(reader: Reader, files: tuple[Path, Path]) -> None:
    """The articles whose labels have outlets are read, with the states of the tagger; 0 is no stretch."""
    found = list(read_outlets(files[0], [files[1]], reader.model, reader.states))

    assert [[True, False], [False, False]] == [one.has_outlets.tolist() for one in found]
    assert [[True, False], [False, False]] == [one.right.any(1).tolist() for one in found]
    assert {768} == {one.states.shape[-1] for one in found}
    assert [False, False] == [one.states[0].any() for one in found]
    assert all(one.states[1:].any((1, 2)).all() for one in found)
