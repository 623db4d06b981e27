"""Counts of the attributions of many articles, by speaker, by kind of speaker and by outlet. Articles are not kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

import attrs

from quotekit.english.outlet_names import is_outlet
from quotekit.records import Article, Attribution, Kind, Spans
from quotekit.records.arguments import each_article
from quotekit.records.publication import read_publication
from quotekit.report.names import normalize, speaker_key

__all__ = ["Counts", "OutletRow", "Overview", "Row", "count_words", "digest_of", "month_of", "summarize"]

_WIRE = "wire"
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)")


@attrs.frozen
class Counts:
    """Numbers of attributions."""

    #: Number of articles with one of them.
    articles: int = 0
    #: With all words between quotation marks.
    direct: int = 0
    #: With some words between quotation marks.
    mixed: int = 0
    #: With no words between quotation marks.
    indirect: int = 0
    #: With a named speaker.
    named: int = 0
    #: With a speaker without a name: "a U.S. official", "critics".
    unnamed: int = 0
    #: Without a resolved speaker.
    unresolved: int = 0
    #: Words of the contents.
    words: int = 0
    #: Words of the contents that are between quotation marks.
    quoted_words: int = 0

    @property
    def attributions(self) -> int:
        """Number of attributions."""
        return self.direct + self.mixed + self.indirect

    def share(self, *of: str) -> float | None:
        """
        Compute the share of some of the attributions.

        Args:
            of: Names of fields, such as ``direct``.

        Returns:
            The share, from 0 to 1; None if there are no attributions.

        Example:
            >>> Counts(articles=1, direct=1, indirect=3).share("direct")
            0.25
        """
        return sum(getattr(self, name) for name in of) / self.attributions if self.attributions else None

    @property
    def quoted_share(self) -> float | None:
        """Share of the words that are between quotation marks; None if there are no words."""
        return self.quoted_words / self.words if self.words else None


@attrs.frozen
class Row:
    """A speaker, a kind of speaker or a group of articles, with its attributions."""

    #: Its most frequent name.
    name: str
    #: Its most frequent kind, such as ``person``; empty if it is not a speaker.
    kind: str
    #: Its attributions.
    counts: Counts


@attrs.frozen
class OutletRow:
    """An outlet, with its attributions."""

    #: Its most frequent name.
    name: str
    #: The attributions whose speaker it is.
    said: Counts
    #: The attributions that it carried for other speakers.
    carried: Counts
    #: Number of articles credited to it.
    credited: int


@attrs.frozen
class Overview:
    """All counts of many articles, in descending order."""

    #: Number of articles, with or without attributions.
    articles: int
    #: All attributions.
    total: Counts
    #: Attributions by named speaker; one of several speakers together counts for each of them.
    speakers: tuple[Row, ...]
    #: Attributions by kind of speaker, or ``unresolved``.
    kinds: tuple[Row, ...]
    #: Attributions by whether the speaker is ``named``, ``unnamed`` or ``unresolved``.
    naming: tuple[Row, ...]
    #: Outlets named as speaker, as carrier, or in credits.
    outlets: tuple[OutletRow, ...]
    #: Attributions by the caller's groups of articles.
    groups: tuple[Row, ...]
    #: Attributions by the outlet that published the article, from its metadata.
    publishers: tuple[Row, ...] = ()
    #: Attributions by month, ``YYYY-MM``, in the order of time.
    months: tuple[Row, ...] = ()


def summarize(
    articles: Iterable[Article],
    group: Callable[[Article], str | None] | None = None,
    aliases: Mapping[str, str] | None = None,
) -> Overview:
    """
    Count the attributions of articles.

    Args:
        articles: A stream of articles.

        group: Returns the group of an article, such as its folder, or None.

        aliases: Names of the same speaker, from :func:`quotekit.report.read_aliases`.

    Returns:
        The counts. An article that comes again, with the same text from the same outlet, is not counted again. Speakers
        of different articles are merged by :func:`~quotekit.report.names.speaker_key`, outlets if their names are equal
        except for case and "the".

    Example:
        >>> summarize([Article("a", "Nothing was said.")]).total.attributions
        0
    """
    count = _Count(aliases=aliases or {})
    seen: set[bytes] = set()
    for article in each_article(articles):
        digest = digest_of(article)
        if digest not in seen:
            seen.add(digest)
            count.add(article, group(article) if group else None)
    return count.overview()


@attrs.define
class _Tally:
    """Running counts, with the names they were found under."""

    numbers: Counter[str] = attrs.Factory(Counter)
    names: Counter[str] = attrs.Factory(Counter)
    kinds: Counter[str] = attrs.Factory(Counter)
    last: int = 0

    def add(self, attribution: Attribution, article: int, name: str, kind: str = "") -> None:
        """Count an attribution; the article is given by its number, from 1."""
        self.numbers["articles"] += article != self.last
        self.last = article
        self.names[name] += 1
        self.kinds[kind] += 1
        self.numbers[attribution.kind.value] += 1
        self.numbers[_naming(attribution)] += 1
        self.numbers["words"] += count_words(attribution.content)
        self.numbers["quoted_words"] += _quoted_words(attribution)

    def counts(self) -> Counts:
        """Return the counts so far."""
        return Counts(**self.numbers)

    def row(self) -> Row:
        """Return the counts under the most frequent name."""
        return Row(_most_frequent(self.names), _most_frequent(self.kinds), self.counts())


@attrs.define
class _Count:
    """All tallies."""

    aliases: Mapping[str, str]
    articles: int = 0
    total: _Tally = attrs.Factory(_Tally)
    speakers: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    kinds: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    naming: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    carriers: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    credits: defaultdict[str, Counter[str]] = attrs.Factory(lambda: defaultdict(Counter))
    groups: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    publishers: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))
    months: defaultdict[str, _Tally] = attrs.Factory(lambda: defaultdict(_Tally))

    def add(self, article: Article, group: str | None) -> None:
        """Count an article."""
        self.articles += 1
        for name in {normalize(c.name): c.name for c in article.credits if c.role == _WIRE}.values():
            self.credits[normalize(name)][name] += 1
        publisher, month = read_publication(article.meta).outlet, month_of(article)
        for attribution in article.attributions:
            self._add_attribution(attribution)
            for tallies, label in ((self.groups, group), (self.publishers, publisher), (self.months, month)):
                if label is not None:
                    tallies[label].add(attribution, self.articles, label)

    def _add_attribution(self, a: Attribution) -> None:
        number = self.articles
        kind = a.speaker.kind.value if a.speaker else "unresolved"
        self.total.add(a, number, "")
        self.kinds[kind].add(a, number, kind)
        self.naming[_naming(a)].add(a, number, _naming(a))
        for speaker in a.speakers:
            if speaker.name:
                key = speaker_key(speaker, number, self.aliases)
                self.speakers[key].add(a, number, speaker.name, speaker.kind.value)
        for name in {normalize(outlet.name): outlet.name for outlet in a.via}.values():
            self.carriers[normalize(name)].add(a, number, name)

    def overview(self) -> Overview:
        """Return all counts, in descending order."""
        return Overview(
            articles=self.articles,
            total=self.total.counts(),
            speakers=_rows(self.speakers),
            kinds=_rows(self.kinds),
            naming=_rows(self.naming),
            outlets=self._outlets(),
            groups=_rows(self.groups),
            publishers=_rows(self.publishers),
            months=tuple(sorted(_rows(self.months), key=lambda row: row.name)),
        )

    def _outlets(self) -> tuple[OutletRow, ...]:
        speaking = {
            normalize(_most_frequent(self.speakers[key].names)) for key in self.speakers if self._is_outlet(key)
        }
        known = {*self.carriers, *self.credits, *speaking}
        rows = [self._outlet(key) for key in known]
        return tuple(sorted(rows, key=lambda r: (-r.said.attributions - r.carried.attributions, -r.credited, r.name)))

    def _is_outlet(self, key: str) -> bool:
        tally = self.speakers[key]
        return _most_frequent(tally.kinds) == "organization" and is_outlet(_most_frequent(tally.names))

    def _outlet(self, key: str) -> OutletRow:
        said, carried = self.speakers.get(f"other {key}", _Tally()), self.carriers.get(key, _Tally())
        credited = self.credits.get(key, Counter())
        names = said.names + carried.names + credited
        return OutletRow(_most_frequent(names), said.counts(), carried.counts(), credited.total())


def count_words(spans: Spans) -> int:
    """
    Count the words of spans, which are separated by white space.

    Args:
        spans: The spans.

    Returns:
        The number of words.

    Example:
        >>> count_words(Spans.of("It rained, she said.", [(0, 9), (11, 14)]))
        3
    """
    return sum(len(piece.text.split()) for piece in spans)


def digest_of(article: Article) -> bytes:
    """
    Return a digest of an article's text and outlet, by which it is recognized when it comes again.

    Args:
        article: The article.

    Returns:
        The digest.
    """
    text = f"{read_publication(article.meta).outlet}\0{article.text}"
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def month_of(article: Article) -> str | None:
    """
    Return the month of an article by its metadata, or else by its dateline.

    Args:
        article: The article.

    Returns:
        The month as YYYY-MM; None if there is none.
    """
    dates = (article.meta.get("date"), article.dateline.date if article.dateline else None)
    found = (_MONTH.match(date) for date in dates if isinstance(date, str))
    return next((month[0] for month in found if month), None)


def _naming(attribution: Attribution) -> str:
    if attribution.speaker is None:
        return "unresolved"
    return "named" if attribution.speaker.name else "unnamed"


def _quoted_words(attribution: Attribution) -> int:
    """Count the words between quotation marks; words are separated by spaces, so a direct content counts as a whole."""
    return count_words(attribution.content if attribution.kind is Kind.DIRECT else attribution.quoted)


def _most_frequent(names: Counter[str]) -> str:
    """Return the most frequent name, or the alphabetically first of several."""
    return min(names, key=lambda name: (-names[name], name))


def _rows(tallies: dict[str, _Tally]) -> tuple[Row, ...]:
    rows = (tally.row() for tally in tallies.values())
    return tuple(sorted(rows, key=lambda row: (-row.counts.attributions, row.name)))
