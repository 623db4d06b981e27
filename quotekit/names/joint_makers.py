"""Split the names of those who made a poll together: "the Salt Post-Delta News poll" names two outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotekit.english.outlet_names import is_outlet
from quotekit.names.mention import Mention
from quotekit.names.organizations import is_listed_outlet
from quotekit.text import TextIndex

__all__ = ["split_joint_makers"]

_JOINT = re.compile(r"(?P<first>[^-–]{2,60})[-–](?P<second>[A-Z][^-–]{1,60})")
_POLL_AFTER = re.compile(r" (?:[a-z]{2,20} ){0,2}(?:[Pp]oll|[Pp]olling|[Ss]urvey)s?\b")


def split_joint_makers(index: TextIndex, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """
    Split mentions of two organizations that a hyphen joins in front of a poll, if one of them is an outlet.

    Args:
        index: The text.

        mentions: The mentions.

    Yields:
        The mentions, those of two organizations as two.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> text = "A Washington Post-Delta University poll shows it."
        >>> [mention.name.text for mention in find_mentions(TextIndex(text))]
        ['Washington Post', 'Delta University']
    """
    for mention in mentions:
        joint = _JOINT.fullmatch(index.text, mention.name_start, mention.end)
        if joint is None or not index.match_after(_POLL_AFTER, mention.end) or not any(map(_is_outlet, joint.groups())):
            yield mention
        else:
            yield Mention.of_organization(index, *joint.span("first"))
            yield Mention.of_organization(index, *joint.span("second"))


def _is_outlet(name: str) -> bool:
    return is_listed_outlet(name) or is_outlet(f"The {name}")
