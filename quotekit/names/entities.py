"""Link the mentions of each person, organization or group to one entity, with its fullest name and its titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, is_courtesy_title, is_given_name, normalize, word_gender
from quotekit.names.acronyms import find_acronyms, find_holders
from quotekit.names.mention import Mention
from quotekit.names.name_matching import same_given_name
from quotekit.names.organizations import is_listed_outlet, link_organizations
from quotekit.names.people import Cluster, People, titles_of
from quotekit.names.roles import Role
from quotekit.names.titles import title_in_apposition
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["Entity", "link_mentions"]

_APPOSITION_CHARS = 90
# An age between a name and its appositive: "Ida Holm, 62, a lawyer,".
_AGE = re.compile(r", \d{1,3}(?=, )")
# Another name after a name: ", known as Dora,", " (a.k.a. “Dora”)".
_ALIAS = re.compile(
    r"""
    ,?[ ]\(?
    (?:who[ ](?:is|was)[ ])?
    (?:
        (?:(?:also|better|commonly|popularly|simply|widely)[ ])? (?:known|nicknamed|called|dubbed|styled)
        | (?:who[ ]goes|who[ ]went|going)[ ]by | a\.?k\.?a\.? | alias
    )
    (?:[ ](?:to|by|among)[ ](?:[\w'’]+[ ]){1,3}? (?=as\b) | [ ](?=as\b|by\b|simply\b|the\b|[A-Z"“‘']))
    (?:(?:as|by|simply)[ ]){0,2}
    (?:the[ ](?:nick|stage[ ]|pen[ ])?name[ ])?
    ["“‘']?(?P<alias>[A-Z][\w-]+)["”’']?(?![ ][A-Z]|\w)
    """,
    re.VERBOSE,
)
# Kinship after a name: ", his father", ", Daniel’s mother".
_RELATIVE = re.compile(
    r", (?:his|her|their|(?:the )?[\w-]+(?: [A-Z][\w-]+){0,2}['’]s?) (?:[a-z]+ ){0,2}(?P<noun>[a-z-]+)(?=[ ,.;:)]|$)"
)
_RELATIVE_BEFORE = re.compile(r"\b(?P<noun>[a-z-]{3,20}),? $")
_KINSHIP_CHARS = 24


@attrs.frozen
class Entity:
    """A person, organization or group with all its mentions."""

    #: The fullest name in the article, without titles.
    name: str
    #: Its kind; None if unknown.
    kind: SpeakerKind | None
    #: The gender of its titles and given name; None if they have none.
    gender: Gender | None
    #: Titles as printed, without courtesy titles.
    titles: tuple[str, ...]
    #: The titles in a comparable form.
    roles: tuple[Role, ...]
    #: The mentions in text order.
    mentions: tuple[Mention, ...]


def link_mentions(index: TextIndex, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """
    Link the mentions of each person, organization or group.

    Args:
        index: The text.

        mentions: Its mentions in text order.

    Returns:
        The entities in the order of their first mentions; each mention belongs to exactly one.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> index = TextIndex("Sen. Ann Lee met Bob Dale. Lee, a doctor, smiled. Ms. Lee left.")
        >>> [(e.name, e.titles, len(e.mentions)) for e in link_mentions(index, find_mentions(index))]
        [('Ann Lee', ('Sen.', 'doctor'), 3), ('Bob Dale', (), 1)]
    """
    acronyms = find_acronyms(index)
    full = [m for m in mentions if m.is_personal and m.name.given]
    definitions = {acronym: index.text[start:end] for acronym, (start, end) in acronyms.items()}
    definitions |= find_holders(index, acronyms, full)
    single = [m for m in mentions if m.is_personal and not m.name.given]
    kin = {m.name_start: noun for m in full if (noun := _kinship_noun(index, m))}
    people = People(full, frozenset(m.name_start for m in full if _is_relative(index, m)), _genders_of_nouns(kin))
    for mention in full:
        alias = index.match_after(_ALIAS, mention.end)
        if alias is not None:
            people.add_alias(alias["alias"], mention.name.text)
    titled = {normalize(m.name.surname) for m in single if any(map(is_courtesy_title, m.name.titles))}
    outlets: list[Mention] = []
    others: list[Mention] = []
    for mention in (m for m in mentions if not m.is_personal):
        # Where a person is "Mr. Delta", the outlet is "Delta".
        is_outlet = normalize(mention.name.text) in titled and is_listed_outlet(mention.name.text)
        (outlets if is_outlet else others).append(mention)
    organizations = [*outlets, *people.take_names(index, others, definitions)]
    unlinked = people.link_single(single, {m.name_start for m in single if index.before(m.start, 8) == "younger "})
    linked = [Cluster(same) for same in link_organizations(organizations, definitions)]
    clusters = [*people.clusters, *linked, *unlinked]
    return tuple(sorted((_as_entity(index, c) for c in clusters), key=lambda e: e.mentions[0].name_start))


def _is_relative(index: TextIndex, mention: Mention) -> bool:
    """Return whether the text calls a person a relative of another: "J. Holm, his father,"."""
    found = index.match_after(_RELATIVE, mention.end)
    return found is not None and found["noun"] in load_words("kinship_nouns")


def _kinship_noun(index: TextIndex, mention: Mention) -> str | None:
    """Return the kinship noun beside a name: "wife" in "his wife, Ida Holm,"."""
    for found in (
        index.search_before(_RELATIVE_BEFORE, mention.name_start, _KINSHIP_CHARS),
        index.match_after(_RELATIVE, mention.end),
    ):
        if found is not None and found["noun"] in load_words("kinship_nouns"):
            return found["noun"]
    return None


def _genders_of_nouns(nouns: Mapping[int, str]) -> dict[int, Gender]:
    return {at: gender for at, noun in nouns.items() if (gender := word_gender(noun))}


def _as_entity(index: TextIndex, cluster: Cluster) -> Entity:
    mentions = tuple(sorted(cluster.mentions, key=lambda m: m.name_start))
    kinds = [m.kind for m in mentions if m.kind is not None]
    titles = [title for mention in mentions for title in titles_of(mention)]
    if cluster.mentions[0].is_personal:
        titles += _titles_in_appositions(index, mentions)
    roles: dict[Role, str] = {}
    for title in titles:
        roles.setdefault(Role.of(title), title)
    return Entity(
        name=_fullest_name(index, mentions),
        kind=SpeakerKind.PERSON if SpeakerKind.PERSON in kinds else next(iter(kinds), None),
        gender=cluster.gender,
        titles=tuple(roles.values()),
        roles=tuple(roles),
        mentions=mentions,
    )


def _titles_in_appositions(index: TextIndex, mentions: Iterable[Mention]) -> Iterator[str]:
    """Find the titles in appositives of a person's mentions."""
    for mention in mentions:
        age = index.match_after(_AGE, mention.end)
        title = title_in_apposition(index.after(age.end() if age else mention.end, _APPOSITION_CHARS))
        if title is not None:
            yield title


def _fullest_name(index: TextIndex, mentions: Sequence[Mention]) -> str:
    """Return the name with the most words, preferably not in capitals; outlets keep a printed "The"."""
    # Words before a given name are not part of the name: "Deport Ida Holm" in a headline.
    with_given_name = [m for m in mentions if " " in m.name.text and is_given_name(m.name.first_word)]
    name = max((m.name.text for m in _of_usual_given_name(with_given_name) or mentions), key=_fullness)
    if is_listed_outlet(name) and not name.isupper():
        has_article = any(index.before(m.start, len("The ")) == "The " for m in mentions if m.name.text == name)
        return f"The {name}" if has_article else name
    return name


def _of_usual_given_name(mentions: Sequence[Mention]) -> list[Mention]:
    """
    Return the mentions whose names begin with the given name that a person mostly goes by, or a form of it.

    "Ted Cole" stays Ted Cole if the text mentions once that he was born "Rafael Edward Cole".
    """
    counts = Counter(m.name.first_word for m in mentions)
    # Of those that are equally frequent, the first one.
    usual = max(counts, key=counts.__getitem__, default="")
    return [m for m in mentions if m.name.first_word[1:] == "." or same_given_name(m.name.first_word, usual)]


def _fullness(name: str) -> tuple[int, bool, int, bool]:
    """Return how full a name is, to compare it with others of the same entity; accents are seldom added by mistake."""
    return len(name.split()), not name.isupper(), len(name), not name.isascii()
