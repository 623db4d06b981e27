"""The paths by which statements reached an article: from a speaker through outlets and other speakers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from quotekit.exporters.grouping import who
from quotekit.graph.iris import outlet_iri
from quotekit.records import Article, Attribution, Outlet
from quotekit.records.arguments import check_article

__all__ = ["Chain", "Role", "Stop", "chains"]

#: What a stop of a chain is.
Role = Literal["speaker", "outlet"]

# A statement in a statement in a statement … has more stops than anybody can follow.
_MAX_STOPS = 12


@attrs.frozen
class Stop:
    """One stop of a chain."""

    #: The name of an outlet, or of a speaker as far as the article gives it.
    name: str
    #: Whether it spoke, or carried what others said.
    role: Role


@attrs.frozen
class Chain:
    """A path by which statements reached the article, with the statements that took it."""

    #: The stops, from the speaker to whoever is nearest to the article.
    stops: tuple[Stop, ...]
    #: The statements in text order.
    attributions: tuple[Attribution, ...]


def chains(article: Article) -> tuple[Chain, ...]:
    """
    Find the paths by which the statements of an article reached it.

    Args:
        article: The article.

    Returns:
        The chains, in the order of their first statements. A chain begins with the speaker; then come the outlets that
        carried the statement, and for a nested one the speaker of the outer statement with its outlets.

    Example:
        >>> import quotekit
        >>> article = quotekit.extract("Eva Holm told CNN that the dam would hold, the Reef Times reported.")
        >>> for chain in chains(article):
        ...     print(" > ".join(stop.name for stop in chain.stops))
        Reef Times
        Eva Holm > CNN > Reef Times
    """
    check_article(article)
    by_id = {attribution.id: attribution for attribution in article.attributions}
    found: dict[tuple[Stop, ...], list[Attribution]] = {}
    for attribution in article.attributions:
        found.setdefault(_stops(attribution, by_id), []).append(attribution)
    return tuple(Chain(stops, tuple(said)) for stops, said in found.items())


def _stops(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    seen: set[str] = set()
    inner: Attribution | None = attribution
    while inner is not None and inner.id not in seen and len(stops) < _MAX_STOPS:
        seen.add(inner.id)
        outer = by_id.get(inner.parent or "")
        stops.append(Stop(who(inner), "speaker"))
        stops += [Stop(outlet.name, "outlet") for outlet in _own(inner.via, outer.via if outer else ())]
        inner = outer
    # An outlet may be named both as reporter and as carrier: "Reuters reported that Holm told Reuters".
    return tuple(
        stop for at, stop in enumerate(stops) if not at or outlet_iri(stop.name) != outlet_iri(stops[at - 1].name)
    )


def _own(via: Iterable[Outlet], outer: Iterable[Outlet]) -> list[Outlet]:
    """Return the outlets that the outer statement did not come through."""
    known = {outlet_iri(outlet.name) for outlet in outer}
    return [outlet for outlet in via if outlet_iri(outlet.name) not in known]
