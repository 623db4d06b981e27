"""Hypothesis strategies: arbitrary texts and articles."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from quotekit.records import (
    Article,
    Attribution,
    Credit,
    Dateline,
    Kind,
    Outlet,
    Spans,
    Speaker,
    SpeakerKind,
    Stance,
    TextSpan,
)

__all__ = [
    "any_texts",
    "articles",
    "marked_texts",
    "metas",
    "spans",
    "texts",
    "without_surrogates",
    "word_soups",
    "word_spans",
]

_MARKS = (*"\"'`´“”‟„‘’‛‚«»‹›「」『』｢｣〝〞〟❝❞❛❜＂＇′″", "``", "''")
_WORDS = ("It", "was", "fine", "said", "Ms. Berg", "dogs'", "don't", "'90s", "5'11\"", "é", "漢字", "👍🏽", "e\u0301")
_SPACES = (" ", "  ", "\n", "\n\n", "\r\n\r\n", "\t", "\u00a0", "\u2028", "\u2029", "\x85", "")
_STRAY = (",", ".", "…", " — ", "--", "(", ")", "\0", "\ufeff", "\u202e", "\ud83d", "\ude00", "\udcff", "\\", "\\ud83d")
_SOUP = (
    "Ida Holm Mr. Sen. Carl Dray von der de la Jr. II J. O’Dell Anne-Marie al-Reef United States Bank of for on and & "
    "the The Secretary State spokesman president campaign King Republicans WHO HOLM U.S. he she who which said Says "
    "Will by from officials a an poll report critics they it Both two neither his attorney 62-year-old I we one "
    "whose Holm's Holms' ( ) , . ; / “ ” \" ' '' \n \n\n \u00a0 (R-Ohio) D-Wis. Post"
)


def any_texts() -> st.SearchStrategy[str]:
    """Draw any string: null bytes, lone surrogates, every Unicode character."""
    return st.text(st.characters() | st.characters(categories=("Cs", "Cc", "Zl", "Zp")))


def marked_texts() -> st.SearchStrategy[str]:
    """Draw strings of words and quotation marks of every style, paired and unpaired."""
    pieces = st.one_of(*map(st.sampled_from, (_MARKS, _WORDS, _SPACES, _STRAY)))
    return st.lists(pieces, max_size=60).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Draw strings of any kind, many of them with quotation marks."""
    return st.one_of(marked_texts(), any_texts())


def word_soups() -> st.SearchStrategy[str]:
    """Draw strings of the words and punctuation that names and their contexts consist of, in any order."""
    return st.lists(st.sampled_from(_SOUP.split(" ")), max_size=40).map(" ".join)


@st.composite
def spans(draw: st.DrawFn, text: str, least: int = 0, most: int = 3) -> Spans:
    """Draw separate spans of *text* in text order; *text* must have room for *least* of them."""
    most = min(most, (len(text) + 1) // 2)
    count = draw(st.integers(least, most))
    offsets = draw(st.sets(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count).map(sorted))
    return Spans.of(text, zip(offsets[::2], offsets[1::2], strict=True))


@st.composite
def word_spans(draw: st.DrawFn, text: str, most: int = 3) -> Spans:
    """Draw single words of *text*, in text order."""
    words = [found.span() for found in re.finditer(r"\S+", text)]
    picked = draw(st.sets(st.integers(0, max(0, len(words) - 1)), max_size=most))
    return Spans.of(text, [words[i] for i in sorted(picked)] if words else [])


def _span(text: str) -> st.SearchStrategy[TextSpan]:
    return spans(text, least=1, most=1).map(lambda found: found[0])


@st.composite
def _speakers(draw: st.DrawFn, text: str) -> list[Speaker]:
    """Draw a few speakers, ``s1``, ``s2`` …, with names if their kind has names, and perhaps all of them together."""
    kinds = draw(st.lists(st.sampled_from(SpeakerKind), max_size=3))
    single = [
        Speaker(
            id=f"s{number}",
            name=None if kind is SpeakerKind.UNNAMED else draw(st.none() | texts()),
            kind=kind,
            titles=tuple(draw(st.lists(texts(), max_size=2))),
            mentions=draw(spans(text)),
        )
        for number, kind in enumerate(kinds, start=1)
    ]
    if len(single) == 1 or not draw(st.booleans()):
        return single
    name = draw(st.none() | texts())
    joint = Speaker(id="s0", name=name, kind=SpeakerKind.GROUP, mentions=draw(spans(text)), members=tuple(single))
    return [*single, joint]


@st.composite
def _quoted(draw: st.DrawFn, text: str, kind: Kind, content: Spans) -> Spans:
    """Draw the quoted part of a content: none, a piece of it, or all."""
    if kind is Kind.INDIRECT:
        return Spans()
    if kind is Kind.DIRECT:
        return content
    piece = draw(st.sampled_from(content))
    inner = draw(_span(piece.text))
    return Spans.of(text, [(piece.start + inner.start, piece.start + inner.end)])


def _encloses(outer: Spans, inner: Spans) -> bool:
    """Return whether one piece of *outer* contains all pieces of *inner*."""
    return any(piece.start <= inner[0].start and inner[-1].end <= piece.end for piece in outer)


@st.composite
def _attributions(draw: st.DrawFn, text: str, speakers: list[Speaker]) -> list[Attribution]:
    """Draw attributions in text order, ``a1``, ``a2`` …; *text* must not be empty."""
    contents = draw(st.lists(spans(text, least=1), max_size=4))
    contents.sort(key=lambda content: [(piece.start, -piece.end) for piece in content])
    made: list[Attribution] = []
    for number, content in enumerate(contents, start=1):
        kind = draw(st.sampled_from(Kind))
        cue = draw(spans(text))
        outlets = st.builds(Outlet, name=texts(), span=st.none() | _span(text))
        speaker = draw(st.sampled_from([None, *speakers]))
        parents = [earlier.id for earlier in made if _encloses(earlier.content, content)]
        made.append(
            Attribution(
                id=f"a{number}",
                kind=kind,
                content=content,
                quoted=draw(_quoted(text, kind, content)),
                cue=cue,
                cue_lemma=draw(texts()) if cue else None,
                source=draw(spans(text)),
                speaker=speaker,
                addressee=draw(st.none() | _span(text)),
                via=tuple(draw(st.lists(outlets, max_size=2))),
                negated=draw(st.booleans()),
                parent=draw(st.sampled_from([None, *parents])),
                confidence=draw(st.floats(0, 1)),
                speaker_confidence=draw(st.none() | st.floats(0, 1)) if speaker else None,
                stance=draw(st.sampled_from(Stance)),
            )
        )
    return made


@st.composite
def _credits(draw: st.DrawFn, text: str) -> list[Credit]:
    """Draw credits; *text* must not be empty."""
    roles = st.sampled_from(["wire", "byline", "editor"])
    found = draw(spans(text, most=2))
    return [Credit(name=span.text, role=draw(roles), start=span.start, end=span.end) for span in found]


@st.composite
def _datelines(draw: st.DrawFn, text: str) -> Dateline:
    """Draw a dateline with a place or a date; *text* must not be empty."""
    span = draw(_span(text))
    date = draw(st.none() | st.dates().map(str))
    return Dateline(date=date, place=span.text if date is None else None, start=span.start, end=span.end)


def metas() -> st.SearchStrategy[dict[str, Any]]:
    """Draw metadata: any values that JSON can hold, by any names."""
    numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    names = st.sampled_from(["outlet", "date", "", "a b", "é", "\ud800", "id", "meta"])
    scalars = st.none() | st.booleans() | numbers | st.sampled_from([*_WORDS, *_STRAY])
    values = scalars | st.lists(scalars, max_size=2) | st.dictionaries(names, scalars, max_size=2)
    return st.just({}) | st.dictionaries(names, values, max_size=3)


@st.composite
def articles(draw: st.DrawFn, of: st.SearchStrategy[str] | None = None) -> Article:
    """Draw consistent articles, of any texts or of those given."""
    text = draw(texts() if of is None else of)
    speakers = draw(_speakers(text))
    return Article(
        id=draw(st.none() | texts()),
        text=text,
        attributions=tuple(draw(_attributions(text, speakers))) if text else (),
        speakers=tuple(speakers),
        credits=tuple(draw(_credits(text))) if text else (),
        dateline=draw(st.none() | _datelines(text)) if text else None,
        meta=draw(metas()),
    )


def without_surrogates(article: Article) -> Article:
    """Return the article without lone surrogates, as it is written in UTF-8."""

    def replaced(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: replaced(item) for name, item in value.items()}
        if isinstance(value, list):
            return [replaced(item) for item in value]
        return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value

    return Article.from_dict(replaced(article.to_dict()))
