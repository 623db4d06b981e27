"""
Read a text without its markup: entities, tags, Markdown, other line breaks and blanks, accents as apostrophes.

Every other stage reads the clean text, in which marks are marks and lines are lines. What they find is located in the
text as given at the end, so that no offset is in markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.arguments import check_instance
from quotekit.text.edits import CleanText, Edit, apply_edits
from quotekit.text.entities import find_entities
from quotekit.text.forum_tags import find_forum_tags
from quotekit.text.html_tags import find_tags
from quotekit.text.markdown import find_markdown
from quotekit.text.subtitles import find_subtitle_times

__all__ = ["clean_markup"]

# No text has markup without one of these.
_SIGN = re.compile(r"'''|[&<>*_#\]\\â\r\x0b\x0c\x85\u2028\u2029]|,,")
_LINE_BREAK = re.compile(r"(?P<return>\r(?=\n))|(?P<line>[\r\x0b\x0c\x85\u2028])|(?P<paragraph>\u2029)")
_BREAKS = {"return": "", "line": "\n", "paragraph": "\n\n"}
# Blanks that do not break, and those of other widths.
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
# Bytes of other encodings that were read as Latin: “ is 0x93 in Windows-1252, and three bytes in UTF-8.
_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_UTF_8 = {
    "".join(_WINDOWS_1252.get(byte, chr(byte)) for byte in character.encode()): character for character in "“”‘’–—…"
} | {"â€": "”"}
_MISREAD = re.compile("|".join(map(re.escape, sorted(_UTF_8, key=len, reverse=True))))
_MISREAD_BYTE = re.compile(r"[\x80\x84\x91-\x97]")
# Quotation marks escaped as in source code.
_ESCAPE = re.compile(r"\\([\"'])")
# Quotation marks made of other signs: <<Yes,>> and ,,Yes,''.
_SUBSTITUTE = re.compile(r"(?<![<\w])(?P<open><<)(?=[^\s<>])(?P<words>[^<>\n]+)(?<=\S)(?P<close>>>)(?![>\w])")
_LOW_MARK = re.compile(r"(?<![^\s(]),,(?=[^\W\d_])")
# An accent or an opening mark in place of an apostrophe: "shouldn‘t", "O´Hara".
_ACCENT = re.compile(
    r"[‘´`‛′ʼ“”\"](?:"
    r"(?<=[^\W\d_][‘´`‛′ʼ])(?=(?:s|d|m|ll|re|ve|S|D|M|LL|RE|VE)(?![^\W_]))"
    r"|(?<=[nN].)(?=[tT](?![^\W_]))|(?<=\bO[‘´`‛′ʼ])(?=[A-Z][a-z]))"
)


def clean_markup(text: str) -> CleanText:
    r"""
    Take the markup out of a text, in time linear in its length.

    Args:
        text: Any string.

    Returns:
        The clean text, with the way back to the offsets of the text as given.

    Example:
        >>> clean = clean_markup("<p>&ldquo;No,&rdquo; said <b>Ida Holm</b>.</p>\r\n<p>It rained.</p>")
        >>> clean.text
        '“No,” said Ida Holm.\n\nIt rained.\n\n'
        >>> [clean.given[slice(*clean.given_bounds(*span))] for span in ((0, 5), (11, 19))]
        ['&ldquo;No,&rdquo;', 'Ida Holm']
    """
    check_instance("text", text, str, "a string", "decode bytes first")
    edits = list(_find_edits(text)) if _SIGN.search(text) else []
    clean = apply_edits(text, edits) if edits else CleanText(text, text)
    read = _ACCENT.sub("’", _MISREAD_BYTE.sub(_from_windows, clean.text)).translate(_BLANKS)
    # One that is the same is another copy, which a long text need not have.
    return clean if read == clean.text else clean.with_text(read)


def _find_edits(text: str) -> Iterator[Edit]:
    yield from find_tags(text)
    yield from find_entities(text)
    yield from find_markdown(text)
    yield from find_forum_tags(text)
    yield from find_subtitle_times(text)
    for found in _LINE_BREAK.finditer(text):
        yield Edit(found.start(), found.end(), _BREAKS[str(found.lastgroup)], is_text=found.lastgroup != "return")
    for found in _MISREAD.finditer(text):
        yield Edit(found.start(), found.end(), _UTF_8[found.group()], is_text=True)
    for found in _ESCAPE.finditer(text):
        yield Edit(found.start(), found.end(), found[1], is_text=True)
    for found in _SUBSTITUTE.finditer(text):
        yield Edit(found.start("open"), found.end("open"), "«", is_text=True)
        yield Edit(found.start("close"), found.end("close"), "»", is_text=True)
    for found in _LOW_MARK.finditer(text):
        yield Edit(found.start(), found.end(), "„", is_text=True)


def _from_windows(found: re.Match[str]) -> str:
    return _WINDOWS_1252[ord(found.group())]
