"""The distribution: its name, files, requirements and command."""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import re
import subprocess
import sys

import pytest
import spacy
from spacy import displacy
from spacy.displacy.render import DEFAULT_LABEL_COLORS
from spacy.tokens import Span

import quotekit
from quotekit.component import COLORS

DISTRIBUTION = "quotekit-nlp"
MOST_MODEL_BYTES = 25_000_000


def core_requirements() -> dict[str, str]:
    """Return the requirements without an extra: the name and the rest of the line."""
    lines = importlib.metadata.requires(DISTRIBUTION) or []
    split = (re.fullmatch(r"([\w.-]+)(.*)", line) for line in lines if "extra ==" not in line)
    return {match[1].lower(): match[2] for match in split if match}


class TestDistribution:
    """The metadata of the package."""

    def test_version(self) -> None:
        """The installed version is the package's version."""
        assert quotekit.__version__ == importlib.metadata.version(DISTRIBUTION)

    def test_licence(self) -> None:
        """The license is named, and its text is installed."""
        metadata = importlib.metadata.metadata(DISTRIBUTION)
        texts = [f.read_text() for f in importlib.metadata.files(DISTRIBUTION) or () if f.name == "LICENSE"]

        assert "Apache-2.0" == metadata["License-Expression"]
        assert ["Apache License"] == [text.strip().splitlines()[0] for text in texts]

    def test_command(self) -> None:
        """The command ``quotekit`` is installed and refers to a callable."""
        (command,) = importlib.metadata.entry_points(group="console_scripts", name="quotekit")

        assert "quotekit.cli:main" == command.value
        assert callable(command.load())

    def test_core_requirements(self) -> None:
        """Reading a text needs no requirement of training."""
        expected = {
            "attrs",
            "cattrs",
            "jinja2",
            "numpy",
            "onnxruntime",
            "rich",
            "spacy",
            "textacy",
            "tokenizers",
            "typer",
        }

        assert expected == set(core_requirements())

    def test_textacy_marker(self) -> None:
        """Textacy is excluded where one of its dependencies cannot be installed."""
        assert re.search(r"""python_version < ['"]3\.13['"]""", core_requirements()["textacy"])


class TestSpacy:
    """The entry points that spaCy finds once the package is installed."""

    def test_component(self) -> None:
        """The component can be added and scored without importing quotekit."""
        code = """if True:
            import spacy
            from spacy.training import Example
            nlp = spacy.blank("en")
            nlp.add_pipe("quotekit")
            doc = nlp("The bridge is safe, the mayor said.")
            print([a.source.text for a in doc._.attributions])
            print(nlp.evaluate([Example(nlp.make_doc(doc.text), doc)])["attributions_f"])
        """
        done = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True)

        assert ("['the mayor']\n1.0\n", "") == (done.stdout, done.stderr)

    @pytest.mark.parametrize(
        ("group", "name"),
        [
            ("spacy_factories", "quotekit"),
            ("spacy_scorers", "quotekit.attribution_scorer.v1"),
            ("spacy_displacy_colors", "quotekit"),
        ],
    )
    def test_entry_points(self, group: str, name: str) -> None:
        """Each entry point can be loaded."""
        (entry,) = importlib.metadata.entry_points(group=group, name=name)

        assert entry.load()

    def test_colors(self) -> None:
        """Spans are shown in quotekit's colors, and entities in spaCy's."""
        nlp = spacy.blank("en")
        nlp.add_pipe("quotekit")
        doc = nlp("Nora Lind said that it rained.")
        doc.ents = [Span(doc, 0, 2, "PERSON")]
        spans = displacy.render(doc, style="span", options={"spans_key": "quotekit"}, jupyter=False)
        entities = displacy.render(doc, style="ent", jupyter=False)

        assert [] == [label for label in ("INDIRECT", "CUE", "SOURCE") if COLORS[label] not in spans]
        assert DEFAULT_LABEL_COLORS["PERSON"] in entities


class TestFiles:
    """Installed files other than modules."""

    @pytest.mark.parametrize(
        "path",
        [
            "py.typed",
            "exporters/html/files/article.css",
            "exporters/html/files/article.html",
            "exporters/html/files/fragment.css",
            "exporters/html/files/fragment.html",
            "exporters/html/files/frame.html",
            "exporters/html/files/index.html",
            "exporters/html/files/page.css",
            "exporters/html/files/page.html",
            "exporters/html/files/page.js",
            "english/lexicons/elisions.txt",
            "english/lexicons/function_words.txt",
            "english/lexicons/spelling_variants.txt",
            "graph/files/chains.css",
            "graph/files/chains.html",
            "report/files/report.css",
            "report/files/report.html",
            "verify/files/verify.css",
            "verify/files/verify.html",
            "tagger/models/en_news_v9/README.md",
            "tagger/models/en_news_v9/config.json",
            "tagger/models/en_news_v9/model.onnx",
            "tagger/models/en_news_v9/outlets.npz",
            "tagger/models/en_news_v9/speakers.npz",
            "tagger/models/en_news_v9/tokenizer.json",
        ],
    )
    def test_is_installed(self, path: str) -> None:
        """Each data file is in the package."""
        assert importlib.resources.files("quotekit").joinpath(path).is_file()

    def test_model_is_small(self) -> None:
        """The model is small enough to ship with the package."""
        model = importlib.resources.files("quotekit").joinpath("tagger/models/en_news_v9/model.onnx")
        size = len(model.read_bytes())

        assert size <= MOST_MODEL_BYTES

    def test_nothing_else(self) -> None:
        """Neither tests nor documentation are installed as top-level packages."""
        tops = {f.parts[0] for f in importlib.metadata.files(DISTRIBUTION) or ()}

        assert set() == tops & {"tests", "docs", "examples", "benchmarks", "conftest.py"}
