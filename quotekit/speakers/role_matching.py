"""Return whether a description may be said of somebody: "the Ohio senator" of one who is called "Sen." and of Ohio."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place
from quotekit.names.roles import Role

__all__ = ["ELECTED", "GENERAL", "PARTIES", "fit_roles", "restates"]

#: Words of a description that need not be in the title it fits.
GENERAL = frozenset({"american", "current", "former", "longtime", "new", "then", "us", "veteran"})
#: What members of a party are called.
PARTIES = frozenset({"democrat", "independent", "libertarian", "republican"})
#: "The Ohio senator" says once more who somebody is.
ELECTED = frozenset({"congressman", "governor", "lawmaker", "representative", "senator"})
# A deputy mayor is not the mayor.
_BELOW = frozenset({"deputy", "shadow"})


def restates(wanted: Role) -> bool:
    """
    Return whether a description says once more whom it is about, as "the billionaire" and "the former Marine" do.

    Args:
        wanted: What the description names.

    Returns:
        Whether it does.

    Example:
        >>> restates(Role.of("billionaire")), restates(Role.of("former Marine")), restates(Role.of("mayor"))
        (True, True, False)
    """
    if {"former", "retired"} & wanted.others:
        return wanted.head not in load_words("offices")
    return wanted.head in load_words("epithets")


def fit_roles(wanted: Role, roles: Iterable[Role]) -> tuple[int, bool] | None:
    """
    Tell how well somebody's roles fit a description.

    Args:
        wanted: What the description names.

        roles: What the person is called elsewhere.

    Returns:
        More is better: how many words they share, and whether both are or are not of former times. None where they do
        not fit: a deputy, another party, another country.

    Example:
        >>> roles = [Role.of("French president"), Role.of("former banker")]
        >>> fit_roles(Role.of("president"), roles), fit_roles(Role.of("German president"), roles)
        ((1, True), None)
    """
    alike = [role for role in roles if role.head == wanted.head and _is_vice(role) == _is_vice(wanted)]
    if not alike or _is_other_party(wanted, roles):
        return None
    theirs = frozenset[str]().union(*(role.others for role in alike))
    if "former" in wanted.others and "former" not in theirs:
        return None
    mine = wanted.others - GENERAL
    if wanted.head not in ELECTED and any(_is_origin(word) and word not in theirs for word in mine):
        return None
    if wanted.head in load_words("standings") and mine.isdisjoint(theirs):
        return None
    if mine and theirs - GENERAL and mine.isdisjoint(theirs - GENERAL):
        return None
    return 1 + len(wanted.others & theirs), ("former" in wanted.others) == ("former" in theirs)


def _is_origin(word: str) -> bool:
    """Return whether a word of a description says where somebody is from."""
    return word in load_words("demonyms") or is_place(word)


def _is_vice(role: Role) -> bool:
    return any(word.startswith("vice") or word in _BELOW for word in (role.head, *role.others))


def _is_other_party(wanted: Role, roles: Iterable[Role]) -> bool:
    """Return whether a description names one party and somebody's roles name another."""
    mine = PARTIES & {wanted.head, *wanted.others}
    theirs = PARTIES & {word for role in roles for word in (role.head, *role.others)}
    return bool(mine and theirs) and mine.isdisjoint(theirs)
