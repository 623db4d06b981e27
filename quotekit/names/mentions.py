"""
Find the names in a text by their looks, and take those a spaCy pipeline has found.

A name is a run of capitalised words, with particles ("de", "van der"), initials, "Jr." and what else belongs to
names inside. Words that only open a sentence are no names; in lines printed like headlines, where every word has a
capital, only names that the rest of the text knows are found. No trained pipeline is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    is_courtesy_title,
    is_given_name,
    is_role,
    kind_of_ending,
    kind_of_noun,
    normalize,
    singular,
)
from quotekit.names.acronyms import with_definitions
from quotekit.names.capitalized_runs import Mention, is_no_name, organization_name, read_run, run_pattern
from quotekit.names.ner_merge import merge_entities
from quotekit.names.person_names import Name, make_name, split_titles
from quotekit.records import SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.tagger.name_spans import TaggedName

__all__ = ["Mention", "find_mentions"]

_ORGANIZATION = re.compile(r" (campaign|administration)\b(?: (\w+))?")
# Party and state after a legislator's name: "(D-Md.)", "(R)", ", R-La.".
_PARTY = re.compile(r"(?<=\()[DRI]\b|[DRI]-[A-Z]")
_OPENING = re.compile(r"[.!?][\"”’]? +[\"“‘]?(\w+)")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[\w.'’-]+")
_WORDS_BEFORE = re.compile(r"(?:[\w.'’-]+ )+$")
_LAST_WORD = re.compile(r"([\w-]+) $")
_DAY = re.compile(r" \d|, \d{4}")
_MONTHS = frozenset({"April", "August", "June", "May"})
_BEFORE_MONTHS = frozenset({"each", "early", "every", "last", "late", "mid", "next", "this"})
_SUBJECT_AFTER = re.compile(
    r" (?:an?|any|anyone|he|his|her|i|it|our|she|that|the|their|there|these|they|this|those|we|you)\b"
)
_ADVERBS = ("ally", "antly", "edly", "ently", "fully", "ingly", "ively", "ously", "tely")
_OPENING_ENDINGS = ("ing", "ly")
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?…:;\n—–-][\"”’)\]]*)\s*[\"“‘'(\[]*\Z")
_WIDEST_GAP = 8
_NEXT_WORD = re.compile(r" ([a-z]{2,})\b")
_AFTER_NAMES = frozenset(
    {"also", "and", "can", "could", "does", "may", "might", "or", "should", "who", "will", "would"}
)
_PARTICIPLES = ("ed", "ing", "ly")
# What goes on after a participle or adverb that opens a sentence, and not after a name.
_IN_CLAUSE = re.compile(
    r",? (?:about|against|ahead|an?|as|at|back|by|for|from|her|him|his|how|if|in|into|it|its|on|only|out|that|the|their|them"
    r"|to|toward|towards|up|what|whether|why|with)\b"
)
_LONGEST_WORD = 20
_MARKS = ".,;:!?\"'”’)"
_SMALL = frozenset({"a", "an", "the", "but", "nor", "vs"})
_LEAST_HEADLINE = 4
_LONGEST_HEADLINE = 160
_LONGEST_TITLE = 90
_LONGEST_RUN = 500
_LONGEST_KNOWN = 6

#: Names the text knows, as normalized words, each with its kind.
_Known = Mapping[tuple[str, ...], SpeakerKind | None]


def find_mentions(text: str, doc: Doc | None = None, names: Sequence[TaggedName] = ()) -> tuple[Mention, ...]:
    """
    Find the names of people, organizations and groups.

    Args:
        text: Any string.

        doc: The same text as read by a spaCy pipeline; its entities, where it has any, decide where looks tell little,
            or against looks where they surely are meant (:mod:`quotekit.names.ner_merge`).

        names: The names that the tagger has found, which decide where looks tell little.

    Returns:
        The mentions in text order. Titles in front of a name belong to its mention.

    Example:
        >>> text = "Treasury Secretary Scott Bessent met Ursula von der Leyen of the European Commission."
        >>> [(m.name.text, m.kind.value) for m in find_mentions(text)]
        [('Scott Bessent', 'person'), ('Ursula von der Leyen', 'person'), ('European Commission', 'organization')]
        >>> find_mentions(text)[0].name.titles
        ('Treasury Secretary',)
    """
    found: list[Mention] = []
    lower = {word.rstrip(_MARKS) for word in text.split() if word.islower()}
    headlines = _Stretches(_headlines(text, lower))
    in_headlines: list[tuple[int, str]] = []
    for match in run_pattern().finditer(text):
        start, run = match.start(), match.group()
        if len(run) > _LONGEST_RUN:
            continue
        if headlines.overlap(start, start + 1):
            in_headlines.append((start, run))
            continue
        found += (mention for name in read_run(run) for mention in _placed(text, name, start, lower))
    found = with_definitions(text, _without_common(found))
    stay, given = merge_entities(text, found, headlines.overlap, doc, names)
    found = [*stay, *(_with_title(text, m) for m in given)]
    taken = _Stretches((m.name_start, m.end) for m in given)
    known = _known(found)
    for start, run in in_headlines:
        found += (m for m in _read_headline(text, start, run, known) if not taken.overlap(m.start, m.end))
    return tuple(sorted((_family(text, m, known) for m in found), key=lambda m: (m.name_start, m.end)))


class _Stretches:
    """Stretches of text that do not overlap, to ask whether another overlaps one of them."""

    def __init__(self, bounds: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(bounds)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def overlap(self, start: int, end: int) -> bool:
        """Return whether one of them has a character of *start* to *end*."""
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._ends[at - 1] > start


def _headlines(text: str, lower: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Bounds of the lines in which nearly every word but the smallest has a capital, words that are no names too."""
    for line in _LINE.finditer(text):
        if line.end() - line.start() <= _LONGEST_HEADLINE:
            words = [word for word in line.group().split() if word[0].isalpha() and not _is_small(word)]
            capitals = [word for word in words if word[0].isupper()]
            if len(words) >= _LEAST_HEADLINE and len(capitals) >= 0.75 * len(words):
                # What opens a sentence has its capital anyway.
                opening = _OPENING.findall(line.group())
                inner = [word for word in capitals[line.group().startswith(capitals[0]) :] if word not in opening]
                if sum(_commonness(word.rstrip(_MARKS), lower) for word in inner) > 1:
                    yield line.span()


def _is_small(word: str) -> bool:
    """Return whether a word has no capital in a headline: articles, prepositions and the like."""
    return word.islower() and (word in _SMALL or word in load_words("prepositions"))


def _commonness(word: str, lower: AbstractSet[str]) -> int:
    """How much a word in a capital speaks for a headline: 2 for a verb, 1 for a word the text has without a capital."""
    small = word.lower()
    if len(word) == 1 or is_role(word) or is_given_name(word):
        return 0
    verbs = (small, small.removesuffix("s"), small.removesuffix("es"))
    if (
        small in load_words("sentence_openers")
        or is_no_name(word)
        or any(verb in load_words("verbs") for verb in verbs)
    ):
        return 2
    return int(small in lower or small in _irregular_forms())


@cache
def _irregular_forms() -> frozenset[str]:
    """Forms of irregular verbs, such as "gave"."""
    return frozenset(line.split(" ")[0] for line in load_words("irregular_verbs"))


def _placed(text: str, name: Mention, at: int, lower: AbstractSet[str]) -> Iterator[Mention]:
    """Put a name of a run that begins at *at* into the text, with what stands around it."""
    start, name_at, end, kind = at + name.start, at + name.name_start, at + name.end, name.kind
    if _PARTY.match(text, start) or (kind is None and _is_other_word(text, start, at + name.end)):
        return
    if kind not in (None, SpeakerKind.PERSON):
        yield Mention(start, name_at, end, name.name, kind)
        return
    if kind is None and text[max(0, start - 4) : start] in ("The ", "the "):
        if _is_organization_with_article(name.name.text):
            yield Mention(start, start, end, organization_name(name.name.text), SpeakerKind.ORGANIZATION)
        if _is_organization_with_article(name.name.text) or is_role(name.name.text):
            return
    organization = _ORGANIZATION.match(text, end)
    if organization is not None and not (organization[2] and is_role(singular(organization[2]))):
        printed = text[name_at : organization.end(1)]
        yield Mention(name_at, name_at, organization.end(1), organization_name(printed), SpeakerKind.ORGANIZATION)
        if not name.name.given:
            return
    title_at = _title_start(text, start, titled=name.start < name.name_start)
    if title_at < start and not (kind is None and is_role(name.name.text)):
        yield Mention(title_at, name_at, end, _retitled(name.name, text[title_at:name_at]), SpeakerKind.PERSON)
    else:
        sure = kind is SpeakerKind.PERSON and (name.name.titles or not _is_doubtful(name.name, lower))
        yield Mention(start, name_at, end, name.name, SpeakerKind.PERSON if sure else None)


def _is_other_word(text: str, start: int, end: int) -> bool:
    """Return whether what may be a name is something else here: "in May", "Will the dam hold?", "Hoping for rain, she left"."""
    word = text[start:end]
    if word in _MONTHS:
        before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
        words = _BEFORE_MONTHS | load_words("prepositions") - {"and", "of"}
        return _DAY.match(text, end) is not None or (before is not None and before[1].lower() in words)
    if word == "Will" and _SUBJECT_AFTER.match(text, end):
        return True
    if is_given_name(word) or not _OPENS_SENTENCE.search(text, max(0, start - _WIDEST_GAP), start):
        return False
    if word.endswith(_ADVERBS) or (word.endswith(_PARTICIPLES) and _IN_CLAUSE.match(text, end)):
        return True
    after = _NEXT_WORD.match(text, end)
    return word.endswith(_OPENING_ENDINGS) and after is not None and not _is_finite(after[1])


def _is_finite(word: str) -> bool:
    """Return whether a word may be the verb of the name before it: "Browning said", but not "Flying home"."""
    return word in _AFTER_NAMES or word.endswith(("ed", "s")) or word in _irregular_forms()


def _with_title(text: str, mention: Mention) -> Mention:
    """Put the title in front of a person's name to it."""
    if mention.kind is not SpeakerKind.PERSON:
        return mention
    start = _title_start(text, mention.start, titled=mention.start < mention.name_start)
    return attrs.evolve(mention, start=start, name=_retitled(mention.name, text[start : mention.name_start]))


def _retitled(name: Name, titles: str) -> Name:
    return attrs.evolve(name, titles=tuple(split_titles(titles)))


def _is_organization_with_article(word: str) -> bool:
    """Whether "the" before a lone word in a capital makes it an organization's: "The Post", "the Hill"."""
    return f"the {normalize(word)}" in load_words("outlets") or normalize(word) in load_words("organization_nouns")


def _without_common(found: Iterable[Mention]) -> list[Mention]:
    """Take out lone common words that open a sentence, such as "Officials", where they are nobody's surname."""
    found = list(found)
    surnames = {normalize(m.name.surname) for m in found if m.kind is SpeakerKind.PERSON}
    return [
        m for m in found if m.kind or m.name.given or normalize(m.name.text) in surnames or not _is_common(m.name.text)
    ]


@lru_cache(maxsize=4096)
def _is_common(word: str) -> bool:
    if is_given_name(word):
        return False
    other = any(normalize(word) in load_words(name) for name in ("demonyms", "title_modifiers", "quantities"))
    return other or kind_of_noun(word) is not None or ("-" in word and kind_of_ending(word) is SpeakerKind.GROUP)


def _is_doubtful(name: Name, lower: AbstractSet[str]) -> bool:
    """Return whether the capitals may be a heading's: the text has some of the words without them."""
    words = name.text.split()
    return not is_given_name(words[0]) and any(word.lower() in lower for word in words)


def _title_start(text: str, at: int, *, titled: bool) -> int:
    """Where the title in front of a name begins: "press secretary", or "panel" before "Chairman"."""
    if text[at - 1 : at] != " " or not text[at - 2 : at - 1].isalnum():
        return at
    nearest = text[max(0, at - _LONGEST_TITLE) : at - 1].rpartition(" ")[2]
    if not (titled or is_role(nearest) or nearest in load_words("portfolios")):
        return at
    left = _WORDS_BEFORE.search(text, max(0, at - _LONGEST_TITLE), at)
    begin = at
    words = list(_WORD.finditer(text, left.start(), at)) if left else []
    while words:
        found = words.pop()
        word = found.group()
        if not titled and word in load_words("portfolios") and len(words) > 1 and words[-1].group() == "of":
            words.pop()
            found = words.pop()
            word = found.group()
        role = is_role(word) and not is_courtesy_title(word)
        if not (role or (titled and (word[0].isupper() or word in load_words("title_modifiers")))) or is_no_name(word):
            break
        titled, begin = True, found.start()
    return begin


def _known(found: Iterable[Mention]) -> _Known:
    """Collect the names found, and people's surnames."""
    known: dict[tuple[str, ...], SpeakerKind | None] = {}
    for mention in found:
        known.setdefault(tuple(map(normalize, mention.name.text.split())), mention.kind)
        if mention.kind is SpeakerKind.PERSON:
            known.setdefault((normalize(mention.name.surname),), SpeakerKind.PERSON)
    return known


def _read_headline(text: str, start: int, run: str, known: _Known) -> Iterator[Mention]:
    """Find known names in a run of a headline; without any, what surely is a name."""
    words = [(m.group(), start + m.start(), start + m.end()) for m in re.finditer(r"[^\s/]+", run)]
    normalized = [normalize(word) for word, _, _ in words]
    at, hit = 0, False
    while at < len(words):
        sizes = range(min(_LONGEST_KNOWN, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(normalized[at : at + n]) in known), 0)
        if size:
            hit = True
            begin, end = words[at][1], words[at + size - 1][2]
            kind = known[tuple(normalized[at : at + size])]
            if size == 1 and kind in (None, SpeakerKind.PERSON) and at and is_given_name(words[at - 1][0]):
                begin, kind = words[at - 1][1], SpeakerKind.PERSON
            person = kind in (None, SpeakerKind.PERSON)
            name = make_name(text[begin:end].split()) if person else organization_name(text[begin:end])
            yield Mention(begin, begin, end, name, kind)
        at += size or 1
    if not hit:
        for name_ in read_run(run):
            given = is_given_name(name_.name.text.split()[0])
            if name_.kind is not None and (given or name_.kind is not SpeakerKind.PERSON):
                yield Mention(name_.start + start, name_.name_start + start, name_.end + start, name_.name, name_.kind)


def _family(text: str, mention: Mention, known: _Known) -> Mention:
    """Make a group of a surname in the plural: "the Holms"."""
    if mention.kind is None and text[max(0, mention.start - 4) : mention.start] in ("The ", "the "):
        word = normalize(mention.name.text)
        if word.endswith("s") and known.get((word[:-1],)) is SpeakerKind.PERSON:
            return attrs.evolve(mention, kind=SpeakerKind.GROUP)
    return mention
