"""Find the entities named before an offset, and those named recently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention_index import REACH_CHARS
from quotekit.speakers.standings import Place
from quotekit.speakers.surroundings import word_before

__all__ = [
    "is_named_before",
    "is_named_outlet",
    "is_subject_above",
    "last_end_before",
    "last_named_with",
    "only_one_nearby",
]

# A description that fits several entities refers to the one named in the preceding sentences.
_MAX_SENTENCES_BACK = 3
# So many organizations with the same noun are looked at, which bounds the time.
_MOST_NAMESAKES = 50
# Prepositions before a clause, as a source and its cue are one: "after the senator had said".
_BEFORE_CLAUSES = frozenset({"after", "as", "before", "since", "until"})


def only_one_nearby(entities: Iterable[int], at: int, discourse: Discourse) -> int | None:
    """
    Return the only one of several entities that is named in the sentences before an offset, outside quotations.

    Args:
        entities: The indices of the entities.

        at: The offset.

        discourse: What is known.

    Returns:
        The index of the entity; None if none of them is named there, or more than one is.
    """
    index = discourse.index
    first = index.narrative_sentence_of(at) - _MAX_SENTENCES_BACK
    near = {
        discourse.mentions.entity_of(mention)
        for mention in discourse.mentions.before(at)
        if index.narrative_sentence_of(mention.start) >= first and not index.is_quoted(mention.start)
    }
    found = near & set(entities)
    return found.pop() if len(found) == 1 else None


def is_named_outlet(entity: int, discourse: Discourse) -> bool:
    """
    Return whether an entity is an outlet, by its name.

    Args:
        entity: The index of the entity.

        discourse: What is known.

    Returns:
        Whether it is.
    """
    return is_outlet(f"The {discourse.entities[entity].name.removeprefix('The ')}")


def last_named_with(noun: str, at: int, discourse: Discourse) -> int | None:
    """
    Find where an organization with a noun in its name was last named.

    Args:
        noun: The normalized noun.

        at: The offset to look before.

        discourse: What is known.

    Returns:
        Offset after the last of these names before; None if there is none. Of many organizations, only the first ones
        count.
    """
    named = discourse.profiles.organizations_with_word(noun)[:_MOST_NAMESAKES]
    ends = (last_end_before(entity, at, discourse) for entity in named)
    return max((end for end in ends if end is not None), default=None)


def is_named_before(entity: int, at: int, discourse: Discourse) -> bool:
    """
    Return whether an entity is named anywhere before an offset.

    Args:
        entity: The index of the entity.

        at: The offset.

        discourse: What is known.

    Returns:
        Whether it is.
    """
    return last_end_before(entity, at, discourse) is not None


def last_end_before(entity: int, at: int, discourse: Discourse) -> int | None:
    """
    Return the end of an entity's last mention before an offset.

    Args:
        entity: The index of the entity.

        at: The offset.

        discourse: What is known.

    Returns:
        The end of the mention; None if there is none.
    """
    mentions = discourse.entities[entity].mentions
    place = bisect_right(mentions, at, key=attrgetter("end")) - 1
    return mentions[place].end if place >= 0 else None


def is_subject_above(person: int, at: int, discourse: Discourse) -> bool:
    """
    Return whether a description begins a subordinate clause whose main clause is about a person.

    The person would be "he" or "she" there.

    Args:
        person: The index of the entity.

        at: The offset of the description.

        discourse: What is known.

    Returns:
        Whether it does.
    """
    index = discourse.index
    if word_before(index, at) not in load_words("subordinators") | _BEFORE_CLAUSES:
        return False
    start, _ = index.narrative_sentence(index.narrative_sentence_of(at))
    start = max(start, at - REACH_CHARS)
    here = (m for m in discourse.mentions.within(start, at) if discourse.mentions.entity_of(m) == person)
    return any(discourse.standings.of(mention.start, mention.end).place is Place.SUBJECT for mention in here)
