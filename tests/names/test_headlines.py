"""Lines capitalized like headlines, and the names in them."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.headlines import collect_names, find_headlines, find_lowercase_words, read_headline
from quotekit.text import TextIndex


class TestFindHeadlines:
    """find_headlines() and find_lowercase_words()."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("Holm Says Dam Will Not Break", True),
            ("Holm Says the Dam of Reef Will Not Break", True),
            ("Dam Rain Reef Mud", True),
            ("Reef Holm Bay Dray", False),
            ("Holm Says So", False),
            ("Holm says the dam will not break", False),
            ("But Chief Engineer Mr Ida Holm of the Dam Rain Service denied this.", False),
            ("Holm Says Dam Will Not Break " * 6, False),
        ],
        ids=["verb", "small words", "common words", "names", "few words", "sentence", "paragraph", "long"],
    )
    def test_lines(self, line: str, expected: bool) -> None:  # noqa: FBT001  # a value of the table
        """Nearly every word of a headline is capitalized, common ones too."""
        index = TextIndex(line + "\n\nThe dam held, and the rain, the mud fell.")
        found = list(find_headlines(index, find_lowercase_words(index)))

        assert ([(0, len(line))] if expected else []) == found

    def test_lowercase_words(self) -> None:
        """Words in lower case are collected without the marks after them."""
        assert {"left", "and"} == find_lowercase_words(TextIndex("Holm left, and Dray."))


class TestReadHeadline:
    """read_headline() and collect_names()."""

    @pytest.mark.parametrize(
        ("run", "expected"),
        [
            ("Holm Says Dam Will Not Break", ["Holm"]),
            ("Carl Holm Says Dam Will Not Break", ["Carl Holm"]),
            ("Carl Dray", ["Carl Dray"]),
            ("Reef Bank", ["Reef Bank"]),
            ("Mud Rises", []),
        ],
        ids=["known", "given name in front", "given name", "organization", "none"],
    )
    def test_names(self, run: str, expected: list[str]) -> None:
        """Names that the text knows are found, or else those with a given name and organizations'."""
        known = collect_names(find_mentions(TextIndex("Yesterday Ida Holm spoke at length.")))

        found = read_headline(TextIndex(run), 0, run, known)

        assert expected == [mention.name.text for mention in found]

    def test_offsets(self) -> None:
        """Offsets are those of the text."""
        (mention,) = read_headline(TextIndex("Now: Holm Says So"), 5, "Holm Says So", {("holm",): None})

        assert (5, 9) == (mention.start, mention.end)
