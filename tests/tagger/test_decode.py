"""Scores to attributions, their confidence, and which of them are kept."""

from __future__ import annotations

import math
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from quotekit.tagger import decode as decode_module
from quotekit.tagger.decode import (
    MOST_SEGMENTS,
    ROLES,
    Evidence,
    TaggedAttribution,
    _are_duplicates,
    confidence,
    decode,
    drop_duplicates,
)
from quotekit.tagger.segments import Segments, log_probabilities

Scores = NDArray[np.float32]


class TestConfidence:
    """confidence()."""

    @pytest.mark.parametrize(
        ("evidence", "weights", "expected"),
        [((), (0.0,), 0.5), ((0.0, 0.0), (3.0, 4.0, 0.0), 0.5), ((1.0, -1.0), (2.0, 2.0, math.log(3)), 0.75)],
        ids=["nothing", "even", "constant"],
    )
    def test_value(self, evidence: tuple[float, ...], weights: tuple[float, ...], expected: float) -> None:
        """It is the logistic function of the weighted sum."""
        assert expected == pytest.approx(confidence(evidence, weights))

    @given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=2))
    def test_is_a_probability(self, evidence: list[float]) -> None:
        """Any scores give a number between 0 and 1, and a higher score never a lower confidence."""
        found = confidence(evidence, (1.0, 1.0, 0.0))

        assert 0 < found <= 1
        assert found <= confidence([evidence[0] + 1, evidence[1]], (1.0, 1.0, 0.0))


def role_scores(words: int, *anchors: tuple[Segments, Segments, Segments]) -> Scores:
    """Return unambiguous scores for cue, content and source of each anchor."""
    scores = np.full((len(anchors), words, len(ROLES), 3), -5, np.float32)
    for row, roles in enumerate(anchors):
        for role, segments in enumerate(roles):
            for start, end in segments:
                scores[row, start:end, role, 0] = 5
                scores[row, start, role, 1] = 5
                scores[row, end - 1, role, 2] = 5
    return scores


def decoded(words: int, *anchors: tuple[Segments, Segments, Segments]) -> list[TaggedAttribution]:
    """Return what is decoded from such scores; each anchor is its cue's first word."""
    places = np.array([cue[0][0] for cue, _, _ in anchors], np.int64)
    sure = np.full(len(anchors), 3, np.float32)
    return decode(places, sure, role_scores(words, *anchors))


def parts(found: list[TaggedAttribution]) -> list[tuple[int, Segments, Segments, Segments]]:
    """Return anchor and segments, without the evidence."""
    return [(f.anchor, f.cue, f.content, f.source) for f in found]


class TestDecode:
    """decode()."""

    def test_no_anchor(self) -> None:
        """A window without an anchor has no attribution."""
        assert [] == decode(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros((0, 9, 3, 3), np.float32))

    def test_roles(self) -> None:
        """Every anchor has its own segments; words are counted from the window's first one."""
        first = (((2, 3),), ((3, 6), (8, 9)), ((0, 2),))
        second = (((11, 12),), ((13, 15),), ())

        assert [(2, *first), (11, *second)] == parts(decoded(16, first, second))

    def test_evidence(self) -> None:
        """The evidence is the anchor's score and the log probability of each role; marks have not been looked at."""
        (found,) = decoded(9, (((2, 3),), ((3, 6),), ()))
        scores = role_scores(9, (((2, 3),), ((3, 6),), ()))
        segments = (found.cue, found.content, found.source)
        expected = [log_probabilities(scores[:, :, r], [segments[r]], MOST_SEGMENTS[r])[0] for r in range(len(ROLES))]

        assert [3, *expected, 0] == pytest.approx(list(found.evidence))

    def test_no_content(self) -> None:
        """An anchor without content is no attribution."""
        assert [] == decoded(9, (((2, 3),), (), ((0, 2),)))

    def test_rivals(self) -> None:
        """Words in the contents of two anchors go to the one that loses more without them."""
        scores = role_scores(12, (((1, 2),), ((2, 7),), ()), (((8, 9),), ((5, 8),), ()))
        scores[1, 5:7, ROLES.index("content"), 0] = 1
        found = decode(np.array([1, 8]), np.array([3, 3], np.float32), scores)

        assert [((2, 7),), ((7, 8),)] == [f.content for f in found]

    def test_unlikely_rival(self) -> None:
        """An unlikely anchor takes no words from another."""
        scores = role_scores(12, (((1, 2),), ((2, 7),), ()), (((8, 9),), ((5, 8),), ()))
        found = decode(np.array([1, 8]), np.array([3, -3], np.float32), scores)

        assert [((2, 7),), ((5, 8),)] == [f.content for f in found]

    def test_nested(self) -> None:
        """An attribution inside another's content shares its words."""
        outer = (((1, 2),), ((2, 10),), ((0, 1),))
        inner = (((4, 5),), ((5, 10),), ((3, 4),))

        assert [(1, *outer), (4, *inner)] == parts(decoded(11, outer, inner))

    def test_scores_are_left_alone(self) -> None:
        """The caller's scores are the same afterwards."""
        scores = role_scores(12, (((1, 2),), ((2, 7),), ()), (((8, 9),), ((5, 8),), ()))
        before = scores.copy()
        decode(np.array([1, 8]), np.array([3, 3], np.float32), scores)

        assert np.array_equal(before, scores)


def tagged(
    confidence: float, cue: Segments, content: Segments, source: Segments = (), anchor: int | None = None
) -> TaggedAttribution:
    """Return an attribution; the default anchor is the first word of its cue, or else of its content."""
    first = (cue or content)[0][0] if anchor is None else anchor
    return TaggedAttribution(first, (), cue, content, source, confidence)


SURE = tagged(0.9, ((5, 6),), ((6, 12),))


class TestMoved:
    """TaggedAttribution.moved()."""

    def test_moves_every_word(self) -> None:
        """Anchor and segments are moved; the evidence and the confidence are as before."""
        found = TaggedAttribution(2, Evidence(1.5), ((2, 3),), ((3, 6), (8, 9)), ((0, 2),), 0.75)
        expected = TaggedAttribution(102, Evidence(1.5), ((102, 103),), ((103, 106), (108, 109)), ((100, 102),), 0.75)

        assert expected == found.moved(100)


class TestDropDuplicates:
    """drop_duplicates()."""

    def test_nothing(self) -> None:
        """Without attributions there is nothing to keep."""
        assert [] == drop_duplicates([])

    def test_keeps_what_does_not_meet(self) -> None:
        """Attributions far from each other are all kept, however unlikely."""
        found = [tagged(0.3, ((1, 2),), ((2, 4),)), tagged(0.5, ((11, 12),), ((12, 14),))]

        assert found == drop_duplicates(found)

    @pytest.mark.parametrize(
        "rival",
        [
            tagged(0.8, ((5, 6),), ((20, 30),)),
            tagged(0.8, ((4, 6),), ((20, 30),), anchor=4),
            tagged(0.8, (), ((6, 12),)),
            tagged(0.8, ((13, 14),), ((6, 12),)),
            tagged(0.8, ((13, 14),), ((7, 12),)),
            tagged(0.8, ((13, 14),), ((6, 9), (10, 12))),
            tagged(0.8, ((13, 14),), ((6, 9),)),
        ],
        ids=["cue", "cue-in-part", "content-alone", "content", "content-mostly", "content-in-pieces", "content-half"],
    )
    def test_says_the_same(self, rival: TaggedAttribution) -> None:
        """Of two that share a word of the cue or most of the content, the more confident one is kept."""
        assert [SURE] == drop_duplicates([rival, SURE])
        assert [attrs.evolve(rival, confidence=0.95)] == drop_duplicates([SURE, attrs.evolve(rival, confidence=0.95)])

    @pytest.mark.parametrize(
        "other",
        [
            tagged(0.8, ((9, 10),), ((10, 12),), ((8, 9),)),
            tagged(0.8, ((7, 8),), ((8, 12),), ((6, 7),)),
            tagged(0.8, ((2, 3),), ((4, 30),)),
            tagged(0.8, ((13, 14),), ((6, 8),)),
            tagged(0.8, ((13, 14),), ((14, 20),), ((4, 5),)),
            tagged(0.8, ((13, 14),), ((11, 30),)),
            tagged(0.8, (), ((40, 45),)),
        ],
        ids=["nested", "nested-most", "outer", "small-part", "apart", "at-the-edge", "without-cue"],
    )
    def test_says_something_else(self, other: TaggedAttribution) -> None:
        """Attributions in another's content, and those that share little of it, are kept beside it."""
        assert sorted([SURE, other], key=lambda f: f.content) == drop_duplicates([SURE, other])

    def test_kept_only_by_those_kept(self) -> None:
        """A duplicate of an attribution that is not kept itself may be kept."""
        first = tagged(0.9, ((5, 6),), ((6, 12),))
        second = tagged(0.8, ((5, 7),), ((20, 30),))
        third = tagged(0.7, ((6, 7),), ((40, 45),))

        assert [first, third] == drop_duplicates([third, second, first])

    def test_equally_likely(self) -> None:
        """Of two equally confident ones the first in the text is kept, in whatever order they come."""
        first = tagged(0.9, ((4, 6),), ((6, 12),))
        second = tagged(0.9, ((5, 6),), ((6, 12),))

        assert [first] == drop_duplicates([second, first]) == drop_duplicates([first, second])

    def test_order(self) -> None:
        """Those kept are in the order of their content."""
        found = [tagged(0.5 + i / 100, ((9 * i, 9 * i + 1),), ((9 * i + 1, 9 * i + 5),)) for i in (3, 0, 2, 1)]

        assert sorted(found, key=lambda f: f.content) == drop_duplicates(found)

    def test_far_apart(self) -> None:
        """Every attribution of a long text is compared with those near it."""
        found = [tagged(0.9, ((i, i + 1),), ((i + 1, i + 3),)) for i in range(0, 6000, 5)]
        again = [attrs.evolve(f, confidence=0.8) for f in found]

        assert found == drop_duplicates([*again, *found])

    @pytest.mark.parametrize("apart", [1, 100, 511, 512])
    @pytest.mark.parametrize("at", [100, 511, 512, 1023, 1024])
    def test_meet_anywhere(self, at: int, apart: int) -> None:
        """Duplicates are found wherever in a text they are, up to a window's length apart."""
        first = tagged(0.9, ((at, at + 1),), ((at + 1, at + apart + 9),))
        second = tagged(0.8, ((at + apart, at + apart + 1),), ((at + 1, at + apart),))
        same = tagged(0.7, (), ((at + 1, at + apart + 8),), anchor=at + apart)

        assert [first] == drop_duplicates([same, first])
        assert [first] == drop_duplicates([first, attrs.evolve(same, cue=first.cue)])
        assert sorted([first, second], key=lambda f: f.content) == drop_duplicates([second, first])

    def test_compares_neighbours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a text that is nothing but attributions, each is compared with a few others, however long the text is."""
        compared: list[bool] = []

        def compare(one: Any, other: Any) -> bool:
            compared.append(_are_duplicates(one, other))
            return compared[-1]

        monkeypatch.setattr(decode_module, "_are_duplicates", compare)
        found = [tagged(0.9, ((i, i + 1),), ((i + 1, i + 3),)) for i in range(0, 3_000, 3)]

        assert found == drop_duplicates(found)
        assert len(compared) <= 12 * len(found)
