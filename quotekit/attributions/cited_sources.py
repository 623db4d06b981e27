"""Give what an outlet reports to the source that it cites for it: "Kyodo reported, citing a ministry source"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_given_name, kind_of_noun, normalize, singular
from quotekit.names import Mention
from quotekit.names.outlets import find_outlets
from quotekit.names.source_phrases import find_head_end, parse_source
from quotekit.records import Spans, SpeakerKind
from quotekit.text import TextIndex
from quotekit.text.sentences import find_sentences

__all__ = ["attribute_to_cited_sources"]

_CITES = re.compile(r"(?:(?:also|and|had|has|have|then)\s+){0,2}(?:cit|quot)(?:es|ed|ing)", re.IGNORECASE)
_REPORTING = frozenset(
    [
        *("according to", "add", "claim", "confirm", "disclose", "note", "per", "publish", "report", "reveal", "say"),
        *("state", "suggest", "tell", "write"),
    ]
)
_RELATIVE = frozenset({"that", "which"})
_AS_SAYING = re.compile(r",?\s+(?P<as>as\s+(?:having\s+said|saying|stating|telling\s+\w+))\b[:,]?\s*")
# What ends the cited source where the statement follows: "citing a memo, that", "according to Kyodo, citing a memo,".
_THAT = re.compile(r",\s+(?=that\s)")
_COMMA = re.compile(r",\s+")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?P<outlet>[^,;:!?\n]+),\s+$")
_TAIL = re.compile(r"[\s,;:]*(?:\sas\s+saying[\s,;:]*|,\s+(?:which|who|whose)\b.*)?$", re.DOTALL)
# "reported on Friday, citing", "the BBC, which cited".
_BEHIND = re.compile(
    r"(?:\s+(?:\w+\s+){0,2}(?:\w+day|today|yesterday|earlier|first))?,?\s+"
    r"(?P<citing>(?:also\s+)?(?:citing|quoting)|which\s+(?:also\s+|has\s+|had\s+)?(?:cited|quoted))\s+"
)
_AHEAD = re.compile(r"\b(?:Citing|Quoting)\s+(?P<cited>[^;:!?\n\"“”]+),\s+$")
_UP_TO_MARK = re.compile(r"[^,;:!?\n\"“”()—–]+")
# "A report by Reuters".
_BY = re.compile(r"\s+(?:by|from|in|on)\s+")
# "Japan's state media", "several news outlets".
_PRESS = re.compile(
    r"(?:[\w.’'-]+\s+){0,4}(?:(?:media|news|press)\s+(?:accounts?|agency|agencies|organi[sz]ations?|outlets?|reports?|sites?)"
    r"|broadcasters?|media|newspapers?|press|radio|television|TV)",
    re.IGNORECASE,
)
# Characters around an attribution in which its citing is looked for.
_REACH = 300
# No more characters stand between "reported" and "citing".
_FAR = 1000
_NAME_REACH = 60
_BOUNDS = tuple[int, int]


def attribute_to_cited_sources(text: str, draft: Sequence[Draft], mentions: Sequence[Mention]) -> list[Draft]:
    """
    Give what outlets report to the sources that they cite for it.

    A source is somebody who can speak or something that can be read: where an outlet cites low growth, or where a
    person cites somebody, nothing changes. What is changed keeps its confidence: the content and the cue are as likely
    as before, and whether annotators would call "citing" an attribution says nothing of who is cited.

    Args:
        text: The article's text.

        draft: What the tagger found.

        mentions: The names in the text, in text order.

    Returns:
        The attributions in text order of their content. A report has the cited source in the outlet's place, and what
        only says "citing" is gone.

    Example:
        >>> text = "The dam is old, Kyodo reported, citing a ministry source."
        >>> parts = [((0, 14), (22, 30), (16, 21)), ((39, 56), (32, 38), (16, 21))]
        >>> draft = [Draft(*(Spans.of(text, [bounds]) for bounds in roles), 0.9, ()) for roles in parts]
        >>> [(t.content.text, t.cue.text, t.source.text) for t in attribute_to_cited_sources(text, draft, [])]
        [('The dam is old', 'reported', 'a ministry source')]
    """
    tracer = _Tracer(text, draft, mentions)
    citing = [i for i, one in enumerate(draft) if one.cue and one.content and _CITES.fullmatch(one.cue[0].text)]
    for i in citing:
        tracer.trace_citing(i)
    for i in tracer.reports():
        tracer.trace_plain(i)
    return tracer.traced()


class _Tracer:
    """The attributions of one text, changed one after the other."""

    def __init__(self, text: str, draft: Sequence[Draft], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._tagged = draft
        self._phrases = _Phrases(text, mentions)
        self._new: dict[int, Draft | None] = {}
        self._by_source: dict[int, list[int]] = {}
        for i, one in enumerate(draft):
            if len(one.source) == 1 and one.cue and cue_lemma(one.cue.text) in _REPORTING:
                self._by_source.setdefault(one.source[0].end, []).append(i)
        self._spoken = sorted((p.start, p.end, i) for i, one in enumerate(draft) for p in (*one.cue, *one.source))

    def traced(self) -> list[Draft]:
        """Return the attributions as they are now."""
        now = [self._new.get(i, one) for i, one in enumerate(self._tagged)]
        kept = [one for one in now if one is not None]
        return sorted(kept, key=lambda one: one.content.start or 0) if self._new else kept

    def trace_citing(self, i: int) -> None:
        """Read an attribution whose cue says "citing" or "quoting"."""
        one = self._tagged[i]
        outlet_end = self._outlet_end(one)
        if outlet_end is None:
            return
        changed = self._saying(one)
        cited = self._cited(one) if changed is None else None
        report = None if cited is None else self._report(one, outlet_end, cited)
        if cited is not None and report is not None:
            self._new[report] = self._with_source(report, cited)
            self._new[i] = None
        elif changed or (changed := self._with_statement(one)):
            self._new[i] = changed

    def trace_plain(self, i: int) -> None:
        """Read a report that words follow or precede that say "citing", where the tagger saw nobody cite."""
        one = self._tagged[i]
        found = self._cited_behind(one) or self._cited_ahead(one)
        if found is None or i in self._new or not self._phrases.is_outlet(one.source[0].start, one.source[0].end):
            return
        start, cited = found
        # Where the tagger has called the source its own content, nothing else is lost.
        beside = self._beside(start, cited[1])
        hollow = all(self._tagged[k].source == self._tagged[k].content for k in beside)
        if hollow and not _touches(one.content, start, cited[1]) and self._phrases.is_source(*cited):
            self._new[i] = self._with_source(i, cited)
            self._new.update(dict.fromkeys(beside))

    def reports(self) -> list[int]:
        """Return the indices of what is reported, by whomever."""
        return [i for same in self._by_source.values() for i in same]

    def _beside(self, start: int, end: int) -> list[int]:
        """Indices of the attributions whose cue or source has characters of a stretch of text."""
        first, last = (bisect_left(self._spoken, (at,)) for at in (start - _REACH, end))
        return [i for _, piece_end, i in self._spoken[first:last] if piece_end > start]

    def _with_source(self, i: int, cited: _BOUNDS) -> Draft:
        return attrs.evolve(self._tagged[i], source=Spans.of(self._text, [cited]))

    def _outlet_end(self, one: Draft) -> int | None:
        """Where the outlet's name ends that cites, also before "which"; None where no outlet does."""
        start = one.cue[0].start
        if not one.source:
            found = _ACCORDING.search(self._text, max(0, start - _NAME_REACH), start)
            return found.end("outlet") if found and self._phrases.is_outlet(*found.span("outlet")) else None
        start, end = one.source[0].start, one.source[-1].end
        if one.source.text in _RELATIVE:
            begin = max(0, start - _NAME_REACH)
            end = begin + len(self._text[begin:start].rstrip(", "))
            return end if self._phrases.ends_in_outlet(begin, end) else None
        return end if self._phrases.is_outlet(start, end) else None

    def _saying(self, one: Draft) -> Draft | None:
        """The attribution of "quoted a source as saying …" with that source; None where it is something else."""
        begin = one.cue[0].end
        found = _AS_SAYING.search(self._text, begin, begin + _REACH)
        cited = self._trimmed(begin, found.start()) if found else None
        if found is None or cited is None or not self._is_one_sentence(begin, found.start()):
            return None
        content = _without(self._text, one.content, begin, found.end())
        if not content or not self._phrases.is_source(*cited):
            return None
        cue = Spans.of(self._text, [(one.cue[0].start, begin), found.span("as")])
        return attrs.evolve(one, content=content, cue=cue, source=Spans.of(self._text, [cited]))

    def _with_statement(self, one: Draft) -> Draft | None:
        """The attribution of "citing a memo, that …", of which the content has both, with the memo as its source."""
        first, begin = one.content[0], one.cue[0].start
        according = _ACCORDING.search(self._text, max(0, begin - _NAME_REACH), begin)
        found = (_COMMA if according else _THAT).search(self._text, first.start, first.end)
        if found is None or first.start < begin or not self._phrases.is_source(first.start, found.start()):
            return None
        content = _without(self._text, one.content, first.start, found.end())
        source = Spans.of(self._text, [(first.start, found.start())])
        return attrs.evolve(one, content=content, source=source) if content else None

    def _cited(self, one: Draft) -> _BOUNDS | None:
        """The bounds of the source that is the content of "citing"; None where what is cited is none."""
        piece = one.content[0]
        if len(one.content) > 1 or piece.start < one.cue[0].end:
            return None
        cited = self._trimmed(piece.start, piece.end)
        if cited is None or _AS_SAYING.search(self._text, *cited) or not self._phrases.is_source(*cited):
            return None
        return cited

    def _report(self, citing: Draft, outlet_end: int, cited: _BOUNDS) -> int | None:
        """Index of what the outlet reports in the sentence in which it cites: the one nearest to "citing"."""
        at = citing.cue[0].start
        near = []
        for i in self._by_source.get(outlet_end, ()):
            one = self._tagged[i]
            cue = one.cue[0].start
            parts = (*one.content, *one.cue)
            apart = all(piece.end <= cited[0] or cited[1] <= piece.start for piece in parts)
            if one is not citing and i not in self._new and apart and self._is_one_sentence(cue, at):
                near.append((abs(cue - at), i))
        return min(near)[1] if near else None

    def _cited_behind(self, one: Draft) -> tuple[int, _BOUNDS] | None:
        """Where "citing" right behind a report's outlet or verb begins, and the bounds of what is cited."""
        ends = [(one.source[-1].end, False), (one.cue[-1].end, False)]
        ends += [(one.content[-1].end, True)] if one.content else []
        for at, is_far in ends:
            found = _BEHIND.match(self._text, at, at + _REACH)
            rest = _UP_TO_MARK.match(self._text, found.end(), found.end() + _REACH) if found else None
            if found and rest:
                stops = find_sentences(rest.group())
                cited = self._trimmed(rest.start(), rest.start() + stops[0] if stops else rest.end(), full_stop=True)
                # In "Kyodo reported that the ministry had refused, citing …" the ministry might do so.
                if cited is not None and not (is_far and not self._phrases.is_unnamed(*cited)):
                    return found.start("citing"), cited
        return None

    def _cited_ahead(self, one: Draft) -> tuple[int, _BOUNDS] | None:
        """Where "Citing …" right before a report's outlet begins, and the bounds of what is cited."""
        start = one.source[0].start
        found = _AHEAD.search(self._text, max(0, start - _REACH), start)
        if found is None or not self._is_one_sentence(found.start(), start):
            return None
        return found.start(), found.span("cited")

    def _is_one_sentence(self, one: int, other: int) -> bool:
        """Return whether two offsets stand in one sentence, not too far apart."""
        start, end = sorted((one, other))
        return end - start <= _FAR and not find_sentences(self._text[start:end])

    def _trimmed(self, start: int, end: int, *, full_stop: bool = False) -> _BOUNDS | None:
        """Bounds without white space, marks, and "as saying" at the end; None where nothing else, or much, is there."""
        if end - start > _REACH:
            return None
        phrase = self._text[start:end]
        bare = _TAIL.sub("", phrase.rstrip(" .") if full_stop else phrase)
        begin = start + len(bare) - len(bare.lstrip())
        return (begin, start + len(bare)) if bare.strip() else None


class _Phrases:
    """Tells outlets and sources among the phrases of one text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention.name_start for mention in mentions]

    def is_outlet(self, start: int, end: int) -> bool:
        """Return whether a phrase is an outlet, several, or what one prints: "Japan's Kyodo news agency", "a BBC report"."""
        head_end = find_head_end(TextIndex(self._text), (start, end), self._within(start, end))
        piece = _BY.match(self._text, head_end, end)
        if piece and singular(self._text[start:head_end].rpartition(" ")[2]) in load_words("press_pieces"):
            return self.ends_in_outlet(piece.end(), end)
        described = normalize(self._text[start:head_end]).removeprefix("the ") in load_words("outlet_descriptions")
        is_press = described or _PRESS.fullmatch(self._text, start, head_end) is not None
        return is_press or self.ends_in_outlet(start, head_end)

    def ends_in_outlet(self, start: int, end: int) -> bool:
        """Return whether a stretch of text ends in the name of an outlet, or in what it is or prints."""
        outlets = find_outlets(TextIndex(self._text[start:end]))
        if not outlets or normalize(outlets[-1].name) in load_words("platforms"):
            return False
        at, last = start + outlets[-1].start, start + outlets[-1].end
        people = (m for m in self._within(start, end) if m.kind is SpeakerKind.PERSON and m.start <= at < m.end)
        is_person = any(is_given_name(m.name.text.split()[0]) for m in people)
        return not is_person and bool(_what_it_is().fullmatch(self._text, last, end))

    def is_source(self, start: int, end: int) -> bool:
        """Return whether a phrase is somebody who can speak, or something that can be read."""
        if not self._text[start].isalnum():
            return False
        reading = parse_source(TextIndex(self._text), (start, end), self._within(start, end))
        if reading.kind is SpeakerKind.DOCUMENT:
            # "Its own poll" speaks for the outlet.
            return reading.whose is None and singular(reading.noun) in load_words("cited_documents")
        if reading.named:
            return is_outlet(self._text[start:end]) or all(map(self._can_speak, reading.named))
        return reading.kind is not None and kind_of_noun(reading.noun) is not None

    def is_unnamed(self, start: int, end: int) -> bool:
        """Return whether a phrase means people of whom it only says that they know: "sources", "a person who was there"."""
        return parse_source(TextIndex(self._text), (start, end), self._within(start, end)).kind is SpeakerKind.UNNAMED

    def _can_speak(self, mention: Mention) -> bool:
        """Return whether a name is an organization's, or surely a person's."""
        if mention.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP) or _is_full(mention):
            return True
        return normalize(mention.name.surname) in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The surnames, normalized, of those whom the text names in full."""
        return frozenset(normalize(mention.name.surname) for mention in self._mentions if _is_full(mention))

    def _within(self, start: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _is_full(mention: Mention) -> bool:
    """Return whether a name has a given name or a title with it."""
    return mention.kind is not SpeakerKind.DOCUMENT and bool(mention.name.given or mention.name.titles)


@cache
def _what_it_is() -> re.Pattern[str]:
    """Matches what may follow an outlet's name: "news agency", "'s Persian service", "report"."""
    nouns = load_words("outlet_descriptions") | load_words("press_pieces") | {"agency", "daily", "service", "weekly"}
    alternatives = "|".join(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"(?:['’]s?)?(?:(?:\s+[\w-]+){{0,2}}?\s+(?:{alternatives})s?)?")


def _without(text: str, spans: Spans, start: int, end: int) -> Spans:
    """Spans with a stretch of text cut out of them."""
    parts = (part for p in spans for part in ((p.start, min(p.end, start)), (max(p.start, end), p.end)))
    return Spans.of(text, [part for part in parts if part[0] < part[1] and text[slice(*part)].strip()])


def _touches(spans: Spans, start: int, end: int) -> bool:
    """Return whether spans have characters of a stretch of text."""
    return any(piece.start < end and start < piece.end for piece in spans)
