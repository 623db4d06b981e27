"""Names with a possessive ending as sources."""

from __future__ import annotations

import pytest

from quotekit.attributions.possessive_sources import extend_possessive_sources
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

EXTENDED = {
    "with the cue behind": ("{s Moody}'s {c said} {t so}.", "{s Moody's} {c said} {t so}."),
    "in the cue": ("{s Moody}{c 's said} {t so}.", "{s Moody's} {c said} {t so}."),
}
LEFT = {
    "no ending": "{s Moody} {c said} {t so}.",
    "no name": "{s The man}'s {c plea} was {t so}.",
    "no source": "{c Said} {t so}.",
    "a possessive": "{s Ida Holm}'s {c plea} was {t so}.",
}


class TestExtendPossessiveSources:
    """extend_possessive_sources()."""

    @pytest.mark.parametrize(("markup", "expected"), EXTENDED.values(), ids=EXTENDED)
    def test_extended(self, markup: str, expected: str) -> None:
        """The ending is part of the source, and the cue begins behind it."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(extend_possessive_sources, markup))

    @pytest.mark.parametrize("markup", LEFT.values(), ids=LEFT)
    def test_left(self, markup: str) -> None:
        """Other sources stay as they are."""
        assert drafts_of(parse(markup)) == ruled(extend_possessive_sources, markup)
