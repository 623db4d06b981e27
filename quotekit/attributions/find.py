"""The tagger as one call: a text's attributions and names, those inside others' contents, too."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import DraftedText, read
from quotekit.attributions.nested import MIN_CONFIDENCE, find_nested
from quotekit.tagger.session import Model
from quotekit.text import Quotation

__all__ = ["find_drafts"]


def find_drafts(text: str, quotations: Sequence[Quotation], model: Model, least: float | None = None) -> DraftedText:
    """
    Find a text's attributions and names.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.text.pair_marks`.

        model: The model.

        least: The lowest confidence of attributions to keep; the model's own if not given. For what is read
            out of the contents of others it is never below :data:`quotekit.attributions.nested.MIN_CONFIDENCE`.

    Returns:
        The attributions and names.

    Example:
        >>> from quotekit.text import pair_marks
        >>> from quotekit.tagger.session import load_model
        >>> text = "Ito said that Berg had claimed the dam was safe."
        >>> [t.source.text for t in find_drafts(text, pair_marks(text), load_model()).attributions]
        ['Ito', 'Berg']
    """
    least = model.config.min_confidence if least is None else least
    whole = read(text, quotations, model)
    kept = [t for t in whole.attributions if t.confidence >= least]
    nested = find_nested(text, kept, quotations, model, max(least, MIN_CONFIDENCE))
    return DraftedText(tuple(sorted([*kept, *nested], key=_place)), whole.names)


def _place(draft: Draft) -> list[list[tuple[int, int]]]:
    return [[(s.start, s.end) for s in part] for part in (draft.content, draft.cue)]
