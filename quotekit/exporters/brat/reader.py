"""Reading an article from the lines of brat standoff."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from quotekit.arguments import check_instance
from quotekit.errors import RecordError, describe
from quotekit.exporters.brat.fragments import Fragment, join
from quotekit.records import Article, Kind, SpeakerKind, Stance

__all__ = ["from_brat"]

_TEXT_BOUND = re.compile(
    r"""
    (\S{1,1000})                           # type
    [ ]
    (
        [0-9]{1,9}[ ][0-9]{1,9}            # start and end of a fragment
        (?:;[0-9]{1,9}[ ][0-9]{1,9}){0,1000}  # those of further fragments
    )
    """,
    re.VERBOSE,
)
_ARGUMENT = re.compile(
    r"""
    ([A-Za-z]{1,40})  # role
    [0-9]{0,40}       # number, if several arguments have the role: "Via2"
    :
    (\S{1,1000})      # id of the line with the argument
    """,
    re.VERBOSE,
)
_SPEAKER = re.compile(
    r"""
    \S{1,1000}           # "Reference"
    [ ](\S{1,1000})      # id of the line that refers to the speaker
    [ ]Speaker:
    (\S{1,1000})         # key of the speaker
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\w")


def from_brat(
    text: str,
    annotations: str,
    id: str | None = None,  # noqa: A002
    meta: Mapping[str, Any] | None = None,
) -> Article:
    r"""
    Read an article from a text and its annotations, written by :func:`to_brat` or made manually.

    All that an attribution needs is an event of type ``Content``. Without an attribute ``Kind``, its kind follows from
    the annotations ``Quoted``; without ``Stance``, it is asserted; without a note, its confidence is 1. Its speaker is
    the one that it, or else its source, is normalized to. Annotations of other types are ignored.

    Args:
        text: The content of the ``.txt`` file.

        annotations: The content of the ``.ann`` file.

        id: The article's id.

        meta: The article's metadata.

    Returns:
        The article, its attributions in the order of the text.

    Raises:
        RecordError: A line cannot be read, refers to a line that does not exist, or does not match the text.

    Example:
        >>> article = from_brat("It rained, she said.", "T1\tContent 0 9\tIt rained\nE1\tContent:T1\n")
        >>> article.attributions[0].content.text
        'It rained'
    """
    for argument, value in (("text", text), ("annotations", annotations)):
        check_instance(argument, value, str, "a string", "give the content of the file, decoded from UTF-8")
    lines = _Lines(text)
    for number, line in enumerate(annotations.split("\n"), start=1):
        lines.read(line.rstrip("\r"), number)
    speakers = _speakers(lines)
    data = {
        "id": id,
        "text": text,
        "attributions": sorted(_attributions(lines, speakers), key=lambda a: a["content"][0]["start"]),
        "speakers": list(speakers.values()),
        "credits": list(_credits(lines)),
        "dateline": next(_datelines(lines), None),
        "meta": {} if meta is None else meta,
    }
    return Article.from_dict(data)


@attrs.define
class _Lines:
    """The content of the lines for a text."""

    text: str
    #: Spans by the line's id.
    text_bound: dict[str, list[Fragment]] = attrs.Factory(dict)
    #: Ids by type.
    types: dict[str, list[str]] = attrs.Factory(dict)
    #: Roles, each with the id of another line, by the line's id.
    events: dict[str, list[tuple[str, str]]] = attrs.Factory(dict)
    #: Values by the other line's id and the attribute's name.
    attributes: dict[str, dict[str, str]] = attrs.Factory(dict)
    #: Another line's id, and key and name of a speaker.
    references: list[tuple[str, str, str]] = attrs.Factory(list)
    #: Notes by the other line's id.
    notes: dict[str, dict[str, Any]] = attrs.Factory(dict)

    def read(self, line: str, number: int) -> None:
        """Read one line; lines of unknown kinds are ignored."""
        try:
            self._read(line)
        except RecordError as error:
            place = f"line {number}"
            raise error.inside(place) from None

    def _read(self, line: str) -> None:
        line_id, _, rest = line.partition("\t")
        data, _, words = rest.partition("\t")
        if line_id.startswith("T"):
            self._read_text_bound(line_id, data, words)
        elif line_id.startswith("E"):
            self.events[line_id] = [_argument(argument) for argument in data.split()]
        elif line_id.startswith("A"):
            name, _, rest = data.partition(" ")
            target, _, value = rest.partition(" ")
            self.attributes.setdefault(target, {})[name] = value
        elif line_id.startswith("N") and (found := _SPEAKER.fullmatch(data)):
            self.references.append((found[1], found[2], words))
        elif line_id.startswith("#"):
            self.notes.setdefault(data.rpartition(" ")[2], {}).update(_note(words))

    def _read_text_bound(self, line_id: str, data: str, words: str) -> None:
        found = _TEXT_BOUND.fullmatch(data)
        if not found:
            problem = f"an annotation of text must have a type and offsets, such as 'Cue 15 19', got {describe(data)}"
            raise RecordError(where="", problem=problem)
        pairs = [pair.split() for pair in found[2].split(";")]
        fragments = [(int(start), int(end)) for start, end in pairs]
        for start, end in fragments:
            if not 0 <= start < end <= len(self.text):
                raise RecordError(where="", problem=f"the article has no text from {start} to {end}")
        # Programs differ in the white space that they write for line breaks.
        if "".join(words.split()) != "".join(part for start, end in fragments for part in self.text[start:end].split()):
            problem = f"its words must be those of the text at {found[2]}, got {describe(words)}"
            raise RecordError(where="", problem=problem)
        self.text_bound[line_id] = join(self.text, fragments)
        self.types.setdefault(found[1], []).append(line_id)

    def spans(self, line_ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return the spans of several lines, as the spans of one part of an attribution."""
        bounds = sorted({span for line_id in line_ids for span in self.text_bound[line_id]})
        return [{"start": start, "end": end, "text": self.text[start:end]} for start, end in bounds]


def _argument(argument: str) -> tuple[str, str]:
    found = _ARGUMENT.fullmatch(argument)
    if not found:
        problem = f"an argument must be a role and an id, such as 'Cue:T2', got {describe(argument)}"
        raise RecordError(where="", problem=problem)
    return found[1], found[2]


def _note(words: str) -> dict[str, Any]:
    """Return the content of a note written by the writer; people's notes are ignored."""
    try:
        note = json.loads(words)
    except (ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) else {}


def _speakers(lines: _Lines) -> dict[str, dict[str, Any]]:
    """Return the speakers by their keys, in the order of their first reference."""
    noted: dict[str, Any] = {}
    for notes in lines.notes.values():
        if isinstance(notes.get("speakers"), dict):
            noted |= notes["speakers"]
    speakers: dict[str, dict[str, Any]] = {}
    for _, key, name in lines.references:
        if key not in speakers:
            note = noted.get(key)
            kind = SpeakerKind.PERSON if name else SpeakerKind.UNNAMED
            speakers[key] = {"id": key, "name": name or None, "kind": str(kind), "titles": []}
            speakers[key].update(note if isinstance(note, dict) else {})
            places = (place for place, other, _ in lines.references if other == key and place in lines.text_bound)
            speakers[key]["mentions"] = lines.spans(places)
    # A member whose last reference was deleted is no speaker any more.
    known = [speaker["id"] for speaker in speakers.values()]
    for about in speakers.values():
        listed = about.get("members")
        members = [member for member in listed if member in known] if isinstance(listed, list) else []
        about["members"] = members if len(members) > 1 else []
    return speakers


def _attributions(lines: _Lines, speakers: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the plain data of each attribution."""
    for event, arguments in lines.events.items():
        targets: dict[str, list[str]] = {}
        for role, target in arguments:
            if target not in (lines.events if role == "Parent" else lines.text_bound):
                raise RecordError(where=event, problem=f"its {role} is {target!r}, which does not exist")
            targets.setdefault(role, []).append(target)
        if "Content" in targets:
            yield _attribution(lines, event, targets, speakers)


def _attribution(
    lines: _Lines, event: str, targets: dict[str, list[str]], speakers: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    note = lines.notes.get(event, {})
    attributes = lines.attributes.get(event, {})
    parts = {role: lines.spans(targets.get(role, ())) for role in ("Content", "Quoted", "Cue", "Source", "Addressee")}
    named = [event] if any(event == place for place, _, _ in lines.references) else targets.get("Source", [])
    speaker = next((speakers[key]["id"] for place, key, _ in lines.references if place in named), None)
    return {
        "id": _event_id(lines, event),
        "kind": attributes.get("Kind") or str(_kind(parts["Content"], parts["Quoted"])),
        "content": parts["Content"],
        "quoted": parts["Quoted"],
        "cue": parts["Cue"],
        "cue_lemma": note.get("cue_lemma"),
        "source": parts["Source"],
        "speaker": speaker,
        "addressee": next(iter(parts["Addressee"]), None),
        "via": list(_outlets(lines, note.get("via", []), targets.get("Via", []))),
        "negated": "Negated" in attributes,
        "parent": next((_event_id(lines, parent) for parent in targets.get("Parent", ())), None),
        "confidence": note.get("confidence", 1.0),
        "speaker_confidence": None if speaker is None else note.get("speaker_confidence"),
        "stance": attributes.get("Stance", Stance.ASSERTED.value),
    }


def _event_id(lines: _Lines, event: str) -> Any:
    return lines.notes.get(event, {}).get("id", f"a{event[1:]}")


def _kind(content: list[dict[str, Any]], quoted: list[dict[str, Any]]) -> Kind:
    """Return DIRECT if all words of the content are quoted, INDIRECT if none is."""
    if not quoted:
        return Kind.INDIRECT
    places = {span["start"] + found.start() for span in content for found in _WORD.finditer(span["text"])}
    places.difference_update(*(range(span["start"], span["end"]) for span in quoted))
    return Kind.MIXED if places else Kind.DIRECT


def _outlets(lines: _Lines, noted: Any, places: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the outlets of a note except those whose annotation was deleted, then those that were added."""
    known = [outlet for outlet in noted if isinstance(outlet, dict)] if isinstance(noted, list) else []
    for outlet in known:
        place = outlet.get("span")
        if place is None or place in places:
            yield {"name": outlet.get("name"), "span": lines.spans([place])[0] if place else None}
    for place in places:
        if all(place != outlet.get("span") for outlet in known):
            span = lines.spans([place])[0]
            yield {"name": span["text"], "span": span}


def _credits(lines: _Lines) -> Iterator[dict[str, Any]]:
    for place in lines.types.get("Credit", ()):
        spans = lines.spans([place])
        bounds = {"start": spans[0]["start"], "end": spans[-1]["end"]}
        noted = lines.notes.get(place, {}).get("credits")
        for credit in noted if isinstance(noted, list) else [{"name": spans[0]["text"], "role": "byline"}]:
            yield {**credit, **bounds} if isinstance(credit, dict) else credit


def _datelines(lines: _Lines) -> Iterator[dict[str, Any]]:
    for place in lines.types.get("Dateline", ()):
        spans = lines.spans([place])
        note = lines.notes.get(place, {})
        name = note.get("place") if "place" in note else spans[0]["text"]
        yield {"date": note.get("date"), "place": name, "start": spans[0]["start"], "end": spans[-1]["end"]}
