"""Find unnamed people who do not speak: "her landlord", "an officer", "the driver"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, is_role, normalize, word_gender
from quotekit.names.entities import Entity
from quotekit.text import TextIndex

__all__ = ["UnnamedCandidate", "find_unnamed_candidates"]

_PHRASE = re.compile(
    r"""
    (?<![\w'’-])
    (?P<article>[Tt]he|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z][\w-]+['’]s?)[ ]
    (?P<words>(?:[a-z][a-z-]+[ ]){0,3}[a-z][a-z-]+)
    (?![\w'’-])
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[a-z-]+")
# What precedes a description of a named person.
_PREDICATE_BEFORE = re.compile(
    r"""
    (?:
        \b(?:am|are|as|be|became|become|been|being|is|like|named|was|were)  # a form of "to be": "Holm is a driver"
        | [\w.)]['’]?s?,                                                    # an apposition: "Holm, a driver"
        | [:–—(-]
    )[ ]$
    """,
    re.VERBOSE,
)
_PREDICATE_REACH_CHARS = 12
_NAME_AFTER = re.compile(r"(?:,|,? named|,? (?:is|was))? [A-Z]")


@attrs.frozen
class UnnamedCandidate:
    """A person who is mentioned but not named."""

    #: Offset of the first character of the description.
    start: int
    #: Offset after its last character.
    end: int
    #: The gender that the noun marks; None if it marks none.
    gender: Gender | None


def find_unnamed_candidates(index: TextIndex, entities: Sequence[Entity]) -> Iterator[UnnamedCandidate]:
    """
    Find the unnamed people that "he" or "she" may refer to.

    Descriptions that may belong to a named person are left out: a title of theirs, an appositive, or a restatement of
    who they are.

    Args:
        index: The index of the article's text.

        entities: Its people and organizations.

    Yields:
        The people in text order.

    Example:
        >>> index = TextIndex("A driver called. His sister is a nurse. The nurse sat.")
        >>> [index.text[c.start : c.end] for c in find_unnamed_candidates(index, ())]
        ['A driver', 'His sister']
    """
    known = {role.head for entity in entities for role in entity.roles}
    known |= load_words("epithets") | load_words("standings")
    for phrase in _PHRASE.finditer(index.text):
        start, end = phrase.start(), _end_of_description(phrase)
        noun = index.text[start:end].rpartition(" ")[2]
        if not is_role(noun) or index.match_after(_NAME_AFTER, end):
            continue
        if index.search_before(_PREDICATE_BEFORE, start, _PREDICATE_REACH_CHARS):
            known.add(normalize(noun))
        elif phrase["article"].lower() != "the" or normalize(noun) not in known:
            yield UnnamedCandidate(start, end, word_gender(noun))


def _end_of_description(phrase: re.Match[str]) -> int:
    """Find the end of the first noun for a person after an article, or else of the last noun or adjective."""
    end = phrase.start("words")
    for word in _WORD.finditer(phrase.string, *phrase.span("words")):
        if word.group() in load_words("function_words"):
            break
        end = word.end()
        if is_role(word.group()):
            break
    return end
