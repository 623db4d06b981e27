"""A tagger of two layers whose heads know nothing, a model written of it, and a network fitted to three articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from quotekit.tagger.session import load_model
from quotekit.training.make import write_folder
from quotekit.training.ranking.examples import Examples, Reader
from quotekit.training.ranking.fit import RankingSettings, fit_outlets, fit_ranking
from quotekit.training.ranking.network import RankingNetwork
from quotekit.training.ranking.outlet_examples import OutletExamples, read_outlets
from quotekit.training.ranking.outlet_network import OutletRankingNetwork
from quotekit.training.ranking.states import StateReader
from quotekit.training.weights import load_tagger, save_weights
from tests.training.ranking.tiny import ARTICLES, OUTLETS, SIZE, Written


@pytest.fixture(name="written", scope="session")
def fixture_written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A random tagger, its weights, and its model."""
    folder = tmp_path_factory.mktemp("written")
    torch.manual_seed(7)
    tagger, tokenizer = load_tagger(None, SIZE + 2)
    tagger.encoder.encoder.layer = tagger.encoder.encoder.layer[:2]
    tagger.encoder.config.num_hidden_layers = 2
    tagger.eval()
    save_weights(tagger, folder / "weights.pt")
    write_folder(tagger, tokenizer, folder / "plain", folder / "work", name="plain", size=SIZE)
    return Written(tagger, folder / "weights.pt", load_model(folder / "plain"))


@pytest.fixture(name="reader", scope="session")
def fixture_reader(written: Written) -> Reader:
    """Finds attributions as the model in the package does; the states are those of the random tagger."""
    return Reader(load_model(), StateReader(written.tagger, written.model.tokenizer, written.model.config))


@pytest.fixture(name="files", scope="session")
def fixture_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The files of the articles and of their labels."""
    folder = tmp_path_factory.mktemp("labelled")
    gold, labels = [], []
    for name, (text, statements) in ARTICLES.items():
        spans = [[text.index(words), text.index(words) + len(words)] for words, _ in statements]
        attributions = [{"id": f"E{i}", "content": [span]} for i, span in enumerate(spans)]
        gold.append({"id": name, "text": text, "attributions": attributions})
        told: list[dict[str, object]] = [
            {"attribution": f"E{i}", "name": speaker, "kind": "person" if speaker else "unnamed"}
            for i, (_, speaker) in enumerate(statements)
        ]
        for one, via in zip(told, OUTLETS.get(name, ()), strict=False):
            one["via"] = via
        labels.append({"id": name, "labels": told})
    for name, rows in (("gold", gold), ("labels", labels)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder / "gold.jsonl", folder / "labels.jsonl"


@pytest.fixture(name="texts", scope="session")
def fixture_texts(reader: Reader, files: tuple[Path, Path]) -> list[Examples]:
    """The examples of the three articles."""
    return list(reader.news(files[0], [files[1]]))


@pytest.fixture(name="network", scope="session")
def fixture_network(texts: list[Examples]) -> RankingNetwork:
    """A network fitted to them."""
    return fit_ranking(texts, RankingSettings(epochs=15, batch_size=2, width=8))


@pytest.fixture(name="outlet_texts", scope="session")
def fixture_outlet_texts(reader: Reader, files: tuple[Path, Path]) -> list[OutletExamples]:
    """The outlets of the articles whose labels have any."""
    return list(read_outlets(files[0], [files[1]], reader.model, reader.states))


@pytest.fixture(name="outlet_network", scope="session")
def fixture_outlet_network(outlet_texts: list[OutletExamples]) -> OutletRankingNetwork:
    """A network fitted to them."""
    return fit_outlets(outlet_texts, RankingSettings(epochs=15, batch_size=2, outlet_width=6))
