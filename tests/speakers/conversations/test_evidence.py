"""The evidence for the speakers of turns: whole rows for short dialogues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.conversations.evidence import Evidence
from quotekit.speakers.conversations.scenes import set_scenes
from quotekit.speakers.conversations.turns import find_turns
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Named, Referent
from quotekit.speakers.resolve import apply_sieves
from quotekit.text import TextIndex
from tests.markup import parse
from tests.speakers.asking import read_row, shown

#: Dialogues, and for some of their turns: the number of the turn, the speakers before it, and candidates' features.
ROWS: dict[str, tuple[str, list[tuple[int, list[str | None], dict[str, str]]]]] = {
    "two take turns": (
        (
            "{t1 “You are late, Karl,”} said {s1 Ida}.\n\n"
            "{t2 “The bridge was shut,”} said {s2 Karl}.\n\n"
            "{t3 “Did you tell Mia, sir?”}\n\n"
            "{t4 “Not yet.”} {s4 He} sat down. {t4 “Ida, my dear lady, did you?”}\n\n"
            "{t5 “I was busy,”} said {s5 Ida}."
        ),
        [
            (
                3,
                ["Ida", "Karl"],
                {
                    "Ida": (
                        "next has other gender; even turns to name: same; nothing: 2 turns to name: same; "
                        "addresses other gender; addressed after adjacent; addressed after by own gender; "
                        "previous after others; nothing: prior other; nothing: Named; anchors = 1.1; distance = "
                        "0.34; narrated near = 0.69; narrated = 0.55; kind unknown; recent count = 0.17; nothing:"
                        " second adjacent; second, named"
                    ),
                    "Karl": (
                        "next has same gender; even turns to name: other; nothing: 2 turns to name: other; "
                        "addresses same gender; addressed two before; addressed after by other gender; previous "
                        "after named; previous after last; nothing: prior; prior introduced quotation; nothing: "
                        "Named; anchors = 0.69; distance = 0.07; narrated near = 0.69; narrated = 0.35; kind "
                        "unknown; recent count = 0.17; nothing: previous adjacent; previous, bare turn; beside "
                        "previous"
                    ),
                    "Mia": (
                        "next has other gender; even turns to name: other; nothing: 2 turns to name: other; "
                        "mentions self; addresses other gender; addressed after by own gender; previous after "
                        "others; nothing: prior other; nothing: Named; never named beside a turn; distance = 5; "
                        "never narrated; kind unknown"
                    ),
                },
            ),
            (
                4,
                ["Ida", "Karl", "Ida"],
                {
                    "Ida": (
                        "pronoun: next named adjacent; odd turns to name: same; pronoun: 1 turns to name: same; "
                        "addresses self; addresses same gender; addressed before adjacent by other gender; "
                        "pronoun: between pronoun differs; pronoun: between last pronoun differs; pronoun: gender"
                        " differs; pronoun: prior other; pronoun: Named; anchors = 1.1; distance = 0.51; narrated"
                        " near = 0.69; narrated = 0.55; kind unknown; recent count = 0.33; pronoun: previous "
                        "adjacent"
                    ),
                    "Karl": (
                        "odd turns to name: other; pronoun: 1 turns to name: other; addresses another; addresses "
                        "other gender; addressed before adjacent by own gender; pronoun: between pronoun agrees; "
                        "pronoun: between last pronoun agrees; pronoun: gender agrees; pronoun: prior; prior he "
                        "or she; pronoun: Named; anchors = 0.69; distance = 0.29; narrated near = 0.69; narrated "
                        "= 0.35; kind unknown; recent count = 0.17; pronoun: second adjacent; second, named"
                    ),
                },
            ),
        ],
    ),
    "narration": (
        (
            "Karl opened the gate. Ida stood in the road.\n\n"
            "{t1 “Good evening,”} said {s1 Karl}. Then Ida smiled at him for a long time, and nobody said"
            " another word that day.\n\n"
            "{t2 “You came back, old man.”}\n\n"
            "The lamp had burned low. At last Karl turned to me, and he said:\n\n"
            "{t3 “Sit down, Ida.”}\n\n"
            "{t4 “Thank you.”}"
        ),
        [
            (
                2,
                ["Karl"],
                {
                    "Karl": (
                        "addresses same gender; previous after named; nothing: Named; anchors = 0.69; distance = "
                        "0.62; narrated near = 1.1; narrated = 0.69; kind unknown; recent count = 0.17; nothing: "
                        "previous adjacent; previous, bare turn; previous, long tail; beside previous"
                    ),
                    "Ida": (
                        "addresses other gender; addressed after apart; previous after named; previous after "
                        "first subject; previous after last subject; previous after last; nothing: Named; never "
                        "named beside a turn, addressed; distance = 0.56; narrated near = 1.1; narrated = 0.55; "
                        "kind unknown; beside previous"
                    ),
                },
            ),
            (
                3,
                ["Karl", "Ida"],
                {
                    "Karl": (
                        "addresses another; addressed before apart by own gender; nothing: lead named; nothing: "
                        "lead first subject; nothing: lead last subject; nothing: lead introduces; nothing: lead "
                        "last pronoun agrees; in gap; nothing: Named; anchors = 0.69; distance = 0.29; narrated "
                        "near = 1.39; narrated = 0.69; kind unknown; recent count = 0.17; nothing: second apart; "
                        "second, named"
                    ),
                    "Ida": (
                        "addresses self; addressed before apart by other gender; nothing: lead others; nothing: "
                        "lead last pronoun differs; nothing: Named; never named beside a turn, addressed; "
                        "distance = 0.99; narrated near = 1.1; narrated = 0.55; kind unknown; recent count = "
                        "0.17; nothing: previous apart"
                    ),
                    "I": (
                        "addresses another; nothing: lead named; nothing: lead last; nothing: lead introduces; in"
                        " gap; nothing: Author"
                    ),
                },
            ),
            (
                4,
                ["Karl", "Ida", "Karl"],
                {
                    "Ida": (
                        "addressed before adjacent; nothing: Named; never named beside a turn, addressed; "
                        "distance = 1.05; narrated near = 1.1; narrated = 0.55; kind unknown; recent count = "
                        "0.17; nothing: second half adjacent"
                    ),
                    "Karl": (
                        "nothing: Named; anchors = 0.69; distance = 0.41; narrated near = 1.39; narrated = 0.69; "
                        "kind unknown; recent count = 0.33; nothing: previous adjacent; previous, bare turn"
                    ),
                },
            ),
        ],
    ),
    "a doctor": (
        (
            "Dr. Lund came in with Bo Ash, an old sailor. A nurse was with them.\n\n"
            "{t1 “Sit down,”} said {s1 the doctor}.\n\n"
            "{t2 “Why?”} asked {s2 the sailor}. {t2 “I am not ill, doctor.”}\n\n"
            "{t3 “You will be,”} {s3 she} said.\n\n"
            "{t4 “Well, Bo?”} Lund asked.\n\n"
            "{t5 “I will not stay.”}\n\n"
            "{t6 “Yes, you will.”}"
        ),
        [
            (
                1,
                [],
                {
                    "Lund": (
                        "noun: lead named; noun: lead first subject; noun: lead last subject; in gap; noun: "
                        "prior; prior description of a person; role; noun: Named; never named beside a turn; "
                        "distance = 0.52; narrated near = 0.69; narrated = 0.55"
                    ),
                    "Bo Ash": (
                        "noun: lead named; noun: lead last; in gap; noun: prior other; noun: Named; never named "
                        "beside a turn, addressed; distance = 0.39; narrated near = 0.69; narrated = 0.35"
                    ),
                },
            ),
            (
                2,
                [None],
                {
                    "Bo Ash": (
                        "next has same gender; noun: prior; prior description of a person; role; noun: Named; "
                        "never named beside a turn, addressed; distance = 0.57; narrated near = 0.69; narrated = "
                        "0.35"
                    ),
                    "Lund": (
                        "noun: prior other; noun: Named; never named beside a turn; distance = 0.69; narrated "
                        "near = 0.69; narrated = 0.55"
                    ),
                    "sailor": ("noun: prior other; described beside; noun: Described"),
                },
            ),
            (
                3,
                ["Lund", "sailor"],
                {
                    "Lund": (
                        "pronoun: gender unknown; pronoun: prior other; pronoun: Named; never named beside a "
                        "turn; distance = 0.91; narrated near = 0.69; narrated = 0.55; recent count = 0.17; "
                        "pronoun: second adjacent"
                    ),
                    "Bo Ash": (
                        "addressed after adjacent; pronoun: after pronoun agrees; pronoun: after last pronoun "
                        "agrees; pronoun: gender agrees; pronoun: prior; prior he or she; pronoun: Named; never "
                        "named beside a turn, addressed; distance = 0.82; narrated near = 0.69; narrated = 0.35"
                    ),
                    "nurse": ("pronoun: gender unknown; pronoun: prior other; pronoun: Described"),
                },
            ),
            (
                5,
                ["Lund", None, "Lund", "Bo Ash", "Lund", "Bo Ash"],
                {
                    "Lund": (
                        "previous after named; previous after first subject; previous after last subject; "
                        "previous after last; nothing: prior; prior introduced quotation; nothing: Named; never "
                        "named beside a turn; distance = 0.12; narrated near = 1.1; narrated = 0.55; recent count"
                        " = 0.5; nothing: second adjacent; second, alternating; beside previous"
                    ),
                    "Bo Ash": (
                        "addressed before adjacent; previous after others; nothing: prior other; nothing: Named; "
                        "never named beside a turn, addressed; distance = 1.02; narrated near = 0.69; narrated = "
                        "0.35; recent count = 0.33; nothing: previous adjacent; previous, bare turn"
                    ),
                },
            ),
        ],
    ),
    "long": (
        (
            "{t1 “One,”} said {s1 Ida}.\n\n"
            "{t2 “Two.”}\n\n"
            "{t3 “Three,”} said {s3 Bo Ash}.\n\n"
            "{t4 “Four,”} said {s4 Karl}.\n\n"
            "{t5 “Five.”}\n\n"
            "{t6 “Six,”} {s6 he} said.\n\n"
            "{t7 “Seven,”} said {s7 Karl}."
        ),
        [
            (
                5,
                ["Ida", None, "Bo Ash", "Karl"],
                {
                    "Ida": (
                        "next has other gender; even turns to name: other; nothing: 2 turns to name: other; "
                        "previous after others; nothing: prior other; nothing: Named; anchors = 0.69; distance = "
                        "0.45; narrated near = 0.69; narrated = 0.35; kind unknown; recent count = 0.17; nothing:"
                        " spoke 4 turns before"
                    ),
                    "Bo Ash": (
                        "even turns to name: other; nothing: 2 turns to name: other; previous after others; "
                        "nothing: prior other; nothing: Named; anchors = 0.69; distance = 0.25; narrated near = "
                        "0.69; narrated = 0.35; recent count = 0.17; nothing: second adjacent; second, named"
                    ),
                    "Karl": (
                        "next has same gender; even turns to name: same; nothing: 2 turns to name: same; previous"
                        " after named; previous after last; nothing: prior; prior introduced quotation; nothing: "
                        "Named; anchors = 1.1; distance = 0.07; narrated near = 0.69; narrated = 0.55; kind "
                        "unknown; recent count = 0.17; nothing: previous adjacent; previous, bare turn; beside "
                        "previous"
                    ),
                },
            ),
            (
                6,
                ["Ida", None, "Bo Ash", "Karl", "Bo Ash"],
                {
                    "Ida": (
                        "odd turns to name: other; pronoun: 1 turns to name: other; pronoun: after pronoun "
                        "differs; pronoun: after last pronoun differs; pronoun: gender differs; pronoun: prior "
                        "other; pronoun: Named; anchors = 0.69; distance = 0.51; narrated near = 0.69; narrated ="
                        " 0.35; kind unknown; recent count = 0.17; pronoun: spoke 5 turns before"
                    ),
                    "Karl": (
                        "pronoun: next named adjacent; odd turns to name: same; pronoun: 1 turns to name: same; "
                        "pronoun: after pronoun agrees; pronoun: after last pronoun agrees; pronoun: gender "
                        "agrees; pronoun: prior; prior he or she; pronoun: Named; anchors = 1.1; distance = 0.15;"
                        " narrated near = 0.69; narrated = 0.55; kind unknown; recent count = 0.17; pronoun: "
                        "second adjacent; second, named"
                    ),
                    "Bo Ash": (
                        "odd turns to name: other; pronoun: 1 turns to name: other; pronoun: gender unknown; "
                        "pronoun: prior other; pronoun: Named; anchors = 0.69; distance = 0.32; narrated near = "
                        "0.69; narrated = 0.35; recent count = 0.33; pronoun: previous adjacent"
                    ),
                },
            ),
        ],
    ),
    "a long gap": (
        (
            "{t1 “One,”} said {s1 Ida}.\n\n"
            "The rain fell on the old stone houses of the harbour all night long. The rain fell on the "
            "old stone houses of the harbour all night long. The rain fell on the old stone houses of the"
            " harbour all night long. The rain fell on the old stone houses of the harbour all night "
            "long. The rain fell on the old stone houses of the harbour all night long. The rain fell on "
            "the old stone houses of the harbour all night long. \n\n"
            "{t2 “Two.”}\n\n"
            "{t3 “Three,”} said {s3 Reef Fund}.\n\n"
            "{t4 “Four.”}"
        ),
        [
            (
                2,
                ["Ida"],
                {
                    "Ida": (
                        "odd turns to name: other; nothing: 1 turns to name: other; nothing: Named; anchors = "
                        "0.69; distance = 1.65; narrated near = 0.69; narrated = 0.35; kind unknown; recent count"
                        " = 0.17; nothing: previous apart; previous, long gap"
                    ),
                    "Reef Fund": (
                        "nothing: next named adjacent; odd turns to name: same; nothing: 1 turns to name: same; "
                        "nothing: Named; anchors = 0.69; distance = 5; narrated = 0.35; not a person"
                    ),
                },
            ),
            (
                4,
                ["Ida", "Ida", "Reef Fund"],
                {
                    "Ida": (
                        "nothing: Named; anchors = 0.69; distance = 1.72; narrated near = 0.69; narrated = 0.35; "
                        "kind unknown; recent count = 0.33; nothing: second adjacent"
                    ),
                    "Reef Fund": (
                        "nothing: Named; anchors = 0.69; distance = 0.11; narrated near = 0.69; narrated = 0.35; "
                        "not a person; recent count = 0.17; nothing: previous adjacent; previous, bare turn"
                    ),
                },
            ),
        ],
    ),
    "another's turn": (
        (
            "{t1 “One,”} said {s1 Ida}.\n\n"
            "{t2 “Two,”} said {s2 Karl}.\n\n"
            "{t3 “Three.”}\n\n"
            "{t4 “Four.”}\n\n"
            "{t5 “Five.”}\n\n"
            "Karl laughed.\n\n"
            "{t6 “Six.”}"
        ),
        [
            (
                5,
                ["Ida", "Karl", "Ida", "Karl"],
                {
                    "Ida": (
                        "nothing: Named; anchors = 0.69; distance = 0.36; narrated near = 0.69; narrated = 0.35; "
                        "kind unknown; recent count = 0.33; nothing: second adjacent; second, alternating"
                    ),
                    "Karl": (
                        "nothing: Named; anchors = 0.69; distance = 0.23; narrated near = 0.69; narrated = 0.55; "
                        "kind unknown; recent count = 0.33; nothing: previous adjacent; previous, bare turn"
                    ),
                },
            ),
            (
                6,
                ["Ida", "Karl", "Ida", "Karl", "Ida"],
                {
                    "Ida": (
                        "nothing: lead others; nothing: prior other; nothing: Named; anchors = 0.69; distance = "
                        "0.52; narrated near = 0.69; narrated = 0.35; kind unknown; recent count = 0.5; nothing: "
                        "previous apart"
                    ),
                    "Karl": (
                        "nothing: lead named; nothing: lead first subject; nothing: lead last subject; nothing: "
                        "lead last; in gap; nothing: lead only; nothing: prior; prior introduced quotation; "
                        "nothing: Named; anchors = 0.69; distance = 0.14; narrated near = 1.1; narrated = 0.55; "
                        "kind unknown; recent count = 0.33; nothing: second apart; second, alternating"
                    ),
                },
            ),
        ],
    ),
}


def _referent(name: str | None, discourse: Discourse) -> Referent | None:
    """Return who has a name; the narrator for "I", and somebody without a name for a noun."""
    if name is None:
        return None
    if name == "I":
        return Author()
    named = [Named(number) for number, entity in enumerate(discourse.entities) if entity.name == name]
    return named[0] if named else Described(SpeakerKind.UNNAMED, (name,))


class TestFeatures:
    """Evidence.features()."""

    @pytest.mark.parametrize(("markup", "turns"), ROWS.values(), ids=ROWS)
    def test_rows(self, markup: str, turns: Sequence[tuple[int, Sequence[str | None], Mapping[str, str]]]) -> None:
        """A row has every feature of a candidate, and no other."""
        marked = parse(markup)
        index = TextIndex(marked.text)
        drafts = [Draft(marked.spans("t", number), source=marked.spans("s", number)) for number in marked.numbers("t")]
        discourse = Discourse(
            index, find_mentions(index), WeightedChooser(), contents=[draft.content for draft in drafts]
        )
        apply_sieves(drafts, discourse)
        evidence = Evidence(set_scenes(find_turns(drafts, discourse), discourse), discourse)
        for number, names, expected in turns:
            speakers = [_referent(name, discourse) for name in names]
            for name, row in expected.items():
                candidate = _referent(name, discourse)
                assert candidate is not None
                assert read_row(row) == shown(evidence.features(number - 1, candidate, speakers))
