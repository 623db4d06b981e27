"""Find out who answers: the person addressed, if a pronoun's verb is a verb of answering."""

from __future__ import annotations

import re

from quotekit.speakers.surroundings import is_possessive
from quotekit.text import TextIndex

__all__ = ["is_answered"]

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


def is_answered(index: TextIndex, by: tuple[int, int], to_end: int, pronoun_bounds: tuple[int, int]) -> bool:
    """
    Return whether a pronoun refers to the person addressed.

    Args:
        index: The index of the article's text.

        by: Start and end of the name of the person addressed.

        to_end: Offset after the name of the speaker, which comes first.

        pronoun_bounds: Start and end of the pronoun.

    Returns:
        Whether the words between the names show that the second person is addressed, and the pronoun's verb is one of
        answering.

    Example:
        >>> index = TextIndex("Vail warned Rask. He replied.")
        >>> is_answered(index, (12, 16), 4, (18, 20))
        True
        >>> index = TextIndex("Vail warned Rask. He added a word.")
        >>> is_answered(index, (12, 16), 4, (18, 20))
        False
    """
    start, end = by
    at, pronoun_end = pronoun_bounds
    if not to_end < start <= to_end + _MAX_VERB_CHARS or is_possessive(index, end):
        # "Vail questioned Rask's plan."
        return False
    sentences_back = index.narrative_sentence_of(at) - index.narrative_sentence_of(start)
    if sentences_back and _ASKING.fullmatch(index.text, to_end, start):
        return True
    if not _ADDRESSING.fullmatch(index.text, to_end, start):
        return False
    if not sentences_back:
        return index.search_before(_BUT, at, _BUT_CHARS) is not None
    if index.match_after(_REPLY, pronoun_end):
        return True
    is_request = index.match_after(_REQUEST_AFTER, end) is not None
    return is_request and index.match_after(_WOULD, pronoun_end) is not None
