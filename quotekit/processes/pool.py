"""The parent's side: which worker reads what, in which order results come back, and how lost workers are replaced."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Generic

import attrs

from quotekit.errors import SettingError, WorkerError, describe
from quotekit.processes.chunks import Chunk, Failure, Input, Outcome, Read, ResultT, Text, cut_chunks
from quotekit.processes.parcels import pack
from quotekit.processes.worker import READY, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["count_processes", "read_here", "read_in_processes"]

# Chunks that each worker may be ahead of the results taken: no worker waits for another's chunk a little longer than
# its own, and a stream is never read ahead without limit.
_CHUNKS_AHEAD = 4
_GRACE_SECONDS = 1
_MAIN_GUARD = (
    "start processes only below 'if __name__ == \"__main__\":' in a script, and see what the process itself has printed"
)


def count_processes(n_process: int) -> int:
    """
    Return the number of processes that a setting stands for.

    Args:
        n_process: A number of processes, or -1 for one per core that this process may use.

    Returns:
        The number.

    Raises:
        SettingError: It is neither, or this process may not start others.

    Example:
        >>> count_processes(2), count_processes(-1) > 0
        (2, True)
    """
    if isinstance(n_process, bool) or not isinstance(n_process, int) or (n_process < 1 and n_process != -1):
        remedy = "give -1 for all cores"
        problem = "it must be a whole number from 1, or -1"
        raise SettingError(setting="n_process", value=n_process, problem=problem, remedy=remedy)
    if n_process == -1:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        n_process = cores or 1
    if n_process > 1 and multiprocessing.current_process().daemon:
        problem = "this process is itself a worker of a pool and may start no others"
        raise SettingError(setting="n_process", value=n_process, problem=problem, remedy="use 1 here")
    return n_process


def read_here(
    read: Read[ResultT], inputs: Iterable[Input], batch_size: int
) -> Generator[tuple[Outcome[ResultT], Any], None, None]:
    """
    Read texts in this process.

    Args:
        read: Reads texts.

        inputs: The texts.

        batch_size: How many texts are read at once.

    Yields:
        The outcome of each text with what stayed in this process, in the order of the texts.
    """
    for chunk in cut_chunks(inputs, batch_size):
        outcomes = read([(text.content, text.about) for text in chunk], chunk[0].index)
        yield from zip(outcomes, (text.context for text in chunk), strict=True)


def read_in_processes(
    read: Read[ResultT], inputs: Iterable[Input], batch_size: int, n_process: int
) -> Generator[tuple[Outcome[ResultT], Any], None, None]:
    """
    Read texts in other processes, which end when the iterator is closed for whatever reason.

    A worker that is killed is replaced, and each text that it had is read once more, alone.

    Args:
        read: Reads texts; it is sent to the workers once.

        inputs: The texts. What is to be known about them is sent with them.

        batch_size: How many texts are sent at once, at most.

        n_process: How many processes, at most.

    Yields:
        The outcome of each text with what stayed in this process, in the order of the texts.

    Raises:
        WorkerError: No worker can be started.
    """
    pool: _Pool[ResultT] = _Pool(read, n_process)
    ahead: deque[Chunk[ResultT]] = deque()
    errors: list[Exception] = []
    try:
        for chunk in cut_chunks(_until_error(inputs, errors), batch_size):
            ahead.append(chunk)
            pool.submit(chunk)
            while ahead and (_is_read(ahead[0]) or len(ahead) >= _CHUNKS_AHEAD * n_process):
                yield from pool.results(ahead.popleft())
                if pool.is_hungry:
                    break
        while ahead:
            yield from pool.results(ahead.popleft())
    finally:
        pool.close()
    if errors:
        raise errors[0]


def _until_error(inputs: Iterable[Input], errors: list[Exception]) -> Iterator[Input]:
    """Yield inputs; an error that their iterator raises is kept for later: results before it come first."""
    try:
        yield from inputs
    except Exception as error:  # noqa: BLE001  # raised after the results before it
        errors.append(error)


def _is_read(chunk: Chunk[Any]) -> bool:
    return all(text.outcome is not None for text in chunk)


@attrs.define(eq=False)
class _Worker:
    """A process, and what it is reading."""

    process: BaseProcess
    pipe: Connection
    #: Whether it has started, and waits for chunks.
    is_ready: bool = False
    #: The chunk that it reads; empty while it has none.
    chunk: Chunk[Any] = attrs.field(factory=list)


@attrs.define(eq=False)
class _Pool(Generic[ResultT]):
    """Workers, and the chunks that wait for one."""

    read: Read[ResultT]
    n_process: int
    workers: list[_Worker] = attrs.field(factory=list)
    waiting: deque[Chunk[ResultT]] = attrs.field(factory=deque)

    @property
    def is_hungry(self) -> bool:
        """Whether a worker has nothing to do, or another one could be started."""
        busy = sum(bool(worker.chunk) for worker in self.workers)
        return not self.waiting and busy < self.n_process

    def submit(self, chunk: Chunk[ResultT]) -> None:
        """Add a chunk to those that wait."""
        for text in chunk:
            _pack(text)
        self.waiting.extend(_parts(chunk))
        self._collect(0)

    def results(self, chunk: Chunk[ResultT]) -> Iterator[tuple[Outcome[ResultT], Any]]:
        """Wait for a chunk; yield its outcomes with what came with the texts."""
        while not _is_read(chunk):
            self._collect(None)
        for text in chunk:
            if text.outcome is not None:
                yield text.outcome, text.context
                self._collect(0)

    def close(self) -> None:
        """End all workers at once."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            _end(worker)
        self.workers.clear()

    def _collect(self, timeout: float | None) -> None:
        """Receive what the workers have sent, waiting for one of them if there is no *timeout*; send them more."""
        self._dispatch()
        busy = {worker.pipe: worker for worker in self.workers if worker.chunk}
        for pipe in connection.wait(list(busy), timeout):
            self._receive(busy[pipe])  # type: ignore[index]  # only sockets and the like have other types
        self._dispatch()

    def _receive(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if message == READY:
            worker.is_ready = True
            return
        for text, outcome in zip(worker.chunk, message, strict=True):
            text.outcome, text.content = outcome, None
        worker.chunk = []

    def _dispatch(self) -> None:
        """Give each idle worker a chunk, and start workers as long as chunks wait."""
        while self.waiting:
            worker = next((worker for worker in self.workers if not worker.chunk), None)
            if worker is None:
                if len(self.workers) == self.n_process:
                    return
                worker = _start(self.read)
                self.workers.append(worker)
            worker.chunk = self.waiting.popleft()
            try:
                worker.pipe.send(([(text.content, text.about) for text in worker.chunk], worker.chunk[0].index))
            except OSError:
                self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Forget a worker that is gone; each of its texts is read again, alone, unless that has been tried before."""
        self.workers.remove(worker)
        code = _end(worker)
        if not worker.is_ready and code >= 0:
            problem = f"a worker process ended before it was ready (exit code {code})"
            raise WorkerError(problem, _MAIN_GUARD)
        for text in reversed(worker.chunk):
            if text.is_suspect:
                text.outcome = Failure(text.index, _lost(text, code))
                text.content = None
            else:
                text.is_suspect = True
                self.waiting.appendleft([text])


def _pack(text: Text[Any]) -> None:
    """Make a text ready to be sent; if it cannot be, that is its outcome."""
    try:
        text.content = pack(text.content)
    except Exception as error:  # noqa: BLE001  # a Doc may carry anything
        text.outcome = Failure(text.index, error)


def _parts(chunk: Chunk[Any]) -> Iterator[Chunk[Any]]:
    """Yield the runs of a chunk that are still to be read."""
    for is_read, run in groupby(chunk, key=lambda text: text.outcome is not None):
        if not is_read:
            yield list(run)


def _start(read: Read[Any]) -> _Worker:
    """Start a worker; it has this process's copy of *read*, or a pickled one, as the platform starts processes."""
    context = multiprocessing.get_context()
    ours, theirs = context.Pipe()
    # A daemon ends with this process, even if nobody closes the pool.
    process = context.Process(target=serve, args=(theirs, read), daemon=True, name="quotekit worker")
    try:
        with _interrupts_blocked():
            process.start()
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        ours.close()
        problem = f"the extractor cannot be sent to another process ({error})"
        raise WorkerError(problem, "define a resolver as a function of a module") from error
    finally:
        theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process that is just being started would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(worker: _Worker) -> int:
    """End a worker; return its exit code, which is its own if it had ended before."""
    worker.pipe.close()
    # A worker whose pipe is closed ends by itself; one that hangs is killed.
    worker.process.join(_GRACE_SECONDS)
    worker.process.kill()
    worker.process.join()
    code = worker.process.exitcode or 0
    worker.process.close()
    return code


def _lost(text: Text[Any], code: int) -> WorkerError:
    """Return the error for a text that two workers were lost with, the second one with this exit code."""
    how = f"exit code {code}" if code >= 0 else f"killed by signal {-code}"
    beginning = f", which begins {describe(text.content)}" if isinstance(text.content, str) else ""
    problem = f"two worker processes ended while they read text {text.index}{beginning} ({how})"
    return WorkerError(problem, "use fewer processes if memory is short, or leave the text out")
