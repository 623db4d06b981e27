"""
Resolution: whom each source means.

A text marks each source as ``{words=name}``, with the name that its speaker must have; ``{words=name:kind}`` where the
speaker is no person; ``{words=-:kind}`` for a speaker without a name; ``{words=?}`` where nothing can be told.
"""

from __future__ import annotations

import re
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
from tests.strategies import spans, texts, word_soups

MARKED = re.compile(r"\{([^{}=]+)=([^{}:]+)(?::(\w+))?\}")

#: A speaker's name and kind; None where nothing can be told.
Told = tuple[str | None, str] | None


def parse(marked: str) -> tuple[str, list[Spans], list[Told]]:
    """A text without its marking, its sources, and what must be told of each."""
    text, bounds, expected, last = "", [], [], 0
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        bounds.append((len(text), len(text) + len(found[1])))
        name = None if found[2] == "-" else found[2]
        expected.append(None if name == "?" else (name, found[3] or "person"))
        text += found[1]
        last = found.end()
    text += marked[last:]
    assert not set("{}=") & set(text)
    assert bounds
    return text, [Spans.of(text, [bound]) for bound in bounds], expected


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
    "full name": "{Ida Holm=Ida Holm} said so.",
    "title": "{Finance Minister Ida Holm=Ida Holm} said so.",
    "surname": "Ida Holm left. {Holm=Ida Holm} said so.",
    "surname before the full name": "Holm Says Bank Must Wait\n\n{Holm=Ida Holm} said so. Ida Holm left.",
    "courtesy title": "Ida Holm left. {Ms. Holm=Ida Holm} said so.",
    "only a surname": "{Mr. Dray=Dray} said so.",
    "fullest name": "Ida Holm met Ida M. Holm's aide. {Holm=Ida M. Holm} said so.",
    "possessive": "Ida Holm left. {Holm’s=Ida Holm} claim was doubted.",
    "given name": "Oprah Lind left. {Oprah=Oprah Lind} said so.",
    "family name first": "Ban Ki-ho left. {Mr. Ban=Ban Ki-ho} said so.",
    "nickname": "William Dray left. {Bill Dray=William Dray} said so.",
    "quoted nickname": 'Carl "Bo" Dray left. {Bo Dray=Carl "Bo" Dray} said so.',
    "junior": "Carl Dray Jr. left. {Dray=Carl Dray Jr.} said so.",
    "particle": "Mayor Luis de Soto left. {De Soto=Luis de Soto} said so.",
    "capitals": "HOLM and guests\n\nIda Holm came. {HOLM=Ida Holm} said so.",
    "misspelt": "Ida Lindqvist left. {Lindquist=Ida Lindqvist} said so.",
    "state as surname": "Jim Jordan left. {Jordan=Jim Jordan} said so.",
    "apposition": "{Ida Holm, a former minister of trade,=Ida Holm} said so.",
    "party and state": "{Rep. Ida Holm (D-Wis.)=Ida Holm} said so.",
    "spokesman": "{Reef Bank spokesman Carl Dray=Carl Dray} said so.",
    "at a place": "{Carl Dray at the Reef Bank=Carl Dray} said so.",
    "afterthought": "Ida Holm left. {Holm herself=Ida Holm} said so.",
    "description, then name": "{An attorney for Holm, Carl Dray,=Carl Dray} said so.",
    "kin, then name": "{Holm's niece, state Sen. Ida Lind,=Ida Lind} said so.",
    "outlet's writer": "{The Reef Times' Ida Holm=Ida Holm} said so.",
    "two speakers": "{Ida Holm and Carl Dray=Ida Holm; Carl Dray} said so.",
    "three speakers": "{Ida Holm (D-Wis.), Carl Dray (R-Ohio) and Bo Lind=Ida Holm; Carl Dray; Bo Lind} said so.",
    "two countries": "{Japan and South Korea=Japan; South Korea:organization} said so.",
}

NAMESAKES = {
    "spouses by courtesy title": "Ida Holm met Carl Holm. {Mr. Holm=Carl Holm} said so. {Mrs. Holm=Ida Holm} agreed.",
    "spouses by title": "Senator Ida Holm met Carl Holm. {Senator Holm=Ida Holm} said so.",
    "the one named so far": "Ida Holm spoke. {Holm=Ida Holm} said so. Later Carl Holm came.",
    "the one meant before": (
        "Ida Holm spoke. Holm rose. Carl Holm sat. Holm sat. {Ida Holm=Ida Holm} rose. {Holm=Ida Holm} said so."
    ),
    "nobody to tell": "Ida Holm met Carl Holm. {Holm=Holm} said so.",
    "somebody else's title": "Michelle Dray waved. {Mr. Dray=Dray} said so, and {President Dray=Dray} repeated it.",
    "father and son": "Carl Dray Sr. met Carl Dray Jr. {Dray=Dray} said so.",
    "plural": "Ida Holm left. {The Holms=Holms:group} said so.",
}

BODIES = {
    "outlet": "It was in The Reef Times. {The Reef Times=Reef Times:organization} reported so.",
    "short outlet": "The New York Post has it. {The Post=The New York Post:organization} said so.",
    "acronym": "The Reef Trade Office (RTO) met. {The RTO=Reef Trade Office:organization} said so.",
    "short name": "The Holm-Dray Policy Center met. {The Policy Center=Holm-Dray Policy Center:organization} said so.",
    "by its noun": "The Reef Trade Commission met. {The commission=Reef Trade Commission:organization} said so.",
    "campaign": (
        "{The Holm campaign=Holm campaign:organization} said so. {The campaign=Holm campaign:organization} agreed."
    ),
    "owner's campaign": "Ida Holm left. {Holm's campaign=Holm campaign:organization} said so.",
    "government": "{The Chinese government=Chinese government:organization} said so.",
    "no name": "{A ministry=-:organization} said so.",
    "country": "{The United States=United States:organization} said so.",
    "party": "{Many Republicans=Republicans:group} said so.",
    "counted": "{A number of Democrats=Democrats:group} said so.",
}

DESCRIPTIONS = {
    "official": "{A U.S. official=-:unnamed} said so.",
    "officials": "{U.S. officials=-:group} said so.",
    "spokesman of somebody": "Ida Holm left. {A Holm spokesman=-:unnamed} said so.",
    "advisers to somebody": "Ida Holm left. {advisers to Ms. Holm=-:group} said so.",
    "sources": "{Two sources close to Ida Holm=-:unnamed} said so.",
    "critics": "{Critics=-:unnamed} said so.",
    "clause about others": "{Several neighbors Democrats have met=-:group} said so.",
    "those": "{Those close to Ida Holm=-:unnamed} said so.",
    "by the title": "Mayor Ida Holm left. {The mayor=Ida Holm} said so.",
    "by the short title": "Sen. Ida Holm left. {The Reef senator=Ida Holm} said so.",
    "by the apposition": "Ida Holm, the Treasury secretary, left. {The secretary=Ida Holm} said so.",
    "by the party": "Green nominee Ida Holm met Liberal nominee Carl Dray. {The Liberal nominee=Carl Dray} said so.",
    "former": "President Ida Holm met former President Carl Dray. {The former president=Carl Dray} said so.",
    "vice": "Vice President Ida Holm met President Carl Dray. {The president=Carl Dray} said so.",
    "two of them": "Sen. Ida Holm met Sen. Carl Dray. {The senator=-:unnamed} said so.",
    "not the one": "Treasury Secretary Ida Holm left. {The Defense secretary=-:unnamed} said so.",
    "poll": "{A Reef University poll=Reef University:document} said so.",
    "study by somebody": "{A 2014 study by law professor Carl Dray=Carl Dray:document} said so.",
    "letter": "Ida Holm left. {Holm's letter=Ida Holm:document} said so.",
    "report": "{The report=-:document} said so.",
    "thing": "{Her faith=?} tells her so.",
    "nothing": "{...=?}",
}

PRONOUNS = {
    "subject before": 'Ida Holm spoke. "It rains," {she=Ida Holm} said.',
    "speaker before": '"It rains," said {Ida Holm=Ida Holm}. {She=Ida Holm} added that it pours.',
    "same sentence": "{Ida Holm=Ida Holm} said that {she=Ida Holm} thinks so.",
    "paragraph before": 'Ida Holm rose.\n\n"It rains," {she=Ida Holm} said.',
    "gender by given name": 'Ida Holm met Carl Dray. "It rains," {he=Carl Dray} said.',
    "gender by title": 'Mr. Okoye met Mrs. Abara. "It rains," {she=Abara} said.',
    "gender learnt": "Chair Okoye spoke. {He=Okoye} rose. Ida Holm and Okoye met. {He=Okoye} said so.",
    "not after a preposition": "Carl Dray served under Bo Lind. Then {he=Carl Dray} said so.",
    "not the owner": "Carl Dray praised Mr. Lind's plan. {He=Carl Dray} said so.",
    "not the quoted": '{Carl Dray=Carl Dray} said: "Mr. Lind was here." Then {he=Carl Dray} left.',
    "wrong gender": '{Ida Holm=Ida Holm} spoke. "It rains," {he=?} said.',
    "nobody": '"It rains," {he=?} said.',
    "two that may be meant": "After a walk with Bob Lind, with Carl Dray it rained, {he=?} said.",
    "who": "It was {Ida Holm, who=Ida Holm} said so.",
    "relative pronoun": "They met Ida Holm, {who=Ida Holm} said so.",
    "relative pronoun after an apposition": (
        "They met Ida Holm, a lawyer in the State Department, {who=Ida Holm} said so."
    ),
    "which": "They met the Reef Trade Commission, {which=Reef Trade Commission:organization} said so.",
    "of other numbers": "Ida Holm left. {They=?} said so, {it=?} said so.",
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
            "Carl Dray met Finance Minister Ida Holm. {Ms. Holm=Ida Holm} smiled; {Dray=Carl Dray} did not. "
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
        marked = "{A U.S. official=-} met {another source=-}. {A U.S. official=-} left, {the official=-} said. {A source=-} left."
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
            "{Ida Holm=Ida Holm} said so. {She=Ida Holm} smiled. {You=?} know. {Her faith=?} helps."
        )
        resolution = resolve(text, sources)

        assert ["name", "he or she", "other pronoun", None] == [r.decided_by for r in resolution.resolved]

    def test_other_chooser(self) -> None:
        """Whatever is given chooses among the candidates for an antecedent."""
        text, sources, _ = parse("Ida Holm met Mia Lind. {She=Mia Lind} said so.")
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
        text, sources, _ = parse("{Ida Holm=Ida Holm} spoke. {She=?} smiled.")
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
