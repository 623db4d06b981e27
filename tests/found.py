"""Attributions as the tagger finds them, for tests of what is done with them."""

from __future__ import annotations

from quotekit.attributions.draft import Draft
from quotekit.records import Spans
from quotekit.tagger.decode import Evidence

__all__ = ["tagged"]


def tagged(text: str, source: str, cue: str, content: str) -> Draft:
    """An attribution whose parts are the first places of these strings in the text; none for an empty string."""

    def spans(part: str) -> Spans:
        return Spans.of(text, [(text.index(part), text.index(part) + len(part))] if part else [])

    return Draft(spans(content), spans(cue), spans(source), 0.5, Evidence(0.0, 0.0, 0.0, 0.0))
