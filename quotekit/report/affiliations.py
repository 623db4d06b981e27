"""Whom or what a source speaks or works for, as an article prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_role, normalize
from quotekit.records import Article, Speaker

__all__ = ["affiliation_of"]

# How far from a mention its role is looked for.
_REACH_CHARS = 120
# How many mentions a role is looked for at, and how many places of a role near each.
_MAX_MENTIONS, _MAX_PLACES = 8, 3

_NAME = r"[A-Z][\w.&’'-]{0,30}"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,5}}"
# "The Reef Bank", "Food and Drug Administration", "Ministry of Health and Care".
_INSTITUTION = (
    rf"(?:[Tt]he )?(?:{_NAME} and (?={_NAME} [A-Z]))?{_NAMES}"
    rf"(?: (?:of|for|&) (?:the )?{_NAMES}(?:,? and {_NAME}(?: {_NAME}){{0,2}})?)?"
)
_WORD = r"[a-z][\w-]{0,30}"
# "of law", "in marine biology", "and president": what may be between a role and its institution.
_FIELD = rf"(?: and {_WORD}(?: {_WORD})?)?(?: (?:of|in|for) (?!the\b){_WORD}(?: (?!who\b|that\b){_WORD}){{0,3}})?"
_FOR = r" (?:of|for|at|with|from(?= the )) "
_AFTER_ROLE = re.compile(rf"{_FIELD}{_FOR}({_INSTITUTION})\b(?! to [A-Z])")
_BEFORE_ROLE = re.compile(rf"\b({_INSTITUTION})(?:(?<=s)['’]|['’]s) (?:{_WORD} ){{0,3}}\Z")
_DETERMINER = r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal|[Aa]nother|[Mm]ore|[Tt]op) ){0,2}"
# "Reef Bank director", "the Reef Bank's chief executive".
_IN_ROLE = re.compile(
    rf"{_DETERMINER}(?:{_WORD} )?(?P<of>{_NAMES})(?P<own>(?<=s)['’]|['’]s)? (?P<role>{_WORD}(?: {_WORD}){{0,3}})\Z"
)
_ACRONYM_WORD = re.compile(r"(?:[A-Z]\.){2,6}|[A-Z]{2,6}")
# "FBI Director".
_ACRONYM = re.compile(rf"({_ACRONYM_WORD.pattern}) (?=[A-Z][a-z])")
_NO_INSTITUTION = frozenset({"AI", "CEO", "CFO", "COO", "CTO", "DJ", "HR", "IT", "PR", "TV", "VP"})
# "A spokesman for the Ministry of Health".
_DESCRIBED = re.compile(rf"{_DETERMINER}(?:{_WORD} ){{0,4}}?(?P<role>{_WORD}){_FIELD}{_FOR}(?P<of>{_INSTITUTION})")
# "Reef Bank's chief executive, Ida Holm", "the director of Reef Bank, Ida Holm".
_OWNER_BEFORE_NAME = re.compile(
    rf"\b(?P<of>{_INSTITUTION})(?:(?<=s)['’]|['’]s) (?P<role>{_WORD}(?: {_WORD}){{0,3}}),? \Z"
)
_ROLE_BEFORE_NAME = re.compile(rf"\b(?P<role>{_WORD}){_FIELD}{_FOR}(?P<of>{_INSTITUTION}), \Z")
# "Ida Holm of the Reef Institute", "Ida Holm, who heads the Reef Institute".
_AFTER_NAME = re.compile(
    rf"(?:,? (?:of|from|with|at) (?=the )|,? who (?:chairs|directs|heads|leads|runs|works (?:for|at)) )({_INSTITUTION})"
)
_PARTY = re.compile(r"(?:,| \(|, \() ?([DRI]-[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)(?=[,)])")
_FORMER = re.compile(r"(?:\A|\b)(?:former|formerly|ex|retired|late|then|outgoing|ousted)[ -]\Z")
_FORMER_ROLE = re.compile(r"(?:former|ex|retired|late|then|outgoing|ousted)[ -]", re.IGNORECASE)
_KINDS = frozenset({"conservative", "democratic", "elect", "liberal", "presidential", "republican", "winning"})
_NO_NAMES = frozenset({"A", "An", "Many", "More", "Most", "No", "Some", "Several", "The", "Top"})
# Nouns that do not connect people with an institution: "a resident of Oslo", "an Oslo native".
_NO_OFFICE = frozenset(
    {"champion", "critic", "fan", "finalist", "friend", "laureate", "man", "men", "native", "neighbor", "neighbour"}
    | {"protester", "resident", "star", "supporter", "survivor", "veteran", "victim", "voter", "winner", "woman"}
    | {"women"}
)


def affiliation_of(article: Article, speaker: Speaker) -> str | None:
    """
    Return whom or what a speaker speaks or works for, as the article prints it.

    It is read beside the role ("a spokeswoman for Reef Bank", "Reef Bank's director"), in it ("Reef Bank director") and
    beside the name ("of the Reef Institute", "who heads Reef Bank", "D-Ohio"). Former roles do not count, and neither
    does where somebody is from.

    Args:
        article: The article.

        speaker: One of its speakers.

    Returns:
        The name; None if the article gives none.

    Example:
        >>> import quotekit
        >>> for text in ("Ida Holm, a spokeswoman for Reef Bank, said so.", "A White House aide said so."):
        ...     article = quotekit.extract(text)
        ...     print(affiliation_of(article, article.speakers[0]))
        Reef Bank
        White House
    """
    own = {normalize(word) for word in (speaker.name or "").split()}
    for found in _candidates(article.text, speaker):
        name = _cleaned(found)
        if name and not {normalize(word) for word in name.split()} <= own:
            return name
    return None


def _candidates(text: str, speaker: Speaker) -> Iterator[str]:
    titles = [title for title in speaker.titles if title.strip() and not _FORMER_ROLE.match(title)]
    mentions = speaker.mentions[:_MAX_MENTIONS]
    for mention in mentions:
        start, end = max(0, mention.start - _REACH_CHARS), mention.end + _REACH_CHARS
        for title in titles:
            yield from _beside_role(text[start : end + _REACH_CHARS], title, end - start)
    for title in titles:
        yield from _in_role(title)
    for mention in mentions:
        if speaker.name:
            before = text[max(0, mention.start - _REACH_CHARS) : mention.start]
            yield from _beside_name(before, text[mention.end : mention.end + _REACH_CHARS])
        else:
            yield from _in_description(mention.text)


def _beside_role(around: str, role: str, size: int) -> Iterator[str]:
    """Yield names before and after a role in the first characters of the text around a mention."""
    at = around.find(role, 0, size)
    for _ in range(_MAX_PLACES):
        if at < 0:
            return
        if not _FORMER.search(around, 0, at) and _is_office(role):
            if after := _AFTER_ROLE.match(around, at + len(role)):
                yield after[1]
            if before := _BEFORE_ROLE.search(around, 0, at):
                yield before[1]
        at = around.find(role, at + 1, size)


def _in_role(role: str) -> Iterator[str]:
    """Yield the name that a role contains."""
    found = _IN_ROLE.match(role)
    if found and _is_office(found["role"]) and (found["own"] or _is_institution(found["of"].split())):
        yield found["of"]
    acronym = _ACRONYM.match(role)
    if acronym and acronym[1] not in _NO_INSTITUTION:
        yield acronym[1]


def _in_description(phrase: str) -> Iterator[str]:
    """Yield the name in a description of somebody who is not named."""
    if not _FORMER_ROLE.search(phrase):
        yield from _in_role(phrase)
        if (found := _DESCRIBED.match(phrase)) and _is_office(found["role"]):
            yield found["of"]


def _beside_name(before: str, after: str) -> Iterator[str]:
    """Yield names in the text before and after the name of somebody whose role is not known."""
    for pattern in (_OWNER_BEFORE_NAME, _ROLE_BEFORE_NAME):
        found = pattern.search(before)
        if found and _is_office(found["role"]) and not _FORMER.search(before, 0, found.start("role")):
            yield found["of"]
    for pattern in (_AFTER_NAME, _PARTY):
        if found := pattern.match(after):
            yield found[1]


def _is_office(role: str) -> bool:
    """Return whether a role is one in or for an institution."""
    head = role.rsplit(maxsplit=1)[-1].lower()
    single = head.removesuffix("s")
    if not {head, single}.isdisjoint(_NO_OFFICE | load_words("kinship_nouns")):
        return False
    return is_role(head) or is_role(single)


def _is_institution(words: Sequence[str]) -> bool:
    """Return whether capitalized words before a role are a name, and not "Several", "Norwegian" or "Presidential"."""
    if len(words) == 1:
        return _is_name(words[0])
    return words[0] not in _NO_NAMES and not any(map(_is_adjective, words))


def _is_name(word: str) -> bool:
    """Return whether one word is known as the name of an institution or place."""
    if word in _NO_INSTITUTION:
        return False
    if _ACRONYM_WORD.fullmatch(word) or is_outlet(word):
        return True
    return any(word.lower() in load_words(name) for name in ("places", "regions", "well_known_organizations"))


def _is_adjective(word: str) -> bool:
    """Return whether a word says which people, party or kind somebody belongs to."""
    last = word.lower().rpartition("-")[2]
    return last in _KINDS or last in load_words("demonyms")


def _cleaned(name: str) -> str:
    """Return a name without what belongs to the sentence around it."""
    name = name.removesuffix("’s").removesuffix("'s").rstrip("’'")
    return name if re.search(r"(?:\b[A-Z]\.){2,9}\Z", name) else name.rstrip(".")
