"""
Nesting: attributions inside the content of others.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from quotekit.attributions.draft import Draft
from quotekit.attributions.parents import set_parents
from quotekit.records import Article
from tests.helpers import parse_marked
from tests.strategies import articles

NESTED = {
    "said had claimed": ("{s1 Holm} {c1 said} {t1 {s2 Dray} {c2 had claimed} {t2 the dam would hold}}.", [None, 0]),
    "inside a quotation": ("{t1 “{s2 An aide} {c2 told} me {t2 it would hold},”} {s1 Holm} {c1 said}.", [None, 0]),
    "three deep": (
        "{s1 Holm} {c1 said} {t1 {s2 Dray} {c2 told} her {t2 {s3 engineers} {c3 feared} {t3 a flood}}}.",
        [None, 0, 1],
    ),
    "relayed by an outlet": ("{c1 According to} {s1 the Times}, {t1 {s2 aides} {c2 fear} {t2 a flood}}.", [None, 0]),
    "as reported by": ("{t1 {t2 The dam holds}, {s2 Holm} {c2 said}}, {c1 as reported by} {s1 CNN}.", [None, 0]),
    "inner without a source": ("{s1 Holm} {c1 said} {t1 the dam {c2 reportedly} {t2 held}}.", [None, 0]),
    "two inside one": (
        "{s1 Holm} {c1 said} {t1 {s2 Dray} {c2 hoped} {t2 so} but {s3 Lind} {c3 feared} {t3 not}}.",
        [None, 0, 0],
    ),
    "inner in both pieces": (
        "{t1 {s2 Dray},} {s1 Holm} {c1 said}, {t1 {c2 believes} {t2 the dam will hold}}.",
        [None, 0],
    ),
    "second piece": ("{t1 “It is old,”} {s1 Holm} {c1 said}. {t1 “{s2 Dray} {c2 denies} {t2 it}.”}", [None, 0]),
}

APART = {
    "side by side": "{s1 Holm} {c1 said} {t1 it would hold}, and {s2 Dray} {c2 said} {t2 it would not}.",
    "source outside": "{s1 Holm} {c1 said} {t1 it would hold}, {c2 denying} {t2 that it was old}.",
    "the same source": "{s1 Holm} {c1 told} her {t1 it would hold}; {c2 adding}{t2  that it was new}.",
    "content outside": "{s1 Holm} {c1 said} {t1 {s2 Dray} {c2 spoke}}: {t2 It will hold.}",
    "cue outside": "{t1 It will hold, {s2 Dray}} {s1 Holm} {c1 said}; {t2 and} {c2 hoped}.",
}


def parse(marked: str) -> list[Draft]:
    """Return drafts of the attributions that a text marks."""
    return [Draft(one.content, one.cue, one.source) for one in parse_marked(marked)[1]]


def parents_of(drafts: list[Draft]) -> list[int | None]:
    """Return the parents that the drafts get."""
    return [draft.parent for draft in set_parents(drafts)]


class TestSetParents:
    """set_parents()."""

    @pytest.mark.parametrize(("marked", "expected"), NESTED.values(), ids=NESTED)
    def test_nested(self, marked: str, expected: list[int | None]) -> None:
        """An attribution's parent is the nearest one in whose content all of it stands; both are reported."""
        assert expected == parents_of(parse(marked))

    @pytest.mark.parametrize("marked", APART.values(), ids=APART)
    def test_apart(self, marked: str) -> None:
        """Attributions that stand beside each other, or only in part inside, have no parents."""
        assert [None, None] == parents_of(parse(marked))

    def test_order(self) -> None:
        """It does not matter in which order the attributions come."""
        attributions = parse(NESTED["three deep"][0])

        assert [1, 2, None] == parents_of(attributions[::-1])

    def test_equal(self) -> None:
        """Of two that have the same words in the same parts neither is the other's parent."""
        attributions = parse("{t1 It will hold}.")

        assert [None, None] == parents_of(attributions * 2)

    def test_set_before(self) -> None:
        """A parent that was set before is replaced; nothing else of a draft changes."""
        drafts = parse(NESTED["three deep"][0])
        wrong = [attrs.evolve(draft, parent=2) for draft in drafts]

        assert set_parents(drafts) == set_parents(wrong)
        assert drafts == [attrs.evolve(draft, parent=None) for draft in set_parents(drafts)]

    def test_none(self) -> None:
        """Without attributions there are no parents."""
        assert [] == parents_of([])

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Whatever the attributions, a child stands in its parent's content and none is its own ancestor."""
        attributions = [Draft(one.content, one.cue, one.source) for one in article.attributions]
        parents = parents_of(attributions)
        held = [(attributions[i], attributions[k]) for i, k in enumerate(parents) if k is not None]

        assert len(attributions) == len(parents)
        for child, parent in held:
            bounds = [(piece.start, piece.end) for piece in parent.content]
            pieces = [piece for part in (child.content, child.cue, child.source) for piece in part]
            assert all(any(start <= p.start and p.end <= end for start, end in bounds) for p in pieces)
        for i in range(len(parents)):
            seen, at = set(), parents[i]
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = parents[at]
            assert i not in seen
