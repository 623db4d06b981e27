"""
Names to learn from: those a spaCy pipeline finds in the training articles, and those annotated in GUM.

The pipeline's names are no gold ("silver"): what it gets wrong now and then, the tagger averages out. GUM (Zeldes 2017,
https://doi.org/10.1007/s10579-016-9343-x) has names in other kinds of text; texts under a licence that forbids
commercial use, or without one, are left out, because a model must stay free for any use.
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

__all__ = ["UNKNOWN", "NameSpan", "NamedArticle", "name_labels", "read_gum", "silver_names"]

#: Label of a word of which is not known whether it is in a name.
UNKNOWN = -1
_SPACY = {
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
_GUM = {"person": "person", "organization": "organization", "place": "place", "event": "other", "object": "other"}
_FREE = ("CC BY 2", "CC BY 3", "CC BY 4", "CC BY-SA")
_ARTICLES = ("the ", "The ", "a ", "an ")


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
    """An annotated article whose names are known, up to some place."""

    #: Its names in text order.
    names: tuple[NameSpan, ...] = ()
    #: Offset up to which the names are known; what follows was put there by a change.
    named: int = 0
    #: Stretches put there by a change, in which nobody says anything: no teacher is asked about them.
    silent: Bounds = ()


def silver_names(articles: Sequence[AnnotatedArticle], nlp: Language) -> list[NamedArticle]:
    """
    Give articles the names that a spaCy pipeline finds.

    Args:
        articles: The articles.

        nlp: A pipeline with a trained entity recogniser.

    Returns:
        The articles with names.
    """
    docs = nlp.pipe(article.text for article in articles)
    return [
        _named(a, [(e.start_char, e.end_char, _SPACY.get(e.label_)) for e in d.ents])
        for a, d in zip(articles, docs, strict=True)
    ]


def read_gum(path: Path) -> list[NamedArticle]:
    """
    Read the texts of GUM that are free for any use.

    Args:
        path: A JSONL file: ``id``, ``text``, ``licence``, ``entities`` with ``span``, ``type`` and ``proper``.

    Returns:
        The texts with their names; nothing is known of their attributions, so all of the text is ignored.

    Raises:
        OSError: The file cannot be read.
    """
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [_of_gum(row) for row in rows if row["licence"].startswith(_FREE)]


def _of_gum(row: dict[str, Any]) -> NamedArticle:
    names = [(*e["span"], _GUM.get(e["type"])) for e in row["entities"] if e["proper"]]
    return _named(AnnotatedArticle(row["id"], row["text"], (), ((0, len(row["text"])),)), names)


def _named(article: AnnotatedArticle, spans: Sequence[tuple[int, int, str | None]]) -> NamedArticle:
    """Put names into an article: without articles and "'s"; of nested ones the innermost."""
    names: list[NameSpan] = []
    for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        printed = article.text[start:end]
        begin = start + next((len(a) for a in _ARTICLES if printed.startswith(a)), 0)
        stop = end - 2 if printed.endswith(("'s", "’s")) else end
        if kind is not None and begin < stop and not any(n.start < stop and begin < n.end for n in names):
            names.append(NameSpan(begin, stop, kind))
    fields = attrs.asdict(article, recurse=False)
    return NamedArticle(**fields, names=tuple(sorted(names, key=lambda n: n.start)), named=len(article.text))


def name_labels(article: AnnotatedArticle, encoding: Encoding) -> NDArray[np.int64]:
    """
    Give each word its label.

    Args:
        article: The article.

        encoding: Its text as words.

    Returns:
        0 outside of names, 1 + 2k where a name of kind k begins, 2 + 2k inside it, :data:`UNKNOWN` where nothing is
        known; shape (W,).
    """
    labels = np.full(len(encoding), UNKNOWN, np.int64)
    if isinstance(article, NamedArticle):
        labels[: int(np.searchsorted(encoding.end, article.named, side="right"))] = 0
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
