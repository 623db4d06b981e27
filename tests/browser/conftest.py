"""One headless Chromium for all tests in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Browser


@pytest.fixture(name="chromium", scope="session")
def fixture_chromium() -> Iterator[Browser]:
    """The browser, started once."""
    browser = Browser.start()
    yield browser
    browser.driver.quit()


@pytest.fixture(name="browser")
def fixture_browser(chromium: Browser, tmp_path: Path) -> Iterator[Browser]:
    """The browser as new. After the test it must have had nothing to complain of, and have asked for no other page."""
    chromium.reset(tmp_path)
    yield chromium
    complaints, requests = chromium.complaints(), chromium.requests()

    assert ([], []) == (complaints, [address for address in requests if not address.startswith(("file:", "data:"))])
