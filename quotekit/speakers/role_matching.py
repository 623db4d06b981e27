"""Match descriptions with roles: "the Ohio senator" with a person who has the title "Sen." and is from Ohio."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place
from quotekit.names.roles import Role

__all__ = [
    "ANYBODY",
    "ELECTED",
    "GENERAL",
    "PARTIES",
    "RUNNING",
    "confirms",
    "is_other_party",
    "match_roles",
    "restates",
]

#: Words of a description that need not be in the title it matches.
GENERAL = frozenset({"american", "current", "former", "longtime", "new", "then", "us", "veteran"})
#: Nouns for members of a party.
PARTIES = frozenset({"democrat", "independent", "libertarian", "republican"})
#: Offices that a description may merely restate: "the Ohio senator".
ELECTED = frozenset({"congressman", "governor", "lawmaker", "representative", "senator"})
#: Nouns that may describe any two people.
ANYBODY = frozenset(
    (
        *("candidate", "contender", "friend", "leader", "man", "nominee"),
        *("opponent", "person", "politician", "rival", "woman"),
    ),
)
#: Nouns for those who run for an office; any race has several of them.
RUNNING = frozenset({"candidate", "contender", "hopeful", "nominee"})
# "Three-term" tells no governor from another.
_COUNTING_ENDINGS = ("-term", "-time", "-year")
# A deputy mayor is not the mayor.
_BELOW = frozenset({"deputy", "shadow"})


def restates(wanted: Role) -> bool:
    """
    Return whether a description adds information about a known person: "the billionaire", "the former Marine".

    Args:
        wanted: The role that the description names.

    Returns:
        Whether it does.

    Example:
        >>> restates(Role.of("billionaire")), restates(Role.of("former Marine")), restates(Role.of("mayor"))
        (True, True, False)
    """
    if {"former", "retired"} & wanted.others:
        return wanted.head not in load_words("offices")
    return wanted.head in load_words("epithets")


def match_roles(wanted: Role, roles: Iterable[Role]) -> tuple[int, bool] | None:
    """
    Compare a description with the roles of a person.

    Args:
        wanted: The role that the description names.

        roles: The person's roles elsewhere in the article.

    Returns:
        A rank, higher being better: one plus the number of words they share, and whether both or neither have "former".
        None if they do not match: a deputy, another party, another country.

    Example:
        >>> roles = [Role.of("French president"), Role.of("former banker")]
        >>> match_roles(Role.of("president"), roles), match_roles(Role.of("German president"), roles)
        ((1, True), None)
    """
    alike = [role for role in roles if role.head == wanted.head and _is_vice(role) == _is_vice(wanted)]
    if not alike or is_other_party(wanted, roles):
        return None
    theirs = frozenset[str]().union(*(role.others for role in alike))
    if "former" in wanted.others and "former" not in theirs:
        return None
    mine = frozenset(word for word in wanted.others - GENERAL if not word.endswith(_COUNTING_ENDINGS))
    if wanted.head not in ELECTED and any(_is_origin(word) and word not in theirs for word in mine):
        return None
    if wanted.head in load_words("standings") and mine.isdisjoint(theirs):
        return None
    # A party does not contradict a home.
    homes, known = mine - PARTIES, theirs - GENERAL - PARTIES
    if homes and known and homes.isdisjoint(known):
        return None
    return 1 + len(wanted.others & theirs), ("former" in wanted.others) == ("former" in theirs)


def confirms(wanted: Role, roles: Iterable[Role]) -> bool:
    """
    Return whether a person's roles confirm a description with more than a noun that could describe anyone.

    Args:
        wanted: The role that the description names.

        roles: The person's roles elsewhere in the article; they match the description.

    Returns:
        Whether they confirm it.

    Example:
        >>> senator, leader = Role.of("Ohio senator"), Role.of("leader")
        >>> confirms(senator, [senator]), confirms(leader, [leader])
        (True, False)
    """
    words = wanted.others - GENERAL
    if wanted.head in PARTIES and not words:
        return False
    theirs = frozenset[str]().union(*(role.others for role in roles if role.head == wanted.head))
    return not words.isdisjoint(theirs) if words else wanted.head not in ANYBODY


def _is_origin(word: str) -> bool:
    """Return whether a word of a description shows where a person is from."""
    return word in load_words("demonyms") or is_place(word)


def _is_vice(role: Role) -> bool:
    return any(word.startswith("vice") or word in _BELOW for word in (role.head, *role.others))


def is_other_party(wanted: Role, roles: Iterable[Role]) -> bool:
    """
    Return whether a description names one party and a person's roles name another.

    Args:
        wanted: The role that the description names.

        roles: The person's roles elsewhere in the article.

    Returns:
        Whether they differ.

    Example:
        >>> is_other_party(Role.of("Republican nominee"), [Role.of("Democratic senator")])
        True
    """
    mine = PARTIES & {wanted.head, *wanted.others}
    if not mine:
        return False
    theirs = PARTIES & {word for role in roles for word in (role.head, *role.others)}
    return bool(theirs) and mine.isdisjoint(theirs)
