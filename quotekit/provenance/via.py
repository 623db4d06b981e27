"""Find the outlets that carried each statement to the reader, in its sentence or from the passage before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotekit.english.pronouns import RELATIVE_SUBJECTS
from quotekit.english.verb_classes import saying_kind
from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet, find_outlets
from quotekit.provenance.carriers import Carrier, find_carriers
from quotekit.provenance.excerpts import in_excerpts
from quotekit.provenance.occasions import Place, carry_over
from quotekit.records import Attribution, Outlet, SpeakerKind, TextSpan
from quotekit.text import TextIndex

__all__ = ["find_via"]

# What may stand before "interview with" at the start of a sentence.
_OPENING = re.compile(r"\W*(?:\w+\W+){0,4}")
_OPENING_WORK = re.compile(r"\W*(?:[A-Z]\w+\W+)?")
_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|attributing)\b")
_SUBORDINATE = re.compile(r",(?:[”\"*_’']|'')*\s+(?:after|as|asked|before|speaking|when|where|which|while|who)\b")
_CITED = re.compile(r"\b(?:[Cc]iting|[Qq]uoting|cited|quoted)\s+(?:an?\s+|the\s+)?$")
# Between a statement and "The Times reported" behind it, what follows on that, and between that and a statement after it.
_BEFORE_REPORT = re.compile(r"(?:\s+[\w’'$%-]+){0,8}[\s.”\"’]*,[\s”\"’]*(?:the\s+)?")
_REPORT_ENDS = re.compile(r"(?:\s+(?:\w+\s+)?(?:\w+day|today|yesterday|earlier|first))*\s*(?:[.,;:!?”\"\n—–]|$)")
_AFTER_REPORT = re.compile(r"\s*(?:(?:on\s+)?\w+day\s*)?,?\s*(?:that\s+)?[“\"]?")
_NAME_AT = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,4}(?:at|for|of|with)\s+(?:the\s+)?")
# Between a statement and "in her memoir" behind it.
_BEFORE_WORK = re.compile(r"[\s,”\"’]*(?:(?:\w+ly|again|back|later|once|in \d{4}|of \w+)[\s,]+)?")
# Characters around a cue in which a sentence is looked at.
_REACH = 600


def find_via(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention] = ()
) -> list[tuple[Outlet, ...]]:
    """
    Find the outlets, shows, platforms and documents between speaker and reader.

    Args:
        text: The article's text.

        attributions: Its attributions in text order, with their speakers and parents where they are known.

        mentions: The names in the text.

    Returns:
        For each attribution its outlets, nearest to the speaker first. An outlet has no span where it was named for
        an earlier statement of the same occasion.

    Example:
        >>> from quotekit.records import Kind, Spans
        >>> text = "It is late, she told the BBC."
        >>> parts = {"kind": Kind.INDIRECT, "content": Spans.of(text, [(0, 10)]), "quoted": Spans()}
        >>> parts |= {"cue": Spans.of(text, [(16, 20)]), "cue_lemma": "tell", "source": Spans.of(text, [(12, 15)])}
        >>> rest = {"speaker": None, "addressee": None, "via": (), "negated": False, "parent": None}
        >>> find_via(text, [Attribution(id="a1", **parts, **rest, confidence=1.0)])
        [(Outlet(name='BBC', span=TextSpan(start=25, end=28, text='BBC')),)]
    """
    layout = TextIndex(text)
    places = [_place(a, layout) for a in attributions]
    outlets = find_outlets(layout, mentions)
    carriers = find_carriers(text, outlets, mentions)
    own = _own(text, attributions, places, carriers, layout)
    via = carry_over(text, attributions, places, own, layout)
    for i, outlet in in_excerpts(text, attributions, outlets, layout, mentions).items():
        via[i] = _joined(via[i], (outlet,))
    return _inherited(attributions, via, outlets)


def _place(attribution: Attribution, layout: TextIndex) -> Place:
    anchor = (attribution.cue or attribution.source or attribution.content)[0].start
    return Place(anchor, layout.sentence_of(anchor), layout.paragraph_of(anchor))


def _own(
    text: str,
    attributions: Sequence[Attribution],
    places: Sequence[Place],
    carriers: Iterable[Carrier],
    layout: TextIndex,
) -> dict[int, Carrier]:
    """The carrier that each attribution has in its own sentence, by the attribution's index."""
    own: dict[int, Carrier] = {}
    ordered = sorted(range(len(attributions)), key=lambda i: places[i].anchor)
    anchors = [places[i].anchor for i in ordered]
    for carrier in carriers:
        first, last = bisect_left(anchors, carrier.start - _REACH), bisect_right(anchors, carrier.end + _REACH)
        sentence = layout.sentence_of(carrier.start)
        begin = layout.sentence(sentence)[0]
        near = [i for i in ordered[first:last] if places[i].sentence == sentence]
        fitting = [(i, attributions[i]) for i in near if _fits(text, carrier, attributions[i], begin)]
        at = _nearest(text, carrier, begin, fitting)
        if at is not None:
            own.setdefault(at, carrier)
    return own


def _nearest(text: str, carrier: Carrier, begin: int, fitting: list[tuple[int, Attribution]]) -> int | None:
    """Of a sentence's attributions, the index of the one whose words the outlets carry; *begin* is its offset."""
    opens = bool(_OPENING.fullmatch(text, begin, carrier.start))
    if carrier.way == "on" and not opens:
        # In "experts on Twitter said" it is not said where the words were spoken.
        fitting = [(i, a) for i, a in fitting if _anchor(a) < carrier.start]
    # "Writing for a Reef Times panel that agreed, she said": what opens a sentence belongs to its main clause.
    main = _main_clause(text, carrier.end)
    if main is not None and opens and carrier.way != "saying" and all(_anchor(a) > carrier.start for _, a in fitting):
        fitting = [(i, a) for i, a in fitting if _anchor(a) > main] or fitting
    return min(fitting, key=lambda pair: _distance(carrier, pair[1]), default=(None,))[0]


def _main_clause(text: str, at: int) -> int | None:
    """Offset of the comma with which a phrase that opens a sentence ends, "when asked about it" with it."""
    comma = text.find(",", at, at + _REACH)
    if comma >= 0 and _SUBORDINATE.match(text, comma):
        comma = text.find(",", comma + 1, comma + _REACH)
    return comma if comma >= 0 else None


def _anchor(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start


def _fits(text: str, carrier: Carrier, attribution: Attribution, begin: int) -> bool:
    """Return whether the outlets can carry the attribution: they are neither its source nor in its content."""
    start, end = carrier.outlet
    in_content = any(piece.start <= start and end <= piece.end for piece in attribution.content)
    in_source = any(piece.start < end and start < piece.end for piece in attribution.source)
    if carrier.way == "at":
        return in_source and _is_person(attribution) and _works_there(text, carrier, attribution)
    if carrier.way == "citing":
        return not in_source and _is_cited(text, attribution)
    if carrier.way == "reported" and in_source:
        # "A transcript published by The Reef Times" speaks through the paper; in "as reported by" it is the source.
        return attribution.source[0].start < carrier.start and not attribution.source.text.startswith("as ")
    if in_content or in_source or _is_speaker(carrier, attribution):
        return False
    if carrier.way == "saying":
        return _is_reported(text, carrier, attribution) or _reports_cited(text, carrier, attribution)
    return carrier.way != "work" or _is_in_work(text, carrier, attribution, begin)


def _works_there(text: str, carrier: Carrier, attribution: Attribution) -> bool:
    """Return whether the outlet follows right on a name: "Ida Holm at the National Review"."""
    first = attribution.source.start or 0
    return _NAME_AT.fullmatch(text, first, carrier.outlet[0]) is not None


def _is_cited(text: str, attribution: Attribution) -> bool:
    """Return whether an outlet cites the source: "citing a ministry official"."""
    first = attribution.source.start
    cited = first is not None and _CITED.search(text, max(0, first - 20), first)
    return bool(cited or _CITING.search(attribution.cue.text))


def _is_reported(text: str, carrier: Carrier, attribution: Attribution) -> bool:
    """Whether "The Times reported" stands right behind the attribution, or right before it with "that"."""
    pieces = _pieces(attribution)
    first, last = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    if last <= carrier.start:
        comma = text.rfind(",", last - len(",”"), last)
        last = comma if comma >= 0 else last
        joined = _BEFORE_REPORT.fullmatch(text, last, carrier.start)
        return joined is not None and _REPORT_ENDS.match(text, carrier.end) is not None
    if attribution.source.text.lower() in RELATIVE_SUBJECTS:
        return False
    return carrier.end <= first and _AFTER_REPORT.fullmatch(text, carrier.end, first) is not None


def _reports_cited(text: str, carrier: Carrier, attribution: Attribution) -> bool:
    """Return whether the attribution's cue is the outlet's own verb, and its source is whom the outlet cites for it."""
    start = attribution.cue.start
    return start is not None and carrier.outlet[1] <= start < carrier.end and _is_cited(text, attribution)


def _is_in_work(text: str, carrier: Carrier, attribution: Attribution, begin: int) -> bool:
    """Whether "in her memoir" opens the sentence, or stands right behind a part of the attribution."""
    if text.startswith(("With", "with"), carrier.start) and not _reports(attribution):
        # "With her book “Deep Water” she won": she says nothing there.
        return False
    if _OPENING_WORK.fullmatch(text, begin, carrier.start):
        return True
    if any(piece.start <= carrier.start < piece.end for piece in attribution.cue):
        return True
    ends = [piece.end for piece in _pieces(attribution) if piece.end <= carrier.start]
    return bool(ends) and bool(_BEFORE_WORK.fullmatch(text, max(ends), carrier.start))


def _reports(attribution: Attribution) -> bool:
    return saying_kind(attribution.cue_lemma) in ("stating", "writing")


def _is_speaker(carrier: Carrier, attribution: Attribution) -> bool:
    """Return whether the outlet itself speaks."""
    name = attribution.speaker.name if attribution.speaker else None
    return name is not None and normalize(name) in {normalize(outlet.name) for outlet in carrier.outlets}


def _is_person(attribution: Attribution) -> bool:
    speaker = attribution.speaker
    return speaker is not None and speaker.kind is SpeakerKind.PERSON


def _pieces(attribution: Attribution) -> list[TextSpan]:
    return [piece for part in (attribution.content, attribution.cue, attribution.source) for piece in part]


def _distance(carrier: Carrier, attribution: Attribution) -> int:
    """Characters between carrier and cue."""
    part = attribution.cue or attribution.source or attribution.content
    return min(max(0, carrier.start - p.end, p.start - carrier.end) for p in part)


def _joined(via: tuple[Outlet, ...], others: Iterable[Outlet]) -> tuple[Outlet, ...]:
    """Outlets with others behind them, each once."""
    names = {normalize(outlet.name) for outlet in via}
    return (*via, *(outlet for outlet in others if normalize(outlet.name) not in names))


def _inherited(
    attributions: Sequence[Attribution], via: Sequence[tuple[Outlet, ...]], outlets: Sequence[NamedOutlet]
) -> list[tuple[Outlet, ...]]:
    """Give what stands inside another statement the outlets that carried this, and that outlet that makes it."""
    index = {attribution.id: i for i, attribution in enumerate(attributions)}
    parents = [index.get(attribution.parent or "") for attribution in attributions]
    starts = [outlet.start for outlet in outlets]
    whole: dict[int | None, tuple[Outlet, ...]] = {None: ()}
    for i in range(len(attributions)):
        chain: list[int] = []
        at: int | None = i
        while at is not None and at not in whole and at not in chain:
            chain.append(at)
            at = parents[at]
        for k in reversed(chain):
            parent = parents[k]
            speaks = () if parent is None else _speaking(attributions[parent], outlets, starts)
            above = (*speaks, *whole.get(parent, ()))
            whole[k] = _joined(via[k], (Outlet(outlet.name) for outlet in above))
    return [whole[i] for i in range(len(attributions))]


def _speaking(attribution: Attribution, outlets: Sequence[NamedOutlet], starts: Sequence[int]) -> tuple[Outlet, ...]:
    """The outlet that makes a statement itself, if one does."""
    source = attribution.source
    relays = saying_kind(attribution.cue_lemma) in ("stating", "writing") or attribution.cue_lemma in (
        "according to",
        "per",
    )
    if (
        not relays
        or not source
        or attribution.speaker is None
        or attribution.speaker.kind is not SpeakerKind.ORGANIZATION
    ):
        return ()
    for outlet in outlets[bisect_left(starts, source.start or 0) : bisect_right(starts, source[-1].end - 1)]:
        if len(source.text) - (outlet.end - outlet.start) <= len("the "):
            return (Outlet(outlet.name),)
    return ()
