"""Find runs of capitalised words, and cut each into names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    abbreviated_titles,
    is_courtesy_title,
    is_given_name,
    is_place,
    is_role,
    normalize,
    normalized_words,
    singular,
)
from quotekit.names.person_names import Name, make_name, name_start
from quotekit.records import SpeakerKind

__all__ = ["Mention", "is_no_name", "organization_name", "read_run", "run_pattern"]

_CONNECTORS = frozenset({"of", "for", "on", "and", "&", "the"})
_CONTRACTIONS = ("n't", "'ll", "'re", "'ve", "'d", "'m")
# Nothing of a name comes after these.
_LAST = frozenset({"jr", "sr"})
_ORGANIZATIONS = ("places", "regions", "outlets", "well_known_organizations")
_LONGEST_ACRONYM = 5
# "F.A.A."; two letters may be a person's initials.
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_DOTTED = re.compile(r"(?:[A-Z]\.){3,5}")
_LONGEST_PERSON = 5


@attrs.frozen
class Mention:
    """A name where it stands in a text."""

    #: Offset of its first character, titles included.
    start: int
    #: Offset of the first character of the name proper.
    name_start: int
    #: Offset after its last character; "'s" is left out.
    end: int
    #: The name, taken apart.
    name: Name
    #: What it names, as far as its looks tell; None where they do not.
    kind: SpeakerKind | None


#: A word of a run with its offsets.
_Word = tuple[str, int, int]


@cache
def run_pattern() -> re.Pattern[str]:
    """Build the pattern of capitalised words one after the other, with what stands between the words of names."""
    upper = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1F00)) if c.isupper())
    short = "|".join(
        sorted({title.title() for title in abbreviated_titles()} | {"Jr", "Sr", "St", "Inc", "Co", "Corp"})
    )
    particle = "|".join(sorted(load_words("name_particles")))
    word = (
        rf"(?:(?:{short})\.|(?:[{upper}]\.){{1,4}}(?:[{upper}]\b)?|[{upper}]\w*(?:(?:['’](?!s\b)|[-&.](?=\w))\w+)*"
        rf"|(?:al|el|as|ash)-[{upper}]\w*(?:-\w+)*)"
    )
    nickname = rf"[\"“'‘(][{upper}]\w+[\"”'’)]"
    between = (
        rf"[ \u00a0](?:{nickname}[ \u00a0])?(?:(?:{particle})[ \u00a0]){{0,3}}|,[ \u00a0](?=(?:Jr|Sr)\b)|/"
        r"| (?:of|for|on|and) (?:the )?| & "
    )
    first = r"(?:(?:van|von|de|du|di|da|del|della|bin|ibn|dos)[ \u00a0](?:(?:der|den|la|las|los)[ \u00a0])?)?"
    return re.compile(rf"(?<![\w@#]){first}{word}(?:(?:{between}){word}){{0,14}}")


@lru_cache(maxsize=4096)
def read_run(run: str) -> tuple[Mention, ...]:
    """
    Cut a run of capitalised words into names.

    Args:
        run: What the pattern of runs found.

    Returns:
        The names, and lone words that may be one; their offsets count from the run's start.

    Example:
        >>> [name.name.text for name in read_run("Secretary of State John Kerry and the Bank of Japan")]
        ['John Kerry', 'Bank of Japan']
    """
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\s/]+|/", run)]
    mentions = (_read_piece(run, piece) for piece in _pieces(words))
    return tuple(mention for mention in mentions if mention is not None)


def organization_name(text: str) -> Name:
    """Return the name of an organization or group, which has no parts."""
    return Name(text, surname=text)


def is_no_name(word: str) -> bool:
    """Return whether a word is no name, though it may have a capital."""
    if word == "WHO":
        return False
    word = word.replace("’", "'").casefold()
    return word in load_words("not_names") or word.endswith(_CONTRACTIONS)


def _pieces(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Cut at words that are no names, and at connecting words that do not connect."""
    piece: list[_Word] = []
    at = 0
    while at < len(words):
        word = words[at][0]
        after = at + 1
        if word in _CONNECTORS:
            after += words[after][0] == "the"
            if piece and _connects(piece, words, at, after):
                piece += words[at:after]
            else:
                yield piece
                piece = []
        elif word == "/" or is_no_name(word):
            yield piece
            piece = []
        elif piece or word.casefold() not in load_words("sentence_openers"):
            piece.append(words[at])
            if normalize(word) in _LAST:
                yield piece
                piece = []
        at = after
    yield piece


def _connects(piece: Sequence[_Word], words: Sequence[_Word], at: int, after: int) -> bool:
    """Return whether the connecting word at *at* holds a name together: "Bank of Japan", "Secretary of State"."""
    connector, before, first = words[at][0], normalize(piece[-1][0]), piece[0][0]
    field = normalize(words[after][0]) in load_words("portfolios")
    if connector != "and":
        office = connector == "of" and field and is_role(before)
        heads = [before, *(normalize(word) for word, _, _ in piece if connector == "for")]
        members = connector == "of" and before in load_words("membership_nouns")
        return connector == "&" or office or members or not load_words("organization_nouns").isdisjoint(heads)
    rest = [word for word, _, _ in words[after:]]
    end = next((i for i, word in enumerate(rest) if word in _CONNECTORS or word == "/"), len(rest))
    last = normalize(rest[end - 1])
    if after > at + 1:
        # "Holm and the State Department" are two.
        return False
    if any(word in ("for", "of") for word, _, _ in piece):
        return field or not (_stands_alone(before) or _stands_alone(last) or is_given_name(rest[0]))
    if before in load_words("organization_nouns") or is_given_name(first) or name_start([w for w, _, _ in piece]):
        return False
    return end > 1 and last in load_words("collective_nouns")


def _stands_alone(word: str) -> bool:
    """Return whether a normalized word ends a name by itself: a place, an office's field, the head of an organization."""
    return word in load_words("organization_nouns") or is_place(word) or word in load_words("portfolios")


def _read_piece(run: str, piece: list[_Word]) -> Mention | None:
    """Read a run's piece as one name, titles apart; None where it is none."""
    while piece and piece[-1][0] in _CONNECTORS:
        piece = piece[:-1]
    if not piece:
        return None
    words = [word for word, _, _ in piece]
    # A lone title may be a surname: that of "Charlie King", named elsewhere.
    begin = name_start(words) if len(words) > 1 else 0
    kind = _kind_of_words(words, begin)
    if kind is None and not _may_be_person(words, begin):
        return None
    if kind is not None:
        begin = 0
    elif len(words) > 1:
        kind = SpeakerKind.PERSON
    start, name_at, end = piece[0][1], piece[begin][1], piece[-1][2]
    printed = run[name_at:end]
    person = kind in (None, SpeakerKind.PERSON)
    return Mention(
        start,
        name_at,
        end,
        make_name(printed.split(), run[start:name_at]) if person else organization_name(printed),
        kind,
    )


def _may_be_person(words: Sequence[str], begin: int) -> bool:
    """Return whether words that name no organization may be a person's name; places, things and peoples are none."""
    if begin == len(words) or len(words) - begin > _LONGEST_PERSON:
        return False
    last = normalize(words[-1])
    if begin == 0 and last + "s" in normalized_words("proper_groups"):
        return False
    return begin > 0 or len(words) == 1 or last not in load_words("thing_nouns") or is_given_name(words[0])


def _kind_of_words(words: Sequence[str], begin: int) -> SpeakerKind | None:
    """What a name in capitals names by its words; None for a person's, or where they do not tell."""
    normalized = [normalize(word) for word in words]
    last, whole = normalized[-1], " ".join(normalized)
    if last in normalized_words("proper_groups") or _ACRONYMS.fullmatch(words[-1]):
        return SpeakerKind.GROUP
    if any(whole in normalized_words(name) for name in _ORGANIZATIONS) or _is_acronym(words):
        return SpeakerKind.ORGANIZATION
    abbreviated = 0 < begin < len(words) and words[begin - 1][-1] == "." and is_role(words[begin - 1])
    if len(words) == 1 or abbreviated or (0 < begin < len(words) and is_courtesy_title(words[begin - 1])):
        return None
    connected = next((i for i, word in enumerate(words) if word in ("of", "for")), 0)
    heads = {last, normalized[connected - 1]} if begin <= connected else {last}
    if not heads.isdisjoint(load_words("organization_nouns")) or (
        begin == 0 and (connected or normalized[0] in ("un", "eu"))
    ):
        return SpeakerKind.ORGANIZATION
    document = begin == 0 and singular(last) in load_words("document_nouns") and not is_given_name(words[0])
    return SpeakerKind.DOCUMENT if document else None


def _is_acronym(words: Sequence[str]) -> bool:
    if len(words) == 1 and _DOTTED.fullmatch(words[0]):
        return True
    if len(words) > 1 or is_role(words[0]):
        return False
    return words[0].isupper() and len(words[0]) <= _LONGEST_ACRONYM and not words[0].endswith(".")
