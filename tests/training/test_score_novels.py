"""Scores on novels."""

from __future__ import annotations

import json
from pathlib import Path

from quotekit import Extractor
from quotekit.training.score_novels import pdnc_recall, riqua_scores

TEXT = "“The dam will hold,” said Ana Duarte. Nobody moved."


class TestRiquaScores:
    """riqua_scores()."""

    def test_ignores_punctuation(self, tmp_path: Path) -> None:
        """A span is correct with or without its marks; a missing one costs recall."""
        spans = {"content": [[1, 19], [38, 50]], "cue": [[21, 25]], "source": [[26, 37]]}
        path = tmp_path / "riqua.jsonl"
        path.write_text(json.dumps({"id": "0:dam", "text": TEXT, "spans": spans}) + "\n", encoding="utf-8")

        found = riqua_scores(path, Extractor())

        assert {
            "content": (1.0, 0.5),
            "cue": (1.0, 1.0),
            "source": (1.0, 1.0),
        } == {role: (m.precision, m.recall) for role, m in found.items()}


class TestPdncRecall:
    """pdnc_recall()."""

    def test_separates_cued_and_uncued(self, tmp_path: Path) -> None:
        """Only the given novels are read; a quotation is found if most of it is."""
        rows = [
            {"content": [[1, 19]], "referring_expression": [21, 37]},
            {"content": [[38, 50]], "referring_expression": None},
        ]
        novels = [{"id": name, "text": TEXT, "attributions": rows} for name in ("Dam", "Weir")]
        path = tmp_path / "pdnc.jsonl"
        path.write_text("".join(json.dumps(novel) + "\n" for novel in novels), encoding="utf-8")

        assert {"cued": (1, 1), "uncued": (0, 1)} == pdnc_recall(path, Extractor(), ["Dam"])
