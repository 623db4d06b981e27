"""Novels as training data: spans linked to attributions, cue and source separated, narration ignored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.novels import link_spans, read_pdnc, read_riqua


def places(text: str, parts: list[str]) -> list[tuple[int, int]]:
    """Find each string after the previous one."""
    found, at = [], 0
    for part in parts:
        start = text.index(part, at)
        found.append((start, start + len(part)))
        at = start + len(part)
    return found


def printed(text: str, annotation: Annotation) -> tuple[list[str], list[str], list[str]]:
    """Return content, cue and source of an annotation as strings."""
    content, cue, source = (
        [text[s:e] for s, e in role] for role in (annotation.content, annotation.cue, annotation.source)
    )
    return content, cue, source


LINKED = [
    pytest.param(
        "“Come,” said Ruth.", ["“Come,”"], ["said"], ["Ruth"], [(["“Come,”"], ["said"], ["Ruth"])], id="after"
    ),
    pytest.param(
        "Ruth said: “Come.”", ["“Come.”"], ["said"], ["Ruth"], [(["“Come.”"], ["said"], ["Ruth"])], id="before"
    ),
    pytest.param(
        "“Come,” said Ruth, rising, “at once.”",
        ["“Come,”", "“at once.”"],
        ["said"],
        ["Ruth"],
        [(["“Come,”", "“at once.”"], ["said"], ["Ruth"])],
        id="around",
    ),
    pytest.param(
        "“Come,” said Ruth. “No,” cried Otto.",
        ["“Come,”", "“No,”"],
        ["said", "cried"],
        ["Ruth", "Otto"],
        [(["“Come,”"], ["said"], ["Ruth"]), (["“No,”"], ["cried"], ["Otto"])],
        id="another cue follows",
    ),
    pytest.param(
        "“Come,” said Ruth. “Why?” “Later.”",
        ["“Come,”", "“Why?”", "“Later.”"],
        ["said"],
        ["Ruth"],
        [(["“Come,”", "“Why?”"], ["said"], ["Ruth"]), (["“Later.”"], [], [])],
        id="uncued turns",
    ),
]


class TestLinkSpans:
    """link_spans()."""

    @pytest.mark.parametrize(("text", "content", "cue", "source", "expected"), LINKED)
    def test_links_neighbours(
        self,
        text: str,
        content: list[str],
        cue: list[str],
        source: list[str],
        expected: list[tuple[list[str], list[str], list[str]]],
    ) -> None:
        """A cue takes its source and the quotations next to it; an uncued quotation is separate."""
        found = link_spans(text, places(text, content), places(text, cue), places(text, source))

        assert expected == [printed(text, annotation) for annotation in found]

    def test_needs_no_source(self) -> None:
        """A cue without a source in reach still takes its quotation."""
        text = f"“Come,” answered somebody far away{' and far away' * 8}, as Ruth knew."

        (found,) = link_spans(text, places(text, ["“Come,”"]), places(text, ["answered"]), places(text, ["Ruth"]))

        assert (["“Come,”"], ["answered"], []) == printed(text, found)

    @pytest.mark.parametrize(
        ("text", "content", "cue", "expected"),
        [
            ("Ruth, who had waited for an hour at the gate, said, “Come.”", ["“Come.”"], ["said"], ["Ruth"]),
            ("Ruth looked grave. “Come.”", ["“Come.”"], [], ["Ruth"]),
            ("“Come.” Ruth looked grave.", ["“Come.”"], [], ["Ruth"]),
            (f"Ruth looked grave{' and cold' * 30}. “Come.”", ["“Come.”"], [], None),
        ],
        ids=["far from its cue", "before", "after", "out of reach"],
    )
    def test_finds_sources(self, text: str, content: list[str], cue: list[str], expected: list[str] | None) -> None:
        """A source may be far from its cue; a source without a cue belongs to the quotation near it."""
        (found,) = link_spans(text, places(text, content), places(text, cue), places(text, ["Ruth"]))

        assert (content, cue, expected or []) == printed(text, found)

    def test_takes_a_source_once(self) -> None:
        """A source between two uncued quotations belongs to one of them, and to none beyond another quotation."""
        text = "“Come.” Ruth looked grave. “Now.” “No.”"

        found = link_spans(text, places(text, ["“Come.”", "“Now.”", "“No.”"]), [], places(text, ["Ruth"]))

        assert [["Ruth"], [], []] == [printed(text, a)[2] for a in found]


class TestReadRiqua:
    """read_riqua()."""

    def test_joins_neighbours(self, tmp_path: Path) -> None:
        """Passages of one book become one article; the narration is ignored."""
        text = "It was late. “Come,” said Ruth."
        spans = {
            "content": places(text, ["“Come,”"]),
            "cue": places(text, ["said"]),
            "source": places(text, ["Ruth"]),
        }
        empty: dict[str, list[object]] = {"content": [], "cue": [], "source": []}
        rows = [
            {"id": "0:mill", "text": text, "spans": spans},
            {"id": "1:mill", "text": "Nobody came.", "spans": empty},
            {"id": "2:weir", "text": text, "spans": spans},
        ]
        path = tmp_path / "riqua.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

        mill, weir = read_riqua(path)

        assert (f"{text}\n\nNobody came.", text) == (mill.text, weir.text)
        assert mill.attributions == weir.attributions == (Annotation(((13, 20),), ((21, 25),), ((26, 30),)),)
        assert ["It was late. ", " ", " ", "."] == [weir.text[s:e] for s, e in weir.ignore]


def read_mill(folder: Path, phrase: str) -> list[AnnotatedArticle]:
    """Read a novel with one quotation and this referring expression."""
    text = f'The river\nrose.\n\n"Come,\nquick," {phrase}.\n\n'
    start, at = text.index("Come"), text.index(phrase)
    row = {"content": [[start, start + 12]], "referring_expression": [at, at + len(phrase)]}
    path = folder / "pdnc.jsonl"
    path.write_text(json.dumps({"id": "Mill", "text": text, "attributions": [row]}) + "\n", encoding="utf-8")
    return read_pdnc(path)


class TestReadPdnc:
    """read_pdnc()."""

    def test_separates_cue_and_source(self, tmp_path: Path) -> None:
        """Referring expressions are split at their verb, quotation marks are included, lines are unwrapped."""
        (passage,) = read_mill(tmp_path, "the old miller\nwhispered")

        assert passage.text.startswith('The river rose.\n\n"Come, quick," ')
        assert (['"Come, quick,"'], ["whispered"], ["the old miller"]) == printed(passage.text, passage.attributions[0])

    def test_leaves_out_unclear_quotations(self, tmp_path: Path) -> None:
        """A quotation whose cue and source cannot be separated is left out."""
        assert [] == read_mill(tmp_path, "Ruth in a low voice")

    def test_leaves_novels_out(self, tmp_path: Path) -> None:
        """Held-out novels are left out."""
        path = tmp_path / "pdnc.jsonl"
        row = {"content": [[1, 5]], "referring_expression": None}
        novels = [{"id": name, "text": '"Come."\n\n', "attributions": [row]} for name in ("Mill", "Weir")]
        path.write_text("".join(json.dumps(novel) + "\n" for novel in novels), encoding="utf-8")

        assert ["Weir:0"] == [passage.id for passage in read_pdnc(path, without=["Mill"])]

    def test_cuts_at_blank_lines(self, tmp_path: Path) -> None:
        """Passages consist of whole paragraphs and whole quotations."""
        paragraph = '"' + "Come along now. " * 60 + '"'
        text = "\n\n".join([paragraph] * 9)
        starts = [i * (len(paragraph) + 2) for i in range(9)]
        rows = [{"content": [[s + 1, s + len(paragraph) - 1]], "referring_expression": None} for s in starts]
        path = tmp_path / "pdnc.jsonl"
        path.write_text(json.dumps({"id": "Mill", "text": text, "attributions": rows}) + "\n", encoding="utf-8")

        found: list[AnnotatedArticle] = read_pdnc(path)

        assert [paragraph] * 9 == [p.text[s:e] for p in found for a in p.attributions for s, e in a.content]
        assert len(found) > 1
