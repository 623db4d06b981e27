"""The table of pronouns, and the sets derived from it."""

from __future__ import annotations

import pytest

from quotekit.english import pronouns as table
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PRONOUNS, Pronoun, pronouns

SETS = {
    "DEMONSTRATIVES": "that these this those",
    "FIRST_PERSON": "i me mine my myself our ours ourselves us we",
    "FIRST_PERSON_PLURAL": "our ours ourselves us we",
    "NEUTER": "it its itself",
    "PERSONAL_DETERMINERS": "her his its my our their your",
    "PERSONAL_OBJECTS": "her him it me them us you",
    "PERSONAL_SUBJECTS": "he i it she they we you",
    "POSSESSIVE_DETERMINERS": "her his its my our their whose your",
    "REFLEXIVES": "herself himself itself myself ourselves themselves yourself yourselves",
    "RELATIVES": "that which who whom whose",
    "RELATIVE_SUBJECTS": "that which who",
    "THIRD_PERSON": "he her hers herself him himself his it its itself she their theirs them themselves they",
    "THIRD_PERSON_PLURAL": "their theirs them themselves they",
}


class TestTable:
    """PRONOUNS, and the sets derived from it."""

    def test_forms(self) -> None:
        """Each pronoun is found by its form, in lower case."""
        assert list(PRONOUNS) == [pronoun.form for pronoun in PRONOUNS.values()]
        assert list(PRONOUNS) == [form.lower() for form in PRONOUNS]

    def test_roles(self) -> None:
        """Each pronoun has a role, and a person unless it is relative or demonstrative."""
        without_person = {form for form, pronoun in PRONOUNS.items() if pronoun.person is None}

        assert all(pronoun.roles for pronoun in PRONOUNS.values())
        assert table.RELATIVES | table.DEMONSTRATIVES == without_person

    @pytest.mark.parametrize(("name", "expected"), SETS.items(), ids=SETS)
    def test_sets(self, name: str, expected: str) -> None:
        """Each set has the pronouns that its name promises."""
        assert expected.split() == sorted(getattr(table, name))

    def test_gender(self) -> None:
        """The pronouns of "he" and "she" show a gender, and no others."""
        expected = {"he": "male", "him": "male", "his": "male", "himself": "male"}
        expected |= {"she": "female", "her": "female", "hers": "female", "herself": "female"}

        assert expected == table.PRONOUN_GENDER

    def test_determiners(self) -> None:
        """The word list of determiners has all possessive ones but "whose"."""
        assert load_words("determiners") >= table.PERSONAL_DETERMINERS


class TestSelect:
    """pronouns()."""

    def test_all(self) -> None:
        """Without conditions every pronoun is selected."""
        assert PRONOUNS.keys() == pronouns()

    def test_conditions(self) -> None:
        """A pronoun must have one of the roles and meet each other condition."""
        expected = Pronoun("herself", 3, "singular", "female", frozenset({"reflexive"}))

        assert expected == PRONOUNS["herself"]
        assert {"herself"} == pronouns("reflexive", persons=(3,), number="singular", gender="female")
        assert {"her", "hers", "herself"} == pronouns("object", "possessive", "reflexive", gender="female")
        assert set() == pronouns("relative", persons=(3,))
