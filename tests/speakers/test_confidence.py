"""How likely decisions are right: whole rows of features, and decisions that lose their names."""

from __future__ import annotations

import attrs
import pytest

from quotekit.records import SpeakerKind
from quotekit.speakers.confidence import confidence_features, is_named, probability, without_name
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Reason, Referent, Unresolvable
from quotekit.speakers.sieves import SIEVES
from tests.speakers.asking import ask_at_last, read_row, shown

#: Texts, and what shows how safe the decision on the last source is.
ROWS: dict[str, tuple[str, str]] = {
    "a name": (
        "Ida Holm left. {s Mayor Ida Holm of Oslo} said {t so}.",
        (
            "attribution = 0.5; always; sieve: name; named; mentions = 1.1; kind: person; surely a person; "
            "words besides the name = 1.39"
        ),
    ),
    "a pronoun": (
        "Ida Holm met Mia Lind. It rained. {s She} said {t so}.",
        (
            "attribution = 0.5; always; sieve: he or she; named; mentions = 0.69; kind: person; surely a "
            "person; sentences back = 1.1; rivals = 0.69; margin = 1.28; weight = -1.27; gender known"
        ),
    ),
    "a pronoun with one candidate": (
        "Okafor left. {s He} said {t so}.",
        ("attribution = 0.5; always; sieve: he or she"),
    ),
    "a description": (
        "Farmer Carl Dray left. It rained. {s The farmer} said {t so}.",
        (
            "attribution = 0.5; always; sieve: description of a person; named; mentions = 0.69; kind: person;"
            " surely a person; sentences back = 1.1"
        ),
    ),
    "a description only ahead": (
        "{s The Ohio senator} said {t so}. Ida Holm, the Ohio senator, left.",
        (
            "attribution = 0.5; always; sieve: description of a person; named; mentions = 0.69; kind: person;"
            " surely a person; only ahead"
        ),
    ),
    "a description of nobody": (
        "{s A painter} said {t so}.",
        ("attribution = 0.5; always; sieve: description; described, unnamed; described, article: a"),
    ),
    "a body without a name": (
        "{s The charity} said {t so}.",
        ("attribution = 0.5; always; sieve: description; described, organization; described, article: the"),
    ),
    "a group by its shape": (
        "{s Two hundred knitters} said {t so}.",
        ("attribution = 0.5; always; sieve: description; described, group; described, article: none"),
    ),
    "a quoted source": (
        "“{s Ida Holm} said {t so}.”",
        ("attribution = 0.5; always; sieve: name; named; in quotation; mentions = 0.69; kind: person; surely a person"),
    ),
    "a surname": (
        "{s Kowalczyk} said {t so}.",
        ("attribution = 0.5; always; sieve: name; named; mentions = 0.69; kind: unknown; one word"),
    ),
    "an organization": (
        "{s The Reef Fund} said {t so}.",
        (
            "attribution = 0.5; always; sieve: name; named; mentions = 0.69; kind: organization; words "
            "besides the name = 0.69"
        ),
    ),
    "a joint name": (
        "{s Ida Holm and Bo Ash} said {t so}.",
        ("attribution = 0.5; always; sieve: joint names; named"),
    ),
}
REFERENTS: list[tuple[Referent, bool]] = [
    (Named(0), True),
    (Joint((0, 1)), True),
    (Document(("Ida Holm",)), True),
    (Document(()), False),
    (Author(("Ida Holm",)), True),
    (Author(), False),
    (Described(SpeakerKind.UNNAMED, ("painter",)), False),
    (Unresolvable(Reason.UNCERTAIN), False),
]
#: Sources, and the kind of speaker that is left without a name; none if nobody is.
WITHOUT_NAMES = {
    "The painter": SpeakerKind.UNNAMED,
    "The bank": SpeakerKind.ORGANIZATION,
    "The report": SpeakerKind.DOCUMENT,
    "Two painters": SpeakerKind.GROUP,
    "They": SpeakerKind.GROUP,
    "She": None,
    "It": None,
    "Ida Holm": None,
}


def _decided(query: Query, discourse: Discourse) -> Decision:
    decisions = ((name, sieve(query, discourse)) for name, sieve in SIEVES.items())
    return next(attrs.evolve(decision, how=name) for name, decision in decisions if decision is not None)


class TestConfidenceFeatures:
    """confidence_features()."""

    @pytest.mark.parametrize(("markup", "expected"), ROWS.values(), ids=ROWS)
    def test_rows(self, markup: str, expected: str) -> None:
        """A row has every feature of a decision, and no other."""

        def ask(query: Query, discourse: Discourse) -> dict[str, float]:
            return shown(confidence_features(_decided(query, discourse), query, discourse, 0.5))

        assert read_row(expected) == ask_at_last(markup, ask)

    def test_weighed(self) -> None:
        """The probability of a decision that was weighed is a feature."""

        def ask(query: Query, discourse: Discourse) -> float:
            decision = attrs.evolve(_decided(query, discourse), probability=0.7)
            return confidence_features(decision, query, discourse, 0.5)["weighed"]

        assert 0.7 == ask_at_last("{s Ida Holm} said {t so}.", ask)


class TestProbability:
    """probability()."""

    def test_sum(self) -> None:
        """Features count by their weights; one without a weight does not count."""
        assert 0.5 == probability({"a": 2.0, "b": 1.0, "c": 9.0}, {"a": 1.0, "b": -2.0})
        assert pytest.approx(0.8808, abs=1e-4) == probability({"a": 1.0}, {"a": 2.0})


class TestNames:
    """is_named() and without_name()."""

    @pytest.mark.parametrize(("referent", "expected"), REFERENTS)
    def test_named(self, referent: Referent, expected: bool) -> None:  # noqa: FBT001
        """Whoever has a name is known from whoever has none."""
        assert expected is is_named(referent)

    @pytest.mark.parametrize(("source", "kind"), WITHOUT_NAMES.items())
    def test_without_name(self, source: str, kind: SpeakerKind | None) -> None:
        """A description without its name is of somebody unnamed; a name or a pronoun of one person is of nobody."""
        markup = f"Bo Ash left. {{s {source}}} said {{t so}}."
        decision = ask_at_last(
            markup, lambda query, _: without_name(Decision(Named(0), how="x", mentions=((0, 3),)), query)
        )
        expected: tuple[Referent, tuple[tuple[int, int], ...]] = Unresolvable(Reason.UNCERTAIN), ()
        if kind is not None:
            words = tuple(source.lower().split())
            expected = Described(kind, words, 13), ((13, 13 + len(source)),)

        assert expected == (decision.referent, decision.mentions)
