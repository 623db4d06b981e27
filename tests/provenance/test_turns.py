"""
Turns of a transcript.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.provenance.statements import Statement, locate_statements
from quotekit.provenance.turns import is_turn
from quotekit.text import TextIndex
from tests.helpers import outlet_names, parse_marked, resolved_drafts

PASSAGES = {
    "transcript": (
        (
            "On “Fox News Sunday,” {s1 Holm} {c1 said} {t1 it is late}.\n\n{s2 DRAY}{c2 :} {t2 Is it?}\n\n"
            "{s3 HOLM}{c3 :} {t3 Yes.}"
        ),
        [["Fox News Sunday"], ["Fox News Sunday"], ["Fox News Sunday"]],
    ),
    "outlet that asks": (
        (
            "{s1 REUTERS}{c1 :} {t1 Is it late?}\n\n{s2 HOLM}{c2 :} {t2 It is.}\n\n"
            "{s3 REUTERS}{c3 :} {t3 Why?}\n\n{s4 HOLM}{c4 :} {t4 Rain.}"
        ),
        [[], [], [], []],
    ),
    "turns without an occasion": (
        "{s1 DRAY}{c1 :} {t1 Is it late?}\n\n{s2 HOLM}{c2 :} {t2 It is.}",
        [[], []],
    ),
}


class TestTurns:
    """Turns in find_via()."""

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """Turns come by the outlet of the occasion before them, never by the outlet that asks."""
        assert expected == outlet_names(marked)


def statements(marked: str) -> tuple[Statement, ...]:
    """The statements of a marked text."""
    text, attributions = parse_marked(marked)
    return locate_statements(TextIndex(text), resolved_drafts(attributions))


class TestIsTurn:
    """is_turn()."""

    @pytest.mark.parametrize(
        ("marked", "expected"),
        [
            ("{s HOLM}{c :} {t Yes.}", True),
            ("{s HOLM} {c :} {t Yes.}", True),
            ("{s Holm} {c said} {t yes}.", False),
            ("{s Holm} left{c :} {t Yes.}", False),
            ("{c :} {t Yes.}", False),
        ],
        ids=["colon", "space", "verb", "words between", "no source"],
    )
    def test_colon(self, marked: str, expected: bool) -> None:  # noqa: FBT001
        """A turn has nothing but a colon behind its source."""
        [statement] = statements(marked)

        assert expected is is_turn(statement)
