"""Find the outlets that carried each statement to the reader, from its sentence and the passage around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from quotekit.names import Mention
from quotekit.names.outlets import find_outlets
from quotekit.provenance.assignment import assign_carriers
from quotekit.provenance.carriers import Carrier, find_carriers, platform_of_tweets
from quotekit.provenance.context import Context
from quotekit.provenance.excerpts import add_excerpts
from quotekit.provenance.inheritance import inherit_from_parents
from quotekit.provenance.occasion_features import gather_facts
from quotekit.provenance.occasion_links import Judge, link_statements
from quotekit.provenance.occasion_weights import judge as judge_by_weights
from quotekit.provenance.occasions import find_occasions
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.places import find_places, outlet_key
from quotekit.provenance.ranking.ranker import RuledText
from quotekit.provenance.statements import Statement, locate_statements
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.text import TextIndex

__all__ = ["Reviser", "find_via"]

#: Returns the chains that replace those of the rules, by statement; such as an
#: :class:`~quotekit.provenance.ranking.OutletRanker`.
Reviser: TypeAlias = Callable[[RuledText], "tuple[OutletChain, ...]"]


def find_via(
    index: TextIndex,
    resolved: Sequence[ResolvedDraft],
    mentions: Sequence[Mention] = (),
    *,
    judge: Judge = judge_by_weights,
    revise: Reviser | None = None,
) -> tuple[OutletChain, ...]:
    """
    Find the outlets, shows, platforms and documents between speaker and reader.

    Args:
        index: The article's text.

        resolved: Its attributions with their speakers.

        mentions: The names in the text.

        judge: Judges whether a statement was made on an occasion; by the library's weights if not given.

        revise: Revises what the rules give, if given.

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
    carriers = find_carriers(index, outlets, mentions)
    assigned = assign_carriers(index, statements, carriers)
    named = _named_outlets(index, statements, assigned)
    occasions = find_occasions(index, statements, carriers, assigned, mentions)
    facts = gather_facts(index, statements, named) if occasions or revise else []
    links = link_statements(facts, occasions, judge)
    found = {**{number: occasion.outlets for number, occasion in links.items()}, **named}
    chains = [_of_others(statement, found.get(statement.number, ())) for statement in statements]
    context = Context(index, statements, mentions, outlets)
    ruled = tuple(inherit_from_parents(context, add_excerpts(context, chains)))
    if revise is None:
        return ruled
    places = find_places(
        index, statements, outlets, mentions, carriers=carriers, assigned=assigned, occasions=occasions
    )
    with_names = frozenset(number for number, chain in named.items() if chain)
    revised = revise(RuledText(index, facts, places, ruled, with_names))
    return tuple(_of_others(statement, chain) for statement, chain in zip(statements, revised, strict=True))


def _of_others(statement: Statement, outlets: OutletChain) -> OutletChain:
    """Return the outlets that are not the speaker: an outlet does not carry its own words."""
    own = None if statement.speaker is None else statement.speaker.name
    if own is None:
        return outlets
    return tuple(outlet for outlet in outlets if outlet_key(outlet.name) != outlet_key(own))


def _named_outlets(
    index: TextIndex, statements: Sequence[Statement], assigned: Mapping[int, Carrier]
) -> dict[int, OutletChain]:
    """Return the outlets that the statements' own sentences name for them, by the numbers of the statements."""
    named = {number: carrier.outlets for number, carrier in assigned.items()}
    platform = platform_of_tweets(index)
    for statement in statements:
        carrier = assigned.get(statement.number)
        if statement.tweets and (carrier is None or not carrier.is_post):
            named[statement.number] = () if platform is None else (platform,)
    return named
