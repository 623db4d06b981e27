"""
Texts that mark their attributions.

``{s Ida Holm}`` is a source, ``{c said}`` a cue and ``{t it is late}`` a content; a digit after the letter tells the
attributions apart, and without one it is the first. Content may have others inside: ``{t1 {s2 Dray} {c2 knew} {t2 it}}``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.parents import set_parents
from quotekit.english.lemmas import cue_lemma
from quotekit.records import Attribution, Kind, Spans, Speaker, SpeakerKind
from quotekit.speakers.resolved import ResolvedDraft

__all__ = ["parse_marked", "resolved_drafts"]

_TOKEN = re.compile(r"\{([sct])(\d*) |\}")
_PRONOUNS = frozenset({"he", "her", "i", "she", "the minister", "we"})
_ORGANIZATIONS = re.compile(
    r"(?:the |a |The )?(?:Reef Times|Reef Herald|Times|CNN|BBC|Kyodo|Reuters|Xinhua|officials|paper)", re.IGNORECASE
)


def parse_marked(marked: str) -> tuple[str, list[Attribution]]:
    """A text without its marking, and its attributions by number: "she" is whoever was named last, outlets are bodies."""
    text, last = "", 0
    opened: list[tuple[str, int, int]] = []
    parts: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for found in _TOKEN.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        if found[1]:
            opened.append((found[1], int(found[2] or 1), len(text)))
        else:
            role, number, start = opened.pop()
            parts.setdefault(number, {}).setdefault(role, []).append((start, len(text)))
    text += marked[last:]
    assert not opened
    assert not set("{}") & set(text)
    made: list[Attribution] = []
    name = ""
    for number, roles in sorted(parts.items()):
        content, cue, source = (Spans.of(text, roles.get(role, [])) for role in "tcs")
        name = name if not source or source.text.lower() in _PRONOUNS else source.text.split()[-1]
        made.append(_attribution(f"a{number}", content, cue, source, name))
    drafts = set_parents([Draft(one.content, one.cue, one.source) for one in made])
    parents = [None if draft.parent is None else made[draft.parent].id for draft in drafts]
    return text, [attrs.evolve(one, parent=parent) for one, parent in zip(made, parents, strict=True)]


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
