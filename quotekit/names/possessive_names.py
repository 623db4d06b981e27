"""Find names of organizations with a possessive in them: "King's College", "Moody's said", "Lloyd's of London"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_place, is_role, normalize, singular
from quotekit.names.mention import Mention
from quotekit.text import TextIndex

__all__ = ["find_possessive_names"]

_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_NAME = re.compile(
    rf"""
    (?<![\w'’&.-])
    (?: St\.?[ ] )?
    (?: {_UPPER}[\w-]*[ ] ){{0,2}}?                       # "Poor"
    (?P<owner> {_UPPER}[\w-]+ ) (?: ['’]s | (?<=s)['’] )    # "Farmers’", "Joe's"
    (?:
        (?P<of>[ ]of[ ]{_UPPER}[\w-]+ )                     # "of London"
        | (?P<rest> (?:[ ]{_UPPER}[\w-]+){{1,4}} )          # "College"
        | (?= [ ](?: (?:said|says|told|tells)\b | [a-z]+ed[ ](?:a|an|it|its|that|the|there)\b ) )   # "said"
    )
    """,
    re.VERBOSE,
)
# Words after the name that show whether it is an organization's or a person's.
_APPOSITION = re.compile(
    r", (?:an?|the) (?P<words>(?:[\w'’-]+ ){0,4}?[\w-]+)(?=[,.;)]| (?:at|by|for|in|near|of|on|that|with)\b)"
)
_APPOSITION_CHARS = 80
_FIRST_WORD = re.compile(r"(?P<word>\w{1,40}) ")


def find_possessive_names(index: TextIndex, people: AbstractSet[str]) -> Iterator[Mention]:
    """
    Find the names of organizations with a possessive in them.

    Args:
        index: The text.

        people: The surnames and given names of the people that the text names, normalized: what they own is not a name.

    Yields:
        The mentions in text order.

    Example:
        >>> text = "King's College agreed, Moody's said. Dray's wife left."
        >>> [m.name.text for m in find_possessive_names(TextIndex(text), frozenset())]
        ["King's College", "Moody's"]
    """
    for found in _NAME.finditer(index.text):
        owner = found["owner"]
        if normalize(owner) in load_words("not_names") or is_place(owner):
            continue
        start = found.start()
        if found["rest"] is not None:
            if not _is_whole_name(index, found, people):
                continue
        elif normalize(owner) in people or found.start("owner") != start:
            continue
        yield Mention.of_organization(index, _without_opener(index, start, found.end()), found.end())


def _is_of_group(owner: str) -> bool:
    """Return whether an owner is a well-known organization, whose possessions have names of their own."""
    return normalize(owner) in load_words("well_known_organizations") or normalize(owner) in load_words("outlets")


def _is_whole_name(index: TextIndex, found: re.Match[str], people: AbstractSet[str]) -> bool:
    """Return whether an owner and what it owns are one name."""
    owner, head = normalize(found["owner"]), normalize(found["rest"].rpartition(" ")[2])
    if is_role(head) or _is_of_group(found["owner"]) or is_given_name(found["rest"].split()[0]):
        return False
    if found.start("owner") > found.start() and is_given_name(found[0].split()[0]):
        return False
    if head in load_words("founded_nouns"):
        return True
    if head in load_words("organization_nouns") and (found[0].startswith("St") or _is_common_owner(found["owner"])):
        return True
    apposition = index.match_after(_APPOSITION, found.end(), _APPOSITION_CHARS)
    if apposition is None or owner in people:
        return False
    noun = singular(apposition["words"].rpartition(" ")[2])
    return noun in load_words("organization_nouns") or noun in load_words("founded_nouns")


def _is_common_owner(owner: str) -> bool:
    """Return whether an owner is a common noun for people: "People's", "Farmers’"."""
    one = singular(owner)
    return one != normalize(owner) or is_role(one) or one in ("man", "woman", "child", "person")


def _without_opener(index: TextIndex, start: int, end: int) -> int:
    """Return the offset of a name, without a word that merely opens the sentence."""
    word = index.match_after(_FIRST_WORD, start)
    while word and word.end() < end and normalize(word["word"]) in load_words("not_names"):
        start = word.end()
        word = index.match_after(_FIRST_WORD, start)
    return start
