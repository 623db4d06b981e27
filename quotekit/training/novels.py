"""
Novels: two corpora of quotations in fiction, converted to annotated articles.

News has few quotations without a cue. Novels have thousands: turns of dialogue, and quotations that continue after "he
said". Only quotations are annotated in them, so the narration is ignored in training, except their cues and sources.

RiQuA (Papay and Padó 2020, https://aclanthology.org/2020.lrec-1.104) has spans, but no links between cues and
quotations; PDNC (Vishnubhotla et al. 2022, https://aclanthology.org/2022.lrec-1.628) has quotations and the referring
expressions of their speakers, cue and source in one.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.evaluation.annotated import Bounds
from quotekit.training.edits import BLANK_LINE, apply_edits
from quotekit.training.referring_expressions import cue_and_source
from quotekit.training.sentences import extent

__all__ = ["HELD_OUT", "link_spans", "parts_of", "read_pdnc", "read_riqua"]

#: Novels of PDNC that are held out from training, for scoring.
HELD_OUT = ("AHandfulOfDust", "Persuasion", "TheInvisibleMan")

_Span = tuple[int, int]
_MARKS = "\"'“”‘’«»"
# Maximum distances: between a source and its cue, ...
_CUE_TO_SOURCE_CHARS = 100
# ... between a quotation and a cue behind it to which it belongs instead, ...
_NEXT_CUE_CHARS = 30
# ... between a cue and the continuation of its quotation, ...
_CONTINUATION_CHARS = 60
# ... and between a source and a quotation without a cue.
_UNCUED_TO_SOURCE_CHARS = 200
# Maximum length of the parts in which a novel is read.
_PART_CHARS = 50_000
# Minimum length of a passage of PDNC.
_PASSAGE_CHARS = 3000
# Number of neighbouring passages of RiQuA that are joined.
_JOINED_PASSAGES = 4


def read_riqua(path: Path) -> list[AnnotatedArticle]:
    """
    Read a file of RiQuA.

    Args:
        path: A JSONL file: ``id`` as ``NUMBER:BOOK``, ``text``, ``spans`` with ``source``, ``cue`` and ``content``.

    Returns:
        The passages, with neighbours joined.

    Raises:
        OSError: The file cannot be read.
    """
    passages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    books = itertools.groupby(passages, key=lambda passage: _book(passage["id"]))
    return [
        _join(part)
        for _, book in books
        for part in _batched(book, _JOINED_PASSAGES)
        if any(passage["spans"]["content"] for passage in part)
    ]


def _book(passage_id: str) -> str:
    """Return the name of the book that a passage is from."""
    return passage_id.partition(":")[2]


def _batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(items)
    while part := list(itertools.islice(rest, size)):
        yield part


def _join(passages: Sequence[dict[str, Any]]) -> AnnotatedArticle:
    """Join passages by blank lines and link their spans."""
    text, attributions = "", list[Annotation]()
    for passage in passages:
        text += "\n\n" if text else ""
        at = len(text)
        spans = {role: [(s + at, e + at) for s, e in passage["spans"][role]] for role in ("content", "cue", "source")}
        text += passage["text"]
        attributions += link_spans(text, **spans)
    return AnnotatedArticle(passages[0]["id"], text, tuple(attributions), _uncovered(len(text), attributions))


def link_spans(text: str, content: Sequence[_Span], cue: Sequence[_Span], source: Sequence[_Span]) -> list[Annotation]:
    """
    Link spans of which only the roles are known.

    A cue takes the source near it and the quotations right before and after the two, the one after only if no other cue
    follows it. A quotation without a cue becomes an attribution of its own, with an unlinked source nearby, if any.

    Args:
        text: The passage.

        content: The quotations, in text order.

        cue: The cues.

        source: The sources.

    Returns:
        The attributions; each quotation is in exactly one of them.

    Example:
        >>> text = '"No," said Ann. "Not yet." "Now?"'
        >>> [a.content for a in link_spans(text, [(0, 5), (16, 26), (27, 33)], [(6, 10)], [(11, 14)])]
        [((0, 5), (16, 26)), ((27, 33),)]
    """
    sources = list(source)
    unlinked = list(content)
    found: list[Annotation] = []
    for i, own in enumerate(cue):
        near = _take_source(own, sources, content, _CUE_TO_SOURCE_CHARS)
        start, end = min(s for s, _ in (own, *near)), max(e for _, e in (own, *near))
        quotations = [c for c in unlinked if c[1] <= start and not text[c[1] : start].strip(" \n")]
        after = next((c for c in unlinked if c[0] >= end), None)
        other_cues = [c for k, c in enumerate(cue) if k != i]
        if after is not None and _is_continuation(end, after, other_cues):
            quotations.append(after)
        if quotations:
            unlinked = [c for c in unlinked if c not in quotations]
            found.append(Annotation(tuple(quotations), (own,), near))
    # Sources also act near a quotation without a cue: Ann looked grave. "No."
    found += [Annotation((c,), (), _take_source(c, sources, content, _UNCUED_TO_SOURCE_CHARS)) for c in unlinked]
    return sorted(found, key=lambda a: a.content)


def _take_source(span: _Span, sources: list[_Span], content: Sequence[_Span], reach: int) -> Bounds:
    """Remove and return the source nearest to a span, if it is in reach and no quotation is between the two."""
    near = min(sources, key=lambda s: _gap(s, span), default=None)
    if near is None or _gap(near, span) > reach or any(_is_between(c, near, span) for c in content):
        return ()
    sources.remove(near)
    return (near,)


def _gap(a: _Span, b: _Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _is_between(span: _Span, a: _Span, b: _Span) -> bool:
    return min(a[1], b[1]) <= span[0] and span[1] <= max(a[0], b[0])


def _is_continuation(end: int, after: _Span, other_cues: Sequence[_Span]) -> bool:
    """Return whether a quotation after a cue belongs to it: it is near, and no other cue is nearer."""
    if any(end <= c[0] < after[0] or 0 <= c[0] - after[1] <= _NEXT_CUE_CHARS for c in other_cues):
        return False
    return after[0] - end <= _CONTINUATION_CHARS


def parts_of(text: str, size: int = _PART_CHARS) -> Iterator[tuple[int, int]]:
    r"""
    Cut a novel at blank lines into parts to be read one at a time.

    Args:
        text: The novel.

        size: The greatest length of a part, in characters.

    Yields:
        Start and end of each part, in text order.

    Example:
        >>> list(parts_of("It rained.\n\nIt poured.", size=15))
        [(0, 12), (12, 22)]
    """
    start = 0
    while start < len(text):
        cut = text.rfind("\n\n", start, start + size)
        end = cut + 2 if len(text) - start > size and cut > start else min(len(text), start + size)
        yield start, end
        start = end


def read_pdnc(path: Path, without: Sequence[str] = ()) -> list[AnnotatedArticle]:
    """
    Read novels of PDNC as passages.

    Args:
        path: A JSONL file: ``id``, ``text``, ``attributions`` with ``content`` and ``referring_expression``.

        without: Ids of novels to leave out.

    Returns:
        Passages that begin and end at blank lines, with hard-wrapped lines joined.

    Raises:
        OSError: The file cannot be read.
    """
    novels = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [passage for novel in novels if novel["id"] not in without for passage in _passages(novel)]


def _passages(novel: dict[str, Any]) -> Iterator[AnnotatedArticle]:
    """Cut a novel into passages, without those that would cut a quotation."""
    text = novel["text"]
    quotations = [quotation for row in novel["attributions"] if (quotation := _quotation(text, row)) is not None]
    ends = [m.end() for m in BLANK_LINE.finditer(text)] + [len(text)]
    start, number, rest = 0, 0, sorted(quotations, key=lambda a: a.content)
    for end in ends:
        if end - start < _PASSAGE_CHARS and end != len(text):
            continue
        inside = [a for a in rest if start <= a.content[0][0] and extent(a)[1] <= end]
        rest = [a for a in rest if extent(a)[1] > end]
        if inside and not any(a.content[0][0] < end for a in rest):
            yield _unwrap(f"{novel['id']}:{number}", text[start:end], [_shift(a, -start) for a in inside])
        start, number = end, number + 1


def _shift(annotation: Annotation, by: int) -> Annotation:
    def shift(spans: Bounds) -> Bounds:
        return tuple((start + by, end + by) for start, end in spans)

    return Annotation(shift(annotation.content), shift(annotation.cue), shift(annotation.source))


def _unwrap(passage_id: str, text: str, attributions: Sequence[Annotation]) -> AnnotatedArticle:
    """Join the hard-wrapped lines of a passage."""
    article = AnnotatedArticle(passage_id, text, tuple(attributions), _uncovered(len(text), attributions))
    return apply_edits(article, [(m.start(), m.end(), " ") for m in re.finditer(r"(?<!\n)\n(?!\s*\n)", text)])


def _quotation(text: str, row: dict[str, Any]) -> Annotation | None:
    """Return a quotation with its marks, its cue and its source, or None if these cannot be separated."""
    content = tuple(_with_marks(text, start, end) for start, end in row["content"])
    if row["referring_expression"] is None:
        return Annotation(content)
    parts = cue_and_source(text, *row["referring_expression"])
    return None if parts is None else Annotation(content, *parts)


def _with_marks(text: str, start: int, end: int) -> _Span:
    return start - (text[start - 1 : start] in _MARKS and start > 0), end + (text[end : end + 1] in _MARKS)


def _uncovered(size: int, attributions: Sequence[Annotation]) -> Bounds:
    """Find the parts of a text that no attribution covers."""
    spans = [span for a in attributions for role in (a.content, a.cue, a.source) for span in role]
    found, at = [], 0
    for start, end in sorted(spans):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    return (*found, (at, size)) if at < size else tuple(found)
