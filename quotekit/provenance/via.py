"""Find the outlets that carried each statement to the reader, from its sentence and the passage around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from quotekit.names import Mention
from quotekit.names.outlets import find_outlets
from quotekit.provenance.assignment import assign_carriers
from quotekit.provenance.carriers import find_carriers
from quotekit.provenance.context import Chains, Context, Rule
from quotekit.provenance.excerpts import add_excerpts
from quotekit.provenance.inheritance import inherit_from_parents
from quotekit.provenance.leads import carry_back_to_head, carry_back_to_paraphrases
from quotekit.provenance.occasions import carry_over_occasions
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.statements import locate_statements
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.text import TextIndex

__all__ = ["find_via"]

#: The rules that find outlets, in the order in which they are applied.
_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "carrier or occasion": carry_over_occasions,
        "paraphrase before an occasion": carry_back_to_paraphrases,
        "head before an occasion": carry_back_to_head,
        "excerpt": add_excerpts,
        "parent": inherit_from_parents,
    }
)


def find_via(
    index: TextIndex, resolved: Sequence[ResolvedDraft], mentions: Sequence[Mention] = ()
) -> tuple[OutletChain, ...]:
    """
    Find the outlets, shows, platforms and documents between speaker and reader.

    Args:
        index: The article's text.

        resolved: Its attributions with their speakers.

        mentions: The names in the text.

    Returns:
        The outlets of each attribution, nearest to the speaker first. An outlet has no span if the text names it for
        another statement.

    Example:
        >>> from quotekit.attributions.draft import Draft
        >>> from quotekit.records import Spans
        >>> text = "It is late, she told the BBC."
        >>> told = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(16, 20)]), Spans.of(text, [(12, 15)]))
        >>> find_via(TextIndex(text), [ResolvedDraft(told)])
        ((Outlet(name='BBC', span=TextSpan(start=25, end=28, text='BBC')),),)
    """
    statements, outlets = locate_statements(index, resolved), find_outlets(index, mentions)
    carriers = assign_carriers(index, statements, find_carriers(index, outlets, mentions))
    context = Context(index, statements, mentions, outlets, carriers)
    chains: Chains = [()] * len(statements)
    for rule in _RULES.values():
        chains = rule(context, chains)
    return tuple(chains)
