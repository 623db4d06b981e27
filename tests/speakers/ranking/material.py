"""Articles and networks for tests of the ranking: what the rules make of marked texts, and weights at random."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.speakers import resolve_speakers
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.columns import KINDS, Widths
from quotekit.speakers.ranking.evidence import Evidence, Gatherer
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.sieves import SIEVES
from quotekit.tagger.word_states import WordStates
from quotekit.text import TextIndex
from tests.helpers import drafts_of
from tests.markup import parse

__all__ = ["NAMES_OF_SIEVES", "RuledArticle", "random_evidence", "random_weights", "rule", "rule_marked"]

#: The sieves that the evidence of these tests tells apart.
NAMES_OF_SIEVES = (*SIEVES, "conversation")
_WIDTH = 4
_HIDDEN, _INNER = 3, 5


@attrs.frozen
class RuledArticle:
    """An article once the rules have decided."""

    #: The text.
    text: str
    #: What they made of each attribution.
    made: Sequence[Made]
    #: What is known then.
    discourse: Discourse

    @property
    def states(self) -> WordStates:
        """States at random, the same in each run."""
        starts = np.array([found.start() for found in re.finditer(r"\w+", self.text)], np.int64)
        steps = np.random.default_rng(len(starts)).integers(-128, 128, (len(starts), _WIDTH))
        return WordStates(starts, steps.astype(np.int8))

    def gatherer(self) -> Gatherer:
        """What gathers the evidence in it."""
        return Gatherer(self.made, self.discourse, self.states, NAMES_OF_SIEVES)

    def evidence(self) -> Evidence:
        """The evidence for all of its attributions."""
        return self.gatherer().gather(range(len(self.made)))

    def entity(self, name: str) -> int:
        """The number of an entity."""
        return [entity.name for entity in self.discourse.entities].index(name)


def rule(text: str, drafts: Sequence[Draft]) -> RuledArticle:
    """Let the rules decide on attributions."""
    found: list[RuledArticle] = []

    def revise(made: Sequence[Made], discourse: Discourse) -> Mapping[int, Decision]:
        found.append(RuledArticle(text, made, discourse))
        return {}

    index = TextIndex(text)
    resolve_speakers(index, drafts, find_mentions(index), revise=revise)
    return found[0]


def rule_marked(markup: str) -> RuledArticle:
    """Let the rules decide on the attributions that a text marks."""
    marked = parse(markup)
    return rule(marked.text, drafts_of(marked))


def random_weights(seed: int = 0, *, scale: float = 1.0) -> dict[str, NDArray[np.float32] | NDArray[np.str_]]:
    """Return weights of a network for this evidence, as they are stored."""
    chance, widths = np.random.default_rng(seed), Widths.of(NAMES_OF_SIEVES)
    about = widths.query + _HIDDEN
    sizes = {
        "asked": (_HIDDEN, 5 * _WIDTH),
        "named": (_HIDDEN, 2 * _WIDTH),
        "pair.0": (_INNER, widths.place + widths.entity + about + 2 * _HIDDEN),
        "pair.1": (1, _INNER),
        "entity.0": (_INNER, widths.entity + about),
        "entity.1": (1, _INNER),
        "nobody.0": (_INNER, widths.nobody + about),
        "nobody.1": (1, _INNER),
        "kind.0": (_INNER, widths.nobody + about),
        "kind.1": (len(KINDS), _INNER),
    }
    weights = {f"{name}.weight": chance.normal(0, scale, size).astype(np.float32) for name, size in sizes.items()}
    biases = {f"{name}.bias": chance.normal(0, scale, size[:1]).astype(np.float32) for name, size in sizes.items()}
    return {**weights, **biases, "sieves": np.array(NAMES_OF_SIEVES)}


def random_evidence(seed: int, candidates: Sequence[Sequence[int]]) -> Evidence:
    """Return evidence at random for the entities in each place, -1 for none; it is the same for the same entity."""
    chance, widths = np.random.default_rng(seed), Widths.of(NAMES_OF_SIEVES)
    places = np.array(candidates, np.int64)
    rows, count = places.shape

    def draw(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 1, shape).astype(np.float32)

    exists = (places >= 0)[..., None]
    of_entities = draw(rows, max(0, places.max()) + 1, widths.entity)
    return Evidence(
        places,
        draw(rows, 5 * _WIDTH),
        draw(rows, count, 2 * _WIDTH) * exists,
        draw(rows, count, widths.place) * exists,
        np.take_along_axis(of_entities, np.maximum(places, 0)[..., None], 1) * exists,
        draw(rows, widths.query),
        draw(rows, widths.nobody),
    )
