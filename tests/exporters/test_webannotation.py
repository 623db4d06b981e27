"""Articles as web annotations: writing and reading."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import RecordError
from quotekit.exporters import webannotation as exporter
from quotekit.exporters.webannotation import (
    from_web_annotations,
    read_web_annotations,
    to_web_annotations,
    write_web_annotations,
)
from quotekit.records import Article, Spans
from tests.exporters.test_json_csv import ARTICLE, TEXT
from tests.strategies import articles

SOURCE = "ni:///sha-256;g0ntKOdEa6CHK1QCkS0zge9Q5Mmhjs1vgLx3zXJ5oGM"
MOTIVATIONS = {"bookmarking", "classifying", "describing", "identifying", "linking", "tagging"}


def items(article: Article) -> dict[str, dict[str, Any]]:
    """Return the annotations of an article by the ends of their ids."""
    return {item["id"].partition("#")[2]: item for item in to_web_annotations(article)["first"]["items"]}


def span(start: int, end: int, **more: str) -> dict[str, Any]:
    """Return a span of the text of these tests as it is written."""
    around = {"prefix": TEXT[max(0, start - 32) : start], "suffix": TEXT[end : end + 32]}
    selectors = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": TEXT[start:end], **around},
    ]
    return {"type": "SpecificResource", "source": SOURCE, "selector": selectors, **more}


def text(role: str, purpose: str, value: str) -> dict[str, str]:
    """Return a text as it is written."""
    return {"type": "TextualBody", "purpose": purpose, "quotekit:role": role, "value": value}


def nodes(data: object) -> Iterator[dict[str, Any]]:
    """Return all dictionaries in data."""
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(value)


class TestWriting:
    """to_web_annotations()."""

    def test_collection(self) -> None:
        """An article is a collection with one page, named after the article."""
        collection = to_web_annotations(ARTICLE)
        own_id = collection["id"]
        page = collection.pop("first")
        count = len(page.pop("items"))

        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", own_id)
        assert {"type": "AnnotationCollection", "label": "bridge", "total": 10, "last": f"{own_id}#page"} == {
            name: collection[name] for name in ("type", "label", "total", "last")
        }
        assert "http://www.w3.org/ns/anno.jsonld" in collection["@context"]
        assert (10, {"id": f"{own_id}#page", "type": "AnnotationPage", "partOf": own_id, "startIndex": 0}) == (
            count,
            page,
        )

    def test_attribution(self) -> None:
        """The target of an attribution is its content; its bodies are its other fields."""
        collection = to_web_annotations(ARTICLE)
        attribution = items(ARTICLE)["attribution/a1"]
        speaker = {"type": "SpecificResource", "purpose": "identifying", "quotekit:role": "speaker"}

        assert {
            "id": f"{collection['id']}#attribution/a1",
            "type": "Annotation",
            "motivation": "linking",
            "quotekit:role": "attribution",
            "body": [
                text("kind", "classifying", "indirect"),
                {**speaker, "source": f"{collection['id']}#agent/s1"},
                span(48, 52, purpose="linking", **{"quotekit:role": "cue"}),
                span(33, 47, purpose="identifying", **{"quotekit:role": "source"}),
                span(53, 63, purpose="linking", **{"quotekit:role": "addressee"}),
                span(53, 63, purpose="linking", **{"quotekit:role": "via", "name": "Radio Nord"}),
                text("via", "linking", "NTB"),
            ],
            "target": [span(13, 31)],
            "quotekit:cueLemma": "tell",
            "quotekit:negated": False,
            "quotekit:stance": "asserted",
            "quotekit:confidence": 0.934,
            "quotekit:speakerConfidence": 0.87,
        } == attribution

    def test_spans(self) -> None:
        """Each span of a content is a target, each span of another part a body; the parent is referred to."""
        found = items(ARTICLE)
        quoted = [body for body in found["attribution/a2"]["body"] if body["quotekit:role"] == "quoted"]

        assert [span(65, 80), span(100, 118)] == found["attribution/a2"]["target"]
        assert 2 == len(quoted)
        assert found["attribution/a3"]["id"] == found["attribution/a4"]["quotekit:parent"]

    def test_speakers(self) -> None:
        """A speaker is the body of an annotation that targets all mentions; an unnamed one has no name."""
        found = items(ARTICLE)
        base = to_web_annotations(ARTICLE)["id"]

        assert {
            "id": f"{base}#speaker/s1",
            "type": "Annotation",
            "motivation": "identifying",
            "quotekit:role": "speaker",
            "body": {
                "id": f"{base}#agent/s1",
                "type": "Person",
                "name": "Ida Holm",
                "quotekit:kind": "person",
                "quotekit:titles": ["Mayor"],
            },
            "target": [span(33, 47), span(81, 89)],
        } == found["speaker/s1"]
        assert {"type": "foaf:Agent", "quotekit:kind": "unnamed", "quotekit:titles": []} == {
            name: value for name, value in found["speaker/s2"]["body"].items() if name != "id"
        }

    def test_head(self) -> None:
        """Credits and dateline are annotations of their spans."""
        found = items(ARTICLE)

        assert ([text("name", "describing", "NTB"), text("role", "tagging", "wire")], [span(6, 9)]) == (
            found["credit/1"]["body"],
            found["credit/1"]["target"],
        )
        assert ([text("place", "tagging", "OSLO")], [span(0, 4)]) == (
            found["dateline/1"]["body"],
            found["dateline/1"]["target"],
        )
        assert {"id": SOURCE, "type": "TextualBody", "format": "text/plain", "value": TEXT} == found["article/1"][
            "target"
        ]

    @pytest.mark.parametrize(
        ("given_id", "is_source"),
        [
            ("https://news.example/a?b=1#c", True),
            ("http://news.example/ü", True),
            ("https://news.example/a b", False),
            ("news.example/a", False),
            ("", False),
            (None, False),
        ],
    )
    def test_source(self, given_id: str | None, is_source: bool) -> None:  # noqa: FBT001
        """The source is the article's URL if it has one, and otherwise the digest of its text; the id is read back."""
        article = attrs.evolve(ARTICLE, id=given_id)
        collection = to_web_annotations(article)

        assert (given_id if is_source else SOURCE) == collection["first"]["items"][0]["target"]["id"]
        assert article == from_web_annotations(collection)

    def test_ids(self) -> None:
        """The same article has the same ids, and different articles have different ones."""
        other = attrs.evolve(ARTICLE, attributions=ARTICLE.attributions[:1])

        assert to_web_annotations(ARTICLE) == to_web_annotations(ARTICLE)
        assert to_web_annotations(ARTICLE)["id"] != to_web_annotations(other)["id"]

    def test_code_points(self) -> None:
        """Positions count code points."""
        words = "🌉 e\u0301 said"
        said = attrs.evolve(ARTICLE.attributions[4], content=Spans.of(words, [(2, 4)]), cue=Spans.of(words, [(5, 9)]))
        (target,) = items(Article("a", words, (said,)))["attribution/a5"]["target"]

        assert [
            {"type": "TextPositionSelector", "start": 2, "end": 4},
            {"type": "TextQuoteSelector", "exact": "e\u0301", "prefix": "🌉 ", "suffix": " said"},
        ] == target["selector"]

    @given(articles())
    def test_standard(self, article: Article) -> None:
        """Each annotation of any article conforms to the standard."""
        found = to_web_annotations(article)["first"]["items"]
        ids = [item["id"] for item in found]

        assert sorted(set(ids)) == sorted(ids)
        assert {True} == {item["type"] == "Annotation" and bool(item["target"]) for item in found}
        assert {item["motivation"] for item in found} <= MOTIVATIONS
        for node in nodes(found):
            assert node.get("purpose", "linking") in MOTIVATIONS
            assert node.get("type") != "SpecificResource" or isinstance(node["source"], str)
            assert node.get("type") != "TextualBody" or isinstance(node["value"], str)
        for target in (target for item in found if isinstance(item["target"], list) for target in item["target"]):
            position, words = target["selector"]
            around = words["prefix"] + words["exact"] + words["suffix"]

            assert article.text[position["start"] : position["end"]] == words["exact"]
            assert around in article.text

    def test_documented(self) -> None:
        """The table in the module's docstring lists every role of annotations and bodies."""
        found = items(ARTICLE).values()
        documented = re.findall(r"``(\w+)``", (exporter.__doc__ or "").split("A span is")[0])
        roles = {item["quotekit:role"] for item in found}
        bodies = {b["quotekit:role"] for item in found if isinstance(item.get("body"), list) for b in item["body"]}

        assert roles | bodies | {"date"} == set(documented)


class TestReading:
    """from_web_annotations()."""

    @given(articles())
    def test_round_trip(self, article: Article) -> None:
        """Any article is read back equal."""
        assert article == from_web_annotations(to_web_annotations(article))

    def test_everything(self) -> None:
        """An article with all fields is read back equal, even without contents and mentions."""
        bare = attrs.evolve(
            ARTICLE,
            attributions=tuple(
                attrs.evolve(a, content=Spans(), quoted=Spans(), speaker=None, speaker_confidence=None)
                for a in ARTICLE.attributions
            ),
            speakers=tuple(attrs.evolve(s, mentions=Spans()) for s in ARTICLE.speakers),
            dateline=attrs.evolve(ARTICLE.dateline, place=None),
        )

        assert [ARTICLE, bare] == [from_web_annotations(to_web_annotations(a)) for a in (ARTICLE, bare)]

    def test_other_annotations(self) -> None:
        """Annotations and bodies of other producers are ignored."""
        collection = to_web_annotations(ARTICLE)
        collection["first"]["items"].append({"type": "Annotation", "target": SOURCE})
        collection["first"]["items"][1]["body"] += ["https://other.example/", {"type": "TextualBody", "value": "so"}]

        assert ARTICLE == from_web_annotations(collection)

    def test_single_values(self) -> None:
        """A list of one item may be replaced by the item, as other programs do."""
        collection = json.loads(json.dumps(to_web_annotations(ARTICLE)), object_hook=single)

        assert ARTICLE == from_web_annotations(collection)

    @pytest.mark.parametrize(
        ("change", "where", "problem"),
        [
            (lambda c: c.clear(), "first", "the field is missing"),
            (lambda c: c["first"]["items"].clear(), "first.items", "there must be an annotation of the role 'article'"),
            (lambda c: c["first"]["items"].append(5), "first.items[10]", "it must be a dictionary, got 5 (int)"),
            (lambda c: item(c, 0)["target"].pop("value"), "first.items[0].target.value", "the field is missing"),
            (lambda c: item(c, 1).pop("id"), "first.items[1].id", "the field is missing"),
            (lambda c: item(c, 1).update(id=5), "first.items[1].id", "it must be a string, got 5 (int)"),
            (
                lambda c: item(c, 1)["target"][0]["selector"].pop(),
                "first.items[1].target[0].selector",
                "there must be a TextQuoteSelector",
            ),
            (
                lambda c: item(c, 1)["target"][0]["selector"][0].update(start=14, end=32),
                "attributions[0].content[0]",
                "its text is not the article's text from 14 to 32",
            ),
            (
                lambda c: item(c, 1)["body"].pop(0),
                "attributions[0].kind",
                "it must be one of 'direct', 'indirect', 'mixed'",
            ),
            (lambda c: item(c, 1)["body"][1].pop("source"), "first.items[1].body[1].source", "the field is missing"),
            (lambda c: c.update(label=5), "id", "it must be a string, got 5 (int)"),
        ],
    )
    def test_wrong(self, change: Callable[[Any], object], where: str, problem: str) -> None:
        """An invalid collection raises an error with the place and the problem."""
        collection = to_web_annotations(ARTICLE)
        change(collection)
        with pytest.raises(RecordError) as caught:
            from_web_annotations(collection)

        assert (where, problem) == (caught.value.where, caught.value.problem[: len(problem)])

    @pytest.mark.parametrize("data", [None, 5, "so", [], True])
    def test_no_collection(self, data: Any) -> None:
        """A value that is not a collection raises an error of quotekit."""
        with pytest.raises(RecordError):
            from_web_annotations(data)


def item(collection: dict[str, Any], number: int) -> dict[str, Any]:
    """Return one annotation of a collection."""
    found: dict[str, Any] = collection["first"]["items"][number]
    return found


def single(node: dict[str, Any]) -> dict[str, Any]:
    """Return a dictionary in which lists of one item, except titles, are replaced by the item."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 and name != "quotekit:titles" else value
        for name, value in node.items()
    }


class TestLines:
    """write_web_annotations() and read_web_annotations()."""

    @given(st.lists(articles(), max_size=2))
    def test_round_trip(self, some: list[Article]) -> None:
        """Each article is one line, and is read back."""
        stream = io.StringIO()
        write_web_annotations(iter(some), stream)
        lines = stream.getvalue().splitlines()

        assert some == list(read_web_annotations([*lines, ""]))
        assert len(some) == len(lines)

    @pytest.mark.parametrize(
        ("line", "where"),
        [("{", "line 2"), ("[]", "line 2"), ('{"first": 5}', "line 2, first"), ("9" * 5000, "line 2")],
    )
    def test_wrong_line(self, line: str, where: str) -> None:
        """An invalid line raises an error with its number."""
        with pytest.raises(RecordError) as caught:
            list(read_web_annotations(["", line]))

        assert where == caught.value.where
