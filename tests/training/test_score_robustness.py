"""Scores on perturbed articles."""

from __future__ import annotations

import attrs
import pytest

from quotekit import Extractor
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.score_robustness import PERTURBATIONS, robustness_scores
from tests.training.dam import ARTICLE, TEXT, annotation, words

PLAIN = "Ana Duarte said that the dam would hold.\n\n“Nobody asked us,” Lena Berg told reporters. She left."
ARTICLES = [
    AnnotatedArticle(
        "plain",
        PLAIN,
        (
            annotation(PLAIN, "Ana Duarte", "said", "that the dam would hold"),
            annotation(PLAIN, "Lena Berg", "told", "“Nobody asked us,”"),
        ),
    )
]


# These may replace annotated words, or repeat them.
REWRITTEN = {"transcripts, pull quotes, relayed news", "other verbs"}


class TestPerturbations:
    """Each of the perturbations."""

    @pytest.mark.parametrize("name", sorted(REWRITTEN))
    def test_keeps_the_contents(self, name: str) -> None:
        """Contents are kept in as many words when verbs are replaced or statements repeated."""
        changed, before = words(PERTURBATIONS[name](ARTICLE)), words(ARTICLE)

        assert {len(content) for content, *_ in before} <= {len(content) for content, *_ in changed}
        assert len(before) <= len(changed)

    @pytest.mark.parametrize("name", sorted(PERTURBATIONS.keys() - REWRITTEN))
    def test_keeps_the_annotation(self, name: str) -> None:
        """The annotation covers the same words."""
        assert words(ARTICLE) == words(PERTURBATIONS[name](ARTICLE))

    def test_changes_the_text(self) -> None:
        """Each perturbation but the first changes the text, no two in the same way."""
        longer = attrs.evolve(ARTICLE, text=TEXT + "\n\n" + "It rained. She left, and they stayed. " * 30)
        texts = [
            perturb(longer).text
            for name, perturb in PERTURBATIONS.items()
            if name not in {"unchanged", "marks “ ”"} | REWRITTEN
        ]

        assert longer == PERTURBATIONS["unchanged"](longer)
        assert longer.text not in texts
        assert len(set(texts)) == len(texts)


class TestRobustnessScores:
    """robustness_scores()."""

    def test_scores_every_perturbation(self) -> None:
        """Plain attributions are found under each perturbation; without marks none is direct."""
        found = dict(robustness_scores(ARTICLES, Extractor()))

        assert list(PERTURBATIONS) == list(found)
        assert set() == {name for name, scores in found.items() if scores.attribution.f1 < 1}
        assert (1, 0) == (found["unchanged"].direct.gold, found["no marks"].direct.gold)
