"""Recognize phrases for outlets, and for sources that outlets cite: "Japan's Kyodo news agency", "a memo"."""

from __future__ import annotations

import re
from functools import cache

from quotekit.attributions.rules import Context
from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_given_name, kind_of_noun, normalize, singular
from quotekit.names import Mention
from quotekit.names.outlets import find_outlets
from quotekit.names.source_phrases import find_head_end, parse_source
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["ends_in_outlet", "is_citable", "is_outlet_phrase", "is_unnamed"]

# "A report by Reuters".
_BY_OUTLET = re.compile(r"\s{1,9}(?:by|from|in|on)\s{1,9}")
# "Japan's state media", "several news outlets".
_PRESS = re.compile(
    r"""
    (?: [\w.’'-]{1,40} \s{1,9} ){0,4}
    (?:
        (?: media | news | press ) \s{1,9}
        (?: accounts? | agency | agencies | organi[sz]ations? | outlets? | reports? | sites? )
      | broadcasters? | media | newspapers? | press | radio | television | TV
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_outlet_phrase(context: Context, start: int, end: int) -> bool:
    """
    Return whether a phrase denotes an outlet, several outlets, or an outlet's publication.

    Args:
        context: The text and the names in it.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

    Returns:
        Whether it does, as do "Japan's Kyodo news agency", "state media" and "a BBC report".
    """
    index = context.index
    head_end = find_head_end(index, (start, end), context.mentions_in(start, end))
    head = index.text[start:head_end]
    by_outlet = _BY_OUTLET.match(index.text, head_end, end)
    if by_outlet and singular(head.rpartition(" ")[2]) in load_words("press_pieces"):
        return ends_in_outlet(context, by_outlet.end(), end)
    is_described = normalize(head).removeprefix("the ") in load_words("outlet_descriptions")
    return is_described or _PRESS.fullmatch(head) is not None or ends_in_outlet(context, start, head_end)


def ends_in_outlet(context: Context, start: int, end: int) -> bool:
    """
    Return whether a stretch of text ends in the name of an outlet, optionally followed by a noun such as "report".

    Args:
        context: The text and the names in it.

        start: Offset of the stretch's first character.

        end: Offset after its last character.

    Returns:
        Whether it does. Platforms do not count as outlets here, nor do people with the name of one.
    """
    outlets = find_outlets(TextIndex(context.index.text[start:end]))
    if not outlets or normalize(outlets[-1].name) in load_words("platforms"):
        return False
    outlet_start, outlet_end = start + outlets[-1].start, start + outlets[-1].end
    is_person = any(
        mention.kind is SpeakerKind.PERSON
        and mention.start <= outlet_start < mention.end
        and is_given_name(mention.name.text.split()[0])
        for mention in context.mentions_in(start, end)
    )
    return not is_person and _outlet_nouns().fullmatch(context.index.text, outlet_end, end) is not None


def is_citable(context: Context, start: int, end: int) -> bool:
    """
    Return whether a phrase denotes a person or body that can speak, or something that can be read.

    Args:
        context: The text and the names in it.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

    Returns:
        Whether it does, as do "two officials", "Mayor Nora Lind" and "court documents", but not "low growth".
    """
    if not context.index.text[start].isalnum():
        return False
    phrase = parse_source(context.index, (start, end), context.mentions_in(start, end))
    if phrase.kind is SpeakerKind.DOCUMENT:
        # "Its own poll" speaks for the outlet.
        return phrase.whose is None and singular(phrase.noun) in load_words("cited_documents")
    if phrase.named:
        return is_outlet(context.index.text[start:end]) or all(_can_speak(context, name) for name in phrase.named)
    return phrase.kind is not None and kind_of_noun(phrase.noun) is not None


def is_unnamed(context: Context, start: int, end: int) -> bool:
    """
    Return whether a phrase denotes unidentified people: "sources", "a person who was there".

    Args:
        context: The text and the names in it.

        start: Offset of the phrase's first character.

        end: Offset after its last character.

    Returns:
        Whether it does.
    """
    phrase = parse_source(context.index, (start, end), context.mentions_in(start, end))
    return phrase.kind is SpeakerKind.UNNAMED


def _can_speak(context: Context, mention: Mention) -> bool:
    """Return whether a name is an organization's, or certainly a person's: in full here or elsewhere in the text."""
    if mention.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP) or _is_full(mention):
        return True
    surname = normalize(mention.name.surname)
    return any(_is_full(other) and normalize(other.name.surname) == surname for other in context.mentions)


def _is_full(mention: Mention) -> bool:
    """Return whether a name has a given name or a title with it."""
    return mention.kind is not SpeakerKind.DOCUMENT and bool(mention.name.given or mention.name.titles)


@cache
def _outlet_nouns() -> re.Pattern[str]:
    """Return a pattern for what may follow an outlet's name: "news agency", "'s Persian service", "report"."""
    nouns = load_words("outlet_descriptions") | load_words("press_pieces") | {"agency", "daily", "service", "weekly"}
    alternatives = "|".join(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"(?:['’]s?)?(?:(?:\s{{1,9}}[\w-]{{1,40}}){{0,2}}?\s{{1,9}}(?:{alternatives})s?)?")
