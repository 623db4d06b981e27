"""Quotations that are the subject of their sentence: "“A wall” is how she remembers it", "“x” was her word for it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import is_somebody
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import any_of
from quotekit.english.verb_classes import saying_kind
from quotekit.text import Quotation, TextIndex

__all__ = ["attribute_quotation_subjects"]

_BE = r",?\s+(?:is|are|was|were|(?:has|have|had)\s+(?:always\s+)?been|might\s+be|would\s+be)\s+"
_IS_HOW = re.compile(
    rf"""
    {_BE} (?:also\s+|just\s+)? (?P<how> how|what|the\s+(?:way|words?|phrase|term)(?:\s+that)? ) \s+
    (?P<source> [^\W_][\w.'’-]* (?:\s[^\W_][\w.'’-]*){{0,7}}?
        (?: ,\s[^,.;:!?\n"“”]{{2,80}}, )? ) \s+
    (?: (?:has|have|had|also|often|once|later|now|still|\w+ly|would|likes?\s+to|used\s+to|prefers?\s+to) \s+ ){{0,2}}
    (?P<verb> [^\W\d_]+ ) \b
    (?P<object> \s (?:it|this|that|him|her|them|things|the|his|their|its|an?|to|up|for|about|when) \b | [.,;!?] )?
    """,
    re.VERBOSE,
)
_REACH_CHARS = 250
# "Put it", "summed it up", "saw it": not verbs of saying in other places.
_PUTTING = frozenset("characterise frame put phrase portray recollect remember see sum term view word".split())
_VERB_ENDING = re.compile(r"(?:ed|s)$")
_MIN_DOUBT = 0.1


def attribute_quotation_subjects(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find whose words a quotation is that is the subject of its sentence.

    Args:
        context: The text.

        drafts: The drafts, however unlikely: a verb that is in no list needs one.

    Returns:
        The drafts. In ``"…" is how she remembers it`` she is the source, and in ``"…" was her word for it``, too.
    """
    index = context.index
    likely = {piece.end for draft in drafts if draft.confidence >= _MIN_DOUBT for piece in draft.cue}
    found = (_is_how(index, q, likely) or _is_word(index, q) for q in index.outer_quotations if q.closed)
    return with_constructions(context, drafts, [construction for construction in found if construction])


def _is_how(index: TextIndex, quotation: Quotation, likely: set[int]) -> Construction | None:
    """Return the construction of a quotation that is how somebody puts it."""
    found = index.match_after(_IS_HOW, quotation.end, _REACH_CHARS)
    if found is None or not is_somebody(found["source"]):
        return None
    lemma = cue_lemma(found["verb"])
    is_known = saying_kind(lemma) is not None or lemma in _PUTTING or found["verb"] in _PUTTING
    if not is_known and found.end("verb") not in likely:
        return None
    return Construction((found.span("verb"),), found.span("source"), ((quotation.start, quotation.end),))


def _is_word(index: TextIndex, quotation: Quotation) -> Construction | None:
    """Return the construction of a quotation that is somebody's word, answer or verdict."""
    found = index.match_after(_is_word_pattern(), quotation.end, _REACH_CHARS)
    if found is None:
        return None
    owner = found["owner"].lower()
    is_named = owner not in load_words("determiners")
    if is_named and not is_somebody(re.sub(r"['’]s?$", "", found["owner"])):
        return None
    return Construction((found.span("noun"),), found.span("owner"), ((quotation.start, quotation.end),))


def _is_word_pattern() -> re.Pattern[str]:
    """Build the pattern of "was Mary Lowe's first word for"."""
    return re.compile(
        rf"""
        {_BE}
        (?P<owner> his|her|their|my|our|your | (?:[^\W_][\w.’'-]*\s){{0,6}}? [^\W_][\w.-]*(?:['’]s|s['’]) )
        (?: \s [a-z][\w-]* ){{0,3}}?
        \s (?P<noun> (?:words?|name|term|phrase|label)\ for | {any_of("saying_nouns")} (?!\ (?:for|of)\b) ) \b
        """,
        re.VERBOSE,
    )
