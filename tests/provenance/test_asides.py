"""Asides: statements of another occasion."""

from __future__ import annotations

import pytest

from quotekit.provenance.asides import is_aside
from quotekit.provenance.statements import locate_statements
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts


class TestIsAside:
    """is_aside()."""

    @pytest.mark.parametrize(
        ("marked", "expected"),
        [
            ("{t It is late}, {s Holm} {c said} last year.", True),
            ("In 2015 {s Holm} {c said} {t it is late}.", True),
            ("{t It is late}, {s Holm} {c said} in a written statement.", True),
            ("{s Holm} {c told} reporters {t it is late}.", True),
            ("{s Holm} {c said} {t it was late last year}.", False),
            ("{s Holm} {c said} {t it is late}. She said so in a speech.", False),
        ],
        ids=["last year", "year", "statement", "reporters", "in the content", "next sentence"],
    )
    def test_words(self, marked: str, expected: bool) -> None:  # noqa: FBT001
        """The words of the sentence outside the content name another time or way of speaking."""
        text, attributions = parse_marked(marked)
        index = TextIndex(text)
        [statement] = locate_statements(index, resolved_drafts(attributions))

        assert expected is is_aside(index, statement)
