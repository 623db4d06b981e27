"""Scenes: the narration around turns, and who is named in it."""

from __future__ import annotations

import pytest

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.conversations.narration import Narration, read_narration
from quotekit.speakers.conversations.scenes import Scene, set_scenes
from quotekit.speakers.conversations.turns import find_turns
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Named
from quotekit.text import TextIndex
from tests.markup import parse

_LONG = "It rained. " * 50
#: Texts, the number of a turn, and the sizes of the narration that its scene has.
SIZES = {
    "all around": (
        "Ida rose.\n\nShe said {t1 “one”} and {t1 “two”} twice.",
        1,
        {"before": 8, "between": 3, "after": 6, "lead": 9, "gap": 9},
    ),
    "nothing around": ("{t1 “One.”}\n\n{t2 “Two.”}\n\n{t3 “Three.”}", 2, {}),
    "one after the other": ("{t1 “One,”} said Ida.\n\n{t2 “Two.”}", 2, {}),
    "in the same paragraph": ("{t1 “One,”} {s1 Ida} said; {t2 “two,”} {s2 Bo} said.", 2, {"before": 9, "after": 8}),
    "up to the next quotation": ("{t1 “One,”} {s1 Ida} said; {t2 “two,”} {s2 Bo} said.", 1, {"after": 9}),
    "two paragraphs": ("{t1 “One.”}\n\nIda rose.\n\nBo left.\n\n{t2 “Two.”}", 2, {"lead": 8, "gap": 19}),
    "long sides": (
        f"{_LONG}{{t1 “One.”}} {_LONG}{{t1 “Two.”}} {_LONG}",
        1,
        {"before": 399, "between": 398, "after": 398},
    ),
    "a long gap": (f"{{t1 “One.”}}\n\n{_LONG * 4}\n\n{{t2 “Two.”}}", 2, {"lead": 1497, "gap": 1497}),
    "a long quotation after": (
        f"{{t1 “One,”}} said {{s1 Ida}}. {{t2 “Two {_LONG}.”}} said {{s2 Bo}}.",
        1,
        {"after": 9},
    ),
}
#: Narration, who is named in it, who begins a sentence, and the rest of what is read.
NARRATION: dict[str, tuple[str, list[str], list[str], dict[str, object]]] = {
    "nobody": ("It rained.", [], [], {}),
    "subject": ("Ida Holm rose.", ["Ida Holm"], ["Ida Holm"], {}),
    "object": ("They saw Ida Holm.", ["Ida Holm"], [], {}),
    "no person": ("The Reef Fund met Ida Holm.", ["Ida Holm"], [], {}),
    "after a conjunction": ("It rained. But Ida Holm rose.", ["Ida Holm"], ["Ida Holm"], {}),
    "after a dash": ("It rained—Ida Holm rose.", ["Ida Holm"], ["Ida Holm"], {}),
    "at last": ("At last Ida Holm met Bo Ash.", ["Ida Holm", "Bo Ash"], ["Ida Holm"], {}),
    "pronouns": ("Then he saw her, and she left.", [], [], {"first_pronoun": "male", "last_pronoun": "female"}),
    "the author": ("I saw Ida Holm, my friend.", ["I", "Ida Holm", "I"], ["I"], {"first_person": (0, 1)}),
    "introduces": ("Ida Holm said: ", ["Ida Holm"], ["Ida Holm"], {"introduces": True}),
}


def _scenes(markup: str) -> list[Scene]:
    marked = parse(markup)
    index = TextIndex(marked.text)
    drafts = [Draft(marked.spans("t", number), source=marked.spans("s", number)) for number in marked.numbers("t")]
    discourse = Discourse(index, find_mentions(index), WeightedChooser(), contents=[draft.content for draft in drafts])
    return set_scenes(find_turns(drafts, discourse), discourse)


class TestSetScenes:
    """set_scenes()."""

    @pytest.mark.parametrize(("markup", "number", "expected"), SIZES.values(), ids=SIZES)
    def test_sizes(self, markup: str, number: int, expected: dict[str, int]) -> None:
        """Each stretch of narration ends where a quotation, a paragraph or the reach ends; space around is left out."""
        scene = _scenes(markup)[number - 1]
        sizes = {name: getattr(scene, name).size for name in ("before", "between", "after", "lead", "gap")}

        assert expected == {name: size for name, size in sizes.items() if size}
        assert scene.is_adjacent is ("gap" not in expected)


class TestReadNarration:
    """read_narration()."""

    @pytest.mark.parametrize(("text", "named", "subjects", "rest"), NARRATION.values(), ids=NARRATION)
    def test_people(self, text: str, named: list[str], subjects: list[str], rest: dict[str, object]) -> None:
        """The people named, those who begin a sentence, "he" and "she", "I", and a colon."""
        index = TextIndex(text)
        discourse = Discourse(index, find_mentions(index), WeightedChooser(), contents=[])
        numbers = {entity.name: Named(number) for number, entity in enumerate(discourse.entities)}
        people = {**numbers, "I": Author()}
        expected = Narration(
            tuple(people[name] for name in named), tuple(people[name] for name in subjects), size=len(text), **rest
        )

        assert expected == read_narration(0, len(text), discourse)
