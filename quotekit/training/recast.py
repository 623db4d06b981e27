"""
Statements of an article written again in forms its writers seldom use.

News for the wire says ``"…," X said``. Transcripts, lists of voices, pull quotes and headlines say ``X: …``
and ``"…" ― X``; relayed news says ``…, as reported by X``, or ``X said that Y had claimed …``, one statement inside
another. A model that saw few of them finds few. So some articles get a section at their end, made of their own
statements in one of these forms.
"""

from __future__ import annotations

import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.lemmas import cue_lemma
from quotekit.lexicons import load_words

__all__ = ["recast"]

_MARKS = "\"“”«»„'‘’`"
_DOUBLE = '"“”«»„'
_PRONOUNS = frozenset(
    ("He", "She", "I", "We", "They", "It", "You", "Who", "This", "That", "One", "Some", "Others", "Many")
)
_MOST = 10
# Of the sections: how many have one statement inside another.
_NESTED = 0.3
_TELLING = (
    "said",
    "said",
    "said",
    "says",
    "told reporters",
    "claimed",
    "wrote",
    "reported",
    "argued",
    "noted",
    "confirmed",
    "denied",
    "has said",
    "added",
    "insisted",
    "believes",
    "was told",
    "heard",
)
# Statements with these verbs are told again by others.
_TOLD = frozenset(
    [
        *("accuse", "acknowledge", "add", "admit", "announce", "argue", "ask", "believe", "call", "claim", "confirm"),
        *(
            "declare",
            "demand",
            "deny",
            "describe",
            "expect",
            "fear",
            "hope",
            "insist",
            "know",
            "note",
            "plan",
            "predict",
        ),
        *("promise", "propose", "report", "say", "state", "suggest", "tell", "think", "urge", "want", "warn", "write"),
    ]
)
_LONGEST_INNER = 400
# How many of these sentences stand in one paragraph with the next.
_IN_ONE = 0.5
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
    if rng.random() < _NESTED:
        return _nest(article, rng)
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


def _nest(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """Add sentences in which somebody of the article tells what another one says."""
    inner = [a for a in article.attributions if _is_plain(article.text, a)]
    statements = (_statement(article.text, a, quoted=quoted) for a in article.attributions for quoted in (True, False))
    tellers = sorted({s.who for s in statements if s is not None and not s.who.endswith(("'s", "’s"))})
    if not inner or not tellers:
        return article
    text, attributions = article.text + "\n\n", list(article.attributions)
    for annotation in rng.sample(inner, min(len(inner), rng.randint(1, 4))):
        teller, cue, that = rng.choice(tellers), rng.choice(_TELLING), rng.choice(("that ", "that ", ""))
        start, end = annotation.source[0][0], annotation.content[-1][1]
        at = len(text)
        text += f"{teller} {cue} {that}"
        shift = len(text) - start
        text += _opened(article.text[start:end])
        content = at + len(f"{teller} {cue} "), len(text)
        outer = Annotation((content,), ((at + len(teller) + 1, content[0] - 1),), ((at, at + len(teller)),))
        attributions += [outer, _shifted(annotation, shift)]
        text += ". " if rng.random() < _IN_ONE else ".\n\n"
    return attrs.evolve(article, text=text, attributions=tuple(attributions))


def _opened(clause: str) -> str:
    """A clause without the capital that only opened its sentence."""
    first = clause.partition(" ")[0]
    light = load_words("determiners") | load_words("function_words") | {"he", "she", "they", "we", "it"}
    return clause[0].lower() + clause[1:] if first != "I" and first.lower() in light else clause


def _is_plain(text: str, annotation: Annotation) -> bool:
    """Whether it is a clause by itself: source, cue and content one after the other, in one sentence."""
    parts = (annotation.source, annotation.cue, annotation.content)
    if any(len(part) != 1 for part in parts):
        return False
    (source, cue, content) = (part[0] for part in parts)
    between = (text[source[1] : cue[0]], text[cue[1] : content[0]])
    whole = text[source[0] : content[1]]
    if cue_lemma(text[cue[0] : cue[1]]) not in _TOLD:
        return False
    proper = any(word[0].isupper() for word in text[source[0] : source[1]].split())
    return between == (" ", " ") and proper and len(whole) <= _LONGEST_INNER and not {*"\n.!?;" + _DOUBLE} & {*whole}


def _shifted(annotation: Annotation, by: int) -> Annotation:
    def shifted(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return Annotation(shifted(annotation.content), shifted(annotation.cue), shifted(annotation.source))


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
