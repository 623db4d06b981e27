"""Statements of an article printed once more as a transcript: turns with a label for who speaks."""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs

from quotekit.evaluation import AnnotatedArticle
from quotekit.training.layout_sections import write_sentence
from quotekit.training.sections import Section, insert_section
from quotekit.training.statements import Statement, find_statements, write_person
from quotekit.training.texts import load_lines

__all__ = ["add_transcript"]

_MIN_STATEMENTS = 2
_TURNS = (2, 7)
_MAX_SENTENCES = 4
_MAX_SENTENCE_CHARS = 200
# Share of the turns of who asks that are questions, and of the turns that go on in another paragraph.
_ASKS, _GOES_ON = 0.75, 0.15
# Shares of the transcripts whose first speaker is unnamed, and whose speakers are surnames alone.
_UNNAMED, _SURNAME_ONLY = 0.6, 0.5
_COURTESY_TITLES = ("Mr", "Ms", "Mr.", "Ms.", "Mrs.", "Dr.")


@attrs.frozen
class _Style:
    """How the label of a turn is written."""

    #: What stands before the label.
    before: str = ""
    #: The cue behind the label, which may be empty.
    cue: str = ":"
    #: What stands between the cue and the words.
    after: str = " "
    #: The letters that stand for the two speakers, if not their names.
    letters: tuple[str, str] | None = None
    #: Whether names are in capitals.
    upper: bool = False
    #: Whether surnames have a courtesy title, and the unnamed speakers are those of a house or court.
    is_formal: bool = False


_STYLES = (
    _Style(),
    _Style(),
    _Style(upper=True),
    _Style(before="**", after="** "),
    _Style(before="**", cue="", after="** "),
    _Style(before="*", after="* "),
    _Style(before="<v ", cue="", after=">"),
    _Style(after="\n"),
    _Style(letters=("Q", "A")),
    _Style(cue="", after=". ", letters=("Q", "A")),
    _Style(cue="", after=". ", letters=("Q", "A"), upper=True),
    _Style(upper=True, is_formal=True),
    _Style(upper=True, is_formal=True),
)


def add_transcript(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Insert statements of the article once more as the turns of two people, in one of several styles.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with the transcript before one of its paragraphs: one attribution for each turn, whose source is
        its label.
    """
    statements = find_statements(article, _MAX_SENTENCE_CHARS)
    if len(statements) < _MIN_STATEMENTS:
        return article
    style = rng.choice(_STYLES)
    asking, answering = style.letters or (_label(article, rng, style, may_be_unnamed=True), _label(article, rng, style))
    section, separator = Section(), rng.choice(("\n", "\n\n"))
    for turn in range(rng.randint(*_TURNS)):
        is_asking = turn % 2 == 0
        section.write(separator if turn else "")
        _write_label(section, asking if is_asking else answering, style)
        start = len(section.text)
        if is_asking and rng.random() < _ASKS:
            _write_question(section, article, statements, rng)
        else:
            _write_answer(section, article, statements, rng, separator)
        section.mark("content", start)
        section.end_attribution()
    return insert_section(article, section, rng)


# A label: its words and, if it is a name, the kind and the offset at which the name begins.
_Label = Section


def _label(article: AnnotatedArticle, rng: random.Random, style: _Style, *, may_be_unnamed: bool = False) -> _Label:
    """Make the label of a speaker."""
    label = Section()
    if may_be_unnamed and rng.random() < _UNNAMED:
        label.write(rng.choice(load_lines("officers" if style.is_formal else "interviewers")))
        return label
    if style.is_formal:
        label.write(rng.choice(_COURTESY_TITLES) + " ")
    write_person(label, article, rng, surname=style.is_formal or rng.random() < _SURNAME_ONLY)
    return label


def _write_label(section: Section, label: _Label | str, style: _Style) -> None:
    """Write the label of a turn, with its cue."""
    section.write(style.before)
    start = len(section.text)
    if isinstance(label, str):
        section.write(label)
    else:
        words = label.text.upper() if style.upper and len(label.text.upper()) == len(label.text) else label.text
        name = label.names[0].start if label.names else len(words)
        section.write(words[:name])
        section.write(words[name:], None, "person")
    section.mark("source", start)
    section.write(style.cue, "cue")
    section.write(style.after)


def _write_question(
    section: Section, article: AnnotatedArticle, statements: Sequence[Statement], rng: random.Random
) -> None:
    """Write a question: one of the article's, or a common one."""
    asked = [s for s in statements if s.is_question]
    if rng.random() < 1 / 3:
        write_sentence(section, article, rng.choice(statements))
        section.write(" ")
    if asked and rng.random() < 1 / 3:
        write_sentence(section, article, rng.choice(asked))
    else:
        section.write(rng.choice(load_lines("questions")))


def _write_answer(
    section: Section, article: AnnotatedArticle, statements: Sequence[Statement], rng: random.Random, separator: str
) -> None:
    """Write one or more sentences, in one paragraph or two."""
    answers = [s for s in statements if not s.is_question] or statements
    chosen = rng.sample(answers, min(len(answers), rng.randint(1, _MAX_SENTENCES)))
    for i, statement in enumerate(chosen):
        if i:
            section.write("\n\n" if separator == "\n\n" and rng.random() < _GOES_ON else " ")
        write_sentence(section, article, statement)
