"""Statements printed once more: headlines, labels, vox pops, uncued quotations, lists."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.layout_sections import (
    add_bulleted_statements,
    add_headline,
    add_labelled_statement,
    add_uncued_quotation,
    add_vox_pops,
)
from quotekit.training.silver_names import NamedArticle
from quotekit.training.texts import load_lines
from tests.training.harbour import ARTICLE, NAMES, articles, build, check, names_of, spans_of

Change = Callable[[AnnotatedArticle, random.Random], AnnotatedArticle]
CHANGES = (add_bulleted_statements, add_headline, add_labelled_statement, add_uncued_quotation, add_vox_pops)
SEEDS = range(150)


def added(change: Change) -> list[tuple[AnnotatedArticle, int]]:
    """List the changed articles of many seeds with the index of each attribution that was added."""
    changed = [change(ARTICLE, random.Random(seed)) for seed in SEEDS]
    return [(a, i) for a in changed for i in range(len(ARTICLE.attributions), len(a.attributions))]


def line_of(article: AnnotatedArticle, index: int) -> str:
    """Return the lines of an attribution."""
    attribution = article.attributions[index]
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    end = article.text.find("\n", last)
    return article.text[article.text.rfind("\n", 0, first) + 1 : end if end >= 0 else None]


class TestAll:
    """What holds for each of them."""

    @pytest.mark.parametrize("change", CHANGES)
    @given(article=articles(), seed=st.integers(0, 10**6))
    def test_keeps_the_annotation(self, change: Change, article: AnnotatedArticle, seed: int) -> None:
        """The article's annotation covers the same words, and its text is all there."""
        changed = change(article, random.Random(seed))

        check(article, changed)
        assert all(paragraph in changed.text for paragraph in article.text.split("\n\n"))
        assert (changed is article) == (changed.text == article.text)

    @pytest.mark.parametrize("change", CHANGES)
    def test_needs_a_statement(self, change: Change) -> None:
        """An article without a suitable statement is left alone."""
        article = build([(("", "It rained."),), (("source", "He"), ("cue", "saw"), ("content", "rain"))])

        assert article is change(article, random.Random(1))

    @pytest.mark.parametrize("change", CHANGES)
    def test_marks_what_is_new(self, change: Change) -> None:
        """New attributions are in a stretch that no teacher softens, and known names are annotated."""
        for article, index in added(change):
            assert isinstance(article, NamedArticle)
            ((start, end),) = article.final
            attribution = article.attributions[index]
            spans = [s for role in (attribution.content, attribution.cue, attribution.source) for s in role]
            assert all(start <= s and e <= end for s, e in spans)
            for name in NAMES:
                assert article.text.count(name) == [n for n, _ in names_of(article)].count(name)

    @pytest.mark.parametrize("change", CHANGES)
    def test_copies_statements(self, change: Change) -> None:
        """The words of a content are those of one of the article's."""
        known = re.sub(r"\W+", " ", ARTICLE.text.lower())
        for article, index in added(change):
            for piece in spans_of(article, index)[0]:
                for sentence in re.split(r"(?<=[.?!])\s", piece):
                    assert " ".join(re.findall(r"\w+", sentence.lower())) in known


class TestAddHeadline:
    """add_headline()."""

    def test_writes_lines_without_stop(self) -> None:
        """Most have no full stop, some have a label, a time, a bullet, a present tense, title case or capitals."""
        lines = [line_of(article, index) for article, index in added(add_headline)]

        assert sum(line.endswith(".") for line in lines) < len(lines) / 4
        assert {"Omar Ito says the river was rising", "Omar Ito Said the River was Rising"} <= set(lines)
        assert any(line.isupper() for line in lines)
        assert any(re.match(r"\d\d[.:]\d\d", line) for line in lines)
        assert any(line[0] in "•-*–»" for line in lines)
        assert any(line.split(":")[0] in load_lines("headline_labels") for line in lines)

    def test_names_the_source(self) -> None:
        """No headline begins with a pronoun."""
        assert "he" not in {spans_of(a, i)[2][0].lower() for a, i in added(add_headline)}


class TestAddLabelledStatement:
    """add_labelled_statement()."""

    def test_writes_a_label(self) -> None:
        """The source is a name or an office, the cue a colon, the content one line without a full stop."""
        found = [spans_of(article, index) for article, index in added(add_labelled_statement)]
        sources = {source[0] for _, _, source in found}

        assert all(cue == [":"] for _, cue, _ in found)
        assert sources & set(load_lines("headline_speakers"))
        assert {"Omar Ito", "Harbour Board"} <= sources
        assert all(not content[0].endswith(".") for content, _, _ in found)


class TestAddVoxPops:
    """add_vox_pops()."""

    def test_signs_quotations(self) -> None:
        """The source is the signature with its details, there is no cue, and only people sign."""
        found = [(article, i, *spans_of(article, i)) for article, i in added(add_vox_pops)]

        assert all(cue == [] for *_, cue, _ in found)
        assert any(re.fullmatch(r"[^,]+, \d\d, [A-Z][\w ]+", source[0]) for *_, source in found)
        assert "Harbour Board" not in {source[0].split(",")[0] for *_, source in found}
        orders = {a.attributions[i].source[0] < a.attributions[i].content[0] for a, i, *_ in found}
        assert {True, False} == orders

    def test_includes_the_marks(self) -> None:
        """A content begins and ends with its marks, and ends as a sentence."""
        assert all(re.fullmatch(r"[“\"‘].+[.?!][”\"’]", spans_of(a, i)[0][0]) for a, i in added(add_vox_pops))


class TestAddUncuedQuotation:
    """add_uncued_quotation()."""

    def test_is_one_attribution(self) -> None:
        """All paragraphs are one content without cue and source, each opened by a mark, only the last one closed."""
        found = [spans_of(article, index) for article, index in added(add_uncued_quotation)]

        assert len(SEEDS) == len(found)
        assert all(cue == source == [] for _, cue, source in found)
        paragraphs = [content[0].split("\n\n") for content, _, _ in found]
        assert any(len(p) > 2 for p in paragraphs)
        assert all(p[0] in '“"' for ps in paragraphs for p in ps)
        assert all(p[-1] in ".?!" for ps in paragraphs for p in ps[:-1])


class TestAddBulletedStatements:
    """add_bulleted_statements()."""

    def test_has_a_piece_for_each_item(self) -> None:
        """One attribution has as many pieces as there are items, without the bullets."""
        for article, index in added(add_bulleted_statements):
            content, cue, source = spans_of(article, index)
            assert 2 <= len(content) <= 4
            assert len({piece[0] in '“"‘' for piece in content}) == 1
            assert not any(
                number in cue[0] for n, number in ((2, "three"), (3, "two"), (4, "two")) if n == len(content)
            )
            assert source[0] in NAMES or source[0].startswith("Lena Berg")

    def test_needs_two_statements(self) -> None:
        """One statement is no list."""
        article = build([(("source", "Omar Ito"), ("", " "), ("cue", "said"), ("", " "), ("content", "it was full"))])

        assert article is add_bulleted_statements(article, random.Random(1))


def test_works_without_names() -> None:
    """Articles whose names are unknown are printed alike."""
    article = attrs.evolve(ARTICLE, names=(), names_end=0)

    assert all(change(article, random.Random(1)) is not article for change in CHANGES)
