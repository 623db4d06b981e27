"""Arguments of wrong types: an error of ours, before any work, that names the argument."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import quotekit
from quotekit import Article, Extractor, Spans, TextSpan
from quotekit.corpus import Columns, Sources, read_corpus
from quotekit.errors import InputError, RecordError, SettingError
from quotekit.evaluation import evaluate, judge, read_annotated
from quotekit.exporters import arrow, brat, csv, duckdb, formats, html, json, pandas, pretty, sqlite, statistics
from quotekit.exporters import webannotation as web
from quotekit.graph import chains, read_graph, to_graph, to_networkx, write_chains, write_graph
from quotekit.matching import cluster, printed_in
from quotekit.matching import tables as matching_tables
from quotekit.matching import write as matching
from quotekit.matching.rows import to_rows
from quotekit.records import Credit, Dateline, Speaker, SpeakerKind
from quotekit.report import find_inputs, read_aliases, read_articles, summarize, summarize_sources, write_report
from quotekit.text import clean_markup, pair_marks
from quotekit.textacy import from_corpus
from quotekit.verify import verify, verify_article
from quotekit.verify import write as verifying

# What articles are read from, and what is of no use at all; below, also a single article.
NO_ARTICLES: tuple[Any, ...] = (
    None,
    5,
    "said.jsonl",
    b"x",
    {"id": "a"},
    [{"id": "a"}],
    [None],
    Article("a", "It rained."),
)
NO_ARTICLE: tuple[Any, ...] = (None, 5, "It rained.", {"id": "a"}, [])
NO_STREAM: tuple[Any, ...] = (None, 5, "said.csv", Path("said.csv"), io.BytesIO())
NO_PATH: tuple[Any, ...] = (None, 5, b"said", [])
ARTICLE = Article("a", "It rained.")

TO_STREAM = (
    csv.write_csv,
    html.write_html,
    json.write_json,
    json.write_jsonl,
    pretty.write_pretty,
    web.write_web_annotations,
    write_chains,
    write_graph,
    write_report,
)
TO_PATH = (arrow.write_parquet, brat.write_brat, duckdb.write_duckdb, html.write_html_folder, sqlite.write_sqlite)
OF_ARTICLES = (
    arrow.to_table,
    pandas.mentions_frame,
    pandas.speakers_frame,
    pandas.statistics_frame,
    pandas.to_frame,
    summarize,
    summarize_sources,
    to_graph,
    to_networkx,
    lambda articles: list(cluster(articles)),
)
OF_ARTICLE = (
    brat.to_brat,
    chains,
    html.to_fragment,
    html.to_page,
    statistics.statistics_of,
    web.to_web_annotations,
    lambda article: list(printed_in(article)),
    lambda article: verify_article(article, {}),
)


class TestArticles:
    """What writes or counts articles."""

    @pytest.mark.parametrize("write", TO_STREAM)
    def test_to_a_stream(self, write: Callable[..., None]) -> None:
        """Whatever is no iterable of articles is refused."""
        for wrong in (*NO_ARTICLES, ARTICLE):
            with pytest.raises(InputError, match=r"^'articles"):
                write(wrong, io.StringIO())

    @pytest.mark.parametrize("write", TO_STREAM)
    def test_to_no_stream(self, write: Callable[..., None]) -> None:
        """A path, bytes and the like are no stream of text."""
        for wrong in NO_STREAM:
            with pytest.raises(InputError, match=r"^'stream'"):
                write([ARTICLE], wrong)

    @pytest.mark.parametrize("write", TO_PATH)
    def test_to_a_path(self, tmp_path: Path, write: Callable[..., None]) -> None:
        """Whatever is no iterable of articles is refused."""
        for number, wrong in enumerate((*NO_ARTICLES, ARTICLE)):
            with pytest.raises(InputError, match=r"^'articles"):
                write(wrong, tmp_path / str(number))

    @pytest.mark.parametrize("write", TO_PATH)
    def test_to_no_path(self, write: Callable[..., None]) -> None:
        """What is neither a string nor a path is refused."""
        for wrong in NO_PATH:
            with pytest.raises(InputError, match=r"^'(path|folder|file)'"):
                write([ARTICLE], wrong)

    @pytest.mark.parametrize("function", OF_ARTICLES)
    def test_articles(self, function: Callable[[Any], object]) -> None:
        """Whatever is no iterable of articles is refused."""
        for wrong in (*NO_ARTICLES, ARTICLE):
            with pytest.raises(InputError, match=r"^'articles"):
                function(wrong)

    @pytest.mark.parametrize("function", OF_ARTICLE)
    def test_article(self, function: Callable[[Any], object]) -> None:
        """Whatever is no article is refused."""
        for wrong in NO_ARTICLE:
            with pytest.raises(InputError, match=r"^'article'"):
                function(wrong)


class TestOthers:
    """All other arguments."""

    @pytest.mark.parametrize(
        ("argument", "call"),
        [
            ("text", lambda: clean_markup(b"x")),  # type: ignore[arg-type]
            ("text", lambda: pair_marks(None)),  # type: ignore[arg-type]
            ("text", lambda: brat.from_brat(b"x", "")),  # type: ignore[arg-type]
            ("annotations", lambda: brat.from_brat("x", None)),  # type: ignore[arg-type]
            ("folder", lambda: list(brat.read_brat(None))),  # type: ignore[arg-type]
            ("path", lambda: list(sqlite.read_sqlite(None))),  # type: ignore[arg-type]
            ("path", lambda: list(duckdb.read_duckdb(b"x"))),  # type: ignore[arg-type]
            ("file", lambda: list(arrow.read_parquet(5))),  # type: ignore[arg-type]
            ("batches[0]", lambda: list(arrow.from_batches([{}]))),
            ("lines", lambda: list(json.read_jsonl("said.jsonl"))),
            ("line", lambda: list(json.read_jsonl([b"{}"]))),  # type: ignore[list-item]
            ("lines", lambda: list(web.read_web_annotations("said.jsonl"))),
            ("stream", lambda: read_graph("said.jsonld")),  # type: ignore[arg-type]
            ("form", lambda: formats.writer("csv")),  # type: ignore[arg-type]
            ("path", lambda: formats.format_of(None)),  # type: ignore[arg-type]
            ("statements", lambda: list(to_rows(5))),  # type: ignore[arg-type]
            ("statements[0]", lambda: matching.write_csv([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("statements[0]", lambda: matching.write_html([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("statements[0]", lambda: matching.write_jsonl([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("statements[0]", lambda: matching.write_text([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("stream", lambda: matching.write_text([], "said.txt")),  # type: ignore[arg-type]
            ("file", lambda: matching_tables.write_parquet([], None)),  # type: ignore[arg-type]
            ("checked", lambda: verifying.write_html(5, io.StringIO())),  # type: ignore[arg-type]
            ("checked[0]", lambda: verifying.write_jsonl([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("checked[0]", lambda: verifying.write_text([ARTICLE], io.StringIO())),  # type: ignore[list-item]
            ("quotation", lambda: verify(None, "It rained.")),  # type: ignore[arg-type]
            ("texts", lambda: verify("It rained.", 5)),  # type: ignore[arg-type]
            ("texts", lambda: verify("It rained.", {"a": b"x"})),  # type: ignore[dict-item]
            ("gold", lambda: evaluate(5, [])),  # type: ignore[arg-type]
            ("predicted", lambda: evaluate([], "said.jsonl")),
            ("gold", lambda: judge(ARTICLE, ARTICLE)),  # type: ignore[arg-type]
            ("path", lambda: read_annotated(None)),  # type: ignore[arg-type]
            ("paths", lambda: find_inputs("news")),
            ("path", lambda: list(read_articles(None))),  # type: ignore[arg-type]
            ("path", lambda: read_aliases(5)),  # type: ignore[arg-type]
            ("names", lambda: Sources("news")),
            ("names[0]", lambda: Sources([5])),  # type: ignore[list-item]
            ("sources", lambda: list(read_corpus("news"))),
            ("source", lambda: list(read_corpus(["news"]))),  # type: ignore[list-item]
            ("text", lambda: Columns(5)),  # type: ignore[arg-type]
            ("id", lambda: Columns("text", 5)),  # type: ignore[arg-type]
            ("corpus[0]", lambda: list(from_corpus(["x"]))),  # type: ignore[list-item]
            ("text", lambda: Extractor().pipe_records([], text=["text"])),  # type: ignore[arg-type]
            ("id", lambda: Extractor().pipe_records([], id=None)),  # type: ignore[arg-type]
        ],
    )
    def test_argument(self, argument: str, call: Callable[[], object]) -> None:
        """The error names the argument."""
        with pytest.raises(InputError) as caught:
            call()

        assert argument == caught.value.argument

    @pytest.mark.parametrize(
        ("setting", "call"),
        [
            ("batch_size", lambda: list(arrow.to_batches([], batch_size=0))),
            ("min_outlets", lambda: list(cluster([], min_outlets=0))),
        ],
    )
    def test_setting(self, setting: str, call: Callable[[], object]) -> None:
        """A number that is out of range is refused."""
        with pytest.raises(SettingError) as caught:
            call()

        assert setting == caught.value.setting

    @pytest.mark.parametrize(
        ("where", "call"),
        [
            ("attributions", lambda: Article("a", "x", [])),  # type: ignore[arg-type]
            ("attributions[0]", lambda: Article("a", "x", (5,))),  # type: ignore[arg-type]
            ("speakers[0]", lambda: Article("a", "x", speakers=("Ida",))),  # type: ignore[arg-type]
            ("credits[0]", lambda: Article("a", "x", credits=(None,))),  # type: ignore[arg-type]
            ("dateline", lambda: Article("a", "x", dateline="Oslo")),  # type: ignore[arg-type]
            ("end", lambda: TextSpan(0, True, "x")),  # noqa: FBT003
            ("[0]", lambda: Spans(5)),  # type: ignore[arg-type]
            ("[1]", lambda: Spans([TextSpan(0, 1, "x"), "y"])),  # type: ignore[list-item]
            ("", lambda: Spans.of(5, [(0, 1)])),  # type: ignore[arg-type]
            ("", lambda: Spans.of("x", [0, 1])),  # type: ignore[list-item]
            ("", lambda: Spans.of("x", [(0, 9)])),
            ("titles[0]", lambda: Speaker("s1", "Ida Holm", SpeakerKind.PERSON, (5,))),  # type: ignore[arg-type]
            ("members[0]", lambda: Speaker("s1", None, SpeakerKind.GROUP, members=("a", "b"))),  # type: ignore[arg-type]
            ("start", lambda: Credit("AP", "wire", "0", 2)),  # type: ignore[arg-type]
            ("place", lambda: Dateline(None, 5, 0, 2)),  # type: ignore[arg-type]
        ],
    )
    def test_record(self, where: str, call: Callable[[], object]) -> None:
        """A record refuses a value of the wrong type when it is made."""
        with pytest.raises(RecordError) as caught:
            call()

        assert where == caught.value.where


class TestLanguage:
    """Docs of pipelines for other languages."""

    def test_warns_once(self) -> None:
        """A Doc that is not English is read, with one warning for each language."""
        import spacy

        from quotekit.doc_reader import _warn_of
        from quotekit.errors import QuotekitWarning

        _warn_of.cache_clear()
        nlp = spacy.blank("de")
        with pytest.warns(QuotekitWarning, match="'de'") as caught:
            found = [quotekit.extract(nlp("Es regnet.")), *Extractor(nlp).pipe(["Es regnet.", "Es schneit."])]

        assert (1, 3) == (len(caught), len(found))

    @pytest.mark.parametrize("language", ["en", "xx"])
    def test_no_warning(self, language: str) -> None:
        """English, and pipelines for several languages, have no warning."""
        import spacy

        assert () == quotekit.extract(spacy.blank(language)("It rained.")).attributions


WITHOUT = """
import importlib, sys
from quotekit.errors import MissingExtraError
module, call, package, _ = sys.argv[1:]
sys.modules[package] = None
try:
    eval(call, vars(importlib.import_module(module)))
except MissingExtraError as error:
    print(error)
"""
NEED = [
    ("quotekit.arrow", "None", "pyarrow", "arrow"),
    ("quotekit.corpus.parquet_files", "None", "pyarrow", "arrow"),
    ("quotekit.corpus.zstd", "None", "zstandard", "zstd"),
    ("quotekit.exporters.arrow", "None", "pyarrow", "arrow"),
    ("quotekit.exporters.duckdb", "None", "duckdb", "duckdb"),
    ("quotekit.exporters.pandas", "None", "pandas", "pandas"),
    ("quotekit.graph", "to_networkx([])", "networkx", "graph"),
    ("quotekit.matching", "list(cluster([]))", "rensa", "matching"),
    ("quotekit.matching.tables", "None", "pyarrow", "arrow"),
    ("quotekit.pandas", "None", "pandas", "pandas"),
    ("quotekit.polars", "None", "polars", "polars"),
    ("quotekit.ray", "None", "pyarrow", "ray"),
    ("quotekit.ray", "None", "ray", "ray"),
    ("quotekit.report", "require_matplotlib()", "matplotlib", "report"),
    ("quotekit.spark", "None", "pyarrow", "spark"),
    ("quotekit.spark", "None", "pyspark", "spark"),
]


@pytest.mark.parametrize("need", NEED, ids=" ".join)
def test_missing_extras(need: tuple[str, str, str, str]) -> None:
    """Where an extra is not installed, the error has the line that installs it."""
    *_, package, extra = need
    done = subprocess.run([sys.executable, "-c", WITHOUT, *need], check=True, capture_output=True, text=True)

    assert f"{package!r} is not installed: run pip install 'quotekit-nlp[{extra}]'\n" == done.stdout
