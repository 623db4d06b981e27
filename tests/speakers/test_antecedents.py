"""How an antecedent is chosen: candidates, features, weights, decision."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import WeightedChooser, decide
from quotekit.speakers.candidate import Candidate, Fit
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import Features
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named, Reason, Referent, Unresolvable
from quotekit.speakers.standings import Place
from quotekit.speakers.weights import Weights
from quotekit.text import TextIndex
from tests.strategies import spans, texts, word_soups

NOBODY = Unresolvable(Reason.UNCERTAIN)


def choose(text: str, at: int, candidates: list[Candidate], weights: Weights | None = None) -> Referent:
    """Whom a pronoun at an offset refers to."""
    chooser = WeightedChooser(weights or Weights())
    discourse = Discourse(TextIndex(text), (), chooser)
    return chooser(Query.of_pronoun("she", at, at), candidates, discourse)


class TestWeightedChooser:
    """WeightedChooser."""

    def of(self, text: str, *names: str, fit: Fit = Fit.AGREES, weights: Weights | None = None) -> Referent:
        """Whom a pronoun at the end of a text refers to; the referents are the places of the names."""
        places = [(text.index(name), text.index(name) + len(name)) for name in names]
        candidates = [Candidate(*place, Named(i), fit=fit) for i, place in enumerate(places)]
        return choose(text, len(text), candidates, weights)

    def test_nobody(self) -> None:
        """Without anybody named, nobody is meant."""
        assert NOBODY == self.of("It rained. ")

    def test_who_does_not_agree(self) -> None:
        """Who does not agree is not meant."""
        assert NOBODY == self.of("Holm left. ", "Holm", fit=Fit.NONE)

    def test_subject(self) -> None:
        """The subject is meant, not who is in another phrase."""
        assert Named(0) == self.of("Holm left with Dray. ", "Holm", "Dray")

    def test_two(self) -> None:
        """Where two weigh the same, nobody is meant."""
        assert NOBODY == self.of("With Holm, with Dray it rained. ", "Holm", "Dray")

    def test_weights(self) -> None:
        """Other weights choose somebody else."""
        weights = Weights(subject=0.1, phrase_part=3.0)

        assert Named(1) == self.of("Holm left with Dray. ", "Holm", "Dray", weights=weights)

    def test_more_than_a_reader_keeps_in_mind(self) -> None:
        """Of very many candidates the last ones are looked at."""
        text = "Holm left. " + "Dray sat. " * 90
        candidates = [Candidate(at, at + 4, Named(at)) for at in range(11, len(text), 10)]

        assert candidates[-1].referent == choose(text, len(text), candidates)

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any candidates in any text are read; who is meant is one of those before."""
        text = data.draw(texts() | word_soups())
        found = data.draw(spans(text))
        at = data.draw(st.integers(0, len(text)))
        candidates = [Candidate(span.start, span.end, Named(i)) for i, span in enumerate(found)]

        assert choose(text, at, candidates) in [NOBODY, *(c.referent for c in candidates if c.start < at)]


class TestDecide:
    """decide()."""

    def row(self, entity: int, place: Place, sentences_back: int, **more: object) -> Features:
        """The features of an entity."""
        return Features(Candidate(0, 1, Named(entity)), place, sentences_back, **more)  # type: ignore[arg-type]

    def test_sentences_add_up(self) -> None:
        """Mentions in several sentences count together, several in one sentence only once."""
        rows = [self.row(0, Place.OBJECT, 0), self.row(1, Place.OBJECT, 0), self.row(1, Place.OBJECT, 0)]

        assert NOBODY == decide(rows, Weights())
        assert Named(1) == decide([*rows, self.row(1, Place.SUBJECT, 1)], Weights())

    def test_asked(self) -> None:
        """Who was asked answers."""
        rows = [self.row(0, Place.SUBJECT, 1), self.row(1, Place.OBJECT, 1, asked_by=Named(0))]

        assert Named(1) == decide(rows, Weights())

    def test_own_words(self) -> None:
        """Few refer to themselves by name."""
        rows = [self.row(0, Place.SUBJECT, 0, is_in_own_words=True), self.row(1, Place.OBJECT, 0)]

        assert Named(1) == decide(rows, Weights())

    def test_changes_nothing(self) -> None:
        """The same rows give the same referent again."""
        described = Described(SpeakerKind.UNNAMED, ("official",))
        rows = [Features(Candidate(0, 1, described), Place.SUBJECT, 1)]

        assert [described] * 2 == [decide(rows, Weights()) for _ in range(2)]
