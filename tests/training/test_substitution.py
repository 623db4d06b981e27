"""Substitution of names and reporting verbs."""

from __future__ import annotations

import random

import attrs
import pytest

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import apply_edits
from quotekit.training.silver_names import NamedArticle, NameSpan
from quotekit.training.substitution import substitute_names, substitute_verbs

TEXT = (
    "Senator Ana Duarte, of Lisbon, said the dam will hold. “It is safe,” said DUARTE. "
    "Mr. Rice said Duarte grows rice. “I am Ana,” she says. Duarte's dam held, the Ruth Bank said."
)


def span(printed: str, kind: str, nth: int = 0) -> NameSpan:
    """Find the nth occurrence of a name in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(printed, start + 1)
    return NameSpan(start, start + len(printed), kind)


def said(before: str) -> Annotation:
    """Annotate the cue right after these words; the content is "dam"."""
    at = TEXT.index(before)
    start = at + len(before) + 1 if TEXT[at + len(before)] == " " else at
    content = TEXT.index("dam")
    return Annotation(((content, content + 3),), ((start, start + 4),))


ARTICLE = NamedArticle(
    "dam",
    TEXT,
    tuple(said(before) for before in ("Lisbon,", "safe,”", "Rice", "she", "Bank")),
    names=(
        span("Ana Duarte", "person"),
        span("Lisbon", "place"),
        span("DUARTE", "person"),
        span("Rice", "person"),
        span("Ruth Bank", "organization"),
    ),
    names_end=len(TEXT),
)


class TestSubstituteNames:
    """substitute_names()."""

    @pytest.mark.parametrize("seed", range(20))
    def test_is_consistent(self, seed: int) -> None:
        """A person gets the same new name everywhere, in the case of the old one; other words stay."""
        edits = substitute_names(ARTICLE, random.Random(seed))

        new = {TEXT[start:end]: other for start, end, other in edits}
        assert ["Ana", "Duarte", "DUARTE"] == list(new)
        assert {(TEXT[start:end], other) for start, end, other in edits} == set(new.items())
        assert ["Ana", "Duarte", "DUARTE", "Duarte", "Ana", "Duarte"] == [TEXT[start:end] for start, end, _ in edits]
        assert new["Ana"].lower() in load_words("female_given_names")
        assert new["Duarte"].lower() in load_words("family_names")
        assert new["Duarte"][0].isupper()
        assert new["DUARTE"].isupper()

    def test_needs_names(self) -> None:
        """An article without annotated names stays unchanged."""
        assert [] == substitute_names(AnnotatedArticle("dam", TEXT, ARTICLE.attributions), random.Random(1))


class TestSubstituteVerbs:
    """substitute_verbs()."""

    def test_keeps_the_form(self) -> None:
        """Some of the cues "said" and "says" become other verbs in the same form."""
        found = [substitute_verbs(ARTICLE, random.Random(seed)) for seed in range(200)]

        texts = {apply_edits(ARTICLE, edits).text for edits in found}
        new = {(TEXT[start:end], other) for edits in found for start, end, other in edits}
        assert len(texts) > 50
        assert {"said", "says"} == {old for old, _ in new}
        assert {"s"} == {other[-1] for old, other in new if old == "says"}
        assert set() == {other for old, other in new if old == "said" and other.endswith("s")}

    def test_leaves_longer_cues(self) -> None:
        """A cue of several words stays."""
        start = TEXT.index("said")
        longer = Annotation(((0, 7),), ((start, start + 8),))

        assert [] == substitute_verbs(attrs.evolve(ARTICLE, attributions=(longer,)), random.Random(2))
