"""Whether an outlet can carry a statement of its sentence."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.outlets import find_outlets
from quotekit.provenance.carriers import find_carriers
from quotekit.provenance.fit import can_carry
from quotekit.provenance.statements import locate_statements
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts


def fits(marked: str) -> bool:
    """Whether the only carrier of a text can carry its only statement."""
    text, attributions = parse_marked(marked)
    index = TextIndex(text)
    mentions = find_mentions(index)
    [carrier] = find_carriers(index, find_outlets(index, mentions), mentions)
    [statement] = locate_statements(index, resolved_drafts(attributions))
    return can_carry(index, carrier, statement)


class TestCanCarry:
    """can_carry()."""

    @pytest.mark.parametrize(
        "marked",
        [
            "{s Holm} {c told} CNN {t it is late}.",
            "{s A transcript published by CNN} {c shows} {t it is late}.",
            "Kyodo wrote, {c citing} {s an official}, {t that it is late}.",
            "{s Holm} {c told} aides {t it is late}, CNN reported on Monday.",
            "CNN reported that {s Holm} {c had told} aides {t it is late}.",
            "{s Ida Holm at CNN} {c agreed} {t it is late}.",
            "In her memoir “Deep Water,” {s Holm} {c writes} {t it is late}.",
            "{s Holm} {c writes} in her memoir “Deep Water” {t that it is late}.",
        ],
        ids=["telling", "published", "citing", "before a report", "after a report", "at", "opening work", "work"],
    )
    def test_fits(self, marked: str) -> None:
        """A carrier takes a statement of its kind in a place that fits."""
        assert fits(marked)

    @pytest.mark.parametrize(
        "marked",
        [
            "{s Holm} {c said} {t she told CNN nothing}.",
            "{t It is late}, {c as reported by} {s as reported by CNN}.",
            "Kyodo wrote a letter, citing Dray, and {s Holm} {c said} {t no}.",
            "{s Holm} {c said} {t it is six}, CNN reported it to her and left.",
            "Ida Holm at CNN met {s Dray}, who {c said} {t it is late}.",
            "With her book “Deep Water,” {s Holm} {c backed} {t the dam}.",
        ],
        ids=["in the content", "its own source", "citing another", "report goes on", "at another", "with a book"],
    )
    def test_does_not_fit(self, marked: str) -> None:
        """It takes no statement that it is a part of, or that is not what it is about."""
        assert not fits(marked)
