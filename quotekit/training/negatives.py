"""
Paragraphs in which nobody says anything, put between those of an article.

Marks stand around titles, nicknames, labels and words that a writer keeps at a distance, too; and archives hold recipes,
code, results and boilerplate. News has too few of them for a model to learn that nothing is said there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import attrs

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import BLANK_LINE, Edit, apply_edits
from quotekit.training.sentences import hull
from quotekit.training.silver_names import NamedArticle
from quotekit.training.swaps import in_order

__all__ = ["add_silence", "silent_paragraph"]

# A slot such as {title}, or {title_2} for another one; braces of the text itself are doubled.
_SLOT = re.compile(r"\{\{|\}\}|\{(\w+?)(?:_2)?\}")
# So many paragraphs at most go into an article.
_MOST = 4
_LISTS = {"title": "titles", "label": "labels", "word": "words", "nickname": "nicknames"}
_NAMES = {"family": "family_names", "given": "female_given_names", "place": "places"}


def add_silence(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Put some paragraphs in which nobody says anything between those of an article, but not inside an attribution.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The article with more paragraphs.
    """
    hulls = [hull(a) for a in article.attributions]
    gaps = [m.span() for m in BLANK_LINE.finditer(article.text)]
    free = [(start, end) for start, end in gaps if not any(s < end and start < e for s, e in hulls)]
    chosen = sorted(rng.sample(free, min(len(free), rng.randint(1, _MOST))))
    edits = [(start, end, f"\n\n{silent_paragraph(rng)}\n\n") for start, end in chosen]
    longer = apply_edits(article, edits)
    return attrs.evolve(longer, silent=tuple(_places(edits))) if isinstance(longer, NamedArticle) else longer


def _places(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Where in the new text the paragraphs stand."""
    moved = 0
    for start, end, new in edits:
        yield start + moved, start + moved + len(new)
        moved += len(new) - (end - start)


def silent_paragraph(rng: random.Random) -> str:
    """
    Make a paragraph in which nobody says anything.

    Args:
        rng: Where chance comes from.

    Returns:
        One or more lines.
    """
    template = rng.choice(_lines("nothing_said")).replace("\\n", "\n")
    return _SLOT.sub(lambda slot: _filling(slot[1], rng) if slot[1] else slot[0][0], template)


def _filling(slot: str, rng: random.Random) -> str:
    if slot == "number":
        return str(rng.randint(2, 90))
    if slot in _LISTS:
        return rng.choice(_lines(_LISTS[slot]))
    return rng.choice(in_order(_NAMES[slot])).title()


@cache
def _lines(name: str) -> tuple[str, ...]:
    """The lines of a list of texts, without those that tell what it is."""
    text = files(__package__).joinpath("texts").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))
