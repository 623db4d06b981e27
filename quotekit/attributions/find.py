"""Find the attributions in a text: all the steps from the tagger's output to finished drafts."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.attributions.corrections import CORRECTIONS
from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.drafting import draft_attributions
from quotekit.attributions.nested import MIN_CONFIDENCE, find_nested
from quotekit.attributions.parents import set_parents
from quotekit.attributions.revisions import REVISIONS
from quotekit.attributions.rules import Context, apply_rules
from quotekit.names import Mention
from quotekit.tagger.session import Model
from quotekit.tagger.tag import TaggedText
from quotekit.text import Bounds, TextIndex

__all__ = ["find_drafts", "select_confident"]


def find_drafts(
    index: TextIndex,
    tagged: TaggedText,
    model: Model,
    *,
    mentions: Sequence[Mention] = (),
    boilerplate: Sequence[Bounds] = (),
    min_confidence: float | None = None,
) -> list[Draft]:
    """
    Find the attributions in a text.

    Args:
        index: The text.

        tagged: The tagger's output for it.

        model: The model, which reads contents again for nested attributions.

        mentions: The names in the text, in text order.

        boilerplate: Bounds of credits, dateline and captions, in text order, without overlap.

        min_confidence: The lowest confidence to keep; the model's own threshold if not given. For nested attributions
            it is never below :data:`quotekit.attributions.nested.MIN_CONFIDENCE`.

    Returns:
        The drafts in text order of their contents, each with its parent.

    Example:
        >>> from quotekit.tagger.session import load_model
        >>> from quotekit.tagger.tag import tag
        >>> index, model = TextIndex("Ito said that Berg had claimed the dam was safe."), load_model()
        >>> [(draft.source.text, draft.parent) for draft in find_drafts(index, tag(index, model), model)]
        [('Ito', None), ('Berg', 0)]
    """
    context = Context(index, model.config, mentions, boilerplate)
    drafts = apply_rules(context, draft_attributions(index, tagged), CORRECTIONS)
    drafts = select_confident(context, model, drafts, min_confidence)
    drafts = apply_rules(context, drafts, REVISIONS)
    return set_parents(in_text_order(drafts))


def select_confident(
    context: Context, model: Model, drafts: Sequence[Draft], min_confidence: float | None = None
) -> list[Draft]:
    """
    Keep the drafts that are confident enough, and add those nested in their contents.

    Args:
        context: The text.

        model: The model.

        drafts: The corrected drafts.

        min_confidence: The lowest confidence to keep; the model's own threshold if not given.

    Returns:
        The drafts in text order.
    """
    threshold = model.config.min_confidence if min_confidence is None else min_confidence
    kept = [draft for draft in drafts if draft.confidence >= threshold]
    return in_text_order([*kept, *find_nested(context, model, kept, max(threshold, MIN_CONFIDENCE))])
