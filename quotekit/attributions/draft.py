"""What the tagger gives out: attributions and names as spans of characters."""

from __future__ import annotations

import attrs

from quotekit.records import Spans
from quotekit.tagger.name_spans import TaggedName

__all__ = ["Draft", "DraftedText"]


@attrs.frozen
class Draft:
    """One attribution as spans of characters."""

    #: What is said or thought, its edges at quotation marks.
    content: Spans
    #: The words that attribute it.
    cue: Spans
    #: The words that say who; empty where there are none.
    source: Spans
    #: How likely it is right, from 0 to 1.
    confidence: float
    #: The model's scores, from :class:`quotekit.tagger.decode.TaggedAttribution`.
    evidence: tuple[float, ...]


@attrs.frozen
class DraftedText:
    """What the model finds in a text, as spans of characters."""

    #: The attributions in text order of their content.
    attributions: tuple[Draft, ...]
    #: The names in text order.
    names: tuple[TaggedName, ...]
