"""The tagger as one call: a text's attributions and names as spans of characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.marks import Quotation
from quotekit.records import Spans
from quotekit.tagger.decode import confidence
from quotekit.tagger.names import TaggedName
from quotekit.tagger.session import Config, Model
from quotekit.tagger.snap import snap_content, to_spans
from quotekit.tagger.windows import encode

__all__ = ["Tagged", "TaggedText", "share_sources", "tag_text"]

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


@attrs.frozen
class TaggedText:
    """What the model finds in a text, as spans of characters."""

    #: The attributions in text order of their content.
    attributions: tuple[Tagged, ...]
    #: The names in text order.
    names: tuple[TaggedName, ...]


def tag_text(text: str, quotations: Sequence[Quotation], model: Model, least: float | None = None) -> TaggedText:
    """
    Find a text's attributions and names.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.marks.pair_marks`.

        model: The model.

        least: The lowest confidence of attributions to keep; the model's own if not given.

    Returns:
        The attributions and names.
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
    least = model.config.min_confidence if least is None else least
    kept = tuple(t for t in share_sources(text, found, model.config) if t.confidence >= least)
    start, end = encoding.start.tolist(), encoding.end.tolist()
    return TaggedText(kept, tuple(attrs.evolve(n, start=start[n.start], end=end[n.end - 1]) for n in words.names))


def share_sources(text: str, found: Sequence[Tagged], config: Config) -> list[Tagged]:
    """
    Give a participle that goes on with a statement the statement's source.

    In "Berg called it a triumph, adding that …" both have the same source. Annotators agree with that in nine cases of
    ten, and the model misses it, or is in doubt of it, where the source is far off.

    Args:
        text: The text.

        found: Its attributions in text order.

        config: The model's config; only a statement that it would give out is gone on with.

    Returns:
        The attributions, some with the source of the one before; their confidence has no doubt of it left.
    """
    shared: list[Tagged] = []
    before: Tagged | None = None
    for tagged in found:
        own = tagged
        if before is not None and before.source and _goes_on(text, before, tagged):
            evidence = (*tagged.evidence[:_OF_SOURCE], 0.0, *tagged.evidence[_OF_SOURCE + 1 :])
            sure = confidence(evidence, config.calibration)
            own = attrs.evolve(tagged, source=before.source, evidence=evidence, confidence=sure)
        before = own if own.confidence >= config.min_confidence else before
        shared.append(own)
    return shared


def _goes_on(text: str, before: Tagged, tagged: Tagged) -> bool:
    """Whether a participle follows right upon the content before it."""
    if not tagged.cue or not before.content or not _PARTICIPLE.fullmatch(tagged.cue.text):
        return False
    return _LINK.fullmatch(text, before.content[-1].end, tagged.cue[0].start) is not None
