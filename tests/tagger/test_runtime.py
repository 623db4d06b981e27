"""ONNX Runtime: it sends nothing, keeps one copy of a model, and processes that are forked can be used and can end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from quotekit.tagger.runtime import start_session
from quotekit.tagger.session import DEFAULT_MODEL

FORK = """
import os, sys, threading
import quotekit
extractor = quotekit.Extractor(threads=int(sys.argv[1]))
text = "It rained, she said."
here = extractor.extract(text)
pid = os.fork()
if not pid:
    same = sys.argv[2] == "idle" or extractor.extract(text) == here
    sys.exit(0 if same else 3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), extractor.extract(text) == here)
"""
DECIDED = """
import os
import quotekit
quotekit.extract("It rained, she said.")
print(os.environ["ORT_DISABLE_TELEMETRY"])
"""
LATE = """
import onnxruntime
from unittest.mock import patch
with patch("onnxruntime.disable_telemetry_events") as disable:
    import quotekit
    quotekit.extract("It rained, she said.")
print(disable.call_count)
"""


def run(script: str, *arguments: str, **environment: str) -> str:
    """Return what a script prints; it must end in time."""
    command = [sys.executable, "-W", "ignore", "-c", script, *arguments]
    without = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=120, env={**without, **environment}
    )
    return done.stdout.strip()


class TestTelemetry:
    """What the library reports to its makers."""

    def test_is_off(self) -> None:
        """It is switched off before the library is imported."""
        assert "1" == run(DECIDED)

    def test_is_the_users_choice(self) -> None:
        """What the environment says is left as it is."""
        assert "0" == run(DECIDED, ORT_DISABLE_TELEMETRY="0")

    @pytest.mark.parametrize(("expected", "environment"), [("1", {}), ("0", {"ORT_DISABLE_TELEMETRY": "0"})])
    def test_imported_before(self, expected: str, environment: dict[str, str]) -> None:
        """Where the library was imported before, its events are switched off, unless the environment says otherwise."""
        assert expected == run(LATE, **environment)


class TestFork:
    """Processes that are forked after the model was loaded."""

    @pytest.mark.parametrize("threads", ["1", "2"])
    @pytest.mark.parametrize("use", ["idle", "used"])
    def test_ends(self, threads: str, use: str) -> None:
        """The child finds the same, and ends when it is told to; the parent goes on."""
        assert "0 True" == run(FORK, threads, use)


class TestStartSession:
    """Sessions."""

    def test_keeps_no_graph(self) -> None:
        """The graph is not kept in memory beside the weights that were read from it."""
        graph = (DEFAULT_MODEL / "model.onnx").read_bytes()
        before = sys.getrefcount(graph)

        session = start_session(graph, 1)

        assert session.get_inputs()
        assert before == sys.getrefcount(graph)
