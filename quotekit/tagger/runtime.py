"""ONNX Runtime as quotekit uses it: it sends nothing, and a forked process can end."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["import_runtime", "keep_forever", "start_session"]

# From version 1.29 on, the library reports models and runs to its makers, unless this is set before it is imported.
_NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"


def import_runtime() -> Any:
    """
    Import the library with its telemetry turned off, unless the environment says otherwise.

    Returns:
        The module ``onnxruntime``.

    Example:
        >>> import_runtime().__name__
        'onnxruntime'
    """
    is_there = "onnxruntime" in sys.modules
    is_decided = _NO_TELEMETRY in os.environ
    os.environ.setdefault(_NO_TELEMETRY, "1")
    import onnxruntime

    if is_there and not is_decided:
        # Too late for the environment: its thread runs, but it reports neither models nor runs.
        onnxruntime.disable_telemetry_events()
    return onnxruntime


def start_session(graph: bytes, threads: int) -> InferenceSession:
    """
    Start a session.

    Args:
        graph: The graph, an ONNX model.

        threads: How many threads one run uses.

    Returns:
        The session.

    Raises:
        Exception: The graph cannot be read; the library has a class for each reason, and none for all of them.
    """
    runtime = import_runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that wait for work do not spin: it doubles the processor time and saves little.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is written as it should run: further optimizations merge nodes into slower ones.
    options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session: InferenceSession = runtime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    # It keeps the graph for a second try with other providers, which there are none of here: memory for nothing.
    session.disable_fallback()
    vars(session).pop("_model_bytes", None)
    return session


def keep_forever(sessions: Iterable[InferenceSession]) -> None:
    """
    Keep sessions alive to the end of the process.

    After a fork the child has the sessions of its parent without their threads, and destroying a session would wait for
    these threads forever.

    Args:
        sessions: The sessions.
    """
    for session in sessions:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(session))
