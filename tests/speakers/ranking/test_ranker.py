"""What the ranking revises, and what it leaves as the rules decided."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers import resolve_speakers
from quotekit.speakers.decision import Decision
from quotekit.speakers.ranking import Ranker
from quotekit.speakers.ranking.columns import KINDS
from quotekit.speakers.ranking.evidence import Evidence
from quotekit.speakers.ranking.network import Likelihoods, Network
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Unresolvable
from quotekit.text import TextIndex
from tests.helpers import drafts_of
from tests.markup import parse
from tests.speakers.ranking.material import NAMES_OF_SIEVES, RuledArticle, random_weights, rule_marked
from tests.strategies import word_soups, word_spans

PRONOUN = "Ms. Holm met Ms. Dray. {s She} {c said} {t so}."
UNDECIDED = "Ida Holm met Carl Dray. {t “It rained.”}"
DOCUMENT = "Ida Holm left. {s A report by the Reef Bank} {c said} {t so}."
DESCRIBED = "Ida Holm left. {s A farmer} {c said} {t so}."


@attrs.frozen
class Sure:
    """Stands for a network: it gives one entity a probability, nobody the rest, and one kind another."""

    #: The entity.
    entity: int = -1
    #: Its probability.
    probability: float = 0.0
    #: The kind.
    kind: SpeakerKind | None = None
    #: Its probability.
    of_kind: float = 1.0
    #: What the evidence is gathered for.
    sieves: tuple[str, ...] = NAMES_OF_SIEVES

    def likelihoods(self, evidence: Evidence) -> Likelihoods:
        """Return the same likelihoods whatever the evidence is."""
        rows = len(evidence.candidates)
        of_kinds = np.full((rows, len(KINDS)), (1 - self.of_kind) / (len(KINDS) - 1), np.float32)
        of_kinds[:, KINDS.index(self.kind)] = self.of_kind
        of_entities = np.where(evidence.candidates == self.entity, np.float32(self.probability), 0)
        return Likelihoods(of_entities, np.full(rows, 1 - self.probability, np.float32), of_kinds)


def revise(article: RuledArticle, network: Sure, least: float | None = None) -> Mapping[int, Decision]:
    """Revise the decisions on an article."""
    return Ranker(network, article.states, least)(article.made, article.discourse)  # type: ignore[arg-type]


def revised(markup: str, who: str = "", probability: float = 0.0, **settings: object) -> Decision | None:
    """Return what replaces the decision on the only attribution of an article; None if nothing does."""
    article = rule_marked(markup)
    entity = article.entity(who) if who else -1
    return revise(article, Sure(entity, probability, **settings)).get(0)  # type: ignore[arg-type]


class TestNames:
    """Names that the ranking gives."""

    def test_another_name(self) -> None:
        """A likelier candidate takes the place of the one that the rules chose."""
        decision = revised(PRONOUN, "Dray", 0.9)

        assert decision is not None
        assert (Named(1), "ranking", pytest.approx(0.9)) == (decision.referent, decision.how, decision.confidence)
        assert ((23, 26),) == decision.mentions

    def test_found(self) -> None:
        """A name is given where the rules decided on nobody; there is no mention in the content."""
        decision = revised(UNDECIDED, "Ida Holm", 0.9)

        assert decision is not None
        assert (Named(0), "ranking", ()) == (decision.referent, decision.how, decision.mentions)

    def test_the_same_name(self) -> None:
        """If the rules chose the likeliest candidate, only the confidence changes: it is the probability."""
        article = rule_marked(PRONOUN)
        before = article.made[0].decision

        after = revise(article, Sure(0, 0.75))[0]

        assert before is not None
        assert attrs.evolve(before, confidence=0.75) == after

    @pytest.mark.parametrize(("least", "names"), [(None, []), (0.5, [Named(0)]), (0.51, []), (0.0, [Named(0)])])
    def test_least(self, least: float | None, names: list[Named]) -> None:
        """A name is given if it has the least probability asked for; the default is above a half."""
        found = revise(rule_marked(UNDECIDED), Sure(0, 0.5), least)

        assert names == [decision.referent for decision in found.values()]

    def test_less_likely_than_nobody(self) -> None:
        """However low the least probability is, nobody is preferred if that is likelier."""
        assert None is revise(rule_marked(UNDECIDED), Sure(0, 0.4), 0.0).get(0)

    @pytest.mark.parametrize(("least", "names"), [(None, []), (0.55, [Named(0)])])
    def test_least_for_descriptions(self, least: float | None, names: list[Named]) -> None:
        """By default another name for a description must be likelier."""
        article = rule_marked("Ida Holm left. {s The farmer} {c said} {t so}.")
        undecided = attrs.evolve(article, made=[attrs.evolve(article.made[0], decision=None)])

        found = revise(undecided, Sure(0, 0.58), least)

        assert names == [decision.referent for decision in found.values()]

    @pytest.mark.parametrize(
        "markup",
        [
            "Ms. Holm met Mr. Dray. {s He} {c said} {t so}.",
            "Ms. Holm met Mr. Dray. {s Holm's aide} {c said} {t so}.",
            "Ms. Holm, 41, met Mr. Dray. {s The 30-year-old} {c said} {t so}.",
        ],
        ids=["gender", "owner", "age"],
    )
    def test_ruled_out(self, markup: str) -> None:
        """However likely it is, a name that the words of the source rule out is not given."""
        decision = revised(markup, "Holm", 1.0)

        assert decision is None or decision.referent != Named(0)

    @pytest.mark.parametrize(
        "markup",
        [
            "Ms. Holm met Mr. Dray. {s A farmer} {c said} {t so}.",
            "Ms. Holm, 41, denies theft. {s The prosecutor} {c said} {t so}.",
        ],
        ids=["indefinite", "office"],
    )
    @pytest.mark.parametrize(("probability", "is_given"), [(0.79, False), (0.81, True)])
    def test_overruled(self, markup: str, probability: float, *, is_given: bool) -> None:
        """What speaks against a name is overruled if the name is very likely."""
        decision = revised(markup, "Holm", probability)

        assert is_given == (decision is not None and decision.referent == Named(0))

    def test_left_out(self) -> None:
        """A name that is too unlikely is left out."""
        decision = revised(PRONOUN, "Holm", 0.2)

        assert decision is not None
        assert (True, "ranking") == (isinstance(decision.referent, Unresolvable), decision.how)

    def test_left_out_of_description(self) -> None:
        """Without a name a description is an unnamed speaker."""
        decision = revised("Senator Ida Holm left. {s The senator} {c said} {t so}.", "Ida Holm", 0.1)

        assert decision is not None
        assert isinstance(decision.referent, Described)
        assert (SpeakerKind.UNNAMED, "ranking") == (decision.referent.kind, decision.how)


class TestDocuments:
    """Documents that speak."""

    def test_same_maker(self) -> None:
        """A document of the likeliest candidate stays one."""
        decision = revised(DOCUMENT, "Reef Bank", 0.9)

        assert decision is not None
        assert Document(("Reef Bank",)) == decision.referent
        assert 0.9 == pytest.approx(decision.confidence)

    def test_another_maker(self) -> None:
        """A document of another candidate is still one if that is the likely kind."""
        decision = revised(DOCUMENT, "Ida Holm", 0.9, kind=SpeakerKind.DOCUMENT)

        assert decision is not None
        assert Document(("Ida Holm",)) == decision.referent

    def test_without_a_source(self) -> None:
        """Content alone has no words for a document: its maker speaks."""
        decision = revised(UNDECIDED, "Ida Holm", 0.9, kind=SpeakerKind.DOCUMENT)

        assert decision is not None
        assert (Named(0), ()) == (decision.referent, decision.mentions)

    def test_left_out(self) -> None:
        """A maker that is too unlikely is left out; the document still speaks."""
        decision = revised(DOCUMENT, "Reef Bank", 0.1)

        assert decision is not None
        assert isinstance(decision.referent, Described)
        assert SpeakerKind.DOCUMENT is decision.referent.kind


def test_other_makers() -> None:
    """The maker of a document who is no candidate is the rules' to leave out, if it is less likely than asked for."""
    marked, article = parse(DOCUMENT), rule_marked(DOCUMENT)
    index = TextIndex(marked.text)
    ranker = Ranker(Sure(), article.states)  # type: ignore[arg-type]
    sieves = {"made": lambda query, _: Decision(Document(("Dorn Post",)), mentions=(query.bounds,))}

    given, left_out = (
        resolve_speakers(
            index, drafts_of(marked), find_mentions(index), sieves=sieves, revise=ranker, min_confidence=least
        )
        for least in (0.0, 1.0)
    )

    assert ["Dorn Post"] == [one.speaker.name for one in given.resolved if one.speaker]
    assert [None] == [one.speaker.name for one in left_out.resolved if one.speaker]


class TestKinds:
    """Kinds of speakers without a name."""

    def test_another_kind(self) -> None:
        """A likely kind takes the place of that of the rules."""
        decision = revised(DESCRIBED, kind=SpeakerKind.GROUP)

        assert decision is not None
        assert isinstance(decision.referent, Described)
        assert (SpeakerKind.GROUP, "ranking") == (decision.referent.kind, decision.how)

    def test_unlikely_kind(self) -> None:
        """A kind that is not likely enough changes nothing."""
        assert None is revised(DESCRIBED, kind=SpeakerKind.GROUP, of_kind=0.5)

    def test_without_a_decision(self) -> None:
        """A source on which the rules could not decide is a speaker of its likely kind."""
        article = rule_marked(DESCRIBED)
        made = [attrs.evolve(article.made[0], decision=None)]

        decision = revise(attrs.evolve(article, made=made), Sure(kind=SpeakerKind.UNNAMED))[0]

        assert Described(SpeakerKind.UNNAMED, start=15) == decision.referent
        assert ("ranking", ((15, 23),)) == (decision.how, decision.mentions)

    def test_without_a_source(self) -> None:
        """Content alone has no speaker without a name."""
        assert None is revised(UNDECIDED, kind=SpeakerKind.UNNAMED)


class TestFinal:
    """What is not revised."""

    @pytest.mark.parametrize("how", ["cluster", "conversation", "joint names", "name", "question or answer"])
    def test_sieves(self, how: str) -> None:
        """What was decided by names, clusters and turns stays."""
        article = rule_marked(PRONOUN)
        (made,) = article.made
        assert made.decision is not None
        final = attrs.evolve(article, made=[attrs.evolve(made, decision=attrs.evolve(made.decision, how=how))])

        assert {} == revise(final, Sure(1, 0.9))

    @pytest.mark.parametrize("referent", [Joint((0, 1)), Author(("Holm",))], ids=["joint", "author"])
    def test_referents(self, referent: Joint | Author) -> None:
        """Joint speakers and authors stay, whatever decided on them."""
        article = rule_marked(PRONOUN)
        (made,) = article.made
        assert made.decision is not None
        decision = attrs.evolve(made.decision, referent=referent)

        assert {} == revise(attrs.evolve(article, made=[attrs.evolve(made, decision=decision)]), Sure(1, 0.9))

    def test_turns(self) -> None:
        """The speaker of a turn in a transcript stays, whatever decided."""
        article = rule_marked(PRONOUN)
        (made,) = article.made
        turn = attrs.evolve(made, draft=attrs.evolve(made.draft, changed_by=("turns",)))

        assert {} == revise(attrs.evolve(article, made=[turn]), Sure(1, 0.9))

    def test_names_in_text(self) -> None:
        """A printed name stays, however likely somebody else is."""
        assert None is revised("Ida Holm met Carl Dray. {s Holm} {c said} {t so}.", "Carl Dray", 1.0)

    @pytest.mark.parametrize("markup", ["{s She} {c said} {t so}.", "It rained."], ids=["no names", "no attributions"])
    def test_nothing_to_weigh(self, markup: str) -> None:
        """Without entities, or without attributions, there is nothing to revise."""
        assert {} == revise(rule_marked(markup), Sure(0, 0.9))


class TestMany:
    """Many attributions."""

    def test_blocks(self) -> None:
        """However many there are, each is revised."""
        marked = "".join(f"{{s{number} She}} {{c{number} said}} {{t{number} so}}. " for number in range(1, 151))
        found = revise(rule_marked(f"Ms. Holm met Ms. Dray. {marked}"), Sure(1, 0.9))

        assert [*range(150)] == sorted(found)
        assert {Named(1)} == {decision.referent for decision in found.values()}


@given(st.data(), st.integers(0, 99), st.sampled_from([None, 0.0, 0.5, 1.0]))
def test_any(data: st.DataObject, seed: int, least: float | None) -> None:
    """Whatever is asked, and whatever the weights are, confidences are probabilities, and speakers are complete."""
    text = data.draw(word_soups())
    index = TextIndex(text)
    drafts = [Draft(*(data.draw(word_spans(text)) for _ in range(3))) for _ in range(data.draw(st.integers(0, 4)))]
    states = RuledArticle(text, (), None).states  # type: ignore[arg-type]
    ranker = Ranker(Network.of(random_weights(seed)), states, least)

    found = resolve_speakers(index, drafts, find_mentions(index), revise=ranker, min_confidence=least)

    assert len(drafts) == len(found.resolved)
    assert all(0 <= (resolved.speaker_confidence or 0) <= 1 for resolved in found.resolved)
    assert {r.speaker for r in found.resolved if r.speaker} <= {*found.speakers}


def test_given_to_the_resolver() -> None:
    """The resolver takes the decisions of the ranking; the speaker's mentions include its pronoun."""
    marked = parse(PRONOUN)
    article = rule_marked(PRONOUN)
    index = TextIndex(marked.text)
    ranker = Ranker(Sure(1, 0.9), article.states)  # type: ignore[arg-type]

    found = resolve_speakers(index, drafts_of(marked), find_mentions(index), revise=ranker)

    (resolved,) = found.resolved
    assert resolved.speaker is not None
    assert ("Dray", "ranking", pytest.approx(0.9)) == (
        resolved.speaker.name,
        resolved.decided_by,
        resolved.speaker_confidence,
    )
    assert Spans.of(marked.text, [(13, 21), (23, 26)]) == resolved.speaker.mentions
