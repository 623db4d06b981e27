"""Bars drawn by Matplotlib, as SVG that takes its colours and its type from the page it stands in."""

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

# Points, of which there are 72 to the inch; about as many pixels on a phone.
_WIDTH = 360
_ROW = 40
_LEGEND = 18
# Letters of usual width that fit; those of East Asia are twice as wide.
_MOST_LETTERS = 42
# What cannot stand in XML, and what changes the direction of writing.
_UNFIT = re.compile(
    r"[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u2066-\u2069\u202a-\u202e]"
)
# Colours that stand for those of the page.
_INK = "#010203"
_PAPER = "#fdfcfb"
_SIZE = re.compile(r"[\d.]+px")
_REFERENCE = re.compile(r"#([\w-]+)")


@attrs.frozen
class Series:
    """One of the parts that bars have, told apart by colour and by pattern."""

    #: What it is called in the legend.
    name: str
    #: The page's name for its colour, such as ``direct``.
    colour: str
    #: Matplotlib's pattern; empty for none.
    hatch: str = ""


@attrs.frozen
class Bar:
    """One bar."""

    #: What stands above it.
    name: str
    #: How large each of its parts is.
    values: tuple[int, ...]


def require_matplotlib() -> None:
    """
    Load Matplotlib.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import matplotlib  # noqa: F401, ICN001  # whether it is there
    except ImportError:
        raise MissingExtraError(package="matplotlib", extra="report") from None


def draw(bars: Sequence[Bar], series: Sequence[Series], *, label: str, shares: bool = False) -> str:
    """
    Draw bars below each other, each with its name above it and its number beside it.

    Args:
        bars: The bars.

        series: What the parts of each bar are.

        label: What the plot shows, for those who cannot see it.

        shares: Whether every bar has the full width and shows shares in percent.

    Returns:
        An SVG element without styles or scripts. The colours are the page's: ``var(--ink)`` and the like.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    require_matplotlib()
    import matplotlib as mpl
    from matplotlib.figure import Figure

    label = _UNFIT.sub("\ufffd", label)
    height = _ROW * len(bars) + _LEGEND
    settings = {"svg.fonttype": "none", "svg.hashsalt": label, "text.parse_math": False, "hatch.linewidth": 1.4}
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(settings)
        # The page's font draws the names; it has letters that Matplotlib's own font lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure = Figure(figsize=(_WIDTH / 72, height / 72))
        axes = figure.add_axes((0, 0, 1, 1 - _LEGEND / height))
        _fill(axes, bars, series, shares=shares)
        _add_legend(figure, series)
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    colours = {_colour(i): f"var(--{s.colour})" for i, s in enumerate(series)}
    return _adapted(written.getvalue(), label, {_INK: "var(--ink)", _PAPER: "var(--ground)", **colours})


def _fill(axes: Axes, bars: Sequence[Bar], series: Sequence[Series], *, shares: bool) -> None:
    """Put the bars and their texts on the axes."""
    longest = max(sum(bar.values) for bar in bars)
    for row, bar in enumerate(bars):
        whole = sum(bar.values)
        scale = (whole if shares else longest) or 1
        left = 0.0
        for i, (value, one) in enumerate(zip(bar.values, series, strict=True)):
            if value:
                axes.barh(row, value / scale, 0.38, left, color=_colour(i), hatch=one.hatch, edgecolor=_PAPER)
            left += value / scale
        axes.text(0, row - 0.29, _short(bar.name), color=_INK, fontsize=12)
        axes.text(left + 0.015, row, _number(bar, series[0].name, shares=shares), color=_INK, fontsize=11, va="center")
    axes.set_xlim(-0.003, 1.22)
    axes.set_ylim(len(bars) - 0.5, -0.8)
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
        fontsize=11,
        labelcolor=_INK,
        borderpad=0,
        borderaxespad=0.2,
        columnspacing=1.4,
        handlelength=1.4,
        bbox_to_anchor=(0, 1),
    )


def _short(name: str) -> str:
    """A name on one line, and not longer than that."""
    line = _UNFIT.sub("\ufffd", " ".join(name.split()))
    ends = list(accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in line))
    fits = bisect_right(ends, _MOST_LETTERS - 1)
    return line if not ends or ends[-1] <= _MOST_LETTERS else line[:fits].rstrip() + "…"


def _colour(number: int) -> str:
    """The colour that stands for that of a series until the page has its own."""
    return f"#0{number + 4}0506"


def _adapted(svg: str, label: str, colours: dict[str, str]) -> str:
    """The SVG as a part of a page: attributes in the place of styles, and the page's colours."""
    root = ET.fromstring(svg)  # noqa: S314  # Matplotlib has written it just now
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
    """Put the declarations of a style into attributes, which a page's policy allows; the typeface is the page's."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            name, value = "font-size", _SIZE.findall(value)[0]
        if name:
            element.set(name, value)
    # Matplotlib turns every text, most of them not at all.
    for name in ("font-family", "transform") if element.tag == "text" else ():
        element.attrib.pop(name, None)
    for name in ("fill", "stroke"):
        if name in element.attrib:
            element.set(name, colours.get(element.attrib[name], element.attrib[name]))


def _drop_ids(root: ET.Element) -> None:
    """Take away the ids that nothing refers to: those of two plots on one page would be the same."""
    used = {i for element in root.iter() for value in element.attrib.values() for i in _REFERENCE.findall(value)}
    for element in root.iter():
        if element.get("id") not in used:
            element.attrib.pop("id", None)
