"""Parse phrases that mean several speakers: lists of their names, and words for those who were named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quotekit.english.lexicons import load_words
from quotekit.english.words import kind_of_ending, kind_of_noun, normalize, singular
from quotekit.names.mention import Mention
from quotekit.names.phrase_heads import EDGES, Phrase, strip_afterthought
from quotekit.records import SpeakerKind
from quotekit.text import Bounds

__all__ = ["Few", "joint_speakers", "members_named", "parse_few"]

# What is said of all members of a list after it: " of the Delta Institute", ", both engineers".
_OF_ALL = re.compile(r",? (?:of|from|at|with|who|both|all)\b")
# What introduces members of a plural: "members including Ann Lee and Bo Dray", "groups such as the Reef Fund".
_INCLUDING = re.compile(
    r"(?P<words>(?: [\w'’-]{1,30}){0,6}),? (?:among them|including|like|namely|such as),? (?:the )?"
)
# Names in apposition to a plural: "two residents, Ann Lee and Bo Dray,".
_NAMELY = re.compile(r"(?: [\w.'’-]{1,30}){0,8}(?:[,:]| [–—]| --) ")
# Text between a name and that of a person whom it describes: "-winning economist", "’s former owner".
_OWNER = re.compile(r"(?:['’]s?|-[a-z]{1,30})?(?:[ \u00a0](?!and\b|n?or\b)[a-z-]{1,30}){1,4}[ \u00a0]")
_PLAIN = re.compile(r"[\w.'’ -]{1,200}")
_OF_WORDS = frozenset({"and", "at", "by", "for", "from", "in", "of", "or", "to", "who", "with"})
_PARENTHESIS = re.compile(r"\s{0,9}\([^()]{0,400}\)?")
_BETWEEN_NAMES = re.compile(r"\s{0,9}(?:,|,?\s{0,9}and|&|,?\s{0,9}n?or)\s{0,9}(?:the\s{1,9})?")
_BEFORE_NAMES = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "most", "other", "few", "all"),
        *("both", "either", "neither", "no", "not only"),
    )
)
_PAIR = re.compile(
    r"""
    (?: both | neither | the[ ]two | these[ ]two | the[ ]pair | the[ ]duo | the[ ]couple
      | (?P<three> all[ ]three | the[ ]three | these[ ]three | the[ ]trio )
      | (?P<four> all[ ]four | the[ ]four | these[ ]four )
    )
    (?: [ ]of[ ](?:them|the[ ](?:two|three|four)) )?
    (?: [ ](?:of[ ]the[ ])? (?P<noun> (?:[\w-]+[ ]){0,3} [\w-]+ ) )?        # "both senators", "the two of the senators"
    """,
    re.VERBOSE,
)
# Relatives who are named together: "the sisters".
_KIN = re.compile(r"(?:the|these) (?:(?P<count>two|three|four) )?(?P<noun>brothers|cousins|siblings|sisters|twins)")
# Relatives who are introduced together: "mother and daughter".
_KIN_PAIR = re.compile(r"(?:[Tt]he )?[\w-]{1,30} and (?P<noun>[a-z-]{1,30})")
_SIZES = {"two": 2, "three": 3, "four": 4}
_MAX_JOINT_SPEAKERS = 20
# Text between the names of a list, about one of them: ", speaking on Monday,", ", 41,", ", chair of the union,".
_ASIDE = re.compile(r", (?!(?:and|but|n?or|including|like|namely|such as)\b)[a-z\d][^,;:]{0,80}(?=,|\Z)")


class Few(NamedTuple):
    """A phrase for a few speakers who are named before."""

    #: What they are called: "senators"; empty if the phrase only counts them.
    noun: str
    #: How many they are; None if the phrase leaves it open.
    size: int | None


def joint_speakers(phrase: Phrase) -> tuple[Mention, ...]:
    """
    Return the names of a list of speakers.

    Args:
        phrase: The phrase.

    Returns:
        The mentions in "Ann Lee, Bo Day and Cy Fox"; none if the phrase is something else, as with an apposition.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("Ann Lee, in Oslo, and Bo Dray said that it rained.")
        >>> [mention.name.text for mention in joint_speakers(Phrase.of(index, (0, 29), find_mentions(index)))]
        ['Ann Lee', 'Bo Dray']
    """
    text = phrase.index.text
    inside = [m for m in phrase.mentions if m.name_start >= phrase.start and m.end <= phrase.end]
    asides = _asides(phrase)
    inside = [m for m in inside if not _is_within(m, asides)]
    names = _after_plural(phrase, [m for m in inside if not any(_is_in_title(m, other) for other in inside)])
    names = _before_complement(phrase, names)
    if not 1 < len(names) <= _MAX_JOINT_SPEAKERS:
        return ()
    between = [_ASIDE.sub("", _PARENTHESIS.sub("", text[a.end : b.start])) for a, b in pairwise(names)]
    if not all(map(_BETWEEN_NAMES.fullmatch, between)):
        return ()
    if "and" not in "".join(between) and not all(map(_is_person, names)):
        # "Ann Lee, Leeds" is one person.
        return ()
    before, after = phrase.up_to(names[0].start), _PARENTHESIS.sub("", phrase.from_(names[-1].end))
    is_kin = _KIN_PAIR.fullmatch(phrase.up_to(names[0].name_start).strip())
    is_plural = _ends_in_plural(before) or (is_kin and is_kin["noun"] in load_words("kinship_nouns"))
    is_first = not before.strip() or before.strip().lower() in _BEFORE_NAMES or is_plural
    is_last = after.startswith(",") or not strip_afterthought(after).strip(EDGES) or _is_of_all(names, phrase)
    return tuple(names) if is_first and is_last else ()


def _asides(phrase: Phrase) -> list[Bounds]:
    """Return the bounds of what is said of one name of a list: ", 41,", "(D-Ohio)"."""
    found = (what.finditer(phrase.index.text, phrase.start, phrase.end) for what in (_ASIDE, _PARENTHESIS))
    return [one.span() for matches in found for one in matches]


def _is_within(mention: Mention, asides: Sequence[Bounds]) -> bool:
    return any(start <= mention.name_start and mention.end <= end for start, end in asides)


def _after_plural(phrase: Phrase, names: list[Mention]) -> list[Mention]:
    """Drop the names that describe those listed: "Reef" in "Reef lawyers Ann Lee and Bo Dray"."""
    starts = (number for number, name in enumerate(names) if _ends_in_plural(phrase.up_to(name.start)))
    return names[next(starts, 0) :]


def _before_complement(phrase: Phrase, names: list[Mention]) -> list[Mention]:
    """Drop the names in what is said of all those listed: "the Reef Fund" in "Ann Lee and Bo Dray of the Reef Fund"."""
    return next((names[:i] for i, name in enumerate(names) if i > 1 and _is_of_all(names[:i], phrase)), names)


def _ends_in_plural(before: str) -> bool:
    """Return whether the words before a name are one noun phrase, which ends in a plural noun for people."""
    words = before.split()
    if not words or not _PLAIN.fullmatch(before) or not _OF_WORDS.isdisjoint(words):
        return False
    return singular(words[-1]) != normalize(words[-1]) and SpeakerKind.GROUP in _kinds(words[-1])


def _kinds(noun: str) -> tuple[SpeakerKind | None, ...]:
    kind = kind_of_noun(noun) or kind_of_ending(noun)
    # "Experts" are unnamed speakers, but several.
    return (SpeakerKind.GROUP,) if kind is SpeakerKind.UNNAMED else (kind,)


def _is_of_all(names: list[Mention], phrase: Phrase) -> bool:
    """Return whether what follows a list is said of all its members, who are people."""
    is_people = all(map(_is_person, names))
    return is_people and _OF_ALL.match(phrase.from_(names[-1].end)) is not None


def members_named(phrase: Phrase, head_end: int) -> tuple[Mention, ...]:
    """
    Return the members of a plural that the phrase names.

    Args:
        phrase: The phrase.

        head_end: Offset after its head, a plural noun.

    Returns:
        The mentions in "members including Ann Lee and Bo Day"; none if the phrase names none, or others besides.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("groups such as the Reef Fund and NASA said")
        >>> phrase = Phrase.of(index, (0, 37), find_mentions(index))
        >>> [mention.name.text for mention in members_named(phrase, 6)]
        ['Reef Fund', 'NASA']
    """
    text = phrase.index.text
    after = [m for m in phrase.mentions if m.start >= head_end][:_MAX_JOINT_SPEAKERS]
    # "Newspapers in Utah, including the Salt Post": what is before the members is no member.
    first = next((i for i, m in enumerate(after) if _INCLUDING.fullmatch(text, head_end, m.start)), 0)
    after = after[first:]
    # "New York Jets owner Ann Lee" is Ann Lee.
    names = [a for a, b in pairwise(after) if not _OWNER.fullmatch(text, a.end, b.name_start)] + after[-1:]
    if not names:
        return ()
    including = _INCLUDING.fullmatch(text, head_end, names[0].start)
    if including:
        # "Ministers from countries including France" are not France.
        last = including["words"].rpartition(" ")[2]
        return tuple(names[: _size_of_list(text, names)]) if singular(last) == normalize(last) else ()
    asides = _asides(phrase)
    # "Ann Lee, chair of the House, and Bo Dray", but not "Ann Lee, retired pilot Bo Dray and Cy Fox".
    names = [name for name in names if _is_person(name) or not _is_within(name, asides)]
    count = _size_of_list(text, names)
    # The names before the apposition belong to the description: "lawyers for Delta, Ann Lee and Bo Dray,".
    return next((found for i in range(count) if (found := _apposed(phrase, head_end, names[i:count]))), ())


def _size_of_list(text: str, names: Sequence[Mention]) -> int:
    """Return how many names are in the list that the first one begins."""
    between = (_ASIDE.sub("", _PARENTHESIS.sub("", text[a.end : b.start])) for a, b in pairwise(names))
    return next((number for number, gap in enumerate(between, 1) if not _BETWEEN_NAMES.fullmatch(gap)), len(names))


def _apposed(phrase: Phrase, head_end: int, names: list[Mention]) -> tuple[Mention, ...]:
    """Return the names of people in apposition to a plural; none if they are something else."""
    text = phrase.index.text
    is_people = len(names) > 1 and all(map(_is_person, names))
    is_closed = phrase.from_(names[-1].end)[:1] in ("", ",", ".")
    return tuple(names) if is_people and is_closed and _NAMELY.fullmatch(text, head_end, names[0].start) else ()


def _is_person(mention: Mention) -> bool:
    return mention.is_personal and mention.name.has_title_or_given_name


def _is_in_title(mention: Mention, other: Mention) -> bool:
    """Return whether a mention is in the title of another: "White House" in "White House press secretary Ann Lee"."""
    return other.start <= mention.start and mention.end < other.name_start


def parse_few(phrase: str) -> Few | None:
    """
    Parse a phrase for a few speakers who are named before.

    Args:
        phrase: The phrase as printed.

    Returns:
        What they are called, and how many they are; None for other phrases.

    Example:
        >>> parse_few("Both"), parse_few("all three senators"), parse_few("The sisters"), parse_few("They")
        (Few(noun='', size=2), Few(noun='senators', size=3), Few(noun='sisters', size=None), None)
    """
    words = normalize(phrase)
    pair = _PAIR.fullmatch(words)
    if pair and (pair["noun"] is None or _is_plural(pair["noun"])):
        return Few(pair["noun"] or "", next((_SIZES[name] for name in ("three", "four") if pair[name]), 2))
    kin = _KIN.fullmatch(words)
    return Few(kin["noun"], _SIZES.get(kin["count"])) if kin else None


def _is_plural(phrase: str) -> bool:
    """Return whether a phrase ends in a plural and is not a list."""
    return singular(phrase) != phrase and {"and", "nor", "or"}.isdisjoint(phrase.split())
