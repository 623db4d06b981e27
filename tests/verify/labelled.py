"""Quotations with their verdicts, as the files in ``data`` have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quotekit.verify import Verifier

__all__ = ["Labelled", "read_labelled", "share_right"]

DATA = Path(__file__).parent / "data"


class Labelled(NamedTuple):
    """A quotation and the verdict on it."""

    quotation: str
    source: str
    verdict: str


def read_labelled(name: str) -> list[Labelled]:
    """Read a file of sources, each followed by quotations with their verdicts."""
    found: list[Labelled] = []
    source = ""
    for line in DATA.joinpath(name).read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition(": ")
        text = text.replace(r"\n", "\n")
        if label == "source":
            source = text
        elif line and not line.startswith("#"):
            found.append(Labelled(text, source, label))
    return found


def share_right(pairs: Sequence[Labelled]) -> tuple[float, list[str]]:
    """Return the share of verdicts that are right, and a line for each wrong one."""
    wrong = []
    for quotation, source, verdict in pairs:
        given = Verifier(source).verify(quotation).verdict.value
        if given != verdict:
            wrong.append(f"{verdict} taken for {given}: {quotation}")
    return 1 - len(wrong) / len(pairs), wrong
