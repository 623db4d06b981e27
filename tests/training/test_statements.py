"""Statements that can stand alone, and the people who make them."""

from __future__ import annotations

import random

import attrs
import pytest

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.sections import Section
from quotekit.training.statements import (
    find_people,
    find_sources,
    find_statements,
    write_person,
    write_place,
)
from quotekit.training.texts import load_lines
from tests.training.dam import annotation
from tests.training.harbour import ARTICLE, NAMES, build

UNNAMED = attrs.evolve(ARTICLE, names=(), names_end=0)


def statement(content: str, cue: str = "said") -> list[str]:
    """Find the statements in an article with this content."""
    text = f"Ito {cue} {content} by Monday."
    article = AnnotatedArticle("x", text, (annotation(text, "Ito", cue, content),))
    return [text[s.start : s.end] for s in find_statements(article)]


class TestFindStatements:
    """find_statements()."""

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("that the dam was safe", "the dam was safe"),
            ("the dam would hold", "the dam would hold"),
            ("it’s leaking badly", "it’s leaking badly"),
            ("“The dam will hold,”", "The dam will hold"),
            ("“We need help now.”", "We need help now."),
            ("“Who is going to pay?”", "Who is going to pay?"),
        ],
    )
    def test_finds_clauses(self, content: str, expected: str) -> None:
        """A clause loses its marks, "that" and the final comma."""
        assert [expected] == statement(content)

    @pytest.mark.parametrize(
        "content",
        [
            "“old and weak.”",
            "to leave the town",
            "a dam that is safe",
            "the voters who are tired",
            "the town’s opposition to it",
            "plans for a dam",
            "it was “safe” then",
            "“Never”",
            "that it was safe\nthen",
        ],
    )
    def test_leaves_out_fragments(self, content: str) -> None:
        """Phrases without a verb, relative clauses, infinitives, quotations inside and several lines are left out."""
        assert [] == statement(content)

    def test_needs_a_verb_of_saying(self) -> None:
        """What somebody wants or knows without "that" need not be a clause."""
        assert [] == statement("the dam would hold", "described")

    def test_knows_questions(self) -> None:
        """A question is one by its mark."""
        found = {ARTICLE.text[s.start : s.end]: s.is_question for s in find_statements(ARTICLE)}

        assert found["Was it ever safe?"]
        assert not found["the river was rising"]

    def test_can_be_short(self) -> None:
        """Longer statements are left out if asked."""
        assert all(s.end - s.start <= 20 for s in find_statements(ARTICLE, 20))
        assert 0 < len(find_statements(ARTICLE, 20)) < len(find_statements(ARTICLE))

    def test_are_annotated_with_names(self) -> None:
        """What was added without annotated names is not copied."""
        shorter = attrs.evolve(ARTICLE, names_end=50)

        assert all(s.end <= 50 for s in find_statements(shorter))


class TestFindPeople:
    """find_people()."""

    @pytest.mark.parametrize("article", [ARTICLE, UNNAMED], ids=["by annotation", "by form"])
    def test_finds_no_organizations(self, article: AnnotatedArticle) -> None:
        """People are told from others by their annotation, or by their given names."""
        found = {article.text[start:end] for start, end in find_people(article)}

        assert {name for name, kind in NAMES.items() if kind == "person"} == found

    def test_finds_no_possessives(self) -> None:
        """A name in the genitive is no person."""
        article = build([(("source", "John Kerry’s"), ("content", "the dam is old"))], named=False)

        assert ([], []) == (find_people(article), find_sources(article))


class TestFindSources:
    """find_sources()."""

    def test_finds_no_pronouns(self) -> None:
        """Phrases are found, pronouns are not."""
        found = {ARTICLE.text[start:end] for start, end in find_sources(ARTICLE)}

        assert {*NAMES, "Lena Berg, the minister,"} == found


class TestWritePerson:
    """write_person()."""

    def test_writes_real_and_invented_names(self) -> None:
        """Both kinds occur, with their kind annotated; surnames are single words."""
        names, surnames = set[str](), set[str]()
        for seed in range(60):
            for found, surname in ((names, False), (surnames, True)):
                section = Section()
                write_person(section, ARTICLE, random.Random(seed), surname=surname)
                assert ["person"] == [n.kind for n in section.names]
                found.add(section.text)

        assert {"Ana Duarte", "Omar Ito", "Lena Berg"} < names
        assert all(" " not in name for name in surnames)
        assert any(name.split()[-1].lower() in load_words("family_names") for name in names - set(NAMES))


def test_writes_places() -> None:
    """A town is annotated as a place."""
    section = Section()
    write_place(section, random.Random(1))

    assert section.text in load_lines("towns")
    assert ["place"] == [n.kind for n in section.names]
