"""The component, which is its own factory: spaCy reads its annotations, so they must be types, not strings."""

import io
import shutil
import tempfile
import weakref
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from quotekit.component.extensions import ATTRIBUTIONS, set_extensions, stored_name
from quotekit.component.groups import LABELS, make_groups
from quotekit.component.scorer import make_scorer
from quotekit.component.stored import write_article
from quotekit.extractor import Extractor
from quotekit.provenance.ranking import load_outlet_network
from quotekit.records import Article
from quotekit.speakers.ranking import load_speaker_network
from quotekit.tagger.config import FILES
from quotekit.tagger.session import load_model

__all__ = ["AttributionPipe"]

_SPANS_KEY = "quotekit"
_SCORER = "quotekit.attribution_scorer.v1"
_MODEL_FILES = ("README.md", *FILES)


class AttributionPipe(Pipe):
    """
    The spaCy component ``quotekit``: adds attributions to Docs.

    Add it with ``nlp.add_pipe("quotekit", config={...})``, anywhere in a pipeline. Annotations of earlier components,
    such as ``ner``, are used as evidence and never changed.

    Args:
        nlp: The pipeline.

        name: The component's name in the pipeline.

        model: Model folder; the model in the package by default. A saved pipeline has a copy of it.

        min_confidence: Minimum confidence of attributions, from 0 to 1; the model's default if None.

        min_speaker_confidence: Minimum confidence of speakers' names, from 0 to 1; the extractor's default if None.

        spans_key: The key of the span group with all contents, cues and sources, and prefix of the groups ``.content``,
            ``.cue``, ``.source`` and ``.speaker``.

        extension: Name of the attribute of Docs and spans that has the attributions.

        article_extension: Name of the attribute of Docs that has the article; by default ``article``, or *extension*
            with ``_article`` if that is not the default.

        resolver: Name of a function in spaCy's registry ``misc`` that makes a coreference resolver.

        threads: Number of threads for one run of the model.

        scorer: Scores predicted Docs for ``nlp.evaluate``.

    Raises:
        SettingError: A setting is invalid.

        ResolverError: No function of that name makes a resolver.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> pipe = nlp.add_pipe("quotekit")
        >>> doc = nlp("The bridge is safe, the mayor said.")
        >>> [(a.source.text, a.content.text) for a in doc._.attributions]
        [('the mayor', 'The bridge is safe')]
        >>> [(span.text, span.label_) for span in doc.spans["quotekit"]]
        [('The bridge is safe', 'INDIRECT'), ('the mayor', 'SOURCE'), ('said', 'CUE')]
    """

    def __init__(
        self,
        nlp: Language,  # noqa: ARG002  # passed by spaCy
        name: str = "quotekit",
        *,
        model: str | None = None,
        min_confidence: float | None = None,
        min_speaker_confidence: float | None = None,
        spans_key: str = _SPANS_KEY,
        extension: str = ATTRIBUTIONS,
        article_extension: str | None = None,
        resolver: str | None = None,
        threads: int = 1,
        scorer: Callable[..., dict[str, Any]] | None = None,
    ) -> None:
        self.name = name
        self.model = None if model is None else Path(model).absolute()
        self.min_confidence = min_confidence
        self.min_speaker_confidence = min_speaker_confidence
        self.spans_key = spans_key
        self.extension = extension
        self.resolver = resolver
        self.threads = threads
        self.scorer = scorer
        self._extractor = self._make_extractor()
        set_extensions(extension, article_extension)

    def __call__(self, doc: Doc) -> Doc:
        """
        Find the attributions of one Doc.

        Args:
            doc: The Doc; it is changed in place.

        Returns:
            The same Doc.
        """
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """
        Find the attributions of many Docs, as a stream.

        Args:
            stream: The Docs; they are changed in place.

            batch_size: Number of Docs per batch.

        Yields:
            The same Docs in the same order.
        """
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            yield from self._read(docs)

    def predict(self, docs: Sequence[Doc]) -> list[Article]:
        """
        Find the attributions of Docs without changing the Docs.

        Args:
            docs: The Docs.

        Returns:
            One article per Doc.
        """
        return list(self._extractor.pipe(docs))

    def set_annotations(self, docs: Iterable[Doc], articles: Iterable[Article]) -> None:
        """
        Set the articles of Docs, replacing earlier ones.

        Args:
            docs: The Docs.

            articles: One article per Doc.
        """
        for doc, article in zip(docs, articles, strict=True):
            write_article(doc, stored_name(self.extension), article)
            for key, spans in make_groups(doc, article, self.spans_key).items():
                doc.spans[key] = spans

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """
        Score predicted Docs.

        Args:
            examples: Predicted and reference Docs.

            kwargs: Settings of the scorer.

        Returns:
            Scores by name, as returned by :func:`quotekit.component.score_attributions`.
        """
        if self.scorer is None:
            return {}
        return self.scorer(examples, **{"extension": self.extension, "spans_key": self.spans_key, **kwargs})

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the spans in the span groups."""
        return LABELS

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002  # passed by spaCy
        """
        Save the model, unless it is the one in the package.

        Args:
            path: The folder; created if it does not exist.

            exclude: Passed by spaCy and ignored.

        Raises:
            ModelError: The model cannot be used.
        """
        folder = Path(path).absolute()
        if self.model == folder:
            return
        files = self._files()
        for name in _MODEL_FILES:
            folder.joinpath(name).unlink(missing_ok=True)
        for name, data in files.items():
            folder.mkdir(parents=True, exist_ok=True)
            folder.joinpath(name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "AttributionPipe":  # noqa: ARG002
        """
        Load the saved model, if there is one.

        Args:
            path: The folder.

            exclude: Passed by spaCy and ignored.

        Returns:
            The component itself.

        Raises:
            ModelError: The model cannot be used.
        """
        if Path(path, "config.json").exists():
            self._use(Path(path).absolute())
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """
        Serialize the model, unless it is the one in the package.

        Args:
            exclude: Passed by spaCy and ignored.

        Returns:
            The bytes.

        Raises:
            ModelError: The model cannot be used.
        """
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            for name, content in self._files().items():
                archive.writestr(name, content)
        return data.getvalue()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "AttributionPipe":  # noqa: ARG002
        """
        Load the serialized model, if there is one.

        Args:
            data: The bytes.

            exclude: Passed by spaCy and ignored.

        Returns:
            The component itself.

        Raises:
            ModelError: The model cannot be used.
        """
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if name in _MODEL_FILES}
        if files:
            folder = Path(tempfile.mkdtemp(prefix="quotekit-"))
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            for name, content in files.items():
                folder.joinpath(name).write_bytes(content)
            self._use(folder)
        return self

    def _read(self, docs: list[Doc]) -> list[Doc]:
        """Annotate Docs; if the caller's error handler does not raise, a batch with an error is left out."""
        try:
            self.set_annotations(docs, self.predict(docs))
        except Exception as error:  # noqa: BLE001  # the handler decides
            self.get_error_handler()(self.name, self, docs, error)
            return []
        return docs

    def _files(self) -> dict[str, bytes]:
        """Read the files of the model, unless it is the one in the package."""
        if self.model is None:
            return {}
        _load_all(self.model, self.threads)
        paths = map(self.model.joinpath, _MODEL_FILES)
        return {path.name: path.read_bytes() for path in paths if path.is_file()}

    def _use(self, folder: Path) -> None:
        """Switch to another model; it is loaded now, while its files exist."""
        _load_all(folder, self.threads)
        self.model = folder
        self._extractor = self._make_extractor()

    def _make_extractor(self) -> Extractor:
        return Extractor(
            model=self.model,
            min_confidence=self.min_confidence,
            min_speaker_confidence=self.min_speaker_confidence,
            threads=self.threads,
            resolver=self.resolver,
        )


registry.scorers.register(_SCORER, func=make_scorer)
# Not a decorator: it makes spaCy load all entry points, and the one of this module needs the class to be defined.
Language.factory(
    "quotekit",
    default_config={
        "model": None,
        "min_confidence": None,
        "min_speaker_confidence": None,
        "spans_key": _SPANS_KEY,
        "extension": ATTRIBUTIONS,
        "article_extension": None,
        "resolver": None,
        "threads": 1,
        "scorer": {"@scorers": _SCORER},
    },
    assigns=["doc._.attributions", "doc._.article", "span._.attributions", "doc.spans"],
    default_score_weights={
        "attributions_f": 1.0,
        "attributions_p": 0.0,
        "attributions_r": 0.0,
        "attributions_per_type": None,
    },
    func=AttributionPipe,
)


def _load_all(folder: Path, threads: int) -> None:
    """Load a model with all that belongs to it, so that a fault in it shows now."""
    model = load_model(folder, threads)
    load_speaker_network(model)
    load_outlet_network(model)
