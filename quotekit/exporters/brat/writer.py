"""Writing an article as lines of brat standoff."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from quotekit.exporters.brat.fragments import Fragment, split
from quotekit.exporters.encodable import encodable
from quotekit.records import Article, Attribution, Outlet, Speaker, Stance, TextSpan
from quotekit.records.arguments import check_article
from quotekit.records.convert import to_line

__all__ = ["to_brat"]


def to_brat(article: Article) -> tuple[str, str]:
    """
    Convert an article to a text and its annotations.

    Args:
        article: The article.

    Returns:
        The content of the ``.txt`` file and of the ``.ann`` file.

    Example:
        >>> from quotekit.records import Attribution, Kind, Spans
        >>> text, no = "It rained, she said.", Spans()
        >>> content, cue, source = (Spans.of(text, [bounds]) for bounds in ((0, 9), (15, 19), (11, 14)))
        >>> said = Attribution("a1", Kind.INDIRECT, content, no, cue, "say", source, None, None, (), False, None, 0.9)
        >>> print(to_brat(Article("rain", text, (said,)))[1].expandtabs(1), end="")
        T1 Content 0 9 It rained
        T2 Cue 15 19 said
        T3 Source 11 14 she
        E1 Content:T1 Cue:T2 Source:T3
        A1 Kind E1 indirect
        #1 AnnotatorNotes E1 {"id": "a1", "cue_lemma": "say", "confidence": 0.9}
    """
    check_article(article)
    lines = _Lines(encodable(article.text))
    written = [a for a in article.attributions if split(lines.text, _bounds(a.content))]
    # A parent may come later, so ids are assigned before the first attribution is written.
    events = {a.id: f"E{number}" for number, a in enumerate(written, start=1)}
    for attribution in written:
        _write_attribution(attribution, events, lines)
    for number, speaker in enumerate(article.speakers, start=1):
        said = [events[a.id] for a in written if a.speaker and a.speaker.id == speaker.id]
        _write_speaker(speaker, f"s{number}", said, lines)
    for credit in article.credits:
        if place := lines.text_bound("Credit", [(credit.start, credit.end)]):
            lines.notes(place).setdefault("credits", []).append({"name": credit.name, "role": credit.role})
    if article.dateline:
        dateline = article.dateline
        if place := lines.text_bound("Dateline", [(dateline.start, dateline.end)]):
            lines.notes(place).update(date=dateline.date, place=dateline.place)
    return lines.text, lines.as_text()


def _bounds(spans: Iterable[TextSpan]) -> list[Fragment]:
    return [(span.start, span.end) for span in spans]


def _write_attribution(attribution: Attribution, events: dict[str, str], lines: _Lines) -> None:
    """Write the spans of an attribution, its event, and its other fields."""
    a = attribution
    arguments = [f"Content:{lines.text_bound('Content', _bounds(a.content))}"]
    for role, spans in (("Cue", a.cue), ("Source", a.source), ("Quoted", a.quoted)):
        if place := lines.text_bound(role, _bounds(spans)):
            arguments.append(f"{role}:{place}")
    if a.addressee and (place := lines.text_bound("Addressee", _bounds([a.addressee]))):
        arguments.append(f"Addressee:{place}")
    outlets = [_outlet(outlet, lines) for outlet in a.via]
    places = [outlet["span"] for outlet in outlets if outlet["span"]]
    arguments += [f"Via{number if number > 1 else ''}:{place}" for number, place in enumerate(places, start=1)]
    if a.parent in events:
        arguments.append(f"Parent:{events[a.parent]}")
    event = lines.add("E", " ".join(arguments))
    lines.add("A", f"Kind {event} {a.kind}")
    if a.negated:
        lines.add("A", f"Negated {event}")
    if a.stance is not Stance.ASSERTED:
        lines.add("A", f"Stance {event} {a.stance}")
    known = {
        "id": a.id,
        "cue_lemma": a.cue_lemma,
        "confidence": a.confidence,
        "speaker_confidence": a.speaker_confidence,
        "via": outlets or None,
    }
    lines.notes(event).update({name: value for name, value in known.items() if value is not None})


def _outlet(outlet: Outlet, lines: _Lines) -> dict[str, str | None]:
    return {"name": outlet.name, "span": lines.text_bound("Outlet", _bounds([outlet.span] if outlet.span else []))}


def _write_speaker(speaker: Speaker, key: str, said: list[str], lines: _Lines) -> None:
    """Write references to a speaker for all mentions and attributions, and a note to the first of them."""
    mentions = [lines.text_bound("Mention", _bounds([mention])) for mention in speaker.mentions]
    places = [*dict.fromkeys(mention for mention in mentions if mention), *said]
    name = " ".join(encodable(speaker.name or "").split())
    for place in places:
        lines.add("N", f"Reference {place} Speaker:{key}\t{name}")
    if places:
        about = {"id": speaker.id, "name": speaker.name, "kind": str(speaker.kind), "titles": list(speaker.titles)}
        if speaker.members:
            about["members"] = [member.id for member in speaker.members]
        lines.notes(places[0]).setdefault("speakers", {})[key] = about


@attrs.define
class _Lines:
    """The lines for a text, by the first letter of their ids."""

    text: str
    _lines: dict[str, list[str]] = attrs.Factory(lambda: {letter: [] for letter in "TEAN#"})
    _text_bound: dict[tuple[str, tuple[Fragment, ...]], str] = attrs.Factory(dict)
    _notes: dict[str, dict[str, Any]] = attrs.Factory(dict)

    def add(self, letter: str, data: str) -> str:
        """Add a line; return its id."""
        line_id = f"{letter}{len(self._lines[letter]) + 1}"
        self._lines[letter].append(f"{line_id}\t{data}\n")
        return line_id

    def text_bound(self, kind: str, spans: Iterable[Fragment]) -> str | None:
        """Add a line for spans, unless there is one; return its id, or None if they are nothing but line breaks."""
        fragments = tuple(split(self.text, spans))
        if fragments and (kind, fragments) not in self._text_bound:
            offsets = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(self.text[start:end] for start, end in fragments)
            self._text_bound[kind, fragments] = self.add("T", f"{kind} {offsets}\t{words}")
        return self._text_bound.get((kind, fragments))

    def notes(self, line_id: str) -> dict[str, Any]:
        """Return the note of a line, to be added to."""
        return self._notes.setdefault(line_id, {})

    def as_text(self) -> str:
        """Return all lines, notes last."""
        for line_id, note in self._notes.items():
            self.add("#", f"AnnotatorNotes {line_id}\t{to_line(encodable(note))}")
        return "".join(line for lines in self._lines.values() for line in lines)
