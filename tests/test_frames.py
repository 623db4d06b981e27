"""Texts in data frames of pandas and Polars."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pytest

import quotekit.pandas
import quotekit.polars
from quotekit.errors import SettingError
from quotekit.exporters.pandas import mentions_frame, speakers_frame, statistics_frame
from quotekit.exporters.statistics import STATISTICS
from quotekit.records import Article

ROWS: dict[str, list[Any]] = {
    "body": ["“No,” Ida Holm told Radio Nord. Critics say it is late.", None, "It rained."],
    "text": ["kept", "kept", "kept"],
    "day": pd.to_datetime(["2024-05-03", None, "2024-05-04"]).to_list(),
    "id": [1.5, 2.5, 3.5],
}


class TestPandas:
    """The accessor."""

    def test_articles(self) -> None:
        """Other columns are metadata, whatever their names; missing values are left out."""
        frame = pd.DataFrame(ROWS, index=["a", "b", "c"])
        first, second, third = frame.quotekit.articles("body")

        assert ["a", "b", "c"] == [article.id for article in (first, second, third)]
        assert {"text": "kept", "day": "2024-05-03T00:00:00", "id": 1.5} == dict(first.meta)
        assert ("", {"text": "kept", "id": 2.5}) == (second.text, dict(second.meta))

    def test_extract(self) -> None:
        """The result has the index of the texts' rows."""
        frame = pd.DataFrame(ROWS, index=[7, 8, 9])
        found = frame.quotekit.extract("body")

        assert [7, 7] == list(found.index)
        assert ["Ida Holm", pd.NA] == found.speaker.to_list()
        assert ["7", "7"] == found.article.to_list()

    def test_ids(self) -> None:
        """A column can have the ids."""
        frame = pd.DataFrame({"text": ["It rained, she said."], "key": ["rain"]})

        assert ["rain"] == frame.quotekit.extract(id="key").article.to_list()

    def test_statistics(self) -> None:
        """There is a row for each text."""
        frame = pd.DataFrame(ROWS, index=[7, 8, 9])
        found = frame.quotekit.statistics("body")

        assert [7, 8, 9] == list(found.index)
        assert [(11, 2, 1, 1), (0, 0, 0, 0), (2, 0, 0, 0)] == list(
            found[["words", "attributions", "named_speakers", "unnamed_speakers"]].itertuples(index=False, name=None)
        )

    def test_empty(self) -> None:
        """A frame without rows has a result without rows, with the same columns."""
        full, empty = (pd.DataFrame({"text": texts}) for texts in (["It rained, she said."], []))

        assert full.quotekit.extract().dtypes.equals(empty.quotekit.extract().dtypes)

    @pytest.mark.parametrize("settings", [{"text": "none"}, {"text": "body", "id": "none"}])
    def test_no_column(self, settings: dict[str, str]) -> None:
        """A column that is not there is refused, with those that are."""
        with pytest.raises(SettingError, match="the columns are body, text, day, id"):
            pd.DataFrame(ROWS).quotekit.articles(**settings)


class TestFrames:
    """Frames of speakers, mentions and statistics."""

    def test_rows(self) -> None:
        """Speakers and mentions have their counts and offsets."""
        article = quotekit.extract("“No,” Mayor Ida Holm said. Holm said it was late.", id="no")
        (speaker,) = speakers_frame([article]).to_dict("records")
        mentions = mentions_frame([article])

        assert ("no", "Ida Holm", "person", ("Mayor",), 2) == tuple(
            speaker[name] for name in ("article", "name", "kind", "titles", "attributions")
        )
        assert [article.text[s:e] for s, e in zip(mentions.start, mentions.end, strict=True)] == mentions.text.to_list()

    def test_types(self) -> None:
        """Columns have the same types without rows."""
        article = quotekit.extract("“No,” Mayor Ida Holm said.", id="no")
        for frame in (speakers_frame, mentions_frame, statistics_frame):
            assert frame([article]).dtypes.equals(frame([]).dtypes)
        assert [*STATISTICS, "meta"] == list(statistics_frame([]).columns)

    @pytest.mark.parametrize("frame", [speakers_frame, mentions_frame, statistics_frame])
    def test_metadata(self, frame: Callable[[list[Article]], pd.DataFrame]) -> None:
        """Every row has the article's metadata; there is none where nothing is known."""
        articles = [quotekit.extract("“No,” Ida Holm said.", meta=meta) for meta in ({"outlet": "Post"}, None)]

        assert [{"outlet": "Post"}, None] == frame(articles).meta.to_list()

    def test_nothing_found(self) -> None:
        """An article without words or attributions has shares of nothing."""
        (row,) = statistics_frame([Article("a", "")]).to_dict("records")

        assert (0, 0.0, 0.0) == (row["words"], row["attributed_share"], row["quoted_share"])
        assert pd.isna(row["named_share"])


class TestPolars:
    """quotekit.polars.extract()."""

    def test_rows(self) -> None:
        """There is a row for each row, in order, and one that cannot be read has an error."""
        frame = pl.DataFrame({"body": ["“No,” Ida Holm said.", None], "paper": ["Radio 4", "Radio 5"], "n": [1, 2]})
        found = quotekit.polars.extract(frame, text_col="body", id_col="n")

        assert ["1", "2"] == found["id"].to_list()
        assert ["Radio 4", "Radio 5"] == found["paper"].to_list()
        assert [True, False] == found["error"].is_null().to_list()
        assert "Ida Holm" == found["speakers"][0][0]["name"]

    def test_empty(self) -> None:
        """A frame without rows has a result without rows."""
        found = quotekit.polars.extract(pl.DataFrame({"text": []}, schema={"text": pl.String}))

        assert 0 == found.height
        assert "attributions" in found.columns
