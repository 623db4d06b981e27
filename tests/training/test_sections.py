"""Sections: new text with its annotation, inserted into an article."""

from __future__ import annotations

import random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.sections import Section, excerpt, free_gaps, insert_section, mark_final, shift_annotation
from quotekit.training.silver_names import NamedArticle, NameSpan
from tests.training.harbour import ARTICLE, articles, check, names_of, spans_of


def section() -> Section:
    """Write a section with a name and an attribution."""
    written = Section()
    written.write("Bo Dahl", "source", "person")
    written.write(":", "cue")
    written.write(" ")
    written.write("it leaks", "content")
    written.end_attribution()
    return written


class TestSection:
    """Section."""

    def test_annotates_what_it_writes(self) -> None:
        """Roles and names cover what was written with them."""
        written = section()

        assert "Bo Dahl: it leaks" == written.text
        assert [Annotation(((9, 17),), ((7, 8),), ((0, 7),))] == written.attributions
        assert [NameSpan(0, 7, "person")] == written.names

    def test_ignores_empty_strings(self) -> None:
        """An empty cue is no cue."""
        written = Section()
        written.write("it leaks", "content")
        written.write("", "cue", "person")
        written.end_attribution()

        assert ([Annotation(((0, 8),))], []) == (written.attributions, written.names)

    def test_copies_names(self) -> None:
        """A copied stretch has its names, unless they are cut; it may begin with a capital."""
        text = "so Ana Duarte saw Omar Ito"
        names = (NameSpan(3, 13, "person"), NameSpan(18, 26, "person"))
        article = NamedArticle("x", text, (), names=names, names_end=len(text))
        written = Section(text="- ")
        written.copy(article, 0, 22, initial=True)

        assert "- So Ana Duarte saw Omar" == written.text
        assert [NameSpan(5, 15, "person")] == written.names


class TestExcerpt:
    """excerpt()."""

    def test_has_the_attribution_alone(self) -> None:
        """It has its words, its names and nothing else, and can be appended to a section."""
        cut = excerpt(ARTICLE, ARTICLE.attributions[1])
        written = Section(text="Live: ")
        written.append(cut)

        assert "Omar Ito said the river was rising" == cut.text
        assert (["the river was rising"], ["said"], ["Omar Ito"]) == spans_of(cut, 0)
        assert [("Omar Ito", "person")] == names_of(cut)
        assert [shift_annotation(cut.attributions[0], 6)] == written.attributions


class TestFreeGaps:
    """free_gaps()."""

    def test_leaves_out_attributions(self) -> None:
        """The blank line inside a quotation is not free."""
        gaps = free_gaps(ARTICLE)

        assert ARTICLE.text.count("\n\n") - 1 == len(gaps)
        assert all("\n\n" == ARTICLE.text[start:end] for start, end in gaps)


class TestMarkFinal:
    """mark_final()."""

    def test_marks_what_is_inside_the_text(self) -> None:
        """Stretches are clipped to the text, and added to those that are there."""
        marked = mark_final(mark_final(ARTICLE, [(0, 5)]), [(3, 10**6)])

        assert isinstance(marked, NamedArticle)
        assert ((0, 5), (3, len(ARTICLE.text))) == marked.final

    def test_needs_a_named_article(self) -> None:
        """Other articles have no marks: no teacher is asked about them."""
        article = AnnotatedArticle("x", "It rained.", ())

        assert article is mark_final(article, [(0, 2)])


class TestInsertSection:
    """insert_section()."""

    @given(articles(), st.integers(0, 10**6))
    def test_keeps_the_annotation(self, article: AnnotatedArticle, seed: int) -> None:
        """The article's annotation moves along, the section's comes last, and both are known exactly."""
        longer = insert_section(article, section(), random.Random(seed))

        check(article, longer)
        assert (["it leaks"], [":"], ["Bo Dahl"]) == spans_of(longer, -1)
        assert article.text == longer.text.replace("Bo Dahl: it leaks\n\n", "")
        if isinstance(longer, NamedArticle):
            assert sorted([*names_of(article), ("Bo Dahl", "person")]) == sorted(names_of(longer))
            assert len(longer.text) == longer.names_end
            assert longer.text[slice(*longer.final[-1])].startswith("Bo Dahl: it leaks")

    def test_leaves_unknown_names_unknown(self) -> None:
        """Where names are not annotated, they are not annotated in the section, except its own."""
        article = attrs.evolve(ARTICLE, names=(), names_end=0)

        longer = insert_section(article, section(), random.Random(0))

        assert isinstance(longer, NamedArticle)
        assert 0 == longer.names_end
