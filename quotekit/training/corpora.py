"""Read annotated articles for training, and correct known annotation errors."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

from quotekit.errors import CorpusError, RecordError
from quotekit.evaluation import AnnotatedArticle, Annotation, read_annotated

__all__ = ["read_corpus", "read_other_annotators"]

_VERBS = frozenset(("said", "says"))


def read_corpus(path: Path) -> list[AnnotatedArticle]:
    """
    Read a file of annotated articles.

    Args:
        path: A JSONL file as :func:`quotekit.evaluation.read_annotated` reads it.

    Returns:
        The articles in the file's order. Where an annotator has swapped cue and source, they are swapped back.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not an article.
    """
    return [_correct_article(article) for article in read_annotated(path)]


def read_other_annotators(path: Path) -> list[AnnotatedArticle]:
    """
    Read the other annotators' versions of the articles in a file.

    Trained annotators agree in three cases of four. Learning from all their versions teaches the model how certain it
    can be (Uma et al. 2021, https://doi.org/10.1613/jair.1.12752).

    Args:
        path: A JSONL file as for :func:`read_corpus`, whose articles may have ``other_annotators``: a list of objects
            with ``attributions``.

    Returns:
        An article with the same id and text for each other annotator.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not an article, or another annotator's version is invalid.
    """
    read_annotated(path)
    lines = enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1)
    return [_correct_article(a) for number, line in lines if line.strip() for a in _other_versions(line, path, number)]


def _other_versions(line: str, path: Path, number: int) -> list[AnnotatedArticle]:
    row = json.loads(line)
    others = row.get("other_annotators") or []
    try:
        return [AnnotatedArticle.from_dict({**row, **other}) for other in others]
    except (RecordError, TypeError) as error:
        raise CorpusError(path, number, f"invalid version of another annotator: {error}") from error


def _correct_article(article: AnnotatedArticle) -> AnnotatedArticle:
    return attrs.evolve(article, attributions=tuple(_correct(a, article.text) for a in article.attributions))


def _correct(annotation: Annotation, text: str) -> Annotation:
    """Swap cue and source if the source is a verb."""
    sources = {text[start:end].lower() for start, end in annotation.source}
    if not sources & _VERBS:
        return annotation
    return attrs.evolve(annotation, cue=annotation.source, source=annotation.cue)
