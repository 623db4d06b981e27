"""
Put the mentions of one person or organization together.

"Bessent", "Mr. Bessent" and "Treasury Secretary Scott Bessent" are one person where the article knows only one of
that surname; "LDP" is the Liberal Democratic Party. Where two people share a surname and nothing tells them apart,
the surname stands for itself: a wrong name is worse than a short one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    Gender,
    is_courtesy_title,
    is_given_name,
    is_place,
    nicknames,
    normalize,
)
from quotekit.names.acronyms import find_acronyms
from quotekit.names.capitalized_runs import Mention
from quotekit.names.organizations import group_by_name, is_listed_outlet, link_organizations
from quotekit.names.person_names import apposition_title, gender_of, same_person
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind

__all__ = ["Entity", "link_mentions"]

_LONGEST_APPOSITION = 90
# Between a name and its apposition.
_AGE = re.compile(r", \d{1,3}(?=, )")
#: A shorter surname that is one letter off is somebody else's.
_LEAST_MISSPELT = 5
#: Among more names than these with one last word nothing is told apart, which bounds the time.
_MOST_ALIKE = 50
_PLACE_BEFORE = (" in ", " from ", " to ", " of ", " the ")


@attrs.frozen
class Entity:
    """A person, organization or group with all its mentions."""

    #: The fullest name in the article, without titles.
    name: str
    #: What it is; None where nothing tells.
    kind: SpeakerKind | None
    #: What its titles and given name say; None where they do not.
    gender: Gender | None
    #: Titles as printed, without courtesy titles.
    titles: tuple[str, ...]
    #: The titles, to be compared.
    roles: tuple[Role, ...]
    #: The mentions in text order.
    mentions: tuple[Mention, ...]


@attrs.define(eq=False)
class _Cluster:
    """Mentions put together so far; the first one has the longest name."""

    mentions: list[Mention]
    gender: Gender | None = None
    #: Offsets of the full names, in order.
    starts: list[int] = attrs.field(factory=list)
    #: Offset of the last single name, which come in text order.
    latest: int = -1

    def add(self, mention: Mention) -> None:
        """Put a mention to the others."""
        self.mentions.append(mention)
        self.latest = mention.start
        self.gender = self.gender or gender_of(mention.name)

    def last_before(self, at: int) -> int:
        """Return the offset of the last mention before *at*, -1 where there is none."""
        place = bisect_left(self.starts, at)
        return max(self.starts[place - 1] if place else -1, self.latest)


def link_mentions(text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """
    Put the mentions of each person, organization or group together.

    Args:
        text: The article's text.

        mentions: Its mentions in text order.

    Returns:
        The entities in the order of their first mentions; each mention belongs to exactly one.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "Sen. Ann Lee met Bob Dale. Lee, a doctor, smiled. Ms. Lee left."
        >>> [(e.name, e.titles, len(e.mentions)) for e in link_mentions(text, find_mentions(text))]
        [('Ann Lee', ('Sen.', 'doctor'), 3), ('Bob Dale', (), 1)]
    """
    definitions = {acronym: text[start:end] for acronym, (start, end) in find_acronyms(text).items()}
    people = [m for m in mentions if m.kind in (None, SpeakerKind.PERSON)]
    known = _People([m for m in people if m.name.given])
    organizations = known.take_names(
        text, (m for m in mentions if m.kind not in (None, SpeakerKind.PERSON)), definitions
    )
    unknown = known.link_single([m for m in people if not m.name.given])
    clusters = [*known.clusters, *(_Cluster(same) for same in link_organizations(organizations, definitions)), *unknown]
    return tuple(sorted((_entity(text, c) for c in clusters), key=lambda e: e.mentions[0].name_start))


class _People:
    """People with full names, by surname and by first word."""

    def __init__(self, full: Iterable[Mention]) -> None:
        self.clusters: list[_Cluster] = []
        self._by_surname: dict[str, list[_Cluster]] = {}
        self._by_first: dict[str, list[_Cluster]] = {}
        self._by_name: dict[str, _Cluster] = {}
        self._by_shape: dict[tuple[str, int], list[str]] = {}
        # Surnames that somebody else bears whose full name the text does not give.
        self._contested: set[str] = set()
        # Whom a surname that several people bear has meant last.
        self._meant: dict[str, _Cluster] = {}
        for same in sorted(group_by_name(full), key=lambda same: -len(same[0].name.text.split())):
            cluster = self._cluster_of(same[0])
            self._by_name[normalize(same[0].name.text)] = cluster
            for mention in same:
                cluster.add(mention)
        for cluster in self.clusters:
            cluster.starts = sorted(m.start for m in cluster.mentions)
            cluster.latest = -1

    def _cluster_of(self, mention: Mention) -> _Cluster:
        """Find the one person with a longer name that a full name can mean, or a new one."""
        surname = normalize(mention.name.surname)
        namesakes = self._by_surname.setdefault(surname, [])
        alike = [c for c in namesakes[:_MOST_ALIKE] if same_person(c.mentions[0].name, mention.name)]
        if len(alike) == 1:
            return alike[0]
        cluster = _Cluster([])
        self.clusters.append(cluster)
        if not namesakes:
            self._by_shape.setdefault((surname[:1], len(surname)), []).append(surname)
        namesakes.append(cluster)
        # "Nguyen Van Thieu" is called Thieu, and what stands first may be taken for a family's name.
        called = [mention.name.given[0], *mention.name.given[-1:]][
            : 1 + mention.name.text.startswith(mention.name.surname)
        ]
        for word in dict.fromkeys(map(normalize, called)):
            self._by_first.setdefault(word, []).append(cluster)
        return cluster

    def take_names(self, text: str, organizations: Iterable[Mention], definitions: Mapping[str, str]) -> list[Mention]:
        """Take what looks like an organization: initials ("AOC"), surnames in capitals ("PENCE"), places ("Jordan"); return the rest."""
        initials = {acronym: self._by_name.get(normalize(name)) for acronym, name in definitions.items()}
        rest = []
        for mention in organizations:
            word = mention.name.text
            place = is_place(word) and not text[max(0, mention.start - 6) : mention.start].endswith(_PLACE_BEFORE)
            alike = self._by_surname.get(normalize(word), []) if place or (word.isupper() and "." not in word) else []
            if is_listed_outlet(word):
                alike = [
                    c for c in self._by_surname.get(normalize(word), []) if is_given_name(c.mentions[0].name.given[0])
                ]
            person = initials.get(word) or (alike[0] if len(alike) == 1 else None)
            if person is not None:
                person.add(mention)
            else:
                rest.append(mention)
        return rest

    def link_single(self, single: Sequence[Mention]) -> list[_Cluster]:
        """Link surnames and given names to full names; return what is left, by name and gender."""
        for mention in single:
            gender, surname = gender_of(mention.name), normalize(mention.name.surname)
            namesakes = self._by_surname.get(surname)
            if gender is not None and namesakes and all(c.gender not in (None, gender) for c in namesakes):
                self._contested.add(surname)
        left: dict[str, dict[Gender | None, _Cluster]] = {}
        for mention in single:
            word, gender = normalize(mention.name.surname), gender_of(mention.name)
            cluster = self._find(mention, word, gender)
            if cluster is None:
                same = left.setdefault(word, {})
                cluster = same.get(gender) or (next(iter(same.values()), None) if None in (gender, *same) else None)
                cluster = same.setdefault(gender, cluster or _Cluster([]))
            cluster.add(mention)
        return list({id(c): c for same in left.values() for c in same.values()}.values())

    def _find(self, mention: Mention, word: str, gender: Gender | None) -> _Cluster | None:
        """Find the one person that a surname or given name can mean here."""
        alike = (
            self._by_surname.get(word) or self._by_first.get(word) or self._by_nickname(word) or self._misspelt(word)
        )
        alike = [c for c in alike[:_MOST_ALIKE] if gender is None or c.gender in (None, gender)]
        if word in self._contested and gender is None:
            alike = [c for c in alike if _share_role(c, mention)]
        if len(alike) > 1:
            alike = _only(alike, [c for c in alike if _share_role(c, mention)])
        if len(alike) > 1:
            alike = self._introduced(word, alike, mention.start)
        if len(alike) != 1:
            return None
        self._meant[word] = alike[0]
        return alike[0]

    def _introduced(self, word: str, alike: list[_Cluster], at: int) -> list[_Cluster]:
        """Those named before; the one meant before, if nobody else was named since."""
        last = [c.last_before(at) for c in alike]
        meant = self._meant.get(word)
        if meant is None:
            return [c for c, offset in zip(alike, last, strict=True) if offset >= 0]
        return [meant] if meant in alike and last[alike.index(meant)] == max(last) else alike

    def _by_nickname(self, word: str) -> list[_Cluster]:
        """The people whose given name the word is short for."""
        return [c for short, name in nicknames() if short == word for c in self._by_first.get(name, ())]

    def _misspelt(self, word: str) -> list[_Cluster]:
        """The people whose surname is one letter off a name that nobody bears, if there is one such surname."""
        if len(word) < _LEAST_MISSPELT:
            return []
        shapes = ((word[0], len(word) + off) for off in (-1, 0, 1))
        near = [s for shape in shapes for s in self._by_shape.get(shape, ())[:_MOST_ALIKE] if _one_letter_off(s, word)]
        return self._by_surname[near[0]] if len(near) == 1 else []


def _one_letter_off(name: str, word: str) -> bool:
    """Return whether two different words are equal but for a letter left out, put in or changed; a plural is no slip."""
    if word == name + "s":
        return False
    same = next((i for i, (x, y) in enumerate(zip(name, word, strict=False)) if x != y), min(len(name), len(word)))
    return name[same + (len(name) >= len(word)) :] == word[same + (len(word) >= len(name)) :]


def _only(everybody: list[_Cluster], some: list[_Cluster]) -> list[_Cluster]:
    """Return *some* if it is one, and *everybody* otherwise."""
    return some if len(some) == 1 else everybody


def _share_role(cluster: _Cluster, mention: Mention) -> bool:
    roles = {Role.of(title).head for title in _titles(mention)}
    return bool(roles) and any(Role.of(title).head in roles for m in cluster.mentions for title in _titles(m))


def _entity(text: str, cluster: _Cluster) -> Entity:
    mentions = tuple(sorted(cluster.mentions, key=lambda m: m.name_start))
    kinds = [m.kind for m in mentions if m.kind is not None]
    titles = [title for mention in mentions for title in _titles(mention)]
    if cluster.mentions[0].kind in (None, SpeakerKind.PERSON):
        titles += _appositions(text, mentions)
    roles: dict[Role, str] = {}
    for title in titles:
        roles.setdefault(Role.of(title), title)
    return Entity(
        name=_fullest(text, mentions),
        kind=SpeakerKind.PERSON if SpeakerKind.PERSON in kinds else next(iter(kinds), None),
        gender=cluster.gender,
        titles=tuple(roles.values()),
        roles=tuple(roles),
        mentions=mentions,
    )


def _titles(mention: Mention) -> list[str]:
    """Titles of a mention; courtesy titles, kin and standing left out."""
    return [
        title
        for title in mention.name.titles
        if not is_courtesy_title(title) and normalize(title).rsplit(" ", 1)[-1] not in load_words("standings")
    ]


def _appositions(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    """Titles in the appositions of a person's mentions."""
    for mention in mentions:
        age = _AGE.match(text, mention.end)
        end = age.end() if age else mention.end
        if text.startswith(", ", end):
            title = apposition_title(text[end : end + _LONGEST_APPOSITION])
            if title is not None:
                yield title


def _fullest(text: str, mentions: Sequence[Mention]) -> str:
    """Return the name of most words, rather not in capitals; "The" belongs to an outlet's name where so printed."""
    # What stands before a given name is none of it: "Deport Ida Holm" in a headline.
    given = [m for m in mentions if " " in m.name.text and is_given_name(m.name.text.split()[0])]
    best = max(
        given or mentions, key=lambda m: (len(m.name.text.split()), not m.name.text.isupper(), len(m.name.text))
    ).name.text
    if is_listed_outlet(best) and not best.isupper():
        printed = (text[max(0, m.start - 4) : m.start] for m in mentions if m.name.text == best)
        return f"The {best}" if "The " in printed else best
    return best
