"""People whom a text tells of without a name, and who say nothing: "her landlord", "an officer", "the driver"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, is_role, normalize, word_gender
from quotekit.speakers.antecedents import Candidate
from quotekit.speakers.discourse import Discourse

__all__ = ["find_unnamed_candidates"]

_PHRASE = re.compile(
    r"(?<![\w'’-])(?P<article>[Tt]he|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z][\w-]+['’]s?) "
    r"(?P<words>(?:[a-z][a-z-]+ ){0,3}[a-z][a-z-]+)(?![\w'’-])"
)
_WORD = re.compile(r"[a-z-]+")
# Behind a name, or a form of "to be", a description tells of somebody named.
_TELLING = re.compile(
    r"(?:\b(?:am|are|as|be|became|become|been|being|is|like|named|was|were)|[\w.)]['’]?s?,|[:–—(-]) $"
)
_BEFORE = 12
_NAME_BEHIND = re.compile(r"(?:,|,? named|,? (?:is|was))? [A-Z]")


def find_unnamed_candidates(discourse: Discourse) -> Iterator[tuple[Candidate, Gender | None]]:
    """
    Find who may be meant by "he" or "she" though nobody knows the name.

    Args:
        discourse: Everybody the article names.

    Yields:
        People in text order, each with what the noun tells of the gender; a description that may be that of somebody named, by a title, an apposition or a word that
        says once more who it is, is none.
    """
    known = {role.head for entity in discourse.entities for role in entity.roles}
    known |= load_words("epithets") | load_words("standings")
    for phrase in _PHRASE.finditer(discourse.text):
        start, end = phrase.start(), _end(phrase)
        noun = discourse.text[start:end].rpartition(" ")[2]
        if not is_role(noun) or _NAME_BEHIND.match(discourse.text, end):
            continue
        if _TELLING.search(discourse.text, max(0, start - _BEFORE), start):
            known.add(normalize(noun))
        elif phrase["article"].lower() != "the" or normalize(noun) not in known:
            yield Candidate(start, end, ("bystander", start)), word_gender(noun)


def _end(phrase: re.Match[str]) -> int:
    """Where the first word for a person ends behind an article, or else the first word."""
    end = phrase.start("words")
    for word in _WORD.finditer(phrase.string, *phrase.span("words")):
        if word.group() in load_words("function_words"):
            break
        end = word.end()
        if is_role(word.group()):
            break
    return end
