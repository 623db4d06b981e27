"""Say whom "who" and "which" go back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.names.mention import Mention
from quotekit.records import SpeakerKind

__all__ = ["before_relative"]

_LONGEST_APPOSITION = 150
_LAST_WORD = re.compile(r"([\w'’]+) $")
_LONGEST_WORD = 20
_MOST_MENTIONS = 6
_PEOPLE = (None, SpeakerKind.PERSON, SpeakerKind.GROUP)
# Party and state, age, home: " (D-Ohio), ", ", 59, of Ashton, Md., ".
_ASIDE = re.compile(
    r"(?: \([^()]{1,25}\)|, \d{1,3}|, [DRI]-[A-Z][\w.]+|['’]s?|, of [A-Z][\w. ]{1,30}(?:, [A-Z][\w.]+)?)+,? "
)
_SENTENCE_END = re.compile(r"[!?;\n]|[a-z]{3}\. |\.[\"”’]")
_APPOSITION = re.compile(r"(?:,| \().*[,)] |, (?:an?|the|one of|now|then|whose|another|his|her|their) [^,]* ")


def before_relative(text: str, word: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """
    Find the name that a relative pronoun goes on about: right before it, or before its apposition.

    Args:
        text: The article's text.

        word: The pronoun, normalized.

        at: Its offset.

        mentions: The mentions before it, in text order.

    Returns:
        The mention; None where there is none, or where something else stands in between.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> from quotekit.text import TextIndex
        >>> text = "They met Ida Holm, a lawyer, who smiled."
        >>> before_relative(text, "who", 29, find_mentions(TextIndex(text))).name.text
        'Ida Holm'
    """
    thing = word in ("which", "that")
    for mention in reversed(mentions[-_MOST_MENTIONS:]):
        between = text[mention.end : at]
        right_before = not between.strip(" ,—–-") or _ASIDE.fullmatch(between) is not None
        if thing or (right_before and mention.kind in _PEOPLE):
            fits = right_before and not (thing and mention.kind is SpeakerKind.PERSON)
            return mention if fits and (word != "that" or "," not in between) else None
        if len(between) > _LONGEST_APPOSITION or _SENTENCE_END.search(between):
            return None
        sure = mention.kind is SpeakerKind.PERSON or (mention.kind is None and not _is_in_phrase(text, mention))
        if sure and (_APPOSITION.fullmatch(between) or _ASIDE.fullmatch(between)):
            return mention
    return None


def _is_in_phrase(text: str, mention: Mention) -> bool:
    """Return whether a preposition stands before a name: "of Ashton" is a place."""
    before = _LAST_WORD.search(text, max(0, mention.start - _LONGEST_WORD), mention.start)
    return before is not None and before[1].lower() in load_words("prepositions")
