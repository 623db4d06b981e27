"""The words of a text as they are compared, each with its place."""

from __future__ import annotations

import re

import attrs

from quotekit.wording.dates import BEGINNINGS, read_day
from quotekit.wording.numbers import CURRENCIES, DIGITS, NUMBER_WORDS, read_number
from quotekit.wording.spelling import split_contraction

__all__ = ["Words", "read_words"]

_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*"
_WORD = rf"{_LETTERS}(?:['’ʼ]{_LETTERS})*"
# What transcribers and reporters note between brackets: not the speaker's words.
_NOTE = (
    r"[\[(]\s?(?:\w{1,20}[ ,]){0,2}"
    r"(?:sic|applause|laughter|laughs|laughing|cheers|cheering|crosstalk|inaudible|unintelligible|indistinct|pauses?"
    r"|boos|booing|chuckles|clapping|coughs|gestures|gesturing|interjections?|interruptions?|music|nods|nodding|shrugs"
    r"|sighs|silence|smiles|smiling|sobs|weeps|whispers)"
    r"(?:[ ,]\w{1,20}){0,2}[.!]?\s?[\])]"
)
# When it was said: "[00:12:31]", or the first lines of a subtitle. Other times with seconds may be those of a race.
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIMED = (
    rf"\[{_TIME}\] | \(\d{{1,2}}:\d{{2}}:\d{{2}}\) | (?<=\n)\d{{1,2}}:\d{{2}}:\d{{2}}(?=[ \t\r\n])"
    rf"| (?:(?<![^\n])\d{{1,6}}\r?\n)?(?<![^\n]){_TIME}[ ]-->[ ]{_TIME}"
)
_PIECE = re.compile(
    rf"""
      (?P<patched> (?<!\w) [^\W\d_]{{1,30}} \[[^\W\d_]{{1,20}}\] | \[[^\W\d_]{{1,20}}\][^\W\d_]{{1,30}} )
    | (?P<time> {_TIMED} )
    | (?P<dotted> (?<!\w) (?:[A-Za-z]\.){{2,8}} )
    | (?P<word> {_WORD} )
    | (?P<figures> {DIGITS.pattern} )
    | (?P<note> {_NOTE})
    | (?P<gap> …{{1,9}} | \.(?:[ \u00a0]?\.){{2,}} | \*(?:[ ]?\*){{2,}} )
    | (?P<sign> [$£€¥₹] )
    | (?P<other> [%&] )
    | (?P<open> [\[(] )
    | (?P<close> [\])] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The same without words that have brackets inside, which are rare and take time to look for.
_PLAIN_PIECE = re.compile(_PIECE.pattern[_PIECE.pattern.index("| (?P<time>") + 1 :], re.VERBOSE | re.IGNORECASE)
_OTHER = {"%": "percent", "&": "and"}
_MAY_BEGIN_NUMBER = NUMBER_WORDS | {"a", "an"}
_HESITATIONS = ("uh", "um", "er", "erm", "uhm", "hmm", "uhh", "umm")
# "ER" and "UM" are names.
_HESITATIONS_AS_PRINTED = frozenset({*_HESITATIONS, *map(str.capitalize, _HESITATIONS)})
_JOINT = re.compile(r"[ \t\u00a0\r\n]{1,3}|[-‐‑–]")
_SHORTENED = re.compile(r"[A-Z][A-Za-z]{2,3}")
# Reporters put at most so much between brackets.
_MAX_BRACKETED_WORDS = 40


@attrs.frozen(eq=False)
class Words:
    """The words of a text, in order."""

    #: Each word as it is compared; numbers begin with "#".
    keys: list[str]
    #: Offset of the first character of each word.
    starts: list[int]
    #: Offset after the last character of each word.
    ends: list[int]
    #: Indices of words between brackets, or with brackets inside.
    bracketed: frozenset[int]
    #: Indices of the words that follow an ellipsis; the number of words if one is at the end.
    gaps: frozenset[int]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.keys)


class _Tokens:
    """The words and numbers of a text before numbers are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.kinds: list[str] = []
        self.bracketed: set[int] = set()
        self.gaps: set[int] = set()

    def end(self, at: int) -> int:
        """Return the offset after a token."""
        return self.starts[at] + len(self.words[at])

    def is_joined(self, at: int) -> bool:
        """Return whether only a space or hyphen is between a token and the one before it."""
        return _JOINT.fullmatch(self.text, self.end(at - 1), self.starts[at]) is not None

    def is_near(self, at: int) -> bool:
        """Return whether a token is joined to the one before it, which may be a shortened month: "Nov. 3"."""
        end = self.end(at - 1)
        is_short = _SHORTENED.fullmatch(self.words[at - 1]) and self.text[end] == "."
        return _JOINT.fullmatch(self.text, end + bool(is_short), self.starts[at]) is not None


def read_words(text: str) -> Words:
    """
    Read the words of a text.

    Case, punctuation, accents, spelling variants and contractions make no difference to a word, and a number is the
    same in figures and in words. Notes such as "[sic]" and "(Applause.)", and hesitations such as "um", are left out.

    Args:
        text: The text.

    Returns:
        The words, with their offsets.

    Example:
        >>> read_words("We don't, um, favour £5m …").keys
        ['we', 'do', 'not', 'favor', '#5000000 pound']
    """
    tokens = _scan(text)
    read = _Reader(tokens)
    read.run()
    return Words(read.keys, read.starts, read.ends, frozenset(read.bracketed), frozenset(read.gaps))


def _scan(text: str) -> _Tokens:
    """Split a text into tokens; find the tokens before which an ellipsis stands."""
    tokens = _Tokens(text)
    words, starts, kinds = tokens.words, tokens.starts, tokens.kinds
    opened: int | None = None
    for found in (_PIECE if "[" in text else _PLAIN_PIECE).finditer(text):
        kind = found.lastgroup or ""
        if kind == "gap":
            tokens.gaps.add(len(words))
        elif kind == "open":
            opened = len(words)
        elif kind == "close":
            if opened is not None and len(words) - opened <= _MAX_BRACKETED_WORDS:
                tokens.bracketed.update(range(opened, len(words)))
            opened = None
        elif kind not in ("note", "time") and found.group() not in _HESITATIONS_AS_PRINTED:
            if kind == "patched":
                tokens.bracketed.add(len(words))
            words.append(found.group())
            starts.append(found.start())
            kinds.append(kind)
    return tokens


class _Reader:
    """Reads tokens as words, with numbers as one word each."""

    def __init__(self, tokens: _Tokens) -> None:
        self._tokens = tokens
        self._lower = [word.lower() for word in tokens.words]
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.bracketed: list[int] = []
        self.gaps: list[int] = []

    def run(self) -> None:
        """Read all tokens."""
        tokens, at = self._tokens, 0
        while at < len(tokens.words):
            if at in tokens.gaps:
                self.gaps.append(len(self.keys))
            count = len(self.keys)
            end = self._read(at)
            if tokens.bracketed and not tokens.bracketed.isdisjoint(range(at, end)):
                self.bracketed.extend(range(count, len(self.keys)))
            at = end
        if at in tokens.gaps:
            self.gaps.append(len(self.keys))

    def _read(self, at: int) -> int:
        """Read the word or number that begins at a token; return the index after its last token."""
        word, kind = self._lower[at], self._tokens.kinds[at]
        day = read_day(self._tokens.words, at, self._tokens.is_near) if self._may_begin_day(at) else None
        if day is not None:
            self._add(day[0], at, day[1])
            return day[1]
        if kind in ("figures", "sign") or word in _MAY_BEGIN_NUMBER:
            end = self._read_number(at)
            if end:
                return end
        if word == "per" and self._lower[at + 1 : at + 2] == ["cent"]:
            self._add("percent", at, at + 2)
            return at + 2
        if kind == "other":
            self._add(_OTHER[word], at, at + 1)
        elif kind == "sign":
            self._add(CURRENCIES[word], at, at + 1)
        elif kind in ("dotted", "patched"):
            bare = "".join(c for c in word if c not in ".[]")
            self._add(split_contraction(bare)[0][0], at, at + 1)
        else:
            self._add_word(at)
        return at + 1

    def _may_begin_day(self, at: int) -> bool:
        """Return whether a token can begin a day of the year, which takes less time to say than to read one."""
        following = at + (self._lower[at] == "the")
        if following == len(self._lower):
            return False
        return self._tokens.kinds[following] == "figures" or self._lower[following] in BEGINNINGS

    def _read_number(self, at: int) -> int | None:
        """Read the number at a token, with its currency; return the index after its last token, None without one."""
        tokens, lower = self._tokens, self._lower
        sign = tokens.kinds[at] == "sign"
        if sign and (at + 1 == len(lower) or tokens.starts[at + 1] - tokens.end(at) > 1):
            return None
        number = read_number(lower, at + sign, tokens.is_joined)
        if number is None:
            return None
        key, end = number
        unit = CURRENCIES[lower[at]] if sign else None
        if unit is None and end < len(lower) and lower[end] in CURRENCIES and tokens.is_joined(end):
            unit, end = CURRENCIES[lower[end]], end + 1
        self._add(f"{key} {unit}" if unit else key, at, end)
        return end

    def _add(self, key: str, at: int, end: int) -> None:
        self.keys.append(key)
        self.starts.append(self._tokens.starts[at])
        self.ends.append(self._tokens.end(end - 1))

    def _add_word(self, at: int) -> None:
        offset = self._tokens.starts[at]
        for key, length in split_contraction(self._tokens.words[at]):
            self.keys.append(key)
            self.starts.append(offset)
            offset += length
            self.ends.append(offset)
