"""Loading the network that weighs speakers: what others do not have, see :mod:`tests.ranking.test_networks`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from quotekit.errors import ModelError
from quotekit.speakers.ranking import load_speaker_network, make_ranker
from quotekit.speakers.ranking.load import WEIGHTS
from quotekit.tagger.word_states import WordStates
from tests.ranking.files import model_with, stored, without
from tests.speakers.ranking.material import NAMES_OF_SIEVES, random_weights

STATES = WordStates(np.array([0]), np.zeros((1, 4), np.int8))
BROKEN: Mapping[str, Mapping[str, Any]] = {
    "missing": without(random_weights(), "sieves"),
    "nothing else": {"sieves": np.array(NAMES_OF_SIEVES)},
    "a number": {**random_weights(), "sieves": np.array(3)},
    "fewer": {**random_weights(), "sieves": np.array(NAMES_OF_SIEVES[:-1])},
}


def test_sieves(tmp_path: Path) -> None:
    """A network names the sieves whose decisions it tells apart."""
    network = load_speaker_network(model_with(tmp_path, WEIGHTS, stored(random_weights())))

    assert network is not None
    assert NAMES_OF_SIEVES == network.sieves


@pytest.mark.parametrize("weights", BROKEN.values(), ids=BROKEN)
def test_broken_sieves(tmp_path: Path, weights: Mapping[str, Any]) -> None:
    """Weights without such names, or with others than they are for, are refused."""
    with pytest.raises(ModelError) as raised:
        load_speaker_network(model_with(tmp_path, WEIGHTS, stored(weights)))

    assert raised.value.problem.startswith(WEIGHTS)


def test_min_probability(tmp_path: Path) -> None:
    """The ranker has the lowest probability that is asked for."""
    ranker = make_ranker(model_with(tmp_path, WEIGHTS, stored(random_weights())), STATES, 0.7)

    assert ranker is not None
    assert 0.7 == ranker.min_probability
