"""The markup of sentences that carry their own answers."""

from __future__ import annotations

import doctest
from itertools import accumulate

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import markup
from tests.markup import ROLES, Mark, Marked, MarkupError, escape, parse, write
from tests.strategies import any_texts, texts


@attrs.frozen
class Piece:
    """Plain text, or a mark with pieces inside, as it is written by hand."""

    text: str = ""
    role: str = ""
    number: int = 1
    answer: str | None = None
    inside: tuple[Piece, ...] = ()
    #: Before which of the pieces inside there is an edge.
    edges: tuple[int, ...] = ()

    def words(self) -> str:
        """Return its text without markup."""
        return self.text + "".join(piece.words() for piece in self.inside)

    def markup(self) -> str:
        """Return it as markup."""
        if not self.role:
            return "".join(f"\\{letter}" if letter in "{}|=\\" else letter for letter in self.text)
        inside = "".join("|" * self.edges.count(i) + piece.markup() for i, piece in enumerate(self.inside))
        answer = "" if self.answer is None else "=" + Piece(self.answer).markup()
        return f"{{{self.role}{self.number} {inside}{answer}}}"

    def marks(self, at: int) -> list[Mark]:
        """Return its marks, if it begins at an offset."""
        starts = list(accumulate((len(piece.words()) for piece in self.inside), initial=at))
        edges = tuple(starts[i] for i in self.edges)
        inside = [mark for i, piece in enumerate(self.inside) for mark in piece.marks(starts[i])]
        own = [Mark(self.role, at, starts[-1], self.number, self.answer, edges)] if self.role else []
        return own + inside


@st.composite
def marks_around(draw: st.DrawFn, inside: st.SearchStrategy[Piece]) -> Piece:
    """Draw a mark with pieces inside."""
    pieces = tuple(draw(st.lists(inside, max_size=4)))
    edges = draw(st.lists(st.integers(0, len(pieces) - 1), max_size=2).map(sorted)) if pieces else []
    role = draw(st.sampled_from(sorted(ROLES)))
    return Piece("", role, draw(st.integers(1, 12)), draw(st.none() | any_texts()), pieces, tuple(edges))


def pieces() -> st.SearchStrategy[list[Piece]]:
    """Draw plain text and marks, one after another."""
    return st.lists(st.recursive((any_texts() | texts()).map(Piece), marks_around, max_leaves=8), max_size=4)


class TestParse:
    """parse()."""

    @pytest.mark.parametrize(
        ("marked", "text", "marks"),
        [
            ("", "", []),
            ("It rained.", "It rained.", []),
            ("{s Holm} left.", "Holm left.", [Mark("s", 0, 4)]),
            ("{s2 Holm}{c2 :} {t2 no}", "Holm: no", [Mark("s", 0, 4, 2), Mark("c", 4, 5, 2), Mark("t", 6, 8, 2)]),
            ("{t1 {s2 he} {t2 left}}", "he left", [Mark("t", 0, 7), Mark("s", 0, 2, 2), Mark("t", 3, 7, 2)]),
            ("{s12 She=Ida Holm}", "She", [Mark("s", 0, 3, 12, "Ida Holm")]),
            ("{t {s He=?} left=-:group}", "He left", [Mark("t", 0, 7, 1, "-:group"), Mark("s", 0, 2, 1, "?")]),
            ("{m Dr. |Holm=person}", "Dr. Holm", [Mark("m", 0, 8, 1, "person", (4,))]),
            ("{q “|{q ‘|No|’}|”}", "“‘No’”", [Mark("q", 0, 6, edges=(1, 5)), Mark("q", 1, 5, edges=(2, 4))]),
            ("{dateline }{t =}", "", [Mark("dateline", 0, 0), Mark("t", 0, 0, answer="")]),
            (r"\{s Holm\} {c \=\|\\\a=\}}", r"{s Holm} =|\a", [Mark("c", 9, 13, 1, "}")]),
        ],
        ids=[
            "nothing", "no mark", "mark", "numbers", "nested", "answer", "answers", "edge", "edges", "empty", "escaped"
        ],
    )  # fmt: skip
    def test_reads_marks(self, marked: str, text: str, marks: list[Mark]) -> None:
        """The markup is taken out, and the marks have offsets in the text that is left."""
        assert Marked(text, tuple(marks)) == parse(marked)

    @pytest.mark.parametrize(
        "marked",
        [
            "{s Holm",
            "Holm}",
            "a|b",
            "a=b",
            "{Holm}",
            "{s}",
            "{s\nHolm}",
            "{x Holm}",
            "{S Holm}",
            "{s She=Ida=Holm}",
            "{s She=Ida|Holm}",
            "{s She={s2 Holm}}",
            "{s Holm}}",
            "Holm\\",
        ],
    )
    def test_refuses_unclear_markup(self, marked: str) -> None:
        """Markup that is not as documented is an error, lest a test check less than it seems to."""
        with pytest.raises(MarkupError):
            parse(marked)

    def test_examples(self) -> None:
        """The examples of the documentation are right."""
        tried = doctest.testmod(markup)

        assert (0, True) == (tried.failed, tried.attempted > 0)

    @given(pieces())
    def test_strips_any_marks(self, some: list[Piece]) -> None:
        """Whatever is marked in whatever text, the text and the marks are as they were written."""
        text = "".join(piece.words() for piece in some)
        starts = accumulate((len(piece.words()) for piece in some), initial=0)
        marks = [mark for piece, start in zip(some, starts, strict=False) for mark in piece.marks(start)]

        assert Marked(text, tuple(marks)) == parse("".join(piece.markup() for piece in some))

    @given(texts() | st.text("{}|=\\s1 ", max_size=12))
    def test_reads_or_refuses_any_text(self, text: str) -> None:
        """Any text is read as what writes it again, or refused."""
        try:
            marked = parse(text)
        except MarkupError:
            assert set(text) & set("{}|=\\")
        else:
            assert marked == parse(write(marked))


class TestWrite:
    """write() and escape()."""

    def test_writes_marks(self) -> None:
        """The first number is not written."""
        marked = "{t “{s2 He=Bo \\= Dray} {c2 left},”} said {m Dr. |Holm=person}."

        assert marked == write(parse(marked))

    @given(pieces())
    def test_round_trip(self, some: list[Piece]) -> None:
        """Markup that is written is read as the same marks."""
        marked = parse("".join(piece.markup() for piece in some))

        assert marked == parse(write(marked))

    @given(any_texts() | texts())
    def test_escapes_any_text(self, text: str) -> None:
        """Escaped text has no marks."""
        assert Marked(text) == parse(escape(text))
        assert escape(text) == write(Marked(text))

    @pytest.mark.parametrize(
        "marks",
        [
            [Mark("s", 0, 4), Mark("t", 2, 6)],
            [Mark("s", 4, 6), Mark("t", 0, 2)],
            [Mark("s", 4, 20)],
            [Mark("q", 0, 9, edges=(2,)), Mark("m", 1, 4)],
            [Mark("q", 0, 4, edges=(6,))],
        ],
        ids=["crossing", "not in order", "outside", "edge in another mark", "edge outside"],
    )
    def test_refuses_what_cannot_be_marked(self, marks: list[Mark]) -> None:
        """Marks that no markup has are an error."""
        with pytest.raises(ValueError, match="mark"):
            write(Marked("It rained.", tuple(marks)))


class TestMarked:
    """Marked."""

    MARKED = parse("{t2 “It is,”} {s2 she=Ida Holm} said. {s1 Dray} {c1 said} {t1 not}, {t2 “late.”}")

    def test_finds_marks_by_role_and_number(self) -> None:
        """Marks are found by their role, and by their number if it is given."""
        assert ["she", "Dray"] == [self.MARKED.words(mark) for mark in self.MARKED.of("s")]
        assert ["she"] == [self.MARKED.words(mark) for mark in self.MARKED.of("s", 2)]
        assert [(9, 12)] == self.MARKED.bounds("s", 2)
        assert ((), []) == (self.MARKED.of("c", 2), self.MARKED.bounds("a"))

    def test_has_spans(self) -> None:
        """The pieces of a part are spans of the text."""
        assert [(0, 8, "“It is,”"), (34, 41, "“late.”")] == [
            (span.start, span.end, span.text) for span in self.MARKED.spans("t", 2)
        ]

    def test_has_numbers(self) -> None:
        """The numbers of some roles are given in ascending order, each once."""
        assert ([1, 2], [1], []) == (
            self.MARKED.numbers("s", "t"),
            self.MARKED.numbers("c"),
            self.MARKED.numbers("m"),
        )
