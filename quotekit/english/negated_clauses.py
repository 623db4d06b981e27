"""Negation from outside of a clause: "it is false that she said", "has yet to say", "at no point did she say"."""

from __future__ import annotations

import re

__all__ = ["CLAUSE_CONTEXT_CHARS", "is_cue_unrealized", "is_governor_negative"]

#: How many characters before a clause can bear on whether it is negated.
CLAUSE_CONTEXT_CHARS = 100

_BE = r"(?:is|was|are|were|be|been|['’]s)"
_AUXILIARY = r"(?:did|do|does|has|have|had|is|are|was|were|would|will|could|can|should|may|might)"
# What is said to be untrue: "it is false that", "it isn't true that", "it would be wrong to say that".
_UNTRUE = re.compile(
    rf"""
    \b{_BE} \s+ (?:\w+ly\s+|just\s+|also\s+|quite\s+)?
    (?: (?:an?\s+)? (?:\w+\s+)? (?:false|untrue|incorrect|inaccurate|wrong|mistaken|lies?|myth|fiction
            |fabrication|falsehood|nonsense|rubbish|hoax|slander|misconception)
      | (?:not|never) \s+ (?:\w+ly\s+)? (?:an?\s+|the\s+)? (?:true|correct|accurate|right|so|case|fact|clear|certain
            |known|established|proven|evident)
    ) \s+
    (?: to \s+ (?:say|claim|suggest|state|report|write|assume) \s+ )? that \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_CONTRACTED = re.compile(r"n['’]t\b")
# "There is no evidence that", "found no sign that"; after "no doubt that" it is certain.
_NO_SIGN = re.compile(
    r"""
    \b(?: there \s+ (?:\w+\s+){1,2} | (?:find|finds|found|has|have|had|saw|see|sees|seen|gave|given|offers?
        |offered|is|was|produced?|shows?|showed|shown|with|uncovered|provided) \s+ )
    (?: no | (?:never|not|barely|hardly|scarcely) \s+ any | little | scant | zero ) \s+
    (?: (?!doubt|question|denying|secret|surprise|wonder|coincidence|accident|mistake|mistaking|disput|shock
          |disagreement|argument|contest|better|more|one\b|less\b|escap|getting|avoid|reason\s+to\s+doubt)
        [\w-]+ \s+ (?:of\s+|on\s+|in\s+|for\s+)? ){1,4}
    that \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "At no point did", "nowhere has", "never did", and the subject follows; "not only did she say" is something else.
_INVERSION = re.compile(
    rf"""
    (?: \A | (?<=[\s"“(]) )
    (?: (?:at|on|in|under|by)\s{{1,9}}no\s{{1,9}}\w{{1,40}} | never(?:\s{{1,9}}once)? | nowhere
      | not\s{{1,9}}(?:once|ever|for\s{{1,9}}a\s{{1,9}}\w{{1,40}})
      | neither | nor | not\s{{1,9}}in\s{{1,9}}(?:any|a\s{{1,9}}single) )
    (?: \s{{1,9}} [^.;:!?]{{1,60}}? )? ,?
    \s{{1,9}} {_AUXILIARY} \s{{0,9}} \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Nobody heard" before a subject and a bare verb.
_UNHEARD = re.compile(
    r"\b(?:never|not|nobody|no\s+one|cannot)\s+(?:\w+\s+){0,2}?(?:hear|heard|seen|see|known|read)\s*\Z", re.IGNORECASE
)
# "Has yet to say", "instead of saying", "neither confirmed nor denied".
_UNREALIZED = re.compile(
    r"""
    \b(?: (?:has|have|had|having|is|are|was|were|['’](?:s|d|ve)) \s+ (?:\w+\s+)? yet \s+ to
        | (?: instead \s+ of | rather \s+ than | far \s+ from | in \s+ place \s+ of | short \s+ of )
        | neither \s+ \w+ (?: \s+ \w+ )? \s+ nor
      )
    \s+ (?: \w+ly \s+ | even \s+ | be \s+ | publicly \s+ )? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What is refused here is to say something, although no verb of saying follows.
_RULE_OUT = re.compile(
    r"""
    \b(?:declin|refus)(?:e[sd]?|ing|al) \s+ to \s+ (?:\w+ly\s+|even\s+)?
    (?: rule \s+ (?:\w+\s+){0,3}? out | be \s+ drawn | go \s+ into ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_governor_negative(before: str) -> bool:
    """
    Return whether the words before a clause mean that it is not so.

    Args:
        before: The text before the clause, in its sentence, with "that" or the auxiliary that comes before the subject.

    Returns:
        Whether they do.

    Example:
        >>> is_governor_negative("It is false that "), is_governor_negative("There is no doubt that ")
        (True, False)
        >>> is_governor_negative("At no point did "), is_governor_negative("Not only did ")
        (True, False)
    """
    plain = _NOT_CONTRACTED.sub(" not", before)
    # The first two end in "that".
    is_that = plain.rstrip().lower().endswith("that")
    patterns = (_UNTRUE, _NO_SIGN, _INVERSION, _UNHEARD) if is_that else (_INVERSION, _UNHEARD)
    return any(pattern.search(plain) for pattern in patterns)


def is_cue_unrealized(before: str, cue_words: str, after: str = "") -> bool:
    """
    Return whether something is yet to be said, or was not said but something else was done.

    Args:
        before: The text before the cue, in its sentence.

        cue_words: The cue's words.

        after: The text after the cue, in its sentence.

    Returns:
        Whether it is.

    Example:
        >>> is_cue_unrealized("Holm ", "has yet to say"), is_cue_unrealized("Instead of ", "saying")
        (True, True)
        >>> is_cue_unrealized("Holm ", "refused", " to rule out a strike"), is_cue_unrealized("Holm ", "said")
        (True, False)
    """
    head, _, _ = cue_words.rpartition(" ")
    lead = f"{before}{head} " if head else before
    return bool(_UNREALIZED.search(lead)) or bool(_RULE_OUT.search(f"{cue_words}{after}"))
