"""Writing an article as a collection of web annotations."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, TextIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import attrs

from quotekit.arguments import check_stream
from quotekit.exporters.web_addresses import is_web_address
from quotekit.records import Article, Attribution, Outlet, Speaker, SpeakerKind
from quotekit.records.arguments import check_article, each_article
from quotekit.records.convert import to_line
from quotekit.records.meta import plain_meta

__all__ = ["to_web_annotations", "write_web_annotations"]

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "quotekit": "urn:quotekit:",
        "quotekit:parent": {"@type": "@id"},
        "quotekit:meta": {"@type": "@json"},
        "quotekit:titles": {"@container": "@list"},
        "quotekit:members": {"@type": "@id", "@container": "@list"},
    },
]
_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.GROUP: "foaf:Group",
    SpeakerKind.UNNAMED: "foaf:Agent",
    SpeakerKind.DOCUMENT: "foaf:Document",
    SpeakerKind.AUTHOR: "Person",
}
# Length of the context before and after a quote.
_CONTEXT_CHARS = 32


def to_web_annotations(article: Article) -> dict[str, Any]:
    """
    Convert an article to a collection of annotations.

    Args:
        article: The article.

    Returns:
        An ``AnnotationCollection`` of one page, as plain dictionaries and lists.

    Example:
        >>> collection = to_web_annotations(Article(id="a", text="Nothing was said."))
        >>> collection["type"], collection["label"], collection["total"]
        ('AnnotationCollection', 'a', 1)
        >>> collection["first"]["items"][0]["target"]["value"]
        'Nothing was said.'
    """
    check_article(article)
    collection = uuid5(NAMESPACE_URL, _digest(article.to_json())).urn
    page = f"{collection}#page"
    source = article.id if is_web_address(article.id) else _digest(article.text)
    items = list(_Annotations(article, collection, str(source)).all())
    named = {} if article.id is None else {"label": article.id}
    first = {"id": page, "type": "AnnotationPage", "partOf": collection, "startIndex": 0, "items": items}
    about = {"id": collection, "type": "AnnotationCollection", **named, "total": len(items)}
    if article.meta:
        about["quotekit:meta"] = plain_meta(article.meta)
    return {"@context": _CONTEXT, **about, "first": first, "last": page}


def write_web_annotations(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as collections of annotations, one line of JSON-LD each.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    for article in each_article(articles):
        stream.write(to_line(to_web_annotations(article)) + "\n")
        stream.flush()


def _digest(text: str) -> str:
    """Return a name for a text that depends on the text alone."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


@attrs.frozen
class _Annotations:
    """The annotations of an article."""

    article: Article
    #: The prefix of all ids.
    base: str
    #: The id of the text.
    source: str

    def all(self) -> Iterator[dict[str, Any]]:
        article = self.article
        embedded = {"id": self.source, "type": "TextualBody", "format": "text/plain", "value": article.text}
        yield self._annotation("article", "1", "bookmarking", target=embedded)
        for attribution in article.attributions:
            yield self._attribution(attribution)
        for speaker in article.speakers:
            yield self._speaker(speaker)
        for number, credit in enumerate(article.credits, start=1):
            bodies = [_text("name", "describing", credit.name), _text("role", "tagging", credit.role)]
            spot = self._span(credit.start, credit.end)
            yield self._annotation("credit", str(number), "describing", body=bodies, target=[spot])
        if article.dateline:
            dateline = article.dateline
            known = (("place", dateline.place), ("date", dateline.date))
            bodies = [_text(role, "tagging", value) for role, value in known if value is not None]
            spot = self._span(dateline.start, dateline.end)
            yield self._annotation("dateline", "1", "tagging", body=bodies, target=[spot])

    def _name(self, role: str, own: str) -> str:
        return f"{self.base}#{role}/{quote(own, safe='', errors='surrogatepass')}"

    def _annotation(self, role: str, own: str, motivation: str, **more: Any) -> dict[str, Any]:
        about = {"id": self._name(role, own), "type": "Annotation", "motivation": motivation, "quotekit:role": role}
        return {**about, **{name: value for name, value in more.items() if value not in (None, [])}}

    def _attribution(self, attribution: Attribution) -> dict[str, Any]:
        a = attribution
        bodies = [_text("kind", "classifying", str(a.kind))]
        if a.speaker:
            speaker = {"type": "SpecificResource", "purpose": "identifying", "quotekit:role": "speaker"}
            bodies.append({**speaker, "source": self._name("agent", a.speaker.id)})
        addressee = [a.addressee] if a.addressee else []
        parts = {"cue": a.cue, "source": a.source, "quoted": a.quoted, "addressee": addressee}
        bodies += [self._part(role, span.start, span.end) for role, spans in parts.items() for span in spans]
        bodies += [self._outlet(outlet) for outlet in a.via]
        more = {
            "quotekit:cueLemma": a.cue_lemma,
            "quotekit:negated": a.negated,
            "quotekit:stance": a.stance.value,
            "quotekit:parent": None if a.parent is None else self._name("attribution", a.parent),
            "quotekit:confidence": a.confidence,
            "quotekit:speakerConfidence": a.speaker_confidence,
        }
        # An annotation must have a target; without a content it is the whole text.
        target = [self._span(span.start, span.end) for span in a.content] or self.source
        return self._annotation("attribution", a.id, "linking", body=bodies, target=target, **more)

    def _outlet(self, outlet: Outlet) -> dict[str, Any]:
        if outlet.span is None:
            return _text("via", "linking", outlet.name)
        return {**self._part("via", outlet.span.start, outlet.span.end), "name": outlet.name}

    def _speaker(self, speaker: Speaker) -> dict[str, Any]:
        members = [self._name("agent", member.id) for member in speaker.members]
        agent = {
            "id": self._name("agent", speaker.id),
            "type": "foaf:Group" if members else _TYPES[speaker.kind],
            **({} if speaker.name is None else {"name": speaker.name}),
            "quotekit:kind": str(speaker.kind),
            "quotekit:titles": list(speaker.titles),
            **({"quotekit:members": members} if members else {}),
        }
        target = [self._span(mention.start, mention.end) for mention in speaker.mentions] or self.source
        return self._annotation("speaker", speaker.id, "identifying", body=agent, target=target)

    def _part(self, role: str, start: int, end: int) -> dict[str, Any]:
        purpose = "identifying" if role == "source" else "linking"
        return {**self._span(start, end), "purpose": purpose, "quotekit:role": role}

    def _span(self, start: int, end: int) -> dict[str, Any]:
        text = self.article.text
        quoted = {"exact": text[start:end], "prefix": text[max(0, start - _CONTEXT_CHARS) : start]}
        selectors = [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", **quoted, "suffix": text[end : end + _CONTEXT_CHARS]},
        ]
        return {"type": "SpecificResource", "source": self.source, "selector": selectors}


def _text(role: str, purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "quotekit:role": role, "value": value}
