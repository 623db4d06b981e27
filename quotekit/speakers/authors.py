"""Find the author of an article, or of a letter in it: the referent of "I" outside reported speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from quotekit.english.pronouns import FIRST_PERSON_PLURAL
from quotekit.records import Credit
from quotekit.speakers.author_notes import find_author_notes
from quotekit.speakers.referents import Author
from quotekit.text import Bounds, TextIndex

__all__ = ["Authors"]

# A heading such as "Letters to the editor".
_LETTERS_HEADING = re.compile(r"^[^\n]{0,40}\bletters?(?: to the editor)?\W*$", re.MULTILINE | re.IGNORECASE)
_HEADING_REACH_CHARS = 600
_SIGNATURE = re.compile(
    r"""
    ^[ \t]*
    (?P<name>[A-Z][\w'’-]+(?:[ ](?:[A-Z]\.|[A-Z][\w'’-]+)){1,3})
    (?:[.,;]?[ ]?(?:[A-Z][^\n.!?]{1,40})?\.?)?  # the place: "Ida Holm, Oslo"
    [ \t]*$
    """,
    re.MULTILINE | re.VERBOSE,
)
# The start of a turn in a transcript: "Q: ", "HOLM: ", "Ida Holm: ".
_TURN = re.compile(
    r"^[ \t]*(?:[QA]|[A-Z][A-Z.' -]{2,30}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):[ \t]",
    re.MULTILINE,
)
_MIN_TURNS = 3


class Authors:
    r"""
    The authors of an article, and of the letters in it.

    Args:
        index: The index of the article's text.

        article_credits: The article's credits.

        known: Names of authors that the text itself does not have; used if it has no byline. If there are none, a note
            below the text may say who wrote it.

    Example:
        >>> authors = Authors(TextIndex("By Mia Lind\n\nI doubt it."), [Credit("Mia Lind", "byline", 3, 11)])
        >>> authors.find("i", 13)
        (Author(names=('Mia Lind',)), ((3, 11),))
    """

    def __init__(self, index: TextIndex, article_credits: Sequence[Credit], known: Sequence[str] = ()) -> None:
        self._index = index
        self._known = known
        self._bylines = [credit for credit in article_credits if credit.role == "byline"]
        turns = islice(_TURN.finditer(index.text), _MIN_TURNS)
        # In a transcript every speaker says "I".
        self._is_transcript = sum(1 for _ in turns) == _MIN_TURNS

    def find(self, pronoun: str, at: int) -> tuple[Author, tuple[Bounds, ...]] | None:
        """
        Find the referent of a first-person pronoun that is not part of any reported content.

        Args:
            pronoun: The pronoun, normalized.

            at: Its offset.

        Returns:
            The author, and the bounds of the printed names; None in a quotation or in a transcript.
        """
        if self._index.is_quoted(at) or self._is_transcript:
            return None
        signature = self._signature_after(at)
        if signature is not None:
            return Author((signature["name"],)), (signature.span("name"),)
        names = tuple(dict.fromkeys(name for name, _ in self._printed)) or tuple(dict.fromkeys(self._known))
        if not names or (len(names) > 1 and pronoun not in FIRST_PERSON_PLURAL):
            return Author(), ()
        return Author(names), tuple(bounds for _, bounds in self._printed)

    @cached_property
    def _printed(self) -> list[tuple[str, Bounds]]:
        """The printed names of the authors: those of the bylines, or else those in a note below the text."""
        bylines = [(credit.name, (credit.start, credit.end)) for credit in self._bylines]
        if bylines or self._known:
            return bylines
        return [(self._index.text[slice(*bounds)], bounds) for bounds in find_author_notes(self._index)]

    def _signature_after(self, at: int) -> re.Match[str] | None:
        """Find the name under a letter to the editor."""
        if not self._index.search_before(_LETTERS_HEADING, _HEADING_REACH_CHARS, _HEADING_REACH_CHARS):
            return None
        _, line_end = self._index.line_at(at)
        return _SIGNATURE.search(self._index.text, line_end)
