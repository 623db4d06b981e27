"""What the encoder makes of each word of a text, before the network chooses what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import torch

from quotekit.errors import SettingError
from quotekit.tagger.windows import cut_windows, encode, window_input
from quotekit.tagger.word_states import states_of_stretches
from quotekit.text import Bounds, TextIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from quotekit.tagger.config import Config
    from quotekit.training.model import Tagger

__all__ = ["HiddenStates", "StateReader", "inner_layer"]


def inner_layer(tagger: Tagger) -> int:
    """
    Choose the layer whose states are read beside those of the last one: half way up.

    Args:
        tagger: The tagger.

    Returns:
        The layer, counted from 1.

    Raises:
        SettingError: The tagger has only one layer.
    """
    layers = int(tagger.encoder.config.num_hidden_layers)
    if layers == 1:
        setting, problem = "start", "a tagger of one layer has no inner layer"
        raise SettingError(setting, layers, problem, "use a tagger with more layers")
    return layers // 2


@attrs.frozen(eq=False)
class HiddenStates:
    """The hidden states of the words of a text: of the last layer, and behind them those of an inner one."""

    #: Character offset of each word's start, in text order; shape (N,).
    start: NDArray[np.int64]
    #: The states; shape (N, 2 * hidden).
    values: NDArray[np.float16]

    def of(self, bounds: Sequence[Bounds]) -> NDArray[np.float16]:
        """
        Return the states of stretches of text.

        Args:
            bounds: Start and end of each stretch, in characters; the end is exclusive.

        Returns:
            The first state, the last one and the mean of each; shape (stretches, 3, 2 * hidden). They are zero where no
            word begins.
        """
        return states_of_stretches(self.start, self.values, bounds).astype(np.float16)


@attrs.frozen(eq=False)
class StateReader:
    """Reads texts in the windows of a model, in full precision."""

    #: The tagger.
    tagger: Tagger
    #: Its tokenizer.
    tokenizer: Tokenizer
    #: The settings of the model: its windows.
    config: Config

    @torch.no_grad()
    def read(self, index: TextIndex, hidden: Sequence[Bounds] = ()) -> HiddenStates:
        """
        Read a text.

        Args:
            index: The text.

            hidden: Bounds of stretches that are not read, in text order and without overlap.

        Returns:
            The states of its words.
        """
        self.tagger.eval()
        layer = inner_layer(self.tagger)
        encoding = encode(index, self.tokenizer, hidden)
        vocabulary = self.tokenizer.get_vocab()
        cls, sep = vocabulary["[CLS]"], vocabulary["[SEP]"]
        windows = cut_windows(encoding, self.config.size, self.config.overlap)
        width = 2 * int(self.tagger.encoder.config.hidden_size)
        states = [np.empty((0, width), np.float16)]
        states += [self._read(window_input(encoding, window, cls, sep), layer) for window in windows]
        return HiddenStates(encoding.start, np.concatenate(states))

    def _read(self, feed: dict[str, NDArray[Any]], layer: int) -> NDArray[np.float16]:
        """Return the states of the words of a window that are kept."""
        ids, features = (torch.from_numpy(feed[name])[None] for name in ("ids", "features"))
        read = self.tagger.encoder(inputs_embeds=self.tagger.embed(ids, features), output_hidden_states=True)
        both = torch.cat([read.last_hidden_state, read.hidden_states[layer]], -1)[0]
        kept: NDArray[np.float16] = both[feed["words"][feed["keep"]]].numpy().astype(np.float16)
        return kept
