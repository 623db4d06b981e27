"""Find the passages of the sources that a quotation is from: candidates by rare n-grams, then alignment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import attrs
import numpy as np
import numpy.typing as npt

from quotekit.verify.sources import Grams, SourceTexts
from quotekit.wording import Pair, align

__all__ = ["Found", "Sought", "locate"]

_Ints = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float32]

# Places of one n-gram that are looked at; n-grams with more of them say little.
_MAX_PLACES = 24
# Places of its rarest n-gram at which a whole quotation is looked for, which takes less time than an alignment.
_MAX_EXACT_PLACES = 96
# Where n-grams cover this share of a quotation, shorter ones add nothing.
_ENOUGH_COVERED = 0.9
# A quotation is aligned in pieces of so many words, so that time grows with its length, not with the square.
_PIECE_WORDS = 100
# Passages that are aligned with a piece, and words around their n-grams.
_MAX_WINDOWS = 3
_MARGIN_WORDS = 12
# A part of a quotation is looked for elsewhere if it has so many words of such weight, and is taken from there if so
# much of it is there, so much more than in the first place, and mostly in a row.
_MIN_PART_WORDS, _MIN_PART_WEIGHT, _MIN_PART_SHARE, _MIN_PART_GAIN, _MIN_SOLID_SHARE = 3, 1.5, 0.8, 1.3, 0.6
# Passages with so much less in common than the best are not looked at; what is near counts a little more.
_MIN_VOTES, _NEARNESS = 0.6, 0.5
# A score at which no other passage needs to be looked at.
_ENOUGH = 0.97
_MAX_PARTS = 8


@attrs.frozen
class Found:
    """The words of a quotation that sources have."""

    #: The words in common, in the order of the quotation; ``theirs`` counts through all sources.
    pairs: tuple[Pair, ...]
    #: Share of the weight of the quotation's words that is in common, from 0 to 1.
    share: float


@attrs.frozen(eq=False)
class Sought:
    """A quotation, or a piece of one, that is looked for."""

    #: Its words as numbers.
    words: _Ints
    #: The weight of each word.
    worth: _Floats
    #: Indices of the words that follow an ellipsis.
    gaps: frozenset[int]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def part(self, start: int, end: int) -> Sought:
        """Return the words from one to another, end exclusive."""
        gaps = frozenset(gap - start for gap in self.gaps if start <= gap < end)
        return Sought(self.words[start:end], self.worth[start:end], gaps)


def locate(sources: SourceTexts, sought: Sought, is_whole: Callable[[int, int], bool]) -> Found:
    """
    Find a quotation.

    Args:
        sources: The sources.

        sought: The quotation.

        is_whole: Returns whether the words of a source from one to another are whole sentences; of equal passages,
            one of these is taken.

    Returns:
        The words in common; none if the sources have nothing like it.
    """
    if not len(sought):
        return Found((), 0.0)
    exact = _find_exact(sources, sought.words, is_whole)
    if exact is not None:
        return Found(tuple(Pair(i, exact + i) for i in range(len(sought))), 1.0)
    pairs: list[Pair] = []
    for start in range(0, len(sought), _PIECE_WORDS):
        end = min(len(sought), start + _PIECE_WORDS)
        piece = _best(sources, sought.part(start, end), near=pairs[-1].theirs if pairs else None)
        pairs.extend(Pair(start + ours, theirs) for ours, theirs in piece)
    pairs = _with_parts(sources, sought, pairs)
    total = float(sought.worth.sum())
    return Found(tuple(pairs), _worth_of(pairs, sought.worth) / total if total else 0.0)


def _worth_of(pairs: Iterable[Pair], worth: _Floats) -> float:
    return float(sum(worth[pair.ours] for pair in pairs))


def _find_exact(sources: SourceTexts, words: _Ints, is_whole: Callable[[int, int], bool]) -> int | None:
    """Find where the sources have exactly these words."""
    if (words < 0).any():
        return None
    length = min(3, len(words))
    grams = next(grams for grams in sources.grams if grams.length == length)
    lefts, rights = grams.find(words)
    rarest = int((rights - lefts).argmin())
    first: int | None = None
    for place in grams.places[lefts[rarest] : min(rights[rarest], lefts[rarest] + _MAX_EXACT_PLACES)]:
        start = int(place) - rarest
        if start >= 0 and np.array_equal(sources.words[start : start + len(words)], words):
            if is_whole(start, start + len(words) - 1):
                return start
            first = start if first is None else first
    return first


def _best(sources: SourceTexts, sought: Sought, near: int | None = None) -> list[Pair]:
    """Align a piece of a quotation with the passages that it may be from; return its words in the best of them."""
    best: list[Pair] = []
    most = 0.0
    for start, end in _windows(sources, sought.words, sought.worth, near):
        score, pairs = align(sought.words, sources.words[start:end], sought.worth, sought.gaps)
        if pairs and score > most:
            best, most = [Pair(ours, start + theirs) for ours, theirs in pairs], score
        if most >= _ENOUGH * float(sought.worth.sum()):
            break
    return best


def _windows(sources: SourceTexts, words: _Ints, worth: _Floats, near: int | None) -> Iterator[tuple[int, int]]:
    """Yield the passages that share most n-grams with a quotation, the best first."""
    size = len(words) + 2 * _MARGIN_WORDS
    if len(sources) == 1 and len(sources.words) <= size:
        # All of a short text is one passage.
        yield sources.bounds_of(0)
        return
    places, ours = _hits(sources.grams, words)
    if not len(places):
        return
    # Passages overlap by half, so that each place of a quotation is in one that has it whole.
    cells = np.concatenate([places // size, places // size - 1]).astype(np.int64)
    seen = np.unique(cells * len(words) + np.concatenate([ours, ours]))
    names, first = np.unique(seen // len(words), return_index=True)
    scores = np.add.reduceat(worth[seen % len(words)], first)
    if near is not None:
        scores = scores + _NEARNESS * (np.abs(names - near // size) <= 1)
    ranked = np.argsort(-scores, kind="stable")[:_MAX_WINDOWS]
    given: set[tuple[int, int]] = set()
    for at in ranked[scores[ranked] >= _MIN_VOTES * scores[ranked[0]]]:
        inside = places[(places // size == names[at]) | (places // size == names[at] + 1)]
        start, end = sources.bounds_of(int(inside[0]))
        window = max(start, int(inside.min()) - size), min(end, int(inside.max()) + size)
        # In a short text all passages are the whole text.
        if window not in given:
            given.add(window)
            yield window


def _hits(grams: Sequence[Grams], words: _Ints) -> tuple[_Ints, npt.NDArray[np.intp]]:
    """Return the places of a quotation's n-grams, and the words of the quotation that they begin with."""
    places: list[_Ints] = []
    ours: list[npt.NDArray[np.intp]] = []
    covered = np.zeros(len(words), bool)
    for kind in grams:
        lefts, rights = kind.find(words)
        counts = rights - lefts
        common = counts > _MAX_PLACES
        if common.all() and kind.length > 1 and len(counts):
            common[counts.argmin()] = False
        rare = np.flatnonzero((counts > 0) & ~common)
        taken = np.minimum(counts[rare], _MAX_PLACES)
        # The first places of each n-gram, one n-gram after the other.
        firsts = np.repeat(lefts[rare] - (np.cumsum(taken) - taken), taken)
        places.append(kind.places[firsts + np.arange(len(firsts))])
        ours.append(np.repeat(rare, taken))
        for word in range(kind.length):
            covered[rare + word] = True
        if covered.mean() > _ENOUGH_COVERED:
            break
    return np.concatenate(places), np.concatenate(ours)


def _with_parts(sources: SourceTexts, sought: Sought, pairs: list[Pair]) -> list[Pair]:
    """Look elsewhere for the parts of a quotation that the passage lacks, or has only as scattered words."""
    worth = sought.worth
    for start, end in _weak_parts(len(sought), worth, pairs)[:_MAX_PARTS]:
        first = bisect_left(pairs, (start, -1))
        known = pairs[first : bisect_left(pairs, (end, -1))]
        near = pairs[first - 1].theirs if first else None
        found = [Pair(start + o, t) for o, t in _best(sources, sought.part(start, end), near)]
        gained = _worth_of(found, worth) - _worth_of(known, worth)
        needed = _MIN_PART_SHARE * float(worth[start:end].sum())
        if _worth_of(found, worth) >= needed and gained >= _MIN_PART_GAIN and _is_solid(found):
            pairs[first : first + len(known)] = found
    return pairs


def _is_solid(pairs: Sequence[Pair]) -> bool:
    """Return whether words are a passage, and not scattered."""
    steps = sum(b.theirs - a.theirs == 1 for a, b in pairwise(pairs))
    return steps >= _MIN_SOLID_SHARE * (len(pairs) - 1)


def _weak_parts(count: int, worth: _Floats, pairs: Sequence[Pair]) -> list[tuple[int, int]]:
    """Find runs of a quotation's words, long enough to be a passage, of which the passage has no two in a row."""
    strong = np.zeros(count, bool)
    for run in _runs(pairs):
        if len(run) >= _MIN_PART_WORDS and _worth_of(run, worth) >= _MIN_PART_WEIGHT:
            strong[[pair.ours for pair in run]] = True
    edges = np.flatnonzero(np.diff(np.concatenate([[True], strong, [True]]).astype(np.int8)))
    parts = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    has = {pair.ours for pair in pairs}
    return [
        (start, end)
        for start, end in parts
        if _MIN_PART_WORDS <= end - start <= _PIECE_WORDS
        and float(worth[start:end].sum()) >= _MIN_PART_WEIGHT
        and not has.issuperset(range(start, end))
    ]


def _runs(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield runs of words that follow each other on both sides."""
    run: list[Pair] = []
    for pair in pairs:
        if run and (pair.ours - run[-1].ours, pair.theirs - run[-1].theirs) != (1, 1):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run
