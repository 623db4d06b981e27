r"""
One markup for sentences that carry their own answers.

A mark is ``{label words}``: the label says what the words are, and the words stay in the text. Marks can be nested, but
cannot cross. ::

    {t “It is late,”} {s Ida Holm} {c told} {a reporters}.
    {s1 Holm} {c1 said} {t1 that {s2 Dray} {c2 knew} {t2 it}}.
    Ida Holm left. {s She=Ida Holm} said {t so}. {s2 The bank=Reef Bank:organization} agreed.

A label is a role, and a number where the marks of several attributions or clusters have to be told apart; without a
number it is the first. Marks with the same role and number are the pieces of one part.

An answer may follow the words after ``=``. ``|`` is an edge: an offset inside the mark that belongs to what is marked.
``\`` before a character makes it text; ``{``, ``}``, ``|``, ``=`` and ``\`` need it everywhere. Whatever breaks these
rules raises a :class:`MarkupError`, so that no test checks less than it seems to.

=============== ====================== ==================================== ===============================
role            what is marked         answer                               edges
=============== ====================== ==================================== ===============================
``s``           source                 the speaker: ``name``,
                                       ``name:kind``, ``-:kind`` for one
                                       without a name, ``?`` for none
``c``           cue
``t``           content                the speaker, if there is no source
``a``           addressee
``m``           mention of a name      kind; none if it cannot be told      before the name, after titles
``q``           quotation              ``continued`` if it continues one    after the opening mark and
                                       of the paragraph before              before the closing mark
``cluster``     mention in a cluster
                of coreferences
``entity``      entity of a spaCy Doc  label
``credit``      name in a credit       role
``dateline``    dateline
``boilerplate`` text of no story
``sentence``    sentence, line or
``line``        paragraph, marked for
``paragraph``   where it begins
=============== ====================== ==================================== ===============================
"""

from __future__ import annotations

import re
from collections import deque

import attrs

from quotekit.records import Spans

__all__ = ["ROLES", "Mark", "Marked", "MarkupError", "escape", "parse", "write"]

#: The roles that a label can name.
ROLES = frozenset(
    (*"sctamq", "cluster", "entity", "credit", "dateline", "boilerplate", "sentence", "line", "paragraph")
)

_SIGN = re.compile(
    r"""
    \\ (?P<escaped> .)                            # a character that is text
    | \{ (?P<role> [a-z]+ ) (?P<number> \d* ) [ ]  # a mark begins
    | [{}|=\\]                                    # it ends, or has an edge or an answer; or something is wrong
    """,
    re.VERBOSE | re.DOTALL,
)


class MarkupError(ValueError):
    """A text is not marked as this module documents it."""

    def __init__(self, markup: str, at: int, problem: str) -> None:
        super().__init__(f"{problem} at {at} of {markup!r}")


@attrs.frozen
class Mark:
    """Words of a text with their label and answer."""

    #: What the words are; one of :data:`ROLES`.
    role: str
    #: Offset of the first character.
    start: int
    #: Offset after the last character.
    end: int
    #: Which attribution or cluster it is of.
    number: int = 1
    #: What must be found of it; None if the mark does not say.
    answer: str | None = None
    #: Offsets inside the mark, in order.
    edges: tuple[int, ...] = ()

    @property
    def bounds(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end


@attrs.frozen
class Marked:
    """A text without its markup, and its marks."""

    #: The text.
    text: str
    #: The marks in the order in which they begin, outer before inner.
    marks: tuple[Mark, ...] = ()

    def of(self, role: str, number: int | None = None) -> tuple[Mark, ...]:
        """Return the marks of a role, of one number or of all."""
        return tuple(mark for mark in self.marks if mark.role == role and number in (None, mark.number))

    def bounds(self, role: str, number: int | None = None) -> list[tuple[int, int]]:
        """Return start and end of the marks of a role, of one number or of all."""
        return [mark.bounds for mark in self.of(role, number)]

    def spans(self, role: str, number: int | None = None) -> Spans:
        """Return the words marked with a role as spans, those of one number or of all."""
        return Spans.of(self.text, self.bounds(role, number))

    def words(self, mark: Mark) -> str:
        """Return the words of a mark."""
        return self.text[mark.start : mark.end]

    def numbers(self, *roles: str) -> list[int]:
        """Return the numbers that marks of some roles have, in ascending order."""
        return sorted({mark.number for mark in self.marks if mark.role in roles})


@attrs.define
class _Open:
    """A mark that has not ended yet."""

    role: str
    number: int
    start: int
    edges: list[int] = attrs.field(factory=list)
    answer_start: int | None = None


class _Reader:
    """Reads one marked text."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.text = ""
        self.open: list[tuple[int, _Open]] = []
        self.marks: list[Mark | None] = []

    def read(self) -> Marked:
        """Return the text and its marks."""
        last = 0
        for sign in _SIGN.finditer(self.markup):
            self.text += self.markup[last : sign.start()]
            last = sign.end()
            if sign["escaped"]:
                self.text += sign["escaped"]
            elif sign["role"]:
                self._begin(sign)
            else:
                self._close_or_divide(sign)
        self.text += self.markup[last:]
        if self.open:
            raise MarkupError(self.markup, len(self.markup), "a mark does not end")
        return Marked(self.text, tuple(mark for mark in self.marks if mark is not None))

    def _begin(self, sign: re.Match[str]) -> None:
        if sign["role"] not in ROLES:
            raise MarkupError(self.markup, sign.start(), f"there is no role {sign['role']!r}")
        if self.open and self.open[-1][1].answer_start is not None:
            raise MarkupError(self.markup, sign.start(), "a mark begins in an answer")
        self.open.append((len(self.marks), _Open(sign["role"], int(sign["number"] or 1), len(self.text))))
        self.marks.append(None)

    def _close_or_divide(self, sign: re.Match[str]) -> None:
        if sign.group() in "{\\":
            raise MarkupError(self.markup, sign.start(), "a sign stands alone")
        if not self.open:
            raise MarkupError(self.markup, sign.start(), "no mark has begun")
        place, mark = self.open[-1]
        if sign.group() == "}":
            self.open.pop()
            self.marks[place] = self._finish(mark)
        elif mark.answer_start is not None:
            raise MarkupError(self.markup, sign.start(), "an answer has a sign in it")
        elif sign.group() == "|":
            mark.edges.append(len(self.text))
        else:
            mark.answer_start = len(self.text)

    def _finish(self, mark: _Open) -> Mark:
        answer = None
        if mark.answer_start is not None:
            answer, self.text = self.text[mark.answer_start :], self.text[: mark.answer_start]
        return Mark(mark.role, mark.start, len(self.text), mark.number, answer, tuple(mark.edges))


def parse(markup: str) -> Marked:
    """
    Read a marked text.

    Args:
        markup: The text with its marks.

    Returns:
        The text without them, and the marks.

    Raises:
        MarkupError: If it is not marked as the module documents it.

    Example:
        >>> marked = parse("{s She=Ida Holm} {c said} {t it was late}.")
        >>> marked.text, marked.spans("t").text, marked.of("s")[0].answer
        ('She said it was late.', 'it was late', 'Ida Holm')
    """
    return _Reader(markup).read()


def escape(text: str) -> str:
    r"""
    Return a text as markup without marks.

    Example:
        >>> print(escape("{a|b}"))
        \{a\|b\}
    """
    return re.sub(r"([{}|=\\])", r"\\\1", text)


def write(marked: Marked) -> str:
    """
    Write a text with its marks.

    Args:
        marked: The text and its marks.

    Returns:
        Markup that :func:`parse` reads as the same.

    Raises:
        ValueError: If marks cross, or an edge is not in its own mark's words.

    Example:
        >>> write(Marked("She left.", (Mark("s", 0, 3, answer="Ida Holm"), Mark("c", 4, 8, 2))))
        '{s She=Ida Holm} {c2 left}.'
    """
    left = deque(marked.marks)
    written = _write(marked.text, Mark("", 0, len(marked.text)), left)
    if left:
        message = f"marks cross, or are not in order: {left[0]}"
        raise ValueError(message)
    return written


def _write(text: str, outer: Mark, left: deque[Mark]) -> str:
    """Write the words of a mark, with the marks inside it, which are taken from those left to write."""
    written, at = "", outer.start
    edges = deque(outer.edges)
    while True:
        inner = left[0] if left and at <= left[0].start and left[0].end <= outer.end else None
        end = outer.end if inner is None else inner.start
        while edges and at <= edges[0] <= end:
            edge = edges.popleft()
            written += escape(text[at:edge]) + "|"
            at = edge
        written += escape(text[at:end])
        if inner is None:
            break
        left.popleft()
        written += _label(inner) + _write(text, inner, left) + _answer(inner) + "}"
        at = inner.end
    if edges:
        message = f"an edge is not among the words of its own mark: {edges[0]}"
        raise ValueError(message)
    return written


def _label(mark: Mark) -> str:
    return f"{{{mark.role}{'' if mark.number == 1 else mark.number} "


def _answer(mark: Mark) -> str:
    return "" if mark.answer is None else f"={escape(mark.answer)}"
