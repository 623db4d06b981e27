"""
find_via(): the outlets by which each statement came.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.provenance import find_via
from quotekit.records import Article
from quotekit.text import TextIndex
from tests.helpers import outlet_names, parse_marked, resolved_drafts
from tests.strategies import articles

ONE = {
    "told": ("{s Ida Holm} {c told} CNN {t it is late}.", ["CNN"]),
    "told a paper": ("{t It is late}, {s Ida Holm} {c told} The Reef Times on Monday.", ["The Reef Times"]),
    "told a paper, small article": ("{t It is late}, {s Ida Holm} {c told} the Reef Gazette.", ["Reef Gazette"]),
    "told a host": ("{s Ida Holm} {c told} Carl Dray of Fox News {t it is late}.", ["Fox News"]),
    "told a network's host": ("{s Ida Holm} {c told} ABC’s Carl Dray {t it is late}.", ["ABC"]),
    "told a show of a network": (
        '{s Holm} {c told} MSNBC\'s "Morning Joe" {t that it is late}.',
        ["Morning Joe", "MSNBC"],
    ),
    "show no list has": ("{s Holm} {c told} NPR's “Reef Hour” {t that it is late}.", ["Reef Hour", "NPR"]),
    "show in double apostrophes": (
        "{s Holm} {c said} on ABC's ''Reef Hour'' {t that it is late}.",
        ["Reef Hour", "ABC"],
    ),
    "show on a network": ("{s Holm} {c said} on “Meet the Press” on NBC {t it is late}.", ["Meet the Press", "NBC"]),
    "interview with": (
        "{s Holm} {c said} in an interview with the Financial Times {t it is late}.",
        ["Financial Times"],
    ),
    "said to": ("{t It is late}, {s Holm} {c said} on Friday to the Reef Times.", ["Reef Times"]),
    "acknowledged to": ("{s Holm} {c acknowledged} to Bloomberg {t that it is late}.", ["Bloomberg"]),
    "opened up to": ("{s Holm} opened up to The Atlantic, {c saying} {t it is late}.", ["The Atlantic"]),
    "reached by": ("Reached by POLITICO, {s Holm} {c said} {t it is late}.", ["POLITICO"]),
    "sitting down": ("Sitting down with Reuters, {s Holm} {c said} {t it is late}.", ["Reuters"]),
    "call": ("{t It is late}, {s Holm} {c said} in a call to CNN.", ["CNN"]),
    "meeting": ("In a meeting with the Reef Times, {s Holm} {c said} {t it is late}.", ["Reef Times"]),
    "two outlets": ("{s Holm} {c told} CNN and Reuters {t it is late}.", ["CNN", "Reuters"]),
    "two outlets with their writers": (
        "{s Holm} {c told} CNN reporter Jo Lind and Reuters writer Mia Berg {t it is late}.",
        ["CNN", "Reuters"],
    ),
    "whole title of a show": (
        "{s Holm} {c said} on ABC's “This Week with Jo Lind” {t it is late}.",
        ["This Week with Jo Lind", "ABC"],
    ),
    "show beside a network": ("{s Holm} {c told} the CBS show “Reef Hour” {t it is late}.", ["Reef Hour", "CBS"]),
    "hosts of a show": (
        "{s Holm} {c told} the MSNBC hosts of “Morning Joe” {t it is late}.",
        ["Morning Joe", "MSNBC"],
    ),
    "show with a surname": (
        "{t It is late}, {s Holm} {c said} on Fox News Channel’s The Kelly File.",
        ["The Kelly File", "Fox News Channel"],
    ),
    "local station": ("{s Holm} {c told} Fox 12 in Reefport {t it is late}.", ["Fox 12"]),
    "station of a region": ("{s Holm} {c told} NBC South Florida {t it is late}.", ["NBC South Florida"]),
    "interview with first": (
        "In an interview with the Financial Times, {s Holm} {c said} {t it is late}.",
        ["Financial Times"],
    ),
    "interview on": (
        "During a May interview on CNBC's Squawk Box, {s Holm} {c said} {t it is late}.",
        ["Squawk Box", "CNBC"],
    ),
    "interviewer": ("{s Holm} {c said} in an interview with Carl Dray on CNN {t it is late}.", ["CNN"]),
    "outlet before interview": ("{s Holm} {c said} in a BBC interview {t it is late}.", ["BBC"]),
    "this week's broadcast": (
        "On this week’s broadcast of “Fox News Sunday,” {s Holm} {c said} {t it is late}.",
        ["Fox News Sunday"],
    ),
    "on a network's show": (
        "{t It is late}, {s Holm} {c said} on CNN's State of the Union.",
        ["State of the Union", "CNN"],
    ),
    "on Twitter": ("{t “It is late,”} {s Holm} {c wrote} on Twitter.", ["Twitter"]),
    "on X": ("{t “It is late,”} {s Holm} {c wrote} on X.", ["X"]),
    "tweeted": ("{t “It is late,”} {s Holm} {c tweeted} on Monday. Twitter was down.", ["Twitter"]),
    "tweeted about remarks": (
        "{s Holm} {c tweeted} {t it is late}, with her remarks to the Daily News, on Twitter.",
        ["Twitter"],
    ),
    "posted": ("{t “It is late,”} {s Holm} {c said} in a post on Facebook.", ["Facebook"]),
    "video on": ("{t “It is late,”} {s Holm} {c said} in a video posted on YouTube.", ["YouTube"]),
    "according to": ("According to The Reef Times, {s officials} {c believe} {t it is late}.", ["The Reef Times"]),
    "citing": ("Kyodo reported, {c citing} {s a ministry official}, {t that it is late}.", ["Kyodo"]),
    "as reported by": ("{s Holm} {c said} {t it is late}, as reported by Reuters.", ["Reuters"]),
    "carried by": ("{t It is late}, {s Holm} {c said} in remarks carried by Xinhua.", ["Xinhua"]),
    "published in": (
        "{s Holm} {c argued} in an essay published in The Atlantic {t that it is late}.",
        ["The Atlantic"],
    ),
    "document published by": (
        "{s A transcript published by The Reef Times} {c shows} {t it is late}.",
        ["The Reef Times"],
    ),
    "op-ed": ("{s Holm} {c wrote} in an op-ed for the New York Times {t that it is late}.", ["New York Times"]),
    "writing for": ("Writing for a Reef Times panel, {s Ida Holm} {c noted} {t it is late}.", ["Reef Times"]),
    "writer at": ("{s Ida Holm at the National Review} {c agreed} {t it is late}.", ["National Review"]),
    "state-run agency": ("{s Holm} {c told} the state news agency TASS {t it is late}.", ["TASS"]),
    "acronym": ("The Associated Press was there. {s Holm} {c told} the AP {t it is late}.", ["Associated Press"]),
    "short name": ("The Reef Times came. {s Holm} {c told} The Times {t it is late}.", ["Reef Times"]),
    "took to": ("{s Holm} {c took to Twitter to say} {t it is late}.", ["Twitter"]),
    "in a tweet": ("{s Holm} {c said} in a tweet {t that it is late}. Twitter was down.", ["Twitter"]),
    "in tweets on X": ("{s Holm} is on X. In a series of tweets, {s she} {c said} {t it is late}.", ["X"]),
    "post of a platform": ("In a Facebook post on Monday, {s Holm} {c said} {t it is late}.", ["Facebook"]),
    "her account": ("{t “It is late,”} {s Holm} {c wrote} on her Instagram account.", ["Instagram"]),
    "report of an outlet": ("In a Reef Times report, {s officials} {c said} {t it is late}.", ["Reef Times"]),
    "per": ("Per The Reef Times, {s officials} {c believe} {t it is late}.", ["The Reef Times"]),
    "reported after": (
        "{s Holm} {c has told} aides {t it is late}, The Reef Times reported on Monday.",
        ["The Reef Times"],
    ),
    "reported after a quotation": ("{t “It is late,”} {s Holm} {c told} aides, CNN reported.", ["CNN"]),
    "reported before": (
        "The Reef Times reported Monday that {s Holm} {c had told} aides {t it is late}.",
        ["Reef Times"],
    ),
    "reporter reported": ("{s Holm} {c has told} aides {t it is late}, the BBC’s Jo Lind reported.", ["BBC"]),
    "citing before the source": ("Kyodo {c reported}, citing {s a ministry source}, {t that it is late}.", ["Kyodo"]),
    "citing first": ("Citing {s a ministry source}, Kyodo {c wrote} {t that it is late}.", ["Kyodo"]),
    "citing far behind": (
        (
            "Kyodo {c reported} {t that the dam above the town will be closed, that all who live there will have "
            "to leave, and that it is late}, citing {s a ministry source}."
        ),
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
    "show, then when asked": (
        "On CNN’s “Reef Hour,” when asked about it, {s Holm} {c said} {t it is late}.",
        ["Reef Hour", "CNN"],
    ),
    "memoir": ("{s Holm} {c wrote} in her memoir “Deep Water” {t that it is late}.", ["Deep Water"]),
    "memoir with stars": ("{s Holm} {c wrote} in her memoir *Deep Water* {t that it is late}.", ["Deep Water"]),
    "memoir without marks": ("In her memoir Deep Water, {s Holm} {c writes} {t that it is late}.", ["Deep Water"]),
    "memoir first": ("In her memoir, “Deep Water,” {s Holm} {c writes} {t that it is late}.", ["Deep Water"]),
    "memoir of a year": ("{t “It is late,”} {s Holm} {c wrote} in her 2015 book, “Deep Water.”", ["Deep Water"]),
    "documentary": ("{t “It is late,”} {s Holm} {c says} in the documentary “Deep Water.”", ["Deep Water"]),
    "documentary named before": (
        "She made the documentary “Deep Water.” {t “It is late,”} {s Holm} {c says} in the film.",
        ["Deep Water"],
    ),
    "title again": (
        "She made the film “Deep Water.” In “Deep Water,” {s Holm} {c says} {t it is late}.",
        ["Deep Water"],
    ),
    "title in the cue": (
        "She shot the film “Deep Water.” {s Holm} {c says in “Deep Water” that} {t it is late}.",
        ["Deep Water"],
    ),
    "filings": (
        "{s The bank} {c said} in Securities and Exchange Commission filings {t that it is late}.",
        ["Securities and Exchange Commission filings"],
    ),
    "new paper in capitals": ("{s Holm} {c told} THE REEF TIMES {t it is late}.", ["REEF TIMES"]),
    "paper of the world": ("{s Holm} {c told} El Universal newspaper {t it is late}.", ["El Universal"]),
    "the paper": ("Crowds met a Reef Times reporter. {s Holm} {c told} the paper {t it is late}.", ["Reef Times"]),
}

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
    "experts on a platform": (
        "Many experts and guests of hers on Twitter know {s Holm}, who {c wrote} {t that it is late}."
    ),
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
    "day of an interview": "{s Holm} {c said} in a Friday interview {t it is late}.",
    "said to people": "{s Holm} {c said} to Dray {t it is late}.",
    "interviewer of no outlet": "{s Holm} {c said} in an interview with Carl Dray {t it is late}.",
    "weekday paper": "{t It is late}, {s Holm} {c said} on Sunday morning.",
    "citing somebody else": "Kyodo wrote a letter, citing Dray, and {s Holm} {c said} {t it is late}.",
    "impersonal": "It is late, {c it is believed}{t .} CNN left.",
    "newspaper she sits on": "{s Holm} {c spilled} tea on the Reef Herald, {t it seems}.",
}


class TestFindVia:
    """find_via()."""

    @pytest.mark.parametrize(("marked", "expected"), ONE.values(), ids=ONE)
    def test_one(self, marked: str, expected: list[str]) -> None:
        """The outlets in an attribution's sentence are those that carry it, nearest to the speaker first."""
        assert [expected] == outlet_names(marked)

    @pytest.mark.parametrize("marked", NONE.values(), ids=NONE)
    def test_none(self, marked: str) -> None:
        """What is itself the source, carries nothing or is no outlet is left out."""
        assert [[]] == outlet_names(marked)

    def test_spans(self) -> None:
        """An outlet has its place where it is named for the attribution, and none where it is carried over."""
        text, attributions = parse_marked("{s1 Holm} {c1 told} CNN {t1 it is late}. {t2 “It is,”} {s2 she} {c2 said}.")
        via = find_via(TextIndex(text), resolved_drafts(attributions))
        spans = [[outlet.span for outlet in chain] for chain in via]

        assert [["CNN"], [None]] == [[span and span.text for span in row] for row in spans]

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Whatever the text, each attribution gets its outlets, and their spans are the text's."""
        found = find_via(TextIndex(article.text), resolved_drafts(article.attributions))
        spans = [outlet.span for via in found for outlet in via if outlet.span]

        assert len(article.attributions) == len(found)
        assert [span.text for span in spans] == [article.text[span.start : span.end] for span in spans]
