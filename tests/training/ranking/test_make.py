"""Training from labelled articles to a model folder."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest
from typer.testing import CliRunner

from quotekit.errors import SettingError
from quotekit.provenance.ranking import load_outlet_network
from quotekit.speakers.ranking.load import load_speaker_network
from quotekit.tagger.config import read_config
from quotekit.tagger.session import load_model
from quotekit.training.labelled import Text
from quotekit.training.ranking import examples
from quotekit.training.ranking.__main__ import app
from quotekit.training.ranking.fit import RankingSettings
from quotekit.training.ranking.make import Sources, make_ranking
from quotekit.training.weights import save_weights
from tests.training.ranking.tiny import ARTICLES, Written

PASSAGE = "Ana Vega left. [The mayor|Ana Vega] was cold."
SETTINGS = RankingSettings(epochs=1, width=4, outlet_width=3)


@pytest.fixture(name="own", scope="module")
def fixture_own(written: Written, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Articles and labels of what the random model finds in them."""
    folder = tmp_path_factory.mktemp("own")
    gold, labels = [], []
    for name, (text, _) in ARTICLES.items():
        drafts = Text.read(name, text, written.model).drafts
        spans = [[(s.start, s.end) for s in draft.content] for draft in drafts]
        ids = [{"id": f"E{number}", "content": content} for number, content in enumerate(spans)]
        gold.append({"id": name, "text": text, "attributions": ids})
        told = [{"attribution": one["id"], "name": "Vega", "kind": "person", "via": []} for one in ids]
        labels.append({"id": name, "labels": told})
    for name, rows in (("gold", gold), ("labels", labels)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder / "gold.jsonl", folder / "labels.jsonl"


@pytest.fixture(autouse=True)
def fixture_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """One invented passage is enough."""
    monkeypatch.setattr(examples, "read_passages", lambda name: [(f"{name} 0", PASSAGE)])


class TestMakeRanking:
    """make_ranking() and the command."""

    def arguments(self, own: tuple[Path, Path], written: Written, out: Path) -> list[str]:
        """Return the arguments of the command."""
        options = ["--start", written.weights, "--model", written.model.folder, "--out", out]
        return [str(one) for one in (*own, *options, "--epochs", 1, "--width", 4, "--outlet-width", 3, "--threads", 1)]

    def test_command(self, own: tuple[Path, Path], written: Written, tmp_path: Path) -> None:
        """The command writes a model folder with both networks, named after the folder."""
        result = CliRunner().invoke(app, self.arguments(own, written, tmp_path / "weighing"))

        assert 0 == result.exit_code, result.output
        assert result.stdout.startswith("loss ")
        assert "weighing" == read_config(tmp_path / "weighing").name
        model = load_model(tmp_path / "weighing")
        speakers, outlets = load_speaker_network(model), load_outlet_network(model)
        assert speakers is not None
        assert outlets is not None
        assert (4, 3, 3) == (speakers.width, outlets.width, model.config.outlet_states)

    def test_refuses_other_weights(self, own: tuple[Path, Path], written: Written, tmp_path: Path) -> None:
        """Weights that the model was not written of are an error before anything is read."""
        other = tmp_path / "other.pt"
        bias = written.tagger.anchor[-1].bias
        bias.data += 0.5
        save_weights(written.tagger, other)
        bias.data -= 0.5
        arguments = self.arguments(own, attrs.evolve(written, weights=other), tmp_path / "weighing")

        result = CliRunner().invoke(app, arguments)

        assert 2 == result.exit_code
        assert "they are not the weights of plain" in result.output
        assert not (tmp_path / "weighing").exists()

    def test_refuses_to_change_the_model(self, own: tuple[Path, Path], written: Written) -> None:
        """The folder that is read is not written."""
        folder = written.model.folder

        with pytest.raises(SettingError, match="it is the model that is read"):
            make_ranking(Sources(own[0], [own[1]]), written.weights, folder, folder, settings=SETTINGS)

    def test_refuses_labels_of_other_articles(self, own: tuple[Path, Path], written: Written, tmp_path: Path) -> None:
        """Without any labelled attribution there is nothing to learn."""
        labels = tmp_path / "labels.jsonl"
        labels.write_text('{"id": "elsewhere", "labels": []}\n', encoding="utf-8")

        with pytest.raises(SettingError, match="none of the labelled attributions is found"):
            make_ranking(
                Sources(own[0], [labels]), written.weights, written.model.folder, tmp_path / "x", settings=SETTINGS
            )

    def test_refuses_labels_without_outlets(self, own: tuple[Path, Path], written: Written, tmp_path: Path) -> None:
        """Labels that say nothing of outlets are refused, with advice."""
        labels = tmp_path / "labels.jsonl"
        labels.write_text(own[1].read_text(encoding="utf-8").replace(', "via": []', ""), encoding="utf-8")

        with pytest.raises(SettingError, match="they say nothing of outlets") as raised:
            make_ranking(
                Sources(own[0], [labels]), written.weights, written.model.folder, tmp_path / "x", settings=SETTINGS
            )

        assert "give labels with via" in str(raised.value)
        assert not (tmp_path / "x").exists()

    def test_missing_file(self, own: tuple[Path, Path], written: Written, tmp_path: Path) -> None:
        """A file that is not there is an error in one line."""
        arguments = self.arguments((own[0], tmp_path / "nothing.jsonl"), written, tmp_path / "weighing")

        result = CliRunner().invoke(app, arguments)

        assert 2 == result.exit_code
        assert "nothing.jsonl" in result.output
