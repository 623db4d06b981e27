"""Read annotated articles for training, and mend what is known to be wrong in them."""

from __future__ import annotations

from pathlib import Path

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation, read_annotated

__all__ = ["read_corpus"]

_SAID = frozenset(("said", "says"))


def read_corpus(path: Path) -> list[AnnotatedArticle]:
    """
    Read a file of annotated articles.

    Args:
        path: A JSONL file as :func:`quotekit.evaluation.read_annotated` reads it.

    Returns:
        The articles in the file's order. Where an annotator put the verb as source and the speaker as cue, the two
        are swapped.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not an article.
    """
    return [
        attrs.evolve(article, attributions=tuple(_mended(a, article.text) for a in article.attributions))
        for article in read_annotated(path)
    ]


def _mended(annotation: Annotation, text: str) -> Annotation:
    words = {text[start:end].lower() for start, end in annotation.source}
    if not words & _SAID:
        return annotation
    return attrs.evolve(annotation, cue=annotation.source, source=annotation.cue)
