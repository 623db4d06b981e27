"""Turns of transcripts, by the labels of their lines."""

from __future__ import annotations

import pytest

from quotekit.attributions.transcripts import find_turns
from quotekit.names import find_mentions
from quotekit.text import TextIndex

_PROSE = "The ferry left the harbour at nine."
#: Texts, and the label and pieces of each turn.
TRANSCRIPTS = {
    "letters": (
        "Q. Was it cold?\nA. It was.",
        ["Q. | Was it cold?", "A. | It was."],
    ),
    "letters with colons": ("Q: Was it cold?\nA: It was.", ["Q: | Was it cold?", "A: | It was."]),
    "bold letters": ("**Q:** Was it cold?\n**A:** It was.", ["Q: | Was it cold?", "A: | It was."]),
    "names": (
        "IDA HOLM: Are you cold?\nBO ASH: I am.",
        ["IDA HOLM: | Are you cold?", "BO ASH: | I am."],
    ),
    "given names": ("Ida: Are you cold?\nCarl: I am.", ["Ida: | Are you cold?", "Carl: | I am."]),
    "titles": ("Mr RASK: I am cold.\nMs LOWE: So am I.", ["Mr RASK: | I am cold.", "Ms LOWE: | So am I."]),
    "offices": (
        "The CHAIRMAN: I am cold.\nThe CLERK: So am I.",
        ["The CHAIRMAN: | I am cold.", "The CLERK: | So am I."],
    ),
    "roles": (
        "Interviewer: Are you cold?\nSkipper: Very.",
        ["Interviewer: | Are you cold?", "Skipper: | Very."],
    ),
    "times": (
        "[10:22] Ida: Are you cold?\n[10:23] Carl: I am.",
        ["Ida: | Are you cold?", "Carl: | I am."],
    ),
    "places": ("Ida (Oslo): Are you cold?\nCarl (Moss): I am.", ["Ida: | Are you cold?", "Carl: | I am."]),
    "arrows": (">> Ida: Are you cold?\n>> Carl: I am.", ["Ida: | Are you cold?", "Carl: | I am."]),
    "wrapped lines": (
        "Ida: Are you\ncold?\nCarl: I\nam.",
        ["Ida: | Are you\ncold?", "Carl: | I\nam."],
    ),
    "paragraphs": (
        "Ida: Are you cold?\n\nI am.\n\nCarl: I am.\n\nYou know me.",
        ["Ida: | Are you cold? | I am.", "Carl: | I am. | You know me."],
    ),
    "directions": (
        "Ida: Are you cold?\n(Laughter.)\nI am.\n[Music]\nCarl: I am.\n* * *\nMs LOWE interjecting—",
        ["Ida: | Are you cold? | I am.", "Carl: | I am."],
    ),
    "prose behind": (
        f"Ida: Are you cold?\n\nCarl: I am.\n\nIda: So am I.\n\nCarl: You are?\n\n{_PROSE}",
        ["Ida: | Are you cold?", "Carl: | I am.", "Ida: | So am I.", "Carl: | You are?"],
    ),
    "prose in between": (
        f"Ida: Are you cold?\n\nCarl: I am.\n\n{_PROSE}\n\nIda: So am I.\n\nCarl: You are?",
        ["Ida: | Are you cold?", f"Carl: | I am. | {_PROSE}", "Ida: | So am I.", "Carl: | You are?"],
    ),
    "prose after one who speaks once": (
        f"Ida: Are you cold?\n\nCarl: I am.\n\nIda: So am I.\n\nCarl: You are?\n\nBo: Oh.\n\n{_PROSE}\n\nIda: Me, too.",
        [
            "Ida: | Are you cold?",
            "Carl: | I am.",
            "Ida: | So am I.",
            "Carl: | You are?",
            "Bo: | Oh.",
            "Ida: | Me, too.",
        ],
    ),
    "an empty turn": ("Ida: Are you cold?\nBo:\nCarl: I am.", ["Ida: | Are you cold?", "Carl: | I am."]),
    "an answer to a question": (
        "Weekly: Is it cold?\nHarbour Office: It is.",
        ["Weekly: | Is it cold?", "Harbour Office: | It is."],
    ),
    "subtitles": (
        "1\n00:00:01,000 --> 00:00:02,000\nIDA: Are you cold?\n\n2\n00:00:03,000 --> 00:00:04,000\nCARL: I am.",
        ["IDA: | Are you cold?", "CARL: | I am."],
    ),
}
#: Texts with labelled lines that are no transcripts.
OTHERS = {
    "one speaker": "Ida: Are you cold?\nIda: I am.",
    "prices": "Tea: 3 pounds\nCoffee: 4 pounds",
    "no sentences": "Ida: cold\nCarl: warm",
    "nobody asks": "Q. It was cold.\nA. It was.",
    "answers alone": "A. Are you cold?\nB: I am.",
    "nobody is addressed": "Ida: It rained.\nCarl: It poured.",
    "no people": "The price: I say it is cold.\nThat size: You go slowly.",
    "a clause": "The mayor said: Are you cold?\nCarl: I am.",
    "too many words": "The head of the harbour office there: Are you cold?\nCarl: I am.",
    "a small letter": "ida: Are you cold?\nCarl: I am.",
    "far apart": "Ida: Are you cold?\n" + "It rained.\n" * 13 + "Carl: I am.",
    "an address": "Https://a.example\nCarl: I am cold.",
    "a time": "At 10:22 it rained.\nCarl: I am cold.",
    "a mark at the end of the label": "Ida Holm, : Are you cold?\nCarl: I am.",
    "prose in a short one": f"Weather: I say it is cold.\n\n{_PROSE}\n\nIda: You go slowly.",
    "quoted": "Ida: It was “I am”.\nCarl: It was “you are”.",
}


def _turns(text: str) -> list[str]:
    index = TextIndex(text)
    people = [mention.start for mention in find_mentions(index) if mention.is_personal]
    return [
        " | ".join(
            [
                text[slice(*turn.label)] + (text[slice(*turn.colon)] if turn.colon else text[turn.label[1]]),
                *(text[slice(*piece)] for piece in turn.pieces),
            ]
        )
        for turn in find_turns(index, people)
    ]


class TestFindTurns:
    """find_turns()."""

    @pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS.values(), ids=TRANSCRIPTS)
    def test_turns(self, text: str, expected: list[str]) -> None:
        """Each turn has a label, and the paragraphs until the next one speaks or the writer goes on."""
        assert expected == _turns(text)

    @pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
    def test_others(self, text: str) -> None:
        """Lists, and prose with colons, have no turns."""
        assert [] == _turns(text)
