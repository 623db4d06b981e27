"""Changes that keep the annotation: what was annotated is still the same words."""

from __future__ import annotations

import random
import re

import pytest

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.changes import apply_edits, change
from quotekit.training.recast import recast

TEXT = (
    "“The dam will hold,” said Ana Duarte, the minister. “We are sure of it.”\n\n"
    "Omar Ito warned that the river was rising. He called the dam “old and weak.”\n\n"
    "“Nobody asked us,” Lena Berg told reporters."
)


def annotation(text: str, source: str, cue: str, *content: str) -> Annotation:
    """An annotation whose parts are the first places of these strings in the text."""

    def bounds(*parts: str) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(part), text.index(part) + len(part)) for part in parts)

    return Annotation(bounds(*content), bounds(cue), bounds(source))


ARTICLE = AnnotatedArticle(
    "dam",
    TEXT,
    (
        annotation(TEXT, "Ana Duarte", "said", "“The dam will hold,”", "“We are sure of it.”"),
        annotation(TEXT, "Omar Ito", "warned", "that the river was rising"),
        annotation(TEXT, "He", "called", "the dam “old and weak.”"),
        annotation(TEXT, "Lena Berg", "told", "“Nobody asked us,”"),
    ),
    ((TEXT.index("the minister"), TEXT.index("the minister") + 12),),
)


def words(article: AnnotatedArticle) -> list[tuple[list[str], ...]]:
    """The annotations of an article as words in lower case."""

    def of(bounds: tuple[tuple[int, int], ...]) -> list[str]:
        return [w for start, end in bounds for w in re.findall(r"\w+", article.text[start:end].lower())]

    return [(of(a.content), of(a.cue), of(a.source)) for a in article.attributions]


class TestApplyEdits:
    """Offsets move with the text."""

    def test_moves_offsets(self) -> None:
        """A span keeps its words when characters before, in and after it change."""
        edits = [(0, 1, "''"), (19, 20, ""), (TEXT.index("\n\n"), TEXT.index("\n\n") + 2, " ")]

        edited = apply_edits(ARTICLE, edits)

        assert edited.text.startswith("''The dam will hold, said Ana")
        assert words(edited) == words(ARTICLE)
        assert [edited.text[s:e] for s, e in edited.ignore] == ["the minister"]

    def test_drops_what_is_gone(self) -> None:
        """A span without characters is gone, and an attribution without content too."""
        start, end = ARTICLE.attributions[1].content[0]

        edited = apply_edits(ARTICLE, [(start, end, "")])

        assert words(edited) == [w for i, w in enumerate(words(ARTICLE)) if i != 1]

    def test_does_nothing_without_edits(self) -> None:
        """No edit, no change."""
        assert apply_edits(ARTICLE, []) == ARTICLE


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
