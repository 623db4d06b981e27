"""Link the mentions of each organization, and find the nouns that refer to it: "the bank", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize, normalized_words, singular
from quotekit.names.company_names import count_legal_form_words
from quotekit.names.mention import Mention
from quotekit.text import TextIndex

__all__ = ["group_by_name", "is_listed_outlet", "link_organizations", "organization_nouns"]

#: The maximum number of longer names with the same last word to compare, which bounds the time.
_MAX_NAMESAKES = 50
_CLIPPED_CHARS = 3
_INDEPENDENT_LISTS = ("places", "regions", "proper_groups", "well_known_organizations")
_AFTER_REACH_CHARS = 90
# Words at the end of a name that are often left out, beside those in the names of companies.
_ENDINGS = frozenset(
    {"capital", "department", "group", "international", "lp", "management", "motor", "publishing", "university"}
)
_WEB_ENDINGS = ("com", "org", "net", "info", "co", "io", "couk", "orguk")
_BEFORE_REACH_CHARS = 40
# A description after the name: ", Europe's largest bank,", " is a bank".
_DESCRIPTION_AFTER = re.compile(
    r"""
    (?: , | [ ](?:is|was) ) [ ]
    (?: an? | the | its | one[ ]of | [\w.' ]{2,30}?['’]s? ) [ ]     # "Europe's"
    (?P<words> (?:[\w'’-]+[ ]){0,5}? [\w-]+ )                       # "largest bank"
    (?=
        [,.;:)(] | $
        | [ ](?:in|of|that|which|based|for|with|founded|owned|and|whose|behind|from|to)\b
    )
    """,
    re.VERBOSE,
)
# A noun before the name: "the automaker GULL", "one county agency, the Reef Authority".
_NOUN_BEFORE = re.compile(r"(?P<noun>[a-z][\w-]{1,40})(?: |, the )$")
# What only companies have: "GULL's shares", "GULL chief executive".
_COMPANY_AFTER = re.compile(
    r"""
    (?:['’]s?)? [ ]
    (?: (?:chief|top|senior|former|interim|new)[ ] ){0,8}
    (?:
        CEO|CFO|COO|shares?|stock|shareholders|investors|customers|executives?|employees|stores?|products?
        |chief[ ]executive|profits?|revenues?|earnings|sales
    )\b
    """,
    re.VERBOSE,
)
# "The chief executive of GULL".
_COMPANY_BEFORE = re.compile(
    r"""
    (?: CEO|CFO|COO|chief[ ]executive(?:[ ]officer)?|shares|stock|shareholders|subsidiary|owner|maker )
    [ ](?:of|in|at)[ ](?:the[ ])?$
    """,
    re.VERBOSE,
)


def group_by_name(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """
    Group mentions by their names.

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
    Link short names and acronyms of organizations to longer names, if there is only one that fits.

    Args:
        organizations: The mentions of organizations and groups.

        definitions: The acronyms that the text defines, with their full names.

    Returns:
        The mentions of each organization, those with the longest name first.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> organizations = find_mentions(TextIndex("The RTO met. The Reef Trade Office (RTO) is old."))
        >>> [[m.name.text for m in same] for same in link_organizations(organizations, {"RTO": "Reef Trade Office"})]
        [['Reef Trade Office', 'RTO', 'RTO']]
    """
    groups = sorted(group_by_name(organizations), key=lambda group: -len(group[0].name.text.split()))
    names = _LongerNames([group[0].name.text for group in groups], definitions)
    roots: list[int] = []
    clusters: dict[int, list[Mention]] = {}
    for i, group in enumerate(groups):
        longer = names.longer_than(i)
        roots.append(roots[longer[0]] if len(longer) == 1 and longer[0] < i else i)
        clusters.setdefault(roots[i], []).extend(group)
        names.add(i)
    return list(clusters.values())


class _LongerNames:
    """
    Finds the names of organizations that a name may be short for, among those added before it.

    Args:
        names: The names, the longest ones first.

        definitions: The acronyms that the text defines, with their full names.
    """

    def __init__(self, names: Sequence[str], definitions: Mapping[str, str]) -> None:
        self._names = names
        self._words = [normalize(name).replace(",", "").split() for name in names]
        self._definitions = {normalize(acronym): normalize(name) for acronym, name in definitions.items()}
        self._by_name = {normalize(name): i for i, name in reversed(list(enumerate(names)))}
        self._by_last_word: dict[str, list[int]] = {}
        self._by_first_word: dict[str, list[int]] = {}
        self._by_head: dict[str, list[int]] = {}
        self._by_initials: dict[str, list[int]] = {}
        self._by_clipping: dict[str, list[int]] = {}

    def longer_than(self, number: int) -> list[int]:
        """Return the numbers of the names that a name may be short for."""
        name, words = self._names[number], self._words[number]
        defined = self._definitions.get(normalize(name))
        if defined is not None and defined in self._by_name:
            return [self._by_name[defined]]
        web_name = next((i for i in map(self._by_name.get, _web_names(words)) if i is not None), None)
        if web_name is not None:
            return [web_name]
        if len(words) == 1 and name.isupper():
            return self._by_initials.get(words[0], [])
        if len(words) == 1 and words[0] in self._by_clipping:
            return self._by_clipping[words[0]]
        if " ".join(words) in _independent_names():
            return []
        namesakes = self._by_last_word.get(words[-1], [])[:_MAX_NAMESAKES]
        found = [i for i in namesakes if _is_subsequence(words, self._words[i])]
        if not found and len(words) == 1:
            # "The Company" is the only one that the text names.
            found = self._by_head.get(words[0], [])
        longer = self._by_first_word.get(words[0], [])[:_MAX_NAMESAKES]
        return found or [i for i in longer if self._words[i][: len(words)] == words]

    def add(self, number: int) -> None:
        """Add a name that those after it may be short for."""
        name, words = self._names[number], self._words[number]
        self._by_last_word.setdefault(words[-1], []).append(number)
        is_company = count_legal_form_words(name.split()) > 0
        if (is_company or words[-1] in _ENDINGS | load_words("company_words")) and len(
            self._by_first_word.get(words[0], ())
        ) < _MAX_NAMESAKES:
            # "Delta" is Delta Capital Management.
            self._by_first_word.setdefault(words[0], []).append(number)
        if is_company:
            self._by_head.setdefault("company", []).append(number)
        if len(words) > 1:
            capitals = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
            for initials in {capitals, "".join(word[0] for word in words)}:
                self._by_initials.setdefault(initials, []).append(number)
            # "The Fed" is the Federal Reserve.
            self._by_clipping.setdefault(words[0][:_CLIPPED_CHARS], []).append(number)


def _web_names(words: Sequence[str]) -> Iterator[str]:
    """Return the web names that a name of one word may have, normalized: "pipewatchorg" for "PipeWatch"."""
    if len(words) == 1:
        yield from (words[0] + ending for ending in _WEB_ENDINGS)


@cache
def _independent_names() -> frozenset[str]:
    """Load the names of organizations that are not short for longer names that end in them."""
    return frozenset().union(*(normalized_words(name) for name in _INDEPENDENT_LISTS))


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether a longer name contains all words of a short one in the same order."""
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def is_listed_outlet(name: str) -> bool:
    """
    Return whether a name is that of a well-known outlet.

    Args:
        name: The name as printed, with or without "The".

    Returns:
        Whether it is in the list.

    Example:
        >>> is_listed_outlet("The Washington Post"), is_listed_outlet("Reef Post")
        (True, False)
    """
    bare = normalize(name).removeprefix("the ")
    return bare in normalized_words("outlets") or f"the {bare}" in normalized_words("outlets")


def organization_nouns(index: TextIndex, mentions: Sequence[Mention]) -> frozenset[str]:
    """
    Find the nouns that can refer to an organization.

    Args:
        index: The text.

        mentions: The organization's mentions.

    Returns:
        Singular nouns, normalized: from its names, from the descriptions next to them, and from common knowledge.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> index = TextIndex("The Reef Fund, a small charity, met NASA.")
        >>> [sorted(organization_nouns(index, [mention])) for mention in find_mentions(index)]
        [['charity', 'fund', 'group', 'organisation', 'organization'], ['agency', 'organization']]
    """
    nouns: set[str] = set()
    for name in {mention.name.text for mention in mentions}:
        nouns |= _nouns_of_name(name)
    for mention in mentions:
        nouns |= _adjacent_nouns(index, mention)
    hypernyms = (_hypernyms().get(noun, ()) for noun in nouns)
    return frozenset(nouns).union(*hypernyms)


def _nouns_of_name(name: str) -> set[str]:
    """Return the nouns that are part of a name, or that are commonly known to fit it."""
    words = normalize(name).split()
    nouns = {noun for word in words for noun in (word, singular(word)) if noun in load_words("organization_nouns")}
    if not load_words("company_words").isdisjoint(words):
        nouns.add("company")
    nouns |= _commonly_known_nouns().get(" ".join(words).removeprefix("the "), frozenset())
    if is_listed_outlet(name):
        nouns.add("outlet")
    return nouns


def _adjacent_nouns(index: TextIndex, mention: Mention) -> set[str]:
    """Return the nouns right before a name, and in the description after it."""
    nouns: set[str] = set()
    before = index.search_before(_NOUN_BEFORE, mention.start, _BEFORE_REACH_CHARS)
    if before:
        nouns.add(normalize(before["noun"]))
    after = index.match_after(_DESCRIPTION_AFTER, mention.end, _AFTER_REACH_CHARS)
    if after:
        nouns.add(singular(after["words"].rpartition(" ")[2]))
    nouns &= load_words("organization_nouns")
    if index.match_after(_COMPANY_AFTER, mention.end) or index.search_before(
        _COMPANY_BEFORE, mention.start, _BEFORE_REACH_CHARS
    ):
        nouns.add("company")
    return nouns


@cache
def _commonly_known_nouns() -> dict[str, frozenset[str]]:
    """Load the nouns for well-known organizations."""
    lines = (line.split(": ", 1) for line in load_words("known_organization_nouns"))
    return {name: frozenset(nouns.split()) for name, nouns in lines}


@cache
def _hypernyms() -> dict[str, tuple[str, ...]]:
    """Load the more general nouns for each noun: a bank is a company."""
    return {noun: tuple(wider) for noun, *wider in (line.split() for line in load_words("wider_organization_nouns"))}
