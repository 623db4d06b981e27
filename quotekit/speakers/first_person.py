"""Say who "I" and "we" are: in somebody's words that speaker, elsewhere whoever wrote the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from quotekit.english.pronouns import FIRST_PERSON_PLURAL
from quotekit.records import Credit, SpeakerKind, TextSpan
from quotekit.speakers.answers import Answer
from quotekit.speakers.passages import Passages

__all__ = ["FirstPerson"]

_LETTERS = re.compile(r"^[^\n]{0,40}\bletters?(?: to the editor)?\W*$", re.MULTILINE | re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^[ \t]*(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3})(?:[.,;]? ?(?:[A-Z][^\n.!?]{1,40})?\.?)?[ \t]*$",
    re.MULTILINE,
)
# A turn of a transcript: "Q: ", "HOLM: ".
_TURN = re.compile(r"^[ \t]*(?:[QA]|[A-Z][A-Z.' -]{2,30}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):[ \t]", re.MULTILINE)
_LEAST_TURNS = 3
_HEAD = 600
_BLOCK = re.compile(r":[\s]*\n\s*$")


class FirstPerson:
    """
    Tells who speaks of himself.

    Args:
        text: The article's text.

        passages: Where its quotations and statements are.

        article_credits: Who is named as having made it.
    """

    def __init__(self, text: str, passages: Passages, article_credits: Sequence[Credit]) -> None:
        self._text = text
        self._passages = passages
        self._bylines = [credit for credit in article_credits if credit.role == "byline"]
        turns = islice(_TURN.finditer(text), _LEAST_TURNS)
        # In a transcript everybody says "I".
        self._is_transcript = sum(1 for _ in turns) == _LEAST_TURNS

    def holder(self, piece: TextSpan, index: int) -> int | None:
        """
        Find the attribution in whose words a pronoun stands.

        Args:
            piece: The pronoun.

            index: Index of the attribution whose source it is.

        Returns:
            Index of the innermost other attribution that quotes it, in marks or as a block of its own; None where none
            does.
        """
        quoted = self._passages.is_quoted(piece.start)
        for holder, start in self._passages.holders(piece.start, piece.end):
            if holder != index and (quoted or _BLOCK.search(self._text, max(0, start - 10), start)):
                return holder
        return None

    def author(self, pronoun: str, piece: TextSpan) -> Answer | None:
        """
        Tell who wrote the words that no attribution holds.

        Args:
            pronoun: The pronoun, normalized.

            piece: Where it stands.

        Returns:
            The author, with a name where one is printed; None where somebody's words are quoted, and in a transcript.
        """
        if self._passages.is_quoted(piece.start) or self._is_transcript:
            return None
        place = piece.start, piece.end
        signature = self._signature(piece.start)
        if signature is not None:
            name = signature["name"]
            return Answer(("author", name), name, SpeakerKind.AUTHOR, (), (signature.span("name"), place))
        names = list(dict.fromkeys(credit.name for credit in self._bylines))
        if not names or (len(names) > 1 and pronoun not in FIRST_PERSON_PLURAL):
            return Answer(("author",), None, SpeakerKind.AUTHOR, (), (place,))
        bylines = tuple((credit.start, credit.end) for credit in self._bylines)
        return Answer(("author", *names), "; ".join(names), SpeakerKind.AUTHOR, (), (*bylines, place))

    def _signature(self, at: int) -> re.Match[str] | None:
        """The name under a letter to the editor."""
        if not _LETTERS.search(self._text, 0, _HEAD):
            return None
        end = self._text.find("\n", at)
        return _SIGNATURE.search(self._text, end) if end >= 0 else None
