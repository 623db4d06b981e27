"""Evidence from the words of a turn and the narration around it, clue by clue."""

from __future__ import annotations

from typing import Any

import attrs

from quotekit.english.words import Gender
from quotekit.records import SpeakerKind
from quotekit.speakers.conversations.clues import beside_previous, names_said, narration
from quotekit.speakers.conversations.narration import Narration
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.conversations.turns import Turn
from quotekit.speakers.conversations.view import Anchors, View
from quotekit.speakers.conversations.vocatives import NamesInTurn
from quotekit.speakers.decision import Decision
from quotekit.speakers.referents import Described, Named, Referent

IDA, BO = Named(0), Named(1)
WOMAN = Described(SpeakerKind.UNNAMED, ("woman",))
NONE = Narration()
SOME = Narration(size=20)
ANCHORS = Anchors((), {}, frozenset(), {})
TURN = Turn((0,), 0, 9, 0, ((0, 9),))
SCENE = Scene(TURN, NamesInTurn(), NONE, NONE, NONE, NONE, NONE)
APART = attrs.evolve(SCENE, gap=SOME)


class Unknown:
    """What is known of a text without names: nothing."""

    mentions = ()

    @staticmethod
    def gender_of(_entity: int) -> None:
        """Return the gender of an entity."""

    likely_gender_of = gender_of


# It has what these clues ask for.
NOTHING: Any = Unknown()


def naming(*, addressed: int | None = None, mentioned: int | None = None, gender: Gender | None = None) -> Scene:
    """Return a scene in whose turn somebody is named."""
    entities = (frozenset(() if one is None else (one,)) for one in (addressed, mentioned))
    return attrs.evolve(SCENE, names=NamesInTurn(*entities, gender))


def view(*scenes: Scene, place: int, candidate: Referent = IDA, speakers: tuple[Referent, ...] = ()) -> View:
    """Return the view of a candidate for one of the turns."""
    return View(scenes, place, candidate, speakers, NOTHING, ANCHORS)


def anchored(referent: Referent) -> Scene:
    """Return a scene whose speaker is named beside the quotation."""
    prior = Decision(referent, how="name")
    return attrs.evolve(SCENE, turn=attrs.evolve(TURN, source=(9, 12), prior=prior))


class TestNamesSaid:
    """Names in the turn, and in those around it."""

    def test_own(self) -> None:
        """Whoever is addressed or spoken of in a turn is told apart from whoever is not."""
        assert {"addresses self": 1} == dict(names_said(view(naming(addressed=0), place=0)))
        assert {"mentions self": 1} == dict(names_said(view(naming(mentioned=0), place=0)))
        assert {"addresses another": 1} == dict(names_said(view(naming(addressed=1), place=0)))
        assert {} == dict(names_said(view(naming(mentioned=1), place=0)))

    def test_gender(self) -> None:
        """A form of address is of the candidate's gender, or of the other one."""
        woman, man = naming(gender="female"), naming(gender="male")
        assert {"addresses same gender": 1} == dict(names_said(view(woman, place=0, candidate=WOMAN)))
        assert {"addresses other gender": 1} == dict(names_said(view(man, place=0, candidate=WOMAN)))

    def test_before(self) -> None:
        """The turn before is adjacent or apart, and whoever is addressed in it differs from whoever is mentioned."""
        for scene, tie in ((SCENE, "adjacent"), (APART, "apart")):
            assert {f"addressed before {tie}": 1} == dict(names_said(view(naming(addressed=0), scene, place=1)))
            by_gender = view(naming(gender="female"), scene, place=1, candidate=WOMAN)
            assert {f"addressed before {tie} by own gender": 1} == dict(names_said(by_gender))
        assert {"mentioned before": 1} == dict(names_said(view(naming(mentioned=0), SCENE, place=1)))
        assert {"addressed two before": 1} == dict(names_said(view(naming(addressed=0), SCENE, SCENE, place=2)))

    def test_after(self) -> None:
        """The turn after is adjacent or apart; the gender counts only where it is adjacent."""
        addressing = naming(addressed=0)
        assert {"addressed after adjacent": 1} == dict(names_said(view(SCENE, addressing, place=0)))
        apart = attrs.evolve(addressing, gap=SOME)
        assert {"addressed after apart": 1} == dict(names_said(view(SCENE, apart, place=0)))
        assert {"mentioned after": 1} == dict(names_said(view(SCENE, naming(mentioned=0), place=0)))
        man = naming(gender="male")
        other = view(SCENE, man, place=0, candidate=WOMAN)
        assert {"addressed after by other gender": 1} == dict(names_said(other))
        assert {} == dict(names_said(view(SCENE, attrs.evolve(man, gap=SOME), place=0, candidate=WOMAN)))


class TestNarration:
    """People in the narration around a turn."""

    def test_stretch(self) -> None:
        """Named, first or last, a subject or not: each is a clue, and so is that only others are named."""
        stretch = Narration((BO, IDA), (BO, IDA), introduces=True, size=30)
        scene = attrs.evolve(SCENE, before=stretch)
        expected = {"named", "last subject", "last", "introduces"}
        assert {f"nothing: before {clue}": 1 for clue in expected} == dict(narration(view(scene, place=0)))
        expected = {"named", "first subject", "introduces"}
        assert {f"nothing: before {clue}": 1 for clue in expected} == dict(
            narration(view(scene, place=0, candidate=BO))
        )
        assert {"nothing: before others": 1} == dict(narration(view(scene, place=0, candidate=WOMAN)))
        assert {} == dict(narration(view(attrs.evolve(SCENE, before=SOME), place=0)))

    def test_previous(self) -> None:
        """The narration after the turn before counts only where it is adjacent."""
        before = attrs.evolve(SCENE, after=Narration((IDA,), size=9))
        expected = {"previous after named": 1, "previous after last": 1}
        assert expected == dict(narration(view(before, SCENE, place=1)))
        assert {} == dict(narration(view(before, APART, place=1)))

    def test_gap(self) -> None:
        """Whoever is named between the turns is told from the only one named in the last paragraph between them."""
        lead = Narration((IDA,), size=9)
        found = dict(narration(view(attrs.evolve(SCENE, gap=lead, lead=lead), place=0)))
        assert {"in gap": 1, "nothing: lead only": 1, "nothing: lead named": 1, "nothing: lead last": 1} == found


class TestBesidePrevious:
    """People beside the turn before who did not speak it."""

    def test_may_answer(self) -> None:
        """Whoever is named beside the turn before may answer it: before, between or after its quotations."""
        for field in ("before", "between", "after"):
            beside = attrs.evolve(SCENE, **{field: Narration((IDA,), size=9)})
            assert {"beside previous": 1} == dict(beside_previous(view(beside, SCENE, place=1, speakers=(BO,))))
            assert {} == dict(beside_previous(view(beside, SCENE, place=1, speakers=(IDA,))))
            assert {} == dict(beside_previous(view(beside, APART, place=1, speakers=(BO,))))
        assert {} == dict(beside_previous(view(SCENE, place=0)))


class TestAnchors:
    """Turns with a name beside them."""

    def test_following(self) -> None:
        """The next name is counted in turns, up to six, and not across narration."""
        named = anchored(BO)
        scenes = [*[SCENE] * 7, named]
        found = Anchors.of(scenes, NOTHING)
        assert (None, *((away, BO) for away in range(6, 0, -1)), None) == tuple(found.following)
        assert {BO: 1} == found.counts
        apart = Anchors.of([SCENE, APART, named], NOTHING)
        assert [None, (1, BO), None] == [*apart.following]
