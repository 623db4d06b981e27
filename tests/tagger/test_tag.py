"""The model's output for one text, in character offsets."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from quotekit.inputs import About
from quotekit.pipeline import read_text
from quotekit.tagger.session import Model, TaggedWords, load_model
from quotekit.tagger.tag import TaggedText, tag
from quotekit.tagger.windows import Encoding
from quotekit.text import TextIndex


class TestTag:
    """tag()."""

    def test_characters(self) -> None:
        """Attributions and names have character offsets; quotation marks are not looked at."""
        text = "\n\n“It is late,” said Ana Ito."

        found = tag(TextIndex(text), load_model())
        first = max(found.attributions, key=lambda attribution: attribution.confidence)

        assert ["said", "Ana Ito"] == [text[slice(*segment)] for (segment,) in (first.cue, first.source)]
        assert "It is late" in text[slice(*first.content[0])]
        assert text[first.anchor :].startswith("said")
        assert [("Ana Ito", "person")] == [(text[name.start : name.end], name.kind) for name in found.names]

    def test_unlikely_ones(self) -> None:
        """Candidates far below the threshold are found, too."""
        text = "The mayor, who likes the bridge, was asked about it. It is known for its length, and seems safe."
        model = load_model()

        assert any(found.confidence < model.config.min_confidence for found in tag(TextIndex(text), model).attributions)

    def test_nothing(self) -> None:
        """A text without words has no attributions and no names."""
        assert TaggedText() == tag(TextIndex("\n"), load_model())


@attrs.frozen
class Stateless:
    """A model whose graph has no states of words, as a model trained for attributions alone."""

    #: The model that it is otherwise.
    model: Model = attrs.field(factory=load_model)

    def __getattr__(self, name: str) -> Any:
        """Return what the model has."""
        return getattr(self.model, name)

    def tag(self, encoding: Encoding, asked: Any) -> TaggedWords:
        """Find what the model finds, without states."""
        return attrs.evolve(self.model.tag(encoding, asked), states=None)


class TestStates:
    """The states of words that are kept."""

    TEXT = "Ida Holm left. “Every dam leaks,” said the old mayor of Dorn, who knows it well enough."

    def test_kept(self) -> None:
        """Words of names, sources and cues have states; others do not."""
        states = tag(TextIndex(self.TEXT), load_model()).states
        assert states is not None
        kept = [self.TEXT[start:].split()[0].strip(",.”") for start in states.start]

        assert {"Ida", "Holm", "Every", "said", "the", "mayor", "Dorn"} <= {*kept}
        assert "enough" not in kept

    def test_shape(self) -> None:
        """There is a row of the same width for each of these words, in text order."""
        states = tag(TextIndex(self.TEXT), load_model()).states
        assert states is not None

        assert (len(states.start), states.width) == states.steps.shape
        assert np.dtype(np.int8) == states.steps.dtype
        assert [*states.start] == sorted({*states.start})

    def test_numbers(self) -> None:
        """Numbers may be names, too."""
        states = tag(TextIndex("In 1999 it rained."), load_model()).states
        assert states is not None

        assert [0, 3] == states.start.tolist()

    def test_same_with_more_threads(self) -> None:
        """States are the same, bit for bit, with any number of threads, and each time."""
        found = [tag(TextIndex(self.TEXT), load_model(threads=threads)).states for threads in (1, 2, 1)]

        assert 1 == len({(one.start.tobytes(), one.steps.tobytes()) for one in found if one is not None})
        assert None not in found

    def test_several_windows(self) -> None:
        """A text of several windows has states for all of its words."""
        text = "Ida Holm met Carl Dray. " * 120
        states = tag(TextIndex(text), load_model()).states
        assert states is not None

        assert [24 * place + word for place in range(120) for word in (0, 4, 13, 18)] == [
            start for start in states.start.tolist() if text[start].isupper()
        ]

    def test_none(self) -> None:
        """A model without states gives none."""
        assert None is tag(TextIndex(self.TEXT), Stateless()).states  # type: ignore[arg-type]

    def test_no_ranking(self) -> None:
        """With such a model the rules decide alone; it finds the same attributions."""
        found, ruled = (read_text(self.TEXT, None, About(), model) for model in (load_model(), Stateless()))  # type: ignore[arg-type]

        assert "ranking" not in {resolved.decided_by for resolved in ruled.resolved}
        assert [(a.content, a.cue, a.source) for a in found.article.attributions] == [
            (a.content, a.cue, a.source) for a in ruled.article.attributions
        ]
