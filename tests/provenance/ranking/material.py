"""Texts and networks for tests of the ranking: what the rules make of marked texts, and weights at random."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotekit.names import find_mentions
from quotekit.provenance import find_via
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.columns import CHAIN, NOTHING, PLACE, QUERY, SIGNS
from quotekit.provenance.ranking.evidence import Gatherer, OutletEvidence
from quotekit.provenance.ranking.places import Place
from quotekit.provenance.ranking.ranker import RuledText
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.tagger.word_states import WordStates
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts

__all__ = ["WIDTH", "gatherer", "place_of", "random_evidence", "random_weights", "rule", "rule_marked", "states_of"]

#: How many numbers the state of a word has.
WIDTH = 4
_HIDDEN, _INNER = 3, 5


def rule(text: str, resolved: Sequence[ResolvedDraft]) -> RuledText:
    """Let the rules give outlets to attributions."""
    found: list[RuledText] = []

    def revise(ruled: RuledText) -> tuple[OutletChain, ...]:
        found.append(ruled)
        return tuple(ruled.given)

    index = TextIndex(text)
    find_via(index, resolved, find_mentions(index), revise=revise)
    return found[0]


def rule_marked(markup: str) -> RuledText:
    """Let the rules give outlets to the attributions that a text marks."""
    text, attributions = parse_marked(markup)
    return rule(text, resolved_drafts(attributions))


def place_of(ruled: RuledText, words: str) -> Place:
    """Return the only place of these words, whatever it is."""
    (found,) = [place for place in ruled.places if ruled.index.text[place.start : place.end] == words]
    return found


def states_of(text: str) -> WordStates:
    """Return states at random, the same in each run."""
    starts = np.array([found.start() for found in re.finditer(r"\w+", text)], np.int64)
    steps = np.random.default_rng(len(starts)).integers(-128, 128, (len(starts), WIDTH))
    return WordStates(starts, steps.astype(np.int8))


def gatherer(ruled: RuledText) -> Gatherer:
    """Return what gathers the evidence in a text."""
    states = states_of(ruled.index.text)
    return Gatherer(ruled.index, ruled.facts, ruled.places, given=ruled.given, named=ruled.named, states=states)


def random_weights(seed: int = 0, *, scale: float = 1.0) -> dict[str, NDArray[np.float32]]:
    """Return weights of a network for this evidence, as they are stored."""
    chance, about = np.random.default_rng(seed), len(QUERY) + _HIDDEN
    sizes = {
        "asked": (_HIDDEN, 5 * WIDTH),
        "named": (_HIDDEN, 4 * WIDTH),
        "pair.0": (_INNER, len(PLACE) + len(SIGNS) + len(CHAIN) + about + 2 * _HIDDEN),
        "pair.1": (1, _INNER),
        "chain.0": (_INNER, len(CHAIN) + about),
        "chain.1": (1, _INNER),
        "nothing.0": (_INNER, len(NOTHING) + about),
        "nothing.1": (1, _INNER),
    }
    weights = {f"{name}.weight": chance.normal(0, scale, size).astype(np.float32) for name, size in sizes.items()}
    biases = {f"{name}.bias": chance.normal(0, scale, size[:1]).astype(np.float32) for name, size in sizes.items()}
    return {**weights, **biases}


def random_evidence(seed: int, candidates: Sequence[Sequence[int]]) -> OutletEvidence:
    """Return evidence at random for the chains in each place, -1 for none; it is the same for the same chain."""
    chance, chains = np.random.default_rng(seed), np.array(candidates, np.int64)
    rows, count = chains.shape

    def draw(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 1, shape).astype(np.float32)

    exists = (chains >= 0)[..., None]
    of_chains = draw(rows, max(0, chains.max()) + 1, len(CHAIN))
    return OutletEvidence(
        chains,
        np.where(chains >= 0, np.arange(count), -1),
        draw(rows, 5 * WIDTH),
        draw(rows, count, 4 * WIDTH) * exists,
        draw(rows, count, len(PLACE) + len(SIGNS)) * exists,
        np.take_along_axis(of_chains, np.maximum(chains, 0)[..., None], 1) * exists,
        draw(rows, len(QUERY)),
        draw(rows, len(NOTHING)),
    )
