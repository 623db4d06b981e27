"""Cues that the model saw not, found by their place."""

from __future__ import annotations

import pytest

from quotekit.attributions.cue_recovery import recover_following_cues, recover_introducing_cues
from tests.found import tagged

UNSEEN = [
    pytest.param("“Enough!” thundered Ana Ito.", ("Ana Ito", "thundered"), id="unknown verb"),
    pytest.param("“Enough,” yodeled Ito, and left.", ("Ito", "yodeled"), id="comma"),
    pytest.param("“Basta”, dijo Ana Ito.", ("Ana Ito", "dijo"), id="Spanish"),
    pytest.param("„Genug“, sagte Ito.", ("Ito", "sagte"), id="German"),
    pytest.param("“Enough.” Then Ito.", ("", ""), id="next sentence"),
    pytest.param("“Enough,” and Ito left.", ("", ""), id="another clause"),
    pytest.param("“Enough,” with Ito.", ("", ""), id="no verb"),
    pytest.param("“Enough,” thundered she.", ("", ""), id="no name"),
    pytest.param("“Enough” sang Ito.", ("", ""), id="no comma"),
    pytest.param("“Enough,” Ito Berg.", ("", ""), id="names alone"),
]


class TestFindUnseenCues:
    """Quotations with an unknown verb and a name behind them."""

    @pytest.mark.parametrize(("text", "expected"), UNSEEN)
    def test_knows_a_verb_by_its_place(self, text: str, expected: tuple[str, str]) -> None:
        """One word in lower case and a name, right behind the comma, are cue and source."""
        quotation = text[: max(text.find(mark, 1) for mark in "”“") + 1]

        (found,) = recover_following_cues(text, [tagged(text, "", "", quotation)])

        assert (found.source.text, found.cue.text) == expected

    def test_leaves_others_theirs(self) -> None:
        """What is another attribution's stays there, and so does what was found."""
        text = "“Enough,” thundered Ito."
        bare, other = tagged(text, "", "", "“Enough,”"), tagged(text, "Ito", "thundered", "Enough")

        assert recover_following_cues(text, [bare, other]) == [bare, other]


INTRODUCED = [
    pytest.param("Ito rose, as he joyously exclaimed -- “We won.”", ("he", "exclaimed"), id="adverb"),
    pytest.param("Then the judge asked: “Who won?”", ("", "asked"), id="description"),
    pytest.param("After a while Ana Ito had replied, “We won.”", ("Ana Ito", "replied"), id="name"),
    pytest.param("Ito listened, and then coolly said, “We won.”", ("", "said"), id="subject far off"),
    pytest.param("She had sent a note, and the answer had been, “We won.”", ("", "answer"), id="noun"),
    pytest.param("Ana Ito's remark was — “We won.”", ("Ana Ito's", "remark"), id="noun of somebody"),
    pytest.param("And her reply was, “We won.”", ("her", "reply"), id="noun of a pronoun"),
    pytest.param("He saw Berg. Ana Ito had said — “We won.”", ("Ana Ito", "said"), id="name in another sentence"),
    pytest.param("Once in Lyon, Ito had said — “We won.”", ("Ito", "said"), id="place before"),
    pytest.param("Of Ito, his friend, it said: “We won.”", ("", "said"), id="thing"),
    pytest.param("Then a friend of Ana Ito had said — “We won.”", ("", "said"), id="friend of somebody"),
    pytest.param("It rained when Ana Ito had said — “We won.”", ("Ana Ito", "said"), id="conjunction"),
    pytest.param("Berg and Ito had said — “We won.”", ("", "said"), id="two names"),
    pytest.param("He said “We won.”", ("", ""), id="nothing between"),
    pytest.param("He sat down, “We won.”", ("", ""), id="no verb of saying"),
    pytest.param("This is the answer, “We won.”", ("", ""), id="noun without a verb"),
    pytest.param("He thought. “We won.”", ("", ""), id="another sentence"),
    pytest.param("He said, in short, “We won.”", ("", ""), id="far from its verb"),
]


class TestFindIntroducingCues:
    """Quotations with a verb or noun of saying before them."""

    @pytest.mark.parametrize(("text", "expected"), INTRODUCED)
    def test_knows_what_introduces_a_quotation(self, text: str, expected: tuple[str, str]) -> None:
        """What stands before a comma, colon or dash and a mark is the cue, if it says; a source must be next to it."""
        (found,) = recover_introducing_cues(text, [tagged(text, "", "", text[text.index("“") :])])

        assert (found.source.text, found.cue.text) == expected

    def test_leaves_others_theirs(self) -> None:
        """The cue of another attribution stays there."""
        text = "“We won,” he said: “We lost.”"
        first, second = tagged(text, "he", "said", "“We won,”"), tagged(text, "", "", "“We lost.”")

        assert recover_introducing_cues(text, [first, second]) == [first, second]

    def test_needs_nothing_before(self) -> None:
        """A quotation may open the text."""
        bare = tagged("“We won.”", "", "", "“We won.”")

        assert recover_introducing_cues("“We won.”", [bare]) == [bare]
