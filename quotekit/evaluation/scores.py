"""The figures of an evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

__all__ = ["ContentMeasures", "Measure", "RoleMeasures", "Scores"]


@attrs.frozen
class Measure:
    """Precision, recall and their harmonic mean, from 0 to 1; 0 where there is nothing to divide by."""

    #: Share of what was predicted that is right.
    precision: float
    #: Share of what was annotated that was found.
    recall: float
    #: Harmonic mean of precision and recall.
    f1: float
    #: How many were annotated.
    gold: int
    #: How many were predicted.
    predicted: int

    @classmethod
    def of(cls, gold: int, predicted: int, right_gold: int, right_predicted: int) -> Measure:
        """
        Divide.

        Args:
            gold: How many were annotated.

            predicted: How many were predicted.

            right_gold: How many of those annotated were found.

            right_predicted: How many of those predicted are right.

        Returns:
            The measure.

        Example:
            >>> Measure.of(gold=4, predicted=2, right_gold=2, right_predicted=2)
            Measure(precision=1.0, recall=0.5, f1=0.6666666666666666, gold=4, predicted=2)
        """
        precision = right_predicted / predicted if predicted else 0.0
        recall = right_gold / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return cls(precision, recall, f1, gold, predicted)


@attrs.frozen
class RoleMeasures:
    """A measure for each role."""

    #: What is said or thought.
    content: Measure
    #: The words that attribute it.
    cue: Measure
    #: The words that say who.
    source: Measure


@attrs.frozen
class ContentMeasures:
    """Measures of contents alone, once attributions are paired."""

    #: The pairs: contents that share at least half of their union, each attribution in one pair at most.
    iou50: Measure
    #: The pairs whose contents are equal.
    exact: Measure


@attrs.frozen
class Scores:
    """All figures of an evaluation."""

    #: Words that have the role, in whichever attribution.
    tokens: RoleMeasures
    #: Spans of the role that are equal, in whichever attribution.
    spans: RoleMeasures
    #: Contents of paired attributions.
    content: ContentMeasures
    #: Pairs whose cues share a word and whose sources share a word; or neither side has one.
    attribution: Measure
    #: Pairs whose content, cue and source are all equal.
    strict: Measure
    #: *attribution* where all words of the content stand between double quotation marks: recall over annotated
    #: attributions of the kind, precision over predicted ones.
    direct: Measure
    #: The same where some words do.
    mixed: Measure
    #: The same where no word does.
    indirect: Measure
    #: Share of the pairs of *content.iou50* whose sources agree.
    source_given_content: float
    #: How many annotated articles there are.
    articles: int
    #: For how many of them there is no prediction.
    articles_without_prediction: int

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """
        Go through all measures.

        Yields:
            Each measure with its name, such as ``attribution`` or ``tokens.cue``.
        """
        for name, value in attrs.asdict(self, recurse=False).items():
            if isinstance(value, Measure):
                yield name, value
            elif attrs.has(type(value)):
                yield from ((f"{name}.{part}", m) for part, m in attrs.asdict(value, recurse=False).items())

    def to_dict(self) -> dict[str, Any]:
        """
        Write the figures as plain dictionaries and numbers.

        Returns:
            The fields by name, measures as dictionaries of their fields.
        """
        return attrs.asdict(self)
