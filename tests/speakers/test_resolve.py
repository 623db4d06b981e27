"""
Resolution: whom each source means.

Texts mark their sources with the speaker of each, as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.records import Spans, Speaker, SpeakerKind
from quotekit.speakers import Resolution, resolve_speakers
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Referent
from quotekit.speakers.sieves import SIEVES
from quotekit.text import TextIndex
from tests.helpers import Told, parse_article
from tests.strategies import spans, texts, word_soups


def parse(marked: str) -> tuple[str, list[Spans], list[Told]]:
    """Return a text, its sources, and the speaker that must be found for each."""
    article = parse_article(marked)
    return article.text, article.sources, article.expected


def resolve(text: str, sources: list[Spans]) -> Resolution:
    """The resolution of attributions without contents."""
    return resolve_speakers(
        TextIndex(text), [Draft(Spans(), source=s) for s in sources], find_mentions(TextIndex(text))
    )


def places(resolution: Resolution) -> list[int | None]:
    """The place of each draft's speaker among the speakers."""
    return [None if r.speaker is None else resolution.speakers.index(r.speaker) for r in resolution.resolved]


def resolved(text: str, sources: list[Spans]) -> list[Told]:
    """What is told of each source."""
    speakers = [resolved.speaker for resolved in resolve(text, sources).resolved]
    return [None if speaker is None else (speaker.name, speaker.kind.value) for speaker in speakers]


NAMES = {
    "full name": "{s Ida Holm=Ida Holm} said so.",
    "title": "{s Finance Minister Ida Holm=Ida Holm} said so.",
    "surname": "Ida Holm left. {s Holm=Ida Holm} said so.",
    "surname before the full name": "Holm Says Bank Must Wait\n\n{s Holm=Ida Holm} said so. Ida Holm left.",
    "courtesy title": "Ida Holm left. {s Ms. Holm=Ida Holm} said so.",
    "only a surname": "{s Mr. Dray=Dray} said so.",
    "fullest name": "Ida Holm met Ida M. Holm's aide. {s Holm=Ida M. Holm} said so.",
    "possessive": "Ida Holm left. {s Holm’s=Ida Holm} claim was doubted.",
    "given name": "Oprah Lind left. {s Oprah=Oprah Lind} said so.",
    "family name first": "Ban Ki-ho left. {s Mr. Ban=Ban Ki-ho} said so.",
    "nickname": "William Dray left. {s Bill Dray=William Dray} said so.",
    "quoted nickname": 'Carl "Bo" Dray left. {s Bo Dray=Carl "Bo" Dray} said so.',
    "junior": "Carl Dray Jr. left. {s Dray=Carl Dray Jr.} said so.",
    "particle": "Mayor Luis de Soto left. {s De Soto=Luis de Soto} said so.",
    "capitals": "HOLM and guests\n\nIda Holm came. {s HOLM=Ida Holm} said so.",
    "misspelt": "Ida Lindqvist left. {s Lindquist=Ida Lindqvist} said so.",
    "state as surname": "Jim Jordan left. {s Jordan=Jim Jordan} said so.",
    "apposition": "{s Ida Holm, a former minister of trade,=Ida Holm} said so.",
    "party and state": "{s Rep. Ida Holm (D-Wis.)=Ida Holm} said so.",
    "spokesman": "{s Reef Bank spokesman Carl Dray=Carl Dray} said so.",
    "at a place": "{s Carl Dray at the Reef Bank=Carl Dray} said so.",
    "afterthought": "Ida Holm left. {s Holm herself=Ida Holm} said so.",
    "description, then name": "{s An attorney for Holm, Carl Dray,=Carl Dray} said so.",
    "kin, then name": "{s Holm's niece, state Sen. Ida Lind,=Ida Lind} said so.",
    "outlet's writer": "{s The Reef Times' Ida Holm=Ida Holm} said so.",
    "two speakers": "{s Ida Holm and Carl Dray=Ida Holm; Carl Dray} said so.",
    "three speakers": "{s Ida Holm (D-Wis.), Carl Dray (R-Ohio) and Bo Lind=Ida Holm; Carl Dray; Bo Lind} said so.",
    "two countries": "{s Japan and South Korea=Japan; South Korea:organization} said so.",
}

NAMESAKES = {
    "spouses by courtesy title": (
        "Ida Holm met Carl Holm. {s1 Mr. Holm=Carl Holm} said so. {s2 Mrs. Holm=Ida Holm} agreed."
    ),
    "spouses by title": "Senator Ida Holm met Carl Holm. {s Senator Holm=Ida Holm} said so.",
    "the one named so far": "Ida Holm spoke. {s Holm=Ida Holm} said so. Later Carl Holm came.",
    "the one meant before": (
        "Ida Holm spoke. Holm rose. Carl Holm sat. Holm sat. {s1 Ida Holm=Ida Holm} rose. {s2 Holm=Ida Holm} said so."
    ),
    "nobody to tell": "Ida Holm met Carl Holm. {s Holm=Holm} said so.",
    "somebody else's title": (
        "Michelle Dray waved. {s1 Mr. Dray=Dray} said so, and {s2 President Dray=Dray} repeated it."
    ),
    "father and son": "Carl Dray Sr. met Carl Dray Jr. {s Dray=Dray} said so.",
    "plural": "Ida Holm left. {s The Holms=Holms:group} said so.",
}

BODIES = {
    "outlet": "It was in The Reef Times. {s The Reef Times=Reef Times:organization} reported so.",
    "short outlet": "The New York Post has it. {s The Post=The New York Post:organization} said so.",
    "acronym": "The Reef Trade Office (RTO) met. {s The RTO=Reef Trade Office:organization} said so.",
    "short name": (
        "The Holm-Dray Policy Center met. {s The Policy Center=Holm-Dray Policy Center:organization} said so."
    ),
    "by its noun": "The Reef Trade Commission met. {s The commission=Reef Trade Commission:organization} said so.",
    "campaign": (
        "{s1 The Holm campaign=Holm campaign:organization} said so. {s2 The campaign=Holm campaign:organization} "
        "agreed."
    ),
    "owner's campaign": "Ida Holm left. {s Holm's campaign=Holm campaign:organization} said so.",
    "government": "{s The Chinese government=Chinese government:organization} said so.",
    "no name": "{s A ministry=-:organization} said so.",
    "country": "{s The United States=United States:organization} said so.",
    "party": "{s Many Republicans=Republicans:group} said so.",
    "counted": "{s A number of Democrats=Democrats:group} said so.",
}

DESCRIPTIONS = {
    "official": "{s A U.S. official=-:unnamed} said so.",
    "officials": "{s U.S. officials=-:group} said so.",
    "spokesman of somebody": "Ida Holm left. {s A Holm spokesman=-:unnamed} said so.",
    "advisers to somebody": "Ida Holm left. {s advisers to Ms. Holm=-:group} said so.",
    "sources": "{s Two sources close to Ida Holm=-:unnamed} said so.",
    "critics": "{s Critics=-:unnamed} said so.",
    "clause about others": "{s Several neighbors Democrats have met=-:group} said so.",
    "those": "{s Those close to Ida Holm=-:unnamed} said so.",
    "by the title": "Mayor Ida Holm left. {s The mayor=Ida Holm} said so.",
    "by the short title": "Sen. Ida Holm left. {s The Reef senator=Ida Holm} said so.",
    "by the apposition": "Ida Holm, the Treasury secretary, left. {s The secretary=Ida Holm} said so.",
    "by the party": "Green nominee Ida Holm met Liberal nominee Carl Dray. {s The Liberal nominee=Carl Dray} said so.",
    "former": "President Ida Holm met former President Carl Dray. {s The former president=Carl Dray} said so.",
    "vice": "Vice President Ida Holm met President Carl Dray. {s The president=Carl Dray} said so.",
    "two of them": "Sen. Ida Holm met Sen. Carl Dray. {s The senator=-:unnamed} said so.",
    "not the one": "Treasury Secretary Ida Holm left. {s The Defense secretary=-:unnamed} said so.",
    "poll": "{s A Reef University poll=Reef University:document} said so.",
    "study by somebody": "{s A 2014 study by law professor Carl Dray=Carl Dray:document} said so.",
    "letter": "Ida Holm left. {s Holm's letter=Ida Holm:document} said so.",
    "report": "{s The report=-:document} said so.",
    "thing": "{s Her faith=?} tells her so.",
    "nothing": "{s ...=?}",
}

PRONOUNS = {
    "subject before": 'Ida Holm spoke. "It rains," {s she=Ida Holm} said.',
    "speaker before": '"It rains," said {s1 Ida Holm=Ida Holm}. {s2 She=Ida Holm} added that it pours.',
    "same sentence": "{s1 Ida Holm=Ida Holm} said that {s2 she=Ida Holm} thinks so.",
    "paragraph before": 'Ida Holm rose.\n\n"It rains," {s she=Ida Holm} said.',
    "gender by given name": 'Ida Holm met Carl Dray. "It rains," {s he=Carl Dray} said.',
    "gender by title": 'Mr. Okoye met Mrs. Abara. "It rains," {s she=Abara} said.',
    "gender learnt": "Chair Okoye spoke. {s1 He=Okoye} rose. Ida Holm and Okoye met. {s2 He=Okoye} said so.",
    "not after a preposition": "Carl Dray served under Bo Lind. Then {s he=Carl Dray} said so.",
    "not the owner": "Carl Dray praised Mr. Lind's plan. {s He=Carl Dray} said so.",
    "not the quoted": '{s1 Carl Dray=Carl Dray} said: "Mr. Lind was here." Then {s2 he=Carl Dray} left.',
    "wrong gender": '{s1 Ida Holm=Ida Holm} spoke. "It rains," {s2 he=?} said.',
    "nobody": '"It rains," {s he=?} said.',
    "two that may be meant": "After a walk with Bob Lind, with Carl Dray it rained, {s he=?} said.",
    "who": "It was {s Ida Holm, who=Ida Holm} said so.",
    "relative pronoun": "They met Ida Holm, {s who=Ida Holm} said so.",
    "relative pronoun after an apposition": (
        "They met Ida Holm, a lawyer in the State Department, {s who=Ida Holm} said so."
    ),
    "which": "They met the Reef Trade Commission, {s which=Reef Trade Commission:organization} said so.",
    "of other numbers": "Ida Holm left. {s1 They=-:group} said so, {s2 it=?} said so.",
}

ALL = {f"{group}: {name}": marked for group, cases in {
    "names": NAMES,
    "namesakes": NAMESAKES,
    "organizations": BODIES,
    "descriptions": DESCRIPTIONS,
    "pronouns": PRONOUNS,
}.items() for name, marked in cases.items()}  # fmt: skip


class TestResolveSpeakers:
    """resolve_speakers()."""

    @pytest.mark.parametrize("marked", ALL.values(), ids=ALL)
    def test_sources(self, marked: str) -> None:
        """Each source gets the speaker that it means, or none where it is not safe to tell."""
        text, sources, expected = parse(marked)

        assert expected == resolved(text, sources)

    def test_speaker(self) -> None:
        """A speaker has titles as printed, each once, and every mention in text order; its id counts first mentions."""
        text, sources, _ = parse(
            "Carl Dray met Finance Minister Ida Holm. {s1 Ms. Holm=Ida Holm} smiled; {s2 Dray=Carl Dray} did not. "
            "Holm, the Finance minister, left."
        )
        resolution = resolve(text, sources)

        assert (
            Speaker("s1", "Carl Dray", SpeakerKind.PERSON, (), Spans.of(text, [(0, 9), (58, 62)])),
            Speaker(
                "s2",
                "Ida Holm",
                SpeakerKind.PERSON,
                ("Finance Minister",),
                Spans.of(text, [(14, 39), (41, 49), (72, 76)]),
            ),
        ) == resolution.speakers
        assert [1, 0] == places(resolution)

    def test_no_source(self) -> None:
        """An attribution without a source has no speaker, and one whose speaker is nobody's source is none."""
        resolution = resolve("Ida Holm left.", [Spans(), Spans()])

        assert ((), [None, None]) == (resolution.speakers, places(resolution))

    def test_unnamed_speakers(self) -> None:
        """Each description is one speaker; "the official" goes back to the only one."""
        marked = (
            "{s1 A U.S. official=-} met {s2 another source=-}. {s3 A U.S. official=-} left, {s4 the official=-} "
            "said. {s5 A source=-} left."
        )
        text, sources, _ = parse(marked)
        resolution = resolve(text, sources)

        assert [0, 1, 0, 0, 2] == places(resolution)
        assert ["A U.S. official", "A U.S. official", "the official"] == [
            m.text for m in resolution.speakers[0].mentions
        ]

    def test_pieces(self) -> None:
        """A source of several pieces is read by the first that tells something."""
        text = "It holds by faith, said Ida Holm of the Reef Bank."
        source = Spans.of(text, [(12, 17), (24, 32), (40, 49)])

        assert [("Ida Holm", "person")] == resolved(text, [source])

    def test_order(self) -> None:
        """The answers stand in the order of the sources given, whatever the order of the text."""
        text, sources, expected = parse(PRONOUNS["speaker before"])

        assert expected[::-1] == resolved(text, sources[::-1])

    def test_decided_by(self) -> None:
        """A draft has the name of the sieve that decided on it, also where nobody can say who speaks."""
        text, sources, _ = parse(
            "{s1 Ida Holm=Ida Holm} said so. {s2 She=Ida Holm} smiled. {s3 You=?} know. {s4 Her faith=?} helps."
        )
        resolution = resolve(text, sources)

        assert ["name", "he or she", "other pronoun", None] == [r.decided_by for r in resolution.resolved]

    def test_other_chooser(self) -> None:
        """Whatever is given chooses among the candidates for an antecedent."""
        text, sources, _ = parse("Ida Holm met Mia Lind. {s She=Mia Lind} said so.")
        drafts = [Draft(Spans(), source=source) for source in sources]
        asked = []

        def choose(query: Query, candidates: Sequence[Candidate], _: Discourse) -> Referent:
            asked.append((query.pronoun, [text[c.start : c.end] for c in candidates]))
            return candidates[-1].referent

        resolution = resolve_speakers(TextIndex(text), drafts, find_mentions(TextIndex(text)), choose=choose)

        assert ["Mia Lind"] == [speaker.name for speaker in resolution.speakers]
        assert [("she", ["Ida Holm", "Mia Lind"])] == asked

    def test_other_sieves(self) -> None:
        """Sieves that are left out decide nothing."""
        text, sources, _ = parse("{s1 Ida Holm=Ida Holm} spoke. {s2 She=?} smiled.")
        drafts = [Draft(Spans(), source=source) for source in sources]
        sieves = {"name": SIEVES["name"]}
        resolution = resolve_speakers(TextIndex(text), drafts, find_mentions(TextIndex(text)), sieves=sieves)

        assert ["name", None] == [r.decided_by for r in resolution.resolved]

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any sources of any text give speakers with ids in order, all of them used, whose mentions are in the text."""
        text = data.draw(texts() | word_soups())
        sources = data.draw(st.lists(spans(text), max_size=5))
        resolution = resolve(text, sources)
        speakers, indices = resolution.speakers, places(resolution)

        assert [f"s{number}" for number in range(1, len(speakers) + 1)] == [speaker.id for speaker in speakers]
        assert set(range(len(speakers))) == {index for index in indices if index is not None}
        assert [] == [i for i, source in zip(indices, sources, strict=True) if i is not None and not source]
        assert [] == [m for s in speakers for m in s.mentions if text[m.start : m.end] != m.text]
