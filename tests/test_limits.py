"""
Known limits of the shipped model: what a careful reader finds in each text, and the model does not.

Each kind of error is told of in ``docs/evaluation.md``. A case that begins to pass fails the run, and is then moved to
the other tests.
"""

from __future__ import annotations

from typing import Any

import pytest

import quotekit
from quotekit.attributions.draft import Draft
from quotekit.records import Attribution
from tests.helpers import drafts_of
from tests.markup import parse

#: Texts by kind of error; what must be found is marked as :mod:`tests.markup` documents.
MISSED = {
    "a noun stands for the statement": [
        "Nobody at the dock believed {s Olsen's} {c promise} {t to repaint the lighthouse}.",
        "{c Talk} {t that the bakery might move to Lund} has kept the street busy.",
    ],
    "content too long": [
        "{s The mayor} {c tells} visitors {t that the lake is clean} while quietly closing two of its beaches.",
        (
            "{t The new kiln}, {s the potter} {c said}, {t was her best so far}, although nobody has yet weighed a "
            "pot from it."
        ),
    ],
    "content too short": [
        (
            "{s The weavers} {c have portrayed} {t their foreman as a bully who inherited the looms, sold half of them "
            "and blamed the weather}."
        ),
        "{t A strike} {c was announced} {t for Friday and Saturday}, but most ferries sailed.",
    ],
    "wrong or missing source": [
        "Picture {s a baker}:\n\nSleeps until noon.\n\n{c Says} {t that her bread is fresh when it is a week old}.",
    ],
    "quotation without a cue of its own, headlines": [
        "{s The bishop}, asked about the roof, took it as a joke {c --} {t “God likes fresh air”} -- and moved on.",
        (
            "At Easter {s the paper} gave the mill a warm welcome{c :}\n\n{t It will bring bread and wages to the "
            "valley. It will do so without smoke.}\n\nIn June the mill burned down."
        ),
    ],
    "a topic, not a statement": [
        "Before lunch {s the teacher} {c went over} {t the rules for the trip}.",
        "{s She} {c changed the subject to} {t the price of hay}.",
    ],
    "support, opposition and other stands taken": [
        "Of the widows, {s 60 percent} {c would keep} {t the old pier}.",
        "{s The surgeon} {c was cool to} {t the merger of the two wards}.",
    ],
    "a thing speaks": [
        "{s The statute} {c sets out} {t when a ferry may leave without its captain}.",
        "He took in a guide to the marsh, {s which} {c tied} {t the fevers to the old canal}.",
    ],
    "nobody is named: passive and impersonal": [
        "{t The mill stopped turning in May}, {c as had been feared}.",
    ],
    "plain word of speech overlooked": [
        "{s A jury} that all {c agreed} {t the ferry was late} went home at ten.",
        "What {s the gazette} {c called} {t a palace} was a barn.",
    ],
}

#: Texts in which nobody says anything, by kind of error.
INVENTED = {
    "nobody is named: passive and impersonal": [
        "The smell of the tannery seemed to hang over the square.",
    ],
    "deeds, decisions and other things that are no statement": [
        "Senators blocked the bill in May, and the port closed.",
        "The governor released her tax returns in June.",
        "She has been reading “War and Peace” on the train since March.",
        'Lind reads "The Old Dam and the Sea" to her children.',
    ],
    "hypothetical, future or denied saying": [
        "If the guild considers the pier a danger, it will be closed.",
    ],
}


def limits(texts_by_kind: dict[str, list[str]]) -> list[Any]:
    """Return every text as a case that is known to fail."""
    return [
        pytest.param(
            text, id=f"{kind}, {number}", marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=kind)
        )
        for kind, texts in texts_by_kind.items()
        for number, text in enumerate(texts, start=1)
    ]


def parts(attribution: Attribution | Draft) -> tuple[str, str, str]:
    """Return source, cue and content of an attribution."""
    return attribution.source.text, attribution.cue.text, attribution.content.text


class TestExtract:
    """Attributions that are missed, and those found where there are none."""

    @pytest.mark.parametrize("markup", limits(MISSED))
    def test_finds_what_is_said(self, markup: str) -> None:
        """The marked attributions are among those found."""
        expected = parse(markup)
        found = {parts(one) for one in quotekit.extract(expected.text).attributions}

        assert set() == {parts(one) for one in drafts_of(expected)} - found

    @pytest.mark.parametrize("text", limits(INVENTED))
    def test_finds_nothing_where_nothing_is_said(self, text: str) -> None:
        """No attribution is found."""
        assert [] == [parts(one) for one in quotekit.extract(text).attributions]
