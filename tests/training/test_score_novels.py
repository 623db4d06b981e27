"""Figures on novels."""

from __future__ import annotations

import json
from pathlib import Path

from quotekit import Extractor
from quotekit.training.score_novels import pdnc_recall, riqua_scores

TEXT = "“The dam will hold,” said Ana Duarte. Nobody moved."


class TestRiquaScores:
    """Spans, punctuation apart."""

    def test_compares_words_only(self, tmp_path: Path) -> None:
        """A span without its marks is as right as one with them; one that is missing costs recall."""
        spans = {"content": [[1, 19], [38, 50]], "cue": [[21, 25]], "source": [[26, 37]]}
        path = tmp_path / "riqua.jsonl"
        path.write_text(json.dumps({"id": "0:dam", "text": TEXT, "spans": spans}) + "\n", encoding="utf-8")

        found = riqua_scores(path, Extractor())

        assert {role: (m.precision, m.recall) for role, m in found.items()} == {
            "content": (1.0, 0.5),
            "cue": (1.0, 1.0),
            "source": (1.0, 1.0),
        }


class TestPdncRecall:
    """Quotations found."""

    def test_counts_those_with_a_cue_apart(self, tmp_path: Path) -> None:
        """Novels that are not asked for are not read; a quotation is found if most of it is."""
        rows = [
            {"content": [[1, 19]], "referring_expression": [21, 37]},
            {"content": [[38, 50]], "referring_expression": None},
        ]
        novels = [{"id": name, "text": TEXT, "attributions": rows} for name in ("Dam", "Weir")]
        path = tmp_path / "pdnc.jsonl"
        path.write_text("".join(json.dumps(novel) + "\n" for novel in novels), encoding="utf-8")

        assert pdnc_recall(path, Extractor(), ["Dam"]) == {"cued": (1, 1), "bare": (0, 1)}
