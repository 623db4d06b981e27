"""Prefer reporting nouns to forms of "to be" as cues: ``"No," was his short answer``."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lexicons import load_words
from quotekit.records import Spans
from quotekit.text import TextIndex

__all__ = ["prefer_noun_cues"]

_BE = re.compile(r"is|are|was|were|'s|’s", re.IGNORECASE)
_NOUN = re.compile(r"[^\W\d_]+")
_OWNER = re.compile(r"(?:his|her|its|my|our|their|your|[^,;]{0,400}?['’]s)\b", re.IGNORECASE)


def prefer_noun_cues(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make the noun the cue in ``"No," was his short answer``, and its possessor the source.

    This is rare in news, and the model takes "was" for the cue and "his short answer" for the source.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts; if the cue is a form of "to be" and the source ends in a reporting noun, the noun becomes the cue
        and its possessor, if any, the source.
    """
    return [
        _with_noun_cue(context.index, draft) if draft.source and _BE.fullmatch(draft.cue.text) else draft
        for draft in drafts
    ]


def _with_noun_cue(index: TextIndex, draft: Draft) -> Draft:
    """Return a draft with the last noun of its source as the cue, if that is a reporting noun."""
    source = draft.source[0]
    words = list(_NOUN.finditer(index.text, source.start, source.end))
    if not words or words[-1].group().lower() not in load_words("saying_nouns"):
        return draft
    owner = _OWNER.match(index.text, source.start, words[-1].start())
    return attrs.evolve(
        draft,
        cue=Spans.of(index.text, [words[-1].span()]),
        source=Spans.of(index.text, [owner.span()] if owner else []),
    )
