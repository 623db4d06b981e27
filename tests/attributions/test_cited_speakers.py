"""Cited speakers, and their statements."""

from __future__ import annotations

import pytest

from quotekit.attributions.cited_speakers import separate_cited_speakers, separate_cited_statements
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

SPEAKERS = {
    "in the content": (
        "{s Kyodo} {c quoted} {t a ministry source as saying that the dam is shut}.",
        "Kyodo {c quoted} {s a ministry source} {c as saying} {t that the dam is shut}.",
    ),
    "a name": (
        "{s Kyodo} {c cited} {t Ida Holm as saying that the dam is shut}.",
        "Kyodo {c cited} {s Ida Holm} {c as saying} {t that the dam is shut}.",
    ),
}
NO_SPEAKERS = {
    "no outlet": "{s Holm} {c quoted} {t a ministry source as saying that the dam is shut}.",
    "nobody": "{s Kyodo} {c quoted} {t that the dam is shut}.",
    "another sentence": "{s Kyodo} {c quoted} {t it}. A source was seen as saying so.",
    "a thing": "{s Kyodo} {c quoted} {t the weather as saying that the dam is shut}.",
}
STATEMENTS = {
    "that": (
        "{s The Reef Times} reported, {c citing} {t a memo, that the dam is shut}.",
        "The Reef Times reported, {c citing} {s a memo}, {t that the dam is shut}.",
    ),
}
NO_STATEMENTS = {
    "no that": "{s The Reef Times} reported, {c citing} {t a memo, the dam is shut}.",
    "no outlet": "{s Holm} said, {c citing} {t a memo, that the dam is shut}.",
    "statement first": "{t The dam is shut, that is, dry}, {s the Reef Times} reported, {c citing} a memo.",
}


class TestSeparateCitedSpeakers:
    """separate_cited_speakers()."""

    @pytest.mark.parametrize(("markup", "expected"), SPEAKERS.values(), ids=SPEAKERS)
    def test_separated(self, markup: str, expected: str) -> None:
        """Whoever is quoted by an outlet is the source."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(separate_cited_speakers, markup))

    @pytest.mark.parametrize("markup", NO_SPEAKERS.values(), ids=NO_SPEAKERS)
    def test_left(self, markup: str) -> None:
        """Other drafts stay as they are."""
        assert drafts_of(parse(markup)) == ruled(separate_cited_speakers, markup)


class TestSeparateCitedStatements:
    """separate_cited_statements()."""

    @pytest.mark.parametrize(("markup", "expected"), STATEMENTS.values(), ids=STATEMENTS)
    def test_separated(self, markup: str, expected: str) -> None:
        """What is cited by an outlet is the source of the statement behind it."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(separate_cited_statements, markup))

    @pytest.mark.parametrize("markup", NO_STATEMENTS.values(), ids=NO_STATEMENTS)
    def test_left(self, markup: str) -> None:
        """Other drafts stay as they are."""
        assert drafts_of(parse(markup)) == ruled(separate_cited_statements, markup)
