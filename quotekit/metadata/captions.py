"""Find captions, the lines that belong to an article's pictures, and the credits in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import normalize, normalized_words
from quotekit.records import Credit
from quotekit.text import Bounds, TextIndex

__all__ = ["find_captions", "read_picture_credits"]

_LINE = re.compile(r"[^\n]+")
# How a caption begins.
_LABEL = re.compile(
    r"""
    \s{0,30} [\[(]?
    (?: (?: (?: file \s{1,30} )?                                                # "Photo: …", "File photo credit: …"
            (?: photo(?:graph)?s? | pictures? | images? | illustrations? | graphics? | screen(?:shot|grab)s? )
            (?: \s{1,30} (?: credits? | captions? | source | illustration ) )?
          | captions? | photography | file \s{1,30} photo
        )
        \s{0,30} (?: : | by \s | courtesy \s | via \s )                         # "Photos by …", "Image courtesy …"
      | (?: image | media | photo ) \s{1,30} (?: caption | copyright ) \s        # "Image caption …"
      | pictured (?: \s \w{1,40} )? :                                          # "Pictured left: …"
      # "FILE - …", "(FILES) …", "FILE PHOTO …"
      | FILE \s{0,30} (?: - | – | — | : ) | \( FILES? \) | FILE \s{1,30} PHOTO \b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT_LABEL = re.compile(r"\s{0,30}credits?:", re.IGNORECASE)
# How a caption ends: "(AP Photo/Jane Roe, File)", "(Jane Roe/Reuters)".
_CREDIT_IN_PARENTHESES = re.compile(r"\(([^()\n]{2,80})\)[\s.]*$")
# "… in Oslo. REUTERS/Jane Roe", "… in Oslo | Getty", "… in Oslo. Photo: J. Roe".
_CREDIT_AT_END = re.compile(
    r"""
    (?: ^ | [.!?\"”’)|:] \s+ (?=\S) | \s [|—–-] \s+ (?=\S) )   # behind a sentence, a bar or a dash
    (
      [^\n.!?|]{2,80}
      (?: \b [A-Z] \. [^\n.!?|]{2,60} )?                      # an initial ends nothing
    )
    [\s.]* $
    """,
    re.VERBOSE,
)
_PHOTO = re.compile(
    r"""
    (?: (?P<agency> AFP | AP | EPA | PTI | Reuters | UPI ) \s )?
    (?: (?: file | pool | staff ) \s+ )?
    (?: photo(?:graph)?s? | pictures? ) (?![\w-])
    (?: \W* (?: by | courtesy (?: [ ] of )? | via | from ) \b )?
    [^\w\n]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?(?:/|,|\||\bvia\b|\bfor\b|\band\b)\s*")
# What shows that the last name is that of a picture agency: "Jane Roe/Reuters", "Jane Roe via Getty".
_FOR_AGENCY = re.compile(r"/|\bvia\b")
_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = re.compile(
    rf"[{_UPPER}][\w.'’-]{{1,40}}"
    rf"(?:\s(?:(?:de|da|del|van|von|der|bin|al|la|el)\s){{0,8}}[{_UPPER}][\w.'’-]{{0,40}}){{1,3}}"
)
# Parts of a credit that are not names.
_NOT_CREDITED = frozenset({"file", "file photo", "handout", "pool", "pool photo"})
_MAX_CAPTION_CHARS = 500
_CREDIT_REACH_CHARS = 100


def find_captions(index: TextIndex) -> tuple[Bounds, ...]:
    r"""
    Find the lines that are captions or credits of pictures.

    Args:
        index: The article's text.

    Returns:
        Bounds of the lines, in text order.

    Example:
        >>> index = TextIndex("It rained.\n\nPhoto: Jane Roe/AFP\n\nHolm in Oslo. (AP Photo/Jane Roe)\n\nIt stopped.")
        >>> [index.text[start:end] for start, end in find_captions(index)]
        ['Photo: Jane Roe/AFP', 'Holm in Oslo. (AP Photo/Jane Roe)']
    """
    end = len(index.text.rstrip())
    return tuple(
        line.span()
        for line in _LINE.finditer(index.text)
        if line.end() - line.start() <= _MAX_CAPTION_CHARS
        and _is_caption(line.group(), is_last=line.start() < end <= line.end())
    )


def read_picture_credits(index: TextIndex, captions: Sequence[Bounds]) -> Iterator[Credit]:
    """
    Read the picture credits.

    Args:
        index: The article's text.

        captions: Its captions, from :func:`find_captions`.

    Yields:
        A credit for each photographer and picture agency, with the role ``photo``.

    Example:
        >>> index = TextIndex("Photo: Jane Roe/Reuters")
        >>> [credit.name for credit in read_picture_credits(index, find_captions(index))]
        ['Jane Roe', 'Reuters']
    """
    for line_start, line_end in captions:
        line = index.text[line_start:line_end]
        bounds = _find_credit(line)
        for start, end in _split_names(line, *bounds) if bounds else ():
            yield Credit(line[start:end], "photo", line_start + start, line_start + end)


def _is_caption(line: str, *, is_last: bool) -> bool:
    if _LABEL.match(line):
        return True
    if is_last and not _PHOTO.search(line):
        # "(Jane Roe/Reuters)" after the last words of an article credits its writer.
        return False
    return _find_credit(line) is not None


def _find_credit(line: str) -> Bounds | None:
    """Return the bounds of a picture credit, at the end of a line or after its label."""
    for pattern in (_CREDIT_IN_PARENTHESES, _CREDIT_AT_END):
        found = pattern.search(line, max(0, len(line) - _CREDIT_REACH_CHARS))
        if found and _is_picture_credit(found[1]):
            return found.span(1)
    for label in (_LABEL.match(line), _CREDIT_LABEL.match(line)):
        if label and _is_picture_credit(line[label.end() :], labelled=True):
            return label.end(), len(line)
    return None


def _is_picture_credit(words: str, *, labelled: bool = False) -> bool:
    """Return whether words are only names and include a label, "photo" or a picture agency."""
    words = words.strip()
    photo = _PHOTO.match(words)
    rest = words[photo.end() if photo else 0 :]
    parts = [bare for part in _SEPARATOR.split(rest) if (bare := part.strip(" ."))]
    agencies = [part for part in parts if normalize(part) in _agencies() or is_outlet(part)]
    if not all(part in agencies or _NAME.fullmatch(part) for part in parts):
        return False
    if photo or labelled:
        return bool(parts or photo)
    # "(Reuters)" after a story credits the text; only "Jane Roe/Reuters" and "Getty" credit pictures.
    has_agency = len(parts) > 1 and _FOR_AGENCY.search(rest) is not None
    return bool(agencies) and (has_agency or normalize(parts[0]) in normalized_words("picture_agencies"))


@cache
def _agencies() -> frozenset[str]:
    return normalized_words("agencies") | normalized_words("picture_agencies")


def _split_names(line: str, start: int, end: int) -> Iterator[Bounds]:
    """Yield the bounds of the names in a credit, without words such as "photo" and "file"."""
    start = end - len(line[start:end].lstrip())
    photo = _PHOTO.match(line, start, end)
    if photo:
        start = photo.end()
        if photo["agency"]:
            yield photo.span("agency")
    for separator in (*_SEPARATOR.finditer(line, start, end), None):
        piece = line[start : separator.start() if separator else end]
        bare = piece.strip(" .\t")
        if bare and normalize(bare) not in _NOT_CREDITED:
            begin = start + piece.index(bare)
            yield begin, begin + len(bare)
        start = separator.end() if separator else end
