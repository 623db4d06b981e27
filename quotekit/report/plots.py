"""Bar charts by Matplotlib, as SVG that takes its colours and its font from the page around it."""

from __future__ import annotations

import io
import re
import warnings
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import east_asian_width
from xml.etree import ElementTree as ET

import attrs

from quotekit.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Bar", "Series", "draw", "require_matplotlib"]

_POINTS_PER_INCH = 72
# About as many pixels on a phone.
_WIDTH_POINTS = 360
_ROW_POINTS = 40
_LEGEND_POINTS = 18
# Geometry of a row, in units of the axes: a row is 1 high, the longest bar 1 wide.
_BAR_HEIGHT = 0.38
_NAME_ABOVE = 0.29
_NUMBER_GAP = 0.015
_X_LIMITS = (-0.003, 1.3)
_MARGIN_BELOW, _MARGIN_ABOVE = 0.5, 0.8
_NAME_FONT_SIZE, _NUMBER_FONT_SIZE = 12, 11
# Wide East Asian letters count twice.
_MAX_NAME_LETTERS = 42
# Characters that XML does not allow, and those that change the writing direction.
_INVALID = re.compile(
    r"[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u2066-\u2069\u202a-\u202e]"
)
# Placeholders for the page's colours.
_INK = "#010203"
_PAPER = "#fdfcfb"
_SIZE = re.compile(r"[\d.]{1,40}px")
_REFERENCE = re.compile(r"#([\w-]+)")


@attrs.frozen
class Series:
    """One of the parts of each bar, distinguished by colour and by hatching."""

    #: Its name in the legend.
    name: str
    #: The page's name for its colour, such as ``direct``.
    colour: str
    #: Its hatching in Matplotlib's notation; empty for none.
    hatch: str = ""


@attrs.frozen
class Bar:
    """One bar."""

    #: The name above it.
    name: str
    #: The size of each of its parts.
    values: tuple[int, ...]


def require_matplotlib() -> None:
    """
    Check that Matplotlib is installed.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import matplotlib  # noqa: F401, ICN001  # only a check
    except ImportError:
        raise MissingExtraError(package="matplotlib", extra="report") from None


def draw(bars: Sequence[Bar], series: Sequence[Series], *, label: str, shares: bool = False) -> str:
    """
    Draw a horizontal bar chart, each bar with its name above it and its number to the right.

    Args:
        bars: The bars.

        series: The parts of each bar.

        label: A description of the plot for screen readers.

        shares: Whether all bars have the full width and show percentages.

    Returns:
        An SVG element without styles or scripts. Its colours are variables of the page, such as ``var(--ink)``.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    require_matplotlib()
    import matplotlib as mpl
    from matplotlib.figure import Figure

    label = _INVALID.sub("\ufffd", label)
    height = _ROW_POINTS * len(bars) + _LEGEND_POINTS
    settings = {"svg.fonttype": "none", "svg.hashsalt": label, "text.parse_math": False, "hatch.linewidth": 1.4}
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(settings)
        # Names are drawn by the browser, in the page's font, which has letters and scripts that Matplotlib lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing|Matplotlib currently does not support")
        figure = Figure(figsize=(_WIDTH_POINTS / _POINTS_PER_INCH, height / _POINTS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1 - _LEGEND_POINTS / height))
        _draw_bars(axes, bars, series, shares=shares)
        _add_legend(figure, series)
        svg = io.StringIO()
        figure.savefig(svg, format="svg", transparent=True, metadata={"Date": None})
    colours = {_colour(i): f"var(--{s.colour})" for i, s in enumerate(series)}
    return _embeddable(svg.getvalue(), label, {_INK: "var(--ink)", _PAPER: "var(--ground)", **colours})


def _draw_bars(axes: Axes, bars: Sequence[Bar], series: Sequence[Series], *, shares: bool) -> None:
    """Draw the bars and their texts."""
    longest = max(sum(bar.values) for bar in bars)
    for row, bar in enumerate(bars):
        whole = sum(bar.values)
        scale = (whole if shares else longest) or 1
        left = 0.0
        for i, (value, one) in enumerate(zip(bar.values, series, strict=True)):
            if value:
                axes.barh(row, value / scale, _BAR_HEIGHT, left, color=_colour(i), hatch=one.hatch, edgecolor=_PAPER)
            left += value / scale
        number = _number(bar, series[0].name, shares=shares)
        axes.text(0, row - _NAME_ABOVE, _short(bar.name), color=_INK, fontsize=_NAME_FONT_SIZE)
        axes.text(left + _NUMBER_GAP, row, number, color=_INK, fontsize=_NUMBER_FONT_SIZE, va="center")
    axes.set_xlim(*_X_LIMITS)
    axes.set_ylim(len(bars) - _MARGIN_BELOW, -_MARGIN_ABOVE)
    axes.set_axis_off()


def _number(bar: Bar, first: str, *, shares: bool) -> str:
    whole = sum(bar.values)
    return f"{bar.values[0] / whole:.0%} {first}" if shares and whole else f"{whole:,}"


def _add_legend(figure: Figure, series: Sequence[Series]) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=_colour(i), hatch=one.hatch, edgecolor=_PAPER, label=one.name) for i, one in enumerate(series)
    ]
    figure.legend(
        handles=handles,
        loc="upper left",
        ncols=len(series),
        frameon=False,
        fontsize=_NUMBER_FONT_SIZE,
        labelcolor=_INK,
        borderpad=0,
        borderaxespad=0.2,
        columnspacing=1.0,
        handlelength=1.2,
        handletextpad=0.5,
        bbox_to_anchor=(0, 1),
    )


def _short(name: str) -> str:
    """Return a name on one line, truncated if it is too long."""
    line = _INVALID.sub("\ufffd", " ".join(name.split()))
    ends = list(accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in line))
    fits = bisect_right(ends, _MAX_NAME_LETTERS - 1)
    return line if not ends or ends[-1] <= _MAX_NAME_LETTERS else line[:fits].rstrip() + "…"


def _colour(number: int) -> str:
    """Return the placeholder for the page's colour of a series."""
    return f"#0{number + 4}0506"


def _embeddable(svg: str, label: str, colours: dict[str, str]) -> str:
    """Make an SVG embeddable in a page: attributes instead of styles, and the page's colours."""
    root = ET.fromstring(svg)  # noqa: S314  # made by Matplotlib
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter()):
        element.tag = element.tag.rpartition("}")[2]
        element.attrib = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        if element.tag in {"metadata", "style"}:
            parents[element].remove(element)
    for element in root.iter():
        _adapt(element, colours)
    _drop_ids(root)
    root.attrib = {"viewBox": root.attrib["viewBox"], "role": "img", "aria-label": label, "class": "plot"}
    return ET.tostring(root, encoding="unicode")


def _adapt(element: ET.Element, colours: dict[str, str]) -> None:
    """Turn the declarations of a style into attributes, which a page's policy allows; the page's font is used."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            name, value = "font-size", _SIZE.findall(value)[0]
        if name:
            element.set(name, value)
    # Matplotlib rotates every text, usually by zero degrees.
    for name in ("font-family", "transform") if element.tag == "text" else ():
        element.attrib.pop(name, None)
    for name in ("fill", "stroke"):
        if name in element.attrib:
            element.set(name, colours.get(element.attrib[name], element.attrib[name]))


def _drop_ids(root: ET.Element) -> None:
    """Remove the ids that nothing refers to: two plots on one page would have the same ones."""
    used = {i for element in root.iter() for value in element.attrib.values() for i in _REFERENCE.findall(value)}
    for element in root.iter():
        if element.get("id") not in used:
            element.attrib.pop("id", None)
