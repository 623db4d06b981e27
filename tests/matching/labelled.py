"""Statements as several outlets print them, as the files in ``data`` have them."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from quotekit.matching.clusters import group
from quotekit.matching.prints import Printed

__all__ = ["Labelled", "Scores", "read_labelled", "score_groups"]

DATA = Path(__file__).parent / "data"


class Labelled(NamedTuple):
    """A quotation and the utterance that it is of."""

    speaker: str
    text: str
    utterance: str


class Scores(NamedTuple):
    """How many of the pairs found are one utterance, and how many of those that are one are found."""

    precision: float
    recall: float


def read_labelled(name: str) -> list[Labelled]:
    """Read a file of speakers, each followed by three versions of one statement and another statement."""
    found: list[Labelled] = []
    speaker = ""
    for line in DATA.joinpath(name).read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition(": ")
        if label == "speaker":
            speaker = text
        elif line and not line.startswith("#"):
            found.append(Labelled(speaker, text, speaker + label.replace("b", "a").replace("c", "a")))
    return found


def score_groups(labelled: list[Labelled]) -> Scores:
    """Group all quotations together and count pairs."""
    prints = [Printed(str(at), "a1", said.text, ((0, 1),), said.speaker) for at, said in enumerate(labelled)]
    of = {member: number for number, members in enumerate(group(prints)) for member in members}
    pairs = list(combinations(range(len(labelled)), 2))
    found = {pair for pair in pairs if of[pair[0]] == of[pair[1]]}
    right = {pair for pair in pairs if labelled[pair[0]].utterance == labelled[pair[1]].utterance}
    return Scores(len(found & right) / len(found), len(found & right) / len(right))
