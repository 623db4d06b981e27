"""Where mentions and sources stand."""

from __future__ import annotations

import pytest

from quotekit.records import Spans
from quotekit.speakers import standings as standings_module
from quotekit.speakers.replies import Address, find_address
from quotekit.speakers.reported import ReportedContents
from quotekit.speakers.standings import Place, Standings, place_of
from quotekit.text import TextIndex

PLACES = {
    "subject": ("Holm left.", False, Place.SUBJECT),
    "subject after an adverb": ("Today, Holm left.", False, Place.SUBJECT),
    "subject of a second clause": ("It rained, and Holm left.", False, Place.SUBJECT),
    "after a speech verb": ("“So,” said Holm.", False, Place.SUBJECT),
    "subordinate": ("It rained when Holm left.", False, Place.SUBORDINATE),
    "subordinate source": ("It rained when Holm said so.", True, Place.SUBORDINATE_SOURCE),
    "possessive that opens": ("Holm's aim is clear.", False, Place.SUBORDINATE),
    "possessive": ("They praised Holm's aim.", False, Place.PHRASE_PART),
    "object": ("They praised Holm.", False, Place.OBJECT),
    "apposition": ("They met the owner, Holm.", False, Place.OBJECT),
    "behind a preposition": ("They went with Holm.", False, Place.PHRASE_PART),
    "source behind a preposition": ("That is according to Holm.", True, Place.SUBJECT),
}


class TestPlaceOf:
    """place_of()."""

    @pytest.mark.parametrize(("text", "is_source", "expected"), PLACES.values(), ids=PLACES)
    def test_place(self, text: str, is_source: bool, expected: Place) -> None:  # noqa: FBT001
        """The words around a name show its place in the sentence."""
        start = text.index("Holm")

        assert expected is place_of(TextIndex(text), start, start + 4, is_source=is_source)


class TestStandings:
    """Standings.of()."""

    TEXT = "It rained.\n\n“Then Holm's dam broke,” said Lind."

    def test_standing(self) -> None:
        """A standing says where a name is, and what is around it."""
        content = Spans.of(self.TEXT, [(12, self.TEXT.index(" said"))])
        standings = Standings(TextIndex(self.TEXT), ReportedContents([content]))
        holm, lind = self.TEXT.index("Holm"), self.TEXT.index("Lind")

        found = [standings.of(holm, holm + 4), standings.of(lind, lind + 4, is_source=True)]

        assert [(Place.PHRASE_PART, 1, 1, "then"), (Place.SUBJECT, 1, 1, "said")] == [
            (one.place, one.sentence, one.paragraph, one.word_before) for one in found
        ]
        assert [(True, True, True, False), (False, False, False, False)] == [
            (one.is_quoted, one.is_reported, one.is_possessive, one.opens_paragraph) for one in found
        ]

    def test_sources_stand_elsewhere(self) -> None:
        """A name that is a source has another place than the same name as a mention, whichever is asked for first."""
        text = "It broke when Lind said so."
        standings = Standings(TextIndex(text), ReportedContents(()))

        assert [Place.SUBORDINATE, Place.SUBORDINATE_SOURCE, Place.SUBORDINATE] == [
            standings.of(14, 18, is_source=is_source).place for is_source in (False, True, False)
        ]

    def test_forgets(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What has been forgotten is looked up again, with the same result."""
        index = TextIndex("It rained. Ida Holm left. Bo Ekman stayed.\n\nShe said so.")
        bounds = [(11, 19), (26, 34), (44, 47)]
        standings = Standings(index, ReportedContents(()))
        expected = [standings.of(*one) for one in bounds]
        monkeypatch.setattr("quotekit.speakers.standings._MOST_KNOWN", 2)

        forgetful = Standings(index, ReportedContents(()))
        assert [*expected, *expected] == [forgetful.of(*one) for one in (*bounds, *bounds)]


class TestAddress:
    """Standings.address()."""

    TEXT = "Holm warned Dray."

    def test_looks_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is between two names is read once, however many pronouns follow them."""
        read: list[tuple[int, tuple[int, int]]] = []

        def find(index: TextIndex, by_end: int, to: tuple[int, int]) -> Address | None:
            read.append((by_end, to))
            return find_address(index, by_end, to)

        monkeypatch.setattr(standings_module, "find_address", find)
        standings = Standings(TextIndex(self.TEXT), ReportedContents(()))

        assert [Address(is_asked=False, is_addressed=True)] * 3 == [standings.address(4, (12, 16)) for _ in range(3)]
        assert [None] * 3 == [standings.address(16, (12, 16)) for _ in range(3)]
        assert [(4, (12, 16)), (16, (12, 16))] == read
