"""HTML: which tags are tags, and what they are for somebody who reads the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from quotekit.text.edits import Edit

__all__ = ["find_tags"]

# What stands for a tag in the text that is read: a break of one or two lines, a space, a quotation mark, nothing.
_PARAGRAPH, _LINE, _SPACE, _NOTHING = "\n\n", "\n", " ", ""
_ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        name: break_
        for break_, names in {
            _PARAGRAPH: "address article aside blockquote body center details dialog dir div dl fieldset figcaption "
            "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe main menu nav noframes "
            "noscript object ol p pre search section table title ul",
            _LINE: "br caption dd dt legend li option optgroup summary tbody tfoot thead tr",
            _SPACE: "td th",
            _NOTHING: "a abbr acronym applet area audio b base basefont bdi bdo big button canvas cite code col "
            "colgroup command data datalist del dfn em embed font frame i img input ins kbd label link map mark "
            "marquee math meta meter nobr output param picture progress q rb rp rt rtc ruby s samp script select slot "
            "small source span strike strong style sub sup svg template textarea time track tt u var video wbr "
            # those of subtitles
            "c lang",
        }.items()
        for name in names.split()
    }
)
_LINE_BREAK = "br"
_MARKS = {"q": "“", "/q": "”"}
_TAG = re.compile(
    rf"""
    (?: <   (?P<name>    /?(?:{"|".join(sorted(_ELEMENTS, key=len, reverse=True))})(?![\w:@-]))
            (?P<values>  (?: [^<>"'] | "[^"<]*" | '[^'<]*' )* )
        >
    | &lt;  (?P<escaped> /?(?:{"|".join(sorted(_ELEMENTS, key=len, reverse=True))})(?![\w:@-]))
            (?P<escaped_values> (?: [^<>&] | &(?!lt;|gt;) ){{0,2000}} )
        &gt;
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLASSES = re.compile(r"(?:\.[\w-]+)+")
# Declarations, processing instructions, the edges of character data, times inside of subtitles, ends of voices.
_DECLARATION = re.compile(
    r"<!doctype\b[^<>]{0,500}>|<\?xml\b[^<>]{0,500}>|<!\[CDATA\[|\]\]>|<\d\d:\d\d(?::\d\d)?\.\d{3}>|</v>", re.IGNORECASE
)
# A voice of subtitles: whoever is named in it says what follows.
_VOICE = re.compile(r"<v(?:\.[\w-]+){0,4}[ \t](?P<name>[^\s<>=][^<>=\n]{0,80})(?P<end>>)[ \t]?")
_UNREAD = (re.compile(r"<(?P<name>script|style)\b[^<>]{0,1000}>", re.IGNORECASE), re.compile(r"(?P<comment><!--)"))


def find_tags(text: str) -> Iterator[Edit]:
    r"""
    Find the tags of a text, and what is to be read in their place.

    Only what can hardly be anything else is a tag: the name of an element between angle brackets, alone or with
    attributes. "a < b", "<5 to >9" and "<Mary>" are text.

    Args:
        text: The text.

    Yields:
        An edit for each tag, and for each comment, script and style sheet as a whole.

    Example:
        >>> [edit.new for edit in find_tags("<p>It rained,<br>if a<b and c>d.</p>")]
        ['\n\n', '\n', '\n\n']
    """
    yield from _unread(text)
    for found in _VOICE.finditer(text):
        yield Edit(found.start(), found.start("name"))
        yield Edit(found.start("end"), found.end(), ": ")
    before = 0, False
    for found in filter(_is_tag, _TAG.finditer(text)):
        name = (found["name"] or found["escaped"]).lower()
        is_break = name == _LINE_BREAK
        # Two line breaks end a paragraph.
        is_second = is_break and before[1] and not text[before[0] : found.start()].strip()
        new = _PARAGRAPH if is_second else _MARKS.get(name, _ELEMENTS[name.lstrip("/")])
        yield Edit(found.start(), found.end(), new)
        before = found.end(), is_break
    for found in _DECLARATION.finditer(text):
        yield Edit(found.start(), found.end())


def _is_tag(found: re.Match[str]) -> bool:
    """Return whether the name of an element between angle brackets is a tag, by what follows it."""
    name, values = found["name"] or found["escaped"], found["values"] or found["escaped_values"] or ""
    values = values.strip().rstrip("/")
    if "=" in values or _CLASSES.fullmatch(values):
        return True
    # User names are written between angle brackets, too: "<Mark>".
    return not values and (name.startswith("/") or len(name) == 1 or name.islower() or name.isupper())


def _unread(text: str) -> Iterator[Edit]:
    """Find comments, scripts and style sheets."""
    for pattern in _UNREAD:
        at = 0
        while found := pattern.search(text, at):
            closing = re.compile(r"-->" if "comment" in found.groupdict() else r"</(?:script|style)\s*>", re.IGNORECASE)
            end = closing.search(text, found.end())
            if end is None:
                break
            yield Edit(found.start(), end.end())
            at = end.end()
