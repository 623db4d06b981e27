"""The other side of the pipe: a process that reads chunks of texts until its parent is gone."""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing import connection, parent_process
from multiprocessing.pool import ExceptionWithTraceback  # type: ignore[attr-defined]  # missing in its stubs
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any

import attrs

from quotekit.errors import WorkerError, describe
from quotekit.processes.chunks import Failure, Read
from quotekit.processes.parcels import unpack

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["READY", "serve"]

#: The first message of a worker: it has been started.
READY = "ready"


def serve(pipe: Connection, read: Read[Any]) -> None:
    """
    Answer each chunk with its outcomes.

    Args:
        pipe: Where chunks come from: packed texts with what is known about them, and the place of the first in the
            stream.

        read: Reads the texts of a chunk.
    """
    # Ctrl-C reaches all processes of a terminal; the parent decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pipe.send(READY)
    while True:
        try:
            packed, first = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send([_portable(outcome) for outcome in _read(packed, first, read)])


def _end_with_parent() -> None:
    """End this process, whatever it is doing, once its parent has ended for whatever reason."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read(packed: list[Any], first: int, read: Callable[[list[Any], int], list[Any]]) -> list[Any]:
    try:
        return read([(unpack(text), about) for text, about in packed], first)
    except Exception as error:  # noqa: BLE001  # an error is the outcome
        return [Failure(first + place, error) for place in range(len(packed))]


def _portable(outcome: Any) -> Any:
    """Return an outcome that can be pickled and read back, with the traceback of its error."""
    if not isinstance(outcome, Failure):
        return outcome
    error = outcome.error
    carried: Any = ExceptionWithTraceback(error, error.__traceback__)
    try:
        ForkingPickler.loads(ForkingPickler.dumps(carried))
    except Exception:  # noqa: BLE001  # exceptions may do anything when they are unpickled
        problem = f"it raised an error that cannot be sent to another process, {describe(error)}"
        lines = "".join(traceback.format_exception(error))
        carried = WorkerError(problem, f"read the text in one process to see the error itself; it was\n{lines}")
    return attrs.evolve(outcome, error=carried)
