"""Phrases that are asked for as if they were sources: those of invented passages are marked with their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.records import Spans
from quotekit.tagger.session import Model
from quotekit.text import Bounds
from quotekit.training.labelled import Text
from quotekit.training.texts import load_lines

__all__ = ["as_sources", "read_passage", "read_passages", "without_sources"]

_PARAGRAPH_END = "¶"
# A marked phrase, with the name that it refers to.
_MARKED = re.compile(r"\[(?P<words>[^\]|]*)\|(?P<name>[^\]]*)\]")


def without_sources(text: Text, phrases: Sequence[Bounds]) -> Text:
    """
    Return a text without the attributions whose sources overlap with phrases.

    Args:
        text: The text.

        phrases: The bounds of the phrases.

    Returns:
        The text with the other attributions.
    """
    drafts = [
        d for d in text.drafts if not any(p.start < end and start < p.end for p in d.source for start, end in phrases)
    ]
    return attrs.evolve(text, drafts=drafts)


def as_sources(text: Text, phrases: Sequence[Bounds]) -> list[Draft]:
    """
    Make an attribution without content of each of some phrases, to ask whom they refer to.

    Args:
        text: The text.

        phrases: The bounds of the phrases.

    Returns:
        Drafts with these sources.
    """
    return [Draft(Spans(), source=Spans.of(text.index.text, [bounds])) for bounds in phrases]


def read_passage(name: str, passage: str, model: Model | None = None) -> tuple[Text, list[Bounds], list[str | None]]:
    """
    Read an invented passage.

    Args:
        name: Its id.

        passage: The passage, in which phrases are marked: ``[the mayor|Ana Vega]``, ``[a clerk|]``.

        model: The model that finds its attributions; the one in the package if not given.

    Returns:
        The text without the marks, the bounds of the phrases, and their names; None where there is none.
    """
    plain, names, phrases, at = "", list[str | None](), list[Bounds](), 0
    for found in _MARKED.finditer(passage):
        plain += passage[at : found.start()]
        phrases.append((len(plain), len(plain) + len(found["words"])))
        names.append(found["name"] or None)
        plain, at = plain + found["words"], found.end()
    return Text.read(name, plain + passage[at:], model), phrases, names


def read_passages(name: str) -> Iterator[tuple[str, str]]:
    """
    Read the invented passages of a file.

    Args:
        name: The file's name in ``quotekit.training.texts``, without its ending.

    Yields:
        The id of each passage, and the passage.

    Example:
        >>> next(read_passages("pronouns"))[0]
        'pronouns 0'
    """
    for number, line in enumerate(load_lines(name)):
        yield f"{name} {number}", line.replace(_PARAGRAPH_END, "\n\n")
