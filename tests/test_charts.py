"""The charts of the documentation show the figures they are drawn from."""

from __future__ import annotations

import json
import re
import runpy
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHARTS = json.loads(ROOT.joinpath("benchmarks", "figures.json").read_text(encoding="utf-8"))
SCRIPT = runpy.run_path(str(ROOT / "benchmarks" / "charts.py"))


def shown(name: str) -> str:
    """Read a chart of the documentation."""
    return ROOT.joinpath("docs", "images", f"{name}.svg").read_text(encoding="utf-8")


def labels(svg: str) -> list[str]:
    """Find the words and numbers that a chart shows."""
    return [unescape(text) for text in re.findall(r"<text[^>]*>(.*?)</text>", svg)]


@pytest.mark.parametrize("name", CHARTS)
class TestCharts:
    """Each chart is what the script draws from the figures."""

    def test_figures(self, name: str) -> None:
        """The description in a chart lists the figures of the file."""
        found = re.findall(r"<desc>(.*)</desc>", shown(name))

        assert [SCRIPT["description"](CHARTS[name])] == [unescape(text) for text in found]

    def test_labels(self, name: str) -> None:
        """A chart drawn anew has the same labels, in the same order."""
        assert labels(SCRIPT["draw"](name, CHARTS[name])) == labels(shown(name))

    def test_drawing_is_repeatable(self, name: str) -> None:
        """A chart drawn twice is the same, byte for byte."""
        assert SCRIPT["draw"](name, CHARTS[name]) == SCRIPT["draw"](name, CHARTS[name])


def test_check_finds_other_figures() -> None:
    """A chart whose figures differ from those in the file is outdated."""
    (name, chart), *_ = CHARTS.items()

    assert [name] == SCRIPT["outdated"]({name: {**chart, "unit": "other"}})
    assert [] == SCRIPT["outdated"](CHARTS)
