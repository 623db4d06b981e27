"""The networks of a model: loading them, refusing what is none, and making what ranks a text's candidates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from quotekit.errors import ModelError
from quotekit.provenance.ranking import load as outlets
from quotekit.provenance.ranking import load_outlet_network, make_outlet_ranker
from quotekit.speakers.ranking import load as speakers
from quotekit.speakers.ranking import load_speaker_network, make_ranker
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.word_states import WordStates
from tests.provenance.ranking import material as outlet_material
from tests.ranking.files import BROKEN, model_with, stored, without
from tests.speakers.ranking import material as speaker_material

STATES = WordStates(np.array([0]), np.zeros((1, 4), np.int8))


@attrs.frozen
class Kind:
    """A kind of network."""

    #: Its file.
    file: str
    #: Loads it.
    load: Callable[[Model], Any]
    #: Makes what ranks the candidates of a text.
    make: Callable[[Model, WordStates | None], Any]
    #: Weights at random.
    weights: Mapping[str, Any]

    def model(self, folder: Path, data: bytes | None = None, checksum: str | None = None) -> Model:
        """Return a model with such a file; that of the weights if not given."""
        return model_with(folder, self.file, stored(self.weights) if data is None else data, checksum)


KINDS = {
    "speakers": Kind(speakers.WEIGHTS, load_speaker_network, make_ranker, speaker_material.random_weights()),
    "outlets": Kind(outlets.WEIGHTS, load_outlet_network, make_outlet_ranker, outlet_material.random_weights()),
}


@pytest.fixture(name="kind", params=KINDS.values(), ids=KINDS)
def fixture_kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind of network."""
    kind: Kind = request.param
    return kind


class TestLoad:
    """load_speaker_network() and load_outlet_network()."""

    def test_good(self, tmp_path: Path, kind: Kind) -> None:
        """Stored weights are those that are loaded."""
        network = kind.load(kind.model(tmp_path))

        assert {name: value.tolist() for name, value in without(kind.weights, "sieves").items()} == {
            name: value.tolist() for name, value in network.layers.weights.items()
        }

    def test_shipped(self, kind: Kind) -> None:
        """The network of the shipped model is loaded once, and has weights of the right shapes."""
        network = kind.load(load_model())

        assert network is kind.load(load_model())
        assert [] == [*network.problems()]

    def test_none(self, tmp_path: Path, kind: Kind) -> None:
        """A model whose config has no such file has no network."""
        assert None is kind.load(model_with(tmp_path, kind.file, None))

    def test_missing(self, tmp_path: Path, kind: Kind) -> None:
        """A file that the config names must be there."""
        with pytest.raises(ModelError) as raised:
            kind.load(model_with(tmp_path, kind.file, None, "0" * 64))

        assert (tmp_path, f"{kind.file} is missing") == (raised.value.folder, raised.value.problem)

    def test_other_checksum(self, tmp_path: Path, kind: Kind) -> None:
        """It must be the file that the config names."""
        with pytest.raises(ModelError) as raised:
            kind.load(kind.model(tmp_path, checksum="0" * 64))

        assert raised.value.problem.startswith(f"{kind.file} has the SHA-256 ")

    @pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
    def test_broken(self, tmp_path: Path, kind: Kind, data: Callable[[Mapping[str, Any]], bytes]) -> None:
        """What is no network of this version is refused, with advice, though it has its checksum."""
        with pytest.raises(ModelError) as raised:
            kind.load(kind.model(tmp_path, data(kind.weights)))

        assert raised.value.problem.startswith(kind.file)
        assert (tmp_path, "export the model again") == (raised.value.folder, raised.value.remedy)


class TestMake:
    """make_ranker() and make_outlet_ranker()."""

    def test_good(self, tmp_path: Path, kind: Kind) -> None:
        """A model with a network and states has a ranker."""
        assert STATES is kind.make(kind.model(tmp_path), STATES).states

    def test_without_states(self, kind: Kind) -> None:
        """Without states there is no ranker."""
        assert None is kind.make(load_model(), None)

    def test_without_network(self, tmp_path: Path, kind: Kind) -> None:
        """Without a network there is no ranker."""
        assert None is kind.make(model_with(tmp_path, kind.file, None), STATES)

    def test_other_states(self, tmp_path: Path, kind: Kind) -> None:
        """A network for other states than the model's is refused."""
        states = WordStates(np.array([0]), np.zeros((1, 5), np.int8))

        with pytest.raises(ModelError) as raised:
            kind.make(kind.model(tmp_path), states)

        assert f"{kind.file} is for word states of 4 numbers, but model.onnx gives 5" == raised.value.problem
