"""An article: a text and all that was found in it; how it is written and read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any

import attrs

from quotekit.errors import RecordError, describe
from quotekit.records.convert import from_plain, to_line, to_plain
from quotekit.records.values import Attribution, Credit, Dateline, Speaker, TextSpan

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Article"]


@attrs.frozen
class Article:
    """
    A text and all that was found in it.

    Example:
        >>> article = Article(id="a", text="Nothing was said.")
        >>> Article.from_dict(article.to_dict()) == article
        True
    """

    #: The caller's name for it; None if it has none.
    id: str | None
    #: The text as given.
    text: str
    #: The attributions in the order of the text.
    attributions: tuple[Attribution, ...] = ()
    #: Everybody who speaks.
    speakers: tuple[Speaker, ...] = ()
    #: Agencies, writers and editors the article names for itself.
    credits: tuple[Credit, ...] = ()
    #: Place and date at its head; None if there are none.
    dateline: Dateline | None = None

    def to_dict(self) -> dict[str, Any]:
        """
        Write the article as plain dictionaries, lists, strings and numbers.

        Returns:
            The fields by name; an attribution's speaker is the id of one of the speakers.

        Example:
            >>> Article(id=None, text="Nothing was said.").to_dict()
            {'id': None, 'text': 'Nothing was said.', 'attributions': [], 'speakers': [], 'credits': [], 'dateline': None}
        """
        return to_plain(self)

    def to_json(self) -> str:
        r"""
        Write the article as one line of JSON.

        The line can be written as UTF-8. There is one text for which it cannot: one that holds both
        halves of a surrogate pair as two characters. Write its line with ``errors="surrogatepass"``.

        Returns:
            The JSON, without a line break.

        Example:
            >>> Article(id=None, text="A lone \ud800.").to_json()[:40]
            '{"id": null, "text": "A lone \\ud800.", "'
        """
        return to_line(self.to_dict())

    def to_html(self) -> str:
        """
        Write the article as a page to look at: the text with its attributions marked, and the speakers beside it.

        Returns:
            A whole HTML page that needs no network. Null bytes and lone surrogates are U+FFFD in it.

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
        Put the attributions in a data frame of pandas, one row each. Needs the extra ``pandas``.

        Many articles go in one frame with :func:`quotekit.exporters.pandas.to_frame`, where the columns are told.

        Returns:
            The data frame; it has its columns even without rows.

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
        Read what :meth:`to_dict` writes.

        Args:
            data: The article's fields; fields not known here are passed over.

        Returns:
            The article, equal to the one written.

        Raises:
            RecordError: A field is missing or is of another type, a speaker is not among the article's
                speakers, an id is there twice, or a span's offsets do not give its text.

        Example:
            >>> Article.from_dict({"id": None})
            Traceback (most recent call last):
            ...
            quotekit.errors.RecordError: no article can be made of this: at text, the field is missing
        """
        return _with_speakers(_checked(from_plain(data, cls)))

    @classmethod
    def from_json(cls, line: str) -> Article:
        """
        Read what :meth:`to_json` writes.

        Args:
            line: The JSON.

        Returns:
            The article, equal to the one written.

        Raises:
            RecordError: It is no JSON, or no article.
        """
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(where="", problem=f"it must be JSON ({error})") from error
        return cls.from_dict(data)


def _checked(article: Article) -> Article:
    """Return the article if its parts fit each other."""
    _check_ids("attributions", [attribution.id for attribution in article.attributions])
    _check_ids("speakers", [speaker.id for speaker in article.speakers])
    for where, span in _spans(article):
        if article.text[span.start : span.end] != span.text:
            raise RecordError(where, f"its text is not the article's text from {span.start} to {span.end}")
    for where, start, end in _bounds(article):
        if not 0 <= start < end <= len(article.text):
            raise RecordError(where, f"the article has no stretch of text from {start} to {end}")
    for i, attribution in enumerate(article.attributions):
        if not 0 <= attribution.confidence <= 1:
            problem = f"it must be from 0 to 1, got {describe(attribution.confidence)}"
            raise RecordError(where=f"attributions[{i}].confidence", problem=problem)
    return article


def _check_ids(field: str, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for i, given in enumerate(ids):
        if given in seen:
            raise RecordError(where=f"{field}[{i}].id", problem=f"it must be unique, got {describe(given)} again")
        seen.add(given)


def _spans(article: Article) -> Iterator[tuple[str, TextSpan]]:
    """All spans of an article, each with its path."""
    for i, attribution in enumerate(article.attributions):
        where = f"attributions[{i}]"
        for role in ("content", "quoted", "cue", "source"):
            for j, span in enumerate(getattr(attribution, role)):
                yield f"{where}.{role}[{j}]", span
        if attribution.addressee is not None:
            yield f"{where}.addressee", attribution.addressee
        for j, outlet in enumerate(attribution.via):
            if outlet.span is not None:
                yield f"{where}.via[{j}].span", outlet.span
    for i, speaker in enumerate(article.speakers):
        for j, span in enumerate(speaker.mentions):
            yield f"speakers[{i}].mentions[{j}]", span


def _bounds(article: Article) -> Iterator[tuple[str, int, int]]:
    """Start and end of what is printed outside of the running text, each with its path."""
    for i, credit in enumerate(article.credits):
        yield f"credits[{i}]", credit.start, credit.end
    if article.dateline is not None:
        yield "dateline", article.dateline.start, article.dateline.end


def _with_speakers(article: Article) -> Article:
    """Put the article's speakers in the place of their ids."""
    speakers = {speaker.id: speaker for speaker in article.speakers}

    def with_speaker(i: int, attribution: Attribution) -> Attribution:
        if attribution.speaker is None:
            return attribution
        if attribution.speaker.id not in speakers:
            problem = f"it must be null or the id of one of the speakers, got {describe(attribution.speaker.id)}"
            raise RecordError(where=f"attributions[{i}].speaker", problem=problem)
        return attrs.evolve(attribution, speaker=speakers[attribution.speaker.id])

    return attrs.evolve(article, attributions=tuple(starmap(with_speaker, enumerate(article.attributions))))
