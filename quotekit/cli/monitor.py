"""Follows a run: its progress bar, the documents that fail, and the summary."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import attrs

from quotekit.cli.messages import print_line
from quotekit.errors import QuotekitError
from quotekit.records.counts import count

if TYPE_CHECKING:
    from rich.progress import Progress

    from quotekit.corpus.journal import Result
    from quotekit.corpus.run import Counts

__all__ = ["Monitor"]

# As many as people will read; the table of failures lists all.
_MAX_SHOWN = 20
# A rate over less time would jump.
_MIN_RATE_SECONDS = 1


@attrs.define
class Monitor:
    """Shows the result of each document."""

    progress: Progress
    #: Whether to print nothing but errors that end the run.
    is_quiet: bool = False
    failed: int = 0
    _begun: float = attrs.field(factory=time.monotonic)
    _new: int = 0

    def count_in_background(self, count_documents: Callable[[], int | None]) -> None:
        """
        Count the documents while they are read, if there is a bar to show their number.

        Args:
            count_documents: Counts them; returns None if they cannot be counted.
        """
        if not self.progress.disable:

            def set_total() -> None:
                # Documents that cannot be counted cannot be read either, which is reported when they are read.
                with suppress(QuotekitError):
                    self.progress.update(self.progress.task_ids[0], total=count_documents())

            threading.Thread(target=set_total, daemon=True).start()

    def complete(self) -> None:
        """Show that all documents are done, which may be before they are counted."""
        [task] = self.progress.tasks
        self.progress.update(task.id, total=task.completed)

    def show(self, result: Result, was_there: bool = False) -> None:  # noqa: FBT001, FBT002  # a callback
        """
        Show a result.

        Args:
            result: The result.

            was_there: Whether it comes from the run that is resumed.
        """
        from quotekit.corpus.documents import Unread

        self._new += not was_there
        if isinstance(result, Unread):
            self.failed += 1
            if not was_there and not self.is_quiet:
                self._print_failure(f"{result.place!r}: {result.reason}")
        elapsed = time.monotonic() - self._begun
        rate = f"{self._new / elapsed:.1f} per second" if elapsed > _MIN_RATE_SECONDS else ""
        failed = f"{self.failed} failed" if self.failed else ""
        self.progress.update(self.progress.task_ids[0], advance=1, rate=rate, failed=failed)

    def _print_failure(self, line: str) -> None:
        if self.failed <= _MAX_SHOWN:
            print_line(line, self.progress.console)
        elif self.failed == _MAX_SHOWN + 1:
            print_line("more documents cannot be read; they are not shown one by one", self.progress.console)

    def summarize(self, counts: Counts, where: str, *, in_terminal: bool) -> None:
        """
        Print what a run has found.

        Args:
            counts: The numbers.

            where: Where the failures are listed; empty if nowhere.

            in_terminal: Whether people are watching.
        """
        self.complete()
        if self.is_quiet or not (in_terminal or counts.failures):
            return
        found = f"{count(counts.articles, 'article')}, {count(counts.attributions, 'attribution')}"
        elapsed = f" in {time.monotonic() - self._begun:.0f} s" if in_terminal else ""
        failed = f"; {counts.failures} failed" if counts.failures else ""
        listed = f", listed in {where}" if counts.failures and where else ""
        print_line(f"{found}{elapsed}{failed}{listed}", self.progress.console)
