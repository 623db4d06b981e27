"""The states of words, by PyTorch."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from quotekit.errors import SettingError
from quotekit.tagger.windows import encode
from quotekit.text import TextIndex
from quotekit.training.ranking.examples import Reader
from quotekit.training.ranking.states import HiddenStates, inner_layer
from quotekit.training.weights import load_tagger
from tests.training.ranking.tiny import SIZE, Written

TEXT = "Ana Vega opened the lock.\n\n" * 40


class TestStateReader:
    """StateReader."""

    def test_reads_every_word(self, reader: Reader) -> None:
        """Each word of a text of several windows has a state of its own, the same in every run."""
        index = TextIndex(TEXT)
        encoding = encode(index, reader.states.tokenizer)

        states = reader.states.read(index)

        assert len(encoding) > SIZE
        assert encoding.start.tolist() == states.start.tolist()
        assert (len(encoding), 768) == states.values.shape
        assert np.array_equal(states.values, reader.states.read(index).values)

    def test_reads_both_layers(self, reader: Reader) -> None:
        """The first half are the states that the heads read, the second those of the layer half way up."""
        tagger, tokenizer = reader.states.tagger, reader.states.tokenizer
        pieces = tokenizer.encode("rain", add_special_tokens=False).ids
        ids = torch.tensor([[tokenizer.token_to_id("[CLS]"), *pieces, tokenizer.token_to_id("[SEP]")]])
        index = TextIndex("rain")
        features = torch.zeros(1, 3, 3, dtype=torch.int64)
        features[0, 1] = torch.from_numpy(encode(index, tokenizer).features.astype(np.int64))[0]
        with torch.no_grad():
            embedded = tagger.embed(ids, features)
            read = tagger.encoder(inputs_embeds=embedded, output_hidden_states=True).hidden_states

        (state,) = reader.states.read(index).values

        assert np.allclose(state, torch.cat([read[2][0, 1], read[1][0, 1]]).numpy(), atol=1e-2)

    def test_leaves_out_what_is_hidden(self, reader: Reader) -> None:
        """Hidden words have no state, and the others are read as if these were not there."""
        found = reader.states.read(TextIndex("Rain fell. Read more here. It went on."), [(11, 26)])

        assert [0, 5, 9, 27, 30, 35, 37] == found.start.tolist()

    def test_reads_an_empty_text(self, reader: Reader) -> None:
        """A text without words has no states."""
        assert (0, 768) == reader.states.read(TextIndex("")).values.shape


class TestHiddenStates:
    """HiddenStates."""

    def test_of(self) -> None:
        """A stretch has its first state, its last one and the mean, and zeros if no word begins in it."""
        states = HiddenStates(np.array([0, 4]), np.array([[1, -2], [3, 0]], np.float16))

        assert [[[1, -2], [3, 0], [2, -1]], [[0, 0]] * 3] == states.of([(0, 8), (20, 22)]).tolist()


class TestInnerLayer:
    """inner_layer()."""

    def test_is_half_way_up(self, written: Written) -> None:
        """Of two layers it is the first, of six the third."""
        assert [1, 3] == [inner_layer(written.tagger), inner_layer(load_tagger(None, 16)[0])]

    def test_needs_two_layers(self) -> None:
        """A tagger of one layer is refused."""
        tagger, _ = load_tagger(None, 16)
        tagger.encoder.config.num_hidden_layers = 1

        with pytest.raises(SettingError, match="a tagger of one layer has no inner layer"):
            inner_layer(tagger)
