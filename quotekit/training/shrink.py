"""
Make a smaller tagger of a trained one, to be trained further: fewer layers, feed-forward neurons and role channels.

What is left out first is what the rest reads least: a neuron matters as much as the weights into it and out of it are
large (magnitude pruning; Han et al. 2015, https://arxiv.org/abs/1506.02626). Cut without further training, a model
loses several points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from quotekit.errors import SettingError

__all__ = ["LAYER", "shrink"]

#: Matches the name of a weight of an encoder layer; its group is the layer's number.
LAYER = re.compile(r"(?P<before>encoder\.encoder\.layer\.)(?P<number>\d+)(?=\.)")
_IN, _BIAS, _OUT = "intermediate.dense.weight", "intermediate.dense.bias", "output.dense.weight"


def shrink(
    state: Mapping[str, Tensor],
    *,
    layers: Sequence[int] | None = None,
    feed_forward: int | None = None,
    role_width: int | None = None,
) -> dict[str, Tensor]:
    """
    Cut down the weights of a tagger.

    Args:
        state: The state dictionary of a tagger.

        layers: Numbers of the encoder layers to keep, from 0; all by default.

        feed_forward: Neurons to keep in each layer's feed-forward part; all by default.

        role_width: Channels to keep in the role head; all by default.

    Returns:
        The smaller state dictionary. Its sizes are read from it where it is loaded.

    Raises:
        SettingError: There are fewer layers, neurons or channels.

    Example:
        >>> state = {"roles.norm.weight": torch.ones(160), "encoder.encoder.layer.2.x": torch.zeros(1)}
        >>> sorted(shrink(state, layers=[2]))
        ['encoder.encoder.layer.0.x', 'roles.norm.weight']
    """
    kept = _keep_layers(state, layers) if layers is not None else dict(state)
    if feed_forward is not None:
        for number in sorted({found["number"] for name in kept if (found := LAYER.match(name))}, key=int):
            _cut_feed_forward(kept, f"encoder.encoder.layer.{number}.", feed_forward)
    if role_width is not None:
        _cut_roles(kept, role_width)
    return kept


def _keep_layers(state: Mapping[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """Keep some of the layers, numbered anew in the given order."""
    there = {int(found["number"]) for name in state if (found := LAYER.match(name))}
    if not layers or not there.issuperset(layers):
        setting, given, problem = "layers", ",".join(map(str, layers)), "the model does not have these layers"
        raise SettingError(setting, given, problem, f"use numbers from 0 to {max(there, default=0)}")
    new = {old: str(number) for number, old in enumerate(layers)}
    kept = {}
    for name, value in state.items():
        found = LAYER.match(name)
        if found is None:
            kept[name] = value
        elif int(found["number"]) in new:
            kept[found["before"] + new[int(found["number"])] + name[found.end() :]] = value
    return kept


def _cut_feed_forward(state: dict[str, Tensor], layer: str, size: int) -> None:
    """Keep the strongest neurons of a layer's feed-forward part; *state* is changed."""
    first, last = state[layer + _IN], state[layer + _OUT]
    chosen = _strongest(first.norm(dim=1) * last.norm(dim=0), size, "feed_forward")
    state[layer + _IN], state[layer + _BIAS] = first[chosen], state[layer + _BIAS][chosen]
    state[layer + _OUT] = last[:, chosen]


def _cut_roles(state: dict[str, Tensor], width: int) -> None:
    """Keep the strongest channels of the role head; *state* is changed."""
    norm, out = state["roles.norm.weight"], state["roles.out.weight"]
    chosen = _strongest(norm.abs() * out.norm(dim=0), width, "role_width")
    # Two vectors side by side: one is added, one multiplied.
    both = torch.cat([chosen, chosen + len(norm)])
    for name in ("of_anchor.weight", "of_anchor.bias", "of_word.weight", "of_word.bias"):
        state[f"roles.{name}"] = state[f"roles.{name}"][both]
    for name in ("mix", "mix_wide"):
        state[f"roles.{name}.weight"] = state[f"roles.{name}.weight"][chosen][:, chosen]
    for name in ("mix.bias", "mix_wide.bias", "norm.weight", "norm.bias"):
        state[f"roles.{name}"] = state[f"roles.{name}"][chosen]
    for name in ("distance.weight", "out.weight"):
        state[f"roles.{name}"] = state[f"roles.{name}"][:, chosen]


def _strongest(strength: Tensor, count: int, setting: str) -> Tensor:
    """Return the indices of the largest values, in ascending order."""
    if not 0 < count <= len(strength):
        raise SettingError(
            setting, str(count), "the model has fewer of them", f"use a number from 1 to {len(strength)}"
        )
    return strength.topk(count).indices.sort().values
