"""The scores of an evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

__all__ = ["ContentMeasures", "Measure", "RoleMeasures", "Scores"]


@attrs.frozen
class Measure:
    """Precision, recall and F1, from 0 to 1; 0 if undefined."""

    #: Share of the predicted items that are correct.
    precision: float
    #: Share of the annotated items that were found.
    recall: float
    #: Harmonic mean of precision and recall.
    f1: float
    #: Number of annotated items.
    gold: int
    #: Number of predicted items.
    predicted: int

    @classmethod
    def of(cls, gold: int, predicted: int, right_gold: int, right_predicted: int) -> Measure:
        """
        Compute a measure from counts.

        Args:
            gold: Number of annotated items.

            predicted: Number of predicted items.

            right_gold: Number of annotated items that were found.

            right_predicted: Number of predicted items that are correct.

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
    #: The reporting words.
    cue: Measure
    #: The words that refer to the speaker.
    source: Measure


@attrs.frozen
class ContentMeasures:
    """Measures of the contents of paired attributions."""

    #: Pairs: contents with an intersection over union of at least 0.5, each attribution in at most one pair.
    iou50: Measure
    #: Pairs with equal contents.
    exact: Measure


@attrs.frozen
class Scores:
    """All scores of an evaluation."""

    #: Words that have the role, in any attribution.
    tokens: RoleMeasures
    #: Equal spans of the role, in any attribution.
    spans: RoleMeasures
    #: Contents of paired attributions.
    content: ContentMeasures
    #: Pairs whose cues overlap and whose sources overlap; two empty parts count as overlapping.
    attribution: Measure
    #: Pairs with equal content, cue and source.
    strict: Measure
    #: *attribution* for contents whose words are all between double quotation marks: recall over annotated attributions
    #: of this kind, precision over predicted ones.
    direct: Measure
    #: The same for contents of which some words are.
    mixed: Measure
    #: The same for contents of which no word is.
    indirect: Measure
    #: Share of the pairs of *content.iou50* whose sources agree.
    source_given_content: float
    #: Number of annotated articles.
    articles: int
    #: Number of those without a prediction.
    articles_without_prediction: int

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """
        Iterate over all measures.

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
        Convert the scores to plain dictionaries and numbers.

        Returns:
            The fields by name, measures as dictionaries of their fields.
        """
        return attrs.asdict(self)
