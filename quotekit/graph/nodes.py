"""The nodes of an article in a graph, as JSON-LD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from quotekit.exporters.grouping import who
from quotekit.exporters.web_addresses import is_web_address
from quotekit.graph.iris import article_iri, outlet_iri, part_iri
from quotekit.metadata import read_authors
from quotekit.records import Article, Attribution, Speaker, SpeakerKind
from quotekit.records.convert import to_plain
from quotekit.records.publication import Publication, read_publication

__all__ = ["Node", "nodes_of"]

#: One node: its IRI, its types and its properties.
Node = dict[str, Any]

_AGENTS = {
    SpeakerKind.PERSON: ["schema:Person", "prov:Person"],
    SpeakerKind.ORGANIZATION: ["schema:Organization", "prov:Organization"],
    # Neither vocabulary has groups; schema.org lets only persons and organizations speak.
    SpeakerKind.GROUP: ["schema:Organization", "prov:Agent"],
    SpeakerKind.UNNAMED: ["schema:Person", "prov:Person"],
    SpeakerKind.AUTHOR: ["schema:Person", "prov:Person"],
    SpeakerKind.DOCUMENT: ["schema:CreativeWork", "prov:Entity"],
}
# The length of an ISO date without a time.
_DATE_CHARS = 10
_OUTLET = ["schema:Organization", "prov:Organization"]
_WORK = ["schema:CreativeWork", "prov:Entity"]
# The property of schema.org for each role of a credit; all others have contributed.
_CREDITS = {
    "byline": "schema:author",
    "reporting": "schema:author",
    "writing": "schema:author",
    "editing": "schema:editor",
    "translation": "schema:translator",
    "wire": "schema:sourceOrganization",
    "agencies": "schema:sourceOrganization",
}


def nodes_of(article: Article) -> Iterator[Node]:
    """
    Make the nodes of an article.

    Args:
        article: The article.

    Yields:
        The article, its speakers, its outlets and its attributions. Nodes of outlets may come several times.
    """
    by_id = {attribution.id: attribution for attribution in article.attributions}
    authors = read_authors(article.meta)
    yield from _Nodes(article, article_iri(article), by_id, read_publication(article.meta), authors).all()


@attrs.frozen
class _Nodes:
    """The nodes of one article."""

    article: Article
    #: The article's IRI.
    iri: str
    #: Its attributions by their ids.
    attributions: dict[str, Attribution]
    #: What its metadata say about its publication.
    publication: Publication
    #: The authors in its metadata.
    authors: tuple[str, ...]

    def all(self) -> Iterator[Node]:
        yield self._article()
        if self.publication.outlet:
            yield _outlet(self.publication.outlet)
        for credit in self.article.credits:
            if _CREDITS.get(credit.role) == "schema:sourceOrganization":
                yield _outlet(credit.name)
            else:
                yield self._person(credit.name)
        yield from map(self._person, self.authors)
        for number, speaker in enumerate(self.article.speakers):
            yield self._speaker(number, speaker)
        for number, attribution in enumerate(self.article.attributions):
            yield from self._attribution(number, attribution)

    def _article(self) -> Node:
        article, publication = self.article, self.publication
        plain = to_plain(article)
        record = {name: value for name, value in plain.items() if name not in {"text", "attributions", "speakers"}}
        credited = self._credited()
        publisher = {"@id": outlet_iri(publication.outlet)} if publication.outlet else None
        authors = credited.get("schema:author", [])
        return _node(
            self.iri,
            ["schema:NewsArticle", "prov:Entity"],
            {
                "schema:identifier": article.id,
                "schema:url": _address(publication.url),
                "schema:headline": publication.title,
                "schema:datePublished": _date(publication.date),
                "schema:text": article.text,
                "schema:dateline": article.dateline and article.text[article.dateline.start : article.dateline.end],
                "schema:publisher": publisher,
                **credited,
                "prov:wasAttributedTo": [*authors, publisher] if publisher else authors,
                "quotekit:record": record,
            },
        )

    def _credited(self) -> dict[str, list[Node]]:
        """Return links to everybody credited in the article and in its metadata, by the property for that."""
        links: dict[str, list[Node]] = {}
        for credit in self.article.credits:
            role = _CREDITS.get(credit.role, "schema:contributor")
            iri = outlet_iri(credit.name) if role == "schema:sourceOrganization" else self._person_iri(credit.name)
            links.setdefault(role, []).append({"@id": iri})
        for author in self.authors:
            links.setdefault("schema:author", []).append({"@id": self._person_iri(author)})
        return {role: _unique(some) for role, some in links.items()}

    def _person_iri(self, name: str) -> str:
        return part_iri(self.iri, "credit", name)

    def _person(self, name: str) -> Node:
        """Make the node of somebody who is credited."""
        return {"@id": self._person_iri(name), "@type": _AGENTS[SpeakerKind.PERSON], "schema:name": name}

    def _speaker(self, number: int, speaker: Speaker) -> Node:
        is_person = "schema:Person" in _AGENTS[speaker.kind] and not speaker.members
        works = [{"@id": self._speaker_iri(member)} for member in speaker.members if _is_work(member)]
        agents = [{"@id": self._speaker_iri(member)} for member in speaker.members if not _is_work(member)]
        return _node(
            self._speaker_iri(speaker),
            # Several who speak together are a group, whatever each of them is.
            _AGENTS[SpeakerKind.GROUP] if agents else _AGENTS[speaker.kind],
            {
                "schema:name": speaker.name,
                "schema:jobTitle": list(speaker.titles) if is_person else None,
                "schema:member": agents,
                "schema:hasPart": works if not agents else None,
                "quotekit:kind": speaker.kind.value,
                "quotekit:article": {"@id": self.iri},
                "quotekit:position": number,
                "quotekit:record": _without_texts(to_plain(speaker)),
            },
        )

    def _speaker_iri(self, speaker: Speaker) -> str:
        return part_iri(self.iri, "speaker", speaker.id)

    def _attribution(self, number: int, a: Attribution) -> Iterator[Node]:
        """Yield the node of an attribution, that of its addressee, and those of the outlets that it came through."""
        iri = part_iri(self.iri, "attribution", a.id)
        parent = self.attributions.get(a.parent or "")
        relays = list(self._relays(iri, a, parent))
        parent_iri = part_iri(self.iri, "attribution", parent.id) if parent else None
        works = [relays[-1]["@id"]] if relays else []
        works += [parent_iri] if parent_iri else []
        works += [self._speaker_iri(speaker) for speaker in a.speakers if _is_work(speaker)]
        agents = [{"@id": self._speaker_iri(speaker)} for speaker in a.speakers if not _is_work(speaker)]
        addressee = {"@id": part_iri(self.iri, "attribution", a.id, "addressee")} if a.addressee else None
        yield _node(
            iri,
            ["schema:Quotation", "prov:Entity"],
            {
                "schema:text": a.content.text or None,
                "schema:isPartOf": {"@id": parent_iri or self.iri},
                "schema:spokenByCharacter": agents,
                "schema:audience": addressee,
                "schema:citation": [{"@id": work} for work in works],
                "prov:wasAttributedTo": agents,
                "prov:wasQuotedFrom": [{"@id": work} for work in works],
                "quotekit:kind": a.kind.value,
                "quotekit:stance": a.stance.value,
                "quotekit:negated": a.negated,
                "quotekit:confidence": a.confidence,
                "quotekit:cue": a.cue.text or None,
                "quotekit:source": who(a) if a.source else None,
                "quotekit:article": {"@id": self.iri},
                "quotekit:position": number,
                "quotekit:record": _without_texts(to_plain(a)),
            },
        )
        if a.addressee and addressee:
            yield {**addressee, "@type": ["schema:Audience"], "schema:name": a.addressee.text}
        yield from (_outlet(outlet.name) for outlet in a.via)
        yield from relays

    def _relays(self, iri: str, a: Attribution, parent: Attribution | None) -> Iterator[Node]:
        """Yield what each outlet printed or sent, nearest to the speaker first; each quotes the one before."""
        known = {outlet_iri(outlet.name) for outlet in parent.via} if parent else set()
        before: str | None = None
        for number, outlet in enumerate(a.via, start=1):
            # The node of the outer statement has what that came through.
            if outlet_iri(outlet.name) in known:
                continue
            relay = f"{iri}/via/{number}"
            earlier = {"@id": before} if before else None
            yield _node(
                relay,
                _WORK,
                {
                    "schema:publisher": {"@id": outlet_iri(outlet.name)},
                    "schema:citation": earlier,
                    "prov:wasAttributedTo": {"@id": outlet_iri(outlet.name)},
                    "prov:wasQuotedFrom": earlier,
                },
            )
            before = relay


def _unique(links: Iterable[Node]) -> list[Node]:
    return list({link["@id"]: link for link in links}.values())


def _address(url: str | None) -> Node | None:
    return {"@type": "xsd:anyURI", "@value": url} if is_web_address(url) else None


def _date(date: str | None) -> Node | None:
    """Return a date or a time as both are written in RDF; years have four digits in either."""
    if date is None:
        return None
    if len(date) == _DATE_CHARS:
        return {"@type": "xsd:date", "@value": date}
    return {"@type": "xsd:dateTime", "@value": dt.datetime.fromisoformat(date.replace("Z", "+00:00")).isoformat()}


def _is_work(speaker: Speaker) -> bool:
    return speaker.kind is SpeakerKind.DOCUMENT


def _outlet(name: str) -> Node:
    return {"@id": outlet_iri(name), "@type": _OUTLET, "schema:name": name}


def _node(iri: str, types: list[str], properties: dict[str, Any]) -> Node:
    """Make a node without its empty properties."""
    kept = {name: value for name, value in properties.items() if value is not None and value != []}
    return {"@id": iri, "@type": types, **kept}


def _without_texts(value: Any) -> Any:
    """Leave out the texts of spans, which are in the article."""
    if isinstance(value, list):
        return [_without_texts(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end", "text"}:
        return {"start": value["start"], "end": value["end"]}
    return {name: _without_texts(item) for name, item in value.items()}
