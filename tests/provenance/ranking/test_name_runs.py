"""Runs of capitalized words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.provenance.ranking.name_runs import find_name_runs
from tests.strategies import texts, word_soups


def runs(text: str) -> list[str]:
    """Return the words of the runs."""
    return [text[start:end] for start, end in find_name_runs(text)]


class TestRuns:
    """What is a run."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She told Tidewrack so.", ["Tidewrack"]),
            ("She told Radio Taiga so.", ["Radio Taiga"]),
            ("She told KXRT-TV so.", ["KXRT-TV"]),
            ("She told Channel 5 News so.", ["Channel 5 News"]),
            ("She told 2GB Radio so.", ["2GB Radio"]),
            ("She told 98.5FM so.", ["98.5FM"]),
            ("She told Ñandú Éclat so.", ["Ñandú Éclat"]),
            ("She told U.S. Kelp & Coast Report so.", ["U.S. Kelp & Coast Report"]),
            ("nobody was there.", []),
            ("", []),
        ],
    )
    def test_capitals(self, text: str, expected: list[str]) -> None:
        """Words with capitals side by side are a run, with numbers and letters between them."""
        assert expected == [words for words in runs(text) if words != "She"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("But Radio Taiga closed.", ["Radio Taiga"]),
            ("In The Kelp Weekly it rained.", ["Kelp Weekly"]),
            ("The Kelp Weekly closed.", ["Kelp Weekly"]),
            ("The\u00a0Kelp Weekly closed.", ["Kelp Weekly"]),
            ("But. And it closed.", []),
        ],
    )
    def test_openers(self, text: str, expected: list[str]) -> None:
        """Function words at the beginning do not belong to a name, whatever space is after them."""
        assert expected == runs(text)

    @pytest.mark.parametrize("ending", ["’s", "'s", "’", "'", "."])
    def test_endings(self, ending: str) -> None:
        """A possessive and a full stop at the end do not belong to a name."""
        assert ["Radio Taiga"] == runs(f"it was Radio Taiga{ending} show")

    def test_one_letter(self) -> None:
        """A single letter is no name."""
        assert [] == runs("it was I who did")

    def test_long(self) -> None:
        """What is longer than names of outlets is none."""
        assert [] == runs("it was " + " ".join(["Tidewrackers"] * 8))


class TestParts:
    """Parts that function words join."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("he told Taiga and Kelp", ["Taiga and Kelp", "Taiga", "Kelp"]),
            ("he told Voice of the Coast", ["Voice of the Coast", "Voice", "Coast"]),
            ("on Mornings with Ida Holm", ["Mornings with Ida Holm", "Mornings", "Ida Holm"]),
            ("on Dawn of Day with Ida Holm", ["Dawn of Day with Ida Holm", "Dawn", "Day", "Ida Holm"]),
            ("he told Taiga & Kelp", ["Taiga & Kelp"]),
        ],
    )
    def test_joined(self, text: str, expected: list[str]) -> None:
        """A run and each part of it may be a name."""
        assert expected == runs(text)


@given(texts() | word_soups() | st.text("Aa1’'.-& \nFM", max_size=80))
def test_any_text(text: str) -> None:
    """In any text the bounds are those of words in it, in order, each once."""
    found = list(find_name_runs(text))

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(found, key=lambda bounds: (bounds[0], -bounds[1]))
    assert len(found) == len({*found})
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
