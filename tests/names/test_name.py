"""The parts of a name."""

from __future__ import annotations

from quotekit.names.name import Name
from tests.names.test_person_names import named


class TestName:
    """Name."""

    def test_of_organization(self) -> None:
        """The name of an organization has no parts."""
        assert Name("Bank of Reef", surname="Bank of Reef") == Name.of_organization("Bank of Reef")

    def test_first_word(self) -> None:
        """The first word is the name's own, not a title's."""
        assert "Ida" == named("Sen. Ida Holm").first_word

    def test_has_title_or_given_name(self) -> None:
        """A lone surname and the name of an organization have neither."""
        names = (named("Sen. Holm"), named("Ida Holm"), named("Holm"), Name.of_organization("Bank of Reef"))

        assert [True, True, False, False] == [name.has_title_or_given_name for name in names]
