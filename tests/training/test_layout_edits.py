"""Sentences printed in other layouts, or with other reporting words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.layout_edits import (
    add_datelines,
    add_hearers,
    cut_quotations,
    drop_final_stops,
    quote_indirectly,
)
from quotekit.training.silver_names import NamedArticle
from quotekit.training.texts import load_lines
from tests.training.harbour import ARTICLE, articles, build, check, names_of, spans_of

Change = Callable[[AnnotatedArticle, random.Random], AnnotatedArticle]
CHANGES = (add_datelines, add_hearers, cut_quotations, drop_final_stops, quote_indirectly)


def changed(change: Change, seeds: int = 200) -> list[AnnotatedArticle]:
    """Apply a change with many seeds."""
    return [change(ARTICLE, random.Random(seed)) for seed in range(seeds)]


def paragraphs(change: Change) -> set[str]:
    """Collect the paragraphs that a change makes."""
    return {p for article in changed(change) for p in article.text.split("\n\n")} - set(ARTICLE.text.split("\n\n"))


class TestAll:
    """What holds for each of them."""

    @pytest.mark.parametrize("change", CHANGES)
    @given(article=articles(), seed=st.integers(0, 10**6))
    def test_keeps_the_annotation(self, change: Change, article: AnnotatedArticle, seed: int) -> None:
        """The annotation covers the same words, but for the cues that are replaced and the sources that are lost."""
        new = change(article, random.Random(seed))

        check(article, new, cues=change not in (add_hearers, quote_indirectly), sources=change is not add_hearers)
        assert len(article.attributions) == len(new.attributions)

    @pytest.mark.parametrize("change", CHANGES)
    def test_marks_what_it_changes(self, change: Change) -> None:
        """Where the text was changed, no teacher softens the annotation."""
        for article in changed(change, 40):
            assert isinstance(article, NamedArticle)
            assert bool(article.final) == (article.text != ARTICLE.text)


class TestDropFinalStops:
    """drop_final_stops()."""

    def test_drops_stops_of_paragraphs(self) -> None:
        """A stop is dropped at the end of a paragraph only, and not inside a quotation."""
        found = paragraphs(drop_final_stops)

        assert {"Omar Ito said the river was rising", "The river rose by two metres on Monday"} <= found
        assert all(p + "." in ARTICLE.text.split("\n\n") for p in found)


class TestCutQuotations:
    """cut_quotations()."""

    def test_opens_each_paragraph(self) -> None:
        """A new paragraph begins with an opening mark, and the one before it has no closing mark."""
        texts = {article.text for article in changed(cut_quotations)}

        assert any("“We are sure of it.\n\n“Nobody has asked us.”" in text for text in texts)

    def test_joins_paragraphs(self) -> None:
        """A quotation over several paragraphs may become one."""
        texts = {article.text for article in changed(cut_quotations)}

        assert any("“The quay is full. It has been so for years. We need another one,”" in t for t in texts)

    def test_is_one_content(self) -> None:
        """The content covers all paragraphs, marks included."""
        contents = {c for article in changed(cut_quotations) for c in spans_of(article, 0)[0]}

        assert {"“We are sure of it.\n\n“Nobody has asked us.”", "“The dam will hold,”"} <= contents


class TestAddHearers:
    """add_hearers()."""

    def test_tells_somebody(self) -> None:
        """The hearer is in no role, before and after the statement."""
        found = [spans_of(article, i) for article in changed(add_hearers) for i in (0, 1)]

        assert {("said",), ("told",), ("was told",), ("heard",)} <= {tuple(cue) for _, cue, _ in found}
        assert any(re.search(r"Omar Ito told [\w ]+ the river was rising", p) for p in paragraphs(add_hearers))
        assert any(re.search(r"Ana Duarte told [\w ]+\. “We", p) for p in paragraphs(add_hearers))

    def test_leaves_hearings_without_source(self) -> None:
        """A hearing that "was told" has no source, and the name that stood there is none any more."""
        for article in changed(add_hearers):
            content, cue, source = spans_of(article, 1)
            assert ["the river was rising"] == content
            if cue not in (["said"], ["told"]):
                assert [] == source
                assert not {name for name, _ in names_of(article)} & set(load_lines("hearings"))

    def test_leaves_other_verbs(self) -> None:
        """Only "said" and "says" are replaced, and nothing inside an apposition."""
        for article in changed(add_hearers):
            assert ["warned"] == spans_of(article, 3)[1]
            assert ["told"] == spans_of(article, 4)[1]


class TestQuoteIndirectly:
    """quote_indirectly()."""

    def test_has_many_forms(self) -> None:
        """The cue is the verb phrase without who quotes, who is no source."""
        found = paragraphs(quote_indirectly)
        cues = {tuple(spans_of(article, 1)[1]) for article in changed(quote_indirectly)}

        assert {("was quoted as saying",), ("was overheard saying",), ("was quoted",), ("as saying",)} <= cues
        assert any(re.match(r"Omar Ito was quoted by [\w ]+ as saying the river", p) for p in found)
        assert any(re.match(r"[A-Z][\w ]+ (quoted|cited) Omar Ito as saying the river", p) for p in found)
        assert not any("by The agency" in p for p in found)

    def test_keeps_the_source(self) -> None:
        """The source is who said it."""
        assert {("Omar Ito",)} == {tuple(spans_of(article, 1)[2]) for article in changed(quote_indirectly)}


class TestAddDatelines:
    """add_datelines()."""

    def test_puts_it_before_a_paragraph(self) -> None:
        """What was the beginning of a paragraph follows the dateline."""
        found = paragraphs(add_datelines)

        assert all(any(p.endswith(" " + old) for old in ARTICLE.text.split("\n\n")) for p in found)
        assert any(re.match(r"[A-Z ]+: The river", p) for p in found)
        assert any(re.match(r"[A-Z][\w ]+ \([\w ]+\) — The river", p) for p in found)

    def test_names_its_parts(self) -> None:
        """Towns are places, agencies organizations; their words are in no attribution."""
        kinds = {name.lower(): kind for article in changed(add_datelines) for name, kind in names_of(article)}

        assert "place" == kinds["oslo"]
        assert "organization" == kinds["reuters"]

    @pytest.mark.parametrize(
        "text", ["", "OSLO — It rained on Monday.", "Oslo (AP) - It rained.", "Oslo: It rained.", "Rain in May", "- a."]
    )
    def test_leaves_others_alone(self, text: str) -> None:
        """There is no second dateline, and none before a headline, a list or nothing."""
        article = build([(("", text),)])

        assert article is add_datelines(article, random.Random(1))
