"""New descriptions of the person in focus, by the sieve for them alone."""

from __future__ import annotations

import pytest

from quotekit.speakers.sieves.epithets import epithet
from tests.speakers.asking import decide_last

PERSONS = {
    "who acted": ("Carl Dray left. {s The painter} said {t so}.", "Carl Dray"),
    "this": ("Carl Dray left. {s This painter} said {t so}.", "Carl Dray"),
    "two sentences before": ("Carl Dray left. It rained. {s The painter} said {t so}.", "Carl Dray"),
    "the same": ("{s1 Carl Dray} said {t1 no}. {s2 The same painter} said {t2 so}.", "Carl Dray"),
    "in the same sentence": ("Carl Dray left, and then {s the painter} said {t so}.", "Carl Dray"),
    "gender": ("Ida Holm met Carl Dray. {s The policewoman} said {t so}.", "Ida Holm"),
    "with a role": ("Baker Carl Dray left. {s The old painter} said {t so}.", "Carl Dray"),
    "another role with a home": ("The French painter Carl Dray left. {s The sculptor} said {t so}.", "Carl Dray"),
}
NOBODY = {
    "a": "Carl Dray left. {s A painter} said {t so}.",
    "an owner": "Carl Dray left. {s The Reef Fund's painter} said {t so}.",
    "of": "Carl Dray left. {s The painter of the Reef Fund} said {t so}.",
    "two": "Carl Dray left. {s The painter and his guest} said {t so}.",
    "a name": "Carl Dray left. {s Carl Dray} said {t so}.",
    "a body": "Carl Dray left. {s The bank} said {t so}.",
    "in a report": "{s1 Carl Dray} said {t1 that {s2 the painter} knew {t2 it}}.",
    "a relation": "Carl Dray left. {s The lawyer} said {t so}.",
    "an insider": "Carl Dray left. {s The insider} said {t so}.",
    "a boss": "Carl Dray left. {s The employer} said {t so}.",
    "a party": "Carl Dray left. {s The Republican} said {t so}.",
    "an office": "Carl Dray left. {s The mayor} said {t so}.",
    "restated": "Carl Dray left. {s The billionaire} said {t so}.",
    "a people": "Carl Dray left. {s The Frenchman} said {t so}.",
    "an age": "Carl Dray left. {s The 30-year-old painter} said {t so}.",
    "another": "Carl Dray left. {s The second painter} said {t so}.",
    "mentioned before": "A painter came. Carl Dray left. {s The painter} said {t so}.",
    "several before": "The painters came. Carl Dray left. {s The painter} said {t so}.",
    "two in focus": "Carl Dray and Bo Ash left. {s The painter} said {t so}.",
    "nobody": "It rained. {s The painter} said {t so}.",
    "too far": "Carl Dray left. It rained. It froze. {s The painter} said {t so}.",
    "only in the words": "{t Carl Dray left}, {s the painter} said.",
    "another one nearer": "Carl Dray left. With Bo Ash, {s the painter} said {t so}.",
    "the same, nobody before": "Carl Dray left. {s The same painter} said {t so}.",
    "the same after a body": "{s1 The Reef Fund} said {t1 no}. {s2 The same painter} said {t2 so}.",
    "the same after a nurse": "{s1 A nurse} said {t1 no}. {s2 The same painter} said {t2 so}.",
    "another role of the kind": "Carl Dray, the French painter, left. {s The German painter} said {t so}.",
}


class TestEpithet:
    """epithet()."""

    @pytest.mark.parametrize(("markup", "expected"), PERSONS.values(), ids=PERSONS)
    def test_person(self, markup: str, expected: str) -> None:
        """A new noun is of whoever has just spoken or acted."""
        assert expected == decide_last(epithet, markup)

    @pytest.mark.parametrize("markup", NOBODY.values(), ids=NOBODY)
    def test_nobody(self, markup: str) -> None:
        """It is of nobody known if anything speaks against that."""
        assert "" == decide_last(epithet, markup)
