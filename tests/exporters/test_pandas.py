"""Articles as data frames."""

from __future__ import annotations

import importlib
import io
import re
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import MissingExtraError
from quotekit.exporters import pandas as exporter
from quotekit.exporters.csv import COLUMNS
from quotekit.exporters.pandas import to_frame
from quotekit.records import Article
from tests.exporters.test_json_csv import ARTICLE
from tests.strategies import articles, without_surrogates


class TestToFrame:
    """to_frame()."""

    def test_row(self) -> None:
        """Every column has its value."""
        frame = to_frame([ARTICLE])

        assert {
            "article": "bridge",
            "attribution": "a1",
            "kind": "indirect",
            "speaker": "Ida Holm",
            "speaker_id": "s1",
            "speaker_kind": "person",
            "titles": ("Mayor",),
            "speakers": ("Ida Holm",),
            "speaker_ids": ("s1",),
            "source": "Mayor Ida Holm",
            "cue": "told",
            "cue_lemma": "tell",
            "content": "The bridge is safe",
            "start": 13,
            "end": 31,
            "content_offsets": ((13, 31),),
            "cue_offsets": ((48, 52),),
            "source_offsets": ((33, 47),),
            "addressee": "Radio Nord",
            "via": ("Radio Nord", "NTB"),
            "negated": False,
            "stance": "asserted",
            "confidence": 0.934,
            "speaker_confidence": 0.87,
        } == frame.iloc[0].dropna().to_dict()
        assert ((65, 80), (100, 118)) == frame.content_offsets[1]
        assert ["a1", "a2", "a3", "a4", "a5"] == frame.attribution.to_list()

    def test_missing(self) -> None:
        """Missing values are NA, so that they can be counted and dropped; titles, outlets and spans are empty."""
        frame = to_frame([ARTICLE])

        assert ["cue", "cue_lemma", "addressee", "speaker_confidence", "meta"] == [
            name for name, value in frame.loc[3].items() if not isinstance(value, tuple) and pd.isna(value)
        ]
        assert (2, 4) == (frame.speaker.isna().sum(), frame.parent.isna().sum())
        assert ((), (), ()) == tuple(frame.loc[4, ["titles", "source_offsets", "via"]])

    def test_types(self) -> None:
        """A column has the same type with and without rows."""
        empty = to_frame([Article("a", "So.")])
        dtypes = {name: str(dtype) for name, dtype in to_frame([ARTICLE]).dtypes.items()}
        documented = re.findall(r"^(\w+) {2,}(\w+) {2,}\S", exporter.__doc__ or "", re.MULTILINE)

        assert list(COLUMNS) == list(empty.columns)
        assert dtypes == {name: str(dtype) for name, dtype in empty.dtypes.items()}
        assert [("column", "dtype"), *dtypes.items()] == documented

    def test_article(self) -> None:
        """Concatenated frames of articles are equal to the frame of all of them."""
        other = Article("other", ARTICLE.text, ARTICLE.attributions[:1], ARTICLE.speakers)
        together = pd.concat([ARTICLE.to_frame(), other.to_frame()], ignore_index=True)

        pd.testing.assert_frame_equal(to_frame(iter([ARTICLE, other])), together)

    def test_use(self) -> None:
        """The frame can be grouped and aggregated."""
        frame = ARTICLE.to_frame()

        assert {"Ida Holm": 3} == frame.speaker.value_counts().to_dict()
        assert {"direct": 1, "indirect": 2, "mixed": 2} == frame.groupby("kind", observed=True).size().to_dict()

    @given(st.lists(articles(), max_size=2))
    def test_any_articles(self, some: list[Article]) -> None:
        """Any articles can be converted, and the frame can be written."""
        frame = to_frame(some)
        frame.to_csv(io.BytesIO())
        readable = [without_surrogates(article) for article in some]

        assert [
            (a.content.text, [(s.start, s.end) for s in a.content], a.confidence, a.speaker and a.speaker.id)
            for article in readable
            for a in article.attributions
        ] == [
            (content, [*offsets], confidence, None if pd.isna(speaker) else speaker)
            for content, offsets, confidence, speaker in zip(
                frame.content, frame.content_offsets, frame.confidence, frame.speaker_id, strict=True
            )
        ]


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas, the missing extra is reported."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.delitem(sys.modules, exporter.__name__)
    monkeypatch.delattr(importlib.import_module("quotekit.exporters"), "pandas")
    with pytest.raises(MissingExtraError) as caught:
        ARTICLE.to_frame()

    assert MissingExtraError(package="pandas", extra="pandas") == caught.value
