"""From labelled articles to a model folder that weighs candidates for speakers, and outlets."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import attrs

from quotekit.errors import SettingError
from quotekit.tagger.session import load_model
from quotekit.training.export import largest_difference
from quotekit.training.graph import write_graph
from quotekit.training.ranking.examples import Examples, Reader
from quotekit.training.ranking.export import write_ranking
from quotekit.training.ranking.fit import RankingSettings, fit_outlets, fit_ranking, mean_loss
from quotekit.training.ranking.outlet_examples import OutletExamples, read_outlets
from quotekit.training.ranking.states import StateReader
from quotekit.training.weights import load_tagger

if TYPE_CHECKING:
    from quotekit.tagger.session import Model
    from quotekit.training.model import Tagger

__all__ = ["Sources", "make_ranking"]

_log = logging.getLogger(__name__)
# Graphs of the same weights give the same scores but for the order of sums.
_MAX_DIFFERENCE = 1e-3


@attrs.frozen
class Sources:
    """Where to find what is learned from."""

    #: File of annotated articles; see :func:`quotekit.training.labelled.read_labelled`.
    gold: Path
    #: Files of labels.
    labels: Sequence[Path]
    #: File of GUM.
    gum: Path | None = None

    def read(self, reader: Reader) -> list[Examples]:
        """
        Read the examples, those of invented passages among them.

        Args:
            reader: Reads them.

        Returns:
            The examples of each text.

        Raises:
            OSError: A file cannot be read.

            CorpusError: A line is not as it should be.

            SettingError: No labelled attribution is found.
        """
        news = list(reader.news(self.gold, self.labels))
        if not news:
            setting, problem = "labels", "none of the labelled attributions is found in the articles"
            remedy = "give the labels of these articles"
            raise SettingError(setting, [str(path) for path in self.labels], problem, remedy)
        passages = list(reader.passages())
        gum = list(reader.gum(self.gum)) if self.gum else []
        for name, texts in (("articles", news), ("passages", passages), ("texts of GUM", gum)):
            _log.info("%d attributions in %d %s", sum(map(len, texts)), len(texts), name)
        return [*news, *passages, *gum]

    def outlets(self, reader: Reader) -> list[OutletExamples]:
        """
        Read the outlets of the articles' statements.

        Args:
            reader: Reads them.

        Returns:
            The examples of each article.

        Raises:
            OSError: A file cannot be read.

            CorpusError: A line is not as it should be.

            SettingError: The labels say nothing of outlets.
        """
        found = list(read_outlets(self.gold, self.labels, reader.model, reader.states))
        if not found:
            setting, problem = "labels", "they say nothing of outlets"
            raise SettingError(setting, [str(path) for path in self.labels], problem, "give labels with via")
        _log.info("outlets of %d statements in %d articles", sum(map(len, found)), len(found))
        return found


def make_ranking(
    sources: Sources,
    start: Path,
    folder: Path,
    out: Path,
    *,
    settings: RankingSettings,
    name: str | None = None,
) -> float:
    """
    Train the networks that weigh candidates for speakers, and outlets, and write them with a model.

    Args:
        sources: What is learned from.

        start: File with the weights of the model's tagger, from :func:`~quotekit.training.weights.save_weights`.

        folder: The model folder that was written of these weights.

        out: The model folder to write; another one.

        settings: The run's settings.

        name: The new model's name; the folder's by default.

    Returns:
        The mean loss of the fitted network for speakers on what it has learned from.

    Raises:
        OSError: A file cannot be read or written.

        CorpusError: A line of a file is not as it should be.

        ModelError: The model cannot be loaded.

        SettingError: The weights are not those of the model, the folders are the same, or no labelled attribution is
            found, or none whose outlets are labelled.
    """
    if folder.resolve() == out.resolve():
        setting, problem = "out", "it is the model that is read"
        raise SettingError(setting, str(out), problem, "give a new folder")
    model = load_model(folder)
    tagger, tokenizer = load_tagger(start, model.config.size + 2)
    _check_weights(tagger, model, start)
    reader = Reader(model, StateReader(tagger, tokenizer, model.config))
    texts = sources.read(reader)
    network, outlets = fit_ranking(texts, settings), fit_outlets(sources.outlets(reader), settings)
    write_ranking(tagger, model, network, outlets, out, name=name or out.name)
    return mean_loss(network, texts)


def _check_weights(tagger: Tagger, model: Model, start: Path) -> None:
    """Refuse weights that a model was not written of: its outputs would change."""
    tagger.eval()
    with TemporaryDirectory() as temporary:
        path = Path(temporary) / "model.onnx"
        write_graph(tagger, path)
        difference = largest_difference(path, model.folder / "model.onnx", vocabulary=tagger.encoder.config.vocab_size)
    if difference > _MAX_DIFFERENCE:
        setting = "start"
        problem = f"they are not the weights of {model.config.name}: scores differ by {difference:.2g}"
        raise SettingError(setting, str(start), problem, "give the weights that the model was written of")
