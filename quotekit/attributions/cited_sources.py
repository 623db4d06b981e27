"""
Attribute an outlet's report to the source that it cites: "Kyodo reported, citing a ministry source".

Drafts keep their confidence: the content and the cue are as likely to be right as before, and whether annotators would
treat "citing" as an attribution does not affect who is cited.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import attrs

from quotekit.attributions.citations import (
    are_in_one_sentence,
    find_citation_next_to,
    find_cited_source,
    find_citing_outlet,
)
from quotekit.attributions.draft import Draft
from quotekit.attributions.press_phrases import is_citable
from quotekit.attributions.rules import Context
from quotekit.records import Spans, TextSpan
from quotekit.text import Bounds, TextIndex

__all__ = ["attribute_to_cited_sources", "recover_cited_sources"]

# Lemmas of cues that outlets report with.
_REPORTING = frozenset(
    [
        *("according to", "add", "claim", "confirm", "disclose", "note", "per", "publish", "report", "reveal", "say"),
        *("state", "suggest", "tell", "write"),
    ]
)


def attribute_to_cited_sources(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attribute outlets' reports to the sources that they cite, if the tagger has found both report and citation.

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts; in a report the cited source replaces the outlet, and the draft with the cue "citing" is dropped.

    Example:
        >>> text = "The dam is old, Kyodo reported, citing a ministry source."
        >>> parts = [((0, 14), (22, 30), (16, 21)), ((39, 56), (32, 38), (16, 21))]
        >>> drafts = [Draft(*(Spans.of(text, [bounds]) for bounds in roles)) for roles in parts]
        >>> context = Context(TextIndex(text), config=None)
        >>> [(d.content.text, d.cue.text, d.source.text) for d in attribute_to_cited_sources(context, drafts)]
        [('The dam is old', 'reported', 'a ministry source')]
    """
    revised: dict[int, Draft | None] = {}
    reports_by_end: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        if _is_report(draft):
            reports_by_end.setdefault(draft.source[0].end, []).append(number)
    for number, draft in enumerate(drafts):
        outlet_end = find_citing_outlet(context, draft)
        cited = None if outlet_end is None else find_cited_source(context, draft)
        if outlet_end is None or cited is None:
            continue
        reports = {i: drafts[i] for i in reports_by_end.get(outlet_end, ()) if i not in revised}
        report = _nearest_report(context.index, reports, draft.cue[0].start, cited)
        if report is not None:
            revised[report] = _with_source(context.index, drafts[report], cited)
            revised[number] = None
    return _apply(drafts, revised)


def recover_cited_sources(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attribute outlets' reports to the sources that they cite, if the tagger has found only the report.

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts; in a report right before or after "citing …" the cited source replaces the outlet. Drafts that have
        the cited source as both content and source are dropped.
    """
    revised: dict[int, Draft | None] = {}
    pieces = sorted((p.start, p.end, i) for i, draft in enumerate(drafts) for p in (*draft.cue, *draft.source))
    longest = max((end - start for start, end, _ in pieces), default=0)
    for number, draft in enumerate(drafts):
        found = find_citation_next_to(context, draft) if number not in revised and _is_report(draft) else None
        if found is None:
            continue
        start, cited = found
        near = pieces[bisect_left(pieces, (start - longest,)) : bisect_left(pieces, (cited[1],))]
        touching = sorted({i for _, end, i in near if start < end})
        is_unclaimed = all(drafts[i].source == drafts[i].content for i in touching)
        if is_unclaimed and not _touches(draft.content, start, cited[1]) and is_citable(context, *cited):
            revised[number] = _with_source(context.index, draft, cited)
            revised.update(dict.fromkeys(touching))
    return _apply(drafts, revised)


def _is_report(draft: Draft) -> bool:
    """Return whether a draft has a source in one piece, and a verb that outlets report with."""
    return len(draft.source) == 1 and draft.cue_lemma in _REPORTING


def _nearest_report(index: TextIndex, reports: Mapping[int, Draft], citing: int, cited: Bounds) -> int | None:
    """Return the report nearest to "citing" in its sentence that does not overlap the cited source."""
    distances = [
        (abs(report.cue[0].start - citing), i)
        for i, report in reports.items()
        if not _touches((*report.content, *report.cue), *cited)
        and are_in_one_sentence(index, report.cue[0].start, citing)
    ]
    return min(distances)[1] if distances else None


def _touches(spans: Sequence[TextSpan], start: int, end: int) -> bool:
    """Return whether spans overlap a stretch of text."""
    return any(span.start < end and start < span.end for span in spans)


def _with_source(index: TextIndex, draft: Draft, bounds: Bounds) -> Draft:
    return attrs.evolve(draft, source=Spans.of(index.text, [bounds]))


def _apply(drafts: Sequence[Draft], revised: Mapping[int, Draft | None]) -> list[Draft]:
    """Return drafts with some of them revised, or dropped if the revision is None."""
    current = (revised.get(number, draft) for number, draft in enumerate(drafts))
    return [draft for draft in current if draft is not None]
