"""Find the lines of an article that stand under its pictures: captions, and who took the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import normalize, normalized_words
from quotekit.records import Credit

__all__ = ["find_captions", "picture_credits"]

_LINE = re.compile(r"[^\n]+")
# "Photo: …", "Image caption …", "FILE PHOTO: …", "FILE - …", "Photos by …".
_LABEL = re.compile(
    r"\s*[\[(]?(?:(?:(?:file\s+)?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|screen(?:shot|grab)s?)"
    r"(?:\s+(?:credits?|captions?|source|illustration))?|captions?|photography|file\s+photo)\s*(?::|by\s|courtesy\s|via\s)"
    r"|(?:image|media|photo)\s+(?:caption|copyright)\s|pictured(?:\s\w+)?:|FILE\s*(?:-|–|—|:)|\(FILES?\)|FILE\s+PHOTO\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\s*credits?:", re.IGNORECASE)
# What ends a caption: "(AP Photo/Jane Roe, File)", "(Jane Roe/Reuters)", "REUTERS/Jane Roe", "| Getty".
_IN_PARENTHESES = re.compile(r"\(([^()\n]{2,80})\)[\s.]*$")
_AT_END = re.compile(r"(?:^|[.!?\"”’)|:]\s+|\s[|—–-]\s+)([^\n.!?|]{2,80}(?:\b[A-Z]\.[^\n.!?|]{2,60})?)[\s.]*$")
_PHOTO = re.compile(
    r"(?:(?P<agency>AFP|AP|EPA|PTI|Reuters|UPI)\s)?(?:(?:file|pool|staff)\s+)?(?:photo(?:graph)?s?|pictures?)(?![\w-])"
    r"(?:\W*(?:by|courtesy(?: of)?|via|from)\b)?[^\w\n]*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:/|,|\||\bvia\b|\bfor\b|\band\b)\s*")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:\s(?:(?:de|da|del|van|von|der|bin|al|la|el)\s)*[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,3}")
_LONGEST = 500
# A credit is not longer.
_REACH = 100


def find_captions(text: str) -> list[tuple[int, int]]:
    r"""
    Find the lines that are captions or credits of pictures.

    Args:
        text: Any string.

    Returns:
        Bounds of the lines, in text order.

    Example:
        >>> text = "It rained.\n\nPhoto: Jane Roe/Reuters\n\nHolm speaks in Oslo. (AP Photo/Jane Roe)\n\nIt stopped."
        >>> [text[start:end] for start, end in find_captions(text)]
        ['Photo: Jane Roe/Reuters', 'Holm speaks in Oslo. (AP Photo/Jane Roe)']
    """
    last = len(text.rstrip())
    return [
        line.span()
        for line in _LINE.finditer(text)
        if _is_caption(line.group(), is_last=line.start() < last <= line.end())
    ]


def picture_credits(text: str) -> Iterator[Credit]:
    """
    Read who took the pictures.

    Args:
        text: Any string.

    Yields:
        A credit for each photographer and picture agency, with the role ``photo``.
    """
    for start, end in find_captions(text):
        for begin, stop in _credit_bounds(text[start:end]):
            for a, b in _pieces(text, start + begin, start + stop):
                yield Credit(text[a:b], "photo", a, b)


def _is_caption(line: str, *, is_last: bool) -> bool:
    if len(line) > _LONGEST:
        return False
    if _LABEL.match(line):
        return True
    if is_last and not _PHOTO.search(line):
        # "(Jane Roe/Reuters)" after the last words names who wrote them.
        return False
    return next(_credit_bounds(line), None) is not None


def _credit_bounds(line: str) -> Iterator[tuple[int, int]]:
    """Bounds of what names the makers of a picture, at the end of a line or after its label."""
    for pattern in (_IN_PARENTHESES, _AT_END):
        found = pattern.search(line, max(0, len(line) - _REACH))
        if found and _is_picture_credit(found[1]):
            yield found.span(1)
            return
    for label in (_LABEL.match(line), _CREDIT.match(line)):
        if label and _is_picture_credit(line[label.end() :], labelled=True):
            yield label.end(), len(line)
            return


def _is_picture_credit(words: str, *, labelled: bool = False) -> bool:
    """Return whether words are nothing but names, and one of them or the word "photo" tells that a picture is theirs."""
    words = words.strip()
    photo = _PHOTO.match(words)
    rest = words[photo.end() if photo else 0 :]
    parts = [part.strip(" .") for part in _PARTS.split(rest) if part.strip(" .")]
    agencies = [part for part in parts if normalize(part) in _agencies() or is_outlet(part)]
    if not all(part in agencies or _NAME.fullmatch(part) for part in parts):
        return False
    if photo or labelled:
        return bool(parts or photo)
    # "(Reuters)" after a story names who wrote it; only "Jane Roe/Reuters" and "Getty" are about pictures.
    several = len(parts) > 1 and re.search(r"/|\bvia\b", rest) is not None
    return bool(agencies) and (several or normalize(parts[0]) in normalized_words("picture_agencies"))


@cache
def _agencies() -> frozenset[str]:
    return normalized_words("agencies") | normalized_words("picture_agencies")


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of the names in a credit, without words such as "photo" and "file"."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    photo = _PHOTO.match(text, start, end)
    if photo:
        start = photo.end()
        if photo["agency"]:
            yield photo.span("agency")
    for cut in (*_PARTS.finditer(text, start, end), None):
        piece = text[start : cut.start() if cut else end]
        bare = piece.strip(" .\t")
        if bare and normalize(bare) not in ("file", "file photo", "handout", "pool", "pool photo"):
            begin = start + piece.index(bare)
            yield begin, begin + len(bare)
        start = cut.end() if cut else end
