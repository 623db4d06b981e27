"""
Reliability of the confidences: of the attributions in each tenth of confidence, how many are right.

Attributions inside another's content are left out, since the corpora annotate the outermost attribution only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

import quotekit
from quotekit.evaluation import AnnotatedArticle, judge, read_annotated

TENTHS = 10


@attrs.define
class Tenth:
    """The attributions whose confidence falls into one tenth."""

    #: How many there are.
    attributions: int = 0
    #: The sum of their confidences.
    confidence: float = 0.0
    #: How many of them are right.
    right: int = 0

    def add(self, confidence: float, *, right: bool) -> None:
        """
        Count one attribution.

        Args:
            confidence: Its confidence.

            right: Whether it is right.
        """
        self.attributions += 1
        self.confidence += confidence
        self.right += right


def judged(articles: Iterable[AnnotatedArticle], extractor: quotekit.Extractor) -> Iterator[tuple[float, bool]]:
    """
    Judge every attribution that is found in annotated articles.

    Args:
        articles: The annotated articles.

        extractor: What finds the attributions.

    Yields:
        The confidence of each attribution, and whether it is right.
    """
    for article in articles:
        found = extractor.extract(article.text, id=article.id)
        outermost = attrs.evolve(found, attributions=tuple(a for a in found.attributions if a.parent is None))
        right = judge(article, AnnotatedArticle.from_dict(outermost.to_dict()))
        yield from zip((a.confidence for a in outermost.attributions), right, strict=True)


def main() -> None:
    """Print one line for each tenth, and the expected calibration error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="annotated articles, one a line, as JSON")
    gold: Path = parser.parse_args().gold

    tenths = [Tenth() for _ in range(TENTHS)]
    for confidence, right in judged(read_annotated(gold), quotekit.Extractor(min_confidence=0.0)):
        tenths[min(int(confidence * TENTHS), TENTHS - 1)].add(confidence, right=right)
    print("attributions  confidence  right")
    for tenth in filter(lambda tenth: tenth.attributions, tenths):
        count = tenth.attributions
        print(f"{count:12}  {tenth.confidence / count:10.3f}  {tenth.right / count:5.3f}")
    error = sum(abs(tenth.confidence - tenth.right) for tenth in tenths) / sum(t.attributions for t in tenths)
    print(f"expected calibration error {error:.3f}")


if __name__ == "__main__":
    main()
