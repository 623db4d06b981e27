"""
Statements of an article written again in forms its writers seldom use.

News for the wire says ``"…," X said``. Transcripts, lists of voices, pull quotes and headlines say ``X: …``
and ``"…" ― X``; relayed news says ``…, as reported by X``. A model that saw few of them finds few. So some articles get a
section at their end, made of their own statements in one of these forms.
"""

from __future__ import annotations

import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation

__all__ = ["recast"]

_MARKS = "\"“”«»„'‘’`"
_DOUBLE = '"“”«»„'
_PRONOUNS = frozenset(
    ("He", "She", "I", "We", "They", "It", "You", "Who", "This", "That", "One", "Some", "Others", "Many")
)
_MOST = 10
_RELAYS = (
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
_DASHES = ("―", "—", "–", "-", "--", "― ", "— ", "- ")
_NAME = re.compile(r"^(?:[A-Z][\w.’'-]*\s?)+$")


@attrs.frozen
class _Statement:
    """What one attribution says and who says it, as strings."""

    words: str
    who: str


def recast(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Add a section of recast statements to an article.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The article with its new section, or as it was if it has no statement that can be recast.
    """
    form = rng.choice((_transcript, _voices, _pull_quotes, _headlines, _relayed))
    quoted = form in (_transcript, _voices, _pull_quotes)
    statements = [s for a in article.attributions if (s := _statement(article.text, a, quoted=quoted)) is not None]
    if not statements:
        return article
    first = rng.randrange(len(statements))
    pieces = form(statements[first : first + rng.randint(2, _MOST)], rng)
    builder = _Builder(article.text + rng.choice(("\n\n", "\n")), list(article.attributions))
    for before, parts in pieces:
        builder.add(before, parts)
    return attrs.evolve(article, text=builder.text, attributions=tuple(builder.attributions))


@attrs.define
class _Builder:
    """A text that grows, with the attributions found in what is added."""

    text: str
    attributions: list[Annotation]

    def add(self, before: str, parts: tuple[tuple[str, str], ...]) -> None:
        """Add plain text, then the parts of one attribution: pairs of a role, or nothing, and a string."""
        self.text += before
        spans: dict[str, tuple[tuple[int, int], ...]] = {"content": (), "cue": (), "source": ()}
        for role, string in parts:
            if role:
                spans[role] = ((len(self.text), len(self.text) + len(string)),)
            self.text += string
        self.attributions.append(Annotation(**spans))


def _statement(text: str, attribution: Annotation, *, quoted: bool) -> _Statement | None:
    """An attribution of one piece by somebody with a name, if it is of the kind asked for."""
    if len(attribution.content) != 1 or not attribution.source:
        return None
    (start, end), (who_start, who_end) = attribution.content[0], attribution.source[0]
    words, who = text[start:end], text[who_start:who_end]
    if not _NAME.match(who) or who in _PRONOUNS or "\n" in words or (words[0] in _MARKS) != quoted:
        return None
    words = words.strip(_MARKS + " ,.\u00a0")
    if any(mark in words for mark in _DOUBLE):
        return None
    words = words.removeprefix("that ")
    return _Statement(words[0].upper() + words[1:], who) if words.count(" ") > 1 else None


_Parts = tuple[tuple[str, str], ...]
_Pieces = list[tuple[str, _Parts]]


def _joined(gap: str, lines: list[_Parts]) -> _Pieces:
    return [(gap if i else "", parts) for i, parts in enumerate(lines)]


def _dashed(dash: str) -> _Parts:
    """A dash as cue, and the space after it, if it has one."""
    return (("cue", dash.strip()), ("", dash[len(dash.strip()) :]))


def _transcript(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write lines such as ``NAME: words.``."""
    upper, surname, marks = (rng.random() < chance for chance in (0.7, 0.8, 0.15))
    lines: list[_Parts] = []
    for s in statements:
        who = s.who.split()[-1] if surname else s.who
        words = f"“{_ended(s.words)}”" if marks else _ended(s.words)
        lines.append((("source", who.upper() if upper else who), ("cue", ":"), ("", " "), ("content", words)))
    return _joined(rng.choice(("\n\n", "\n\n", "\n")), lines)


def _voices(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write ``"Words." ― Name`` one after another."""
    dash, space = rng.choice(_DASHES), rng.choice((" ", "", "\u00a0"))
    opening, closing = rng.choice((("“", "”"), ("“", "”"), ('"', '"'), ("", "")))
    return _joined(
        rng.choice(("\n", "\n\n", " ")),
        [
            (("content", opening + _ended(s.words) + closing), ("", space), *_dashed(dash), ("source", s.who))
            for s in statements
        ],
    )


def _pull_quotes(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write ``"Words."``, a blank line and ``- Name``."""
    dash = rng.choice(("-", "- ", "— ", "—", "– "))
    return _joined(
        ".\n\n",
        [(("content", f'"{_ended(s.words)}"'), ("", "\n\n"), *_dashed(dash), ("source", s.who)) for s in statements],
    )


def _headlines(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write lines such as ``Name: words`` without a full stop."""
    surname = rng.choice((True, False))
    return _joined(
        rng.choice((".\n\n", "\n\n", "\n")),
        [
            (("source", s.who.split()[-1] if surname else s.who), ("cue", ":"), ("", " "), ("content", s.words))
            for s in statements
        ],
    )


def _relayed(statements: list[_Statement], rng: random.Random) -> _Pieces:
    """Write sentences such as ``Words, as reported by Name.``."""
    return _joined(
        ". ",
        [
            (("content", s.words), ("", ", "), ("cue", rng.choice(_RELAYS)), ("", " "), ("source", s.who))
            for s in statements
        ],
    )


def _ended(words: str) -> str:
    return words if words[-1] in ".!?…" else words + "."
