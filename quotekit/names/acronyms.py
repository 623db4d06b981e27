"""
Find the acronyms that a text defines: "the World Health Organization (WHO)", "WHO, the World Health Organization,".

The first letters of a name's words, small words aside, give the acronym.

textacy extracts acronyms and definitions, too. It is not used here: ``acronyms_and_definitions`` of textacy 0.13 reads
``np.NaN``, which NumPy 2.0 took away, and so raises an AttributeError at the first definition; textacy is not installed
on Python 3.13, for which its dependency floret has no wheels; and importing it takes longer than reading many articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name
from quotekit.names.capitalized_runs import Mention, organization_name
from quotekit.records import SpeakerKind

__all__ = ["find_acronyms", "with_definitions"]

_ACRONYM = r"[A-Z](?:[A-Za-z&]{0,8}[A-Z]s?|(?:\.[A-Z]){1,6}\.)"
_AFTER = re.compile(
    rf"(?: \(|,? (?:\(?or|(?:also |better |commonly )?known (?:as|by its initials)|abbreviated as) (?:the )?[\"“‘']?)"
    rf"(?P<acronym>{_ACRONYM})(?![\w-])"
)
_BEFORE = re.compile(rf"(?<![\w.])(?P<acronym>{_ACRONYM})(?: \(|, )(?:or )?(?:the )?(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_][\w.'’]*|&")
_ENDS = re.compile(r"[),.;:\n]|$")
_SMALL = frozenset({"a", "and", "e", "et", "for", "in", "of", "on", "the", "to", "und", "y", "&"})
_LONGEST = 140
_MOST_WORDS = 16

#: A word with its offsets, and whether a hyphen is before it.
_Word = tuple[str, int, int, bool]


def find_acronyms(text: str) -> dict[str, tuple[int, int]]:
    """
    Find the acronyms that a text defines.

    Args:
        text: Any string.

    Returns:
        Start and end of the full name of each acronym, where it is defined first.

    Example:
        >>> text = "The Reef Trade Office (RTO) and the FAO, the Food and Agriculture Organization, met."
        >>> {acronym: text[start:end] for acronym, (start, end) in find_acronyms(text).items()}
        {'RTO': 'Reef Trade Office', 'FAO': 'Food and Agriculture Organization'}
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _AFTER.finditer(text):
        begin = max(0, match.start() - _LONGEST)
        words = _words(text, max(begin, text.rfind("\n", begin, match.start()) + 1), match.start())
        if words and words[-1][2] == match.start():
            _note(found, match["acronym"], _defined(match["acronym"], words[-_MOST_WORDS:]))
    for match in _BEFORE.finditer(text):
        words = _words(text, match.end(), _end(text, match.end()))
        _note(found, match["acronym"], _defined(match["acronym"], words[:_MOST_WORDS], whole=True))
    return found


def with_definitions(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """
    Take what has an acronym for an organization, and its acronym too; people keep theirs.

    Args:
        text: The article's text.

        mentions: Its mentions.

    Returns:
        The mentions, and the names that had been overlooked.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> [m.kind.value for m in find_mentions("Médecins Sans Frontières (MSF) left.")]
        ['organization', 'organization']
    """
    acronyms = find_acronyms(text)
    found = list(mentions)
    organizations: set[str] = set()
    at_end = {mention.end: mention for mention in found}
    for acronym, (start, end) in acronyms.items():
        mention = at_end.get(end)
        if mention is None:
            found.append(Mention(start, start, end, organization_name(text[start:end]), SpeakerKind.ORGANIZATION))
        elif mention.kind in (None, SpeakerKind.PERSON) and is_given_name(mention.name.text.split()[0]):
            continue
        organizations |= {acronym, text[start:end], *([mention.name.text] if mention else ())}
    people = (None, SpeakerKind.PERSON)
    return [_as_organization(text, m) if m.kind in people and m.name.text in organizations else m for m in found]


def _as_organization(text: str, mention: Mention) -> Mention:
    name = organization_name(text[mention.name_start : mention.end])
    return Mention(mention.name_start, mention.name_start, mention.end, name, SpeakerKind.ORGANIZATION)


def _note(found: dict[str, tuple[int, int]], acronym: str, bounds: tuple[int, int] | None) -> None:
    if bounds is not None:
        found.setdefault(acronym, bounds)


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [(m.group(), *m.span(), text[m.start() - 1] == "-") for m in _WORD.finditer(text, start, end)]


def _end(text: str, start: int) -> int:
    """Where what stands in parentheses or between commas ends."""
    found = _ENDS.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)


def _defined(acronym: str, words: Sequence[_Word], *, whole: bool = False) -> tuple[int, int] | None:
    """Bounds of the last words whose first letters give an acronym; with *whole*, all of the words must."""
    letters = acronym.replace(".", "").replace("&", "")
    letters = letters.removesuffix("s").casefold()
    begin = _match(letters, words, len(letters) - 1, len(words) - 1)
    if begin is None or (whole and begin > 0) or begin == len(words) - 1:
        return None
    return words[begin][1], words[-1][2]


def _match(letters: str, words: Sequence[_Word], letter: int, at: int) -> int | None:
    """Match letters up to *letter* with words up to *at*, from the right; return the index of the first word."""
    while at >= 0:
        word = words[at][0]
        small = word in _SMALL or word in load_words("name_particles") or words[at][3]
        if word[0].casefold() == letters[letter] and (small or word[0].isupper()):
            if letter == 0 and word[0].isupper():
                return at
            begin = _match(letters, words, letter - 1, at - 1) if letter else None
            if begin is not None:
                return begin
        if not small or at == len(words) - 1:
            return None
        at -= 1
    return None
