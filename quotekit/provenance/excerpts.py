"""Find the passages that a text takes from an outlet word for word, and the statements in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PERSONAL_SUBJECTS, pronouns
from quotekit.english.verb_classes import saying_kind
from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.records import Attribution, Outlet, SpeakerKind
from quotekit.text import TextIndex

__all__ = ["in_excerpts"]

_OPENS = re.compile(r"\s*([“\"„«‘']|''|``)")
_CLOSING = {"“": "”", "„": "“", "«": "»", "‘": "’", "``": "''"}
_DOUBLE = re.compile(r"[“”„\"«»]|''|``")
# "The Times reports:", "According to the Times:".
_BEFORE_OUTLET = re.compile(
    r"\b(?:according to|as|from|in|per|via)\s+(?:the\s+)?$|(?:^|[.,;]\s+|\s(?:and|but|so|then)\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s*(?:the|its|this|that)\s+(?:[a-z]+\s+)??(?P<noun>[a-z-]+)\s+(?P<verb>[a-z]+)", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:anchor|blogger|columnist|contributor|correspondent|critic|editor|host|journalist|reporter|writer)[”\"’]?,?\s+$"
)
_OF = re.compile(r"[’']?s?,?\s+(?:of|at|for|from|with)\s+(?:the\s+)?$")
_HEADING = re.compile(r"^[A-Z][A-Z ]{1,30}[.:]?[ \t]*$", re.MULTILINE)
_PAIR = "“”"
_OWN = pronouns("subject", "object", persons=(1,))
_PRONOUNS = PERSONAL_SUBJECTS | {"her", "him", "who"}
# So many characters between an outlet and its reporter's name, or in a sentence about an article.
_WIDE = 150
# So many words before the verb of "The Times' Jo Lind reports:".
_FEW = 6
# The verb and no more than two words behind it.
_LAST = 3
_REPORTING = frozenset({"stating", "writing"})


@attrs.frozen
class _Excerpt:
    """A passage taken from an outlet."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Whose it is.
    outlet: Outlet


def in_excerpts(
    text: str,
    attributions: Sequence[Attribution],
    outlets: Sequence[NamedOutlet],
    layout: TextIndex,
    mentions: Sequence[Mention] = (),
) -> dict[int, Outlet]:
    """
    Find the statements that a text takes from an outlet together with the passage around them.

    A passage begins behind "The Times reports:" at a paragraph's end. It is one paragraph where no marks tell, and goes
    on with paragraphs that open with a mark as long as nobody new speaks. Below a heading such as "FACEBOOK", what
    people say of themselves was posted there.

    Args:
        text: The article's text.

        attributions: Its attributions, with their speakers where they are known.

        outlets: Its outlets, from :func:`quotekit.names.outlets.find_outlets`.

        layout: Its sentences and paragraphs.

        mentions: The names in the text.

    Returns:
        The outlet of each such statement, by the statement's index.
    """
    bounds = [_bounds(attribution) for attribution in attributions]
    found: dict[int, Outlet] = {}
    order = sorted(range(len(attributions)), key=lambda i: bounds[i])
    starts = [bounds[i][0] for i in order]
    for excerpt in _excerpts(text, attributions, outlets, layout, _journalists(text, outlets, mentions)):
        for i in order[bisect_left(starts, excerpt.start) : bisect_left(starts, excerpt.end)]:
            if bounds[i][1] <= excerpt.end:
                found.setdefault(i, excerpt.outlet)
    for heading in _headings(text):
        for i in order[bisect_left(starts, heading.start) : bisect_left(starts, heading.end)]:
            if attributions[i].source.text.lower() in _OWN:
                found.setdefault(i, heading.outlet)
    return found


def _bounds(attribution: Attribution) -> tuple[int, int]:
    pieces = [piece for part in (attribution.content, attribution.cue, attribution.source) for piece in part]
    return min(piece.start for piece in pieces), max(piece.end for piece in pieces)


def _headings(text: str) -> Iterator[_Excerpt]:
    """The passages below headings that are the name of a platform, each up to the next heading."""
    found = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    for heading, end in zip(found, ends if found else [], strict=True):
        name = heading.group().strip(" .:\t")
        if normalize(name) in load_words("platforms"):
            yield _Excerpt(heading.end(), end, Outlet(name))


def _journalists(text: str, outlets: Sequence[NamedOutlet], mentions: Sequence[Mention]) -> dict[str, str]:
    """The surnames of those whom the text calls an outlet's people, each with the outlet's name."""
    found: dict[str, str] = {}
    starts, ends = [outlet.start for outlet in outlets], [outlet.end for outlet in outlets]
    for mention in mentions:
        if not mention.name.given or mention.kind is not SpeakerKind.PERSON:
            continue
        before, after = bisect_right(ends, mention.name_start) - 1, bisect_left(starts, mention.end)
        if before >= 0 and _employs(text[ends[before] : mention.name_start]):
            found.setdefault(normalize(mention.name.surname), outlets[before].name)
        elif after < len(outlets) and _OF.fullmatch(text[mention.end : starts[after]]):
            found.setdefault(normalize(mention.name.surname), outlets[after].name)
    return found


def _employs(between: str) -> bool:
    """Return whether the words between an outlet and a name make the outlet the employer: "’s reporter", "sent its reporter"."""
    if len(between) > _WIDE or "\n" in between or re.search(r"[.!?]\s", between):
        return False
    return re.fullmatch(r"['’]s?\s+", between) is not None or _POST.search(between) is not None


def _excerpts(
    text: str,
    attributions: Sequence[Attribution],
    outlets: Sequence[NamedOutlet],
    layout: TextIndex,
    journalists: Mapping[str, str],
) -> Iterator[_Excerpt]:
    """The passages behind paragraphs that announce words of an outlet."""
    if not outlets:
        return
    spoken = _spoken(attributions, layout)
    starts = [outlet.start for outlet in outlets]
    latest: str | None = None
    after = 0
    for paragraph in range(len(layout.paragraph_starts)):
        start, end = layout.paragraph(paragraph)
        end = start + len(text[start:end].rstrip())
        if paragraph < after or not (text.endswith(":", start, end) or (latest and _tells_of_article(text[start:end]))):
            continue
        first = max(start, layout.sentence(layout.sentence_of(max(start, end - 1)))[0])
        near = outlets[bisect_left(starts, first) : bisect_left(starts, end)]
        outlet = _announcer(text, first, end, near, journalists)
        is_marked = _OPENS.match(text, end) is not None
        if outlet is None and is_marked and not any(first <= at < end for at, _ in spoken.get(paragraph, ())):
            outlet = latest
        if outlet is not None and (is_marked or _ends_in_report(text[first:end])):
            after = _passage_end(text, paragraph + 1, layout, spoken)
            latest = outlet
            yield _Excerpt(end, layout.paragraph(after - 1)[1], Outlet(outlet))


def _spoken(attributions: Sequence[Attribution], layout: TextIndex) -> dict[int, list[tuple[int, str]]]:
    """By paragraph, where somebody speaks in it who is named or described there, and the speaker's id."""
    found: dict[int, list[tuple[int, str]]] = {}
    for attribution in attributions:
        speaker, speaks = attribution.speaker, saying_kind(attribution.cue_lemma) in _REPORTING
        if speaker is not None and speaks and attribution.source.text.lower() not in _PRONOUNS:
            anchor = (attribution.cue or attribution.source)[0].start
            found.setdefault(layout.paragraph_of(anchor), []).append((anchor, speaker.id))
    return found


def _announcer(
    text: str, start: int, end: int, outlets: Sequence[NamedOutlet], journalists: Mapping[str, str]
) -> str | None:
    """The outlet whose words a sentence announces: "The Times reports:", "According to the Times:"."""
    for outlet in outlets:
        before = _BEFORE_OUTLET.search(text[start : outlet.start])
        if before and (len(before.group().split()) > 1 or _reports(text[outlet.end : end])):
            return outlet.name
    for word in re.finditer(r"[^\W\d_][\w'’-]*", text[start:end]):
        outlet_name = journalists.get(normalize(re.sub(r"['’]s?$", "", word.group())))
        if outlet_name and _reports(text[start + word.end() : end]):
            return outlet_name
    return None


def _reports(words: str) -> bool:
    """Return whether words go on with a verb of reporting."""
    return any(saying_kind(cue_lemma(word)) in _REPORTING for word in re.findall(r"[a-z]+", words)[:_FEW])


def _ends_in_report(sentence: str) -> bool:
    """Return whether nothing but a time comes between a verb of reporting and the colon, so that whole words must follow."""
    return (
        _reports(" ".join(sentence.split()[-_LAST:]))
        or re.match(r"(?:According to|From|Per|Via)\b", sentence) is not None
    )


def _tells_of_article(paragraph: str) -> bool:
    """Return whether a paragraph goes on about an article that was named before: "The article ends with a joke."."""
    found = _ARTICLE.match(paragraph)
    return found is not None and found["noun"].lower() in load_words("press_pieces") and len(paragraph) < _WIDE


def _passage_end(text: str, first: int, layout: TextIndex, spoken: Mapping[int, list[tuple[int, str]]]) -> int:
    """Index of the paragraph behind a passage that begins with paragraph *first*."""
    outer: str | None = None
    voices: set[str] = set()
    for paragraph in range(first, len(layout.paragraph_starts) + 1):
        start, end = layout.paragraph(paragraph)
        words = text[start:end].strip()
        opening = _OPENS.match(words)
        here = {speaker for _, speaker in spoken.get(paragraph, ())}
        if paragraph > first and (opening is None or (outer is None and not here <= voices)):
            return paragraph
        voices |= here
        if opening is None:
            return paragraph + 1
        marks = _DOUBLE.findall(words)
        if outer is None and len(marks) % 2:
            outer = opening[1]
        elif _ends_with(words, outer or opening[1]) and (outer or len(marks) == len(_PAIR)):
            return paragraph + 1
    return len(layout.paragraph_starts) + 1


def _ends_with(words: str, opening: str) -> bool:
    """Return whether words end with the mark that closes *opening*."""
    return words.rstrip(" .").endswith(_CLOSING.get(opening, opening))
