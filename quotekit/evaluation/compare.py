"""Comparison of predicted attributions with annotated ones, as sets of words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from quotekit.arguments import check_instance, check_iterable
from quotekit.evaluation.annotated import AnnotatedArticle, Annotation, Bounds
from quotekit.evaluation.scores import ContentMeasures, Measure, RoleMeasures, Scores
from quotekit.records import Article, Kind

__all__ = ["evaluate", "judge"]

Words = frozenset[int]

_ROLES = ("content", "cue", "source")
_WORD = re.compile(r"[^\W_]+")
# The scorer has its own, simpler quotation marks: scores must not change when quotekit.text improves.
_MARK = re.compile("''|``|[\"“”«»„]|\n\n")
_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "''": "''"}
# Intersection over union from which two contents can be paired.
_MIN_IOU = 0.5


@attrs.frozen
class _Row:
    """An attribution as sets of words, i.e. of indices into the words of the text."""

    content: Words
    cue: Words
    source: Words


class _Text:
    """The words of a text: those of a span, and those between double quotation marks."""

    def __init__(self, text: str, ignore: Bounds) -> None:
        matches = list(_WORD.finditer(text))
        self._starts = [m.start() for m in matches]
        self._ends = [m.end() for m in matches]
        self._ignored: Words = frozenset()
        self._ignored = self.words(ignore)
        self._quoted = frozenset(i for start, end in _quoted(text) for i in self._between(start, end))

    def _between(self, start: int, end: int) -> range:
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def words(self, bounds: Bounds) -> Words:
        """Return the words that overlap spans, without those in ignored parts."""
        return frozenset(i for start, end in bounds for i in self._between(start, end)) - self._ignored

    def rows(self, article: AnnotatedArticle) -> list[_Row]:
        """Return the attributions whose content has words."""
        return [row for row in map(self.row, article.attributions) if row.content]

    def row(self, annotation: Annotation) -> _Row:
        """Convert an attribution to sets of words."""
        return _Row(*(self.words(part) for part in (annotation.content, annotation.cue, annotation.source)))

    def spans(self, article: AnnotatedArticle, role: str) -> set[Words]:
        """Return the spans of a role, each as the set of its words."""
        found = {self.words((bound,)) for a in article.attributions for bound in getattr(a, role)}
        return found - {frozenset()}

    def kind(self, content: Words) -> Kind:
        """Return whether a content is direct, mixed or indirect."""
        share = len(content & self._quoted)
        return Kind.INDIRECT if not share else Kind.DIRECT if share == len(content) else Kind.MIXED


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Find the text between double marks; two apostrophes are one mark, and an open one ends with its paragraph."""
    closing = None
    start = 0
    for match in _MARK.finditer(text):
        mark = "''" if match.group() == "``" else match.group()
        if closing is None:
            closing, start = _CLOSING.get(mark), match.end()
        elif mark in (closing, "\n\n"):
            yield start, match.start()
            closing = None
    if closing is not None:
        yield start, len(text)


def evaluate(
    gold: Iterable[AnnotatedArticle | Article | Mapping[str, Any]],
    predicted: Iterable[AnnotatedArticle | Article | Mapping[str, Any]],
) -> Scores:
    """
    Score predicted attributions against annotated ones.

    Args:
        gold: The annotated articles; dictionaries as read by :meth:`AnnotatedArticle.from_dict`.

        predicted: The articles with predicted attributions, under the same ids. Their texts are ignored, and so are
            articles without an annotated one.

    Returns:
        The scores, micro-averaged over all articles.

    Raises:
        RecordError: A dictionary is not a valid article, or an article has no id.

    Example:
        >>> said = {"cue": [[15, 19]], "source": [[11, 14]]}
        >>> gold = {"id": "a", "text": "It rained, she said.", "attributions": [{"content": [[0, 9]], **said}]}
        >>> found = {"id": "a", "attributions": [{"content": [[3, 9]], **said}]}
        >>> scores = evaluate([gold], [found])
        >>> scores.attribution.f1, scores.content.exact.f1, scores.tokens.content.recall
        (1.0, 0.0, 0.5)
    """
    for argument, articles in (("gold", gold), ("predicted", predicted)):
        check_iterable(argument, articles, "articles")
    found = {article.id: article for article in (_annotated(p, needs_text=False) for p in predicted)}
    tally: defaultdict[str, _Count] = defaultdict(_Count)
    count = missing = 0
    for article in (_annotated(g, needs_text=True) for g in gold):
        count += 1
        missing += article.id not in found
        _compare(article, found.get(article.id, AnnotatedArticle(article.id, "", ())), tally)
    return Scores(
        tokens=RoleMeasures(*(tally[f"tokens.{role}"].measure() for role in _ROLES)),
        spans=RoleMeasures(*(tally[f"spans.{role}"].measure() for role in _ROLES)),
        content=ContentMeasures(tally["iou50"].measure(), tally["exact"].measure()),
        attribution=tally["attribution"].measure(),
        strict=tally["strict"].measure(),
        direct=tally[Kind.DIRECT].measure(),
        mixed=tally[Kind.MIXED].measure(),
        indirect=tally[Kind.INDIRECT].measure(),
        source_given_content=tally["source_given_content"].measure().precision,
        articles=count,
        articles_without_prediction=missing,
    )


def judge(gold: AnnotatedArticle, predicted: AnnotatedArticle) -> list[bool]:
    """
    Judge which predicted attributions of an article are correct.

    Args:
        gold: The annotated article.

        predicted: The article with predicted attributions.

    Returns:
        For each predicted attribution, whether the measure *attribution* counts it as correct.

    Example:
        >>> found = Annotation(content=((0, 9),), cue=((15, 19),), source=((11, 14),))
        >>> article = AnnotatedArticle("a", "It rained, she said.", (found,))
        >>> judge(article, attrs.evolve(article, attributions=(found, found)))
        [True, False]
    """
    for argument, given in (("gold", gold), ("predicted", predicted)):
        check_instance(
            argument, given, AnnotatedArticle, "an AnnotatedArticle", "read it with AnnotatedArticle.from_dict"
        )
    text = _Text(gold.text, gold.ignore)
    rows = [text.row(annotation) for annotation in predicted.attributions]
    kept = [row for row in rows if row.content]
    right = {id(p) for g, p in _pairs(text.rows(gold), kept) if _agree(g.cue, p.cue) and _agree(g.source, p.source)}
    return [id(row) in right for row in rows]


def _annotated(article: AnnotatedArticle | Article | Mapping[str, Any], *, needs_text: bool) -> AnnotatedArticle:
    if isinstance(article, AnnotatedArticle):
        return article
    data = article.to_dict() if isinstance(article, Article) else article
    return AnnotatedArticle.from_dict(data, needs_text=needs_text)


def _compare(article: AnnotatedArticle, prediction: AnnotatedArticle, tally: Mapping[str, _Count]) -> None:
    """Add the counts of one article to each measure."""
    text = _Text(article.text, article.ignore)
    gold, predicted = text.rows(article), text.rows(prediction)
    for role in _ROLES:
        tally[f"tokens.{role}"].compare(_union(gold, role), _union(predicted, role))
        tally[f"spans.{role}"].compare(text.spans(article, role), text.spans(prediction, role))
    pairs = _pairs(gold, predicted)
    right = [(g, p) for g, p in pairs if _agree(g.cue, p.cue) and _agree(g.source, p.source)]
    for name, count in (
        ("iou50", len(pairs)),
        ("exact", sum(g.content == p.content for g, p in pairs)),
        ("attribution", len(right)),
        ("strict", sum(g == p for g, p in pairs)),
    ):
        tally[name].add(gold=len(gold), predicted=len(predicted), right_gold=count, right_predicted=count)
    agreeing = sum(_agree(g.source, p.source) for g, p in pairs)
    tally["source_given_content"].add(predicted=len(pairs), right_predicted=agreeing)
    for row in gold:
        tally[text.kind(row.content)].add(gold=1)
    for row in predicted:
        tally[text.kind(row.content)].add(predicted=1)
    for g, p in right:
        tally[text.kind(g.content)].add(right_gold=1)
        tally[text.kind(p.content)].add(right_predicted=1)


def _union(rows: Sequence[_Row], role: str) -> Words:
    return frozenset[int]().union(*(getattr(row, role) for row in rows))


def _agree(gold: Words, predicted: Words) -> bool:
    """Return whether two parts share a word, or both are empty."""
    return bool(gold & predicted) or not (gold or predicted)


def _pairs(gold: Sequence[_Row], predicted: Sequence[_Row]) -> list[tuple[_Row, _Row]]:
    """Pair attributions greedily by the intersection over union of their contents, each at most once."""
    candidates = []
    for i, j in _overlapping(gold, predicted):
        g, p = gold[i], predicted[j]
        iou = len(g.content & p.content) / len(g.content | p.content)
        if iou >= _MIN_IOU:
            candidates.append((-iou, not _agree(g.cue, p.cue), not _agree(g.source, p.source), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(gold[i], predicted[j]) for i, j in pairs.items()]


def _overlapping(gold: Sequence[_Row], predicted: Sequence[_Row]) -> set[tuple[int, int]]:
    """Find the pairs whose contents share a word, by an index of words: long articles have too many pairs to try."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for j, row in enumerate(predicted):
        for word in row.content:
            holders[word].append(j)
    return {(i, j) for i, row in enumerate(gold) for word in row.content for j in holders[word]}


@attrs.define
class _Count:
    """The counts that a measure is computed from."""

    gold: int = 0
    predicted: int = 0
    right_gold: int = 0
    right_predicted: int = 0

    def add(self, gold: int = 0, predicted: int = 0, right_gold: int = 0, right_predicted: int = 0) -> None:
        """Add to the counts."""
        self.gold += gold
        self.predicted += predicted
        self.right_gold += right_gold
        self.right_predicted += right_predicted

    def compare(self, gold: AbstractSet[Any], predicted: AbstractSet[Any]) -> None:
        """Add the sizes of two sets and of their intersection."""
        right = len(gold & predicted)
        self.add(len(gold), len(predicted), right, right)

    def measure(self) -> Measure:
        """Compute the measure."""
        return Measure.of(self.gold, self.predicted, self.right_gold, self.right_predicted)
