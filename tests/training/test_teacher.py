"""The teacher's encoder: put together from the parts that carry it."""

from __future__ import annotations

import importlib.metadata
import io
import zipfile
from pathlib import Path

import pytest

from quotekit.training.teacher import _put_together

FILES = {"config.json": b"{}", "model.safetensors": bytes(range(256)), "tokenizer.json": b'{"model": {}}'}


class _Part:
    """A file of an installed package."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name

    def locate(self) -> Path:
        """Say where it lies."""
        return self.path


@pytest.fixture(name="parts")
def fixture_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Five packages, each with a piece of one archive; the names asked for."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in {**FILES, "notes.md": b"more"}.items():
            file.writestr(f"folder/{name}", content)
    data, asked = archive.getvalue(), list[str]()
    size = len(data) // 5 + 1

    def files(name: str) -> list[_Part]:
        asked.append(name)
        number = int(name[-3:])
        path = tmp_path / f"all.zip.{number:03}"
        path.write_bytes(data[(number - 1) * size : number * size])
        (tmp_path / "METADATA").touch()
        return [_Part(tmp_path / "METADATA"), _Part(path)]

    monkeypatch.setattr(importlib.metadata, "files", files)
    return asked


class TestPutTogether:
    """Five parts to one folder."""

    def test_unpacks_what_is_needed(self, parts: list[str], tmp_path: Path) -> None:
        """The pieces are joined in their order and only the encoder's files are kept; once is enough."""
        for _ in range(2):
            folder = _put_together(tmp_path / "encoder")
            assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES

        assert [name[-3:] for name in parts] == ["001", "002", "003", "004", "005"]
