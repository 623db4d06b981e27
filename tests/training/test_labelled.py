"""Articles with labelled speakers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotekit.errors import CorpusError
from quotekit.records import SpeakerKind
from quotekit.training.labelled import Label, Text, agree, pair, read_labelled

TEXT = "Ana Vega opened the lock on Monday. “It will hold,” she said. A keeper said that it had rained."
GOLD = {
    "id": "lock",
    "text": TEXT,
    "attributions": [{"id": "E1", "content": [[36, 51]]}, {"id": "E2", "content": [[76, 94]]}],
}
LABELS = {
    "id": "lock",
    "labels": [
        {"attribution": "E1", "name": "Ana Vega", "kind": "person"},
        {"attribution": "E2", "name": None, "kind": "unnamed"},
    ],
}


def write(path: Path, *rows: object) -> Path:
    """Write rows as lines of JSON."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


class TestAgree:
    """agree()."""

    @pytest.mark.parametrize(
        ("gold", "name", "expected"),
        [
            ("Ana Vega", "Vega", True),
            ("Vega", "ana vega", True),
            ("Ana Vega", "Ana Marin", False),
            ("Ana Vega", "Luis Vega", False),
            ("Ana Vega; Luis Marin", "Marin", True),
            ("Ana Vega", None, False),
            (None, "Vega", False),
            (None, None, True),
        ],
    )
    def test_compares_names(self, gold: str | None, name: str | None, *, expected: bool) -> None:
        """The last word is the same, and one name has all words of the other."""
        assert expected == agree(gold, name)


class TestPair:
    """pair()."""

    def test_pairs_by_the_content(self) -> None:
        """Drafts are paired with the attributions whose content they share by a half, others with none."""
        text = Text.read("lock", TEXT)
        distant = {"id": "E3", "content": [[0, 8]]}

        paired = pair([draft.content for draft in text.drafts], [*GOLD["attributions"], distant])  # type: ignore[misc]

        contents = {one["id"]: "".join(s.text for s in text.drafts[number].content) for number, one in paired.items()}
        assert {"E1": "“It will hold,”", "E2": "that it had rained"} == contents


class TestReadLabelled:
    """read_labelled()."""

    def test_reads_labels_of_drafts(self, tmp_path: Path) -> None:
        """Articles without labels are left out, and the labels of the first file count."""
        gold = write(tmp_path / "gold.jsonl", {**GOLD, "id": "other"}, GOLD)
        first = write(tmp_path / "first.jsonl", LABELS)
        wrong = [{"attribution": "E1", "name": "Bo Dray", "kind": "person"}]
        second = write(tmp_path / "second.jsonl", {"id": "lock", "labels": wrong})

        ((text, told),) = read_labelled(gold, [first, second])

        assert "lock" == text.name
        assert [Label("Ana Vega", SpeakerKind.PERSON), Label(None, SpeakerKind.UNNAMED)] == list(told.values())

    @pytest.mark.parametrize(
        ("row", "problem"),
        [
            ({"id": "lock"}, "the field 'labels' is missing"),
            ({"id": "lock", "labels": [{"attribution": "E1", "name": None}]}, "the field 'kind' is missing"),
            ({"id": "lock", "labels": [{"attribution": "E1", "name": None, "kind": "ghost"}]}, "ghost"),
            ([], "cannot be read"),
        ],
    )
    def test_refuses_other_lines(self, tmp_path: Path, row: Any, problem: str) -> None:
        """A line that is no label is an error with its number."""
        gold, labels = write(tmp_path / "gold.jsonl", GOLD), write(tmp_path / "labels.jsonl", LABELS, row)

        with pytest.raises(CorpusError, match=f"line 2: .*{problem}"):
            list(read_labelled(gold, [labels]))

    def test_reads_no_speaker(self) -> None:
        """The kind "none" is no speaker."""
        assert Label(None, None) == Label.from_dict({"name": None, "kind": "none"})

    @pytest.mark.parametrize(
        ("via", "outlets"), [({}, None), ({"via": []}, ()), ({"via": ["Dawn Hour", "CNN"]}, ("Dawn Hour", "CNN"))]
    )
    def test_reads_outlets(self, via: dict[str, list[str]], outlets: tuple[str, ...] | None) -> None:
        """That no outlet carried a statement is something else than that nobody says."""
        assert outlets == Label.from_dict({"name": "Ana Vega", "kind": "person", **via}).outlets
