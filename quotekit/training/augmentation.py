"""
Data augmentation: label-preserving changes to a training article, made anew in each epoch.

Every augmentation changes the text and keeps its annotation aligned with it. :data:`AUGMENTATIONS` lists them in the
order in which they are applied.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import attrs

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits, join_paragraphs
from quotekit.training.negatives import add_negative_paragraphs
from quotekit.training.quotation_styles import STYLES, drop_marks, restyle_marks
from quotekit.training.reformat import add_reformatted
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.substitution import substitute_names, substitute_verbs

__all__ = ["AUGMENTATIONS", "Augmentation", "augment"]

# How often each style of quotation marks is drawn, in the order of STYLES.
_STYLE_WEIGHTS = (6, 6, 1, 1, 2, 2, 1)
# What joined paragraphs are separated by; drawn from.
_SEPARATORS = (" ", "\n", "\n")


@attrs.frozen
class Augmentation:
    """One random, label-preserving change."""

    #: What it is called.
    name: str
    #: Returns the changed article.
    apply: Callable[[AnnotatedArticle, random.Random], AnnotatedArticle]
    #: Share of the articles that it is applied to.
    probability: float
    #: Name of an augmentation that rules this one out for the same article.
    excluded_by: str | None = None


def _by_edits(
    find_edits: Callable[[AnnotatedArticle, random.Random], list[Edit]],
) -> Callable[[AnnotatedArticle, random.Random], AnnotatedArticle]:
    """Turn a function that returns edits into one that applies them."""
    return lambda article, rng: apply_edits(article, find_edits(article, rng))


def _lower_case(article: AnnotatedArticle, _: random.Random) -> AnnotatedArticle:
    """Lower-case an article, unless its offsets would move."""
    lower = article.text.lower()
    return attrs.evolve(article, text=lower) if len(lower) == len(article.text) else article


def _restyle_marks(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """Write the quotation marks in a random style."""
    return restyle_marks(article.text, rng.choices(STYLES, _STYLE_WEIGHTS)[0])


def _drop_marks(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """Drop some of the quotation marks, or all of them."""
    return drop_marks(article.text, rng)


def _join_paragraphs(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """Replace blank lines by a random separator."""
    return join_paragraphs(article.text, rng.choice(_SEPARATORS))


#: All augmentations, in the order in which they are applied.
AUGMENTATIONS = (
    Augmentation("reformatted attributions", add_reformatted, 0.2),
    Augmentation("other names", _by_edits(substitute_names), 0.35),
    Augmentation("other verbs", _by_edits(substitute_verbs), 0.3),
    Augmentation("joined sentences", _by_edits(join_sentences), 0.15),
    Augmentation("split sentences", _by_edits(split_sentences), 0.15),
    Augmentation("negative paragraphs", add_negative_paragraphs, 0.25),
    Augmentation("lower case", _lower_case, 0.03),
    Augmentation("restyled marks", _by_edits(_restyle_marks), 0.35),
    Augmentation("dropped marks", _by_edits(_drop_marks), 0.08, excluded_by="restyled marks"),
    Augmentation("joined paragraphs", _by_edits(_join_paragraphs), 0.12),
)


def augment(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Apply a random choice of the augmentations to an article.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The changed article; about one in ten comes back unchanged.
    """
    applied = set[str]()
    for augmentation in AUGMENTATIONS:
        if augmentation.excluded_by not in applied and rng.random() < augmentation.probability:
            article = augmentation.apply(article, rng)
            applied.add(augmentation.name)
    return article
