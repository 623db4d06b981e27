"""Names of outlets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotekit.english.outlet_names import find_outlet_names, is_outlet
from tests.strategies import texts

NAMES = {
    "known": ("She read the New York Times.", ["New York Times"]),
    "agency": ("Reuters asked Holm.", ["Reuters"]),
    "looks like one": ("Holm of Radio Norland left.", ["Radio Norland"]),
    "before the next sentence": ("He was on Radio Oslo. Ito left.", ["Radio Oslo"]),
    "abbreviation inside": ("He was on Radio St. Kilda.", ["Radio St. Kilda"]),
    "acronym at the end": ("Trending Today USA called.", ["Trending Today USA"]),
    "with the place of its edition": ("She wrote for Breitbart London.", ["Breitbart London"]),
    "blanks that do not break": ("She read the New\xa0York\xa0Times.", ["New\xa0York\xa0Times"]),
    "after a day": ("On Monday Reef Times staff left.", ["Reef Times"]),
    "common word with an article": ("She told The Post so.", ["Post"]),
    "common words": ("The nation slept. The post was late.", []),
    "day": ("Monday morning came.", []),
    "organization": ("White House aides left.", []),
    "part of another name": ("She sailed to Slate Island.", []),
}


class TestFindOutletNames:
    """find_outlet_names()."""

    @pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
    def test_names(self, text: str, expected: list[str]) -> None:
        """Outlets are known by the lists, or by a word that only they have, by the fullest name."""
        assert expected == [text[start:end] for start, end in find_outlet_names(text)]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, names are in it, in order and apart."""
        found = find_outlet_names(text)

        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))


class TestIsOutlet:
    """is_outlet()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [("the BBC", True), ("the paper", True), ("paper", False), ("CNN reporters", False), ("", False)],
    )
    def test_phrases(self, phrase: str, expected: bool) -> None:  # noqa: FBT001
        """Only a phrase that is nothing else is an outlet."""
        assert expected is is_outlet(phrase)
