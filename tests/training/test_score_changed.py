"""Figures on articles that are written otherwise."""

from __future__ import annotations

import attrs
import pytest

from quotekit import Extractor
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.score_changed import CHANGES, changed_scores
from tests.training.dam import ARTICLE, TEXT, annotation, words

TOLD = "Ana Duarte said that the dam would hold.\n\n“Nobody asked us,” Lena Berg told reporters. She left."
ARTICLES = [
    AnnotatedArticle(
        "told",
        TOLD,
        (
            annotation(TOLD, "Ana Duarte", "said", "that the dam would hold"),
            annotation(TOLD, "Lena Berg", "told", "“Nobody asked us,”"),
        ),
    )
]


# These put other words into what is annotated, now and then.
REWRITTEN = {"transcripts, pull quotes, relayed news", "other verbs"}


class TestChanges:
    """Each of the changes."""

    @pytest.mark.parametrize("name", sorted(REWRITTEN))
    def test_keeps_what_is_said(self, name: str) -> None:
        """What is written in other words, or once more, has the contents that it had, in words as many."""
        changed, before = words(CHANGES[name](ARTICLE)), words(ARTICLE)

        assert {len(content) for content, *_ in before} <= {len(content) for content, *_ in changed}
        assert len(before) <= len(changed)

    @pytest.mark.parametrize("name", sorted(CHANGES.keys() - REWRITTEN))
    def test_keeps_the_annotation(self, name: str) -> None:
        """Every annotated word stays where it was annotated."""
        assert words(CHANGES[name](ARTICLE)) == words(ARTICLE)

    def test_changes_the_text(self) -> None:
        """All of these but the first change something, each another thing."""
        longer = attrs.evolve(ARTICLE, text=TEXT + "\n\n" + "It rained. She left, and they stayed. " * 30)
        texts = [
            change(longer).text for name, change in CHANGES.items() if name not in {"as it is", "marks “ ”"} | REWRITTEN
        ]

        assert CHANGES["as it is"](longer) == longer
        assert longer.text not in texts
        assert len(set(texts)) == len(texts)


class TestChangedScores:
    """changed_scores()."""

    def test_measures_every_change(self) -> None:
        """What is said plainly is found however it is written; without marks nothing is direct."""
        found = dict(changed_scores(ARTICLES, Extractor()))

        assert list(found) == list(CHANGES)
        assert {name for name, scores in found.items() if scores.attribution.f1 < 1} == set()
        assert (found["as it is"].direct.gold, found["no marks"].direct.gold) == (1, 0)
