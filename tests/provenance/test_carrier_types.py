"""Phrases by which outlets carry words."""

from __future__ import annotations

import pytest

from quotekit.provenance.carrier_types import CarrierPhrase, CarrierType, find_carrier_phrase, work_phrase_start
from quotekit.text import TextIndex


def find(text: str, name: str, *, described: bool = False) -> CarrierPhrase | None:
    """The phrase around an outlet in a text."""
    start = text.index(name)
    return find_carrier_phrase(TextIndex(text), start, start + len(name), described=described)


class TestFindCarrierPhrase:
    """find_carrier_phrase()."""

    @pytest.mark.parametrize(
        ("text", "carrier_type", "phrase"),
        [
            ("She told CNN so.", CarrierType.TELLING, "told CNN"),
            ("She told the state news agency CNN so.", CarrierType.TELLING, "told the state news agency CNN"),
            ("In an interview with CNN it rained.", CarrierType.ACT, "interview with CNN"),
            ("She took to CNN so.", CarrierType.ACT, "took to CNN"),
            ("She gave the film to CNN.", CarrierType.ACT, "gave the film to CNN"),
            ("She was on CNN.", CarrierType.ON, "on CNN"),
            ("According to CNN it rained.", CarrierType.ACCORDING, "According to CNN"),
            ("It rained, as reported by CNN.", CarrierType.REPORTED, "reported by CNN"),
            ("Ida Holm of CNN left.", CarrierType.AT, "Holm of CNN"),
            ("It rained in a CNN interview.", CarrierType.ACT, "in a CNN"),
            ("CNN said, citing an official, that it rained.", CarrierType.CITING, "CNN"),
            ("CNN first reported that it rained.", CarrierType.SAYING, "CNN first reported"),
            ("CNN’s Jo Lind wrote that it rained.", CarrierType.SAYING, "CNN’s Jo Lind wrote"),
        ],
        ids=lambda value: value if isinstance(value, str) else value.value,
    )
    def test_type(self, text: str, carrier_type: CarrierType, phrase: str) -> None:
        """The words around an outlet tell how it carries others."""
        found = find(text, "CNN")

        assert found is not None
        assert (carrier_type, phrase) == (found.type, text[found.start : found.end])

    @pytest.mark.parametrize(
        "text", ["She left CNN.", "The CNN report is late.", "CNN owns it.", "She told\nCNN so."], ids=repr
    )
    def test_none(self, text: str) -> None:
        """Other words, and those of another line, carry nothing."""
        assert find(text, "CNN") is None

    def test_newspaper(self) -> None:
        """Nobody speaks on a newspaper."""
        assert find("She was on the Reef Herald.", "Reef Herald") is None

    def test_described(self) -> None:
        """Where only a noun stands for the outlet, the phrase must be clear."""
        told = find("She told the paper so.", "paper", described=True)
        according = find("According to the paper it rained.", "paper", described=True)

        assert (CarrierType.TELLING, None) == (told and told.type, according)


class TestWorkPhraseStart:
    """work_phrase_start()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She wrote in her memoir “Deep Water”.", "in her memoir “"),
            ("With Holm’s 2015 memoir, *Deep Water*, it rained.", "With Holm’s 2015 memoir, *"),
            ("She wrote Deep Water.", None),
        ],
        ids=["memoir", "year", "none"],
    )
    def test_start(self, text: str, expected: str | None) -> None:
        """The words begin with a preposition."""
        title = text.index("Deep Water")
        start = work_phrase_start(TextIndex(text), title)

        assert expected == (None if start is None else text[start:title])
