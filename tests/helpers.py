"""What tests read from marked texts: drafts, attributions, quotations and speakers of the package, from marks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.parents import set_parents
from quotekit.attributions.rules import Context, Rule
from quotekit.english.lemmas import cue_lemma
from quotekit.metadata import read_credits
from quotekit.names import Mention, find_mentions
from quotekit.provenance import find_via
from quotekit.records import Attribution, Kind, Spans, Speaker, SpeakerKind
from quotekit.speakers import Resolution, resolve_speakers
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.tagger.config import CONFIG_FILE, Config, settings_checksum
from quotekit.text import Bounds, Quotation, TextIndex
from tests.markup import Mark, Marked, MarkupError, parse

__all__ = [
    "CONFIG",
    "MarkedArticle",
    "Told",
    "context_of",
    "draft_of",
    "drafts_of",
    "outlet_names",
    "parse_article",
    "parse_marked",
    "parts_of",
    "quotations_of",
    "resolved_drafts",
    "ruled",
    "write_settings",
]


def drafts_of(marked: Marked) -> list[Draft]:
    """Return the attributions that a text marks, in the order of their numbers."""
    return [
        Draft(*(marked.spans(role, number) for role in ("t", "c", "s"))) for number in marked.numbers("t", "c", "s")
    ]


def quotations_of(marked: Marked) -> tuple[Quotation, ...]:
    """Return the quotations that a text marks; both of their marks must have characters."""
    quotations = marked.of("q")
    return tuple(_quotation(marked, mark, sum(_encloses(other, mark) for other in quotations)) for mark in quotations)


def _encloses(outer: Mark, inner: Mark) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def _quotation(marked: Marked, mark: Mark, depth: int) -> Quotation:
    if len(mark.edges) not in (1, 2) or mark.edges[0] == mark.start or mark.edges[1:] == (mark.end,):
        raise MarkupError(marked.text, mark.start, "a quotation has an opening mark, and a closing one or none")
    if mark.answer not in (None, "continued"):
        raise MarkupError(marked.text, mark.start, "a quotation is continued or not")
    inner_start, inner_end = mark.edges[0], [*mark.edges, mark.end][1]
    closed, continues = len(mark.edges) > 1, mark.answer is not None
    return Quotation(mark.start, mark.end, inner_start, inner_end, depth, closed, continues)


#: The confidence is that of the anchor's score alone; the threshold is below the confidence of :func:`draft_of`.
CONFIG = Config("test", 254, 48, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.4, {})


def draft_of(text: str, source: str, cue: str, content: str) -> Draft:
    """Return a draft whose parts are the first places of these strings in the text; none for an empty string."""

    def spans(part: str) -> Spans:
        return Spans.of(text, [(text.index(part), text.index(part) + len(part))] if part else [])

    return Draft(spans(content), spans(cue), spans(source), 0.5)


def context_of(text: str, mentions: Sequence[Mention] = (), boilerplate: Sequence[Bounds] = ()) -> Context:
    """Return what rules may ask about a text."""
    return Context(TextIndex(text), CONFIG, mentions, boilerplate)


_PRONOUNS = frozenset({"he", "her", "i", "she", "the minister", "we"})
_ORGANIZATIONS = re.compile(
    r"(?:the |a |The )?(?:Reef Times|Reef Herald|Times|CNN|BBC|Kyodo|Reuters|Xinhua|officials|paper)", re.IGNORECASE
)


def parse_marked(markup: str) -> tuple[str, list[Attribution]]:
    """Return a text and its attributions by number: "she" is whoever was named last, outlets are organizations."""
    marked = parse(markup)
    made: list[Attribution] = []
    name = ""
    for number in marked.numbers("t", "c", "s"):
        content, cue, source = (marked.spans(role, number) for role in "tcs")
        name = name if not source or source.text.lower() in _PRONOUNS else source.text.split()[-1]
        made.append(_attribution(f"a{number}", content, cue, source, name, marked.text))
    drafts = set_parents([Draft(one.content, one.cue, one.source) for one in made])
    parents = [None if draft.parent is None else made[draft.parent].id for draft in drafts]
    return marked.text, [attrs.evolve(one, parent=parent) for one, parent in zip(made, parents, strict=True)]


def resolved_drafts(attributions: Sequence[Attribution]) -> list[ResolvedDraft]:
    """Return attributions as drafts with their speakers, as they are before they become records."""
    numbers = {attribution.id: number for number, attribution in enumerate(attributions)}
    return [
        ResolvedDraft(Draft(a.content, a.cue, a.source, parent=numbers.get(a.parent or "")), a.speaker)
        for a in attributions
    ]


def _attribution(  # noqa: PLR0917
    name: str, content: Spans, cue: Spans, source: Spans, who: str, text: str
) -> Attribution:
    is_body = _ORGANIZATIONS.fullmatch(source.text) is not None
    kind = SpeakerKind.ORGANIZATION if is_body else SpeakerKind.PERSON
    places = Spans.of(text, [found.span() for found in re.finditer(rf"\b{re.escape(who)}\b", text)] if who else [])
    speaker = Speaker(id=who, name=source.text if is_body else who, kind=kind, mentions=places) if who else None
    return Attribution(
        id=name,
        kind=Kind.INDIRECT,
        content=content,
        quoted=Spans(),
        cue=cue,
        cue_lemma=cue_lemma(cue.text) if cue else None,
        source=source,
        speaker=speaker,
        addressee=None,
        via=(),
        negated=False,
        parent=None,
        confidence=1.0,
    )


#: A speaker's name and kind; None where nothing can be told.
Told = tuple[str | None, str] | None


@attrs.frozen
class MarkedArticle:
    """A text without its marking, and what the marking says."""

    #: The text.
    text: str
    #: The source of each attribution.
    sources: list[Spans]
    #: The content of each attribution.
    contents: list[Spans]
    #: What must be told of each source.
    expected: list[Told]

    def _resolution(self) -> Resolution:
        index = TextIndex(self.text)
        drafts = [Draft(c, source=s) for s, c in zip(self.sources, self.contents, strict=True)]
        # What sieves decide is tested apart from how likely it is.
        found = find_mentions(index)
        return resolve_speakers(index, drafts, found, article_credits=read_credits(index), min_confidence=0.0)

    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers that are found."""
        return self._resolution().speakers

    def resolve(self) -> list[Told]:
        """What is told of each source."""
        speakers = [resolved.speaker for resolved in self._resolution().resolved]
        return [None if speaker is None else (speaker.name, speaker.kind.value) for speaker in speakers]


def _told(marked: str) -> Told:
    name, _, kind = marked.partition(":")
    return None if name == "?" else (None if name == "-" else name, kind or "person")


def parse_article(markup: str) -> MarkedArticle:
    """
    Read an article with its answers.

    Args:
        markup: The marked text.

    Returns:
        The text, and what the marking says.
    """
    marked = parse(markup)
    sources = [Spans.of(marked.text, [mark.bounds]) for mark in marked.of("s")]
    numbers = [mark.number for mark in marked.of("s")]
    assert list(range(1, len(numbers) + 1)) == numbers
    alone = [number for number in marked.numbers("t") if number > len(numbers)]
    answers = [*marked.of("s"), *(marked.of("t", number)[0] for number in alone)]
    return MarkedArticle(
        marked.text,
        [*sources, *(Spans() for _ in alone)],
        [marked.spans("t", number) for number in (*numbers, *alone)],
        [_told(mark.answer or "?") for mark in answers],
    )


def outlet_names(marked: str) -> list[list[str]]:
    """The names of the outlets of each attribution, nearest to the speaker first."""
    text, attributions = parse_marked(marked)
    via = find_via(TextIndex(text), resolved_drafts(attributions), find_mentions(TextIndex(text)))
    return [[outlet.name for outlet in chain] for chain in via]


def parts_of(drafts: Sequence[Draft]) -> list[tuple[Spans, Spans, Spans]]:
    """Return source, cue and content of drafts, without how confident they are."""
    return [(draft.source, draft.cue, draft.content) for draft in drafts]


def ruled(rule: Rule, markup: str) -> list[Draft]:
    """Return what a rule makes of the drafts that a text marks."""
    marked = parse(markup)
    return rule(context_of(marked.text, find_mentions(TextIndex(marked.text))), drafts_of(marked))


def write_settings(folder: Path, settings: Mapping[str, Any]) -> None:
    """Write a model's ``config.json`` with the checksum of these settings."""
    checksums = {**settings["checksums"], CONFIG_FILE: settings_checksum(settings)}
    (folder / CONFIG_FILE).write_text(json.dumps({**settings, "checksums": checksums}), encoding="utf-8")
