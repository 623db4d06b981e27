"""
Cited sources: what an outlet reports is attributed to the source that it cites.

Texts mark their attributions as :mod:`tests.markup` documents, once as the tagger finds them and once as they should
be.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.revisions import REVISIONS
from quotekit.attributions.rules import apply_rules
from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.text import TextIndex
from tests.helpers import context_of, parse_marked
from tests.strategies import articles, spans, texts

CITED = {
    "reported, citing": (
        "{t1 The dam is shut}, {s1 {s2 Kyodo}} {c1 reported}, {c2 citing} {t2 a ministry source}.",
        "{t The dam is shut}, Kyodo {c reported}, citing {s a ministry source}.",
    ),
    "said on a day, quoting": (
        "{t1 The dam is shut}, {s1 {s2 Xinhua}} {c1 said} on Monday, {c2 quoting} {t2 two officials}.",
        "{t The dam is shut}, Xinhua {c said} on Monday, quoting {s two officials}.",
    ),
    "behind the statement": (
        "{s1 {s2 Kyodo}} {c1 reported} on Monday {t1 that it is shut}, {c2 citing} {t2 people familiar with the plan}.",
        "Kyodo {c reported} on Monday {t that it is shut}, citing {s people familiar with the plan}.",
    ),
    "between outlet and verb": (
        "{s1 {s2 Kyodo}}, {c2 citing} {t2 a ministry source}, {c1 said} {t1 the dam is shut}.",
        "Kyodo, citing {s a ministry source}, {c said} {t the dam is shut}.",
    ),
    "first": (
        "{c2 Citing} {t2 a ministry source}, {s1 {s2 the BBC}} {c1 wrote} {t1 that the dam is shut}.",
        "Citing {s a ministry source}, the BBC {c wrote} {t that the dam is shut}.",
    ),
    "according to": (
        "{t1 The dam is shut}, {c1 according to} {s1 {s2 the BBC}}, {c2 citing} {t2 local officials}.",
        "{t The dam is shut}, {c according to} the BBC, citing {s local officials}.",
    ),
    "which cited": (
        "{t1 The dam is shut}, {c1 according to} {s1 the BBC}, {s2 which} {c2 cited} {t2 local officials}.",
        "{t The dam is shut}, {c according to} the BBC, which cited {s local officials}.",
    ),
    "several": (
        "{s1 {s2 The Reef Times}} {c1 said} {t1 it is shut}, {c2 citing} {t2 two officials and a court filing}.",
        "The Reef Times {c said} {t it is shut}, citing {s two officials and a court filing}.",
    ),
    "person": (
        "{s1 {s2 Kyodo}} {c1 said} {t1 it is shut}, {c2 citing} {t2 Foreign Minister Ana Duarte}.",
        "Kyodo {c said} {t it is shut}, citing {s Foreign Minister Ana Duarte}.",
    ),
    "person named in full elsewhere": (
        "Ana Duarte left. {s1 {s2 Kyodo}} {c1 said} {t1 it is shut}, {c2 citing} {t2 Duarte}.",
        "Ana Duarte left. Kyodo {c said} {t it is shut}, citing {s Duarte}.",
    ),
    "person with a clause of her own": (
        "{s1 {s2 Kyodo}} {c1 said} {t1 it is shut}, {c2 citing} {t2 Ana Duarte, who {c3 said} {t3 it leaks}}.",
        "Kyodo {c1 said} {t1 it is shut}, citing {s1 Ana Duarte}, who {c2 said} {t2 it leaks}.",
    ),
    "organization": (
        "{s1 {s2 State media}} {c1 said} {t1 it is shut}, {c2 citing} {t2 the health ministry}.",
        "State media {c said} {t it is shut}, citing {s the health ministry}.",
    ),
    "document": (
        "{s1 {s2 The Reef Times}} {c1 said} {t1 it is shut}, {c2 citing} {t2 court documents}.",
        "The Reef Times {c said} {t it is shut}, citing {s court documents}.",
    ),
    "document of somebody": (
        "{s1 {s2 Reuters}} {c1 said} {t1 it is shut}, {c2 citing} {t2 a report by the coast guard}.",
        "Reuters {c said} {t it is shut}, citing {s a report by the coast guard}.",
    ),
    "document seen by the outlet": (
        "{s1 {s2 Reuters}} {c1 said} {t1 it is shut}, {c2 citing} {t2 a memo seen by the agency}.",
        "Reuters {c said} {t it is shut}, citing {s a memo seen by the agency}.",
    ),
    "another outlet": (
        "{s1 {s2 Reuters}} {c1 reported} {t1 that it is shut}, {c2 citing} {t2 Kyodo}.",
        "Reuters {c reported} {t that it is shut}, citing {s Kyodo}.",
    ),
    "agency by its kind": (
        "{s1 {s2 Japan's Kyodo news agency}} {c1 said} {t1 it is shut}, {c2 citing} {t2 government sources}.",
        "Japan's Kyodo news agency {c said} {t it is shut}, citing {s government sources}.",
    ),
    "report of an outlet": (
        "{s1 {s2 A Reuters report}}, {c2 citing} {t2 three former employees}, {c1 said} {t1 it is shut}.",
        "A Reuters report, citing {s three former employees}, {c said} {t it is shut}.",
    ),
    "report by an outlet": (
        "{s1 {s2 A report in the Reef Times}}, {c2 citing} {t2 a pilot}, {c1 said} {t1 it is shut}.",
        "A report in the Reef Times, citing {s a pilot}, {c said} {t it is shut}.",
    ),
    "the paper": (
        "{s1 {s2 The paper}}, {c2 citing} {t2 a pilot}, {c1 said} {t1 it is shut}.",
        "The paper, citing {s a pilot}, {c said} {t it is shut}.",
    ),
    "around a quotation": (
        "{t1 “It is shut,”} {s1 {s2 CNN}} {c1 reported}, {c2 quoting} {t2 an aide}. {t1 “It leaks.”}",
        "{t “It is shut,”} CNN {c reported}, quoting {s an aide}. {t “It leaks.”}",
    ),
    "nearest report": (
        "{s1 {s2 {s3 Kyodo}}} {c1 said} {t1 it leaks} and {c2 reported} {t2 it is shut}, {c3 citing} {t3 a pilot}.",
        "{s1 Kyodo} {c1 said} {t1 it leaks} and {c2 reported} {t2 it is shut}, citing {s2 a pilot}.",
    ),
    "inside another statement": (
        "{s1 Ida Holm} {c1 said} {t1 that {s2 {s3 Kyodo}}, {c3 citing} {t3 a pilot}, {c2 reported} {t2 a leak}}.",
        "{s1 Ida Holm} {c1 said} {t1 that Kyodo, citing {s2 a pilot}, {c2 reported} {t2 a leak}}.",
    ),
}

SAYING = {
    "quoting as saying": (
        "{s Kyodo} reported, {c quoting} {t a ministry source as saying that the dam is shut}.",
        "Kyodo reported, {c quoting} {s a ministry source} {c as saying} {t that the dam is shut}.",
    ),
    "quoted as saying": (
        "{s Xinhua} {c quoted} {t Foreign Minister Ana Duarte as saying the dam is shut}.",
        "Xinhua {c quoted} {s Foreign Minister Ana Duarte} {c as saying} {t the dam is shut}.",
    ),
    "quotation before": (
        "{t “The dam is shut,”} {s Kyodo} {c quoted} a ministry source as saying.",
        "{t “The dam is shut,”} Kyodo {c quoted} {s a ministry source} {c as saying}.",
    ),
    "quotation behind": (
        "{s Kyodo} {c quoted} a ministry source as saying: {t “The dam is shut.”}",
        "Kyodo {c quoted} {s a ministry source} {c as saying}: {t “The dam is shut.”}",
    ),
    "beside a report": (
        "{s1 {s2 CNN}} {c1 reported} {t1 that it is shut}, and {c2 quoted} {t2 an aide as saying that it leaks}.",
        "{s1 CNN} {c1 reported} {t1 that it is shut}, and {c2 quoted} {s2 an aide} {c2 as saying} {t2 that it leaks}.",
    ),
    "of a report": (
        "{t1 The dam is shut}, {s1 {s2 Kyodo}} {c1 reported}, {c2 quoting} {t2 a ministry source as saying}.",
        "{t The dam is shut}, Kyodo {c reported}, quoting {s a ministry source} as saying.",
    ),
    "statement in one content": (
        "{s The Reef Times} reported, {c citing} {t an internal memo, that the dam is shut}.",
        "The Reef Times reported, {c citing} {s an internal memo}, {t that the dam is shut}.",
    ),
    "statement in one content behind according to": (
        "According to Reuters, {c citing} {t police, the dam is shut}.",
        "According to Reuters, {c citing} {s police}, {t the dam is shut}.",
    ),
}

PLAIN = {
    "behind the verb": (
        "{t The dam is shut}, {s the Financial Times} {c reported} on Friday, quoting two officials.",
        "{t The dam is shut}, the Financial Times {c reported} on Friday, quoting {s two officials}.",
    ),
    "behind the outlet": (
        "{t The dam is shut}, {c according to} {s the BBC}, citing local officials. It rained.",
        "{t The dam is shut}, {c according to} the BBC, citing {s local officials}. It rained.",
    ),
    "which quoted": (
        "{c According to} {s the BBC}, which quoted Mayor Nora Lind, {t the dam is shut}.",
        "{c According to} the BBC, which quoted {s Mayor Nora Lind}, {t the dam is shut}.",
    ),
    "between outlet and verb": (
        "{s Kyodo}, citing a U.S. official, {c said} {t the dam is shut}.",
        "Kyodo, citing {s a U.S. official}, {c said} {t the dam is shut}.",
    ),
    "first": (
        "It rained. Citing U.S. officials, {s Kyodo} {c said} {t the dam is shut}.",
        "It rained. Citing {s U.S. officials}, Kyodo {c said} {t the dam is shut}.",
    ),
    "unnamed behind the statement": (
        "{s Kyodo} {c said} {t the ministry had shut the dam}, citing sources.",
        "Kyodo {c said} {t the ministry had shut the dam}, citing {s sources}.",
    ),
    "source that says itself": (
        "{t1 The dam is shut}, {c1 according to} {s1 the BBC}, {c2 citing} {s2 {t2 local officials}}.",
        "{t The dam is shut}, {c according to} the BBC, citing {s local officials}.",
    ),
}

NOT_CITED = {
    "growth": "{s1 {s2 Kyodo}} {c1 said} {t1 the bank shut branches}, {c2 citing} {t2 low growth}.",
    "precedent": "{s1 {s2 The Reef Times}} {c1 said} {t1 he had lost}, {c2 citing} {t2 precedent}.",
    "release of prisoners": "{s1 {s2 Xinhua}} {c1 said} {t1 it was over}, {c2 citing} {t2 the release of prisoners}.",
    "security reasons": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 security reasons}.",
    "numbers": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 numbers of last year}.",
    "some concerns": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 some concerns}.",
    "law": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 a law from 1990}.",
    "name that may be no person's": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 Snowvember}.",
    "quotation": "{s1 {s2 Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 “officials”}.",
    "poll of its own": "{s1 {s2 The Reef Times}}, {c2 citing} {t2 its own poll}, {c1 said} {t1 Holm would win}.",
    "person who cites": "{s1 {s2 Ida Holm}} {c1 said} {t1 it was shut}, {c2 citing} {t2 statistics}.",
    "person who cites officials": "{s1 {s2 Ida Holm}} {c1 said} {t1 it was shut}, {c2 citing} {t2 two officials}.",
    "reporter who cites": "{s1 {s2 Jo Lind of Reuters}} {c1 said} {t1 it was shut}, {c2 citing} {t2 two officials}.",
    "reporter behind the outlet": "{s1 {s2 CNN's Jo Lind}} {c1 said} {t1 it was shut}, {c2 citing} {t2 two officials}.",
    "organization that cites": "{s1 {s2 The bank}} {c1 said} {t1 it was shut}, {c2 citing} {t2 a report by Reuters}.",
    "platform that cites": "{s1 {s2 Twitter}} {c1 said} {t1 it was shut}, {c2 citing} {t2 two officials}.",
    "bank that cites in a report": "{s1 Kyodo} {c1 said} {t1 {s2 the bank} shut}, {c2 citing} {t2 two officials}.",
    "bank that may cite": "{s Kyodo} {c said} {t the bank was shut}, citing the ministry.",
    "no statement": "{s1 {s2 Reuters}} {c1 cancelled} {t1 the show}, {c2 citing} {t2 two officials}.",
    "next sentence": "{s1 Kyodo} {c1 said} {t1 it was shut}. {s2 It} {c2 cited} {t2 two officials}.",
    "report without a statement": "{s Kyodo} reported, {c citing} {t a ministry source}.",
    "cited source already": "Kyodo reported, {c citing} {s a ministry source}, {t that it was shut}.",
    "quoted source already": "{t “It is shut,”} Kyodo {c quoted} {s a ministry source} {c as saying}.",
    "quoted by an outlet": "{t “It is shut,”} {s a ministry source} {c was quoted by} Kyodo as saying.",
    "outlet that is quoted": "{t “It is shut,”} {s Kyodo} {c was quoted} as saying.",
    "person who quotes": "{s Ida Holm} {c quoted} {t a ministry source as saying it is shut}.",
    "thing that is quoted": "{s Kyodo} {c quoted} {t the sign as saying it is shut}.",
    "as saying in the next sentence": "{s Kyodo} {c quoted} {t the poem}. A pilot was heard as saying no.",
    "without citing": "{t It is shut}, {s the newspaper} {c said}, without citing a source.",
    "nothing cited": "{s Holm} {c said} {t it is shut}.",
    "nothing": "",
}


#: The rules for cited sources, in their order.
RULES = {name: rule for name, rule in REVISIONS.items() if name not in ("boilerplate", "impersonal_sources")}


def drafts_in(marked: str) -> tuple[str, list[Draft]]:
    """Return a text, and drafts of the attributions that it marks, each with another confidence."""
    text, attributions = parse_marked(marked)
    return text, [Draft(a.content, a.cue, a.source, 0.9 - i / 100) for i, a in enumerate(attributions)]


def revised(text: str, drafts: list[Draft]) -> list[Draft]:
    """Return what the rules make of drafts."""
    return in_text_order(apply_rules(context_of(text, find_mentions(TextIndex(text))), drafts, RULES))


def parts(text: str, drafts: list[Draft]) -> tuple[str, list[tuple[Spans, Spans, Spans]]]:
    """Return a text, and content, cue and source of each of its drafts."""
    return text, [(draft.content, draft.cue, draft.source) for draft in drafts]


def expect(expected: str, marked: str) -> list[Draft]:
    """Check that the drafts of a marked text become those of another; return what they have become."""
    text, wanted = drafts_in(expected)
    found = revised(*drafts_in(marked))
    assert parts(text, in_text_order(wanted)) == parts(drafts_in(marked)[0], found)
    return found


class TestCitedSources:
    """The rules for cited sources, one after the other."""

    @pytest.mark.parametrize(("marked", "expected"), CITED.values(), ids=CITED)
    def test_cited(self, marked: str, expected: str) -> None:
        """A report has the cited source in place of the outlet, and the draft with the cue "citing" is gone."""
        assert {(), ("cited_sources",)} >= {draft.changed_by for draft in expect(expected, marked)}

    @pytest.mark.parametrize(("marked", "expected"), SAYING.values(), ids=SAYING)
    def test_saying(self, marked: str, expected: str) -> None:
        """Where source and statement both follow "citing" or "quoting", they are separated."""
        expect(expected, marked)

    @pytest.mark.parametrize(("marked", "expected"), PLAIN.values(), ids=PLAIN)
    def test_plain(self, marked: str, expected: str) -> None:
        """Where the tagger has not found that an outlet cites, the words next to the report decide."""
        assert [("recovered_sources",)] == [draft.changed_by for draft in expect(expected, marked)]

    @pytest.mark.parametrize("marked", NOT_CITED.values(), ids=NOT_CITED)
    def test_not_cited(self, marked: str) -> None:
        """What is no source, or cited by no outlet for what it reports, changes nothing."""
        assert {()} >= {draft.changed_by for draft in expect(marked, marked)}

    @pytest.mark.parametrize(
        "marked", [expected for _, expected in (*CITED.values(), *SAYING.values(), *PLAIN.values())]
    )
    def test_again(self, marked: str) -> None:
        """What has its cited source already stays as it is."""
        expect(marked, marked)

    def test_confidence(self) -> None:
        """A report is as likely with its cited source as before."""
        text, drafts = drafts_in(CITED["reported, citing"][0])

        assert [drafts[0].confidence] == [draft.confidence for draft in revised(text, drafts)]

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Whatever the drafts of any text, none is added, none is empty, and they are in text order."""
        text = data.draw(articles().map(lambda article: article.text) | texts()) + " Kyodo said, citing a U.S. source."
        drawn = st.builds(Draft, spans(text, least=1), spans(text), spans(text), st.floats(0, 1))
        drafts = in_text_order(data.draw(st.lists(drawn, max_size=4)))
        found = revised(text, drafts)

        assert len(found) <= len(drafts)
        assert all(draft.content for draft in found)
        assert all((a.content.start or 0) <= (b.content.start or 0) for a, b in pairwise(found))
