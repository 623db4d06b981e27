"""Outcomes of texts that are read as a stream: articles, or failures."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing

import attrs

from quotekit.inputs import About
from quotekit.processes import Failure, Outcome
from quotekit.records import Article

__all__ = ["raise_failures", "with_ids"]


def with_ids(
    outcomes: Generator[tuple[Outcome[Article], About], None, None],
) -> Generator[tuple[Outcome[Article], About], None, None]:
    """
    Give failures the ids that their articles would have.

    Args:
        outcomes: The outcomes of texts, each with what is known about it.

    Yields:
        The same outcomes, in the same order.
    """
    with closing(outcomes):
        for outcome, about in outcomes:
            yield (attrs.evolve(outcome, id=about.id) if isinstance(outcome, Failure) else outcome), about


def raise_failures(
    outcomes: Generator[tuple[Outcome[Article], About], None, None],
) -> Iterator[tuple[Article, About]]:
    """
    Raise the error of the first text that could not be read, with a note of which it is.

    Args:
        outcomes: The outcomes of texts, each with what is known about it.

    Yields:
        The articles before it.

    Raises:
        Exception: The error of that text.
    """
    with closing(outcomes):
        for outcome, about in outcomes:
            if isinstance(outcome, Failure):
                name = "" if outcome.id is None else f", id {outcome.id!r}"
                note = f"while reading text {outcome.index}, counted from 0{name}"
                outcome.error.__notes__ = [note]  # type: ignore[attr-defined]
                raise outcome.error
            yield outcome, about
