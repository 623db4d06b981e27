"""Results: validation, and writing and reading them."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from quotekit.errors import RecordError
from quotekit.records import TextSpan
from quotekit.verify import Edit, EditKind, SourceSpan, Verdict, Verification, verify
from tests.strategies import texts

SPAN = TextSpan(0, 3, "She")
THERE = SourceSpan(0, 3, "She", source="s")


class TestVerification:
    """Verification."""

    @given(texts(), texts())
    def test_round_trip(self, quotation: str, source: str) -> None:
        """A result is read as it was written."""
        result = verify(quotation, {"s": source})

        assert result == Verification.from_dict(result.to_dict())
        assert result == Verification.from_json(result.to_json())
        assert 1 == len(result.to_json().splitlines())

    @pytest.mark.parametrize(
        "values",
        [
            ((SPAN,), Verdict.NOT_FOUND, 2.0),
            ((SPAN,), Verdict.VERBATIM, 1.0),
        ],
        ids=["score", "passages"],
    )
    def test_invalid(self, values: tuple[Any, ...]) -> None:
        """A result that contradicts itself cannot be made."""
        with pytest.raises(RecordError):
            Verification(*values)

    @pytest.mark.parametrize("line", ["", "[]", "{}", '{"quotation": 5}', "[" * 100_000])
    def test_invalid_line(self, line: str) -> None:
        """What is not a result cannot be read as one."""
        with pytest.raises(RecordError):
            Verification.from_json(line)

    def test_frozen(self) -> None:
        """A result cannot be changed."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            verify("a", "a").score = 0.5  # type: ignore[misc]


class TestEdit:
    """Edit."""

    @pytest.mark.parametrize(
        ("kind", "ours", "theirs"),
        [
            (EditKind.SAME, SPAN, None),
            (EditKind.ADDED, SPAN, THERE),
            (EditKind.OMITTED, SPAN, THERE),
            (EditKind.REPLACED, None, THERE),
            (EditKind.NOTE, None, None),
        ],
    )
    def test_sides(self, kind: EditKind, ours: TextSpan | None, theirs: SourceSpan | None) -> None:
        """An edit has the sides that its kind has."""
        with pytest.raises(RecordError):
            Edit(kind, ours, theirs)
