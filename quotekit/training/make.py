"""From a data folder to a model folder: every stage of training in its order."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import torch

from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import read
from quotekit.attributions.find import find_drafts
from quotekit.evaluation import AnnotatedArticle, Annotation, Scores, evaluate, judge, read_annotated
from quotekit.tagger.decode import confidence
from quotekit.tagger.session import Config, load_model, read_config
from quotekit.text import pair_marks
from quotekit.training.batches import Corpus, Settings
from quotekit.training.calibrate import best_threshold, calibration_error, fit_calibration
from quotekit.training.corpora import read_corpus, read_other_readings
from quotekit.training.encoder import load_encoder
from quotekit.training.export import export_onnx, parity, quantize, write_config
from quotekit.training.fit import fit
from quotekit.training.model import Tagger
from quotekit.training.novels import read_pdnc, read_riqua
from quotekit.training.silver_names import read_gum, silver_names
from quotekit.training.teacher import load_teacher_encoder

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["DISTILLATION", "HELD_OUT", "TEACHER", "Corpora", "calibrate_folder", "make_model", "write_folder"]

_log = logging.getLogger(__name__)
# Word pieces that neighbouring windows share: an anchor has at least half of them on each side.
_OVERLAP = 48
#: Novels of PDNC that are kept out of training, to be measured on.
HELD_OUT = ("AHandfulOfDust", "Persuasion", "TheInvisibleMan")
# Of the passages of PDNC, which are many and alike, one in so many is used.
_PDNC_SHARE = 4
_TEACHER_WIDTH = 256


#: How the teacher is trained: a large encoder changes slowly.
TEACHER = Settings(epochs=3, rate=8e-5, head_rate=8.0, hidden=0.05, hidden_anchors=0.12, average=0.995, seed=11)
#: How the trained model goes on learning from the teacher and from further data.
DISTILLATION = Settings(epochs=12, warmup=0.05, further=160, trust=0.3)


@attrs.frozen
class Corpora:
    """Where the data of a training run lie."""

    #: Folder with ``train.jsonl`` and ``dev.jsonl``, as :func:`quotekit.evaluation.read_annotated` reads them.
    news: Path
    #: File of RiQuA; see :mod:`quotekit.training.novels`.
    riqua: Path | None = None
    #: File of PDNC.
    pdnc: Path | None = None
    #: File of GUM; see :mod:`quotekit.training.silver_names`.
    gum: Path | None = None
    #: Name of a spaCy pipeline that gives the names to learn.
    namer: str | None = None
    #: Take so many articles of each file only.
    most: int | None = None

    def read(self) -> Corpus:
        """
        Read what there is to learn from.

        Returns:
            The news as each of its readers saw it, with names where there is a pipeline for them, and GUM, of which
            only the names are annotated; in further articles the novels, in shares that suit a pass.
        """
        path = self.news / "train.jsonl"
        news: Sequence[AnnotatedArticle] = [*read_corpus(path)[: self.most], *read_other_readings(path)[: self.most]]
        if self.namer is not None:
            import spacy

            news = silver_names(news, spacy.load(self.namer, exclude=["parser", "lemmatizer", "attribute_ruler"]))
        gum = read_gum(self.gum)[: self.most] if self.gum else []
        riqua = read_riqua(self.riqua)[: self.most] if self.riqua else []
        pdnc = read_pdnc(self.pdnc, HELD_OUT)[: self.most] if self.pdnc else []
        return Corpus([*news, *gum], [*riqua, *pdnc[::_PDNC_SHARE]])


def make_model(
    corpora: Corpora,
    out: Path,
    work: Path,
    *,
    name: str,
    settings: Settings,
    distil: bool = False,
    threads: int = 2,
) -> Scores:
    """
    Train, export, calibrate and score a model.

    Args:
        corpora: The data.

        out: The model folder to write.

        work: Where checkpoints go; a run found there is resumed.

        name: The model's name.

        settings: The run's settings.

        distil: Whether a teacher is trained, too, from which the model learns in a second run.

        threads: How many threads PyTorch uses.

    Returns:
        The model's figures on the development articles.

    Raises:
        OSError: A file cannot be read or written.

        CorpusError: A line of a file is not an annotated article.
    """
    torch.set_num_threads(threads)
    encoder, tokenizer = load_encoder(settings.size + 2)
    corpus, dev = corpora.read(), read_annotated(corpora.news / "dev.jsonl")
    torch.manual_seed(settings.seed)
    tagger = fit(Tagger(encoder), corpus, tokenizer, settings, work / "first")
    if distil:
        torch.manual_seed(TEACHER.seed)
        teacher = Tagger(load_teacher_encoder(tokenizer, work), width=_TEACHER_WIDTH)
        fit(teacher, Corpus(corpus.articles), tokenizer, TEACHER, work / "teacher")
        second = attrs.evolve(DISTILLATION, seed=settings.seed)
        fit(tagger, corpus, tokenizer, second, work / "second", teacher=teacher)
    write_folder(tagger, tokenizer, out, work, name=name, size=settings.size)
    return calibrate_folder(out, dev[: corpora.most])


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
    # What stands inside the contents of others is not annotated, so that nothing can be told of how often it is right.
    found = [read(article.text, pair_marks(article.text), model).attributions for article in dev]
    right = [r for article, tags in zip(dev, found, strict=True) for r in judge(article, _marked(article, tags))]
    evidence = [t.evidence for tags in found for t in tags]
    weights = fit_calibration(evidence, right)
    confidences = [confidence(e, weights) for e in evidence]
    least = best_threshold(confidences, right, sum(len(a.attributions) for a in dev))
    _log.info("calibration error %.3f, lowest confidence %.2f", calibration_error(confidences, right), least)
    write_config(folder, attrs.evolve(model.config, calibration=weights, min_confidence=least))
    calibrated = attrs.evolve(model, config=read_config(folder))
    tagged = [find_drafts(article.text, pair_marks(article.text), calibrated).attributions for article in dev]
    return evaluate(dev, [_marked(article, tags) for article, tags in zip(dev, tagged, strict=True)])


def _marked(article: AnnotatedArticle, tags: Sequence[Draft]) -> AnnotatedArticle:
    """The article with the attributions that were found in place of its own."""
    rows = (Annotation(*(tuple((p.start, p.end) for p in part) for part in (t.content, t.cue, t.source))) for t in tags)
    return attrs.evolve(article, attributions=tuple(rows))
