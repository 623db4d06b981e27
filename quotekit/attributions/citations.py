"""
Find the sources that outlets cite: "citing a ministry source", "the BBC, which quoted two officials".

A cited source is a person or body that can speak, or something that can be read. Nothing is found if an outlet cites
low growth, or if the one citing is a person.
"""

from __future__ import annotations

import re

from quotekit.attributions.draft import Draft
from quotekit.attributions.press_phrases import ends_in_outlet, is_citable, is_outlet_phrase, is_unnamed
from quotekit.attributions.rules import Context
from quotekit.text import Bounds, TextIndex

__all__ = [
    "AS_SAYING",
    "REACH_CHARS",
    "are_in_one_sentence",
    "bare_phrase",
    "find_citation_next_to",
    "find_cited_source",
    "find_citing_outlet",
    "follows_according",
]

_CITES = re.compile(r"(?:(?:also|and|had|has|have|then)\s+){0,2}(?:cit|quot)(?:es|ed|ing)", re.IGNORECASE)
_OUTLET_RELATIVES = frozenset({"that", "which"})
#: What separates a quoted speaker from the statement.
AS_SAYING = re.compile(
    r",?\s{1,9}(?P<as>as\s{1,9}(?:having\s{1,9}said|saying|stating|telling\s{1,9}\w{1,40}))\b[:,]?\s{0,9}"
)
_ACCORDING = re.compile(r"\b[Aa]ccording\s{1,9}to\s{1,9}(?P<outlet>[^,;:!?\n]{1,400}),\s{1,9}$")
# What ends a cited source.
_TAIL = re.compile(
    r"""
    [\s,;:]{0,40}
    (?: \s as \s{1,9} saying [\s,;:]{0,40}
      | , \s{1,9} (?: which | who | whose ) \b .{0,400}  # a clause about the source
    )?
    $
    """,
    re.DOTALL | re.VERBOSE,
)
# "reported on Friday, citing", "the BBC, which cited".
_CITING_AFTER = re.compile(
    r"""
    # When it was reported.
    (?: \s{1,9} (?: \w{1,40} \s{1,9} ){0,2} (?: \w{1,40}day | today | yesterday | earlier | first ) )?
    ,? \s{1,9}
    (?P<citing>
        (?: also \s{1,9} )? (?: citing | quoting )
      | which \s{1,9} (?: also \s{1,9} | has \s{1,9} | had \s{1,9} )? (?: cited | quoted )
    )
    \s{1,9}
    """,
    re.VERBOSE,
)
_CITING_BEFORE = re.compile(r"\b(?:Citing|Quoting)\s{1,9}(?P<cited>[^;:!?\n\"“”]{1,400}),\s{1,9}$")
_UP_TO_MARK = re.compile(r"[^,;:!?\n\"“”()—–]+")
#: Characters around an attribution in which "citing" is searched for.
REACH_CHARS = 300
# Maximum number of characters between "reported" and "citing".
_MAX_APART_CHARS = 1000
_OUTLET_REACH_CHARS = 60


def find_citing_outlet(context: Context, draft: Draft) -> int | None:
    """
    Find the outlet that is the subject of "citing" as the cue of a draft.

    Args:
        context: The text and the names in it.

        draft: The draft.

    Returns:
        Where the outlet's name ends, as in "Kyodo, which cited"; None if the subject is not an outlet.
    """
    if len(draft.cue) != 1 or not draft.content or not _CITES.fullmatch(draft.cue.text):
        return None
    index = context.index
    if not draft.source:
        found = _find_according(index, draft)
        return found.end("outlet") if found and is_outlet_phrase(context, *found.span("outlet")) else None
    start, end = draft.source[0].start, draft.source[-1].end
    if draft.source.text not in _OUTLET_RELATIVES:
        return end if is_outlet_phrase(context, start, end) else None
    before = index.before(start, _OUTLET_REACH_CHARS)
    first, last = start - len(before), start - len(before) + len(before.rstrip(", "))
    return last if ends_in_outlet(context, first, last) else None


def follows_according(context: Context, draft: Draft) -> bool:
    """
    Return whether the cue of a draft follows "according to …,".

    Args:
        context: The text.

        draft: The draft with the cue.

    Returns:
        Whether it does.
    """
    return _find_according(context.index, draft) is not None


def _find_according(index: TextIndex, draft: Draft) -> re.Match[str] | None:
    return index.search_before(_ACCORDING, draft.cue[0].start, _OUTLET_REACH_CHARS)


def find_cited_source(context: Context, citing: Draft) -> Bounds | None:
    """
    Find the cited source in the content of a draft with the cue "citing".

    Args:
        context: The text and the names in it.

        citing: The draft.

    Returns:
        The source's bounds; None if the content is not a source.
    """
    piece = citing.content[0]
    if len(citing.content) > 1 or piece.start < citing.cue[0].end:
        return None
    cited = bare_phrase(context.index, piece.start, piece.end)
    if cited is None or AS_SAYING.search(context.index.text, *cited) or not is_citable(context, *cited):
        return None
    return cited


def find_citation_next_to(context: Context, report: Draft) -> tuple[int, Bounds] | None:
    """
    Find "citing …" right before or after an outlet's report.

    Args:
        context: The text and the names in it.

        report: The draft of the report, with one span as source.

    Returns:
        The offset of "citing" and the bounds of the cited source; None if there is none, or if the report is not an
        outlet's.
    """
    source = report.source[0]
    found = _find_citing_after(context, report) or _find_citing_before(context.index, source.start)
    return found if found and is_outlet_phrase(context, source.start, source.end) else None


def _find_citing_after(context: Context, report: Draft) -> tuple[int, Bounds] | None:
    """Return the offset of "citing" right after a report's source, cue or content, and the cited source's bounds."""
    index = context.index
    for part in (report.source, report.cue, report.content):
        found = index.match_after(_CITING_AFTER, part[-1].end, REACH_CHARS)
        rest = index.match_after(_UP_TO_MARK, found.end(), REACH_CHARS) if found else None
        if found and rest:
            end = min(rest.end(), index.sentence_at(rest.start())[1])
            cited = bare_phrase(index, rest.start(), rest.start() + len(index.text[rest.start() : end].rstrip(" .")))
            # In "Kyodo reported that the ministry had refused, citing …" it may be the ministry that cites.
            if cited is not None and (part is not report.content or is_unnamed(context, *cited)):
                return found.start("citing"), cited
    return None


def _find_citing_before(index: TextIndex, at: int) -> tuple[int, Bounds] | None:
    """Return the offset of "Citing …" right before an offset, and the bounds of the cited source."""
    found = index.search_before(_CITING_BEFORE, at, REACH_CHARS)
    if found is None or not are_in_one_sentence(index, found.start(), at):
        return None
    return found.start(), found.span("cited")


def are_in_one_sentence(index: TextIndex, one: int, other: int) -> bool:
    """
    Return whether two offsets are in the same sentence and not too far apart.

    Args:
        index: The text.

        one: An offset.

        other: Another offset, before or after it.

    Returns:
        Whether they are.
    """
    return abs(one - other) <= _MAX_APART_CHARS and index.sentence_of(one) == index.sentence_of(other)


def bare_phrase(index: TextIndex, start: int, end: int) -> Bounds | None:
    """
    Strip from a phrase what may follow a cited source: punctuation, "as saying", a relative clause.

    Args:
        index: The text.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

    Returns:
        The bounds of the rest; None if nothing is left, or if the phrase is too long.
    """
    if end - start > REACH_CHARS:
        return None
    return index.strip(start, start + len(_TAIL.sub("", index.text[start:end])))
