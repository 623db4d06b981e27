"""
Lessons: the training articles changed, cut into windows and put into batches, with what the model is to say of them.

Each pass over the articles sees them changed and cut anew. A teacher's opinion takes long to ask for, so it is asked
about a few passes only, whose batches are kept on disk and learned in turn; what is hidden in them is another thing
each time.
"""

from __future__ import annotations

import math
import random
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
from quotekit.training.distil import ask
from quotekit.training.silver_names import UNKNOWN, NamedArticle, name_labels
from quotekit.training.targets import article_targets, clip, marked_words, role_arrays

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from quotekit.training.model import Tagger

__all__ = ["Corpus", "Lesson", "Settings", "hide", "lessons", "steps_per_pass"]

# Of the hidden pieces: how many become a mask and not another piece.
_MASKED = 0.7
# Settings on which it depends what a teacher is asked about, and what of its answers is taken.
_ASKED_ABOUT = ("batch", "size", "further", "trust", "seed")

#: A batch, row and word of each anchor, and the targets.
Lesson = tuple[dict[str, Tensor], Tensor, dict[str, Tensor]]


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
    #: About how many passes a teacher is asked; they are learned in turn.
    variants: int = 4
    #: How slowly the averaged weights follow; they are the result.
    average: float = 0.998
    #: Seed of everything drawn at random.
    seed: int = 1


@attrs.frozen
class Corpus:
    """What there is to learn from."""

    #: The articles of each pass.
    articles: Sequence[AnnotatedArticle]
    #: Articles of other kinds, of which each pass sees some; a teacher has no say on what is annotated in them.
    further: Sequence[AnnotatedArticle] = ()


@attrs.frozen(eq=False)
class _Item:
    """One window of one article, with the numbers needed to make targets."""

    encoding: Encoding
    window: Window
    targets: list[Any]
    ignored: np.ndarray
    names: np.ndarray
    #: The words where the teacher has no say.
    final: np.ndarray


def steps_per_pass(corpus: Corpus, tokenizer: Tokenizer, settings: Settings) -> int:
    """Tell how many batches a pass has, about."""

    def windows(some: Sequence[AnnotatedArticle]) -> float:
        return sum(math.ceil(len(encode(a.text, tokenizer).ids) / settings.size) + 0.5 for a in some)

    share = min(1.0, settings.further / max(len(corpus.further), 1))
    return math.ceil((windows(corpus.articles) + share * windows(corpus.further)) / settings.batch)


def lessons(
    corpus: Corpus, tokenizer: Tokenizer, settings: Settings, epoch: int, folder: Path, *, teacher: Tagger | None
) -> Iterator[Lesson]:
    """
    Yield the batches of one pass, in random order and with some pieces hidden.

    Args:
        corpus: The articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        epoch: Number of the pass, from 0.

        folder: Where batches with a teacher's opinion are kept.

        teacher: A trained tagger whose opinion is mixed into the targets.

    Yields:
        Batches without any anchor are left out.
    """
    rng, generator = random.Random(settings.seed * 1000 + epoch), np.random.default_rng((settings.seed, epoch))
    if teacher is None:
        whole = list(_pass(corpus, tokenizer, settings, rng))
    else:
        whole = _asked(corpus, tokenizer, settings, epoch % settings.variants, folder, teacher=teacher)
    rng.shuffle(whole)
    for batch, anchors, target in whole:
        if len(anchors):
            yield hide(batch, anchors, tokenizer, settings, generator), anchors, target


def _asked(
    corpus: Corpus, tokenizer: Tokenizer, settings: Settings, variant: int, folder: Path, *, teacher: Tagger
) -> list[Lesson]:
    """The batches of a pass with the teacher's opinion; it is asked if what it was asked about is not kept on disk."""
    path = folder / f"asked_{variant}.pt"
    about = {name: getattr(settings, name) for name in _ASKED_ABOUT} | {
        "articles": len(corpus.articles),
        "further articles": len(corpus.further),
    }
    if path.exists():
        kept = torch.load(path, weights_only=True)
        if kept["about"] == about:
            found: list[Lesson] = kept["lessons"]
            return found
    rng = random.Random(settings.seed * 1000 + variant)
    asked = [
        (batch, *ask(batch, anchors, target, teacher, settings.trust))
        for batch, anchors, target in _pass(corpus, tokenizer, settings, rng)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"about": about, "lessons": asked}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
    return asked


def _pass(corpus: Corpus, tokenizer: Tokenizer, settings: Settings, rng: random.Random) -> Iterator[Lesson]:
    """The batches of one pass, the articles changed and cut anew."""
    items = [item for a in corpus.articles for item in _items(change(a, rng), tokenizer, settings, rng)]
    for article in rng.sample(corpus.further, min(settings.further, len(corpus.further))):
        items += _items(change(article, rng), tokenizer, settings, rng, final=True)
    rng.shuffle(items)
    # Batches of windows of like length waste little on padding.
    chunk = 64 * settings.batch
    ordered = [i for c in range(0, len(items), chunk) for i in sorted(items[c : c + chunk], key=_pieces)]
    for start in range(0, len(ordered), settings.batch):
        yield _collate(ordered[start : start + settings.batch], tokenizer)


def _pieces(item: _Item) -> int:
    return int(item.encoding.first[item.window.end] - item.encoding.first[item.window.start])


def _items(
    article: AnnotatedArticle, tokenizer: Tokenizer, settings: Settings, rng: random.Random, *, final: bool = False
) -> Iterator[_Item]:
    """An article's windows, one after another, the first cut at random."""
    encoding = encode(article.text, tokenizer)
    targets, ignored = article_targets(article, encoding), marked_words(article.ignore, encoding)
    names = name_labels(article, encoding)
    silent = marked_words(article.silent if isinstance(article, NamedArticle) else (), encoding)
    start, size = 0, rng.randint(settings.size // 4, settings.size)
    while start < len(encoding):
        last = int(np.searchsorted(encoding.first, encoding.first[start] + size, side="right")) - 1
        end = min(max(last, start + 1), len(encoding))
        yield _Item(encoding, Window(start, end, start, end), targets, ignored, names, silent | final)
        start, size = end, settings.size


def _collate(items: Sequence[_Item], tokenizer: Tokenizer) -> Lesson:
    vocabulary = tokenizer.get_vocab()
    rows = [batches(item.encoding, [item.window], vocabulary["[CLS]"], vocabulary["[SEP]"]) for item in items]
    batch = {name: torch.from_numpy(_pad([row[name][0] for row in rows])) for name in rows[0]}
    words = batch["words"].shape[1]
    known, marked = np.zeros((2, len(items), words), np.float32)
    final = np.zeros((len(items), words), bool)
    names = np.full((len(items), words), UNKNOWN)
    places: list[tuple[int, int]] = []
    exists, roles = [], []
    for row, item in enumerate(items):
        size = item.window.end - item.window.start
        known[row, :size] = ~item.ignored[item.window.start : item.window.end]
        final[row, :size] = item.final[item.window.start : item.window.end]
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
        "weights": torch.ones(len(places)),
        "names": torch.from_numpy(names),
        "final": torch.from_numpy(final),
    }
    return batch, anchors, target


def hide(
    batch: dict[str, Tensor], anchors: Tensor, tokenizer: Tokenizer, settings: Settings, generator: np.random.Generator
) -> dict[str, Tensor]:
    """
    Put a mask, or any other piece, for some pieces (Devlin and others 2019, https://arxiv.org/abs/1810.04805).

    Args:
        batch: ``ids``, ``words`` and more.

        anchors: Row and word of each anchor, shape (N, 2).

        tokenizer: The encoder's tokenizer.

        settings: The run's settings.

        generator: Where chance comes from.

    Returns:
        The batch with other ``ids``.
    """
    ids = batch["ids"].clone()
    chosen = torch.from_numpy(generator.random(ids.shape) < settings.hidden)
    own = torch.from_numpy(generator.random(len(anchors)) < settings.hidden_anchors)
    rows, words = anchors[own].unbind(1)
    chosen[rows, batch["words"][rows, words]] = True
    vocabulary = tokenizer.get_vocab()
    for piece in ("[PAD]", "[CLS]", "[SEP]"):
        chosen &= ids != vocabulary[piece]
    others = torch.from_numpy(generator.integers(0, len(vocabulary), tuple(ids.shape)))
    masked = torch.from_numpy(generator.random(ids.shape) < _MASKED)
    ids[chosen] = torch.where(masked, vocabulary["[MASK]"], others)[chosen]
    return {**batch, "ids": ids}


def _pad(rows: list[np.ndarray]) -> np.ndarray:
    longest = max(len(r) for r in rows)
    return np.stack([np.pad(r, [(0, longest - len(r)), *[(0, 0)] * (r.ndim - 1)]) for r in rows])
