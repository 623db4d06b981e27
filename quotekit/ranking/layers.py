"""Networks of one hidden layer, in NumPy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

__all__ = ["Layers", "softmax"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# NumPy multiplies larger matrices by several threads, which wait for work in a loop: that costs more than it saves.
_MAX_PRODUCTS = 200_000
# The parts of an input are put side by side for so many multiplications at a time.
_SIDE_BY_SIDE = 16


@attrs.frozen(eq=False)
class Layers:
    """The weights of linear layers, by name: ``name.weight`` (out, in) and ``name.bias`` (out,)."""

    #: The weights by name.
    weights: Mapping[str, _Array]

    @classmethod
    def of(cls, stored: Mapping[str, _Array], names: Sequence[str]) -> Layers:
        """
        Take layers from stored arrays.

        Args:
            stored: The arrays by name.

            names: The names of the layers.

        Returns:
            The layers.

        Raises:
            KeyError: An array is missing.
        """
        return cls({name: stored[name] for layer in names for name in (f"{layer}.weight", f"{layer}.bias")})

    def problems(self, sizes: Mapping[str, tuple[int, int]]) -> Iterator[str]:
        """
        Check the weights.

        Args:
            sizes: How many outputs and inputs each layer must have.

        Yields:
            What is wrong with them: other shapes, or what is no finite number.
        """
        for layer, size in sizes.items():
            for name, shape in ((f"{layer}.weight", size), (f"{layer}.bias", size[:1])):
                weights = self.weights[name]
                if weights.shape != shape:
                    yield f"{name} has the shape {weights.shape}, not {shape}"
                if weights.dtype != np.float32 or not np.isfinite(weights).all():
                    yield f"{name} has other values than finite numbers of 32 bits"

    def outputs(self, name: str) -> int:
        """Return how many outputs a layer has."""
        return int(self.weights[f"{name}.bias"].size)

    def linear(self, name: str, value: _Array) -> _Array:
        """
        Multiply rows with a layer's weight, and add its bias.

        Args:
            name: The layer.

            value: The rows; shape (N, in).

        Returns:
            The products; shape (N, out).
        """
        weight = self.weights[f"{name}.weight"].T
        product = np.empty((len(value), weight.shape[1]), np.float32)
        rows = self._rows(name)
        for low in range(0, len(value), rows):
            np.dot(value[low : low + rows], weight, out=product[low : low + rows])
        product += self.weights[f"{name}.bias"]
        return product

    def scores(self, name: str, *parts: _Array) -> _Array:
        """
        Return the output of a network with one hidden layer.

        Args:
            name: The network: its layers are ``name.0`` and ``name.1``.

            *parts: Parts of its input, side by side.

        Returns:
            The output.
        """
        first = f"{name}.0"
        hidden = np.empty((len(parts[0]), self.outputs(first)), np.float32)
        # All rows side by side would take more memory than all else that is known of a block of attributions.
        rows = _SIDE_BY_SIDE * self._rows(first)
        for low in range(0, len(hidden), rows):
            part = np.concatenate([part[low : low + rows] for part in parts], -1)
            np.maximum(self.linear(first, part), 0, out=hidden[low : low + rows])
        return self.linear(f"{name}.1", hidden)

    def _rows(self, name: str) -> int:
        """Return how many rows are multiplied with a layer's weight at a time."""
        return max(1, _MAX_PRODUCTS // max(1, self.weights[f"{name}.weight"].size))


def softmax(scores: _Array) -> _Array:
    """
    Turn scores into probabilities.

    Args:
        scores: The scores; those along the last axis belong together.

    Returns:
        The probabilities.

    Example:
        >>> softmax(np.array([0.0, 0.0])).tolist()
        [0.5, 0.5]
    """
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    shares: _Array = odds / odds.sum(-1, keepdims=True)
    return shares
