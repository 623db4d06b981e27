"""Find quotations used as a subject: "“A wall” is how she remembers it", "“x” was her word for it"."""

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

_BE = r",?\s{1,9}(?:is|are|was|were|(?:has|have|had)\s{1,9}(?:always\s{1,9})?been|might\s{1,9}be|would\s{1,9}be)\s{1,9}"
_IS_HOW = re.compile(
    rf"{_BE}(?:(?:also|just)\s{{1,9}})?(?:how|what|the\s{{1,9}}(?:way|words?|phrase|term)(?:\s{{1,9}}that)?)\s{{1,9}}"
)
_NOT_IN_CLAUSE = re.compile(r"[.;:!?\n\"“”]")
_MAX_CLAUSE_WORDS = 16
# Text between a subject and its verb.
_AUXILIARY = re.compile(
    r"(?:\s(?:has|have|had|also|often|once|later|now|still|\w{1,40}ly|would|to|likes?|used|prefers?)){1,8}$"
)
_REACH_CHARS = 250
# "Put it", "summed it up", "saw it": not reporting verbs elsewhere.
_PUTTING = frozenset(
    ["characterise", "frame", "put", "phrase", "portray", "recollect", "remember", "see", "sum", "term", "view", "word"]
)
_MIN_CUE_CONFIDENCE = 0.1


def attribute_quotation_subjects(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the source of a quotation that is the subject of its sentence.

    Args:
        context: The text.

        drafts: The drafts, however unlikely: a verb that is in no list needs one.

    Returns:
        The drafts. In ``"…" is how she remembers it`` and in ``"…" was her word for it`` the source is "she" or "her".
    """
    index = context.index
    likely = {piece.end for draft in drafts if draft.confidence >= _MIN_CUE_CONFIDENCE for piece in draft.cue}
    found = (_is_how(index, q, likely) or _is_word(index, q) for q in index.outer_quotations if q.closed)
    return with_constructions(context, drafts, [construction for construction in found if construction])


def _is_how(index: TextIndex, quotation: Quotation, likely: set[int]) -> Construction | None:
    """Return the construction of a quotation followed by "is how she puts it"."""
    found = index.match_after(_IS_HOW, quotation.end, _REACH_CHARS)
    if found is None:
        return None
    limit = found.end() + _REACH_CHARS
    mark = _NOT_IN_CLAUSE.search(index.text, found.end(), limit)
    words = list(index.words(found.end(), mark.start() if mark else min(limit, len(index.text))))
    for verb in words[1:_MAX_CLAUSE_WORDS]:
        lemma = cue_lemma(verb.group())
        is_known = saying_kind(lemma) is not None or lemma in _PUTTING or verb.end() in likely
        subject = _AUXILIARY.sub("", index.text[found.end() : verb.start()].rstrip(", "))
        if is_known and verb.group().islower() and is_somebody(subject):
            source = (found.end(), found.end() + len(subject))
            return Construction((verb.span(),), source, ((quotation.start, quotation.end),))
    return None


def _is_word(index: TextIndex, quotation: Quotation) -> Construction | None:
    """Return the construction of a quotation followed by "was her word for it", or her answer or verdict."""
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
        (?P<owner> his|her|their|my|our|your
          | (?:[^\W_][\w.’'-]{{0,40}}\s){{0,6}}? [^\W_][\w.-]{{0,40}}(?:['’]s|s['’]) )
        (?: \s [a-z][\w-]{{0,40}} ){{0,3}}?
        \s (?P<noun> (?:words?|name|term|phrase|label)\ for | {any_of("saying_nouns")} (?!\ (?:for|of)\b) ) \b
        """,
        re.VERBOSE,
    )
