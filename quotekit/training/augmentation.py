"""
Data augmentation: label-preserving changes to a training article, made anew in each epoch.

Every augmentation changes the text and keeps its annotation aligned with it. :data:`AUGMENTATIONS` lists them in the
order in which they are applied; :func:`select_augmentations` selects some of them, so that each can be measured alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence

import attrs

from quotekit.errors import SettingError
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits, join_paragraphs
from quotekit.training.layout_edits import (
    add_datelines,
    add_hearers,
    cut_quotations,
    drop_final_stops,
    quote_indirectly,
)
from quotekit.training.layout_sections import (
    add_bulleted_statements,
    add_headline,
    add_labelled_statement,
    add_uncued_quotation,
    add_vox_pops,
)
from quotekit.training.layout_transcripts import add_transcript
from quotekit.training.negatives import add_negative_paragraphs
from quotekit.training.quotation_styles import STYLES, drop_marks, restyle_marks
from quotekit.training.reformat import add_reformatted
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.substitution import substitute_names, substitute_verbs

__all__ = ["AUGMENTATIONS", "Augmentation", "augment", "select_augmentations"]

# How often each style of quotation marks is drawn, in the order of STYLES.
_STYLE_WEIGHTS = (6, 6, 1, 1, 2, 2, 1)
# What joined paragraphs are separated by; drawn from.
_SEPARATORS = (" ", "\n", "\n")
# Augmentations that end a line without a full stop: only the blank line says that the sentence ends.
_LINES = (
    "cut-quotations",
    "lost-stops",
    "headlines",
    "labelled-statements",
    "transcripts",
    "vox-pops",
    "uncued-quotations",
    "bulleted-statements",
)


Change = Callable[[AnnotatedArticle, random.Random], AnnotatedArticle]


@attrs.frozen
class Augmentation:
    """One random, label-preserving change."""

    #: What it is called.
    name: str
    #: Returns the changed article.
    apply: Change
    #: Share of the articles that it is applied to.
    probability: float
    #: The group it belongs to: ``style``, how words are chosen and marked, or ``layout``, where they are printed.
    group: str = "style"
    #: Names of augmentations that rule this one out for the same article.
    excluded_by: tuple[str, ...] = ()


def _by_edits(
    find_edits: Callable[[AnnotatedArticle, random.Random], list[Edit]],
) -> Change:
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
    Augmentation("reformatted-attributions", add_reformatted, 0.2),
    Augmentation("other-names", _by_edits(substitute_names), 0.35),
    Augmentation("other-verbs", _by_edits(substitute_verbs), 0.3),
    Augmentation("joined-sentences", _by_edits(join_sentences), 0.15),
    Augmentation("split-sentences", _by_edits(split_sentences), 0.15),
    Augmentation("hearers", add_hearers, 0.15, "layout"),
    Augmentation("quoted-elsewhere", quote_indirectly, 0.15, "layout"),
    Augmentation("cut-quotations", cut_quotations, 0.25, "layout"),
    Augmentation("lost-stops", drop_final_stops, 0.15, "layout"),
    Augmentation("headlines", add_headline, 0.25, "layout"),
    Augmentation("labelled-statements", add_labelled_statement, 0.1, "layout"),
    Augmentation("transcripts", add_transcript, 0.15, "layout"),
    Augmentation("vox-pops", add_vox_pops, 0.08, "layout"),
    Augmentation("uncued-quotations", add_uncued_quotation, 0.06, "layout"),
    Augmentation("bulleted-statements", add_bulleted_statements, 0.06, "layout"),
    Augmentation("datelines", add_datelines, 0.12, "layout"),
    Augmentation("negative-paragraphs", add_negative_paragraphs, 0.25),
    Augmentation("lower-case", _lower_case, 0.03),
    Augmentation("restyled-marks", _by_edits(_restyle_marks), 0.35),
    Augmentation("dropped-marks", _by_edits(_drop_marks), 0.08, excluded_by=("restyled-marks", "cut-quotations")),
    Augmentation("joined-paragraphs", _by_edits(_join_paragraphs), 0.12, excluded_by=_LINES),
)


def select_augmentations(include: Sequence[str] = (), exclude: Sequence[str] = ()) -> tuple[str, ...]:
    """
    Select augmentations by name or group.

    Args:
        include: Names and groups to select; all augmentations if none are given.

        exclude: Names and groups to leave out.

    Returns:
        The names of the selected augmentations, in the order in which they are applied.

    Raises:
        SettingError: There is no augmentation or group of that name.

    Example:
        >>> select_augmentations(["style", "headlines"], exclude=["other-names"])[-4:]
        ('lower-case', 'restyled-marks', 'dropped-marks', 'joined-paragraphs')
    """
    known = {a.name for a in AUGMENTATIONS} | {a.group for a in AUGMENTATIONS}
    unknown = [name for name in (*include, *exclude) if name not in known]
    if unknown:
        setting, remedy = "augmentations", f"use {', '.join(sorted(known))}"
        raise SettingError(setting, unknown[0], "there is none of that name", remedy)
    included = [a for a in AUGMENTATIONS if not include or not {a.name, a.group}.isdisjoint(include)]
    return tuple(a.name for a in included if {a.name, a.group}.isdisjoint(exclude))


def augment(article: AnnotatedArticle, rng: random.Random, selected: Collection[str] | None = None) -> AnnotatedArticle:
    """
    Apply a random choice of the augmentations to an article.

    Args:
        article: The article.

        rng: Source of randomness.

        selected: Names of the augmentations to choose from; all by default.

    Returns:
        The changed article; some come back unchanged.
    """
    applied = set[str]()
    for augmentation in AUGMENTATIONS:
        if selected is not None and augmentation.name not in selected:
            continue
        if applied.isdisjoint(augmentation.excluded_by) and rng.random() < augmentation.probability:
            article = augmentation.apply(article, rng)
            applied.add(augmentation.name)
    return article
