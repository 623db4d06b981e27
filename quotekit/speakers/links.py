"""Find who is linked to an organization or a place by standing next to it."""

from __future__ import annotations

import re

from quotekit.english.words import normalize
from quotekit.names.mention import Mention
from quotekit.speakers.discourse import Discourse

__all__ = ["is_linked_to"]

# Text between an organization or place and the name of its officeholder: "Nordhaven's chief executive, Ann Lee".
_SAME_SENTENCE = re.compile(r"[^.!?\n]*")
_ADJACENT_REACH_CHARS = 60
# How many of a person's mentions are looked at.
_MAX_MENTIONS = 100


def is_linked_to(person: int, of: Mention, discourse: Discourse) -> bool:
    """
    Return whether a person is named next to the "of" part of a description: "Nordhaven's chief, Ann Lee".

    Args:
        person: The index of the entity.

        of: The name after the preposition.

        discourse: What is known.

    Returns:
        Whether it is.
    """
    words = {*normalize(of.name.text).split()}
    if any(words & role.others for role in discourse.profiles.roles_of(person)):
        return True
    index, reach = discourse.index, _ADJACENT_REACH_CHARS
    name = re.compile(rf"(?<!\w){re.escape(of.name.text)}(?!\w)")
    return any(
        found.start() != of.name_start and _SAME_SENTENCE.fullmatch(index.text, *_gap(mention, found))
        for mention in discourse.entities[person].mentions[:_MAX_MENTIONS]
        for found in index.find_around(name, (mention.start, mention.end), reach, reach)
    )


def _gap(mention: Mention, found: re.Match[str]) -> tuple[int, int]:
    """Return the bounds of the text between a mention and a match."""
    end = min(mention.end, found.end())
    return end, max(mention.start, found.start(), end)
