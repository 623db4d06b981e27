"""Mentions themselves: what can be asked of one."""

from __future__ import annotations

import pytest

from quotekit.names import Mention, find_mentions, is_personal
from quotekit.names.mention import follows_the
from quotekit.names.name import Name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex


class TestIsPersonal:
    """is_personal()."""

    @pytest.mark.parametrize("kind", [None, *SpeakerKind])
    def test_kinds(self, kind: SpeakerKind | None) -> None:
        """People are personal, and so is what may be a person."""
        assert (kind in (None, SpeakerKind.PERSON)) is is_personal(kind)


class TestMention:
    """Mention."""

    def test_of_organization(self) -> None:
        """The name of an organization is as printed, without titles."""
        expected = Mention(4, 4, 16, Name.of_organization("Bank of Reef"), SpeakerKind.ORGANIZATION)

        assert expected == Mention.of_organization(TextIndex("The Bank of Reef met."), 4, 16)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("Ida Holm left.", True), ("Mr. Holm left.", False), ("Reef Trade Office", True), ("The WTO met.", False)],
    )
    def test_has_full_name(self, text: str, expected: bool) -> None:  # noqa: FBT001  # a value of the table
        """A person's full name has a given name, another's has more than one word."""
        (mention,) = find_mentions(TextIndex(text))

        assert expected is mention.has_full_name

    def test_shifted(self) -> None:
        """All offsets move, and nothing else changes."""
        name = Name("Holm", ("Mr.",), surname="Holm")

        assert Mention(7, 11, 15, name, None) == Mention(0, 4, 8, name, None).shifted(7)


class TestFollowsThe:
    """follows_the()."""

    @pytest.mark.parametrize(
        ("text", "at", "expected"),
        [("The Post", 4, True), ("on the Post", 7, True), ("Post", 0, False), ("a Post", 2, False)],
    )
    def test_article(self, text: str, at: int, expected: bool) -> None:  # noqa: FBT001  # a value of the table
        """The definite article counts, in lower case or capitalized."""
        assert expected is follows_the(TextIndex(text), at)
