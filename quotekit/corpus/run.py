"""A run over a corpus: results in the order of the documents, saved at once, so that a run can be resumed."""

from __future__ import annotations

import csv
import errno
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import attrs

from quotekit.corpus.documents import Document, Input, Unread
from quotekit.corpus.journal import Journal, Result, read_results
from quotekit.corpus.manifest import Manifest
from quotekit.corpus.output import Output
from quotekit.errors import MissingExtraError, ModelError, SourceError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.replace import replacing
from quotekit.inputs import About
from quotekit.processes import Failure
from quotekit.records import Article

__all__ = ["Counts", "Read", "Run", "find_all"]

#: Reads pairs of a text and what is known about it: :meth:`quotekit.Extractor.pipe_outcomes`.
Read: TypeAlias = "Callable[[Iterable[tuple[str, About]]], Iterable[tuple[Article | Failure, Any]]]"

PassedT = TypeVar("PassedT")

# Errors that every other document would raise, too.
_FATAL = (ModelError, MissingExtraError)


def find_all(documents: Iterable[Document | PassedT], read: Read) -> Iterator[Article | Unread | PassedT]:
    """
    Find the attributions of documents, and continue after those that cannot be read.

    Args:
        documents: The documents, and anything else between them, such as those that are unread already.

        read: Reads texts; it may read ahead.

    Yields:
        An article for each document, or the document as unread, and everything else as it is, in their order.

    Raises:
        ModelError: The model cannot be used.
    """
    ahead: deque[Document | PassedT] = deque()

    def texts() -> Iterator[tuple[str, About]]:
        for document in documents:
            ahead.append(document)
            if isinstance(document, Document):
                yield document.text, document.about

    for outcome, _ in read(texts()):
        document = ahead.popleft()
        while not isinstance(document, Document):
            yield document
            document = ahead.popleft()
        yield outcome if isinstance(outcome, Article) else _unread(document, outcome)
    yield from (document for document in ahead if not isinstance(document, Document))


def _unread(document: Document, failure: Failure) -> Unread:
    if isinstance(failure.error, _FATAL):
        raise failure.error
    return Unread(document.about.id, document.place, failure.reason)


@attrs.define
class Counts:
    """Numbers of what has been found so far."""

    articles: int = 0
    attributions: int = 0
    failures: int = 0

    def add(self, result: Result) -> None:
        """
        Count a result.

        Args:
            result: The result.
        """
        if isinstance(result, Article):
            self.articles += 1
            self.attributions += len(result.attributions)
        else:
            self.failures += 1


@attrs.frozen
class Run:
    """
    A run whose results go to an output.

    Beside the output ``said.csv`` are ``said.csv.partial``, the results so far; ``said.csv.manifest.json``, the
    settings; and at the end ``said.csv.failures.csv``, the documents that could not be read. If the manifest is
    kept and there are failures, the results are kept, too, for a run that retries these.
    """

    #: Where the results go.
    output: Output
    #: The settings on which they depend.
    settings: Mapping[str, Any]
    #: Whether to resume a run that has not ended.
    resume: bool = False
    #: Whether to keep the manifest at the end.
    keeps_manifest: bool = False
    #: Whether a resumed run reads the documents that failed again.
    retries: bool = False

    def beside(self, ending: str) -> Path:
        """
        Return the path of a file beside the output.

        Args:
            ending: What is appended to the name of the output, after a dot.

        Returns:
            The path.
        """
        return self.output.path.with_name(f"{self.output.path.name}.{ending}")

    @property
    def journal(self) -> Path:
        """The results so far."""
        return self.beside("partial")

    @property
    def manifest(self) -> Path:
        """The settings."""
        return self.beside("manifest.json")

    @property
    def failures(self) -> Path:
        """The table of documents that could not be read."""
        return self.beside("failures.csv")

    def finished(self) -> Counts | None:
        """
        Look for the result of an earlier run.

        Returns:
            The counts of a complete run, if this one is to resume it and to retry nothing; None if there is something
            to do.

        Raises:
            SourceError: There is an unfinished run that this one is not to resume, or one with other settings.
        """
        found = Manifest.read(self.manifest) if self.resume or self.journal.exists() else None
        is_complete = found is not None and found.complete and self.output.path.exists()
        if not self.resume:
            if is_complete:
                self.journal.unlink()
            elif self.journal.exists():
                remedy = "add --resume to go on with it, or delete this file to start again"
                raise SourceError(str(self.journal), "it has the results of a run that has not ended", remedy)
            return None
        if found is None:
            return None
        found.check(self.settings, self.manifest)
        counts = Counts(**found.counts) if is_complete else None
        return None if counts and counts.failures and self.retries else counts

    def work(self, documents: Iterator[Input], read: Read, on_result: Callable[[Result, bool], None]) -> Counts:
        """
        Find the attributions of documents, and write the output.

        Args:
            documents: The documents of the run from the first on.

            read: Reads texts; it may read ahead.

            on_result: Called with each result, and with whether it is kept from the run that is resumed.

        Returns:
            What has been found.

        Raises:
            OSError: Something cannot be written. What has been found so far is kept.

            SourceError: The documents are not those of the run that is resumed.
        """
        counts = Counts()

        def note(result: Result, was_there: bool) -> None:  # noqa: FBT001  # as it is called
            on_result(result, was_there)
            counts.add(result)

        if not self.output.path.absolute().parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.output.path))
        Manifest(self.settings).write(self.manifest)
        try:
            with Journal(self.journal) as journal:
                if self.retries:
                    keep = partial(note, was_there=True)
                    for result in journal.retry(documents, partial(find_all, read=read), keep):
                        note(result, was_there=False)
                else:
                    for result in journal.replay(documents):
                        note(result, was_there=True)
                for result in find_all(documents, read):
                    on_result(result, False)  # noqa: FBT003
                    journal.append(result)
                    counts.add(result)
        except BaseException:
            if self.journal.exists() and not self.journal.stat().st_size:
                self._clean()
            raise
        self._finish(counts)
        return counts

    def _finish(self, counts: Counts) -> None:
        """Write the output from the journal; if nothing could be read, an earlier output is kept."""
        if counts.articles or not counts.failures:
            articles = (result for result in read_results(self.journal) if isinstance(result, Article))
            # When resuming, an earlier attempt may have filled the folder.
            self.output.put(articles, merges=self.resume)
        if counts.failures:
            self._write_failures()
        else:
            self.failures.unlink(missing_ok=True)
        if self.keeps_manifest and counts.articles:
            Manifest(self.settings, complete=True, counts=attrs.asdict(counts)).write(self.manifest)
            if not counts.failures:
                self.journal.unlink()
        else:
            self._clean()

    def _write_failures(self) -> None:
        with replacing(self.failures) as new, new.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("id", "place", "reason"))
            for result in read_results(self.journal):
                if isinstance(result, Unread):
                    table.writerow(encodable((result.id, result.place, result.reason)))

    def _clean(self) -> None:
        self.journal.unlink(missing_ok=True)
        self.manifest.unlink(missing_ok=True)
