"""The drawing of chains: boxes in columns, from speakers to the article, with lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

import attrs

from quotekit.graph.chain import Chain, Stop
from quotekit.graph.iris import outlet_iri

__all__ = ["Box", "Drawing", "Line", "draw"]

# Sizes and strokes are in SVG user units, which are pixels at full size.
_BOX_WIDTH, _BOX_HEIGHT = 184, 44
_COLUMN_GAP, _ROW_GAP, _MARGIN = 64, 14, 8
_LINE_LETTERS, _MAX_LINES = 24, 2
_MIN_STROKE, _MAX_STROKE = 1.5, 7.0


@attrs.frozen
class Box:
    """A stop, or the article."""

    #: Offset of its left edge.
    x: float
    #: Offset of its upper edge.
    y: float
    #: Its name, in lines that fit.
    lines: tuple[str, ...]
    #: Its whole name.
    name: str
    #: What it is: ``speaker``, ``outlet`` or ``article``.
    role: str
    #: Number of its first chain, from 1; None for the article.
    chain: int | None
    #: Number of statements that come from it or through it.
    statements: int


@attrs.frozen
class Line:
    """A line from one box to the next."""

    #: Its path, in the notation of SVG.
    path: str
    #: Its width.
    width: float


@attrs.frozen
class Drawing:
    """Boxes and lines with the size of the whole."""

    #: The width.
    width: int
    #: The height.
    height: int
    #: The boxes, column by column.
    boxes: tuple[Box, ...]
    #: The lines.
    lines: tuple[Line, ...]
    #: Width of a box.
    box_width: int = _BOX_WIDTH
    #: Height of a box.
    box_height: int = _BOX_HEIGHT


# A column, and what identifies the stop in it.
_Place = tuple[int, str]


def draw(chains: Sequence[Chain], article: str) -> Drawing:
    """
    Lay out the chains of an article.

    Args:
        chains: The chains; at least one.

        article: The name of the article.

    Returns:
        The drawing. A stop has one box in each column where it is needed; the article is on the right.
    """
    columns = max(len(chain.stops) for chain in chains)
    end = (columns, "")
    stops: dict[_Place, Stop] = {end: Stop(article, "outlet")}
    chain_numbers: dict[_Place, int] = {}
    statements: Counter[_Place] = Counter()
    links: Counter[tuple[_Place, _Place]] = Counter()
    for number, chain in enumerate(chains, start=1):
        # All chains end at the article, so that no line passes behind a box.
        placed = {(at, outlet_iri(stop.name)): stop for at, stop in enumerate(chain.stops, columns - len(chain.stops))}
        for place, stop in placed.items():
            # Whoever both speaks and carries is drawn as an outlet.
            if place not in stops or stop.role == "outlet":
                stops[place] = stop
        places = [*placed, end]
        for place in places:
            chain_numbers.setdefault(place, number)
            statements[place] += len(chain.attributions)
        for link in pairwise(places):
            links[link] += len(chain.attributions)
    rows = _rows(chain_numbers, links, columns)
    height = max(rows.values()) + _BOX_HEIGHT + _MARGIN
    rows[end] = (height - _BOX_HEIGHT) / 2
    boxes = (
        Box(
            x=_left(place[0]),
            y=rows[place],
            lines=_wrapped(stops[place].name),
            name=stops[place].name,
            role="article" if place == end else stops[place].role,
            chain=None if place == end else number,
            statements=statements[place],
        )
        for place, number in sorted(chain_numbers.items(), key=lambda item: (item[0][0], rows[item[0]]))
    )
    most = max(links.values())
    lines = (_line(start, stop, rows, count / most) for (start, stop), count in links.items())
    width = round(_left(columns) + _BOX_WIDTH + _MARGIN)
    return Drawing(width, round(height), tuple(boxes), tuple(lines))


def _rows(
    chain_numbers: dict[_Place, int], links: Iterable[tuple[_Place, _Place]], columns: int
) -> dict[_Place, float]:
    """Place the boxes vertically: column by column from the right, each beside the box that it leads to."""
    targets: dict[_Place, list[_Place]] = {}
    by_column: dict[int, list[_Place]] = {}
    for start, stop in links:
        targets.setdefault(start, []).append(stop)
    for place in chain_numbers:
        by_column.setdefault(place[0], []).append(place)
    rows: dict[_Place, float] = {}
    for column in reversed(range(columns)):
        beside = {place: min(rows.get(target, _MARGIN) for target in targets[place]) for place in by_column[column]}
        y = float(_MARGIN)
        for place in sorted(beside, key=lambda place: (beside[place], chain_numbers[place])):
            rows[place] = max(y, beside[place])
            y = rows[place] + _BOX_HEIGHT + _ROW_GAP
    return rows


def _left(column: int) -> float:
    return _MARGIN + column * (_BOX_WIDTH + _COLUMN_GAP)


def _line(start: _Place, stop: _Place, rows: dict[_Place, float], share: float) -> Line:
    x1, y1 = _left(start[0]) + _BOX_WIDTH, rows[start] + _BOX_HEIGHT / 2
    x2, y2 = _left(stop[0]), rows[stop] + _BOX_HEIGHT / 2
    middle = x2 - _COLUMN_GAP / 2
    path = f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
    return Line(path, round(_MIN_STROKE + (_MAX_STROKE - _MIN_STROKE) * share, 2))


def _wrapped(name: str) -> tuple[str, ...]:
    """Break a name into lines that fit a box; what does not fit is cut off."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if _letters(longer) > _LINE_LETTERS and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = [_cut(line) for line in lines[:_MAX_LINES]]
    if len(lines) > _MAX_LINES:
        kept[-1] = f"{kept[-1].removesuffix('…')} …"
    return tuple(kept)


def _cut(line: str) -> str:
    if _letters(line) <= _LINE_LETTERS:
        return line
    kept, width = "", 1
    for letter in line:
        width += _letters(letter)
        if width > _LINE_LETTERS:
            break
        kept += letter
    return kept.rstrip() + "…"


def _letters(text: str) -> int:
    """Count letters; wide East Asian ones count twice."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
