"""Statements whose verb is that of the statement before."""

from __future__ import annotations

import pytest

from quotekit.attributions.gapping import divide_gapped_statements
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

DIVIDED = {
    "a semicolon": (
        "{s Holm} {c called} it {t “full”}; Dray, “empty”.",
        "{s Holm} {c called} it {t “full”}; {s2 Dray}, {t2 “empty”}.",
    ),
    "a semicolon and a conjunction": (
        "{s Holm} {c called} it {t “full”}; but Dray “empty”.",
        "{s Holm} {c called} it {t “full”}; but {s2 Dray} {t2 “empty”}.",
    ),
    "and": (
        "{s Holm} {c called} it {t “full”} and Carl Dray, “empty”.",
        "{s Holm} {c called} it {t “full”} and {s2 Carl Dray}, {t2 “empty”}.",
    ),
    "in one content": (
        "{s Holm} {c called} it {t “full”, and Carl Dray, “empty”}.",
        "{s Holm} {c called} it {t “full”}, and {s2 Carl Dray}, {t2 “empty”}.",
    ),
    "three": (
        "{s One} {c called} it {t “full”; another, “empty”; the third, “half”}.",
        "{s One} {c called} it {t “full”}; {s2 another}, {t2 “empty”}; {s3 the third}, {t3 “half”}.",
    ),
    "that": (
        "{s One witness} {c said} {t that it was full; the second that it was empty}.",
        "{s One witness} {c said} {t that it was full}; {s2 the second} {t2 that it was empty}.",
    ),
    "that, twice": (
        "{s One} {c said} {t it was full}; the first that it was empty; the last that it was shut.",
        "{s One} {c said} {t it was full}; {s2 the first} {t2 that it was empty}; {s3 the last} {t3 that it was shut}.",
    ),
    "a description": (
        "{s Holm} {c called} it {t “full”}; a member of the board, “empty”.",
        "{s Holm} {c called} it {t “full”}; {s2 a member of the board}, {t2 “empty”}.",
    ),
}
LEFT = {
    "nothing follows": "{s Holm} {c called} it {t “full”}; it was empty.",
    "no source": "{c Called} {t “full”}; Dray, “empty”.",
    "no cue": "{s Holm}: {t “full”}; Dray, “empty”.",
    "content first": "{t “Full”}, {s Holm} {c called} it; Dray, “empty”.",
    "source behind": "{c Said} {s Holm}: {t “full”}; Dray, “empty”.",
    "two pieces": "{s Holm} {c called} it {t “full”} and {t “shut”}; Dray, “empty”.",
    "no comma after and": "{s Holm} {c called} it {t “full”} and Dray “empty”.",
    "a clause": "{s Holm} {c called} it {t “full”}; Dray saw it, “empty”.",
    "no semicolon before that": "{s One} {c said} {t it was full} and the second that it was empty.",
    "an open quotation": "{s Holm} {c called} it {t “full”}; Dray, “empty.",
    "a thing": "{s Holm} {c called} it {t “full”}; yesterday, “empty”.",
    "claimed": "{s Holm} {c called} it {t “full”}; {s2 Dray}, {t2 “empty”}, {c2 said}.",
}


class TestDivideGappedStatements:
    """divide_gapped_statements()."""

    @pytest.mark.parametrize(("markup", "expected"), DIVIDED.values(), ids=DIVIDED)
    def test_divided(self, markup: str, expected: str) -> None:
        """A quotation or a clause after another speaker is a statement without a cue."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(divide_gapped_statements, markup))

    @pytest.mark.parametrize("markup", LEFT.values(), ids=LEFT)
    def test_left(self, markup: str) -> None:
        """Other drafts stay as they are."""
        assert drafts_of(parse(markup)) == ruled(divide_gapped_statements, markup)
