"""An annotated article of three paragraphs, for tests of augmentations."""

from __future__ import annotations

import re

from quotekit.evaluation import AnnotatedArticle, Annotation

__all__ = ["ARTICLE", "TEXT", "annotation", "words"]

TEXT = (
    "“The dam will hold,” said Ana Duarte, the minister. “We are sure of it.”\n\n"
    "Omar Ito warned that the river was rising. He called the dam “old and weak.”\n\n"
    "“Nobody asked us,” Lena Berg told reporters."
)


def annotation(text: str, source: str, cue: str, *content: str) -> Annotation:
    """Annotate the first occurrences of these strings in the text."""

    def bounds(*parts: str) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(part), text.index(part) + len(part)) for part in parts)

    return Annotation(bounds(*content), bounds(cue), bounds(source))


ARTICLE = AnnotatedArticle(
    "dam",
    TEXT,
    (
        annotation(TEXT, "Ana Duarte", "said", "“The dam will hold,”", "“We are sure of it.”"),
        annotation(TEXT, "Omar Ito", "warned", "that the river was rising"),
        annotation(TEXT, "He", "called", "the dam “old and weak.”"),
        annotation(TEXT, "Lena Berg", "told", "“Nobody asked us,”"),
    ),
    ((TEXT.index("the minister"), TEXT.index("the minister") + 12),),
)


def words(article: AnnotatedArticle) -> list[tuple[list[str], ...]]:
    """Return the annotations of an article as lower-case words."""

    def of(bounds: tuple[tuple[int, int], ...]) -> list[str]:
        return [w for start, end in bounds for w in re.findall(r"\w+", article.text[start:end].lower())]

    return [(of(a.content), of(a.cue), of(a.source)) for a in article.attributions]
