"""Decide who speaks in conversations, where few quotations have a cue of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotekit.attributions.draft import Draft
from quotekit.speakers.conversations.decoding import Choice, choose_speakers
from quotekit.speakers.conversations.scenes import Scene, set_scenes
from quotekit.speakers.conversations.turns import Turn, find_turns
from quotekit.speakers.conversations.weights import conversation_weights
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Joint, Named, Referent
from quotekit.text import Bounds

__all__ = ["decide_conversations"]

#: The name under which these decisions are recorded.
_HOW = "conversation"
# A conversation ends where this much narration follows a turn.
_MAX_GAP_CHARS = 1500
# The minimum number of turns that are nothing but a quotation and follow right after another.
_MIN_BARE_TURNS = 2
_MIN_PROBABILITY = 0.4
_SECOND_PERSON = re.compile(r"\?|\b(?:you|your|yours)\b", re.IGNORECASE)
_MIN_ADDRESSING = 1


def decide_conversations(
    drafts: Sequence[Draft], discourse: Discourse, min_confidence: float | None = None
) -> dict[int, Decision]:
    """
    Decide on the quotations of conversations.

    A conversation is a run of turns of which some are nothing but a quotation right after another turn. News hardly
    has any, so its quotations are left alone.

    Args:
        drafts: The attributions in text order.

        discourse: What is known once the sieves have decided.

        min_confidence: The lowest confidence of names to give, from 0 to 1; one that suits dialogues if not given.

    Returns:
        The decisions by draft, for those without a name beside them.
    """
    scenes = set_scenes(find_turns(drafts, discourse), discourse)
    spoken = [run for run in _runs(scenes) if _is_conversation(run, discourse)]
    if not spoken:
        return {}
    places = {scene.turn.drafts for run in spoken for scene in run}
    choices = choose_speakers(scenes, discourse, conversation_weights())
    threshold, printed = _MIN_PROBABILITY if min_confidence is None else min_confidence, _printed(scenes)
    return {
        number: decision
        for scene, choice in zip(scenes, choices, strict=True)
        if scene.turn.drafts in places and choice.probability >= threshold
        for number, decision in _decisions(scene.turn, choice, printed, discourse)
    }


def _runs(scenes: Sequence[Scene]) -> Iterator[list[Scene]]:
    """Yield the runs of neighbouring turns."""
    run: list[Scene] = []
    for scene in scenes:
        if run and scene.gap.size >= _MAX_GAP_CHARS:
            yield run
            run = []
        run.append(scene)
    if run:
        yield run


def _is_conversation(run: Sequence[Scene], discourse: Discourse) -> bool:
    """Return whether people talk to each other in a run of turns."""
    bare = sum(scene.is_adjacent and _is_bare(scene) for scene in run[1:])
    text = discourse.index.text
    addressing = sum(
        any(_SECOND_PERSON.search(text, *bounds) for bounds in scene.turn.quotations) or bool(scene.names.addressed)
        for scene in run
    )
    return bare >= _MIN_BARE_TURNS and addressing >= _MIN_ADDRESSING


def _is_bare(scene: Scene) -> bool:
    """Return whether a turn has no source, and nothing is beside it in its paragraph."""
    return scene.turn.source is None and not (scene.before.size or scene.between.size or scene.after.size)


def _printed(scenes: Iterable[Scene]) -> dict[Referent, tuple[Bounds, ...]]:
    """Return where those without a name are described or say "I"; those with a name have mentions of their own."""
    printed: dict[Referent, tuple[Bounds, ...]] = {}
    for scene in scenes:
        prior = scene.turn.prior
        if prior is not None and prior.mentions and isinstance(prior.referent, Described | Author):
            printed.setdefault(prior.referent, prior.mentions)
        if scene.turn.described is not None and scene.turn.source is not None:
            printed.setdefault(scene.turn.described, (scene.turn.source,))
        for narration in (scene.gap, scene.before, scene.between, scene.after):
            if narration.first_person is not None:
                printed.setdefault(Author(), (narration.first_person,))
    return printed


def _decisions(
    turn: Turn, choice: Choice, printed: Mapping[Referent, tuple[Bounds, ...]], discourse: Discourse
) -> Iterator[tuple[int, Decision]]:
    """Yield the decisions on the drafts of a turn, except on one whose source names the speaker."""
    if choice.speaker is None:
        return
    mentions = () if turn.source is None or turn.anchor is not None else (turn.source,)
    if not isinstance(choice.speaker, Named | Joint):
        mentions = (*printed.get(choice.speaker, ()), *mentions)
        if not mentions:
            return
    for number in turn.drafts:
        before = discourse.decision_on(number)
        if turn.anchor is None or before is None or before.referent != turn.anchor:
            yield number, Decision(choice.speaker, _HOW, mentions=mentions, confidence=choice.probability)
