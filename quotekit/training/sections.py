"""Sections: stretches of new text with their annotation, inserted between the paragraphs of an article."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import BLANK_LINE, apply_edits
from quotekit.training.sentences import extent
from quotekit.training.silver_names import NamedArticle, NameSpan

__all__ = ["Section", "excerpt", "free_gaps", "insert_section", "mark_final", "shift_annotation"]

# Share of the sections that are inserted before the first paragraph.
_AT_START = 0.2
# The annotation of a section includes that nothing of it goes on in the text behind it.
_FOLLOWING_CHARS = 160
_INITIAL = re.compile(r"\w")


def _no_spans() -> dict[str, list[tuple[int, int]]]:
    return {"content": [], "cue": [], "source": []}


@attrs.define
class Section:
    """A growing text with its attributions and names."""

    #: The text so far.
    text: str = ""
    #: The attributions that were ended.
    attributions: list[Annotation] = attrs.field(factory=list)
    #: The names that are known.
    names: list[NameSpan] = attrs.field(factory=list)
    #: The parts of the attribution that is being written.
    _parts: dict[str, list[tuple[int, int]]] = attrs.field(factory=_no_spans, init=False)

    def write(self, string: str, role: str | None = None, kind: str | None = None) -> None:
        """
        Append new text.

        Args:
            string: The text.

            role: The role that it has in the current attribution.

            kind: The kind of name that it is.
        """
        start = len(self.text)
        self.text += string
        if string and role:
            self._parts[role].append((start, len(self.text)))
        if string and kind:
            self.names.append(NameSpan(start, len(self.text), kind))

    def copy(
        self,
        article: AnnotatedArticle,
        start: int,
        end: int,
        role: str | None = None,
        *,
        initial: bool = False,
    ) -> None:
        """
        Append a stretch of an article with its names.

        Args:
            article: The article.

            start: Start offset of the stretch.

            end: Its end offset, exclusive.

            role: The role that it has in the current attribution.

            initial: Whether its first letter becomes a capital.
        """
        string, shift = article.text[start:end], len(self.text) - start
        if initial:
            string = _INITIAL.sub(lambda m: m[0].upper() if len(m[0].upper()) == 1 else m[0], string, count=1)
        names = article.names if isinstance(article, NamedArticle) else ()
        self.names += [
            NameSpan(n.start + shift, n.end + shift, n.kind) for n in names if start <= n.start < n.end <= end
        ]
        self.write(string, role)

    def append(self, other: AnnotatedArticle) -> None:
        """
        Append a whole article with its attributions and names.

        Args:
            other: The article.
        """
        shift = len(self.text)
        self.copy(other, 0, len(other.text))
        self.attributions += [shift_annotation(a, shift) for a in other.attributions]

    def mark(self, role: str, start: int) -> None:
        """
        Give a role to everything written from an offset on.

        Args:
            role: The role in the current attribution.

            start: The offset.
        """
        self._parts[role].append((start, len(self.text)))

    def end_attribution(self) -> None:
        """End the current attribution and begin another one."""
        self.attributions.append(Annotation(*(tuple(self._parts[role]) for role in ("content", "cue", "source"))))
        self._parts = _no_spans()


def shift_annotation(annotation: Annotation, by: int) -> Annotation:
    """
    Move all offsets of an attribution.

    Args:
        annotation: The attribution.

        by: Number of characters.

    Returns:
        The moved attribution.
    """
    roles = (annotation.content, annotation.cue, annotation.source)
    return Annotation(*(tuple((start + by, end + by) for start, end in role) for role in roles))


def excerpt(article: AnnotatedArticle, attribution: Annotation) -> AnnotatedArticle:
    """
    Cut an attribution out of an article.

    Args:
        article: The article.

        attribution: One of its attributions.

    Returns:
        An article with the text from its first to its last word, with this attribution alone, and with the names.
    """
    start, end = extent(attribution)
    section = Section()
    section.copy(article, start, end)
    return NamedArticle(
        article.id,
        section.text,
        (shift_annotation(attribution, -start),),
        names=tuple(section.names),
        names_end=end - start,
    )


def free_gaps(article: AnnotatedArticle) -> list[tuple[int, int]]:
    """
    Find the blank lines that are not inside an attribution.

    Args:
        article: The article.

    Returns:
        Start and end offset of each, in text order.
    """
    extents = [extent(a) for a in article.attributions]
    gaps = (m.span() for m in BLANK_LINE.finditer(article.text))
    return [(start, end) for start, end in gaps if not any(s < end and start < e for s, e in extents)]


def mark_final(article: AnnotatedArticle, spans: Iterable[tuple[int, int]]) -> AnnotatedArticle:
    """
    Mark stretches whose annotation is not softened by the teacher's predictions.

    Args:
        article: The article.

        spans: Start and end offset of each stretch.

    Returns:
        The article with the marks; the article itself if it is not a
        :class:`~quotekit.training.silver_names.NamedArticle`.
    """
    if not isinstance(article, NamedArticle):
        return article
    inside = ((max(0, start), min(end, len(article.text))) for start, end in spans)
    return attrs.evolve(article, final=(*article.final, *inside))


def insert_section(article: AnnotatedArticle, section: Section, rng: random.Random) -> AnnotatedArticle:
    """
    Insert a section before a random paragraph, but not inside an attribution.

    Args:
        article: The article.

        section: The section.

        rng: Source of randomness.

    Returns:
        The longer article; the section's attributions come last.
    """
    gaps = free_gaps(article)
    at = rng.choice(gaps)[1] if gaps and rng.random() >= _AT_START else 0
    longer = apply_edits(article, [(at, at, section.text + "\n\n")])

    added = (shift_annotation(a, at) for a in section.attributions)
    longer = attrs.evolve(longer, attributions=(*longer.attributions, *added))
    if isinstance(longer, NamedArticle):
        names = (NameSpan(n.start + at, n.end + at, n.kind) for n in section.names)
        longer = attrs.evolve(longer, names=tuple(sorted((*longer.names, *names), key=lambda n: n.start)))
    return mark_final(longer, [(at, at + len(section.text) + _FOLLOWING_CHARS)])
