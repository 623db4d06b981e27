"""Find the agents of participles with a quotation: "labelled “a farce” by Mary Lowe", "dismissed as “x” by them"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import is_somebody
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import saying_kind
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["attribute_to_agents"]

_PARTICIPLE = re.compile(
    r"""
    (?: ^ | (?<=[\s,(—–-]) )
    (?P<be> (?:been|being|is|are|was|were) \s+ (?:\w+ly\s+)? )?
    (?P<verb> [^\W\d_]{2,20} ) (?P<as> \s+ as (?:\s+being|\s+having)? )?
    (?: \s+ (?:an?|the) )? \s \Z
    """,
    re.VERBOSE,
)
_PARTICIPLE_REACH_CHARS = 60
# "By Mary Lowe, the mayor", "by critics of the plan": up to a clause mark, a verb or another adjunct.
_BY = re.compile(
    r"""
    [.,]? \s{1,9} (?P<by> by ) \s{1,9}
    (?P<agent>
        [^\W_] [\w.'’-]{0,40}
        (?: \s (?! (?:after|and|at|because|before|but|during|for|has|have|in|is|last|on|since|that|was|were|when|while
                     |who|will|with) \b | [A-Z]\w{1,40}day \b )
            [^\W_] [\w.'’-]{0,40} ){0,8}
    )
    """,
    re.VERBOSE,
)
_BY_REACH_CHARS = 120
_IRREGULAR = frozenset(("put", "said", "told", "written", "seen", "shown", "known", "held", "found"))
# The model's confidence required for a verb that is not in any list.
_MIN_CUE_CONFIDENCE = 0.1


def attribute_to_agents(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the agent of a participle with a quotation: "labelled “a farce” by Mary Lowe".

    Args:
        context: The text.

        drafts: The drafts, however unlikely: a verb that is in no list needs one.

    Returns:
        The drafts; the agent after "by" is the source, unless it is a time or place.
    """
    index = context.index
    likely = {piece.start for draft in drafts if draft.confidence >= _MIN_CUE_CONFIDENCE for piece in draft.cue}
    found = (_find_agent(index, quotation, likely) for quotation in index.outer_quotations)
    return with_constructions(context, drafts, [construction for construction in found if construction])


def _find_agent(index: TextIndex, quotation: Quotation, likely: set[int]) -> Construction | None:
    """Return the construction around a quotation, if there is a participle before it and an agent after it."""
    if not quotation.closed:
        return None
    verb = index.search_before(_PARTICIPLE, quotation.start, _PARTICIPLE_REACH_CHARS)
    by = index.match_after(_BY, quotation.end, _BY_REACH_CHARS)
    if verb is None or by is None or not _is_judged(index, verb, quotation, likely):
        return None
    agent = _bounds_of_agent(index, by)
    if not is_somebody(index.text[slice(*agent)]):
        return None
    start = verb.start("be") if verb["be"] else verb.start("verb")
    end = verb.end("as") if verb["as"] else verb.end("verb")
    content = (quotation.start, quotation.end)
    return Construction(((start, end), by.span("by")), agent, (content,), keeps_content=True)


def _is_judged(index: TextIndex, verb: re.Match[str], quotation: Quotation, likely: set[int]) -> bool:
    """Return whether a participle is that of a verb of saying or judging, and the quotation is not a title."""
    word = verb["verb"].lower()
    if not word.endswith("ed") and word not in _IRREGULAR:
        return False
    if not verb["as"] and not index.text[quotation.inner_start].islower():
        # "A song called “Rain” by Mary Lowe".
        return False
    starts = {verb.start("verb"), verb.start("be")}
    return saying_kind(cue_lemma(word)) is not None or not likely.isdisjoint(starts)


def _bounds_of_agent(index: TextIndex, by: re.Match[str]) -> Bounds:
    """Return the bounds of an agent without a full stop at its end."""
    start, end = by.span("agent")
    return start, end - (index.text[end - 1] == ".")
