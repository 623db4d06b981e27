"""Which quotations may be one utterance: MinHash of short windows, and bands of it that are equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
_BATCH_WINDOWS = 50_000
# Of equal bands each is paired with so many that follow it and with the first, so that there are never more pairs than
# windows times this.
_MAX_NEIGHBOURS = 4


def find_candidates(quotations: Sequence[npt.NDArray[np.int32]]) -> Iterator[tuple[int, int]]:
    """
    Find pairs of quotations that may be one utterance: those with similar windows, or with two stems in a row.

    Args:
        quotations: The stems of each quotation as numbers.

    Yields:
        Pairs of indices, the smaller first, each once. Time and memory are proportional to the number of stems.

    Example:
        >>> said = ([1, 2, 3, 4, 5], [9, 8, 7], [2, 3, 4, 5])
        >>> list(find_candidates([np.array(stems, np.int32) for stems in said]))
        [(0, 2)]
    """
    owners, bands = _sign(quotations)
    count = np.uint64(max(1, len(quotations)))
    pairs = [_equal(bands[:, band], owners, count) for band in range(bands.shape[1])]
    pairs.append(_equal(*_neighbours(quotations), count))
    for code in np.unique(np.concatenate(pairs)):
        yield int(code // count), int(code % count)


def _sign(quotations: Sequence[npt.NDArray[np.int32]]) -> tuple[npt.NDArray[np.int64], _Numbers]:
    """Return the quotation that each window is of, and the bands of its MinHash, one column for each."""
    owners: list[int] = []
    bands: list[_Numbers] = []
    batch: list[npt.NDArray[np.int32]] = []
    for at, stems in enumerate(quotations):
        last = max(0, len(stems) - _WINDOW_STEMS)
        for start in [*range(0, last, _STRIDE_STEMS), last] if len(stems) else ():
            batch.append(stems[start : start + _WINDOW_STEMS])
            owners.append(at)
        if len(batch) >= _BATCH_WINDOWS:
            bands.append(_bands(batch))
            batch = []
    if batch:
        bands.append(_bands(batch))
    return np.array(owners, np.int64), np.concatenate(bands) if bands else np.zeros((0, _BANDS), np.uint64)


def _neighbours(quotations: Sequence[npt.NDArray[np.int32]]) -> tuple[_Numbers, npt.NDArray[np.int64]]:
    """Return a hash of each two stems that follow each other, in either order, and the quotation that they are of."""
    stems = np.concatenate([*quotations, np.zeros(0, np.int32)]).astype(np.uint64)
    owners = np.repeat(np.arange(len(quotations)), [len(quotation) for quotation in quotations])
    within = np.flatnonzero(owners[1:] == owners[:-1])
    left, right = _scatter(stems[within]), _scatter(stems[within + 1])
    return left + right, owners[within]


def _bands(windows: Sequence[npt.NDArray[np.int32]]) -> _Numbers:
    hashes = _scatter(np.concatenate(windows).astype(np.uint64))
    offsets = np.concatenate([[0], np.cumsum([len(window) for window in windows])]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, _BANDS * _ROWS, _SEED)
    digests = np.array(matrix.to_rows(), np.uint64).reshape(len(windows), _BANDS, _ROWS)
    joined = np.zeros(digests.shape[:2], np.uint64)
    for row in range(_ROWS):
        joined = _scatter(joined ^ digests[:, :, row])
    return joined


def _scatter(numbers: _Numbers) -> _Numbers:
    """Return a hash of each number."""
    mixed = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    scattered: _Numbers = mixed * np.uint64(0xC2B2AE3D27D4EB4F)
    return scattered


def _equal(band: _Numbers, owners: npt.NDArray[np.int64], count: np.uint64) -> _Numbers:
    """Return pairs of quotations with an equal band, each as one number."""
    order = np.argsort(band, kind="stable")
    values, of = band[order], owners[order]
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    firsts = np.repeat(starts, np.diff(np.append(starts, len(values))))
    found: list[_Numbers] = [_codes(of[firsts], of, count)]
    for step in range(1, _MAX_NEIGHBOURS + 1):
        same = np.flatnonzero(values[step:] == values[:-step])
        found.append(_codes(of[same], of[same + step], count))
    return np.unique(np.concatenate(found))


def _codes(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64], count: np.uint64) -> _Numbers:
    differ = one != other
    low, high = np.minimum(one, other)[differ], np.maximum(one, other)[differ]
    codes: _Numbers = low.astype(np.uint64) * count + high.astype(np.uint64)
    return codes
