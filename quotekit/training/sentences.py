"""
Sentences of a training article joined and split outside its attributions.

Where a sentence ends is up to the writer. The model must not rely on it to find the end of a content, nor miss a source
because its sentence has grown longer.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import Edit

__all__ = ["extent", "join_sentences", "split_sentences"]

# Probability that two sentences are joined, or one is split, where that is possible.
_EDITED = 0.2
_LINKS = (", and ", ", and ", ", but ", ", while ", "; ")
# A sentence boundary, and the first word of the next sentence.
_BOUNDARY = re.compile(r"(?<=[\w”\"’]{2})\. (?=([A-Z][a-z]*)\b)")
_COORDINATED_CLAUSE = re.compile(r", (?:and|but|while) (?=(he|she|they|it|we|there)\b)")
_CLOSING_MARKS = frozenset("”\"’'")


def extent(annotation: Annotation) -> tuple[int, int]:
    """
    Find the smallest range of text that covers all parts of an attribution.

    Args:
        annotation: The attribution.

    Returns:
        Its start and end offset, end exclusive.
    """
    spans = [*annotation.content, *annotation.cue, *annotation.source]
    return min(start for start, _ in spans), max(end for _, end in spans)


def join_sentences(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Join some pairs of sentences: ``…, Ito said. He left.`` becomes ``…, Ito said, and he left.``.

    A pair is left alone if the first sentence ends with an unquoted content, which would seem to continue.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The edits, in text order.
    """
    text = article.text
    extents = [extent(a) for a in article.attributions]
    unquoted_ends = {end for a in article.attributions for _, end in a.content if text[end - 1] not in _CLOSING_MARKS}
    # Some annotators include the full stop.
    unquoted_ends |= {end - 1 for end in unquoted_ends if text[end - 1] == "."}
    edits: list[Edit] = []
    for m in _BOUNDARY.finditer(text):
        # The draw comes first, so that the sequence of random numbers depends on the boundaries alone.
        drawn = rng.random() < _EDITED
        joinable = m.start() not in unquoted_ends and m[1].lower() in _lower_cased()
        if drawn and joinable and not _is_within(m.end(), extents):
            link = rng.choice(_LINKS)
            edits.append((m.start(), m.end() + 1, link + text[m.end()].lower()))
    return edits


def split_sentences(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Split some sentences in two: ``…, Ito said, and he left.`` becomes ``…, Ito said. He left.``.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The edits, in text order.
    """
    extents = [extent(a) for a in article.attributions]
    clauses = _COORDINATED_CLAUSE.finditer(article.text)
    splits = [m for m in clauses if rng.random() < _EDITED and not _is_within(m.end(), extents)]
    return [(m.start(), m.end() + 1, ". " + article.text[m.end()].upper()) for m in splits]


def _is_within(offset: int, extents: Sequence[tuple[int, int]]) -> bool:
    return any(start < offset < end for start, end in extents)


def _lower_cased() -> frozenset[str]:
    """First words of sentences that are written in lower case elsewhere."""
    return load_words("function_words") - {"i"}
