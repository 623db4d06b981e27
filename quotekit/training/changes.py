"""
Changes to a training article that keep its annotation.

Other names and verbs, sentences joined and split, paragraphs in which nothing is said, other marks, lost marks, lost
paragraphs, other forms.
"""

from __future__ import annotations

import random

import attrs

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits, join_paragraphs
from quotekit.training.negatives import add_silence
from quotekit.training.recast import recast
from quotekit.training.restyle import STYLES, lose_marks, restyle
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.swaps import rename, reword

__all__ = ["change"]

# How often each change is made.
_RECAST = 0.2
_RENAMED = 0.35
_REWORDED = 0.3
_JOINED = 0.15
_SPLIT = 0.15
_SILENT = 0.25
_LOWERED = 0.03
_RESTYLED = 0.35
_CARELESS = 0.08
_UNPARAGRAPHED = 0.12
# And how often each style of quotation marks is taken, in their order.
_WEIGHTS = (6, 6, 1, 1, 2, 2, 1)
_EDITS = (
    (rename, _RENAMED),
    (reword, _REWORDED),
    (join_sentences, _JOINED),
    (split_sentences, _SPLIT),
)


def change(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Change an article at random as an editor, a converter or a careless writer might.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The article changed, or just as it was: about one in ten is.
    """
    if rng.random() < _RECAST:
        article = recast(article, rng)
    for edit, often in _EDITS:
        if rng.random() < often:
            article = apply_edits(article, edit(article, rng))
    if rng.random() < _SILENT:
        article = add_silence(article, rng)
    if rng.random() < _LOWERED and len(article.text.lower()) == len(article.text):
        article = attrs.evolve(article, text=article.text.lower())
    edits: list[Edit] = []
    if rng.random() < _RESTYLED:
        edits += restyle(article.text, rng.choices(STYLES, _WEIGHTS)[0])
    elif rng.random() < _CARELESS:
        edits += lose_marks(article.text, rng)
    if rng.random() < _UNPARAGRAPHED:
        edits += join_paragraphs(article.text, rng.choice((" ", "\n", "\n")))
    return apply_edits(article, edits) if edits else article
