"""Where the sentences of the sources begin and end, and what is around a passage."""

from __future__ import annotations

import re
from bisect import bisect_right

from quotekit.text.sentences import find_sentences
from quotekit.verify.sources import SourceTexts

__all__ = ["Places"]

# Who speaks, at the beginning of a transcript's turn, after the time.
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s{1,3}"
_LABEL = re.compile(rf"(?:{_TIME})?(?:[A-Z][\w.'’() -]{{0,40}}:|[QA][.:])\s*")
# What is before the words of a subtitle goes on where the sentence before it does not end.
_SUBTITLE = re.compile(r"(?:\d{1,6}\r?\n)?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})? -->")
# In texts with so small a share of capitals, as in chats, sentences begin without them.
_FEW_CAPITALS = 0.005
_LOWER_BEGINNING = re.compile(r"(?<=[.!?…])[\"”’')]{0,2}\s{1,8}[a-z]")
# A line that ends so is not continued by the next one.
_ENDED = re.compile(r"(?:[.!?:;…]|[\"”’)\]])[ \t]*\Z")
# A figure at the end of a sentence looks like that of a list, "since Nov. 3. They", and "4 pm. They" like a title.
_AFTER_FIGURE = re.compile(r"(?:[A-Za-z][.,]?[ ]\d|\d[ ]?[ap]m)[.][ ]{1,2}(?=[\"“‘'(\[]?[A-Z])")
_OPENING = re.compile(r"[\"“«„][ ]?\Z")
_CLOSING = re.compile(r"[,.;!?…]{0,3}[\"”»]")
_NEAR_CHARS = 4
# How much of a long sentence is shown around a passage.
_MAX_CONTEXT_CHARS = 240


class Places:
    """
    The sentences of the sources.

    Args:
        sources: The sources.
    """

    def __init__(self, sources: SourceTexts) -> None:
        self._sources = sources
        self._sentences: dict[str, list[int]] = {}

    def sentence_of(self, word: int) -> tuple[str, int]:
        """Return the sentence that a word is in: the id of its source, and the number of the sentence."""
        source = self._sources.id_of(word)
        return source, bisect_right(self._starts(source), int(self._sources.starts[word]))

    def is_start(self, word: int) -> bool:
        """Return whether a word is the first of a sentence, of a turn, or of a quotation in the source."""
        return self.sentence_start(word) == word or self._opens(word)

    def is_end(self, word: int) -> bool:
        """Return whether a word is the last of a sentence, or of a quotation in the source."""
        text = self._sources.texts[self._sources.id_of(word)]
        end = int(self._sources.ends[word])
        return self.sentence_end(word) == word or _CLOSING.match(text, end, end + _NEAR_CHARS) is not None

    def sentence_start(self, word: int) -> int:
        """Return the first word of the sentence that a word is in, after the speaker's label if there is one."""
        source, number = self.sentence_of(word)
        first, _ = self._sources.bounds_of(word)
        starts = self._starts(source)
        text = self._sources.texts[source]
        begin = starts[number - 1] if number else 0
        label = _LABEL.match(text, begin)
        if label is not None and label.end() <= self._sources.starts[word]:
            begin = label.end()
        own = self._sources.starts[first : word + 1]
        return first + int(own.searchsorted(begin))

    def sentence_end(self, word: int) -> int:
        """Return the last word of the sentence that a word is in."""
        source, number = self.sentence_of(word)
        _, last = self._sources.bounds_of(word)
        starts = self._starts(source)
        end = starts[number] if number < len(starts) else len(self._sources.texts[source])
        own = self._sources.starts[word:last]
        return word + int(own.searchsorted(end)) - 1

    def context(self, first: int, last: int) -> tuple[str, str]:
        """Return the text before and after a passage: the rest of its sentences, and a sentence on each side."""
        source, number = self.sentence_of(first)
        _, end_number = self.sentence_of(last)
        text, starts = self._sources.texts[source], self._starts(source)
        begin, end = int(self._sources.starts[first]), int(self._sources.ends[last])
        left = starts[number - 2] if number > 1 else 0
        right = starts[end_number + 1] if end_number + 1 < len(starts) else len(text)
        before = text[max(left, begin - _MAX_CONTEXT_CHARS) : begin]
        return before, text[end : min(right, end + _MAX_CONTEXT_CHARS)]

    def _opens(self, word: int) -> bool:
        text = self._sources.texts[self._sources.id_of(word)]
        start = int(self._sources.starts[word])
        return _OPENING.search(text, max(0, start - _NEAR_CHARS), start) is not None

    def _starts(self, source: str) -> list[int]:
        """Return where the sentences of a source begin, except for the first; lines that go on are joined."""
        known = self._sentences.get(source)
        if known is None:
            text = self._sources.texts[source]
            found = {start for start in find_sentences(_with_capitals(text)) if _is_break(text, start)}
            known = sorted(found.union(match.end() for match in _AFTER_FIGURE.finditer(text)))
            self._sentences[source] = known
        return known


def _is_break(text: str, start: int) -> bool:
    """Return whether a sentence ends before an offset, and not only a line."""
    before = text[max(0, start - 2 * _NEAR_CHARS) : start]
    space = max(len(before.rstrip()), len(before) - _NEAR_CHARS)
    gap = before[space:]
    is_paragraph = gap.count("\n") > 1 and not _SUBTITLE.match(text, start)
    return "\n" not in gap or is_paragraph or _ENDED.search(before[max(0, space - _NEAR_CHARS) : space]) is not None


def _with_capitals(text: str) -> str:
    """Return a text that has hardly any capitals with those at the beginning of its sentences."""
    if sum(map(str.isupper, text)) > _FEW_CAPITALS * len(text):
        return text
    return _LOWER_BEGINNING.sub(lambda found: found.group().upper(), text)
