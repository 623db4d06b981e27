"""One index of a text: its quotation marks, sentences and paragraphs, found once and asked by every stage."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from quotekit.text.blocks import find_blocks
from quotekit.text.quotations import Quotation, pair_marks
from quotekit.text.sentences import find_paragraphs, find_sentences

__all__ = ["Bounds", "TextIndex"]

#: Start and end of a stretch of text in character offsets, end exclusive.
Bounds: TypeAlias = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


class TextIndex:
    r"""
    The quotation marks, sentences and paragraphs of one text.

    It is built once per text. Each part is found on first use, in time linear in the length of the text; each lookup
    takes logarithmic time. All offsets are character offsets into the text as given, end exclusive.

    Args:
        text: Any string.

        sentence_starts: Offsets at which the sentences begin according to the caller's pipeline; detected if not given.

    Example:
        >>> index = TextIndex('Ida Holm left. "It rains. It pours," she said.\n\nOslo.')
        >>> [index.is_quoted(at) for at in (0, 20)], [index.paragraph_of(at) for at in (0, 49)]
        ([False, True], [0, 1])
        >>> index.text[slice(*index.sentence(index.sentence_of(49)))]
        'Oslo.'
    """

    def __init__(self, text: str, sentence_starts: Iterable[int] | None = None) -> None:
        #: The text as given.
        self.text = text
        self._given = None if sentence_starts is None else tuple(sorted(sentence_starts))

    # Quotation marks

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations ordered by start, outer before inner."""
        return pair_marks(self.text)

    @cached_property
    def outer_quotations(self) -> tuple[Quotation, ...]:
        """The quotations that are inside no other, ordered by start."""
        return tuple(q for q in self.quotations if q.depth == 0)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [q.start for q in self.outer_quotations]

    def quotation_at(self, at: int) -> Quotation | None:
        """Return the outermost quotation around the character at an offset, its marks included."""
        place = bisect_right(self._outer_starts, at)
        quotation = self.outer_quotations[place - 1] if place else None
        return quotation if quotation is not None and at < quotation.end else None

    def is_quoted(self, at: int) -> bool:
        """Return whether the character at an offset is between quotation marks or is one of them."""
        return self.quotation_at(at) is not None

    def outer_quotations_in(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the outermost quotations that overlap a stretch of text, in text order."""
        first = max(0, bisect_left(self._outer_starts, start) - 1)
        near = self.outer_quotations[first : bisect_left(self._outer_starts, end)]
        return near[1:] if near and near[0].end <= start else near

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    def quotations_near(self, start: int, end: int, before: int) -> Sequence[Quotation]:
        """
        Return the quotations, inner ones too, that begin in a stretch of text, and some before these.

        Args:
            start: Where the stretch begins.

            end: Where it ends.

            before: How many of the quotations to return that begin before the stretch: those nearest to it.

        Returns:
            The quotations ordered by start.
        """
        first = bisect_left(self._quotation_starts, start)
        return self.quotations[max(0, first - before) : bisect_left(self._quotation_starts, end)]

    def continued_from(self, at: int) -> Quotation | None:
        """Return the quotation of the paragraph before that a running quotation at an offset continues."""
        place = bisect_right(self._outer_starts, at) - 1
        if place < 1 or at >= self.outer_quotations[place].end or not self.outer_quotations[place].continues:
            return None
        return self.outer_quotations[place - 1]

    @cached_property
    def running_quotations(self) -> tuple[Sequence[Quotation], ...]:
        """The running quotations in text order, each as its quotations: one for each paragraph, two at least."""
        outer = self.outer_quotations
        firsts = [place for place, quotation in enumerate(outer) if not quotation.continues]
        return tuple(outer[low:high] for low, high in pairwise([*firsts, len(outer)]) if high > low + 1)

    # Sentences

    @cached_property
    def detected_sentence_starts(self) -> tuple[int, ...]:
        """Offsets at which sentences begin as found here, whether or not a pipeline has given others."""
        return find_sentences(self.text)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Offsets at which sentences begin, except for the first; line breaks end one, titles and initials do not."""
        found = self.detected_sentence_starts if self._given is None else self._given
        return found[1:] if found and found[0] == 0 else found

    def sentence_of(self, at: int) -> int:
        """Return the number of the sentence at an offset, from 0."""
        return bisect_right(self.sentence_starts, at)

    def sentence(self, number: int) -> Bounds:
        """Return the bounds of a sentence, the space after it included."""
        return _bounds(self.sentence_starts, number, len(self.text))

    def sentence_at(self, at: int) -> Bounds:
        """Return the bounds of the sentence at an offset, the space after it included."""
        return self.sentence(self.sentence_of(at))

    @cached_property
    def narrative_starts(self) -> tuple[int, ...]:
        """Offsets at which sentences of the narrative begin, except for the first; none begins inside a quotation."""
        return tuple(start for start in self.sentence_starts if not self.is_quoted(start - 1))

    def narrative_sentence_of(self, at: int) -> int:
        """Return the number of the narrative sentence at an offset; a quotation is in one sentence of the narrative."""
        return bisect_right(self.narrative_starts, at)

    def narrative_sentence(self, number: int) -> Bounds:
        """Return the bounds of a narrative sentence, the space after it included."""
        return _bounds(self.narrative_starts, number, len(self.text))

    # Paragraphs and lines

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """Offsets at which paragraphs begin, except for the first; each line that is not blank is a paragraph."""
        return find_paragraphs(self.text)

    def paragraph_of(self, at: int) -> int:
        """Return the number of the paragraph at an offset, from 0."""
        return bisect_right(self.paragraph_starts, at)

    def paragraph(self, number: int) -> Bounds:
        """Return the bounds of a paragraph, the space after it included."""
        return _bounds(self.paragraph_starts, number, len(self.text))

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Offsets at which blocks begin, except for the first: paragraphs, headlines and items, but no wrapped line."""
        return find_blocks(self.text)

    def block_of(self, at: int) -> int:
        """Return the number of the block at an offset, from 0."""
        return bisect_right(self.block_starts, at)

    def block(self, number: int) -> Bounds:
        """Return the bounds of a block, the space after it included."""
        return _bounds(self.block_starts, number, len(self.text))

    def line_at(self, at: int, reach: int | None = None) -> Bounds:
        """
        Return the bounds of the line at an offset, without its line break.

        Args:
            at: The offset.

            reach: How many characters before and after the offset to search; all of them if not given.

        Returns:
            The bounds, no further than *reach* from the offset.
        """
        low = 0 if reach is None else max(0, at - reach)
        high = len(self.text) if reach is None else min(len(self.text), at + reach)
        end = self.text.find("\n", at, high)
        return max(low, self.text.rfind("\n", low, at) + 1), high if end < 0 else end

    # Text around an offset

    def before(self, at: int, reach: int) -> str:
        """Return the *reach* characters before an offset, fewer at the start of the text."""
        return self.text[max(0, at - reach) : at]

    def after(self, at: int, reach: int) -> str:
        """Return the *reach* characters from an offset on, fewer at the end of the text."""
        return self.text[at : at + reach]

    def search_before(self, pattern: re.Pattern[str], at: int, reach: int) -> re.Match[str] | None:
        """
        Search the characters before an offset; ``$`` in the pattern is the offset.

        Args:
            pattern: What to search for.

            at: The offset.

            reach: How many characters before it to search. Lookbehinds also see the text before these.

        Returns:
            The first match, in offsets of the text.
        """
        return pattern.search(self.text, max(0, at - reach), at)

    def find_around(
        self, pattern: re.Pattern[str], bounds: Bounds, before: int, behind: int = 0
    ) -> Iterator[re.Match[str]]:
        """
        Find all matches in a stretch of text and around it.

        Args:
            pattern: What to search for.

            bounds: Bounds of the stretch.

            before: How many characters before it to search.

            behind: How many characters behind it to search.

        Returns:
            The matches in text order, in offsets of the text.
        """
        return pattern.finditer(self.text, max(0, bounds[0] - before), bounds[1] + behind)

    def match_after(self, pattern: re.Pattern[str], at: int, reach: int | None = None) -> re.Match[str] | None:
        """
        Match the characters from an offset on; ``$`` in the pattern is the end of the reach.

        Args:
            pattern: What to match.

            at: The offset.

            reach: How many characters to match in; all of them if not given.

        Returns:
            The match, in offsets of the text.
        """
        return pattern.match(self.text, at) if reach is None else pattern.match(self.text, at, at + reach)

    def skip_blanks_before(self, at: int) -> int:
        """Return where the spaces and tabs before an offset begin; the offset itself if there are none."""
        while at and self.text[at - 1] in " \t":
            at -= 1
        return at

    def words_before(self, at: int, most: int, reach: int = 60) -> list[re.Match[str]]:
        """
        Return the last words that end at or before an offset.

        Args:
            at: The offset.

            most: How many words to return at most.

            reach: How many characters before the offset to search; a word that begins before these is left out.

        Returns:
            The words in text order.
        """
        low = max(0, at - reach)
        found = list(_WORD.finditer(self.text, low, at))
        if found and low and found[0].start() == low and self.text[low - 1].isalnum():
            found = found[1:]
        return found[-most:]

    def strip(self, start: int, end: int) -> Bounds | None:
        """Return a stretch of text without the white space at both ends; None where there is nothing else."""
        stretch = self.text[start:end]
        bare = stretch.strip()
        first = start + stretch.find(bare)
        return (first, first + len(bare)) if bare else None

    def has_whole_words(self, start: int, end: int) -> bool:
        """Return whether offsets are those of a stretch of text that cuts no word at its ends and is not empty."""
        around = (self.text[max(0, at - 1) : at + 1] for at in (start, end))
        return 0 <= start < end <= len(self.text) and not any(len(pair) > 1 and pair.isalnum() for pair in around)

    def words(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the words in a stretch of text."""
        return _WORD.finditer(self.text, start, end)


def _bounds(starts: Sequence[int], number: int, length: int) -> Bounds:
    return starts[number - 1] if number else 0, starts[number] if number < len(starts) else length
