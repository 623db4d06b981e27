"""Chains of outlets."""

from __future__ import annotations

from quotekit.provenance.outlet_chains import extend_chain, without_spans
from quotekit.records import Outlet, TextSpan

CNN = Outlet("CNN", TextSpan(0, 3, "CNN"))


class TestExtendChain:
    """extend_chain()."""

    def test_others(self) -> None:
        """Others come behind."""
        assert (CNN, Outlet("BBC")) == extend_chain((CNN,), [Outlet("BBC")])

    def test_same_name(self) -> None:
        """A name that is there already, capitals and accents apart, is not added."""
        assert (CNN,) == extend_chain((CNN,), [Outlet("Cnn")])


class TestWithoutSpans:
    """without_spans()."""

    def test_names(self) -> None:
        """Only the names are left."""
        assert (Outlet("CNN"),) == without_spans([CNN])
