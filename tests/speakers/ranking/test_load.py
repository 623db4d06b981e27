"""Loading the network that weighs candidates, and refusing what is none."""

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
from quotekit.speakers.ranking import load_speaker_network, make_ranker
from quotekit.speakers.ranking.load import WEIGHTS
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.word_states import WordStates
from tests.speakers.ranking.material import NAMES_OF_SIEVES, random_weights

STATES = WordStates(np.array([0]), np.zeros((1, 4), np.int8))


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


def array_file() -> bytes:
    """Return a file of one array, not of several by name."""
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


def without(name: str) -> dict[str, Any]:
    """Return weights that lack an array."""
    return {key: value for key, value in random_weights().items() if key != name}


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": bytes,
    "text": lambda: b"weights",
    "a pickle": lambda: b"\x80\x04N.",
    "zip of nothing": lambda: b"PK\x05\x06" + bytes(18),
    "cut off": lambda: stored(random_weights())[:-100],
    "damaged": lambda: stored(random_weights()).replace(b"NUMPY", b"NUMPX"),
    "one array": array_file,
    "an array missing": lambda: stored(without("pair.1.bias")),
    "sieves missing": lambda: stored(without("sieves")),
    "no weights": lambda: stored({"sieves": np.array(NAMES_OF_SIEVES)}),
    "an object": lambda: stored({**random_weights(), "asked.bias": np.array([{}, None])}),
    "a number for sieves": lambda: stored({**random_weights(), "sieves": np.array(3)}),
    "a number for weights": lambda: stored({**random_weights(), "named.weight": np.float32(1)}),
    "another shape": lambda: stored({**random_weights(), "asked.weight": np.zeros((2, 2), np.float32)}),
    "words": lambda: stored({**random_weights(), "asked.bias": np.array(["a", "b", "c"])}),
    "not finite": lambda: stored({**random_weights(), "asked.bias": np.full(3, np.nan, np.float32)}),
    "fewer sieves": lambda: stored({**random_weights(), "sieves": np.array(NAMES_OF_SIEVES[:-1])}),
}


class TestLoadNetwork:
    """load_speaker_network()."""

    def test_good(self, tmp_path: Path) -> None:
        """Stored weights are those that are loaded."""
        network = load_speaker_network(model_with(tmp_path, stored(random_weights())))

        assert network is not None
        assert NAMES_OF_SIEVES == network.sieves
        assert {name: value.tolist() for name, value in without("sieves").items()} == {
            name: value.tolist() for name, value in network.layers.weights.items()
        }

    def test_once(self) -> None:
        """The same network is loaded once."""
        assert load_speaker_network(load_model()) is load_speaker_network(load_model())

    def test_none(self, tmp_path: Path) -> None:
        """A model whose config has no such file has no network."""
        assert None is load_speaker_network(model_with(tmp_path, None))

    def test_missing(self, tmp_path: Path) -> None:
        """A file that the config names must be there."""
        with pytest.raises(ModelError) as raised:
            load_speaker_network(model_with(tmp_path, None, "0" * 64))

        assert (tmp_path, "speakers.npz is missing") == (raised.value.folder, raised.value.problem)

    def test_other_checksum(self, tmp_path: Path) -> None:
        """It must be the file that the config names."""
        with pytest.raises(ModelError) as raised:
            load_speaker_network(model_with(tmp_path, stored(random_weights()), "0" * 64))

        assert raised.value.problem.startswith("speakers.npz has the SHA-256 ")

    @pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
    def test_broken(self, tmp_path: Path, data: Callable[[], bytes]) -> None:
        """What is no network of this version is refused, with advice, though it has its checksum."""
        with pytest.raises(ModelError) as raised:
            load_speaker_network(model_with(tmp_path, data()))

        assert raised.value.problem.startswith("speakers.npz")
        assert (tmp_path, "export the model again") == (raised.value.folder, raised.value.remedy)


class TestMakeRanker:
    """make_ranker()."""

    def test_good(self, tmp_path: Path) -> None:
        """A model with a network and states has a ranker."""
        ranker = make_ranker(model_with(tmp_path, stored(random_weights())), STATES, 0.7)

        assert ranker is not None
        assert (STATES, 0.7) == (ranker.states, ranker.min_probability)

    def test_without_states(self) -> None:
        """Without states there is no ranker."""
        assert None is make_ranker(load_model(), None)

    def test_without_network(self, tmp_path: Path) -> None:
        """Without a network there is no ranker."""
        assert None is make_ranker(model_with(tmp_path, None), STATES)

    def test_other_states(self, tmp_path: Path) -> None:
        """A network for other states than the model's is refused."""
        states = WordStates(np.array([0]), np.zeros((1, 5), np.int8))

        with pytest.raises(ModelError) as raised:
            make_ranker(model_with(tmp_path, stored(random_weights())), states)

        assert "speakers.npz is for word states of 4 numbers, but model.onnx gives 5" == raised.value.problem
