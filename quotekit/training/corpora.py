"""Read annotated articles for training, and mend what is known to be wrong in them."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

from quotekit.errors import CorpusError, RecordError
from quotekit.evaluation import AnnotatedArticle, Annotation, read_annotated

__all__ = ["read_corpus", "read_other_readings"]

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
    return [_mended_article(article) for article in read_annotated(path)]


def read_other_readings(path: Path) -> list[AnnotatedArticle]:
    """
    Read what further annotators found in the articles of a file.

    Trained people agree in three cases of four. An article that is learned as each of its readers saw it teaches how
    sure one can be (Uma and others 2021, https://doi.org/10.1613/jair.1.12752).

    Args:
        path: A JSONL file as for :func:`read_corpus`, whose articles may have ``other_annotators``: a list of objects
            with ``attributions``.

    Returns:
        An article with the same id and text for each further reading.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not an article, or a reading of it is not what it must be.
    """
    read_annotated(path)
    lines = enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1)
    return [_mended_article(r) for number, line in lines if line.strip() for r in _readings(line, path, number)]


def _readings(line: str, path: Path, number: int) -> list[AnnotatedArticle]:
    row = json.loads(line)
    others = row.get("other_annotators") or []
    try:
        return [AnnotatedArticle.from_dict({**row, **other}) for other in others]
    except (RecordError, TypeError) as error:
        raise CorpusError(path, number, f"another annotator's reading cannot be read: {error}") from error


def _mended_article(article: AnnotatedArticle) -> AnnotatedArticle:
    return attrs.evolve(article, attributions=tuple(_mended(a, article.text) for a in article.attributions))


def _mended(annotation: Annotation, text: str) -> Annotation:
    words = {text[start:end].lower() for start, end in annotation.source}
    if not words & _SAID:
        return annotation
    return attrs.evolve(annotation, cue=annotation.source, source=annotation.cue)
