"""Bodies that a text names by their owners: "the Holm campaign", "Holm's office", "the Turkish government"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import attrgetter

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize
from quotekit.names.mention import Mention
from quotekit.text import Bounds, TextIndex

__all__ = ["NAMED_FOR_PEOPLE", "STAFF", "Bodies", "Body", "staff_nouns"]

#: Nouns for those who work for a candidate: with one owner they denote the same body.
STAFF = frozenset({"camp", "campaign", "team"})
# "The campaign" may be what was called the Holm team before.
_CALLED = dict.fromkeys(STAFF, "campaign")
# Which of several bodies is meant, only those named shortly before can show.
_NEAR_CHARS, _MAX_NEAR = 700, 20
#: A person has these by the surname: "the Holm administration" for "Ms. Holm's administration".
NAMED_FOR_PEOPLE = STAFF | {"administration", "government"}
# A person has these only with a possessive: "Holm's office", but "the Holm office" is in Holm.
_HAD_BY_PEOPLE = frozenset({"office"})
# What comes between the owner and the noun, with the "'s" of an owner before it.
_BEFORE = re.compile(r"(?P<possessive>['’]s?)?(?P<field>(?: [a-z][a-z-]{1,20}){0,3}) $")
_REACH_CHARS = 80
_MAX_OWNER_CHARS = 40
_LAST_WORD = re.compile(r"(?<![\w'’-])[A-Z][\w.-]{0,40}$")
# Words that are no part of the name of a body: "Holm joined the campaign", "Holm's new office".
_NO_FIELDS = frozenset(
    (
        *("another", "big", "entire", "first", "former", "incoming", "new", "next", "old", "other", "outgoing", "own"),
        *("previous", "relevant", "responsible", "same", "second", "so-called", "two", "whole"),
    )
)
# "The finance ministry" needs no owner.
_BY_FIELD = re.compile(r"(?<=\b[Tt]he )(?:(?:(?!ministry|the\b)[a-z]{3,20}(?: and|,)? ){1,4}ministry|central bank)\b")
# Fields before a noun without a possessive: "the Reef State health department".
_MORE_FIELDS = frozenset({"city", "gubernatorial", "home", "political", "presidential", "re-election", "reelection"})


def staff_nouns(noun: str) -> tuple[str, ...]:
    """
    Return the nouns by which a text may call a body.

    Args:
        noun: The normalized noun.

    Returns:
        The noun, and behind it the others of :data:`STAFF` if it is one of these.

    Example:
        >>> staff_nouns("team"), staff_nouns("office")
        (('team', 'camp', 'campaign'), ('office',))
    """
    return (noun, *sorted(STAFF - {noun})) if noun in STAFF else (noun,)


@attrs.frozen
class Body:
    """A body where the text names it by its owner, or by its field."""

    #: Offset of the first character of its name, or of its owner's title.
    start: int
    #: Offset after its last character.
    end: int
    #: Its name.
    name: str
    #: The normalized noun.
    noun: str
    #: The normalized surname or name of its owner; empty if the name has none.
    owner: str = ""

    @property
    def key(self) -> str:
        """What it shares with other names of the same body."""
        return self.owner or self.name


class Bodies:
    """
    The bodies that a text names by their owners, in text order.

    Args:
        index: The text.

        mentions: The mentions of names in it, in text order.

    Example:
        >>> from quotekit.names import find_mentions
        >>> index = TextIndex("Ida Holm's office and the Turkish government said nothing.")
        >>> [body.name for body in Bodies(index, find_mentions(index)).all]
        ["Ida Holm's office", 'Turkish government']
    """

    def __init__(self, index: TextIndex, mentions: Sequence[Mention]) -> None:
        self._index = index
        self._mentions = mentions

    @cached_property
    def all(self) -> tuple[Body, ...]:
        """All of them, in text order."""
        return tuple(sorted((*self._find_owned(), *self._find_by_field()), key=attrgetter("start")))

    def within(self, bounds: Bounds, noun: str) -> Body | None:
        """
        Return the first body with a noun in a stretch of text.

        Args:
            bounds: Start and end of the stretch.

            noun: The normalized noun.

        Returns:
            The body; None if there is none.
        """
        start, end = bounds
        found = self._by_noun.get(noun, ())
        place = bisect_left(found, start, key=attrgetter("start"))
        return found[place] if place < len(found) and found[place].end <= end else None

    def of_owner(self, owner: str, noun: str) -> Body | None:
        """
        Return the first body of an owner that goes by a noun.

        Args:
            owner: The normalized surname or name of the owner.

            noun: The normalized noun; for those who work for a candidate, another noun for them will do.

        Returns:
            The body; None if there is none.
        """
        found = (self._by_owner.get((owner, word)) for word in staff_nouns(noun))
        return next((body for body in found if body is not None), None)

    def called(self, noun: str, at: int) -> Body | None:
        """
        Return the body that a noun refers to, as in "the campaign".

        Args:
            noun: The normalized noun.

            at: The offset of the phrase.

        Returns:
            The only one named before, where it was named last, or the only one within reach; for a phrase in the first
            sentence, the only one of the text. None if there are several, or none at all.
        """
        noun = _CALLED.get(noun, noun)
        found, owners = self._by_call.get(noun, ((), ()))
        place = bisect_left(found, at, key=attrgetter("end"))
        if not place:
            is_first = self._index.sentence_of(at) == self._index.sentence_of(0)
            return found[0] if owners and owners[-1] == 1 and is_first else None
        if owners[place - 1] == 1:
            return found[place - 1]
        near = [body for body in found[max(0, place - _MAX_NEAR) : place] if body.start >= at - _NEAR_CHARS]
        return near[-1] if len({body.key for body in near}) == 1 else None

    @cached_property
    def _by_noun(self) -> Mapping[str, Sequence[Body]]:
        return _group((body.noun, body) for body in self.all)

    @cached_property
    def _by_owner(self) -> Mapping[tuple[str, str], Body]:
        return {(body.owner, body.noun): body for body in reversed(self.all)}

    @cached_property
    def _by_call(self) -> Mapping[str, tuple[Sequence[Body], Sequence[int]]]:
        """The bodies that "the campaign" may refer to, and how many owners the first one, two, … of them have."""
        found = _group((_CALLED.get(body.noun, body.noun), body) for body in self.all)
        return {noun: (bodies, _count_keys(bodies)) for noun, bodies in found.items()}

    def _find_owned(self) -> Iterator[Body]:
        ends = {mention.end: mention for mention in self._mentions}
        for noun in _nouns().finditer(self._index.text):
            before = self._index.search_before(_BEFORE, noun.start(), _REACH_CHARS)
            if before is None:
                continue
            at = noun.start() - (before.end() - before.start())
            field = before["field"].split()
            if _NO_FIELDS.isdisjoint(field):
                body = self._of_owner_at(ends.get(at), at, field, noun, is_possessive=bool(before["possessive"]))
                if body is not None:
                    yield body

    def _of_owner_at(
        self, mention: Mention | None, at: int, field: Sequence[str], noun: re.Match[str], *, is_possessive: bool
    ) -> Body | None:
        """Return the body whose owner ends at an offset; None if there is no owner there, or it has no such body."""
        is_usual = all(word in _fields() for word in field)
        if not is_usual and (not is_possessive or noun.group() in NAMED_FOR_PEOPLE):
            return None
        if mention is not None and mention.is_personal and not is_place(mention.name.text):
            return self._of_person(mention, noun, is_possessive=is_possessive)
        if mention is not None and not (noun.group() in STAFF and is_place(mention.name.text)):
            return self._body(mention.name_start, noun, normalize(mention.name.text))
        word = self._index.search_before(_LAST_WORD, at, _MAX_OWNER_CHARS)
        if word is None or is_possessive or normalize(word.group()) not in load_words("demonyms"):
            return None
        return self._body(at - len(word.group()), noun, normalize(word.group()))

    def _of_person(self, owner: Mention, noun: re.Match[str], *, is_possessive: bool) -> Body | None:
        word, surname = noun.group(), owner.name.surname or owner.name.text
        if word in NAMED_FOR_PEOPLE:
            return Body(owner.start, noun.end(), f"{surname} {word}", word, normalize(surname))
        if not is_possessive or word not in _HAD_BY_PEOPLE:
            return None
        name = self._index.text[owner.name_start : noun.end()]
        return Body(owner.start, noun.end(), name, word, normalize(surname))

    def _body(self, start: int, noun: re.Match[str], owner: str) -> Body:
        return Body(start, noun.end(), self._index.text[start : noun.end()], noun.group(), owner)

    def _find_by_field(self) -> Iterator[Body]:
        for found in _BY_FIELD.finditer(self._index.text):
            words = found.group().split()
            if _NO_FIELDS.isdisjoint(words):
                yield Body(found.start(), found.end(), found.group(), words[-1])


def _group(pairs: Iterable[tuple[str, Body]]) -> dict[str, list[Body]]:
    found: dict[str, list[Body]] = {}
    for key, body in pairs:
        found.setdefault(key, []).append(body)
    return found


def _count_keys(bodies: Sequence[Body]) -> list[int]:
    """Return how many different bodies the first one, two, … are."""
    seen = set[str]()
    counts = []
    for body in bodies:
        seen.add(body.key)
        counts.append(len(seen))
    return counts


@cache
def _nouns() -> re.Pattern[str]:
    words = "|".join(sorted(load_words("owned_bodies")))
    return re.compile(rf"(?<= )(?:{words})\b(?!-)")


@cache
def _fields() -> frozenset[str]:
    return load_words("portfolios") | load_words("title_modifiers") | _MORE_FIELDS
