"""Tell by the pronouns near a name whether it is a woman's or a man's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.names.mention import Mention
from quotekit.records import SpeakerKind
from quotekit.speakers.passages import Passages

__all__ = ["genders_by_pronouns"]

_PRONOUN = re.compile(rf"\b(?:{'|'.join(form for word in PRONOUN_GENDER for form in (word, word.capitalize()))})\b")
_OWN = ("'s", "’s", "' ", "’ ")
_OPENING = " \n\"“‘'"
_LAST_WORD = re.compile(r"([\w'’]+) $")
_LONGEST_WORD = 20
_LEAST_VOTES = 2


def genders_by_pronouns(
    text: str, mentions: Sequence[Mention], entity_of: Callable[[Mention], int], passages: Passages
) -> dict[int, Gender]:
    """
    Tell genders by the pronouns in sentences that name one person alone.

    Args:
        text: The article's text.

        mentions: Its mentions.

        entity_of: Returns the index of the entity that a mention names.

        passages: Where the text's sentences and quotations are.

    Returns:
        Genders by the indices of the entities; those of whom pronouns tell nothing, or different things, are left out.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> from quotekit.text import TextIndex
        >>> text = "Okoye said that she left. She was tired."
        >>> genders_by_pronouns(text, find_mentions(TextIndex(text)), lambda mention: 7, Passages(text, [], []))
        {7: 'female'}
    """
    named: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.kind in (None, SpeakerKind.PERSON) and not passages.is_quoted(mention.start):
            index = entity_of(mention) if _is_subject(text, mention) else -1
            named.setdefault(passages.sentence(mention.start), []).append((mention.start, index))
    votes: dict[int, list[tuple[int, Gender]]] = {}
    for found in _PRONOUN.finditer(text):
        at = found.start()
        if passages.is_quoted(at):
            continue
        sentence = passages.sentence(at)
        here = [index for start, index in named.get(sentence, ()) if start < at]
        if not here and not text[passages.sentence_start(at) : at].strip(_OPENING):
            here = [index for _, index in named.get(sentence - 1, ())]
        if len(set(here)) == 1 and here[0] >= 0:
            votes.setdefault(here[0], []).append((sentence, PRONOUN_GENDER[found.group().lower()]))
    # "Tinder suspended her account, she says" tells nothing of Tinder.
    unsure = {entity_of(m) for m in mentions if m.kind is None}
    return {
        index: told[0][1]
        for index, told in votes.items()
        if len(set(told) if index in unsure else told) >= _LEAST_VOTES and len({gender for _, gender in told}) == 1
    }


def _is_subject(text: str, mention: Mention) -> bool:
    """Return whether a name may be what its sentence is about, and a person's: no "'s" after it, no "of" or "the" before it."""
    if text.startswith(_OWN, mention.end):
        return False
    before = _LAST_WORD.search(text, max(0, mention.start - _LONGEST_WORD), mention.start)
    word = before[1].lower() if before else ""
    return word not in load_words("prepositions") and (word != "the" or mention.start < mention.name_start)
