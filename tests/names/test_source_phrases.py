"""Source phrases: names, descriptions, pronouns and quantities."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex
from tests.strategies import texts, word_soups


def parse(phrase: str) -> SourcePhrase:
    """Parse a whole string as a source phrase."""
    index = TextIndex(phrase)
    return parse_source(index, (0, len(phrase)), find_mentions(index))


class TestNames:
    """Phrases that name their speakers."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("Ida Holm", ["Ida Holm"]),
            ("Holm spokesman Carl Dray", ["Carl Dray"]),
            ("Ida Holm of the Bank of Reef", ["Ida Holm"]),
            ("Ida Holm and Carl Dray", ["Ida Holm", "Carl Dray"]),
            ("both Ida Holm (D-Ohio) and Carl Dray", ["Ida Holm", "Carl Dray"]),
            ("White House press secretary Ida Holm", ["Ida Holm"]),
            ("A lawyer for Holm, Carl Dray,", ["Carl Dray"]),
            ("a study by Carl Dray", ["Carl Dray"]),
            ("a Reuters survey", ["Reuters"]),
            ("early results of a survey conducted by Reuters", ["Reuters"]),
            ("a copy of Carl Dray's letter", ["Carl Dray"]),
            ("a Reef Council auditor's report", []),
            ("an article in The Reef Post", ["Reef Post"]),
            ("a Facebook post", []),
            ("six Reef newspapers in Utah, including the Salt Post,", ["Salt Post"]),
            ("those who test it, such as the Reef Fund", ["Reef Fund"]),
            (
                "the other candidates on stage -- former governor Dale Pike, Ida Holm and Bo Ash",
                ["Dale Pike", "Ida Holm", "Bo Ash"],
            ),
            ("Real estate mogul and reality television star Carl Dray", ["Carl Dray"]),
            ("the front-runner and former secretary of state Ida Holm", ["Ida Holm"]),
            ("The Hill newspaper", ["Hill"]),
            ("a Holm spokesman", []),
            ("the two leading Republicans, Ida Holm and Senator Bo Dray,", ["Ida Holm", "Bo Dray"]),
            ("other Democrats, like Ida Holm, Bo Dray and Cy Fox", ["Ida Holm", "Bo Dray", "Cy Fox"]),
            (
                "The top Republicans in Congress, Ida Holm, the speaker of the House, and Bo Dray, the Senate leader,",
                ["Ida Holm", "Bo Dray"],
            ),
            ("Democrats, including Ida Holm,", ["Democrats"]),
            ("two Democrats", []),
            ("Two of the Republicans on the council", []),
            ("One pastor supporting Mr. Holm, Bo Dray of Reef Chapel in Marion,", ["Bo Dray"]),
            ("several delegates supporting Ida Holm", []),
            ("groups urging Ida Holm to run", []),
            ("the leading Republican Ida Holm", ["Ida Holm"]),
            ("one source who identified Holm but spoke on background", []),
            ("an email obtained by the Reef Fund", []),
            ("a copy of the letter reviewed by Reuters", []),
            ("a letter from the Reef Fund obtained by Reuters", ["Reef Fund"]),
            ("a report released by the Reef Fund", ["Reef Fund"]),
            ("a Washington Post-ABC News poll", ["Washington Post", "ABC News"]),
            ("the latest NBC-Wall Street Journal survey", ["NBC", "Wall Street Journal"]),
            ("a Reuters-Delta tracking poll", ["Reuters", "Delta"]),
            ("Initial estimates", []),
            ("Holm-era figures", []),
            ("Reef Dal (United) youth leader Navin Holm", ["Navin Holm"]),
            ("The Reef Party (Unified)", ["Reef Party"]),
            ("Additional director of Department of Reef Fisheries Dr Shireen Alam-Dewan", ["Shireen Alam-Dewan"]),
            ("Deputy Director General (Legal) of the Commission Ms. Nilanthi Weerakkody", ["Nilanthi Weerakkody"]),
            ("Minister in charge of the district Prakash Hegde-Rao", ["Prakash Hegde-Rao"]),
            ("Deputy commissioner of police (North) Gurmeet Yadav Sahni", ["Gurmeet Yadav Sahni"]),
            ("the Director of the Reef Fire Service, Mr Chidi Eze, who left early", ["Chidi Eze"]),
            ("The Director of the Reef Fire Service", []),
            ("The District Chief Executive", []),
            ("the Kisima MCA", []),
            ("The incumbent Member of Parliament for Reef North", []),
            ("Secretary Aviation", []),
            ("The Commissioner of Police", []),
            ("The Director of Public Prosecutions", []),
            ("Exporters", []),
            ("Growers in Reef", []),
        ],
    )
    def test_named(self, phrase: str, expected: list[str]) -> None:
        """The name at the end of the head speaks, or that in an apposition; of a document, its authors are named."""
        assert expected == [mention.name.text for mention in parse(phrase).named]


class TestDescriptions:
    """Phrases that describe their speakers."""

    @pytest.mark.parametrize(
        ("phrase", "kind", "article", "noun"),
        [
            ("a Holm spokesman", SpeakerKind.UNNAMED, "a", "spokesman"),
            ("two advisers to Ms. Holm", SpeakerKind.GROUP, "", "advisers"),
            ("the bank", SpeakerKind.ORGANIZATION, "the", "bank"),
            ("his poll", SpeakerKind.DOCUMENT, "", "poll"),
            ("a 62-year-old", SpeakerKind.UNNAMED, "a", "62-year-old"),
            ("a number of farmers", SpeakerKind.GROUP, "", "farmers"),
            ("one of the senators", SpeakerKind.UNNAMED, "", "one"),
            ("neighbors Democrats have met", SpeakerKind.GROUP, "", "neighbors"),
            ("the kindness", None, "the", "kindness"),
            ("a hotel", None, "a", "hotel"),
            ("a commuter", SpeakerKind.UNNAMED, "a", "commuter"),
            ("the homeowner", SpeakerKind.UNNAMED, "the", "homeowner"),
            ("another local", SpeakerKind.UNNAMED, "", "local"),
            ("one pensioner", SpeakerKind.UNNAMED, "", "pensioner"),
            ("an inside source", SpeakerKind.UNNAMED, "an", "source"),
            ("an outside group", SpeakerKind.ORGANIZATION, "an", "group"),
            ("a group of rabbis", SpeakerKind.GROUP, "", "rabbis"),
            ("much of the electorate", SpeakerKind.GROUP, "the", "electorate"),
            ("About six in 10 ferry riders", SpeakerKind.GROUP, "", ""),
            ("nearly two-thirds", SpeakerKind.GROUP, "", ""),
            ("just shy of half, 49%,", SpeakerKind.GROUP, "", ""),
            ("large majorities in both towns", SpeakerKind.GROUP, "", "majorities"),
            ("more than two-thirds of ferry crews", SpeakerKind.GROUP, "", "crews"),
            ("those in the hall", SpeakerKind.GROUP, "", "those"),
            ("those familiar with the talks", SpeakerKind.UNNAMED, "", "those"),
            ("people briefed on the sale", SpeakerKind.UNNAMED, "", "people"),
            ("people who rent boats", SpeakerKind.GROUP, "", "people"),
            ("many in the harbor", SpeakerKind.GROUP, "", "many"),
            ("analysts", SpeakerKind.UNNAMED, "", "analysts"),
            ("shipping analysts", SpeakerKind.GROUP, "", "analysts"),
            ("some opponents", SpeakerKind.UNNAMED, "some", "opponents"),
            ("harbor insiders", SpeakerKind.GROUP, "", "insiders"),
            ("the local media", SpeakerKind.GROUP, "the", "media"),
            ("early results of a survey", SpeakerKind.DOCUMENT, "a", "survey"),
            ("the results", SpeakerKind.DOCUMENT, "the", "results"),
            ("results of their work", SpeakerKind.DOCUMENT, "", "results"),
            ("a constellation of super PACs", SpeakerKind.GROUP, "", "pacs"),
            ("367,491 people", SpeakerKind.GROUP, "", "people"),
            ("one organization campaigning for the dam", SpeakerKind.ORGANIZATION, "", "organization"),
            ("strategists", SpeakerKind.GROUP, "", "strategists"),
            ("the party's top figures", SpeakerKind.GROUP, "the", "figures"),
            ("a senior opposition figure", SpeakerKind.UNNAMED, "a", "figure"),
            ("the latest figures", SpeakerKind.DOCUMENT, "the", "figures"),
            ("the officers running the country", SpeakerKind.GROUP, "the", "officers"),
            ("Majorities in many countries", SpeakerKind.GROUP, "", "majorities"),
        ],
    )
    def test_described(self, phrase: str, kind: SpeakerKind | None, article: str, noun: str) -> None:
        """The main noun tells the kind of speaker."""
        parsed = parse(phrase)

        assert (kind, article, noun) == (parsed.kind, parsed.article, parsed.noun)

    def test_owner(self) -> None:
        """A name in front owns what is described, and so may a possessive pronoun."""
        owner = parse("Holm's campaign").owner

        assert owner is not None
        assert "Holm" == owner.name.text
        assert "his" == parse("his attorney").whose

    def test_of(self) -> None:
        """A name after a preposition is what the description is of."""
        of = parse("the president of France").of

        assert of is not None
        assert "France" == of.name.text


class TestPronouns:
    """Pronouns and pairs."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("She", "she"),
            ("he himself", "he"),
            ("they all", "they"),
            ("she, a lawyer,", "she"),
            ("all of them", "them"),
            ("all of us", None),
            ("WHO", None),
            ("that man", None),
        ],
    )
    def test_pronouns(self, phrase: str, expected: str | None) -> None:
        """A pronoun is one with words such as "himself" after it, too."""
        assert expected == parse(phrase).pronoun

    @pytest.mark.parametrize(
        ("phrase", "pair", "noun"),
        [
            ("both", True, ""),
            ("both senators", True, "senators"),
            ("the two", True, ""),
            ("the two sides and us", False, "us"),
        ],
    )
    def test_pairs(self, phrase: str, pair: bool, noun: str) -> None:  # noqa: FBT001  # a value of the table
        """Two are meant by "both" and the like, with a plural noun or without."""
        parsed = parse(phrase)

        assert pair is parsed.pair
        assert not pair or noun == parsed.noun


class TestAnyText:
    """parse_source()."""

    @given(texts() | word_soups())
    def test_any_text(self, text: str) -> None:
        """Any string can be parsed, and its names are in it."""
        assert all(m.end <= len(text) for m in parse(text).named)
