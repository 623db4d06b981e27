"""Read the turns of transcripts, interviews and subtitles from their lines: each begins with the label of a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import pronouns
from quotekit.english.verb_classes import saying_kind
from quotekit.english.words import is_given_name
from quotekit.text import Bounds, TextIndex

__all__ = ["Turn", "find_turns"]

_MAX_LABEL_CHARS = 80
_MAX_LABEL_WORDS = 6
# "[10:22] ", "(00:10:22) ", "10:22 "
_TIME = r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]?"
_LABEL = re.compile(
    rf"""
    [^\S\n]{{0,30}} (?: >{{1,3}} [^\S\n]{{0,30}} )?           # ">> " of subtitles
    (?: {_TIME} [^\S\n]{{0,30}} (?: [-–—] [^\S\n]{{0,30}} )? )?
    [*_]{{0,3}}
    (?:
      (?P<letter> [QA] ) (?: (?P<letter_colon> : ) | [.)] ) (?= [*_]{{0,3}} \s )
    | (?P<name> [^\W\d_] [^:\n()\[\]<>*“”"„«»?!]{{0,{_MAX_LABEL_CHARS}}}? )
      [^\S\n]{{0,30}} (?: [(\[] [^()\[\]\n]{{1,40}} [)\]] )?  # "(Harbour West)", "(10:22)"
      [*_]{{0,3}} (?P<colon> : ) (?! // | \d )
    )
    [*_]{{0,3}} [^\S\n]{{0,30}}
    """,
    re.VERBOSE,
)
# Lines that are not speech: "(Applause.)", "[Music]", "Ms LOWE interjecting—", "* * *".
_DIRECTION = re.compile(
    r"""
    \s{0,9} (?: [(\[] [^()\[\]\n]{0,400} [)\]] [.*]?
          | [*_] [(\[]? [^*_\n]{0,400} [*_]
          | [^\W\d_a-z] [^\n.!?:]{0,60} \w ing [—–]
          | [\W_]{1,40}
        ) \s{0,9}
    """,
    re.VERBOSE,
)
# Subtitle numbers and times.
_SUBTITLE_TIME = re.compile(r"\s{0,9}(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[^\S\n]{0,30}-->[^\n]{0,400}")
_SUBTITLE_NUMBER = re.compile(r"\s{0,9}\d{1,6}\s{0,9}")
_TIME_LINE = re.compile(rf"\s{{0,9}}{_TIME}\s{{0,9}}")
_SILENT = (_DIRECTION, _TIME_LINE)
_SILENT_IN_SUBTITLES = (_SUBTITLE_TIME, _SUBTITLE_NUMBER)
_LINE = re.compile(r"[^\n]+")
_SPOKEN_START = re.compile(r"[\"“‘'«(\[—–.… ¿¡-]{0,40}[^\Wa-z_]")
_SENTENCE_END = re.compile(r"[.!?…—–-][\"”’»)\]]*\Z")
_QUESTION = re.compile(r"\?[\"”’»)\]]*(?:\s|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
_PARTICIPANTS = pronouns("subject", "object", "determiner", persons=(1, 2))
# Lower-case words that labels may contain: "Head of the union", "Juan de la Cruz".
_MAX_LOWER_WORDS = 3
_MAX_ROLE_WORDS = 4
_MIN_SPOKEN_SHARE = 2 / 3
# A line with one of these is a clause rather than a label.
_FINITE = frozenset(("are", "be", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will", "would"))
# Label lines farther apart do not belong to a transcript.
_MAX_LINES_APART = 12


@attrs.frozen
class Turn:
    """The words of one speaker in a transcript until the next one speaks. All offsets are character offsets."""

    #: Bounds of the words that name the speaker.
    label: Bounds
    #: Bounds of the colon after the label; None if there is none.
    colon: Bounds | None
    #: Bounds of the spoken text, one pair for each paragraph.
    pieces: tuple[Bounds, ...]
    #: Offset of the label's line.
    start: int

    @property
    def end(self) -> int:
        """Offset after the last spoken word."""
        return self.pieces[-1][1] if self.pieces else self.label[1]

    def name(self, index: TextIndex) -> str:
        """Return the case-folded label."""
        return index.text[slice(*self.label)].casefold()


def find_turns(index: TextIndex, people: Sequence[int] = ()) -> tuple[Turn, ...]:
    r"""
    Find the turns of the transcripts in a text.

    Args:
        index: The text.

        people: Offsets of people's names, in text order.

    Returns:
        The turns in text order; none if the labeled lines are not a transcript, but a list of prices, for example.

    Example:
        >>> index = TextIndex("Q. Was it cold?\nA. It was. We kept moving.\n(Laughter.)")
        >>> [(index.text[slice(*turn.label)], index.text[slice(*turn.pieces[0])]) for turn in find_turns(index)]
        [('Q', 'Was it cold?'), ('A', 'It was. We kept moving.')]
    """
    names = frozenset(people)
    found: list[Turn] = []
    for run in _runs(index, list(_lines(index))):
        if _is_transcript(index, run, names):
            counts = Counter(turn.name(index) for turn in run)
            found += (turn if counts[turn.name(index)] > 1 else _without_prose(index, turn) for turn in run)
            continue
        for part in _split(index, run):
            if _is_transcript(index, part, names):
                found += part
    return tuple(turn for turn in found if turn.pieces)


@attrs.frozen
class _Line:
    """A line of a text, with its label if it has one."""

    start: int
    end: int
    label: Bounds | None
    colon: Bounds | None
    #: Offset of its first word.
    words: int
    #: Whether it is something other than speech.
    silent: bool


def _lines(index: TextIndex) -> Iterator[_Line]:
    """Yield the lines that are not blank."""
    text = index.text
    subtitled = "-->" in text
    for found in _LINE.finditer(text):
        if found.group().isspace():
            continue
        start, end = found.span()
        patterns = (*_SILENT, *_SILENT_IN_SUBTITLES) if subtitled else _SILENT
        silent = any(pattern.fullmatch(text, start, end) for pattern in patterns)
        label = None if silent else _LABEL.match(text, start, end)
        if label and (label["letter"] or _may_be_label(label["name"])):
            kind = "letter" if label["letter"] else "name"
            colon = "letter_colon" if label["letter"] else "colon"
            yield _Line(start, end, label.span(kind), label.span(colon) if label[colon] else None, label.end(), silent)
        else:
            yield _Line(start, end, None, None, start, silent)


def _may_be_label(words: str) -> bool:
    """Return whether words look like a speaker's label rather than speech: few words, most of them capitalized."""
    found = words.split()
    lower = [word for word in found if word[0].islower()]
    if len(found) > _MAX_LABEL_WORDS or not found[0][0].isupper():
        return False
    if words.rstrip() != words.rstrip(".,;—–-") and len(found) > 1:
        return False
    is_clause = any(word in _FINITE or saying_kind(cue_lemma(word)) for word in lower)
    return not is_clause and len(lower) <= _MAX_LOWER_WORDS


def _runs(index: TextIndex, lines: Sequence[_Line]) -> Iterator[list[Turn]]:
    """Yield the turns of each stretch of text whose labeled lines are close together."""
    labelled = [number for number, line in enumerate(lines) if line.label]
    run: list[Turn] = []
    for place, number in enumerate(labelled):
        following = labelled[place + 1] if place + 1 < len(labelled) else None
        is_last = following is None or following - number > _MAX_LINES_APART
        end = min(len(lines), number + _MAX_LINES_APART) if following is None or is_last else following
        turn = _read_turn(index, lines[number:end], is_last=is_last)
        run.append(turn)
        if is_last:
            yield run
            run = []


def _read_turn(index: TextIndex, lines: Sequence[_Line], *, is_last: bool) -> Turn:
    """Read the turn that begins with the first line; the end of the last turn of a run is not known."""
    first = lines[0]
    assert first.label is not None  # noqa: S101
    pieces: list[Bounds] = []
    fresh = True
    for line in lines:
        bounds = None if line.silent else index.strip(line.words, line.end)
        if bounds is None:
            fresh = True
            continue
        is_wrapped = bool(pieces) and not fresh and index.block_of(line.start) == index.block_of(pieces[-1][1] - 1)
        if is_wrapped:
            pieces[-1] = (pieces[-1][0], bounds[1])
        elif not pieces or not is_last or _is_conversational(index, bounds):
            pieces.append(bounds)
        else:
            break
        fresh = False
    return Turn(first.label, first.colon, tuple(pieces), first.start)


def _split(index: TextIndex, turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """Split a run after each turn that may be followed by prose, and yield the parts without that prose."""
    part: list[Turn] = []
    for turn in turns:
        part.append(_without_prose(index, turn))
        if part[-1] != turn:
            yield part
            part = []
    yield part


def _without_prose(index: TextIndex, turn: Turn) -> Turn:
    """Return a turn cut off before the first paragraph, other than its opening one, that does not look like speech."""
    spoken = takewhile(lambda piece: not _is_prose(index, piece), turn.pieces[1:])
    return attrs.evolve(turn, pieces=(*turn.pieces[:1], *spoken))


def _is_transcript(index: TextIndex, turns: Sequence[Turn], people: frozenset[int]) -> bool:
    """Return whether turns form a conversation."""
    names = Counter(turn.name(index) for turn in turns)
    spoken = [turn for turn in turns if _is_spoken(index, turn)]
    if len(names) < 2 or len(spoken) < _MIN_SPOKEN_SHARE * len(turns):  # noqa: PLR2004
        return False
    is_prose = any(_is_prose(index, piece) for turn in turns for piece in turn.pieces[1:])
    repeated = sum(count > 1 for count in names.values())
    if is_prose and repeated < 2:  # noqa: PLR2004
        return False
    if "q" in names:
        return any(_QUESTION.search(index.text, *turn.pieces[0]) for turn in spoken if turn.name(index) == "q")
    if "a" in names or not any(_is_conversational(index, piece) for turn in spoken for piece in turn.pieces):
        return False
    persons = [_is_person(index, turn, people) for turn in turns]
    return all(persons) or _has_answer(index, turns) or (repeated > 1 and any(persons))


def _is_prose(index: TextIndex, bounds: Bounds) -> bool:
    """Return whether a paragraph without a label may be the writer's."""
    return not _is_conversational(index, bounds)


def _is_spoken(index: TextIndex, turn: Turn) -> bool:
    """Return whether a turn consists of sentences."""
    if not turn.pieces:
        return False
    start, end = turn.pieces[0][0], turn.pieces[-1][1]
    return bool(index.match_after(_SPOKEN_START, start) and index.search_before(_SENTENCE_END, end, 5))


def _is_conversational(index: TextIndex, bounds: Bounds) -> bool:
    """Return whether words contain a question, or a first- or second-person pronoun."""
    if _QUESTION.search(index.text, *bounds):
        return True
    return any(
        word.group().lower() in _PARTICIPANTS and not index.is_quoted(word.start())
        for word in _WORD.finditer(index.text, *bounds)
    )


def _has_answer(index: TextIndex, turns: Sequence[Turn]) -> bool:
    """Return whether a question is followed by a turn of another speaker, and all labels are short."""
    if any(len(turn.name(index).split()) > _MAX_ROLE_WORDS for turn in turns):
        return False
    return any(
        turn.pieces and index.search_before(_QUESTION, turn.end, 3) and turn.name(index) != following.name(index)
        for turn, following in pairwise(turns)
    )


def _is_person(index: TextIndex, turn: Turn, people: frozenset[int]) -> bool:
    """Return whether a label names a person or an office: "Mary Lowe", "Mr RASK", "THE CHAIRMAN"."""
    words = [word.group() for word in _WORD.finditer(index.text, *turn.label)]
    if not people.isdisjoint(range(*turn.label)) or is_given_name(words[0]):
        return True
    return len(words) > 1 and (words[0].lower() in _titles() or words[0].lower() == "the")


@cache
def _titles() -> frozenset[str]:
    abbreviated = (line.partition(" ")[0] for line in load_words("abbreviated_titles"))
    return load_words("courtesy_titles") | frozenset(abbreviated)
