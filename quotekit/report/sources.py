"""
The sources of many articles, as newsrooms count them. Articles are not kept.

Named, unnamed and institutional; how each is known; per outlet and over time; what came through other outlets or
agencies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs

from quotekit.exporters.grouping import who
from quotekit.records import Article, Attribution, Speaker
from quotekit.records.arguments import each_article
from quotekit.records.publication import read_publication
from quotekit.report.affiliations import affiliation_of
from quotekit.report.counts import count_words, digest_of, month_of
from quotekit.report.source_types import SOURCE_TYPES, SourceType, gender_of, source_type, type_of

__all__ = [
    "GENDERS",
    "CarriedRow",
    "SourceCounter",
    "SourceCounts",
    "SourceOverview",
    "SourceRow",
    "SourceTally",
    "summarize_sources",
]

#: The genders that a text can show, and the value where it shows none.
GENDERS = ("female", "male", "not told")
_WIRE = ("wire", "agencies")
# An unnamed source is shown with the beginning of what it says.
_EXAMPLE_CHARS = 160


@attrs.frozen
class SourceCounts:
    """Numbers of statements and of their words, by type of source."""

    #: Number of articles with one of them.
    articles: int = 0
    #: Numbers of statements, in the order of :data:`quotekit.report.source_types.SOURCE_TYPES`.
    statements: tuple[int, ...] = (0,) * len(SOURCE_TYPES)
    #: Numbers of words in them, in the same order.
    words: tuple[int, ...] = (0,) * len(SOURCE_TYPES)

    @property
    def total(self) -> int:
        """Number of all statements."""
        return sum(self.statements)

    def of(self, type: SourceType) -> int:  # noqa: A002
        """
        Return the number of statements of a type of source.

        Args:
            type: The type.

        Returns:
            The number.
        """
        return self.statements[SOURCE_TYPES.index(type)]

    def word_share(self, type: SourceType) -> float | None:  # noqa: A002
        """
        Return the share of words of a type of source.

        Args:
            type: The type.

        Returns:
            The share, from 0 to 1; None if there are no words.

        Example:
            >>> SourceCounts(1, (1, 1, 0, 0), (9, 3, 0, 0)).word_share("named")
            0.75
        """
        whole = sum(self.words)
        return self.words[SOURCE_TYPES.index(type)] / whole if whole else None


@attrs.frozen
class SourceRow:
    """A source of one article."""

    #: The article's id; None if it has none.
    article: str | None
    #: The name, or the description as printed.
    name: str
    #: Its type.
    type: SourceType
    #: The kind of speaker, such as ``person``.
    kind: str
    #: Roles as printed.
    roles: tuple[str, ...]
    #: Affiliation as printed; None if there is none.
    affiliation: str | None
    #: Gender, if the text shows it: ``female``, ``male`` or ``not told``.
    gender: str
    #: Number of statements.
    statements: int
    #: Number of words in them.
    words: int
    #: The beginning of the first statement.
    example: str


@attrs.frozen
class CarriedRow:
    """A statement that came through other outlets."""

    #: The article's id; None if it has none.
    article: str | None
    #: The speaker's name or description.
    name: str
    #: The outlets, nearest to the speaker first.
    via: tuple[str, ...]
    #: The statement.
    content: str


@attrs.frozen
class SourceTally:
    """A name with its counts: an outlet, a month, an agency."""

    #: The name.
    name: str
    #: The counts.
    counts: SourceCounts


@attrs.frozen
class SourceOverview:
    """The sources of many articles."""

    #: Number of articles.
    articles: int
    #: All statements.
    total: SourceCounts
    #: The sources of each article, in the order of the articles; without those that could not be resolved.
    sources: tuple[SourceRow, ...]
    #: The statements that came through other outlets.
    carried: tuple[CarriedRow, ...]
    #: By the outlet that published the article, in descending order.
    outlets: tuple[SourceTally, ...]
    #: By month, YYYY-MM, in ascending order.
    months: tuple[SourceTally, ...]
    #: Articles with credits to agencies, by agency, in descending order.
    wires: tuple[SourceTally, ...]
    #: Articles with credits to an agency, and all others.
    wire_copy: tuple[SourceTally, ...]


def summarize_sources(
    articles: Iterable[Article],
    outlet: Callable[[Article], str | None] | None = None,
    date: Callable[[Article], str | None] | None = None,
) -> SourceOverview:
    """
    Count the sources of articles. Memory is linear in the number of sources.

    Args:
        articles: A stream of articles.

        outlet: Returns the outlet that published an article, or None; by default, that of its metadata.

        date: Returns the date of an article as YYYY-MM-DD, or None; by default, that of its metadata or its dateline.

    Returns:
        The counts. A source is one of one article: sources of different articles are not merged.

    Example:
        >>> import quotekit
        >>> text = "“It leaks,” Mr. Bo Ekman, a director of Reef Dams, said. Officials said so, too."
        >>> overview = summarize_sources([quotekit.extract(text)])
        >>> [(row.name, row.type, row.roles, row.affiliation, row.gender) for row in overview.sources]
        [('Bo Ekman', 'named', ('director',), 'Reef Dams', 'male'), ('Officials', 'unnamed', (), None, 'not told')]
    """
    counter = SourceCounter(outlet, date)
    for _ in counter.counted(articles):
        pass
    return counter.overview()


@attrs.define
class _Running:
    """Running counts."""

    articles: int = 0
    statements: Counter[SourceType] = attrs.Factory(Counter)
    words: Counter[SourceType] = attrs.Factory(Counter)

    def add(self, attributions: Iterable[Attribution]) -> None:
        """Count an article with its attributions."""
        self.articles += 1
        for attribution in attributions:
            kind = source_type(attribution)
            self.statements[kind] += 1
            self.words[kind] += count_words(attribution.content)

    def counts(self) -> SourceCounts:
        """Return the counts so far."""
        statements, words = (tuple(of[kind] for kind in SOURCE_TYPES) for of in (self.statements, self.words))
        return SourceCounts(self.articles, statements, words)


@attrs.define
class SourceCounter:
    """Counts the sources of articles as they pass by."""

    #: Returns the outlet that published an article; None for that of its metadata.
    outlet: Callable[[Article], str | None] | None = None
    #: Returns the date of an article; None for that of its metadata or its dateline.
    date: Callable[[Article], str | None] | None = None
    #: Digests of the articles counted; one that comes again is not counted again.
    seen: set[bytes] = attrs.Factory(set)
    total: _Running = attrs.Factory(_Running)
    sources: list[SourceRow] = attrs.Factory(list)
    carried: list[CarriedRow] = attrs.Factory(list)
    outlets: dict[str, _Running] = attrs.Factory(dict)
    months: dict[str, _Running] = attrs.Factory(dict)
    wires: dict[str, _Running] = attrs.Factory(dict)
    wire_copy: dict[str, _Running] = attrs.Factory(dict)

    def counted(self, articles: Iterable[Article]) -> Iterator[Article]:
        """
        Count articles while they are read for something else.

        Args:
            articles: A stream of articles.

        Yields:
            The same articles.
        """
        for article in each_article(articles):
            digest = digest_of(article)
            if digest not in self.seen:
                self.seen.add(digest)
                self._add(article)
            yield article

    def _add(self, article: Article) -> None:
        said = article.attributions
        outlet = self.outlet(article) if self.outlet else read_publication(article.meta).outlet
        date = (self.date or month_of)(article)
        self.total.add(said)
        self.sources += _sources(article)
        self.carried += (_carried(article, a) for a in said if a.via)
        # An agency may be credited twice, at the head and at the end.
        agencies = dict.fromkeys(credit.name for credit in article.credits if credit.role in _WIRE)
        kind = "wire copy" if agencies else "other articles"
        places = [(self.wires, agency) for agency in agencies]
        for tallies, name in (
            *places,
            (self.outlets, outlet),
            (self.months, date and date[:7]),
            (self.wire_copy, kind),
        ):
            if name:
                tallies.setdefault(name, _Running()).add(said)

    def overview(self) -> SourceOverview:
        """
        Return all counts.

        Returns:
            The counts so far.
        """
        return SourceOverview(
            articles=self.total.articles,
            total=self.total.counts(),
            sources=tuple(self.sources),
            carried=tuple(self.carried),
            outlets=_by_size(self.outlets),
            months=tuple(SourceTally(month, tally.counts()) for month, tally in sorted(self.months.items())),
            wires=_by_size(self.wires),
            wire_copy=tuple(SourceTally(kind, tally.counts()) for kind, tally in sorted(self.wire_copy.items())),
        )


def _by_size(tallies: dict[str, _Running]) -> tuple[SourceTally, ...]:
    made = (SourceTally(name, tally.counts()) for name, tally in tallies.items())
    return tuple(sorted(made, key=lambda tally: (-tally.counts.total, tally.name)))


def _sources(article: Article) -> Iterator[SourceRow]:
    """Yield the sources of an article, in the order of their first statements."""
    by_speaker: dict[str, list[Attribution]] = {}
    speakers: dict[str, Speaker] = {}
    for attribution in article.attributions:
        for speaker in attribution.speakers:
            speakers.setdefault(speaker.id, speaker)
            by_speaker.setdefault(speaker.id, []).append(attribution)
    for speaker in speakers.values():
        said = by_speaker[speaker.id]
        yield SourceRow(
            article=article.id,
            name=who(attrs.evolve(said[0], speaker=speaker)),
            type=type_of(speaker),
            kind=speaker.kind.value,
            roles=speaker.titles,
            affiliation=affiliation_of(article, speaker),
            gender=gender_of(speaker) or GENDERS[-1],
            statements=len(said),
            words=sum(count_words(attribution.content) for attribution in said),
            example=_line(said[0])[:_EXAMPLE_CHARS],
        )


def _carried(article: Article, a: Attribution) -> CarriedRow:
    return CarriedRow(article.id, who(a), tuple(outlet.name for outlet in a.via), _line(a))


def _line(attribution: Attribution) -> str:
    return " ".join(attribution.content.text.split())
