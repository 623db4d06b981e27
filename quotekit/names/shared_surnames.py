"""Names that others in the text complete: "Ida" in "the couple, Ida and Bo Dray,", "Ida Dray" by "Ms. Dray"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_courtesy_title, is_place, kind_of_noun, normalize, normalized_words
from quotekit.names.mention import Mention
from quotekit.names.name import Name
from quotekit.names.person_names import build_name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["with_shared_surnames", "with_titled_surnames"]

# What only relatives are called: "the parents, ", "her brothers ".
_RELATIVES_BEFORE = re.compile(
    r"\b(?:brothers|children|couple|cousins|daughters|grandparents|newlyweds|parents|siblings|sisters|sons|twins),? $"
)
_REACH_CHARS = 20
_FAMILY = re.compile(r"\b[Tt]he (?P<name>[A-Z][\w’'-]{1,40})s\b")


def with_shared_surnames(index: TextIndex, mentions: Iterable[Mention]) -> list[Mention]:
    """
    Complete the given name of somebody whose surname is printed once for two relatives.

    Args:
        index: The text.

        mentions: Its mentions.

    Returns:
        The mentions in text order; those completed have both names, and the bounds of the given name.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "His parents, Khizra and Sohrab Dray, left. The Drays are old."
        >>> [mention.name.text for mention in find_mentions(TextIndex(text))][:2]
        ['Khizra Dray', 'Sohrab Dray']
    """
    found = sorted(mentions, key=lambda m: m.name_start)
    known = _known_words(found)
    families: set[str] | None = None
    for at, (first, second) in enumerate(pairwise(found)):
        if not _may_share(index, first, second) or normalize(first.name.surname) in known:
            continue
        if families is None:
            families = {match["name"] for match in _FAMILY.finditer(index.text)}
        related = index.search_before(_RELATIVES_BEFORE, first.start, _REACH_CHARS) is not None
        if related or second.name.surname in families:
            found[at] = attrs.evolve(first, name=_completed(first.name, second.name), kind=SpeakerKind.PERSON)
    return found


def _may_share(index: TextIndex, first: Mention, second: Mention) -> bool:
    """Return whether the surname of a name may be that of a single name before it, too."""
    is_single = first.is_personal and not first.name.has_title_or_given_name and not is_place(first.name.text)
    is_full = second.kind is SpeakerKind.PERSON and bool(second.name.given) and not second.name.titles
    return is_single and is_full and index.text[first.end : second.start] == " and "


def _known_words(mentions: Iterable[Mention]) -> set[str]:
    """Return the surnames and first names of the people named in full, and the surnames after titles."""
    people = [m.name for m in mentions if m.is_personal and m.name.has_title_or_given_name]
    return {normalize(word) for name in people for word in (name.surname, *name.given[:1])}


def _completed(name: Name, other: Name) -> Name:
    surname = " ".join((*other.particles, other.surname))
    return Name(
        f"{name.text} {surname}", given=tuple(name.text.split()), particles=other.particles, surname=other.surname
    )


def with_titled_surnames(index: TextIndex, mentions: Sequence[Mention]) -> list[Mention]:
    """
    Read apparent organizations as people if the text calls them by a title: "Arun Tribe", by "Mr. Tribe".

    Args:
        index: The text.

        mentions: Its mentions.

    Returns:
        The mentions.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "They met Arun Z. Tribe on Monday. Mr. Tribe smiled."
        >>> [(mention.name.text, mention.kind.value) for mention in find_mentions(TextIndex(text))]
        [('Arun Z. Tribe', 'person'), ('Tribe', 'person')]
    """
    titled = {normalize(m.name.surname) for m in mentions if any(map(is_courtesy_title, m.name.titles))}
    titled -= {normalize(m.name.surname) for m in mentions if m.is_personal and m.name.given}
    names: dict[str, set[str]] = {}
    for mention in mentions:
        if _has_form_of_person(mention, titled):
            names.setdefault(normalize(mention.name.text.split()[-1]), set()).add(mention.name.text)
    # Of two names with the same last word, one may be an organization's.
    people = {next(iter(alike)) for alike in names.values() if len(alike) == 1}
    return [_as_person(index, m) if m.name.text in people else m for m in mentions]


def _has_form_of_person(mention: Mention, titled: AbstractSet[str]) -> bool:
    """Return whether an apparent organization has the form of a name, and the surname of somebody with a title."""
    words = mention.name.text.split()
    if mention.kind is not SpeakerKind.ORGANIZATION or len(words) == 1 or normalize(words[-1]) not in titled:
        return False
    if normalize(mention.name.text) in normalized_words("well_known_organizations"):
        return False
    is_other = kind_of_noun(words[0]) is not None or is_place(words[0]) or normalize(words[0]) in load_words("demonyms")
    return not is_other and all(word[0].isupper() for word in words)


def _as_person(index: TextIndex, mention: Mention) -> Mention:
    name = build_name(index.text[mention.name_start : mention.end].split())
    return attrs.evolve(mention, name=name, kind=SpeakerKind.PERSON)
