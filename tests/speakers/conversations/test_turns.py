"""Turns: the quotations of one speaker in a paragraph."""

from __future__ import annotations

import pytest

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.conversations.paragraphs import Paragraphs
from quotekit.speakers.conversations.turns import Turn, find_turns
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Named
from quotekit.speakers.resolve import apply_sieves
from quotekit.text import TextIndex
from tests.markup import parse

#: Texts, and their turns: which quotations each has, and who or what is beside them.
TURNS = {
    "a name": ("{t1 “One,”} said {s1 Ida Holm}.", ["1: Ida Holm"]),
    "nothing": ("{t1 “One.”}", ["1: nothing"]),
    "two of one": ("{t1 “One,”} said {s1 Ida Holm}. {t2 “Two.”}", ["1 2: Ida Holm"]),
    "one before a name": ("{t1 “One.”} {t2 “Two,”} said {s2 Ida Holm}.", ["1 2: Ida Holm"]),
    "two by one name": ("{t1 “One,”} said {s1 Ida Holm}. {t2 “Two,”} said {s2 Holm}.", ["1 2: Ida Holm"]),
    "two of two": ("{t1 “One,”} said {s1 Ida Holm}. {t2 “Two,”} said {s2 Bo Ash}.", ["1: Ida Holm", "2: Bo Ash"]),
    "two paragraphs": ("{t1 “One,”} said {s1 Ida Holm}.\n\n{t2 “Two.”}", ["1: Ida Holm", "2: nothing"]),
    "a pronoun": ("Ida Holm rose. {t1 “One,”} {s1 she} said.", ["1: she, female"]),
    "another form": ("Ida Holm rose. {t1 “One,”} I heard from {s1 her}.", ["1: her, female"]),
    "the same pronoun": ("{t1 “One,”} {s1 she} said. {t2 “Two,”} {s2 she} said.", ["1 2: she, female"]),
    "another pronoun": (
        "{t1 “One,”} {s1 she} said. {t2 “Two,”} {s2 he} said.",
        ["1: she, female", "2: he, male"],
    ),
    "a pronoun after a name": ("{t1 “One,”} said {s1 Ida Holm}. {t2 “Two,”} {s2 she} said.", ["1 2: Ida Holm"]),
    "a name after a pronoun": (
        "{t1 “One,”} {s1 she} said. {t2 “Two,”} said {s2 Ida Holm}.",
        ["1: she, female", "2: Ida Holm"],
    ),
    "they": ("{t1 “One,”} {s1 they} said.", ["1: something else"]),
    "I": ("{t1 “One,”} {s1 I} said.", ["1: the author"]),
    "a noun": ("{t1 “One,”} said {s1 the guest}.", ["1: guest (guest)"]),
    "a noun with a gender": ("{t1 “One,”} said {s1 an old woman}.", ["1: woman, female (old woman)"]),
    "a noun alone": ("{t1 “One,”} said {s1 Mother}.", ["1: mother, female (mother)"]),
    "two nouns": (
        "{t1 “One,”} said {s1 the guest}. {t2 “Two,”} said {s2 the host}.",
        ["1: guest (guest)", "2: host (host)"],
    ),
    "several": ("{t1 “One,”} said {s1 the guests}.", ["1: something else"]),
    "a clause": ("{t1 “One,”} said {s1 he who had come late}.", ["1: he, male"]),
    "not quoted": ("{s1 Ida Holm} said {t1 so}. {t2 “Two.”}", ["2: nothing"]),
    "half quoted": ("{t1 So and} {t1 “One,”} said {s1 Ida Holm}. {t2 “Two.”}", ["2: nothing"]),
    "a name within": ("{t1 “One, said {s1 Ida Holm}, two.”}", ["1: nothing"]),
    "a noun within": ("{t1 “One, said {s1 the guest}, two.”}", ["1: nothing"]),
    "a long description": (
        "{t1 “One,”} said {s1 the old keeper of the lighthouse on the rocks in front of the harbour of an island}.",
        [
            "1: keeper (old keeper of the lighthouse on the rocks in front of the harbour of an island)",
        ],
    ),
    "a source right behind": ("{t1 “One”}{s1 Ida Holm}", ["1: Ida Holm"]),
}
#: Texts whose paragraphs are lines, or blocks between blank lines; the number of the paragraph of the last character.
PARAGRAPHS = {
    "blank lines": ("One.\n\nTwo.", 1),
    "lines": ("One.\nTwo.\nThree.", 2),
    "wrapped lines": ("One goes\non and\non.", 0),
    "half of the lines": ("One.\nTwo goes\non.", 0),
    "most of the lines": ("One.\nTwo.\nThree goes\non.", 3),
}


def _shown(turn: Turn, discourse: Discourse) -> str:
    """Return what a turn has, in a line."""
    anchor, noun = turn.anchor, turn.pronoun or turn.noun
    if isinstance(anchor, Named):
        beside = discourse.entities[anchor.entity].name
    elif isinstance(anchor, Author):
        beside = "the author"
    elif noun is not None:
        beside = noun if turn.gender is None else f"{noun}, {turn.gender}"
    else:
        beside = "something else" if turn.source else "nothing"
    assert turn.is_open is (noun is not None or turn.source is None)
    described = f" ({' '.join(turn.described.words)})" if isinstance(turn.described, Described) else ""
    return f"{' '.join(str(number + 1) for number in turn.drafts)}: {beside}{described}"


class TestFindTurns:
    """find_turns()."""

    @pytest.mark.parametrize(("markup", "expected"), TURNS.values(), ids=TURNS)
    def test_turns(self, markup: str, expected: list[str]) -> None:
        """Quotations of a paragraph are one turn unless their sources differ."""
        marked = parse(markup)
        index = TextIndex(marked.text)
        drafts = [Draft(marked.spans("t", number), source=marked.spans("s", number)) for number in marked.numbers("t")]
        discourse = Discourse(
            index, find_mentions(index), WeightedChooser(), contents=[draft.content for draft in drafts]
        )
        apply_sieves(drafts, discourse)
        turns = find_turns(drafts, discourse)

        assert expected == [_shown(turn, discourse) for turn in turns]
        for turn in turns:
            quotations = [piece for number in turn.drafts for piece in drafts[number].content]
            assert [(piece.start, piece.end) for piece in quotations] == [*turn.quotations]
            assert (quotations[0].start, quotations[-1].end) == (turn.start, turn.end)

    def test_nested(self) -> None:
        """A quotation inside another is no turn."""
        marked = parse("{t1 “One ‘{t2 two}’ three.”}")
        index = TextIndex(marked.text)
        drafts = [Draft(marked.spans("t", 1)), Draft(marked.spans("t", 2), parent=0)]
        discourse = Discourse(index, (), WeightedChooser(), contents=[draft.content for draft in drafts])

        assert [(0,)] == [turn.drafts for turn in find_turns(drafts, discourse)]


class TestParagraphs:
    """Paragraphs."""

    @pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
    def test_number(self, text: str, expected: int) -> None:
        """Lines are paragraphs if most of those without a blank one below end where a sentence ends."""
        paragraphs = Paragraphs(TextIndex(text))

        assert expected == paragraphs.number_at(len(text) - 1)
        assert paragraphs.bounds(expected) == (paragraphs.start_at(len(text) - 1), paragraphs.end_at(len(text) - 1))
        assert len(text) == paragraphs.end_at(len(text) - 1)
