"""The tagger as one call: a text's attributions and names, those inside others' contents, too."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.marks import Quotation
from quotekit.tagger.nested import LEAST, read_contents
from quotekit.tagger.reading import read
from quotekit.tagger.session import Model
from quotekit.tagger.tagged import Tagged, TaggedText

__all__ = ["tag_text"]


def tag_text(text: str, quotations: Sequence[Quotation], model: Model, least: float | None = None) -> TaggedText:
    """
    Find a text's attributions and names.

    Args:
        text: Any string.

        quotations: Its quotations, from :func:`quotekit.marks.pair_marks`.

        model: The model.

        least: The lowest confidence of attributions to keep; the model's own if not given. For what is read
            out of the contents of others it is never below :data:`quotekit.tagger.nested.LEAST`.

    Returns:
        The attributions and names.

    Example:
        >>> from quotekit.marks import pair_marks
        >>> from quotekit.tagger.session import load_model
        >>> text = "Ito said that Berg had claimed the dam was safe."
        >>> [t.source.text for t in tag_text(text, pair_marks(text), load_model()).attributions]
        ['Ito', 'Berg']
    """
    least = model.config.min_confidence if least is None else least
    whole = read(text, quotations, model)
    kept = [t for t in whole.attributions if t.confidence >= least]
    nested = read_contents(text, kept, quotations, model, max(least, LEAST))
    return TaggedText(tuple(sorted([*kept, *nested], key=_place)), whole.names)


def _place(tagged: Tagged) -> list[list[tuple[int, int]]]:
    return [[(s.start, s.end) for s in part] for part in (tagged.content, tagged.cue)]
