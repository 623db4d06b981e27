"""Write fitted networks into a model folder: a layer of the graph, ``speakers.npz`` and ``outlets.npz``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from quotekit.provenance.ranking.load import WEIGHTS as OUTLET_WEIGHTS
from quotekit.speakers.ranking.load import WEIGHTS
from quotekit.training.export import write_config
from quotekit.training.graph import StateLayer, write_graph
from quotekit.training.ranking.examples import KNOWN_SIEVES
from quotekit.training.ranking.states import inner_layer

if TYPE_CHECKING:
    from quotekit.tagger.config import Config
    from quotekit.tagger.session import Model
    from quotekit.training.model import Tagger
    from quotekit.training.ranking.network import RankingNetwork
    from quotekit.training.ranking.outlet_network import OutletRankingNetwork

__all__ = ["write_ranking"]


def write_ranking(
    tagger: Tagger, model: Model, network: RankingNetwork, outlets: OutletRankingNetwork, out: Path, *, name: str
) -> Config:
    """
    Write a model folder with the networks. The tagger's outputs are those of the model, beside states of words.

    Args:
        tagger: The tagger whose states the networks read.

        model: The model that was written of this tagger: its tokenizer, windows and calibration are kept.

        network: The fitted network that weighs candidates for speakers.

        outlets: The fitted network that weighs outlets.

        out: The folder to write.

        name: The new model's name.

    Returns:
        The configuration as written.

    Raises:
        OSError: A file cannot be read or written.
    """
    out.mkdir(parents=True, exist_ok=True)
    weights, outlet_weights = network.arrays(), outlets.arrays()
    # The states for outlets are behind those for speakers.
    both = [
        np.concatenate([one.pop(part) for one in (weights, outlet_weights)]) for part in ("state.weight", "state.bias")
    ]
    tagger.eval()
    write_graph(tagger, out / "model.onnx", words=StateLayer(inner_layer(tagger), *both))
    stored: dict[str, Any] = {"sieves": np.array(KNOWN_SIEVES), **weights}
    np.savez(out / WEIGHTS, **stored)
    of_outlets: dict[str, Any] = dict(outlet_weights)
    np.savez(out / OUTLET_WEIGHTS, **of_outlets)
    shutil.copyfile(model.folder / "tokenizer.json", out / "tokenizer.json")
    config = attrs.evolve(
        model.config,
        name=name,
        checksums={WEIGHTS: "", OUTLET_WEIGHTS: ""},
        outlet_states=outlets.state.out_features,
    )
    return write_config(out, config)
