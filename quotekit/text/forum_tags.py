"""Tags of forums and wikis: "[b]…[/b]", "[[Ida Holm|the mayor]]", "'''bold'''"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.text.edits import Edit

__all__ = ["find_forum_tags"]

_TAG = re.compile(
    r"\[(?P<closes>/?)(?P<name>b|i|u|s|url|img|quote|size|color|font|center|code|list|email)(?:=[^\[\]\n]{0,300})?\]",
    re.IGNORECASE,
)
_WIKI_LINK = re.compile(r"(?P<target>\[\[(?:[^\[\]|\n]{1,200}\|)?)(?P<words>[^\[\]|\n]{1,200})(?P<end>\]\])")
_WIKI_BOLD = re.compile(r"(?<!')'''(?=[^\s'])(?P<words>[^'\n]{1,200})'''(?!')")


def find_forum_tags(text: str) -> Iterator[Edit]:
    """
    Find the tags of forums and wikis.

    Args:
        text: The text.

    Yields:
        An edit for each tag. One in single brackets is a tag only if it is closed: "[b]ut" is a changed letter.

    Example:
        >>> [(edit.start, edit.end) for edit in find_forum_tags("[i]Yes[/i], [b]ut no")]
        [(0, 3), (6, 10)]
    """
    tags = list(_TAG.finditer(text))
    closed = {tag["name"].lower() for tag in tags if tag["closes"]}
    for tag in tags:
        if tag["name"].lower() in closed:
            yield Edit(tag.start(), tag.end())
    for link in _WIKI_LINK.finditer(text):
        yield Edit(link.start(), link.start("words"))
        yield Edit(link.start("end"), link.end())
    for bold in _WIKI_BOLD.finditer(text):
        yield Edit(bold.start(), bold.start("words"))
        yield Edit(bold.end("words"), bold.end())
