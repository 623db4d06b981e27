"""Articles as brat standoff: writing and reading."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import RecordError
from quotekit.exporters.brat import from_brat, read_brat, to_brat, write_brat
from quotekit.records import Article, Attribution, Kind, Outlet, Spans, Speaker, SpeakerKind, Stance, TextSpan
from tests.exporters.test_json_csv import ARTICLE
from tests.strategies import articles, texts, without_surrogates

BRIDGE = """\
T1 Content 13 31|The bridge is safe
T2 Cue 48 52|told
T3 Source 33 47|Mayor Ida Holm
T4 Addressee 53 63|Radio Nord
T5 Outlet 53 63|Radio Nord
T6 Content 65 80;100 108;109 118|"We were late," "but not by much."
T7 Cue 86 98|did not deny
T8 Source 81 85|Holm
T9 Quoted 66 79;101 108;109 117|We were late, but not by much.
T10 Content 137 170|Holm had called the work “a\tjoke”
T11 Cue 132 136|said
T12 Source 119 131|One engineer
T13 Quoted 163 169|a\tjoke
T14 Content 153 170|the work “a\tjoke”
T15 Source 137 141|Holm
T16 Content 190 203|it will break
T17 Cue 172 189|It is feared that
T18 Mention 33 47|Mayor Ida Holm
T19 Mention 81 89|Holm did
T20 Mention 119 131|One engineer
T21 Credit 6 9|NTB
T22 Dateline 0 4|OSLO
E1 Content:T1 Cue:T2 Source:T3 Addressee:T4 Via:T5
E2 Content:T6 Cue:T7 Source:T8 Quoted:T9
E3 Content:T10 Cue:T11 Source:T12 Quoted:T13
E4 Content:T14 Source:T15 Quoted:T13 Parent:E3
E5 Content:T16 Cue:T17
A1 Kind E1 indirect
A2 Kind E2 direct
A3 Negated E2
A4 Stance E2 denied
A5 Kind E3 mixed
A6 Kind E4 mixed
A7 Kind E5 indirect
A8 Stance E5 feared
N1 Reference T18 Speaker:s1|Ida Holm
N2 Reference T19 Speaker:s1|Ida Holm
N3 Reference E1 Speaker:s1|Ida Holm
N4 Reference E2 Speaker:s1|Ida Holm
N5 Reference E4 Speaker:s1|Ida Holm
N6 Reference T20 Speaker:s2|
N7 Reference E3 Speaker:s2|
#1 AnnotatorNotes E1|{"id": "a1", "cue_lemma": "tell", "confidence": 0.934, "speaker_confidence": 0.87, \
"via": [{"name": "Radio Nord", "span": "T5"}, {"name": "NTB", "span": null}]}
#2 AnnotatorNotes E2|{"id": "a2", "cue_lemma": "deny", "confidence": 0.5}
#3 AnnotatorNotes E3|{"id": "a3", "cue_lemma": "say", "confidence": 0.5}
#4 AnnotatorNotes E4|{"id": "a4", "confidence": 0.5}
#5 AnnotatorNotes E5|{"id": "a5", "cue_lemma": "fear", "confidence": 0.5}
#6 AnnotatorNotes T18|{"speakers": {"s1": {"id": "s1", "name": "Ida Holm", "kind": "person", "titles": ["Mayor"]}}}
#7 AnnotatorNotes T20|{"speakers": {"s2": {"id": "s2", "name": null, "kind": "unnamed", "titles": []}}}
#8 AnnotatorNotes T21|{"credits": [{"name": "NTB", "role": "wire"}]}
#9 AnnotatorNotes T22|{"date": null, "place": "OSLO"}
"""


def lines(written: str) -> str:
    """Return lines of annotations from a more readable form: a space before the data, and a bar before the words."""
    return re.sub(r"(?m)^(\S+) ([^|\n]*)(\|?)", lambda m: f"{m[1]}\t{m[2]}" + ("\t" if m[3] else ""), written)


def refused(text: str, annotations: str) -> list[str]:
    """Return the lines of annotations that brat would refuse."""
    found, types, offsets = [], {}, {}
    for line in annotations.splitlines():
        line_id, data, *words = line.split("\t", 2)
        if line_id in types:
            found.append(f"{line_id} is there twice")
        types[line_id] = re.split("[ :]", data)[0]
        if line_id.startswith("T"):
            pairs = [tuple(map(int, pair.split(" "))) for pair in data.partition(" ")[2].split(";")]
            offsets[line_id] = pairs
            if words != [" ".join(text[start:end] for start, end in pairs)]:
                found.append(f"{line_id} has other words than the text")
            if any(start >= end for start, end in pairs) or any(p[1] >= q[0] for p, q in pairwise(pairs)):
                found.append(f"the fragments of {line_id} touch")
    for line in annotations.splitlines():
        line_id, data, *_ = line.split("\t", 2)
        named = re.findall(r"[TE]\d+\b", data) if line_id[0] in "EAN#" else []
        found += [f"{line_id} names {other}" for other in named if other not in types]
        if line_id.startswith("E") and types[line_id] != types[named[0]]:
            found.append(f"{line_id} has a trigger of another type")
        triggers = {re.split("[ :]", other.split("\t")[1])[1] for other in annotations.splitlines() if other[0] == "E"}
        if line_id[0] in "AN#" and triggers & set(named):
            found.append(f"{line_id} tells of a trigger")
    return found


def spans_carried(text: str, spans: Spans) -> Spans:
    """Return spans without whitespace around line breaks at their ends, joined where only such space separates them."""
    kept: list[int] = []
    for span in spans:
        for part in re.finditer(r"\s+|\S+", span.text):
            if len(f"x{part[0]}x".splitlines()) == 1 or not part[0].isspace():
                kept += range(span.start + part.start(), span.start + part.end())
    bounds: list[list[int]] = []
    for index in kept:
        between = text[bounds[-1][1] : index] if bounds else "x"
        if between == "" or (between.isspace() and len(f"x{between}x".splitlines()) > 1):
            bounds[-1][1] = index + 1
        else:
            bounds.append([index, index + 1])
    return Spans.of(text, [(start, end) for start, end in bounds])


def with_members(speaker: Speaker, moved: Mapping[str, Speaker], said: AbstractSet[str]) -> Speaker:
    """Return a speaker with the members that have an annotation, if there are several."""
    members = [moved[m.id] for m in speaker.members if m.id in said or moved[m.id].mentions]
    return attrs.evolve(speaker, members=tuple(members) if len(members) > 1 else ())


def carried(article: Article) -> Article:
    """Return the part of an article that brat's standoff can represent."""
    article = without_surrogates(article)

    def one(span: TextSpan | None) -> TextSpan | None:
        return next(iter(spans_carried(article.text, Spans([span] if span else []))), None)

    def each(attribution: Attribution) -> Attribution:
        parts = {
            n: spans_carried(article.text, getattr(attribution, n)) for n in ("content", "quoted", "cue", "source")
        }
        via = tuple(Outlet(outlet.name, one(outlet.span)) for outlet in attribution.via)
        return attrs.evolve(attribution, **parts, addressee=one(attribution.addressee), via=via)

    def speaker(whole: Speaker) -> Speaker:
        return attrs.evolve(whole, mentions=Spans(filter(None, map(one, whole.mentions))))

    def placed(whole: object, start: int, end: int) -> Iterator[object]:
        place = one(TextSpan(start, end, article.text[start:end]))
        if place:
            yield attrs.evolve(whole, start=place.start, end=place.end)  # type: ignore[misc]

    left = sorted((a for a in map(each, article.attributions) if a.content), key=lambda a: a.content[0].start)
    ids = {a.id for a in left}
    moved = {s.id: s for s in map(speaker, article.speakers)}
    said = {a.speaker.id for a in left if a.speaker}
    speakers = {name: with_members(s, moved, said) for name, s in moved.items()}
    left = [
        attrs.evolve(a, parent=a.parent if a.parent in ids else None, speaker=a.speaker and speakers[a.speaker.id])
        for a in left
    ]
    dateline = article.dateline
    return attrs.evolve(
        article,
        attributions=tuple(left),
        speakers=tuple(s for s in speakers.values() if s.mentions or s.id in said),
        credits=tuple(c for credit in article.credits for c in placed(credit, credit.start, credit.end)),
        dateline=next(placed(dateline, dateline.start, dateline.end), None) if dateline else None,
    )


class TestRoundTrip:
    """to_brat() and from_brat()."""

    def test_everything(self) -> None:
        """Every line is as expected, and the whole article is read back."""
        text, annotations = to_brat(ARTICLE)

        assert (ARTICLE.text, lines(BRIDGE)) == (text, annotations)
        assert ARTICLE == from_brat(text, annotations, id="bridge")

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Any article is read back as far as the format can represent it."""
        written = without_surrogates(article)

        assert carried(article) == from_brat(*to_brat(article), id=written.id, meta=written.meta)

    @given(articles())
    def test_brat_accepts(self, article: Article) -> None:
        """Of any article, brat accepts every line."""
        assert [] == refused(*to_brat(article))

    @given(articles(of=texts().map(lambda text: "".join(text.split()))))
    def test_without_breaks(self, article: Article) -> None:
        """In a text without whitespace, only speakers without mentions are lost."""
        said = {a.speaker.id for a in article.attributions if a.speaker}
        given = {s.id: s for s in article.speakers}
        kept = {s.id: with_members(s, given, said) for s in article.speakers if s.mentions or s.id in said}
        attributions = (attrs.evolve(a, speaker=a.speaker and kept[a.speaker.id]) for a in article.attributions)
        whole = attrs.evolve(article, attributions=tuple(attributions), speakers=tuple(kept.values()))

        written = without_surrogates(whole)

        assert written == from_brat(*to_brat(article), id=written.id, meta=written.meta)

    def test_line_breaks(self) -> None:
        """A span is split at line breaks of every kind, and joined again on reading; other whitespace is kept."""
        text = '"One\r\n\r\n two\u2028three \t four" '
        said = attrs.evolve(
            ARTICLE.attributions[4], content=Spans.of(text, [(0, len(text))]), cue=Spans.of(text, [(4, 8)])
        )
        written, annotations = to_brat(Article("a", text, (said,)))

        assert text == written
        assert lines('T1 Content 0 4;9 12;13 27|"One two three \t four" \n') == annotations.splitlines(keepends=True)[0]
        assert [(text, "")] == [(a.content.text, a.cue.text) for a in from_brat(written, annotations).attributions]


class TestByHand:
    """from_brat() on manual annotations."""

    TEXT = "“It\nrained”, Ann Roe of NTB said. She said: “No.”"

    def read(self, written: str) -> Article:
        """Return the annotated article."""
        return from_brat(self.TEXT, lines(written))

    def test_minimal_event(self) -> None:
        """An event with a content is an attribution."""
        article = self.read("T1 Content 0 3;4 11|“It rained”\nE1 Content:T1\n")
        expected = Attribution(
            id="a1",
            kind=Kind.INDIRECT,
            content=Spans.of(self.TEXT, [(0, 11)]),
            quoted=Spans(),
            cue=Spans(),
            cue_lemma=None,
            source=Spans(),
            speaker=None,
            addressee=None,
            via=(),
            negated=False,
            parent=None,
            confidence=1.0,
        )

        assert Article(None, self.TEXT, (expected,)) == article

    def test_parts(self) -> None:
        """Arguments may be numbered, in any order, and before what they refer to."""
        (attribution,) = self.read(
            "E3 Content:T1 Cue2:T4 Cue:T3 Via:T5 Quoted:T2\nA1 Negated E3\nA2 Stance E3 hoped\n"
            "T1 Content 0 3;4 11|“It rained”\nT2 Quoted 1 3;4 10|It rained\n"
            "T3 Cue 28 32|said\nT4 Cue 13 16|Ann\nT5 Outlet 24 27|NTB\n#1 AnnotatorNotes E3|not sure\n"
        ).attributions

        assert ("a3", Kind.DIRECT, True) == (attribution.id, attribution.kind, attribution.negated)
        assert Stance.HOPED is attribution.stance
        assert ("Ann … said", (Outlet("NTB", TextSpan(24, 27, "NTB")),)) == (attribution.cue.text, attribution.via)

    def test_mixed(self) -> None:
        """If only some words are quoted, the kind is mixed."""
        (attribution,) = self.read(
            "T1 Content 0 3;4 11|“It rained”\nT2 Quoted 4 10|rained\nE1 Content:T1 Quoted:T2\n"
        ).attributions

        assert Kind.MIXED is attribution.kind

    def test_speakers(self) -> None:
        """Sources normalized to one speaker are mentions of the speaker, who has the attributions."""
        article = self.read(
            "T1 Content 0 3;4 11|“It rained”\nT2 Source 13 27|Ann Roe of NTB\nT3 Content 44 49|“No.”\n"
            "T4 Source 34 37|She\nE1 Content:T1 Source:T2\nE2 Content:T3 Source:T4\n"
            "N1 Reference T2 Speaker:roe|Ann Roe\nN2 Reference T4 Speaker:roe|Ann Roe\nN3 Reference T4 "
            "Wikidata:Q1|She\n"
        )
        roe = Speaker("roe", "Ann Roe", SpeakerKind.PERSON, (), Spans.of(self.TEXT, [(13, 27), (34, 37)]))

        assert ((roe,), [roe, roe]) == (article.speakers, [a.speaker for a in article.attributions])

    def test_order(self) -> None:
        """Attributions are in text order; a parent is given by its event."""
        article = self.read(
            "T1 Content 44 49|“No.”\nT2 Content 34 49|She said: “No.”\nE1 Content:T1 Parent:E2\nE2 Content:T2\n"
        )

        assert [("a2", None), ("a1", "a2")] == [(a.id, a.parent) for a in article.attributions]

    def test_outlets_changed(self) -> None:
        """Outlets in notes are kept if their span is still an argument, and new arguments are added."""
        (attribution,) = self.read(
            "T1 Content 0 3;4 11|“It rained”\nT2 Outlet 24 27|NTB\nT3 Outlet 13 16|Ann\nE1 Content:T1 Via:T3\n"
            '#1 AnnotatorNotes E1|{"via": [{"name": "NTB News", "span": "T2"}, {"name": "the radio", "span": null}]}\n'
        ).attributions

        assert (Outlet("the radio"), Outlet("Ann", TextSpan(13, 16, "Ann"))) == attribution.via

    def test_head(self) -> None:
        """Credits and dateline are read without notes."""
        article = self.read("T1 Credit 13 20|Ann Roe\nT2 Dateline 24 27|NTB\n")

        assert [("Ann Roe", "byline", 13, 20)] == [attrs.astuple(credit) for credit in article.credits]
        assert (None, "NTB", 24, 27) == attrs.astuple(article.dateline)  # type: ignore[arg-type]

    def test_other_annotations(self) -> None:
        """Unknown annotations are ignored: relations, other types, empty lines, Windows line ends."""
        written = (
            "T1 Person 13 20|Ann Roe\nR1 Knows Arg1:T1 Arg2:T1\n* Equiv T1 T1\nE1 Birth:T1\nA1 Old T1\n\nT2 Cue 28 "
            "32|said\n"
        )

        assert Article(None, self.TEXT) == from_brat(self.TEXT, lines(written).replace("\n", "\r\n"))

    @pytest.mark.parametrize(
        ("written", "where", "problem"),
        [
            (
                "\nT1 Cue 28|said",
                "line 2",
                "an annotation of text must have a type and offsets, such as 'Cue 15 19', got",
            ),
            ("T1 Cue 28 99|said", "line 1", "the article has no text from 28 to 99"),
            ("T1 Cue 28 28|", "line 1", "the article has no text from 28 to 28"),
            ("T1 Cue 28 32|says", "line 1", "its words must be those of the text at 28 32, got 'says' (str)"),
            ("E1 Content", "line 1", "an argument must be a role and an id, such as 'Cue:T2', got 'Content' (str)"),
            ("E1 Content:T1", "E1", "its Content is 'T1', which does not exist"),
            ("T1 Content 28 32|said\nE1 Content:T1 Parent:T1", "E1", "its Parent is 'T1', which does not exist"),
            ("T1 Content 28 32|said\nE1 Content:T1\nA1 Kind E1 loud", "attributions[0].kind", "it must be one of"),
            (
                'T1 Content 28 32|said\nE1 Content:T1\n#1 AnnotatorNotes E1|{"confidence": "high", "via": 5}',
                "attributions[0].confidence",
                "it must be a number, got 'high' (str)",
            ),
            ('T1 Credit 28 32|said\n#1 AnnotatorNotes T1|{"credits": [5]}', "credits[0]", "it must be a dictionary"),
        ],
    )
    def test_wrong(self, written: str, where: str, problem: str) -> None:
        """Invalid annotations raise an error with their place and the problem."""
        with pytest.raises(RecordError) as caught:
            self.read(written)

        assert (where, problem) == (caught.value.where, caught.value.problem[: len(problem)])


class TestFolder:
    """write_brat() and read_brat()."""

    def test_files(self, tmp_path: Path) -> None:
        """Each article has a text file and an annotation file, and the folder a configuration."""
        folder = tmp_path / "out"
        write_brat(iter([ARTICLE, Article("no", "So.\r\n")]), folder)

        assert ["annotation.conf", "bridge.ann", "bridge.txt", "no.ann", "no.txt"] == sorted(
            path.name for path in folder.iterdir()
        )
        assert (b"So.\r\n", b"") == (folder.joinpath("no.txt").read_bytes(), folder.joinpath("no.ann").read_bytes())
        assert [ARTICLE, Article("no", "So.\r\n")] == list(read_brat(folder))

    def test_configuration(self, tmp_path: Path) -> None:
        """The configuration lists every type, role and attribute, and is not overwritten."""
        write_brat([ARTICLE], tmp_path)
        configuration = tmp_path.joinpath("annotation.conf").read_text(encoding="utf-8")
        told = set(re.findall(r"\w+", configuration))
        tmp_path.joinpath("annotation.conf").write_text("mine", encoding="utf-8")
        write_brat([ARTICLE], tmp_path)

        assert set(re.findall(r"(?m)^[TA]\d+ (\w+)|[ ](\w+):", BRIDGE)) <= {("", name) for name in told} | {
            (name, "") for name in told
        } | {("", "Speaker")}
        assert "mine" == tmp_path.joinpath("annotation.conf").read_text(encoding="utf-8")

    def test_same_name(self, tmp_path: Path) -> None:
        """Articles with the same id, or without one, have separate files."""
        some = [Article(name, f"{n}.") for n, name in enumerate(["a", None, "a", None, ""])]
        write_brat(some, tmp_path)
        write_brat(some[:1], tmp_path)

        assert ["a.txt", "a~1.txt", "a~3.txt", "~2.txt", "~4.txt", "~5.txt"] == sorted(
            path.name for path in tmp_path.glob("*.txt")
        )
        assert [("a", "0."), ("a", "0."), ("a", "2."), (None, "1."), (None, "3."), (None, "4.")] == [
            (article.id, article.text) for article in read_brat(tmp_path)
        ]

    @pytest.mark.parametrize(
        ("given_id", "name"),
        [
            ("https://news.example/a?b=ü", "https%3A%2F%2Fnews.example%2Fa%3Fb%3Dü"),
            ("../up", "%2E.%2Fup"),
            ("100%~", "100%25%7E"),
            ("con.1", "%63on.1"),
            (" a. ", "%20a.%20"),
            ("\udcff\0", "%ED%B3%BF%00"),
        ],
    )
    def test_name(self, tmp_path: Path, given_id: str, name: str) -> None:
        """Characters of an id that are unsafe in file names are encoded, and decoded on reading."""
        write_brat([Article(given_id, "So.")], tmp_path)

        assert [f"{name}.txt"] == [path.name for path in tmp_path.glob("*.txt")]
        assert [given_id] == [article.id for article in read_brat(tmp_path)]

    @given(st.lists(articles(), max_size=2), st.lists(st.none() | texts(), min_size=2, max_size=2))
    def test_any_articles(self, some: list[Article], ids: list[str | None]) -> None:
        """Any articles can be written and read, with their ids unless these are too long."""
        short = [attrs.evolve(article, id=name and name[:15]) for article, name in zip(some, ids, strict=False)]
        with tempfile.TemporaryDirectory() as folder:
            write_brat(short, Path(folder))
            found = list(read_brat(Path(folder)))

        assert sorted((attrs.evolve(carried(article), id=article.id or None) for article in short), key=str) == sorted(
            found, key=str
        )

    def test_long_name(self, tmp_path: Path) -> None:
        """A file name that is too long is truncated."""
        write_brat([Article("é" * 300, "So.")], tmp_path)

        assert ["é" * 100] == [article.id for article in read_brat(tmp_path)]

    def test_no_annotations(self, tmp_path: Path) -> None:
        """A text without annotations is an article without attributions."""
        tmp_path.joinpath("a.b.txt").write_text("So.", encoding="utf-8")

        assert [Article("a.b", "So.")] == list(read_brat(tmp_path))

    @pytest.mark.parametrize(
        ("name", "data", "where", "problem"),
        [
            ("a.ann", b"T1\tCue 0 9\tSo.", "a.ann, line 1", "the article has no text from 0 to 9"),
            ("a.ann", b"\xff", "a.ann", "it must be UTF-8, got another byte at 0"),
            ("a.txt", b"S\xe9", "a.txt", "it must be UTF-8, got another byte at 1"),
        ],
        ids=["line", "annotations", "text"],
    )
    def test_wrong_file(self, tmp_path: Path, name: str, data: bytes, where: str, problem: str) -> None:
        """An invalid file raises an error that names it."""
        tmp_path.joinpath("a.txt").write_bytes(b"So.")
        tmp_path.joinpath(name).write_bytes(data)
        with pytest.raises(RecordError) as caught:
            list(read_brat(tmp_path))

        assert RecordError(where, problem) == caught.value

    def test_no_folder(self, tmp_path: Path) -> None:
        """A missing folder raises an error."""
        with pytest.raises(FileNotFoundError):
            list(read_brat(tmp_path / "none"))
