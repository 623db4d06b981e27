"""Articles of known paragraphs, with names, for tests of layouts."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.silver_names import NamedArticle, NameSpan
from tests.training.dam import words

__all__ = ["ARTICLE", "NAMES", "articles", "build", "check", "names_of", "spans_of"]

#: The names in the paragraphs, and their kinds.
NAMES = {"Ana Duarte": "person", "Omar Ito": "person", "Lena Berg": "person", "The Harbour Board": "organization"}

_Piece = tuple[str, str]
_PARAGRAPHS: tuple[tuple[_Piece, ...], ...] = (
    (("", "The river rose by two metres on Monday."),),
    (
        ("content", "“The dam will hold,”"),
        ("", " "),
        ("source", "Ana Duarte"),
        ("", " "),
        ("cue", "said"),
        ("", ". "),
        ("content", "“We are sure of it. Nobody has asked us.”"),
    ),
    (("source", "Omar Ito"), ("", " "), ("cue", "said"), ("", " "), ("content", "the river was rising"), ("", ".")),
    (("source", "He"), ("", " "), ("cue", "said"), ("", " "), ("content", "that it would break"), ("", " by Monday.")),
    (
        ("source", "The Harbour Board"),
        ("", " "),
        ("cue", "warned"),
        ("", " "),
        ("content", "that no boat could leave"),
        ("", "."),
    ),
    (
        ("content", "“The quay is full. It has been so for years.\n\n“We need another one,”"),
        ("", " "),
        ("source", "Lena Berg"),
        ("", " "),
        ("cue", "told"),
        ("", " reporters."),
    ),
    (("content", "“Was it ever safe?”"), ("", " "), ("source", "Omar Ito"), ("", " "), ("cue", "asked"), ("", ".")),
    (
        ("source", "Lena Berg"),
        ("", " "),
        ("cue", "called"),
        ("", " "),
        ("content", "the dam “old and weak.”"),
    ),
    (
        ("source", "Lena Berg, the minister,"),
        ("", " "),
        ("cue", "says"),
        ("", " "),
        ("content", "the gates are old and heavy"),
        ("", "."),
    ),
)


def build(paragraphs: list[tuple[_Piece, ...]], *, named: bool = True) -> AnnotatedArticle:
    """Build an article of paragraphs, each with one attribution or none."""
    text = ""
    attributions = []
    for i, paragraph in enumerate(paragraphs):
        text += "\n\n" if i else ""
        spans: dict[str, list[tuple[int, int]]] = {"content": [], "cue": [], "source": []}
        for role, string in paragraph:
            if role:
                spans[role].append((len(text), len(text) + len(string)))
            text += string
        if spans["content"]:
            attributions.append(Annotation(*(tuple(spans[role]) for role in ("content", "cue", "source"))))
    if not named:
        return AnnotatedArticle("harbour", text, tuple(attributions))
    found = [NameSpan(*m.span(), kind) for name, kind in NAMES.items() for m in re.finditer(name, text)]
    names = tuple(sorted(found, key=lambda n: n.start))
    return NamedArticle("harbour", text, tuple(attributions), names=names, names_end=len(text))


#: An article of all paragraphs.
ARTICLE = build(list(_PARAGRAPHS))


def articles() -> st.SearchStrategy[AnnotatedArticle]:
    """Draw an article of some of the paragraphs, with or without names."""
    return st.builds(
        lambda paragraphs, named: build(paragraphs, named=named),
        st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=8),
        st.booleans(),
    )


def spans_of(article: AnnotatedArticle, index: int) -> tuple[list[str], list[str], list[str]]:
    """Return content, cue and source of an attribution as strings."""
    attribution = article.attributions[index]
    content, cue, source = (
        [article.text[start:end] for start, end in role]
        for role in (attribution.content, attribution.cue, attribution.source)
    )
    return content, cue, source


def names_of(article: AnnotatedArticle) -> list[tuple[str, str]]:
    """Return the names of an article as strings with their kinds."""
    names = article.names if isinstance(article, NamedArticle) else ()
    return [(article.text[n.start : n.end], n.kind) for n in names]


def check(article: AnnotatedArticle, changed: AnnotatedArticle, *, cues: bool = True, sources: bool = True) -> None:
    """Assert that a changed article has its own annotation, on the same words, and that all offsets are in its text."""
    own = words(changed)[: len(article.attributions)]
    for (content, cue, source), (new_content, new_cue, new_source) in zip(words(article), own, strict=True):
        assert content == new_content
        assert cue == new_cue or not cues
        assert source == new_source or not sources
    spans = [span for a in changed.attributions for role in (a.content, a.cue, a.source) for span in role]
    assert all(0 <= start < end <= len(changed.text) for start, end in spans)
    if isinstance(changed, NamedArticle):
        assert all(0 <= start < end <= len(changed.text) for start, end in changed.final)
        assert all(0 <= n.start < n.end <= len(changed.text) for n in changed.names)
        assert sorted(changed.names, key=lambda n: n.start) == list(changed.names)
        assert 0 <= changed.names_end <= len(changed.text)
        assert {"person", "place", "organization"} >= {n.kind for n in changed.names}
