"""Cues that the model missed, found by their place."""

from __future__ import annotations

import pytest

from quotekit.attributions.cue_recovery import recover_following_cues, recover_introducing_cues
from tests.helpers import context_of, draft_of

FOLLOWING = [
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


class TestRecoverFollowingCues:
    """recover_following_cues()."""

    @pytest.mark.parametrize(("text", "expected"), FOLLOWING)
    def test_finds_a_verb_by_its_place(self, text: str, expected: tuple[str, str]) -> None:
        """One word in lower case and a name, right behind the comma, are cue and source."""
        quotation = text[: max(text.find(mark, 1) for mark in "”“") + 1]

        (found,) = recover_following_cues(context_of(text), [draft_of(text, "", "", quotation)])

        assert expected == (found.source.text, found.cue.text)

    def test_leaves_what_others_claim(self) -> None:
        """What belongs to another draft stays there."""
        text = "“Enough,” thundered Ito."
        bare, other = draft_of(text, "", "", "“Enough,”"), draft_of(text, "Ito", "thundered", "Enough")

        assert [bare, other] == recover_following_cues(context_of(text), [bare, other])


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


class TestRecoverIntroducingCues:
    """recover_introducing_cues()."""

    @pytest.mark.parametrize(("text", "expected"), INTRODUCED)
    def test_finds_what_introduces_a_quotation(self, text: str, expected: tuple[str, str]) -> None:
        """A verb or noun of saying before a comma, colon or dash is the cue; a source must be next to it."""
        (found,) = recover_introducing_cues(context_of(text), [draft_of(text, "", "", text[text.index("“") :])])

        assert expected == (found.source.text, found.cue.text)

    def test_leaves_what_others_claim(self) -> None:
        """The cue of another draft stays there."""
        text = "“We won,” he said: “We lost.”"
        first, second = draft_of(text, "he", "said", "“We won,”"), draft_of(text, "", "", "“We lost.”")

        assert [first, second] == recover_introducing_cues(context_of(text), [first, second])

    def test_needs_nothing_before(self) -> None:
        """A quotation may open the text."""
        bare = draft_of("“We won.”", "", "", "“We won.”")

        assert [bare] == recover_introducing_cues(context_of("“We won.”"), [bare])
