"""Parsing names of people."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names.name import Name
from quotekit.names.person_names import build_name, parse_name
from tests.strategies import texts

__all__ = ["named"]


def named(phrase: str) -> Name:
    """Return the parts of the name in a phrase."""
    name = parse_name(phrase)
    assert name is not None
    return name


class TestParseName:
    """parse_name()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("Ida Holm", Name("Ida Holm", (), ("Ida",), (), "Holm")),
            ("Holm", Name("Holm", surname="Holm")),
            ("Ida M. Holm", Name("Ida M. Holm", (), ("Ida", "M."), (), "Holm")),
            ("Finance Minister Ida Holm", Name("Ida Holm", ("Finance Minister",), ("Ida",), (), "Holm")),
            ("U.S. President Carl Dray", Name("Carl Dray", ("U.S. President",), ("Carl",), (), "Dray")),
            ("Sen. Carl Dray", Name("Carl Dray", ("Sen.",), ("Carl",), (), "Dray")),
            ("Mrs. Holm", Name("Holm", ("Mrs.",), surname="Holm")),
            ("panel Chairman Rep. Carl Dray", Name("Carl Dray", ("panel Chairman", "Rep."), ("Carl",), (), "Dray")),
            (
                "the palace press secretary Ida Holm",
                Name("Ida Holm", ("palace press secretary",), ("Ida",), (), "Holm"),
            ),
            ("Secretary of State Ida Holm", Name("Ida Holm", ("Secretary of State",), ("Ida",), (), "Holm")),
            ("Ida van der Holm", Name("Ida van der Holm", (), ("Ida",), ("van", "der"), "Holm")),
            ("Omar bin Rashid", Name("Omar bin Rashid", (), ("Omar",), ("bin",), "Rashid")),
            ("Mayor de Soto", Name("de Soto", ("Mayor",), (), ("de",), "Soto")),
            ("Carl Dray Jr.", Name("Carl Dray Jr.", (), ("Carl",), (), "Dray", "Jr.")),
            ("Carl Dray, Jr., a baker", Name("Carl Dray, Jr.", ("baker",), ("Carl",), (), "Dray", "Jr.")),
            ("Carl B. Dray III", Name("Carl B. Dray III", (), ("Carl", "B."), (), "Dray", "III")),
            ('Carl "Bo" Dray', Name('Carl "Bo" Dray', (), ("Carl", "Bo"), (), "Dray")),
            ("Anne-Marie O’Dell's", Name("Anne-Marie O’Dell", (), ("Anne-Marie",), (), "O’Dell")),
            ("Ida Holm, the Finance minister,", Name("Ida Holm", ("Finance minister",), ("Ida",), (), "Holm")),
            ("Ida Holm, director of the Reef Fund", Name("Ida Holm", ("director",), ("Ida",), (), "Holm")),
            ("Rep. Ida Holm (D-Wis.)", Name("Ida Holm", ("Rep.",), ("Ida",), (), "Holm")),
            ("Carl King", Name("Carl King", (), ("Carl",), (), "King")),
            ("“Ida Holm”", Name("Ida Holm", (), ("Ida",), (), "Holm")),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_parts(self, phrase: str, expected: Name) -> None:
        """Titles, given names, particles, surname and suffix are told apart."""
        assert expected == parse_name(phrase)

    @pytest.mark.parametrize("phrase", ["", "a senior official", "the Prime Minister", "She", "...", "(", "von", "Mr."])
    def test_no_name(self, phrase: str) -> None:
        """A phrase of common words, titles and marks has no name."""
        assert parse_name(phrase) is None

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Any string either has a name, whose words come from it, or has none."""
        name = parse_name(text)

        assert name is None or (name.text in " ".join(text.split()) and name.surname in name.text)


class TestBuildName:
    """build_name()."""

    def test_parts(self) -> None:
        """Titles in front come before the one in an apposition."""
        expected = Name("Ida van Holm Jr.", ("Sen.", "lawyer"), ("Ida",), ("van",), "Holm", "Jr.")

        assert expected == build_name(["Ida", "van", "Holm", "Jr."], "Sen.", "lawyer")
