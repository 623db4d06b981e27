"""
Negative examples: paragraphs without attributions, inserted between those of an article.

Quotation marks also enclose titles, nicknames, labels and scare quotes, and archives contain recipes, code, results and
boilerplate. News has too few of these for a model to learn that they attribute nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit, apply_edits
from quotekit.training.sections import free_gaps, mark_final
from quotekit.training.substitution import sorted_words
from quotekit.training.texts import load_lines

__all__ = ["add_negative_paragraphs", "negative_paragraph"]

# A slot such as {title}, or {title_2} for a second one; literal braces are doubled.
_SLOT = re.compile(r"\{\{|\}\}|\{(\w+?)(?:_2)?\}")
_MAX_PARAGRAPHS = 4
# The range of the numbers put into slots.
_MIN_NUMBER, _MAX_NUMBER = 2, 90
# Slots filled from the package's own lists, and slots filled with names.
_LISTS = {"title": "titles", "label": "labels", "word": "words", "nickname": "nicknames"}
_NAMES = {"family": "family_names", "given": "female_given_names", "place": "places"}


def add_negative_paragraphs(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert some paragraphs without attributions between those of an article, but not inside an attribution.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The longer article.
    """
    free = free_gaps(article)
    chosen = sorted(rng.sample(free, min(len(free), rng.randint(1, _MAX_PARAGRAPHS))))
    edits = [(start, end, f"\n\n{negative_paragraph(rng)}\n\n") for start, end in chosen]
    longer = apply_edits(article, edits)
    return mark_final(longer, _inserted(edits))


def _inserted(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Find the inserted paragraphs' offsets in the new text."""
    shift = 0
    for start, end, new in edits:
        yield start + shift, start + shift + len(new)
        shift += len(new) - (end - start)


def negative_paragraph(rng: random.Random) -> str:
    """
    Make a paragraph without attributions.

    Args:
        rng: Source of randomness.

    Returns:
        One or more lines.
    """
    template = rng.choice(load_lines("negative_paragraphs")).replace("\\n", "\n")
    return _SLOT.sub(lambda slot: _fill(slot[1], rng) if slot[1] else slot[0][0], template)


def _fill(slot: str, rng: random.Random) -> str:
    """Draw what a slot is filled with."""
    if slot == "number":
        return str(rng.randint(_MIN_NUMBER, _MAX_NUMBER))
    if slot in _LISTS:
        return rng.choice(load_lines(_LISTS[slot]))
    return rng.choice(sorted_words(_NAMES[slot])).title()
