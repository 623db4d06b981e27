"""Write a fitted network into a model folder: a layer of the graph, and ``speakers.npz``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

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

__all__ = ["write_ranking"]


def write_ranking(tagger: Tagger, model: Model, network: RankingNetwork, out: Path, *, name: str) -> Config:
    """
    Write a model folder with the network. The tagger's outputs are those of the model, beside states of words.

    Args:
        tagger: The tagger whose states the network reads.

        model: The model that was written of this tagger: its tokenizer, windows and calibration are kept.

        network: The fitted network.

        out: The folder to write.

        name: The new model's name.

    Returns:
        The configuration as written.

    Raises:
        OSError: A file cannot be read or written.
    """
    out.mkdir(parents=True, exist_ok=True)
    weights = network.arrays()
    layer = StateLayer(inner_layer(tagger), weights.pop("state.weight"), weights.pop("state.bias"))
    tagger.eval()
    write_graph(tagger, out / "model.onnx", words=layer)
    stored: dict[str, Any] = {"sieves": np.array(KNOWN_SIEVES), **weights}
    np.savez(out / WEIGHTS, **stored)
    shutil.copyfile(model.folder / "tokenizer.json", out / "tokenizer.json")
    return write_config(out, attrs.evolve(model.config, name=name, checksums={WEIGHTS: ""}))
