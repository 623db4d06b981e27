"""Quotation marks: how each kind is paired, what is no quotation mark, and what happens when marks are lost."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text import Quotation, pair_marks
from tests.strategies import marked_texts, texts

OPENING = frozenset((*"\"＂″“‟”„«»「｢『﹁﹃〝❝'＇`´‘‛’‚‹›❛", "``", "''", "‘‘", "’’", "´´"))
CLOSING = frozenset((*"\"＂″“‟”«»」｣』﹂﹄〞〟❞'＇`´‘‛’‹›❜", "``", "''", "‘‘", "’’", "´´"))


class MarkingError(ValueError):
    """The expected quotations of a sentence are not marked as :func:`parse` reads them."""


@attrs.define
class Draft:
    """A quotation while its marking is read."""

    start: int
    continues: bool
    edges: list[int] = attrs.field(factory=list)

    def finish(self, end: int, depth: int) -> Quotation:
        """The quotation, if its marking has one or two edges and both marks have characters."""
        inner_start, *rest = self.edges or [self.start]
        if len(rest) > 1 or inner_start == self.start or rest == [end]:
            raise MarkingError(self)
        return Quotation(self.start, end, inner_start, rest[0] if rest else end, depth, bool(rest), self.continues)


def parse(marked: str) -> tuple[str, tuple[Quotation, ...]]:
    """
    Read a text in which the expected quotations are marked.

    ⟦“|Yes.|”⟧ is a quotation, ⟦“|Yes.⟧ one without a closing mark, ⟦+“|Yes.|”⟧ one that continues the paragraph before.
    Anything else with one of these signs raises a MarkingError.
    """
    text = ""
    stack: list[Draft] = []
    found: list[Quotation] = []
    for piece in re.split(r"(⟦\+?|\||⟧)", marked):
        if piece.startswith("⟦"):
            stack.append(Draft(len(text), continues=piece.endswith("+")))
        elif piece in ("|", "⟧") and not stack:
            raise MarkingError(marked)
        elif piece == "|":
            stack[-1].edges.append(len(text))
        elif piece == "⟧":
            found.append(stack.pop().finish(len(text), len(stack)))
        else:
            text += piece
    if stack:
        raise MarkingError(marked)
    return text, tuple(sorted(found, key=lambda quotation: quotation.start))


class TestParse:
    """The helper that reads marked sentences."""

    def test_reads(self) -> None:
        """Signs are taken out, and offsets count the characters that are left."""
        expected = (
            'He: "A ‘b’" “c',
            (
                Quotation(start=4, end=11, inner_start=5, inner_end=10, depth=0, closed=True),
                Quotation(start=7, end=10, inner_start=8, inner_end=9, depth=1, closed=True),
                Quotation(start=12, end=14, inner_start=13, inner_end=14, depth=0, closed=False, continues=True),
            ),
        )

        assert expected == parse('He: ⟦"|A ⟦‘|b|’⟧|"⟧ ⟦+“|c⟧')

    @pytest.mark.parametrize(
        "marked",
        ['⟦"|a|"', '"|a', "a⟧", "⟦“a”⟧", "⟦“|a|”|⟧", "⟦|a|”⟧", "⟦“|a|⟧"],
        ids=["left-open", "edge-outside", "end-outside", "no-edge", "third-edge", "no-opening", "no-closing"],
    )
    def test_is_strict(self, marked: str) -> None:
        """A marking that says nothing clear is an error, lest a test check less than it seems to."""
        with pytest.raises(MarkingError):
            parse(marked)


STYLES = {
    "straight": '⟦"|The bridge is safe,|"⟧ the mayor said.',
    "curly": "⟦“|The bridge is safe,|”⟧ the mayor said.",
    "single-straight": "⟦'|The bridge is safe,|'⟧ the mayor said.",
    "single-curly": "⟦‘|The bridge is safe,|’⟧ the mayor said.",
    "guillemets": "⟦«|The bridge is safe,|»⟧ the mayor said.",
    "guillemets-inwards": "⟦»|The bridge is safe,|«⟧ the mayor said.",
    "guillemets-one-way": "⟦»|The bridge is safe,|»⟧ the mayor said.",
    "guillemets-spaced": "⟦«|\u00a0The bridge is safe\u00a0|»⟧, said the mayor. ⟦«| Quite safe! |»⟧",
    "guillemets-single": "⟦‹|The bridge is safe,|›⟧ the mayor said.",
    "guillemets-single-inwards": "⟦›|The bridge is safe,|‹⟧ the mayor said.",
    "low-high": "⟦„|The bridge is safe,|“⟧ the mayor said.",
    "low-high-polish": "⟦„|The bridge is safe,|”⟧ the mayor said.",
    "low-high-single": "⟦‚|The bridge is safe,|‘⟧ the mayor said.",
    "right-right": "⟦”|The bridge is safe,|”⟧ the mayor said.",
    "corner": "⟦「|The bridge is safe,|」⟧ the mayor said of the ⟦『|Old Lady|』⟧.",
    "corner-halfwidth": "⟦｢|The bridge is safe,|｣⟧ the mayor said.",
    "corner-upright": "⟦﹁|The bridge is safe,|﹂⟧ the mayor said.",
    "double-prime": "⟦〝|The bridge is safe,|〞⟧ the mayor said, ⟦〝|quite safe.|〟⟧",
    "full-width": "⟦＂|The bridge is safe,|＂⟧ the mayor said. ⟦＇|Quite.|＇⟧",
    "ornaments": "⟦❝|The bridge is safe,|❞⟧ the mayor said. ⟦❛|Quite.|❜⟧",
    "prime": "⟦″|The bridge is safe,|″⟧ the mayor said.",
    "grave-and-apostrophe": "⟦`|The bridge is safe,|'⟧ the mayor said.",
    "graves": "⟦`|The bridge is safe,|`⟧ the mayor said of ⟦``|it.|``⟧",
    "doubled-grave-and-apostrophe": "⟦``|The bridge is safe,|''⟧ the mayor said.",
    "doubled-grave-and-straight": '⟦``|The bridge is safe,|"⟧ the mayor said.',
    "doubled-apostrophes": "⟦''|The bridge is safe,|''⟧ the mayor said.",
    "doubled-curly-singles": "⟦‘‘|The bridge is safe,|’’⟧ the mayor said.",
    "doubled-acutes": "⟦´´|The bridge is safe,|´´⟧ the mayor said. ⟦´|Quite.|´⟧",
    "reversed": "⟦‟|The bridge is safe,|”⟧ the mayor said. ⟦‛|Quite.|’⟧",
    "curly-then-straight": '⟦“|The bridge is safe,|"⟧ the mayor said. ⟦"|Quite safe.|”⟧',
    "curly-both-opening": "⟦“|The bridge is safe,|“⟧ the mayor said.",
    "single-curly-then-straight": "⟦“|He told me ⟦‘|not yet.|'⟧|”⟧",
    "curly-then-doubled": "The ⟦“|bridge|''⟧ is a ferry.",
    "words": 'They call it ⟦"|safe|"⟧, ⟦"|sound|"⟧ and ⟦"|cheap|"⟧; it is (⟦"|so far|"⟧) none of these.',
    "dashes": '⟦"|The bridge—|"⟧ the mayor began. A clerk—⟦"|it is shut|"⟧—stopped her.',
    "no-space-after": '⟦"|The bridge is safe,|"⟧the mayor said. ⟦“|Quite.|”⟧He left.',
    "no-space-before": 'The mayor said,⟦"|The bridge is safe.|"⟧ She said:⟦“|Quite.|”⟧',
    "side-by-side": '⟦"|Safe?|"⟧⟦"|Quite safe.|"⟧',
    "with-a-dot-first": '⟦"|...and it is safe,|"⟧ she said. (⟦"|…or so they say.|"⟧)',
    "empty": '⟦"||"⟧ is what the form said.',
    "of-punctuation": '⟦"|?|"⟧ was all he wrote. ⟦“|!|”⟧ came back.',
    "in-markup": '<a href=⟦"|/bridge|"⟧ title=⟦"|A bridge|"⟧>here</a>',
    "invisible-neighbours": '\u202a⟦”|The bridge is safe,|”⟧\u200b the mayor said. \ufeff⟦"|Quite.|"⟧\u200b',
    "cut-into-words": '⟦"| The bridge is safe , |"⟧ the mayor said , ⟦"| and cheap . |"⟧',
    "cut-into-words-curly": "⟦“| The bridge is ⟦‘| safe |’⟧ , |”⟧ the mayor said .",
}

NESTED = {
    "single-in-double": "⟦\"|I read ⟦'|shut|'⟧ on the gate,|\"⟧ she said.",
    "single-in-double-curly": "⟦“|I read ⟦‘|shut|’⟧ on the gate,|”⟧ she said.",
    "double-in-single": "⟦'|I read ⟦\"|shut|\"⟧ on the gate,|'⟧ she said.",
    "double-in-single-curly": "⟦‘|I read ⟦“|shut|”⟧ on the gate,|’⟧ she said.",
    "at-the-start": "⟦“|⟦‘|Shut|’⟧ was on the gate,|”⟧ she said.",
    "at-the-end": "⟦\"|On the gate was ⟦'|Shut.|'⟧|\"⟧ She left.",
    "at-both-ends": "⟦“|⟦‘|Shut.|’⟧|”⟧",
    "at-the-end-doubled": "⟦''|On the gate was ⟦'|Shut.|'⟧|''⟧ She left.",
    "three-deep": "⟦“|She said ⟦‘|I read ⟦“|shut|”⟧ there|’⟧ twice,|”⟧ he said.",
    "three-deep-mixed": "⟦«|She said ⟦“|I read ⟦‘|shut|’⟧ there|”⟧ twice,|»⟧ he said.",
    "same-kind": "⟦“|The word ⟦“|shut|”⟧ was on the gate,|”⟧ she said.",
    "same-kind-straight": '⟦"|The word ⟦"|shut|"⟧ was on the gate,|"⟧ she said.',
    "corner": "⟦「|I read ⟦『|shut|』⟧ on the gate,|」⟧ she said.",
    "low-high": "⟦„|I read ⟦‚|shut|‘⟧ on the gate,|“⟧ she said.",
    "curly-in-straight": '⟦"|I read ⟦“|shut|”⟧ on the gate,|"⟧ she said.',
}

APOSTROPHES = {
    "inside-words": "It isn't the mayor's, it’s Rock'n'Roll's; they'd've said ⟦'|so|'⟧.",
    "inside-a-quotation": "⟦'|It isn't the mayor's,|'⟧ she said.",
    "after-a-closing-mark": '⟦"|Safe Bridge|"⟧\'s builders and ⟦“|Old Lady|”⟧’s friends met.',
    "possessive-plural": "The dogs' home and the mayors’ club are shut.",
    "possessive-plural-inside": "⟦‘|The dogs’ home is shut,|’⟧ she said.",
    "possessive-plural-inside-straight": "⟦'|The dogs' home and the boys' club are shut,|'⟧ she said.",
    "possessive-plural-before-a-name": "⟦'|We back the Democrats' Bridge Act,|'⟧ she said.",
    "possessive-of-a-name-in-s": "⟦‘|Mr Jones’ boat and Ms Diaz’ car are gone,|’⟧ she said.",
    "plural-that-closes": "A list of ⟦'|bad roads|'⟧ and ⟦'|worse bridges|'⟧ came out.",
    "plural-that-closes-curly": "⟦‘|Bad Roads|’⟧ and ⟦‘|Worse Bridges|’⟧ are headlines.",
    "elided-start": "'Twas the mayor who told 'em; ’tis her bridge, ‘cause she built it.",
    "elided-start-inside": "⟦'|Get 'em off the bridge,|'⟧ she said. ⟦‘|’Tis safe.|’⟧",
    "elided-end": "⟦'|I'm goin' home to ol' Ma,|'⟧ she said of ⟦''|Smilin' Joe.|''⟧",
    "elided-both": "⟦'|They play rock 'n' roll on it,|'⟧ she said.",
    "capital-word-that-opens": "⟦'|Cause unknown,|'⟧ the report said. The road got a ⟦‘|D-|’⟧.",
    "cut-word-quoted": "He wrote ⟦'|til|'⟧ for until.",
    "decade": "It was built in the '60s, shut in the ’70s and sold in ‘82.",
    "decade-inside": "⟦'|It was built in the '60s,|'⟧ she said.",
    "decade-in-double": '⟦"|It\'s from the \'60s,|"⟧ she said. ⟦"|Or \'72.|"⟧',
    "number-that-opens": "⟦'|20 cars crossed,|'⟧ she said. The ⟦‘|50-year plan|’⟧ failed.",
    "acute-for-apostrophe": "It isn´t the mayor´s, it isn`t.",
    "cut-into-words": "The mayor 's dogs ' home is n't ⟦\"| safe |\"⟧ .",
}

MEASURES = {
    "feet-and-inches": "The 6'2\" mayor, 5’ 11”, crossed in 5'-10 1/2\" boots.",
    "inside": '⟦"|He is 6\'2" tall and I\'m 5\'4",|"⟧ she said.',
    "feet-inside-single": "⟦'|It is 6' wide,|'⟧ she said.",
    "inches-inside": '⟦"|A 12" pipe burst,|"⟧ she said.',
    "inches-outside": 'A 12" pipe and a 3" valve burst.',
    "inches-by-inches": '⟦"|A 12" x 14" board fell,|"⟧ she said.',
    "number-that-closes": '⟦"|It was built in 1912|"⟧ and ⟦"|sold in 19|"⟧ weeks.',
    "minutes-and-seconds": "It lies at 40°26'46\" north.",
}

RUNNING = {
    "curly": "⟦“|It is safe.⟧\n\n⟦+“|It is cheap.⟧\n\n⟦+“|It is ours,|”⟧ she said. ⟦“|Ours.|”⟧",
    "straight": '⟦"|It is safe.⟧\n\n⟦+"|It is cheap,|"⟧ she said.',
    "doubled": "⟦''|It is safe.⟧\n\n⟦+''|It is cheap,|''⟧ she said.",
    "single-curly": "⟦‘|It is safe.⟧\n\n⟦+‘|It is cheap.⟧\n\n⟦+‘|It is ours,|’⟧ she said.",
    "single-straight": "⟦'|It's safe.⟧\n\n⟦+'|It's cheap,|'⟧ she said.",
    "nested": "⟦“|She said, ⟦‘|It is safe.⟧⟧\n\n⟦+“|⟦+‘|It is cheap.|’⟧|”⟧",
    "nested-spaced": "⟦“|She said, ⟦‘|It is safe.⟧⟧\n\n⟦+“|\u00a0⟦+‘|It is cheap.|’⟧|”⟧",
    "single-newlines": "⟦“|It is safe.⟧\n⟦+“|It is cheap.⟧\n⟦+“|It is ours,|”⟧ she said.",
    "single-newlines-straight": '⟦"|It is safe.⟧\n⟦+"|It is cheap,|"⟧ she said.',
    "single-newlines-single": "⟦'|It's safe.⟧\n⟦+'|It's cheap,|'⟧ she said.",
    "indented": "⟦“|It is safe.⟧\n\n    ⟦+“|It is cheap.⟧\n\t⟦+“|It is ours,|”⟧ she said.",
    "carriage-returns": "⟦“|It is safe.⟧\r\n\r\n⟦+“|It is cheap,|”⟧ she said.",
    "paragraph-separator": "⟦“|It is safe.⟧\u2029⟦+“|It is cheap,|”⟧ she said.",
    "blank-line-with-spaces": "⟦“|It is safe.⟧\n \t \n⟦+“|It is cheap,|”⟧ she said.",
    "not-reopened": "⟦“|It is safe.⟧\n\nNobody spoke.\n\n⟦“|It is cheap,|”⟧ she said.",
    "other-mark-first": "⟦“|It is safe.⟧\n\nShe said: ⟦“|It is cheap.|”⟧",
    "wrapped-lines": '⟦"|It is safe and\nit is cheap. It\nis ours,|"⟧ she\nsaid.',
}

LOST = {
    "closing-at-the-end": "She said: ⟦“|It is safe.⟧ ",
    "closing-before-another": '⟦"|It is safe, she said.⟧ ⟦"|It is cheap.|"⟧',
    "closing-before-another-curly": "⟦“|It is safe, she said.⟧ ⟦“|It is cheap.|”⟧",
    "closing-inside": "⟦‘|The gate said ⟦“|shut,⟧|’⟧ she said.",
    "single-closing-inside": "⟦“|The gate said ‘shut,|”⟧ she said.",
    "opening": "It is safe,” she said. ⟦“|It is cheap.|”⟧",
    "opening-straight": 'It is safe," she said. ⟦"|It is cheap.|"⟧',
    "opening-single": "It is safe,' she said. ⟦'|It is cheap.|'⟧",
    "opening-in-the-first-paragraph": "⟦“|It is safe.⟧\n\nIt is cheap,” she said.",
    "both-sides-of-a-paragraph": "It is safe,” she said.\n\n⟦“|It is cheap,⟧",
    "single-opening-alone": "She called 'it safe.",
    "single-curly-alone": "She called ‘it safe.",
    "halved": "⟦''|It is safe,|'⟧ she said. ⟦''|It is cheap.|''⟧",
    "with-its-line": "A walk.\n⟦“|It is safe, she said.⟧\nNobody spoke.\nShe left.\n⟦“|Cheap.|”⟧",
    "last-with-its-line": "A walk.\nA talk.\n⟦“|It is safe, she said.⟧\nNobody spoke.\nShe left.",
    "in-wrapped-lines": "⟦“|It is safe, she\nsaid. Nobody\nspoke, nor did\nshe.⟧",
    "mark-at-the-end": "It is safe, she said. “",
    "mark-at-the-end-closes": "⟦“|It is safe. |“⟧",
    "doubled": "⟦“|It is safe,|”⟧” she said.",
    "doubled-opening": "“⟦“|It is safe,|”⟧ she said.",
    "only-closing": "The bridge” was’ quite» safe」 she said.",
    "line-reopened-later": "Hm.\n⟦“|It is safe.⟧\nWell.\nYes.\n\n⟦“|Cheap.|”⟧",
}

ODD = {
    "nothing": "",
    "one-mark": '"',
    "spaces": " \n\n \n ",
    "no-marks": "The bridge is safe, the mayor said.",
    "null-bytes": '\0⟦"|\0|"⟧\0',
    "lone-surrogates": "\ud83d⟦“|\udc4d|”⟧\ude00",
    "spaced-double": 'It is " safe.',
    "spaced-single-first": "⟦’| safe |’⟧ is what it says.",
    "wrong-way": "⟦”|It is safe|“⟧",
}

CASES = {
    "styles": STYLES,
    "nested": NESTED,
    "apostrophes": APOSTROPHES,
    "measures": MEASURES,
    "running": RUNNING,
    "lost": LOST,
    "odd": ODD,
}
SENTENCES = [
    pytest.param(marked, id=f"{group}-{name}") for group, cases in CASES.items() for name, marked in cases.items()
]


class TestPairMarks:
    """pair_marks() on sentences."""

    @pytest.mark.parametrize("marked", SENTENCES)
    def test_sentence(self, marked: str) -> None:
        """The sentence has just the quotations marked in it."""
        text, expected = parse(marked)

        assert expected == pair_marks(text)

    @pytest.mark.parametrize(
        ("piece", "count"),
        [
            ('"a" ', 10_000),
            ("“‘a’” ", 20_000),
            ("“a ", 10_000),
            ("“a.\n", 10_000),
            ("‘a\n\n", 9_999),
            ("“", 1),
            ("”", 1),
            ("‘a ", 0),
            ("s' a ", 0),
            ("'tis ", 0),
            ("6'2\" ", 0),
        ],
        ids=repr,
    )
    def test_many_marks(self, piece: str, count: int) -> None:
        """Ten thousand marks are read as a few are."""
        assert count == len(pair_marks(piece * 10_000))


def shifted(quotation: Quotation, by: int) -> Quotation:
    """The quotation with its offsets moved."""
    moved = {name: getattr(quotation, name) + by for name in ("start", "inner_start", "inner_end", "end")}
    return attrs.evolve(quotation, **moved)


def encloses(outer: Quotation, inner: Quotation) -> bool:
    """Whether one quotation stands between the marks of another."""
    return outer.inner_start <= inner.start and inner.end <= outer.inner_end


class TestProperties:
    """What holds of pair_marks() for any text at all."""

    @given(texts())
    def test_offsets(self, text: str) -> None:
        """Offsets are in the text and in order, and what is outside stands first."""
        found = pair_marks(text)
        offsets = [(0, q.start, q.inner_start, q.inner_end, q.end, len(text)) for q in found]

        assert [tuple(sorted(o)) for o in offsets] == offsets
        assert sorted(found, key=lambda q: (q.start, -q.end)) == list(found)

    @given(texts())
    def test_marks(self, text: str) -> None:
        """A quotation starts with an opening mark, and ends with a closing one or with its words."""
        found = pair_marks(text)

        assert {text[q.start : q.inner_start] for q in found} <= OPENING
        assert {text[q.inner_end : q.end] for q in found if q.closed} <= CLOSING
        assert [q.end for q in found if not q.closed] == [q.inner_end for q in found if not q.closed]
        assert all(text[q.inner_start : q.inner_end] for q in found if not q.closed)

    @given(marked_texts())
    def test_nesting(self, text: str) -> None:
        """Two quotations are apart or one stands in the other, and the depth counts those outside."""
        found = pair_marks(text)
        pairs = [(a, b) for a in found for b in found if a.start < b.start]

        assert [(a, b) for a, b in pairs if b.start < a.end and not encloses(a, b)] == []
        assert [q.depth for q in found] == [sum(encloses(other, q) for other in found if other != q) for q in found]

    @given(marked_texts())
    def test_continues(self, text: str) -> None:
        """A quotation goes on only with one that has the same mark, is not closed, and ends the line before."""
        found = pair_marks(text)
        left_open = {text[q.start : q.inner_start] + text[q.end :].lstrip() for q in found if not q.closed}
        resumed = [q for q in found if q.continues and q.depth == 0]

        assert [q for q in resumed if text[q.start : q.inner_start] + text[q.start :] not in left_open] == []

    @given(
        texts(), st.sampled_from(["Nobody spoke.\n\n", "It isn't the mayor's.\nNot hers.\n \n", "One “word”.\n\n\n"])
    )
    def test_plain_text_in_front(self, text: str, plain: str) -> None:
        """Paragraphs in front change nothing."""
        expected = [*pair_marks(plain), *(shifted(q, len(plain)) for q in pair_marks(text))]

        assert expected == list(pair_marks(plain + text))

    @given(texts())
    def test_plain_text_behind(self, text: str) -> None:
        """Paragraphs behind change nothing."""
        assert pair_marks(text) == pair_marks(text + "\n\nNobody spoke.")
