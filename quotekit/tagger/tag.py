"""The tagger as one call: a text's attributions as spans of characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.marks import Quotation
from quotekit.records import Spans
from quotekit.tagger.decode import confidence
from quotekit.tagger.session import Model
from quotekit.tagger.snap import snap_content, to_spans
from quotekit.tagger.windows import encode

__all__ = ["Tagged", "share_sources", "tag_text"]

_PARTICIPLE = re.compile(r"(?:(?:also|again|further|later|then)\s)?\w{2,}ing\b", re.IGNORECASE)
# Where the evidence tells how likely the source is, as a logarithm.
_OF_SOURCE = 3
_LINK = re.compile(r"[\s,;–—-]*(?:and|but|while)?\s*", re.IGNORECASE)


@attrs.frozen
class Tagged:
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


def tag_text(text: str, quotations: Sequence[Quotation], model: Model, least: float | None = None) -> list[Tagged]:
    """
    Find a text's attributions.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.marks.pair_marks`.

        model: The model.

        least: The lowest confidence to keep; the model's own if not given.

    Returns:
        The attributions in text order of their content.
    """
    config = model.config
    encoding = encode(text, model.tokenizer, quotations)
    found = [
        Tagged(
            content=snap_content(text, to_spans(text, encoding, t.content), quotations),
            cue=to_spans(text, encoding, t.cue),
            source=to_spans(text, encoding, t.source),
            confidence=t.confidence,
            evidence=t.evidence,
        )
        for t in model.tag(encoding, 0.0)
    ]
    shared = share_sources(text, found, config.min_confidence)
    calibrated = [attrs.evolve(t, confidence=confidence(t.evidence, config.calibration)) for t in shared]
    return [t for t in calibrated if t.confidence >= (config.min_confidence if least is None else least)]


def share_sources(text: str, found: Sequence[Tagged], sure: float = 0.0) -> list[Tagged]:
    """
    Give a participle that goes on with a statement the statement's source.

    In "Berg called it a triumph, adding that …" both have the same source. Annotators agree with that in nine cases of
    ten, and the model misses it, or is in doubt of it, where the source is far off.

    Args:
        text: The text.

        found: Its attributions in text order.

        sure: The lowest confidence of an attribution that is gone on with.

    Returns:
        The attributions, some with the source of the one before; their evidence has no doubt of it left.
    """
    shared: list[Tagged] = []
    before: Tagged | None = None
    for tagged in found:
        own = tagged
        if before is not None and before.source and _goes_on(text, before, tagged):
            evidence = (*tagged.evidence[:_OF_SOURCE], 0.0, *tagged.evidence[_OF_SOURCE + 1 :])
            own = attrs.evolve(tagged, source=before.source, evidence=evidence)
        before = own if own.confidence >= sure else before
        shared.append(own)
    return shared


def _goes_on(text: str, before: Tagged, tagged: Tagged) -> bool:
    """Whether a participle follows right upon the content before it."""
    if not tagged.cue or not before.content or not _PARTICIPLE.fullmatch(tagged.cue.text):
        return False
    return _LINK.fullmatch(text, before.content[-1].end, tagged.cue[0].start) is not None
