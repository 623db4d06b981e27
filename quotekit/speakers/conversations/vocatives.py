"""Find who is addressed by name in a quotation: “No, Anna, not yet.”."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from quotekit.english.words import Gender
from quotekit.speakers.conversations.turns import Turn
from quotekit.speakers.discourse import Discourse
from quotekit.text import TextIndex

__all__ = ["NamesInTurn", "names_in_turn"]

# What may precede the name of the person addressed: a mark, then words such as "my dear" or "Oh".
_BEFORE = re.compile(
    r"""
    (?: ^ | [,;:.!?…\"“”‘'—(–-]\s{0,2} | [_*] )
    (?: (?:[Mm]y|[Dd]ear|[Pp]oor|[Oo]ld|[Gg]ood|[Oo]h?|[Aa]h|[Ww]ell|[Yy]es|[Nn]o|[Bb]ut|[Aa]nd|[Nn]ow) [ \n] ){0,3}
    _?$
    """,
    re.VERBOSE,
)
_BEFORE_REACH_CHARS = 30
_FORM_OF_ADDRESS = re.compile(
    r"""
    \b(?:
        (?P<female> madam | ma['’]am | my[ ]lady | (?:my[ ]|dear[ ]|old[ ]|good[ ]){1,3} (?:girl|lady|woman)
            | mother | mamma | m(?:a|u)mm(?:a|y) | aunt(?:ie)? | miss )
        | sir | my[ ]lord | (?:my[ ]|dear[ ]|old[ ]|good[ ]){1,3} (?:boy|chap|fellow|lad|man|sir)
        | father | papa | uncle | gentlemen
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What follows a form of address: punctuation or a closing mark, but no possessive and no dot of an abbreviation.
_AFTER = re.compile(r"_?(?:[,!?;:…—–]|--|\.(?!\w)|[\"”’'](?!s\b|\w))")


@attrs.frozen
class NamesInTurn:
    """The entities that a speaker names."""

    #: Those addressed.
    addressed: frozenset[int] = frozenset()
    #: Those spoken of.
    mentioned: frozenset[int] = frozenset()
    #: The gender of a form of address, such as "sir"; None if there is none.
    gender: Gender | None = None


def names_in_turn(turn: Turn, discourse: Discourse) -> NamesInTurn:
    """
    Find the entities that a speaker addresses and those spoken of.

    Args:
        turn: The turn.

        discourse: What is known.

    Returns:
        The indices of the entities.
    """
    addressed, mentioned = set(), set()
    for start, end in turn.quotations:
        for mention in discourse.mentions.within(start, end):
            entity = discourse.mentions.entity_of(mention)
            if _is_vocative(discourse, mention.start, mention.end):
                addressed.add(entity)
            else:
                mentioned.add(entity)
    forms = {form for start, end in turn.quotations for form in _forms_of_address(discourse.index, start, end)}
    gender = forms.pop() if len(forms) == 1 else None
    return NamesInTurn(frozenset(addressed), frozenset(mentioned - addressed), gender)


def _forms_of_address(index: TextIndex, start: int, end: int) -> Iterator[Gender]:
    """Yield the genders of the forms of address in a quotation."""
    for found in _FORM_OF_ADDRESS.finditer(index.text, start, end):
        if index.match_after(_AFTER, found.end()) and _BEFORE.search(index.before(found.start(), _BEFORE_REACH_CHARS)):
            yield "female" if found["female"] else "male"


def _is_vocative(discourse: Discourse, start: int, end: int) -> bool:
    """Return whether a name in a quotation is set off by punctuation on both sides."""
    index = discourse.index
    is_set_off = _BEFORE.search(index.before(start, _BEFORE_REACH_CHARS)) is not None
    return is_set_off and index.match_after(_AFTER, end) is not None
