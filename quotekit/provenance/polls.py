"""Find polls with their makers: "a poll by the University of Norland", "a Reef Times/ABC News survey"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from quotekit.english.outlet_names import is_outlet
from quotekit.text import Bounds, TextIndex

__all__ = ["NamedPoll", "find_polls"]

_WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w)){0,40}"
_NAME = rf"{_WORD}(?:[ /](?:(?:of|and|the|&|for(?!\ [Tt]he\b))\s){{0,2}}(?:{_WORD}|\d{{1,20}})){{0,7}}"
_NOUN = re.compile(r"\b(?:[Pp]olls?|polling|[Ss]urveys?)\b")
# Between a poll and its maker: "of 900 voters conducted by the".
_BY_MAKER = re.compile(
    rf"""
    (?:\s{{1,9}}(?!by\b|from\b|conducted\b)[\w’'-]{{1,40}}){{0,8}}?\s{{0,9}},?\s{{1,9}}
    (?:by|from
      |(?:carried\ out|commissioned|conducted|published|released|taken)\s{{1,9}}
       (?:for\s{{1,9}}(?:[\w’'-]{{1,40}}\s{{1,9}}){{1,8}}?(?=by\b)|\w{{1,40}}\s{{1,9}})?(?:by|for)
    )\s{{1,9}}
    (?:the\s{{1,9}}|pollsters?\s{{1,9}}|research\s{{1,9}}firm\s{{1,9}}){{0,8}}(?P<name>{_NAME})
    """,
    re.VERBOSE,
)
_OF_MAKER = re.compile(rf"(?P<name>{_NAME})(?:['’]s?)?\s{{1,9}}(?:[a-z][\w-]{{0,40}}\s{{1,9}}){{0,3}}$")
_REACH_CHARS = 100
_SEPARATOR = re.compile(r"\s{0,9}/\s{0,9}|\s{1,9}and\s{1,9}(?:the\s{1,9})?|-(?=[A-Z])")
# Words that open a sentence or date a poll, and are not part of its maker's name.
_NOT_IN_NAME = re.compile(
    r"""
    (?:
        (?: A | An | Another | The | That | This | One | Two | Several | Some | Most                 # determiners
          | In | On | At | By | For | According | As | And | But | Though | While                    # openings
          | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday                     # days
          | January | February | March | April | May | June                                          # months
          | July | August | September | October | November | December
          | Exit | National | Online | Opinion | Public(?=\ Opinion)                                # kinds of polls
          | Recent | Democratic | GOP | Republican
        )
        ['’]?s?\s{1,9}
    ){1,8}
    """,
    re.VERBOSE,
)


@attrs.frozen
class NamedPoll:
    """A poll with the organizations that made it."""

    #: Offset of the first character of the phrase that names it.
    start: int
    #: Offset after the last character of that phrase.
    end: int
    #: The bounds of its makers' names.
    makers: tuple[Bounds, ...]


def find_polls(index: TextIndex) -> list[NamedPoll]:
    """
    Find the polls whose makers a text names.

    Args:
        index: The text.

    Returns:
        The polls in text order.

    Example:
        >>> text = "A new poll by the University of Norland and a Reef Times/ABC News survey disagree."
        >>> [[text[slice(*maker)] for maker in poll.makers] for poll in find_polls(TextIndex(text))]
        [['University of Norland'], ['Reef Times', 'ABC News']]
    """
    return [poll for noun in _NOUN.finditer(index.text) if (poll := _poll_at(index, noun))]


def _poll_at(index: TextIndex, noun: re.Match[str]) -> NamedPoll | None:
    """Return the poll that a noun stands for; None if its maker is not named beside it."""
    maker = index.match_after(_BY_MAKER, noun.end(), _REACH_CHARS)
    if maker is None:
        reach = noun.start() - index.line_at(noun.start(), _REACH_CHARS)[0]
        maker = index.search_before(_OF_MAKER, noun.start(), reach)
    if maker is None:
        return None
    start, end = maker.span("name")
    opening = _NOT_IN_NAME.match(index.text, start, end)
    start = opening.end() if opening else start
    name = index.text[start:end].removesuffix("’s").removesuffix("'s").rstrip("’'")
    if not name[:1].isupper() or _NOT_IN_NAME.fullmatch(f"{name} "):
        return None
    return NamedPoll(min(noun.start(), maker.start()), max(noun.end(), maker.end()), tuple(_makers(name, start)))


def _makers(name: str, start: int) -> Iterator[Bounds]:
    """Yield the bounds of the single makers in a name: "CNN/ORC", "The Reef Times and ABC News"."""
    pieces, at = [], 0
    for separator in _SEPARATOR.finditer(name):
        before, after = name[at : separator.start()], name[separator.end() :]
        if "/" in separator.group() or is_outlet(before) or (is_outlet(after) and is_outlet(before)):
            pieces.append((at, separator.start()))
            at = separator.end()
    pieces.append((at, len(name)))
    yield from ((start + low, start + high) for low, high in pieces if low < high)
