"""Label-preserving augmentations: the annotation covers the same words."""

from __future__ import annotations

import random

import pytest

from quotekit.errors import SettingError
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.augmentation import AUGMENTATIONS, Augmentation, augment, select_augmentations
from quotekit.training.reformat import add_reformatted
from tests.training.dam import ARTICLE, TEXT, annotation, words
from tests.training.harbour import ARTICLE as HARBOUR


def _after_draw(seed: int) -> random.Random:
    """Return a generator from which one number was drawn."""
    rng = random.Random(seed)
    rng.random()
    return rng


class TestAugment:
    """augment()."""

    @pytest.mark.parametrize("seed", range(60))
    def test_keeps_the_words(self, seed: int) -> None:
        """The article's own annotations cover the same words, except for substituted reporting verbs."""
        augmented = augment(ARTICLE, random.Random(seed))

        own = words(augmented)[: len(ARTICLE.attributions)]
        assert [(c, s) for c, _, s in words(ARTICLE)] == [(content, source) for content, _, source in own]
        assert [cue for _, cue, _ in words(ARTICLE)][1:] == [cue for _, cue, _ in own][1:]

    @pytest.mark.parametrize("augmentation", AUGMENTATIONS, ids=lambda a: a.name)
    def test_applies_each_alone(self, augmentation: Augmentation) -> None:
        """With one augmentation selected, the others are not applied."""
        found = {augment(HARBOUR, random.Random(seed), {augmentation.name}).text for seed in range(60)}
        alone = {augmentation.apply(HARBOUR, _after_draw(seed)).text for seed in range(60)}

        assert HARBOUR.text in found
        assert len(found) > 1 or len(alone) == 1
        assert found <= {*alone, HARBOUR.text}

    def test_varies(self) -> None:
        """Marks, case, paragraphs and formats all change for some seed, and many articles stay unchanged."""
        found = [augment(ARTICLE, random.Random(seed)).text for seed in range(400)]

        assert sum(text == TEXT for text in found) > 40
        assert any('"The dam will hold," said' in text for text in found)
        assert any("The dam will hold, said" in text for text in found)
        assert any("omar ito" in text for text in found)
        assert any("\n\n" not in text for text in found)
        assert any(len(text) > len(TEXT) + 20 for text in found)

    def test_is_reproducible(self) -> None:
        """Randomness comes from the generator alone."""
        assert [augment(ARTICLE, random.Random(5)) for _ in range(2)] == [augment(ARTICLE, random.Random(5))] * 2


class TestSelectAugmentations:
    """select_augmentations()."""

    def test_selects_all(self) -> None:
        """Without names it selects all, in order."""
        assert tuple(a.name for a in AUGMENTATIONS) == select_augmentations()

    def test_selects_groups_and_names(self) -> None:
        """Groups and names can be mixed, and left out."""
        layout = select_augmentations(["layout"])

        assert "headlines" in layout
        assert "other-names" not in layout
        assert ("other-names", "headlines") == select_augmentations(["headlines", "other-names"])
        assert select_augmentations(exclude=["layout"]) == select_augmentations(["style"])

    def test_rejects_unknown_names(self) -> None:
        """An unknown name is reported with those that are known."""
        with pytest.raises(SettingError, match=r"headline.*use .*headlines"):
            select_augmentations(["headline"])

    def test_are_named_once(self) -> None:
        """Names are unique, and what rules one out comes before it."""
        names = [a.name for a in AUGMENTATIONS]

        assert len(set(names)) == len(names)
        for i, augmentation in enumerate(AUGMENTATIONS):
            assert set(augmentation.excluded_by) <= set(names[:i])


def _added(seeds: int) -> list[tuple[str, tuple[Annotation, ...]]]:
    """Return the text and the added attributions for each seed."""
    articles = [add_reformatted(ARTICLE, random.Random(seed)) for seed in range(seeds)]
    return [(article.text, article.attributions[len(ARTICLE.attributions) :]) for article in articles]


class TestAddReformatted:
    """add_reformatted()."""

    def test_repeats_statements(self) -> None:
        """Each added attribution has a cue, one of the article's sources and one of its contents."""
        added = [(text, a) for text, attributions in _added(100) for a in attributions]
        sources = {text[a.source[0][0] : a.source[0][1]].title() for text, a in added}
        cues = {text[a.cue[0][0] : a.cue[0][1]] for text, a in added}
        contents = {text[a.content[0][0] : a.content[0][1]].strip('“”".') for text, a in added}

        assert sources <= {"Omar Ito", "Ito", "Lena Berg", "Berg"}
        assert {":", "―", "as reported by"} <= cues
        assert {"Nobody asked us", "The river was rising"} == contents

    def test_needs_a_suitable_statement(self) -> None:
        """An article without a statement by a named source stays unchanged."""
        article = AnnotatedArticle("x", "He left.", (annotation("He left.", "He", "left", "left"),))

        assert add_reformatted(article, random.Random(0)) is article
