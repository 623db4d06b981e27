"""Affiliations: whom or what a source speaks or works for, as printed."""

from __future__ import annotations

import pytest
from hypothesis import given

import quotekit
from quotekit.records import Article, Spans, Speaker, SpeakerKind
from quotekit.report.affiliations import affiliation_of
from tests.strategies import articles


def found(words: str, name: str | None, *titles: str) -> str | None:
    """Return the affiliation of somebody who is named, or else described, by some words of a text."""
    kind = SpeakerKind.PERSON if name else SpeakerKind.UNNAMED
    text = f"{words} said that it was open."
    mention = name or words
    start = text.index(mention)
    speaker = Speaker("s1", name, kind, titles, Spans.of(text, [(start, start + len(mention))]))
    return affiliation_of(Article("a", text, (), (speaker,)), speaker)


class TestNamed:
    """People with names."""

    @pytest.mark.parametrize(
        ("words", "title", "expected"),
        [
            ("Ida Holm, a spokeswoman for Reef Bank,", "spokeswoman", "Reef Bank"),
            ("Ida Holm, chief executive of the Reef Bank,", "chief executive", "the Reef Bank"),
            ("Ida Holm, a professor of law at Oslo University,", "professor", "Oslo University"),
            ("Ida Holm, lecturer in marine biology at the University of Oslo,", "lecturer", "the University of Oslo"),
            ("Ida Holm, founder and president of the Reef Trust,", "founder", "the Reef Trust"),
            ("Ida Holm, head of research at Reef Capital,", "head", "Reef Capital"),
            ("Ida Holm, mayor of Oslo,", "mayor", "Oslo"),
            ("Ida Holm, a clerk with the Food and Drug Administration,", "clerk", "the Food and Drug Administration"),
            ("Ida Holm, an aide at the Ministry of Health and Care,", "aide", "the Ministry of Health and Care"),
        ],
    )
    def test_behind_role(self, words: str, title: str, expected: str) -> None:
        """It is the name behind the role, also where a field stands between."""
        assert expected == found(words, "Ida Holm", title)

    @pytest.mark.parametrize(
        ("words", "titles", "expected"),
        [
            ("Reef Bank’s finance chief Ida Holm", ("chief",), "Reef Bank"),
            ("Ida Holm, the Green Party's leader,", ("leader",), "the Green Party"),
            ("Reef Bank's director, Ida Holm,", (), "Reef Bank"),
            ("The director of Reef Bank, Ida Holm,", (), "Reef Bank"),
        ],
    )
    def test_before_role(self, words: str, titles: tuple[str, ...], expected: str) -> None:
        """It is whose role it is."""
        assert expected == found(words, "Ida Holm", *titles)

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Reef Bank director", "Reef Bank"),
            ("Reef Bank’s chief executive", "Reef Bank"),
            ("FBI Director", "FBI"),
            ("U.S. Treasury Secretary", "U.S."),
            ("Ohio senator", "Ohio"),
            ("Norwegian minister", None),
            ("South Korean minister", None),
            ("Presidential candidate", None),
            ("Foreign Minister", None),
            ("TV host", None),
            ("Oscar-winning director", None),
        ],
    )
    def test_in_role(self, title: str, expected: str | None) -> None:
        """A role may contain it; adjectives of peoples and kinds are none."""
        assert expected == found(f"{title} Ida Holm", "Ida Holm", title)

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Ida Holm of the Reef Institute", "the Reef Institute"),
            ("Ida Holm, who heads Reef Bank,", "Reef Bank"),
            ("Ida Holm, who works for Reef Bank,", "Reef Bank"),
            ("Ida Holm (D-Ohio)", "D-Ohio"),
            ("Ida Holm, R-Texas,", "R-Texas"),
        ],
    )
    def test_behind_name(self, words: str, expected: str) -> None:
        """It may stand behind the name."""
        assert expected == found(words, "Ida Holm")

    @pytest.mark.parametrize(
        ("words", "titles"),
        [
            ("Ida Holm, a former director of Reef Bank,", ("former director",)),
            ("Ida Holm, a former director of Reef Bank,", ("director",)),
            ("Ida Holm, who headed Reef Bank,", ()),
            ("Ida Holm, whose father runs Reef Bank,", ()),
            ("Ida Holm, a teacher from Bergen,", ("teacher",)),
            ("Ida Holm, a resident of Oslo,", ("resident",)),
            ("Ida Holm, a lawyer for the family,", ("lawyer",)),
            ("Ida Holm, head of Right to Read,", ("head",)),
            ("Ida Holm from Bergen", ()),
        ],
    )
    def test_none(self, words: str, titles: tuple[str, ...]) -> None:
        """What somebody was formerly, where they live, and what is cut off is none."""
        assert found(words, "Ida Holm", *titles) is None


class TestUnnamed:
    """People who are only described."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("A White House aide", "White House"),
            ("Two senior Reef Bank managers", "Reef Bank"),
            ("A spokesman for the Ministry of Health", "the Ministry of Health"),
            ("FBI agents", "FBI"),
            ("Carl Dray’s lawyer", "Carl Dray"),
            ("The president", None),
            ("Several officials", None),
            ("Norwegian officials", None),
            ("A former Reef Bank director", None),
            ("Carl Dray’s wife", None),
            ("A resident of Oslo", None),
            ("GOP voters", None),
        ],
    )
    def test_description(self, words: str, expected: str | None) -> None:
        """It is in the description."""
        assert expected == found(words, None)


def test_extracted() -> None:
    """It is found for the speakers of a text as they are resolved."""
    article = quotekit.extract(
        "Ida Holm, who chairs the Reef Institute, said it leaks. Reef Bank director Bo Ek denied it. Officials at the "
        "Ministry of Works said nothing. “It rains,” said Pia Lund, a baker."
    )

    assert {"Ida Holm": "the Reef Institute", "Bo Ek": "Reef Bank", "Pia Lund": None} == {
        speaker.name: affiliation_of(article, speaker)
        for speaker in article.speakers
        if speaker.kind is SpeakerKind.PERSON
    }


@given(articles())
def test_any(article: Article) -> None:
    """No article is an error, and an affiliation is printed in it or in a title."""
    for speaker in article.speakers:
        name = affiliation_of(article, speaker)

        assert name is None or any(name in text for text in (article.text, *speaker.titles))
