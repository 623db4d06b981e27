"""Correct the names in a run of capitalized words using the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_role, normalize, normalized_words, singular
from quotekit.names.headlines import irregular_forms
from quotekit.names.leading_titles import find_title_start, with_titles_from
from quotekit.names.mention import Mention, follows_the
from quotekit.names.name import Name
from quotekit.names.person_names import build_name
from quotekit.names.prepositional_titles import with_prepositional_title
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["follows_sentence_end", "read_in_context"]

# An organization named for a person, and the word after it: "the Dray campaign manager" is a person.
_NAMED_FOR_PERSON = re.compile(r" (campaign|administration)\b(?: (\w+))?")
# Party and state after a legislator's name: "(D-Md.)", "(R)", ", R-La.".
_PARTY = re.compile(r"(?<=\()[DRI]\b|[DRI]-[A-Z]")

_MONTHS = frozenset({"April", "August", "June", "May"})
_BEFORE_MONTHS = frozenset({"each", "early", "every", "last", "late", "mid", "next", "this"})
_NOT_BEFORE_MONTHS = frozenset({"and", "of"})
_DAY = re.compile(r" \d|, \d{4}")
_LAST_WORD = re.compile(r"([\w-]{1,40}) $")
_MAX_WORD_CHARS = 20

_SUBJECT_AFTER = re.compile(
    r" (?:an?|any|anyone|he|his|her|i|it|our|she|that|the|their|there|these|they|this|those|we|you)\b"
)

_SENTENCE_START = re.compile(
    r"""
    (?: \A | [.!?…:;\n—–-] ["”’)\]]{0,40} )  # the end of the sentence before, with closing marks
    \s{0,9} ["“‘'(\[]{0,40} \Z                   # opening marks
    """,
    re.VERBOSE,
)
_MAX_SENTENCE_GAP_CHARS = 8
_ADVERB_ENDINGS = ("ally", "antly", "edly", "ently", "fully", "ingly", "ively", "ously", "tely")
_PARTICIPLE_ENDINGS = ("ed", "ing", "ly")
# What follows a participle or adverb that opens a sentence, and does not follow a name.
_CLAUSE_AFTER = re.compile(
    r",? (?:about|against|ahead|an?|as|at|back|by|for|from|her|him|his|how|if|in|into|it|its|on|only|out|that|the|their"
    r"|them|to|toward|towards|up|what|whether|why|with)\b"
)
_MODIFIER_ENDINGS = ("ing", "ly")
_NEXT_WORD = re.compile(r" ([a-z]{2,})\b")
_VERB_ENDINGS = ("ed", "s")
_AFTER_TIMES = frozenset({"after", "ago", "before", "earlier", "later", "since", "until"})
# These may stand between a subject and its verb.
_ADVERBS_OF_TIME = frozenset({"earlier", "later"})
_PEOPLE = frozenset(
    (
        "adults",
        "boys",
        "children",
        "couples",
        "families",
        "girls",
        "kids",
        "males",
        "men",
        "patients",
        "people",
        "persons",
        "pupils",
        "residents",
        "students",
        "teenagers",
        "voters",
        "women",
        "workers",
    )
)
_AFTER_NAMES = frozenset(
    {"also", "and", "can", "could", "does", "may", "might", "or", "should", "who", "will", "would"}
)


def read_in_context(index: TextIndex, mention: Mention, lowercase_words: AbstractSet[str]) -> Iterator[Mention]:
    """
    Correct a name in a run using the words around it.

    Args:
        index: The text.

        mention: The name, as parsed from the run alone.

        lowercase_words: The words that the text has in lower case.

    Yields:
        The corrected mentions: none if it is another word, that of an organization, or that of a person with the
        lower-case title in front.

    Example:
        >>> from quotekit.names.capitalized_runs import split_run
        >>> index, (mention,) = TextIndex("The Dray campaign won."), split_run("Dray")
        >>> [m.name.text for m in read_in_context(index, mention.shifted(4), frozenset())]
        ['Dray campaign']
    """
    start, end, kind, name = mention.start, mention.end, mention.kind, mention.name
    if index.match_after(_PARTY, start) or (kind is None and _is_other_word(index, start, end)):
        return
    if mention.is_personal and _is_verb_and_people(index, start, name):
        return
    if not mention.is_personal:
        yield mention
        return
    if kind is None and follows_the(index, start):
        is_label = name.text.isupper() and index.before(start, len("THE ")) == "THE "
        if _is_organization_with_article(name.text) and not is_label:
            yield Mention.of_organization(index, start, end)
            return
        if is_role(name.text) or (is_label and normalize(name.text) in load_words("organization_nouns")):
            return
    mention = _without_people(index, mention)
    organization = _organization_named_for(index, mention)
    if organization is not None:
        yield organization
        if not name.given:
            return
    yield _with_title(index, mention, lowercase_words)


def follows_sentence_end(index: TextIndex, start: int) -> bool:
    """Return whether the word at an offset opens a sentence."""
    return index.search_before(_SENTENCE_START, start, _MAX_SENTENCE_GAP_CHARS) is not None


def _without_people(index: TextIndex, mention: Mention) -> Mention:
    """Return the mention of a person without a noun for somebody of a people in front: "the Dane Ida Holm"."""
    first, _, rest = mention.name.text.partition(" ")
    if " " not in rest or not follows_the(index, mention.name_start) or not _is_of_people(first):
        return mention
    name = build_name(rest.split(), first)
    return attrs.evolve(mention, name_start=mention.name_start + len(first) + 1, name=name)


def _is_of_people(word: str) -> bool:
    plural = f"{normalize(word)}s"
    return plural in load_words("demonyms") or plural in normalized_words("proper_groups")


def _organization_named_for(index: TextIndex, mention: Mention) -> Mention | None:
    """Return the organization that is named for a person, such as "the Dray campaign"; None if there is none."""
    found = index.match_after(_NAMED_FOR_PERSON, mention.end)
    if found is None or (found[2] and is_role(singular(found[2]))):
        return None
    return Mention.of_organization(index, mention.name_start, found.end(1))


def _with_title(index: TextIndex, mention: Mention, lowercase_words: AbstractSet[str]) -> Mention:
    """Return the mention of a person with the title in front, as a person only if it certainly is one."""
    title_start = find_title_start(index, mention.start, has_title=mention.start < mention.name_start)
    if title_start < mention.start and not (mention.kind is None and is_role(mention.name.text)):
        return attrs.evolve(with_titles_from(index, mention, title_start), kind=SpeakerKind.PERSON)
    if mention.kind is SpeakerKind.PERSON:
        titled = with_prepositional_title(index, mention)
        if titled is not mention:
            return titled
    is_doubtful = not mention.name.titles and _may_be_heading(mention.name, lowercase_words)
    return attrs.evolve(mention, kind=None) if is_doubtful else mention


def _is_other_word(index: TextIndex, start: int, end: int) -> bool:
    """Return whether a possible name is another word: "in May", "Will the dam hold?", "Hoping for rain, she left"."""
    word = index.text[start:end]
    if word in _MONTHS:
        return _is_month(index, start, end)
    if word == "Will" and index.match_after(_SUBJECT_AFTER, end):
        return True
    if is_given_name(word) or not follows_sentence_end(index, start):
        return False
    if word.endswith(_ADVERB_ENDINGS) or (word.endswith(_PARTICIPLE_ENDINGS) and index.match_after(_CLAUSE_AFTER, end)):
        return True
    after = index.match_after(_NEXT_WORD, end)
    if after is not None and (after[1] in _AFTER_TIMES or after[1] in _PEOPLE):
        # "Hours later", "Deaf people"; but "Holm later tweeted".
        verb = index.match_after(_NEXT_WORD, after.end()) if after[1] in _ADVERBS_OF_TIME else None
        return verb is None or not _may_be_predicate(verb[1])
    return word.endswith(_MODIFIER_ENDINGS) and after is not None and not _may_be_predicate(after[1])


def _is_verb_and_people(index: TextIndex, start: int, name: Name) -> bool:
    """Return whether a possible name is a verb with its object: "Joining French miners, she left"."""
    words = name.text.split()
    if len(words) == 1 or not words[0].endswith("ing") or is_given_name(words[0]):
        return False
    return follows_sentence_end(index, start) and normalize(words[1]) in load_words("demonyms")


def _is_month(index: TextIndex, start: int, end: int) -> bool:
    """Return whether a word that may be a name is a month, by the word before it or a day after it."""
    if index.match_after(_DAY, end):
        return True
    before = index.search_before(_LAST_WORD, start, _MAX_WORD_CHARS)
    if before is None:
        return False
    word = before[1].lower()
    return word in _BEFORE_MONTHS or (word in load_words("prepositions") and word not in _NOT_BEFORE_MONTHS)


def _may_be_predicate(word: str) -> bool:
    """Return whether a word may be the verb of the name before it: "Browning said", but not "Flying home"."""
    return word in _AFTER_NAMES or word.endswith(_VERB_ENDINGS) or word in irregular_forms()


def _is_organization_with_article(word: str) -> bool:
    """Return whether "the" before a capitalized word makes it the name of an organization: "The Post", "the Hill"."""
    return f"the {normalize(word)}" in load_words("outlets") or normalize(word) in load_words("organization_nouns")


def _may_be_heading(name: Name, lowercase_words: AbstractSet[str]) -> bool:
    """Return whether a name may be common words of a heading: the text has some of them in lower case."""
    is_common = any(word.lower() in lowercase_words for word in name.text.split() if not word.islower())
    return is_common and not is_given_name(name.first_word)
