"""Names in apposition to a person: "His cousin, Ngozi Eze,", "the head of the port, Ali Can,"."""

from __future__ import annotations

import re

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_role, normalize
from quotekit.text import TextIndex

__all__ = ["follows_personal_description", "may_be_organization"]

# A noun phrase and a comma.
_DESCRIPTION = re.compile(
    r"""
    (?: ^ | [.!?;:,“”"(—–] \s? | \b(?:said|says|by|and|to|from|with|met|told|asked)\s )
    (?:the|an?|his|her|their|its|our|my)
    (?P<head> (?:[ ](?!(?:of|for|at|in|from|on|to|who|and)\b)[\w'’-]{1,30}){1,5} )
    (?:[ ](?:of|for|at|in|from|on|to)[ ][^,.;:“”"\n]{1,60})?
    ,[ ]$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REACH_CHARS = 150
_END = re.compile(r"\s{0,9}(?:[,.;:)—–]|\Z)")
# Organizations are called so as well: "the owner, Blue Harbour,".
_NOT_ONLY_PEOPLE = frozenset(
    (
        *("agent", "broker", "builder", "buyer", "client", "contractor", "creditor", "customer", "dealer", "developer"),
        *("founder", "insurer", "landlord", "lender", "maker", "manufacturer", "operator", "organiser", "organizer"),
        *("owner", "partner", "player", "producer", "promoter", "publisher", "retailer", "rival", "seller", "sponsor"),
        *("supplier", "transporter", "winner"),
    )
)


def follows_personal_description(index: TextIndex, start: int, end: int) -> bool:
    """
    Return whether a name is in apposition to a description of a person: "His cousin, Ngozi Eze,".

    Args:
        index: The text.

        start: Offset of the first character of the name.

        end: Offset after its last character.

    Returns:
        Whether a noun for a relative or an office stands before it, and punctuation after it.

    Example:
        >>> index = TextIndex("The head of the port, Ali Can, smiled.")
        >>> follows_personal_description(index, 22, 29)
        True
    """
    found = index.search_before(_DESCRIPTION, start, _REACH_CHARS)
    if found is None or not index.match_after(_END, end):
        return False
    noun = found["head"].split()[-1]
    return noun in load_words("kinship_nouns") or (is_role(noun) and not may_be_organization(noun))


def may_be_organization(noun: str) -> bool:
    """
    Return whether a noun for a person may denote an organization as well: "owner", "supplier".

    Args:
        noun: The noun as printed.

    Returns:
        Whether it may.

    Example:
        >>> may_be_organization("owner"), may_be_organization("cousin")
        (True, False)
    """
    return normalize(noun) in _NOT_ONLY_PEOPLE
