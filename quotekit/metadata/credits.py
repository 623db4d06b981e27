"""Read credits: the agencies, writers and editors that an article credits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_place, normalize, normalized_words
from quotekit.metadata.agency_names import is_acronym
from quotekit.metadata.captions import find_captions, read_picture_credits
from quotekit.metadata.openings import Opening, find_openings
from quotekit.records import Credit
from quotekit.text import Bounds, TextIndex

__all__ = ["CREDIT_READERS", "CreditReader", "read_credits"]

#: Reads credits of one form.
CreditReader: TypeAlias = Callable[[TextIndex], Iterator[Credit]]

_AGENCY_IN_PARENTHESES = re.compile(r"\(([^()\n]{2,40}?)\.?\)")
# An agency in parentheses is credited with the article if it follows the last word of a paragraph.
_BEFORE_LAST_AGENCY = frozenset('.!?…"”’)]\n')
_AT_LINE_END = re.compile(r"[.\s]{0,40}(?:\n|$)|[ \t]{0,30}\([^()\n]{0,400}\)[.\s]{0,40}(?:\n|$)")
_ADDRESS = re.compile(r"[ \t]{0,30}\([^()\n]{0,60}\)")
# An agency after a dash, as a signature: "It rained. — Reuters".
_SIGNED = re.compile(r"[.!?\n][ \t\n]{0,40}[—–-]{1,2}[ \t]{0,30}([A-Z][\w.]{1,20}(?:[ \t][A-Z][\w.]{1,20}){0,3})$")
_SIGNED_REACH_CHARS = 100
# Words in parentheses at the end that are not an agency.
_NOT_AGENCIES = frozenset({"END", "ENDS", "FILE", "FILES", "MORE", "SIC"})

# "With inputs from …", "with additional reporting by …".
_INPUTS = re.compile(
    r"""
    (?<!\w) [Ww]ith \s+
    (?: (?: additional | further | added ) \s+ )?
    (?: inputs? | reports? | reporting | contributions? | information | files ) \s+
    (?: from | by ) \s+
    ( [^\n.();]{2,80} )
    """,
    re.VERBOSE,
)
_BEFORE_INPUTS = re.compile(r"(?:^|[(\n.!?”\"—–])[ \t]*$")
_BEFORE_INPUTS_REACH_CHARS = 5
_AGENCY_MODIFIER = re.compile(r"^(?:the|various|news|wire|other) ")
_UNNAMED_AGENCIES = frozenset({"agencies", "agency", "news agencies", "wire services", "wires"})

# The role of a person credited with work, by the word before "by".
_ROLE_OF_WORK: Mapping[str, str] = {
    "compiled": "writing",
    "edited": "editing",
    "editing": "editing",
    "photo": "photo",
    "photograph": "photo",
    "photographs": "photo",
    "photography": "photo",
    "photos": "photo",
    "reported": "reporting",
    "reporting": "reporting",
    "translated": "translation",
    "translation": "translation",
    "video": "video",
    "writing": "writing",
    "written": "writing",
}
# "Reporting by …", "Additional reporting and writing by …".
_WORK = re.compile(
    rf"""
    (?: (?: ^ | [(;.|] | \n ) [ \t]* )
    (?: additional \s+ | written \s+ and \s+ )?
    ( {"|".join(sorted(_ROLE_OF_WORK, key=len, reverse=True))} )
    (?: \s+ and \s+ (?: writing | editing | reporting ) )?
    \s+ by \s+
    (?= ( [^\n;()|]{{2,240}} ) )                # not consumed: "Reporting by Jo Lind. Editing by Bo Dray."
    """,
    re.IGNORECASE | re.VERBOSE,
)

_BYLINE = re.compile(r"^[ \t]*(?:By|BY)[ \t:]+([^\n|;()]{2,120})", re.MULTILINE)
_BYLINE_REACH_CHARS = 1200
_CLOSING_MARKS = ('"', "”", "’", "'")
# What may follow the names of a byline: "By Jo Lind in Oslo", "By Jo Lind, Staff Writer".
_AFTER_BYLINE = re.compile(r"$|[,|•·/]|(?:in|for|at|of|and) ", re.IGNORECASE)
# "Ida Holm, Health Correspondent" without "By", on a line of its own near the head.
_NAME_AND_POST = re.compile(
    r"""
    ^ [ \t]* ( [A-Z] [^\n,|•–—():;.!?“”"]{3,60} ) [ \t]* [,|•–—] [ \t]*
    (?: [A-Z] [\w&'’/-]{0,20} [ ] ){0,4} (?: correspondent | reporter | writer | editor | columnist ) s?
    (?: [ ] (?: in | for | at ) [ ] [A-Z] [^\n.!?]{1,40} )?
    [ \t]* $
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_ENDS_SENTENCE = re.compile(r"[.!?]\s*$")

_CONTRIBUTED = re.compile(
    r"""
    \b contributed (?: [ ] (?: to [ ] this [ ] (?: report | article | story ) | (?: to [ ] the [ ] )? reporting ) \b
                     | (?= \.? \)? [ \t]* (?: \n | $ ) ) )
    """,
    re.VERBOSE,
)
_CONTRIBUTORS = re.compile(r"(?:^|[.!?”\"\n] )[\s(—–-]{0,40}([^\s(—–-][^\n.!?]{2,120}?)(?: also)? $")
_CONTRIBUTORS_REACH_CHARS = 150
_POST_BEFORE_NAME = re.compile(r"(?:(?:Associated Press|AP|Reuters)\s+)?(?:staff\s+)?(?:writers?|reporters?)\s+")

_UPPER = "A-ZÀ-ÖØ-Þ"
_CAPITALIZED = rf"[{_UPPER}][\w.'’-]{{0,40}}"
_PARTICLE = "de|da|di|del|van|von|der|bin|al|la|el|of"
# One name: "Ida Holm", "Jo de Lind", "the Reef Times".
_NAME = re.compile(
    rf"""
    (?: {_CAPITALIZED} | (?: {_PARTICLE} | the ) (?= \s{{1,30}} [{_UPPER}] ) )
    (?: [ \t]{{1,30}} (?: {_CAPITALIZED} | (?: {_PARTICLE} ) (?= [ \t]{{1,30}} [{_UPPER}] ) ) ){{0,15}}
    """,
    re.VERBOSE,
)
_MAX_NAME_WORDS = 5
# These are searched for in lists of at most 240 characters.
_SEPARATOR = re.compile(r"\s{0,30},\s{0,30}(?:and\s{1,30})?|\s{1,30}and\s{1,30}|\s{0,30}&\s{0,30}|\s{0,30}/\s{0,30}")
_BARE_NAME = re.compile(r"\s{0,30}(?:the )?(\S.{0,400}?)[ \t\n—–-]{0,40}$", re.DOTALL)
_AFTER_NAMES = re.compile(r"\s{1,30}(?:in|at|for|from|with|on|to|via|is|was|who)\s|[.](?:\s|$)")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|St|Dr))$")
# The place where a person works, and the separator before the next name: "in Oslo and", "at the United Nations, ".
_AFTER_WORKPLACE = re.compile(
    rf"""
    \s{{1,30}} (?: in | at ) \s{{1,30}} (?: the \s{{1,30}} )?
    (?: {_CAPITALIZED} | {_PARTICLE} ) (?: [ \t]{{1,30}} (?: {_CAPITALIZED} | {_PARTICLE} ) ){{0,5}}
    (?: , [ ] (?: (?: [A-Z]\. ){{2,3}} | [A-Z][a-z]{{1,5}}\. ) )?         # "Washington, D.C.", "Reef, Wis."
    \s{{0,30}} (?: , \s{{0,30}} (?: and \s{{1,30}} )? | \s and \s{{1,30}} | & \s{{0,30}} )
    """,
    re.VERBOSE,
)
# What may follow a list of names or take its place: "Staff Writers", "Updated …".
_POST = re.compile(
    r"""
    (?: the [ ] )?
    (?: staff | senior | chief | special | political | foreign | national | business | sports | science | health | our
      | correspondents? | reporters? | writers? | editors? | columnists? | bureau | contributors?
      | updated | published | posted | today | associated [ ] press [ ] writer
    ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)


# A post in front of a name: "Chief Reporter Ida Holm", "AP Sports Writer Ida Holm".
_POST_OF_NAME = re.compile(
    r"""
    (?: the [ ] )? (?: [A-Z][\w'’-]{1,20} [ ] ){0,4}
    (?: correspondent | reporter | writer | editor | columnist | chief ) s? [ ] (?= [A-Z] \S{0,30} [ ] [A-Z] )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_credits(
    index: TextIndex, captions: Sequence[Bounds] | None = None, openings: Sequence[Opening] | None = None
) -> tuple[Credit, ...]:
    r"""
    Read the credits of an article.

    Roles are ``wire`` for an agency, ``agencies`` for agencies without names, ``byline``, ``reporting``,
    ``writing``, ``editing``, ``photo``, ``video`` and ``translation``.

    Args:
        index: The article's text.

        captions: Its captions, from :func:`quotekit.metadata.find_captions`; found here if not given.

        openings: The openings of its lines, from :func:`quotekit.metadata.find_openings`; found here if not given.

    Returns:
        The credits in text order. If two overlap, the one from the earlier reader in :data:`CREDIT_READERS` is
        kept; picture credits and the agencies of datelines take precedence over all of them.

    Example:
        >>> index = TextIndex("By Ida Holm\n\nOSLO (AP) — It rained.\n\n(With inputs from agencies.)")
        >>> [(credit.name, credit.role) for credit in read_credits(index)]
        [('Ida Holm', 'byline'), ('AP', 'wire'), ('agencies', 'agencies')]
    """
    captions = find_captions(index) if captions is None else captions
    openings = find_openings(index) if openings is None else openings
    readings = (
        read_picture_credits(index, captions),
        _read_datelines(index, openings),
        *(read(index) for read in CREDIT_READERS.values()),
    )
    found: list[Credit] = []
    starts: list[int] = []
    for credit in chain.from_iterable(readings):
        at = bisect_left(starts, credit.start)
        before, after = found[at - 1 : at] if at else [], found[at : at + 1]
        if all(other.end <= credit.start for other in before) and all(credit.end <= other.start for other in after):
            found.insert(at, credit)
            starts.insert(at, credit.start)
    return tuple(found)


def _read_datelines(index: TextIndex, openings: Sequence[Opening]) -> Iterator[Credit]:
    """Yield the agencies in datelines and at the head of a line."""
    for opening in openings:
        if opening.kind in ("dateline", "agency") and opening.form is not None:
            if opening.form.writers is not None:
                yield from _read_names(index, *opening.form.writers, "byline")
            for start, end in sorted({*opening.form.agencies, *opening.form.acronyms}):
                yield Credit(index.text[start:end], "wire", start, end)


def _read_agencies(index: TextIndex) -> Iterator[Credit]:
    """Yield agencies in parentheses at the end of a paragraph; unknown ones only if nothing follows."""
    text_end = len(index.text.rstrip())
    for match in _AGENCY_IN_PARENTHESES.finditer(index.text):
        names = _split_names(index, *match.span(1))
        is_last = _is_last(index, *match.span(), text_end)
        words = [index.text[start:end] for start, end in names]
        if not all(_is_agency(word) or (is_last and _may_be_agency(word)) for word in words):
            continue
        if _ends_paragraph(index, *match.span()):
            yield from (Credit(index.text[start:end], "wire", start, end) for start, end in names)
    signed = index.search_before(_SIGNED, text_end, _SIGNED_REACH_CHARS)
    name = signed[1].rstrip(".") if signed else ""
    if signed and (_is_agency(name) or is_outlet(name)):
        yield Credit(name, "wire", signed.start(1), signed.start(1) + len(name))


def _is_last(index: TextIndex, start: int, end: int, text_end: int) -> bool:
    """Return whether parentheses are alone in the last line of a text, or with an address: "(NAN) (www.nan.ng)"."""
    address = index.match_after(_ADDRESS, end)
    last = address.end() if address else end
    return last == text_end and index.line_at(start)[0] == index.skip_blanks_before(start)


def _may_be_agency(name: str) -> bool:
    return (is_acronym(name) or is_outlet(name)) and name not in _NOT_AGENCIES


def _ends_paragraph(index: TextIndex, start: int, end: int) -> bool:
    """Return whether parentheses follow the last sentence of a paragraph, or make up all of it."""
    before = index.skip_blanks_before(start)
    if before and index.text[before - 1] not in _BEFORE_LAST_AGENCY:
        return False
    return index.match_after(_AT_LINE_END, end) is not None


def _read_inputs(index: TextIndex) -> Iterator[Credit]:
    """Yield the names in "with inputs from …", if a line or parenthesis says nothing else."""
    for match in _INPUTS.finditer(index.text):
        if _BEFORE_INPUTS.search(index.before(match.start(), _BEFORE_INPUTS_REACH_CHARS)):
            if _AFTER_NAMES.search(match[1]):
                # "Ida Holm in Oslo and Jo Lind in Pune"
                yield from _read_names(index, *match.span(1), "reporting")
            else:
                for start, end in _split_names(index, *match.span(1)):
                    yield from _read_input(index.text[start:end], start)


def _read_input(name: str, start: int) -> Iterator[Credit]:
    """Yield one of the names in "with inputs from …"."""
    end = start + len(name)
    if _AGENCY_MODIFIER.sub("", name.lower()) in _UNNAMED_AGENCIES:
        noun = name.rsplit(maxsplit=1)[-1]
        yield Credit(noun, "agencies", end - len(noun), end)
    elif _is_agency(name):
        yield Credit(name, "wire", start, end)
    elif _NAME.fullmatch(name) and not _POST.match(name):
        yield Credit(name, "reporting", start, end)


def _read_work(index: TextIndex) -> Iterator[Credit]:
    """Yield the names after "Reporting by" and the like."""
    for match in _WORK.finditer(index.text):
        # A dotless i also matches if case is ignored.
        role = _ROLE_OF_WORK.get(match[1].lower(), "reporting")
        yield from _read_names(index, *match.span(2), role)


def _read_bylines(index: TextIndex) -> Iterator[Credit]:
    """Yield the names in lines near the head that begin with "By"."""
    for match in _BYLINE.finditer(index.text, 0, _BYLINE_REACH_CHARS):
        names = list(_read_names(index, *match.span(1), "byline"))
        # A sentence may also begin with "By": "By Monday, they had left."
        if not names or not _AFTER_BYLINE.match(index.text[names[-1].end : match.end(1)].strip()):
            continue
        if not _ENDS_SENTENCE.search(match[1]) or match[1].rstrip(".").strip() == names[-1].name:
            yield from names


def _read_posts(index: TextIndex) -> Iterator[Credit]:
    """Yield the names in lines near the head with a name and a reporter's post, unless they sign a quotation."""
    for match in _NAME_AND_POST.finditer(index.text, 0, _BYLINE_REACH_CHARS):
        if index.text[: match.start()].rstrip()[-1:] not in _CLOSING_MARKS and match.group().strip()[0].isupper():
            yield from _read_names(index, *match.span(1), "byline")


def _read_contributors(index: TextIndex) -> Iterator[Credit]:
    """Yield the names before "contributed to this report"."""
    for match in _CONTRIBUTED.finditer(index.text):
        line_start, _ = index.line_at(match.start(), _CONTRIBUTORS_REACH_CHARS)
        names = _CONTRIBUTORS.search(index.text[line_start : match.start()])
        if names:
            start, end = line_start + names.start(1), line_start + names.end(1)
            post = _POST_BEFORE_NAME.match(index.text, start, end)
            yield from _read_names(index, post.end() if post else start, end, "reporting")


#: The readers of credits outside captions, by the form that they read.
CREDIT_READERS: Mapping[str, CreditReader] = {
    "agencies": _read_agencies,
    "inputs": _read_inputs,
    "work": _read_work,
    "bylines": _read_bylines,
    "contributors": _read_contributors,
    "posts": _read_posts,
}


def _read_names(index: TextIndex, start: int, end: int, role: str) -> Iterator[Credit]:
    """Yield the names from *start* to *end*, up to the first words that are not a name; agencies are wires."""
    while start < end:
        stop = _end_of_names(index, start, end)
        for name_start, name_end in _split_names(index, start, stop):
            post = _POST_OF_NAME.match(index.text, name_start, name_end)
            first = post.end() if post else name_start
            name = index.text[first:name_end]
            if _is_agency(name):
                yield Credit(name, "wire", first, name_end)
            elif _is_full_name(name):
                yield Credit(name, role, first, name_end)
            else:
                return
        # "Ola Berg in Oslo and Ravi Lind in Pune": the list continues after a place.
        going_on = _AFTER_WORKPLACE.match(index.text, stop, end)
        if going_on is None or not _is_next_name(index, going_on.end(), end):
            return
        start = going_on.end()


def _is_next_name(index: TextIndex, start: int, end: int) -> bool:
    """Return whether the list continues with a person's name, and not another place: "in Oslo and New York"."""
    found = _NAME.match(index.text, start, end)
    if found is None or not _is_full_name(found.group()):
        return False
    first = found.group().split()[0]
    return (
        not is_place(found.group()) and normalize(first) not in load_words("place_beginnings") and not is_place(first)
    )


def _end_of_names(index: TextIndex, start: int, end: int) -> int:
    """Return where a list of names ends: before "in Oslo", or at a period that does not belong to an initial."""
    stop = _AFTER_NAMES.search(index.text, start, end)
    while stop and index.text[stop.start()] == "." and _ABBREVIATION.search(index.text, start, stop.start()):
        stop = _AFTER_NAMES.search(index.text, stop.end(), end)
    return stop.start() if stop else end


def _split_names(index: TextIndex, start: int, end: int) -> list[Bounds]:
    """Return the bounds of the items between commas and "and", without surrounding spaces and articles."""
    names = []
    for separator in (*_SEPARATOR.finditer(index.text, start, end), None):
        name = _BARE_NAME.match(index.text, start, separator.start() if separator else end)
        if name:
            names.append(name.span(1))
        start = separator.end() if separator else end
    return names


def _is_full_name(name: str) -> bool:
    """Return whether words may be a person's or organization's full name, and not a post such as "Staff Writers"."""
    words = name.split()
    if (
        not _NAME.fullmatch(name)
        or _POST.match(name)
        or _POST.match(words[-1])
        or not 1 < len(words) <= _MAX_NAME_WORDS
    ):
        return False
    return words[0] != "The" and not any(word.lower() in load_words("months") for word in words)


def _is_agency(name: str) -> bool:
    return normalize(name.removeprefix("the ").removeprefix("The ")) in normalized_words("agencies")
