"""The metadata of an article."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from quotekit.errors import RecordError
from quotekit.records import Article
from quotekit.records.meta import Meta, as_meta, plain_meta
from tests.strategies import metas

KNOWN = {"url": "https://harbour.example/dam", "words": 300, "tags": ["dam", "river"], "desk": {"name": None}}


class TestMeta:
    """An immutable mapping."""

    def test_reads_as_a_mapping(self) -> None:
        """Names and values are those given, in their order; lists are tuples."""
        meta = Meta(KNOWN)

        assert ["url", "words", "tags", "desk"] == list(meta)
        assert ("dam", "river") == meta["tags"]
        assert meta["desk"]["name"] is None
        assert meta.get("title") is None

    @given(metas())
    def test_equal_to_what_it_was_made_from(self, values: dict[str, Any]) -> None:
        """Metadata are equal to their values as dictionaries, and to themselves read back from JSON."""
        meta = Meta(values)
        again = Meta(json.loads(json.dumps(plain_meta(meta))))

        assert meta == values
        assert meta == again
        assert hash(meta) == hash(again)

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda meta: pickle.loads(pickle.dumps(meta))])  # noqa: S301
    def test_copies(self, again: Any) -> None:
        """Copies and what is unpickled are equal."""
        assert Meta(KNOWN) == again(Meta(KNOWN))

    def test_cannot_be_changed(self) -> None:
        """Neither the mapping nor what is in it can be changed, also not by what it was made from."""
        values: dict[str, Any] = {"tags": ["dam"]}
        meta = Meta(values)
        values["tags"].append("river")
        with pytest.raises(TypeError):
            meta["tags"] = ()  # type: ignore[index]

        assert Meta({"tags": ["dam"]}) == meta

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            (dt.date(2024, 5, 3), "2024-05-03"),
            (dt.datetime(2024, 5, 3, 8, 30, tzinfo=dt.timezone.utc), "2024-05-03T08:30:00+00:00"),
            (np.int64(7), 7),
            (np.float32(0.5), 0.5),
            (float("nan"), None),
            (("a", ["b"]), ("a", ("b",))),
        ],
    )
    def test_kept_as_json_has_it(self, value: object, kept: object) -> None:
        """Dates are ISO strings, numbers of NumPy are Python's, and what is missing is None."""
        found = Meta({"x": value})["x"]

        assert (kept, type(kept)) == (found, type(found))

    @pytest.mark.parametrize(
        ("values", "where", "problem"),
        [
            (5, "meta", "it must be a dictionary, got 5 (int)"),
            ({5: "x"}, "meta", "its names must be strings, got 5 (int)"),
            ({"a": [b"x"]}, "meta.a[0]", "got b'x' (bytes)"),
            ({"a": {"b": float("inf")}}, "meta.a.b", "got inf (float)"),
        ],
    )
    def test_refused(self, values: Any, where: str, problem: str) -> None:
        """What JSON cannot hold is refused by an error that says where it is."""
        with pytest.raises(RecordError) as caught:
            Meta(values)

        assert where == caught.value.where
        assert caught.value.problem.endswith(problem)

    def test_endless(self) -> None:
        """A list that contains itself is refused."""
        endless: list[Any] = []
        endless.append(endless)
        with pytest.raises(RecordError, match="nested deeper than 32 levels"):
            Meta({"a": endless})


class TestAsMeta:
    """Conversion to metadata."""

    def test_metadata_stay(self) -> None:
        """Metadata are returned as they are."""
        meta = Meta(KNOWN)

        assert meta is as_meta(meta)

    def test_of_an_article(self) -> None:
        """An article takes any mapping."""
        assert Meta(KNOWN) == Article("a", "", meta=KNOWN).meta  # type: ignore[arg-type]

    def test_without(self) -> None:
        """Articles written without metadata can be read."""
        plain = Article("a", "").to_dict()
        del plain["meta"]

        assert Article("a", "") == Article.from_dict(plain)
