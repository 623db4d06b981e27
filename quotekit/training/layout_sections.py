"""
Statements of an article printed once more in layouts that wire news does not have, as new sections of the article.

They are headlines without a full stop, labels, vox pops, quotations that nobody introduces, and lists. Each
augmentation returns the article itself if none of its statements is suitable.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import attrs

from quotekit.english.pronouns import PRONOUNS
from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import apply_edits
from quotekit.training.sections import Section, excerpt, insert_section
from quotekit.training.sentences import extent
from quotekit.training.statements import Statement, find_sources, find_statements, write_person, write_place
from quotekit.training.texts import load_lines

__all__ = [
    "add_bulleted_statements",
    "add_headline",
    "add_labelled_statement",
    "add_uncued_quotation",
    "add_vox_pops",
    "write_sentence",
]

_MAX_HEADLINE_CHARS = 140
_MAX_LINE_CHARS = 110
# Shares of the headlines that begin with a topic, a time stamp and a bullet; the others begin with their first word.
_LEADS = (("topic", 0.15), ("time", 0.08), ("bullet", 0.07), ("", 0.7))
# Shares of the headlines in title case, in capitals, with a present tense, and with a full stop after all.
_TITLE_CASE, _UPPER_CASE, _PRESENT_TENSE, _WITH_STOP = 0.2, 0.05, 0.4, 0.15
# Shares of the labels with a topic before them, with an unnamed speaker, and with a person.
_TOPIC, _UNNAMED, _PERSON = 0.1, 0.4, 0.3
_STOPPED_LABEL, _CAPITALIZED = 0.3, 0.7
_BULLETS = ("• ", "- ", "* ", "– ", "» ")
_AGES = (17, 88)
_MARKS = (("“", "”"), ("“", "”"), ('"', '"'), ("‘", "’"))
_NUMBERS = {2: "two", 3: "three", 4: "four"}
# Share of the lists whose statements are in quotation marks.
_QUOTED_LISTS = 0.6
_BOUNDARY = re.compile(r"[.!?]\s|\n")
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?][\"”’']*\s)$")
# The last comma or full stop, which may be inside the closing mark.
_FINAL_STOPS = re.compile(r"[.,]+(?=[\"”’']*$)")
_LOWER_WORD = re.compile(r"(?<![\w’'])[a-z]\w{3,}")
_INITIAL_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def add_headline(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert a short sentence of the article once more as a headline or another line without a full stop.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with one or two such lines before one of its paragraphs.
    """
    candidates = [a for a in article.attributions if _is_headline(article, a)]
    if not candidates:
        return article
    section = Section()
    _write_headline(section, article, rng.choice(candidates), rng)
    if rng.random() < _TITLE_CASE:
        section.write(rng.choice(("\n", "\n\n")))
        _write_headline(section, article, rng.choice(candidates), rng)
    return insert_section(article, section, rng)


def _is_headline(article: AnnotatedArticle, attribution: Annotation) -> bool:
    """Return whether an attribution is one short sentence, shares no word with another, and names its source."""
    start, end = extent(attribution)
    text = article.text
    if end - start > _MAX_HEADLINE_CHARS or not attribution.source or not attribution.cue:
        return False
    others = (extent(a) for a in article.attributions if a is not attribution)
    source = text[slice(*attribution.source[0])].lower()
    return (
        source not in PRONOUNS
        and _BOUNDARY.search(text, start, end - 1) is None
        and _SENTENCE_START.search(text[:start][-4:]) is not None
        and not any(s < end and start < e for s, e in others)
    )


def _write_headline(section: Section, article: AnnotatedArticle, attribution: Annotation, rng: random.Random) -> None:
    """Write an attribution as a line."""
    _write_lead(section, rng)
    line = excerpt(article, attribution)
    edits = [(m.start(), m.end(), m[0].capitalize()) for m in _LOWER_WORD.finditer(line.text)]
    line = apply_edits(line, edits if rng.random() < _TITLE_CASE else [])
    cue = line.attributions[0].cue
    if line.text[slice(*cue[0])] == "said" and rng.random() < _PRESENT_TENSE:
        line = apply_edits(line, [(*cue[0], "says")])
    if rng.random() < _UPPER_CASE and len(line.text.upper()) == len(line.text):
        line = attrs.evolve(line, text=line.text.upper())
    last = _FINAL_STOPS.search(line.text)
    line = apply_edits(line, [(*last.span(), "")] if last else [])
    section.append(apply_edits(line, [(0, 1, _capitalize(line.text[0]))]))
    if section.text[-1].isalnum() and rng.random() < _WITH_STOP:
        section.write(".")


def _write_lead(section: Section, rng: random.Random) -> None:
    """Write what may stand before a headline."""
    lead = rng.choices([name for name, _ in _LEADS], [share for _, share in _LEADS])[0]
    if lead == "topic":
        section.write(rng.choice(load_lines("headline_labels")) + rng.choice((": ", ": ", " – ", " | ")))
    elif lead == "time":
        hours, minutes = f"{rng.randrange(24):02}", f"{rng.randrange(60):02}"
        section.write(hours + rng.choice(".:") + minutes + rng.choice((" ", " – ", ": ", "\n")))
    elif lead == "bullet":
        section.write(rng.choice(_BULLETS))


def _capitalize(letter: str) -> str:
    """Return a letter as a capital, unless that is more than one character."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def add_labelled_statement(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert a statement of the article once more behind a label: ``Union chief: port will close``.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with such a line before one of its paragraphs.
    """
    statements = [s for s in find_statements(article, _MAX_LINE_CHARS) if not s.is_question]
    if not statements:
        return article
    section = Section()
    if rng.random() < _TOPIC:
        section.write(rng.choice(load_lines("headline_labels")) + " – ")
    sources = find_sources(article)
    kind = rng.random()
    if kind < _UNNAMED or not sources:
        section.write(rng.choice(load_lines("headline_speakers")), "source")
    elif kind < _UNNAMED + _PERSON:
        start = len(section.text)
        write_person(section, article, rng, surname=rng.random() < 1 / 2)
        section.mark("source", start)
    else:
        start, end = rng.choice(sources)
        determiner = _INITIAL_ARTICLE.match(article.text, start, end)
        section.copy(article, determiner.end() if determiner else start, end, "source", initial=True)
    section.write(":", "cue")
    section.write(" ")
    statement = rng.choice(statements)
    start = len(section.text)
    section.copy(article, statement.start, statement.end, initial=rng.random() < _CAPITALIZED)
    section.mark("content", start)
    section.end_attribution()
    if rng.random() < _STOPPED_LABEL:
        section.write(".")
    return insert_section(article, section, rng)


def write_sentence(
    section: Section, article: AnnotatedArticle, statement: Statement, marks: tuple[str, str] = ("", "")
) -> None:
    """
    Write a statement as a sentence: with a capital and a final stop.

    Args:
        section: The section to write to.

        article: The article.

        statement: The statement.

        marks: What is written before and behind the sentence.
    """
    section.write(marks[0])
    section.copy(article, statement.start, statement.end, initial=True)
    section.write(("" if section.text[-1] in ".!?…" else ".") + marks[1])


def _sample(statements: Sequence[Statement], rng: random.Random, count: int) -> list[Statement]:
    """Draw different statements, as many as there are."""
    return rng.sample(statements, min(len(statements), count))


def add_vox_pops(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert statements of the article once more as quotations with a signature but no cue.

    The signature is a name, often with age, occupation or town; it stands before or behind the quotation, in the same
    line or in one of its own.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with up to three such quotations before one of its paragraphs.
    """
    statements = find_statements(article)
    if not statements:
        return article
    section, marks = Section(), rng.choice(_MARKS)
    # What stands between quotation and signature, and which of them comes first.
    link, signature_first = rng.choice(((" ", False), ("\n", False), ("\n", True), (": ", True)))
    details = rng.choice(((), ("age", "town"), ("town",), ("occupation",), ("age", "occupation", "town")))
    for i, statement in enumerate(_sample(statements, rng, rng.randint(1, 3))):
        section.write("\n\n" if i else "")
        if signature_first:
            _write_signature(section, article, details, rng)
            section.write(link)
        start = len(section.text)
        write_sentence(section, article, statement, marks)
        section.mark("content", start)
        if not signature_first:
            section.write(link)
            _write_signature(section, article, details, rng)
        section.end_attribution()
    return insert_section(article, section, rng)


def _write_signature(section: Section, article: AnnotatedArticle, details: Sequence[str], rng: random.Random) -> None:
    """Write the name of a person with some details as the source."""
    start = len(section.text)
    write_person(section, article, rng)
    for detail in details:
        section.write(", ")
        if detail == "town":
            write_place(section, rng)
        else:
            section.write(str(rng.randint(*_AGES)) if detail == "age" else rng.choice(load_lines("occupations")))
    section.mark("source", start)


def add_uncued_quotation(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert statements of the article once more as a quotation of one or more paragraphs that nobody introduces.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with the quotation before one of its paragraphs: one attribution without cue and source.
    """
    statements = find_statements(article)
    if not statements:
        return article
    section, marks = Section(), rng.choice(_MARKS[:3])
    chosen = _sample(statements, rng, rng.randint(1, 5))
    for i, statement in enumerate(chosen):
        opening = marks[0]
        if i:
            # Half of the sentences go on in the same paragraph.
            separator = rng.choice((" ", "\n\n"))
            section.write(separator)
            opening = "" if separator == " " else marks[0]
        write_sentence(section, article, statement, (opening, ""))
    section.write(marks[1])
    section.mark("content", 0)
    section.end_attribution()
    return insert_section(article, section, rng)


def add_bulleted_statements(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert statements of the article once more as a list under the words that introduce it.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with the list before one of its paragraphs: one attribution with a piece for each statement.
    """
    statements, sources = find_statements(article, _MAX_LINE_CHARS), find_sources(article)
    chosen = _sample(statements, rng, rng.randint(min(_NUMBERS), max(_NUMBERS)))
    if len(chosen) not in _NUMBERS or not sources:
        return article
    section = Section()
    section.copy(article, *rng.choice(sources), "source", initial=True)
    section.write(" ")
    section.write(rng.choice(load_lines("introductions")).format(number=_NUMBERS[len(chosen)]), "cue")
    section.write(":")
    marks = rng.choice(_MARKS) if rng.random() < _QUOTED_LISTS else ("", "")
    separator, bullet = rng.choice(("\n", "\n\n")), rng.choice((*_BULLETS, "{}. ", "{}) "))
    for i, statement in enumerate(chosen, start=1):
        section.write(separator if i == 1 else "\n")
        section.write(bullet.format(i))
        start = len(section.text)
        write_sentence(section, article, statement, marks)
        section.mark("content", start)
    section.end_attribution()
    return insert_section(article, section, rng)
