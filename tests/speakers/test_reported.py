"""Reported contents by their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.records import Spans
from quotekit.speakers.reported import Holder, ReportedContents
from tests.strategies import spans, texts


class TestReportedContents:
    """ReportedContents."""

    TEXT = 'Ida Holm left. "It rains. It pours," she said.\n\nNobody spoke.'

    def reported(self) -> ReportedContents:
        """The contents of a text with a quotation and a part of it."""
        return ReportedContents([Spans.of(self.TEXT, [(15, 36)]), Spans.of(self.TEXT, [(26, 34)])])

    def test_reported(self) -> None:
        """Offsets are in somebody's content or not."""
        assert [False, True, True, False] == [self.reported().is_reported(at) for at in (14, 15, 35, 36)]

    def test_holders(self) -> None:
        """Attributions with a stretch in their content come with the innermost first."""
        assert [[Holder(1, 26), Holder(0, 15)], [Holder(0, 15)], []] == [
            self.reported().holders(*bounds) for bounds in ((27, 30), (16, 18), (0, 3))
        ]

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """The holders of an offset are the contents that have it."""
        text = data.draw(texts())
        contents = data.draw(st.lists(spans(text), max_size=4))
        reported = ReportedContents(contents)

        for at in range(len(text)):
            held = {i for i, content in enumerate(contents) if any(p.start <= at < p.end for p in content)}
            assert held == {holder.draft for holder in reported.holders(at, at + 1)}
            assert bool(held) == reported.is_reported(at)
