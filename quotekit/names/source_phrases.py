"""
Read a source phrase: is it a name, a description or a pronoun, and what kind of speaker does it stand for?

There is no parser. The head of a phrase is what stands before its first preposition, comma or relative pronoun; a
name at the end of the head is the speaker's ("Holm spokesman Carl Dray"), a noun there describes the speaker
("a Holm spokesman", "advisers to Ms. Holm").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PERSONAL_SUBJECTS, POSSESSIVE_DETERMINERS, PRONOUNS
from quotekit.english.words import (
    is_given_name,
    is_place,
    kind_of_ending,
    kind_of_noun,
    normalize,
    singular,
)
from quotekit.names.mentions import Mention
from quotekit.records import SpeakerKind

__all__ = ["SourcePhrase", "find_head_end", "parse_source"]

# Where a phrase goes on about its head.
_BREAK = re.compile(
    r"[,;:(–—]| - |\s(?:of|for|at|from|in|on|to|by|with|who|whose|whom|which|that|who've|who's|I|we|as|via|under|about|"
    r"against|inside|within|such|like|including|among|across|outside|around|over|after|before|during|near|and|or|not|"
    r"is|was|are|were|has|have|had|told|said|close|familiar|present|involved|responsible|working|interviewed|briefed|"
    r"released|conducted|published|obtained|reviewed|seen|issued|commissioned|based|posted|written|led|made|sent|taken|filed|"
    r"signed|quoted|cited|polled|surveyed|contacted|reached|gathered|living|representing|speaking|covering|attending)\b"
)
_AFTERTHOUGHT = re.compile(
    r"\s+(?:also|himself|herself|itself|themselves|later|then|too|alone|all|both|each|once|now|again|often|always|"
    r"still|never|even|simply|recently|repeatedly|respectively|alike|there|here|reportedly)$"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|,?\s*and|&|,?\s*n?or)\s*(?:the\s+)?")
_DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "most", "other", "few", "all", "no")
)
_BEFORE_NAMES = _DETERMINERS | {"both", "either", "neither", "not only"}
_EDGES = ' \t\n\r\u00a0"“”‘«».,;:–—-'
# Pronouns that can be a source by themselves.
_SOURCE_PRONOUNS = frozenset(PRONOUNS.keys() - {"those", "your", "yours", "yourself", "yourselves"})
_PAIR = re.compile(
    r"(?:both|neither|the two|these two|the pair|the duo|the couple)(?: of (?:them|the two))?(?: (?:of the )?(?P<noun>(?:[\w-]+ ){0,3}[\w-]+))?"
)
_OF = re.compile(r" (?:at|for|from|in|of) (?:the )?")
_ONE_OF = frozenset({"another", "each", "neither", "one"})
_AGE = re.compile(r"\d{1,3}-year-old")
_LONGEST_SOURCE = 1000
_MOST_JOINT = 20


@attrs.frozen
class SourcePhrase:
    """What a source phrase says of the speaker."""

    #: What the speaker is; None where nothing can be told.
    kind: SpeakerKind | None = None
    #: The names that head the phrase; several for joint speakers, and for who made a document.
    named: tuple[Mention, ...] = ()
    #: The pronoun that the phrase is, normalized; None where it is none.
    pronoun: str | None = None
    #: A description's modifiers and main noun, without its article.
    description: str = ""
    #: A description's article, normalized; empty where there is none.
    article: str = ""
    #: Whose an organization is: "Holm" in "Holm's campaign".
    owner: Mention | None = None
    #: What a description is of: "France" in "the president of France".
    of: Mention | None = None
    #: The pronoun that says whose somebody or something is, normalized: "his" in "his attorney"; None where none does.
    whose: str | None = None
    #: Whether two are meant, as in "both" and "the two senators".
    pair: bool = False

    @property
    def noun(self) -> str:
        """The main noun of a description, normalized."""
        return normalize(self.description.rpartition(" ")[2])


def parse_source(text: str, start: int, end: int, mentions: Sequence[Mention]) -> SourcePhrase:
    """
    Read a source phrase.

    Args:
        text: The article's text.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

        mentions: The mentions that have characters of the phrase, in text order.

    Returns:
        What the phrase says.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> def read(text):
        ...     return parse_source(text, 0, len(text), find_mentions(text))
        >>> read("Holm spokesman Carl Dray").named[0].name.text
        'Carl Dray'
        >>> read("a Holm spokesman").kind.value, read("a Holm spokesman").named
        ('unnamed', ())
        >>> read("two advisers to Ms. Holm").noun
        'advisers'
    """
    start, end = _trimmed(text, start, min(end, start + _LONGEST_SOURCE))
    joint = _joint(text, start, end, mentions)
    if joint:
        return SourcePhrase(joint[0].kind or SpeakerKind.PERSON, joint)
    head_end = _head_end(text, start, end, mentions)
    without_head = _read_pronoun(text, start, end, head_end, mentions) or _read_counted(
        text, start, end, head_end, mentions
    )
    if without_head is not None:
        return without_head
    head_end = _without_afterthought(text, start, head_end)
    name = next((m for m in reversed(mentions) if m.end >= head_end > m.name_start), None)
    if name is None:
        return _describe(text, start, head_end, end, mentions)
    if _after_plural(text, start, name):
        return _describe(text, start, start + len(text[start : name.start].rstrip()), end, mentions)
    return SourcePhrase(name.kind or SpeakerKind.PERSON, (name,))


def _read_pronoun(text: str, start: int, end: int, head_end: int, mentions: Sequence[Mention]) -> SourcePhrase | None:
    """Read a pronoun, or "both" with what it counts; None where the phrase is none."""
    pronoun = _pronoun(text, start, end, head_end)
    # "WHO" may be a name.
    if pronoun is not None and not any(m.name_start == start for m in mentions):
        return SourcePhrase(pronoun=pronoun)
    pair = _PAIR.fullmatch(normalize(text[start:end]))
    if pair and (pair["noun"] is None or _is_plural(pair["noun"])):
        return SourcePhrase(SpeakerKind.GROUP, description=pair["noun"] or "", pair=True)
    return None


def _read_counted(text: str, start: int, end: int, head_end: int, mentions: Sequence[Mention]) -> SourcePhrase | None:
    """Read what is counted in "a number of farmers"; None where nothing is."""
    counted = _counted(text, start, head_end, end)
    if counted is None:
        return None
    if _is_one_of(text[start:head_end]):
        return SourcePhrase(SpeakerKind.UNNAMED, description=text[start:head_end])
    reading = parse_source(text, counted, end, [m for m in mentions if m.name_start >= counted])
    return reading if reading.pronoun is None or reading.pronoun == "them" else SourcePhrase(SpeakerKind.GROUP)


def find_head_end(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """
    Find where the head of a phrase ends.

    Args:
        text: The article's text.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

        mentions: The mentions that have characters of the phrase, in text order.

    Returns:
        Offset after the head's last character; words such as "himself", and "'s", are no part of it.

    Example:
        >>> phrase = "the former head of the bank"
        >>> phrase[: find_head_end(phrase, 0, len(phrase), [])]
        'the former head'
    """
    start, end = _trimmed(text, start, min(end, start + _LONGEST_SOURCE))
    return _without_afterthought(text, start, _head_end(text, start, end, mentions))


def _pronoun(text: str, start: int, end: int, head_end: int) -> str | None:
    """The pronoun that a phrase is, or that heads it: "he himself", "they all", "she, a lawyer,"."""
    phrase = normalize(text[start:end])
    if phrase in _SOURCE_PRONOUNS:
        return phrase
    for last in (end, head_end):
        word = normalize(text[start : _without_afterthought(text, start, last)])
        if word in PERSONAL_SUBJECTS or (last == end and word in _SOURCE_PRONOUNS):
            return word
    return None


def _is_plural(phrase: str) -> bool:
    """Return whether a phrase ends in a plural, and lists nothing."""
    return singular(phrase) != phrase and {"and", "nor", "or"}.isdisjoint(phrase.split())


def _is_one_of(count: str) -> bool:
    """Return whether a count means one that is not named: "one" of the senators."""
    return normalize(count).rpartition(" ")[2] in _ONE_OF


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take spaces and marks off the edges of a phrase."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _joint(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names of a list such as "Ann Lee, Bo Day and Cy Fox"; empty where the phrase is something else."""
    inside = [m for m in mentions if m.name_start >= start and m.end <= end]
    # An organization in somebody's title is no speaker: "White House" in "White House press secretary Ann Lee".
    names = [m for m in inside if not any(other.start <= m.start and m.end < other.name_start for other in inside)]
    if not 1 < len(names) <= _MOST_JOINT:
        return ()
    gaps = [_PARENTHESIS.sub("", text[a.end : b.start]) for a, b in pairwise(names)]
    people = all(m.kind in (None, SpeakerKind.PERSON) for m in names)
    if not all(map(_BETWEEN_NAMES.fullmatch, gaps)) or not (people or "and" in "".join(gaps)):
        return ()
    before, after = text[start : names[0].start], _PARENTHESIS.sub("", text[names[-1].end : end])
    opens = not before.strip() or before.strip().lower() in _BEFORE_NAMES
    closes = after.startswith(",") or not _AFTERTHOUGHT.sub("", _POSSESSIVE.sub("", after)).strip(_EDGES)
    return tuple(names) if opens and closes else ()


def _head_end(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Offset after the phrase's head: where the first break is that is in no name."""
    for found in _BREAK.finditer(text, start, end):
        at = found.start()
        if at == start or any(m.start <= at < m.end for m in mentions):
            continue
        if found.group().strip() not in ("and", "or"):
            return at
        if _ends_in_noun(text, start, at, mentions) and not _share_noun(text, at, end, mentions):
            return at
    return end


def _share_noun(text: str, at: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Return whether the names around the "and" at *at* only say whose something is: "the Dray and Holm campaigns"."""
    name = next((m for m in mentions if m.start > at), None)
    if name is None or text[at : name.start].strip() not in ("and", "or"):
        return False
    noun = re.match(r" (?P<noun>[a-z-]+s)\b", text[name.end : end])
    return noun is not None and kind_of_noun(noun["noun"]) is SpeakerKind.GROUP


def _ends_in_noun(text: str, start: int, at: int, mentions: Sequence[Mention]) -> bool:
    """Return whether what stands before *at* is a speaker by itself, and no "local" of "local and foreign groups"."""
    word = text[start:at].rpartition(" ")[2]
    return any(m.end == at for m in mentions) or (kind_of_noun(word) or kind_of_ending(word)) is not None


def _without_afterthought(text: str, start: int, end: int) -> int:
    """Take words such as "himself", and "'s", off the end of a head."""
    head = text[start:end].rstrip(_EDGES)
    for pattern in (_AFTERTHOUGHT, _AFTERTHOUGHT, _POSSESSIVE):
        found = pattern.search(head)
        head = head[: found.start()] if found and found.start() else head
    return start + len(head)


def _counted(text: str, start: int, head_end: int, end: int) -> int | None:
    """Offset of what is counted in "a number of farmers"; None where nothing is."""
    if not text.startswith(" of ", head_end) or head_end + 4 >= end:
        return None
    words = text[start:head_end].split()
    word = normalize(words[-1]) if words else ""
    return head_end + 4 if word in load_words("quantities") or word.endswith("%") else None


def _after_plural(text: str, start: int, name: Mention) -> bool:
    """Return whether a name only begins a clause about others: "neighbors Democrats have met"."""
    words = text[start : name.start].split()
    return (
        bool(words) and words[-1].islower() and singular(words[-1]) != words[-1] and kind_of_noun(words[-1]) is not None
    )


def _describe(text: str, start: int, head_end: int, end: int, mentions: Sequence[Mention]) -> SourcePhrase:
    """Read a head that ends in a noun."""
    words = text[start:head_end].strip(_EDGES).split()
    if not words:
        return SourcePhrase()
    kind = kind_of_noun(words[-1]) or kind_of_ending(words[-1])
    if kind is None and (normalize(words[0]) in load_words("vague_sources") or _AGE.fullmatch(normalize(words[-1]))):
        kind = SpeakerKind.UNNAMED
    if kind in (None, SpeakerKind.UNNAMED):
        beside = _apposed(text, head_end, end, mentions)
        # "His opposite number, Ann Lee," is a person by the name alone.
        if beside is not None and (kind or is_given_name(beside.name.text.split()[0])):
            return SourcePhrase(SpeakerKind.PERSON, (beside,))
    inside = [m for m in mentions if start <= m.name_start and m.end <= head_end]
    first = normalize(words[0]) if len(words) > 1 else ""
    article = first if first in _DETERMINERS else ""
    whose = first if first in POSSESSIVE_DETERMINERS else None
    return SourcePhrase(
        kind,
        _issuers(text, head_end, end, inside, mentions) if kind is SpeakerKind.DOCUMENT else (),
        description=" ".join(words[bool(article or whose) :]),
        article=article,
        owner=inside[-1] if inside else None,
        of=next((m for m in mentions if m.start > head_end and _OF.fullmatch(text, head_end, m.start)), None),
        whose=whose,
    )


def _apposed(text: str, head_end: int, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The full name after a description: "A lawyer for Holm, Carl Dray,"."""
    for mention in mentions:
        if (
            head_end < mention.start
            and mention.kind is SpeakerKind.PERSON
            and (mention.name.given or mention.name.titles)
        ):
            before, after = text[head_end : mention.start].rstrip(), text[mention.end : end].lstrip()
            if before.endswith((",", "–", "—", ":")) and after[:1] in ("", ",", "(", "–", "—", "."):
                return mention
    return None


def _issuers(
    text: str, head_end: int, end: int, inside: Sequence[Mention], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Who made a document: "a Reuters survey", "a study by Carl Dray", "Holm's letter"."""
    if text.startswith((" by ", " from "), head_end):
        begin = text.index(" ", head_end + 1) + 1
        return parse_source(text, begin, end, [m for m in mentions if m.name_start >= begin]).named
    return tuple(m for m in inside if not is_place(m.name.text, regions=False) and m.kind is not SpeakerKind.GROUP)
