"""
Novels: two corpora of quotations in fiction, brought into the form of annotated articles.

News has few quotations without a cue, and those of one sort. Novels have thousands: turns of a dialogue, marks that
open again after "he said". Only what stands between marks is annotated in them, so narration is left out of what is
to be learned, cues and sources of quotations apart.

RiQuA (Papay and Padó 2020, https://aclanthology.org/2020.lrec-1.104) gives spans but does not say which cue goes with
which quotation; PDNC (Vishnubhotla and others 2022, https://aclanthology.org/2022.lrec-1.628) gives quotations and
the words that name their speaker, cue and source in one.
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
from quotekit.training.edits import apply_edits
from quotekit.training.referring import cue_and_source
from quotekit.training.sentences import hull

__all__ = ["link_spans", "read_pdnc", "read_riqua"]

_Span = tuple[int, int]
_MARKS = "\"'“”‘’«»"
# So many characters may stand between a source and its cue, a cue and another one's quotation, before a quotation that
# goes on, and between a source and a quotation without a cue.
_FROM_SOURCE = 100
_BESIDE = 30
_BEFORE = 60
_ALONE = 200
# Of a novel, passages of about so many characters.
_PASSAGE = 3000
# So many neighbouring passages of RiQuA become one.
_JOINED = 4


def read_riqua(path: Path) -> list[AnnotatedArticle]:
    """
    Read a file of RiQuA.

    Args:
        path: A JSONL file: ``id`` as ``NUMBER:BOOK``, ``text``, ``spans`` with ``source``, ``cue`` and ``content``.

    Returns:
        Passages, neighbours put together.

    Raises:
        OSError: The file cannot be read.
    """
    passages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    runs = itertools.groupby(enumerate(passages), key=lambda pair: _run(pair[1]["id"]))
    return [
        _together([passage for _, passage in part])
        for _, run in runs
        for part in _batched(run, _JOINED)
        if any(passage["spans"]["content"] for _, passage in part)
    ]


def _run(name: str) -> str:
    """The book that a passage is from."""
    return name.partition(":")[2]


def _batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(items)
    while part := list(itertools.islice(rest, size)):
        yield part


def _together(passages: Sequence[dict[str, Any]]) -> AnnotatedArticle:
    """Join passages by blank lines and link their spans."""
    text, attributions = "", list[Annotation]()
    for passage in passages:
        text += "\n\n" if text else ""
        at = len(text)
        spans = {role: [(s + at, e + at) for s, e in passage["spans"][role]] for role in ("content", "cue", "source")}
        text += passage["text"]
        attributions += link_spans(text, **spans)
    kept = [span for a in attributions for role in (a.content, a.cue, a.source) for span in role]
    return AnnotatedArticle(passages[0]["id"], text, tuple(attributions), _rest(len(text), kept))


def link_spans(text: str, content: Sequence[_Span], cue: Sequence[_Span], source: Sequence[_Span]) -> list[Annotation]:
    """
    Say which spans belong together, where only their roles are known.

    A cue goes with the source near it and with the quotations right before and after both, the one after only if no
    other cue stands right behind it. A quotation without a cue is one by itself, with a source that is left over nearby.

    Args:
        text: The passage.

        content: The quotations, in text order.

        cue: The cues.

        source: The sources.

    Returns:
        The attributions, each quotation in exactly one.

    Example:
        >>> text = '"No," said Ann. "Not yet." "Now?"'
        >>> [a.content for a in link_spans(text, [(0, 5), (16, 26), (27, 33)], [(6, 10)], [(11, 14)])]
        [((0, 5), (16, 26)), ((27, 33),)]
    """
    free = list(source)
    left = list(content)
    found: list[Annotation] = []
    for i, own in enumerate(cue):
        near = min(free, key=lambda s: _gap(s, own), default=None)
        if near is None or _gap(near, own) > _FROM_SOURCE or any(_between(c, near, own) for c in content):
            near = None
        else:
            free.remove(near)
        start, end = min(own[0], near[0] if near else own[0]), max(own[1], near[1] if near else own[1])
        pieces = [c for c in left if c[1] <= start and not text[c[1] : start].strip(" \n")]
        after = next((c for c in left if c[0] >= end), None)
        others = [c for k, c in enumerate(cue) if k != i]
        if after is not None and _continues(end, after, others):
            pieces.append(after)
        if pieces:
            left = [c for c in left if c not in pieces]
            found.append(Annotation(tuple(pieces), (own,), (near,) if near else ()))
    found += [Annotation((c,), (), _who_acts(c, free, content)) for c in left]
    return sorted(found, key=lambda a: a.content)


def _who_acts(quotation: _Span, free: list[_Span], content: Sequence[_Span]) -> Bounds:
    """The source that stands near a quotation without a cue, as in ``Ann looked grave. "No."``; it is taken."""
    near = min(free, key=lambda s: _gap(s, quotation), default=None)
    if near is None or _gap(near, quotation) > _ALONE or any(_between(c, near, quotation) for c in content):
        return ()
    free.remove(near)
    return (near,)


def _gap(a: _Span, b: _Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _between(span: _Span, a: _Span, b: _Span) -> bool:
    return min(a[1], b[1]) <= span[0] and span[1] <= max(a[0], b[0])


def _continues(end: int, after: _Span, others: Sequence[_Span]) -> bool:
    """Return whether a quotation after a cue is the cue's: it is near, and no other cue is nearer."""
    if any(end <= c[0] < after[0] or 0 <= c[0] - after[1] <= _BESIDE for c in others):
        return False
    return after[0] - end <= _BEFORE


def read_pdnc(path: Path, without: Sequence[str] = ()) -> list[AnnotatedArticle]:
    """
    Read novels of PDNC as passages.

    Args:
        path: A JSONL file: ``id``, ``text``, ``attributions`` with ``content`` and ``referring_expression``.

        without: Ids of novels to leave out.

    Returns:
        Passages that begin and end at blank lines; lines broken for print are joined.

    Raises:
        OSError: The file cannot be read.
    """
    novels = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [passage for novel in novels if novel["id"] not in without for passage in _passages(novel)]


def _passages(novel: dict[str, Any]) -> Iterator[AnnotatedArticle]:
    text = novel["text"]
    whole = [quotation for row in novel["attributions"] if (quotation := _quotation(text, row)) is not None]
    ends = [m.end() for m in re.finditer(r"\n\s*\n", text)] + [len(text)]
    start, number, rest = 0, 0, sorted(whole, key=lambda a: a.content)
    for end in ends:
        if end - start < _PASSAGE and end != len(text):
            continue
        own = [a for a in rest if start <= a.content[0][0] and hull(a)[1] <= end]
        rest = [a for a in rest if hull(a)[1] > end]
        # A quotation that goes on over the edge would be cut.
        if own and not any(a.content[0][0] < end for a in rest):
            yield _flowing(f"{novel['id']}:{number}", text[start:end], [_moved(a, -start) for a in own])
        start, number = end, number + 1


def _moved(annotation: Annotation, by: int) -> Annotation:
    def moved(spans: Bounds) -> Bounds:
        return tuple((start + by, end + by) for start, end in spans)

    return Annotation(moved(annotation.content), moved(annotation.cue), moved(annotation.source))


def _flowing(name: str, text: str, attributions: Sequence[Annotation]) -> AnnotatedArticle:
    """Join lines that were broken for print."""
    kept = [span for a in attributions for role in (a.content, a.cue, a.source) for span in role]
    article = AnnotatedArticle(name, text, tuple(attributions), _rest(len(text), kept))
    return apply_edits(article, [(m.start(), m.end(), " ") for m in re.finditer(r"(?<!\n)\n(?!\s*\n)", text)])


def _quotation(text: str, row: dict[str, Any]) -> Annotation | None:
    """One quotation, its marks taken in, with cue and source; None if these cannot be told apart."""
    content = tuple(_marked(text, start, end) for start, end in row["content"])
    if row["referring_expression"] is None:
        return Annotation(content)
    parts = cue_and_source(text, *row["referring_expression"])
    return None if parts is None else Annotation(content, *parts)


def _marked(text: str, start: int, end: int) -> _Span:
    return start - (text[start - 1 : start] in _MARKS and start > 0), end + (text[end : end + 1] in _MARKS)


def _rest(size: int, spans: Iterable[_Span]) -> Bounds:
    """The stretches of a text that no span covers."""
    found, at = [], 0
    for start, end in sorted(spans):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    return (*found, (at, size)) if at < size else tuple(found)
