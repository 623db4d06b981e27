"""The stance of an attribution, on sentences with their stances."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import quotekit
from quotekit.attributions.describe import stance_of
from quotekit.attributions.draft import Draft
from quotekit.records import Stance
from quotekit.text import TextIndex
from tests.markup import parse

HERE = Path(__file__).parent


def sentences(name: str) -> list[tuple[Stance, str]]:
    """Return the sentences of a file, each with its stance."""
    lines = HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(Stance(stance), markup) for stance, markup in pairs]


def found(markup: str) -> Stance:
    """Return the stance that is found for a marked attribution."""
    marked = parse(markup)
    draft = Draft(marked.spans("t"), marked.spans("c"), marked.spans("s"))
    return stance_of(TextIndex(marked.text), draft)


@pytest.mark.parametrize(
    ("name", "least"), [("stances.txt", 0.97), ("stances_held_out.txt", 0.95)], ids=["open", "held out"]
)
def test_sentences(name: str, least: float) -> None:
    """Nearly all stances are right, also of sentences that the tables were not made for."""
    labelled = sentences(name)
    right = sum(stance is found(markup) for stance, markup in labelled)

    assert right >= least * len(labelled)


@pytest.mark.parametrize(("name", "least"), [("stances_read.txt", 100), ("stances_later.txt", 44)])
def test_read(name: str, least: int) -> None:
    """Most stances are right of attributions that the model finds, counting what it does not find as wrong."""
    lines = HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    extracted = quotekit.Extractor().pipe(text for _, text, _ in rows)
    stances = [
        next((a.stance.value for a in article.attributions if cue in a.cue.text), None)
        for article, (_, _, cue) in zip(extracted, rows, strict=True)
    ]
    right = sum(stance == row[0] for stance, row in zip(stances, rows, strict=True))

    assert least <= len(rows)
    assert right >= 0.9 * len(rows)


def test_all_stances() -> None:
    """Every stance has sentences, and none of them is in both files."""
    labelled = [*sentences("stances.txt"), *sentences("stances_held_out.txt")]

    assert set(Stance) == {stance for stance, _ in labelled}
    assert len(labelled) >= 300
    assert {1} == set(Counter(markup for _, markup in labelled).values())


@pytest.mark.parametrize(
    ("markup", "stance"),
    [
        ("Holm: {t Stay off the dunes}", Stance.DEMANDED),
        ("{s Holm}{c :} {t “Will it rain?”}", Stance.ASKED),
        ("{t Residents} {c were told} {t to leave}.", Stance.DEMANDED),
        ("{t The plan}, {s Holm} {c hopes}, {t will fail}.", Stance.HOPED),
        ("{s Holm} {c called} yesterday in Oslo for {t a strike}.", Stance.ASSERTED),
    ],
    ids=["no cue", "colon", "two pieces", "inside", "phrase out of reach"],
)
def test_places(markup: str, stance: Stance) -> None:
    """The words behind the cue and all pieces of the content are read."""
    assert stance is found(markup)
