"""Run the model on one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quotekit.tagger.decode import TaggedAttribution
from quotekit.tagger.name_spans import TaggedName
from quotekit.tagger.segments import Segments
from quotekit.tagger.session import Model
from quotekit.tagger.windows import Encoding, encode
from quotekit.tagger.word_states import WordStates
from quotekit.text import Bounds, TextIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["TaggedText", "tag"]


@attrs.frozen
class TaggedText:
    """The model's output for one text, in character offsets."""

    #: All candidate attributions, however unlikely, in text order.
    attributions: tuple[TaggedAttribution, ...] = ()
    #: The names in text order.
    names: tuple[TaggedName, ...] = ()
    #: The states of the words that sources, cues, contents and names may begin with or consist of; None if the model
    #: has none.
    states: WordStates | None = attrs.field(default=None, eq=False, repr=False)
    #: The states, for what may be an outlet, of the same words and of those around capitalized ones; None if the model
    #: has none.
    outlet_states: WordStates | None = attrs.field(default=None, eq=False, repr=False)


def tag(index: TextIndex, model: Model, hidden: Sequence[Bounds] = ()) -> TaggedText:
    """
    Find the candidate attributions and the names of one text.

    Args:
        index: The text.

        model: The model.

        hidden: Bounds of stretches that the model does not read, in text order and without overlap.

    Returns:
        What the model finds, as it finds it; nothing is corrected or left out yet.

    Example:
        >>> from quotekit.tagger.session import load_model
        >>> text = "Ana Duarte said that it will hold."
        >>> tagged = tag(TextIndex(text), load_model())
        >>> [text[slice(*tagged.attributions[0].content[0])], *(text[n.start : n.end] for n in tagged.names)]
        ['that it will hold', 'Ana Duarte']
    """
    encoding = encode(index, model.tokenizer, hidden)
    words = model.tag(encoding, _may_be_names(index, encoding))
    return TaggedText(
        attributions=tuple(_in_characters(found, encoding) for found in words.attributions),
        names=tuple(_name_in_characters(name, encoding) for name in words.names),
        states=words.states,
        outlet_states=words.outlet_states,
    )


def _may_be_names(index: TextIndex, encoding: Encoding) -> NDArray[np.bool_]:
    """Return which words may be of a name, by their first characters."""
    firsts = (index.text[at] for at in encoding.start)
    return np.fromiter((first.isalnum() and not first.islower() for first in firsts), bool, len(encoding))


def _name_in_characters(name: TaggedName, encoding: Encoding) -> TaggedName:
    """Turn the word indices of a name into character offsets."""
    start, end = int(encoding.start[name.start]), int(encoding.end[name.end - 1])
    return TaggedName(start, end, name.kind, name.confidence)


def _in_characters(found: TaggedAttribution, encoding: Encoding) -> TaggedAttribution:
    """Turn the word indices of an attribution into character offsets."""

    def segments(words: Segments) -> Segments:
        return tuple((int(encoding.start[first]), int(encoding.end[end - 1])) for first, end in words)

    return attrs.evolve(
        found,
        anchor=int(encoding.start[found.anchor]),
        cue=segments(found.cue),
        content=segments(found.content),
        source=segments(found.source),
    )
