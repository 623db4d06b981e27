"""
Via: through which outlets each statement came.

Texts mark their attributions as :mod:`tests.marked` tells.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.provenance import find_via
from quotekit.provenance.works import find_works
from quotekit.records import Article
from quotekit.text import TextIndex
from tests.marked import parse_marked
from tests.strategies import articles, texts


def named(marked: str) -> list[list[str]]:
    """The names of the outlets of each attribution."""
    text, attributions = parse_marked(marked)
    return [[outlet.name for outlet in via] for via in find_via(text, attributions, find_mentions(TextIndex(text)))]


ONE = {
    "told": ("{s Ida Holm} {c told} CNN {t it is late}.", ["CNN"]),
    "told a paper": ("{t It is late}, {s Ida Holm} {c told} The Reef Times on Monday.", ["The Reef Times"]),
    "told a paper, small article": ("{t It is late}, {s Ida Holm} {c told} the Reef Gazette.", ["Reef Gazette"]),
    "told a host": ("{s Ida Holm} {c told} Carl Dray of Fox News {t it is late}.", ["Fox News"]),
    "told a network's host": ("{s Ida Holm} {c told} ABC’s Carl Dray {t it is late}.", ["ABC"]),
    "told a show of a network": ("{s Holm} {c told} MSNBC's \"Morning Joe\" {t that it is late}.", ["Morning Joe", "MSNBC"]),
    "show no list has": ("{s Holm} {c told} NPR's “Reef Hour” {t that it is late}.", ["Reef Hour", "NPR"]),
    "show in double apostrophes": ("{s Holm} {c said} on ABC's ''Reef Hour'' {t that it is late}.", ["Reef Hour", "ABC"]),
    "show on a network": ("{s Holm} {c said} on “Meet the Press” on NBC {t it is late}.", ["Meet the Press", "NBC"]),
    "interview with": ("{s Holm} {c said} in an interview with the Financial Times {t it is late}.", ["Financial Times"]),
    "interview with first": ("In an interview with the Financial Times, {s Holm} {c said} {t it is late}.", ["Financial Times"]),
    "interview on": ("During a May interview on CNBC's Squawk Box, {s Holm} {c said} {t it is late}.", ["Squawk Box", "CNBC"]),
    "interviewer": ("{s Holm} {c said} in an interview with Carl Dray on CNN {t it is late}.", ["CNN"]),
    "outlet before interview": ("{s Holm} {c said} in a BBC interview {t it is late}.", ["BBC"]),
    "this week's broadcast": ("On this week’s broadcast of “Fox News Sunday,” {s Holm} {c said} {t it is late}.", ["Fox News Sunday"]),
    "on a network's show": ("{t It is late}, {s Holm} {c said} on CNN's State of the Union.", ["State of the Union", "CNN"]),
    "on Twitter": ("{t “It is late,”} {s Holm} {c wrote} on Twitter.", ["Twitter"]),
    "on X": ("{t “It is late,”} {s Holm} {c wrote} on X.", ["X"]),
    "tweeted": ("{t “It is late,”} {s Holm} {c tweeted} on Monday.", ["Twitter"]),
    "tweeted about remarks": ("{s Holm} {c tweeted} {t it is late}, with her remarks to the Daily News.", ["Twitter"]),
    "posted": ("{t “It is late,”} {s Holm} {c said} in a post on Facebook.", ["Facebook"]),
    "video on": ("{t “It is late,”} {s Holm} {c said} in a video posted on YouTube.", ["YouTube"]),
    "according to": ("According to The Reef Times, {s officials} {c believe} {t it is late}.", ["The Reef Times"]),
    "citing": ("Kyodo reported, {c citing} {s a ministry official}, {t that it is late}.", ["Kyodo"]),
    "as reported by": ("{s Holm} {c said} {t it is late}, as reported by Reuters.", ["Reuters"]),
    "carried by": ("{t It is late}, {s Holm} {c said} in remarks carried by Xinhua.", ["Xinhua"]),
    "published in": ("{s Holm} {c argued} in an essay published in The Atlantic {t that it is late}.", ["The Atlantic"]),
    "document published by": ("{s A transcript published by The Reef Times} {c shows} {t it is late}.", ["The Reef Times"]),
    "op-ed": ("{s Holm} {c wrote} in an op-ed for the New York Times {t that it is late}.", ["New York Times"]),
    "writing for": ("Writing for a Reef Times panel, {s Ida Holm} {c noted} {t it is late}.", ["Reef Times"]),
    "writer at": ("{s Ida Holm at the National Review} {c agreed} {t it is late}.", ["National Review"]),
    "state-run agency": ("{s Holm} {c told} the state news agency TASS {t it is late}.", ["TASS"]),
    "acronym": ("The Associated Press was there. {s Holm} {c told} the AP {t it is late}.", ["Associated Press"]),
    "short name": ("The Reef Times came. {s Holm} {c told} The Times {t it is late}.", ["Reef Times"]),
    "took to": ("{s Holm} {c took to Twitter to say} {t it is late}.", ["Twitter"]),
    "in a tweet": ("{s Holm} {c said} in a tweet {t that it is late}.", ["Twitter"]),
    "in tweets on X": ("{s Holm} is on X. In a series of tweets, {s she} {c said} {t it is late}.", ["X"]),
    "post of a platform": ("In a Facebook post on Monday, {s Holm} {c said} {t it is late}.", ["Facebook"]),
    "her account": ("{t “It is late,”} {s Holm} {c wrote} on her Instagram account.", ["Instagram"]),
    "report of an outlet": ("In a Reef Times report, {s officials} {c said} {t it is late}.", ["Reef Times"]),
    "per": ("Per The Reef Times, {s officials} {c believe} {t it is late}.", ["The Reef Times"]),
    "reported after": ("{s Holm} {c has told} aides {t it is late}, The Reef Times reported on Monday.", ["The Reef Times"]),
    "reported after a quotation": ("{t “It is late,”} {s Holm} {c told} aides, CNN reported.", ["CNN"]),
    "reported before": ("The Reef Times reported Monday that {s Holm} {c had told} aides {t it is late}.", ["Reef Times"]),
    "reporter reported": ("{s Holm} {c has told} aides {t it is late}, the BBC’s Jo Lind reported.", ["BBC"]),
    "citing before the source": ("Kyodo {c reported}, citing {s a ministry source}, {t that it is late}.", ["Kyodo"]),
    "citing first": ("Citing {s a ministry source}, Kyodo {c wrote} {t that it is late}.", ["Kyodo"]),
    "citing far behind": (
        "Kyodo {c reported} {t that the dam above the town will be closed, that all who live there will have to leave, and that it is late}, citing {s a ministry source}.",
        ["Kyodo"],
    ),
    "citing another outlet": ("Reuters {c reported} {t that it is late}, citing {s Kyodo}.", ["Reuters"]),
    "quoting": ("Xinhua said, {c quoting} {s a ministry official}, {t that it is late}.", ["Xinhua"]),
    "seen by": ("In a letter seen by Reuters, {s Holm} {c said} {t it is late}.", ["Reuters"]),
    "obtained by": ("{s Holm} {c wrote} in an email obtained by CNN {t that it is late}.", ["CNN"]),
    "confirmed to": ("{s Holm} {c confirmed} to the Reef Gazette {t that it is late}.", ["Reef Gazette"]),
    "speaking to": ("Speaking to Reuters, {s Holm} {c said} {t it was late}.", ["Reuters"]),
    "speaking on a show": ("{s Holm}, speaking on NPR’s “Reef Hour,” {c called} {t it late}.", ["Reef Hour", "NPR"]),
    "show by its noun": ("{s Holm} {c said} on her “Reef Hour” radio program {t it is late}.", ["Reef Hour"]),
    "podcast by its noun": ("{s Holm} {c told} the podcast “Reef Hour” {t it is late}.", ["Reef Hour"]),
    "show, then when asked": ("On CNN’s “Reef Hour,” when asked about it, {s Holm} {c said} {t it is late}.", ["Reef Hour", "CNN"]),
    "memoir": ("{s Holm} {c wrote} in her memoir “Deep Water” {t that it is late}.", ["Deep Water"]),
    "memoir with stars": ("{s Holm} {c wrote} in her memoir *Deep Water* {t that it is late}.", ["Deep Water"]),
    "memoir without marks": ("In her memoir Deep Water, {s Holm} {c writes} {t that it is late}.", ["Deep Water"]),
    "memoir first": ("In her memoir, “Deep Water,” {s Holm} {c writes} {t that it is late}.", ["Deep Water"]),
    "memoir of a year": ("{t “It is late,”} {s Holm} {c wrote} in her 2015 book, “Deep Water.”", ["Deep Water"]),
    "documentary": ("{t “It is late,”} {s Holm} {c says} in the documentary “Deep Water.”", ["Deep Water"]),
    "documentary named before": ("She made the documentary “Deep Water.” {t “It is late,”} {s Holm} {c says} in the film.", ["Deep Water"]),
    "title again": ("She made the film “Deep Water.” In “Deep Water,” {s Holm} {c says} {t it is late}.", ["Deep Water"]),
    "title in the cue": ("She shot the film “Deep Water.” {s Holm} {c says in “Deep Water” that} {t it is late}.", ["Deep Water"]),
    "filings": ("{s The bank} {c said} in Securities and Exchange Commission filings {t that it is late}.", ["Securities and Exchange Commission filings"]),
    "new paper in capitals": ("{s Holm} {c told} THE REEF TIMES {t it is late}.", ["REEF TIMES"]),
    "paper of the world": ("{s Holm} {c told} El Universal newspaper {t it is late}.", ["El Universal"]),
    "the paper": ("Crowds met a Reef Times reporter. {s Holm} {c told} the paper {t it is late}.", ["Reef Times"]),
}  # fmt: skip

NONE = {
    "outlet is the source": "{s CNN} {c reported} {t that it will rain}.",
    "outlet is the source at the end": "{t It will rain}, {c as reported by} {s Reuters}.",
    "outlet is the source of according": "{c According to} {s The Reef Times}, {t it will rain}.",
    "people": "{s Holm} {c told} reporters {t it is late}.",
    "statement": "{t It is late}, {s Holm} {c said} in a statement.",
    "email": "{t It is late}, {s Holm} {c said} by email.",
    "speech": "{t It is late}, {s Holm} {c said} in a speech on Monday.",
    "outlet in the content": "{s Holm} {c said} {t she had told CNN nothing}.",
    "outlet elsewhere": "{s Holm} {c said} {t it is late}. CNN showed a film.",
    "sued outlet": "{s Holm}, who owns The Reef Times, {c said} {t it is late}.",
    "former reporter": "{s Holm}, once a CNN reporter, {c said} {t it is late}.",
    "the paper without a name": "{s Holm} {c told} the paper {t it is late}.",
    "on paper": "{s Holm} {c wrote} on the site of the fire {t that it is late}. CNN left.",
    "poll": "{c According to} {s a New York Times/CBS News poll}, {t it is late}.",
    "tweets as a thing": "{s Holm} {c mocked} {t the tweet}.",
    "event of an outlet": "{s Holm} {c said} {t it is late} during NBC's town hall.",
    "experts on a platform": "Many experts and guests of hers on Twitter know {s Holm}, who {c wrote} {t that it is late}.",
    "outlet that speaks after another": "{s Holm} {c lists} {t it at six}, CNN says it is seven.",
    "report as a noun": "Dray linked to the Reuters report, {s which} {c notes} {t that it is late}.",
    "employer in the past": "{s Holm, who covered the dam for The Reef Times,} {c said} {t it is late}.",
    "book she is known for": "With her book “Deep Water,” {s Holm} {c gave support to} {t the dam}.",
    "book without a title": "{s Holm} {c wrote} in her memoir {t that it is late}.",
    "book about which she speaks": "{s Holm} {c spoke} of her book “Deep Water” {t as late}.",
    "film she is in": "{s Holm}, who is also in the film “Deep Water,” {c said} {t it is late}.",
    "person behind a book": "In her book Ida Holm is young; {s Dray} {c said} {t it is late}.",
    "tweet as a thing she read": "{s Holm} {c read} {t her own tweet}.",
    "retort": "{s Holm} {c said} {t the post was late}.",
    "interviewer of no outlet": "{s Holm} {c said} in an interview with Carl Dray {t it is late}.",
    "weekday paper": "{t It is late}, {s Holm} {c said} on Sunday morning.",
    "citing somebody else": "Kyodo wrote a letter, citing Dray, and {s Holm} {c said} {t it is late}.",
    "impersonal": "It is late, {c it is believed}{t .} CNN left.",
    "newspaper she sits on": "{s Holm} {c spilled} tea on the Reef Herald, {t it seems}.",
}

PASSAGES = {
    "next paragraph": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 “It is,”} {s2 she} {c2 said}.",
        [["CNN"], ["CNN"]],
    ),
    "headline": (
        "{s1 Holm}{c1 :} {t1 It is late}\n\n{s2 Holm} {c2 told} CNN {t2 it is late}.",
        [["CNN"], ["CNN"]],
    ),
    "somebody else": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Dray} {c2 said} {t2 it is not}.",
        [["CNN"], []],
    ),
    "back after somebody else": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Dray} {c2 said} {t2 no}.\n\n{t3 “It is,”} {s3 Holm} {c3 said}.",
        [["CNN"], [], ["CNN"]],
    ),
    "another outlet": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 told} the BBC {t2 it is not}.\n\n{s3 She} {c3 said} {t3 no}.",
        [["CNN"], ["BBC"], ["BBC"]],
    ),
    "an aside": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}. {t2 It was not}, {s2 Holm} {c2 told} the BBC last year. {t3 “No,”} {s3 she} {c3 said}.",
        [["CNN"], ["BBC"], ["CNN"]],
    ),
    "another occasion": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 It is not}, {s2 she} {c2 said} in a statement.",
        [["CNN"], []],
    ),
    "told reporters before": (
        "{s1 Holm} {c1 told} reporters {t1 it is late}. {t2 It is}, {s2 she} {c2 said} in an interview with CNN.",
        [[], ["CNN"]],
    ),
    "in general": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 has called} {t2 it early}.",
        [["CNN"], []],
    ),
    "far away": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n{s2 Holm} {c2 said} {t2 it is not}.",
        [["CNN"], []],
    ),
    "transcript": (
        "On “Fox News Sunday,” {s1 Holm} {c1 said} {t1 it is late}.\n\n{s2 DRAY}{c2 :} {t2 Is it?}\n\n{s3 HOLM}{c3 :} {t3 Yes.}",
        [["Fox News Sunday"], ["Fox News Sunday"], ["Fox News Sunday"]],
    ),
    "post that goes on": (
        "{t1 “It is late,”} {s1 Holm} {c1 wrote} on Facebook.\n\n{t2 “It is,”} {s2 she} {c2 added}.",
        [["Facebook"], ["Facebook"]],
    ),
    "after a post": (
        "{t1 “It is late,”} {s1 Holm} {c1 wrote} on Facebook.\n\n{t2 “It is,”} {s2 she} {c2 said}.",
        [["Facebook"], []],
    ),
    "post inside an interview": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Dray} {c2 tweeted} {t2 that it is not}. {s3 Holm} {c3 said} {t3 it is}.",
        [["CNN"], ["Twitter"], ["CNN"]],
    ),
    "two in a sentence": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}, while {s2 Dray} {c2 told} the BBC {t2 it is not}.",
        [["CNN"], ["BBC"]],
    ),
    "what she might say": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 It would be bad}, {s2 Holm} {c2 might say}.",
        [["CNN"], []],
    ),
    "at her rallies": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nAt her rallies, {s2 Holm} {c2 says} {t2 it is early}.",
        [["CNN"], []],
    ),
    "lead before the words": (
        "One.\n\nTwo.\n\nThree.\n\n{s1 Ida Holm} {c1 defended} {t1 the dam}.\n\n{t2 “It is new,”} {s2 Holm} {c2 said} on CNN.",
        [["CNN"], ["CNN"]],
    ),
    "lead of another": (
        "One.\n\nTwo.\n\nThree.\n\n{s1 Carl Dray} {c1 defended} {t1 the dam}.\n\n{t2 “It is new,”} {s2 Holm} {c2 said} on CNN.",
        [[], ["CNN"]],
    ),
    "book that goes on": (
        "In her memoir, “Deep Water,” {s1 Holm} {c1 writes} {t1 that it is late}. {s2 She} {c2 recalls} {t2 the flood}.",
        [["Deep Water"], ["Deep Water"]],
    ),
    "interview after a book": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}. In her book, “Deep Water,” {s2 she} {c2 writes} {t2 that it is not}.\n\n{t3 “No,”} {s3 she} {c3 said}.",
        [["CNN"], ["Deep Water"], ["CNN"]],
    ),
    "outlet that asks": (
        "{s1 REUTERS}{c1 :} {t1 Is it late?}\n\n{s2 HOLM}{c2 :} {t2 It is.}\n\n{s3 REUTERS}{c3 :} {t3 Why?}\n\n{s4 HOLM}{c4 :} {t4 Rain.}",
        [[], ["REUTERS"], [], ["REUTERS"]],
    ),
    "turns without an occasion": (
        "{s1 DRAY}{c1 :} {t1 Is it late?}\n\n{s2 HOLM}{c2 :} {t2 It is.}",
        [[], []],
    ),
    "inside a report": (
        "{c1 According to} {s1 The Reef Times}, {t1 {s2 officials} {c2 believe} {t2 it is late}}.",
        [[], ["The Reef Times"]],
    ),
    "inside a report behind": (
        "{t1 {t2 It is late}, {s2 Holm} {c2 said}}, {c1 as reported by} {s1 Reuters}.",
        [[], ["Reuters"]],
    ),
    "inside an interview": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 had told} the BBC {t2 it was late}}.",
        [["CNN"], ["BBC", "CNN"]],
    ),
    "inside a tweet inside an interview": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 had tweeted} {t2 it was late}}.",
        [["CNN"], ["Twitter", "CNN"]],
    ),
    "inside what an outlet does": (
        "{s1 CNN} {c1 checked} {t1 {s2 Holm’s} {c2 claim} {t2 that it is late}}.",
        [[], []],
    ),
    "three deep": (
        "{s1 Kyodo} {c1 reported} {t1 that {s2 Holm} {c2 said} {t2 {s3 Dray} {c3 feared} {t3 a flood}}}.",
        [[], ["Kyodo"], ["Kyodo"]],
    ),
    "inside does not go on": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 called} {t2 it late}}.\n\n{s3 Dray} {c3 said} {t3 it was not}.",
        [["CNN"], ["CNN"], []],
    ),
    "excerpt": (
        "The Reef Times reports:\n\n“{s1 Holm} {c1 said} {t1 it was late}. {s2 Dray} {c2 said} {t2 no}.”\n\n{s3 Lind} {c3 said} {t3 yes}.",
        [["Reef Times"], ["Reef Times"], []],
    ),
    "excerpt of paragraphs": (
        "According to the Reef Times:\n\n“{s1 Holm} {c1 said} {t1 it was late}.\n\n“{s2 Dray} {c2 said} {t2 no}.”\n\n“{t3 Yes},” {s3 Lind} {c3 said}.",
        [["Reef Times"], ["Reef Times"], []],
    ),
    "excerpt without marks": (
        "The Reef Times wrote on Monday:\n\n{s1 Holm} {c1 said} {t1 it was late}.\n\n{s2 Dray} {c2 said} {t2 no}.",
        [["Reef Times"], []],
    ),
    "excerpt by a reporter": (
        "The Reef Times sent its reporter Jo Lind.\n\nLind writes:\n\n“{s1 Holm} {c1 said} {t1 it was late}.”",
        [["Reef Times"]],
    ),
    "excerpt that is taken up again": (
        "The Reef Times reports:\n\n“{s1 Holm} {c1 said} {t1 it was late}.”\n\nThe article ends with a joke.\n\n“{t2 No},” {s2 Holm} {c2 said}.",
        [["Reef Times"], ["Reef Times"]],
    ),
    "somebody's words, no excerpt": (
        "{s1 Holm} {c1 told} CNN:\n\n{t1 “It is late.”}\n\n“{t2 No},” {s2 Dray} {c2 said}.",
        [["CNN"], []],
    ),
    "an object, no excerpt": (
        "CNN noted the late hour:\n\n{s1 Holm} {c1 saw} {t1 that it was late}.",
        [[]],
    ),
    "heading of posts": (
        "LETTERS.\n\n{s1 I} {c1 hope} {t1 it is late}.\n\nFACEBOOK.\n\n{s2 I} {c2 hope} {t2 it is not}.\n\nMORE.\n\n{s3 I} {c3 hope} {t3 so}.",
        [[], ["FACEBOOK"], []],
    ),
    "network named elsewhere": (
        "On CBS's “Face the Nation,” {s1 Holm} {c1 said} {t1 it is late}. On “Face the Nation,” {s2 Dray} {c2 said} {t2 no}.",
        [["Face the Nation", "CBS"], ["Face the Nation", "CBS"]],
    ),
}  # fmt: skip


class TestFindVia:
    """find_via()."""

    @pytest.mark.parametrize(("marked", "expected"), ONE.values(), ids=ONE)
    def test_one(self, marked: str, expected: list[str]) -> None:
        """The outlets in an attribution's sentence are those that carry it, nearest to the speaker first."""
        assert [expected] == named(marked)

    @pytest.mark.parametrize("marked", NONE.values(), ids=NONE)
    def test_none(self, marked: str) -> None:
        """What is itself the source, carries nothing or is no outlet is left out."""
        assert [[]] == named(marked)

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """An occasion goes on with its speaker until another begins."""
        assert expected == named(marked)

    def test_spans(self) -> None:
        """An outlet has its place in the text where it is named for the attribution, and none where it is carried over."""
        text, attributions = parse_marked("{s1 Holm} {c1 told} CNN {t1 it is late}. {t2 “It is,”} {s2 she} {c2 said}.")
        spans = [[outlet.span for outlet in via] for via in find_via(text, attributions)]

        assert [["CNN"], [None]] == [[span and span.text for span in row] for row in spans]

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Whatever the text, each attribution gets its outlets, and their spans are the text's."""
        found = find_via(article.text, article.attributions, ())
        spans = [outlet.span for via in found for outlet in via if outlet.span]

        assert len(article.attributions) == len(found)
        assert [span.text for span in spans] == [article.text[span.start : span.end] for span in spans]


class TestFindWorks:
    """find_works()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "She wrote a memoir, “Deep Water.” It rains in the book.",
                [("Deep Water", "Deep Water"), ("Deep Water", "book")],
            ),
            ("In *Deep Water*, a film, and in the film _Low Water_ it rains.", [("Low Water", "Low Water")]),
            ("On his ''Reef Hour'' podcast it rains.", [("Reef Hour", "Reef Hour")]),
            ("In the documentary “13th” it rains.", [("13th", "13th")]),
            (
                "The film “One” and the film “Two” are old; the movie is long.",
                [("One", "One"), ("Two", "Two"), ("Two", "movie")],
            ),
            ("In her book Ida Holm is young.", []),
            ("The book is long.", []),
            ("She called it a “great” show.", []),
        ],
        ids=["described", "marks", "apostrophes", "number", "latest", "person", "no title", "no capital"],
    )
    def test_works(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Works have a noun beside their titles, and later their titles or nouns alone."""
        found = find_works(text, find_mentions(TextIndex(text)))

        assert expected == [(work.name, text[work.start : work.end]) for work in found]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, works stand in it, in order and apart."""
        found = find_works(text)

        assert all(0 <= work.start < work.end <= len(text) for work in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
