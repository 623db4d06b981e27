"""Articles as CSV, JSON and readable text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import RecordError
from quotekit.exporters.csv import COLUMNS, write_csv
from quotekit.exporters.json import read_jsonl, write_json, write_jsonl
from quotekit.exporters.pretty import write_pretty
from quotekit.records import (
    Article,
    Attribution,
    Credit,
    Dateline,
    Kind,
    Outlet,
    Spans,
    Speaker,
    SpeakerKind,
    Stance,
    TextSpan,
)
from tests.strategies import articles, without_surrogates

TEXT = (
    "OSLO (NTB) - The bridge is safe, Mayor Ida Holm told Radio Nord.\n"
    '"We were late," Holm did not deny,\n"but not\nby much." '
    "One engineer said Holm had called the work “a\tjoke”. It is feared that it will break."
)


def spans(*pieces: str) -> Spans:
    """Return spans at the first places of some pieces in the text."""
    return Spans.of(TEXT, [(TEXT.index(p), TEXT.index(p) + len(p)) for p in pieces])


def attribution(number: int, kind: Kind, content: Spans, cue: Spans, **more: object) -> Attribution:
    """Return an attribution with only the given fields."""
    fields: dict[str, object] = {
        "quoted": Spans(),
        "cue_lemma": None,
        "source": Spans(),
        "speaker": None,
        "addressee": None,
        "via": (),
        "negated": False,
        "parent": None,
        "confidence": 0.5,
    }
    return Attribution(id=f"a{number}", kind=kind, content=content, cue=cue, **{**fields, **more})  # type: ignore[arg-type]


HOLM = Speaker("s1", "Ida Holm", SpeakerKind.PERSON, ("Mayor",), spans("Mayor Ida Holm", "Holm did"))
ENGINEER = Speaker("s2", None, SpeakerKind.UNNAMED, (), spans("One engineer"))
ARTICLE = Article(
    id="bridge",
    text=TEXT,
    attributions=(
        attribution(
            1,
            Kind.INDIRECT,
            spans("The bridge is safe"),
            spans("told"),
            cue_lemma="tell",
            source=spans("Mayor Ida Holm"),
            speaker=HOLM,
            addressee=spans("Radio Nord")[0],
            via=(Outlet("Radio Nord", spans("Radio Nord")[0]), Outlet("NTB")),
            confidence=0.934,
            speaker_confidence=0.87,
        ),
        attribution(
            2,
            Kind.DIRECT,
            spans('"We were late,"', '"but not\nby much."'),
            spans("did not deny"),
            quoted=spans("We were late,", "but not\nby much."),
            cue_lemma="deny",
            source=Spans.of(TEXT, [(81, 85)]),
            speaker=HOLM,
            negated=True,
            stance=Stance.DENIED,
        ),
        attribution(
            3,
            Kind.MIXED,
            spans("Holm had called the work “a\tjoke”"),
            spans("said"),
            quoted=spans("a\tjoke"),
            cue_lemma="say",
            source=spans("One engineer"),
            speaker=ENGINEER,
        ),
        attribution(
            4,
            Kind.MIXED,
            spans("the work “a\tjoke”"),
            Spans(),
            quoted=spans("a\tjoke"),
            source=Spans.of(TEXT, [(TEXT.index("Holm had"), TEXT.index("Holm had") + 4)]),
            speaker=HOLM,
            parent="a3",
        ),
        attribution(
            5,
            Kind.INDIRECT,
            spans("it will break"),
            spans("It is feared that"),
            cue_lemma="fear",
            stance=Stance.FEARED,
        ),
    ),
    speakers=(HOLM, ENGINEER),
    credits=(Credit("NTB", "wire", 6, 9),),
    dateline=Dateline(None, "OSLO", 0, 4),
)

PRETTY = """\
bridge: 5 attributions, 2 speakers
Dateline: OSLO
Credits: NTB (wire)

Ida Holm (Mayor, person)
  indirect  The bridge is safe
            cue: told · source: Mayor Ida Holm · to: Radio Nord · via: Radio
            Nord, NTB
            at 1:14 (characters 13-31) · confidence 93%, speaker 87% · a1
  direct    "We were late," … "but not by much."
            cue: did not deny · denied · negated · source: Holm
            at 2:1 (characters 65-80, 100-118) · confidence 50% · a2
  mixed     the work “a joke”
            no cue · source: Holm
            at 4:45 (characters 153-170) · confidence 50% · a4 inside a3

One engineer (unnamed)
  mixed     Holm had called the work “a joke”
            cue: said
            at 4:29 (characters 137-170) · confidence 50% · a3

Nobody named
  indirect  it will break
            cue: It is feared that · feared
            at 4:82 (characters 190-203) · confidence 50% · a5
"""


def written(write: Callable[[Iterable[Article], TextIO], None], *some: Article) -> str:
    """Return what a writer writes."""
    stream = io.StringIO()
    write(some, stream)
    return stream.getvalue()


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture(autouse=True)
def fixture_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove settings of width and color from the environment."""
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


class TestWritePretty:
    """write_pretty()."""

    def test_everything(self) -> None:
        """Speakers are in text order, each with all contents, in lines of 80 columns without color."""
        assert PRETTY == written(write_pretty, ARTICLE)

    def test_nothing_found(self) -> None:
        """An article without attributions has one line; articles are separated by a blank line."""
        expected = "a: no attributions\n\n(no id): no attributions\n"

        assert expected == written(write_pretty, Article("a", "So."), Article(None, "So."))

    def test_unresolved_source(self) -> None:
        """Without a resolved speaker, the source stands for the speaker, the same source once."""
        text = "It is late, he said. It is early, He said."
        said = [
            attribution(n, Kind.INDIRECT, Spans.of(text, [(s, e)]), Spans(), source=Spans.of(text, [(e + 2, e + 4)]))
            for n, s, e in ((1, 0, 10), (2, 20, 31))
        ]
        lines = written(write_pretty, Article("a", text, tuple(said))).splitlines()

        assert ["a: 2 attributions, no speakers", "", "he", "  indirect  It is late"] == lines[:4]
        assert 1 == sum(line.casefold() == "he" for line in lines)

    def test_terminal(self) -> None:
        """On a terminal, kinds are colored and quoted words are bold; the text is the same."""
        stream = Terminal()
        write_pretty([ARTICLE], stream)
        plain = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue())

        assert "\x1b[36m  indirect  \x1b[0mThe bridge is safe" in stream.getvalue()
        assert "the work “\x1b[1ma joke\x1b[0m”" in stream.getvalue()
        assert PRETTY.split() == plain.split()

    @pytest.mark.parametrize("width", [32, 60, 200])
    def test_width(self, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
        """Words are wrapped to the width, and none is lost."""
        monkeypatch.setenv("COLUMNS", str(width))
        found = written(write_pretty, ARTICLE)

        assert [] == [line for line in found.splitlines() if line.startswith("  ") and len(line) > width]
        assert PRETTY.split() == found.split()

    def test_wide_characters(self) -> None:
        """A wide character takes two columns."""
        text = "橋" * 60
        article = Article("a", text, (attribution(1, Kind.INDIRECT, Spans.of(text, [(0, 60)]), Spans()),))
        lines = [line for line in written(write_pretty, article).splitlines() if "橋" in line]

        assert [34, 26] == [line.count("橋") for line in lines]

    def test_control_characters(self) -> None:
        """Control characters and direction marks in a text are escaped."""
        text = "\x1b[31mred\x1b]0;title\x07 \u202eback\x9b1m"
        whole = Spans.of(text, [(0, len(text))])
        article = Article(text, text, (attribution(1, Kind.INDIRECT, whole, whole, source=whole),))

        assert set() == set("\x1b\x07\x9b\u202e") & set(written(write_pretty, article))

    def test_markup(self) -> None:
        """Markup and emoji codes are shown literally."""
        text = "[bold]so[/bold] :smile: [/]"
        article = Article(text, text, (attribution(1, Kind.INDIRECT, Spans.of(text, [(0, len(text))]), Spans()),))

        assert 2 == written(write_pretty, article).count(text)

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Any article can be written, with each of its attributions once, and encoded."""
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace", newline="")
        write_pretty([article], stream)
        stream.flush()
        found = written(write_pretty, article)

        assert len(article.attributions) == len(re.findall(r"^            at \d+:\d+ \(", found, re.MULTILINE))


class TestWriteCsv:
    """write_csv()."""

    def test_header(self) -> None:
        """Without attributions, there is only the header."""
        assert ",".join(f'"{name}"' for name in COLUMNS) + "\n" == written(write_csv, Article("a", "So."))

    def test_row(self) -> None:
        """Every column has its value, and missing values are empty."""
        rows = list(csv.DictReader(io.StringIO(written(write_csv, ARTICLE), newline="")))

        assert ["a1", "a2", "a3", "a4", "a5"] == [row["attribution"] for row in rows]
        assert {
            "article": "bridge",
            "attribution": "a1",
            "kind": "indirect",
            "speaker": "Ida Holm",
            "speaker_id": "s1",
            "speaker_kind": "person",
            "titles": "Mayor",
            "speakers": "Ida Holm",
            "speaker_ids": "s1",
            "source": "Mayor Ida Holm",
            "cue": "told",
            "cue_lemma": "tell",
            "content": "The bridge is safe",
            "quoted": "",
            "start": "13",
            "end": "31",
            "content_offsets": "13:31",
            "cue_offsets": "48:52",
            "source_offsets": "33:47",
            "addressee": "Radio Nord",
            "via": "Radio Nord; NTB",
            "negated": "false",
            "stance": "asserted",
            "parent": "",
            "confidence": "0.934",
            "speaker_confidence": "0.87",
            "meta": "",
        } == rows[0]
        assert ("65:80 100:118", "true", "denied", "65", "118") == tuple(
            rows[1][name] for name in ("content_offsets", "negated", "stance", "start", "end")
        )
        assert {""} == {rows[4][name] for name in ("speaker", "speaker_id", "titles", "source", "source_offsets")}

    def test_documented(self) -> None:
        """The table in the module's docstring lists the columns in order."""
        documented = re.findall(
            r"^(\w+(?:, \w+)?) {2,}\S", __import__("sys").modules[write_csv.__module__].__doc__, re.MULTILINE
        )

        assert ["column", *COLUMNS] == ", ".join(documented).split(", ")

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """The contents of any article are written as UTF-8 and read back, lone surrogates as U+FFFD."""
        data = written(write_csv, article).replace("\0", "\ufffd").encode()
        rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
        contents = [a.content.text.replace("\0", "\ufffd") for a in without_surrogates(article).attributions]

        assert contents == [row["content"] for row in rows]


class TestJson:
    """write_json(), write_jsonl() and read_jsonl()."""

    @given(st.lists(articles(), max_size=2))
    def test_round_trip(self, some: list[Article]) -> None:
        """Lines, one per article, and the array can be read back."""
        lines = written(write_jsonl, *some).split("\n")
        array = json.loads(written(write_json, *some))

        assert (some, "") == ([Article.from_json(line) for line in lines[:-1]], lines[-1])
        assert some == list(read_jsonl(lines))
        assert some == [Article.from_dict(data) for data in array]

    def test_wrong_line(self) -> None:
        """Articles before an invalid line are read; the error has the line number, with empty lines counted."""
        read = read_jsonl([ARTICLE.to_json(), "", "{}"])
        first = next(read)
        with pytest.raises(RecordError) as caught:
            next(read)

        assert ARTICLE == first
        assert RecordError("line 3, id", "the field is missing") == caught.value


def test_span_fixture() -> None:
    """The article of these tests can be written and read."""
    assert (TextSpan(81, 85, "Holm"), ARTICLE) == (
        ARTICLE.attributions[1].source[0],
        Article.from_json(ARTICLE.to_json()),
    )
