"""Counting the attributions of many articles, by speaker, by what speakers are, and by outlet. Articles are not kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import attrs

from quotekit.english.outlet_names import is_outlet
from quotekit.records import Article, Attribution, Kind

__all__ = ["Counts", "OutletRow", "Overview", "Row", "summarize"]

_WIRE = "wire"


@attrs.frozen
class Counts:
    """How many attributions there are of each sort."""

    #: In how many articles they stand.
    articles: int = 0
    #: All words between quotation marks.
    direct: int = 0
    #: Some words between quotation marks.
    mixed: int = 0
    #: No words between quotation marks.
    indirect: int = 0
    #: The speaker has a name.
    named: int = 0
    #: There is a speaker, but no name: "a U.S. official", "critics".
    unnamed: int = 0
    #: No speaker was resolved.
    unresolved: int = 0
    #: Words of their contents.
    words: int = 0
    #: Those of the words that stand between quotation marks.
    quoted_words: int = 0

    @property
    def attributions(self) -> int:
        """How many attributions there are."""
        return self.direct + self.mixed + self.indirect

    def share(self, *of: str) -> float | None:
        """
        Say how large a part of the attributions some of them are.

        Args:
            of: Names of fields, such as ``direct``.

        Returns:
            A number from 0 to 1; None if there are no attributions.

        Example:
            >>> Counts(articles=1, direct=1, indirect=3).share("direct")
            0.25
        """
        return sum(getattr(self, name) for name in of) / self.attributions if self.attributions else None

    @property
    def quoted_share(self) -> float | None:
        """How large a part of the words stands between quotation marks; None if there are no words."""
        return self.quoted_words / self.words if self.words else None


@attrs.frozen
class Row:
    """Something that attributions are counted for."""

    #: Its name as most articles write it.
    name: str
    #: What it is in most attributions, such as ``person``; empty if it is no speaker.
    kind: str
    #: Its attributions.
    counts: Counts


@attrs.frozen
class OutletRow:
    """An outlet that some articles name."""

    #: Its name as most articles write it.
    name: str
    #: The attributions whose speaker it is.
    said: Counts
    #: The attributions that it carried from somebody else to the reader.
    carried: Counts
    #: How many articles are credited to it.
    credited: int


@attrs.frozen
class Overview:
    """All counts of many articles, the largest first."""

    #: How many articles there are, with and without attributions.
    articles: int
    #: All attributions.
    total: Counts
    #: Everybody who has a name.
    speakers: tuple[Row, ...]
    #: By what the speaker is; ``unresolved`` where there is none.
    kinds: tuple[Row, ...]
    #: By whether the speaker is ``named``, ``unnamed`` or ``unresolved``.
    naming: tuple[Row, ...]
    #: Outlets named as speaker, as carrier, or in credits.
    outlets: tuple[OutletRow, ...]
    #: By what the caller put articles together.
    groups: tuple[Row, ...]


def summarize(articles: Iterable[Article], group: Callable[[Article], str | None] | None = None) -> Overview:
    """
    Count the attributions of articles.

    Args:
        articles: The articles, taken one by one.

        group: Gives what an article is counted under, such as the outlet that printed it; None for none.

    Returns:
        The counts. Speakers of different articles are one if they have the same name, in capitals or not, with "the"
        or without; so are outlets.

    Example:
        >>> summarize([Article("a", "Nothing was said.")]).total.attributions
        0
    """
    count = _Count()
    for article in articles:
        count.add(article, group(article) if group else None)
    return count.overview()


@attrs.define
class _Tally:
    """Counts that grow, and the names they are found under."""

    numbers: Counter[str] = attrs.Factory(Counter)
    names: Counter[str] = attrs.Factory(Counter)
    kinds: Counter[str] = attrs.Factory(Counter)
    last: int = 0

    def add(self, attribution: Attribution, article: int, name: str, kind: str = "") -> None:
        """Count an attribution of an article, which is given by its number from 1."""
        self.numbers["articles"] += article != self.last
        self.last = article
        self.names[name] += 1
        self.kinds[kind] += 1
        self.numbers[attribution.kind.value] += 1
        self.numbers[_naming(attribution)] += 1
        self.numbers["words"] += sum(len(piece.text.split()) for piece in attribution.content)
        self.numbers["quoted_words"] += _quoted_words(attribution)

    def counts(self) -> Counts:
        """The counts so far."""
        return Counts(**self.numbers)

    def row(self) -> Row:
        """The counts under the commonest name."""
        return Row(_commonest(self.names), _commonest(self.kinds), self.counts())


@attrs.define
class _Count:
    """All tallies."""

    articles: int = 0
    total: _Tally = attrs.Factory(_Tally)
    speakers: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    kinds: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    naming: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    carriers: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    credits: defaultdict[str, Counter[str]] = attrs.Factory(lambda: defaultdict(Counter))
    groups: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))

    def add(self, article: Article, group: str | None) -> None:
        """Count an article."""
        self.articles += 1
        for name in {_fold(c.name): c.name for c in article.credits if c.role == _WIRE}.values():
            self.credits[_fold(name)][name] += 1
        for attribution in article.attributions:
            self._add_attribution(attribution)
            if group is not None:
                self.groups[group].add(attribution, self.articles, group)

    def _add_attribution(self, a: Attribution) -> None:
        number = self.articles
        kind = a.speaker.kind.value if a.speaker else "unresolved"
        self.total.add(a, number, "")
        self.kinds[kind].add(a, number, kind)
        self.naming[_naming(a)].add(a, number, _naming(a))
        if a.speaker and a.speaker.name:
            self.speakers[_fold(a.speaker.name)].add(a, number, a.speaker.name, kind)
        for name in {_fold(outlet.name): outlet.name for outlet in a.via}.values():
            self.carriers[_fold(name)].add(a, number, name)

    def overview(self) -> Overview:
        """All counts, the largest first."""
        return Overview(
            articles=self.articles,
            total=self.total.counts(),
            speakers=_rows(self.speakers),
            kinds=_rows(self.kinds),
            naming=_rows(self.naming),
            outlets=self._outlets(),
            groups=_rows(self.groups),
        )

    def _outlets(self) -> tuple[OutletRow, ...]:
        known = {*self.carriers, *self.credits, *(key for key in self.speakers if self._speaks_as_outlet(key))}
        rows = [self._outlet(key) for key in known]
        return tuple(sorted(rows, key=lambda r: (-r.said.attributions - r.carried.attributions, -r.credited, r.name)))

    def _speaks_as_outlet(self, key: str) -> bool:
        tally = self.speakers[key]
        return _commonest(tally.kinds) == "organization" and is_outlet(_commonest(tally.names))

    def _outlet(self, key: str) -> OutletRow:
        said, carried = self.speakers.get(key, _Tally()), self.carriers.get(key, _Tally())
        credited = self.credits.get(key, Counter())
        names = said.names + carried.names + credited
        return OutletRow(_commonest(names), said.counts(), carried.counts(), credited.total())


def _naming(attribution: Attribution) -> str:
    if attribution.speaker is None:
        return "unresolved"
    return "named" if attribution.speaker.name else "unnamed"


def _quoted_words(attribution: Attribution) -> int:
    """Words between quotation marks; all of them where all of the content is quoted, a mark alone being no word."""
    if attribution.kind is Kind.DIRECT:
        return sum(len(piece.text.split()) for piece in attribution.content)
    return sum(len(piece.text.split()) for piece in attribution.quoted)


def _fold(name: str) -> str:
    """A name without what differs between articles."""
    return " ".join(name.split()).casefold().removeprefix("the ")


def _commonest(names: Counter[str]) -> str:
    """The commonest name, of several the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], name))


def _rows(tallies: dict[str, _Tally]) -> tuple[Row, ...]:
    rows = (tally.row() for tally in tallies.values())
    return tuple(sorted(rows, key=lambda row: (-row.counts.attributions, row.name)))
