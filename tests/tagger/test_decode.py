"""Scores to attributions: the best segments, how likely they are, and which attributions are kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from quotekit.tagger.decode import (
    MOST_SEGMENTS,
    ROLES,
    TaggedAttribution,
    best_segments,
    confidence,
    decode,
    log_chances,
    select,
)

Segments = tuple[tuple[int, int], ...]
Scores = NDArray[np.float32]


def all_sets(words: int, most: int, first: int = 0) -> Iterator[Segments]:
    """Every set of at most *most* segments of so many words, with a word at least between two of them."""
    yield ()
    if most:
        for start in range(first, words):
            for end in range(start + 1, words + 1):
                for rest in all_sets(words, most - 1, end + 1):
                    yield ((start, end), *rest)


def score(scores: Scores, segments: Segments) -> float:
    """The sum of the words inside, the beginnings and the ends, for one anchor."""
    return float(sum(scores[s:e, 0].sum() + scores[s, 1] + scores[e - 1, 2] for s, e in segments))


@st.composite
def scores_of_anchors(draw: st.DrawFn) -> Scores:
    """Scores of one role, whole numbers so that sums are exact, for one to three anchors and one to seven words."""
    count, words = draw(st.integers(1, 3)), draw(st.integers(1, 7))
    flat = draw(st.lists(st.integers(-4, 4), min_size=count * words * 3, max_size=count * words * 3))
    return np.array(flat, np.float32).reshape(count, words, 3)


class TestBestSegments:
    """best_segments()."""

    @pytest.mark.parametrize("most", [1, 2, 3])
    @given(scores=scores_of_anchors())
    def test_against_all_sets(self, scores: Scores, most: int) -> None:
        """No set of segments has a higher score, and the set found is one that may be found."""
        found = best_segments(scores, most)
        allowed = list(all_sets(scores.shape[1], most))

        assert len(scores) == len(found)
        assert [] == [segments for segments in found if segments not in allowed]
        assert [max(score(own, s) for s in allowed) for own in scores] == list(map(score, scores, found))

    def test_nothing_worth_it(self) -> None:
        """Where every segment has a score below zero there is none."""
        assert [()] == best_segments(np.full((1, 4, 3), -1, np.float32), most=3)

    def test_two_segments(self) -> None:
        """A stretch of bad words between two good ones is left out if there may be two segments."""
        scores = np.zeros((1, 6, 3), np.float32)
        scores[0, :, 0] = [2, 2, -9, -9, 2, 2]

        assert [((0, 2), (4, 6))] == best_segments(scores, most=2)

    def test_one_segment(self) -> None:
        """It is taken in, or one of the good ones left out, if there may be only one."""
        scores = np.zeros((2, 5, 3), np.float32)
        scores[0, :, 0] = [2, 2, -1, -1, 3]
        scores[1, :, 0] = [2, 2, -9, 2, 3]

        assert [((0, 5),), ((3, 5),)] == best_segments(scores, most=1)

    def test_segments_do_not_touch(self) -> None:
        """Two segments side by side would be one: a word always stands between them."""
        scores = np.zeros((1, 3, 3), np.float32)
        scores[0, :, 1:] = [[1, 1], [1.5, 1.5], [1, 1]]

        assert [((0, 1), (2, 3))] == best_segments(scores, most=2)
        assert [((1, 2),)] == best_segments(scores[:, :2], most=2)

    def test_long_window(self) -> None:
        """Many words and anchors are searched as few are."""
        scores = np.full((50, 500, 3), -1, np.float32)
        scores[np.arange(50), np.arange(50) * 10, 0] = 9

        assert [((i * 10, i * 10 + 1),) for i in range(50)] == best_segments(scores, most=3)


class TestLogChances:
    """log_chances()."""

    @pytest.mark.parametrize("most", [1, 3])
    @given(scores=scores_of_anchors(), data=st.data())
    def test_against_all_sets(self, scores: Scores, most: int, data: st.DataObject) -> None:
        """It is the chosen set's share in the sum over all sets."""
        allowed = list(all_sets(scores.shape[1], most))
        chosen = [data.draw(st.sampled_from(allowed)) for _ in scores]
        expected = [
            score(own, segments) - math.log(sum(math.exp(score(own, s)) for s in allowed))
            for own, segments in zip(scores, chosen, strict=True)
        ]

        assert expected == pytest.approx(log_chances(scores, chosen, most).tolist(), abs=1e-4)


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
        """Scores however large give a number between 0 and 1, and more evidence never less confidence."""
        found = confidence(evidence, (1.0, 1.0, 0.0))

        assert 0 < found <= 1
        assert found <= confidence([evidence[0] + 1, evidence[1]], (1.0, 1.0, 0.0))


def role_scores(words: int, *anchors: tuple[Segments, Segments, Segments]) -> Scores:
    """Scores that leave no doubt: cue, content and source of each anchor."""
    scores = np.full((len(anchors), words, len(ROLES), 3), -5, np.float32)
    for row, roles in enumerate(anchors):
        for role, segments in enumerate(roles):
            for start, end in segments:
                scores[row, start:end, role, 0] = 5
                scores[row, start, role, 1] = 5
                scores[row, end - 1, role, 2] = 5
    return scores


def decoded(words: int, *anchors: tuple[Segments, Segments, Segments], offset: int = 0) -> list[TaggedAttribution]:
    """What is decoded of such scores; each anchor is its cue's first word."""
    places = np.array([cue[0][0] for cue, _, _ in anchors], np.int64)
    sure = np.full(len(anchors), 3, np.float32)
    return decode(places, sure, role_scores(words, *anchors), offset)


def parts(found: list[TaggedAttribution]) -> list[tuple[int, Segments, Segments, Segments]]:
    """Anchor and segments, without the evidence."""
    return [(f.anchor, f.cue, f.content, f.source) for f in found]


class TestDecode:
    """decode()."""

    def test_no_anchor(self) -> None:
        """A window without an anchor has no attribution."""
        assert [] == decode(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros((0, 9, 3, 3), np.float32))

    def test_roles(self) -> None:
        """Every anchor has its own roles; words are counted from the window's first one."""
        first = (((2, 3),), ((3, 6), (8, 9)), ((0, 2),))
        second = (((11, 12),), ((13, 15),), ())

        assert [(2, *first), (11, *second)] == parts(decoded(16, first, second))
        assert [102, 111] == [f.anchor for f in decoded(16, first, second, offset=100)]
        assert ((103, 106), (108, 109)) == decoded(16, first, offset=100)[0].content

    def test_evidence(self) -> None:
        """The evidence is the anchor's score and the log probability of each role."""
        (found,) = decoded(9, (((2, 3),), ((3, 6),), ()))
        scores = role_scores(9, (((2, 3),), ((3, 6),), ()))
        segments = (found.cue, found.content, found.source)
        expected = [log_chances(scores[:, :, r], [segments[r]], MOST_SEGMENTS[r])[0] for r in range(len(ROLES))]

        assert [3, *expected] == pytest.approx(list(found.evidence))

    def test_no_content(self) -> None:
        """An anchor that nothing is attributed by is no attribution."""
        assert [] == decoded(9, (((2, 3),), (), ((0, 2),)))

    def test_rivals(self) -> None:
        """Words that two anchors claim go to the one that loses more without them."""
        scores = role_scores(12, (((1, 2),), ((2, 7),), ()), (((8, 9),), ((5, 8),), ()))
        scores[1, 5:7, ROLES.index("content"), 0] = 1
        found = decode(np.array([1, 8]), np.array([3, 3], np.float32), scores)

        assert [((2, 7),), ((7, 8),)] == [f.content for f in found]

    def test_unlikely_rival(self) -> None:
        """An anchor that is hardly one takes no words from another."""
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
    """An attribution whose anchor is, if not given, the first word of its cue or else of its content."""
    first = (cue or content)[0][0] if anchor is None else anchor
    return TaggedAttribution(first, (), cue, content, source, confidence)


SURE = tagged(0.9, ((5, 6),), ((6, 12),))


class TestSelect:
    """select()."""

    def test_nothing(self) -> None:
        """Of nothing, nothing is kept."""
        assert [] == select([])

    def test_keeps_what_does_not_meet(self) -> None:
        """Attributions far from each other are all kept, however doubtful."""
        found = [tagged(0.3, ((1, 2),), ((2, 4),)), tagged(0.5, ((11, 12),), ((12, 14),))]

        assert found == select(found)

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
        """Of two with a word of the cue or most of the content in common, the likelier one is kept."""
        assert [SURE] == select([rival, SURE])
        assert [attrs.evolve(rival, confidence=0.95)] == select([SURE, attrs.evolve(rival, confidence=0.95)])

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
        assert sorted([SURE, other], key=lambda f: f.content) == select([SURE, other])

    def test_kept_only_by_those_kept(self) -> None:
        """What says the same as one that is not kept itself may stay."""
        first = tagged(0.9, ((5, 6),), ((6, 12),))
        second = tagged(0.8, ((5, 7),), ((20, 30),))
        third = tagged(0.7, ((6, 7),), ((40, 45),))

        assert [first, third] == select([third, second, first])

    def test_equally_likely(self) -> None:
        """Of two equally likely ones the first in the text is kept, in whatever order they come."""
        first = tagged(0.9, ((4, 6),), ((6, 12),))
        second = tagged(0.9, ((5, 6),), ((6, 12),))

        assert [first] == select([second, first]) == select([first, second])

    def test_order(self) -> None:
        """Those kept are in the order of their content."""
        found = [tagged(0.5 + i / 100, ((9 * i, 9 * i + 1),), ((9 * i + 1, 9 * i + 5),)) for i in (3, 0, 2, 1)]

        assert sorted(found, key=lambda f: f.content) == select(found)

    def test_far_apart(self) -> None:
        """Every attribution of a long text is held against those near it."""
        found = [tagged(0.9, ((i, i + 1),), ((i + 1, i + 3),)) for i in range(0, 6000, 5)]
        again = [attrs.evolve(f, confidence=0.8) for f in found]

        assert found == select([*again, *found])
