"""Texts without their markup: what is markup and what is not, and the way back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text import CleanText, clean_markup
from tests.strategies import texts

CLEAN = {
    "entities": ("&ldquo;It&rsquo;s late&rdquo; &#8212; &#x2019;", "“It’s late” — ’"),
    "old numbers": ("&#147;It&#146;s late&#148;", "“It’s late”"),
    "escaped twice": ("AT&amp;amp;T &amp;quot;rose&amp;quot;", 'AT&T "rose"'),
    "escaped ampersand": ("Reef&amp;Sons; it leaks", "Reef&Sons; it leaks"),
    "no semicolon": ("&ldquo It is late.&rdquo &#8220It&#8221", "“ It is late.” “It”"),
    "invisible": ("mis&shy;take and&#8203;so", "mistake andso"),
    "inline tags": ('<a href="/holm">Ida</a> <b>Holm</b> <FONT SIZE=2>said</FONT> <br />so', "Ida Holm said \nso"),
    "paragraphs": ("<div><p>One.</p>\n<p>Two.</p></div>\n\nThree.", "One.\n\nTwo.\n\n\n\nThree."),
    "line breaks": ("One<br>two<br/>\nthree<br><br>four", "One\ntwo\nthree\n\nfour"),
    "lists": ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo\n\n"),
    "cells": ("<tr><td>One</td><td>Two</td></tr>", " One  Two \n"),
    "escaped tags": ("&lt;p&gt;One&lt;/p&gt;&lt;a href=&quot;/b&quot;&gt;two&lt;/a&gt;", "One\n\ntwo"),
    "quote element": ("<q>It is late</q>", "“It is late”"),
    "unread": ("One<!-- two --> <script>if (a<b) {}</script><style>p {}</style>three", "One three"),
    "declarations": ('<?xml version="1.0"?><!DOCTYPE html><html><![CDATA[One]]></html>', "One\n\n"),
    "voices": ("<v Ida Holm>One <c.yellow>two</c><00:00:02.000></v>\n<v.loud Bo>Three", "Ida Holm: One two\nBo: Three"),
    "subtitles": ("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo", "One\n\nTwo"),
    "users": ("[9:14] <Ida> One\n9:15:20 <@bo_2> Two", "Ida: One\n@bo_2: Two"),
    "bold": ("**Ida:** one ***two*** thr**ee", "Ida: one two thr**ee"),
    "bold with a space": ("**Ida: **one", "Ida: one"),
    "italic labels": ("*Ida:* one\n_Bo_: two\n__Anna Lind:__ three", "Ida: one\nBo: two\nAnna Lind: three"),
    "italic quotations": ("*“One,”* she said. _It is late._", "“One,” she said. It is late."),
    "bullets before labels": ("- **Ida:** one\n* **Bo**: two\n- three", "Ida: one\nBo: two\n- three"),
    "forum tags": ("[B]One[/B] [url=https://a.org]two[/url] [b]ut", "One two ut"),
    "wiki": ("[[Ida Holm]] met [[Bo Dray|the baker]]. '''Three'''", "Ida Holm met the baker. Three"),
    "headings": ("## One\n# Two\n#three", "One\nTwo\n#three"),
    "links": ("[Ida](https://a.org/b) ![a dam](/dam.png) [sic] (so)", "Ida a dam [sic] (so)"),
    "addresses": ("Ida Holm <ida@a.org> wrote, <https://a.org> too", "Ida Holm wrote, too"),
    "quoted lines": ("> One\n> two\n>> three", "One\ntwo\nthree"),
    "block after a colon": ("Ida wrote:\n> One.\n>\n> Two.\nThree.", "Ida wrote:\n“One.\n\n“Two.”\nThree."),
    "block with marks": ("Ida wrote:\n> “One,” he said.", "Ida wrote:\n“One,” he said."),
    "block in a block": ("Ida wrote:\n> Bo wrote:\n>> One.\n> Two.", "Ida wrote:\nBo wrote:\n“One.”\nTwo."),
    "carriage returns": ("One\r\ntwo\r\rthree", "One\ntwo\n\nthree"),
    "separators": ("One\u2028two\u2029three\x0cfour", "One\ntwo\n\nthree\nfour"),
    "accents": ("shouldn‘t, it´s, we`re, O‘Hara, didn”t", "shouldn’t, it’s, we’re, O’Hara, didn’t"),
    "misread": ("â€œItâ€™s lateâ€\x9d â€” \x93so\x94", "“It’s late” — “so”"),
    "escaped marks": ('\\"It\\\'s late\\"', '"It\'s late"'),
    "other marks": ("<<One>> ,,two'' (,,three'')", "«One» „two'' („three'')"),
}

SAME = {
    "plain": "It rained, she said.",
    "ampersands": "AT&T, R&D; &c, Q&A &; & so on &x; a&b;",
    "comparisons": "a < b, b > a, <5 to >9, a<b and c>d, x <b and c> y",
    "open tags": "<b, <p <a href= and <br",
    "user names": "<Mary> hello, <Mark> hello, <b-d>",
    "one user": "<Ida> One",
    "stars": "2 * 3 * 4, 2**3**4, f**k, s*** and b***, * one\n* two, *one",
    "titles of works": "In *Deep Water* and _The Low Dam_ it rains.",
    "underlines": "snake_case_name, __init__, _a",
    "numbers": ">9 euros\n>5\n#1",
    "brackets": "[sic] (so), [a](b), [t]he, [i]t was, [b]ut [[so]",
    "time": "At 9:14 <so> it rained.\n10:20 --> 11:30",
    "marks": "``One'' ''two'' ´three´ ‘four’ `five'",
    "quotation before a letter": "She said‘We left’, rock‘n’roll",
    "letters": "â la carte, â€ la",
    "opening angle marks": ">> ONE: a << b",
}


class TestCleanMarkup:
    """Texts with and without markup."""

    @pytest.mark.parametrize(("text", "expected"), CLEAN.values(), ids=CLEAN.keys())
    def test_is_taken_out(self, text: str, expected: str) -> None:
        """Markup is taken out, or read as what it stands for."""
        assert expected == clean_markup(text).text

    @pytest.mark.parametrize(
        "text", [text for name, text in SAME.items() if name not in {"letters", "opening angle marks"}]
    )
    def test_is_no_markup(self, text: str) -> None:
        """Signs that are not surely markup stay."""
        assert CleanText(text, text) == clean_markup(text)

    @given(texts() | st.text('<>&;/bp \n*_#:.“"ab=rq\r\u2029l', max_size=60))
    def test_any_text(self, text: str) -> None:
        """Each span of the clean text has its place in the text as given, in the same order; the way back holds it."""
        clean = clean_markup(text)
        places = [(at, clean.given_bounds(at, at + 1)) for at in range(len(clean.text))]
        found = [(at, place) for at, place in places if place is not None]

        assert text == clean.given
        assert all(0 <= start < end <= len(text) for _, (start, end) in found)
        assert [place for _, place in found] == sorted(place for _, place in found)
        for at, place in found:
            back = clean.clean_bounds(*place)
            assert back is not None
            assert back[0] <= at < back[1]

    @pytest.mark.parametrize(
        "unit",
        [
            *(
                "<",
                "<a ",
                '<a "',
                "<p>",
                "<br>",
                "&lt;a ",
                "&amp;",
                "&",
                "**a",
                "*a ",
                "_a ",
                "> ",
                ">\n",
                "\r",
                "<!--",
            ),
            *(
                "<script>",
                "<v a",
                "[a](",
                "[a](http://a",
                "<<a ",
                ",,a ",
                "‘t",
                "<http://",
                "1\n00:00:01,000 --> ",
                " \n",
            ),
            *("“A said, ", ":\n> a\n", "<Mary> a\n", "<p>" + " " * 50),
        ],
    )
    def test_linear_time(self, unit: str) -> None:
        """No text takes long."""
        text = unit * (60_000 // len(unit))

        assert clean_markup(text).given == text


class TestCleanText:
    """The way between the two texts."""

    def test_edges_are_outside_of_markup(self) -> None:
        """Spans begin and end with the text, and hold entities whole."""
        text = "<p>&ldquo;It is <b>late</b>,&rdquo;</p> said <i>Ida</i>."
        clean = clean_markup(text)
        bounds = [
            clean.given_bounds(clean.text.index(words), clean.text.index(words) + len(words))
            for words in (
                "“It is late,”",
                "It is late",
                "late",
                "“",
                "said Ida.",
            )
        ]

        assert [
            "&ldquo;It is <b>late</b>,&rdquo;",
            "It is <b>late",
            "late",
            "&ldquo;",
            "said <i>Ida</i>.",
        ] == [text[slice(*found)] for found in bounds if found]

    def test_markup_alone(self) -> None:
        """What stands for markup is nowhere in the text as given, and markup nowhere in the clean text."""
        clean = clean_markup("<v Ida>One<br>two")

        assert "Ida: One\ntwo" == clean.text
        assert [None, None] == [clean.given_bounds(3, 5), clean.given_bounds(8, 9)]
        assert (0, 3) == clean.clean_bounds(0, 6)
        assert None is clean.clean_bounds(0, 3)

    def test_offsets(self) -> None:
        """Offsets in markup are those of the text after it."""
        clean = clean_markup("<p>One.</p> <b>Two.</b>")

        assert ((0, 7), None) == (clean.clean_offsets([0, 3, 12, 15]), clean.clean_offsets(None))
        assert (1, 3) == clean_markup("It.").clean_offsets((1, 3))

    def test_parts_of_entities(self) -> None:
        """A span that cuts an entity holds the whole character."""
        clean = clean_markup("a&amp;b")

        assert [(1, 2), (0, 2), (1, 3)] == [
            clean.clean_bounds(2, 4),
            clean.clean_bounds(0, 3),
            clean.clean_bounds(5, 7),
        ]
