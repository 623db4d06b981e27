"""Runs of capitalized words, and the names that they are split into."""

from __future__ import annotations

import pytest

from quotekit.names.capitalized_runs import is_no_name, run_pattern, split_run, words_of_run


class TestRunPattern:
    """run_pattern()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("then Ida Holm left", ["Ida Holm"]),
            ("saw Ursula van der Holm here", ["Ursula van der Holm"]),
            ("saw van der Holm here", ["van der Holm"]),
            ("saw Carl Dray, Jr., here", ["Carl Dray, Jr."]),
            ('saw Carl "Bo" Dray here', ['Carl "Bo" Dray']),
            ("saw Holm’s and O’Dell’s", ["Holm", "O’Dell"]),
            ("the Bank of the North and Holm/Dray", ["Bank of the North and Holm/Dray"]),
            ("read @Holm and #Holm and iHolm", []),
        ],
        ids=["words", "particles", "particle first", "suffix", "nickname", "possessives", "joints", "no words"],
    )
    def test_runs(self, text: str, expected: list[str]) -> None:
        """A run goes on over particles, nicknames and connectors, and not over marks and possessives."""
        assert expected == [found.group() for found in run_pattern().finditer(text)]


class TestSplitRun:
    """split_run() and words_of_run()."""

    @pytest.mark.parametrize(
        ("run", "expected"),
        [
            ("Secretary of State Ida Holm and the Bank of Reef", ["Ida Holm", "Bank of Reef"]),
            ("House Oversight and Reform Committee", ["House Oversight and Reform Committee"]),
            ("USA TODAY", ["USA TODAY"]),
            ("Free Malaysia Today", ["Free Malaysia Today"]),
            ("Holm Today", ["Holm"]),
            ("Ida Holm and Carl Dray", ["Ida Holm", "Carl Dray"]),
            ("Holm/Dray", ["Holm", "Dray"]),
            ("But Ida Holm", ["Ida Holm"]),
            ("Prime Minister", []),
        ],
    )
    def test_names(self, run: str, expected: list[str]) -> None:
        """Connectors hold an organization's name together, and separate people."""
        assert expected == [mention.name.text for mention in split_run(run)]

    def test_offsets(self) -> None:
        """Offsets count from the start of the run, titles included."""
        (mention,) = split_run("Sen. Ida Holm")

        assert (0, 5, 13) == (mention.start, mention.name_start, mention.end)

    def test_words(self) -> None:
        """A slash is a word, and offsets can count from elsewhere."""
        assert [("Holm", 3, 7), ("/", 7, 8), ("Dray", 8, 12)] == words_of_run("Holm/Dray", 3)


class TestIsNoName:
    """is_no_name()."""

    def test_words(self) -> None:
        """Function words and contractions are no names, whatever their case; WHO is one."""
        assert [True, True, False, False] == [is_no_name(word) for word in ("Who", "Don’t", "WHO", "Holm")]
