"""Cut boilerplate out of drafts: credits, datelines and captions, which are not statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.records import Spans
from quotekit.text import Bounds

__all__ = ["strip_boilerplate"]


def strip_boilerplate(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop the drafts within boilerplate, and cut boilerplate out of the contents and sources of the others.

    Args:
        context: The text and its boilerplate.

        drafts: The drafts.

    Returns:
        The drafts whose cues are prose, without boilerplate in their contents and sources. A source that consists
        only of boilerplate is kept.
    """
    if not context.boilerplate:
        return list(drafts)
    stripped = ((draft, _strip(context, draft)) for draft in drafts)
    return [new for draft, new in stripped if new.content and new.cue == draft.cue]


def _strip(context: Context, draft: Draft) -> Draft:
    """Return a draft without boilerplate in its content, cue and source."""
    content, cue = _without_boilerplate(context, draft.content), _without_boilerplate(context, draft.cue)
    source = _without_boilerplate(context, draft.source) or draft.source
    if (content, cue, source) == (draft.content, draft.cue, draft.source):
        return draft
    return attrs.evolve(draft, content=content, cue=cue, source=source)


def _without_boilerplate(context: Context, spans: Spans) -> Spans:
    """Return spans with boilerplate, and white space next to it, cut out of them."""
    bounds = [(span.start, span.end) for span in spans]
    first = bisect_right(context.boilerplate, spans.start or 0, key=_end)
    last = bisect_left(context.boilerplate, (spans.end or 0, 0))
    for start, end in context.boilerplate[first:last]:
        parts = [part for a, b in bounds for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
        bounds = [stripped for part in parts if (stripped := context.index.strip(*part))]
    return Spans.of(context.index.text, bounds)


def _end(stretch: Bounds) -> int:
    return stretch[1]
