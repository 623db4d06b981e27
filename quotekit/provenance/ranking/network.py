"""The network that weighs the chains of outlets for statements, in NumPy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quotekit.provenance.ranking.columns import CHAIN, NOTHING, PLACE, QUERY, SIGNS
from quotekit.ranking import Layers

if TYPE_CHECKING:
    from quotekit.provenance.ranking.evidence import OutletEvidence

__all__ = ["OutletNetwork"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# How many states there are of a statement's words, and of a place's.
_ASKED, _NAMED = 5, 4
_HEADS = ("pair", "chain", "nothing")
_LAYERS = ("asked", "named", *(f"{head}.{layer}" for head in _HEADS for layer in (0, 1)))


@attrs.frozen(eq=False)
class OutletNetwork:
    """
    A small network over the words of a statement, those of a place that names outlets, and what the rules know of both.

    It is built as :class:`quotekit.speakers.ranking.network.Network` is: a chain's score is that of the place that
    supports it best, roughly, and one for the chain itself.
    """

    #: Its layers.
    layers: Layers

    @classmethod
    def of(cls, stored: Mapping[str, _Array]) -> OutletNetwork:
        """
        Make a network of stored arrays.

        Args:
            stored: The weights by name.

        Returns:
            The network.

        Raises:
            KeyError: An array is missing.
        """
        return cls(Layers.of(stored, _LAYERS))

    def problems(self) -> Iterator[str]:
        """
        Check the weights.

        Yields:
            What is wrong with them: other shapes than this version's evidence needs, or what is no finite number.
        """
        hidden = self.layers.outputs("asked")
        about = len(QUERY) + hidden
        inputs = {
            "pair": len(PLACE) + len(SIGNS) + len(CHAIN) + about + 2 * hidden,
            "chain": len(CHAIN) + about,
            "nothing": len(NOTHING) + about,
        }
        sizes = {"asked": (hidden, _ASKED * self.width), "named": (hidden, _NAMED * self.width)}
        for head, size in inputs.items():
            inner = self.layers.outputs(f"{head}.0")
            sizes |= {f"{head}.0": (inner, size), f"{head}.1": (1, inner)}
        yield from self.layers.problems(sizes)

    @property
    def width(self) -> int:
        """How many numbers the state of a word must have."""
        return int(self.layers.weights["named.weight"].shape[-1] // _NAMED)

    def likelihoods(self, evidence: OutletEvidence) -> tuple[_Array, _Array]:
        """
        Weigh the chains.

        Args:
            evidence: What is known of some statements and the chains that may have carried them.

        Returns:
            The probability of the chain in each place, shape (D, S); and that of none, shape (D,).
        """
        asked = self.layers.linear("asked", evidence.asked)
        # Most places of a short text are empty.
        there = np.nonzero(evidence.exists)
        who, chain, query = asked[there[0]], evidence.chain[there], evidence.query[there[0]]
        named = self.layers.linear("named", evidence.named[there])
        scores, own = (np.zeros(evidence.candidates.shape, np.float32) for _ in range(2))
        pair = (who, named, who * named, evidence.place[there], chain, query)
        scores[there] = self.layers.scores("pair", *pair)[:, 0]
        own[there] = self.layers.scores("chain", chain, query, who)[:, 0]
        nothing = self.layers.scores("nothing", evidence.nothing, evidence.query, asked)
        return evidence.shares(evidence.pool(scores) + own, nothing)
