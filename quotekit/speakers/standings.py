"""
Where mentions and sources stand in a text: in which sentence and paragraph, and in which place of the sentence.

Many pronouns are compared with the same mentions: what can be seen from the text alone is looked up once.
"""

from __future__ import annotations

import enum
import re

import attrs

from quotekit.english.lexicons import load_words
from quotekit.speakers.replies import Address, find_address
from quotekit.speakers.reported import ReportedContents
from quotekit.speakers.surroundings import is_possessive, word_before
from quotekit.text import Bounds, TextIndex

__all__ = ["LAST_WORD", "PLACE_REACH_CHARS", "Place", "Standing", "Standings", "place_of"]

#: How many characters before a name are looked at to tell its place in the sentence.
PLACE_REACH_CHARS = 30
#: The last word before a name, with a comma before it if there is one.
LAST_WORD = re.compile(r"(?P<comma>, )?\b(?P<word>[\w'’]{1,40})[ \u00a0](?:[Tt]he[ \u00a0])?[\"“‘']{0,40}$")
_OPENS_CLAUSE = re.compile(
    r"""
    (?: ^ | [\n.!?;:,–—…”\"’)] | -- )   # the end of what comes before
    [\s\"“‘'(]{0,40}
    (?:[Tt]he[ \u00a0])?$
    """,
    re.VERBOSE,
)
# A name with a comma before it and one of these after it is an appositive: "the owner, Ida Holm."
_CLOSES_APPOSITION = re.compile(r"[.;:!?)]|$")
_CONJUNCTIONS = frozenset({"and", "but", "or", "so", "then", "yet", "now", "still"})
# So many are remembered: what is compared is near to each other, and a long text has a million of them.
_MOST_KNOWN = 4096
_SPEECH_VERBS = frozenset({"said", "says", "added", "asked", "wrote", "replied", "continued"})


class Place(enum.Enum):
    """The position of a candidate in its sentence, judged by the surrounding words."""

    #: The subject of a sentence or of a main clause.
    SUBJECT = "subject"
    #: The subject of a subordinate clause that is a source: "when Holm said".
    SUBORDINATE_SOURCE = "subordinate_source"
    #: The subject of a subordinate clause, or a possessive that begins a clause: "when Holm left", "Holm's aim is".
    SUBORDINATE = "subordinate"
    #: An object, or an appositive at the end of a sentence.
    OBJECT = "object"
    #: Part of another phrase: "under Holm", "Holm's tax cut".
    PHRASE_PART = "phrase_part"

    # Members are compared by identity; an enum's own hash is that of the name, which takes longer.
    __hash__ = object.__hash__


@attrs.frozen
class Standing:
    """Where a stretch of text stands: what is the same for all that it is compared with."""

    #: The place of its first character in the sentence.
    place: Place
    #: The number of its sentence of the narrative.
    sentence: int
    #: The number of its paragraph.
    paragraph: int
    #: Whether it is between quotation marks.
    is_quoted: bool
    #: Whether it is in the content of an attribution.
    is_reported: bool
    #: Whether it has a possessive ending.
    is_possessive: bool
    #: Whether it begins its paragraph.
    opens_paragraph: bool
    #: The word before it, in lower case; empty if there is none.
    word_before: str


class Standings:
    """
    Where the mentions and sources of one text stand; the last ones are remembered.

    Args:
        index: The index of the text.

        reported: The parts of the text that are reported content.

    Example:
        >>> index = TextIndex("It rained. Ida Holm left.")
        >>> standing = Standings(index, ReportedContents(())).of(11, 19)
        >>> standing.place.value, standing.sentence, standing.paragraph
        ('subject', 1, 0)
    """

    def __init__(self, index: TextIndex, reported: ReportedContents) -> None:
        self._index = index
        self._reported = reported
        self._known: dict[tuple[int, int, bool], Standing] = {}
        self._addresses: dict[tuple[int, Bounds], Address | None] = {}

    def of(self, start: int, end: int, *, is_source: bool = False) -> Standing:
        """
        Say where a stretch of text stands.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

            is_source: Whether it is the source of an attribution.

        Returns:
            Where it stands.
        """
        key = start, end, is_source
        if key not in self._known:
            if len(self._known) == _MOST_KNOWN:
                self._known.clear()
            index = self._index
            paragraph = index.paragraph_of(start)
            self._known[key] = Standing(
                place_of(index, start, end, is_source=is_source),
                index.narrative_sentence_of(start),
                paragraph,
                index.is_quoted(start),
                self._reported.is_reported(start),
                is_possessive(index, end),
                index.paragraph(paragraph)[0] == start,
                word_before(index, start),
            )
        return self._known[key]

    def address(self, by_end: int, to: Bounds) -> Address | None:
        """
        Say whether one person addresses another.

        Args:
            by_end: Offset after the name of the speaker, which comes first.

            to: Start and end of the name of the other.

        Returns:
            How the other is addressed; None if the words between the names do not show it.
        """
        key = by_end, to
        if key not in self._addresses:
            if len(self._addresses) == _MOST_KNOWN:
                self._addresses.clear()
            self._addresses[key] = find_address(self._index, by_end, to)
        return self._addresses[key]


def place_of(index: TextIndex, start: int, end: int, *, is_source: bool = False) -> Place:
    """
    Return the place of a mention or source in its sentence, judged by the surrounding words.

    Args:
        index: The index of the text.

        start: Offset of its first character.

        end: Offset after its last character.

        is_source: Whether it is the source of an attribution.

    Returns:
        The place.

    Example:
        >>> index = TextIndex("Ann Lee won. After the match with Mia Day, she smiled.")
        >>> [place_of(index, *bounds).value for bounds in ((0, 7), (34, 41))]
        ['subject', 'phrase_part']
    """
    before = index.before(start, PLACE_REACH_CHARS)
    opens = not before.strip() or _OPENS_CLAUSE.search(before) is not None
    if opens and before.rstrip().endswith(",") and index.match_after(_CLOSES_APPOSITION, end):
        return Place.SUBJECT if is_source else Place.OBJECT
    if not is_source and is_possessive(index, end):
        return Place.SUBORDINATE if opens else Place.PHRASE_PART
    return Place.SUBJECT if opens else _place_after_word(before, is_source=is_source)


def _place_after_word(before: str, *, is_source: bool) -> Place:
    """Return the position of a candidate that does not begin a clause, judged by the word before it."""
    found = LAST_WORD.search(before)
    word = found["word"].lower() if found else ""
    if word in load_words("subordinators"):
        return Place.SUBORDINATE_SOURCE if is_source else Place.SUBORDINATE
    begins_clause = word in _CONJUNCTIONS and found is not None and found["comma"] is not None
    if is_source or word in _SPEECH_VERBS or begins_clause:
        return Place.SUBJECT
    is_in_phrase = word in load_words("prepositions") and word not in _CONJUNCTIONS
    return Place.PHRASE_PART if is_in_phrase else Place.OBJECT
