"""Tests of choosing among phrases that overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotekit.provenance.overlaps import without_overlap
from quotekit.records import TextSpan

_SPANS = st.builds(lambda start, size: TextSpan(start, start + size, "x" * size), st.integers(0, 30), st.integers(1, 9))


def test_first_and_longest_are_kept() -> None:
    """Of phrases that overlap the first is kept, and of those that start together the longest."""
    hour, reef, reef_hour, news = (
        TextSpan(5, 9, "Hour"),
        TextSpan(0, 4, "Reef"),
        TextSpan(0, 9, "Reef Hour"),
        TextSpan(9, 13, "News"),
    )
    assert [reef_hour, news] == without_overlap([hour, news, reef, reef_hour])


@given(st.lists(_SPANS))
def test_no_two_overlap_and_none_is_lost_needlessly(spans: list[TextSpan]) -> None:
    """No two that are kept overlap, and all others overlap one that is kept."""
    kept = without_overlap(spans)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert all(any(a.start < b.end and b.start < a.end for b in kept) for a in spans)
