"""Drafts, and contexts of rules, for tests of what is done with them."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.names import Mention
from quotekit.records import Spans
from quotekit.tagger.session import Config
from quotekit.text import Bounds, TextIndex

__all__ = ["CONFIG", "context_of", "draft_of"]

#: The confidence is that of the anchor's score alone; the threshold is below the confidence of :func:`draft_of`.
CONFIG = Config("test", 254, 48, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.4, {})


def draft_of(text: str, source: str, cue: str, content: str) -> Draft:
    """Return a draft whose parts are the first places of these strings in the text; none for an empty string."""

    def spans(part: str) -> Spans:
        return Spans.of(text, [(text.index(part), text.index(part) + len(part))] if part else [])

    return Draft(spans(content), spans(cue), spans(source), 0.5)


def context_of(text: str, mentions: Sequence[Mention] = (), boilerplate: Sequence[Bounds] = ()) -> Context:
    """Return what rules may ask about a text."""
    return Context(TextIndex(text), CONFIG, mentions, boilerplate)
