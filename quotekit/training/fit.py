"""Train the model: seeds fixed, checkpoints on disk, resumed where it stopped."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import torch
from torch import Tensor

from quotekit.evaluation import AnnotatedArticle
from quotekit.tagger.decode import ROLES
from quotekit.tagger.windows import Encoding, Window, batches, encode
from quotekit.training.changes import change
from quotekit.training.distil import soften
from quotekit.training.model import Tagger, tagger_loss
from quotekit.training.names import UNKNOWN, name_labels
from quotekit.training.targets import article_targets, clip, ignored_words, role_arrays

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Settings", "fit"]

# Of the hidden pieces: how many become a mask and not another piece.
_MASKED = 0.7
_log = logging.getLogger(__name__)


@attrs.frozen
class Settings:
    """What a training run is made of."""

    #: Passes over the training articles.
    epochs: int = 7
    #: Windows in a batch.
    batch: int = 16
    #: Word pieces in a window, the two special ones apart.
    size: int = 254
    #: Largest learning rate of the encoder.
    rate: float = 3e-4
    #: How many times that the heads get.
    head_rate: float = 5.0
    #: Each layer further from the heads learns this much slower.
    layer_decay: float = 0.9
    #: Share of the steps in which the rate rises.
    warmup: float = 0.08
    #: Weight decay of AdamW.
    decay: float = 0.01
    #: Share of the word pieces that are hidden from the encoder, so that it looks at what stands around them.
    hidden: float = 0.07
    #: Share of the anchors that are hidden: a cue must be known by its place, too.
    hidden_anchors: float = 0.15
    #: How many of the further articles are drawn for each epoch.
    further: int = 0
    #: How much the annotation counts beside a teacher's opinion, from 0 to 1.
    trust: float = 0.5
    #: How slowly the averaged weights follow; they are the result.
    average: float = 0.998
    #: Seed of everything drawn at random.
    seed: int = 1


@attrs.frozen(eq=False)
class _Item:
    """One window of one article, with the numbers needed to make targets."""

    encoding: Encoding
    window: Window
    targets: list[Any]
    ignored: np.ndarray
    names: np.ndarray
    #: Whether the teacher has no say.
    final: bool


def fit(
    tagger: Tagger,
    articles: Sequence[AnnotatedArticle],
    tokenizer: Tokenizer,
    settings: Settings,
    folder: Path,
    *,
    further: Sequence[AnnotatedArticle] = (),
    teacher: Tagger | None = None,
) -> Tagger:
    """
    Train a tagger.

    Args:
        tagger: The model with pretrained encoder and fresh heads; changed in place.

        articles: The training articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        folder: Where checkpoints go after each epoch; a run found there with the same settings is resumed.

        further: Articles of other kinds, of which each epoch sees some; a teacher has no say on what is annotated in
            them.

        teacher: A trained tagger with the same tokenizer whose opinion is learned beside the annotation.

    Returns:
        The tagger with the averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    steps = settings.epochs * _steps_per_epoch(articles, further, tokenizer, settings)
    optimizer = torch.optim.AdamW(_groups(tagger, settings), weight_decay=settings.decay, betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, settings.warmup))
    average = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    state = {"tagger": tagger, "optimizer": optimizer, "schedule": schedule}
    done = _resume(folder, settings, state, average)
    for epoch in range(done, settings.epochs):
        tagger.train()
        begun, sums, count = time.monotonic(), dict[str, float](), 0
        for batch, anchors, target in _epoch(articles, further, tokenizer, settings, epoch):
            if len(anchors) == 0:
                continue
            if teacher is not None:
                soften(target, batch, anchors, teacher, settings.trust)
            with torch.autocast("cpu", torch.bfloat16):
                scores = tagger(batch, anchors)
            parts = tagger_loss(scores, target)
            optimizer.zero_grad(set_to_none=True)
            parts["loss"].backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            _follow(average, tagger, settings.average)
            count += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if count % 50 == 0:
                _log.info("epoch %d step %d: %s", epoch + 1, count, {k: round(v / count, 3) for k, v in sums.items()})
        _log.info(
            "epoch %d: %s, %.0f s",
            epoch + 1,
            {k: round(v / count, 3) for k, v in sums.items()},
            time.monotonic() - begun,
        )
        _save(folder, settings, epoch + 1, state, average)
    tagger.load_state_dict(average)
    tagger.eval()
    return tagger


def _rate(step: int, steps: int, warmup: float) -> float:
    rise = max(1.0, warmup * steps)
    if step < rise:
        return (step + 1) / rise
    return max(0.0, 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rise) / max(1.0, steps - rise)))))


def _groups(tagger: Tagger, settings: Settings) -> list[dict[str, Any]]:
    """One group of parameters for each layer, so that lower layers change less."""
    layers = tagger.encoder.config.num_hidden_layers
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder."):
            rate = settings.rate * settings.head_rate if not name.startswith("features.") else settings.rate
        else:
            depth = int(name.split("layer.")[1].split(".")[0]) + 1 if "layer." in name else 0
            rate = settings.rate * settings.layer_decay ** (layers - depth)
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def _steps_per_epoch(
    articles: Sequence[AnnotatedArticle],
    further: Sequence[AnnotatedArticle],
    tokenizer: Tokenizer,
    settings: Settings,
) -> int:
    def windows(some: Sequence[AnnotatedArticle]) -> float:
        return sum(math.ceil(len(encode(a.text, tokenizer).ids) / settings.size) + 0.5 for a in some)

    share = min(1.0, settings.further / max(len(further), 1))
    return math.ceil((windows(articles) + share * windows(further)) / settings.batch)


def _epoch(
    articles: Sequence[AnnotatedArticle],
    further: Sequence[AnnotatedArticle],
    tokenizer: Tokenizer,
    settings: Settings,
    epoch: int,
) -> Iterator[tuple[dict[str, Tensor], Tensor, dict[str, Tensor]]]:
    """The batches of one pass, the articles changed and cut anew each time."""
    rng = random.Random(settings.seed * 1000 + epoch)
    items = [item for a in articles for item in _items(change(a, rng), tokenizer, settings, rng)]
    for article in rng.sample(further, min(settings.further, len(further))):
        items += _items(change(article, rng), tokenizer, settings, rng, final=True)
    rng.shuffle(items)
    # Batches of windows of like length waste little on padding.
    chunk = 64 * settings.batch
    ordered = [i for c in range(0, len(items), chunk) for i in sorted(items[c : c + chunk], key=_pieces)]
    starts = list(range(0, len(ordered), settings.batch))
    rng.shuffle(starts)
    generator = np.random.default_rng((settings.seed, epoch))
    for start in starts:
        batch, anchors, target = _collate(ordered[start : start + settings.batch], tokenizer)
        _hide(batch, anchors, tokenizer, settings, generator)
        yield batch, anchors, target


def _pieces(item: _Item) -> int:
    return int(item.encoding.first[item.window.end] - item.encoding.first[item.window.start])


def _items(
    article: AnnotatedArticle, tokenizer: Tokenizer, settings: Settings, rng: random.Random, *, final: bool = False
) -> Iterator[_Item]:
    """An article's windows, one after another, the first cut at random."""
    encoding = encode(article.text, tokenizer)
    targets, ignored = article_targets(article, encoding), ignored_words(article, encoding)
    names = name_labels(article, encoding)
    start, size = 0, rng.randint(settings.size // 4, settings.size)
    while start < len(encoding):
        last = int(np.searchsorted(encoding.first, encoding.first[start] + size, side="right")) - 1
        end = min(max(last, start + 1), len(encoding))
        yield _Item(encoding, Window(start, end, start, end), targets, ignored, names, final)
        start, size = end, settings.size


def _collate(items: Sequence[_Item], tokenizer: Tokenizer) -> tuple[dict[str, Tensor], Tensor, dict[str, Tensor]]:
    vocabulary = tokenizer.get_vocab()
    rows = [batches(item.encoding, [item.window], vocabulary["[CLS]"], vocabulary["[SEP]"]) for item in items]
    batch = {name: torch.from_numpy(_pad([row[name][0] for row in rows])) for name in rows[0]}
    words = batch["words"].shape[1]
    known, marked = np.zeros((2, len(items), words), np.float32)
    names = np.full((len(items), words), UNKNOWN)
    places: list[tuple[int, int]] = []
    exists, roles = [], []
    for row, item in enumerate(items):
        size = item.window.end - item.window.start
        known[row, :size] = ~item.ignored[item.window.start : item.window.end]
        names[row, :size] = item.names[item.window.start : item.window.end]
        for target in item.targets:
            # An anchor near the edge whose content is cut away teaches nothing, neither yes nor no.
            clipped = clip(target, item.window.start, item.window.end)
            if clipped is not None:
                marked[row, clipped.anchor] = 1
                places.append((row, clipped.anchor))
                exists.append(np.arange(words) < size)
                roles.append(role_arrays(clipped, words))
            elif item.window.start <= target.anchor < item.window.end:
                known[row, target.anchor - item.window.start] = 0
    anchors = torch.tensor(places, dtype=torch.int64).reshape(-1, 2)
    target = {
        "anchors": torch.from_numpy(marked),
        "known": torch.from_numpy(known),
        "exists": torch.from_numpy(np.array(exists, np.float32).reshape(len(places), words)),
        "roles": torch.from_numpy(np.array(roles, np.float32).reshape(len(places), words, len(ROLES), 3)),
        "names": torch.from_numpy(names),
        "final": torch.tensor([item.final for item in items]),
    }
    return batch, anchors, target


def _hide(
    batch: dict[str, Tensor], anchors: Tensor, tokenizer: Tokenizer, settings: Settings, generator: np.random.Generator
) -> None:
    """Put a mask, or any other piece, for some pieces (Devlin and others 2019, https://arxiv.org/abs/1810.04805)."""
    ids = batch["ids"]
    chosen = torch.from_numpy(generator.random(ids.shape) < settings.hidden)
    own = torch.from_numpy(generator.random(len(anchors)) < settings.hidden_anchors)
    rows, words = anchors[own].unbind(1)
    chosen[rows, batch["words"][rows, words]] = True
    vocabulary = tokenizer.get_vocab()
    for piece in ("[PAD]", "[CLS]", "[SEP]"):
        chosen &= ids != vocabulary[piece]
    others = torch.from_numpy(generator.integers(0, len(vocabulary), ids.shape))
    masked = torch.from_numpy(generator.random(ids.shape) < _MASKED)
    ids[chosen] = torch.where(masked, vocabulary["[MASK]"], others)[chosen]


def _pad(rows: list[np.ndarray]) -> np.ndarray:
    longest = max(len(r) for r in rows)
    return np.stack([np.pad(r, [(0, longest - len(r)), *[(0, 0)] * (r.ndim - 1)]) for r in rows])


@torch.no_grad()
def _follow(average: dict[str, Tensor], tagger: Tagger, keep: float) -> None:
    """Move the averaged weights a little towards the present ones."""
    for name, value in tagger.state_dict().items():
        if value.is_floating_point():
            average[name].lerp_(value, 1 - keep)
        else:
            average[name].copy_(value)


def _save(folder: Path, settings: Settings, epoch: int, state: dict[str, Any], average: dict[str, Tensor]) -> None:
    """Write a checkpoint; the old one stays until the new one is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    data = {name: part.state_dict() for name, part in state.items()}
    part = folder / "checkpoint.part"
    torch.save({**data, "average": average, "epoch": epoch, "settings": attrs.asdict(settings)}, part)
    part.replace(folder / "checkpoint.pt")


def _resume(folder: Path, settings: Settings, state: dict[str, Any], average: dict[str, Tensor]) -> int:
    """Load the checkpoint in *folder* if it is of this run; return how many epochs it has done."""
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    data = torch.load(path, weights_only=True)
    if data["settings"] != attrs.asdict(settings):
        _log.warning("the checkpoint in %s is of a run with other settings: starting anew", folder)
        return 0
    for name, part in state.items():
        part.load_state_dict(data[name])
    average.update(data["average"])
    _log.info("resumed after epoch %d", data["epoch"])
    return int(data["epoch"])
