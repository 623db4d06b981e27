"""The settings of a model: values that cannot be right are refused when the model is loaded."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from quotekit.errors import ModelError
from quotekit.tagger.config import read_config
from quotekit.tagger.session import DEFAULT_MODEL
from tests.helpers import write_settings

GOOD = json.loads((DEFAULT_MODEL / "config.json").read_text(encoding="utf-8"))


class TestReadConfig:
    """Reading a ``config.json``."""

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            *(("name", value) for value in (None, 5, "")),
            *(("size", value) for value in (None, "x", 0, -1, 1.5, True, 511, 10**9)),
            *(("overlap", value) for value in (None, "x", -1, 1.5, GOOD["size"])),
            *(
                ("calibration", value)
                for value in (None, "123456", {}, [], [1], [None] * 6, [True] * 6, [math.inf] * 6)
            ),
            *(("min_confidence", value) for value in (None, "x", [], True, -0.1, 1.1, math.nan)),
            *(("checksums", value) for value in (None, [], "x", {"model.onnx": 5}, {"mode.onnx": "0"})),
            *(("outlet_states", value) for value in (None, "x", -1, 1.5, True)),
            ("version", 2),
        ],
    )
    def test_refuses(self, tmp_path: Path, field: str, value: Any) -> None:
        """The error names the folder and the field."""
        (tmp_path / "config.json").write_text(json.dumps({**GOOD, field: value}), encoding="utf-8")

        with pytest.raises(ModelError) as caught:
            read_config(tmp_path)

        assert tmp_path == caught.value.folder
        assert repr(field) in caught.value.problem

    @pytest.mark.parametrize("field", sorted({*GOOD} - {"outlet_states"}))
    def test_refuses_without(self, tmp_path: Path, field: str) -> None:
        """No field can be left out but for that of states for outlets."""
        rest = {name: value for name, value in GOOD.items() if name != field}
        (tmp_path / "config.json").write_text(json.dumps(rest), encoding="utf-8")

        with pytest.raises(ModelError) as caught:
            read_config(tmp_path)

        assert f"it lacks {field!r}" in caught.value.problem

    @pytest.mark.parametrize(("given", "expected"), [({}, 0), ({"outlet_states": 16}, 16)])
    def test_outlet_states(self, tmp_path: Path, given: dict[str, int], expected: int) -> None:
        """Models that weigh no outlets need not say so."""
        rest = {name: value for name, value in GOOD.items() if name != "outlet_states"}
        write_settings(tmp_path, {**rest, **given})

        assert expected == read_config(tmp_path).outlet_states

    @pytest.mark.parametrize(
        "changed",
        [
            {"min_confidence": 0.1},
            {"outlet_states": 0},
            {"name": "en_news_v1"},
            {"checksums": {**GOOD["checksums"], "model.onnx": "0" * 64}},
            {"checksums": {**GOOD["checksums"], "config.json": "0" * 64}},
            {"checksums": {name: value for name, value in GOOD["checksums"].items() if name != "config.json"}},
        ],
        ids=["number", "states", "name", "checksum", "own", "none"],
    )
    def test_refuses_changed_settings(self, tmp_path: Path, changed: dict[str, Any]) -> None:
        """Settings that are valid, but other than those that were written, are refused."""
        (tmp_path / "config.json").write_text(json.dumps({**GOOD, **changed}), encoding="utf-8")

        with pytest.raises(ModelError) as caught:
            read_config(tmp_path)

        assert tmp_path == caught.value.folder
        assert caught.value.problem.startswith("config.json has settings with the SHA-256 ")

    def test_form_makes_no_difference(self, tmp_path: Path) -> None:
        """Settings in another order and with other white space are the same."""
        (tmp_path / "config.json").write_text(json.dumps(GOOD, sort_keys=True, indent=7), encoding="utf-8")

        assert GOOD["name"] == read_config(tmp_path).name

    @pytest.mark.parametrize("data", [b"[" * 100_000, json.dumps(GOOD).encode("utf-16"), b"\xff", b"5"])
    def test_refuses_other_data(self, tmp_path: Path, data: bytes) -> None:
        """What is no JSON object in UTF-8 is refused."""
        (tmp_path / "config.json").write_bytes(data)

        with pytest.raises(ModelError):
            read_config(tmp_path)
