"""
Find the head of a source phrase: the words before its first preposition, comma, relative pronoun or verb.

There is no parser. A name at the end of the head is the speaker's ("Holm spokesman Carl Dray"); a noun there describes
the speaker ("a Holm spokesman", "advisers to Ms. Holm").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from quotekit.english.words import is_role, kind_of_ending, kind_of_noun, normalize, singular
from quotekit.names.mention import Mention
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["EDGES", "Phrase", "find_head_end", "strip_afterthought"]

#: Characters to strip off both ends of a phrase.
EDGES = ' \t\n\r\u00a0"“”‘«».,;:–—-'
_MAX_PHRASE_CHARS = 1000

# The words that end a head.
_PREPOSITIONS = (
    "of for at from in on to by with as via under about against inside within like including among across outside "
    "around over after before during near"
)
_RELATIVE_PRONOUNS = "who whose whom which that who've who's"
_PRONOUNS = "I we"
_CONJUNCTIONS = "and or not"
_VERBS = "is was are were has have had told said"
_PARTICIPLES = (
    "involved interviewed briefed released conducted published obtained reviewed seen issued commissioned based posted "
    "written led made sent taken filed signed quoted cited polled surveyed contacted reached gathered working living "
    "representing speaking covering attending"
)
_ADJECTIVES = "close familiar present responsible such"
_WORDS_AFTER_HEAD = (
    f"{_PREPOSITIONS} {_RELATIVE_PRONOUNS} {_PRONOUNS} {_CONJUNCTIONS} {_VERBS} {_PARTICIPLES} {_ADJECTIVES}"
)
# "A survey compiled by Carl Dray", "a report printed in May".
_PARTICIPLE_PHRASE = r"\s[a-z]{3,}ed\s(?:at|by|for|from|in|last|on|this|to)\b"
# "A survey last week".
_TIME = r"\s(?:last|this)\s(?:week|month|year|spring|summer|fall|autumn|winter|[A-Z][a-z]{2,5}day)\b"
# "An organization campaigning for the reef".
_ACTIVE_PHRASE = r"\s[a-z]{3,}ing\s(?:against|at|for|from|in|on|to|with)\b"
# "A voter supporting Ann Lee", "groups urging the council to act": what a person or a group does to a name.
_TRANSITIVE_PHRASE = r"\s[a-z]{3,}ing\s(?=[A-Z]|(?:the|his|her|their)\s)"
# A mark, but not the comma in "367,000 people".
_MARK = r"[;:(–—]|,(?!\d{3})| - | -- "
_WORD_AFTER_HEAD = rf"\s(?:{'|'.join(_WORDS_AFTER_HEAD.split())})\b"
_HEAD_END = re.compile(
    f"{_MARK}|{_WORD_AFTER_HEAD}|{_PARTICIPLE_PHRASE}|{_ACTIVE_PHRASE}|{_TIME}|(?P<doing>{_TRANSITIVE_PHRASE})"
)
_ARTICLES = frozenset({"a", "an", "our", "the"})
# Adverbs and reflexives after a head, which are not part of it.
_AFTERTHOUGHTS = (
    "also himself herself itself themselves later then too alone all both each once now again often always still never "
    "even simply recently repeatedly respectively alike there here reportedly today elsewhere everywhere"
)
_AFTERTHOUGHT = re.compile(rf"\s{{1,9}}(?:{'|'.join(_AFTERTHOUGHTS.split())})$")
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL_AFTER = re.compile(r" (?P<noun>[a-z-]+s)\b")
# The rest of several titles: ", poet and television presenter", up to the name.
_AND_TITLE = re.compile(r"(?:,(?: [\w'’-]{1,30}){1,4}){0,3}(?: or|,? and)(?P<words>(?: [\w.'’-]{1,30}){1,6})[ \u00a0]")
# What a title has in parentheses, and the rest of the title: "(United) youth wing leader ".
_ASIDE = re.compile(r"\([\w'’& -]{1,40}\) ")
_TITLE_WORDS = re.compile(r"(?:[a-z][\w'’-]{1,30} ){0,5}")
# With one of these before them, two offices may be of two people: "the president and Prime Minister Ann Lee".
_ONE_EACH = frozenset({"a", "an", "the"})
# What begins a phrase for one person.
_ONE = frozenset({"a", "an", "another", "one"})


def strip_afterthought(phrase: str) -> str:
    """
    Strip a possessive ending and then an adverb or reflexive off the end of a phrase.

    Args:
        phrase: The phrase.

    Returns:
        The rest.

    Example:
        >>> strip_afterthought("Holm herself"), strip_afterthought("Holm's")
        ('Holm', 'Holm')
    """
    return _AFTERTHOUGHT.sub("", _POSSESSIVE.sub("", phrase))


@attrs.frozen
class Phrase:
    """A phrase of a text, without blanks and marks at its ends."""

    #: The text.
    index: TextIndex
    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: The mentions that share characters with it, in text order.
    mentions: Sequence[Mention]

    @classmethod
    def of(cls, index: TextIndex, bounds: Bounds, mentions: Sequence[Mention]) -> Phrase:
        """
        Strip blanks and marks off both ends of a phrase.

        Args:
            index: The text.

            bounds: Start and end of the phrase; only its first 1000 characters are used.

            mentions: The mentions that share characters with the phrase, in text order.

        Returns:
            The phrase.
        """
        start, end = bounds
        end = min(end, start + _MAX_PHRASE_CHARS)
        while start < end and index.text[start] in EDGES:
            start += 1
        while start < end and index.text[end - 1] in EDGES:
            end -= 1
        return cls(index, start, end, mentions)

    @property
    def text(self) -> str:
        """Its characters."""
        return self.index.text[self.start : self.end]

    def up_to(self, at: int) -> str:
        """Return its characters before an offset."""
        return self.index.text[self.start : at]

    def from_(self, at: int) -> str:
        """Return its characters from an offset on."""
        return self.index.text[at : self.end]

    @cached_property
    def head_end(self) -> int:
        """Offset after its head: of the first break that is not inside a name."""
        for found in _HEAD_END.finditer(self.index.text, self.start, self.end):
            at = found.start()
            if at == self.start or any(m.start <= at < m.end for m in self.mentions):
                continue
            if self.up_to(at).lower() in _ARTICLES:
                # "An inside source", "an outside group".
                continue
            if found["doing"] and not self._ends_in_people(at):
                # "Acting mayor Ann Lee", "the leading Republican Ann Lee".
                continue
            if found.group() == "," and self._is_title_of_one(at):
                continue
            if found.group() == "(" and self._is_aside_in_title(at):
                continue
            if found.group().strip() not in ("and", "or"):
                return at
            if self._ends_in_speaker(at) and not self._shares_noun(at) and not self._is_title_of_one(at):
                return at
        return self.end

    def _is_aside_in_title(self, at: int) -> bool:
        """Return whether a parenthesis at *at* is in a title before a name: "Reef Party (United) leader Ann Lee"."""
        aside = _ASIDE.match(self.index.text, at, self.end)
        name = next((m for m in self.mentions if aside and m.end > aside.end()), None)
        if aside is None or name is None or not name.is_personal or not name.name.has_title_or_given_name:
            return False
        return _TITLE_WORDS.fullmatch(self.index.text, aside.end(), name.name_start) is not None

    def _ends_in_speaker(self, at: int) -> bool:
        """Return whether the phrase up to *at* is a speaker by itself, unlike "local" in "local and foreign groups"."""
        word = self.up_to(at).rpartition(" ")[2]
        return any(m.end == at for m in self.mentions) or (kind_of_noun(word) or kind_of_ending(word)) is not None

    def _ends_in_people(self, at: int) -> bool:
        """Return whether the phrase up to *at* ends in a noun for people, and not in a title of somebody after it."""
        words = self.up_to(at).split()
        if singular(words[-1]) != normalize(words[-1]) or normalize(words[-1]) == "those":
            return True
        return normalize(words[0]) in _ONE and SpeakerKind.UNNAMED in (
            kind_of_noun(words[-1]),
            kind_of_ending(words[-1]),
        )

    def _shares_noun(self, at: int) -> bool:
        """Return whether names around a conjunction at *at* modify one noun: "the Dray and Holm campaigns"."""
        name = next((m for m in self.mentions if m.start > at), None)
        if name is None or self.index.text[at : name.start].strip() not in ("and", "or"):
            return False
        noun = _PLURAL_AFTER.match(self.from_(name.end))
        return noun is not None and kind_of_noun(noun["noun"]) is SpeakerKind.GROUP

    def _is_title_of_one(self, at: int) -> bool:
        """Return whether the titles around a conjunction at *at* are one person's: "Actor and activist Ann Lee"."""
        words = self.up_to(at).split()
        people = (m for m in self.mentions if m.name_start > at and m.is_personal and m.name.has_title_or_given_name)
        name = next(people, None)
        if name is None or not words or any(m.end == at for m in self.mentions):
            return False
        second = _AND_TITLE.fullmatch(self.index.text, at, name.name_start)
        if second is None or not _is_title(words) or not _is_title(second["words"].split()):
            return False
        # Each of two people would have an article.
        is_open = normalize(words[0]) in _ONE_EACH and second["words"].split()[-1][0].isupper()
        return not is_open and _ONE_EACH.isdisjoint(second["words"].lower().split())

    def without_afterthought(self, end: int) -> int:
        """Return the end of the phrase up to *end* without words such as "himself", and without "'s"."""
        head = self.up_to(end).rstrip(EDGES)
        for pattern in (_AFTERTHOUGHT, _AFTERTHOUGHT, _POSSESSIVE):
            found = pattern.search(head)
            head = head[: found.start()] if found and found.start() else head
        return self.start + len(head)


def _is_title(words: Sequence[str]) -> bool:
    """Return whether words end in a noun for one person."""
    # "Secretary of state" is a title, as "secretary" is.
    noun = words[words.index("of") - 1 if "of" in words[1:] else -1] if words else ""
    if singular(noun) != normalize(noun):
        return False
    return is_role(noun) or SpeakerKind.UNNAMED in (kind_of_noun(noun), kind_of_ending(noun))


def find_head_end(index: TextIndex, bounds: Bounds, mentions: Sequence[Mention]) -> int:
    """
    Find where the head of a phrase ends.

    Args:
        index: The text.

        bounds: Start and end of the phrase.

        mentions: The mentions that share characters with the phrase, in text order.

    Returns:
        Offset after the head's last character; words such as "himself", and "'s", are not part of the head.

    Example:
        >>> phrase = "the former head of the bank"
        >>> phrase[: find_head_end(TextIndex(phrase), (0, len(phrase)), [])]
        'the former head'
    """
    phrase = Phrase.of(index, bounds, mentions)
    return phrase.without_afterthought(phrase.head_end)
