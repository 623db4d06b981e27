"""One reading of a text: windows, scores, attributions and names as spans of characters, mended."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.attributions.corrections import mend
from quotekit.attributions.draft import Draft
from quotekit.attributions.snapping import snap_content, to_spans
from quotekit.tagger.name_spans import TaggedName
from quotekit.tagger.session import Model
from quotekit.tagger.windows import encode
from quotekit.text import Quotation

__all__ = ["DraftedText", "read"]


@attrs.frozen
class DraftedText:
    """What the model finds in a text, as spans of characters."""

    #: The attributions in text order of their content.
    attributions: tuple[Draft, ...]
    #: The names in text order.
    names: tuple[TaggedName, ...]


def read(text: str, quotations: Sequence[Quotation], model: Model) -> DraftedText:
    """
    Find all that the model holds possible in a text.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.text.pair_marks`.

        model: The model.

    Returns:
        The attributions, however unlikely, and the names.
    """
    encoding = encode(text, model.tokenizer, quotations)
    words = model.tag(encoding)
    found = [
        Draft(
            content=snap_content(text, to_spans(text, encoding, t.content), quotations),
            cue=to_spans(text, encoding, t.cue),
            source=to_spans(text, encoding, t.source),
            confidence=t.confidence,
            evidence=t.evidence,
        )
        for t in words.attributions
    ]
    start, end = encoding.start.tolist(), encoding.end.tolist()
    names = tuple(attrs.evolve(n, start=start[n.start], end=end[n.end - 1]) for n in words.names)
    return DraftedText(tuple(mend(text, found, quotations, model.config)), names)
