"""
Link the mentions of each person.

"Bessent", "Mr. Bessent" and "Treasury Secretary Scott Bessent" are one person if the article names only one of that
surname. If two people share a surname and nothing distinguishes them, the surname stays by itself: a wrong name is
worse than a short one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from types import MappingProxyType

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, is_courtesy_title, is_given_name, is_place, is_role, nicknames, normalize
from quotekit.names.mention import Mention
from quotekit.names.name_matching import gender_of, same_person
from quotekit.names.organizations import group_by_name, is_listed_outlet
from quotekit.names.roles import Role
from quotekit.text import TextIndex

__all__ = ["Cluster", "People", "titles_of"]

#: A shorter surname that is one letter off is a different one.
_MIN_MISSPELLED_CHARS = 5
#: A given name is not shortened to fewer letters.
_MIN_PREFIX_CHARS = 3
#: The maximum number of people with the same surname to compare, which bounds the time.
_MAX_NAMESAKES = 50
_GENDERS: tuple[Gender, ...] = ("female", "male")
#: How many characters a person named in passing stays in focus.
_FOCUS_CHARS = 400
_PLACE_BEFORE = (" in ", " from ", " to ", " of ", " the ")
_PLACE_BEFORE_CHARS = 6


@attrs.define(eq=False)
class Cluster:
    """The mentions of one entity so far; the first one has the longest name."""

    #: The mentions.
    mentions: list[Mention]
    #: The gender of the first name that shows one.
    gender: Gender | None = None
    #: Offsets of the full names, in order.
    full_name_starts: list[int] = attrs.field(factory=list)
    #: Offset of the last single name, which are added in text order.
    last_single_start: int = -1

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        self.mentions.append(mention)
        self.last_single_start = mention.start
        self.gender = self.gender or gender_of(mention.name)

    def last_before(self, at: int) -> int:
        """Return the offset of the last mention before an offset; -1 if there is none."""
        place = bisect_left(self.full_name_starts, at)
        return max(self.full_name_starts[place - 1] if place else -1, self.last_single_start)


class People:
    """
    The people that a text names in full, by surname and by given name.

    Args:
        full: The mentions with full names.

        relatives: The offsets of mentions that the text calls relatives of another person: "J. Holm, his father".

        genders: The genders that such nouns show, by the offset of the mention.
    """

    def __init__(
        self,
        full: Iterable[Mention],
        relatives: AbstractSet[int] = frozenset(),
        genders: Mapping[int, Gender] = MappingProxyType({}),
    ) -> None:
        #: The people.
        self.clusters: list[Cluster] = []
        self._by_surname: dict[str, list[Cluster]] = {}
        self._by_given_name: dict[str, list[Cluster]] = {}
        self._by_name: dict[str, Cluster] = {}
        self._by_prefix: dict[str, dict[str, None]] = {}
        self._by_middle_name: dict[str, list[Cluster]] = {}
        self._relatives = relatives
        self._surnames_by_shape: dict[tuple[str, int], list[str]] = {}
        # Surnames shared with people who have no full name in the text.
        self._contested: set[str] = set()
        # Surnames after both "Mr." and "Ms.".
        self._of_both_genders: set[str] = set()
        # The last referent of each ambiguous surname.
        self._last_referent: dict[str, Cluster] = {}
        for group in sorted(group_by_name(full), key=lambda group: -len(group[0].name.text.split())):
            cluster = self._cluster_of(group[0])
            self._by_name[normalize(group[0].name.text)] = cluster
            for mention in group:
                cluster.add(mention)
        for cluster in self.clusters:
            cluster.full_name_starts = sorted(m.start for m in cluster.mentions)
            cluster.last_single_start = -1
            shown = (genders.get(m.name_start) for m in cluster.mentions)
            cluster.gender = cluster.gender or next((gender for gender in shown if gender), None)

    def _cluster_of(self, mention: Mention) -> Cluster:
        """Return the one person with a longer name that a full name can refer to, or else a new one."""
        name = mention.name
        surname = normalize(name.surname)
        namesakes = self._by_surname.setdefault(surname, [])
        is_relative = mention.name_start in self._relatives
        matching = [c for c in namesakes[:_MAX_NAMESAKES] if not is_relative and same_person(c.mentions[0].name, name)]
        if len(matching) == 1:
            return matching[0]
        cluster = Cluster([])
        self.clusters.append(cluster)
        if not namesakes:
            self._surnames_by_shape.setdefault((surname[:1], len(surname)), []).append(surname)
        namesakes.append(cluster)
        # "Nguyen Van Thieu" is called Thieu, and the first word may have been mistaken for a surname.
        called_by = [name.given[0], name.given[-1]] if name.text.startswith(name.surname) else [name.given[0]]
        for middle in name.given[1:]:
            if middle[-1] != "." and not is_given_name(middle):
                self._by_middle_name.setdefault(normalize(middle), []).append(cluster)
        called_by += [word for word in name.given if f" {word} " not in f" {name.text} "]
        for word in dict.fromkeys(map(normalize, called_by)):
            self._add_given_name(word, cluster)
        return cluster

    def _add_given_name(self, word: str, cluster: Cluster) -> None:
        self._by_given_name.setdefault(word, []).append(cluster)
        self._by_prefix.setdefault(word[:_MIN_PREFIX_CHARS], {})[word] = None

    def add_alias(self, alias: str, name: str) -> None:
        """
        Add another name of a person: "Dora" for "Isadora Reyes".

        Args:
            alias: The name, one word.

            name: A full name that the person has in the text.
        """
        cluster = self._by_name.get(normalize(name))
        if cluster is not None and cluster not in self._by_given_name.get(normalize(alias), ()):
            self._add_given_name(normalize(alias), cluster)

    def take_names(
        self, index: TextIndex, organizations: Iterable[Mention], definitions: Mapping[str, str]
    ) -> list[Mention]:
        """
        Take the mentions that look like organizations but are people.

        They are initials ("AOC"), surnames in capitals ("PENCE"), and surnames that are places ("Jordan") or outlets.

        Args:
            index: The text.

            organizations: The mentions that look like organizations.

            definitions: The acronyms that the text defines, with their full names.

        Returns:
            The rest of the mentions.
        """
        by_acronym = {acronym: self._by_name.get(normalize(name)) for acronym, name in definitions.items()}
        rest = []
        for mention in organizations:
            namesakes = self._namesakes_of_organization(index, mention)
            person = by_acronym.get(mention.name.text) or (namesakes[0] if len(namesakes) == 1 else None)
            if person is not None:
                person.add(mention)
            else:
                rest.append(mention)
        return rest

    def _namesakes_of_organization(self, index: TextIndex, mention: Mention) -> list[Cluster]:
        """Return the people whose surname an apparent organization may be."""
        word = mention.name.text
        namesakes = self._by_surname.get(normalize(word), [])
        if is_listed_outlet(word):
            return [c for c in namesakes if is_given_name(c.mentions[0].name.given[0])]
        if is_place(word) and not index.before(mention.start, _PLACE_BEFORE_CHARS).endswith(_PLACE_BEFORE):
            return namesakes
        return namesakes if word.isupper() and "." not in word else []

    def link_single(self, mentions: Sequence[Mention], juniors: AbstractSet[int] = frozenset()) -> list[Cluster]:
        """
        Link surnames and given names to full names.

        Args:
            mentions: The mentions with a single name, in text order.

            juniors: The offsets of mentions of the younger one of two people: "the younger Mr. Holm".

        Returns:
            The people who have no full name in the text, by name and gender.
        """
        alone = {normalize(mention.name.surname) for mention in mentions}
        # Whoever is called by the last surname is not called by the one before it.
        self._by_middle_name = {
            word: [c for c in clusters if normalize(c.mentions[0].name.surname) not in alone]
            for word, clusters in self._by_middle_name.items()
        }
        titled: dict[str, set[Gender]] = {}
        for mention in mentions:
            gender, surname = gender_of(mention.name), normalize(mention.name.surname)
            namesakes = self._by_surname.get(surname)
            if gender is not None and namesakes:
                titled.setdefault(surname, set()).add(gender)
                if all(c.gender not in (None, gender) for c in namesakes):
                    self._contested.add(surname)
        for surname, genders in titled.items():
            if len(genders) > 1:
                self._of_both_genders.add(surname)
                _settle_genders(self._by_surname[surname])
        unlinked: dict[str, dict[Gender | None, Cluster]] = {}
        for mention in mentions:
            word, gender = normalize(mention.name.surname), gender_of(mention.name)
            suffix = "Jr" if mention.name_start in juniors else mention.name.suffix
            cluster = self._find(mention, word, gender, suffix)
            if cluster is None:
                by_gender = unlinked.setdefault(word, {})
                same = (c for c in by_gender.values() if None in (gender, c.gender) or c.gender == gender)
                cluster = by_gender.setdefault(gender, by_gender.get(gender) or next(same, None) or Cluster([]))
            cluster.add(mention)
        return list({id(c): c for by_gender in unlinked.values() for c in by_gender.values()}.values())

    def _find(self, mention: Mention, word: str, gender: Gender | None, suffix: str | None) -> Cluster | None:
        """Return the one person that a surname or given name can refer to here."""
        candidates = (
            self._by_surname.get(word)
            or self._by_given_name.get(word)
            or self._by_nickname(word)
            or self._by_short_form(word)
            or self._by_misspelling(word)
            or self._by_first_surname(word, mention.start)
        )
        candidates = [c for c in candidates[:_MAX_NAMESAKES] if gender is None or c.gender in (None, gender)]
        candidates = _with_suffix(suffix, candidates)
        if gender is not None and word in self._of_both_genders and any(c.gender is None for c in candidates):
            # "Mr. Khan" and "Ms. Khan" are two people: a bearer of the name may be either.
            return None
        if word in self._contested and gender is None:
            candidates = [c for c in candidates if _share_role(c, mention)]
        if len(candidates) > 1:
            with_role = [c for c in candidates if _share_role(c, mention)]
            candidates = with_role if len(with_role) == 1 else candidates
        if len(candidates) > 1:
            candidates = self._named_before(word, candidates, mention.start)
        if len(candidates) != 1:
            return None
        self._last_referent[word] = candidates[0]
        return candidates[0]

    def _named_before(self, word: str, candidates: list[Cluster], at: int) -> list[Cluster]:
        """Return the last referent of a name, unless another was named since; without one, those named before."""
        last = [c.last_before(at) for c in candidates]
        referent = self._last_referent.get(word)
        if referent is None:
            return [c for c, offset in zip(candidates, last, strict=True) if offset >= 0]
        if referent in candidates and last[candidates.index(referent)] == max(last):
            return [referent]
        if referent in candidates and all(_is_passed(c, at) for c in candidates if c is not referent):
            return [referent]
        return candidates

    def _by_first_surname(self, word: str, at: int) -> list[Cluster]:
        """Return those named before whose first of two surnames a name is: "Reyes" for "Ana Reyes Soto"."""
        return [c for c in self._by_middle_name.get(word, ()) if c.full_name_starts[0] < at]

    def _by_nickname(self, word: str) -> list[Cluster]:
        """Return the people whose given name a nickname is short for."""
        return [c for short, name in nicknames() if short == word for c in self._by_given_name.get(name, ())]

    def _by_short_form(self, word: str) -> list[Cluster]:
        """Return the people whose given name begins with a name: "Vlad" for "Vladimir"."""
        if len(word) < _MIN_PREFIX_CHARS:
            return []
        alike = islice(self._by_prefix.get(word[:_MIN_PREFIX_CHARS], ()), _MAX_NAMESAKES)
        names = [name for name in alike if name.startswith(word)]
        return self._by_given_name[names[0]] if len(names) == 1 else []

    def _by_misspelling(self, word: str) -> list[Cluster]:
        """Return the people whose surname is one letter off an unknown name, if there is only one such surname."""
        if len(word) < _MIN_MISSPELLED_CHARS:
            return []
        shapes = [(word[0], len(word) + difference) for difference in (-1, 0, 1)]
        surnames = [s for shape in shapes for s in self._surnames_by_shape.get(shape, ())[:_MAX_NAMESAKES]]
        near = [surname for surname in surnames if _is_one_letter_off(surname, word)]
        return self._by_surname[near[0]] if len(near) == 1 else []


def _is_passed(person: Cluster, at: int) -> bool:
    """Return whether a person has only been named in full, and not right before an offset."""
    return person.last_single_start < 0 and at - person.last_before(at) > _FOCUS_CHARS


def _settle_genders(namesakes: Sequence[Cluster]) -> None:
    """Note the gender of the only one of several people with the same surname who can be a woman, or a man."""
    for gender in _GENDERS:
        possible = [c for c in namesakes if c.gender in (None, gender)]
        if len(namesakes) > len(possible) == 1:
            possible[0].gender = gender


def _with_suffix(suffix: str | None, candidates: list[Cluster]) -> list[Cluster]:
    """Return the people with the same suffix as a name, or those without any, if there are such people."""
    same = [c for c in candidates if normalize(c.mentions[0].name.suffix or "") == normalize(suffix or "")]
    return same or candidates


def _is_one_letter_off(name: str, word: str) -> bool:
    """Return whether one letter was omitted, inserted or replaced; a plural is not a misspelling."""
    if word == name + "s":
        return False
    same = next((i for i, (x, y) in enumerate(zip(name, word, strict=False)) if x != y), min(len(name), len(word)))
    return name[same + (len(name) >= len(word)) :] == word[same + (len(word) >= len(name)) :]


def titles_of(mention: Mention) -> list[str]:
    """
    Return the titles of a mention, and the offices after its name, except courtesy titles, kinship and standing.

    Args:
        mention: The mention.

    Returns:
        The titles as printed.
    """
    return [
        title
        for title in (*mention.name.titles, *filter(is_role, mention.name.post_nominals))
        if not is_courtesy_title(title) and normalize(title).rsplit(" ", 1)[-1] not in load_words("standings")
    ]


def _share_role(cluster: Cluster, mention: Mention) -> bool:
    """Return whether a mention and others of a person have a title with the same head noun."""
    roles = {Role.of(title).head for title in titles_of(mention)}
    return bool(roles) and any(Role.of(title).head in roles for m in cluster.mentions for title in titles_of(m))
