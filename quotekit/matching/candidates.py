"""Which quotations may be one utterance: MinHash of short windows, and bands of it that are equal."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from quotekit.errors import MissingExtraError

try:
    from rensa import RMinHash
except ImportError as error:
    raise MissingExtraError(package="rensa", extra="matching") from error

__all__ = ["find_candidates"]

_Numbers = npt.NDArray[np.uint64]

# A trimmed quotation has little in common with the whole one, but much with a window of it.
_WINDOW_STEMS, _STRIDE_STEMS = 6, 3
# Windows of which half the stems are common have an equal band in four of five cases; a quotation has several windows.
_BANDS, _ROWS = 12, 3
_SEED = 7
# Odd multipliers and a shift that spread a number over all bits of its hash.
_FACTORS = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT_BITS = np.uint64(32)
_BATCH_WINDOWS = 10_000
# Of equal bands each is paired with so many that follow it and with the first, so that there are never more pairs than
# windows times this; where more are equal, which also happens by chance, only with the next one.
_MAX_NEIGHBOURS, _MAX_EQUAL = 4, 16


def find_candidates(stems: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """
    Find pairs of quotations that may be one utterance: those with similar windows, or with two stems in a row.

    Args:
        stems: The stems of all quotations as numbers, one quotation after the other.

        lengths: The number of stems of each quotation.

    Yields:
        Pairs of indices, the smaller first, each once. Time and memory are proportional to the number of stems.

    Example:
        >>> said = ([1, 2, 3, 4, 5], [9, 8, 7], [2, 3, 4, 5])
        >>> stems = np.concatenate([np.array(one, np.int32) for one in said])
        >>> list(find_candidates(stems, np.array([len(one) for one in said])))
        [(0, 2)]
    """
    count = np.uint64(max(1, len(lengths)))
    for code in _find_codes(stems, lengths, count):
        yield int(code // count), int(code % count)


def _find_codes(stems: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64], count: np.uint64) -> _Numbers:
    """Return the pairs, each once and as one number; what they are found by is not kept."""
    owners, bands = _sign(stems, lengths)
    pairs = [_equal(band, owners, count) for band in bands]
    pairs.append(_equal(*_neighbours(stems, lengths), count))
    return np.unique(np.concatenate(pairs))


def _sign(stems: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], _Numbers]:
    """Return the quotation that each window is from, and the bands of its MinHash, one row for each."""
    last = np.maximum(0, lengths - _WINDOW_STEMS)
    counts = np.where(lengths > 0, -(-last // _STRIDE_STEMS) + 1, 0)
    owners = np.repeat(np.arange(len(lengths)), counts)
    numbers = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    starts = (np.cumsum(lengths) - lengths)[owners] + np.minimum(numbers * _STRIDE_STEMS, last[owners])
    sizes = np.minimum(lengths, _WINDOW_STEMS)[owners]
    bands = np.empty((_BANDS, len(owners)), np.uint64)
    for first in range(0, len(owners), _BATCH_WINDOWS):
        batch = slice(first, first + _BATCH_WINDOWS)
        bands[:, batch] = _bands(stems, starts[batch], sizes[batch])
    return owners, bands


def _neighbours(stems: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64]) -> tuple[_Numbers, npt.NDArray[np.int64]]:
    """Return a hash of each pair of neighbouring stems, in either order, and the quotation that it is from."""
    owners = np.repeat(np.arange(len(lengths)), lengths)
    within = np.flatnonzero(owners[1:] == owners[:-1])
    left, right = _scatter(stems[within].astype(np.uint64)), _scatter(stems[within + 1].astype(np.uint64))
    return left + right, owners[within]


def _bands(stems: npt.NDArray[np.int32], starts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> _Numbers:
    """Return the bands of windows, one row for each band."""
    places = starts[:, None] + np.arange(_WINDOW_STEMS)
    hashes = _scatter(stems[places[np.arange(_WINDOW_STEMS) < sizes[:, None]]].astype(np.uint64))
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, _BANDS * _ROWS, _SEED)
    digests = np.array(matrix.to_rows(), np.uint64).reshape(len(sizes), _BANDS, _ROWS)
    joined = np.zeros(digests.shape[:2], np.uint64)
    for row in range(_ROWS):
        joined = _scatter(joined ^ digests[:, :, row])
    bands: _Numbers = joined.T
    return bands


def _scatter(numbers: _Numbers) -> _Numbers:
    """Return a hash of each number."""
    mixed = (numbers + np.uint64(1)) * _FACTORS[0]
    mixed ^= mixed >> _SHIFT_BITS
    scattered: _Numbers = mixed * _FACTORS[1]
    return scattered


def _equal(band: _Numbers, owners: npt.NDArray[np.int64], count: np.uint64) -> _Numbers:
    """Return pairs of quotations with an equal band, each as one number."""
    order = np.argsort(band, kind="stable")
    values, of = band[order], owners[order]
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    sizes = np.diff(np.append(starts, len(values)))
    few = np.repeat(sizes <= _MAX_EQUAL, sizes)
    firsts = np.repeat(starts, sizes)
    found: list[_Numbers] = [_codes(of[firsts[few]], of[few], count)]
    for step in range(1, _MAX_NEIGHBOURS + 1):
        same = np.flatnonzero((values[step:] == values[:-step]) & (few[step:] | (step == 1)))
        found.append(_codes(of[same], of[same + step], count))
    return np.unique(np.concatenate(found))


def _codes(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64], count: np.uint64) -> _Numbers:
    differ = one != other
    low, high = np.minimum(one, other)[differ], np.maximum(one, other)[differ]
    codes: _Numbers = low.astype(np.uint64) * count + high.astype(np.uint64)
    return codes
