"""One headless Chromium for all tests in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Browser


@pytest.fixture(name="chromium", scope="session")
def fixture_chromium() -> Iterator[Browser]:
    """Return the browser, started once."""
    browser = Browser.start()
    yield browser
    browser.driver.quit()


@pytest.fixture(name="browser")
def fixture_browser(chromium: Browser, tmp_path: Path) -> Iterator[Browser]:
    """Return the browser after a reset; fail after a test if it logged errors or requested other pages."""
    chromium.reset(tmp_path)
    yield chromium
    complaints, requests = chromium.complaints(), chromium.requests()

    assert ([], []) == (complaints, [address for address in requests if not address.startswith(("file:", "data:"))])
