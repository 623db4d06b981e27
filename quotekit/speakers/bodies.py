"""Put the mentions of one body together, and tell by which nouns it is called: "the bank", "the ministry", "the paper"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from quotekit.lexicons import load_words
from quotekit.speakers.runs import Mention
from quotekit.speakers.vocabulary import fold, folded_words, singular

__all__ = ["body_nouns", "group_by_name", "is_outlet", "link_bodies"]

#: Among more names than these with one last word nothing is told apart, which bounds the time.
_MOST_ALIKE = 50
_STAND_ALONE = ("places", "regions", "proper_groups", "well_known_bodies")
_LONGEST = 90
# "…, Europe's largest bank," and "… is a bank".
_BESIDE = re.compile(
    r"(?:,| (?:is|was)) (?:an?|the|its|one of|[\w.' ]{2,30}?['’]s?) (?P<words>(?:[\w'’-]+ ){0,5}?[\w-]+)"
    r"(?=[,.;:)(]|$| (?:in|of|that|which|based|for|with|founded|owned|and|whose|behind|from|to)\b)"
)
_WORDS_BEFORE = re.compile(r"(?:(?P<modifier>[a-z][\w-]+) )?(?P<noun>[a-z][\w-]+) $")
# What only a company has.
_OF_A_COMPANY = re.compile(
    r"(?:['’]s?)? (?:(?:chief|top|senior|former|interim|new) )*(?:CEO|CFO|COO|shares?|stock|shareholders|investors|customers"
    r"|executives?|employees|stores?|products?|chief executive|profits?|revenues?|earnings|sales)\b"
)
_COMPANY_OF = re.compile(
    r"(?:CEO|CFO|COO|chief executive(?: officer)?|shares|stock|shareholders|subsidiary|owner|maker) (?:of|in|at) (?:the )?$"
)


def group_by_name(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """
    Group mentions that have the same name.

    Args:
        mentions: The mentions.

    Returns:
        The groups in the order of their first mentions.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(fold(mention.name.text), []).append(mention)
    return list(groups.values())


def link_bodies(bodies: Iterable[Mention], definitions: Mapping[str, str]) -> list[list[Mention]]:
    """
    Link short names and acronyms of bodies to longer names, where there is only one.

    Args:
        bodies: The mentions of bodies and groups.

        definitions: Acronyms that the text defines, each with its full name.

    Returns:
        The mentions of each body, those with the longest name first.

    Example:
        >>> from quotekit.speakers.mentions import find_mentions
        >>> bodies = find_mentions("The RTO met. The Reef Trade Office (RTO) is old.")
        >>> [[m.name.text for m in same] for same in link_bodies(bodies, {"RTO": "Reef Trade Office"})]
        [['Reef Trade Office', 'RTO', 'RTO']]
    """
    groups = sorted(group_by_name(bodies), key=lambda same: -len(same[0].name.text.split()))
    full = {fold(acronym): fold(name) for acronym, name in definitions.items()}
    by_name = {fold(same[0].name.text): i for i, same in reversed(list(enumerate(groups)))}
    by_last: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    root: list[int] = []
    clusters: dict[int, list[Mention]] = {}
    for i, same in enumerate(groups):
        printed = same[0].name.text
        words = fold(printed).split()
        if full.get(fold(printed)) in by_name:
            longer = [by_name[full[fold(printed)]]]
        elif len(words) == 1 and printed.isupper():
            longer = by_initials.get(words[0], [])
        elif " ".join(words) in _stand_alone():
            longer = []
        else:
            longer = [k for k in by_last.get(words[-1], [])[:_MOST_ALIKE] if _is_within(words, groups[k][0])]
        root.append(root[longer[0]] if len(longer) == 1 and longer[0] < i else i)
        clusters.setdefault(root[i], []).extend(same)
        by_last.setdefault(words[-1], []).append(i)
        if len(words) > 1:
            capitals = "".join(word[0] for word in printed.split() if word[0].isupper()).casefold()
            for initials in {capitals, "".join(word[0] for word in words)}:
                by_initials.setdefault(initials, []).append(i)
    return list(clusters.values())


@cache
def _stand_alone() -> frozenset[str]:
    """Names of bodies that mean themselves, whatever longer names end in them."""
    return frozenset().union(*(folded_words(name) for name in _STAND_ALONE))


def _is_within(short: Sequence[str], longer: Mention) -> bool:
    """Whether all words of a short name stand in a longer one in the same order."""
    long = fold(longer.name.text).split()
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of a well-known outlet."""
    bare = fold(name).removeprefix("the ")
    return bare in folded_words("outlets") or f"the {bare}" in folded_words("outlets")


def body_nouns(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """
    Tell by which nouns a body is called.

    Args:
        text: The article's text.

        mentions: The body's mentions.

    Returns:
        Singular nouns, folded, from its names, from what is said beside them, and from common knowledge.

    Example:
        >>> from quotekit.speakers.mentions import find_mentions
        >>> text = "The Reef Fund, a small charity, met NASA."
        >>> [sorted(body_nouns(text, [m])) for m in find_mentions(text)]
        [['charity', 'fund', 'group', 'organisation', 'organization'], ['agency', 'organization']]
    """
    nouns: set[str] = set()
    for name in {mention.name.text for mention in mentions}:
        nouns |= _nouns_of_name(name)
    for mention in mentions:
        nouns |= _nouns_beside(text, mention)
    wider = {noun: _wider().get(noun, ()) for noun in nouns}
    return frozenset(nouns).union(*wider.values())


def _nouns_of_name(name: str) -> set[str]:
    """The nouns that a name has in it, or that everybody knows it by."""
    words = fold(name).split()
    nouns = {noun for word in words for noun in (word, singular(word)) if noun in load_words("organization_nouns")}
    if not load_words("company_words").isdisjoint(words):
        nouns.add("company")
    nouns |= _known().get(" ".join(words).removeprefix("the "), frozenset())
    if is_outlet(name):
        nouns.add("outlet")
    return nouns


def _nouns_beside(text: str, mention: Mention) -> set[str]:
    """The nouns right before a name, and in its apposition."""
    nouns: set[str] = set()
    before = _WORDS_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    if before and fold(before["noun"]) in load_words("organization_nouns"):
        nouns.add(fold(before["noun"]))
    beside = _BESIDE.match(text, mention.end, mention.end + _LONGEST)
    if beside:
        noun = singular(beside["words"].rpartition(" ")[2])
        nouns |= {noun} if noun in load_words("organization_nouns") else set()
    if _OF_A_COMPANY.match(text, mention.end) or _COMPANY_OF.search(text, max(0, mention.start - 40), mention.start):
        nouns.add("company")
    return nouns


@cache
def _known() -> dict[str, frozenset[str]]:
    """Nouns for well-known bodies."""
    lines = (line.split(": ", 1) for line in load_words("body_nouns"))
    return {name: frozenset(nouns.split()) for name, nouns in lines}


@cache
def _wider() -> dict[str, tuple[str, ...]]:
    """For a noun those that mean more: a bank is a company."""
    return {noun: tuple(wider) for noun, *wider in (line.split() for line in load_words("wider_body_nouns"))}
