"""Turn decisions into the speakers of an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from quotekit.records import Spans, Speaker, SpeakerKind
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Referent, Unresolvable
from quotekit.text import Bounds

__all__ = ["make_speakers"]


def make_speakers(decisions: Iterable[Decision | None], discourse: Discourse) -> dict[Referent, Speaker]:
    """
    Make a speaker for each resolved referent, and for each member of one that is joint.

    Args:
        decisions: The decisions in the order of the drafts; None for a draft without one.

        discourse: What is known.

    Returns:
        The speakers by referent, numbered in the order of their first mentions; joint speakers follow all others.
    """
    referents: dict[Referent, Referent] = {}
    names: dict[Referent, frozenset[Bounds]] = {}
    sources: dict[Referent, set[Bounds]] = {}
    for decision in decisions:
        if decision is None or isinstance(decision.referent, Unresolvable):
            continue
        referent = decision.referent
        for found in (referent, *_members_of(referent)):
            if found not in referents:
                # If several descriptions have the same words, the speaker is named after the first.
                referents[found] = found
                names[found], sources[found] = frozenset(_bounds_of_names(found, discourse)), set()
        sources[referent].update(decision.mentions)
    bounds = {one: _without_overlap(names[one], sources[one]) for one in referents}
    in_order = sorted(referents, key=lambda one: (isinstance(one, Joint), bounds[one][0]))
    made: dict[Referent, Speaker] = {}
    for number, one in enumerate(in_order, 1):
        members = tuple(made[member] for member in _members_of(referents[one]))
        mentions = Spans.of(discourse.index.text, bounds[one])
        made[one] = _make_speaker(f"s{number}", referents[one], mentions, members, discourse)
    return made


def _without_overlap(names: AbstractSet[Bounds], sources: AbstractSet[Bounds]) -> list[Bounds]:
    """Return bounds in text order; of those that overlap, a name, or else the longest, or else the first."""
    kept: list[Bounds] = []
    for start, end in sorted(names | sources, key=lambda one: (one not in names, one[0] - one[1], one[0])):
        place = bisect_left(kept, (start, end))
        if (place == 0 or kept[place - 1][1] <= start) and (place == len(kept) or end <= kept[place][0]):
            kept.insert(place, (start, end))
    return kept


def _members_of(referent: Referent) -> tuple[Named, ...]:
    """Return those who speak together."""
    return tuple(map(Named, referent.entities)) if isinstance(referent, Joint) else ()


def _make_speaker(
    name: str, referent: Referent, mentions: Spans, members: tuple[Speaker, ...], discourse: Discourse
) -> Speaker:
    """Make the record of one speaker."""
    titles: tuple[str, ...] = ()
    if isinstance(referent, Named):
        titles = discourse.entities[referent.entity].titles
    printed, kind = _joint_name_and_kind(members) if members else _name_and_kind(referent, discourse)
    return Speaker(name, printed, kind, titles, mentions, members)


def _joint_name_and_kind(members: tuple[Speaker, ...]) -> tuple[str, SpeakerKind]:
    """Return the names of several speakers, and the kind of all of them."""
    kinds = {member.kind for member in members}
    return "; ".join(filter(None, (m.name for m in members))), kinds.pop() if len(kinds) == 1 else SpeakerKind.GROUP


def _name_and_kind(referent: Referent, discourse: Discourse) -> tuple[str | None, SpeakerKind]:
    """Return the name of a speaker, if any, and the kind of speaker."""
    match referent:
        case Named():
            entity = discourse.entities[referent.entity]
            return entity.name, entity.kind or SpeakerKind.PERSON
        case Document():
            return "; ".join(referent.makers), SpeakerKind.DOCUMENT
        case Described():
            return referent.name, referent.kind
        case Author():
            return "; ".join(referent.names) or None, SpeakerKind.AUTHOR
        case Joint() | Unresolvable():
            return None, SpeakerKind.UNNAMED


def _entities_of(referent: Referent) -> tuple[int, ...]:
    """Return the entities of a referent, if it has any."""
    if isinstance(referent, Named):
        return (referent.entity,)
    return referent.entities if isinstance(referent, Joint) else ()


def _bounds_of_names(referent: Referent, discourse: Discourse) -> tuple[Bounds, ...]:
    """Return the bounds of the mentions of a referent's entities, including those added by clusters."""
    entities = _entities_of(referent)
    known = [(m.start, m.end) for m in discourse.entities[entities[0]].mentions] if len(entities) == 1 else []
    return discourse.clusters.bounds_of(entities, known) if entities else ()
