"""Training from annotated articles to a model folder, on two small articles."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import attrs
import pytest
import torch
from typer.testing import CliRunner

from quotekit import Extractor
from quotekit.evaluation import Scores
from quotekit.tagger.config import read_config
from quotekit.tagger.decode import MOST_SEGMENTS, ROLES
from quotekit.tagger.session import load_model
from quotekit.training.__main__ import app
from quotekit.training.batches import Settings
from quotekit.training.encoder import load_encoder
from quotekit.training.export import parity
from quotekit.training.graph import write_graph
from quotekit.training.make import Corpora, make_model
from quotekit.training.model import Tagger, log_partition, tagger_loss
from quotekit.training.silver_names import UNKNOWN
from quotekit.training.weights import checksum, read_weights

TEXTS = ("“We will rebuild the bridge,” the mayor said.", "Ito warned that the river was rising. Nobody listened.")
ANNOTATIONS = (
    {"content": [[0, 29]], "source": [[30, 39]], "cue": [[40, 44]]},
    {"content": [[11, 36]], "source": [[0, 3]], "cue": [[4, 10]]},
)
SETTINGS = Settings(epochs=2, batch_size=2, seed=3)


@pytest.fixture(name="data", scope="module")
def fixture_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two articles."""
    folder = tmp_path_factory.mktemp("data")
    rows = [
        {"id": str(i), "text": text, "attributions": [annotation]}
        for i, (text, annotation) in enumerate(zip(TEXTS, ANNOTATIONS, strict=True))
    ]
    for name in ("train.jsonl", "dev.jsonl"):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.fixture(name="made", scope="module")
def fixture_made(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Scores]:
    """A model trained on them, with its working folder and its scores."""
    folder = tmp_path_factory.mktemp("made")
    scores = make_model(Corpora(data), folder / "tiny", folder / "work", name="tiny", settings=SETTINGS)
    return folder / "tiny", folder / "work", scores


class TestMakeModel:
    """make_model()."""

    def test_writes_a_model_folder(self, made: tuple[Path, Path, Scores]) -> None:
        """The folder can be loaded, has the name, and is small enough to ship."""
        folder, _, scores = made

        assert ("tiny", SETTINGS.window_size) == (read_config(folder).name, load_model(folder).config.size)
        assert sum(path.stat().st_size for path in folder.iterdir()) < 25_000_000
        assert len(TEXTS) == scores.articles

    def test_makes_a_working_model(self, made: tuple[Path, Path, Scores]) -> None:
        """An extractor accepts the folder."""
        article = Extractor(model=made[0], min_confidence=0.0).extract(TEXTS[0])

        assert all(TEXTS[0][s.start : s.end] == s.text for a in article.attributions for s in a.content)

    def test_resumes(
        self, data: Path, made: tuple[Path, Path, Scores], tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A finished run that is started again trains no further and makes the same model."""
        folder, work, _ = made

        with caplog.at_level(logging.INFO):
            make_model(Corpora(data), tmp_path / "again", work, name="tiny", settings=SETTINGS)

        assert "resumed after epoch 2" in caplog.text
        assert read_config(folder).checksums == read_config(tmp_path / "again").checksums

    def test_is_reproducible(self, data: Path, made: tuple[Path, Path, Scores], tmp_path: Path) -> None:
        """The same seed makes the same model."""
        make_model(Corpora(data), tmp_path / "tiny", tmp_path / "work", name="tiny", settings=SETTINGS)

        assert read_config(made[0]) == read_config(tmp_path / "tiny")

    def test_starts_over_with_other_settings(
        self, data: Path, made: tuple[Path, Path, Scores], tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A checkpoint made with other settings is reported and not used."""
        work = tmp_path / "work"
        (work / "first").mkdir(parents=True)
        (work / "first" / "checkpoint.pt").write_bytes((made[1] / "first" / "checkpoint.pt").read_bytes())

        make_model(Corpora(data), tmp_path / "tiny", work, name="tiny", settings=attrs.evolve(SETTINGS, epochs=1))

        assert "made with other settings" in caplog.text

    def test_starts_from_weights(self, data: Path, made: tuple[Path, Path, Scores], tmp_path: Path) -> None:
        """A run that hardly learns, started from the weights of another, makes the same model but for rounding."""
        settings = attrs.evolve(SETTINGS, epochs=1, learning_rate=1e-12)
        start = made[1] / "weights.pt"

        make_model(Corpora(data), tmp_path / "tuned", tmp_path / "work", name="tiny", settings=settings, start=start)

        weights, tuned = read_weights(start), read_weights(tmp_path / "work" / "weights.pt")
        assert max(float((weights[name] - tuned[name]).abs().max()) for name in weights) < 1e-6
        checkpoint = torch.load(tmp_path / "work" / "first" / "checkpoint.pt", weights_only=True)
        assert checksum(start) == checkpoint["settings"]["start"]

    def test_starts_from_a_part_of_the_weights(
        self, data: Path, made: tuple[Path, Path, Scores], tmp_path: Path
    ) -> None:
        """A smaller tagger learns from the one that it was cut from, and its model works."""
        start = made[1] / "weights.pt"
        settings = attrs.evolve(SETTINGS, epochs=1)
        cuts = {"layers": [0, 4], "feed_forward": 64, "role_width": 24}

        make_model(
            Corpora(data),
            tmp_path / "small",
            tmp_path,
            name="s",
            settings=settings,
            start=start,
            cuts=cuts,
            teacher=start,
        )

        assert (tmp_path / "small" / "model.onnx").stat().st_size < (made[0] / "model.onnx").stat().st_size - 5_000_000
        assert 2 == sum(name.endswith("intermediate.dense.weight") for name in read_weights(tmp_path / "weights.pt"))
        assert Extractor(model=tmp_path / "small", min_confidence=0.0).extract(TEXTS[0]).attributions


class TestCommand:
    """python -m quotekit.training."""

    @pytest.mark.parametrize(
        ("option", "message"),
        [
            (("--augment", "headline"), "the setting 'augmentations' cannot be 'headline'"),
            (("--without", "headline"), "the setting 'augmentations' cannot be 'headline'"),
            (("--device", "gpu"), "the setting 'device' cannot be 'gpu'"),
            (("--start", __file__), "it does not hold the weights of a tagger"),
            (("--layers", "0,2"), "there are no weights to cut"),
            (("--start", __file__, "--layers", "0;2"), "these are not numbers of layers"),
        ],
        ids=["augment", "without", "device", "start", "nothing to cut", "layers"],
    )
    def test_reports_wrong_options(self, data: Path, tmp_path: Path, option: tuple[str, str], message: str) -> None:
        """A wrong option is reported in one line before anything is trained."""
        result = CliRunner().invoke(app, ["--data", str(data), "--out", str(tmp_path / "tiny"), *option])

        assert 2 == result.exit_code
        assert message in result.output
        assert [] == list(tmp_path.iterdir())


class TestExport:
    """The exported graph."""

    def test_agrees_with_pytorch(self, tmp_path: Path) -> None:
        """PyTorch and ONNX Runtime give the same scores for short and for long windows."""
        encoder, _ = load_encoder()
        tagger = Tagger(encoder)

        write_graph(tagger, tmp_path / "full.onnx", int8=False)

        assert (
            max(parity(tagger, tmp_path / "full.onnx", words, seed) for words, seed in ((1, 0), (60, 1), (254, 2)))
            < 1e-3
        )


class TestEncoder:
    """The pretrained encoder, trimmed."""

    def test_has_a_row_for_each_entry(self) -> None:
        """Vocabulary and embeddings have the same size, without unused entries."""
        encoder, tokenizer = load_encoder(positions=100)
        vocabulary = tokenizer.get_vocab()

        assert encoder.get_input_embeddings().weight.shape[0] == len(vocabulary) == max(vocabulary.values()) + 1
        assert 100 == encoder.embeddings.position_embeddings.weight.shape[0]
        assert not [piece for piece in vocabulary if piece.startswith("[unused") or piece == "漢"]
        assert [
            "a",
            "naive",
            "“",
            "quote",
            "”",
            ".",
        ] == tokenizer.encode("A naïve “quote”.", add_special_tokens=False).tokens


class TestRoleHead:
    """The scores of roles."""

    def test_do_not_depend_on_padding(self) -> None:
        """A window has the same scores alone as beside a longer one."""
        torch.manual_seed(1)
        encoder, _ = load_encoder()
        tagger = Tagger(encoder).eval()
        states, anchors = torch.randn(2, 40, 384), torch.tensor([[1, 3]])
        exists = torch.arange(40) < torch.tensor([[40], [25]])

        with torch.no_grad():
            beside, alone = tagger.roles(states, anchors, exists), tagger.roles(states[:, :25], anchors)

        assert torch.allclose(alone, beside[:, :25], atol=1e-5)


class TestLoss:
    """The loss."""

    def test_sums_over_all_sets_of_segments(self) -> None:
        """Two words have four sets of at most one segment, the empty one included."""
        scores = torch.tensor([[[1.0, 0.5, 0.25], [2.0, 0.0, -1.0]]])

        found = log_partition(scores, 1)

        sets = torch.tensor([0.0, 1.0 + 0.5 + 0.25, 2.0 + 0.0 - 1.0, 1.0 + 2.0 + 0.5 - 1.0])
        assert torch.allclose(found, torch.logsumexp(sets, 0, keepdim=True))

    def test_is_small_for_correct_scores(self) -> None:
        """Scores that agree with the target cost almost nothing, opposite ones a lot."""
        roles = torch.zeros(1, 4, len(ROLES), 3)
        roles[0, 1, :, :] = 1.0
        target = {
            "anchors": torch.tensor([[0.0, 1.0, 0.0, 0.0]]),
            "known": torch.ones(1, 4),
            "exists": torch.ones(1, 4),
            "roles": roles,
            "weights": torch.ones(1),
            "names": torch.tensor([[0, 1, 2, UNKNOWN]]),
        }
        names = torch.nn.functional.one_hot(target["names"].clamp(min=0), 11).float()
        scores = {"anchors": target["anchors"], "roles": roles, "names": names}

        right = tagger_loss({name: value * 40 - 20 for name, value in scores.items()}, target)
        wrong = tagger_loss({name: 20 - value * 40 for name, value in scores.items()}, target)

        half = tagger_loss(
            {name: 20 - value.repeat(2, *[1] * (value.ndim - 1)) * 40 for name, value in scores.items()},
            {name: value.repeat(2, *[1] * (value.ndim - 1)) for name, value in target.items()}
            | {"weights": torch.tensor([1.0, 0.0])},
        )

        assert float(half["content"]) == pytest.approx(float(wrong["content"]))
        assert {"loss", "anchor", "names", *ROLES} == set(right)
        assert len(MOST_SEGMENTS) == len(ROLES)
        assert (True, True) == (float(right["loss"]) < 1e-3, float(wrong["loss"]) > 50)
