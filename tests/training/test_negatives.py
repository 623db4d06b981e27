"""Negative examples: paragraphs without attributions."""

from __future__ import annotations

import functools
import random

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.negatives import add_negative_paragraphs, negative_paragraph
from quotekit.training.silver_names import NamedArticle
from tests.training.dam import ARTICLE, TEXT, annotation, words

NAMED = NamedArticle("dam", TEXT, ARTICLE.attributions, names_end=len(TEXT))


class TestAddNegativeParagraphs:
    """add_negative_paragraphs()."""

    def test_inserts_between_paragraphs(self) -> None:
        """The article's own paragraphs keep their order and their annotation."""
        for seed in range(30):
            longer = add_negative_paragraphs(ARTICLE, random.Random(seed))

            own = [p for p in longer.text.split("\n\n") if p in TEXT]
            assert TEXT.split("\n\n") == own
            assert len(longer.text) > len(TEXT)
            assert words(ARTICLE) == words(longer)

    def test_records_the_insertions(self) -> None:
        """An article with names records what was inserted, and nothing else."""
        for seed in range(30):
            longer = add_negative_paragraphs(NAMED, random.Random(seed))

            assert isinstance(longer, NamedArticle)
            inserted = [longer.text[start:end] for start, end in longer.final]
            assert all(s.startswith("\n\n") and s.endswith("\n\n") and s.strip() not in TEXT for s in inserted)
            assert TEXT == functools.reduce(lambda text, s: text.replace(s, "\n\n"), inserted, longer.text)

    def test_keeps_attributions_whole(self) -> None:
        """Nothing is inserted between the parts of one attribution."""
        text = "“It is safe.\n\n“It was built well,” Ito said."
        article = AnnotatedArticle("x", text, (annotation(text, "Ito", "said", text[:-11]),))

        assert article == add_negative_paragraphs(article, random.Random(1))

    def test_needs_a_blank_line(self) -> None:
        """An article of one paragraph stays unchanged."""
        article = AnnotatedArticle("x", "It rained.", ())

        assert article == add_negative_paragraphs(article, random.Random(1))


class TestNegativeParagraph:
    """negative_paragraph()."""

    def test_fills_its_slots(self) -> None:
        """All slots are filled, line breaks are real ones, and literal braces are single."""
        found = {negative_paragraph(random.Random(seed)) for seed in range(600)}

        assert len(found) > 300
        assert not any("_2}" in p or "{title" in p or "{{" in p or "\\n" in p for p in found)
        assert any(p.startswith('{"id": ') and p.endswith("]}") for p in found)
        assert any(p.startswith("for name in names:\n") for p in found)
        assert any(p.startswith("“") for p in found)
