"""Find line openings that are not part of a sentence: datelines, labels of places and topics, live-entry times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_given_name, normalize, singular
from quotekit.metadata.agency_names import is_agency
from quotekit.metadata.dateline_forms import DatelineForm, is_region, read_agency_form, read_place_form
from quotekit.metadata.line_labels import LineLabels
from quotekit.text import Bounds, TextIndex

__all__ = ["Opening", "OpeningKind", "find_openings"]

#: The kind of an opening.
OpeningKind = Literal["agency", "dateline", "label", "time"]

_LINE = re.compile(r"[^\n]+")
_POSSESSIVE = re.compile(r"['’]S\b")
_AFTER_TIME = re.compile(r"[^\W\d_a-z]|[\"“‘'(\[]")
# The time of an entry of a live report: "16.06 ", "9.40am: ", "[14:29 GMT] – ".
_TIME = re.compile(
    r"""
    [\[(]?
    (?: (?: [01]?\d | 2[0-3] ) (?: (?P<mark> [.:h] ) [0-5]\d )? (?: [ \t]? (?P<half> [ap]\.?m\b\.? ) )?
      | (?: [01]\d | 2[0-3] ) [0-5]\d (?= (?: [ \t]? h(?:rs)?\b | [ \t] (?-i: [A-Z]{1,3}T | UTC ) ) )
    )
    (?: [ \t]? h(?:rs)?\b )?
    (?: [ \t] (?P<zone> (?-i: [A-Z]{1,4}T | UTC ) \b | local \s time ) )?
    [\])]?
    (?: [ \t]* (?: [—–|:] | -{1,2} (?=\s) ) )?
    (?: [ \t]+ | [ \t]*\n\s* )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAX_TOWN_WORDS = 3
_MAX_PLACE_CHARS = 60
_MAX_OPENING_CHARS = 250
# This near the beginning, a place in capitals and a dash are enough for a dateline.
_HEAD_CHARS = 1500


@attrs.frozen
class Opening:
    """The opening of a line. All offsets are character offsets, end exclusive."""

    #: Its kind.
    kind: OpeningKind
    #: Offset of the line.
    start: int
    #: Offset of the prose.
    end: int
    #: Place, date and agencies of a dateline; None if it is not a dateline.
    form: DatelineForm | None = None


def find_openings(index: TextIndex) -> tuple[Opening, ...]:
    r"""
    Find the line openings that are not part of a sentence.

    Args:
        index: The text.

    Returns:
        The openings in text order.

    Example:
        >>> index = TextIndex("OSLO (AP) — It rained.\n\n16.06 It stopped.\n\n(CNN) The dam held.\n\nHolm: It rained.")
        >>> [(opening.kind, index.text[opening.start : opening.end]) for opening in find_openings(index)]
        [('dateline', 'OSLO (AP) — '), ('time', '16.06 '), ('agency', '(CNN) ')]
    """
    return tuple(_read_openings(index, LineLabels(index)))


def _read_openings(index: TextIndex, labels: LineLabels) -> Iterator[Opening]:
    for line in _LINE.finditer(index.text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        if start < line.end() and (opening := _read_time(index, start) or _read_dateline(index, start, labels)):
            yield opening


def _read_time(index: TextIndex, start: int) -> Opening | None:
    """Return the time that begins a line: it has a mark, "am" or "pm", and is followed by a sentence."""
    found = index.match_after(_TIME, start) if index.text[start] in "[(0123456789" else None
    if found is None or not (found["mark"] or found["half"] or found["zone"]):
        return None
    following = index.match_after(_AFTER_TIME, found.end())
    quantity = index.match_after(_QUANTITY, found.end())
    is_quantity = quantity is not None and _is_quantity(quantity.group())
    return Opening("time", start, found.end()) if following and not is_quantity else None


def _is_quantity(word: str) -> bool:
    return singular(word) in load_words("quantities") | load_words("units")


_QUANTITY = re.compile(r"\w{1,20}")


def _read_dateline(index: TextIndex, start: int, labels: LineLabels) -> Opening | None:
    form = read_place_form(index, start)
    if form is not None and form.end - start <= _MAX_OPENING_CHARS and not _is_slug(index, form):
        if _is_sure(form) or (start < _HEAD_CHARS and _is_likely(form)):
            return Opening("dateline", start, form.end, form)
        if form.separator in ("colon", "dash") and not index.is_quoted(start) and (kind := labels.kind(form)):
            return Opening("dateline" if kind == "place" else "label", start, form.end, form)
    form = read_agency_form(index, start)
    return None if form is None else Opening("agency", start, form.end, form)


def _is_slug(index: TextIndex, form: DatelineForm) -> bool:
    """Return whether a place is too long to be one, or is an outlet or a word such as "PHOTOS" or "From"."""
    place = index.text[slice(*form.place)] if form.place else ""
    words = form.town.lower().split()
    is_word = words[:1] and (words[0] in load_words("prepositions") or words[-1] in load_words("sentence_openers"))
    if (is_word and not form.is_capital) or is_agency(place) or is_outlet(place):
        return True
    return len(place) > _MAX_PLACE_CHARS or normalize(place) in load_words("head_slugs")


def _is_sure(form: DatelineForm) -> bool:
    """Return whether the form alone is enough for a dateline, because it has a date or an agency."""
    is_dated = bool(form.agencies) or form.by_reporters or form.when is not None
    if form.separator == "none":
        return (form.is_capital or form.is_known) and (bool(form.agencies) or form.when is not None)
    if form.separator == "line":
        # A separate line may also be a name and a date.
        return is_dated and (form.is_known or form.is_capital) and _may_be_place(form) and not _is_person(form)
    if form.separator == "dots":
        return is_dated or (form.is_capital and bool(form.regions))
    if form.separator in ("dash", "colon") and not (form.agencies or form.is_capital or form.is_known):
        return is_dated and not _is_person(form)
    return is_dated or (form.separator == "dash" and form.is_known and (form.is_capital or bool(form.acronyms)))


def _is_likely(form: DatelineForm) -> bool:
    """Return whether the form is enough for a dateline at the head of an article."""
    is_capital, in_region = form.is_capital, any(map(is_region, form.regions))
    is_place = (is_capital and _may_be_place(form)) or (in_region and not _is_person(form))
    return form.separator == "dash" and is_place


def _is_person(form: DatelineForm) -> bool:
    return bool(form.town) and is_given_name(form.town.split()[0])


def _may_be_place(form: DatelineForm) -> bool:
    """Return whether words in capitals before a dash may be a place, not a heading or a slug such as "UPDATE"."""
    words = [word.strip(".:") for word in form.town.split()]
    long_region = any(region.isupper() and " " in region.strip() for region in form.regions)
    if len(words) > _MAX_TOWN_WORDS or _POSSESSIVE.search(form.town) or long_region:
        return False
    return not any(word.lower() in load_words("head_slugs") for word in words)


def bounds_of(openings: tuple[Opening, ...]) -> tuple[Bounds, ...]:
    """Return the bounds of openings."""
    return tuple((opening.start, opening.end) for opening in openings)
