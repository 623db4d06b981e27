"""
Articles with their answers marked inline.

``{words=name}`` is a source and the name that its speaker must have; ``{words=name:kind}`` where the speaker is no person;
``{words=-:kind}`` for a speaker without a name; ``{words=?}`` where nothing can be told. ``[2|words]`` is a content: that
of the second source. A content of an attribution without a source is ``[?|words]``, of nobody known, or
``[=name:kind|words]``.
"""

from __future__ import annotations

import re

import attrs

from quotekit.attributions.draft import Draft
from quotekit.metadata import read_credits
from quotekit.names import find_mentions
from quotekit.records import Spans, Speaker
from quotekit.speakers import Resolution, resolve_speakers
from quotekit.text import TextIndex

__all__ = ["MarkedArticle", "Told", "parse_article"]

_MARK = re.compile(r"\{|=(?P<name>[^{}\[\]|=]+)\}|\[(?:(?P<number>\d+)|=(?P<told>[^|\]]+)|(?P<nobody>\?))\||\]")

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
        return resolve_speakers(index, drafts, find_mentions(index), article_credits=read_credits(index))

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


def parse_article(marked: str) -> MarkedArticle:
    """
    Read an article with its answers.

    Args:
        marked: The marked text.

    Returns:
        The text, and what the marking says.
    """
    text, last = "", 0
    opened: list[tuple[int, re.Match[str]]] = []
    sources: list[tuple[int, int]] = []
    expected: list[Told] = []
    contents: dict[int, list[tuple[int, int]]] = {}
    more: list[tuple[tuple[int, int], Told]] = []
    starts: list[int] = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group() == "{":
            starts.append(len(text))
        elif mark["name"]:
            sources.append((starts.pop(), len(text)))
            expected.append(_told(mark["name"]))
        elif mark.group() == "]":
            start, which = opened.pop()
            if which["number"]:
                contents.setdefault(int(which["number"]) - 1, []).append((start, len(text)))
            else:
                more.append(((start, len(text)), _told(which["told"] or "?")))
        else:
            opened.append((len(text), mark))
    text += marked[last:]
    assert not opened
    assert not starts
    assert not set("{}[]|=") & set(text)
    assert set(contents) <= set(range(len(sources)))
    return MarkedArticle(
        text,
        [*(Spans.of(text, [bounds]) for bounds in sources), *(Spans() for _ in more)],
        [*(Spans.of(text, contents.get(i, [])) for i in range(len(sources))), *(Spans.of(text, [b]) for b, _ in more)],
        [*expected, *(told for _, told in more)],
    )
