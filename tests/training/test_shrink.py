"""Smaller taggers cut from trained ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from quotekit.errors import SettingError
from quotekit.training.model import Tagger
from quotekit.training.shrink import shrink
from quotekit.training.weights import load_tagger, save_weights

POSITIONS = 66


@pytest.fixture(name="tagger", scope="module")
def fixture_tagger() -> Tagger:
    """A tagger with new heads."""
    torch.manual_seed(5)
    return load_tagger(None, POSITIONS)[0].eval()


def _inputs() -> tuple[dict[str, Tensor], Tensor]:
    words = torch.arange(1, 31)[None]
    batch = {"ids": torch.arange(100, 132)[None], "features": torch.ones(1, 32, 3, dtype=torch.int64), "words": words}
    return {**batch, "mask": torch.ones(1, 32, dtype=torch.int64)}, torch.tensor([[0, 4], [0, 20]])


def _reload(state: dict[str, Tensor], tagger: Tagger, folder: Path) -> Tagger:
    """Write weights as a run does and load them."""
    torch.save({"weights": state}, folder / "cut.pt")
    save_weights(tagger, folder / "whole.pt")
    return load_tagger(folder / "cut.pt", POSITIONS)[0].eval()


def test_keeps_layers_in_the_given_order(tagger: Tagger) -> None:
    """Layers are numbered anew."""
    state = tagger.state_dict()
    name = "encoder.encoder.layer.{}.output.dense.weight"

    found = shrink(state, layers=[4, 1])

    assert torch.equal(state[name.format(4)], found[name.format(0)])
    assert torch.equal(state[name.format(1)], found[name.format(1)])
    assert name.format(2) not in found


@torch.no_grad()
def test_neurons_without_weights_are_left_out_first(tagger: Tagger, tmp_path: Path) -> None:
    """A tagger without its idle neurons and channels scores as before."""
    state = {name: value.clone() for name, value in tagger.state_dict().items()}
    idle = torch.arange(0, 1536, 3)
    for number in range(6):
        state[f"encoder.encoder.layer.{number}.output.dense.weight"][:, idle] = 0
    tagger.load_state_dict(state)
    batch, anchors = _inputs()
    expected = tagger(batch, anchors)

    small = _reload(shrink(state, feed_forward=1024), tagger, tmp_path)

    found = small(batch, anchors)
    assert 1024 == small.encoder.encoder.layer[5].output.dense.in_features
    for name in ("anchors", "roles", "names"):
        assert torch.allclose(expected[name], found[name], atol=1e-4)


@torch.no_grad()
def test_cuts_the_role_head(tagger: Tagger, tmp_path: Path) -> None:
    """A narrower role head can be loaded and scores all words."""
    small = _reload(shrink(tagger.state_dict(), role_width=32), tagger, tmp_path)

    assert (2, 30, 3, 3) == small(*_inputs())["roles"].shape
    assert 32 == len(small.roles.norm.weight)


@pytest.mark.parametrize(
    "cut", [{"layers": [0, 6]}, {"layers": []}, {"feed_forward": 2000}, {"role_width": 161}, {"role_width": 0}]
)
def test_rejects_what_is_not_there(tagger: Tagger, cut: dict[str, list[int] | int]) -> None:
    """There are six layers, 1,536 neurons and 160 channels."""
    with pytest.raises(SettingError, match=next(iter(cut))):
        shrink(tagger.state_dict(), **cut)  # type: ignore[arg-type]
