"""
Sentences of a training article joined and split, where no annotation hangs on it.

Where a sentence ends is the writer's choice. A model must not lean on it to tell where what somebody says ends, nor lose
a speaker because the sentence before him has grown long.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import Edit

__all__ = ["hull", "join_sentences", "split_sentences"]

# Of the places where two sentences can be joined, or one can be split, those where it is done.
_OFTEN = 0.2
_LINKS = (", and ", ", and ", ", but ", ", while ", "; ")
# The first word of a sentence that is no name, so that it may be written small.
_BETWEEN = re.compile(r"(?<=[\w”\"’]{2})\. (?=([A-Z][a-z]*)\b)")
_CLAUSES = re.compile(r", (?:and|but|while) (?=(he|she|they|it|we|there)\b)")
_CLOSING = frozenset("”\"’'")


def hull(annotation: Annotation) -> tuple[int, int]:
    """
    Tell from where to where an attribution reaches.

    Args:
        annotation: The attribution.

    Returns:
        Offset of the first character of its parts, and the offset behind the last one.
    """
    spans = [*annotation.content, *annotation.cue, *annotation.source]
    return min(start for start, _ in spans), max(end for _, end in spans)


def join_sentences(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Make one sentence of two: ``…, Ito said. He left.`` becomes ``…, Ito said, and he left.``.

    Two sentences stay apart if words that somebody says in the writer's words end with the first: what he says would seem
    to go on.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The edits, in text order: start, end (characters, end exclusive) and what to put there.
    """
    text = article.text
    hulls = [hull(a) for a in article.attributions]
    told = {end for a in article.attributions for _, end in a.content if text[end - 1] not in _CLOSING}
    # Some annotators take the full stop in.
    told |= {end - 1 for end in told if text[end - 1] == "."}
    edits: list[Edit] = []
    for m in _BETWEEN.finditer(text):
        if rng.random() < _OFTEN and m.start() not in told and m[1].lower() in _small() and not _within(m.end(), hulls):
            link = rng.choice(_LINKS)
            edits.append((m.start(), m.end() + 1, link + text[m.end()].lower()))
    return edits


def split_sentences(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Make two sentences of one: ``…, Ito said, and he left.`` becomes ``…, Ito said. He left.``.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The edits, in text order: start, end (characters, end exclusive) and what to put there.
    """
    hulls = [hull(a) for a in article.attributions]
    places = [m for m in _CLAUSES.finditer(article.text) if rng.random() < _OFTEN and not _within(m.end(), hulls)]
    return [(m.start(), m.end() + 1, ". " + article.text[m.end()].upper()) for m in places]


def _within(offset: int, hulls: Sequence[tuple[int, int]]) -> bool:
    return any(start < offset < end for start, end in hulls)


def _small() -> frozenset[str]:
    return load_words("function_words") - {"i"}
