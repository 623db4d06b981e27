"""
Attributions of the texts in a pandas data frame: ``df.quotekit``. Needs the extra ``pandas``.

Importing this module adds the accessor to all data frames. The frames themselves are made by
:mod:`quotekit.exporters.pandas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotekit.errors import MissingExtraError, SettingError
from quotekit.extractor import Extractor
from quotekit.inputs import About
from quotekit.records import Article

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError(package="pandas", extra="pandas") from error

from quotekit.exporters.pandas import statistics_frame, to_frame

__all__ = ["TextFrame"]

# It loads nothing until it is used.
_DEFAULT = Extractor()


@pd.api.extensions.register_dataframe_accessor("quotekit")
class TextFrame:
    """
    The accessor ``df.quotekit`` of a data frame that has texts in a column.

    Args:
        frame: The data frame.

    Example:
        >>> frame = pd.DataFrame({"text": ["“No,” Ida Holm said.", None], "outlet": ["Radio 4", "Radio 5"]})
        >>> frame.quotekit.extract("text")[["speaker", "content"]].to_dict("index")
        {0: {'speaker': 'Ida Holm', 'content': '“No,”'}}
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def articles(
        self, text: str = "text", *, id: str | None = None, extractor: Extractor | None = None, n_process: int = 1
    ) -> Iterator[Article]:
        """
        Find the attributions of the texts, as a stream of articles.

        Args:
            text: Name of the column of the texts. A missing text is an empty one.

            id: Name of the column of the ids; the index is used if not given.

            extractor: What finds the attributions; one with default settings if not given.

            n_process: How many processes read the texts, as for :meth:`quotekit.Extractor.pipe`.

        Returns:
            One article for each row; all other columns are its metadata.

        Raises:
            SettingError: There is no such column.

        Example:
            >>> frame = pd.DataFrame({"text": ["It rained, she said."], "outlet": ["Radio 4"]}, index=["rain"])
            >>> [(article, article.meta["outlet"]) for article in frame.quotekit.articles()]
            [(Article(id='rain', 1 attribution, no speakers), 'Radio 4')]
        """
        for setting, name in (("text", text), ("id", id)):
            if name is not None and name not in self._frame.columns:
                there = f"the columns are {', '.join(map(str, self._frame.columns))}"
                raise SettingError(setting, name, there, "give the name of a column")
        pairs = self._pairs(text, id)
        found = (extractor or _DEFAULT).pipe(pairs, as_tuples=True, n_process=n_process)
        return (article for article, _ in found)

    def extract(
        self, text: str = "text", *, id: str | None = None, extractor: Extractor | None = None, n_process: int = 1
    ) -> pd.DataFrame:
        """
        Find the attributions of the texts.

        Args:
            text: As for :meth:`articles`.

            id: As for :meth:`articles`.

            extractor: As for :meth:`articles`.

            n_process: As for :meth:`articles`.

        Returns:
            A row for each attribution, with the columns of :func:`quotekit.exporters.pandas.to_frame`. Its index is
            that of the text's row, so that the frames can be joined.

        Raises:
            SettingError: There is no such column.

        Example:
            >>> frame = pd.DataFrame({"text": ["“No,” Ida Holm said."], "outlet": ["Radio 4"]})
            >>> frame[["outlet"]].join(frame.quotekit.extract("text"))[["outlet", "speaker"]].to_dict("records")
            [{'outlet': 'Radio 4', 'speaker': 'Ida Holm'}]
        """
        articles = list(self.articles(text, id=id, extractor=extractor, n_process=n_process))
        numbers = [number for number, article in enumerate(articles) for _ in article.attributions]
        return to_frame(articles).set_axis(self._frame.index.take(numbers))

    def statistics(
        self, text: str = "text", *, id: str | None = None, extractor: Extractor | None = None, n_process: int = 1
    ) -> pd.DataFrame:
        """
        Compute the statistics of each text: how much of it is attributed and quoted.

        Args:
            text: As for :meth:`extract`.

            id: As for :meth:`extract`.

            extractor: As for :meth:`extract`.

            n_process: As for :meth:`extract`.

        Returns:
            One row per text, with the index of the frame and the columns of :mod:`quotekit.exporters.statistics`.

        Raises:
            SettingError: There is no such column.

        Example:
            >>> frame = pd.DataFrame({"text": ["“No,” Ida Holm said."]})
            >>> frame.quotekit.statistics()[["words", "direct", "named_speakers"]].to_dict("records")
            [{'words': 4, 'direct': 1, 'named_speakers': 1}]
        """
        articles = self.articles(text, id=id, extractor=extractor, n_process=n_process)
        return statistics_frame(articles).set_axis(self._frame.index)

    def _pairs(self, text: str, name: str | None) -> Iterator[tuple[Any, About]]:
        """Yield the texts with their ids and metadata, without missing values."""
        others = [column for column in self._frame.columns if column not in {text, name}]
        ids = self._frame.index if name is None else self._frame[name]
        columns = [self._frame[column] for column in others]
        for words, key, *values in zip(self._frame[text], ids, *columns, strict=True):
            known = {str(column): value for column, value in zip(others, values, strict=True) if not _is_missing(value)}
            yield "" if _is_missing(words) else words, About(None if _is_missing(key) else str(key), known)


def _is_missing(value: object) -> bool:
    found = pd.isna(value)
    return isinstance(found, bool) and found
