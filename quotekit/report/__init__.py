"""An overview of many articles: who is quoted most, how much of it is direct, who is named, and by which outlets."""

from quotekit.report.counts import Counts, OutletRow, Overview, Row, summarize
from quotekit.report.inputs import Input, find_inputs, read_articles
from quotekit.report.names import read_aliases
from quotekit.report.page import write_report
from quotekit.report.plots import require_matplotlib

__all__ = [
    "Counts",
    "Input",
    "OutletRow",
    "Overview",
    "Row",
    "find_inputs",
    "read_aliases",
    "read_articles",
    "require_matplotlib",
    "summarize",
    "write_report",
]
