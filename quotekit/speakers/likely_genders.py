"""Guess the gender of people for whom the only evidence is a single clue in the article, or the given name."""

from __future__ import annotations

import re

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender, is_place, kind_of_noun, normalize, normalized_words, word_gender
from quotekit.names.entities import Entity
from quotekit.names.mention import Mention, is_personal
from quotekit.names.organizations import is_listed_outlet
from quotekit.records import SpeakerKind
from quotekit.speakers.surroundings import is_possessive
from quotekit.text import TextIndex

__all__ = ["guess_gender", "has_gendered_title", "is_name_of_either_gender"]

# A possessive in the clause that a name begins: "Dube sold his shop".
_OWN_POSSESSIVE = re.compile(r" (?:has |had |is |was |will )?[a-z]{3,15}(?: [a-z]{2,5})? (?P<pronoun>his|her) [a-z]")
# A person's wife or husband: "Dube and her husband".
_SPOUSE = re.compile(
    r"(?:,? and|, with|, who \w+ with)? (?P<pronoun>his|her) (?:husband|wife|widow|widower|fiancée?)\b"
)
# A description after a name: ", an actor,".
_APPOSITION = re.compile(r", (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+)(?=[,.;:]| of | in | who )")
# A noun before a name: "his wife, Jane", "actress Ida Holm".
_NOUN_BEFORE = re.compile(r"(?P<noun>[a-z][\w-]{1,40}),? $")
_NOUN_REACH_CHARS = 30
_GENDERS: tuple[Gender, ...] = ("female", "male")
_MAX_MENTIONS = 8
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_]+)?")
_PERSON_NAME_WORDS = (2, 3)


def has_gendered_title(entity: Entity) -> bool:
    """Return whether an entity has a title that marks gender: "Mrs."."""
    return any(word_gender(title.rsplit(" ", 1)[-1]) for m in entity.mentions for title in m.name.titles)


def is_name_of_either_gender(entity: Entity) -> bool:
    """
    Return whether the only evidence of an entity's gender is a given name whose gender varies by language.

    Args:
        entity: The entity.

    Returns:
        Whether it is such a name: "Jean" is a man's name in French.
    """
    if has_gendered_title(entity):
        return False
    given = {normalize(m.name.given[0]) for m in entity.mentions if m.name.given}
    return not given.isdisjoint(load_words("names_of_either_gender"))


def guess_gender(index: TextIndex, entity: Entity) -> Gender | None:
    """
    Guess the gender of a person, from the words next to the name first, then from the given name.

    Args:
        index: The index of the article's text.

        entity: The person.

    Returns:
        The gender; None if there is no evidence, or if it conflicts.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.names.entities import link_mentions
        >>> index = TextIndex("Xolani Dube sold his shop to Priya Nair.")
        >>> [guess_gender(index, entity) for entity in link_mentions(index, find_mentions(index))]
        ['male', 'female']
    """
    if not is_personal(entity.kind) and not _looks_like_person(entity):
        return None
    shown = {gender for m in entity.mentions[:_MAX_MENTIONS] if (gender := _gender_from_context(index, m)) is not None}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    return next((g for m in entity.mentions[:_MAX_MENTIONS] if (g := _by_given_name(m)) is not None), None)


def _gender_from_context(index: TextIndex, mention: Mention) -> Gender | None:
    """Return the gender marked by a possessive or a noun right after a name."""
    if is_possessive(index, mention.end) or index.is_quoted(mention.start):
        return None
    own = index.match_after(_OWN_POSSESSIVE, mention.end) or index.match_after(_SPOUSE, mention.end)
    if own:
        return PRONOUN_GENDER[own["pronoun"]]
    before = index.search_before(_NOUN_BEFORE, mention.start, _NOUN_REACH_CHARS)
    gender = word_gender(before["noun"]) if before else None
    noun = index.match_after(_APPOSITION, mention.end)
    return gender or (word_gender(noun["noun"]) if noun else None)


def _by_given_name(mention: Mention) -> Gender | None:
    """Return the gender of a given name in most countries."""
    words = normalize(mention.name.text).split()
    if words[0] in load_words("names_of_either_gender"):
        return None
    for gender in _GENDERS:
        is_listed = words[0] in load_words(f"{gender}_given_names")
        if is_listed or (len(words) > 1 and words[0] in load_words(f"likely_{gender}_names")):
            return gender
    return None


def _looks_like_person(entity: Entity) -> bool:
    """Return whether an apparent organization has a name that may just as well be a person's: "Rock Dalby"."""
    if entity.kind is not SpeakerKind.ORGANIZATION or any(_is_known(m.name.text) for m in entity.mentions):
        return False
    words = entity.name.split()
    are_names = all(_NAME_WORD.fullmatch(word) and not kind_of_noun(word) for word in words)
    return len(words) in _PERSON_NAME_WORDS and are_names


def _is_known(name: str) -> bool:
    """Return whether a name is, or contains a word for, a well-known place, organization or outlet."""
    words = normalize(name).removeprefix("the ")
    is_listed = words in normalized_words("well_known_organizations") or is_place(name) or is_listed_outlet(name)
    return is_listed or not load_words("company_words").isdisjoint(words.split())
