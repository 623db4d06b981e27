"""
Draw the charts of the documentation from ``figures.json``.

The charts are SVG with colours for light and dark pages. The description inside each one lists every figure drawn, so
that ``--check`` can tell whether a chart still shows the figures of the file.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FIGURES = Path(__file__).with_name("figures.json")
IMAGES = Path(__file__).parent.parent / "docs" / "images"

WIDTH_PT = 700
ROW_PT = 24
MARGIN_PT = 16
LABELS_PT = 310
VALUES_PT = 60
PLOT_HEIGHT_PT = 420

# Stand-ins for the page's colours, which the style below sets for light and for dark.
COLOURS = {"ink": "#010201", "soft": "#010202", "line": "#010203", "own": "#010204", "other": "#010205"}
STYLE = """
    svg { --ground: #fbfaf7; --ink: #22262b; --soft: #585f69; --line: #cfcac0; --own: #17559e; --other: #a9a294; }
    @media (prefers-color-scheme: dark) {
      svg { --ground: #1b1e22; --ink: #e7e4dd; --soft: #a9afb8; --line: #474d55; --own: #90c0f7; --other: #6c737d; }
    }
    text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
  """


def bars(chart: dict[str, Any]) -> Figure:
    """
    Draw groups of horizontal bars, each with its name before it and its figure behind it.

    Args:
        chart: The chart's figures.

    Returns:
        The drawing.
    """
    rows = sum(1 + len(group["bars"]) for group in chart["groups"])
    height = ROW_PT * rows + 2 * MARGIN_PT
    figure = Figure(figsize=(WIDTH_PT / 72, height / 72))
    width = WIDTH_PT - LABELS_PT - VALUES_PT
    axes = figure.add_axes((LABELS_PT / WIDTH_PT, MARGIN_PT / height, width / WIDTH_PT, 1 - 2 * MARGIN_PT / height))
    row = 0
    for group in chart["groups"]:
        axes.text(
            -LABELS_PT / width + 0.04, row, group["name"], color=COLOURS["ink"], fontsize=14, va="center_baseline"
        )
        for bar in group["bars"]:
            row += 1
            colour = COLOURS["own" if bar.get("own") else "other"]
            axes.barh(row, bar["value"], 0.66, color=colour)
            axes.text(-0.02, row, bar["name"], color=COLOURS["soft"], fontsize=13, ha="right", va="center_baseline")
            axes.text(
                bar["value"] + 0.012,
                row,
                f"{bar['value']:.3g}",
                color=COLOURS["ink"],
                fontsize=13,
                va="center_baseline",
            )
        row += 1
    axes.axvline(0, color=COLOURS["line"], linewidth=1)
    axes.set_xlim(0, 1)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_axis_off()
    return figure


def reliability(chart: dict[str, Any]) -> Figure:
    """
    Draw confidence against the share that is right; the area of a point grows with the attributions behind it.

    Args:
        chart: The chart's figures.

    Returns:
        The drawing.
    """
    figure = Figure(figsize=(WIDTH_PT / 72, PLOT_HEIGHT_PT / 72))
    axes = figure.add_axes((0.1, 0.13, 0.86, 0.83))
    axes.plot([0, 1], [0, 1], color=COLOURS["soft"], linewidth=1, dashes=(4, 3))
    for point in chart["points"]:
        axes.plot(
            point["confidence"],
            point["right"],
            marker="o",
            color=COLOURS["own"],
            markersize=1.1 * point["count"] ** 0.4,
            markeredgewidth=0,
        )
    _set_up_unit_square(axes, chart)
    return figure


def curves(chart: dict[str, Any]) -> Figure:
    """
    Draw lines over a logarithmic axis, each with its name at its last point.

    Args:
        chart: The chart's figures.

    Returns:
        The drawing.
    """
    figure = Figure(figsize=(WIDTH_PT / 72, PLOT_HEIGHT_PT / 72))
    axes = figure.add_axes((0.1, 0.13, 0.86, 0.83))
    axes.set_xscale("log")
    for line, colour in zip(chart["lines"], ("own", "other"), strict=False):
        xs, ys = zip(*((point["x"], point["y"]) for point in line["points"]), strict=True)
        axes.plot(xs, ys, color=COLOURS[colour], linewidth=2, marker="o", markersize=7)
        axes.annotate(
            line["name"],
            (xs[-1], ys[-1]),
            xytext=(0, 12),
            textcoords="offset points",
            color=COLOURS["ink"],
            fontsize=13,
            ha="right",
        )
    axes.set_ylim(0, 1.4 * max(point["y"] for line in chart["lines"] for point in line["points"]))
    _set_up_axes(axes, chart)
    return figure


def _set_up_unit_square(axes: Axes, chart: dict[str, Any]) -> None:
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xticks(ticks)
    axes.set_yticks(ticks)
    _set_up_axes(axes, chart)


def _set_up_axes(axes: Axes, chart: dict[str, Any]) -> None:
    axes.set_xlabel(chart["x"], color=COLOURS["ink"], fontsize=13)
    axes.set_ylabel(chart["y"], color=COLOURS["ink"], fontsize=13)
    axes.tick_params(colors=COLOURS["line"], labelcolor=COLOURS["soft"], labelsize=12)
    axes.grid(color=COLOURS["line"], linewidth=0.5)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_color(COLOURS["line"])


def description(chart: dict[str, Any]) -> str:
    """
    List every figure of a chart.

    Args:
        chart: The chart's figures.

    Returns:
        What the chart says to those who cannot see it.
    """
    if "points" in chart:
        points = (f"{p['right']:.3f} right at {p['confidence']:.3f} ({p['count']})" for p in chart["points"])
        return f"By {chart['x']}: {'; '.join(points)}."
    if "lines" in chart:
        lines = (f"{line['name']}, {_listed(line['points'])}" for line in chart["lines"])
        return f"{chart['y'].capitalize()} by {chart['x']}: {'; '.join(lines)}."
    groups = []
    for group in chart["groups"]:
        shown = (f"{bar['name']}: {bar['value']}" for bar in group["bars"])
        groups.append(f"{group['name']} ({'; '.join(shown)})")
    return f"{chart['unit'].capitalize()}: {', '.join(groups)}."


def _listed(points: list[dict[str, float]]) -> str:
    return ", ".join(f"{point['y']} at {point['x']}" for point in points)


def draw(name: str, chart: dict[str, Any]) -> str:
    """
    Draw one chart.

    Args:
        name: Its name in the file of figures.

        chart: Its figures.

    Returns:
        The SVG.
    """
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": name})
        figure = reliability(chart) if "points" in chart else curves(chart) if "lines" in chart else bars(chart)
        written = io.StringIO()
        no_metadata = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(written, format="svg", transparent=True, metadata=no_metadata)
    return _adapt(written.getvalue(), chart)


def _adapt(svg: str, chart: dict[str, Any]) -> str:
    """Give Matplotlib's SVG a title, a description, a ground, and the page's type and colours."""
    body = svg[svg.index("<defs>") :]
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0]
    for name, colour in COLOURS.items():
        body = body.replace(colour, f"var(--{name})")
    body = re.sub(r"font: ([\d.]+px) [^;\"]+", r"font-size: \1", body)
    body = re.sub(r"^.*\*\{stroke-linejoin.*\n", "", body, flags=re.MULTILINE)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">\n'
        f"  <title>{escape(chart['title'])}</title>\n"
        f"  <desc>{escape(description(chart))}</desc>\n"
        f"  <style>{STYLE}</style>\n"
        '  <rect width="100%" height="100%" rx="10" style="fill: var(--ground)"/>\n'
    )
    return head + body


def outdated(charts: dict[str, dict[str, Any]]) -> list[str]:
    """
    Find the charts that do not show the figures of the file.

    Args:
        charts: The charts by their names.

    Returns:
        The names of those that are missing, or whose title or description differs.
    """
    return [name for name, chart in charts.items() if _shown(name) != (chart["title"], description(chart))]


def _shown(name: str) -> tuple[str, ...]:
    """Read the title and the description of a chart that has been drawn."""
    path = IMAGES / f"{name}.svg"
    svg = path.read_text(encoding="utf-8") if path.exists() else ""
    return tuple(unescape(text) for text in re.findall(r"<(?:title|desc)>(.*?)</", svg))


def main() -> None:
    """Draw the charts, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only check that the charts show the figures of the file")
    charts = json.loads(FIGURES.read_text(encoding="utf-8"))
    if parser.parse_args().check:
        names = outdated(charts)
        if names:
            sys.exit(f"charts that do not show the figures of {FIGURES.name}: {', '.join(names)}")
        return
    for name, chart in charts.items():
        IMAGES.joinpath(f"{name}.svg").write_text(draw(name, chart), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
