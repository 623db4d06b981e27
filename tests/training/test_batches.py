"""Training batches: windows, collation, masking, and the teacher's cached predictions."""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from torch import Tensor

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.tagger.decode import ROLES
from quotekit.tagger.session import load_model
from quotekit.training.batches import Corpus, Settings, _collate, _items, make_epoch, mask_pieces, training_batches
from quotekit.training.model import Tagger

TEXT = "It rained, she said. " * 40


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """The shipped model's tokenizer."""
    return load_model().tokenizer


@pytest.fixture(name="article", scope="module")
def fixture_article() -> AnnotatedArticle:
    """An article with the same attribution forty times."""
    starts = range(0, len(TEXT), 21)
    annotations = (Annotation(((s, s + 9),), ((s + 15, s + 19),), ((s + 11, s + 14),)) for s in starts)
    return AnnotatedArticle("rain", TEXT, tuple(annotations))


class _FixedRandom:
    """A generator that always draws the same number."""

    def __init__(self, number: int) -> None:
        self.number = number

    def randint(self, _: int, __: int) -> int:
        """Return the number."""
        return self.number


class TestItems:
    """Windows of an article."""

    @pytest.mark.parametrize("first", [20, 33, 64])
    def test_are_consecutive(self, tokenizer: Tokenizer, article: AnnotatedArticle, first: int) -> None:
        """Windows cover the article without gap or overlap; the first has the length drawn."""
        settings = Settings(window_size=64)

        windows = [item.window for item in _items(article, tokenizer, settings, _FixedRandom(first))]  # type: ignore[arg-type]

        assert (0, first, 240) == (windows[0].start, windows[0].end, windows[-1].end)
        assert [w.end for w in windows[:-1]] == [w.start for w in windows[1:]]


class TestCollate:
    """Batches."""

    def test_ignores_clipped_anchors(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """An anchor whose content is in the previous window is ignored; all others are targets."""
        settings = Settings(window_size=64)
        items = list(_items(article, tokenizer, settings, _FixedRandom(16)))  # type: ignore[arg-type]

        batch, anchors, target = _collate(items, tokenizer)

        cut = sum(1 for item in items if item.window.start % 6 in (2, 3, 4))
        assert 40 - cut == len(anchors) == len(target["roles"]) == int(target["anchors"].sum())
        assert cut == int((target["known"] == 0).sum() - (batch["words"] == 0).sum())

    def test_accepts_windows_without_attributions(self, tokenizer: Tokenizer) -> None:
        """A batch without attributions has role targets of the right shape, with no rows."""
        items = list(
            _items(AnnotatedArticle("calm", "It rained.", ()), tokenizer, Settings(window_size=64), _FixedRandom(64))
        )  # type: ignore[arg-type]

        _, anchors, target = _collate(items, tokenizer)

        assert ((0, 2), (0, 3, len(ROLES), 3)) == (tuple(anchors.shape), tuple(target["roles"].shape))


class TestMaskPieces:
    """mask_pieces()."""

    def test_masks_the_given_shares(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """Pieces and anchors are masked about as often as set, special tokens never."""
        settings = Settings(window_size=64, masked_pieces=0.1, masked_anchors=0.5)
        batch, anchors, _ = _collate(list(_items(article, tokenizer, settings, _FixedRandom(64))), tokenizer)  # type: ignore[arg-type]
        before = batch["ids"].clone()
        changed = torch.zeros(before.shape)

        for seed in range(60):
            changed += mask_pieces(batch, anchors, tokenizer, settings, np.random.default_rng(seed))["ids"] != before

        rows, words = anchors.unbind(1)
        anchored = torch.zeros(before.shape, dtype=torch.bool)
        anchored[rows, batch["words"][rows, words]] = True
        special = torch.isin(before, torch.tensor([tokenizer.token_to_id(p) for p in ("[PAD]", "[CLS]", "[SEP]")]))
        assert torch.equal(before, batch["ids"])
        assert 0 == int(changed[special].sum())
        assert 0.08 < float(changed[~special & ~anchored].mean()) / 60 < 0.12
        assert 0.48 < float(changed[anchored].mean()) / 60 < 0.62

    def test_masks_nothing_at_zero(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """With shares of zero the batch stays unchanged."""
        settings = Settings(window_size=64, masked_pieces=0.0, masked_anchors=0.0)
        batch, anchors, _ = _collate(list(_items(article, tokenizer, settings, _FixedRandom(64))), tokenizer)  # type: ignore[arg-type]

        masked = mask_pieces(batch, anchors, tokenizer, settings, np.random.default_rng(0))

        assert torch.equal(batch["ids"], masked["ids"])


class _Teacher(Tagger):
    """A teacher that predicts no anchors and counts its calls."""

    def __init__(self) -> None:
        torch.nn.Module.__init__(self)
        self.calls = 0

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Tensor:  # noqa: ARG002
        """Return the same state for each word."""
        self.calls += 1
        return torch.ones(*words.shape, 2)

    def anchor(self, states: Tensor) -> Tensor:
        """Score each word as no anchor."""
        return torch.full((*states.shape[:2], 1), -9.0)

    def roles(self, states: Tensor, anchors: Tensor, exists: Tensor) -> Tensor:  # noqa: ARG002
        """Score all roles alike."""
        return torch.zeros(len(anchors), states.shape[1], len(ROLES), 3)


class TestMakeEpoch:
    """make_epoch()."""

    def test_depends_on_its_arguments_alone(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """Another process, to which it is sent with its arguments, makes the same batches."""
        make = partial(make_epoch, Corpus([article] * 3), tokenizer, Settings(window_size=64, batch_size=4))
        sent = pickle.loads(pickle.dumps(make))  # noqa: S301  # its own data

        for (batch, anchors, _), (other_batch, other_anchors, _) in zip(make(2), sent(2), strict=True):
            assert torch.equal(batch["ids"], other_batch["ids"])
            assert torch.equal(anchors, other_anchors)

    def test_applies_the_selected_augmentations(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """Without augmentations the words are those of the article; with some, others come in."""
        epochs = {
            names: {
                int(piece)
                for epoch in range(2)
                for batch, _, _ in make_epoch(Corpus([article] * 9), tokenizer, Settings(augmentations=names), epoch)
                for piece in batch["ids"].flatten()
            }
            for names in ((), ("other-verbs",))
        }

        added = {tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]", "[PAD]")}
        assert epochs[()] <= added | set(tokenizer.encode(TEXT, add_special_tokens=False).ids)
        assert epochs[()] < epochs["other-verbs",]


class TestTrainingBatches:
    """training_batches()."""

    def test_caches_the_predictions(self, tokenizer: Tokenizer, article: AnnotatedArticle, tmp_path: Path) -> None:
        """Epochs use the cached batches in turn, each time with other pieces masked."""
        settings, teacher = Settings(window_size=64, batch_size=4, cached_epochs=2, masked_pieces=0.3), _Teacher()
        corpus = Corpus([article])

        calls, ids = [], []
        for epoch in range(4):
            found = list(training_batches(corpus, tokenizer, settings, epoch, tmp_path, teacher=teacher))
            calls.append(teacher.calls)
            ids.append(torch.cat([batch["ids"].flatten() for batch, _, _ in found]).sort().values)

        assert calls[0] < calls[1] == calls[2] == calls[3]
        assert ["distilled_0.pt", "distilled_1.pt"] == sorted(path.name for path in tmp_path.iterdir())
        assert len(ids[0]) == len(ids[2])
        assert not torch.equal(ids[0], ids[2])

    @pytest.mark.parametrize(
        ("changes", "again"),
        [
            ({}, False),
            ({"epochs": 3, "learning_rate": 1e-5}, False),
            ({"annotation_weight": 0.9}, True),
            ({"seed": 8}, True),
            ({"augmentations": ("headlines",)}, True),
        ],
        ids=["same settings", "other optimization", "other weight", "other seed", "other augmentations"],
    )
    def test_reuses_the_cache_of_the_same_settings(
        self, tokenizer: Tokenizer, article: AnnotatedArticle, tmp_path: Path, changes: dict[str, Any], *, again: bool
    ) -> None:
        """The cache of another run is used only if the batches would be the same."""
        settings, teacher = Settings(window_size=64, batch_size=4), _Teacher()
        list(training_batches(Corpus([article]), tokenizer, settings, 0, tmp_path, teacher=teacher))
        first = teacher.calls
        list(
            training_batches(
                Corpus([article]), tokenizer, attrs.evolve(settings, **changes), 0, tmp_path, teacher=teacher
            )
        )

        assert again is (teacher.calls > first)

    def test_leaves_out_batches_without_anchors(self, tokenizer: Tokenizer, tmp_path: Path) -> None:
        """An article without attributions gives no batch."""
        corpus = Corpus([AnnotatedArticle("calm", "It rained.", ())])

        assert [] == list(training_batches(corpus, tokenizer, Settings(), 0, tmp_path, teacher=None))
