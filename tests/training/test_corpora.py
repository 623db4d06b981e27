"""Annotated articles as they are learned: slips mended, and every reader's own view."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotekit.errors import CorpusError
from quotekit.evaluation import Annotation
from quotekit.training.corpora import read_corpus, read_other_readings

TEXT = "Ito said it rained."
RIGHT = {"content": [[9, 18]], "cue": [[4, 8]], "source": [[0, 3]]}
SWAPPED = {"content": [[9, 18]], "cue": [[0, 3]], "source": [[4, 8]]}
READ = Annotation(((9, 18),), ((4, 8),), ((0, 3),))


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    """A file of articles."""
    path = folder / "train.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT, **row}) + "\n" for row in rows), encoding="utf-8")
    return path


class TestReadCorpus:
    """read_corpus()."""

    def test_swaps_what_was_swapped(self, tmp_path: Path) -> None:
        """Where the verb stands as source and the speaker as cue, each gets its own role."""
        path = written(tmp_path, {"id": "a", "attributions": [RIGHT]}, {"id": "b", "attributions": [SWAPPED]})

        assert [(a.id, a.attributions) for a in read_corpus(path)] == [("a", (READ,)), ("b", (READ,))]


class TestReadOtherReadings:
    """read_other_readings()."""

    def test_gives_an_article_for_each_reading(self, tmp_path: Path) -> None:
        """Each further reader's view is an article of the same id and text, its slips mended; others give none."""
        readings = [{"attributions": [SWAPPED]}, {"attributions": []}]
        path = written(
            tmp_path,
            {"id": "a", "attributions": [], "ignore": [[0, 3]], "other_annotators": readings},
            {"id": "b", "attributions": [RIGHT]},
        )

        found = read_other_readings(path)

        assert [(a.id, a.text, a.attributions) for a in found] == [("a", TEXT, (READ,)), ("a", TEXT, ())]
        assert {a.ignore for a in found} == {((0, 3),)}

    @pytest.mark.parametrize(
        ("readings", "problem"),
        [
            ([{"attributions": [{"content": [[9, 99]]}]}], "content"),
            (["me"], "reading"),
            ([{"attributions": 3}], "list"),
        ],
        ids=["outside", "no object", "no list"],
    )
    def test_refuses_what_is_no_reading(self, tmp_path: Path, readings: list[Any], problem: str) -> None:
        """The file, the line and what is wrong are told."""
        good = {"id": "a", "attributions": []}
        path = written(tmp_path, good, {**good, "id": "b", "other_annotators": readings})

        with pytest.raises(CorpusError, match=problem) as raised:
            read_other_readings(path)

        assert (raised.value.path, raised.value.line) == (path, 2)
