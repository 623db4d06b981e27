"""What is known at a point of an article, and what changes it."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.names.source_phrases import parse_source
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named
from quotekit.speakers.sieves import SIEVES
from quotekit.text import TextIndex
from tests.strategies import texts, word_soups, word_spans

STATE = (
    "_genders", "_speeches", "_speaking", "_source_starts", "_introduced", "_known", "_pronouns", "_decisions",
    "_queries", "_postponed",
)  # fmt: skip


def make_discourse(text: str) -> Discourse:
    """The discourse of a text before anything is resolved."""
    return Discourse(TextIndex(text), find_mentions(TextIndex(text)), WeightedChooser())


def state_of(discourse: Discourse) -> list[Any]:
    """A copy of all that changes."""
    return [repr(getattr(discourse, name)) for name in STATE]


class TestDiscourse:
    """Discourse."""

    def test_note(self) -> None:
        """A speaker is known as one from the place on where this is noted."""
        discourse = make_discourse("Okoye spoke.")
        speech = Speech(0, 5, Named(0), SpeakerKind.PERSON)

        assert not discourse.is_source(0)

        discourse.note(speech)

        assert discourse.is_source(0)
        assert [speech] == list(discourse.speeches)

    def test_first_description(self) -> None:
        """Of descriptions in the same words the first one is the referent that others go back to."""
        discourse = make_discourse("")
        first = Described(SpeakerKind.ORGANIZATION, ("reef", "ministry"), name="Reef ministry")
        again = Described(SpeakerKind.ORGANIZATION, ("reef", "ministry"))
        for start, referent in enumerate((first, again)):
            discourse.note(Speech(start, start + 1, referent, referent.kind, noun="ministry"))

        assert ["Reef ministry"] * 2 == [
            speech.referent.name for speech in discourse.speeches if isinstance(speech.referent, Described)
        ]
        assert [first] == list(discourse.introduced_with("ministry"))

    def test_gender(self) -> None:
        """A gender is known once it has been learned."""
        discourse = make_discourse("Okoye spoke.")

        assert discourse.gender_of(0) is None

        discourse.learn_gender(0, "female")

        assert "female" == discourse.gender_of(0)

    def test_decision(self) -> None:
        """A decision is known once it has been recorded."""
        discourse = make_discourse("Okoye spoke.")
        discourse.record(3, Decision(Named(0), "name"))

        assert [None, Decision(Named(0), "name")] == [discourse.decision_on(draft) for draft in (2, 3)]

    @pytest.mark.parametrize(
        ("question", "sentence"),
        [("may_be_pronoun", "Okoye slept. "), ("is_surely_person", "Xolani Dube of Vardo, 44, slept. ")],
    )
    def test_mentions_are_gone_through_once(self, question: str, sentence: str) -> None:
        """However often it is asked about an entity that is named a hundred times, its mentions are read once."""
        discourse = make_discourse(sentence * 100)
        answers = {getattr(discourse, question)(0)}
        mentions = mock.MagicMock(wraps=discourse.entities[0].mentions)
        object.__setattr__(discourse.entities[0], "mentions", mentions)

        answers |= {getattr(discourse, question)(0) for _ in range(3)}

        assert 1 == len(answers)
        assert [] == mentions.mock_calls

    @given(st.data())
    def test_sieves_change_nothing(self, data: st.DataObject) -> None:
        """Whatever a sieve is asked, the discourse stays as it is, and the answer is the same again."""
        text = data.draw(texts() | word_soups())
        discourse = make_discourse(text)
        source = data.draw(word_spans(text))
        before = state_of(discourse)
        for piece in source:
            phrase = parse_source(
                discourse.index, (piece.start, piece.end), discourse.mentions.within(piece.start, piece.end)
            )
            query = Query.of_source(piece, phrase, Spans([piece]), (), 0)
            decisions = [[sieve(query, discourse) for sieve in SIEVES.values()] for _ in range(2)]

            assert decisions[0] == decisions[1]
        assert before == state_of(discourse)
