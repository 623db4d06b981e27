"""Stances, by the words of the cue and the form of the content."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.english.content_forms import FORMS, forms_of
from quotekit.english.lexicons import load_words
from quotekit.english.stances import find_stance
from quotekit.records import Stance
from tests.strategies import texts


class TestTables:
    """The word lists."""

    def test_stances(self) -> None:
        """Each entry has the name of a stance."""
        names = {line.rpartition(" ")[2] for line in load_words("stances")}

        assert set() == names - {stance.value for stance in Stance}

    def test_forms(self) -> None:
        """Each row has a word, a form and a stance."""
        rows = [line.split(" ") for line in load_words("stances_by_form")]

        assert {3} == {len(row) for row in rows}
        assert set() == {form for _, form, _ in rows} - set(FORMS)
        assert set() == {name for _, _, name in rows} - {stance.value for stance in Stance}


class TestForms:
    """forms_of()."""

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("“Is it late?”", ["question"]),
            ("“Who built it? We did.”", []),
            ("“It is late. Is it not?”", []),
            ("“Close the gate!”", ["command"]),
            ("“Please, do not run,”", ["command"]),
            ("“Let him go,”", ["command"]),
            ("“Time and again, it rained,”", []),
            ("“Be quiet,”", ["command"]),
            ("“Look, it is late,”", []),
            ("“Work on the pier stopped,”", []),
            ("“Trust in the courts is gone,”", []),
            ("“Mr. Holm must resign,”", ["necessity"]),
            ("“They must have known,”", []),
            ("“It should be fine,”", []),
            ("“There should be a law,”", ["necessity"]),
            ("“It has to be the first time,”", []),
        ],
    )
    def test_quoted(self, content: str, expected: list[str]) -> None:
        """The first sentence of a quotation decides."""
        assert expected == sorted(forms_of(content, is_quoted=True))

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("to leave at once", ["infinitive"]),
            ("the drivers not to leave", ["object_infinitive"]),
            ("the BBC that a plan to leave was made", []),
            ("the house belongs to Ida Holm", []),
            ("closing the quay", ["gerund"]),
            ("closing the quay is wrong", []),
            ("that the manager be sacked", ["subjunctive"]),
            ("that the club pay at once", ["subjunctive"]),
            ("residents that it will rain", ["future"]),
            ("that it could rain", ["possibility"]),
            ("Close the gate", []),
        ],
    )
    def test_reported(self, content: str, expected: list[str]) -> None:
        """Reported words are never a command."""
        assert expected == sorted(forms_of(content, is_quoted=False))

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Any string has forms, or none."""
        assert forms_of(text, is_quoted=True) <= set(FORMS)


class TestFindStance:
    """find_stance()."""

    @pytest.mark.parametrize(
        ("cue", "content", "stance"),
        [
            ("ruled", "out a strike", Stance.DENIED),
            ("ruled", "that the strike was out of order", Stance.ASSERTED),
            ("expressed", "hope that it would rain", Stance.HOPED),
            ("expressed", "that a hope remained", Stance.ASSERTED),
            ("summoned and ordered", "him to leave", Stance.DEMANDED),
            ("refused to rule out", "a strike", Stance.DENIED),
            ("refused to say", "who had called", Stance.ASSERTED),
            ("refused", "to leave", Stance.DENIED),
            ("called", "the plan a joke", Stance.ASSERTED),
            ("called", "the plan a reason for Holm to leave", Stance.ASSERTED),
            ("sought to calm", "the crowd", Stance.PROMISED),
            ("sought", "a loan", Stance.HOPED),
            ("called", "for a strike", Stance.DEMANDED),
            ("agreed", "to leave", Stance.PROMISED),
            ("agreed", "that it was late", Stance.ASSERTED),
            ("warned", "that the dam leaks", Stance.ASSERTED),
            ("warned", "that the dam will break", Stance.FORESEEN),
            ("warned", "residents to leave", Stance.DEMANDED),
            ("", "It is late", Stance.ASSERTED),
        ],
    )
    def test_cue(self, cue: str, content: str, stance: Stance) -> None:
        """A phrase, a noun behind a light verb, or the verb decides, with the form of the content."""
        assert stance is find_stance(cue, content)

    @pytest.mark.parametrize(
        ("content", "stance"),
        [
            ("“I promise to leave,”", Stance.PROMISED),
            ("“I promised to leave,”", Stance.ASSERTED),
            ("“We would like to ask you to leave,”", Stance.DEMANDED),
            ("“I'm afraid it is late,”", Stance.FEARED),
            ("“I think it would be late,”", Stance.ASSERTED),
            ("“I want to thank you,”", Stance.ASSERTED),
            ("“They promise to leave,”", Stance.ASSERTED),
            ("“Let me be clear,”", Stance.ASSERTED),
        ],
    )
    def test_first_person(self, content: str, stance: Stance) -> None:
        """What a speaker does in saying so is what is done, if it is done now."""
        assert stance is find_stance("said", content, is_quoted=True)

    @given(texts(), texts(), texts())
    def test_any_text(self, cue: str, content: str, between: str) -> None:
        """Any strings have a stance."""
        assert isinstance(find_stance(cue, content, between=between, is_quoted=True), Stance)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“It is simply not true that we sold the harp,”", Stance.DENIED),
        ("“That’s just not true,”", Stance.DENIED),
        ("“It’s a lie,”", Stance.DENIED),
        ("that it was untrue that she had left", Stance.DENIED),
        ("that that was false", Stance.DENIED),
        ("“That is not a true story,”", Stance.ASSERTED),
        ("that it was true", Stance.ASSERTED),
        ("that", Stance.ASSERTED),
    ],
)
def test_untrue(content: str, expected: Stance) -> None:
    """Whoever says that something is not true denies it."""
    assert expected is find_stance("said", content, is_quoted=content.startswith("“"))
