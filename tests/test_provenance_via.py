"""
Via: through which outlets each statement came.

In a text ``{s Ida Holm}`` marks a source, ``{c told}`` a cue and ``{t It is late}`` a content; a digit after the letter
tells the attributions apart, and without one it is the first.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from quotekit.lemmas import cue_lemma
from quotekit.provenance import find_via
from quotekit.provenance.outlets import find_outlets, is_outlet
from quotekit.records import Article, Attribution, Kind, Spans, Speaker, SpeakerKind
from quotekit.speakers import find_mentions
from tests.strategies import articles, texts

MARKED = re.compile(r"\{([sct])(\d*) ([^{}]*)\}")
PRONOUNS = frozenset({"she", "he", "her", "the minister"})
ORGANIZATIONS = frozenset({"The Reef Times", "CNN", "Kyodo", "Reuters"})


def parse(marked: str) -> tuple[str, list[Attribution]]:
    """A text without its marking, and the attributions that it marks; "she" is whoever was named last."""
    text, last = "", 0
    parts: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        bounds = (len(text), len(text) + len(found[3]))
        parts.setdefault(int(found[2] or 1), {}).setdefault(found[1], []).append(bounds)
        text += found[3]
        last = found.end()
    text += marked[last:]
    assert not set("{}") & set(text)
    attributions, name = [], ""
    for number, roles in sorted(parts.items()):
        content, cue, source = (Spans.of(text, roles.get(role, [])) for role in "tcs")
        name = name if not source or source.text.lower() in PRONOUNS else source.text.split()[-1]
        kind = SpeakerKind.ORGANIZATION if source.text in ORGANIZATIONS else SpeakerKind.PERSON
        speaker = Speaker(id=name, name=source.text if kind is SpeakerKind.ORGANIZATION else name, kind=kind)
        attributions.append(
            Attribution(
                id=f"a{number}",
                kind=Kind.INDIRECT,
                content=content,
                quoted=Spans(),
                cue=cue,
                cue_lemma=cue_lemma(cue.text) if cue else None,
                source=source,
                speaker=speaker if name else None,
                addressee=None,
                via=(),
                negated=False,
                parent=None,
                confidence=1.0,
            )
        )
    return text, attributions


def named(marked: str) -> list[list[str]]:
    """The names of the outlets of each attribution."""
    text, attributions = parse(marked)
    return [[outlet.name for outlet in via] for via in find_via(text, attributions, find_mentions(text))]


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
        text, attributions = parse("{s1 Holm} {c1 told} CNN {t1 it is late}. {t2 “It is,”} {s2 she} {c2 said}.")
        spans = [[outlet.span for outlet in via] for via in find_via(text, attributions)]

        assert [["CNN"], [None]] == [[span and span.text for span in row] for row in spans]

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Whatever the text, each attribution gets its outlets, and their spans are the text's."""
        found = find_via(article.text, article.attributions, ())
        spans = [outlet.span for via in found for outlet in via if outlet.span]

        assert len(article.attributions) == len(found)
        assert [span.text for span in spans] == [article.text[span.start : span.end] for span in spans]


class TestFindOutlets:
    """find_outlets() and is_outlet()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She read the New York Times.", ["New York Times"]),
            ("She read The New York Times and The Times.", ["The New York Times", "The New York Times"]),
            ("Holm of Radio Norland left.", ["Radio Norland"]),
            ("Trending Today USA called.", ["Trending Today USA"]),
            ("The nation slept. The post was late.", []),
            ("Monday morning came.", []),
            ("White House aides left.", []),
        ],
        ids=["known", "short", "looks like one", "acronym at the end", "common words", "day", "body"],
    )
    def test_outlets(self, text: str, expected: list[str]) -> None:
        """Outlets are known by the lists or by a word that only they have, by the fullest name."""
        assert expected == [outlet.name for outlet in find_outlets(text, find_mentions(text))]

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [("the BBC", True), ("the paper", True), ("reporters", False), ("CNN reporters", False), ("", False)],
    )
    def test_is_outlet(self, phrase: str, expected: bool) -> None:  # noqa: FBT001
        """Only a phrase that is nothing else is an outlet."""
        assert expected is is_outlet(phrase)

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, outlets stand in it, in order."""
        found = find_outlets(text)

        assert all(0 <= outlet.start < outlet.end <= len(text) for outlet in found)
        assert sorted(found, key=lambda outlet: outlet.start) == found
