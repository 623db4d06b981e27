"""Titles in lower case in front of a name."""

from __future__ import annotations

import pytest

from quotekit.names.leading_titles import find_title_start, with_leading_title
from quotekit.names.mention import Mention
from quotekit.names.name import Name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex


class TestFindTitleStart:
    """find_title_start()."""

    @pytest.mark.parametrize(
        ("before", "expected"),
        [
            ("The palace ", ""),
            ("The palace press secretary ", "press secretary "),
            ("Then former secretary of state ", "former secretary of state "),
            ("It was Mr. ", ""),
            ("The secretary, ", ""),
            ("", ""),
            (" ", ""),
        ],
    )
    def test_titles(self, before: str, expected: str) -> None:
        """A title begins with its first modifier, and ends right before the name."""
        at = find_title_start(TextIndex(before + "Ida Holm"), len(before), has_title=False)

        assert expected == before[at:]

    def test_before_title(self) -> None:
        """A title may begin before its capitalized words."""
        assert 7 == find_title_start(TextIndex("It was panel Chairman Dray"), 13, has_title=True)


class TestWithLeadingTitle:
    """with_leading_title()."""

    def test_person(self) -> None:
        """A person's mention begins with the title."""
        mention = Mention(19, 19, 27, Name("Ida Holm", given=("Ida",), surname="Holm"), SpeakerKind.PERSON)
        expected = Mention(
            7, 19, 27, Name("Ida Holm", ("spokeswoman",), given=("Ida",), surname="Holm"), SpeakerKind.PERSON
        )

        assert expected == with_leading_title(TextIndex("It was spokeswoman Ida Holm."), mention)

    def test_organization(self) -> None:
        """An organization has no titles."""
        index = TextIndex("It was spokeswoman Reef Bank.")
        mention = Mention.of_organization(index, 19, 28)

        assert mention == with_leading_title(index, mention)
