"""Plugins of pytest for mutation testing: one records what the tests run, the other tries mutants on them."""

from __future__ import annotations

import gc
import json
import os
import pickle
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import coverage
import pytest
from mutants import Mutant
from mutation_swap import LeftOutError, Swapper

_ANSWERS, _LINES, _SECONDS = "answers.pickle", "lines.coverage", "seconds.json"
#: The files that a recording has.
RECORDED = (_ANSWERS, _LINES, _SECONDS)
#: A mutant may take so many times as long as its tests did, and so many seconds more.
_PATIENCE = 5
_MORE_SECONDS = 20
_MEMORY_BYTES = 8 << 30
_FAILED, _LEFT_OUT = 1, 3


@attrs.define
class Recorder:
    """Records which tests run which lines, how long each takes, and what the model answers."""

    #: Folder for what is recorded.
    work: Path
    #: The packages whose lines count.
    rooms: Sequence[str]
    _seconds: dict[str, float] = attrs.field(factory=dict)
    _answers: dict[bytes, Any] = attrs.field(factory=dict)
    _coverage: Any = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin, before the first module of quotekit is imported."""
        folders = [str(Path("quotekit", room).resolve()) for room in self.rooms]
        self._coverage = coverage.Coverage(data_file=str(self.work / _LINES), source=folders, config_file=False)
        self._coverage.erase()
        self._coverage.start()
        from quotekit.tagger import session

        load = session._load  # noqa: SLF001  # the one place where a model is loaded
        vars(session)["_load"] = lambda *key: _replayed(load(*key), self._answers)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what one test runs, and how long it takes."""
        self._coverage.switch_context(item.nodeid)
        start = time.process_time()
        try:
            return (yield)
        finally:
            self._seconds[item.nodeid] = time.process_time() - start
            self._coverage.switch_context("")

    def pytest_sessionfinish(self) -> None:
        """Write what was recorded."""
        self._coverage.stop()
        self._coverage.save()
        (self.work / _SECONDS).write_text(json.dumps(self._seconds), encoding="utf-8")
        (self.work / _ANSWERS).write_bytes(pickle.dumps(self._answers))


def _rank(item: pytest.Item, mutant: Mutant) -> int:
    """Rank the tests of a module before those of its package, and these before all others."""
    stem = mutant.path.stem
    return (
        2 - (mutant.path.parent.name in item.nodeid) - (f"test_{stem}.py" in item.nodeid or f".{stem}." in item.nodeid)
    )


def _replayed(model: Any, answers: dict[bytes, Any]) -> Any:
    # It imports quotekit, before which recording must have begun.
    from growth import Replay

    return attrs.evolve(model, session=Replay(model._session, answers))  # noqa: SLF001


@attrs.define
class LateSession:
    """A model's session that starts when it is first needed."""

    #: Loads the model.
    load: Callable[[], Any]
    _started: Any = None

    def run(self, names: Any, feed: dict[str, Any]) -> Any:
        """
        Run the model.

        Args:
            names: Names of the outputs, or None for all.

            feed: The window.

        Returns:
            The outputs.
        """
        if self._started is None:
            self._started = self.load()._session  # noqa: SLF001
        return self._started.run(names, feed)


@attrs.define
class Trial:
    """Tries mutants on the tests that were collected, instead of running them all."""

    #: Folder with what was recorded.
    work: Path
    #: The mutants.
    mutants: Sequence[Mutant]
    #: Each mutant, and what became of it.
    results: list[tuple[Mutant, str]] = attrs.field(factory=list)
    _failed: str = ""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants, each in a process of its own."""
        seconds = json.loads((self.work / _SECONDS).read_text(encoding="utf-8"))
        items = sorted((item for item in session.items if item.nodeid in seconds), key=lambda one: seconds[one.nodeid])
        data = coverage.CoverageData(str(self.work / _LINES))
        data.read()
        self._replay()
        swapper = Swapper(data)
        # A child that collects garbage would copy all of its parent's memory.
        gc.collect()
        gc.freeze()
        for number, mutant in enumerate(self.mutants, 1):
            try:
                chosen = swapper.tests_of(mutant)
            except LeftOutError:
                self.results.append((mutant, "left out"))
                continue
            asked = sorted((item for item in items if item.nodeid in chosen), key=lambda one: _rank(one, mutant))
            limit = _PATIENCE * sum(seconds[item.nodeid] for item in asked) + _MORE_SECONDS
            result = self._try(mutant, swapper, asked, int(limit)) if asked else "not reached"
            self.results.append((mutant, result))
            if number % 20 == 0:
                print(f"{number}/{len(self.mutants)}", flush=True)
            if result in {"survived", "not reached"}:
                shown = os.path.relpath(str(mutant))
                print(f"{number}/{len(self.mutants)} {result} {len(asked)} tests: {shown}", flush=True)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self._failed = report.nodeid

    def _replay(self) -> None:
        """Let models answer what they answered before; they are loaded only for what is new."""
        answers = pickle.loads((self.work / _ANSWERS).read_bytes())  # noqa: S301  # written by this script
        from quotekit.tagger import session

        loaded: dict[Any, Any] = {}
        real = session._load  # noqa: SLF001  # the one place where a model is loaded

        def load(*key: Any) -> Any:
            if key not in loaded:
                late = attrs.evolve(real(*key), session=LateSession(lambda: real(*key)))
                loaded[key] = _replayed(late, answers)
            return loaded[key]

        vars(session)["_load"] = load
        load(session.DEFAULT_MODEL.resolve(), 1)

    def _try(self, mutant: Mutant, swapper: Swapper, items: Sequence[pytest.Item], limit: int) -> str:
        child = os.fork()
        if not child:
            self._run(mutant, swapper, items, limit)
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status):
            return "too long" if os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL} else "killed"
        return {0: "survived", _LEFT_OUT: "left out"}.get(os.WEXITSTATUS(status), "killed")

    def _run(self, mutant: Mutant, swapper: Swapper, items: Sequence[pytest.Item], limit: int) -> None:
        """Run the tests of a mutant in this process, and end it."""
        try:
            nothing = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(nothing, number)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
            signal.signal(signal.SIGXCPU, signal.SIG_DFL)
            try:
                swapper.swap(mutant)
            except Exception:  # noqa: BLE001  # any that code which is imported can have
                os._exit(_LEFT_OUT)
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self._failed:
                    os._exit(_FAILED)
            os._exit(0)
        finally:
            # Whatever was raised: no test sees this process.
            sys.stderr.flush()
            os._exit(_FAILED)
