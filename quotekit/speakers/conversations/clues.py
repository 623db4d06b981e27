"""Evidence from the words of a turn and the narration around it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator

from quotekit.names.mention import is_personal
from quotekit.names.roles import Role
from quotekit.speakers.conversations.narration import Narration
from quotekit.speakers.conversations.view import View
from quotekit.speakers.referents import Named
from quotekit.speakers.role_matching import match_roles

__all__ = ["beside_previous", "gender", "names_said", "narration", "prior_decision", "prominence"]

_NEAR_CHARS = 3000
# Distances count in this unit; somebody never named before the turn is as far as this.
_DISTANCE_UNIT_CHARS = 100
_FAR = 5.0


def names_said(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the names said: whoever is addressed in a turn often speaks the next one."""
    own = view.scene.names
    entity = view.candidate.entity if isinstance(view.candidate, Named) else None
    if entity in own.addressed:
        yield "addresses self", 1
    if entity in own.mentioned:
        yield "mentions self", 1
    if own.addressed and entity not in own.addressed:
        yield "addresses another", 1
    if own.gender is not None and view.gender is not None:
        yield f"addresses {'same' if own.gender == view.gender else 'other'} gender", 1
    yield from _names_in_other_turns(view, entity)


def _names_in_other_turns(view: View, entity: int | None) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the names in the turns around."""
    before, after = view.before, view.after
    if before is not None:
        tie = "adjacent" if view.scene.is_adjacent else "apart"
        if entity in before.names.addressed:
            yield f"addressed before {tie}", 1
        if entity in before.names.mentioned:
            yield "mentioned before", 1
        if before.names.gender is not None and view.gender is not None:
            yield f"addressed before {tie} by {'own' if before.names.gender == view.gender else 'other'} gender", 1
        if view.place > 1 and entity in view.scenes[view.place - 2].names.addressed:
            yield "addressed two before", 1
    if after is not None:
        tie = "adjacent" if after.is_adjacent else "apart"
        if entity in after.names.addressed:
            yield f"addressed after {tie}", 1
        if entity in after.names.mentioned:
            yield "mentioned after", 1
        if after.names.gender is not None and view.gender is not None and after.is_adjacent:
            yield f"addressed after by {'own' if after.names.gender == view.gender else 'other'} gender", 1


def narration(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the people in the narration: whoever acts beside a quotation often speaks it."""
    scene = view.scene
    stretches = {"before": scene.before, "between": scene.between, "after": scene.after, "lead": scene.lead}
    for name, stretch in stretches.items():
        yield from _in_stretch(view, f"{view.beside}: {name}", stretch)
    if view.before is not None and scene.is_adjacent:
        yield from _in_stretch(view, "previous after", view.before.after)
    if view.candidate in scene.gap.named:
        yield "in gap", 1
    if {*scene.lead.named} == {view.candidate}:
        yield f"{view.beside}: lead only", 1


def beside_previous(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the people beside the turn before who did not speak it, and so may answer."""
    before = view.before
    if before is None or not view.scene.is_adjacent or view.speakers[-1:] == (view.candidate,):
        return
    if view.candidate in {*before.before.named, *before.between.named, *before.after.named}:
        yield "beside previous", 1


def _in_stretch(view: View, name: str, stretch: Narration) -> Iterator[tuple[str, float]]:
    """Find the candidate in a stretch of narration."""
    if not stretch.size:
        return
    if view.candidate in stretch.named:
        yield f"{name} named", 1
        if stretch.subjects and stretch.subjects[0] == view.candidate:
            yield f"{name} first subject", 1
        if stretch.subjects and stretch.subjects[-1] == view.candidate:
            yield f"{name} last subject", 1
        if stretch.named[-1] == view.candidate:
            yield f"{name} last", 1
        if stretch.introduces:
            yield f"{name} introduces", 1
    elif stretch.named:
        yield f"{name} others", 1
    if view.gender is not None:
        yield from _pronouns_in_stretch(view, name, stretch)


def _pronouns_in_stretch(view: View, name: str, stretch: Narration) -> Iterator[tuple[str, float]]:
    """Compare the candidate's gender with the pronouns in a stretch of narration."""
    if stretch.first_pronoun is not None and not stretch.subjects:
        yield f"{name} pronoun {'agrees' if view.gender == stretch.first_pronoun else 'differs'}", 1
    if stretch.last_pronoun is not None:
        yield f"{name} last pronoun {'agrees' if view.gender == stretch.last_pronoun else 'differs'}", 1


def gender(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate's gender with that of the pronoun or noun beside the quotation."""
    wanted = view.turn.gender
    if wanted is not None:
        agreement = "unknown" if view.gender is None else "agrees" if view.gender == wanted else "differs"
        yield f"{view.beside}: gender {agreement}", 1


def prior_decision(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the decision of the sieves, and the noun with the candidate's roles."""
    prior = view.turn.prior
    if prior is not None and prior.referent == view.candidate:
        yield f"{view.beside}: prior", 1
        yield f"prior {prior.how}", 1
    elif prior is not None and isinstance(prior.referent, Named):
        yield f"{view.beside}: prior other", 1
    if view.turn.described == view.candidate:
        yield "described beside", 1
    if view.turn.noun and isinstance(view.candidate, Named):
        roles = view.discourse.profiles.roles_of(view.candidate.entity)
        if match_roles(Role.of(view.turn.phrase.description or view.turn.noun), roles):
            yield "role", 1


def prominence(view: View) -> Iterator[tuple[str, float]]:
    """Measure how often and how recently the candidate is named."""
    yield f"{view.beside}: {type(view.candidate).__name__}", 1
    count = view.anchors.counts.get(view.candidate, 0)
    yield "anchors", math.log1p(count)
    if not isinstance(view.candidate, Named):
        return
    is_addressed = view.candidate.entity in view.anchors.addressed
    if not count:
        yield f"never named beside a turn{', addressed' if is_addressed else ''}", 1
    at = view.turn.start
    places = view.anchors.narrated.get(view.candidate.entity, ())
    last = bisect_left(places, at)
    yield (
        "distance",
        math.log1p((at - places[last - 1]) / _DISTANCE_UNIT_CHARS) if last else 0.0 if is_addressed else _FAR,
    )
    yield "narrated near", math.log1p(last - bisect_left(places, at - _NEAR_CHARS))
    yield "narrated", math.log1p(len(places)) / 2
    kind = view.discourse.entities[view.candidate.entity].kind
    if not places:
        yield f"never narrated{', addressed' if is_addressed else ''}", 1
    if kind is None:
        yield "kind unknown", 1
    elif not is_personal(kind):
        yield "not a person", 1
