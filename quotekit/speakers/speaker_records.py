"""Turn decisions into the speakers of an article."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.records import Spans, Speaker, SpeakerKind
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Referent, Unresolvable
from quotekit.text import Bounds

__all__ = ["make_speakers"]


def make_speakers(decisions: Iterable[Decision | None], discourse: Discourse) -> dict[Referent, Speaker]:
    """
    Make a speaker for each resolved referent.

    Args:
        decisions: The decisions in the order of the drafts; None for a draft without one.

        discourse: What is known.

    Returns:
        The speakers by referent, numbered in the order of their first mentions.
    """
    referents: dict[Referent, Referent] = {}
    bounds: dict[Referent, set[Bounds]] = {}
    for decision in decisions:
        if decision is None or isinstance(decision.referent, Unresolvable):
            continue
        referent = decision.referent
        if referent not in referents:
            # If several descriptions have the same words, the speaker is named after the first.
            referents[referent] = referent
            bounds[referent] = {*_bounds_of_names(referent, discourse)}
        bounds[referent].update(decision.mentions)
    in_order = sorted(referents, key=lambda referent: min(bounds[referent]))
    return {
        referent: _make_speaker(f"s{number}", referents[referent], sorted(bounds[referent]), discourse)
        for number, referent in enumerate(in_order, 1)
    }


def _make_speaker(name: str, referent: Referent, bounds: list[Bounds], discourse: Discourse) -> Speaker:
    """Make the record of one speaker."""
    titles: tuple[str, ...] = ()
    if isinstance(referent, Named):
        titles = discourse.entities[referent.entity].titles
    printed, kind = _name_and_kind(referent, discourse)
    return Speaker(name, printed, kind, titles, Spans.of(discourse.index.text, bounds))


def _name_and_kind(referent: Referent, discourse: Discourse) -> tuple[str | None, SpeakerKind]:
    """Return the name of a speaker, if any, and the kind of speaker."""
    match referent:
        case Named() | Joint():
            entities = [discourse.entities[entity] for entity in _entities_of(referent)]
            return "; ".join(entity.name for entity in entities), entities[0].kind or SpeakerKind.PERSON
        case Document():
            return "; ".join(referent.makers), SpeakerKind.DOCUMENT
        case Described():
            return referent.name, referent.kind
        case Author():
            return "; ".join(referent.names) or None, SpeakerKind.AUTHOR
        case Unresolvable():
            return None, SpeakerKind.UNNAMED


def _entities_of(referent: Referent) -> tuple[int, ...]:
    """Return the entities of a referent, if it has any."""
    if isinstance(referent, Named):
        return (referent.entity,)
    return referent.entities if isinstance(referent, Joint) else ()


def _bounds_of_names(referent: Referent, discourse: Discourse) -> tuple[Bounds, ...]:
    """Return the bounds of the mentions of a referent's entities, including those added by clusters."""
    entities = _entities_of(referent)
    known = [(m.start, m.end) for entity in entities for m in discourse.entities[entity].mentions]
    return discourse.clusters.bounds_of(entities, known) if entities else ()
