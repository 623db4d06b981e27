"""A section of the page: a plot, a table of the same figures, and all of them as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

import attrs
from markupsafe import Markup

from quotekit.exporters.encodable import encodable
from quotekit.exporters.spreadsheets import no_formula
from quotekit.report.plots import Bar, Series, draw

__all__ = ["MAX_BARS", "MAX_ROWS", "Section", "csv_link", "percent", "plot"]

#: As many bars as can be compared at a glance.
MAX_BARS = 12
#: As many rows as people read; the CSV has all of them.
MAX_ROWS = 25


@attrs.frozen
class Section:
    """A plot and its table."""

    #: The heading.
    title: str
    #: The explanation.
    text: str
    #: The plot, an SVG element.
    plot: Markup
    #: The column headings of the table.
    columns: tuple[str, ...]
    #: The cells of each row.
    rows: tuple[tuple[str, ...], ...]
    #: Number of rows that are left out.
    more: int
    #: All rows as CSV, an address with the data in it.
    csv: str
    #: Whether the cells are texts rather than numbers.
    is_list: bool = False

    @property
    def file(self) -> str:
        """The name of the CSV file."""
        return f"{'-'.join(re.findall('[a-z]+', self.title.lower()))}.csv"


def plot(bars: Sequence[Bar], series: Sequence[Series], title: str, *, shares: bool = False) -> Markup:
    """
    Draw the first bars of a section.

    Args:
        bars: The bars.

        series: The parts of each bar.

        title: The section's title.

        shares: Whether all bars have the full width and show percentages.

    Returns:
        The SVG element.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    label = f"{title}, as bars; the table has the same figures"
    svg = draw(bars[:MAX_BARS], series, label=label, shares=shares)
    return Markup(svg)  # noqa: S704  # serialized by an XML library, which escapes


def percent(share: float | None) -> str:
    """
    Format a share for people.

    Args:
        share: The share, from 0 to 1; None if there is none.

    Returns:
        A whole percentage, or a dash.

    Example:
        >>> percent(0.754), percent(None)
        ('75%', '–')
    """
    return "–" if share is None else f"{share:.0%}"


def csv_link(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """
    Write rows as CSV into an address, so that a page needs no other file.

    Args:
        columns: The header.

        rows: The rows: strings, numbers and None. A string that a spreadsheet would take for a formula gets an
            apostrophe in front of it.

    Returns:
        An address that begins with ``data:text/csv``.

    Example:
        >>> csv_link(("name", "number"), [("Ida, Bo", 2), ("=1+1", None)])
        'data:text/csv;charset=utf-8,name,number%0D%0A%22Ida,%20Bo%22,2%0D%0A%27%3D1%2B1,%0D%0A'
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return f"data:text/csv;charset=utf-8,{quote(stream.getvalue(), safe=',')}"


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Before Python 3.11 the csv module rejects null bytes, which no spreadsheet shows.
    return no_formula(encodable(value).replace("\0", "\ufffd"))
