"""Sentences joined and split."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits
from quotekit.training.sentences import hull, join_sentences, split_sentences
from tests.training.dam import annotation, words

TEXT = (
    "The river rose. It had rained, and there was fog. “It is safe,” Ito said. She left, and they stayed. Berg warned that "
    "it would break. He was right. Duarte, and many others, came. Dahl noted it rained, but he was dry."
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
    """What is put where, with what stands before and behind, for many seeds."""
    text = article.text
    found = (edit for seed in range(200) for edit in how(article, random.Random(seed)))
    return {f"{text[start - 4 : start]}|{new}|{text[end : end + 4]}" for start, end, new in found}


class TestHull:
    """From where to where an attribution reaches."""

    def test_holds_all_parts(self) -> None:
        """The hull begins with the first part and ends with the last."""
        start, end = hull(ARTICLE.attributions[0])

        assert TEXT[start:end] == "“It is safe,” Ito said"


class TestJoinSentences:
    """Two sentences become one."""

    def test_joins_what_the_writer_says(self) -> None:
        """A full stop becomes a comma or semicolon before a pronoun, not before a name and not behind reported words."""
        joined = {edit.split("|")[0] + edit.split("|")[2] for edit in edits(join_sentences, ARTICLE)}

        assert joined == {"roset ha", "saidhe l"}
        assert {edit.split("|")[1] for edit in edits(join_sentences, ARTICLE)} >= {
            ", and i",
            "; s",
            ", but s",
            ", while i",
        }


class TestSplitSentences:
    """One sentence becomes two."""

    def test_splits_what_the_writer_says(self) -> None:
        """A comma and conjunction before a subject become a full stop, but not in what somebody says."""
        assert edits(split_sentences, ARTICLE) == {"ined|. T|here", "left|. T|hey "}


@pytest.mark.parametrize("how", [join_sentences, split_sentences])
@pytest.mark.parametrize("seed", range(20))
def test_keeps_the_annotation(how: Callable[[AnnotatedArticle, random.Random], list[Edit]], seed: int) -> None:
    """Every annotated word stays where it was annotated."""
    assert words(apply_edits(ARTICLE, how(ARTICLE, random.Random(seed)))) == words(ARTICLE)
