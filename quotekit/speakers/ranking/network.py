"""The network that weighs the candidates for speakers, in NumPy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quotekit.speakers.ranking.columns import KINDS, Widths

if TYPE_CHECKING:
    from quotekit.speakers.ranking.evidence import Evidence

__all__ = ["Likelihoods", "Network"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# The score of what is not there.
_LEAST = -1e9
# NumPy multiplies larger matrices by several threads, which wait for work in a loop: that costs more than it saves.
_MAX_PRODUCTS = 200_000
# How many states there are of an attribution's words, and of a mention's.
_ASKED, _NAMED = 5, 2
# What is scored, and how many scores each has.
_HEADS = {"pair": 1, "entity": 1, "nobody": 1, "kind": len(KINDS)}
_LAYERS = ("asked", "named", *(f"{head}.{layer}" for head in _HEADS for layer in (0, 1)))


@attrs.frozen(eq=False)
class Likelihoods:
    """How likely each candidate is the speaker of each of D attributions with S places for candidates."""

    #: The probability of the entity in each place; shape (D, S). An entity in several places has it in each of them.
    of_entities: _Array
    #: The probability that it is nobody with a name; shape (D,).
    of_nobody: _Array
    #: The probability of each of :data:`~quotekit.speakers.ranking.columns.KINDS`; shape (D, kinds).
    of_kinds: _Array


@attrs.frozen(eq=False)
class Network:
    """
    A small network over the words of a source, the words of a candidate's names, and what the rules know of both.

    A candidate's score is that of the mention that supports it best, roughly (the log of a sum), and one for the
    candidate itself; the way of the mention-ranking models of coreference (Wiseman et al. 2015,
    https://aclanthology.org/P15-1137/), with the state of the tagger's encoder for the words.
    """

    #: The weights by name.
    weights: Mapping[str, _Array]
    #: The names of the sieves that the weights know.
    sieves: tuple[str, ...]

    @classmethod
    def of(cls, stored: Mapping[str, _Array]) -> Network:
        """
        Make a network of stored arrays.

        Args:
            stored: The weights by name, and the names of the sieves as ``sieves``.

        Returns:
            The network.

        Raises:
            KeyError: An array is missing.
        """
        names = (f"{layer}.{part}" for layer in _LAYERS for part in ("weight", "bias"))
        return cls({name: stored[name] for name in names}, tuple(map(str, stored["sieves"])))

    def problems(self) -> Iterator[str]:
        """
        Check the weights.

        Yields:
            What is wrong with them: other shapes than this version's evidence needs, or what is no finite number.
        """
        for name, shape in self._shapes().items():
            weights = self.weights[name]
            if weights.shape != shape:
                yield f"{name} has the shape {weights.shape}, not {shape}"
            if weights.dtype != np.float32 or not np.isfinite(weights).all():
                yield f"{name} has other values than finite numbers of 32 bits"

    @property
    def width(self) -> int:
        """How many numbers the state of a word must have."""
        return int(self.weights["named.weight"].shape[-1] // _NAMED)

    def _shapes(self) -> dict[str, tuple[int, ...]]:
        """Return the shapes that the weights must have, by name."""
        columns, hidden = Widths.of(self.sieves), self.weights["asked.bias"].size
        about = columns.query + hidden
        inputs = {
            "pair": columns.place + columns.entity + about + 2 * hidden,
            "entity": columns.entity + about,
            "nobody": columns.nobody + about,
            "kind": columns.nobody + about,
        }
        sizes = {"asked": (hidden, _ASKED * self.width), "named": (hidden, _NAMED * self.width)}
        for head, outputs in _HEADS.items():
            inner = self.weights[f"{head}.0.bias"].size
            sizes |= {f"{head}.0": (inner, inputs[head]), f"{head}.1": (outputs, inner)}
        weights = {f"{name}.weight": size for name, size in sizes.items()}
        return {**weights, **{f"{name}.bias": size[:1] for name, size in sizes.items()}}

    def likelihoods(self, evidence: Evidence) -> Likelihoods:
        """
        Weigh the candidates.

        Args:
            evidence: What is known of some attributions and their candidates.

        Returns:
            How likely each of them is.
        """
        asked = self._linear("asked", evidence.asked)
        totals = self._totals(asked, evidence)
        about = (evidence.nobody, evidence.query, asked)
        nobody = self._scores("nobody", *about)
        # Each entity counts once, wherever it is named.
        counted = np.where(evidence.is_first, totals, _LEAST)
        shares = _softmax(np.concatenate((counted, nobody), 1))
        firsts = evidence.same.argmax(2)
        of_entities = np.where(evidence.exists, np.take_along_axis(shares, firsts, 1), 0)
        return Likelihoods(of_entities, shares[:, -1], _softmax(self._scores("kind", *about)))

    def _totals(self, asked: _Array, evidence: Evidence) -> _Array:
        """Return the score of the entity in each place, by all of its mentions and by itself; shape (D, S)."""
        # Most places of a short article are empty.
        there = np.nonzero(evidence.exists)
        who, entity, about = asked[there[0]], evidence.entity[there], evidence.query[there[0]]
        named = self._linear("named", evidence.named[there])
        scores = np.full(evidence.candidates.shape, _LEAST, np.float32)
        pair = (who, named, who * named, evidence.place[there], entity, about)
        scores[there] = self._scores("pair", *pair)[:, 0]
        best = scores.max(1, keepdims=True)
        shared = (evidence.same @ np.exp(scores - best)[..., None])[..., 0]
        totals: _Array = best + np.log(np.maximum(shared, np.finfo(np.float32).tiny))
        totals[there] += self._scores("entity", entity, about, who)[:, 0]
        return totals

    def _linear(self, name: str, value: _Array) -> _Array:
        """Multiply rows (N, in) with a weight (out, in), and add the bias."""
        weight = self.weights[f"{name}.weight"].T
        product = np.empty((len(value), weight.shape[1]), np.float32)
        rows = max(1, _MAX_PRODUCTS // weight.size)
        for low in range(0, len(value), rows):
            np.dot(value[low : low + rows], weight, out=product[low : low + rows])
        return np.asarray(product + self.weights[f"{name}.bias"])

    def _scores(self, name: str, *parts: _Array) -> _Array:
        """Return the output of a network with one hidden layer."""
        hidden = self._linear(f"{name}.0", np.concatenate(parts, -1))
        return self._linear(f"{name}.1", np.maximum(hidden, 0))


def _softmax(scores: _Array) -> _Array:
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    shares: _Array = odds / odds.sum(-1, keepdims=True)
    return shares
