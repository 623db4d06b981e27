"""
The data stored on a Doc: an article as plain dictionaries and lists, without its text.

It is stored as a custom attribute of the span that covers the whole Doc. So spaCy itself moves the data when Docs are
joined or sliced, and the article is assembled from the moved data when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from quotekit.errors import RecordError
from quotekit.records import Article
from quotekit.records.convert import parse_json

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["read_article", "write_article"]

_Key = tuple[str, str, int, int]
_Plain = dict[str, Any]

# The article last built for each Doc, with the data it was built from: replaced data are read again.
_built: WeakKeyDictionary[Doc, tuple[dict[_Key, _Plain], Article]] = WeakKeyDictionary()


def write_article(doc: Doc, name: str, article: Article) -> None:
    """
    Store an article on a Doc, replacing an earlier one.

    Args:
        doc: A Doc with the article's text.

        name: Name under which to store it; each component with its own extensions has one.

        article: The article.
    """
    user_data: dict[Any, Any] = doc.user_data
    for key in _entries(doc, name):
        del user_data[key]
    plain = article.to_dict()
    del plain["text"]
    # As JSON: spaCy's own format has no large integers, and what a caller calls "start" is no offset.
    plain["meta"] = json.dumps(plain["meta"])
    user_data[_key(name, len(article.text))] = plain


def read_article(doc: Doc, name: str) -> Article | None:
    """
    Build the article that is stored on a Doc.

    Args:
        doc: Any Doc.

        name: Name under which it is stored.

    Returns:
        The article; None if there is none. If Docs were joined, it has all their attributions; if a Doc was sliced, it
        has those that are entirely in the slice. Ids are new in both cases; the metadata are kept by a slice.

    Raises:
        RecordError: The data were changed and are not a valid article.
    """
    entries = _entries(doc, name)
    if not entries:
        return None
    before = _built.get(doc)
    if before is not None and _same(before[0], entries):
        return before[1]
    article = _build(entries, doc.text, name)
    _built[doc] = (entries, article)
    return article


def _key(name: str, length: int) -> _Key:
    return "._.", name, 0, length


def _entries(doc: Doc, name: str) -> dict[_Key, _Plain]:
    """Return the articles' data by their keys, which have the start and end of each in the Doc."""
    user_data: dict[Any, _Plain] = doc.user_data
    return {key: plain for key, plain in user_data.items() if isinstance(key, tuple) and key[:2] == ("._.", name)}


def _same(before: Mapping[_Key, _Plain], now: Mapping[_Key, _Plain]) -> bool:
    return list(before) == list(now) and all(before[key] is now[key] for key in now)


def _build(entries: Mapping[_Key, _Plain], text: str, name: str) -> Article:
    whole = entries.get(_key(name, len(text)))
    if whole is not None and len(entries) == 1:
        return Article.from_dict({**whole, "text": text, "meta": _read_meta(whole)})
    joined = _Joined(text)
    try:
        for key in sorted(entries):
            joined.add(entries[key], key[2])
    except (KeyError, TypeError) as error:
        raise RecordError(where="", problem=f"the data on the Doc were changed ({error!r})") from error
    return Article.from_dict(joined.plain)


def _read_meta(plain: _Plain) -> _Plain:
    meta: _Plain = parse_json(plain.get("meta", "{}"))
    return meta


class _Joined:
    """An article assembled from the data of others, or from a part of one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._attributions: list[_Plain] = []
        self._speakers: list[_Plain] = []
        self._credits: list[_Plain] = []
        self._datelines: list[_Plain] = []
        self._metas: list[_Plain] = []

    @property
    def plain(self) -> _Plain:
        """The data, with the text."""
        return {
            "id": None,
            "text": self._text,
            "attributions": self._attributions,
            "speakers": self._speakers,
            "credits": self._credits,
            "dateline": self._datelines[0] if self._datelines else None,
            "meta": self._metas[0] if len(self._metas) == 1 else {},
        }

    def add(self, plain: _Plain, start: int) -> None:
        """Add the parts of an article that are in the text; the article begins at *start*."""
        moved = _moved(plain, start)
        attributions = [a for a in moved["attributions"] if self._contains(a)]
        speaking = {a["speaker"] for a in attributions}
        speaking |= {m for s in moved["speakers"] if s["id"] in speaking for m in s.get("members", ())}
        speakers = [self._with_mentions(s) for s in moved["speakers"] if s["id"] in speaking]
        names = {s["id"]: f"s{n}" for n, s in enumerate(speakers, len(self._speakers) + 1)}
        numbers = {a["id"]: f"a{n}" for n, a in enumerate(attributions, len(self._attributions) + 1)}
        self._speakers += (
            {**s, "id": names[s["id"]], "members": [names[m] for m in s.get("members", ())]} for s in speakers
        )
        for a in attributions:
            # The ids of all speakers follow from the speaker, and would have to be renumbered with it.
            others = {name: value for name, value in a.items() if name != "speakers"}
            ids = {"id": numbers[a["id"]], "speaker": names.get(a["speaker"]), "parent": numbers.get(a["parent"])}
            self._attributions.append({**others, **ids})
        self._credits += filter(self._contains, moved["credits"])
        self._datelines += filter(self._contains, filter(None, [moved["dateline"]]))
        self._metas.append(_read_meta(plain))

    def _with_mentions(self, speaker: _Plain) -> _Plain:
        return {**speaker, "mentions": [m for m in speaker["mentions"] if self._contains(m)]}

    def _contains(self, plain: _Plain) -> bool:
        """Return whether all spans in the data are in the text."""
        return all(
            0 <= span["start"] < span["end"] <= len(self._text)
            and span.get("text") in (None, self._text[span["start"] : span["end"]])
            for span in _spans(plain)
        )


def _spans(plain: Any) -> Iterator[Mapping[str, Any]]:
    """Yield all dictionaries in the data that have a start and an end."""
    if isinstance(plain, Mapping):
        if "start" in plain and "end" in plain:
            yield plain
        plain = list(plain.values())
    if isinstance(plain, (list, tuple)):
        for value in plain:
            yield from _spans(value)


def _moved(plain: Any, by: int) -> Any:
    """Return the data with all offsets moved."""
    if isinstance(plain, Mapping):
        offsets = {k: plain[k] + by for k in ("start", "end") if k in plain}
        return {**{k: _moved(v, by) for k, v in plain.items()}, **offsets}
    if isinstance(plain, (list, tuple)):
        return [_moved(value, by) for value in plain]
    return plain
