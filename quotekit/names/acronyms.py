"""
Find the acronyms that a text defines: "the World Health Organization (WHO)", "WHO, the World Health Organization,".

An acronym consists of the first letters of the words of a name; small words may be skipped.

textacy also extracts acronyms and definitions. It is not used here: ``acronyms_and_definitions`` of textacy 0.13 uses
``np.NaN``, which NumPy 2.0 has removed, and so raises an AttributeError at the first definition; textacy is not
installed on Python 3.13, for which its dependency floret has no wheels; and importing it takes longer than processing
many articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize, singular
from quotekit.names.mention import Mention
from quotekit.text import Bounds, TextIndex

__all__ = ["find_acronyms", "find_holders", "is_acronym", "with_definitions"]

_ACRONYM = r"[A-Z](?:[A-Za-z&]{0,8}[A-Z]s?|(?:\.[A-Z]){1,6}\.)"
# The acronym after the full name.
_ACRONYM_AFTER = re.compile(
    rf"""
    (?:
        [ ]\(                                                            # "(WHO)"
        | ,?[ ](?:
            \(?or                                                        # ", or WHO"
            | (?:also[ ]|better[ ]|commonly[ ])?known[ ](?:as|by[ ]its[ ]initials)
            | abbreviated[ ]as
        )[ ](?:the[ ])?["“‘']?
    )
    (?P<acronym>{_ACRONYM})(?![\w-])
    """,
    re.VERBOSE,
)
# The acronym before the full name: "WHO (World Health Organization)", "WHO, the World Health Organization,".
_ACRONYM_BEFORE = re.compile(rf"(?<![\w.])(?P<acronym>{_ACRONYM})(?: \(|, )(?:or )?(?:the )?(?=[A-Z])")
_BEFORE_OFFICE = re.compile(r", (?:the )?")
_WORD = re.compile(r"[^\W\d_][\w.'’]*|&")
_NAME_END = re.compile(r"[),.;:\n]|$")
_SMALL_WORDS = frozenset({"a", "and", "e", "et", "for", "in", "of", "on", "the", "to", "und", "y", "&"})
# Words with capitals that small words may join: the full name of an acronym that the text does not put beside it.
_CAPITALIZED = re.compile(
    r"[A-Z][a-z](?:[\w’]{0,20}\w)?"
    r"(?:(?:[ ]of|[ ]for|[ ]and|[ ]the|[ ]on|[ ]&){0,2}[ ][A-Z][a-z](?:[\w’]{0,20}\w)?){2,7}(?!\w)"
)
_ALONE = re.compile(r"(?<![\w.-])[A-Z]{3,6}(?![\w-])")
_MIN_INITIALS = 3
# "F.A.A."; two letters may be the initials of a person.
_DOTTED_ACRONYM = re.compile(r"(?:[A-Z]\.){3,5}")
_MAX_ACRONYM_CHARS = 5
_MAX_NAME_CHARS = 140
_MAX_NAME_WORDS = 16


class _Word(NamedTuple):
    """A word of a possible full name."""

    text: str
    start: int
    end: int
    #: Whether it may be skipped: a small word, or one after a hyphen.
    is_optional: bool


def find_acronyms(index: TextIndex) -> dict[str, Bounds]:
    """
    Find the acronyms that a text defines.

    Args:
        index: The text.

    Returns:
        The bounds of the full name of each acronym, at its first definition.

    Example:
        >>> index = TextIndex("The Reef Trade Office (RTO) and the FAO, the Food and Agriculture Organization, met.")
        >>> {acronym: index.text[start:end] for acronym, (start, end) in find_acronyms(index).items()}
        {'RTO': 'Reef Trade Office', 'FAO': 'Food and Agriculture Organization'}
    """
    found: dict[str, Bounds] = {}
    for match in _ACRONYM_AFTER.finditer(index.text):
        line_start, _ = index.line_at(match.start(), _MAX_NAME_CHARS)
        words = _words(index, line_start, match.start())
        if words and words[-1].end == match.start():
            words = words[-_MAX_NAME_WORDS:]
            _add(found, match["acronym"], _match_name(match["acronym"], words))
            _add(found, match["acronym"], _foreign_name(match["acronym"], words))
    for match in _ACRONYM_BEFORE.finditer(index.text):
        words = _words(index, match.end(), _find_name_end(index, match.end()))
        _add(found, match["acronym"], _match_name(match["acronym"], words[:_MAX_NAME_WORDS], whole=True))
    alone = {match.group() for match in _ALONE.finditer(index.text)} - found.keys()
    if alone:
        for initials, name in _names_by_initials(index):
            if initials in alone:
                _add(found, initials, name)
    return found


def _names_by_initials(index: TextIndex) -> Iterator[tuple[str, Bounds]]:
    """Yield the initials of the capitalized words in a row, and of their last ones, with their bounds."""
    for run in _CAPITALIZED.finditer(index.text):
        words = [word for word in _words(index, *run.span()) if not word.is_optional]
        for length in range(_MIN_INITIALS, len(words) + 1):
            for some in (words[:length], words[-length:]):
                yield "".join(word.text[0] for word in some), (some[0].start, some[-1].end)


def with_definitions(index: TextIndex, mentions: Sequence[Mention]) -> list[Mention]:
    """
    Mark acronyms that the text defines, and their full names, as organizations; people are kept.

    Args:
        index: The text.

        mentions: Its mentions.

    Returns:
        The mentions, and those of full names that had not been found.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> [m.kind.value for m in find_mentions(TextIndex("Médecins Sans Frontières (MSF) left."))]
        ['organization', 'organization']
    """
    found = list(mentions)
    organizations: set[str] = set()
    in_titles: set[int] = set()
    by_end = {mention.end: mention for mention in found}
    for acronym, (start, end) in find_acronyms(index).items():
        mention = by_end.get(end)
        if _is_office(index.text[start:end]):
            # "Forest Officer (FO)" is whoever holds the office; "(FO)" beside it is part of the title.
            in_titles.add(end + len(" ("))
            continue
        if mention is None:
            found.append(Mention.of_organization(index, start, end))
        elif mention.is_personal and is_given_name(mention.name.first_word):
            continue
        organizations |= {acronym, index.text[start:end], *([mention.name.text] if mention else ())}
    return [
        Mention.of_organization(index, m.name_start, m.end) if m.is_personal and m.name.text in organizations else m
        for m in found
        if m.name_start not in in_titles
    ]


def is_acronym(words: Sequence[str]) -> bool:
    """
    Return whether a name is a single word that looks like an acronym.

    Args:
        words: The words of the name.

    Returns:
        Whether it is one.

    Example:
        >>> is_acronym(["RTO"]), is_acronym(["F.A.A."]), is_acronym(["Reef"]), is_acronym(["RTO", "Utah"])
        (True, True, False, False)
    """
    if len(words) > 1:
        return False
    (word,) = words
    if _DOTTED_ACRONYM.fullmatch(word):
        return True
    return word.isupper() and len(word) <= _MAX_ACRONYM_CHARS and not word.endswith(".") and not is_role(word)


def find_holders(index: TextIndex, definitions: Mapping[str, Bounds], mentions: Iterable[Mention]) -> dict[str, str]:
    """
    Find who holds the offices for which acronyms stand: "Forest Officer (FO) Ida Holm", "Ida Holm, Chief Clerk (CC)".

    Args:
        index: The text.

        definitions: The bounds of the full name of each acronym.

        mentions: The mentions of people with full names.

    Returns:
        The names of the people, by acronym.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> index = TextIndex("Divisional Forest Officer (DFO) Ida Holm left. The DFO was tired.")
        >>> find_holders(index, find_acronyms(index), find_mentions(index))
        {'DFO': 'Ida Holm'}
    """
    offices = {bounds: acronym for acronym, bounds in definitions.items() if _is_office(index.text[slice(*bounds)])}
    by_start = {start: (end, acronym) for (start, end), acronym in offices.items()}
    holders: dict[str, str] = {}
    for mention in mentions:
        after = index.match_after(_BEFORE_OFFICE, mention.end)
        for at in (mention.start, after.end() if after else mention.start):
            end, acronym = by_start.get(at, (len(index.text), ""))
            if acronym and (end < mention.name_start or at > mention.end):
                holders.setdefault(acronym, mention.name.text)
    return holders


def _is_office(name: str) -> bool:
    """Return whether a full name is that of an office: "Deputy Public Prosecutor", but not "Safety Executive"."""
    last = name.rpartition(" ")[2]
    is_body = normalize(last) in load_words("organization_nouns")
    return is_role(last) and singular(last) == normalize(last) and not is_body


def _add(found: dict[str, Bounds], acronym: str, name: Bounds | None) -> None:
    """Add a definition, unless there is an earlier one."""
    if name is not None:
        found.setdefault(acronym, name)


def _words(index: TextIndex, start: int, end: int) -> list[_Word]:
    words = _WORD.finditer(index.text, start, end)
    return [_Word(m.group(), *m.span(), _is_minor_word(m.group()) or index.before(m.start(), 1) == "-") for m in words]


def _is_minor_word(word: str) -> bool:
    return word in _SMALL_WORDS or word in load_words("name_particles")


def _find_name_end(index: TextIndex, start: int) -> int:
    """Find the end of the text in parentheses or between commas."""
    limit = min(len(index.text), start + _MAX_NAME_CHARS)
    found = _NAME_END.search(index.text, start, limit)
    return found.start() if found else limit


def _match_name(acronym: str, words: Sequence[_Word], *, whole: bool = False) -> Bounds | None:
    """Return the bounds of the last words whose first letters give an acronym; with *whole*, all words must be used."""
    letters = acronym.replace(".", "").replace("&", "")
    letters = letters.removesuffix("s").casefold()
    first = _match_letters(letters, words, len(letters) - 1, len(words) - 1)
    if first is None or (whole and first > 0) or first == len(words) - 1:
        return None
    return words[first].start, words[-1].end


def _foreign_name(acronym: str, words: Sequence[_Word]) -> Bounds | None:
    """Return the bounds of a name whose acronym is of another language: "the Reef People's Party (RVP)"."""
    first = len(words)
    while first and words[first - 1].text[0].isupper() and words[first - 1].text.lower() not in _SMALL_WORDS:
        first -= 1
    run = words[first:]
    is_like = min(len(run), len(acronym)) >= _MIN_INITIALS and run[-1].text[0] == acronym.rstrip(".s")[-1:]
    return (run[0].start, run[-1].end) if is_like else None


def _match_letters(letters: str, words: Sequence[_Word], letter: int, at: int) -> int | None:
    """Match letters up to *letter* with words up to *at*, from the right; return the index of the first word."""
    while at >= 0:
        word = words[at]
        if word.text[0].casefold() == letters[letter] and (word.is_optional or word.text[0].isupper()):
            if letter == 0 and word.text[0].isupper():
                return at
            first = _match_letters(letters, words, letter - 1, at - 1) if letter else None
            if first is not None:
                return first
        if not word.is_optional or at == len(words) - 1:
            return None
        at -= 1
    return None
