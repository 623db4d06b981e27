"""The model: loaded once, verified, and refused where it does not match its config."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import pickle
import shutil
import threading
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from quotekit.errors import ModelError
from quotekit.tagger.session import DEFAULT_MODEL, Model, TaggedWords, load_model
from quotekit.tagger.windows import cut_windows, encode
from quotekit.text import TextIndex
from tests.helpers import write_settings


@pytest.fixture(name="folder")
def fixture_folder(tmp_path: Path) -> Path:
    """A copy of the shipped model that a test may damage."""
    return Path(shutil.copytree(DEFAULT_MODEL, tmp_path / "model"))


def tag_words(text: str) -> TaggedWords:
    """Tag a text with the shipped model."""
    model = load_model()
    return model.tag(encode(TextIndex(text), model.tokenizer))


class TestLoadModel:
    """Loading a model folder."""

    def test_loads_once(self) -> None:
        """Threads that ask for the same model at once get the same one."""
        found: list[Model] = []
        threads = [threading.Thread(target=lambda: found.append(load_model())) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [True] * 4 == [model is found[0] for model in found]

    def test_after_a_fork(self) -> None:
        """A process that is forked after the model was loaded loads it anew: the model's threads are not in it."""
        here = load_model()
        index = TextIndex("It rained, she said.")

        with multiprocessing.get_context("fork").Pool(1) as pool:
            there = pool.apply(tag_words, (index.text,))

        assert here.tag(encode(index, here.tokenizer)) == there

    def test_finds_the_folder_by_any_path(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A relative path and an absolute one name the same model."""
        monkeypatch.chdir(DEFAULT_MODEL.parent)

        assert load_model(Path(DEFAULT_MODEL.name)) is load_model()

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    def test_refuses_changed_files(self, folder: Path, name: str) -> None:
        """A file with another checksum than the config's is refused."""
        with (folder / name).open("ab") as file:
            file.write(b" ")

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert raised.value.folder == folder
        assert raised.value.problem.startswith(f"{name} has the SHA-256 ")

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    def test_missing_files(self, folder: Path, name: str) -> None:
        """The error names the missing file."""
        (folder / name).unlink()

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert f"{name} is missing" == raised.value.problem

    def test_folder_without_a_model(self, tmp_path: Path) -> None:
        """A folder without a config is refused."""
        with pytest.raises(ModelError) as raised:
            load_model(tmp_path)

        assert (tmp_path, "give a folder that holds a model") == (raised.value.folder, raised.value.remedy)

    @pytest.mark.parametrize(
        "text",
        ["{", "[]", "{}", '{"name": "x"}', '{"calibration": 5}', '{"calibration": ["x"]}'],
        ids=["no JSON", "a list", "empty", "fields missing", "no list of numbers", "no numbers"],
    )
    def test_refuses_a_broken_config(self, folder: Path, text: str) -> None:
        """The error says that the config cannot be read."""
        (folder / "config.json").write_text(text, encoding="utf-8")

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert raised.value.problem.startswith("config.json is no model config")

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    @pytest.mark.parametrize("place", [0, 0.5, 1])
    def test_refuses_one_changed_byte(self, folder: Path, name: str, place: float) -> None:
        """One byte is enough, wherever it is."""
        data = bytearray((folder / name).read_bytes())
        data[int(place * (len(data) - 1))] ^= 1
        (folder / name).write_bytes(data)

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert raised.value.problem.startswith(f"{name} has the SHA-256 ")

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
    @pytest.mark.parametrize("data", [b"", b"{}", b"\x00\xff"])
    def test_refuses_what_is_no_model(self, folder: Path, name: str, data: bytes) -> None:
        """A file that has its checksum, but cannot be read, is an error of ours as well."""
        (folder / name).write_bytes(data)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        config["checksums"][name] = hashlib.sha256(data).hexdigest()
        write_settings(folder, config)

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert raised.value.problem.startswith(f"{name} cannot be ")

    @pytest.mark.parametrize("name", ["config.json", "model.onnx", "tokenizer.json"])
    def test_folder_for_a_file(self, folder: Path, name: str) -> None:
        """A file that cannot be read is named."""
        (folder / name).unlink()
        (folder / name).mkdir()

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert raised.value.problem.startswith(f"{name} cannot be read")

    def test_refuses_a_model_without_checksums(self, folder: Path) -> None:
        """A config without checksums is refused."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        write_settings(folder, {**config, "checksums": {}})

        with pytest.raises(ModelError) as raised:
            load_model(folder)

        assert "not None as config.json says" in raised.value.problem


class TestModel:
    """A loaded model."""

    def test_cannot_be_pickled(self) -> None:
        """Pickling a model is refused with advice."""
        with pytest.raises(ModelError) as raised:
            pickle.dumps(load_model())

        assert "a loaded model cannot be pickled" == raised.value.problem

    def test_no_words(self) -> None:
        """A text without words has no attributions and no names."""
        model = load_model()

        assert TaggedWords((), ()) == model.tag(encode(TextIndex(""), model.tokenizer))

    def test_names(self) -> None:
        """Names of people, organizations and places have their kinds."""
        text = "Angela Merkel met officials of the European Commission in Brussels."
        model = load_model()
        encoding = encode(TextIndex(text), model.tokenizer)

        found = model.tag(encoding).names

        assert [
            ("Angela Merkel", "person"),
            ("European Commission", "organization"),
            ("Brussels", "place"),
        ] == [(text[encoding.start[n.start] : encoding.end[n.end - 1]], n.kind) for n in found]

    def test_is_small_enough_to_ship(self) -> None:
        """The shipped folder has at most 25 MB."""
        assert sum(path.stat().st_size for path in DEFAULT_MODEL.iterdir()) <= 25_000_000


class Noting(np.ndarray):
    """An array that notes how many rows each of its parts has."""

    #: The numbers of rows.
    rows: list[int]

    def __getitem__(self, key: Any) -> Any:
        """Return a part and note its length."""
        part = np.asarray(super().__getitem__(key))
        self.rows.append(len(part))
        return part


class Counting:
    """A session that counts its runs."""

    def __init__(self, session: Any) -> None:
        """Stand in for a session."""
        self._session = session
        #: How often it ran.
        self.runs = 0

    def run(self, names: None, feed: dict[str, Any]) -> Any:
        """Run and count."""
        self.runs += 1
        return self._session.run(names, feed)


class TestTag:
    """Model.tag()."""

    def test_looks_at_one_window_at_a_time(self) -> None:
        """However long a text is, no attribution makes the model look through more of it than one window."""
        model = load_model()
        index = TextIndex("“The ferry will not sail today,” Ida Holm said.\n\nIt was late when she came home.\n\n" * 60)
        encoding = encode(index, model.tokenizer)
        features = encoding.features.view(Noting)
        features.rows = []

        found = model.tag(attrs.evolve(encoding, features=features))

        windows = cut_windows(encoding, model.config.size, model.config.overlap)
        assert (60, 1.0) == (len(found.attributions), min(one.evidence.quoted for one in found.attributions))
        assert max(window.end - window.start for window in windows) == max(features.rows) < len(encoding)

    def test_other_states(self) -> None:
        """A graph that gives fewer numbers for a word than the config says are for outlets is refused."""
        loaded = load_model()
        model = attrs.evolve(loaded, config=attrs.evolve(loaded.config, outlet_states=10_000))

        with pytest.raises(ModelError) as raised:
            model.tag(encode(TextIndex("It rained."), model.tokenizer))

        assert loaded.folder == raised.value.folder
        assert raised.value.problem.startswith("config.json has 10000 outlet_states, but model.onnx gives ")
        assert "export the model again" == raised.value.remedy

    def test_marks(self) -> None:
        """The evidence says whether a word of the content is between quotation marks or is one of them."""
        found = tag_words("“The ferry will not sail,” Ida Holm said.\n\nIda Holm said that it was late.").attributions

        assert [1.0, 0.0] == [one.evidence.quoted for one in found]

    @pytest.mark.parametrize(
        "piece",
        ['"', "“‘", "A.", "漢", "[a](b) ", "http://a.b/c ", "“No,” he said. ", "HOLM: Yes.\n"],
        ids=["marks", "nested", "initials", "ideographs", "links", "addresses", "quotations", "labels"],
    )
    def test_reads_the_same_window_once(self, piece: str) -> None:
        """However long a pattern goes on, the model reads its beginning, its end and what differs between."""
        loaded = load_model()
        session = Counting(loaded._session)  # it stands in for it
        model = attrs.evolve(loaded, session=session)

        encoding = encode(TextIndex(piece * (12_000 // len(piece))), model.tokenizer)
        model.tag(encoding)

        assert session.runs <= 12 < len(cut_windows(encoding, model.config.size, model.config.overlap))
