"""The report in a browser: readable in light and dark mode, on phones and on paper, with all markup escaped."""

from __future__ import annotations

import io
from urllib.parse import unquote

import attrs
import pytest

from quotekit.records import Article
from quotekit.report import write_report
from tests.browser.chromium import Browser, Keys
from tests.exporters.test_html import HOSTILE, hostile
from tests.exporters.test_json_csv import ARTICLE

pytestmark = pytest.mark.browser

LONG = "x" * 500


def page(*some: Article) -> str:
    """Return the page of a report, with each article grouped by its id."""
    stream = io.StringIO()
    write_report(some, stream, group=lambda article: article.id)
    return stream.getvalue()


@pytest.fixture(name="usual", scope="module")
def fixture_usual() -> str:
    """Return the page of a few articles."""
    other = attrs.evolve(ARTICLE.speakers[0], name=LONG)
    said = tuple(attrs.evolve(a, speaker=other) for a in ARTICLE.attributions)
    return page(ARTICLE, attrs.evolve(ARTICLE, attributions=said, id=LONG))


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestColours:
    """Light and dark."""

    def test_contrast(self, browser: Browser, usual: str, scheme: str) -> None:
        """All text is readable, also in plots."""
        browser.media(scheme=scheme).open(usual)

        assert [] == browser.low_contrasts()
        assert browser.run("return document.querySelectorAll('svg text').length") > 10

    def test_bars(self, browser: Browser, usual: str, scheme: str) -> None:
        """Bars have a contrast of at least 3 with the background."""
        browser.media(scheme=scheme).open(usual)
        fills = browser.run(
            "return [...document.querySelectorAll('pattern rect, path[fill^=\"var(--d\"]')].map((e) => "
            "getComputedStyle(e).fill)"
        )

        assert ([], 4) == (browser.low_contrasts_of(fills, 3), len(set(fills) - {"none"}))


class TestPhone:
    """A screen of 360 pixels."""

    def test_width(self, browser: Browser, usual: str) -> None:
        """Only tables require horizontal scrolling, which the keyboard can do."""
        browser.phone().open(usual)

        assert 360 == browser.width()
        assert [0] * 12 == [table.get_property("tabIndex") for table in browser.all(".scrolled")]

    def test_type(self, browser: Browser, usual: str) -> None:
        """The text in plots stays large enough to read."""
        browser.phone().open(usual)
        scale = browser.run(
            "const p = document.querySelector('.plot'); return p.getBoundingClientRect().width / "
            "p.viewBox.baseVal.width"
        )

        assert 11 * scale >= 10


class TestCsv:
    """The figures of each section as CSV."""

    def test_links(self, browser: Browser, usual: str) -> None:
        """Each section has a link to its CSV that the keyboard reaches, and that has a name of its own."""
        browser.open(usual)
        links = browser.all("a[download]")
        names = [link.get_dom_attribute("aria-label") for link in links]

        assert 12 == len(links) == len(set(names))
        assert [0] * 12 == [link.get_property("tabIndex") for link in links]

    def test_data(self, browser: Browser, usual: str) -> None:
        """The address of a link is CSV, header first."""
        browser.open(usual)
        address = browser.run(
            "return [...document.querySelectorAll('a[download]')].find((a) => a.download.startsWith('named-')).href"
        )

        assert "type,sources,statements,words" == unquote(address.partition(",")[2]).splitlines()[0]


class TestKeyboard:
    """The page without a mouse."""

    def test_tab(self, browser: Browser, usual: str) -> None:
        """The Tab key goes to each table and to its CSV, in the order of the page, and shows where it is."""
        browser.open(usual)
        expected = browser.run("return [...document.querySelectorAll('.scrolled, a[href]')].map((e) => e.outerHTML)")
        reached, outlines = [], set()
        for _ in expected:
            browser.press(Keys.TAB)
            reached.append(browser.run("return document.activeElement.outerHTML"))
            outlines.add(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))

        assert (expected, {"solid"}) == (reached, outlines)

    def test_scroll(self, browser: Browser, usual: str) -> None:
        """The arrow keys scroll a table that is too wide."""
        browser.phone().open(usual)
        browser.run("document.querySelector('.scrolled').focus()")
        browser.press(*[Keys.ARROW_RIGHT] * 3)

        assert browser.wait(lambda: browser.run("return document.querySelector('.scrolled').scrollLeft") > 0)


class TestPlots:
    """Plots beside their tables."""

    def test_plots_are_visible(self, browser: Browser, usual: str) -> None:
        """The plot of each section has the names in its table."""
        browser.open(usual)

        assert [True] * 12 == [plot.is_displayed() for plot in browser.all(".plot")]
        assert "Ida Holm" in browser.text("section:first-of-type svg text")

    def test_no_text_is_cut(self, browser: Browser, usual: str) -> None:
        """No text of a plot is cut off."""
        browser.open(usual)
        outside = browser.run("""
          return [...document.querySelectorAll("svg text")].filter((text) => {
            const [plot, own] = [text.closest("svg"), text].map((e) => e.getBoundingClientRect());
            return own.left < plot.left - 1 || own.right > plot.right + 1
              || own.top < plot.top - 1 || own.bottom > plot.bottom + 1;
          }).map((text) => text.textContent);
        """)

        assert [] == outside

    def test_hostile(self, browser: Browser) -> None:
        """Markup is escaped in tables and plots."""
        browser.open(page(hostile(), attrs.evolve(ARTICLE, id="$x^{")))

        assert 0 == browser.run("return document.querySelectorAll('img, script').length")
        assert HOSTILE in browser.text("bdi")
        assert "$x^{" in browser.text("svg text")

    def test_print(self, browser: Browser, usual: str) -> None:
        """On paper, everything is shown in dark colors."""
        browser.media("print", "dark").open(usual)

        assert browser.run("return getComputedStyle(document.querySelector('svg text')).fill") == "rgb(34, 38, 43)"
        assert ["visible"] * 12 == [table.value_of_css_property("overflow-x") for table in browser.all(".scrolled")]
