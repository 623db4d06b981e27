"""The extractor: texts in, articles out, one at a time or as a stream."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import attrs

from quotekit.arguments import check_instance, check_iterable, check_path
from quotekit.doc_reader import DocReader
from quotekit.errors import InputError
from quotekit.explanation import Explanation
from quotekit.inputs import About, from_pairs, from_records, from_texts
from quotekit.outcomes import raise_failures, with_ids
from quotekit.pipeline import Reading, attribution_id, read_text
from quotekit.processes import Failure, Outcome, count_processes, read_here, read_in_processes
from quotekit.records import Article
from quotekit.settings import check_at_least_one, check_confidence
from quotekit.speakers import Resolver, find_resolver
from quotekit.tagger.session import DEFAULT_MODEL, load_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Extractor", "extract"]

_Context = TypeVar("_Context")


class Extractor:
    """
    Finds the attributions of texts.

    It can be used by several threads at once, and pickled: another process loads the model itself.

    Args:
        nlp: A spaCy pipeline that reads strings first, for its entities, sentences and coreference. If not given,
            strings are read without spaCy.

        model: Folder of another model than the one in the package.

        min_confidence: The lowest confidence of attributions to return, from 0 to 1; the model's own choice, where
            F1 is best on its development articles, if not given. For nested attributions it is never below 0.7.

        min_speaker_confidence: The lowest confidence of the names of speakers to return, from 0 to 1; if not given,
            0.55 or 0.7 where all candidates are weighed, 0.6 elsewhere, 0.4 in conversations, and no minimum for a name
            in the source itself. An attribution whose speaker is less likely has none, or an unnamed one if described.

        threads: How many threads one run of the model uses. More processes read many texts faster than more threads.

        resolver: Your own coreference: a function that takes a Doc and returns clusters, each an iterable of mentions;
            a mention is a Span or a pair of character offsets, end exclusive. Or the name of a function in spaCy's
            registry ``misc`` that takes nothing and returns such a function. If not given, clusters that the Doc
            carries are used.

    Raises:
        InputError: *nlp* is not a spaCy pipeline, or *model* not a path.

        SettingError: A confidence is not a number from 0 to 1, or *threads* not a whole number from 1 on.

        ResolverError: The resolver is neither a function nor the name of one; when first used, if it returns anything
            but clusters of mentions.

        ModelError: When first used, if the model folder cannot be used.

    Example:
        >>> extractor = Extractor()
        >>> article = extractor.extract('"We will not raise taxes," the minister told reporters.')
        >>> article.attributions[0].content.text, article.attributions[0].source.text
        ('"We will not raise taxes,"', 'the minister')
    """

    def __init__(
        self,
        nlp: Language | None = None,
        *,
        model: str | Path | None = None,
        min_confidence: float | None = None,
        min_speaker_confidence: float | None = None,
        threads: int = 1,
        resolver: Resolver | str | None = None,
    ) -> None:
        if nlp is not None and not (callable(nlp) and hasattr(nlp, "pipe")):
            needed, remedy = "a spaCy pipeline", "load it first, with spacy.load"
            raise InputError(argument="nlp", value=nlp, needed=needed, remedy=remedy)
        if model is not None:
            check_path("model", model)
        check_confidence("min_confidence", min_confidence)
        check_confidence("min_speaker_confidence", min_speaker_confidence)
        check_at_least_one("threads", threads)
        self._folder = DEFAULT_MODEL if model is None else Path(model)
        self._min_confidence = min_confidence
        self._min_speaker_confidence = min_speaker_confidence
        self._threads = threads
        self._resolver = find_resolver(resolver)
        self._reader = DocReader(nlp, needs_doc=self._resolver is not None)

    def __repr__(self) -> str:
        """Represent the extractor by its settings; those left at their defaults are left out."""
        settings = {
            "nlp": self._reader.nlp and f"<{self._reader.nlp.meta['lang']}_{self._reader.nlp.meta['name']}>",
            "model": None if self._folder == DEFAULT_MODEL else str(self._folder),
            "min_confidence": self._min_confidence,
            "min_speaker_confidence": self._min_speaker_confidence,
            "threads": None if self._threads == 1 else self._threads,
            "resolver": self._resolver,
        }
        given = (f"{name}={value!r}" for name, value in settings.items() if value is not None)
        return f"Extractor({', '.join(given)})"

    def extract(
        self,
        text: str | Doc,
        *,
        id: str | None = None,  # noqa: A002
        meta: Mapping[str, Any] | None = None,
    ) -> Article:
        """
        Find the attributions of one text.

        Args:
            text: Any string, or a spaCy Doc, whose sentences, entities and coreference clusters are used where it has
                them.

            id: A name for the article.

            meta: What you know about the article, such as its address, outlet, date, title and author; kept as
                ``Article.meta``. Where the text has no byline, "I" refers to the author.

        Returns:
            The article; its offsets count characters of *text*, end exclusive.

        Raises:
            InputError: *text* is neither a string nor a Doc, or *id* not a string.

            RecordError: *meta* is not a mapping of strings to values that JSON can hold.

        Example:
            >>> article = Extractor().extract("It rained, she said.", id="rain", meta={"outlet": "Harbour Times"})
            >>> article, article.meta["outlet"]
            (Article(id='rain', 1 attribution, no speakers), 'Harbour Times')
        """
        about = About(id, meta)
        return self._read(*self._reader.read(text), about).article

    def explain(self, text: str | Doc) -> tuple[Explanation, ...]:
        """
        Find the attributions of one text, and why each of them is what it is.

        Args:
            text: Any string, or a spaCy Doc.

        Returns:
            One explanation for each attribution that :meth:`extract` finds, in the same order.

        Raises:
            InputError: *text* is neither a string nor a Doc.

        Example:
            >>> [explanation] = Extractor().explain('"No," was his short answer.')
            >>> explanation.attribution.cue.text, explanation.changed_by, explanation.evidence.quoted
            ('answer', ('noun_cues',), 1.0)
        """
        reading = self._read(*self._reader.read(text), About())
        found = {attribution_id(number): one for number, one in enumerate(reading.resolved)}
        return tuple(
            Explanation(attribution, one.draft.evidence, one.draft.changed_by, one.decided_by)
            for attribution in reading.article.attributions
            for one in (found[attribution.id],)
        )

    @overload
    def pipe(
        self,
        texts: Iterable[str | Doc],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 32,
        n_process: int = 1,
    ) -> Iterator[Article]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str | Doc, _Context]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 32,
        n_process: int = 1,
    ) -> Iterator[tuple[Article, _Context]]: ...
    def pipe(
        self, texts: Iterable[Any], *, as_tuples: bool = False, batch_size: int = 32, n_process: int = 1
    ) -> Iterator[Any]:
        """
        Find the attributions of many texts, in their order, as a stream.

        Args:
            texts: Strings or spaCy Docs; with *as_tuples*, pairs of one of these and anything.

            as_tuples: Whether to return pairs of an article and what was given with its text. If that is a string, it
                is also the article's id. If it is a mapping, it is also the article's metadata, except for its ``id``.

            batch_size: How many texts the spaCy pipeline reads at once, and at most how many are sent to another
                process at once; long ones go alone.

            n_process: How many processes read the texts; -1 for one for each core. With more than one, this process
                reads none itself: each of the others loads the model once. They end when the stream does.

        Returns:
            A stream of one article for each text: the same articles in the same order, whatever the number of
            processes.

        Raises:
            InputError: *texts* is not an iterable; in the stream, if one of the texts is neither a string nor a Doc.

            SettingError: *batch_size* is not a whole number from 1 on, or *n_process* is neither that nor -1.

            RecordError: In the stream, if a mapping has a value that JSON cannot hold.

            WorkerError: In the stream, if a text could not be read because two processes that read it were killed.

        Example:
            >>> extractor = Extractor()
            >>> texts = [("Nobody spoke.", 1), ("It rained, she said.", 2)]
            >>> [(len(a.attributions), n) for a, n in extractor.pipe(texts, as_tuples=True)]
            [(0, 1), (1, 2)]
            >>> [len(article.attributions) for article in extractor.pipe((text for text, _ in texts), n_process=2)]
            [0, 1]
        """
        check_iterable("texts", texts, "strings or spaCy Docs")
        stream = self._articles(from_pairs(texts) if as_tuples else from_texts(texts), batch_size, n_process)
        return ((article, about.context) if as_tuples else article for article, about in stream)

    def pipe_outcomes(
        self, texts: Iterable[tuple[Any, _Context]], *, batch_size: int = 32, n_process: int = 1
    ) -> Iterator[tuple[Outcome[Article], _Context]]:
        """
        Find the attributions of many texts where one that cannot be read should not end the stream.

        Args:
            texts: Pairs, as :meth:`pipe` takes them with *as_tuples*.

            batch_size: How many texts are read at once at most; long ones are read alone.

            n_process: As for :meth:`pipe`.

        Returns:
            A stream of a pair for each text, in their order: the article, or a
            :class:`quotekit.processes.Failure`, and what was given with the text.

        Raises:
            InputError: *texts* is not an iterable; in the stream, if it has anything but pairs.

            SettingError: *batch_size* is not a whole number from 1 on, or *n_process* is neither that nor -1.

            RecordError: In the stream, if a mapping has a value that JSON cannot hold.

        Example:
            >>> texts = [("It rained, she said.", "a"), (None, "b")]
            >>> for outcome, name in Extractor().pipe_outcomes(texts):
            ...     print(name, len(outcome.attributions) if isinstance(outcome, Article) else outcome.reason[:26])
            a 1
            b InputError: 'text' must be
        """
        check_iterable("texts", texts, "pairs of a text and anything")
        stream = self._outcomes(from_pairs(texts), batch_size, n_process)
        return ((outcome, about.context) for outcome, about in stream)

    def pipe_records(
        self,
        records: Iterable[Mapping[str, Any]],
        *,
        text: str = "text",
        id: str = "id",  # noqa: A002
        batch_size: int = 32,
        n_process: int = 1,
    ) -> Iterator[Article]:
        """
        Find the attributions of many records, such as rows of a table, in their order, as a stream.

        Args:
            records: Mappings, each with a text, an id if there is one, and any metadata.

            text: The key of the text.

            id: The key of the id, a string or a whole number.

            batch_size: As for :meth:`pipe`.

            n_process: As for :meth:`pipe`.

        Returns:
            A stream of one article for each record. Its metadata are the record without text and id.

        Raises:
            InputError: *records* is not an iterable; in the stream, if a record is not a mapping with a text.

            SettingError: *batch_size* is not a whole number from 1 on, or *n_process* is neither that nor -1.

            RecordError: In the stream, if a record has a value that JSON cannot hold.

        Example:
            >>> rows = [{"id": 7, "text": "It rained, she said.", "outlet": "Harbour Times"}]
            >>> [(article.id, article.meta["outlet"]) for article in Extractor().pipe_records(rows)]
            [('7', 'Harbour Times')]
        """
        check_iterable("records", records, "mappings")
        for argument, key in (("text", text), ("id", id)):
            check_instance(argument, key, str, "a string", "give the key that the records have")
        stream = self._articles(from_records(records, text, id), batch_size, n_process)
        return (article for article, _ in stream)

    def _articles(
        self, inputs: Iterable[tuple[Any, About]], batch_size: int, n_process: int
    ) -> Iterator[tuple[Article, About]]:
        """Read texts, each with what is known about it; raise the error of one that cannot be read."""
        check_at_least_one("batch_size", batch_size)
        if count_processes(n_process) == 1:
            return self._stream(inputs, batch_size)
        return raise_failures(self._outcomes(inputs, batch_size, n_process))

    def _outcomes(
        self, inputs: Iterable[tuple[Any, About]], batch_size: int, n_process: int
    ) -> Generator[tuple[Outcome[Article], About], None, None]:
        """Read texts, each with what is known about it; the outcome of one that cannot be read is a failure."""
        check_at_least_one("batch_size", batch_size)
        count = count_processes(n_process)
        parts = ((text, attrs.evolve(about, context=None), about) for text, about in inputs)
        if count == 1:
            return with_ids(read_here(self._read_all, parts, batch_size))
        return with_ids(read_in_processes(self._read_all, parts, batch_size, count))

    def _stream(self, inputs: Iterable[tuple[Any, About]], batch_size: int) -> Iterator[tuple[Article, About]]:
        """Read texts in this process, each when it is asked for."""
        for text_and_doc, about in self._reader.stream(inputs, batch_size):
            yield self._read(*text_and_doc, about).article, about

    def _read_all(self, inputs: Sequence[tuple[Any, About]], first: int) -> list[Outcome[Article]]:
        """Read texts, the first of which has the given place in the stream; after an error, one by one."""
        try:
            return [article for article, _ in self._stream(inputs, len(inputs))]
        except Exception:  # noqa: BLE001  # raised again when its text is read alone
            return [self._read_one(one, place) for place, one in enumerate(inputs, start=first)]

    def _read_one(self, one: tuple[Any, About], place: int) -> Outcome[Article]:
        try:
            [(article, _)] = self._stream([one], 1)
        except Exception as error:  # noqa: BLE001  # it is the outcome
            return Failure(place, error)
        return article

    def _read(self, text: str, doc: Doc | None, about: About) -> Reading:
        """Find the attributions of one text."""
        return read_text(
            text,
            doc,
            about,
            load_model(self._folder, self._threads),
            min_confidence=self._min_confidence,
            min_speaker_confidence=self._min_speaker_confidence,
            resolver=self._resolver,
        )


def extract(
    text: str | Doc,
    *,
    id: str | None = None,  # noqa: A002
    meta: Mapping[str, Any] | None = None,
) -> Article:
    """
    Find the attributions of one text with an extractor made once for the whole process.

    Args:
        text: As for :meth:`Extractor.extract`.

        id: As for :meth:`Extractor.extract`.

        meta: As for :meth:`Extractor.extract`.

    Returns:
        The article; its offsets count characters of *text*, end exclusive.

    Raises:
        InputError: As for :meth:`Extractor.extract`.

        RecordError: As for :meth:`Extractor.extract`.

    Example:
        >>> article = extract("Critics say the plan is too expensive.", id="plan", meta={"outlet": "Harbour Times"})
        >>> [(a.source.text, a.cue.text, a.content.text) for a in article.attributions]
        [('Critics', 'say', 'the plan is too expensive')]
    """
    return _DEFAULT.extract(text, id=id, meta=meta)


# It loads nothing until it is used.
_DEFAULT = Extractor()
