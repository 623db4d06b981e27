"""
Find the statement that a headline consists of if its speaker follows a dash: "Harbour will close - minister".

The usage is that of papers in Britain, Ireland, Africa and South Asia. A dash also comes before the name of the site,
"live updates" or a second headline, so the words after it must denote people or a document, and those before it be a
clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.words import kind_of_ending, kind_of_noun
from quotekit.records import SpeakerKind

__all__ = ["find_signed_headlines"]

# "… - minister", "… – union chief", "… — Petra Holm": at the end of a line with nothing else in its paragraph.
_SIGNATURE = re.compile(
    r"""
    (?: \A | \n[^\S\n]{0,30}\n ) [^\S\n]{0,30}
    (?P<content> [^\s–—-] [^\n]{3,150}? [\w"'”’)%] )
    [ ] (?P<dash> [–—-] ) [ ]
    (?P<source> [^\W\d_] [\w'’-]{1,30} (?: [ ] [^\W\d_] (?: [\w'’-]{0,30} | [.] ) ){0,3} ) (?<! [.] )
    [^\S\n]{0,30} (?= \n[^\S\n]{0,30}\n | \Z )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MIN_WORDS = 3
# "Rents to rise", "schools cannot cope": besides auxiliary verbs, words that only clauses have.
_VERBAL = frozenset(("cannot", "not", "to"))


def find_signed_headlines(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the statements of headlines that end with a dash and their speaker.

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts, and those of headlines.
    """
    return with_constructions(context, drafts, _headlines(context))


def _headlines(context: Context) -> Iterator[Construction]:
    """Yield the headlines that end with a dash and their speaker."""
    for found in _SIGNATURE.finditer(context.index.text):
        if _is_somebody(context, found) and _is_clause(found["content"]):
            yield Construction((found.span("dash"),), found.span("source"), (found.span("content"),))


def _is_somebody(context: Context, found: re.Match[str]) -> bool:
    """Return whether the words after the dash are a noun for people or a document, or a person's name."""
    words = found["source"].split()
    if words[-1].islower():
        kind = kind_of_noun(words[-1]) or kind_of_ending(words[-1])
        # "Live updates" are no source.
        is_source = kind is not None and (kind is not SpeakerKind.DOCUMENT or not words[-1].endswith("s"))
        return is_source and not any(_is_function_word(word.lower()) for word in words)
    mentions = context.mentions_in(*found.span("source"))
    return len(mentions) == 1 and mentions[0].kind is SpeakerKind.PERSON


def _is_function_word(word: str) -> bool:
    """Return whether a word joins others, or comes before a noun: "- with the candidate" goes on with the sentence."""
    return any(word in load_words(name) for name in ("determiners", "prepositions", "function_words"))


def _is_clause(text: str) -> bool:
    """Return whether a headline has a verb."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) >= _MIN_WORDS and any(map(_is_verb, words, ["", *words]))


def _is_verb(word: str, before: str) -> bool:
    """Return whether a word is a finite verb or an infinitive, as far as can be seen without a parser."""
    if word in _VERBAL or word.removesuffix("n't").removesuffix("n’t") in load_words("auxiliary_verbs"):
        return True
    if not before or before in load_words("determiners"):
        return False
    lemma = cue_lemma(word)
    # "Workers deserve", "man held", "storm hits".
    return lemma in load_words("verbs") and (lemma != word or before.endswith("s"))
