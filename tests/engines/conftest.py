"""What the tests of all engines share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engines.articles import expected_rows


@pytest.fixture(name="expected", scope="session")
def fixture_expected() -> list[dict[str, Any]]:
    """Return the rows that one process makes of the articles."""
    return expected_rows()
