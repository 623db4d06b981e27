"""Statements printed once more as a transcript."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.layout_transcripts import add_transcript
from quotekit.training.texts import load_lines
from tests.training.harbour import ARTICLE, articles, build, check, names_of, spans_of

CHANGED = [add_transcript(ARTICLE, random.Random(seed)) for seed in range(600)]
TURNS = [spans_of(a, i) for a in CHANGED for i in range(len(ARTICLE.attributions), len(a.attributions))]


class TestAddTranscript:
    """add_transcript()."""

    @given(articles(), st.integers(0, 10**6))
    def test_keeps_the_annotation(self, article: AnnotatedArticle, seed: int) -> None:
        """The article's annotation covers the same words, and its text is all there."""
        changed = add_transcript(article, random.Random(seed))

        check(article, changed)
        assert all(paragraph in changed.text for paragraph in article.text.split("\n\n"))

    def test_needs_two_statements(self) -> None:
        """One statement is no conversation."""
        article = build([(("source", "Omar Ito"), ("", " "), ("cue", "said"), ("", " "), ("content", "it was full"))])

        assert article is add_transcript(article, random.Random(1))

    def test_has_one_attribution_for_each_turn(self) -> None:
        """Each turn has one content of whole sentences, one label, and a colon as its cue or none."""
        assert all(len(content) == len(source) == 1 for content, _, source in TURNS)
        assert {(), (":",)} == {tuple(cue) for _, cue, _ in TURNS}
        assert all(content[0][0].isupper() and content[0][-1] in ".?!" for content, _, _ in TURNS)
        assert any("\n\n" in content[0] for content, _, _ in TURNS)

    def test_labels_turns_in_many_styles(self) -> None:
        """Letters, names, surnames, titles, offices and interviewers occur, plain and in markup."""
        labels = {source[0] for _, _, source in TURNS}
        texts = "\n".join(article.text for article in CHANGED)

        assert {"Q", "A", "Omar Ito", "Ito", "ITO", "THE CHAIRMAN"} <= labels
        assert labels & set(load_lines("interviewers"))
        assert any(re.match(r"MRS?\. [A-Z]+$", label) for label in labels)
        for form in (r"\*\*[\w ]+:\*\* ", r"\*\*[\w ]+\*\* ", r"\n\*[\w ]+:\* ", r"<v [\w ]+>", r"\nQ\. ", r"\nQ: "):
            assert re.search(form, texts), form

    def test_asks_questions(self) -> None:
        """Most turns of who asks are questions, the article's own among them; answers rarely are."""
        asked = [content[0] for content, _, _ in TURNS if content[0].endswith("?")]

        assert len(TURNS) / 4 < len(asked) < len(TURNS) / 2
        assert any(question.endswith("Was it ever safe?") for question in asked)
        assert any(question in load_lines("questions") for question in asked)

    def test_annotates_names(self) -> None:
        """A label that is a name is annotated, without its title."""
        kinds = {name: kind for article in CHANGED for name, kind in names_of(article)}

        assert "person" == kinds["ITO"] == kinds["Ito"]
        assert not any(name.startswith(("MR", "MS", "Mr", "Ms")) for name in kinds)
        assert not {"Q", "A", "THE CHAIRMAN"} & set(kinds)
