"""Quotation marks: how each style is paired, what is not a quotation mark, and how lost marks are handled."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text import Quotation, pair_marks
from tests.helpers import quotations_of
from tests.markup import MarkupError, parse
from tests.strategies import marked_texts, texts

OPENING = frozenset((*"\"＂″“‟”„«»「｢『﹁﹃〝❝'＇`´‘‛’‚‹›❛", "``", "''", "‘‘", "’’", "´´"))
CLOSING = frozenset((*"\"＂″“‟”«»」｣』﹂﹄〞〟❞'＇`´‘‛’‹›❜", "``", "''", "‘‘", "’’", "´´"))


class TestQuotationsOf:
    """The helper that reads marked quotations."""

    def test_reads_quotations(self) -> None:
        """A quotation has the edges of its mark, and the depth of those around it."""
        assert (
            Quotation(start=4, end=11, inner_start=5, inner_end=10, depth=0, closed=True),
            Quotation(start=7, end=10, inner_start=8, inner_end=9, depth=1, closed=True),
            Quotation(start=12, end=14, inner_start=13, inner_end=14, depth=0, closed=False, continues=True),
        ) == quotations_of(parse('He: {q "|A {q ‘|b|’}|"} {q “|c=continued}'))

    @pytest.mark.parametrize(
        "markup",
        ['{q "|a|"', '"|a', "a}", "{q “a”}", "{q “|a|”|}", "{q |a|”}", "{q “|a|}", "{q “|a|”|”}"],
        ids=[
            "left-open",
            "edge-outside",
            "end-outside",
            "no-edge",
            "third-edge",
            "no-opening",
            "no-closing",
            "doubled",
        ],
    )
    def test_refuses_unclear_quotations(self, markup: str) -> None:
        """Markup that says nothing clear is an error, lest a test check less than it seems to."""
        with pytest.raises(MarkupError):
            quotations_of(parse(markup))

    def test_refuses_other_answers(self) -> None:
        """A quotation continues another or does not."""
        with pytest.raises(MarkupError):
            quotations_of(parse("{q “|a|”=yes}"))


STYLES = {
    "straight": '{q "|The bridge is safe,|"} the mayor said.',
    "curly": "{q “|The bridge is safe,|”} the mayor said.",
    "single-straight": "{q '|The bridge is safe,|'} the mayor said.",
    "single-curly": "{q ‘|The bridge is safe,|’} the mayor said.",
    "guillemets": "{q «|The bridge is safe,|»} the mayor said.",
    "guillemets-inwards": "{q »|The bridge is safe,|«} the mayor said.",
    "guillemets-one-way": "{q »|The bridge is safe,|»} the mayor said.",
    "guillemets-spaced": "{q «|\u00a0The bridge is safe\u00a0|»}, said the mayor. {q «| Quite safe! |»}",
    "guillemets-single": "{q ‹|The bridge is safe,|›} the mayor said.",
    "guillemets-single-inwards": "{q ›|The bridge is safe,|‹} the mayor said.",
    "low-high": "{q „|The bridge is safe,|“} the mayor said.",
    "low-high-polish": "{q „|The bridge is safe,|”} the mayor said.",
    "low-high-single": "{q ‚|The bridge is safe,|‘} the mayor said.",
    "right-right": "{q ”|The bridge is safe,|”} the mayor said.",
    "corner": "{q 「|The bridge is safe,|」} the mayor said of the {q 『|Old Lady|』}.",
    "corner-halfwidth": "{q ｢|The bridge is safe,|｣} the mayor said.",
    "corner-upright": "{q ﹁|The bridge is safe,|﹂} the mayor said.",
    "double-prime": "{q 〝|The bridge is safe,|〞} the mayor said, {q 〝|quite safe.|〟}",
    "full-width": "{q ＂|The bridge is safe,|＂} the mayor said. {q ＇|Quite.|＇}",
    "ornaments": "{q ❝|The bridge is safe,|❞} the mayor said. {q ❛|Quite.|❜}",
    "prime": "{q ″|The bridge is safe,|″} the mayor said.",
    "grave-and-apostrophe": "{q `|The bridge is safe,|'} the mayor said.",
    "graves": "{q `|The bridge is safe,|`} the mayor said of {q ``|it.|``}",
    "doubled-grave-and-apostrophe": "{q ``|The bridge is safe,|''} the mayor said.",
    "doubled-grave-and-straight": '{q ``|The bridge is safe,|"} the mayor said.',
    "doubled-apostrophes": "{q ''|The bridge is safe,|''} the mayor said.",
    "doubled-curly-singles": "{q ‘‘|The bridge is safe,|’’} the mayor said.",
    "doubled-acutes": "{q ´´|The bridge is safe,|´´} the mayor said. {q ´|Quite.|´}",
    "reversed": "{q ‟|The bridge is safe,|”} the mayor said. {q ‛|Quite.|’}",
    "curly-then-straight": '{q “|The bridge is safe,|"} the mayor said. {q "|Quite safe.|”}',
    "curly-both-opening": "{q “|The bridge is safe,|“} the mayor said.",
    "single-curly-then-straight": "{q “|He told me {q ‘|not yet.|'}|”}",
    "curly-then-doubled": "The {q “|bridge|''} is a ferry.",
    "words": 'They call it {q "|safe|"}, {q "|sound|"} and {q "|cheap|"}; it is ({q "|so far|"}) none of these.',
    "dashes": '{q "|The bridge—|"} the mayor began. A clerk—{q "|it is shut|"}—stopped her.',
    "no-space-after": '{q "|The bridge is safe,|"}the mayor said. {q “|Quite.|”}He left.',
    "no-space-before": 'The mayor said,{q "|The bridge is safe.|"} She said:{q “|Quite.|”}',
    "side-by-side": '{q "|Safe?|"}{q "|Quite safe.|"}',
    "with-a-dot-first": '{q "|...and it is safe,|"} she said. ({q "|…or so they say.|"})',
    "empty": '{q "||"} is what the form said.',
    "of-punctuation": '{q "|?|"} was all he wrote. {q “|!|”} came back.',
    "in-markup": '<a href\\={q "|/bridge|"} title\\={q "|A bridge|"}>here</a>',
    "invisible-neighbours": '\u202a{q ”|The bridge is safe,|”}\u200b the mayor said. \ufeff{q "|Quite.|"}\u200b',
    "cut-into-words": '{q "| The bridge is safe , |"} the mayor said , {q "| and cheap . |"}',
    "cut-into-words-doubled": "{q ``| The bridge is safe , |''} the mayor said , {q ``| and cheap . |''}",
    "cut-into-words-curly": "{q “| The bridge is {q ‘| safe |’} , |”} the mayor said .",
}

NESTED = {
    "single-in-double": "{q \"|I read {q '|shut|'} on the gate,|\"} she said.",
    "single-in-double-curly": "{q “|I read {q ‘|shut|’} on the gate,|”} she said.",
    "double-in-single": "{q '|I read {q \"|shut|\"} on the gate,|'} she said.",
    "double-in-single-curly": "{q ‘|I read {q “|shut|”} on the gate,|’} she said.",
    "at-the-start": "{q “|{q ‘|Shut|’} was on the gate,|”} she said.",
    "at-the-end": "{q \"|On the gate was {q '|Shut.|'}|\"} She left.",
    "at-both-ends": "{q “|{q ‘|Shut.|’}|”}",
    "at-the-end-doubled": "{q ''|On the gate was {q '|Shut.|'}|''} She left.",
    "three-deep": "{q “|She said {q ‘|I read {q “|shut|”} there|’} twice,|”} he said.",
    "three-deep-mixed": "{q «|She said {q “|I read {q ‘|shut|’} there|”} twice,|»} he said.",
    "same-kind": "{q “|The word {q “|shut|”} was on the gate,|”} she said.",
    "same-kind-straight": '{q "|The word {q "|shut|"} was on the gate,|"} she said.',
    "corner": "{q 「|I read {q 『|shut|』} on the gate,|」} she said.",
    "low-high": "{q „|I read {q ‚|shut|‘} on the gate,|“} she said.",
    "curly-in-straight": '{q "|I read {q “|shut|”} on the gate,|"} she said.',
}

APOSTROPHES = {
    "inside-words": "It isn't the mayor's, it’s Rock'n'Roll's; they'd've said {q '|so|'}.",
    "inside-a-quotation": "{q '|It isn't the mayor's,|'} she said.",
    "after-a-closing-mark": '{q "|Safe Bridge|"}\'s builders and {q “|Old Lady|”}’s friends met.',
    "possessive-plural": "The dogs' home and the mayors’ club are shut.",
    "possessive-plural-inside": "{q ‘|The dogs’ home is shut,|’} she said.",
    "possessive-plural-inside-straight": "{q '|The dogs' home and the boys' club are shut,|'} she said.",
    "possessive-plural-before-a-name": "{q '|We back the Democrats' Bridge Act,|'} she said.",
    "possessive-of-a-name-in-s": "{q ‘|Mr Jones’ boat and Ms Diaz’ car are gone,|’} she said.",
    "plural-that-closes": "A list of {q '|bad roads|'} and {q '|worse bridges|'} came out.",
    "plural-that-closes-curly": "{q ‘|Bad Roads|’} and {q ‘|Worse Bridges|’} are headlines.",
    "elided-start": "'Twas the mayor who told 'em; ’tis her bridge, ‘cause she built it.",
    "elided-start-inside": "{q '|Get 'em off the bridge,|'} she said. {q ‘|’Tis safe.|’}",
    "elided-end": "{q '|I'm goin' home to ol' Ma,|'} she said of {q ''|Smilin' Joe.|''}",
    "elided-both": "{q '|They play rock 'n' roll on it,|'} she said.",
    "capital-word-that-opens": "{q '|Cause unknown,|'} the report said. The road got a {q ‘|D-|’}.",
    "cut-word-quoted": "He wrote {q '|til|'} for until.",
    "decade": "It was built in the '60s, shut in the ’70s and sold in ‘82.",
    "decade-inside": "{q '|It was built in the '60s,|'} she said.",
    "decade-in-double": '{q "|It\'s from the \'60s,|"} she said. {q "|Or \'72.|"}',
    "number-that-opens": "{q '|20 cars crossed,|'} she said. The {q ‘|50-year plan|’} failed.",
    "acute-for-apostrophe": "It isn´t the mayor´s, it isn`t.",
    "cut-into-words": "The mayor 's dogs ' home is n't {q \"| safe |\"} .",
}

MEASURES = {
    "feet-and-inches": "The 6'2\" mayor, 5’ 11”, crossed in 5'-10 1/2\" boots.",
    "inside": '{q "|He is 6\'2" tall and I\'m 5\'4",|"} she said.',
    "feet-inside-single": "{q '|It is 6' wide,|'} she said.",
    "inches-inside": '{q "|A 12" pipe burst,|"} she said.',
    "inches-outside": 'A 12" pipe and a 3" valve burst.',
    "inches-by-inches": '{q "|A 12" x 14" board fell,|"} she said.',
    "number-that-closes": '{q "|It was built in 1912|"} and {q "|sold in 19|"} weeks.',
    "minutes-and-seconds": "It lies at 40°26'46\" north.",
}

RUNNING = {
    "curly": (
        "{q “|It is safe.}\n\n{q “|It is cheap.=continued}\n\n{q “|It is ours,|”=continued} she said. {q “|Ours.|”}"
    ),
    "straight": '{q "|It is safe.}\n\n{q "|It is cheap,|"=continued} she said.',
    "doubled": "{q ''|It is safe.}\n\n{q ''|It is cheap,|''=continued} she said.",
    "single-curly": "{q ‘|It is safe.}\n\n{q ‘|It is cheap.=continued}\n\n{q ‘|It is ours,|’=continued} she said.",
    "single-straight": "{q '|It's safe.}\n\n{q '|It's cheap,|'=continued} she said.",
    "nested": "{q “|She said, {q ‘|It is safe.}}\n\n{q “|{q ‘|It is cheap.|’=continued}|”=continued}",
    "nested-spaced": "{q “|She said, {q ‘|It is safe.}}\n\n{q “|\u00a0{q ‘|It is cheap.|’=continued}|”=continued}",
    "single-newlines": "{q “|It is safe.}\n{q “|It is cheap.=continued}\n{q “|It is ours,|”=continued} she said.",
    "single-newlines-straight": '{q "|It is safe.}\n{q "|It is cheap,|"=continued} she said.',
    "single-newlines-single": "{q '|It's safe.}\n{q '|It's cheap,|'=continued} she said.",
    "indented": "{q “|It is safe.}\n\n    {q “|It is cheap.=continued}\n\t{q “|It is ours,|”=continued} she said.",
    "carriage-returns": "{q “|It is safe.}\r\n\r\n{q “|It is cheap,|”=continued} she said.",
    "paragraph-separator": "{q “|It is safe.}\u2029{q “|It is cheap,|”=continued} she said.",
    "blank-line-with-spaces": "{q “|It is safe.}\n \t \n{q “|It is cheap,|”=continued} she said.",
    "not-reopened": "{q “|It is safe.}\n\nNobody spoke.\n\n{q “|It is cheap,|”} she said.",
    "other-mark-first": "{q “|It is safe.}\n\nShe said: {q “|It is cheap.|”}",
    "wrapped-lines": '{q "|It is safe and\nit is cheap. It\nis ours,|"} she\nsaid.',
}

LOST = {
    "stray-before-an-introduction": "“The mayor told Anna on Monday, {q “|It is safe.|”} He left.",
    "stray-before-a-colon": '"The mayor wrote to Anna: {q "|It is safe.|"} He left.',
    "no-introduction": "{q “|It is safe, the mayor said,} {q “|and cheap.|”}",
    "no-verb-of-saying": "{q “|The bridge of Reef,} {q “|It is safe.|”} He left.",
    "closing-at-the-end": "She said: {q “|It is safe.} ",
    "closing-before-another": '{q "|It is safe, she said.} {q "|It is cheap.|"}',
    "closing-before-another-curly": "{q “|It is safe, she said.} {q “|It is cheap.|”}",
    "closing-inside": "{q ‘|The gate said {q “|shut,}|’} she said.",
    "single-closing-inside": "{q “|The gate said ‘shut,|”} she said.",
    "opening": "It is safe,” she said. {q “|It is cheap.|”}",
    "opening-straight": 'It is safe," she said. {q "|It is cheap.|"}',
    "opening-single": "It is safe,' she said. {q '|It is cheap.|'}",
    "opening-in-the-first-paragraph": "{q “|It is safe.}\n\nIt is cheap,” she said.",
    "both-sides-of-a-paragraph": "It is safe,” she said.\n\n{q “|It is cheap,}",
    "single-opening-alone": "She called 'it safe.",
    "single-curly-alone": "She called ‘it safe.",
    "halved": "{q ''|It is safe,|'} she said. {q ''|It is cheap.|''}",
    "with-its-line": "A walk.\n{q “|It is safe, she said.}\nNobody spoke.\nShe left.\n{q “|Cheap.|”}",
    "last-with-its-line": "A walk.\nA talk.\n{q “|It is safe, she said.}\nNobody spoke.\nShe left.",
    "in-wrapped-lines": "{q “|It is safe, she\nsaid. Nobody\nspoke, nor did\nshe.}",
    "mark-at-the-end": "It is safe, she said. “",
    "mark-at-the-end-closes": "{q “|It is safe. |“}",
    "doubled": "{q “|It is safe,|”}” she said.",
    "doubled-opening": "“{q “|It is safe,|”} she said.",
    "only-closing": "The bridge” was’ quite» safe」 she said.",
    "line-reopened-later": "Hm.\n{q “|It is safe.}\nWell.\nYes.\n\n{q “|Cheap.|”}",
}

ODD = {
    "nothing": "",
    "one-mark": '"',
    "spaces": " \n\n \n ",
    "no-marks": "The bridge is safe, the mayor said.",
    "null-bytes": '\0{q "|\0|"}\0',
    "lone-surrogates": "\ud83d{q “|\udc4d|”}\ude00",
    "spaced-double": 'It is " safe.',
    "spaced-single-first": "{q ’| safe |’} is what it says.",
    "wrong-way": "{q ”|It is safe|“}",
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

    @pytest.mark.parametrize("markup", SENTENCES)
    def test_sentence(self, markup: str) -> None:
        """Exactly the marked quotations are found."""
        expected = parse(markup)

        assert quotations_of(expected) == pair_marks(expected.text)

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
        """Ten thousand marks are paired the same way as a few."""
        assert count == len(pair_marks(piece * 10_000))


def shifted(quotation: Quotation, by: int) -> Quotation:
    """Return the quotation with its offsets shifted."""
    moved = {name: getattr(quotation, name) + by for name in ("start", "inner_start", "inner_end", "end")}
    return attrs.evolve(quotation, **moved)


def encloses(outer: Quotation, inner: Quotation) -> bool:
    """Return whether one quotation is inside another."""
    return outer.inner_start <= inner.start and inner.end <= outer.inner_end


class TestProperties:
    """Properties of pair_marks() for any text."""

    @given(texts())
    def test_offsets(self, text: str) -> None:
        """Offsets are in the text and in order, and outer quotations come first."""
        found = pair_marks(text)
        offsets = [(0, q.start, q.inner_start, q.inner_end, q.end, len(text)) for q in found]

        assert [tuple(sorted(o)) for o in offsets] == offsets
        assert sorted(found, key=lambda q: (q.start, -q.end)) == list(found)

    @given(texts())
    def test_marks(self, text: str) -> None:
        """A quotation starts with an opening mark, and ends with a closing mark or without one."""
        found = pair_marks(text)

        assert {text[q.start : q.inner_start] for q in found} <= OPENING
        assert {text[q.inner_end : q.end] for q in found if q.closed} <= CLOSING
        assert [q.end for q in found if not q.closed] == [q.inner_end for q in found if not q.closed]
        assert all(text[q.inner_start : q.inner_end] for q in found if not q.closed)

    @given(marked_texts())
    def test_nesting(self, text: str) -> None:
        """Two quotations are disjoint or nested, and the depth is the number of enclosing ones."""
        found = pair_marks(text)
        pairs = [(a, b) for a in found for b in found if a.start < b.start]

        assert [] == [(a, b) for a, b in pairs if b.start < a.end and not encloses(a, b)]
        assert [q.depth for q in found] == [sum(encloses(other, q) for other in found if other != q) for q in found]

    @given(marked_texts())
    def test_continues(self, text: str) -> None:
        """A quotation continues one only if that has the same mark, is not closed, and ends the line before."""
        found = pair_marks(text)
        left_open = {text[q.start : q.inner_start] + text[q.end :].lstrip() for q in found if not q.closed}
        resumed = [q for q in found if q.continues and q.depth == 0]

        assert [] == [q for q in resumed if text[q.start : q.inner_start] + text[q.start :] not in left_open]

    @given(
        texts(), st.sampled_from(["Nobody spoke.\n\n", "It isn't the mayor's.\nNot hers.\n \n", "One “word”.\n\n\n"])
    )
    def test_plain_text_in_front(self, text: str, plain: str) -> None:
        """Paragraphs before a text change nothing."""
        expected = [*pair_marks(plain), *(shifted(q, len(plain)) for q in pair_marks(text))]

        assert expected == list(pair_marks(plain + text))

    @given(texts())
    def test_plain_text_behind(self, text: str) -> None:
        """Paragraphs after a text change nothing."""
        assert pair_marks(text) == pair_marks(text + "\n\nNobody spoke.")
