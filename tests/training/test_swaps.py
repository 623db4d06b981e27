"""Other names and other verbs: what is put where, and what stays."""

from __future__ import annotations

import random

import attrs
import pytest

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import apply_edits
from quotekit.training.silver_names import NamedArticle, NameSpan
from quotekit.training.swaps import rename, reword

TEXT = (
    "Senator Ana Duarte, of Lisbon, said the dam will hold. “It is safe,” said DUARTE. Mr. Rice said Duarte grows rice. "
    "“I am Ana,” she says. Duarte's dam held, the Ruth Bank said."
)


def span(printed: str, kind: str, nth: int = 0) -> NameSpan:
    """The nth place of a name in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(printed, start + 1)
    return NameSpan(start, start + len(printed), kind)


def said(before: str) -> Annotation:
    """An attribution whose cue stands right behind or before these words; its content is "dam"."""
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
    named=len(TEXT),
)


class TestRename:
    """rename()."""

    @pytest.mark.parametrize("seed", range(20))
    def test_gives_one_name_everywhere(self, seed: int) -> None:
        """A person has the same new names at each place, in capitals where the old one was; all else stays."""
        edits = rename(ARTICLE, random.Random(seed))

        new = {TEXT[start:end]: other for start, end, other in edits}
        assert list(new) == ["Ana", "Duarte", "DUARTE"]
        assert {(TEXT[start:end], other) for start, end, other in edits} == set(new.items())
        assert [TEXT[start:end] for start, end, _ in edits] == ["Ana", "Duarte", "DUARTE", "Duarte", "Ana", "Duarte"]
        assert new["Ana"].lower() in load_words("female_given_names")
        assert new["Duarte"].lower() in load_words("family_names")
        assert new["Duarte"][0].isupper()
        assert new["DUARTE"].isupper()

    def test_needs_names(self) -> None:
        """An article whose names are not known keeps them."""
        assert rename(AnnotatedArticle("dam", TEXT, ARTICLE.attributions), random.Random(1)) == []


class TestReword:
    """reword()."""

    def test_puts_verbs_of_the_same_form(self) -> None:
        """Some of the cues that are "said" or "says" become other verbs in the same form; no word is a cue otherwise."""
        found = [reword(ARTICLE, random.Random(seed)) for seed in range(200)]

        texts = {apply_edits(ARTICLE, edits).text for edits in found}
        new = {(TEXT[start:end], other) for edits in found for start, end, other in edits}
        assert len(texts) > 50
        assert {old for old, _ in new} == {"said", "says"}
        assert {other[-1] for old, other in new if old == "says"} == {"s"}
        assert {other for old, other in new if old == "said" and other.endswith("s")} == set()

    def test_leaves_longer_cues(self) -> None:
        """A cue that is more than the verb stays."""
        start = TEXT.index("said")
        longer = Annotation(((0, 7),), ((start, start + 8),))

        assert reword(attrs.evolve(ARTICLE, attributions=(longer,)), random.Random(2)) == []
