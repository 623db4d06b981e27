"""Titles and descriptions in a comparable form: is "the Ohio senator" the one printed as "Sen. Ida Holm (D-Ohio)"?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import abbreviated_titles, is_role, normalize
from quotekit.names.mention import Mention
from quotekit.names.titles import title_in_apposition
from quotekit.text import TextIndex

__all__ = ["ELECTED_ROLES", "Role", "age_of", "roles_beside"]

_REACH_CHARS = 90
# A description in front of the name: "his attorney, ", "The lawyer for Carl Dray, ".
_DESCRIPTION_BEFORE = re.compile(
    r"""
    (?: ^ | [\s("“] )
    (?:
        (?: [Tt]he | [Aa]n? | [Hh]is | [Hh]er | [Tt]heir | [Ii]ts | [Oo]ur | [Mm]y )
        | (?P<owner>[\w.-]+)['’]s?                      # "Dray's"
    )
    [ ] (?P<words> (?:[\w'’-]+[ ]){0,5}? [\w-]+ )       # "former lawyer"
    (?:
        [ ](?:of|for|to|with|at)[ ]
        (?: the[ ] | [A-Z][a-z]*\.[ ] )?                # "Mr."
        (?:[\w'’-]+[ ]){0,4}? (?P<of>[\w'’-]+)          # "Carl Dray"
    )?
    ,[ ] $
    """,
    re.VERBOSE,
)
_APPOSITION_END = re.compile(r"[,.;)]|$")
# "is the mayor", ", who was a senator".
_PREDICATE = re.compile(r",? (?:is|was|became|who is|who was) (?:also )?(?=(?:a|an|the) )")
# An appositive with a possessive: ", Dray's lawyer".
_OWNED_APPOSITION = re.compile(
    r", (?:the |now |then |(?:also )?a )?(?P<owner>[\w.-]+)['’]s? (?P<words>(?:[\w'’-]+ ){0,4}[\w-]+)"
)
# Party and state: "(D-Md.)", "(R)", ", R-La.,".
_PARTY = re.compile(
    r"""
    ,?[ ]\(? (?P<party>Democrat|Republican|[DRI])
    (?: - (?P<state>[A-Z][\w.]+ (?:[ ][A-Z][\w.]+)? ) )?
    (?=[),. ])
    """,
    re.VERBOSE,
)
# State alone: "(Md.)".
_STATE = re.compile(r" \((?P<state>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\)")
_HOME = re.compile(r" of (?P<state>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\b")
_AGE_AFTER = re.compile(
    r"""
    (?: ,[ ](?:aged?[ ])? | [ ]\( ) (?P<age>\d{1,3}) (?= [,).] | $ | [ ]and[ ] )    # ", 62,", ", aged 62.", " (62)"
    | ,[ ]an?[ ](?P<old>\d{1,3})-year-old\b                                         # ", a 62-year-old baker"
    """,
    re.VERBOSE,
)
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[\w-]+ ){0,4}$")
_PREPOSITIONS = frozenset({"at", "for", "in", "of", "to"})
_SMALL_WORDS = _PREPOSITIONS | {"a", "an", "and", "the"}
_PARTIES = {"D": "democrat", "R": "republican", "I": "independent", "Democrat": "democrat", "Republican": "republican"}
#: The head nouns of titles of elected officials, who have a party and a constituency.
ELECTED_ROLES = frozenset({"congressman", "delegate", "governor", "lawmaker", "representative", "senator"})
#: Synonyms for a role, each mapped to a common replacement.
_SYNONYMS = {
    "attorney": "lawyer",
    "ceo": "executive",
    "chair": "chairman",
    "chairwoman": "chairman",
    "congresswoman": "congressman",
    "democratic": "democrat",
    "gop": "republican",
    "legislator": "lawmaker",
    "premier": "minister",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
}
_STANDINGS_BEHIND = frozenset({"emerita", "emeritus"})
_HYPERNYMS = {
    "congressman": ("lawmaker",),
    "inspector": ("detective", "officer"),
    "constable": ("officer",),
    "justice": ("judge",),
    "lawmaker": ("backbencher", "parliamentarian"),
    "representative": ("congressman", "lawmaker"),
    "senator": ("lawmaker",),
    "sergeant": ("officer",),
    "superintendent": ("officer",),
}
# The field of an office, and the noun for its holder: "research director", "the researcher".
_HOLDERS = {
    "engineering": "engineer",
    "law": "lawyer",
    "nursing": "nurse",
    "research": "researcher",
    "science": "scientist",
}


@attrs.frozen
class Role:
    """A title in a form that can be compared with a description such as "the Ohio senator"."""

    #: Its head noun, normalized and written out: "senator" for "Sen.".
    head: str
    #: Its other words, normalized, and the surname of the person that a possessive names.
    others: frozenset[str] = frozenset()

    @classmethod
    def of(cls, title: str) -> Role:
        """
        Parse a title, or a description without its article.

        Args:
            title: As printed, at least one word.

        Returns:
            The role.

        Example:
            >>> Role.of("Ohio Sen.") == Role.of("Ohio senator"), Role.of("PM") == Role.of("prime minister")
            (True, True)
            >>> Role.of("Holm's attorney").head
            'lawyer'
        """
        words = [normalize(word).removesuffix("'s").rstrip("'") for word in title.split()]
        # A "professor emeritus" is a professor.
        words = [_SYNONYMS.get(word, word) for word in words if word and word not in _STANDINGS_BEHIND]
        if not words:
            # "'s": nothing is left of it.
            return cls("")
        # "Mayor of Leeds" is a mayor.
        head = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
        words = [*(word for word in words[head:] if word not in _SMALL_WORDS), *words[:head]]
        written_out = abbreviated_titles().get(words[-1], words[-1]).split()
        return cls(written_out[-1], frozenset((*words[:-1], *written_out[:-1])))

    def implied(self) -> tuple[Role, ...]:
        """Return the more general roles that it implies: a senator is a lawmaker, a research director a researcher."""
        holders = (_HOLDERS[word] for word in sorted(self.others) if word in _HOLDERS)
        return tuple(Role(head, self.others) for head in (*_HYPERNYMS.get(self.head, ()), *holders))


def roles_beside(index: TextIndex, mention: Mention, titles: Iterable[str]) -> Iterator[Role]:
    """
    Find the roles of a person that are stated next to a mention and are not titles: standing, party, home.

    Args:
        index: The text.

        mention: The mention.

        titles: The known titles of the person.

    Yields:
        The roles.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> index = TextIndex("His attorney, Carl Dray, met Sen. Ida Holm (D-Ohio).")
        >>> roles = [roles_beside(index, mention, mention.name.titles) for mention in find_mentions(index)]
        >>> [[(role.head, *sorted(role.others)) for role in beside] for beside in roles]
        [[('lawyer',)], [('democrat', 'ohio'), ('senator', 'democrat', 'ohio')]]
    """
    after = index.after(mention.end, _REACH_CHARS)
    found = _DESCRIPTION_BEFORE.search(index.before(mention.start, _REACH_CHARS))
    if found and _APPOSITION_END.match(after) and _ends_in_role(found["words"]):
        yield _owned_role(found["owner"] or found["of"], found["words"])
    found = _PREDICATE.match(after)
    if found:
        title = title_in_apposition(", " + after[found.end() :])
        if title is not None:
            yield Role.of(title)
    found = _OWNED_APPOSITION.match(after)
    if found and _ends_in_role(found["words"]):
        yield _owned_role(found["owner"], found["words"])
    yield from _party_and_home(after, titles)


def _ends_in_role(words: str) -> bool:
    return is_role(words.rpartition(" ")[2])


def _owned_role(owner: str | None, words: str) -> Role:
    """Return a role with the person that a possessive names: "Holm's attorney"."""
    return Role.of(f"{owner} {words}" if owner else words)


def _party_and_home(after: str, titles: Iterable[str]) -> Iterator[Role]:
    """Find the roles that the party and state after a name give."""
    state = _STATE.match(after)
    found = _PARTY.match(after) or (state if state and _is_state(state["state"]) else None) or _HOME.match(after)
    if found is None:
        return
    parts = found.groupdict()
    home = frozenset(_written_out_state(parts["state"]).split() if parts["state"] else ())
    party = _PARTIES[parts["party"]] if parts.get("party") else None
    if party is not None:
        yield Role(party, home)
    heads = [head for head in dict.fromkeys(Role.of(title).head for title in titles) if head in ELECTED_ROLES]
    if found is state and not heads:
        # Only members of a legislature have no more than a state after their names.
        heads = ["senator", "lawmaker"]
    for head in heads:
        yield Role(head, home | {party} if party else home)


@cache
def _states() -> dict[str, str]:
    """Load the states of the United States by their abbreviations, normalized."""
    return dict(line.split(" ", 1) for line in load_words("state_abbreviations"))


def _is_state(printed: str) -> bool:
    """Return whether a word is a state of the United States, or its abbreviation."""
    name = normalize(printed)
    return name in _states() or name in _states().values()


def _written_out_state(printed: str) -> str:
    """Return the full name of a state, normalized."""
    name = normalize(printed)
    return _states().get(name, name)


def age_of(index: TextIndex, mentions: Sequence[Mention]) -> int | None:
    """
    Find the age of a person.

    Args:
        index: The text.

        mentions: The person's mentions.

    Returns:
        The age in years; None if the text does not state one, or states different ones.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> index = TextIndex("Ida Holm, 62, left.")
        >>> age_of(index, find_mentions(index))
        62
    """
    ages = set()
    for mention in mentions:
        after = index.match_after(_AGE_AFTER, mention.end, _REACH_CHARS)
        before = index.search_before(_AGE_BEFORE, mention.start, _REACH_CHARS)
        if after:
            ages.add(int(after["age"] or after["old"]))
        if before:
            ages.add(int(before["age"]))
    return ages.pop() if len(ages) == 1 else None
