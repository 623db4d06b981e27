"""From a data folder to a model folder: every stage of training in its order."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import torch

from quotekit.evaluation import AnnotatedArticle, Annotation, Scores, evaluate, judge, read_annotated
from quotekit.marks import pair_marks
from quotekit.tagger.decode import confidence
from quotekit.tagger.session import Config, load_model
from quotekit.tagger.tag import Tagged, tag_text
from quotekit.training.calibrate import best_threshold, calibration_error, fit_calibration
from quotekit.training.corpora import read_corpus
from quotekit.training.encoder import load_encoder
from quotekit.training.export import export_onnx, parity, quantize, write_config
from quotekit.training.fit import Settings, fit
from quotekit.training.model import Tagger

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["calibrate_folder", "make_model", "write_folder"]

_log = logging.getLogger(__name__)
# Word pieces that neighbouring windows share: an anchor has at least half of them on each side.
_OVERLAP = 64


def make_model(
    data: Path, out: Path, work: Path, *, name: str, settings: Settings, threads: int = 2, most: int | None = None
) -> Scores:
    """
    Train, export, calibrate and score a model.

    Args:
        data: Folder with ``train.jsonl`` and ``dev.jsonl``, as :func:`quotekit.evaluation.read_annotated` reads them.

        out: The model folder to write.

        work: Where checkpoints go; a run found there is resumed.

        name: The model's name.

        settings: The run's settings.

        threads: How many threads PyTorch uses.

        most: Take so many articles of each file only.

    Returns:
        The model's figures on the development articles.

    Raises:
        OSError: A file cannot be read or written.

        CorpusError: A line of a file is not an annotated article.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(settings.seed)
    encoder, tokenizer = load_encoder(settings.size + 2)
    articles, dev = read_corpus(data / "train.jsonl")[:most], read_annotated(data / "dev.jsonl")[:most]
    tagger = fit(Tagger(encoder), articles, tokenizer, settings, work)
    write_folder(tagger, tokenizer, out, work, name=name, size=settings.size)
    return calibrate_folder(out, dev)


def write_folder(tagger: Tagger, tokenizer: Tokenizer, out: Path, work: Path, *, name: str, size: int) -> None:
    """
    Write a trained tagger as a model folder whose confidences are not calibrated yet.

    Args:
        tagger: The tagger.

        tokenizer: Its tokenizer.

        out: The model folder.

        work: Where the graph in full precision goes.

        name: The model's name.

        size: Word pieces in a window.
    """
    out.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    export_onnx(tagger, work / "full.onnx")
    _log.info("largest difference between PyTorch and ONNX: %.2g", parity(tagger, work / "full.onnx"))
    quantize(work / "full.onnx", out / "model.onnx")
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    write_config(out, Config(name, size, _OVERLAP, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.05, {}))


def calibrate_folder(folder: Path, dev: Sequence[AnnotatedArticle]) -> Scores:
    """
    Fit a model's confidences and its threshold, write them to its config, and score it.

    Args:
        folder: The model folder; its ``config.json`` is changed.

        dev: Articles the model was not trained on.

    Returns:
        The model's figures on these articles.
    """
    model = load_model(folder)
    found = [tag_text(article.text, pair_marks(article.text), model, 0.0) for article in dev]
    right = [r for article, tags in zip(dev, found, strict=True) for r in judge(article, _marked(article, tags))]
    evidence = [t.evidence for tags in found for t in tags]
    weights = fit_calibration(evidence, right)
    confidences = [confidence(e, weights) for e in evidence]
    least = best_threshold(confidences, right, sum(len(a.attributions) for a in dev))
    _log.info("calibration error %.3f, lowest confidence %.2f", calibration_error(confidences, right), least)
    write_config(folder, attrs.evolve(model.config, calibration=weights, min_confidence=least))
    kept = [[t for t in tags if confidence(t.evidence, weights) >= least] for tags in found]
    return evaluate(dev, [_marked(article, tags) for article, tags in zip(dev, kept, strict=True)])


def _marked(article: AnnotatedArticle, tags: Sequence[Tagged]) -> AnnotatedArticle:
    """The article with the attributions that were found in place of its own."""
    rows = (Annotation(*(tuple((p.start, p.end) for p in part) for part in (t.content, t.cue, t.source))) for t in tags)
    return attrs.evolve(article, attributions=tuple(rows))
