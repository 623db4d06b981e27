"""Markdown and what mails and chats have in its place: emphasis, quoted lines, headings, links, user names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.text.characters import ALL, CLAUSE_END
from quotekit.text.edits import Edit
from quotekit.text.quoted_lines import find_quoted_lines

__all__ = ["find_markdown"]

_EMPHASIS = (
    re.compile(
        r"(?<![\w*\\])(?P<sign>\*{2,3})(?=[^\s*])(?P<words>(?:[^*\n]|\*(?!\*))+)(?:(?<=\S)|(?<=:[ ]))(?P=sign)(?!\*)"
    ),
    re.compile(r"(?<![\w*\\])(?P<sign>\*)(?=[^\s*])(?P<words>[^*\n]+)(?<=\S)(?P=sign)(?![\w*])"),
    re.compile(r"(?<![\w\\])(?P<sign>_{1,3})(?=[^\s_])(?P<words>[^_\n]+)(?<=[^\s_])(?P=sign)(?!\w)"),
)
_LABEL = re.compile(r"[ \t]{0,30}:")
_HEADING = re.compile(r"^#{1,6}[ ](?=\w)", re.MULTILINE)
# A bullet in front of a speaker's name.
_BULLET = re.compile(r"^[ \t]*[-*+•‣–][ \t]+(?=\*\*[^*\n]{1,60}(?::[ ]?\*\*|\*\*:))", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]{0,300})(?P<target>\]\((?:https?://|mailto:|/)[^\s()]{1,1000}\))")
_ADDRESS = re.compile(
    r"[ \t]?(?:<|&lt;)(?:(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,200}|https?://[^\s<>]{1,1000}?)(?:>|&gt;)"
)
# A user name before what the user writes: "<Mary> Hello", "[10:22] <Mary> Hello".
_USER = re.compile(
    r"^[ \t]*(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+)?<(?P<name>[@+]?[\w][\w .'’-]{0,40})(?P<end>>)(?=[ \t]+\S)",
    re.MULTILINE,
)
_MIN_USER_LINES = 2


def find_markdown(text: str) -> Iterator[Edit]:
    r"""
    Find the signs of Markdown, mails and chats that are no part of the text itself.

    Args:
        text: The text.

    Yields:
        An edit for each sign. Titles of works keep the signs around them, as they keep quotation marks.

    Example:
        >>> text = "**Q:** Why?\n> In *Deep Water*, it rains."
        >>> [(edit.start, edit.end) for edit in find_markdown(text)]
        [(0, 2), (4, 6), (12, 14)]
    """
    for found in (match for pattern in _EMPHASIS for match in pattern.finditer(text)):
        if _is_emphasis(found):
            yield Edit(found.start(), found.end("sign"))
            yield Edit(found.end("words"), found.end())
    for pattern in (_HEADING, _BULLET):
        yield from (Edit(found.start(), found.end()) for found in pattern.finditer(text))
    yield from find_quoted_lines(text)
    for found in _LINK.finditer(text):
        yield Edit(found.start(), found.start("words"))
        yield Edit(found.start("target"), found.end())
    for found in _ADDRESS.finditer(text):
        yield Edit(found.start(), found.end())
    users = list(_USER.finditer(text))
    for found in users if len(users) >= _MIN_USER_LINES else ():
        yield Edit(found.start(), found.start("name"))
        yield Edit(found.start("end"), found.end(), ":")


def _is_emphasis(found: re.Match[str]) -> bool:
    """Return whether signs around words emphasize them; around a title they stand for quotation marks."""
    sign, words = found["sign"], found["words"]
    if sign.startswith("**"):
        return True
    if words.rstrip().endswith(":") or _LABEL.match(found.string, found.end()):
        return True
    if sign.startswith("__"):
        return " " in words
    is_quoted = words[0] in ALL or words[-1] in ALL or words.startswith(("&ldquo;", "&quot;"))
    return is_quoted or words[-1] in CLAUSE_END
