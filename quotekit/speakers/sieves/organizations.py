"""Decide on descriptions of organizations and documents: "the bank", "her campaign", "the poll"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, singular
from quotekit.names.mention import Mention, is_personal
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.bodies import STAFF, staff_nouns
from quotekit.speakers.decision import Decision, decide_document, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import EntityProfiles
from quotekit.speakers.nearby import is_named_before, is_named_outlet, last_end_before, only_one_nearby
from quotekit.speakers.query import Query

__all__ = ["described_document", "described_organization", "find_staff", "phrase_with_owner", "short_name"]

# "The city" seldom refers to the only organization with "City" in its name.
_TOO_GENERAL = frozenset({"city", "country", "county", "nation", "state"})
# A description that introduces another document; filled in with a pattern of nouns.
_ANOTHER = r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{noun}\b"
_MAKER_REACH_CHARS = 60
# How far back a document is told to be somebody's.
_BACK_CHARS = 4000
# How soon a document that is introduced without its maker is told to be somebody's.
_AHEAD_CHARS = 700
_NEW = frozenset({"latest", "major", "national", "nationwide", "new", "recent", "recently", "statewide"})
# "The editorial board" speaks for the outlet.
_EDITORS = re.compile(r"(?:(?:(?:news)?paper|magazine)['’]s )?editorial (?:board|page)")
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
    if _EDITORS.fullmatch(phrase.description):
        organization = _find_last_outlet(query.start, discourse)
    else:
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
    if not query.is_description or phrase.kind is not SpeakerKind.DOCUMENT:
        return None
    if phrase.article == "the":
        maker = _find_maker(phrase, query.start, discourse)
    elif phrase.article in ("a", "an") or (not phrase.article and not phrase.whose):
        maker = _find_maker_ahead(phrase, query.end, discourse)
    else:
        # Somebody else has written "her contract".
        maker = None if phrase.article or phrase.noun in _RECEIVED else query.owner
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
    if phrase.owner is not None and phrase.noun in STAFF:
        return find_staff(normalize(phrase.owner.name.surname or phrase.owner.name.text), phrase.noun, profiles)
    by_name = [i for i in profiles.organizations_with_word(phrase.noun) if words <= profiles.name_words(i)]
    if phrase.owner is not None or len(words) > 1:
        if by_name or phrase.owner is not None or not phrase.description.islower():
            return by_name[0] if len(by_name) == 1 else None
        called = profiles.organizations_called(singular(phrase.noun))
        return only_one_nearby(called, at, discourse) if phrase.article == "the" else None
    return _find_called(singular(phrase.noun), by_name, at, discourse)


def _find_called(noun: str, by_name: Sequence[int], at: int, discourse: Discourse) -> int | None:
    """Find the organization that a noun alone refers to, one that has it in its name or is called so."""
    others = [i for i in discourse.profiles.organizations_called(noun) if i not in by_name]
    found = [*by_name, *others]
    ends = [end for end in (last_end_before(i, at, discourse) for i in found) if end is not None]
    if ends and re.search(_ANOTHER.format(noun=re.escape(noun)), discourse.index.text[max(ends) : at]):
        return None
    if len(by_name) == 1 and not others:
        # "The company", before a name that has the word, is more often one that was named before.
        is_first = discourse.index.sentence_of(at) == discourse.index.sentence_of(0)
        return found[0] if is_first or is_named_before(found[0], at, discourse) else None
    return only_one_nearby(found, at, discourse)


def _find_last_outlet(at: int, discourse: Discourse) -> int | None:
    """Find the outlet last named before an offset."""
    before = (discourse.mentions.entity_of(m) for m in reversed(discourse.mentions.before(at)))
    return next((entity for entity in before if is_named_outlet(entity, discourse)), None)


def find_staff(owner: str, noun: str, profiles: EntityProfiles) -> int | None:
    """
    Find the organization of a candidate: where the text names "the Holm campaign", "Holm's team" is that.

    Args:
        owner: The normalized surname of the candidate.

        noun: The normalized noun.

        profiles: What the article says about its entities.

    Returns:
        The organization that the text names with this noun, or else with another one for those who work for a
        candidate; None if there is not just one.
    """
    for word in staff_nouns(noun):
        found = [i for i in profiles.organizations_with_word(word) if {owner, word} <= profiles.name_words(i)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _find_maker(phrase: SourcePhrase, at: int, discourse: Discourse) -> int | None:
    """Find the maker of the document that a description refers to: "the poll" after "a Reef University poll"."""
    words = set(normalize(phrase.description).split())
    # "The systematic review" and "the new poll" are different documents.
    nouns = _nouns_alike(phrase.noun) if words <= {phrase.noun, "same"} else ""
    if not nouns:
        return None
    makers, last_end = set[int](), at
    for mention in discourse.mentions.within(max(0, at - _BACK_CHARS), at):
        if _is_named_as_maker(mention, nouns, discourse):
            makers.add(discourse.mentions.entity_of(mention))
            last_end = mention.end
    another = re.compile(_ANOTHER.format(noun=f"(?:{nouns})"))
    return makers.pop() if len(makers) == 1 and not another.search(discourse.index.text, last_end, at) else None


def _find_maker_ahead(phrase: SourcePhrase, at: int, discourse: Discourse) -> int | None:
    """Find the maker of a document that is introduced without one: "a new poll", before "the Reef University poll"."""
    nouns = _nouns_alike(phrase.noun) if set(normalize(phrase.description).split()) <= {phrase.noun} | _NEW else ""
    ahead = discourse.mentions.within(at, at + _AHEAD_CHARS) if nouns else ()
    makers = {discourse.mentions.entity_of(m) for m in ahead if _is_named_as_maker(m, nouns, discourse)}
    return makers.pop() if len(makers) == 1 else None


def _nouns_alike(noun: str) -> str:
    """Return a pattern of the nouns for the same document; empty if none are listed."""
    return "|".join(sorted({word for line in load_words("writings") if noun in line.split() for word in line.split()}))


def _is_named_as_maker(mention: Mention, nouns: str, discourse: Discourse) -> bool:
    """Return whether a name is next to the noun of a document that its bearer can have made."""
    index = discourse.index
    # "The Reef Poll" is a name; "Holm's Poll Numbers" is a headline.
    noun_after = re.compile(rf"(?:['’]s?)? (?:[a-z][\w-]+ ){{0,2}}(?:{nouns})\b| (?:{nouns.title()})\b(?! [A-Z])")
    before = re.compile(rf"\b(?:{nouns}) (?:[\w-]+ )?(?:by|from|of) (?:the )?$")
    is_next = index.match_after(noun_after, mention.end) or index.search_before(
        before, mention.start, _MAKER_REACH_CHARS
    )
    return bool(is_next) and _can_make_documents(discourse.mentions.entity_of(mention), discourse)


def _can_make_documents(entity: int, discourse: Discourse) -> bool:
    """Return whether an entity may produce a poll or a report; places and groups do not."""
    known = discourse.entities[entity]
    return known.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) and not is_place(known.name)
