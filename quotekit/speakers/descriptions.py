"""Say whom a description means: "the Ohio senator", "his attorney", "the 62-year-old", "the bank", "the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, singular, word_gender
from quotekit.names.mention import Mention
from quotekit.names.organizations import organization_nouns
from quotekit.names.roles import Role, age_of, roles_beside
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import antecedent
from quotekit.speakers.discourse import Discourse, is_personal
from quotekit.speakers.role_matching import ELECTED, GENERAL, PARTIES, fit_roles, restates
from quotekit.text import TextIndex

__all__ = ["Descriptions"]

# "The city" is seldom the one organization with "City" in its name.
_TOO_GENERAL = frozenset({"city", "country", "county", "nation", "state"})
# Of these there are several in any race.
_RUNNING = frozenset({"candidate", "contender", "hopeful", "nominee"})
# With these a description brings in somebody, and goes back to nobody.
_UNIQUE = frozenset(("best", "biggest", "first", "last", "lone", "most", "next", "only", "other", "same", "second"))
# What any two people may be called.
_ANYBODY = frozenset(
    (
        "candidate",
        "contender",
        "friend",
        "leader",
        "man",
        "nominee",
        "opponent",
        "person",
        "politician",
        "rival",
        "woman",
    )
)
# In one sentence, with a title between them: "Nordhaven's chief executive, Ann Lee".
_BESIDE = re.compile(r"[^.!?\n]*")
_LONGEST_BESIDE = 60
_BEFORE_MAKER = 60
_AGE = re.compile(r"\d{1,3}(?=-year-old)")
# Younger people are seldom named, and those who are have their age beside the name.
_GROWN = 18
_ONE_MORE = r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{noun}\b"
# So many sentences back a description of which several people or organizations fit still goes to the one named there.
_NEAR = 3
# So many mentions has whoever an article is about.
_OFTEN = 3


class Descriptions:
    """
    Tells whom descriptions mean.

    Args:
        discourse: Everybody the article names.
    """

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def person(self, reading: SourcePhrase, at: int, owner: int | None, own: Iterable[tuple[int, int]]) -> int | None:
        """
        Find the one person that a description means.

        Args:
            reading: What the source says.

            at: Its offset.

            owner: Index of the person or organization whose "his attorney" is; None where nothing tells.

            own: Bounds of what the description is the source of.

        Returns:
            Index of the person; None where it is not safe to tell.
        """
        wanted = self._wanted(reading, owner)
        if wanted is None:
            return None
        age = _AGE.search(reading.description)
        if age is not None:
            return self._aged(int(age.group()), at, wanted, own)
        best = [i for i in self._fitting(wanted, reading) if reading.of is None or self._is_of(i, reading.of)]
        if best:
            return self._one_of(best, wanted, at, own)
        again = restates(wanted) or (wanted.head in ELECTED and reading.description[0].isupper())
        return self._in_focus(wanted, at, own) if reading.article == "the" and again else None

    def all_fit(self, noun: str, indices: Iterable[int]) -> bool:
        """Return whether people may be called by a plural noun: "the two senators"."""
        before, _, last = noun.rpartition(" ")
        wanted = Role.of(f"{before} {singular(last)}")
        if wanted.head in ("man", "person", "woman"):
            return True
        known = wanted.head in _ANYBODY
        return all(
            fit_roles(wanted, self._roles[i]) or (known and len(self._discourse.entities[i].mentions) >= _OFTEN)
            for i in indices
        )

    def organization(self, reading: SourcePhrase, at: int) -> int | None:
        """
        Find the one organization that a description means.

        Args:
            reading: What the source says.

            at: Its offset.

        Returns:
            Index of the organization; None where it is not safe to tell.
        """
        words = {*normalize(reading.description).split()}
        if reading.owner is not None and reading.owner.kind is not SpeakerKind.ORGANIZATION:
            words = {normalize(reading.owner.name.surname), reading.noun}
        if reading.noun in _TOO_GENERAL:
            return None
        organizations = [i for i in self._by_word.get(reading.noun, ()) if words <= self._words_of(i)]
        if reading.owner is not None or len(words) > 1:
            return organizations[0] if len(organizations) == 1 else None
        noun = singular(reading.noun)
        others = [i for i, nouns in self._nouns.items() if noun in nouns and i not in organizations]
        by_name = len(organizations) == 1 and not others
        organizations += others
        begin = max((self._last_before(i, at) for i in organizations), default=-1)
        if begin >= 0 and re.search(_ONE_MORE.format(noun=re.escape(noun)), self._discourse.text[begin:at]):
            return None
        return organizations[0] if by_name else self._named_near(organizations, at)

    def document(self, reading: SourcePhrase, at: int) -> int | None:
        """
        Find whoever made the document that a description goes back to: "the poll" after "a Reef University poll".

        Args:
            reading: What the source says.

            at: Its offset.

        Returns:
            Index of the maker; None where nobody or more than one is named.
        """
        words = set(normalize(reading.description).split())
        # "The systematic review" and "the new poll" are others.
        if not words <= {reading.noun, "same"}:
            return None
        alike = {noun for line in load_words("writings") if reading.noun in line.split() for noun in line.split()}
        if not alike:
            return None
        nouns = "|".join(sorted(alike))
        after = re.compile(rf"(?:['’]s?)? (?:[a-z][\w-]+ ){{0,2}}(?:{nouns})\b")
        before = re.compile(rf"\b(?:{nouns}) (?:[\w-]+ )?(?:by|from|of) (?:the )?$")
        makers, last = set[int](), at
        for mention in self._discourse.before(at):
            index = self._discourse.entity_of(mention)
            begin = max(0, mention.start - _BEFORE_MAKER)
            if self._may_write(index) and (
                after.match(self._discourse.text, mention.end)
                or before.search(self._discourse.text, begin, mention.start)
            ):
                makers.add(index)
                last = mention.end
        another = re.compile(_ONE_MORE.format(noun=f"(?:{nouns})"))
        return makers.pop() if len(makers) == 1 and not another.search(self._discourse.text, last, at) else None

    def _may_write(self, index: int) -> bool:
        """Return whether somebody may make a poll or a report: places and groups do not."""
        entity = self._discourse.entities[index]
        return entity.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) and not is_place(entity.name)

    @cached_property
    def _roles(self) -> list[tuple[Role, ...]]:
        """The roles of each entity, by its titles and by what stands beside its names."""
        roles = []
        for entity in self._discourse.entities:
            told = list(entity.roles)
            for mention in entity.mentions if is_personal(entity.kind) else ():
                told += roles_beside(TextIndex(self._discourse.text), mention, entity.titles)
            told += [wider for role in told for wider in role.implied()]
            roles.append(tuple(dict.fromkeys(told)))
        return roles

    @cached_property
    def _by_role(self) -> dict[str, list[int]]:
        """The people by the main words of their roles."""
        people: dict[str, list[int]] = {}
        for i, roles in enumerate(self._roles):
            for head in dict.fromkeys(role.head for role in roles):
                people.setdefault(head, []).append(i)
        return people

    @cached_property
    def _ages(self) -> dict[int, int | None]:
        """The ages of the people."""
        people = ((i, e) for i, e in enumerate(self._discourse.entities) if is_personal(e.kind))
        return {i: age_of(TextIndex(self._discourse.text), entity.mentions) for i, entity in people}

    @cached_property
    def _by_age(self) -> dict[int, list[int]]:
        """The people by their ages."""
        people: dict[int, list[int]] = {}
        for i, age in self._ages.items():
            if age is not None:
                people.setdefault(age, []).append(i)
        return people

    @cached_property
    def _nouns(self) -> dict[int, frozenset[str]]:
        """The nouns by which organizations are called."""
        organizations = ((i, e) for i, e in enumerate(self._discourse.entities) if e.kind is SpeakerKind.ORGANIZATION)
        return {i: organization_nouns(TextIndex(self._discourse.text), entity.mentions) for i, entity in organizations}

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The organizations by the words of their names."""
        organizations: dict[str, list[int]] = {}
        for i, entity in enumerate(self._discourse.entities):
            words = dict.fromkeys(normalize(entity.name).split())
            for word in words if entity.kind is SpeakerKind.ORGANIZATION and len(words) > 1 else ():
                organizations.setdefault(word, []).append(i)
        return organizations

    def _words_of(self, index: int) -> set[str]:
        return {*normalize(self._discourse.entities[index].name).split()}

    def _wanted(self, reading: SourcePhrase, owner: int | None) -> Role | None:
        """The role that a description names; None where it goes back to nobody."""
        wanted = Role.of(reading.description)
        if not _UNIQUE.isdisjoint(wanted.others) or (not reading.article and wanted.head in PARTIES):
            return None
        if owner is None:
            return None if reading.whose else wanted
        names = normalize(self._discourse.entities[owner].name).split()
        return Role(wanted.head, wanted.others | set(names[-1:]))

    def _one_of(self, best: list[int], wanted: Role, at: int, own: Iterable[tuple[int, int]]) -> int | None:
        """The one meant of the people whose roles fit a description best."""
        if len(best) > 1:
            return self._named_near(best, at)
        if wanted.head in _RUNNING:
            near = self._named_near(best, at) is not None
        else:
            # Who is told of by one word has been named before; "his attorney" may be named later.
            near = bool(wanted.others - GENERAL) or self._last_before(best[0], at) >= 0
        if near and self._is_told(wanted, best[0]):
            return best[0]
        # Others may be candidates, too, or come from there.
        who = self._spoken_of(wanted, at, own)
        unknown = who is None and (wanted.head not in _RUNNING or self._last_before(best[0], at) >= 0)
        return best[0] if unknown or who == best[0] else None

    def _is_of(self, index: int, of: Mention) -> bool:
        """Return whether the text puts somebody beside what a description is of: "Nordhaven's chief, Ann Lee"."""
        words = {*normalize(of.name.text).split()}
        if any(words & role.others for role in self._roles[index]):
            return True
        name = re.compile(rf"(?<!\w){re.escape(of.name.text)}(?!\w)")
        return any(
            found.start() != of.name_start and _BESIDE.fullmatch(self._discourse.text, *_gap(mention, found))
            for mention in self._discourse.entities[index].mentions
            for found in name.finditer(
                self._discourse.text, max(0, mention.start - _LONGEST_BESIDE), mention.end + _LONGEST_BESIDE
            )
        )

    def _fitting(self, wanted: Role, reading: SourcePhrase) -> list[int]:
        """The people whose roles fit a description best."""
        fits = {i: fit_roles(wanted, self._roles[i]) for i in self._by_role.get(wanted.head, ())}
        gender = word_gender(reading.noun)
        fits = {i: fit for i, fit in fits.items() if fit and gender in (None, self._discourse.genders[i] or gender)}
        return [i for i, fit in fits.items() if fit == max(filter(None, fits.values()))]

    def _is_told(self, wanted: Role, index: int) -> bool:
        """Return whether the text says of somebody what a description says, and not only what it is about."""
        words = wanted.others - GENERAL
        if wanted.head in PARTIES and not words:
            return False
        theirs = (role.others for role in self._roles[index] if role.head == wanted.head)
        return not words.isdisjoint(frozenset[str]().union(*theirs)) if words else wanted.head not in _ANYBODY

    def _aged(self, age: int, at: int, wanted: Role, own: Iterable[tuple[int, int]]) -> int | None:
        """The one person of an age; where the text does not give it, whoever is spoken of."""
        aged = self._by_age.get(age, [])
        if aged:
            return aged[0] if len(aged) == 1 else None
        if age < _GROWN:
            return None
        bare = Role(wanted.head, frozenset(word for word in wanted.others if not _AGE.match(word)))
        found = self._in_focus(bare, at, own)
        return found if found is not None and self._ages[found] is None else None

    def _in_focus(self, wanted: Role, at: int, own: Iterable[tuple[int, int]]) -> int | None:
        """The person spoken of, if nothing speaks against a description."""
        # In what somebody is said to have said, a description is of somebody else.
        who = None if self._discourse.passages.is_told(at) else self._spoken_of(wanted, at, own)
        if who is None:
            return None
        roles = self._roles[who]
        heads = {role.head for role in roles}
        if wanted.head in heads:
            return who if fit_roles(wanted, roles) else None
        other_office = wanted.head in load_words("epithets") and not heads.isdisjoint(load_words("offices"))
        return None if other_office or wanted.head in self._by_role else who

    def _spoken_of(self, wanted: Role, at: int, own: Iterable[tuple[int, int]]) -> int | None:
        """The person that the sentences before are about."""
        candidates = self._discourse.people_before(at, word_gender(wanted.head))
        who = antecedent(self._discourse.text, at, candidates, self._discourse.passages, own)
        return who if isinstance(who, int) and self._discourse.is_person(who) else None

    def _named_near(self, indices: Iterable[int], at: int) -> int | None:
        """The only one of some entities that is named in the sentences before."""
        passages = self._discourse.passages
        first = passages.sentence(at) - _NEAR
        near = {
            self._discourse.entity_of(mention)
            for mention in self._discourse.before(at)
            if passages.sentence(mention.start) >= first and not passages.is_quoted(mention.start)
        }
        found = near & set(indices)
        return found.pop() if len(found) == 1 else None

    def _last_before(self, index: int, at: int) -> int:
        """Offset after the last mention of an entity before an offset; -1 where there is none."""
        mentions = self._discourse.entities[index].mentions
        place = bisect_right(mentions, at, key=lambda mention: mention.end) - 1
        return mentions[place].end if place >= 0 else -1


def _gap(mention: Mention, found: re.Match[str]) -> tuple[int, int]:
    """Bounds of what stands between a mention and something else."""
    end = min(mention.end, found.end())
    return end, max(mention.start, found.start(), end)
