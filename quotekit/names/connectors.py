"""Tell whether "of", "for", "on", "to", "and" and "&" between capitalized words join the words of one name."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_place, is_role, normalize
from quotekit.names.acronyms import is_acronym
from quotekit.names.titles import count_title_words, is_office_field

__all__ = ["BEFORE_AIMS", "CONNECTORS", "connects", "find_aim", "is_head_noun"]

#: The words that may join the words of a name; "the" only follows another one.
CONNECTORS = frozenset({"of", "for", "on", "to", "and", "&", "the"})
#: What an organization is for or against follows one of these, after its head noun: "Coalition Against Noise".
BEFORE_AIMS = frozenset({"for", "of", "on", "to", "Against"})
_COURTS = frozenset({"court", "tribunal"})
_RANKS_OF_COURTS = frozenset({"appeals", "circuit", "county", "district", "federal", "high", "state", "supreme"})
_FIELD_ENDINGS = (
    *("ance", "ence", "ics", "ies", "ing", "ion", "ity"),
    *("ment", "ness", "ogy", "phy", "ship", "ture", "ety"),
)


def connects(part: Sequence[str], words: Sequence[str], at: int, after: int) -> bool:
    """
    Return whether a connector is part of a name.

    Args:
        part: The words of the name before it.

        words: All words of the run.

        at: The index of the connector.

        after: The index of the first word after it and an article.

    Returns:
        Whether it is.

    Example:
        >>> words = "Bank of Japan and Reef Council".split()
        >>> connects(words[:1], words, 1, 2), connects(words[:3], words, 3, 4)
        (True, False)
    """
    if words[at] == "and":
        # "Holm and the State Department" are two names.
        return after == at + 1 and _is_and_in_name(part, words[after:])
    connector, before = words[at], normalize(part[-1])
    is_office = connector == "of" and is_office_field(words[after]) and is_role(before)
    heads = [before, *(normalize(word) for word in part if connector == "for")]
    has_members = connector == "of" and before in load_words("membership_nouns")
    # "The ATU of Utah" is a branch.
    is_branch = connector == "of" and is_acronym([part[-1]]) and is_place(words[after])
    is_name = connector == "&" or is_office or has_members or is_branch or (connector == "of" and _is_of_aim(part))
    return is_name or not load_words("organization_nouns").isdisjoint(heads)


def find_aim(words: Sequence[str]) -> int:
    """
    Find what an organization is for or against in its name.

    Args:
        words: The words of the name.

    Returns:
        The index of the connector between its head noun and the aim; 0 if there is none.

    Example:
        >>> find_aim(["Coalition", "Against", "Noise"]), find_aim(["Minister", "for", "Roads"])
        (1, 0)
    """
    at = next((i for i, word in enumerate(words) if i and word in BEFORE_AIMS), 0)
    if not at:
        return 0
    after = at + 1 + (words[at + 1 : at + 2] == ["the"])
    if not is_head_noun(words[at - 1]) or after >= len(words):
        return 0
    return at if is_office_field(words[after]) or not is_role(words[after]) else 0


def is_head_noun(word: str) -> bool:
    """
    Return whether a word is the noun for an organization that may have its aim after it.

    Args:
        word: The word as printed.

    Returns:
        Whether it is.

    Example:
        >>> is_head_noun("Coalition"), is_head_noun("Executive"), is_head_noun("Dam")
        (True, False, False)
    """
    return normalize(word) in load_words("organization_nouns") and not is_role(word)


def _is_of_aim(part: Sequence[str]) -> bool:
    """Return whether "of" after a part of a run is in the aim of an organization: "Society for the Protection of"."""
    at = next((i for i, word in enumerate(part) if i and word in BEFORE_AIMS and word != "of"), 0)
    return at > 0 and is_head_noun(part[at - 1]) and part[-1].endswith(_FIELD_ENDINGS)


def _is_and_in_name(part: Sequence[str], rest: Sequence[str]) -> bool:
    """Return whether an "and" between a part of a run and the rest of the run is in one name."""
    before, first = normalize(part[-1]), part[0]
    end = next((i for i, word in enumerate(rest) if word in CONNECTORS or word == "/"), len(rest))
    last = normalize(rest[end - 1])
    connectors = {"for", "of", "on"}.intersection(part)
    if connectors:
        has_fields = _has_fields(part) and not is_given_name(rest[0]) and _is_field_shaped(last)
        is_open = connectors == {"on"} or _ends_name(before) or _ends_name(last) or is_given_name(rest[0])
        return has_fields or is_office_field(rest[0]) or not is_open
    if before in load_words("organization_nouns") or is_given_name(first) or count_title_words(part) or end == 1:
        return False
    if last in _COURTS:
        # "Employment and Labour Relations Court", but not "Holm and Supreme Court".
        return _is_field_shaped(before) and normalize(rest[end - 2]) not in _RANKS_OF_COURTS
    return last in load_words("collective_nouns")


def _has_fields(part: Sequence[str]) -> bool:
    """Return whether a part of a run begins as an organization with fields: "Department of Roads"."""
    at = next(i for i, word in enumerate(part) if word in ("for", "of", "on"))
    return at > 0 and normalize(part[at - 1]) in load_words("collective_nouns")


def _is_field_shaped(word: str) -> bool:
    """Return whether a normalized word may be the field of an organization: "Safety", "Housing", "Fisheries"."""
    if word in load_words("organization_nouns") or is_place(word):
        return False
    return is_office_field(word) or word.endswith(_FIELD_ENDINGS)


def _ends_name(word: str) -> bool:
    """Return whether a normalized word ends a name: a place, the field of an office, the head of an organization."""
    return word in load_words("organization_nouns") or is_place(word) or is_office_field(word)
