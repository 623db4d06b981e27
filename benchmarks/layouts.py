"""
Running quotations in all layouts: how many are found as one attribution, with all paragraphs and the speaker.

A running quotation has an opening mark in each paragraph and a closing mark only in the last. The layouts vary its
paragraphs, where its cue is, its marks, and what follows; and in a long text, where the windows of the model end.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product

import attrs

from quotekit import Extractor
from quotekit.records import Attribution

PARAGRAPHS = (
    "The river rose by a metre in one night. We had never seen that before.",
    "Our boats were still tied to the lower quay when the ice came down.",
    "Nobody slept. Every family on the island carried sandbags until noon.",
    "Now the school is full of cattle and the church is full of hay.",
    "If the wind turns, we will open the second gate",
)
BEGINNING = "The dike is holding"
NAME = "Petra Holm"
COUNTS = (2, 3, 5)
MARKS = {"curly": "“”", "straight": '""', "guillemets": "«»"}
CUES = ("before", "inside", "after", "line before")
FOLLOWING = {
    "nothing": "",
    "narrative": "\n\nThe ferry did not run on Tuesday. Two roads were closed.",
    "quotation": "\n\n{open}We had no warning at all,{close} Otto Renn said.",
    "introduced quotation": "\n\nOtto Renn, a miller, said: {open}We had no warning at all.{close}",
    "statement": "\n\nOtto Renn said that the mill had lost its wheel.",
    "same speaker": "\n\nHolm said the island would need help in spring.",
}
FILLER = (
    "The bakery on Elm Lane has three ovens.",
    "Snow lay on the hills until April.",
    "Both trams ran empty.",
    "Nobody has painted the clock since the war.",
)
MAX_SENTENCES = 40


@attrs.frozen
class Layout:
    """A text with one running quotation by Petra Holm, and where the quotation is."""

    text: str
    #: Start and end of each piece of it, marks included.
    pieces: tuple[tuple[int, int], ...]
    #: What is varied, and how.
    traits: tuple[tuple[str, str], ...]


def lay_out(lead: str, marks: str, cue: str, paragraphs: tuple[str, ...], following: str) -> Layout:
    """
    Write a text with one running quotation.

    Args:
        lead: What comes before it.

        marks: An opening and a closing mark.

        cue: Where its cue is, one of :data:`CUES`.

        paragraphs: Its paragraphs, the last without a full stop.

        following: What follows, one of the values of :data:`FOLLOWING`.

    Returns:
        The text.
    """
    opening, closing = marks
    text, pieces = lead, []

    def quote(words: str, end: str) -> None:
        nonlocal text
        pieces.append((len(text), len(text) + len(opening + words + end)))
        text += opening + words + end

    if cue == "before":
        text += f"{NAME} said: "
    elif cue == "line before":
        text += f"{NAME}, the dike warden, talked about the long nights.\n\n"
    elif cue == "inside":
        quote(f"{BEGINNING},", closing)
        text += f" {NAME} said. "
    *others, last = paragraphs
    for paragraph in others:
        quote(paragraph, "")
        text += "\n\n"
    quote(last + ",."[cue != "after"], closing)
    text += f" {NAME} said." if cue == "after" else ""
    return Layout(text + following.format(open=opening, close=closing), tuple(pieces), ())


def short_layouts() -> Iterator[Layout]:
    """Yield each layout of a short text."""
    for count, cue, marks, following in product(COUNTS, CUES, MARKS, FOLLOWING):
        paragraphs = PARAGRAPHS[-count:]
        traits = (("paragraphs", str(count)), ("cue", cue), ("marks", marks), ("following", following))
        yield attrs.evolve(lay_out("", MARKS[marks], cue, paragraphs, FOLLOWING[following]), traits=traits)


def seams() -> Iterator[Layout]:
    """Yield texts that begin with more and more sentences, so that a window ends at each place of the quotation."""
    paragraphs = (*(part.rstrip(".") + "." for part in (PARAGRAPHS * 2)[:-1]), PARAGRAPHS[-1])
    for cue, count in product(CUES, range(MAX_SENTENCES)):
        lead = "".join(FILLER[i % len(FILLER)] + (" " if i % 3 else "\n\n") for i in range(count))
        lead = lead.rstrip() + ("\n\n" if lead else "")
        yield attrs.evolve(
            lay_out(lead, MARKS["curly"], cue, paragraphs, FOLLOWING["narrative"]), traits=(("seam", cue),)
        )


@attrs.frozen
class Result:
    """How much of a running quotation is found."""

    #: Whether each of its pieces is in the content of an attribution by its speaker.
    found: bool
    #: Whether its pieces are those of one attribution by its speaker, and nothing of it is in another.
    together: bool


def judge(extractor: Extractor, layout: Layout) -> Result:
    """
    Find the running quotation of a layout.

    Args:
        extractor: What finds it.

        layout: The text.

    Returns:
        How much of it is found.
    """
    article = extractor.extract(layout.text)
    start, end = layout.pieces[0][0], layout.pieces[-1][1]
    names = {speaker.id: speaker.name for speaker in article.speakers}
    holders = [a for a in article.attributions if any(p.start < end and start < p.end for p in a.content)]
    own = [{(p.start, p.end) for p in a.content} for a in holders if _speaker(a, names) == NAME]
    found = all(any(s <= low and high <= e for pieces in own for s, e in pieces) for low, high in layout.pieces)
    return Result(found, together=len(holders) == len(own) == 1 and own[0].issuperset(layout.pieces))


def _speaker(attribution: Attribution, names: dict[str, str | None]) -> str | None:
    speaker = attribution.speaker
    return None if speaker is None else names[speaker.id]


def main() -> None:
    """Print the rates of all layouts, by what is varied."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the layouts that are not found together")
    show = parser.parse_args().show
    extractor = Extractor()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind, layouts in (("short", short_layouts()), ("seams", seams())):
        for layout in layouts:
            result = judge(extractor, layout)
            for trait in (("all", kind), *layout.traits):
                counts[trait].update(tried=1, found=result.found, together=result.together)
            if show and not result.together:
                print(layout.traits, result.found, repr(layout.text))
    print(f"{'':33} {'found':>9} {'together':>9}")
    for (trait, value), count in sorted(counts.items()):
        found, together = count["found"] / count["tried"], count["together"] / count["tried"]
        print(f"{trait:<10} {value:<22} {found:>9.2f} {together:>9.2f}  of {count['tried']}")


if __name__ == "__main__":
    main()
