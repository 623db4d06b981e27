"""
Statements of an article repeated in formats that are rare in news.

Wire news writes ``"…," X said``. Transcripts, vox pops, pull quotes and headlines write ``X: …`` and ``"…" ― X``;
relayed news writes ``…, as reported by X``. A model finds few of these if it has seen few. So some articles get a
section at their end that repeats their own statements in one of these formats.
"""

from __future__ import annotations

import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation

__all__ = ["add_reformatted"]

_MARKS = "\"“”«»„'‘’`"
_DOUBLE = '"“”«»„'
_PRONOUNS = frozenset(
    ("He", "She", "I", "We", "They", "It", "You", "Who", "This", "That", "One", "Some", "Others", "Many")
)
_MAX_STATEMENTS = 10
# Statements of one or two words are left out.
_MIN_SPACES = 2
# How relayed news cites its source; drawn from.
_RELAY_CUES = (
    "as reported by",
    "as reported by",
    "as first reported by",
    "according to",
    "per",
    "as told to",
    "as noted by",
    "in the words of",
    "in the view of",
    "reported by",
)
# Shares of the transcripts with names in capitals, with surnames alone, and with quotation marks.
_UPPER_CASE, _SURNAME_ONLY, _QUOTED = 0.7, 0.8, 0.15
_DASHES = ("―", "—", "–", "-", "--", "― ", "— ", "- ")
_NAME = re.compile(r"^(?:[A-Z][\w.’'-]*\s?)+$")


@attrs.frozen
class _Statement:
    """The content and the source of one attribution, as strings."""

    content: str
    source: str


def add_reformatted(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Append a section to an article that repeats some of its statements in another format.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with its new section, or the article itself if none of its statements is suitable.
    """
    reformat = rng.choice((_transcript, _vox_pops, _pull_quotes, _headlines, _relayed))
    quoted = reformat in (_transcript, _vox_pops, _pull_quotes)
    statements = [s for a in article.attributions if (s := _statement(article.text, a, quoted=quoted)) is not None]
    if not statements:
        return article
    first = rng.randrange(len(statements))
    pieces = reformat(statements[first : first + rng.randint(2, _MAX_STATEMENTS)], rng)
    builder = _Builder(article.text + rng.choice(("\n\n", "\n")), list(article.attributions))
    for before, parts in pieces:
        builder.add(before, parts)
    return attrs.evolve(article, text=builder.text, attributions=tuple(builder.attributions))


@attrs.define
class _Builder:
    """A growing text with its attributions."""

    text: str
    attributions: list[Annotation]

    def add(self, before: str, parts: tuple[tuple[str, str], ...]) -> None:
        """Add plain text, then one attribution as pairs of a role (or an empty string) and the words."""
        self.text += before
        spans: dict[str, tuple[tuple[int, int], ...]] = {"content": (), "cue": (), "source": ()}
        for role, string in parts:
            if role:
                spans[role] = ((len(self.text), len(self.text) + len(string)),)
            self.text += string
        self.attributions.append(Annotation(**spans))


def _statement(text: str, attribution: Annotation, *, quoted: bool) -> _Statement | None:
    """Return a statement by a named source whose content is one span, quoted or not as asked, or None."""
    if len(attribution.content) != 1 or not attribution.source:
        return None
    words, source = (text[start:end] for start, end in (attribution.content[0], attribution.source[0]))
    if not _NAME.match(source) or source in _PRONOUNS or "\n" in words or (words[0] in _MARKS) != quoted:
        return None
    words = words.strip(_MARKS + " ,.\u00a0")
    if any(mark in words for mark in _DOUBLE):
        return None
    words = words.removeprefix("that ")
    return _Statement(words[0].upper() + words[1:], source) if words.count(" ") >= _MIN_SPACES else None


_Parts = tuple[tuple[str, str], ...]
_Pieces = list[tuple[str, _Parts]]


def _separate(separator: str, lines: list[_Parts]) -> _Pieces:
    return [(separator if i else "", parts) for i, parts in enumerate(lines)]


def _dashed(dash: str) -> _Parts:
    """Return a dash as the cue, and the space after it, if any."""
    return (("cue", dash.strip()), ("", dash[len(dash.strip()) :]))


def _transcript(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write lines such as ``NAME: words.``."""
    upper, surname, marks = (rng.random() < share for share in (_UPPER_CASE, _SURNAME_ONLY, _QUOTED))
    lines: list[_Parts] = []
    for s in statements:
        source = s.source.split()[-1] if surname else s.source
        words = f"“{_terminated(s.content)}”" if marks else _terminated(s.content)
        lines.append((("source", source.upper() if upper else source), ("cue", ":"), ("", " "), ("content", words)))
    return _separate(rng.choice(("\n\n", "\n\n", "\n")), lines)


def _vox_pops(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write ``"Words." ― Name`` one after another."""
    dash, space = rng.choice(_DASHES), rng.choice((" ", "", "\u00a0"))
    opening, closing = rng.choice((("“", "”"), ("“", "”"), ('"', '"'), ("", "")))
    return _separate(
        rng.choice(("\n", "\n\n", " ")),
        [
            (("content", opening + _terminated(s.content) + closing), ("", space), *_dashed(dash), ("source", s.source))
            for s in statements
        ],
    )


def _pull_quotes(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write ``"Words."``, a blank line and ``- Name``."""
    dash = rng.choice(("-", "- ", "— ", "—", "– "))
    return _separate(
        ".\n\n",
        [
            (("content", f'"{_terminated(s.content)}"'), ("", "\n\n"), *_dashed(dash), ("source", s.source))
            for s in statements
        ],
    )


def _headlines(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write lines such as ``Name: words`` without a full stop."""
    surname = rng.choice((True, False))
    return _separate(
        rng.choice((".\n\n", "\n\n", "\n")),
        [
            (("source", s.source.split()[-1] if surname else s.source), ("cue", ":"), ("", " "), ("content", s.content))
            for s in statements
        ],
    )


def _relayed(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write sentences such as ``Words, as reported by Name.``."""
    return _separate(
        ". ",
        [
            (("content", s.content), ("", ", "), ("cue", rng.choice(_RELAY_CUES)), ("", " "), ("source", s.source))
            for s in statements
        ],
    )


def _terminated(words: str) -> str:
    """End a sentence with a full stop, unless it has its own final mark."""
    return words if words[-1] in ".!?…" else words + "."
