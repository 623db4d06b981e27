"""Offices in runs of capitalized words: "Chief Executive of the Reef Council", "Secretary Aviation"."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize, singular
from quotekit.names.titles import is_office_field

__all__ = ["ends_in_office", "find_body_of_office", "is_office_with_field"]

# In South Asia the field follows the office.
_OFFICES_WITH_FIELDS = frozenset({"adviser", "commissioner", "director", "minister", "secretary"})


def ends_in_office(words: Sequence[str]) -> bool:
    """
    Return whether words end in a role, or in one with its field.

    Args:
        words: The words, at least one.

    Returns:
        Whether they do.

    Example:
        >>> ends_in_office(["Deputy", "Mayor"]), ends_in_office(["Minister", "of", "State"]), ends_in_office(["Reef"])
        (True, True, False)
    """
    return is_role(words[-1]) or (len(words) > 2 and words[-2] == "of" and is_role(words[-3]))  # noqa: PLR2004


def find_body_of_office(words: Sequence[str]) -> int:
    """
    Find the body in which somebody has an office, or the field of the office.

    Args:
        words: The words of a run.

    Returns:
        The index of its first word, after "of" and an article; 0 if the words are no office with one.

    Example:
        >>> find_body_of_office("Chief Executive of the Reef Council".split()), find_body_of_office(["Reef", "Council"])
        (4, 0)
    """
    at = next((i for i, word in enumerate(words) if word in ("of", "for")), 0)
    if not at or not is_role(words[at - 1]) or singular(words[at - 1]) != normalize(words[at - 1]):
        return 0
    # "The Publisher of the Year" may be a company.
    is_of_head = at > 1 and is_role(words[at - 2])
    if normalize(words[at - 1]) in load_words("organization_nouns") and not is_of_head:
        return 0
    after = at + 1 + (words[at + 1] == "the")
    return after if after < len(words) else 0


def is_office_with_field(words: Sequence[str], first: int) -> bool:
    """
    Return whether the only word after a title is the field of the office, and no name.

    Args:
        words: The words of a run.

        first: The number of words that are titles.

    Returns:
        Whether it is.

    Example:
        >>> is_office_with_field(["Secretary", "Aviation"], 1), is_office_with_field(["Secretary", "Holm"], 1)
        (True, False)
    """
    is_single = 0 < first == len(words) - 1 and normalize(words[first - 1]) in _OFFICES_WITH_FIELDS
    return is_single and is_office_field(words[first]) and not is_given_name(words[first])
