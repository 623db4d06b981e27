"""From a data folder to a model folder: all stages of training in order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import torch

from quotekit.attributions.corrections import CORRECTIONS
from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import draft_attributions
from quotekit.attributions.find import select_confident
from quotekit.attributions.rules import Context, apply_rules
from quotekit.evaluation import AnnotatedArticle, Annotation, Scores, evaluate, judge, read_annotated
from quotekit.tagger.config import Config, read_config
from quotekit.tagger.decode import confidence
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.tag import tag
from quotekit.text import TextIndex
from quotekit.training.batches import Corpus, Settings
from quotekit.training.calibrate import best_threshold, calibration_error, fit_calibration
from quotekit.training.corpora import read_corpus, read_other_annotators
from quotekit.training.devices import CPU, Device
from quotekit.training.export import parity, write_config
from quotekit.training.fit import fit
from quotekit.training.graph import write_graph
from quotekit.training.model import Tagger
from quotekit.training.novels import HELD_OUT, read_pdnc, read_riqua
from quotekit.training.shrink import shrink
from quotekit.training.silver_names import read_gum, silver_names, without_names
from quotekit.training.teacher import load_teacher_encoder
from quotekit.training.weights import checksum, load_tagger, read_weights, save_weights

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["DISTILLATION", "TEACHER", "Corpora", "calibrate_folder", "make_model", "write_folder"]

_log = logging.getLogger(__name__)
# Word pieces that neighbouring windows share: an anchor has at least half of them on each side.
_OVERLAP_PIECES = 48
# One passage of PDNC in so many is used; there are many, and they are alike.
_PDNC_STEP = 4
_TEACHER_WIDTH = 256
# Until a model is calibrated, its confidence is that of the anchor.
_UNCALIBRATED = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_UNCALIBRATED_MIN_CONFIDENCE = 0.05

#: Settings of the teacher: a large encoder needs a low learning rate.
TEACHER = Settings(
    epochs=3,
    learning_rate=8e-5,
    head_rate_factor=8.0,
    masked_pieces=0.05,
    masked_anchors=0.12,
    average_decay=0.995,
    seed=11,
)
#: Settings of the second run, in which the model learns from the teacher and from extra articles.
DISTILLATION = Settings(epochs=12, warmup=0.05, extra_articles=160, annotation_weight=0.3)


@attrs.frozen
class Corpora:
    """Where to find the data of a training run."""

    #: Folder with ``train.jsonl`` and ``dev.jsonl``, as :func:`quotekit.evaluation.read_annotated` reads them.
    news: Path
    #: File of RiQuA; see :mod:`quotekit.training.novels`.
    riqua: Path | None = None
    #: File of PDNC.
    pdnc: Path | None = None
    #: File of GUM; see :mod:`quotekit.training.silver_names`.
    gum: Path | None = None
    #: Name of a spaCy pipeline that provides silver names.
    namer: str | None = None
    #: Maximum number of articles read from each file.
    limit: int | None = None

    def read(self) -> Corpus:
        """
        Read the training articles.

        Returns:
            The news as annotated by each annotator, with silver names if there is a pipeline for them, and GUM, of
            which only the names are annotated; the novels as extra articles.
        """
        path = self.news / "train.jsonl"
        news: Sequence[AnnotatedArticle] = [
            *read_corpus(path)[: self.limit],
            *read_other_annotators(path)[: self.limit],
        ]
        if self.namer is not None:
            import spacy

            news = silver_names(news, spacy.load(self.namer, exclude=["parser", "lemmatizer", "attribute_ruler"]))
        else:
            news = without_names(news)
        gum = read_gum(self.gum)[: self.limit] if self.gum else []
        riqua = read_riqua(self.riqua)[: self.limit] if self.riqua else []
        pdnc = read_pdnc(self.pdnc, HELD_OUT)[: self.limit] if self.pdnc else []
        return Corpus([*news, *gum], [*riqua, *pdnc[::_PDNC_STEP]])


def make_model(
    corpora: Corpora,
    out: Path,
    work: Path,
    *,
    name: str,
    settings: Settings,
    start: Path | None = None,
    cuts: Mapping[str, Any] | None = None,
    distil: bool = False,
    teacher: Path | None = None,
    threads: int = 2,
    device: Device = CPU,
    workers: int = 0,
) -> Scores:
    """
    Train, export, calibrate and score a model.

    Args:
        corpora: The data.

        out: The model folder to write.

        work: Folder for checkpoints; a run found there is resumed.

        name: The model's name.

        settings: The run's settings.

        start: File with the weights that the run starts from, such as ``weights.pt`` in the *work* folder of another
            run; see :func:`~quotekit.training.weights.save_weights`. Without it, only the encoder is pretrained.

        cuts: Arguments of :func:`quotekit.training.shrink.shrink`, to start from a smaller tagger than that.

        distil: Whether to train a teacher, too, and distil it into the model in a second run.

        teacher: File with the weights of a trained model that this one learns from, in its only run.

        threads: Number of threads for PyTorch.

        device: The device to train on, from :func:`quotekit.training.devices.choose_device`.

        workers: Number of processes that prepare batches ahead of time.

    Returns:
        The model's scores on the development articles. The model's weights are in the *work* folder, too.

    Raises:
        OSError: A file cannot be read or written.

        CorpusError: A line of a file is not an annotated article.

        SettingError: *start* does not hold the weights of such a model.
    """
    torch.set_num_threads(threads)
    corpus, dev = corpora.read(), read_annotated(corpora.news / "dev.jsonl")
    if start is not None and cuts:
        start = _cut(start, work / "start.pt", cuts)
    settings = attrs.evolve(settings, start=checksum(start))
    torch.manual_seed(settings.seed)
    positions = settings.window_size + 2
    tagger, tokenizer = load_tagger(start, positions)
    train = partial(fit, device=device, workers=workers)
    if teacher is not None:
        alike = attrs.evolve(
            settings, extra_articles=DISTILLATION.extra_articles, annotation_weight=DISTILLATION.annotation_weight
        )
        tagger = train(tagger, corpus, tokenizer, alike, work / "first", teacher=load_tagger(teacher, positions)[0])
    else:
        tagger = train(tagger, corpus, tokenizer, settings, work / "first")
    if distil:
        _distil_new_teacher(tagger, corpus, tokenizer, settings, work=work, train=train)
    save_weights(tagger, work / "weights.pt")
    write_folder(tagger, tokenizer, out, work, name=name, size=settings.window_size)
    return calibrate_folder(out, dev[: corpora.limit])


def _cut(start: Path, path: Path, cuts: Mapping[str, Any]) -> Path:
    """Write the weights to start from, cut down, to another file; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": shrink(read_weights(start), **cuts)}, path)
    return path


def _distil_new_teacher(
    tagger: Tagger,
    corpus: Corpus,
    tokenizer: Tokenizer,
    settings: Settings,
    *,
    work: Path,
    train: Callable[..., Tagger],
) -> None:
    """Train a teacher, and the tagger on its predictions."""
    torch.manual_seed(TEACHER.seed)
    teacher = Tagger(load_teacher_encoder(tokenizer, work), width=_TEACHER_WIDTH)
    alike = partial(attrs.evolve, batch_size=settings.batch_size, augmentations=settings.augmentations)
    train(teacher, Corpus(corpus.articles), tokenizer, alike(TEACHER), work / "teacher")
    second = alike(DISTILLATION, seed=settings.seed, start=settings.start)
    train(tagger, corpus, tokenizer, second, work / "second", teacher=teacher)


def write_folder(tagger: Tagger, tokenizer: Tokenizer, out: Path, work: Path, *, name: str, size: int) -> None:
    """
    Write a trained tagger as a model folder, not yet calibrated.

    Args:
        tagger: The tagger.

        tokenizer: Its tokenizer.

        out: The model folder.

        work: Folder for the graph in full precision.

        name: The model's name.

        size: Word pieces per window, without the two special ones.
    """
    out.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    write_graph(tagger, work / "full.onnx", int8=False)
    _log.info("largest difference between PyTorch and ONNX: %.2g", parity(tagger, work / "full.onnx"))
    write_graph(tagger, out / "model.onnx")
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    write_config(out, Config(name, size, _OVERLAP_PIECES, _UNCALIBRATED, _UNCALIBRATED_MIN_CONFIDENCE, {}))


def calibrate_folder(folder: Path, dev: Sequence[AnnotatedArticle]) -> Scores:
    """
    Calibrate a model's confidences and its threshold, write them to its config, and score it.

    Args:
        folder: The model folder; its ``config.json`` is changed.

        dev: Articles the model was not trained on.

    Returns:
        The model's scores on these articles.
    """
    model = load_model(folder)
    # Nested attributions are not annotated, so they cannot be judged and are left out of the calibration.
    found = [_corrected(context, model) for context in _contexts(dev, model)]
    judged = zip(dev, found, strict=True)
    correct = [c for article, drafts in judged for c in judge(article, _with_drafts(article, drafts))]
    evidence = [draft.evidence for drafts in found for draft in drafts]
    weights = fit_calibration(evidence, correct)
    confidences = [confidence(e, weights) for e in evidence]
    threshold = best_threshold(confidences, correct, sum(len(a.attributions) for a in dev))
    _log.info("calibration error %.3f, threshold %.2f", calibration_error(confidences, correct), threshold)
    write_config(folder, attrs.evolve(model.config, calibration=weights, min_confidence=threshold))
    calibrated = attrs.evolve(model, config=read_config(folder))
    final = [select_confident(c, calibrated, _corrected(c, calibrated)) for c in _contexts(dev, calibrated)]
    return evaluate(dev, [_with_drafts(article, drafts) for article, drafts in zip(dev, final, strict=True)])


def _contexts(articles: Sequence[AnnotatedArticle], model: Model) -> list[Context]:
    return [Context(TextIndex(article.text), model.config) for article in articles]


def _corrected(context: Context, model: Model) -> list[Draft]:
    """Draft all that the model finds in a text, and correct it."""
    drafts = draft_attributions(context.index, tag(context.index, model))
    return apply_rules(context, drafts, CORRECTIONS)


def _with_drafts(article: AnnotatedArticle, drafts: Sequence[Draft]) -> AnnotatedArticle:
    """Replace an article's attributions by those that were found."""

    def annotation(draft: Draft) -> Annotation:
        return Annotation(*(tuple((s.start, s.end) for s in role) for role in (draft.content, draft.cue, draft.source)))

    return attrs.evolve(article, attributions=tuple(map(annotation, drafts)))
