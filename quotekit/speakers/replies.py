"""Find out who answers: the person addressed, if a pronoun's verb is a verb of answering."""

from __future__ import annotations

import re

import attrs

from quotekit.speakers.surroundings import is_possessive
from quotekit.text import Bounds, TextIndex

__all__ = ["Address", "find_address", "is_answered"]

# "Vail asked Rask": the person asked answers next, whatever the verb.
_ASKED = r"asked|asks|pressed|questioned|interviewed|grilled|quizzed"
# Other addressees answer only if the verb shows it.
_ADDRESSED = r"""
    accus(?:ed|es) | advis(?:ed|es) | attack(?:ed|s) | beg(?:ged|s) | blam(?:ed|es) | challeng(?:ed|es) | charg(?:ed|es)
    | confront(?:ed|s) | criticiz(?:ed|es) | criticis(?:ed|es) | implor(?:ed|es) | inform(?:ed|s) | invit(?:ed|es)
    | order(?:ed|s)
    | remind(?:ed|s) | request(?:ed|s) | sued | su(?:es) | tell(?:s) | told | urg(?:ed|es) | warn(?:ed|s)
    | called[ ]on | calls[ ]on | offer(?:ed|s) | threaten(?:ed|s) | summon(?:ed|s)
"""
_ASKING = re.compile(rf"[ \u00a0](?:{_ASKED})[ \u00a0]")
_ADDRESSING = re.compile(rf"[ ](?:has[ ]|had[ ])?(?:{_ASKED} | {_ADDRESSED})[ ]", re.VERBOSE)
# More than the longest of these, with "has" and the blanks around it.
_MAX_VERB_CHARS = 20
# Text after the person addressed: "Vail urged Rask to resign".
_REQUEST_AFTER = re.compile(r" (?:not )?to [a-z]+")
_REPLY = re.compile(
    r"""
    [ ](?:has[ ]|had[ ]|have[ ]|later[ ]|then[ ]|promptly[ ]|flatly[ ]|simply[ ]|also[ ]|strongly[ ]){0,2}
    (?:
        answer(?:ed|s) | repli(?:ed|es) | respond(?:ed|s) | retort(?:ed|s) | den(?:ied|ies) | refus(?:ed|es)
        | declin(?:ed|es) | reject(?:ed|s) | counter(?:ed|s) | sh(?:ot|oots)[ ]back | hit[ ]back | fir(?:ed|es)[ ]back
        | agree(?:d|s) | disagree(?:d|s) | complied | obeyed | demur(?:red|s) | disput(?:ed|es) | protest(?:ed|s)
        | apologi[sz](?:ed|es) | plead(?:ed|s)
    )\b
    """,
    re.VERBOSE,
)
# The answer to a request: "he said he would not".
_WOULD = re.compile(r" (?:said|says) (?:that )?(?:he|she) (?:would|will|could|can|had no|was too|did)\b")
_BUT = re.compile(r", but $")
_BUT_CHARS = 6


@attrs.frozen
class Address:
    """How one person addresses another."""

    #: Whether the other is asked, and so answers whatever the next verb is.
    is_asked: bool
    #: Whether the other is asked, told, blamed or the like in the same sentence, and so may answer.
    is_addressed: bool


def find_address(index: TextIndex, by_end: int, to: Bounds) -> Address | None:
    """
    Find out whether one person addresses another, by the words between their names.

    Args:
        index: The index of the article's text.

        by_end: Offset after the name of the speaker, which comes first.

        to: Start and end of the name of the other.

    Returns:
        How the other is addressed; None if there is no such verb between the names.

    Example:
        >>> find_address(TextIndex("Vail warned Rask."), 4, (12, 16))
        Address(is_asked=False, is_addressed=True)
        >>> find_address(TextIndex("Vail met Rask."), 4, (9, 13)) is None
        True
    """
    start, end = to
    if not by_end < start <= by_end + _MAX_VERB_CHARS or is_possessive(index, end):
        # "Vail questioned Rask's plan."
        return None
    is_asked = _ASKING.fullmatch(index.text, by_end, start) is not None
    is_addressed = _ADDRESSING.fullmatch(index.text, by_end, start) is not None
    return Address(is_asked, is_addressed) if is_asked or is_addressed else None


def is_answered(index: TextIndex, address: Address, to: Bounds, pronoun: Bounds) -> bool:
    """
    Return whether a pronoun refers to the person addressed.

    Args:
        index: The index of the article's text.

        address: How that person is addressed.

        to: Start and end of the person's name.

        pronoun: Start and end of the pronoun.

    Returns:
        Whether the pronoun's verb is one of answering, or the person was asked in an earlier sentence.

    Example:
        >>> index = TextIndex("Vail warned Rask. He replied.")
        >>> is_answered(index, find_address(index, 4, (12, 16)), (12, 16), (18, 20))
        True
        >>> index = TextIndex("Vail warned Rask. He added a word.")
        >>> is_answered(index, find_address(index, 4, (12, 16)), (12, 16), (18, 20))
        False
    """
    start, end = to
    at, pronoun_end = pronoun
    sentences_back = index.narrative_sentence_of(at) - index.narrative_sentence_of(start)
    if sentences_back and address.is_asked:
        return True
    if not address.is_addressed:
        return False
    if not sentences_back:
        return index.search_before(_BUT, at, _BUT_CHARS) is not None
    if index.match_after(_REPLY, pronoun_end):
        return True
    is_request = index.match_after(_REQUEST_AFTER, end) is not None
    return is_request and index.match_after(_WOULD, pronoun_end) is not None
