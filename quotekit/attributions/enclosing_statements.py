"""Find statements that enclose others: in "Reyes said x, adding that “y,” Cole wrote" all of it is what Cole wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import is_reporting_verb
from quotekit.records import Spans
from quotekit.text import TextIndex

__all__ = ["find_enclosing_statements"]

# After a quotation that ends with a comma: a name or a description, and a verb that ends its clause.
_SOURCE_AND_CUE = re.compile(
    r"""
    [ ]
    (?P<source> (?: [Tt]he[ ][a-z-]+ | [A-Z][\w.'’-]* ) (?: [ ][A-Z][\w.'’-]* ){0,3} )
    [ ]
    (?P<cue> [a-z]{3,12} )
    (?= [.,;] | \s*\Z | [ ](?:in|on|at|to)[ ] )
    """,
    re.VERBOSE,
)
_COMMA = re.compile(r",\W?\Z")
_THAT = re.compile(r"\s*(?:that\s+)?")
_MAX_SENTENCE_CHARS = 600


def find_enclosing_statements(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make the words after a statement's quotation the cue and source of the whole preceding sentence.

    Args:
        context: The text, and the model's settings: only drafts at or above its confidence threshold are enclosed.

        drafts: The drafts.

    Returns:
        The drafts in text order. If a quotation with a cue and a source before it ends with a comma, and is followed
        by a name and a reporting verb that ends its clause, these are the source and the cue of another statement,
        whose content is the sentence up to them.
    """
    index, threshold = context.index, context.config.min_confidence
    current = dict(enumerate(drafts))
    by_cue = {draft.cue[0].start: place for place, draft in current.items() if draft.cue}
    for place, draft in enumerate(drafts):
        end = _quotation_end(index, draft)
        found = None if end is None or draft.confidence < threshold else index.match_after(_SOURCE_AND_CUE, end)
        if end is None or found is None or not is_reporting_verb(cue_lemma(found["cue"])):
            continue
        start = index.narrative_sentence(index.narrative_sentence_of(draft.cue[0].start))[0]
        if end - start > _MAX_SENTENCE_CHARS or draft.source[0].start < start:
            continue
        current[place] = _with_end(index, draft, end)
        own = by_cue.get(found.start("cue"))
        outer = draft if own is None else drafts[own]
        current[len(drafts) + place if own is None else own] = attrs.evolve(
            outer,
            content=Spans.of(index.text, [(start, end)]),
            cue=Spans.of(index.text, [found.span("cue")]),
            source=Spans.of(index.text, [found.span("source")]),
        )
    return in_text_order(current.values())


def _quotation_end(index: TextIndex, draft: Draft) -> int | None:
    """Return the end of the quotation that a source and cue introduce; None if it does not end with a comma."""
    if not draft.cue or not draft.source or not draft.source[0].start < draft.cue[0].start < draft.content[0].start:
        return None
    cue_end = draft.cue[-1].end
    that = index.match_after(_THAT, cue_end)
    quotation = None if that is None else index.quotation_at(that.end())
    if quotation is None or not quotation.closed or that is None or quotation.start != that.end():
        return None
    # The model may mistake the word "that" alone for the content.
    is_its_content = draft.content[-1].end in (quotation.end, that.start() + len(that.group().rstrip()))
    return quotation.end if is_its_content and _COMMA.search(index.text, cue_end, quotation.end) else None


def _with_end(index: TextIndex, draft: Draft, end: int) -> Draft:
    """Return a draft whose content ends at an offset."""
    content = Spans.of(index.text, [(draft.content[0].start, end)])
    return draft if content == draft.content else attrs.evolve(draft, content=content)
