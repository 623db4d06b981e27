"""Captions, and the credits in them."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.metadata import find_captions
from quotekit.metadata.captions import read_picture_credits
from quotekit.text import TextIndex
from tests.strategies import texts

CAPTIONS = {
    "label": "Photo: Jane Roe/Reuters",
    "label by": "Photos by Jane Roe",
    "courtesy": "Image courtesy of the Reef Museum",
    "file photo": "File photo credit: Jane Roe",
    "image caption": "Image caption Ida Holm in Oslo",
    "copyright": "Image copyright Getty Images",
    "pictured": "Pictured left: Ida Holm",
    "file": "FILE - Ida Holm in Oslo, May 3, 2021.",
    "files": "(FILES) Ida Holm in Oslo, May 3, 2021.",
    "parentheses": "Ida Holm in Oslo. (AP Photo/Jane Roe, File)",
    "photographer and agency": "Ida Holm in Oslo. Jane Roe via Getty Images",
    "bar": "Ida Holm in Oslo | Getty Images",
    "initial": "Ida Holm in Oslo. Photo: J. Roe",
    "credit": "Credit: Jane Roe",
}

NO_CAPTIONS = {
    "prose": "It rained, Holm said.",
    "writer": "It rained. (Jane Roe)",
    "agency": "It rained. (Reuters)",
    "picture in a sentence": "Picture this: a dam bursts.",
    "long line": "Photo: " + "a" * 500,
    "blanks": "!" + " " * 98 + "!",
}

CREDITS = {
    "nobody": ("Image caption Ida Holm in Oslo", []),
    "photographer": ("Photo: Jane Roe", ["Jane Roe"]),
    "agency's photographer": ("Holm. (AP Photo/Jane Roe, File)", ["AP", "Jane Roe"]),
    "several": ("Holm. (Jane Roe, Bo Dray and Jo Lind/AFP)", ["Jane Roe", "Bo Dray", "Jo Lind", "AFP"]),
    "via": ("Holm. Jane Roe via Getty Images", ["Jane Roe", "Getty Images"]),
    "handout": ("Holm. (Reef Museum/Handout via Reuters)", ["Reef Museum", "Reuters"]),
    "after a blank separator": ("FILE - /AFP", ["AFP"]),
}


class TestFindCaptions:
    """find_captions()."""

    @pytest.mark.parametrize("line", CAPTIONS.values(), ids=CAPTIONS)
    def test_captions(self, line: str) -> None:
        """The line of a caption is found, and no other."""
        text = f"It rained.\n\n{line}\n\nIt stopped."

        assert ((12, 12 + len(line)),) == find_captions(TextIndex(text))

    @pytest.mark.parametrize("line", NO_CAPTIONS.values(), ids=NO_CAPTIONS)
    def test_none(self, line: str) -> None:
        """Prose that only looks like it is not taken for a caption."""
        assert () == find_captions(TextIndex(f"It rained.\n\n{line}\n\nIt stopped."))

    def test_last_words(self) -> None:
        """Who is named after the last words of an article wrote them, and took no picture."""
        assert () == find_captions(TextIndex("It rained.\n\nIt stopped, Holm said. (Jane Roe/Reuters)"))

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, captions are whole lines of it, in text order."""
        found = find_captions(TextIndex(text))
        lines = [line for line in text.split("\n") if line]

        assert sorted(found) == list(found)
        assert all(text[start:end] in lines for start, end in found)


class TestReadPictureCredits:
    """read_picture_credits()."""

    @pytest.mark.parametrize(("line", "expected"), CREDITS.values(), ids=CREDITS)
    def test_names(self, line: str, expected: list[str]) -> None:
        """Photographers and picture agencies are credited where they stand, with the role of photographers."""
        index = TextIndex(f"It rained.\n\n{line}\n\nIt stopped.")
        found = list(read_picture_credits(index, find_captions(index)))

        assert expected == [credit.name for credit in found]
        assert expected == [index.text[credit.start : credit.end] for credit in found]
        assert {"photo"} >= {credit.role for credit in found}
