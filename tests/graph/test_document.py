"""Graphs: their nodes, their vocabularies, and the way back."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
import rdflib
from hypothesis import given, settings
from pyshacl import validate
from rdflib.namespace import PROV, RDF

from quotekit.errors import RecordError
from quotekit.graph import from_graph, read_graph, to_graph, write_graph
from quotekit.graph.iris import article_iri
from quotekit.records import Article, Attribution, Credit, Kind, Outlet, Spans, Speaker, SpeakerKind, TextSpan
from tests.exporters.test_json_csv import ARTICLE
from tests.strategies import articles, texts, without_surrogates

SHAPES = Path(__file__).parent / "shapes.ttl"
SCHEMA = rdflib.Namespace("https://schema.org/")
QUOTEKIT = "urn:quotekit:"

TEXT = "Kyodo said Holm told reporters it was late, a report found."


def spans(words: str) -> Spans:
    """Return the span of some words."""
    start = TEXT.index(words)
    return Spans.of(TEXT, [(start, start + len(words))])


HOLM = Speaker("s1", "Holm", SpeakerKind.PERSON, ("Mayor",), spans("Holm"))
KYODO = Speaker("s2", "Kyodo", SpeakerKind.ORGANIZATION)
REPORT = Speaker("s3", "the report", SpeakerKind.DOCUMENT)


def said(number: int, speaker: Speaker, content: str, **more: Any) -> Attribution:
    """Return an attribution."""
    fields: dict[str, Any] = {"addressee": None, "via": (), "parent": None}
    return Attribution(
        id=f"a{number}",
        kind=Kind.INDIRECT,
        content=spans(content),
        quoted=Spans(),
        cue=Spans(),
        cue_lemma=None,
        source=Spans(),
        speaker=speaker,
        negated=False,
        confidence=0.5,
        **{**fields, **more},
    )


NESTED = Article(
    "https://news.example/dam",
    TEXT,
    (
        said(1, KYODO, "Holm told reporters it was late", via=(Outlet("The Times"),)),
        said(
            2,
            HOLM,
            "it was late",
            parent="a1",
            addressee=TextSpan(21, 30, "reporters"),
            via=(Outlet("Radio Nord"), Outlet("CNN"), Outlet("the times")),
        ),
        said(3, REPORT, "late"),
    ),
    (HOLM, KYODO, REPORT),
    (Credit("Ana Lopes", "byline", 0, 5), Credit("NTB", "wire", 0, 5), Credit("Bo", "photo", 0, 5)),
)
META = {
    "outlet": "The Reef Times",
    "date": "2024-05-03T09:30Z",
    "url": "https://reef.example/dam",
    "title": "It was late",
    "author": ["Ana Lopes", "Ida Berg"],
    "section": "Local",
}
PUBLISHED = attrs.evolve(NESTED, meta=META)
BASE = "https://news.example/dam#"


def node(name: str, article: Article = NESTED) -> dict[str, Any]:
    """Return a node of the nested article by its IRI."""
    found: dict[str, Any] = next(node for node in to_graph([article])["@graph"] if node["@id"] == name)
    return found


PUBLISHED_NAMES = {"url", "headline", "datePublished", "publisher", "author", "wasAttributedTo"}


def _split(made: dict[str, Any]) -> list[tuple[str, str, Any]]:
    """Return the prefix, the name and the value of each property of a node."""
    return [(*name.rpartition(":")[::2], value) for name, value in made.items()]


def triples(document: dict[str, Any]) -> rdflib.Graph:
    """Read a document as RDF."""
    return rdflib.Graph().parse(data=json.dumps(document), format="json-ld")


class TestNodes:
    """The nodes and their links."""

    def test_chain(self) -> None:
        """A nested attribution was quoted from the outer one, and from its own outlets, one after the other."""
        quotation = node(f"{BASE}attribution/a2")
        relays = [node(f"{BASE}attribution/a2/via/{number}") for number in (1, 2)]

        assert {"@id": f"{BASE}attribution/a1"} == quotation["schema:isPartOf"]
        assert [relays[1]["@id"], f"{BASE}attribution/a1"] == [link["@id"] for link in quotation["prov:wasQuotedFrom"]]
        assert {"@id": relays[0]["@id"]} == relays[1]["prov:wasQuotedFrom"]
        assert "prov:wasQuotedFrom" not in relays[0]
        assert ["urn:quotekit:outlet:radio%20nord", "urn:quotekit:outlet:cnn"] == [
            relay["prov:wasAttributedTo"]["@id"] for relay in relays
        ]

    def test_outer_outlets_are_told_once(self) -> None:
        """What the outer attribution came through is not repeated."""
        assert [f"{BASE}attribution/a1/via/1", f"{BASE}attribution/a2/via/1", f"{BASE}attribution/a2/via/2"] == [
            n["@id"] for n in to_graph([NESTED])["@graph"] if "/via/" in n["@id"]
        ]

    def test_speakers(self) -> None:
        """A person or organization speaks; a document is quoted."""
        quotation = node(f"{BASE}attribution/a3")

        assert [{"@id": f"{BASE}speaker/s1"}] == node(f"{BASE}attribution/a2")["schema:spokenByCharacter"]
        assert "schema:spokenByCharacter" not in quotation
        assert [{"@id": f"{BASE}speaker/s3"}] == quotation["schema:citation"] == quotation["prov:wasQuotedFrom"]

    def test_credits(self) -> None:
        """Whoever is credited is linked to by the property for that."""
        article = node("https://news.example/dam")

        assert [{"@id": f"{BASE}credit/Ana%20Lopes"}] == article["schema:author"]
        assert [{"@id": "urn:quotekit:outlet:ntb"}] == article["schema:sourceOrganization"]
        assert [{"@id": f"{BASE}credit/Bo"}] == article["schema:contributor"]

    def test_addressee(self) -> None:
        """The addressee is an audience."""
        assert "reporters" == node(f"{BASE}attribution/a2/addressee")["schema:name"]


class TestPublication:
    """What metadata tell of an article."""

    def test_article(self) -> None:
        """The article has its address, headline, time, publisher and authors; it is attributed to these."""
        article = node("https://news.example/dam", PUBLISHED)
        authors = [{"@id": f"{BASE}credit/Ana%20Lopes"}, {"@id": f"{BASE}credit/Ida%20Berg"}]
        publisher = {"@id": "urn:quotekit:outlet:reef%20times"}

        assert {
            "schema:url": {"@type": "xsd:anyURI", "@value": "https://reef.example/dam"},
            "schema:headline": "It was late",
            "schema:datePublished": {"@type": "xsd:dateTime", "@value": "2024-05-03T09:30:00+00:00"},
            "schema:publisher": publisher,
            "schema:author": authors,
            "prov:wasAttributedTo": [*authors, publisher],
        } == {name: article[name] for name in article if name.rpartition(":")[2] in PUBLISHED_NAMES}

    def test_people(self) -> None:
        """Publisher and authors have nodes, each one."""
        assert ["The Reef Times", ["schema:Organization", "prov:Organization"]] == [
            node("urn:quotekit:outlet:reef%20times", PUBLISHED)[name] for name in ("schema:name", "@type")
        ]
        assert ["Ida Berg", ["schema:Person", "prov:Person"]] == [
            node(f"{BASE}credit/Ida%20Berg", PUBLISHED)[name] for name in ("schema:name", "@type")
        ]

    @pytest.mark.parametrize(
        ("meta", "expected"),
        [
            ({"date": "2024-05-03"}, {"datePublished": {"@type": "xsd:date", "@value": "2024-05-03"}}),
            (
                {"date": "2024-05-03 8 o'clock"},
                {"datePublished": {"@type": "xsd:date", "@value": "2024-05-03"}},
            ),
            ({"date": "2024-13-03"}, {}),
            ({"date": "yesterday"}, {}),
            ({"date": 2024, "url": 5, "outlet": ["Post"], "title": None}, {}),
            ({"url": "javascript:alert(1)", "outlet": " "}, {}),
        ],
        ids=["date", "part of a time", "no such date", "no date", "no strings", "no address"],
    )
    def test_odd(self, meta: dict[str, Any], expected: dict[str, Any]) -> None:
        """What cannot be read is left out, but kept in the record."""
        article = attrs.evolve(NESTED, credits=(), meta=meta)
        made = node("https://news.example/dam", article)

        assert expected == {name: value for _, name, value in _split(made) if name in PUBLISHED_NAMES}
        assert (article,) == from_graph(to_graph([article]))

    def test_reads_back(self) -> None:
        """All metadata are read back, also those that the vocabularies have no word for."""
        assert (PUBLISHED,) == from_graph(to_graph([PUBLISHED]))

    def test_question(self) -> None:
        """The graph answers who published a statement of whom, and when."""
        query = """
            PREFIX schema: <https://schema.org/>
            SELECT ?outlet ?date ?name WHERE {
                ?said schema:spokenByCharacter/schema:name ?name ; schema:isPartOf+ ?article .
                ?article a schema:NewsArticle ; schema:publisher/schema:name ?outlet ; schema:datePublished ?date .
                FILTER (?date < "2024-06-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>)
            }"""

        found: Any = triples(to_graph([PUBLISHED])).query(query)

        assert {("The Reef Times", "Holm"), ("The Reef Times", "Kyodo")} == {
            (str(row.outlet), str(row.name)) for row in found
        }


class TestIris:
    """The names of nodes."""

    @given(texts())
    def test_any_id(self, name: str) -> None:
        """Any id makes an IRI that is safe everywhere, and no other id makes the same."""
        iri = article_iri(Article(name, ""))

        assert re.fullmatch(r"(?:https?://|urn:quotekit:article:)[^\s<>\"{}|\\^`#]*", iri)
        assert iri != article_iri(Article(name + "x", ""))

    def test_no_id(self) -> None:
        """Without an id the text decides."""
        first, second = (article_iri(Article(None, text)) for text in ("One.", "Two."))

        assert first == article_iri(Article(None, "One.", credits=NESTED.credits))
        assert first != second


class TestVocabularies:
    """The graph as RDF."""

    @pytest.mark.parametrize("article", [ARTICLE, NESTED, PUBLISHED], ids=["bridge", "nested", "published"])
    def test_valid(self, article: Article) -> None:
        """All properties have the subjects and objects that the vocabularies document."""
        data = triples(to_graph([article]))
        shapes = rdflib.Graph().parse(SHAPES)
        conforms, _, report = validate(data, shacl_graph=shapes, ont_graph=shapes, inference="rdfs")

        assert conforms, report

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("schema:datePublished", {"@type": "xsd:date", "@value": "2024-13-99"}),
            ("schema:datePublished", "in May"),
            ("schema:url", "reef.example"),
            ("schema:publisher", {"@id": f"{BASE}attribution/a1"}),
            ("prov:wasAttributedTo", {"@id": f"{BASE}attribution/a1"}),
        ],
        ids=["no such date", "no date", "no address", "no publisher", "no agent"],
    )
    def test_publication_can_fail(self, name: str, value: Any) -> None:
        """An article published by no agent, or on no date, is not valid."""
        document = to_graph([PUBLISHED])
        document["@graph"][0] = {**document["@graph"][0], name: value}
        shapes = rdflib.Graph().parse(SHAPES)

        assert not validate(triples(document), shacl_graph=shapes, ont_graph=shapes)[0]

    def test_shapes_can_fail(self) -> None:
        """A document that speaks is not valid."""
        document = to_graph([NESTED])
        for one in document["@graph"]:
            if one["@id"] == f"{BASE}attribution/a3":
                one["schema:spokenByCharacter"] = {"@id": f"{BASE}speaker/s3"}
        shapes = rdflib.Graph().parse(SHAPES)

        assert not validate(triples(document), shacl_graph=shapes, ont_graph=shapes)[0]

    def test_all_properties_have_shapes(self) -> None:
        """No property of schema.org or PROV is in use whose subjects and objects are not checked."""
        checked = set(re.findall(r"(?:schema|prov):\w+", SHAPES.read_text(encoding="utf-8")))
        used = {name for one in to_graph([ARTICLE, PUBLISHED])["@graph"] for name in one if name[0] in "sp"}

        assert set() == used - checked

    def test_question(self) -> None:
        """The graph answers whom a statement was attributed to."""
        data = triples(to_graph([NESTED]))
        quotation = rdflib.URIRef(f"{BASE}attribution/a2")
        (speaker,) = data.objects(quotation, PROV.wasAttributedTo)

        assert [rdflib.Literal("Holm")] == list(data.objects(speaker, SCHEMA.name))
        assert {SCHEMA.Quotation, PROV.Entity} == set(data.objects(quotation, RDF.type))

    @settings(max_examples=12)
    @given(articles())
    def test_any_is_valid(self, article: Article) -> None:
        """The graph of any article is valid."""
        shapes = rdflib.Graph().parse(SHAPES)
        data = triples(to_graph([without_surrogates(article)]))
        conforms, _, report = validate(data, shacl_graph=shapes, ont_graph=shapes, inference="rdfs")

        assert conforms, report

    def test_together(self) -> None:
        """Who speak together are a group, and each of them has said it."""
        both = Speaker("s9", "Holm; Kyodo", SpeakerKind.GROUP, members=(HOLM, KYODO))
        article = attrs.evolve(NESTED, attributions=(said(1, both, "late"),), speakers=(*NESTED.speakers, both))
        nodes = {one["@id"]: one for one in to_graph([article])["@graph"]}
        each = [{"@id": f"{BASE}speaker/s1"}, {"@id": f"{BASE}speaker/s2"}]

        assert each == nodes[f"{BASE}attribution/a1"]["prov:wasAttributedTo"]
        assert each == nodes[f"{BASE}speaker/s9"]["schema:member"]
        assert ["schema:Organization", "prov:Agent"] == nodes[f"{BASE}speaker/s9"]["@type"]

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """The graph of any article is RDF: each node is in it with its types."""
        document = to_graph([without_surrogates(article)])
        data = triples(document)

        assert {rdflib.URIRef(one["@id"]) for one in document["@graph"]} == set(data.subjects(RDF.type))


class TestReading:
    """The way back."""

    @given(articles())
    def test_round_trip(self, article: Article) -> None:
        """An article is read as it was, through JSON and with the nodes in another order."""
        stream = io.StringIO()
        write_graph([article], stream)
        stream.seek(0)
        document = to_graph([article])

        assert (article,) == read_graph(stream)
        assert (article,) == from_graph({**document, "@graph": document["@graph"][::-1]})

    def test_many(self) -> None:
        """Articles are read in their order, and one that is there twice is read once."""
        assert (NESTED, ARTICLE) == from_graph(to_graph([NESTED, ARTICLE, NESTED]))

    def test_same_id(self) -> None:
        """Two articles of one id are an error."""
        with pytest.raises(RecordError) as caught:
            to_graph([ARTICLE, attrs.evolve(ARTICLE, attributions=())])

        problem = "it must be unique in a graph, got 'bridge' (str) for another article, too"
        assert RecordError(where="articles[1].id", problem=problem) == caught.value

    @pytest.mark.parametrize(
        ("document", "where"),
        [
            ([], "@graph"),
            ({"@graph": 5}, "@graph"),
            ({"@graph": [5]}, "@graph[0]"),
            ({"@graph": [{"quotekit:record": 5}]}, "@graph[0]"),
            ({"@graph": [{"quotekit:record": {"id": None, "credits": [], "dateline": None}}]}, "text"),
            ({"@graph": [{"quotekit:record": {}, "quotekit:article": {}}]}, "@graph[0].quotekit:position"),
            (
                {"@graph": [{"quotekit:record": {}, "quotekit:article": {"@id": "b"}, "quotekit:position": 0}]},
                "@graph[0].quotekit:article",
            ),
        ],
        ids=["list", "no list", "no node", "no record", "no text", "no position", "no article"],
    )
    def test_errors(self, document: Any, where: str) -> None:
        """What is not a graph as written is an error that says where."""
        with pytest.raises(RecordError) as caught:
            from_graph(document)

        assert where == caught.value.where
