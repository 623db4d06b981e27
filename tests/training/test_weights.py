"""Weights in files, from which another run starts."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from quotekit.errors import SettingError
from quotekit.training.model import Tagger
from quotekit.training.weights import checksum, load_tagger, read_weights, save_weights

POSITIONS = 66


@pytest.fixture(name="tagger", scope="module")
def fixture_tagger() -> Tagger:
    """A tagger with new heads and two layers."""
    torch.manual_seed(5)
    tagger, _ = load_tagger(None, POSITIONS)
    tagger.encoder.encoder.layer = tagger.encoder.encoder.layer[:2]
    tagger.encoder.config.num_hidden_layers = 2
    return tagger


def largest_difference(tagger: Tagger, other: Tagger) -> float:
    """Return the largest difference between any two weights, relative to the largest of its row."""
    pairs = zip(tagger.state_dict().values(), other.state_dict().values(), strict=True)
    return max(float(((a - b).abs() / a.abs().amax(-1, keepdim=True).clamp(min=1e-6)).max()) for a, b in pairs)


class TestLoadTagger:
    """load_tagger()."""

    @pytest.mark.parametrize(("compact", "difference"), [(False, 0.0), (True, 0.6 / 127)])
    def test_restores_the_weights(self, tagger: Tagger, tmp_path: Path, *, compact: bool, difference: float) -> None:
        """Weights come back with as many layers, exactly or rounded to int8."""
        save_weights(tagger, tmp_path / "new" / "weights.pt", compact=compact)

        loaded, tokenizer = load_tagger(tmp_path / "new" / "weights.pt", POSITIONS)

        assert 2 == loaded.encoder.config.num_hidden_layers == len(loaded.encoder.encoder.layer)
        assert largest_difference(tagger, loaded) <= difference
        assert tokenizer.get_vocab_size() == loaded.encoder.config.vocab_size

    @pytest.mark.parametrize("form", ["checkpoint", "state dictionary", "half precision"])
    def test_reads_other_forms(self, tagger: Tagger, tmp_path: Path, form: str) -> None:
        """Of a checkpoint it takes the average; a bare state dictionary may be in half precision."""
        state = tagger.state_dict()
        stored = {
            "checkpoint": {"average": state, "tagger": {"x": torch.ones(1)}, "epoch": 3},
            "state dictionary": state,
            "half precision": {name: value.half() for name, value in state.items()},
        }
        torch.save(stored[form], tmp_path / "weights.pt")

        loaded, _ = load_tagger(tmp_path / "weights.pt", POSITIONS)

        assert largest_difference(tagger, loaded) <= (1e-2 if form == "half precision" else 0.0)
        assert {torch.float32} == {value.dtype for value in loaded.state_dict().values()}

    def test_rejects_other_sizes(self, tagger: Tagger, tmp_path: Path) -> None:
        """Weights for other windows are an error that says so."""
        save_weights(tagger, tmp_path / "weights.pt")

        with pytest.raises(SettingError, match="do not fit a tagger of 2 layers and windows of 20 pieces"):
            load_tagger(tmp_path / "weights.pt", 20)


class TestReadWeights:
    """read_weights()."""

    @pytest.mark.parametrize("content", [b"", b"weights", b"PK\x03\x04"])
    def test_rejects_other_files(self, tmp_path: Path, content: bytes) -> None:
        """A file of another kind is an error that says so."""
        (tmp_path / "weights.pt").write_bytes(content)

        with pytest.raises(SettingError, match="does not hold the weights of a tagger"):
            read_weights(tmp_path / "weights.pt")

    @pytest.mark.parametrize("stored", [[1], {"weights": {}}, {"x": 1}])
    def test_rejects_other_data(self, tmp_path: Path, stored: object) -> None:
        """So is a file of other data."""
        torch.save(stored, tmp_path / "weights.pt")

        with pytest.raises(SettingError, match="does not hold the weights of a tagger"):
            read_weights(tmp_path / "weights.pt")

    def test_needs_the_file(self, tmp_path: Path) -> None:
        """A missing file is an OSError."""
        with pytest.raises(OSError, match=r"weights\.pt"):
            read_weights(tmp_path / "weights.pt")


def test_checksum(tmp_path: Path) -> None:
    """Files are told apart by their content."""
    (tmp_path / "a").write_bytes(b"a")

    assert checksum(None) is None
    assert "ca978112" == str(checksum(tmp_path / "a"))[:8]
