"""Collect who may be the speaker of a turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.english.words import Gender, word_gender
from quotekit.names.mention import is_personal
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Named, Referent

__all__ = ["gender_of", "participants"]

_REACH_CHARS = 2500
_AHEAD_CHARS = 400
_MAX_MENTIONS = 60
_MAX_PARTICIPANTS = 14
_TURNS_BACK = 6
_TURNS_AHEAD = 4


def participants(
    scenes: Sequence[Scene], place: int, speakers: Sequence[Referent | None], discourse: Discourse
) -> list[Referent]:
    """
    Collect who may be the speaker of a turn.

    Args:
        scenes: The scenes of the text.

        place: The position of the turn among them.

        speakers: The speakers of the last turns before it, the last one last; None where unknown.

        discourse: What is known.

    Returns:
        The people, most likely present ones first: recent speakers, those of the next turns, those named nearby.
    """
    found: dict[Referent, None] = {}
    for referent in _possible(scenes, place, speakers, discourse):
        found.setdefault(referent)
        if len(found) == _MAX_PARTICIPANTS:
            break
    return list(found)


def _possible(
    scenes: Sequence[Scene], place: int, speakers: Sequence[Referent | None], discourse: Discourse
) -> Iterator[Referent]:
    """Yield who may be the speaker of a turn, most likely present ones first; some more than once."""
    scene = scenes[place]
    turn = scene.turn
    yield from (speaker for speaker in reversed(speakers[-_TURNS_BACK:]) if speaker is not None)
    following = (after.turn.anchor for after in scenes[place + 1 : place + 1 + _TURNS_AHEAD])
    yield from (anchor for anchor in following if anchor is not None)
    if turn.described is not None:
        yield turn.described
    if turn.prior is not None and isinstance(turn.prior.referent, Named | Described | Author):
        yield turn.prior.referent
    for narration in (scene.before, scene.between, scene.after, scene.lead, scene.gap):
        yield from reversed(narration.named)
    near = discourse.mentions.within(max(0, turn.start - _REACH_CHARS), turn.end + _AHEAD_CHARS)
    for mention in reversed(near[-_MAX_MENTIONS:]):
        entity = discourse.mentions.entity_of(mention)
        if is_personal(discourse.entities[entity].kind):
            yield Named(entity)


def gender_of(referent: Referent, discourse: Discourse) -> Gender | None:
    """Return the known or likely gender of a person; None if there is no evidence."""
    if isinstance(referent, Named):
        return discourse.gender_of(referent.entity) or discourse.likely_gender_of(referent.entity)
    if isinstance(referent, Described):
        genders = {word_gender(word) for word in referent.words} - {None}
        return genders.pop() if len(genders) == 1 else None
    return None
