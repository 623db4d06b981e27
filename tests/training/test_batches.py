"""Lessons: windows, batches, what is hidden in them, and what a teacher is asked."""

from __future__ import annotations

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
from quotekit.training.batches import Corpus, Settings, _collate, _items, hide, lessons
from quotekit.training.model import Tagger

TEXT = "It rained, she said. " * 40


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """The shipped model's tokenizer."""
    return load_model().tokenizer


@pytest.fixture(name="article", scope="module")
def fixture_article() -> AnnotatedArticle:
    """An article in which the same is said forty times."""
    starts = range(0, len(TEXT), 21)
    annotations = (Annotation(((s, s + 9),), ((s + 15, s + 19),), ((s + 11, s + 14),)) for s in starts)
    return AnnotatedArticle("rain", TEXT, tuple(annotations))


class _Draw:
    """Draws the same number every time."""

    def __init__(self, number: int) -> None:
        self.number = number

    def randint(self, _: int, __: int) -> int:
        """Return the number."""
        return self.number


class TestItems:
    """Windows of an article."""

    @pytest.mark.parametrize("first", [20, 33, 64])
    def test_follow_upon_each_other(self, tokenizer: Tokenizer, article: AnnotatedArticle, first: int) -> None:
        """Windows cover the article without gap or overlap, the first as long as drawn."""
        settings = Settings(size=64)

        windows = [item.window for item in _items(article, tokenizer, settings, _Draw(first))]  # type: ignore[arg-type]

        assert (windows[0].start, windows[0].end, windows[-1].end) == (0, first, 240)
        assert [w.start for w in windows[1:]] == [w.end for w in windows[:-1]]


class TestCollate:
    """Batches."""

    def test_knows_what_is_cut(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """An anchor whose content lies in the window before is neither right nor wrong; all others are targets."""
        settings = Settings(size=64)
        items = list(_items(article, tokenizer, settings, _Draw(16)))  # type: ignore[arg-type]

        batch, anchors, target = _collate(items, tokenizer)

        cut = sum(1 for item in items if item.window.start % 6 in (2, 3, 4))
        assert int(target["anchors"].sum()) == len(anchors) == len(target["roles"]) == 40 - cut
        assert int((target["known"] == 0).sum() - (batch["words"] == 0).sum()) == cut

    def test_takes_windows_without_attributions(self, tokenizer: Tokenizer) -> None:
        """A batch in which nobody says anything has no rows of roles, and the right shape."""
        items = list(_items(AnnotatedArticle("calm", "It rained.", ()), tokenizer, Settings(size=64), _Draw(64)))  # type: ignore[arg-type]

        _, anchors, target = _collate(items, tokenizer)

        assert (tuple(anchors.shape), tuple(target["roles"].shape)) == ((0, 2), (0, 3, len(ROLES), 3))


class TestHide:
    """Hidden pieces."""

    def test_hides_the_share_asked_for(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """About the share asked for changes, the anchors more often, and the special pieces never."""
        settings = Settings(size=64, hidden=0.1, hidden_anchors=0.5)
        batch, anchors, _ = _collate(list(_items(article, tokenizer, settings, _Draw(64))), tokenizer)  # type: ignore[arg-type]
        before = batch["ids"].clone()
        changed = torch.zeros(before.shape)

        for seed in range(60):
            changed += hide(batch, anchors, tokenizer, settings, np.random.default_rng(seed))["ids"] != before

        rows, words = anchors.unbind(1)
        anchored = torch.zeros(before.shape, dtype=torch.bool)
        anchored[rows, batch["words"][rows, words]] = True
        special = torch.isin(before, torch.tensor([tokenizer.token_to_id(p) for p in ("[PAD]", "[CLS]", "[SEP]")]))
        assert torch.equal(before, batch["ids"])
        assert int(changed[special].sum()) == 0
        assert 0.08 < float(changed[~special & ~anchored].mean()) / 60 < 0.12
        assert 0.48 < float(changed[anchored].mean()) / 60 < 0.62

    def test_hides_nothing_unless_asked(self, tokenizer: Tokenizer, article: AnnotatedArticle) -> None:
        """With shares of nothing the batch stays as it is."""
        settings = Settings(size=64, hidden=0.0, hidden_anchors=0.0)
        batch, anchors, _ = _collate(list(_items(article, tokenizer, settings, _Draw(64))), tokenizer)  # type: ignore[arg-type]

        hidden = hide(batch, anchors, tokenizer, settings, np.random.default_rng(0))

        assert torch.equal(batch["ids"], hidden["ids"])


class _Teacher(Tagger):
    """A teacher that sees an anchor nowhere and counts how often it is asked."""

    def __init__(self) -> None:
        torch.nn.Module.__init__(self)
        self.asked = 0

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Tensor:  # noqa: ARG002
        """See each word the same way."""
        self.asked += 1
        return torch.ones(*words.shape, 2)

    def anchor(self, states: Tensor) -> Tensor:
        """See no anchor."""
        return torch.full((*states.shape[:2], 1), -9.0)

    def roles(self, states: Tensor, anchors: Tensor) -> Tensor:
        """Know nothing of roles."""
        return torch.zeros(len(anchors), states.shape[1], len(ROLES), 3)


class TestLessons:
    """lessons()."""

    def test_asks_a_teacher_once_for_each_variant(
        self, tokenizer: Tokenizer, article: AnnotatedArticle, tmp_path: Path
    ) -> None:
        """Passes take the kept batches in turn, each time with other pieces hidden."""
        settings, teacher = Settings(size=64, batch=4, variants=2, hidden=0.3), _Teacher()
        corpus = Corpus([article])

        asked, ids = [], []
        for epoch in range(4):
            found = list(lessons(corpus, tokenizer, settings, epoch, tmp_path, teacher=teacher))
            asked.append(teacher.asked)
            ids.append(torch.cat([batch["ids"].flatten() for batch, _, _ in found]).sort().values)

        first, second = asked[0], asked[1] - asked[0]
        assert asked == [first, first + second, first + second, first + second]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["asked_0.pt", "asked_1.pt"]
        assert len(ids[0]) == len(ids[2])
        assert not torch.equal(ids[0], ids[2])

    @pytest.mark.parametrize(
        ("changes", "again"),
        [({}, False), ({"epochs": 3, "rate": 1e-5}, False), ({"trust": 0.9}, True), ({"seed": 8}, True)],
        ids=["the same", "other steps", "other trust", "other chance"],
    )
    def test_asks_again_about_other_things(
        self, tokenizer: Tokenizer, article: AnnotatedArticle, tmp_path: Path, changes: dict[str, Any], *, again: bool
    ) -> None:
        """What another run has kept is taken only if the teacher would be asked the same."""
        settings, teacher = Settings(size=64, batch=4), _Teacher()
        list(lessons(Corpus([article]), tokenizer, settings, 0, tmp_path, teacher=teacher))
        first = teacher.asked

        list(lessons(Corpus([article]), tokenizer, attrs.evolve(settings, **changes), 0, tmp_path, teacher=teacher))

        assert again is (teacher.asked > first)

    def test_leaves_batches_without_anchors_out(self, tokenizer: Tokenizer, tmp_path: Path) -> None:
        """Where nobody says anything there is nothing to learn."""
        corpus = Corpus([AnnotatedArticle("calm", "It rained.", ())])

        assert list(lessons(corpus, tokenizer, Settings(), 0, tmp_path, teacher=None)) == []
