"""Loading the network that weighs outlets, and refusing what is none."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from quotekit.errors import ModelError
from quotekit.provenance.ranking import load_outlet_network, make_outlet_ranker
from quotekit.provenance.ranking.load import WEIGHTS
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.word_states import WordStates
from tests.provenance.ranking.material import WIDTH, random_weights

STATES = WordStates(np.array([0]), np.zeros((1, WIDTH), np.int8))


def stored(weights: Mapping[str, Any]) -> bytes:
    """Return arrays as a file has them."""
    file = io.BytesIO()
    np.savez(file, **weights)
    return file.getvalue()


def model_with(folder: Path, data: bytes | None, checksum: str | None = None) -> Model:
    """Return the shipped model as if it were in a folder with this file."""
    if data is not None:
        (folder / WEIGHTS).write_bytes(data)
        checksum = checksum or hashlib.sha256(data).hexdigest()
    model = load_model()
    checksums = {} if checksum is None else {WEIGHTS: checksum}
    return attrs.evolve(model, folder=folder, config=attrs.evolve(model.config, checksums=checksums))


def without(name: str) -> dict[str, Any]:
    """Return weights that lack an array."""
    return {key: value for key, value in random_weights().items() if key != name}


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": bytes,
    "a pickle": lambda: b"\x80\x04N.",
    "cut off": lambda: stored(random_weights())[:-100],
    "an array missing": lambda: stored(without("nothing.1.bias")),
    "no weights": lambda: stored({}),
    "an object": lambda: stored({**random_weights(), "asked.bias": np.array([{}, None])}),
    "a number for weights": lambda: stored({**random_weights(), "named.weight": np.float32(1)}),
    "another shape": lambda: stored({**random_weights(), "chain.0.weight": np.zeros((5, 2), np.float32)}),
    "words": lambda: stored({**random_weights(), "asked.bias": np.array(["a", "b", "c"])}),
    "not finite": lambda: stored({**random_weights(), "asked.bias": np.full(3, np.nan, np.float32)}),
}


class TestLoadOutletNetwork:
    """load_outlet_network()."""

    def test_good(self, tmp_path: Path) -> None:
        """Stored weights are those that are loaded."""
        network = load_outlet_network(model_with(tmp_path, stored(random_weights())))

        assert network is not None
        assert {name: value.tolist() for name, value in random_weights().items()} == {
            name: value.tolist() for name, value in network.layers.weights.items()
        }

    def test_once(self) -> None:
        """The network of the shipped model is loaded once; it reads as many states as the model has for it."""
        network = load_outlet_network(load_model())

        assert network is not None
        assert network is load_outlet_network(load_model())
        assert load_model().config.outlet_states == network.width

    def test_none(self, tmp_path: Path) -> None:
        """A model whose config has no such file has no network."""
        assert None is load_outlet_network(model_with(tmp_path, None))

    def test_missing(self, tmp_path: Path) -> None:
        """A file that the config names must be there."""
        with pytest.raises(ModelError) as raised:
            load_outlet_network(model_with(tmp_path, None, "0" * 64))

        assert (tmp_path, "outlets.npz is missing") == (raised.value.folder, raised.value.problem)

    def test_other_checksum(self, tmp_path: Path) -> None:
        """It must be the file that the config names."""
        with pytest.raises(ModelError) as raised:
            load_outlet_network(model_with(tmp_path, stored(random_weights()), "0" * 64))

        assert raised.value.problem.startswith("outlets.npz has the SHA-256 ")

    @pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
    def test_broken(self, tmp_path: Path, data: Callable[[], bytes]) -> None:
        """What is no network of this version is refused, with advice, though it has its checksum."""
        with pytest.raises(ModelError) as raised:
            load_outlet_network(model_with(tmp_path, data()))

        assert raised.value.problem.startswith("outlets.npz")
        assert (tmp_path, "export the model again") == (raised.value.folder, raised.value.remedy)


class TestMakeOutletRanker:
    """make_outlet_ranker()."""

    def test_good(self, tmp_path: Path) -> None:
        """A model with a network and states has a ranker."""
        ranker = make_outlet_ranker(model_with(tmp_path, stored(random_weights())), STATES)

        assert ranker is not None
        assert STATES is ranker.states

    def test_without_states(self) -> None:
        """Without states there is no ranker."""
        assert None is make_outlet_ranker(load_model(), None)

    def test_without_network(self, tmp_path: Path) -> None:
        """Without a network there is no ranker."""
        assert None is make_outlet_ranker(model_with(tmp_path, None), STATES)

    def test_other_states(self, tmp_path: Path) -> None:
        """A network for other states than the model's is refused."""
        states = WordStates(np.array([0]), np.zeros((1, 5), np.int8))

        with pytest.raises(ModelError) as raised:
            make_outlet_ranker(model_with(tmp_path, stored(random_weights())), states)

        assert "outlets.npz is for word states of 4 numbers, but model.onnx gives 5" == raised.value.problem
