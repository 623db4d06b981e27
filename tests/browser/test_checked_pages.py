"""The pages of verification and matching in a browser: readable everywhere, with all markup escaped."""

from __future__ import annotations

import io

import attrs
import pytest

from quotekit.matching import cluster
from quotekit.matching.write import write_html as write_matched
from quotekit.verify import verify_article
from quotekit.verify.write import write_html as write_checked
from tests.browser.chromium import Browser
from tests.exporters.test_html import HOSTILE
from tests.matching.test_clusters import WHOLE, article

pytestmark = pytest.mark.browser

LONG = "x" * 300
OTHER = WHOLE.replace("until the spring", "for a year")


def checked(speaker: str, source: str) -> str:
    """Return the page of a quotation that differs from its source."""
    some = article(speaker, OTHER, speaker)
    stream = io.StringIO()
    write_checked([(some, verify_article(some, {source: f"{source} said so. {WHOLE} {source}."}))], stream)
    return stream.getvalue()


def matched(speaker: str, outlet: str) -> str:
    """Return the page of a statement in three versions."""
    some = [article("1", WHOLE, speaker, outlet=outlet, date="2024-05-04"), article("2", OTHER, speaker, outlet="Post")]
    stream = io.StringIO()
    write_matched(cluster([*some, attrs.evolve(some[0], id="3", meta={"outlet": "Radio Norland"})]), stream)
    return stream.getvalue()


@pytest.fixture(name="page", scope="module", params=[checked, matched], ids=["checked", "matched"])
def fixture_page(request: pytest.FixtureRequest) -> str:
    """Return a page with usual and with very long words."""
    page: str = request.param("Nora Lind", LONG)
    return page


class TestPages:
    """Both pages."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_contrast(self, browser: Browser, page: str, scheme: str) -> None:
        """All text is readable in light and dark mode."""
        browser.media(scheme=scheme).open(page)

        assert [] == browser.low_contrasts()
        assert browser.run("return document.querySelectorAll('ins').length") > 1

    def test_phone(self, browser: Browser, page: str) -> None:
        """On a phone only tables require horizontal scrolling, which the keyboard can do."""
        browser.phone().open(page)

        assert 360 == browser.width()
        assert {0} >= {table.get_property("tabIndex") for table in browser.all(".scrolled")}

    @pytest.mark.parametrize("make", [checked, matched])
    def test_hostile(self, browser: Browser, make: object) -> None:
        """Markup is escaped, and no script runs."""
        assert callable(make)
        browser.open(make(HOSTILE, HOSTILE))

        assert 0 == browser.run("return document.querySelectorAll('img, script').length")
        assert HOSTILE in browser.text("bdi")
