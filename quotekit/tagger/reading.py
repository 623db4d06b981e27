"""One reading of a text: windows, scores, attributions and names as spans of characters, mended."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.marks import Quotation
from quotekit.tagger.mend import mend
from quotekit.tagger.session import Model
from quotekit.tagger.snap import snap_content, to_spans
from quotekit.tagger.tagged import Tagged, TaggedText
from quotekit.tagger.windows import encode

__all__ = ["read"]


def read(text: str, quotations: Sequence[Quotation], model: Model) -> TaggedText:
    """
    Find all that the model holds possible in a text.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.marks.pair_marks`.

        model: The model.

    Returns:
        The attributions, however unlikely, and the names.
    """
    encoding = encode(text, model.tokenizer, quotations)
    words = model.tag(encoding)
    found = [
        Tagged(
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
    return TaggedText(tuple(mend(text, found, quotations, model.config)), names)
