"""Find the names to which "who", "which" and "that" refer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.names.mention import Mention
from quotekit.records import SpeakerKind
from quotekit.speakers.surroundings import word_before
from quotekit.text import TextIndex

__all__ = ["find_relative_antecedents"]

_MAX_APPOSITION_CHARS = 150
_MAX_MENTIONS = 6
_PEOPLE = (None, SpeakerKind.PERSON, SpeakerKind.GROUP)
# A verb after a pronoun that stands for several: "who are", "who aren't".
_PLURAL_VERB = re.compile(r" (?:are|were|have|aren['’]t|weren['’]t|haven['’]t)\b")
_BETWEEN_NAMES = re.compile(r",| &|,? and")
# What belongs to a name before a relative pronoun.
_BELONGS_TO_NAME = re.compile(
    r"""
    (?:
        [ ]\([^()]{1,25}\)                            # party and state: " (D-Ohio)"
        | ,[ ]\d{1,3}                                 # age: ", 59"
        | ,[ ][DRI]-[A-Z][\w.]{1,40}                       # party and state: ", D-Ohio"
        | ['’]s?
        | ,[ ]of[ ][A-Z][\w. ]{1,30}(?:,[ ][A-Z][\w.]{1,40})?  # home: ", of Ashton, Md."
        | [ ]of[ ][A-Z][\w.]{1,30}(?:[ ][A-Z][\w.]{1,30}){0,2}  # a legislator's state: " of New York"
    ){1,8}
    ,?[ ]
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[!?;\n]|[a-z]{3}\. |\.[\"”’]")
_APPOSITION = re.compile(
    r"""
    (?:[ ]of[ ][A-Z][\w.]{1,30}(?:[ ][A-Z][\w.]{1,30}){0,2}(?=,))?      # a legislator's state
    (?:
    (?:,|[ ]\().{0,400}[,)][ ]
    | ,[ ](?:an?|the|one[ ]of|now|then|whose|another|his|her|their)[ ][^,]{0,400}[ ]
    )
    """,
    re.VERBOSE,
)


def find_relative_antecedents(
    index: TextIndex, pronoun: str, at: int, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """
    Find the names that a relative pronoun refers to: the one right before it, or the one before an appositive.

    Args:
        index: The index of the text.

        pronoun: The pronoun, normalized.

        at: Its offset.

        mentions: The mentions before it, in text order.

    Returns:
        The mention; those of a list of people if the verb after the pronoun is a plural. Empty if there is none, or if
        anything else comes in between.

    Example:
        >>> from quotekit.names import find_mentions
        >>> index = TextIndex("They met Ida Holm, a lawyer, who smiled.")
        >>> [mention.name.text for mention in find_relative_antecedents(index, "who", 29, find_mentions(index))]
        ['Ida Holm']
        >>> index = TextIndex("They met Ida Holm and Bo Dray, who are lawyers.")
        >>> [mention.name.text for mention in find_relative_antecedents(index, "who", 31, find_mentions(index))]
        ['Ida Holm', 'Bo Dray']
    """
    found = _find_antecedent(index, pronoun, at, mentions)
    if found is None:
        return ()
    if not (found.is_personal and index.match_after(_PLURAL_VERB, at + len(pronoun))):
        return (found,)
    people = _list_up_to(index, found, mentions)
    return people if len(people) > 1 else ()


def _find_antecedent(index: TextIndex, pronoun: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return the name that a relative pronoun refers to, or the last one if it refers to several."""
    is_thing = pronoun in ("which", "that")
    for mention in reversed(mentions[-_MAX_MENTIONS:]):
        between = index.text[mention.end : at]
        is_right_before = not between.strip(" ,—–-") or _BELONGS_TO_NAME.fullmatch(between) is not None
        if is_thing or (is_right_before and mention.kind in _PEOPLE):
            fits = is_right_before and not (is_thing and mention.kind is SpeakerKind.PERSON)
            return mention if fits and (pronoun != "that" or "," not in between) else None
        if len(between) > _MAX_APPOSITION_CHARS or _SENTENCE_END.search(between):
            return None
        follows_appositive = _APPOSITION.fullmatch(between) or _BELONGS_TO_NAME.fullmatch(between)
        if follows_appositive and _may_be_person(index, mention):
            return mention
    return None


def _list_up_to(index: TextIndex, last: Mention, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the people of a list that ends in a mention: "Ida Holm, Bo Dray and Cy Fox"."""
    people = [last]
    for mention in reversed([m for m in mentions[-_MAX_MENTIONS:] if m.end <= last.start]):
        between = index.text[mention.end : people[0].start].rstrip()
        if not (mention.is_personal and _BETWEEN_NAMES.fullmatch(between)):
            break
        people.insert(0, mention)
    return tuple(people)


def _may_be_person(index: TextIndex, mention: Mention) -> bool:
    """Return whether a name is or may be a person's; after a preposition one word may be a place's."""
    if mention.kind is None and not mention.name.given:
        return word_before(index, mention.start) not in load_words("prepositions")
    return mention.is_personal
