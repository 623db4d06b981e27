"""Attributions of texts that mark them, as :mod:`tests.markup` documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.parents import set_parents
from quotekit.english.lemmas import cue_lemma
from quotekit.records import Attribution, Kind, Spans, Speaker, SpeakerKind
from quotekit.speakers.resolved import ResolvedDraft
from tests.markup import parse

__all__ = ["parse_marked", "resolved_drafts"]

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
        made.append(_attribution(f"a{number}", content, cue, source, name))
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


def _attribution(name: str, content: Spans, cue: Spans, source: Spans, who: str) -> Attribution:
    is_body = _ORGANIZATIONS.fullmatch(source.text) is not None
    kind = SpeakerKind.ORGANIZATION if is_body else SpeakerKind.PERSON
    speaker = Speaker(id=who, name=source.text if is_body else who, kind=kind) if who else None
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
