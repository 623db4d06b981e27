"""Events as three outlets tell them, as the file ``data/events.txt`` has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import quotekit
from quotekit.matching import Statement
from quotekit.records import Article
from tests.matching.labelled import DATA, Scores

__all__ = ["Told", "read_events", "score_statements"]

_LABEL = re.compile(r"\{(\w+)\}")
#: What may be of any utterance.
_ANY = "S"


class Told(NamedTuple):
    """An article with its quotations."""

    article: Article
    #: The offset after each quotation, and the utterance that it is of.
    utterances: dict[int, str]


def read_events() -> Iterator[Told]:
    """Read the articles of all events with the model."""
    extractor = quotekit.Extractor()
    for event in DATA.joinpath("events.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        name, *printed = event.split("--- ")
        for about_and_text in printed:
            about, _, marked = about_and_text.partition("\n")
            outlet, date = about.split(" | ")
            text, utterances = _without_labels(marked.strip())
            article = extractor.extract(text, id=f"{name.strip()} {outlet}", meta={"outlet": outlet, "date": date})
            yield Told(article, {end: name.strip() + key if key != _ANY else _ANY for end, key in utterances.items()})


def _without_labels(marked: str) -> tuple[str, dict[int, str]]:
    """Return a text without its labels, and the label of each offset that had one."""
    text, labels = "", {}
    parts = _LABEL.split(marked)
    for number, part in enumerate(parts):
        if number % 2:
            labels[len(text)] = part
        else:
            text += part
    return text, labels


def score_statements(told: Iterable[Told], statements: Iterable[Statement]) -> Scores:
    """Count the pairs of quotations from different articles that are grouped; a quotation not found is in no group."""
    group_of: dict[tuple[str | None, int], int] = {}
    for number, statement in enumerate(statements):
        for version in statement.versions:
            # Marks and a comma may stand between the end of a quotation and its label.
            group_of.update(
                ((version.printed.article, end + more), number)
                for _, end in version.printed.offsets
                for more in range(3)
            )
    said = [
        (article.id, utterance, group_of.get((article.id, end)))
        for article, utterances in told
        for end, utterance in utterances.items()
        if utterance != _ANY
    ]
    pairs = [(one, other) for one, other in combinations(said, 2) if one[0] != other[0]]
    found = [one[1] == other[1] for one, other in pairs if one[2] is not None and one[2] == other[2]]
    return Scores(sum(found) / len(found), sum(found) / sum(one[1] == other[1] for one, other in pairs))
