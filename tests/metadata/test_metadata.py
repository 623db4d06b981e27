"""All metadata of an article in one value."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given

from quotekit.metadata import (
    Metadata,
    captions,
    find_boilerplate,
    find_captions,
    find_openings,
    read_credits,
    read_dateline,
    read_metadata,
)
from quotekit.records import Credit, Dateline
from quotekit.text import TextIndex
from tests.strategies import texts


class TestReadMetadata:
    """read_metadata()."""

    def test_whole(self) -> None:
        """Credits, dateline, captions and boilerplate are read at once."""
        text = "By Ida Holm\n\nOSLO (AP) — It rained.\n\nPhoto: Jane Roe"
        expected = Metadata(
            credits=(
                Credit("Ida Holm", "byline", 3, 11),
                Credit("AP", "wire", 19, 21),
                Credit("Jane Roe", "photo", 44, 52),
            ),
            dateline=Dateline(None, "OSLO", 13, 17),
            captions=((37, 52),),
            boilerplate=((0, 11), (13, 25), (37, 52)),
            hidden=((13, 25),),
        )

        assert expected == read_metadata(TextIndex(text))

    def test_nothing(self) -> None:
        """A text without metadata has none."""
        assert Metadata() == read_metadata(TextIndex("It rained."))

    def test_captions_once(self) -> None:
        """Each line is examined for a caption once only."""
        with patch.object(captions, "_is_caption", wraps=captions._is_caption) as is_caption:
            read_metadata(TextIndex("It rained.\n\nPhoto: Jane Roe\n\nIt stopped."))

        assert 3 == is_caption.call_count

    @given(texts())
    def test_parts(self, text: str) -> None:
        """Whatever the text, the parts are what each reader finds by itself."""
        index = TextIndex(text)
        parts = read_credits(index), read_dateline(index), find_captions(index)
        openings = find_openings(index)
        boilerplate = find_boilerplate(index, credits=parts[0], dateline=parts[1], captions=parts[2], openings=openings)
        hidden = tuple((opening.start, opening.end) for opening in openings)

        assert Metadata(*parts, boilerplate, hidden) == read_metadata(index)
