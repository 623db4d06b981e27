"""An overview of many articles: who is quoted most, how much of it is direct, who is named, through whom."""

from quotekit.report.affiliations import affiliation_of
from quotekit.report.counts import Counts, OutletRow, Overview, Row, summarize
from quotekit.report.inputs import Input, find_inputs, read_articles
from quotekit.report.names import read_aliases
from quotekit.report.page import write_report
from quotekit.report.plots import require_matplotlib
from quotekit.report.source_types import SOURCE_TYPES, SourceType
from quotekit.report.sources import (
    CarriedRow,
    SourceCounts,
    SourceOverview,
    SourceRow,
    SourceTally,
    summarize_sources,
)

__all__ = [
    "SOURCE_TYPES",
    "CarriedRow",
    "Counts",
    "Input",
    "OutletRow",
    "Overview",
    "Row",
    "SourceCounts",
    "SourceOverview",
    "SourceRow",
    "SourceTally",
    "SourceType",
    "affiliation_of",
    "find_inputs",
    "read_aliases",
    "read_articles",
    "require_matplotlib",
    "summarize",
    "summarize_sources",
    "write_report",
]
