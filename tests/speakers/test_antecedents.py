"""
Whom "he" and "she" go back to, and what tells it: passages, places in sentences, genders.

The marking of the texts is told in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.speakers.antecedents import Candidate, antecedent
from quotekit.speakers.genders import genders_by_pronouns
from quotekit.speakers.passages import Passages
from quotekit.speakers.relative_pronouns import before_relative
from quotekit.text import TextIndex, pair_marks
from tests.marked_speakers import parse_article
from tests.names.test_mentions import word_soups
from tests.strategies import spans, texts

PRONOUNS = {
    "asked": '{Carl Dray=Carl Dray} asked Bob Lind [1|why]. [2|"It rained,"] {he=Bob Lind} said.',
    "asked by a woman": '{Ida Holm=Ida Holm} asked Bob Lind [1|why]. [2|"It rained,"] {he=Bob Lind} said.',
    "subject of the main clause": 'When Mia Lind left, Ida Holm rose. [1|"It rains,"] {she=Ida Holm} said.',
    "subject of the same sentence": "Mia Lind spoke. Ida Holm left after {she=Ida Holm} said [1|so].",
    "named in what is said": "Bob Ash rose. [1|Carl Dray is late], {he=Bob Ash} said.",
    "named in what another said": "{Ida Holm=Ida Holm} said [1|that Mia Lind was late]. {She=Ida Holm} added [2|that it rained].",
    "named beside another": "Mia Lind met the owner, Ida Holm. {She=Mia Lind} said [1|so].",
    "owner at the start": "Bob Ash's aim is unclear, but {he=Bob Ash} said [1|so].",
    "after somebody without a name": "Carl Dray left. {A spokesman=-:unnamed} waited. {He=-:unnamed} said [2|so].",
    "after somebody who is told of": "Carl Dray left. The driver waited. {He=?} said [1|so].",
    "after somebody with an adjective": "Carl Dray left. The tired young driver waited. {He=?} said [1|so].",
    "after somebody's somebody": "Carl Dray left; Dray's landlord waited. {He=?} said [1|so].",
    "after a woman who is told of": "Carl Dray left. His wife waited. {He=Carl Dray} said [1|so].",
    "after who may be the same": "Carl Dray left. The suspect waited. {He=Carl Dray} said [1|so].",
    "after the same by a title": "Mayor Carl Dray left. The mayor waited. {He=Carl Dray} said [1|so].",
    "after the same by an apposition": "Carl Dray, a driver, left. The driver waited. {He=Carl Dray} said [1|so].",
    "after what somebody is": "Carl Dray left. The driver is Carl Dray. {He=Carl Dray} said [1|so].",
    "after a title in lower case": "Carl Dray left. A mayor named Ida Holm waited. {He=Carl Dray} said [1|so].",
    "after a woman without a name": "Carl Dray left. {A spokeswoman=-:unnamed} waited. {He=Carl Dray} said [2|so].",
    "passed on": "Carl Dray left. He rose. He sat. He stood. He walked. He ran. {He=Carl Dray} said [1|so].",
    "too far away": "Carl Dray left. It rained. It poured. It froze. It snowed. {He=?} said [1|so].",
    "two alike": "Carl Dray and Bob Ash met. {He=?} said [1|so].",
    "a surname of two": "Ida Holm met Carl Holm. Holm rose. {He=Carl Holm} said [1|so].",
    "gender told by pronouns": "Okafor said that she was late. Okafor knew that she was. Okafor met Lind. {She=Okafor} said [1|so].",
    "no month": "Ida Holm left in May. It rained. {She=Ida Holm} said [1|so].",
    "no place": "Ida Holm lives in Ashton. Ashton is old. {She=?} said [1|so].",
    "no byline": 'By Bob Ash\n\nCarl Dray rose. [1|"It rains,"] {he=Carl Dray} said.',
    "of a strange description": "{His opposite number, Carl Dray,=Carl Dray} said [1|so].",
    "his": "Carl Dray rose. In {his=Carl Dray} view, [1|it rains].",
    "him": "Carl Dray rose. To {him=Carl Dray} [1|it is clear].",
    "himself": "Carl Dray rose. {He himself=Carl Dray} said [1|so].",
    "with an apposition": "Carl Dray rose. {He, a lawyer,=Carl Dray} said [1|so].",
    "inside a quotation": 'Bob Ash said: "Carl Dray was here. {He=Carl Dray} said [1|so]."',
    "across a quotation": '{Carl Dray=Carl Dray} said: [1|"Bob Ash was here. Bob Ash left."] {He=Carl Dray} added [2|more].',
}

RELATIVES = {
    "who": "They met Ida Holm, {who=Ida Holm} said [1|so].",
    "who after age and home": "They met Ida Holm, 59, of Ashton, Md., {who=Ida Holm} said [1|so].",
    "who after party": "They met Ida Holm (D-Ohio), {who=Ida Holm} said [1|so].",
    "who in an apposition": "They met Ida Holm, a State Department lawyer {who=Ida Holm} said [1|so].",
    "who after a surname's apposition": "Ida Holm left. They met Holm, now the mayor, {who=Ida Holm} said [1|so].",
    "whose": "They met Ida Holm, {whose=Ida Holm} view is [1|so].",
    "whom": "They met Ida Holm, {whom=Ida Holm} it cost [1|so].",
    "which": "They met the Reef Bank, {which=Reef Bank:organization} said [1|so].",
    "that": "It is the Reef Bank {that=Reef Bank:organization} said [1|so].",
    "that after a comma": "They met the Reef Bank, {that=?} is, [1|so].",
    "who of others": "They met farmers {who=?} said [1|so].",
}


class TestPronouns:
    """Sources that are pronouns for one person."""

    @pytest.mark.parametrize("marked", PRONOUNS.values(), ids=PRONOUNS)
    def test_whom(self, marked: str) -> None:
        """Whoever the sentences before are about is meant, and nobody where two may be."""
        article = parse_article(marked)

        assert article.expected == article.resolve()


class TestRelatives:
    """Sources that are relative pronouns, and before_relative()."""

    @pytest.mark.parametrize("marked", RELATIVES.values(), ids=RELATIVES)
    def test_whom(self, marked: str) -> None:
        """A relative pronoun goes back to the name right before it, or before its apposition."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any offset of any text has one of the names before it, or none."""
        text = data.draw(texts() | word_soups())
        at = data.draw(st.integers(0, len(text)))
        mentions = [m for m in find_mentions(TextIndex(text)) if m.end <= at]

        assert before_relative(text, data.draw(st.sampled_from(["who", "which", "that"])), at, mentions) in [
            None,
            *mentions,
        ]


class TestAntecedent:
    """antecedent()."""

    def of(self, text: str, *names: str, fit: float = 1.0) -> object:
        """Whom a pronoun at the end of a text means."""
        candidates = [Candidate(text.index(n), text.index(n) + len(n), n, fit=fit) for n in names]
        return antecedent(text, len(text), candidates, Passages(text, pair_marks(text), []))

    def test_nobody(self) -> None:
        """Without anybody named, nobody is meant."""
        assert self.of("It rained. ") is None

    def test_who_does_not_fit(self) -> None:
        """Who does not fit is not meant."""
        assert self.of("Holm left. ", "Holm", fit=0.0) is None

    def test_subject(self) -> None:
        """The subject is meant, not who is in somebody else's phrase."""
        assert self.of("Holm left with Dray. ", "Holm", "Dray") == "Holm"

    def test_two(self) -> None:
        """Where two weigh the same, nobody is meant."""
        assert self.of("With Holm, with Dray it rained. ", "Holm", "Dray") is None

    def test_more_than_a_reader_keeps_in_mind(self) -> None:
        """Of very many candidates the last ones are looked at."""
        text = "Holm left. " + "Dray sat. " * 90
        candidates = [Candidate(at, at + 4, at) for at in range(11, len(text), 10)]

        assert candidates[-1].who == antecedent(text, len(text), candidates, Passages(text, [], []))

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any candidates in any text are read; who is meant is one of those before."""
        text = data.draw(texts() | word_soups())
        found = data.draw(spans(text))
        at = data.draw(st.integers(0, len(text)))
        candidates = [Candidate(span.start, span.end, i) for i, span in enumerate(found)]
        who = antecedent(text, at, candidates, Passages(text, pair_marks(text), []))

        assert who in [None, *(c.who for c in candidates if c.start < at)]


class TestGenders:
    """genders_by_pronouns()."""

    def of(self, text: str) -> dict[int, str]:
        """What pronouns tell of the names in a text; the key is the place of a name's first mention."""
        return dict(
            genders_by_pronouns(
                text, find_mentions(TextIndex(text)), lambda m: text.index(m.name.surname), Passages(text, [], [])
            )
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Okafor said that she left. She was tired.", {0: "female"}),
            ("Okafor said that she left.", {}),
            ("Okafor closed her account, she said.", {}),
            ("Ida Okafor closed her account, she said.", {4: "female"}),
            ("Okafor said that she left. He was tired.", {}),
            ("Okafor met Lind before she left. She was tired.", {}),
            ("Okafor's aide said that she left. She was tired.", {}),
            ("In Okafor she left. She was tired.", {}),
        ],
        ids=[
            "two pronouns",
            "one",
            "one sentence",
            "one sentence of a person",
            "different ones",
            "two names",
            "owner",
            "place",
        ],
    )
    def test_told(self, text: str, expected: dict[int, str]) -> None:
        """Pronouns tell a gender where a sentence is about one person alone, and they agree."""
        assert expected == self.of(text)


class TestPassages:
    """Passages."""

    TEXT = 'Ida Holm left. "It rains. It pours," she said.\n\nNobody spoke.'

    def passages(self) -> Passages:
        """The passages of the text, with its quotation as a content."""
        return Passages(
            self.TEXT, pair_marks(self.TEXT), [Spans.of(self.TEXT, [(15, 36)]), Spans.of(self.TEXT, [(26, 34)])]
        )

    def test_sentences(self) -> None:
        """Sentences are counted outside of quotation marks, and begin where they begin."""
        passages = self.passages()

        assert [0, 1, 1, 1, 2] == [passages.sentence(at) for at in (0, 15, 26, 37, 50)]
        assert [0, 15, 48] == [passages.sentence_start(at) for at in (5, 40, 50)]

    def test_quoted_and_told(self) -> None:
        """Offsets are between quotation marks, in somebody's statement, or neither."""
        passages = self.passages()

        assert [False, True, True, False] == [passages.is_quoted(at) for at in (14, 15, 35, 36)]
        assert [False, True, True, False] == [passages.is_told(at) for at in (14, 15, 35, 36)]

    def test_holders(self) -> None:
        """Statements that have a stretch inside come with the innermost first."""
        assert [[(1, 26), (0, 15)], [(0, 15)], []] == [
            self.passages().holders(*b) for b in ((27, 30), (16, 18), (0, 3))
        ]

    def test_running(self) -> None:
        """A paragraph of a running quotation knows the one before."""
        text = "“It rains.\n\n“It pours.” “No.”"
        passages = Passages(text, pair_marks(text), [])

        assert [None, 1, None] == [passages.part_before(at) for at in (0, text.index("“It p"), text.index("“No"))]

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any text has its sentences in order, and its holders are contents that have the offset."""
        text = data.draw(texts())
        contents = data.draw(st.lists(spans(text), max_size=4))
        passages = Passages(text, pair_marks(text), contents)
        numbers = [passages.sentence(at) for at in range(len(text))]

        assert sorted(numbers) == numbers
        for at in range(len(text)):
            held = {i for i, content in enumerate(contents) if any(p.start <= at < p.end for p in content)}
            assert held == {index for index, _ in passages.holders(at, at + 1)}
            assert bool(held) == passages.is_told(at)
