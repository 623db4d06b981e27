"""The one shape of rules that correct drafts, and what runs them in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import attrs

from quotekit.attributions.draft import Draft
from quotekit.names import Mention
from quotekit.tagger.session import Config
from quotekit.text import Bounds, TextIndex

__all__ = ["Context", "Rule", "apply_rules"]


@attrs.frozen(eq=False)
class Context:
    """What rules may ask about the text whose drafts they correct."""

    #: The text's quotation marks, sentences and paragraphs.
    index: TextIndex
    #: The settings of the model that made the drafts.
    config: Config
    #: The names in the text, in text order; none in a content that is read by itself.
    mentions: Sequence[Mention] = ()
    #: Bounds of what is nobody's statement (credits, dateline, captions), in text order, without overlap.
    boilerplate: Sequence[Bounds] = ()


#: Takes a text's drafts in text order and returns them corrected; a draft that is left out is gone.
Rule: TypeAlias = Callable[[Context, Sequence[Draft]], list[Draft]]


def apply_rules(context: Context, drafts: Sequence[Draft], rules: Mapping[str, Rule]) -> list[Draft]:
    """
    Apply rules one after the other, and note in each draft which of them changed it.

    Args:
        context: What the rules may ask about the text.

        drafts: The drafts in text order.

        rules: The rules by their names, in the order in which they are applied.

    Returns:
        The drafts as the last rule left them.
    """
    current = list(drafts)
    for name, rule in rules.items():
        before = {id(draft) for draft in current}
        current = [
            draft if id(draft) in before else attrs.evolve(draft, changed_by=(*draft.changed_by, name))
            for draft in rule(context, current)
        ]
    return current
