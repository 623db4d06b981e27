"""The interface of rules that correct drafts, and the function that applies them in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

from quotekit.attributions.draft import Draft
from quotekit.names import Mention
from quotekit.tagger.config import Config
from quotekit.text import Bounds, TextIndex

__all__ = ["Context", "Rule", "apply_rules"]


@attrs.frozen(eq=False)
class Context:
    """The context available to rules: the text whose drafts they correct, and the model's settings."""

    #: The text's quotation marks, sentences and paragraphs.
    index: TextIndex
    #: The settings of the model that made the drafts.
    config: Config
    #: The names in the text, in text order; empty if a content is read on its own.
    mentions: Sequence[Mention] = ()
    #: Bounds of what is not prose (credits, dateline, captions), in text order, without overlap.
    boilerplate: Sequence[Bounds] = ()

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions whose names begin in a stretch of text, in text order."""
        return self.mentions[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [mention.name_start for mention in self.mentions]


#: Takes the drafts of a text in text order and returns the corrected drafts, without those that it rejects. An
#: unchanged draft is returned as the same object.
Rule: TypeAlias = Callable[[Context, Sequence[Draft]], list[Draft]]


def apply_rules(context: Context, drafts: Sequence[Draft], rules: Mapping[str, Rule]) -> list[Draft]:
    """
    Apply rules in order, and note in each draft which of them changed it.

    Args:
        context: The text, and what is known about it.

        drafts: The drafts in text order.

        rules: The rules by name, in the order in which they are applied.

    Returns:
        The drafts after the last rule.

    Example:
        >>> from quotekit.records import Spans
        >>> def drop_cue(context, drafts):
        ...     return [attrs.evolve(draft, cue=Spans()) if draft.cue else draft for draft in drafts]
        >>> text = "It is late, Holm said. It rained."
        >>> said = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(17, 21)]), Spans.of(text, [(12, 16)]))
        >>> uncued = Draft(Spans.of(text, [(23, 32)]))
        >>> context = Context(TextIndex(text), config=None)
        >>> [draft.changed_by for draft in apply_rules(context, [said, uncued], {"drop_cue": drop_cue})]
        [('drop_cue',), ()]
    """
    current = list(drafts)
    for name, rule in rules.items():
        before = {id(draft) for draft in current}
        current = [
            draft if id(draft) in before else attrs.evolve(draft, changed_by=(*draft.changed_by, name))
            for draft in rule(context, current)
        ]
    return current
