"""The network that weighs the candidates for speakers, in NumPy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quotekit.ranking import Layers, softmax
from quotekit.speakers.ranking.columns import KINDS, Widths

if TYPE_CHECKING:
    from quotekit.speakers.ranking.evidence import Evidence

__all__ = ["Likelihoods", "Network"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

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

    #: Its layers.
    layers: Layers
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
        return cls(Layers.of(stored, _LAYERS), tuple(map(str, stored["sieves"])))

    def problems(self) -> Iterator[str]:
        """
        Check the weights.

        Yields:
            What is wrong with them: other shapes than this version's evidence needs, or what is no finite number.
        """
        yield from self.layers.problems(self._sizes())

    @property
    def width(self) -> int:
        """How many numbers the state of a word must have."""
        return int(self.layers.weights["named.weight"].shape[-1] // _NAMED)

    def _sizes(self) -> dict[str, tuple[int, int]]:
        """Return how many outputs and inputs each layer must have."""
        columns, hidden = Widths.of(self.sieves), self.layers.outputs("asked")
        about = columns.query + hidden
        inputs = {
            "pair": columns.place + columns.entity + about + 2 * hidden,
            "entity": columns.entity + about,
            "nobody": columns.nobody + about,
            "kind": columns.nobody + about,
        }
        sizes = {"asked": (hidden, _ASKED * self.width), "named": (hidden, _NAMED * self.width)}
        for head, outputs in _HEADS.items():
            inner = self.layers.outputs(f"{head}.0")
            sizes |= {f"{head}.0": (inner, inputs[head]), f"{head}.1": (outputs, inner)}
        return sizes

    def likelihoods(self, evidence: Evidence) -> Likelihoods:
        """
        Weigh the candidates.

        Args:
            evidence: What is known of some attributions and their candidates.

        Returns:
            How likely each of them is.
        """
        asked = self.layers.linear("asked", evidence.asked)
        # Most places of a short article are empty.
        there = np.nonzero(evidence.exists)
        who, entity, about = asked[there[0]], evidence.entity[there], evidence.query[there[0]]
        named = self.layers.linear("named", evidence.named[there])
        scores, own = (np.zeros(evidence.candidates.shape, np.float32) for _ in range(2))
        pair = (who, named, who * named, evidence.place[there], entity, about)
        scores[there] = self.layers.scores("pair", *pair)[:, 0]
        own[there] = self.layers.scores("entity", entity, about, who)[:, 0]
        known = (evidence.nobody, evidence.query, asked)
        shares = evidence.shares(evidence.pool(scores) + own, self.layers.scores("nobody", *known))
        return Likelihoods(*shares, softmax(self.layers.scores("kind", *known)))
