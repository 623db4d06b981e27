"""What is known of a text when its outlets are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["Chains", "Context"]


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


#: The outlets of each statement, indexed by its number.
Chains: TypeAlias = Sequence[OutletChain]
