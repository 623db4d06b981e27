"""How far a passage of an outlet's words goes."""

from __future__ import annotations

import pytest

from quotekit.provenance.passages import Voices, opening_mark, passage_end
from quotekit.provenance.statements import locate_statements
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts


class TestPassageEnd:
    """passage_end()."""

    @pytest.mark.parametrize(
        ("marked", "expected"),
        [
            ("It rained.\n\nIt snowed.", 1),
            ("“It rained.”\n\n“It snowed.”", 1),
            ("“It rained.\n\n“It snowed.”\n\n“It hailed.”", 2),
            ("“Rain,” {s1 Holm} {c1 said}. {t1 “No.”}\n\n“Snow,” {s2 Dray} {c2 said}. {t2 “No.”}", 1),
            ("“Rain,” {s1 Holm} {c1 said}. {t1 “No.”}\n\n“Snow,” {s2 Holm} {c2 said}. {t2 “No.”}", 2),
            ("“It rained,” he said.", 1),
        ],
        ids=["without marks", "one quotation", "running quotation", "new voice", "same voice", "end of the text"],
    )
    def test_end(self, marked: str, expected: int) -> None:
        """It ends with its marks, with a paragraph without any, or before a new voice."""
        text, attributions = parse_marked(marked)
        index = TextIndex(text)
        voices = Voices(locate_statements(index, resolved_drafts(attributions)))

        assert expected == passage_end(index, 0, voices)


class TestVoices:
    """Voices."""

    def test_named(self) -> None:
        """Those who speak are counted where they are named and report."""
        text, attributions = parse_marked(
            "{s1 Holm} {c1 said} {t1 no}. {s2 She} {c2 wrote} {t2 so}. {s3 Dray} {c3 asked} {t3 why}."
        )
        index = TextIndex(text)
        voices = Voices(locate_statements(index, resolved_drafts(attributions)))

        assert ({"Holm"}, set()) == (voices.of(0), voices.of(1))
        assert [True, False] == [voices.are_heard(0, 0, 10), voices.are_heard(0, 10, len(text))]


class TestOpeningMark:
    """opening_mark()."""

    @pytest.mark.parametrize(
        ("text", "expected"), [("  “Yes", "“"), ("''Yes", "'"), ("``Yes", "``"), ("Yes", None)], ids=str
    )
    def test_mark(self, text: str, expected: str | None) -> None:
        """It is the mark after any space."""
        assert expected == opening_mark(TextIndex(text), 0)
