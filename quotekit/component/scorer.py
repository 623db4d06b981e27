"""The scorer for ``nlp.evaluate``: predicted attributions against those of reference Docs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from quotekit.component.extensions import ATTRIBUTIONS, stored_name
from quotekit.component.stored import read_article
from quotekit.evaluation import AnnotatedArticle, Annotation, Measure, evaluate
from quotekit.records import Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.training import Example

__all__ = ["make_scorer", "score_attributions"]

_ROLES = ("content", "cue", "source")


def make_scorer() -> Callable[..., dict[str, Any]]:
    """
    Make the scorer that is registered as ``quotekit.attribution_scorer.v1``.

    Returns:
        :func:`score_attributions`.
    """
    return score_attributions


def score_attributions(
    examples: Iterable[Example], *, extension: str = ATTRIBUTIONS, spans_key: str = "quotekit", **_: Any
) -> dict[str, Any]:
    """
    Score predicted attributions with :func:`quotekit.evaluation.evaluate`.

    A reference Doc has attributions if ``doc._.article`` or ``doc._.attributions`` was set, or if it has the span
    groups of contents, cues and sources, where the spans of one attribution have the same ``id_``. Other references
    are skipped.

    Args:
        examples: Predicted and reference Docs.

        extension: Name of the attribute of Docs that has the attributions; prefix of the scores' names.

        spans_key: Prefix of the span groups' keys.

    Returns:
        Precision, recall and F1 of attributions, from 0 to 1, as ``attributions_p``, ``_r`` and ``_f``; of contents
        alone as ``attributions_content_p`` and so on; of exact matches as ``attributions_strict_p`` and so on; of each
        kind as ``attributions_per_type``. All are None if no reference has attributions.
    """
    gold, predicted = [], []
    for number, example in enumerate(examples):
        annotated = _annotated(example.reference, str(number), extension, spans_key)
        if annotated is not None:
            gold.append(annotated)
            predicted.append(_annotated(example.predicted, str(number), extension, spans_key) or _empty(number))
    scores = evaluate(gold, predicted)
    named: dict[str, Any] = {
        **_prf(scores.attribution, f"{extension}_"),
        **_prf(scores.content.iou50, f"{extension}_content_"),
        **_prf(scores.strict, f"{extension}_strict_"),
        f"{extension}_per_type": {kind: _prf(getattr(scores, kind)) for kind in ("direct", "mixed", "indirect")},
    }
    return named if gold else dict.fromkeys(named)


def _prf(measure: Measure, prefix: str = "") -> dict[str, float]:
    return {f"{prefix}p": measure.precision, f"{prefix}r": measure.recall, f"{prefix}f": measure.f1}


def _empty(number: int) -> AnnotatedArticle:
    return AnnotatedArticle(str(number), "", ())


def _annotated(doc: Doc, name: str, extension: str, spans_key: str) -> AnnotatedArticle | None:
    """Return the attributions of a Doc, from its article or else from its span groups."""
    article = read_article(doc, stored_name(extension))
    if article is not None:
        rows = [Annotation(*(_bounds(getattr(a, role)) for role in _ROLES)) for a in article.attributions]
        return AnnotatedArticle(name, doc.text, tuple(rows))
    if f"{spans_key}.content" in doc.spans:
        return _from_groups(doc, name, spans_key)
    return None


def _bounds(part: Spans) -> tuple[tuple[int, int], ...]:
    return tuple((piece.start, piece.end) for piece in part)


def _from_groups(doc: Doc, name: str, spans_key: str) -> AnnotatedArticle | None:
    """Assemble attributions from spans with the same id; None if there are spans, but all without an id."""
    parts: defaultdict[str, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for role in _ROLES:
        for span in doc.spans.get(f"{spans_key}.{role}", ()):
            parts[span.id_][role].append((span.start_char, span.end_char))
    if parts.pop("", None) and not parts:
        return None
    rows = [Annotation(*(tuple(sorted(part[role])) for role in _ROLES)) for part in parts.values()]
    return AnnotatedArticle(name, doc.text, tuple(rows))
