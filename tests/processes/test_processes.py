"""Texts read by several processes: order, errors, lost workers, and the end of all of them."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import InputError, SettingError, WorkerError
from quotekit.processes import Failure, count_processes, read_here, read_in_processes
from quotekit.processes.chunks import cut_chunks
from tests.processes.readers import die_on, fail_oddly, shout, shout_or_fail, wait_on


def read(function: Callable[..., Any], texts: Sequence[Any], n_process: int = 2, batch_size: int = 2) -> list[Any]:
    """Read texts in processes, with their places as what comes with them."""
    inputs = ((text, None, place) for place, text in enumerate(texts))
    return list(read_in_processes(function, inputs, batch_size, n_process))


@pytest.fixture(name="method", params=["fork", "spawn"])
def fixture_method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start processes by each method in turn."""
    # The processes find the readers by the path that they inherit.
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)


class TestOrder:
    """What comes back, and when."""

    @pytest.mark.parametrize("n_process", [1, 2, 3])
    @pytest.mark.parametrize("batch_size", [1, 2, 100])
    def test_order(self, n_process: int, batch_size: int) -> None:
        """Results come in the order of the texts, with what came with them and their places in the stream."""
        texts = [f"text {n}" for n in range(11)]

        found = read(shout, texts, n_process, batch_size)

        assert [((n, f"TEXT {n}"), n) for n in range(11)] == found

    @pytest.mark.usefixtures("method")
    def test_start_methods(self) -> None:
        """Processes may be forked or started anew."""
        assert [((0, "A"), 0), ((1, "\ud800"), 1)] == read(shout, ["a", "\ud800"])

    def test_nothing(self) -> None:
        """Of no texts comes nothing, and no process is started."""
        assert [] == read(shout, [])

    def test_is_a_stream(self) -> None:
        """The first result comes before an endless stream has been read far."""
        asked = 0

        def endless() -> Iterator[tuple[str, None, int]]:
            nonlocal asked
            while True:
                asked += 1
                yield "x", None, asked

        results = read_in_processes(shout, endless(), 3, 2)
        first = [next(results) for _ in range(20)]
        results.close()

        assert [(n, "X") for n in range(20)] == [result for result, _ in first]
        assert asked <= 20 + 3 * (2 * 4 + 2)

    def test_results_do_not_wait_for_the_input(self) -> None:
        """What is read is returned though the stream goes on: a text that comes late holds back none before it."""
        taken: list[int] = []

        def late() -> Iterator[tuple[str, None, int]]:
            for n in range(100):
                if n == 50:
                    assert taken
                yield "x" * 30_000, None, n

        for _, n in read_in_processes(shout, late(), 1, 2):
            taken.append(n)

        assert list(range(100)) == taken


class TestErrors:
    """Texts that cannot be read."""

    def test_of_the_stream(self) -> None:
        """An error that the stream itself raises comes after the results of the texts before it."""

        def broken() -> Iterator[tuple[str, None, int]]:
            yield from (("x", None, n) for n in range(5))
            raise ConnectionResetError

        found = []
        with pytest.raises(ConnectionResetError):
            found.extend(n for _, n in read_in_processes(shout, broken(), 2, 2))

        assert list(range(5)) == found

    @pytest.mark.usefixtures("method")
    def test_travel(self) -> None:
        """An error comes back in the place of its text; the others are read."""
        [(one, _), (two, _), (three, _)] = read(shout_or_fail, ["a", "bad", "b"])

        assert ("A", "B") == (one, three)
        assert (1, "ValueError: bad") == (two.index, two.reason)

    def test_of_the_parent(self) -> None:
        """A value that is no text is not even sent."""
        [(one, _), (two, _), (three, _)] = read(shout, ["a", lambda: 5, "b"], batch_size=3)

        assert ((0, "A"), (2, "B")) == (one, three)
        assert isinstance(two.error, InputError)

    def test_that_cannot_be_sent(self) -> None:
        """An error that cannot be pickled and read back is told of in words."""
        [(failure, _)] = read(fail_oddly, ["It rained."])

        assert isinstance(failure.error, WorkerError)
        assert "OddError" in failure.reason

    def test_show_where_they_were_raised(self) -> None:
        """An error from a process has the traceback of there as its cause."""
        [(failure, _)] = read(functools.partial(int, base=3), ["1"])  # not a function that reads texts

        assert "_read" in str(failure.error.__cause__)

    def test_unpicklable_function(self) -> None:
        """What cannot be sent to a process that is started anew is refused."""
        before = multiprocessing.get_start_method()
        multiprocessing.set_start_method("spawn", force=True)
        try:
            with pytest.raises(WorkerError, match="cannot be sent to another process"):
                read(lambda texts, _: list(texts), ["a"])
        finally:
            multiprocessing.set_start_method(before, force=True)
        assert [] == multiprocessing.active_children()


class TestLostWorkers:
    """Processes that are killed."""

    @pytest.mark.usefixtures("method")
    def test_are_replaced(self, tmp_path: Path) -> None:
        """If a worker is killed once, nothing is lost."""
        texts = [f"text {n}" for n in range(9)]

        found = read(functools.partial(die_on, "text 4", tmp_path / "killed"), texts, batch_size=3)

        assert [(n, f"TEXT {n}") for n in range(9)] == [result for result, _ in found]
        assert tmp_path.joinpath("killed").exists()

    def test_lose_one_text_at_most(self) -> None:
        """A text at which every worker is killed is named; all others are read."""
        texts = [f"text {n}" for n in range(9)]

        found = [result for result, _ in read(functools.partial(die_on, "text 4", None), texts, batch_size=3)]
        failure = found.pop(4)

        assert [(n, f"TEXT {n}") for n in range(9) if n != 4] == found
        assert (4, WorkerError) == (failure.index, type(failure.error))
        assert "text 4, which begins 'text 4' (str) (killed by signal 9)" in failure.reason

    def test_while_idle(self) -> None:
        """A worker that is killed while it has nothing to do is replaced, too."""
        results = read_in_processes(shout, ((str(n), None, n) for n in range(60)), 1, 2)
        found = [next(results)[0]]
        for worker in multiprocessing.active_children():
            os.kill(worker.pid or 0, signal.SIGKILL)
        found += [result for result, _ in results]

        assert [(n, str(n)) for n in range(60)] == found

    def test_that_never_start(self, tmp_path: Path) -> None:
        """A script without the guard that new processes need gets an error, not one process after the other."""
        script = tmp_path / "script.py"
        script.write_text(
            "import multiprocessing; multiprocessing.set_start_method('spawn', force=True)\n"
            "import quotekit\n"
            "list(quotekit.Extractor().pipe(['It rained.'], n_process=2))\n"
        )
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)

        assert 1 == done.returncode
        assert "WorkerError: a worker process ended before it was ready (exit code 1); start processes" in done.stderr


class TestEnd:
    """However it ends, no process is left."""

    @pytest.mark.usefixtures("method")
    def test_exhausted(self) -> None:
        """After the last result all processes have ended."""
        read(shout, ["a", "b", "c"])

        assert [] == multiprocessing.active_children()

    def test_closed_early(self) -> None:
        """An iterator that is closed, or forgotten, ends its processes at once, whatever they are doing."""
        results = read_in_processes(wait_on, ((text, None, None) for text in ["a", "wait", "b"]), 1, 2)
        next(results)
        assert multiprocessing.active_children()
        del results

        assert [] == multiprocessing.active_children()


class TestCutChunks:
    """Short texts together, long ones alone."""

    @given(st.lists(st.integers(0, 50_000)), st.integers(1, 5))
    def test_any_lengths(self, lengths: list[int], most: int) -> None:
        """Chunks have all texts in their order; one of several texts is short, and none is empty."""
        chunks = list(cut_chunks([("x" * length, None, length) for length in lengths], most))

        assert lengths == [text.context for chunk in chunks for text in chunk]
        assert list(range(len(lengths))) == [text.index for chunk in chunks for text in chunk]
        assert all(1 <= len(chunk) <= most for chunk in chunks)
        assert all(sum(text.context for text in chunk) <= 20_000 for chunk in chunks if len(chunk) > 1)

    def test_takes_no_more_than_it_needs(self) -> None:
        """A chunk that is full is returned before the next text is asked for."""
        taken = []

        def stream() -> Iterator[tuple[str, None, int]]:
            for n in range(5):
                taken.append(n)
                yield "x", None, n

        next(cut_chunks(stream(), 2))

        assert [0, 1] == taken


class TestReadHere:
    """The same in this process."""

    def test_like_processes(self) -> None:
        """Results and failures are the same as from other processes."""
        texts = ["a", "bad", "b", "c", "bad"]

        def plain(results: Iterator[Any]) -> list[Any]:
            return [((one.index, one.reason) if isinstance(one, Failure) else one, context) for one, context in results]

        inputs = [(text, None, n) for n, text in enumerate(texts)]
        here = plain(read_here(shout_or_fail, inputs, 2))

        assert here == plain(read_in_processes(shout_or_fail, inputs, 2, 2))
        assert [("A", 0), ((1, "ValueError: bad"), 1)] == here[:2]


class TestCountProcesses:
    """How many processes are meant."""

    @pytest.mark.parametrize("value", [0, -2, 1.5, True, "2", None], ids=repr)
    def test_refuses_others(self, value: Any) -> None:
        """Anything but a positive number and -1 is refused."""
        with pytest.raises(SettingError) as raised:
            count_processes(value)

        assert ("n_process", value) == (raised.value.setting, raised.value.value)

    def test_in_a_worker(self) -> None:
        """A process of a pool, which may start none, says so."""
        with multiprocessing.get_context("fork").Pool(1) as pool, pytest.raises(SettingError, match="may start no"):
            pool.apply(count_processes, (2,))
