"""The view of an article: what the templates show."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quotekit.exporters.grouping import about, by_speaker, published, who
from quotekit.exporters.html.nested_spans import Mark, Token, tokens
from quotekit.records import Article, Attribution, Credit, Stance
from quotekit.records.counts import count_all

__all__ = ["ROLES", "Page", "Statement", "Voice", "view"]

#: The roles, from the outermost to the innermost element for equal spans.
ROLES = ("content", "source", "cue")


@attrs.frozen
class Statement:
    """An attribution and its details."""

    #: Unique on the page.
    key: str
    #: The attribution.
    attribution: Attribution
    #: Its label in the text: kind and negation.
    label: str
    #: Its details, as pairs of name and value.
    facts: tuple[tuple[str, str], ...]
    #: The most important details on one line.
    summary: str


@attrs.frozen
class Voice:
    """A speaker and all attributions to this speaker."""

    #: Unique on the page.
    key: str
    #: The display name.
    name: str
    #: Titles and kind, or how many speak together; empty if the speaker is unresolved.
    about: str
    #: The attributions, in text order.
    statements: tuple[Statement, ...]


@attrs.frozen
class Page:
    """The view of one article on a page."""

    #: Unique on the page.
    key: str
    #: The article's id.
    title: str
    #: Numbers of attributions and speakers.
    counts: str
    #: Dateline and credits, if the article has them.
    head: tuple[str, ...]
    #: The speakers.
    voices: tuple[Voice, ...]
    #: The text with its marks.
    tokens: tuple[Token, ...]
    #: The speaker and the details of each attribution, in text order.
    statements: tuple[tuple[Voice, Statement], ...]


def view(article: Article, number: int = 1) -> Page:
    """
    Make the view of an article.

    Args:
        article: The article.

        number: Its number on the page.

    Returns:
        The view.
    """
    indices = {id(a): i for i, a in enumerate(article.attributions)}
    voices: list[Voice] = []
    shown: list[tuple[int, Voice, Statement]] = []
    for group in by_speaker(article.attributions):
        voice = _voice(group, article, f"{number}-{len(voices) + 1}", [indices[id(a)] for a in group])
        voices.append(voice)
        shown.extend((indices[id(s.attribution)], voice, s) for s in voice.statements)
    return Page(
        key=str(number),
        title=article.id or "(no id)",
        counts=count_all(article.attributions),
        head=tuple(_head(article)),
        voices=tuple(voices),
        tokens=tuple(tokens(article.text, _marks(article))),
        statements=tuple((voice, s) for _, voice, s in sorted(shown, key=lambda entry: entry[0])),
    )


def _voice(group: list[Attribution], article: Article, key: str, indices: list[int]) -> Voice:
    name = who(group[0])
    page = key.partition("-")[0]
    statements = (_statement(a, name, article, f"{page}-{i + 1}") for a, i in zip(group, indices, strict=True))
    return Voice(key, name, ", ".join(about(group[0])), tuple(statements))


def _statement(a: Attribution, name: str, article: Article, key: str) -> Statement:
    label = f"{a.kind.value}, negated" if a.negated else a.kind.value
    facts = tuple(_facts(a, name, article))
    short = (f"{what.lower()}: {fact}" for what, fact in facts if what in {"Cue", "To", "Via", "Confidence"})
    return Statement(key, a, label, facts, " · ".join(short))


def _facts(a: Attribution, name: str, article: Article) -> Iterator[tuple[str, str]]:
    """Yield the details of an attribution that its heading does not show."""
    if a.source and a.source.text != name:
        yield "Source", a.source.text
    if a.cue:
        lemma = f" ({a.cue_lemma})" if a.cue_lemma and a.cue_lemma != a.cue.text else ""
        yield "Cue", f"{a.cue.text}{lemma}"
    if a.stance is not Stance.ASSERTED:
        yield "Stance", a.stance.value
    if a.addressee:
        yield "To", a.addressee.text
    if a.via:
        yield "Via", " → ".join(outlet.name for outlet in a.via)
    if article.credits:
        yield "Credits", _credits(article.credits)
    yield "Confidence", f"{a.confidence:.0%}"
    if a.speaker_confidence is not None:
        yield "Speaker confidence", f"{a.speaker_confidence:.0%}"
    yield "Id", f"{a.id} inside {a.parent}" if a.parent else a.id
    yield "Characters", ", ".join(f"{piece.start}–{piece.end}" for piece in a.content)


def _head(article: Article) -> Iterator[str]:
    yield from published(article.meta)
    if article.dateline:
        yield "Dateline: " + ", ".join(x for x in (article.dateline.place, article.dateline.date) if x)
    if article.credits:
        yield "Credits: " + _credits(article.credits)


def _credits(given: tuple[Credit, ...]) -> str:
    return ", ".join(f"{credit.name} ({credit.role})" for credit in given)


def _marks(article: Article) -> Iterator[Mark]:
    for i, attribution in enumerate(article.attributions):
        for role, name in enumerate(ROLES):
            for j, piece in enumerate(getattr(attribution, name)):
                yield Mark(piece.start, piece.end, role, i, first=role == 0 and j == 0)
