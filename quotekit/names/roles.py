"""Titles and descriptions, ready to be compared: is "the Ohio senator" the one printed as "Sen. Ida Holm (D-Ohio)"?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import abbreviated_titles, is_role, normalize
from quotekit.names.capitalized_runs import Mention
from quotekit.names.person_names import apposition_title

__all__ = ["Role", "age_of", "roles_beside"]

_LONGEST = 90
# What is said of a person in front of the name: "his attorney, ", "The lawyer, ".
_BEFORE = re.compile(
    r"(?:^|[\s(\"“])(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)|(?P<owner>[\w.-]+)['’]s?) "
    r"(?P<words>(?:[\w'’-]+ ){0,5}?[\w-]+)(?: (?:of|for|to|with|at) (?:the |[A-Z][a-z]*\. )?(?:[\w'’-]+ ){0,4}?(?P<of>[\w'’-]+))?, $"
)
_CLOSED = re.compile(r"[,.;)]|$")
_BESIDE = re.compile(r",? (?:is|was|became|who is|who was) (?:also )?(?=(?:a|an|the) )")
_OWNER = re.compile(r", (?:the |now |then |(?:also )?a )?(?P<owner>[\w.-]+)['’]s? (?P<words>(?:[\w'’-]+ ){0,4}[\w-]+)")
# Party and state: "(D-Md.)", "(R)", ", R-La.,".
_PARTY = re.compile(
    r",? \(?(?P<party>Democrat|Republican|[DRI])(?:-(?P<state>[A-Z][\w.]+(?: [A-Z][\w.]+)?))?(?=[),. ])"
)
_HOME = re.compile(r" of (?P<state>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\b")
_AGE = re.compile(r"(?:, (?:aged? )?| \()(?P<age>\d{1,3})(?=[,).]|$| and )|, an? (?P<old>\d{1,3})-year-old\b")
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[\w-]+ ){0,4}$")
_PARTIES = {"D": "democrat", "R": "republican", "I": "independent", "Democrat": "democrat", "Republican": "republican"}
_ELECTED = frozenset({"congressman", "delegate", "governor", "lawmaker", "representative", "senator"})
# Words for one and the same office.
_SAME = {
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
_IMPLIED = {"representative": ("congressman", "lawmaker"), "congressman": ("lawmaker",), "senator": ("lawmaker",)}


@attrs.frozen
class Role:
    """A title, ready to be compared with a description such as "the Ohio senator"."""

    #: Its main word, normalized and in full: "senator" for "Sen.".
    head: str
    #: Its other words, normalized; the surname of whose it is.
    others: frozenset[str] = frozenset()

    @classmethod
    def of(cls, title: str) -> Role:
        """
        Read a title, or a description without its article.

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
        words = [_SAME.get(word, word) for word in words]
        full = abbreviated_titles().get(words[-1], words[-1]).split()
        return cls(full[-1], frozenset((*words[:-1], *full[:-1])))

    def implied(self) -> tuple[Role, ...]:
        """Return the wider roles that go with it: a senator is a lawmaker."""
        return tuple(Role(head, self.others) for head in _IMPLIED.get(self.head, ()))


def roles_beside(text: str, mention: Mention, titles: Iterable[str]) -> Iterator[Role]:
    """
    Read what stands beside a person's name and is no title: standing, party, home.

    Args:
        text: The article's text.

        mention: The name.

        titles: Titles known of the person.

    Yields:
        The roles.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "His attorney, Carl Dray, met Sen. Ida Holm (D-Ohio)."
        >>> [[(r.head, *sorted(r.others)) for r in roles_beside(text, m, m.name.titles)] for m in find_mentions(text)]
        [[('lawyer',)], [('democrat', 'ohio'), ('senator', 'democrat', 'ohio')]]
    """
    before = text[max(0, mention.start - _LONGEST) : mention.start]
    after = text[mention.end : mention.end + _LONGEST]
    found = _BEFORE.search(before)
    if found and _CLOSED.match(after) and is_role(found["words"].rpartition(" ")[2]):
        yield _owned(found["owner"] or found["of"], found["words"])
    found = _BESIDE.match(after)
    if found:
        title = apposition_title(", " + after[found.end() :])
        if title is not None:
            yield Role.of(title)
    found = _OWNER.match(after)
    if found and is_role(found["words"].rpartition(" ")[2]):
        yield _owned(found["owner"], found["words"])
    yield from _party_and_home(after, titles)


def _owned(owner: str | None, words: str) -> Role:
    """The role of somebody's somebody: "Holm's attorney"."""
    return Role.of(f"{owner} {words}" if owner else words)


def _party_and_home(after: str, titles: Iterable[str]) -> Iterator[Role]:
    """The roles that party and state after a name give."""
    found = _PARTY.match(after) or _HOME.match(after)
    if found is None:
        return
    told = found.groupdict()
    home = frozenset(_state(told["state"]).split() if told["state"] else ())
    party = _PARTIES[told["party"]] if told.get("party") else None
    if party is not None:
        yield Role(party, home)
    for head in dict.fromkeys(Role.of(title).head for title in titles):
        if head in _ELECTED:
            yield Role(head, home | {party} if party else home)


@cache
def _states() -> dict[str, str]:
    """The states of the United States by their short forms, normalized."""
    return dict(line.split(" ", 1) for line in load_words("state_abbreviations"))


def _state(printed: str) -> str:
    """A state's full name, normalized."""
    bare = normalize(printed)
    return _states().get(bare, bare)


def age_of(text: str, mentions: Sequence[Mention]) -> int | None:
    """
    Read how old somebody is.

    Args:
        text: The article's text.

        mentions: The person's mentions.

    Returns:
        The age in years; None where the text does not give one, or different ones.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> age_of("Ida Holm, 62, left.", find_mentions("Ida Holm, 62, left."))
        62
    """
    ages = set()
    for mention in mentions:
        after = _AGE.match(text, mention.end, mention.end + _LONGEST)
        before = _AGE_BEFORE.search(text, max(0, mention.start - _LONGEST), mention.start)
        ages |= {int(found["age"] or found["old"]) for found in [after] if found}
        ages |= {int(found["age"]) for found in [before] if found}
    return ages.pop() if len(ages) == 1 else None
