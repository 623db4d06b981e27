"""Recover "…, as Mary Lowe, a lawyer, explained" at the end of a long sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import find_clause_before, is_somebody
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.text import TextIndex

__all__ = ["recover_as_explained"]

_AS_EXPLAINED = re.compile(
    r"""
    ,["”’]? \s{1,9} (?P<as>as) \s{1,9}
    (?P<source>
        [^\W_][\w.'’-]{0,40} (?: \s [^\W_][\w.'’-]{0,40} ){0,7}?
        (?: , \s [^;:!?\n"“”]{2,120}? (?=,) )?
    )
    ,? \s{1,9}
    (?P<verb>
        (?: (?:has|have|had|once|later|also|recently|\w{1,40}ly) \s{1,9} ){0,2}
        (?P<main> [^\W\d_]{2,20} ) (?: \s{1,9} (?:out|it) )?
    )
    (?= (?: \s{1,9} (?:\w{1,40}ly|last\s\w{1,40}|on\s\w{1,40}|(?:in|at|to)\s(?:\w{1,40}\s){0,3}\w{1,40}) )? [.;] )
    """,
    re.VERBOSE,
)
_CONTINUING = frozenset(("continued", "continues", "went"))
_PRESENT_OR_PAST = re.compile(r".{0,400}(?:ed|s)$|put|said|told|wrote|thought|knew")


def recover_as_explained(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the statement before ", as someone explained".

    Args:
        context: The text, and the model's settings: drafts at or above its confidence threshold are kept.

        drafts: The drafts.

    Returns:
        The drafts, with a new one for each such sentence in which the model was not confident of any.
    """
    threshold = context.config.min_confidence
    known = sorted(piece.start for draft in drafts if draft.confidence >= threshold for piece in draft.cue)
    # If someone speaks while another continues, the stretch contains a cue.
    found = [c for c in _find(context.index) if not _has_cue(known, c.content[0][0], c.cue[-1][1])]
    return with_constructions(context, drafts, found)


def _has_cue(known: Sequence[int], start: int, end: int) -> bool:
    """Return whether a known cue begins in a stretch of text."""
    return bisect_left(known, start) < bisect_left(known, end)


def _find(index: TextIndex) -> Iterator[Construction]:
    for found in _AS_EXPLAINED.finditer(index.text):
        main = found["main"]
        is_speech = main == "put" or saying_kind(cue_lemma(main)) in OF_SPEECH
        if (
            main in _CONTINUING
            or not is_speech
            or not _PRESENT_OR_PAST.fullmatch(main)
            or index.is_quoted(found.start("as"))
        ):
            continue
        content = find_clause_before(index, found.start("as"))
        if content is not None and is_somebody(found["source"]):
            yield Construction((found.span("as"), found.span("verb")), found.span("source"), (content,))
