"""Compare names: whether two can be the same person's, and which gender a name has."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.english.lexicons import load_words
from quotekit.english.words import Gender, nicknames, normalize, word_gender
from quotekit.names.name import Name

__all__ = ["gender_of", "same_given_name", "same_person"]


def gender_of(name: Name) -> Gender | None:
    """
    Return the gender of the person that a name is of, by the titles first and by the given name otherwise.

    Args:
        name: The name.

    Returns:
        The gender; None if neither has one.

    Example:
        >>> from quotekit.names.person_names import parse_name
        >>> gender_of(parse_name("Ann Smith")), gender_of(parse_name("Mr. Smith")), gender_of(parse_name("Smith"))
        ('female', 'male', None)
    """
    for title in reversed(name.titles):
        gender = word_gender(title.rsplit(" ", 1)[-1])
        if gender:
            return gender
    given = name.given[0].casefold() if name.given else ""
    if given in load_words("female_given_names"):
        return "female"
    return "male" if given in load_words("male_given_names") else None


def same_person(a: Name, b: Name) -> bool:
    """
    Return whether two names can be the same person's.

    They can if the surnames are equal and the given names are compatible: initials, nicknames and omitted names do not
    conflict. A single name can be the surname or the first word of another. "Mr." and "Mrs." conflict.

    Args:
        a: One name.

        b: The other.

    Returns:
        Whether they can.

    Example:
        >>> from quotekit.names.person_names import parse_name
        >>> same_person(parse_name("Bill Clinton"), parse_name("William J. Clinton"))
        True
        >>> same_person(parse_name("Mr. Clinton"), parse_name("Hillary Clinton"))
        False
        >>> same_person(parse_name("Mr. Ban"), parse_name("Ban Ki-moon"))
        True
    """
    short, long = sorted((a, b), key=lambda name: len(name.given))
    if _differ_in_suffix(short, long):
        return False
    if {gender_of(short), gender_of(long)} == {"female", "male"}:
        return False
    if _is_surname_with_particles(short, long) or _is_surname_with_particles(long, short):
        return True
    if _normalized_set((short.surname, *short.given)) == _normalized_set((long.surname, *long.given)):
        # "Shinzo Abe" is "Abe Shinzo".
        return True
    if normalize(short.surname) != normalize(long.surname):
        return not short.given and bool(long.given) and normalize(short.surname) == normalize(long.given[0])
    size = len(short.given)
    return any(
        all(map(same_given_name, short.given, long.given[at : at + size])) for at in range(len(long.given) - size + 1)
    )


def _is_surname_with_particles(short: Name, long: Name) -> bool:
    """Return whether a name is no more than the surname of another with its particles: "Al Noor" for "Omar al Noor"."""
    return bool(long.particles) and normalize(short.text) == normalize(" ".join((*long.particles, long.surname)))


def _differ_in_suffix(a: Name, b: Name) -> bool:
    """Return whether the suffixes of two names, or the lack of one, show that they are two people's."""
    if a.suffix and b.suffix:
        return normalize(a.suffix) != normalize(b.suffix)
    return _is_namesake_of_junior(a, b) or _is_namesake_of_junior(b, a)


def _is_namesake_of_junior(plain: Name, junior: Name) -> bool:
    """Return whether a full name has an initial that one with a suffix lacks: "Bo J. Dray" is not "Bo Dray Jr."."""
    has_suffix = junior.suffix is not None and plain.suffix is None and bool(plain.given)
    return has_suffix and not _normalized_set(plain.given) <= _normalized_set(junior.given)


def _normalized_set(words: Iterable[str]) -> set[str]:
    return set(map(normalize, words))


def same_given_name(a: str, b: str) -> bool:
    """
    Return whether two given names, initials or nicknames can be the same.

    Args:
        a: One.

        b: The other.

    Returns:
        Whether they can.

    Example:
        >>> same_given_name("Bill", "William"), same_given_name("W.", "William"), same_given_name("Bill", "Ted")
        (True, True, False)
    """
    a, b = normalize(a), normalize(b)
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return (a, b) in nicknames() or (b, a) in nicknames() or a.startswith(b + "-") or b.startswith(a + "-")
