"""What is found out about single sources, and how it becomes the article's speakers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import attrs

from quotekit.records import Spans, Speaker, SpeakerKind, TextSpan

__all__ = ["Answer", "number_answers"]


@attrs.frozen
class Answer:
    """A speaker without its id."""

    #: Equal for equal speakers.
    key: Hashable
    #: As in :class:`~quotekit.records.Speaker`.
    name: str | None
    #: As in :class:`~quotekit.records.Speaker`.
    kind: SpeakerKind
    #: As in :class:`~quotekit.records.Speaker`.
    titles: tuple[str, ...] = ()
    #: Bounds of the mentions, known whatever the source; never none.
    bounds: tuple[tuple[int, int], ...] = ()
    #: Bounds of the source itself where that is a mention too: a pronoun, or a description of somebody named.
    more: tuple[tuple[int, int], ...] = ()

    def seen_at(self, piece: TextSpan) -> Answer:
        """Return the answer with one mention more: a pronoun, or a description."""
        return attrs.evolve(self, more=((piece.start, piece.end),))


def number_answers(text: str, answers: Sequence[Answer | None]) -> tuple[tuple[Speaker, ...], tuple[int | None, ...]]:
    """
    Turn answers into speakers, numbered in the order of their first mentions.

    Args:
        text: The article's text.

        answers: What was found out about each source; None where nothing was.

    Returns:
        The speakers, and for each answer the index of its speaker.

    Example:
        >>> answer = Answer("holm", "Ida Holm", SpeakerKind.PERSON, bounds=((0, 8),))
        >>> number_answers("Ida Holm left.", [answer, None, answer])[1]
        (0, None, 0)
    """
    first: dict[Hashable, Answer] = {}
    bounds: dict[Hashable, set[tuple[int, int]]] = {}
    for answer in filter(None, answers):
        known = first.setdefault(answer.key, answer)
        # The sources of a named speaker share the bounds of its mentions.
        if known is answer or known.bounds is not answer.bounds:
            bounds.setdefault(answer.key, set()).update(answer.bounds)
        bounds[answer.key].update(answer.more)
    keys = sorted(first, key=lambda key: min(bounds[key]))
    speakers = tuple(
        Speaker(f"s{i}", first[key].name, first[key].kind, first[key].titles, Spans.of(text, sorted(bounds[key])))
        for i, key in enumerate(keys, 1)
    )
    place = {key: i for i, key in enumerate(keys)}
    return speakers, tuple(None if answer is None else place[answer.key] for answer in answers)
