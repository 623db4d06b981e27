"""Describe a finished draft: how much of it is quoted, what is done with it, and whether that was done at all."""

from __future__ import annotations

import re

from quotekit.attributions.draft import Draft
from quotekit.english.negated_clauses import CLAUSE_CONTEXT_CHARS, is_cue_unrealized, is_governor_negative
from quotekit.english.negation import CONTEXT_CHARS, is_negated
from quotekit.english.stances import find_stance
from quotekit.records import Kind, Spans, Stance
from quotekit.text import TextIndex

__all__ = ["is_negated_draft", "kind_of", "quoted_part", "stance_of"]

_WORD = re.compile(r"[^\W_]+")
# What follows a colon is in the speaker's own words, as in a headline or transcript; so is a statement without a cue.
_COLONS = frozenset({"", ":"})


def quoted_part(index: TextIndex, draft: Draft) -> Spans:
    """
    Find the part of a content that is inside quotation marks.

    Args:
        index: The text.

        draft: The draft.

    Returns:
        The stretches inside outermost quotations, without the marks; empty for indirect content.

    Example:
        >>> text = 'It was "a shame," he said.'
        >>> quoted_part(TextIndex(text), Draft(Spans.of(text, [(0, 17)]))).text
        'a shame,'
    """
    bounds = []
    for piece in draft.content:
        for quotation in index.outer_quotations_in(piece.start, piece.end):
            start, end = max(piece.start, quotation.inner_start), min(piece.end, quotation.inner_end)
            if start < end and _WORD.search(index.text, start, end):
                bounds.append((start, end))
    return Spans.of(index.text, bounds)


def kind_of(index: TextIndex, draft: Draft) -> Kind:
    """
    Return whether a content is in the speaker's own words.

    Args:
        index: The text.

        draft: The draft.

    Returns:
        Direct if all words are quoted, indirect if none are, and mixed otherwise.

    Example:
        >>> text = 'It was "a shame," he said.'
        >>> kind_of(TextIndex(text), Draft(Spans.of(text, [(0, 17)]))).value
        'mixed'
    """
    quoted = _count_words(index, quoted_part(index, draft))
    if not quoted:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted >= _count_words(index, draft.content) else Kind.MIXED


def stance_of(index: TextIndex, draft: Draft) -> Stance:
    """
    Return what is done with a content: whether it is asserted, denied, asked or something else.

    Args:
        index: The text.

        draft: The draft.

    Returns:
        The stance, from the cue and the form of the content; that of a statement that was not made is what it would be.

    Example:
        >>> text = "The council ruled out a new bridge."
        >>> stance_of(TextIndex(text), Draft(Spans.of(text, [(22, 34)]), cue=Spans.of(text, [(12, 21)]))).value
        'denied'
    """
    between = ""
    if draft.cue:
        end = draft.cue[-1].end
        following = next((piece.start for piece in draft.content if piece.start >= end), index.sentence_at(end - 1)[1])
        between = index.text[end : min(following, end + CONTEXT_CHARS)]
    is_quoted = draft.cue.text.strip() in _COLONS or kind_of(index, draft) is Kind.DIRECT
    content = " ".join(piece.text for piece in draft.content)
    return find_stance(draft.cue.text, content, between=between, is_quoted=is_quoted)


def is_negated_draft(index: TextIndex, draft: Draft) -> bool:
    """
    Return whether a statement is said not to have been made, by its cue and the words around it.

    Args:
        index: The text.

        draft: The draft.

    Returns:
        Whether it was not made; false if there is no cue.

    Example:
        >>> text = "She never said it was late."
        >>> is_negated_draft(TextIndex(text), Draft(Spans.of(text, [(15, 26)]), cue=Spans.of(text, [(10, 14)])))
        True
    """
    if not draft.cue:
        return False
    before = index.before(draft.cue[0].start, CONTEXT_CHARS)
    after = index.after(draft.cue[-1].end, CONTEXT_CHARS)
    is_not = is_negated(draft.cue.text, source=draft.source.text, before=before, after=after)
    # "It is not true that she never said so": two negations cancel each other out.
    return is_not != _is_governor_negative(index, draft) or _is_unrealized(index, draft)


def _is_governor_negative(index: TextIndex, draft: Draft) -> bool:
    """Return whether the words before the clause of the source and cue negate it: "it is false that she said"."""
    start = draft.cue[-1].start
    if draft.source and draft.source[0].start < start:
        start = draft.source[0].start
    return is_governor_negative(_in_sentence(index, start))


def _is_unrealized(index: TextIndex, draft: Draft) -> bool:
    """Return whether something is yet to be said: "has yet to say"."""
    end = draft.cue[-1].end
    after = index.text[end : min(index.sentence_at(end - 1)[1], end + CONTEXT_CHARS)]
    return is_cue_unrealized(_in_sentence(index, draft.cue[0].start), draft.cue.text, after)


def _in_sentence(index: TextIndex, at: int) -> str:
    """Return the text from the start of an offset's sentence to the offset."""
    return index.text[max(index.sentence_at(at)[0], at - CLAUSE_CONTEXT_CHARS) : at]


def _count_words(index: TextIndex, spans: Spans) -> int:
    return sum(1 for span in spans for _ in _WORD.finditer(index.text, span.start, span.end))
