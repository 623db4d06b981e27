"""Sentences joined and split."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits
from quotekit.training.sentences import extent, join_sentences, split_sentences
from tests.training.dam import annotation, words

TEXT = (
    "The river rose. It had rained, and there was fog. “It is safe,” Ito said. "
    "She left, and they stayed. Berg warned that it would break. He was right. Duarte, and many others, came. "
    "Dahl noted it rained, but he was dry."
)
ARTICLE = AnnotatedArticle(
    "dam",
    TEXT,
    (
        annotation(TEXT, "Ito", "said", "“It is safe,”"),
        annotation(TEXT, "Berg", "warned", "that it would break"),
        annotation(TEXT, "Dahl", "noted", "it rained, but he was dry"),
    ),
)


def edits(how: Callable[[AnnotatedArticle, random.Random], list[Edit]], article: AnnotatedArticle) -> set[str]:
    """Collect the edits of many seeds, with the four characters before and after each."""
    text = article.text
    found = (edit for seed in range(200) for edit in how(article, random.Random(seed)))
    return {f"{text[start - 4 : start]}|{new}|{text[end : end + 4]}" for start, end, new in found}


class TestExtent:
    """extent()."""

    def test_covers_all_parts(self) -> None:
        """It begins with the first part and ends with the last."""
        start, end = extent(ARTICLE.attributions[0])

        assert "“It is safe,” Ito said" == TEXT[start:end]


class TestJoinSentences:
    """join_sentences()."""

    def test_joins_outside_attributions(self) -> None:
        """Sentences are joined before a pronoun, but not before a name, and not after an unquoted content."""
        joined = {edit.split("|")[0] + edit.split("|")[2] for edit in edits(join_sentences, ARTICLE)}

        assert {"roset ha", "saidhe l"} == joined
        assert {edit.split("|")[1] for edit in edits(join_sentences, ARTICLE)} >= {
            ", and i",
            "; s",
            ", but s",
            ", while i",
        }


class TestSplitSentences:
    """split_sentences()."""

    def test_splits_outside_attributions(self) -> None:
        """Coordinated clauses are split, but not inside an attribution."""
        assert {"ined|. T|here", "left|. T|hey "} == edits(split_sentences, ARTICLE)


@pytest.mark.parametrize("how", [join_sentences, split_sentences])
@pytest.mark.parametrize("seed", range(20))
def test_keeps_the_annotation(how: Callable[[AnnotatedArticle, random.Random], list[Edit]], seed: int) -> None:
    """The annotation covers the same words."""
    assert words(ARTICLE) == words(apply_edits(ARTICLE, how(ARTICLE, random.Random(seed))))
