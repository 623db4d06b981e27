"""Loading a network from a model's folder."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from quotekit.errors import ModelError
from quotekit.ranking.load import check_width, load_network
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.word_states import WordStates

FILE = "speakers.npz"


@attrs.frozen(eq=False)
class Scale:
    """Stands for a network."""

    #: Its numbers.
    numbers: Any

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Scale:
        """Take the numbers."""
        return cls(stored["numbers"])

    @property
    def width(self) -> int:
        """How many there are."""
        return int(self.numbers.size)

    def problems(self) -> Iterator[str]:
        """Refuse negative numbers."""
        yield from (f"{number} is negative" for number in self.numbers.tolist() if number < 0)


def model_with(folder: Path, *, named: bool = True, **arrays: Any) -> Model:
    """Return the shipped model as if it were in a folder with a file of these arrays."""
    data = io.BytesIO()
    np.savez(data, **arrays)
    (folder / FILE).write_bytes(data.getvalue())
    model = load_model()
    checksums = {FILE: hashlib.sha256(data.getvalue()).hexdigest()} if named else {}
    return attrs.evolve(model, folder=folder, config=attrs.evolve(model.config, checksums=checksums))


class TestLoadNetwork:
    """load_network()."""

    def test_made_of_what_is_stored(self, tmp_path: Path) -> None:
        """The network is made of the arrays in the file, once."""
        model = model_with(tmp_path, numbers=[1, 2])

        network = load_network(model, FILE, Scale.of)

        assert network is not None
        assert [1, 2] == network.numbers.tolist()
        assert network is load_network(model, FILE, Scale.of)

    def test_not_named(self, tmp_path: Path) -> None:
        """A file that the config does not name is not read."""
        assert None is load_network(model_with(tmp_path, named=False, numbers=[1]), FILE, Scale.of)

    def test_problem(self, tmp_path: Path) -> None:
        """The first problem that a network has is told, with the file."""
        with pytest.raises(ModelError) as raised:
            load_network(model_with(tmp_path, numbers=[1, -2, -3]), FILE, Scale.of)

        assert (tmp_path, "speakers.npz: -2 is negative") == (raised.value.folder, raised.value.problem)

    def test_not_made(self, tmp_path: Path) -> None:
        """If no network can be made of the arrays, the cause is told."""
        with pytest.raises(ModelError, match="numbers") as raised:
            load_network(model_with(tmp_path, others=[1]), FILE, Scale.of)

        assert raised.value.problem.startswith("speakers.npz cannot be read (KeyError")


@pytest.mark.parametrize(("width", "problems"), [(2, []), (3, ["2 numbers, but model.onnx gives 3"])])
def test_check_width(tmp_path: Path, width: int, problems: list[str]) -> None:
    """States of another width than the network reads are refused, and others are not."""
    model, states = model_with(tmp_path, numbers=[1]), WordStates(np.array([0]), np.zeros((1, width), np.int8))
    found = []

    try:
        check_width(model, FILE, Scale(np.array([1, 2])), states)
    except ModelError as error:
        found.append(error.problem)

    assert [f"speakers.npz is for word states of {problem}" for problem in problems] == found
