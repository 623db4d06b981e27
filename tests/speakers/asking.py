"""Ask about the last source of a marked text what is known at that point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from quotekit.attributions.draft import Draft
from quotekit.metadata import read_credits
from quotekit.names import find_mentions
from quotekit.speakers.decision import Decision, Sieve
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.pronouns import LikeliestChooser
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Document, Joint, Named
from quotekit.speakers.resolve import apply_sieves
from quotekit.speakers.sieves import SIEVES
from quotekit.text import TextIndex
from tests.helpers import parse_article

__all__ = ["ask_at_last", "decide_last", "entity_called", "read_row", "shown"]

_Answer = TypeVar("_Answer")


def ask_at_last(markup: str, ask: Callable[[Query, Discourse], _Answer]) -> _Answer:
    """
    Ask a question when the last source of a text is resolved.

    Args:
        markup: The text, marked as :mod:`tests.markup` documents it.

        ask: The question.

    Returns:
        The answer.
    """
    article = parse_article(markup)
    index = TextIndex(article.text)
    drafts = [Draft(c, source=s) for s, c in zip(article.sources, article.contents, strict=True)]
    discourse = Discourse(
        index,
        find_mentions(index),
        LikeliestChooser(),
        contents=article.contents,
        article_credits=read_credits(index),
    )
    answers: list[_Answer] = []

    def asking(query: Query, discourse: Discourse) -> Decision | None:
        if query.draft == len(drafts) - 1:
            answers.append(ask(query, discourse))
        return None

    apply_sieves(drafts, discourse, {"asking": asking, **SIEVES})
    return answers[-1]


def entity_called(name: str, discourse: Discourse) -> int:
    """Return the index of the entity of a name."""
    [found] = [number for number, entity in enumerate(discourse.entities) if entity.name == name]
    return found


def shown(row: Mapping[str, float] | Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the features that are not zero, with two digits."""
    return {name: round(value, 2) for name, value in dict(row).items() if value}


def read_row(row: str) -> dict[str, float]:
    """
    Read the features of a row: "first; weight = 0.5" is one of 1, and one of 0.5.

    Example:
        >>> read_row("first; weight = 0.5")
        {'first': 1.0, 'weight': 0.5}
    """
    pairs = (feature.partition(" = ") for feature in row.split("; ") if feature)
    return {name: float(value or 1) for name, _, value in pairs}


def decide_last(sieve: Sieve, markup: str) -> str:
    """
    Let one sieve alone decide on the last source of a text.

    Args:
        sieve: The sieve.

        markup: The text.

    Returns:
        The names of who is meant, those of several or of a document's makers with "; " in between; the kind of
        somebody without a name; an empty string if the sieve passes.
    """

    def ask(query: Query, discourse: Discourse) -> str:
        decision = sieve(query, discourse)
        match None if decision is None else decision.referent:
            case Named(entity):
                return discourse.entities[entity].name
            case Joint(entities):
                return "; ".join(discourse.entities[entity].name for entity in entities)
            case Document(makers) if makers:
                return "; ".join(makers)
            case Described(kind):
                return kind.value
            case None:
                return ""
            case other:
                return type(other).__name__

    return ask_at_last(markup, ask)
