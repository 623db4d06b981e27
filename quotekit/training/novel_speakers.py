"""
Scores of speakers in novels: ``python -m quotekit.training.novel_speakers FILE``.

Novels of PDNC are read by an :class:`~quotekit.Extractor`, a few chapters at a time. Each annotated quotation gets the
speaker of the attribution whose content has more than half of it. The speaker is right if its name or one of its
mentions is the name or an alias of the character who speaks, whatever the case and without an article. The writer, "I",
is right for a character who narrates. A quotation in no attribution, or in one without a speaker, is not right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from quotekit.extractor import Extractor
from quotekit.records import Article, Attribution, Speaker, SpeakerKind
from quotekit.training.novels import HELD_OUT, parts_of

__all__ = ["Characters", "SpeakerCounts", "score_novel"]

_ARTICLES = ("a ", "an ", "the ")
_NARRATORS = frozenset({"_narr", "narr", "narrator"})
_KINDS = {"explicit": "name", "anaphoric": "pronoun or noun"}
_NOTHING_BESIDE = "nothing"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@attrs.frozen
class SpeakerCounts:
    """How many quotations have the right speaker, a wrong one, or none."""

    #: The number of quotations.
    total: int = 0
    #: How many are in the content of an attribution.
    found: int = 0
    #: How many have a speaker.
    given: int = 0
    #: How many have the right speaker.
    right: int = 0

    def __add__(self, other: SpeakerCounts) -> SpeakerCounts:
        """Add the counts of other quotations."""
        return SpeakerCounts(
            self.total + other.total, self.found + other.found, self.given + other.given, self.right + other.right
        )

    @property
    def accuracy(self) -> float:
        """The share of all quotations with the right speaker."""
        return self.right / max(self.total, 1)

    @property
    def precision(self) -> float:
        """The share of the given speakers that are right."""
        return self.right / max(self.given, 1)


class Characters:
    """
    The characters of a novel, with everything they are called.

    Args:
        aliases: The aliases of each character by name, as in PDNC.

    Example:
        >>> characters = Characters({"Mr. Lind": ["Lind", "The Porter"], "Eva Dahl": ["Miss Dahl", "Narr"]})
        >>> sorted(characters.names_of("Lind")), characters.is_narrator("Eva Dahl")
        (['lind', 'mr. lind', 'porter'], True)
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]]) -> None:
        self._called: dict[str, set[str]] = {}
        for name, others in aliases.items():
            called = {_normalize(one) for one in (name, *others)}
            for one in called:
                self._called.setdefault(one, set()).update(called)

    def names_of(self, speaker: str) -> frozenset[str]:
        """Return all normalized names of a character, who is given by any of them."""
        own = _normalize(speaker)
        return frozenset(self._called.get(own, {own}) | {own})

    def is_narrator(self, speaker: str) -> bool:
        """Return whether a character narrates the novel."""
        return not _NARRATORS.isdisjoint(self.names_of(speaker))

    def is_right(self, speaker: str, found: Speaker) -> bool:
        """Return whether a speaker is the annotated one."""
        if found.kind is SpeakerKind.AUTHOR and self.is_narrator(speaker):
            return True
        return self.is_called(speaker, [found.name or "", *(one.text for one in found.mentions)])

    def is_called(self, speaker: str, names: Iterable[str]) -> bool:
        """Return whether one of several names is a name of a character."""
        return not {_normalize(name) for name in names}.isdisjoint(self.names_of(speaker) - {""})


def _normalize(name: str) -> str:
    """Return a name in lower case with single spaces, without an article."""
    words = " ".join(name.split()).lower().replace("’", "'")
    article = next((one for one in _ARTICLES if words.startswith(one)), "")
    return words[len(article) :]


def score_novel(novel: Mapping[str, Any], extractor: Extractor) -> dict[str, SpeakerCounts]:
    """
    Score the speakers of one novel.

    Args:
        novel: A row of PDNC: ``text``, ``aliases``, ``attributions`` with ``content``, ``quote_type`` and ``speaker``.

        extractor: The extractor to score.

    Returns:
        The counts by what is beside the quotation that refers to its speaker: ``name``, ``pronoun or noun`` or
        ``nothing``.
    """
    characters = Characters(novel["aliases"])
    counts: dict[str, SpeakerCounts] = {}
    rows = sorted(novel["attributions"], key=lambda row: row["content"])
    for start, end in parts_of(novel["text"]):
        article = extractor.extract(novel["text"][start:end])
        inside = [row for row in rows if start <= row["content"][0][0] < end]
        for row, attribution in zip(inside, attributions_of(article, inside, start), strict=True):
            kind = _KINDS.get(row["quote_type"], _NOTHING_BESIDE)
            counts[kind] = counts.get(kind, SpeakerCounts()) + _count(row, attribution, characters)
    return counts


def attributions_of(article: Article, rows: Sequence[Mapping[str, Any]], start: int = 0) -> list[Attribution | None]:
    """
    Find the attribution that most of each quotation is the content of.

    Args:
        article: What was found in the text, or in a part of it.

        rows: The annotated quotations, each with its ``content``.

        start: Where the part begins.

    Returns:
        The attribution for each quotation; None if no more than half of it is in one.
    """
    holders: list[int | None] = [None] * len(article.text)
    # An outer attribution comes first; the words in a nested one are those of its speaker.
    for number, attribution in enumerate(article.attributions):
        for piece in attribution.content:
            holders[piece.start : piece.end] = [number] * (piece.end - piece.start)
    found: list[Attribution | None] = []
    for row in rows:
        bounds = [(first - start, end - start) for first, end in row["content"]]
        counts = Counter(number for first, end in bounds for number in holders[first:end] if number is not None)
        best, size = counts.most_common(1)[0] if counts else (0, 0)
        is_found = 2 * size > sum(end - first for first, end in bounds)
        found.append(article.attributions[best] if is_found else None)
    return found


def _count(row: Mapping[str, Any], attribution: Attribution | None, characters: Characters) -> SpeakerCounts:
    """Count one quotation."""
    speaker = None if attribution is None else attribution.speaker
    is_right = speaker is not None and characters.is_right(row["speaker"], speaker)
    return SpeakerCounts(1, attribution is not None, speaker is not None, is_right)


@app.command()
def score(
    pdnc: Annotated[Path, typer.Argument(help="File of PDNC.")],
    *,
    novel: Annotated[
        list[str] | None, typer.Option(help="Id of a novel to read; the held-out ones by default.")
    ] = None,
    model: Annotated[Path | None, typer.Option(help="Model folder; the model in the package by default.")] = None,
) -> None:
    """Print how many quotations have the right speaker, by novel and by what is beside them."""
    extractor = Extractor(model=model)
    total: dict[str, SpeakerCounts] = {}
    for row in map(json.loads, pdnc.read_text(encoding="utf-8").splitlines()):
        if row["id"] in (novel or HELD_OUT):
            counts = score_novel(row, extractor)
            _print(row["id"], counts)
            total = {
                kind: counts.get(kind, SpeakerCounts()) + total.get(kind, SpeakerCounts()) for kind in [*counts, *total]
            }
    _print("all", total)


def _print(name: str, counts: Mapping[str, SpeakerCounts]) -> None:
    every = {**dict(sorted(counts.items())), "all": sum(counts.values(), start=SpeakerCounts())}
    for kind, one in every.items():
        typer.echo(
            f"{name:28} {kind:16} {one.accuracy:.3f} of {one.total:5}, {one.precision:.3f} of {one.given:5} given"
        )


if __name__ == "__main__":
    app()
