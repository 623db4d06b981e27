"""The columns of the evidence, by name and in order: a network is trained for just these."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.records import SpeakerKind

__all__ = ["DESCRIBED", "ENTITY_KINDS", "KINDS", "PLACE", "SPOKE", "Widths"]

#: The kinds of speakers that are told apart; None is no speaker at all.
KINDS: tuple[SpeakerKind | None, ...] = (
    SpeakerKind.PERSON,
    SpeakerKind.GROUP,
    SpeakerKind.ORGANIZATION,
    SpeakerKind.DOCUMENT,
    SpeakerKind.UNNAMED,
    SpeakerKind.AUTHOR,
    None,
)
#: The kinds of entities; None is one of unknown kind.
ENTITY_KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT, None)
#: Where a mention stands, seen from the attribution.
PLACE = (
    *("in its sentence, before", "in its sentence, ahead"),
    *("1 sentence before", "2 sentences before", "3 to 5 sentences before", "more sentences before"),
    *("in a sentence ahead", "more than 2 sentences ahead", "distance in characters"),
    *("in its content", "in its source", "distance in mentions", "the last mention before", "the last but one"),
    *("in a source before", "in a source ahead", "the first of its entity"),
)
#: Which of the speakers around an attribution an entity is: those before it, the last one first, and the next one.
SPOKE = (-1, -2, -3, -4, 1)
#: How far the words around an entity's names agree with a description, as
#: :mod:`quotekit.speakers.descriptions.features` names it.
DESCRIBED = (
    "role",
    "role, shared words",
    "role contradicted",
    "noun beside",
    "modifiers beside",
    "noun in name",
    "owner",
    "called so",
    "party or home",
)
# Mentions, and their share of those of the entity named most.
_COUNTS = 2
# Whether it was named before, and how long ago.
_LAST = 2
# Gender agrees, differs, is unknown; the likely one agrees, differs.
_GENDERS = 5
# Whether something rules it out.
_RULED_OUT = 1
# Besides the sieves and none of them: whether rules decided on it, their confidence, their share.
_RULED = 3
# Besides the kinds: whether there is a source, whether it is quoted, the confidence of the attribution.
_QUERY = 3
# Besides the sieves and none of them: whether they named somebody, and their confidence.
_NOBODY = 2


@attrs.frozen
class Widths:
    """
    How many columns each part of the evidence has.

    Example:
        >>> Widths.of(["name", "description"])
        Widths(place=17, entity=35, query=10, nobody=5)
    """

    #: Those for the place of a mention.
    place: int
    #: Those for an entity.
    entity: int
    #: Those for an attribution.
    query: int
    #: Those for what the rules decided.
    nobody: int

    @classmethod
    def of(cls, sieves: Sequence[str]) -> Widths:
        """
        Return the widths for the sieves that may have decided.

        Args:
            sieves: Their names.

        Returns:
            The widths.
        """
        decided = 1 + len(sieves)
        known = _COUNTS + len(ENTITY_KINDS) + len(SPOKE) + _LAST + _GENDERS + len(DESCRIBED) + _RULED_OUT
        return cls(len(PLACE), known + decided + _RULED, len(KINDS) + _QUERY, decided + _NOBODY)
