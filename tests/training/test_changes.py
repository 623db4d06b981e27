"""Changes that keep the annotation: what was annotated is still the same words."""

from __future__ import annotations

import random

import pytest

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.changes import change
from quotekit.training.recast import recast
from tests.training.dam import ARTICLE, TEXT, annotation, words


class TestChange:
    """Random changes."""

    @pytest.mark.parametrize("seed", range(60))
    def test_keeps_the_words(self, seed: int) -> None:
        """Whatever changes, the article's own annotations hold the same words, another verb of saying apart."""
        changed = change(ARTICLE, random.Random(seed))

        own = words(changed)[: len(ARTICLE.attributions)]
        assert [(content, source) for content, _, source in own] == [(c, s) for c, _, s in words(ARTICLE)]
        assert [cue for _, cue, _ in own][1:] == [cue for _, cue, _ in words(ARTICLE)][1:]

    def test_changes_in_many_ways(self) -> None:
        """Marks, case, paragraphs and forms all change somewhere, and many articles stay as they are."""
        found = [change(ARTICLE, random.Random(seed)).text for seed in range(400)]

        assert sum(text == TEXT for text in found) > 80
        assert any('"The dam will hold," said' in text for text in found)
        assert any("The dam will hold, said" in text for text in found)
        assert any("omar ito" in text for text in found)
        assert any("\n\n" not in text for text in found)
        assert any(len(text) > len(TEXT) + 20 for text in found)

    def test_is_the_same_for_the_same_seed(self) -> None:
        """Chance comes from the generator alone."""
        assert [change(ARTICLE, random.Random(5)) for _ in range(2)] == [change(ARTICLE, random.Random(5))] * 2


def _added(seeds: int) -> list[tuple[str, tuple[Annotation, ...]]]:
    """What is added to the article with each seed, and the text it stands in."""
    articles = [recast(ARTICLE, random.Random(seed)) for seed in range(seeds)]
    return [(article.text, article.attributions[len(ARTICLE.attributions) :]) for article in articles]


class TestRecast:
    """Statements in other forms."""

    def test_adds_what_was_said(self) -> None:
        """Each added attribution has a cue, one of the article's sources and one of its statements."""
        added = [(text, a) for text, attributions in _added(100) for a in attributions]
        sources = {text[a.source[0][0] : a.source[0][1]].title() for text, a in added}
        cues = {text[a.cue[0][0] : a.cue[0][1]] for text, a in added}
        contents = {text[a.content[0][0] : a.content[0][1]].strip('“”".') for text, a in added}

        assert sources <= {"Omar Ito", "Ito", "Lena Berg", "Berg"}
        assert {":", "―", "as reported by"} <= cues
        assert contents == {"Nobody asked us", "The river was rising"}

    def test_leaves_alone_what_has_no_statement(self) -> None:
        """An article in which nobody with a name says anything in one piece stays as it is."""
        article = AnnotatedArticle("x", "He left.", (annotation("He left.", "He", "left", "left"),))

        assert recast(article, random.Random(0)) is article
