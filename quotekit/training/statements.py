"""Statements of an article that can be printed in another layout: whole clauses, and the people who make them."""

from __future__ import annotations

import random
import re
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PERSONAL_DETERMINERS, PERSONAL_SUBJECTS, PRONOUNS
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.sections import Section
from quotekit.training.silver_names import NamedArticle
from quotekit.training.substitution import GIVEN_NAMES, VERBS, sorted_words
from quotekit.training.texts import load_lines

__all__ = ["Statement", "find_people", "find_sources", "find_statements", "write_person", "write_place"]

_MARKS = "\"“”‘’«»„'`"
_DOUBLE_MARKS = re.compile(r"[\"“”«»„]|''|``")
_LEADING_THAT = re.compile(r"that\s+", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")
# A finite verb, or a contraction of one, but not in a relative clause, and no infinitive.
_FINITE = re.compile(
    r"""(?<!\bwho[ ])(?<!\bwhich[ ])(?<!\bthat[ ])(?<!\bto[ ])\b
    (?: is | are | was | were | am | has | have | had | do | does | did | will | would | can | could | should | shall
    | may | might | must | cannot | \w+n['’]t | \w+['’](?: re | ve | ll | d | m )
    | (?: it | he | she | that | there | here | what | who )['’]s )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.?!,]")
_NAME = re.compile(r"([A-Z][\w.’'-]*) (?:[A-Z][\w.’'-]* )*[A-Z][\w’'-]+(?<![’']s)")
_MIN_WORDS = 3
# A quotation of so many words that begins with a capital and ends with a stop is taken for a sentence.
_MIN_SENTENCE_WORDS = 4
_MAX_SOURCE_CHARS = 50
# Share of the people who are invented even if the article names some.
_INVENTED = 0.4


@attrs.frozen
class Statement:
    """A clause that somebody states or asks, without its quotation marks and without "that"."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Whether it ends with a question mark.
    is_question: bool


def find_statements(article: AnnotatedArticle, max_chars: int | None = None) -> list[Statement]:
    """
    Find the contents that can stand alone: clauses without an inner quotation or line break.

    Args:
        article: The article.

        max_chars: Maximum length of a statement.

    Returns:
        The statements, in the order of the attributions.
    """
    known = _names_end(article)
    found = (_statement(article.text, a) for a in article.attributions if len(a.content) == 1)
    return [s for s in found if s and s.end <= known and (max_chars is None or s.end - s.start <= max_chars)]


def _names_end(article: AnnotatedArticle) -> int:
    """Return the offset up to which words may be copied without loss: with all their names, if any are annotated."""
    return article.names_end if isinstance(article, NamedArticle) and article.names_end else len(article.text)


def _statement(text: str, attribution: Annotation) -> Statement | None:
    """Return the clause in a content of one span, or None if it is a fragment."""
    (start, end), *_ = attribution.content
    is_quoted = text[start] in _MARKS
    last = end
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    that = None if is_quoted else _LEADING_THAT.match(text, start, end)
    start = that.end() if that else start
    words = text[start:end]
    if words.count(" ") + 1 < _MIN_WORDS or "\n" in words or _DOUBLE_MARKS.search(words):
        return None
    is_sentence = is_quoted and words[0].isupper() and _SENTENCE_END.search(text, end - 1, last + 1) is not None
    if is_sentence and words.count(" ") + 1 >= _MIN_SENTENCE_WORDS:
        return Statement(start, end, words.endswith("?"))
    is_said = any(text[cue_start:cue_end].rsplit(maxsplit=1)[-1] in VERBS for cue_start, cue_end in attribution.cue)
    is_clause = that is not None or is_sentence or (is_said and _begins_with_subject(words))
    return Statement(start, end, words.endswith("?")) if is_clause and _FINITE.search(words) else None


def _begins_with_subject(words: str) -> bool:
    """Return whether a phrase begins as a clause does: with a pronoun, a determiner or a capital."""
    first = _FIRST_WORD.match(words)
    return first is not None and (first[0][0].isupper() or first[0].lower() in _subject_openers())


@cache
def _subject_openers() -> frozenset[str]:
    return PERSONAL_SUBJECTS | PERSONAL_DETERMINERS | load_words("determiners") | {"there"}


def find_people(article: AnnotatedArticle) -> list[tuple[int, int]]:
    """
    Find the people to whom an article attributes something, by their names.

    Args:
        article: The article. Without annotated names, sources are taken for people if they
            consist of capitalized words, the first of which is a given name.

    Returns:
        Start and end offset of a name of each such source; none that goes beyond the annotated names.
    """
    sources = [a.source[0] for a in article.attributions if a.source]
    if isinstance(article, NamedArticle) and article.names_end:
        people = [
            (n.start, n.end) for n in article.names if n.kind == "person" and "\n" not in article.text[n.start : n.end]
        ]
        return [(s, e) for start, end in sources for s, e in people if start <= s and e <= end]
    found = (_NAME.fullmatch(article.text, start, end) for start, end in sources)
    return [m.span() for m in found if m and any(m[1].lower() in load_words(name) for name in GIVEN_NAMES)]


def find_sources(article: AnnotatedArticle) -> list[tuple[int, int]]:
    """
    Find the sources that say who speaks by themselves: short phrases of one line, no pronouns.

    Args:
        article: The article.

    Returns:
        Start and end offset of each.
    """
    known = _names_end(article)
    sources = (a.source[0] for a in article.attributions if len(a.source) == 1)
    return [
        (start, end)
        for start, end in sources
        if end - start <= _MAX_SOURCE_CHARS and end <= known and _is_noun_phrase(article.text[start:end])
    ]


def _is_noun_phrase(words: str) -> bool:
    is_possessive = words.endswith(("'s", "’s", "'", "’"))
    return "\n" not in words and words[0].isalpha() and words.lower() not in PRONOUNS and not is_possessive


def write_person(section: Section, article: AnnotatedArticle, rng: random.Random, *, surname: bool = False) -> None:
    """
    Write the name of a person: one of the article's, or an invented one.

    Args:
        section: The section to write to.

        article: The article.

        rng: Source of randomness.

        surname: Whether only the last word of the name is written.
    """
    people = find_people(article)
    if people and rng.random() >= _INVENTED:
        start, end = rng.choice(people)
        name = article.text[start:end]
    else:
        given = rng.choice(sorted_words(rng.choice(("female_given_names", "male_given_names"))))
        name = f"{given} {rng.choice(sorted_words('family_names'))}".title()
    section.write(name.split()[-1] if surname else name, None, "person")


def write_place(section: Section, rng: random.Random) -> None:
    """
    Write the name of a town.

    Args:
        section: The section to write to.

        rng: Source of randomness.
    """
    section.write(rng.choice(load_lines("towns")), None, "place")
