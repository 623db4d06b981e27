"""Read who an article names as having made it: agencies, writers, editors."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.metadata.captions import picture_credits
from quotekit.records import Credit

__all__ = ["read_credits"]

_PARENTHESIS = re.compile(r"\(([^()\n]{2,40}?)\.?\)")
# Where an agency in parentheses is the article's: after its last word, or before a dateline's dash or colon.
_BEFORE_END = re.compile(r"(?:^|[.!?…\"”’)\]])[ \t]*$")
_AFTER_END = re.compile(r"[.\s]*(?:\n|$)|[ \t]*\([^()\n]*\)[.\s]*(?:\n|$)")
_BEFORE_DASH = re.compile(r"^[^\n.!?]{0,60}$|^[^\n!?]{0,60}(?:[A-Z]\.|\b[A-Z][a-z]{1,5}\.)[^\n!?]{0,25}$")
_AFTER_DASH = re.compile(r"[ \t]*(?:[—–:]|--|-)(?:[ \t]|$)")
_INPUTS = re.compile(
    r"(?<![\w])[Ww]ith\s+(?:(?:additional|further|added)\s+)?(?:inputs?|reports?|reporting|contributions?|information|files)"
    r"\s+(?:from|by)\s+([^\n.();]{2,80})"
)
_WORK = re.compile(
    r"(?:(?:^|[(;.|]|\n)[ \t]*)(?:additional\s+|written\s+and\s+)?"
    r"(reporting|reported|writing|written|editing|edited|compiled|photos?|photograph(?:y|s)?|video|translated|translation)"
    r"(?:\s+and\s+(?:writing|editing|reporting))?\s+by\s+([^\n;()|]{2,120})",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^[ \t]*(?:By|BY)[ \t:]+([^\n|;()]{2,120})", re.MULTILINE)
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this (?:report|article|story)|reporting|to the reporting)\b")
_BEFORE_CONTRIBUTED = re.compile(r"(?:^|[.!?”\"\n] )[\s(—–-]*([^\s(—–-][^\n.!?]{2,120}?)(?: also)? $")
_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = re.compile(
    rf"(?:[{_UPPER}][\w.'’-]*|(?:de|da|di|del|van|von|der|bin|al|la|el|of|the)(?=\s+[{_UPPER}]))"
    rf"(?:[ \t]+(?:[{_UPPER}][\w.'’-]*|(?:de|da|di|del|van|von|der|bin|al|la|el|of)(?=[ \t]+[{_UPPER}])))*"
)
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*/\s*")
_BARE = re.compile(r"\s*(?:the )?(\S.*?)[ \t\n—–-]*$", re.DOTALL)
_AFTER_NAMES = re.compile(r"\s+(?:in|at|for|from|with|on|to|via|is|was|who)\s|[.](?:\s|$)")
_POSTS = re.compile(
    r"(?:the )?(?:staff|senior|chief|special|political|foreign|national|business|sports|science|health|our|correspondents?"
    r"|reporters?|writers?|editors?|columnists?|bureau|contributors?|updated|published|posted|today|associated press writer)\b",
    re.IGNORECASE,
)
_POST_BEFORE = re.compile(r"(?:(?:Associated Press|AP|Reuters)\s+)?(?:staff\s+)?(?:writers?|reporters?)\s+")
_ROLES = {"report": "reporting", "writ": "writing", "edit": "editing", "compil": "writing", "photo": "photo"}
_HEAD = 1200
_LONGEST_NAME = 5
_LONGEST_LIST = 150


def read_credits(text: str) -> tuple[Credit, ...]:
    r"""
    Read who an article names as having made it.

    Roles are ``wire`` for an agency, ``agencies`` for agencies without names, ``byline``, ``reporting``,
    ``writing``, ``editing``, ``photo``, ``video`` and ``translation``.

    Args:
        text: Any string.

    Returns:
        The credits in text order.

    Example:
        >>> text = "By Ida Holm\n\nOSLO (AP) — It rained.\n\n(With inputs from agencies.)"
        >>> [(credit.name, credit.role) for credit in read_credits(text)]
        [('Ida Holm', 'byline'), ('AP', 'wire'), ('agencies', 'agencies')]
    """
    found: list[Credit] = []
    starts: list[int] = []
    readers = (picture_credits, _in_parentheses, _inputs, _work, _bylines, _contributors)
    for credit in chain.from_iterable(reader(text) for reader in readers):
        at = bisect_left(starts, credit.start)
        before, after = found[at - 1 : at] if at else [], found[at : at + 1]
        if all(other.end <= credit.start for other in before) and all(credit.end <= other.start for other in after):
            found.insert(at, credit)
            starts.insert(at, credit.start)
    return tuple(found)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(normalize, load_words("agencies")))


def _is_agency(name: str) -> bool:
    return normalize(name.removeprefix("the ").removeprefix("The ")) in _agencies()


def _in_parentheses(text: str) -> Iterator[Credit]:
    """Agencies in parentheses at the end of a paragraph, or in a dateline."""
    for match in _PARENTHESIS.finditer(text):
        bounds = _pieces(text, match.start(1), match.end(1))
        if not all(_is_agency(text[start:end]) for start, end in bounds):
            continue
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        at_end = _BEFORE_END.search(line) and _AFTER_END.match(text, match.end())
        if at_end or (_BEFORE_DASH.match(line) and _AFTER_DASH.match(text, match.end())):
            yield from (Credit(text[start:end], "wire", start, end) for start, end in bounds)


def _inputs(text: str) -> Iterator[Credit]:
    """The names in "with inputs from …", where that is all a line or parenthesis says."""
    for match in _INPUTS.finditer(text):
        if re.search(r"(?:^|[(\n.!?”\"—–])[ \t]*$", text[max(0, match.start() - 5) : match.start()]):
            for start, end in _pieces(text, match.start(1), match.end(1)):
                name = text[start:end]
                bare = re.sub(r"^(?:the|various|news|wire|other) ", "", name.lower())
                if bare in ("agencies", "news agencies", "wires", "wire services", "agency"):
                    at = end - len(name.split()[-1])
                    yield Credit(text[at:end], "agencies", at, end)
                elif _is_agency(name):
                    yield Credit(name, "wire", start, end)
                elif _NAME.fullmatch(name) and not _POSTS.match(name):
                    yield Credit(name, "reporting", start, end)


def _work(text: str) -> Iterator[Credit]:
    """Names after "Reporting by" and the like."""
    for match in _WORK.finditer(text):
        word = match[1].lower()
        role = next((role for part, role in _ROLES.items() if word.startswith(part)), None)
        role = role or ("video" if word == "video" else "translation")
        yield from _people(text, match.start(2), match.end(2), role)


def _bylines(text: str) -> Iterator[Credit]:
    """Names in the lines that begin with "By", near the head."""
    for match in _BYLINE.finditer(text, 0, min(len(text), _HEAD)):
        names = list(_people(text, match.start(1), match.end(1), "byline"))
        rest = text[names[-1].end : match.end(1)].strip() if names else "x"
        # A sentence may begin with "By", too: "By Monday, they had left."
        if names and (not rest or rest[0] in ",|•·/" or rest.lower().startswith(("in ", "for ", "at ", "of ", "and "))):
            ends = not re.search(r"[.!?]\s*$", match[1]) or match[1].rstrip(".").strip() == names[-1].name
            yield from names if ends else ()


def _contributors(text: str) -> Iterator[Credit]:
    """Names before "contributed to this report"."""
    for match in _CONTRIBUTED.finditer(text):
        floor = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _LONGEST_LIST)
        names = _BEFORE_CONTRIBUTED.search(text[floor : match.start()])
        if names:
            start, end = floor + names.start(1), floor + names.end(1)
            post = _POST_BEFORE.match(text, start, end)
            yield from _people(text, post.end() if post else start, end, "reporting")


def _people(text: str, start: int, end: int, role: str) -> Iterator[Credit]:
    """The names from *start* to *end*, up to the first words that are no name; agencies among them are wires."""
    stop = _AFTER_NAMES.search(text, start, end)
    while (
        stop and re.search(r"(?:\b[A-Z]|\b(?:Jr|Sr|St|Dr))$", text[start : stop.start()]) and text[stop.start()] == "."
    ):
        stop = _AFTER_NAMES.search(text, stop.end(), end)
    for begin, last in _pieces(text, start, stop.start() if stop else end):
        name = text[begin:last]
        if _is_agency(name):
            yield Credit(name, "wire", begin, last)
        elif _is_name(name):
            yield Credit(name, role, begin, last)
        else:
            return


def _is_name(name: str) -> bool:
    """Return whether words may be a person's or organization's full name, and not a post such as "Staff Writers"."""
    words = name.split()
    if not _NAME.fullmatch(name) or _POSTS.match(name) or not 1 < len(words) <= _LONGEST_NAME:
        return False
    return not any(word.lower() in load_words("months") for word in words) and words[0] != "The"


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Bounds of what commas and "and" part, without spaces and articles around it."""
    pieces = []
    for cut in (*_JOINT.finditer(text, start, end), None):
        piece = _BARE.match(text, start, cut.start() if cut else end)
        if piece:
            pieces.append(piece.span(1))
        start = cut.end() if cut else end
    return pieces
