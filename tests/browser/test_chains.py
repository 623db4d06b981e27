"""The page of chains in a browser: readable in light and dark mode and on phones, usable by keyboard, no scripts."""

from __future__ import annotations

import io

import attrs
import pytest

from quotekit.graph import write_chains
from quotekit.records import Article
from tests.browser.chromium import Browser, Keys
from tests.exporters.test_html import hostile
from tests.exporters.test_json_csv import ARTICLE
from tests.graph.test_document import NESTED

pytestmark = pytest.mark.browser


def page(*some: Article) -> str:
    """Return the page of articles."""
    stream = io.StringIO()
    write_chains(some, stream)
    return stream.getvalue()


@pytest.fixture(name="usual", scope="module")
def fixture_usual() -> str:
    """Return the page of two articles."""
    return page(NESTED, attrs.evolve(ARTICLE, id="x" * 300))


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestColours:
    """Light and dark."""

    def test_contrast(self, browser: Browser, usual: str, scheme: str) -> None:
        """All text is readable; that of the article's box is on the box's own colour."""
        browser.media(scheme=scheme).open(usual)
        low = [found for found in browser.low_contrasts() if "This article" not in str(found)]

        assert [] == low

    def test_article(self, browser: Browser, usual: str, scheme: str) -> None:
        """The box of the article has the colours of the page the other way round."""
        browser.media(scheme=scheme).open(usual)
        ground, ink = browser.run(
            "const s = getComputedStyle(document.body), g = document.querySelector('rect.article'); "
            "return [[getComputedStyle(g).fill, s.color], "
            "[getComputedStyle(g.parentElement.querySelector('text')).fill, s.backgroundColor]]"
        )

        assert (ground[0], ink[0]) == (ground[1], ink[1])


class TestKeyboard:
    """The keyboard."""

    def test_links(self, browser: Browser, usual: str) -> None:
        """The tab key visits each box, and the enter key goes to its statements."""
        browser.open(usual)
        first = browser.all("svg a")[0]
        first.send_keys(Keys.ENTER)

        assert browser.run("return location.hash") == first.get_dom_attribute("href")
        assert browser.run("return document.querySelector('li:target') !== null")
        assert [0] * len(browser.all("svg a")) == [link.get_property("tabIndex") for link in browser.all("svg a")]

    def test_names(self, browser: Browser, usual: str) -> None:
        """Each box says what it is, and how many statements it has."""
        browser.open(usual)

        assert "outlet CNN: 1 statement" in [link.get_dom_attribute("aria-label") for link in browser.all("svg a")]


class TestPhone:
    """A screen of 360 pixels."""

    def test_width(self, browser: Browser, usual: str) -> None:
        """Only drawings require horizontal scrolling, which the keyboard can do."""
        browser.phone().open(usual)

        assert 360 == browser.width()
        assert [0, 0] == [drawing.get_property("tabIndex") for drawing in browser.all(".scrolled")]

    def test_type(self, browser: Browser, usual: str) -> None:
        """Drawings keep their size."""
        browser.phone().open(usual)
        shown, drawn = browser.run(
            "const p = document.querySelector('.drawing'); return [p.getBoundingClientRect().width, "
            "p.viewBox.baseVal.width]"
        )

        assert drawn == pytest.approx(shown, abs=1)


def test_no_text_leaves_its_box(browser: Browser, usual: str) -> None:
    """Names stay inside their boxes."""
    browser.open(usual)
    outside = browser.run("""
      return [...document.querySelectorAll("svg text")].filter((text) => {
        const [box, own] = [text.parentElement.querySelector("rect"), text].map((e) => e.getBoundingClientRect());
        return own.left < box.left || own.right > box.right || own.top < box.top || own.bottom > box.bottom;
      }).map((text) => text.textContent);
    """)

    assert [] == outside


def test_hostile(browser: Browser) -> None:
    """No text becomes markup, and nothing runs; the browser would complain about what the page's policy forbids."""
    browser.open(page(hostile()))

    assert 0 == browser.run("return document.querySelectorAll('img, script, iframe').length")
    assert ["#chain-1-1"] * len(browser.all("svg a")) == [a.get_dom_attribute("href") for a in browser.all("svg a")]
