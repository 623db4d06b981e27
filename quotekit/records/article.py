"""An article: a text and all that was found in it; writing and reading it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import starmap
from typing import TYPE_CHECKING, Any

import attrs

from quotekit.errors import InputError, RecordError, UnknownIdError, describe
from quotekit.records.checks import checked, checked_tuple
from quotekit.records.consistency import checked_article
from quotekit.records.convert import from_plain, parse_json, to_line, to_plain
from quotekit.records.counts import count_all
from quotekit.records.meta import Meta, as_meta
from quotekit.records.values import Attribution, Credit, Dateline, Speaker

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Article"]


@attrs.frozen(repr=False)
class Article:
    """
    A text and all that was found in it.

    ``article["a3"]`` is the attribution with that id, such as the ``parent`` of another.

    Example:
        >>> article = Article(id="a", text="Nothing was said.", meta={"outlet": "Harbour Times"})
        >>> article
        Article(id='a', no attributions)
        >>> article.meta["outlet"]
        'Harbour Times'
        >>> Article.from_dict(article.to_dict()) == article
        True
    """

    #: The caller's identifier; None if it has none.
    id: str | None = attrs.field(validator=checked("a string or None", str, type(None)))
    #: The original text.
    text: str = attrs.field(validator=checked("a string", str))
    #: The attributions in the order of the text.
    attributions: tuple[Attribution, ...] = attrs.field(default=(), validator=checked_tuple(Attribution))
    #: All speakers.
    speakers: tuple[Speaker, ...] = attrs.field(default=(), validator=checked_tuple(Speaker))
    #: Agencies, writers and editors credited with the article.
    credits: tuple[Credit, ...] = attrs.field(default=(), validator=checked_tuple(Credit))
    #: Place and date at its beginning; None if there are none.
    dateline: Dateline | None = attrs.field(default=None, validator=checked("a Dateline or None", Dateline, type(None)))
    #: What the caller knows about it: address, outlet, date, title, author and the like; converted from any mapping.
    meta: Meta = attrs.field(default=Meta(), converter=as_meta)

    def __getitem__(self, id: str) -> Attribution:  # noqa: A002
        """Return the attribution with an id; an :class:`~quotekit.errors.UnknownIdError` if there is none."""
        try:
            return self._by_id[id]
        except (KeyError, TypeError):
            raise UnknownIdError(id) from None

    #: Not iterable: without this, Python would ask for the items 0, 1 and so on.
    __iter__ = None
    #: Nor a container, for the same reason.
    __contains__ = None

    @cached_property
    def _by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    def __repr__(self) -> str:
        """Represent the article by its id and the numbers of what it has."""
        return f"Article(id={self.id!r}, {count_all(self.attributions)})"

    def __json__(self) -> str:
        """Return the article as spaCy's JSON library writes it."""
        return self.to_json()

    def by_speaker(self) -> dict[Speaker | None, tuple[Attribution, ...]]:
        """
        Group the attributions by speaker.

        Returns:
            The attributions of each speaker, in the order of the speakers' first attributions; those without a resolved
            speaker under None.

        Example:
            >>> import quotekit
            >>> article = quotekit.extract("It rained, Ida Holm said. Holm said that it also snowed.")
            >>> [(speaker.name, len(said)) for speaker, said in article.by_speaker().items()]
            [('Ida Holm', 2)]
        """
        # By id, because hashing a speaker takes as long as it has mentions.
        groups: dict[str | None, list[Attribution]] = {}
        for attribution in self.attributions:
            key = attribution.speaker.id if attribution.speaker else None
            groups.setdefault(key, []).append(attribution)
        return {said[0].speaker: tuple(said) for said in groups.values()}

    def to_dict(self) -> dict[str, Any]:
        """
        Convert the article to plain dictionaries, lists, strings and numbers.

        Returns:
            The fields by name. An attribution's speaker is the id of one of the speakers; with it are the ids of all
            its speakers, several for a joint source. The members of a joint speaker are ids, too.

        Example:
            >>> list(Article(id=None, text="Nothing was said.").to_dict())
            ['id', 'text', 'attributions', 'speakers', 'credits', 'dateline', 'meta']
        """
        return to_plain(self)

    def to_json(self) -> str:
        r"""
        Write the article as one line of JSON.

        The line can be encoded as UTF-8, with one exception: a text that has both halves of a surrogate pair as two
        characters. Encode its line with ``errors="surrogatepass"``.

        Returns:
            The JSON, without a line break.

        Example:
            >>> Article(id=None, text="A lone \ud800.").to_json()[:40]
            '{"id": null, "text": "A lone \\ud800.", "'
        """
        return to_line(self.to_dict())

    def to_html(self) -> str:
        """
        Render the article as an HTML page: the text with its attributions highlighted, beside a list of the speakers.

        Returns:
            A self-contained page. Null bytes and lone surrogates become U+FFFD.

        Example:
            >>> Article(id=None, text="Nothing was said.").to_html()[:15]
            '<!doctype html>'
        """
        from quotekit.exporters.html import to_page

        return to_page(self)

    def _repr_html_(self) -> str:
        """Show the article in a notebook."""
        from quotekit.exporters.html import to_fragment

        return to_fragment(self)

    def to_frame(self) -> DataFrame:
        """
        Convert the attributions to a pandas data frame, one row each. Needs the extra ``pandas``.

        See :func:`quotekit.exporters.pandas.to_frame` for the columns, and for data frames of many articles.

        Returns:
            The data frame; it has all columns even without rows.

        Raises:
            MissingExtraError: pandas is not installed.

        Example:
            >>> Article(id=None, text="Nothing was said.").to_frame().empty
            True
        """
        from quotekit.exporters.pandas import to_frame

        return to_frame([self])

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """
        Read an article from plain data, as written by :meth:`to_dict`.

        Args:
            data: The article's fields; unknown fields are ignored. All speakers of an attribution follow from its
                speaker, and may be left out.

        Returns:
            The article, equal to the one written.

        Raises:
            RecordError: A field is missing or has the wrong type, a speaker or member is not among the article's
                speakers, a parent is not among its attributions or is nested in itself, an id is not unique, spans of
                one part overlap, or a span's text does not match its offsets.

        Example:
            >>> Article.from_dict({"id": None})
            Traceback (most recent call last):
            ...
            quotekit.errors.RecordError: not a valid article: at text, the field is missing
        """
        article = _with_speakers(checked_article(from_plain(data, cls)))
        _check_all_speakers(data, article)
        return article

    @classmethod
    def from_json(cls, line: str) -> Article:
        """
        Read an article from JSON, as written by :meth:`to_json`.

        Args:
            line: The JSON.

        Returns:
            The article, equal to the one written.

        Raises:
            InputError: *line* is not a string.

            RecordError: It is not JSON, or not an article.
        """
        if not isinstance(line, str):
            remedy = "read it from a file opened in UTF-8"
            raise InputError(argument="line", value=line, needed="a string of JSON", remedy=remedy)
        return cls.from_dict(parse_json(line))


def _check_all_speakers(data: Mapping[str, Any], article: Article) -> None:
    """Refuse ids of all speakers of an attribution that do not follow from its speaker."""
    for i, (plain, attribution) in enumerate(zip(data["attributions"], article.attributions, strict=True)):
        needed = [speaker.id for speaker in attribution.speakers]
        given = plain.get("speakers", needed)
        if not isinstance(given, (list, tuple)) or list(given) != needed:
            problem = f"it must be {describe(needed)}, as its speaker says, got {describe(given)}"
            raise RecordError(where=f"attributions[{i}].speakers", problem=problem)


def _with_speakers(article: Article) -> Article:
    """Replace the ids of speakers by the speakers."""
    single = {speaker.id: speaker for speaker in article.speakers if not speaker.members}

    def with_members(i: int, speaker: Speaker) -> Speaker:
        for j, member in enumerate(speaker.members):
            if member.id not in single:
                problem = f"it must be the id of one of the single speakers, got {describe(member.id)}"
                raise RecordError(where=f"speakers[{i}].members[{j}]", problem=problem)
        return attrs.evolve(speaker, members=tuple(single[member.id] for member in speaker.members))

    listed = tuple(starmap(with_members, enumerate(article.speakers)))
    speakers = {speaker.id: speaker for speaker in listed}

    def with_speaker(i: int, attribution: Attribution) -> Attribution:
        if attribution.speaker is None:
            return attribution
        if attribution.speaker.id not in speakers:
            problem = f"it must be null or the id of one of the speakers, got {describe(attribution.speaker.id)}"
            raise RecordError(where=f"attributions[{i}].speaker", problem=problem)
        return attrs.evolve(attribution, speaker=speakers[attribution.speaker.id])

    attributions = tuple(starmap(with_speaker, enumerate(article.attributions)))
    return attrs.evolve(article, attributions=attributions, speakers=listed)
