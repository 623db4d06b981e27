"""read_words(): what counts as the same word."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.wording import read_words
from tests.strategies import texts


class TestKeys:
    """The words as they are compared."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Don’t! CAN'T, cannot", "do not can not can not"),
            ("gonna wanna", "going to want to"),
            ("colour organisation analysed dialogue four hour", "color organization analyzed dialog four hour"),
            ("travelled programme grey théâtre", "traveled program gray theater"),
            ("p.m. U.S. e.g.", "pm us eg"),
            ("Lind's dogs'", "lind 's dogs"),
            ("um, er, well", "well"),
            ("& %", "and percent"),
            ("cats (Laughter.) [sic] dogs", "cats dogs"),
        ],
    )
    def test_words(self, text: str, expected: str) -> None:
        """Spelling, case, contractions and notes make no difference."""
        assert expected.replace("four hour", "#4 hour").split() == read_words(text).keys

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("5 five", ["#5", "#5"]),
            ("5,000 five thousand 5k", ["#5000", "#5000", "#5000"]),
            ("two hundred and six, seven", ["#206", "#7"]),
            ("nineteen ninety-nine", ["#1999"]),
            ("twenty twenty", ["#2020"]),
            ("1st first twenty-first 21st", ["#1th", "#1th", "#21th", "#21th"]),
            ("1990s '90s nineties", ["#90s", "#90s", "#90s"]),
            ("$5 million", ["#5000000 dollar"]),
            ("five million dollars", ["#5000000 dollar"]),
            ("two point five million", ["#2500000"]),
            ("two and a half million", ["#2500000"]),
            ("a dozen", ["#12"]),
            ("a man", ["a", "man"]),
            ("one lakh", ["#100000"]),
            ("1,00,000", ["#100000"]),
            ("9" * 30, ["#" + "9" * 30]),
            ("2.50 2.5", ["#2.5", "#2.5"]),
            ("nineteen point two five", ["#19.25"]),
            ("at this point five", ["at", "this", "point", "#5"]),
            ("100 10", ["#100", "#10"]),
        ],
    )
    def test_numbers(self, text: str, expected: list[str]) -> None:
        """Numbers in figures and in words are the same."""
        assert expected == read_words(text).keys

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("3 February; February 3rd; the third of February", ["#3 february"] * 3),
            ("Sept. 9, 1 Jan 2021", ["#9 september", "#1 january", "#2021"]),
            ("May 3; we may 3", ["#3 may", "we", "may", "#3"]),
            ("August 32", ["august", "#32"]),
            ("Since March. Five left.", ["since", "march", "#5", "left"]),
            ("the third man, the", ["the", "#3th", "man", "the"]),
        ],
    )
    def test_days(self, text: str, expected: list[str]) -> None:
        """A day of the year is one word, whatever its order."""
        assert expected == read_words(text).keys

    @pytest.mark.parametrize(
        "text",
        [
            "[00:01:02] He ran",
            "[1:02] He ran",
            "1\n00:00:01,000 --> 00:00:04,500\nHe ran",
            "\n01:02:03 He ran",
            "He (gestures) ran",
        ],
    )
    def test_notes(self, text: str) -> None:
        """What transcribers note is no word."""
        assert ["he", "ran"] == read_words(text).keys

    def test_times(self) -> None:
        """A time that somebody says is a number."""
        assert ["in", "#2", "#4", "#39"] == read_words("in 2:04:39").keys


class TestMarks:
    """Ellipses and brackets."""

    def test_gaps(self) -> None:
        """The words before which an ellipsis stands are known."""
        assert {0, 1, 2} == read_words("… we . . . go [...]").gaps

    def test_brackets(self) -> None:
        """Words between brackets, and with brackets inside, are known."""
        assert {1, 2, 3} == read_words("he [the man] want[ed] it").bracketed


class TestOffsets:
    """Where the words stand."""

    @given(texts())
    def test_order(self, text: str) -> None:
        """Words stand one behind the other."""
        words = read_words(text)

        assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))
        assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
