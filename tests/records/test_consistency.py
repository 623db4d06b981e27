"""Articles whose parts contradict each other are refused by every reader, which says where."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

import quotekit
from quotekit import Article
from quotekit.errors import RecordError
from quotekit.exporters.arrow import from_batches, to_table
from quotekit.exporters.json import read_jsonl
from quotekit.graph import from_graph, to_graph
from quotekit.records.convert import to_line

TEXT = "“It leaks,” Ida Holm said. Bo Lind told CNN that Holm had said that the dam leaks, the Reef Times wrote."


@pytest.fixture(name="data", scope="module")
def fixture_data() -> dict[str, Any]:
    """An article with three attributions at least, one of them nested in another."""
    data = quotekit.extract(TEXT, id="dam").to_dict()
    assert len(data["attributions"]) >= 3
    return data


def _beyond(data: dict[str, Any]) -> None:
    data["attributions"][0]["content"][0].update(start=9000, end=9001, text="x")


def _other_text(data: dict[str, Any]) -> None:
    span = data["attributions"][0]["content"][0]
    span["text"] = "x" * len(span["text"])


def _overlap(data: dict[str, Any]) -> None:
    data["attributions"][0]["content"] *= 2


def _order(data: dict[str, Any]) -> None:
    spans = [{"start": start, "end": start + 2, "text": TEXT[start : start + 2]} for start in (6, 2)]
    data["attributions"][0]["cue"] = spans


def _mentions(data: dict[str, Any]) -> None:
    mentions = data["speakers"][0]["mentions"]
    data["speakers"][0]["mentions"] = [mentions[0], *mentions]


def _parent(data: dict[str, Any]) -> None:
    data["attributions"][0]["parent"] = "a99"


def _itself(data: dict[str, Any]) -> None:
    data["attributions"][1]["parent"] = data["attributions"][1]["id"]


def _cycle(data: dict[str, Any]) -> None:
    first, second, third, *_ = data["attributions"]
    first["parent"], second["parent"], third["parent"] = second["id"], third["id"], first["id"]


def _same_id(data: dict[str, Any]) -> None:
    data["attributions"][1]["id"] = data["attributions"][0]["id"]


def _same_speaker(data: dict[str, Any]) -> None:
    data["speakers"][1]["id"] = data["speakers"][0]["id"]


def _unknown_speaker(data: dict[str, Any]) -> None:
    data["attributions"][0]["speaker"] = "s99"


def _nan(data: dict[str, Any]) -> None:
    data["attributions"][0]["confidence"] = float("nan")


def _too_sure(data: dict[str, Any]) -> None:
    data["attributions"][0]["confidence"] = 1.5


def _number(data: dict[str, Any]) -> None:
    data["attributions"][0]["content"][0]["start"] = True


def _credit(data: dict[str, Any]) -> None:
    data["credits"] = [{"name": "AP", "role": "wire", "start": 5, "end": 9000}]


def _dateline(data: dict[str, Any]) -> None:
    data["dateline"] = {"date": None, "place": "Oslo", "start": 5, "end": 5}


WRONG = [
    ("attributions[0].content[0]", _beyond),
    ("attributions[0].content[0]", _other_text),
    ("attributions[0].content[1]", _overlap),
    ("attributions[0].cue[1]", _order),
    ("speakers[0].mentions[1]", _mentions),
    ("attributions[0].parent", _parent),
    ("attributions[1].parent", _itself),
    ("attributions[0].parent", _cycle),
    ("attributions[1].id", _same_id),
    ("speakers[1].id", _same_speaker),
    ("attributions[0].speaker", _unknown_speaker),
    ("attributions[0].confidence", _nan),
    ("attributions[0].confidence", _too_sure),
    ("attributions[0].content[0].start", _number),
    ("credits[0]", _credit),
    ("dateline", _dateline),
]


@pytest.mark.parametrize(("where", "change"), WRONG)
class TestConsistency:
    """Inconsistent data."""

    def test_from_dict(self, data: dict[str, Any], where: str, change: Callable[[dict[str, Any]], None]) -> None:
        """The error has the path of what is wrong."""
        wrong = copy.deepcopy(data)
        change(wrong)

        with pytest.raises(RecordError) as caught:
            Article.from_dict(wrong)

        assert where == caught.value.where

    def test_lines(self, data: dict[str, Any], where: str, change: Callable[[dict[str, Any]], None]) -> None:
        """A reader of lines has the number of the line, too."""
        wrong = copy.deepcopy(data)
        change(wrong)

        with pytest.raises(RecordError, match=r"at line 2(, |$)|line 2, it must be JSON"):
            list(read_jsonl([to_line(data), json.dumps(wrong)]))
        assert where


class TestReaders:
    """Other readers refuse the same."""

    def test_rows(self, data: dict[str, Any]) -> None:
        """A table has the number of the row."""
        import pyarrow as pa

        row = to_table([Article.from_dict(data)]).to_pylist()[0]
        row["attributions"][0]["parent"] = "a99"
        batch = pa.RecordBatch.from_pylist([row], schema=to_table([]).schema)

        with pytest.raises(RecordError) as caught:
            list(from_batches([batch]))

        assert "row 0, attributions[0].parent" == caught.value.where

    def test_graph(self, data: dict[str, Any]) -> None:
        """A graph whose attributions are nested in each other is refused."""
        graph = copy.deepcopy(to_graph([Article.from_dict(data)]))
        records = [node["quotekit:record"] for node in graph["@graph"] if "parent" in node.get("quotekit:record", {})]
        for record in records:
            record["parent"] = record["id"]

        with pytest.raises(RecordError, match="must not be nested in itself"):
            from_graph(graph)

    @pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
    def test_no_json(self, data: dict[str, Any], constant: str) -> None:
        """What JSON does not have is refused, also in metadata."""
        line = to_line({**data, "meta": {"words": 5}}).replace('"words": 5', f'"words": {constant}')

        with pytest.raises(RecordError, match=f"it has no {constant}"):
            Article.from_json(line)
