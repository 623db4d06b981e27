"""The context and the signature of the rules that find outlets."""

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
    """What a rule can look up about the text."""

    #: The text.
    index: TextIndex
    #: Its statements, ordered and numbered like its attributions.
    statements: Sequence[Statement]
    #: The names in the text.
    mentions: Sequence[Mention]
    #: The outlets that the text names, in text order.
    outlets: Sequence[NamedOutlet]
    #: The carriers in the statements' own sentences, by the number of the statement.
    carriers: Mapping[int, Carrier]

    def in_text_order(self) -> list[Statement]:
        """Return the statements ordered by their anchors."""
        return sorted(self.statements, key=lambda statement: statement.anchor)


#: The outlets of each statement, indexed by its number.
Chains: TypeAlias = Sequence[OutletChain]
#: Takes the outlets that earlier rules found and returns them with those that it adds.
Rule: TypeAlias = Callable[[Context, Chains], Chains]
