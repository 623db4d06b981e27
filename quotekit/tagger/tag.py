"""Run the model on one text."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.tagger.decode import TaggedAttribution
from quotekit.tagger.name_spans import TaggedName
from quotekit.tagger.segments import Segments
from quotekit.tagger.session import Model
from quotekit.tagger.windows import Encoding, encode
from quotekit.text import Bounds, TextIndex

__all__ = ["TaggedText", "tag"]


@attrs.frozen
class TaggedText:
    """The model's output for one text, in character offsets."""

    #: All candidate attributions, however unlikely, in text order.
    attributions: tuple[TaggedAttribution, ...] = ()
    #: The names in text order.
    names: tuple[TaggedName, ...] = ()


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
    words = model.tag(encoding)
    return TaggedText(
        attributions=tuple(_in_characters(found, encoding) for found in words.attributions),
        names=tuple(_name_in_characters(name, encoding) for name in words.names),
    )


def _name_in_characters(name: TaggedName, encoding: Encoding) -> TaggedName:
    """Turn the word indices of a name into character offsets."""
    return attrs.evolve(name, start=int(encoding.start[name.start]), end=int(encoding.end[name.end - 1]))


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
