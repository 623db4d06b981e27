"""The networks in a model folder."""

from __future__ import annotations

from pathlib import Path

import attrs
import numpy as np
import pytest

from quotekit import Extractor
from quotekit.provenance.ranking import load_outlet_network
from quotekit.speakers.ranking.load import load_speaker_network
from quotekit.tagger.session import load_model
from quotekit.tagger.tag import tag
from quotekit.tagger.windows import encode
from quotekit.tagger.word_states import STEP
from quotekit.text import TextIndex
from quotekit.training.ranking.examples import KNOWN_SIEVES, Reader
from quotekit.training.ranking.export import write_ranking
from quotekit.training.ranking.network import RankingNetwork
from quotekit.training.ranking.outlet_network import OutletRankingNetwork
from tests.training.ranking.tiny import ARTICLES, Written


@pytest.fixture(name="folder", scope="module")
def fixture_folder(
    written: Written,
    network: RankingNetwork,
    outlet_network: OutletRankingNetwork,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A model with the fitted networks."""
    out = tmp_path_factory.mktemp("ranking") / "weighing"
    write_ranking(written.tagger, written.model, network, outlet_network, out, name="weighing")
    return out


class TestWriteRanking:
    """write_ranking()."""

    def test_round_trip(self, folder: Path, network: RankingNetwork) -> None:
        """The network that is loaded has the fitted weights, and knows the sieves."""
        loaded = load_speaker_network(load_model(folder))

        assert loaded is not None
        assert KNOWN_SIEVES == loaded.sieves
        weights = network.arrays()
        stored = loaded.layers.weights
        assert {"state.weight", "state.bias"} == weights.keys() - stored.keys()
        assert [] == [name for name, value in stored.items() if not np.array_equal(value, weights[name])]

    def test_round_trip_of_outlets(self, folder: Path, outlet_network: OutletRankingNetwork) -> None:
        """The network for outlets has the fitted weights, and the config says how wide its states are."""
        loaded = load_outlet_network(load_model(folder))

        assert loaded is not None
        weights, stored = outlet_network.arrays(), loaded.layers.weights
        assert {"state.weight", "state.bias"} == weights.keys() - stored.keys()
        assert [] == [name for name, value in stored.items() if not np.array_equal(value, weights[name])]
        assert (6, 6) == (loaded.width, load_model(folder).config.outlet_states)

    def test_keeps_the_tagger(self, folder: Path, written: Written) -> None:
        """Attributions, names and settings are those of the model."""
        model = load_model(folder)
        for text, _ in ARTICLES.values():
            encoding = encode(TextIndex(text), model.tokenizer)

            found, expected = model.tag(encoding), written.model.tag(encoding)

            assert len(expected.attributions) > 0
            assert expected == found
        assert (
            attrs.evolve(written.model.config, name="weighing", checksums=model.config.checksums, outlet_states=6)
            == model.config
        )

    def test_has_the_states_of_words(
        self, folder: Path, reader: Reader, network: RankingNetwork, outlet_network: OutletRankingNetwork
    ) -> None:
        """The states in the graph are those that each network has learned from, but for rounding."""
        text, _ = ARTICLES["bridge"]
        index = TextIndex(text)
        hidden = reader.states.read(index)
        encoding = encode(index, reader.states.tokenizer)

        found = load_model(folder).tag(encoding, np.ones(len(encoding), bool))

        for states, weights in ((found.states, network.arrays()), (found.outlet_states, outlet_network.arrays())):
            assert states is not None
            assert hidden.start.tolist() == states.start.tolist()
            expected = (hidden.values.astype(np.float32) @ weights["state.weight"].T + weights["state.bias"]) / STEP
            assert np.int8 == states.steps.dtype
            assert np.abs(np.clip(expected, -127, 127) - states.steps).mean() < np.abs(expected).mean() / 20

    def test_works(self, folder: Path) -> None:
        """An extractor accepts the folder, and weighs candidates with it."""
        text, _ = ARTICLES["bridge"]
        model = load_model(folder)

        article = Extractor(model=folder, min_confidence=0.0).extract(text)

        tagged = tag(TextIndex(text), model)
        assert tagged.states is not None
        assert tagged.outlet_states is not None
        assert all(text[s.start : s.end] == s.text for a in article.attributions for s in a.content)
