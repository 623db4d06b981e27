"""Reading an article from a collection of web annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import attrs

from quotekit.errors import RecordError, describe
from quotekit.exporters.json import read_lines
from quotekit.records import Article
from quotekit.records.convert import parse_json

__all__ = ["from_web_annotations", "read_web_annotations"]


def from_web_annotations(collection: Mapping[str, Any]) -> Article:
    """
    Read an article from a collection, as made by :func:`quotekit.exporters.webannotation.to_web_annotations`.

    Args:
        collection: The collection; annotations and bodies of other roles are ignored.

    Returns:
        The article, equal to the original one.

    Raises:
        RecordError: A part of an annotation is missing, or is inconsistent with other parts or with the text.

    Example:
        >>> from quotekit.exporters.webannotation import to_web_annotations
        >>> article = Article(id="a", text="Nothing was said.")
        >>> from_web_annotations(to_web_annotations(article)) == article
        True
    """
    items: dict[str, list[_Node]] = {}
    for item in _Node(collection, "").get("first").get("items").each():
        items.setdefault(str(item.find("quotekit:role")), []).append(item)
    if "article" not in items:
        raise RecordError(where="first.items", problem="there must be an annotation of the role 'article'")
    data = {
        "id": collection.get("label"),
        "text": items["article"][0].get("target").get("value").value,
        "attributions": [_attribution(item) for item in items.get("attribution", ())],
        "speakers": [_speaker(item) for item in items.get("speaker", ())],
        "credits": [_credit(item) for item in items.get("credit", ())],
        "dateline": next((_dateline(item) for item in items.get("dateline", ())), None),
        "meta": collection.get("quotekit:meta", {}),
    }
    return Article.from_dict(data)


def read_web_annotations(lines: Iterable[str]) -> Iterator[Article]:
    """
    Read articles from lines, as written by :func:`quotekit.exporters.webannotation.write_web_annotations`.

    Args:
        lines: The lines, such as a file opened in UTF-8; empty lines are skipped.

    Yields:
        The articles, equal to the original ones.

    Raises:
        RecordError: A line is not a valid collection.
    """
    return read_lines(lines, lambda line: from_web_annotations(parse_json(line)))


@attrs.frozen
class _Node:
    """A value in a collection, with its path."""

    value: Any
    where: str

    def find(self, name: str) -> Any:
        """Return the value of a field, or None if it is missing."""
        if not isinstance(self.value, Mapping):
            raise RecordError(self.where, f"it must be a dictionary, got {describe(self.value)}")
        return self.value.get(name)

    def get(self, name: str) -> _Node:
        """Return a required field."""
        where = f"{self.where}.{name}".lstrip(".")
        value = self.find(name)
        if value is None:
            raise RecordError(where, "the field is missing")
        return _Node(value, where)

    def each(self) -> list[_Node]:
        """Return the items of a list; as in JSON-LD, a single value counts as a list of one."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return [_Node(value, f"{self.where}[{i}]") for i, value in enumerate(values)]

    def bodies(self, role: str) -> list[_Node]:
        """Return the bodies of a role."""
        bodies = _Node(self.find("body") or [], f"{self.where}.body").each()
        return [body for body in bodies if isinstance(body.value, Mapping) and body.find("quotekit:role") == role]

    def span(self) -> dict[str, Any]:
        """Return start, end and text of a specific resource."""
        selectors = {str(selector.find("type")): selector for selector in self.get("selector").each()}
        for kind in ("TextPositionSelector", "TextQuoteSelector"):
            if kind not in selectors:
                raise RecordError(where=f"{self.where}.selector", problem=f"there must be a {kind}")
        position, words = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        return {"start": position.find("start"), "end": position.find("end"), "text": words.find("exact")}

    def spans(self) -> list[dict[str, Any]]:
        """Return the spans that are its target; none if the target is the whole text."""
        return [target.span() for target in self.get("target").each() if not isinstance(target.value, str)]

    def own_id(self) -> str:
        """Return the last part of an id."""
        if not isinstance(self.value, str):
            raise RecordError(self.where, f"it must be a string, got {describe(self.value)}")
        return unquote(self.value.rpartition("/")[2], errors="surrogatepass")


def _attribution(item: _Node) -> dict[str, Any]:
    """Return the plain data of an attribution."""
    parts = {role: [body.span() for body in item.bodies(role)] for role in ("quoted", "cue", "source", "addressee")}
    speakers = item.bodies("speaker")
    parent = item.find("quotekit:parent")
    return {
        "id": item.get("id").own_id(),
        "kind": _only(item, "kind"),
        "content": item.spans(),
        "quoted": parts["quoted"],
        "cue": parts["cue"],
        "cue_lemma": item.find("quotekit:cueLemma"),
        "source": parts["source"],
        "speaker": speakers[0].get("source").own_id() if speakers else None,
        "addressee": next(iter(parts["addressee"]), None),
        "via": [_outlet(body) for body in item.bodies("via")],
        "negated": item.find("quotekit:negated"),
        "parent": None if parent is None else item.get("quotekit:parent").own_id(),
        "confidence": item.find("quotekit:confidence"),
        "speaker_confidence": item.find("quotekit:speakerConfidence") if speakers else None,
        "stance": item.find("quotekit:stance"),
    }


def _outlet(body: _Node) -> dict[str, Any]:
    if body.find("selector") is None:
        return {"name": body.find("value"), "span": None}
    return {"name": body.find("name"), "span": body.span()}


def _speaker(item: _Node) -> dict[str, Any]:
    agent = item.get("body")
    return {
        "id": item.get("id").own_id(),
        "name": agent.find("name"),
        "kind": agent.find("quotekit:kind"),
        "titles": agent.find("quotekit:titles"),
        "mentions": item.spans(),
        "members": [member.own_id() for member in agent.get("quotekit:members").each()] if _is_joint(agent) else [],
    }


def _is_joint(agent: _Node) -> bool:
    return agent.find("quotekit:members") is not None


def _credit(item: _Node) -> dict[str, Any]:
    return {"name": _only(item, "name"), "role": _only(item, "role"), **_bounds(item)}


def _dateline(item: _Node) -> dict[str, Any]:
    return {"date": _only(item, "date"), "place": _only(item, "place"), **_bounds(item)}


def _bounds(item: _Node) -> dict[str, Any]:
    targets = item.get("target").each()
    if not targets:
        raise RecordError(where=f"{item.where}.target", problem="it must have a target")
    span = targets[0].span()
    return {"start": span["start"], "end": span["end"]}


def _only(item: _Node, role: str) -> Any:
    """Return the text of the body of a role, or None if there is none."""
    return next((body.find("value") for body in item.bodies(role)), None)
