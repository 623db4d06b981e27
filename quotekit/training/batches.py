"""
Training batches: articles augmented, cut into windows and collated with their targets.

Each epoch augments and cuts the articles anew. The teacher's predictions take long to compute, so with a teacher only a
few epochs' batches are made; they are cached on disk and used in turn, each time with other pieces masked. Batches are
made on the CPU, by other processes where :mod:`quotekit.training.prefetch` has any.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import torch
from torch import Tensor

from quotekit.evaluation import AnnotatedArticle
from quotekit.tagger.decode import ROLES
from quotekit.tagger.windows import Encoding, Window, encode, window_input
from quotekit.text import TextIndex
from quotekit.training.augmentation import augment, select_augmentations
from quotekit.training.devices import CPU, Device, TrainingBatch
from quotekit.training.distillation import distillation_targets
from quotekit.training.silver_names import UNKNOWN, NamedArticle, name_labels
from quotekit.training.targets import article_targets, clip, marked_words, role_arrays

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from quotekit.training.model import Tagger

__all__ = ["Corpus", "Settings", "make_epoch", "mask_pieces", "steps_per_epoch", "training_batches"]

# Share of the masked pieces that become [MASK]; the others become a random piece.
_MASK_TOKEN_SHARE = 0.7
# Settings that a cached batch with the teacher's predictions depends on.
_CACHE_SETTINGS = ("batch_size", "window_size", "extra_articles", "annotation_weight", "augmentations", "seed")
# Windows are sorted by length within so many batches.
_SORTED_BATCHES = 64
# Seeds of neighbouring runs must not meet in any epoch.
_MAX_EPOCHS = 1000


@attrs.frozen
class Settings:
    """Hyperparameters of a training run."""

    #: Number of passes over the training articles.
    epochs: int = 7
    #: Windows per batch.
    batch_size: int = 16
    #: Word pieces per window, without the two special ones.
    window_size: int = 254
    #: Peak learning rate of the encoder's last layer.
    learning_rate: float = 3e-4
    #: Factor by which the heads learn faster than that.
    head_rate_factor: float = 5.0
    #: Factor by which the learning rate falls with each layer further from the heads.
    layer_decay: float = 0.9
    #: Share of the steps in which the learning rate rises.
    warmup: float = 0.08
    #: Weight decay of AdamW.
    weight_decay: float = 0.01
    #: Share of the word pieces that are masked, so that the encoder relies on their context.
    masked_pieces: float = 0.07
    #: Share of the anchors that are masked: a cue must be recognized by its position, too.
    masked_anchors: float = 0.15
    #: Number of extra articles drawn for each epoch.
    extra_articles: int = 0
    #: Weight of the annotation against the teacher's predictions, from 0 to 1.
    annotation_weight: float = 0.5
    #: Number of epochs whose batches with the teacher's predictions are cached; they are used in turn.
    cached_epochs: int = 4
    #: Decay of the exponential moving average of the weights, which is the result.
    average_decay: float = 0.998
    #: Names of the augmentations to choose from, from
    #: :func:`~quotekit.training.augmentation.select_augmentations`; all of them by default.
    augmentations: tuple[str, ...] = attrs.field(factory=select_augmentations)
    #: Checksum of the weights that the run starts from, if not from the pretrained encoder.
    start: str | None = None
    #: Random seed.
    seed: int = 1


@attrs.frozen
class Corpus:
    """The training articles."""

    #: Articles used in every epoch.
    articles: Sequence[AnnotatedArticle]
    #: Articles of other genres, sampled for each epoch; the teacher's predictions do not soften their annotation.
    extra: Sequence[AnnotatedArticle] = ()


@attrs.frozen(eq=False)
class _Item:
    """One window of one article, with what its targets are made from."""

    encoding: Encoding
    window: Window
    targets: list[Any]
    ignored: np.ndarray
    names: np.ndarray
    #: The words whose annotation the teacher's predictions do not soften.
    final: np.ndarray


def steps_per_epoch(corpus: Corpus, tokenizer: Tokenizer, settings: Settings) -> int:
    """
    Estimate the number of batches in an epoch.

    Args:
        corpus: The articles.

        tokenizer: The encoder's tokenizer.

        settings: The run's settings.

    Returns:
        The approximate number.
    """

    def windows(articles: Sequence[AnnotatedArticle]) -> float:
        # The random cut of the first window adds half a window on average.
        return sum(
            math.ceil(len(encode(TextIndex(a.text), tokenizer).ids) / settings.window_size) + 0.5 for a in articles
        )

    share = min(1.0, settings.extra_articles / max(len(corpus.extra), 1))
    return math.ceil((windows(corpus.articles) + share * windows(corpus.extra)) / settings.batch_size)


def make_epoch(corpus: Corpus, tokenizer: Tokenizer, settings: Settings, epoch: int) -> list[TrainingBatch]:
    """
    Make the batches of one epoch, in random order.

    Args:
        corpus: The articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        epoch: Number of the epoch, from 0.

    Returns:
        The batches, which depend on the arguments alone.
    """
    rng = _epoch_rng(settings, epoch)
    batches = list(_make_batches(corpus, tokenizer, settings, rng))
    rng.shuffle(batches)
    return batches


def training_batches(
    corpus: Corpus,
    tokenizer: Tokenizer,
    settings: Settings,
    epoch: int,
    folder: Path,
    *,
    teacher: Tagger | None,
    made: Callable[[int], list[TrainingBatch]] | None = None,
    device: Device = CPU,
) -> Iterator[TrainingBatch]:
    """
    Yield the batches of one epoch, in random order and with some pieces masked.

    Args:
        corpus: The articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        epoch: Number of the epoch, from 0.

        folder: Folder in which batches with the teacher's predictions are cached.

        teacher: A trained tagger whose predictions are mixed into the targets.

        made: Returns the batches of an epoch that were made ahead of time; :func:`make_epoch` by default.

        device: The device on which the teacher is.

    Yields:
        The batches with at least one anchor, on the CPU.
    """
    make = made or partial(make_epoch, corpus, tokenizer, settings)
    if teacher is None:
        every = make(epoch)
    else:
        cached = epoch % settings.cached_epochs
        every = _distilled_batches(corpus, settings, cached, folder, make=make, teacher=teacher, device=device)
        _epoch_rng(settings, epoch).shuffle(every)
    generator = np.random.default_rng((settings.seed, epoch))
    for batch, anchors, target in every:
        if len(anchors):
            yield mask_pieces(batch, anchors, tokenizer, settings, generator), anchors, target


def _epoch_rng(settings: Settings, epoch: int) -> random.Random:
    """Return the generator that an epoch's articles are augmented, cut and shuffled with."""
    return random.Random(settings.seed * _MAX_EPOCHS + epoch)


def _distilled_batches(
    corpus: Corpus,
    settings: Settings,
    epoch: int,
    folder: Path,
    *,
    make: Callable[[int], list[TrainingBatch]],
    teacher: Tagger,
    device: Device,
) -> list[TrainingBatch]:
    """Load the batches of an epoch with the teacher's predictions, or make them if none of this run are cached."""
    path = folder / f"distilled_{epoch}.pt"
    made_with = {name: getattr(settings, name) for name in _CACHE_SETTINGS} | {
        "articles": len(corpus.articles),
        "extra": len(corpus.extra),
    }
    if path.exists():
        cache = torch.load(path, weights_only=True)
        if cache["made_with"] == made_with:
            cached: list[TrainingBatch] = cache["batches"]
            return cached
    made = [_distil(batch, teacher, settings, device) for batch in device.stream(make(epoch))]
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"made_with": made_with, "batches": made}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
    return made


def _distil(batch: TrainingBatch, teacher: Tagger, settings: Settings, device: Device) -> TrainingBatch:
    """Mix the teacher's predictions into a batch on its device; return the batch on the CPU."""
    inputs, anchors, target = batch
    anchors, target = distillation_targets(inputs, anchors, target, teacher, settings.annotation_weight, device=device)
    return _on_cpu(inputs), anchors.cpu(), _on_cpu(target)


def _on_cpu(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.cpu() for name, tensor in tensors.items()}


def _make_batches(
    corpus: Corpus, tokenizer: Tokenizer, settings: Settings, rng: random.Random
) -> Iterator[TrainingBatch]:
    """Make the batches of one epoch, with the articles augmented and cut anew."""
    selected = settings.augmentations
    items = [item for a in corpus.articles for item in _items(augment(a, rng, selected), tokenizer, settings, rng)]
    for article in rng.sample(corpus.extra, min(settings.extra_articles, len(corpus.extra))):
        items += _items(augment(article, rng, selected), tokenizer, settings, rng, final=True)
    rng.shuffle(items)
    # Batches of windows of similar length need little padding.
    chunk = _SORTED_BATCHES * settings.batch_size
    ordered = [i for c in range(0, len(items), chunk) for i in sorted(items[c : c + chunk], key=_count_pieces)]
    for start in range(0, len(ordered), settings.batch_size):
        yield _collate(ordered[start : start + settings.batch_size], tokenizer)


def _count_pieces(item: _Item) -> int:
    return int(item.encoding.first[item.window.end] - item.encoding.first[item.window.start])


def _items(
    article: AnnotatedArticle, tokenizer: Tokenizer, settings: Settings, rng: random.Random, *, final: bool = False
) -> Iterator[_Item]:
    """Cut an article into consecutive windows, the first of random length."""
    encoding = encode(TextIndex(article.text), tokenizer)
    targets, ignored = article_targets(article, encoding), marked_words(article.ignore, encoding)
    names = name_labels(article, encoding)
    exact = marked_words(article.final if isinstance(article, NamedArticle) else (), encoding)
    start, size = 0, rng.randint(settings.window_size // 4, settings.window_size)
    while start < len(encoding):
        last = int(np.searchsorted(encoding.first, encoding.first[start] + size, side="right")) - 1
        end = min(max(last, start + 1), len(encoding))
        yield _Item(encoding, Window(start, end, start, end), targets, ignored, names, exact | final)
        start, size = end, settings.window_size


def _collate(items: Sequence[_Item], tokenizer: Tokenizer) -> TrainingBatch:
    """Pad windows to one length and make their targets."""
    vocabulary = tokenizer.get_vocab()
    rows = [window_input(item.encoding, item.window, vocabulary["[CLS]"], vocabulary["[SEP]"]) for item in items]
    batch = {name: torch.from_numpy(_pad([row[name] for row in rows])) for name in ("ids", "features", "words")}
    batch["mask"] = torch.from_numpy(_pad([np.ones_like(row["ids"]) for row in rows]))
    words = batch["words"].shape[1]
    known, marked = np.zeros((2, len(items), words), np.float32)
    final = np.zeros((len(items), words), bool)
    names = np.full((len(items), words), UNKNOWN)
    positions: list[tuple[int, int]] = []
    exists, roles = [], []
    for row, item in enumerate(items):
        size = item.window.end - item.window.start
        known[row, :size] = ~item.ignored[item.window.start : item.window.end]
        final[row, :size] = item.final[item.window.start : item.window.end]
        names[row, :size] = item.names[item.window.start : item.window.end]
        for target in item.targets:
            # An anchor near the edge whose content is cut off is neither a positive nor a negative example.
            clipped = clip(target, item.window.start, item.window.end)
            if clipped is not None:
                marked[row, clipped.anchor] = 1
                positions.append((row, clipped.anchor))
                exists.append(np.arange(words) < size)
                roles.append(role_arrays(clipped, words))
            elif item.window.start <= target.anchor < item.window.end:
                known[row, target.anchor - item.window.start] = 0
    anchors = torch.tensor(positions, dtype=torch.int64).reshape(-1, 2)
    target = {
        "anchors": torch.from_numpy(marked),
        "known": torch.from_numpy(known),
        "exists": torch.from_numpy(np.array(exists, np.float32).reshape(len(positions), words)),
        "roles": torch.from_numpy(np.array(roles, np.float32).reshape(len(positions), words, len(ROLES), 3)),
        "weights": torch.ones(len(positions)),
        "names": torch.from_numpy(names),
        "final": torch.from_numpy(final),
    }
    return batch, anchors, target


def mask_pieces(
    batch: dict[str, Tensor], anchors: Tensor, tokenizer: Tokenizer, settings: Settings, generator: np.random.Generator
) -> dict[str, Tensor]:
    """
    Mask some word pieces, or replace them by random ones (Devlin et al. 2019, https://arxiv.org/abs/1810.04805).

    Args:
        batch: The batch; its ``ids`` and ``words`` are read.

        anchors: Row and word of each anchor, shape (N, 2).

        tokenizer: The encoder's tokenizer.

        settings: The run's settings.

        generator: Source of randomness.

    Returns:
        A copy of the batch with masked ``ids``.
    """
    ids = batch["ids"].clone()
    chosen = torch.from_numpy(generator.random(ids.shape) < settings.masked_pieces)
    chosen_anchors = torch.from_numpy(generator.random(len(anchors)) < settings.masked_anchors)
    rows, words = anchors[chosen_anchors].unbind(1)
    chosen[rows, batch["words"][rows, words]] = True
    vocabulary = tokenizer.get_vocab()
    for piece in ("[PAD]", "[CLS]", "[SEP]"):
        chosen &= ids != vocabulary[piece]
    random_ids = torch.from_numpy(generator.integers(0, len(vocabulary), tuple(ids.shape)))
    is_mask = torch.from_numpy(generator.random(ids.shape) < _MASK_TOKEN_SHARE)
    ids[chosen] = torch.where(is_mask, vocabulary["[MASK]"], random_ids)[chosen]
    return {**batch, "ids": ids}


def _pad(rows: list[np.ndarray]) -> np.ndarray:
    longest = max(len(r) for r in rows)
    return np.stack([np.pad(r, [(0, longest - len(r)), *[(0, 0)] * (r.ndim - 1)]) for r in rows])
