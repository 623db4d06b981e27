"""
Names to train on: silver names found by a spaCy pipeline in the training articles, and the gold names of GUM.

The tagger averages out occasional errors in silver names. GUM (Zeldes 2017,
https://doi.org/10.1007/s10579-016-9343-x) has names in other genres; texts without a licence, or under one that
forbids commercial use, are left out, because the model must be free for any use.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from quotekit.evaluation import AnnotatedArticle
from quotekit.evaluation.annotated import Bounds
from quotekit.tagger.name_spans import NAME_KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    from quotekit.tagger.windows import Encoding

__all__ = [
    "UNKNOWN",
    "NameSpan",
    "NamedArticle",
    "gum_rows",
    "name_labels",
    "read_gum",
    "silver_names",
    "without_names",
]

#: Label of a word whose names are not annotated.
UNKNOWN = -1
_SPACY_KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "LAW": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
_GUM_KINDS = {"person": "person", "organization": "organization", "place": "place", "event": "other", "object": "other"}
_FREE_LICENCES = ("CC BY 2", "CC BY 3", "CC BY 4", "CC BY-SA")
_DETERMINERS = ("the ", "The ", "a ", "an ")


@attrs.frozen
class NameSpan:
    """A name in a training article."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: One of :data:`quotekit.tagger.name_spans.NAME_KINDS`.
    kind: str


@attrs.frozen
class NamedArticle(AnnotatedArticle):
    """An annotated article whose names are annotated up to some offset."""

    #: Its names in text order.
    names: tuple[NameSpan, ...] = ()
    #: Offset up to which names are annotated; the rest was added by an augmentation.
    names_end: int = 0
    #: Stretches whose annotation is exact because an augmentation wrote it; the teacher's predictions do not soften it.
    final: Bounds = ()


def silver_names(articles: Sequence[AnnotatedArticle], nlp: Language) -> list[NamedArticle]:
    """
    Annotate articles with the names that a spaCy pipeline finds.

    Args:
        articles: The articles.

        nlp: A pipeline with a trained entity recognizer.

    Returns:
        The articles with names.
    """
    docs = nlp.pipe(article.text for article in articles)
    return [
        _with_names(a, [(e.start_char, e.end_char, _SPACY_KINDS.get(e.label_)) for e in d.ents])
        for a, d in zip(articles, docs, strict=True)
    ]


def without_names(articles: Sequence[AnnotatedArticle]) -> list[NamedArticle]:
    """
    Prepare articles whose names are unknown.

    Args:
        articles: The articles.

    Returns:
        The articles with no annotated names, ready to be marked by augmentations.
    """
    return [NamedArticle(**attrs.asdict(article, recurse=False)) for article in articles]


def read_gum(path: Path) -> list[NamedArticle]:
    """
    Read the texts of GUM under a licence that permits any use.

    Args:
        path: A JSONL file: ``id``, ``text``, ``licence``, ``entities`` with ``span``, ``type`` and ``proper``.

    Returns:
        The texts with their names; attributions are not annotated, so the whole text is ignored for them.

    Raises:
        OSError: The file cannot be read.
    """
    return [_from_gum(row) for row in gum_rows(path)]


def gum_rows(path: Path) -> Iterator[dict[str, Any]]:
    """
    Yield the rows of GUM under a licence that permits any use.

    Args:
        path: A JSONL file, as for :func:`read_gum`.

    Yields:
        The rows as parsed JSON.

    Raises:
        OSError: The file cannot be read.
    """
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    yield from (row for row in rows if row["licence"].startswith(_FREE_LICENCES))


def _from_gum(row: dict[str, Any]) -> NamedArticle:
    names = [(*e["span"], _GUM_KINDS.get(e["type"])) for e in row["entities"] if e["proper"]]
    return _with_names(AnnotatedArticle(row["id"], row["text"], (), ((0, len(row["text"])),)), names)


def _with_names(article: AnnotatedArticle, spans: Sequence[tuple[int, int, str | None]]) -> NamedArticle:
    """Add names to an article, without determiners and "'s"; of nested names, the innermost."""
    names: list[NameSpan] = []
    for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        words = article.text[start:end]
        begin = start + next((len(d) for d in _DETERMINERS if words.startswith(d)), 0)
        stop = end - 2 if words.endswith(("'s", "’s")) else end
        if kind is not None and begin < stop and not any(n.start < stop and begin < n.end for n in names):
            names.append(NameSpan(begin, stop, kind))
    fields = attrs.asdict(article, recurse=False)
    return NamedArticle(**fields, names=tuple(sorted(names, key=lambda n: n.start)), names_end=len(article.text))


def name_labels(article: AnnotatedArticle, encoding: Encoding) -> NDArray[np.int64]:
    """
    Label each word for the names head.

    Args:
        article: The article.

        encoding: Its text as words.

    Returns:
        0 outside of names, 1 + 2k at the beginning of a name of kind k, 2 + 2k inside it, and :data:`UNKNOWN` where
        names are not annotated; shape (W,).
    """
    labels = np.full(len(encoding), UNKNOWN, np.int64)
    if isinstance(article, NamedArticle):
        labels[: int(np.searchsorted(encoding.end, article.names_end, side="right"))] = 0
        for first, last, label in _in_words(article.names, encoding):
            labels[first:last] = label + 1
            labels[first] = label
    return labels


def _in_words(names: Sequence[NameSpan], encoding: Encoding) -> Iterator[tuple[int, int, int]]:
    for name in names:
        first = int(np.searchsorted(encoding.end, name.start, side="right"))
        last = int(np.searchsorted(encoding.start, name.end, side="left"))
        if first < last:
            yield first, last, 1 + 2 * NAME_KINDS.index(name.kind)
