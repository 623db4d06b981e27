"""
Words beside names that are no part of them: sentence openers, verbs in headings, first words of titles.

Sentences mark their mentions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.names.test_mentions import parse, seen

SENTENCES = {
    "preposition": "Alongside {m Carl Dray=person}, they sang.",
    "adjective": "Absent {m Carl Dray=person}, they sang.",
    "verb and people": "Joining Danish skippers, {m Ida Holm=person} left.",
    "heading in capitals": "RANGERS ASK FOR MORE {m NASA=organization} met on Monday.",
    "heading with an organization": "{m REEF COUNCIL=organization} ASKS FOR MORE The bill was signed.",
    "title of a law": "They cited the Freedom of {m Movement Act=document}.",
    "somebody of a body": "{m Okoye} of the {m Reef Fund=organization} left early on that rainy day.",
    "title of a work": "He wrote The Art of the Sale in May.",
    "ampersand": "{m Gull & Sons=organization} sued.",
    "committee": "{m Reef Values PAC=organization} gave money; the PAC is new.",
    "surname and people": "{m Kim English=person} left; {m English} waited. The English had gone home early.",
    "plural": "Editorialists wrote.",
    "those who do something": "Exporters doubt it. Bakers in {m Oslo=organization} left.",
    "a surname like them": "{m Rogers} doubts it.",
    "a team like them": "{m Strikers} won. Nobody but the {m Strikers} was glad.",
    "body of an office": "The Director of the {m Reef Fire Service=organization} left early on that rainy day.",
    "constituency": "The Member of Parliament for Reef North left early on that rainy day.",
    "field of an office": "Secretary Irrigation left early on that rainy day.",
}


class TestOpeningWords:
    """find_mentions()."""

    @pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
    def test_names(self, marked: str) -> None:
        """What opens a sentence, what a heading says and what begins a title is no name."""
        text, expected = parse(marked)

        assert expected == seen(text, find_mentions(TextIndex(text)))
