"""A model at random: attributions, names and states of words as a learned one might find in the oddest texts."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from quotekit.provenance.ranking import load_outlet_network
from quotekit.provenance.ranking.network import OutletNetwork
from quotekit.speakers.ranking import load_speaker_network
from quotekit.speakers.ranking.network import Network
from quotekit.tagger.decode import Evidence, Segments, TaggedAttribution, drop_duplicates
from quotekit.tagger.name_spans import NAME_KINDS, TaggedName
from quotekit.tagger.session import Config, Model, TaggedWords, load_model
from quotekit.tagger.windows import Encoding
from quotekit.tagger.word_states import WordStates

__all__ = ["RandomModel"]

_MOST_SCORE = 4.0
_MOST_CONTENT_WORDS = 30
#: Each so many words there is an attribution, and a name.
_WORDS_APART = 6
# How many of the words that nobody asks for have states.
_SHARE_KEPT = 0.3


@attrs.frozen
class RandomModel:
    """Finds the same attributions in the same text; other ones for another seed."""

    #: What chance begins with.
    seed: int
    #: The model whose words and settings it has.
    model: Model = attrs.field(factory=load_model, repr=False)

    @property
    def folder(self) -> Path:
        """The folder with the network that weighs speakers by the states."""
        return self.model.folder

    @property
    def tokenizer(self) -> object:
        """What splits text into word pieces."""
        return self.model.tokenizer

    @property
    def config(self) -> Config:
        """The settings."""
        return self.model.config

    def tag(self, encoding: Encoding, asked: NDArray[np.bool_] | None = None) -> TaggedWords:
        """
        Find attributions, names and states of words at random.

        Args:
            encoding: The text.

            asked: The words whose states are kept; others may be kept, too.

        Returns:
            Segments as a model's decoding has them: in order, without overlap within one role.
        """
        chance = random.Random(f"{self.seed} {zlib.crc32(encoding.ids.tobytes())}")
        words = len(encoding.start)
        if not words:
            return TaggedWords((), ())
        found = [_attribution(chance, words) for _ in range(chance.randint(0, 1 + words // _WORDS_APART))]
        # Two anchors are two words.
        by_anchor = {one.anchor: one for one in found if one.content}
        names = _segments(chance, 0, words, chance.randint(0, 1 + words // _WORDS_APART), 4)
        return TaggedWords(
            tuple(drop_duplicates([*by_anchor.values()])),
            tuple(TaggedName(*bounds, chance.choice(NAME_KINDS), chance.random()) for bounds in names),
            *(self._states(chance, encoding, asked, network) for network in self._networks()),
        )

    def _networks(self) -> tuple[Network | None, OutletNetwork | None]:
        """Return what reads the states."""
        return load_speaker_network(self.model), load_outlet_network(self.model)

    def _states(
        self,
        chance: random.Random,
        encoding: Encoding,
        asked: NDArray[np.bool_] | None,
        network: Network | OutletNetwork | None,
    ) -> WordStates | None:
        """Draw states of words that a network can read; sometimes none."""
        if asked is None or network is None or not chance.randint(0, 3):
            return None
        kept = np.flatnonzero([is_asked or chance.random() < _SHARE_KEPT for is_asked in asked.tolist()])
        steps = chance.choices(range(-128, 128), k=len(kept) * network.width)
        return WordStates(encoding.start[kept], np.array(steps, np.int8).reshape(len(kept), network.width))


def _attribution(chance: random.Random, words: int) -> TaggedAttribution:
    anchor = chance.randrange(words)
    low, high = max(0, anchor - _MOST_CONTENT_WORDS), min(words, anchor + _MOST_CONTENT_WORDS)
    return TaggedAttribution(
        anchor=anchor,
        evidence=Evidence(*(chance.uniform(-1, _MOST_SCORE) for _ in range(5))),
        cue=_segments(chance, max(0, anchor - 2), min(words, anchor + 3), chance.randint(0, 1), 3),
        content=_segments(chance, low, high, chance.randint(1, 3), _MOST_CONTENT_WORDS),
        source=_segments(chance, max(0, anchor - 8), min(words, anchor + 9), chance.randint(0, 1), 6),
        confidence=chance.random(),
    )


def _segments(chance: random.Random, low: int, high: int, most: int, longest: int) -> Segments:
    """Draw separate segments in order."""
    found: list[tuple[int, int]] = []
    for start in sorted(chance.randrange(low, high) for _ in range(most)):
        end = min(high, start + chance.randint(1, longest))
        if not found or found[-1][1] <= start:
            found.append((start, end))
    return tuple(found)
