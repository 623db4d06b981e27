"""Decide on descriptions of organizations and documents: "the bank", "her campaign", "the poll"."""

from __future__ import annotations

import re

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, singular
from quotekit.names.mention import is_personal
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_document, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import EntityProfiles
from quotekit.speakers.nearby import is_named_before, last_end_before, only_one_nearby
from quotekit.speakers.query import Query

__all__ = ["described_document", "described_organization", "phrase_with_owner", "short_name"]

# "The city" seldom refers to the only organization with "City" in its name.
_TOO_GENERAL = frozenset({"city", "country", "county", "nation", "state"})
# Nouns for those who work for a candidate: where the text names "the Holm campaign", "Holm's team" is that.
_STAFF = frozenset({"camp", "campaign", "team"})
# A description that introduces another document; filled in with a pattern of nouns.
_ANOTHER = r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{noun}\b"
_MAKER_REACH_CHARS = 60
# Documents that others make for whoever has them.
_RECEIVED = frozenset(
    (
        *("bill", "certificate", "contract", "diagnosis", "invoice", "lease", "licence", "license", "passport"),
        *("payslip", "permit", "policy", "prescription", "receipt", "subpoena", "summons", "ticket", "visa", "warrant"),
    )
)


def described_organization(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a description that refers to an organization named elsewhere."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.ORGANIZATION or phrase.article not in ("", "the"):
        return None
    organization = _find_organization(phrase_with_owner(query, discourse), query.start, discourse)
    return None if organization is None else decide_entities((organization,), query, discourse, is_mention=True)


def short_name(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the lab" by the only earlier organization whose name ends in the noun: "the Midland Sleep Lab"."""
    phrase = query.phrase
    noun = phrase.noun
    can_be_short = phrase.kind in (None, SpeakerKind.ORGANIZATION) and phrase.article == "the"
    if phrase.pronoun or phrase.named or not can_be_short or not noun or " " in phrase.description:
        return None
    found = {
        entity
        for entity in discourse.profiles.organizations_with_word(noun)
        if normalize(discourse.entities[entity].name).endswith(f" {noun}")
        and is_named_before(entity, query.start, discourse)
    }
    if noun in _TOO_GENERAL or len(found) != 1:
        return None
    (entity,) = found
    end = last_end_before(entity, query.start, discourse) or 0
    if re.search(_ANOTHER.format(noun=re.escape(noun)), discourse.index.text[end : query.start]):
        return None
    return decide_entities((entity,), query, discourse, is_mention=True)


def described_document(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a document by its owner, or by the maker of the one mentioned before."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.DOCUMENT or phrase.article not in ("", "the"):
        return None
    if phrase.article != "the" and phrase.noun in _RECEIVED:
        # Somebody else has written "her contract".
        return None
    maker = _find_maker(phrase, query.start, discourse) if phrase.article == "the" else query.owner
    return None if maker is None else decide_document((maker,), query, discourse)


def phrase_with_owner(query: Query, discourse: Discourse) -> SourcePhrase:
    """
    Return a description with its owner's name in place of a pronoun: "Holm's campaign" for "his campaign".

    Args:
        query: The description.

        discourse: What is known.

    Returns:
        The parsed description; unchanged if the owner is unknown or not a person.
    """
    if query.owner is None or not is_personal(discourse.entities[query.owner].kind):
        return query.phrase
    owner = discourse.mentions.longest_of(query.owner)
    return attrs.evolve(query.phrase, owner=owner, description=f"{owner.name.text}'s {query.phrase.description}")


def _find_organization(phrase: SourcePhrase, at: int, discourse: Discourse) -> int | None:
    """Find the organization that a description refers to; None if it cannot be resolved safely."""
    profiles = discourse.profiles
    words = {*normalize(phrase.description).split()}
    if phrase.owner is not None and phrase.owner.kind is not SpeakerKind.ORGANIZATION:
        words = {normalize(phrase.owner.name.surname), phrase.noun}
    if phrase.noun in _TOO_GENERAL:
        return None
    if phrase.owner is not None and phrase.noun in _STAFF:
        return _find_staff(normalize(phrase.owner.name.surname or phrase.owner.name.text), phrase.noun, profiles)
    by_name = [i for i in profiles.organizations_with_word(phrase.noun) if words <= profiles.name_words(i)]
    if phrase.owner is not None or len(words) > 1:
        if by_name or phrase.owner is not None or not phrase.description.islower():
            return by_name[0] if len(by_name) == 1 else None
        called = profiles.organizations_called(singular(phrase.noun))
        return only_one_nearby(called, at, discourse) if phrase.article == "the" else None
    noun = singular(phrase.noun)
    others = [i for i in profiles.organizations_called(noun) if i not in by_name]
    found = [*by_name, *others]
    ends = [end for end in (last_end_before(i, at, discourse) for i in found) if end is not None]
    if ends and re.search(_ANOTHER.format(noun=re.escape(noun)), discourse.index.text[max(ends) : at]):
        return None
    return found[0] if len(by_name) == 1 and not others else only_one_nearby(found, at, discourse)


def _find_staff(owner: str, noun: str, profiles: EntityProfiles) -> int | None:
    """Find the organization of a candidate that the text names with this noun, or else with another one."""
    for word in (noun, *sorted(_STAFF - {noun})):
        found = [i for i in profiles.organizations_with_word(word) if {owner, word} <= profiles.name_words(i)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _find_maker(phrase: SourcePhrase, at: int, discourse: Discourse) -> int | None:
    """Find the maker of the document that a description refers to: "the poll" after "a Reef University poll"."""
    index, words = discourse.index, set(normalize(phrase.description).split())
    # "The systematic review" and "the new poll" are different documents.
    if not words <= {phrase.noun, "same"}:
        return None
    alike = {noun for line in load_words("writings") if phrase.noun in line.split() for noun in line.split()}
    if not alike:
        return None
    nouns = "|".join(sorted(alike))
    noun_after = re.compile(rf"(?:['’]s?)? (?:[a-z][\w-]+ ){{0,2}}(?:{nouns})\b")
    before = re.compile(rf"\b(?:{nouns}) (?:[\w-]+ )?(?:by|from|of) (?:the )?$")
    makers, last_end = set[int](), at
    for mention in discourse.mentions.before(at):
        entity = discourse.mentions.entity_of(mention)
        is_next_to_noun = index.match_after(noun_after, mention.end) or index.search_before(
            before, mention.start, _MAKER_REACH_CHARS
        )
        if is_next_to_noun and _can_make_documents(entity, discourse):
            makers.add(entity)
            last_end = mention.end
    another = re.compile(_ANOTHER.format(noun=f"(?:{nouns})"))
    return makers.pop() if len(makers) == 1 and not another.search(index.text, last_end, at) else None


def _can_make_documents(entity: int, discourse: Discourse) -> bool:
    """Return whether an entity may produce a poll or a report; places and groups do not."""
    known = discourse.entities[entity]
    return known.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) and not is_place(known.name)
