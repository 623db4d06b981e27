"""The pronouns of English in one table, and the sets of them that rules ask for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from quotekit.english.words import Gender

__all__ = [
    "DEMONSTRATIVES",
    "FIRST_PERSON",
    "FIRST_PERSON_PLURAL",
    "NEUTER",
    "PERSONAL_DETERMINERS",
    "PERSONAL_OBJECTS",
    "PERSONAL_SUBJECTS",
    "POSSESSIVE_DETERMINERS",
    "PRONOUNS",
    "PRONOUN_GENDER",
    "REFLEXIVES",
    "RELATIVES",
    "RELATIVE_SUBJECTS",
    "THIRD_PERSON",
    "THIRD_PERSON_PLURAL",
    "Number",
    "Person",
    "Pronoun",
    "PronounGender",
    "Role",
    "pronouns",
]

#: First, second or third person.
Person = Literal[1, 2, 3]
#: One or several.
Number = Literal["singular", "plural"]
#: The gender of a pronoun; "it" is neuter.
PronounGender = Literal["female", "male", "neuter"]
#: What a pronoun can be in a sentence. A determiner stands before a noun ("her house"), a possessive by itself
#: ("hers").
Role = Literal["subject", "object", "determiner", "possessive", "reflexive", "relative", "demonstrative"]


@attrs.frozen
class Pronoun:
    """
    One pronoun of English.

    Example:
        >>> PRONOUNS["her"].gender, sorted(PRONOUNS["her"].roles)
        ('female', ['determiner', 'object'])
    """

    #: The pronoun in lower case.
    form: str
    #: Its person; None for relative and demonstrative pronouns.
    person: Person | None
    #: Its number; None where it can be either, as "you".
    number: Number | None
    #: Its gender; None where it can be any.
    gender: PronounGender | None
    #: What it can be in a sentence.
    roles: frozenset[Role]


def _pronoun(
    form: str, person: Person | None, number: Number | None, gender: PronounGender | None, *roles: Role
) -> Pronoun:
    return Pronoun(form, person, number, gender, frozenset(roles))


#: Every pronoun by its form in lower case.
PRONOUNS: Mapping[str, Pronoun] = MappingProxyType(
    {
        pronoun.form: pronoun
        for pronoun in (
            _pronoun("i", 1, "singular", None, "subject"),
            _pronoun("me", 1, "singular", None, "object"),
            _pronoun("my", 1, "singular", None, "determiner"),
            _pronoun("mine", 1, "singular", None, "possessive"),
            _pronoun("myself", 1, "singular", None, "reflexive"),
            _pronoun("we", 1, "plural", None, "subject"),
            _pronoun("us", 1, "plural", None, "object"),
            _pronoun("our", 1, "plural", None, "determiner"),
            _pronoun("ours", 1, "plural", None, "possessive"),
            _pronoun("ourselves", 1, "plural", None, "reflexive"),
            _pronoun("you", 2, None, None, "subject", "object"),
            _pronoun("your", 2, None, None, "determiner"),
            _pronoun("yours", 2, None, None, "possessive"),
            _pronoun("yourself", 2, "singular", None, "reflexive"),
            _pronoun("yourselves", 2, "plural", None, "reflexive"),
            _pronoun("he", 3, "singular", "male", "subject"),
            _pronoun("him", 3, "singular", "male", "object"),
            _pronoun("his", 3, "singular", "male", "determiner", "possessive"),
            _pronoun("himself", 3, "singular", "male", "reflexive"),
            _pronoun("she", 3, "singular", "female", "subject"),
            _pronoun("her", 3, "singular", "female", "object", "determiner"),
            _pronoun("hers", 3, "singular", "female", "possessive"),
            _pronoun("herself", 3, "singular", "female", "reflexive"),
            _pronoun("it", 3, "singular", "neuter", "subject", "object"),
            _pronoun("its", 3, "singular", "neuter", "determiner"),
            _pronoun("itself", 3, "singular", "neuter", "reflexive"),
            _pronoun("they", 3, "plural", None, "subject"),
            _pronoun("them", 3, "plural", None, "object"),
            _pronoun("their", 3, "plural", None, "determiner"),
            _pronoun("theirs", 3, "plural", None, "possessive"),
            _pronoun("themselves", 3, "plural", None, "reflexive"),
            _pronoun("who", None, None, None, "relative", "subject"),
            _pronoun("whom", None, None, None, "relative", "object"),
            _pronoun("whose", None, None, None, "relative", "determiner"),
            _pronoun("which", None, None, None, "relative", "subject", "object"),
            _pronoun("that", None, "singular", None, "relative", "demonstrative", "subject", "object"),
            _pronoun("this", None, "singular", None, "demonstrative", "subject", "object"),
            _pronoun("these", None, "plural", None, "demonstrative", "subject", "object"),
            _pronoun("those", None, "plural", None, "demonstrative", "subject", "object"),
        )
    }
)


def pronouns(
    *roles: Role,
    persons: tuple[Person | None, ...] = (1, 2, 3, None),
    number: Number | None = None,
    gender: PronounGender | None = None,
) -> frozenset[str]:
    """
    Select pronouns of the table.

    Args:
        roles: Roles of which a pronoun must have at least one; any if not given.

        persons: The persons to select from; None among them selects relative and demonstrative pronouns.

        number: The number that a pronoun must have; any if not given.

        gender: The gender that a pronoun must have; any if not given.

    Returns:
        The forms, in lower case.

    Example:
        >>> sorted(pronouns("subject", persons=(3,)))
        ['he', 'it', 'she', 'they']
    """
    return frozenset(
        pronoun.form
        for pronoun in PRONOUNS.values()
        if (not roles or not pronoun.roles.isdisjoint(roles))
        and pronoun.person in persons
        and (number is None or pronoun.number == number)
        and (gender is None or pronoun.gender == gender)
    )


_PERSONS: tuple[Person, ...] = (1, 2, 3)

#: "I", "you", "he", "she", "it", "we", "they".
PERSONAL_SUBJECTS = pronouns("subject", persons=_PERSONS)
#: "me", "you", "him", "her", "it", "us", "them".
PERSONAL_OBJECTS = pronouns("object", persons=_PERSONS)
#: "my", "your", "his", "her", "its", "our", "their".
PERSONAL_DETERMINERS = pronouns("determiner", persons=_PERSONS)
#: Those of persons, and "whose".
POSSESSIVE_DETERMINERS = pronouns("determiner")
#: "myself" to "themselves".
REFLEXIVES = pronouns("reflexive")
#: "I", "me", "my", "mine", "myself", and the same of "we".
FIRST_PERSON = pronouns(persons=(1,))
#: "we", "us", "our", "ours", "ourselves".
FIRST_PERSON_PLURAL = pronouns(persons=(1,), number="plural")
#: Those of "he", "she", "it" and "they".
THIRD_PERSON = pronouns(persons=(3,))
#: "they", "them", "their", "theirs", "themselves".
THIRD_PERSON_PLURAL = pronouns(persons=(3,), number="plural")
#: "it", "its", "itself".
NEUTER = pronouns(gender="neuter")
#: "who", "whom", "whose", "which", "that".
RELATIVES = pronouns("relative")
#: "who", "which", "that".
RELATIVE_SUBJECTS = RELATIVES & pronouns("subject")
#: "this", "that", "these", "those".
DEMONSTRATIVES = pronouns("demonstrative")
#: The gender that a pronoun shows, for those that show one: the pronouns of "he" and "she".
PRONOUN_GENDER: Mapping[str, Gender] = MappingProxyType(
    {p.form: p.gender for p in PRONOUNS.values() if p.gender is not None and p.gender != "neuter"}
)
