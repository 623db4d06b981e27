"""Reading annotated articles: annotation errors corrected, all annotators' versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotekit.errors import CorpusError
from quotekit.evaluation import Annotation
from quotekit.training.corpora import read_corpus, read_other_annotators

TEXT = "Ito said it rained."
RIGHT = {"content": [[9, 18]], "cue": [[4, 8]], "source": [[0, 3]]}
SWAPPED = {"content": [[9, 18]], "cue": [[0, 3]], "source": [[4, 8]]}
READ = Annotation(((9, 18),), ((4, 8),), ((0, 3),))


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    """Write a file of articles."""
    path = folder / "train.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT, **row}) + "\n" for row in rows), encoding="utf-8")
    return path


class TestReadCorpus:
    """read_corpus()."""

    def test_swaps_roles_back(self, tmp_path: Path) -> None:
        """A verb annotated as source and a speaker annotated as cue are swapped back."""
        path = written(tmp_path, {"id": "a", "attributions": [RIGHT]}, {"id": "b", "attributions": [SWAPPED]})

        assert [("a", (READ,)), ("b", (READ,))] == [(a.id, a.attributions) for a in read_corpus(path)]


class TestReadOtherAnnotators:
    """read_other_annotators()."""

    def test_gives_an_article_for_each_annotator(self, tmp_path: Path) -> None:
        """Each other annotator's version is an article with the same id and text, with errors corrected."""
        versions = [{"attributions": [SWAPPED]}, {"attributions": []}]
        path = written(
            tmp_path,
            {"id": "a", "attributions": [], "ignore": [[0, 3]], "other_annotators": versions},
            {"id": "b", "attributions": [RIGHT]},
        )

        found = read_other_annotators(path)

        assert [("a", TEXT, (READ,)), ("a", TEXT, ())] == [(a.id, a.text, a.attributions) for a in found]
        assert {((0, 3),)} == {a.ignore for a in found}

    @pytest.mark.parametrize(
        ("versions", "problem"),
        [
            ([{"attributions": [{"content": [[9, 99]]}]}], "content"),
            (["me"], "version"),
            ([{"attributions": 3}], "list"),
        ],
        ids=["out of bounds", "not an object", "not a list"],
    )
    def test_refuses_invalid_versions(self, tmp_path: Path, versions: list[Any], problem: str) -> None:
        """The error has the file, the line and the problem."""
        good = {"id": "a", "attributions": []}
        path = written(tmp_path, good, {**good, "id": "b", "other_annotators": versions})

        with pytest.raises(CorpusError, match=problem) as raised:
            read_other_annotators(path)

        assert (path, 2) == (raised.value.path, raised.value.line)
