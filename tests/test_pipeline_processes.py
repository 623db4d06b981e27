"""`Extractor.pipe` with several processes: the same articles, and no process that outlives its parent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from quotekit import Article, Extractor
from quotekit.errors import InputError, ResolverError, SettingError
from quotekit.processes import Failure

TEXTS = [
    "“We will not raise taxes,” Finance Minister Ana Duarte told reporters on Monday. Duarte said it would rain.",
    "",
    "A lone \ud800, she said.",
    "The road runs along the river. " * 60 + "\n\nCritics called the plan “a fairy tale.”",
    "It rained, Ida Holm told CNN.",
]
#: A script that reads one text after the other, in two processes, and says when the first has been read.
ENDLESS = """
import itertools
from quotekit import Extractor

if __name__ == "__main__":
    for article in Extractor().pipe(itertools.repeat("It rained, she said. It poured, he said."), n_process=2):
        print(len(article.attributions), flush=True)
"""


def as_json(articles: Iterator[Article]) -> list[str]:
    """Return articles as they would be written."""
    return [article.to_json() for article in articles]


def find_rain(doc: Doc) -> list[list[tuple[int, int]]]:
    """Resolve "she" to the first four characters."""
    at = doc.text.find("she")
    return [[(0, 4), (at, at + 3)]] if at > 0 else []


def find_nonsense(doc: Doc) -> list[Any]:
    """Return no clusters at all."""
    return [len(doc)]


class TestArticles:
    """What is found."""

    @pytest.mark.parametrize("method", ["fork", "spawn"])
    def test_are_the_same(self, method: str) -> None:
        """Articles are the same as from one process, byte for byte and in the same order."""
        before = multiprocessing.get_start_method()
        multiprocessing.set_start_method(method, force=True)
        extractor = Extractor()
        expected = list(extractor.pipe(TEXTS))

        found = list(extractor.pipe(TEXTS, n_process=2, batch_size=2))
        multiprocessing.set_start_method(before, force=True)

        assert expected == found
        assert as_json(iter(expected)) == as_json(iter(found))

    def test_contexts(self) -> None:
        """What comes with a text comes back, and is never sent: it may be anything."""
        pairs = [(text, (lambda: None, n)) for n, text in enumerate(TEXTS)]

        found = list(Extractor().pipe(pairs, as_tuples=True, n_process=2))

        assert pairs == [(article.text, context) for article, context in found]

    def test_metadata(self) -> None:
        """Ids and metadata travel with the texts."""
        rows = [{"id": n, "text": text, "author": "Ida Holm"} for n, text in enumerate(["I said it rained.", "x"])]

        found = list(Extractor().pipe_records(rows, n_process=2))

        assert list(Extractor().pipe_records(rows)) == found
        assert [("0", "Ida Holm"), ("1", "Ida Holm")] == [(article.id, article.meta["author"]) for article in found]

    def test_of_a_pipeline(self) -> None:
        """A pipeline of one's own runs in the workers."""
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Ida Holm", "id": "mill"}])  # type: ignore[attr-defined]
        extractor = Extractor(nlp)

        assert as_json(extractor.pipe(TEXTS)) == as_json(extractor.pipe(TEXTS, n_process=2))

    def test_of_docs(self) -> None:
        """Docs are sent with their sentences, entities, span groups and values of extensions."""
        Doc.set_extension("coref_clusters", default=None, force=True)
        doc = spacy.blank("en")("Ida Holm met Eva Lund.\nShe said it rained, but Acme said it poured.")
        doc.ents = [doc.char_span(47, 51, label="PERSON")]
        for token in doc:
            token.is_sent_start = token.i == 0
        doc._.coref_clusters = [[(13, 21), (23, 26)]]
        [expected] = Extractor().pipe([doc])

        [found, plain] = Extractor().pipe([doc, doc.text], n_process=2)
        Doc.remove_extension("coref_clusters")

        assert expected == found
        assert "Eva Lund" == found.attributions[0].speaker.name  # type: ignore[union-attr]
        assert found.speakers != plain.speakers

    def test_of_a_resolver(self) -> None:
        """A resolver of one's own is asked in the workers."""
        extractor = Extractor(resolver=find_rain)
        texts = ["Lund met Holm. It rained, she said.", "Holm met Lund. It rained, she said."]

        found = list(extractor.pipe(texts, n_process=2))

        assert list(extractor.pipe(texts)) == found
        assert ["Lund", "Holm"] == [article.speakers[0].name for article in found]


class TestErrors:
    """Texts that cannot be read."""

    def test_are_raised_in_order(self) -> None:
        """Articles before the text come first; the error is that of one process, with the place of its text."""
        stream = Extractor().pipe(["It rained, she said.", 5, "x"], n_process=2)  # type: ignore[list-item]

        assert "It rained, she said." == next(stream).text
        with pytest.raises(InputError) as raised:
            next(stream)
        assert InputError(argument="text", value=5) == raised.value
        assert ["while reading text 1, counted from 0"] == raised.value.__notes__  # type: ignore[attr-defined]
        assert [] == multiprocessing.active_children()

    def test_of_a_resolver(self) -> None:
        """An error of a worker is the same as in one process."""
        with pytest.raises(ResolverError) as here:
            list(Extractor(resolver=find_nonsense).pipe(["It rained."]))
        with pytest.raises(ResolverError) as there:
            list(Extractor(resolver=find_nonsense).pipe(["It rained."], n_process=2))

        assert here.value == there.value

    @pytest.mark.parametrize("n_process", [1, 2])
    def test_as_outcomes(self, n_process: int) -> None:
        """A text that cannot be read does not end a stream of outcomes."""
        pairs = [("It rained, she said.", "a"), (None, "b"), ("x", "c")]

        found = list(Extractor().pipe_outcomes(pairs, n_process=n_process))
        [(first, _), (second, _), (third, _)] = found

        assert ["a", "b", "c"] == [context for _, context in found]
        assert isinstance(first, Article)
        assert isinstance(third, Article)
        assert isinstance(second, Failure)
        assert (1, "b", InputError(argument="text", value=None)) == (second.index, second.id, second.error)

    def test_of_settings(self) -> None:
        """A number of processes that is none is refused before a text is asked for."""
        with pytest.raises(SettingError):
            Extractor().pipe([], n_process=0)


class TestEnd:
    """Processes that must not outlive their parent."""

    @pytest.fixture(name="running")
    def fixture_running(self) -> Iterator[subprocess.Popen[str]]:
        """Start the endless script in a process group of its own, as a terminal does, and wait for its first result."""
        command = [sys.executable, "-c", ENDLESS]
        with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, start_new_session=True) as process:
            assert process.stdout is not None
            assert "2\n" == process.stdout.readline()
            yield process
            process.kill()

    def wait_for_the_end_of(self, group: int) -> None:
        """Wait until a process group has no process left; the time limit is for a test that fails."""
        for _ in range(600):
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        os.killpg(group, signal.SIGKILL)
        pytest.fail("a process has outlived its parent")

    def test_interrupt(self, running: subprocess.Popen[str]) -> None:
        """Ctrl-C ends all processes, and one of them says why."""
        os.killpg(running.pid, signal.SIGINT)
        _, complaints = running.communicate()

        self.wait_for_the_end_of(running.pid)
        assert -signal.SIGINT == running.returncode
        assert 1 == complaints.count("Traceback")
        assert complaints.endswith("KeyboardInterrupt\n")

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
    def test_killed(self, running: subprocess.Popen[str], number: signal.Signals) -> None:
        """If the parent is killed, its workers end themselves."""
        os.kill(running.pid, number)
        running.wait()

        self.wait_for_the_end_of(running.pid)
