"""Put the mentions of one organization together, and tell by which nouns it is called: "the bank", "the ministry", "the paper"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize, normalized_words, singular
from quotekit.names.capitalized_runs import Mention

__all__ = ["group_by_name", "is_listed_outlet", "link_organizations", "organization_nouns"]

#: Among more names than these with one last word nothing is told apart, which bounds the time.
_MOST_ALIKE = 50
_STAND_ALONE = ("places", "regions", "proper_groups", "well_known_organizations")
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
        groups.setdefault(normalize(mention.name.text), []).append(mention)
    return list(groups.values())


def link_organizations(organizations: Iterable[Mention], definitions: Mapping[str, str]) -> list[list[Mention]]:
    """
    Link short names and acronyms of organizations to longer names, where there is only one.

    Args:
        organizations: The mentions of organizations and groups.

        definitions: Acronyms that the text defines, each with its full name.

    Returns:
        The mentions of each organization, those with the longest name first.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> organizations = find_mentions("The RTO met. The Reef Trade Office (RTO) is old.")
        >>> [[m.name.text for m in same] for same in link_organizations(organizations, {"RTO": "Reef Trade Office"})]
        [['Reef Trade Office', 'RTO', 'RTO']]
    """
    groups = sorted(group_by_name(organizations), key=lambda same: -len(same[0].name.text.split()))
    full = {normalize(acronym): normalize(name) for acronym, name in definitions.items()}
    by_name = {normalize(same[0].name.text): i for i, same in reversed(list(enumerate(groups)))}
    by_last: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    root: list[int] = []
    clusters: dict[int, list[Mention]] = {}
    for i, same in enumerate(groups):
        printed = same[0].name.text
        words = normalize(printed).split()
        if full.get(normalize(printed)) in by_name:
            longer = [by_name[full[normalize(printed)]]]
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
    """Names of organizations that mean themselves, whatever longer names end in them."""
    return frozenset().union(*(normalized_words(name) for name in _STAND_ALONE))


def _is_within(short: Sequence[str], longer: Mention) -> bool:
    """Return whether all words of a short name stand in a longer one in the same order."""
    long = normalize(longer.name.text).split()
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def is_listed_outlet(name: str) -> bool:
    """Return whether a name is that of a well-known outlet."""
    bare = normalize(name).removeprefix("the ")
    return bare in normalized_words("outlets") or f"the {bare}" in normalized_words("outlets")


def organization_nouns(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """
    Tell by which nouns an organization is called.

    Args:
        text: The article's text.

        mentions: The organization's mentions.

    Returns:
        Singular nouns, normalized, from its names, from what is said beside them, and from common knowledge.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "The Reef Fund, a small charity, met NASA."
        >>> [sorted(organization_nouns(text, [m])) for m in find_mentions(text)]
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
    words = normalize(name).split()
    nouns = {noun for word in words for noun in (word, singular(word)) if noun in load_words("organization_nouns")}
    if not load_words("company_words").isdisjoint(words):
        nouns.add("company")
    nouns |= _known().get(" ".join(words).removeprefix("the "), frozenset())
    if is_listed_outlet(name):
        nouns.add("outlet")
    return nouns


def _nouns_beside(text: str, mention: Mention) -> set[str]:
    """The nouns right before a name, and in its apposition."""
    nouns: set[str] = set()
    before = _WORDS_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    if before and normalize(before["noun"]) in load_words("organization_nouns"):
        nouns.add(normalize(before["noun"]))
    beside = _BESIDE.match(text, mention.end, mention.end + _LONGEST)
    if beside:
        noun = singular(beside["words"].rpartition(" ")[2])
        nouns |= {noun} if noun in load_words("organization_nouns") else set()
    if _OF_A_COMPANY.match(text, mention.end) or _COMPANY_OF.search(text, max(0, mention.start - 40), mention.start):
        nouns.add("company")
    return nouns


@cache
def _known() -> dict[str, frozenset[str]]:
    """Nouns for well-known organizations."""
    lines = (line.split(": ", 1) for line in load_words("known_organization_nouns"))
    return {name: frozenset(nouns.split()) for name, nouns in lines}


@cache
def _wider() -> dict[str, tuple[str, ...]]:
    """For a noun those that mean more: a bank is a company."""
    return {noun: tuple(wider) for noun, *wider in (line.split() for line in load_words("wider_organization_nouns"))}
