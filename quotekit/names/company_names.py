"""Find the short names of companies: "Dray Holt" for "Dray Holt LLP", "Calder" for "Calder Grain & Fiber, Inc."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from quotekit.english.words import is_given_name, is_place, normalize, normalized_words
from quotekit.names.mention import Mention
from quotekit.names.name import Name
from quotekit.names.titles import is_of_office
from quotekit.records import SpeakerKind

__all__ = ["count_legal_form_words", "with_company_names"]

# Legal forms at the end of companies' names, as printed.
_LEGAL_FORMS = frozenset(
    (
        *("AB", "AG", "ASA", "BV", "Bhd", "Co", "Company", "Corp", "Corporation", "GmbH", "Inc", "Incorporated"),
        *("LLC", "LLP", "LP", "Limited", "Ltd", "NV", "Oyj", "PLC", "Plc", "Pte", "Pty", "Pvt", "SA", "Sdn", "SpA"),
        *("plc",),
    )
)
# In other places these are an attorney general or a province.
_AMBIGUOUS_FORMS = frozenset({"AB", "AG", "ASA", "SA"})


def count_legal_form_words(words: Sequence[str]) -> int:
    """
    Count the words at the end of a name that state a company's legal form.

    Args:
        words: The words of the name.

    Returns:
        The number of words; 0 if no name is before them, or only that of a place or an office before "AG" and the like.

    Example:
        >>> count_legal_form_words(["Calder", "Sdn", "Bhd"]), count_legal_form_words(["Calder", "Fiber,", "Inc."])
        (2, 1)
        >>> count_legal_form_words(["Ohio", "AG"])
        0
    """
    size = 0
    while size < len(words) - 1 and words[-1 - size].strip("().,") in _LEGAL_FORMS:
        size += 1
    name, form = words[: len(words) - size], [word.strip("().,") for word in words[len(words) - size :]]
    is_doubtful = _AMBIGUOUS_FORMS.issuperset(form) and (
        is_of_office(name[-1]) or (len(name) > 1 and is_given_name(name[0]))
    )
    return 0 if is_doubtful else size


def with_company_names(mentions: Sequence[Mention]) -> list[Mention]:
    """
    Make those mentions organizations that are short names of companies which the text names in full.

    Args:
        mentions: The mentions.

    Returns:
        The mentions, in the same order.

    Example:
        >>> from quotekit.names.capitalized_runs import split_run
        >>> found = [*split_run("Calder Holt Ltd"), *split_run("Calder Holt"), *split_run("Calder")]
        >>> [mention.kind.value for mention in with_company_names(found)]
        ['organization', 'organization', 'organization']
    """
    short = _short_names(mentions)
    return [_as_company(m) if m.is_personal and m.name.text in short and not m.name.titles else m for m in mentions]


def _as_company(mention: Mention) -> Mention:
    name = Name.of_organization(mention.name.text)
    return attrs.evolve(mention, start=mention.name_start, name=name, kind=SpeakerKind.ORGANIZATION)


def _short_names(mentions: Sequence[Mention]) -> set[str]:
    """Return the short names that only one company in the text has, and nobody else."""
    companies: dict[str, set[str]] = {}
    for mention in mentions:
        words = mention.name.text.split()
        size = 0 if mention.is_personal else count_legal_form_words(words)
        if size:
            name = " ".join(words[: len(words) - size]).rstrip(",")
            companies.setdefault(name.split()[0], set()).add(name)
    if not companies:
        return set()
    rivals = {word for m in mentions for word in _words_of_another(m, companies)}
    single = {word for word, names in companies.items() if len(names) == 1 and not _may_be_other(word)}
    whole = {name for names in companies.values() for name in names if not is_given_name(name.split()[0])}
    return (single - rivals) | {name for name in whole if " " in name}


def _words_of_another(mention: Mention, companies: Mapping[str, set[str]]) -> Sequence[str]:
    """Return the words of a mention that is of none of some companies; only the first one if it is no person's."""
    words = mention.name.text.split()
    if mention.name.titles:
        return words
    size = 0 if mention.is_personal else count_legal_form_words(words)
    name = " ".join(words[: len(words) - size]).rstrip(",")
    if any(f"{whole} ".startswith(f"{name} ") for whole in companies.get(words[0].rstrip(","), ())):
        return ()
    return words if mention.is_personal else words[:1]


def _may_be_other(word: str) -> bool:
    """Return whether a word may be the name of a person or a place."""
    return is_given_name(word) or is_place(word) or normalize(word) in normalized_words("family_names")
