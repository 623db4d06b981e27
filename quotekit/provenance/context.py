"""What the rules of via know of a text, and their one shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import attrs

from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["Chains", "Context", "Rule"]


@attrs.frozen(eq=False)
class Context:
    """What rules may ask about a text whose statements they give outlets."""

    #: The text.
    index: TextIndex
    #: Its statements, in the order of its attributions.
    statements: Sequence[Statement]
    #: The names in it.
    mentions: Sequence[Mention]
    #: Its outlets, in text order.
    outlets: Sequence[NamedOutlet]
    #: The carrier of each statement that has one in its sentence, by the statement's number.
    carriers: Mapping[int, Carrier]

    def in_text_order(self) -> list[Statement]:
        """Return the statements in the order of their cues."""
        return sorted(self.statements, key=lambda statement: statement.anchor)


#: The outlets of each statement, by its number; empty for those without.
Chains: TypeAlias = Sequence[OutletChain]
#: Takes what the rules before it found and returns it with more outlets.
Rule: TypeAlias = Callable[[Context, Chains], Chains]
