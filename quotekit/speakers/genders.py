"""Infer the gender of people from the pronouns near their names."""

from __future__ import annotations

import re
from collections import defaultdict

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.names.mention import Mention, is_personal
from quotekit.speakers.mention_index import MentionIndex
from quotekit.speakers.surroundings import is_possessive, word_before
from quotekit.text import TextIndex

__all__ = ["infer_genders"]

_PRONOUN = re.compile(rf"\b(?:{'|'.join(form for word in PRONOUN_GENDER for form in (word, word.capitalize()))})\b")
# What may precede the first word of a sentence.
_OPENING_CHARS = " \n\"“‘'"
_MIN_VOTES = 2


def infer_genders(index: TextIndex, mentions: MentionIndex) -> dict[int, Gender]:
    """
    Infer genders from the pronouns in sentences that name a single person, or that follow such a sentence.

    Args:
        index: The index of the article's text.

        mentions: The article's mentions.

    Returns:
        The genders by entity index. Entities with too few pronouns, or with conflicting ones, are left out.

    Example:
        >>> from quotekit.names import find_mentions
        >>> index = TextIndex("Okoye said that she left. She was tired.")
        >>> infer_genders(index, MentionIndex(index, find_mentions(index)))
        {0: 'female'}
    """
    votes = _count_pronouns(index, _names_by_sentence(index, mentions))
    # "Tinder suspended her account, she says" reveals nothing about Tinder.
    perhaps_no_person = {mentions.entity_of(m) for m in mentions if m.kind is None}
    return {
        entity: cast[0][1]
        for entity, cast in votes.items()
        if len(set(cast) if entity in perhaps_no_person else cast) >= _MIN_VOTES
        and len({gender for _, gender in cast}) == 1
    }


def _names_by_sentence(index: TextIndex, mentions: MentionIndex) -> dict[int, list[tuple[int, int | None]]]:
    """Find the offsets and entities of the people named in each sentence; no entity if it cannot be the subject."""
    named: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for mention in mentions:
        if is_personal(mention.kind) and not index.is_quoted(mention.start):
            entity = mentions.entity_of(mention) if _may_be_subject(index, mention) else None
            named[index.narrative_sentence_of(mention.start)].append((mention.start, entity))
    return named


def _count_pronouns(
    index: TextIndex, named: dict[int, list[tuple[int, int | None]]]
) -> dict[int, list[tuple[int, Gender]]]:
    """Collect, by entity, the sentence and gender of each pronoun that can refer to that entity alone."""
    votes: dict[int, list[tuple[int, Gender]]] = defaultdict(list)
    for found in _PRONOUN.finditer(index.text):
        at = found.start()
        if index.is_quoted(at):
            continue
        sentence = index.narrative_sentence_of(at)
        candidates = {entity for start, entity in named.get(sentence, ()) if start < at}
        if not candidates and _begins_sentence(index, at):
            candidates = {entity for _, entity in named.get(sentence - 1, ())}
        entity = candidates.pop() if len(candidates) == 1 else None
        if entity is not None:
            votes[entity].append((sentence, PRONOUN_GENDER[found.group().lower()]))
    return votes


def _begins_sentence(index: TextIndex, at: int) -> bool:
    """Return whether the word at an offset is the first of its sentence."""
    start, _ = index.narrative_sentence(index.narrative_sentence_of(at))
    return not index.text[start:at].strip(_OPENING_CHARS)


def _may_be_subject(index: TextIndex, mention: Mention) -> bool:
    """Return whether a name may be a person and the subject: no "'s" after it, no "of" or "the" before it."""
    if is_possessive(index, mention.end):
        return False
    word = word_before(index, mention.start)
    return word not in load_words("prepositions") and (word != "the" or mention.start < mention.name_start)
