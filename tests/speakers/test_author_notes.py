"""Notes below a text that say who wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.speakers.author_notes import find_author_notes
from quotekit.speakers.authors import Authors
from quotekit.speakers.referents import Author
from quotekit.text import TextIndex
from tests.strategies import texts

BODY = "The dam is old. I fear for it.\n\nNobody looks after it.\n\n"
NOTES = {
    "an engineer": ("Ida Holm is an engineer in Oslo.", ["Ida Holm"]),
    "an office": ("Carl Dray is the former mayor of Ashton.", ["Carl Dray"]),
    "without an article": ("Mia Lind is president of the Reef Fund.", ["Mia Lind"]),
    "an initial": ("Bo K. Ash is a professor of law.", ["Bo K. Ash"]),
    "an apposition": ("Ida Holm, a native of Oslo, is a member of the board.", ["Ida Holm"]),
    "two authors": ("Ida Holm is an engineer. Carl Dray is a lawyer.", ["Ida Holm", "Carl Dray"]),
    "another paragraph after it": ("Ida Holm is an engineer.\n\nWrite to us.", ["Ida Holm"]),
    "no role": ("Ida Holm is polling far behind.", []),
    "no name": ("The author is an engineer.", []),
    "in the middle of a paragraph": ("It leaks. Ida Holm is an engineer.", []),
}


class TestFindAuthorNotes:
    """find_author_notes."""

    @pytest.mark.parametrize(("note", "names"), NOTES.values(), ids=NOTES)
    def test_notes(self, note: str, names: list[str]) -> None:
        """A note begins with the name of somebody and says what they are."""
        index = TextIndex(BODY + note)

        assert names == [index.text[start:end] for start, end in find_author_notes(index)]

    def test_who_is_told_of(self) -> None:
        """Somebody whom the text tells of has not written it."""
        index = TextIndex("Holm fears for the dam.\n\nIda Holm is an engineer.")

        assert find_author_notes(index) == ()

    def test_far_above_the_end(self) -> None:
        """A note is one of the last paragraphs."""
        index = TextIndex(BODY + "Ida Holm is an engineer." + "\n\nIt rained." * 4)

        assert find_author_notes(index) == ()

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Names are inside the text, in order."""
        index = TextIndex(text)

        bounds = [at for name in find_author_notes(index) for at in name]

        assert bounds == sorted(bounds)
        assert all(0 <= at <= len(index.text) for at in bounds)


class TestAuthors:
    """Authors, by a note."""

    def test_note(self) -> None:
        """Without a byline, the note says who "I" is."""
        text = BODY + "Ida Holm is an engineer."

        assert Authors(TextIndex(text), []).find("i", 16) == (Author(("Ida Holm",)), ((len(BODY), len(BODY) + 8),))

    def test_known_author(self) -> None:
        """An author whom the caller knows comes before a note."""
        assert Authors(TextIndex(BODY + "Ida Holm is an engineer."), [], ["Bo Ash"]).find("i", 16) == (
            Author(("Bo Ash",)),
            (),
        )
