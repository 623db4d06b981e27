"""Paragraphs in which nobody says anything."""

from __future__ import annotations

import functools
import random

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.negatives import add_silence, silent_paragraph
from quotekit.training.silver_names import NamedArticle
from tests.training.dam import ARTICLE, TEXT, annotation, words

NAMED = NamedArticle("dam", TEXT, ARTICLE.attributions, named=len(TEXT))


class TestAddSilence:
    """Paragraphs between those of an article."""

    def test_stands_between_paragraphs(self) -> None:
        """The article's own paragraphs stay in their order, with others between them; its annotation moves along."""
        for seed in range(30):
            longer = add_silence(ARTICLE, random.Random(seed))

            own = [p for p in longer.text.split("\n\n") if p in TEXT]
            assert own == TEXT.split("\n\n")
            assert len(longer.text) > len(TEXT)
            assert words(longer) == words(ARTICLE)

    def test_knows_where_it_is(self) -> None:
        """What a named article got is known to be silent, and nothing of its own is."""
        for seed in range(30):
            longer = add_silence(NAMED, random.Random(seed))

            assert isinstance(longer, NamedArticle)
            silent = [longer.text[start:end] for start, end in longer.silent]
            assert all(s.startswith("\n\n") and s.endswith("\n\n") and s.strip() not in TEXT for s in silent)
            assert functools.reduce(lambda text, s: text.replace(s, "\n\n"), silent, longer.text) == TEXT

    def test_keeps_attributions_whole(self) -> None:
        """Nothing is put between the parts of one attribution."""
        text = "“It is safe.\n\n“It was built well,” Ito said."
        article = AnnotatedArticle("x", text, (annotation(text, "Ito", "said", text[:-11]),))

        assert add_silence(article, random.Random(1)) == article

    def test_needs_a_blank_line(self) -> None:
        """An article of one paragraph stays as it is."""
        article = AnnotatedArticle("x", "It rained.", ())

        assert add_silence(article, random.Random(1)) == article


class TestSilentParagraph:
    """Single paragraphs."""

    def test_fills_its_slots(self) -> None:
        """No slot is left open, lines end where they should, and braces of code are single."""
        found = {silent_paragraph(random.Random(seed)) for seed in range(600)}

        assert len(found) > 300
        assert not any("_2}" in p or "{title" in p or "{{" in p or "\\n" in p for p in found)
        assert any(p.startswith('{"id": ') and p.endswith("]}") for p in found)
        assert any(p.startswith("for name in names:\n") for p in found)
        assert any(p.startswith("“") for p in found)
