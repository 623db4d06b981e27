"""Find the name in an appositive of a description: "His lawyer, Carl Dray,", "The union, the Reef Guild,"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import POSSESSIVE_DETERMINERS
from quotekit.english.words import is_place, is_role, kind_of_noun, normalize, singular
from quotekit.names.mention import Mention
from quotekit.names.personal_appositions import may_be_organization
from quotekit.names.phrase_heads import Phrase
from quotekit.records import SpeakerKind

__all__ = ["find_apposed_organization", "find_apposed_person", "find_own_name"]

# How a person described gives a name: "who goes by the name “Pepper”", "who gave his name only as Anton".
_SELF_NAMING = re.compile(
    r"""
    \b(?:
        (?:who[ ](?:goes|went)|going)[ ]by
        | who[ ](?:is|was)[ ](?:also[ ])?(?:known|identified)
        | (?:gave|gives|giving|give|provided|using|used)[ ](?:only[ ])?(?:his|her|their|a)[ ](?:\w+[ ])?(?:nick)?name
        | (?:identif|introduc|describ|call|nam)(?:y|e|s|es|ies|ed|ied|ing|ying)[ ](?:him|her|them)sel(?:f|ves)
        | to[ ]be[ ](?:called|identified|known|named|quoted)
        | identified (?=[ ](?:only|just|simply|as|by)\b)
        | (?P<noun>[\w-]{1,30}) (?:[ ]from[ ][A-Z][\w-]{1,30})? [ ]
          (?: known[ ](?:only[ ]|simply[ ])?as | called | named | nicknamed )
    ),?
    (?: [ ](?:only|just|simply|as|by) ){0,3}
    (?: [ ](?:the|his|her|their|a) (?:[ ]\w+)? [ ](?:nick|sur|user)?name (?:[ ]of|[ ]as)? ,? )?
    [ ] (?:only[ ])? ["“‘']? $
    """,
    re.VERBOSE,
)
_SELF_NAMING_CHARS = 70
# A person's home or party: "Ann Lee of Ohio,".
_HOME_AFTER = re.compile(
    r"(?:of|from) (?:the )?[A-Z][\w.-]{1,30}(?: [A-Z][\w.-]{1,30}){0,3}(?: in(?: [A-Z][\w.-]{1,30}){1,3})?(?:[,.)]|$)"
)
_AGE_AFTER = re.compile(r",? \(?\d{1,3}\b")
# From a description to the comma before its name: ", ", " of 52 years, ", but not " in Leeds, ".
_SHORT_COMPLEMENT = re.compile(r"(?: (?:for|of|on)(?: [a-z\d-]{1,30}){1,5})?,? ")
_COMMA = re.compile(r",? ")
# From an organization's description to its name: ", ", " that runs the home, the Dutch bank ", " for the measure, ".
_TO_ORGANIZATION = re.compile(
    r"(?: (?:for|of|on|that|which|who|whose)(?: [a-z\d’'-]{1,30}){1,8})?, (?:(?:an?|the) )?"
    r"(?P<own>(?:[\w’'-]{1,30} ){0,4})"
)
# The name's own description, from the comma on: "Reef national", "the three-term deputy", "a man known as".
_MARK = re.compile(r"[,:–—]\s{0,2}(?P<words>(?:[\w’'-]{1,30}\s){0,5})$")
_MAX_MARK_CHARS = 160
_ARTICLES = frozenset({"a", "an", "the"})
_ONE = frozenset({"a", "an", "another", "one", "that", "the", "this"})
_NOT_BEFORE_NAMES = ("ing", "ly")


def find_own_name(phrase: Phrase, head_end: int) -> Mention | None:
    """
    Find the name that a person described goes by: "a vendor who goes by the name “Pepper”".

    Args:
        phrase: The phrase.

        head_end: Offset after the head of the description.

    Returns:
        The mention; None if the phrase gives no such name.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("A vendor known as Pepper said so.")
        >>> find_own_name(Phrase.of(index, (0, 24), find_mentions(index)), 8).name.text
        'Pepper'
    """
    for mention in phrase.mentions:
        if mention.start > head_end and (mention.is_personal or " " not in mention.name.text):
            reach = min(_SELF_NAMING_CHARS, mention.start - phrase.start)
            found = phrase.index.search_before(_SELF_NAMING, mention.start, reach)
            # "A man of a firm known as Pepper" is not Pepper.
            if found and (not found["noun"] or found.end("noun") == head_end or _is_one_person(found["noun"])):
                return mention
    return None


def _is_one_person(noun: str) -> bool:
    return kind_of_noun(noun) is SpeakerKind.UNNAMED


def find_apposed_person(phrase: Phrase, head_end: int, words: Sequence[str]) -> Mention | None:
    """
    Find the name in an appositive of a person's description: "A lawyer for Holm, Carl Dray,", "his brother, Carl,".

    Args:
        phrase: The phrase.

        head_end: Offset after the head of the description.

        words: The words of the head.

    Returns:
        The mention; None if there is none.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("Her lawyer, Reef native Carl Dray, said so.")
        >>> find_apposed_person(Phrase.of(index, (0, 33), find_mentions(index)), 10, ["Her", "lawyer"]).name.text
        'Carl Dray'
    """
    names = (m for m in phrase.mentions if head_end < m.start and _is_closed(phrase, m))
    return next((m for m in names if _is_apposed(phrase, m) and _may_name_one(phrase, head_end, words, m)), None)


def _is_closed(phrase: Phrase, mention: Mention) -> bool:
    """Return whether nothing that belongs to a name follows it: not in "Holm's deputy", "Holm lawyers"."""
    after = phrase.from_(mention.end).lstrip()
    return after[:1] in ("", ",", "(", "–", "—", ".") or _HOME_AFTER.match(after) is not None


def _is_apposed(phrase: Phrase, mention: Mention) -> bool:
    """Return whether a name comes right after a comma, or after a description of its own that does."""
    found = phrase.index.search_before(_MARK, mention.start, min(_MAX_MARK_CHARS, mention.start - phrase.start))
    if found is None:
        return False
    words = found["words"].split()
    words = words[1:] if words and words[0].lower() in _ARTICLES else words
    # "The UML's Ann Lee".
    words = words[1:] if len(words) == 1 and words[0][0].isupper() and words[0].endswith(("'s", "’s")) else words
    if not words:
        return True
    if any(_is_no_modifier(word) for word in words) or not mention.name.has_title_or_given_name:
        return False
    last = words[-1]
    return _is_one_person(last) or (last.islower() and singular(last) == last)


def _is_no_modifier(word: str) -> bool:
    """Return whether a word is in no description of one person: "citing", "formerly", "with", "Holm's"."""
    bare = word.lower()
    is_small = bare in load_words("prepositions") or bare in load_words("function_words") or bare == "whose"
    return is_small or bare.endswith((*_NOT_BEFORE_NAMES, "'s", "’s", "s'", "s’"))


def _may_name_one(phrase: Phrase, head_end: int, words: Sequence[str], mention: Mention) -> bool:
    """Return whether the form of a name, or its place, shows that it is the name of the person described."""
    # "Username oldsalt" is not a title, but comes before the name.
    is_full = mention.name.has_title_or_given_name or mention.start < mention.name_start
    if mention.kind is SpeakerKind.PERSON and is_full:
        return True
    if not mention.is_personal:
        return False
    if phrase.index.match_after(_AGE_AFTER, mention.end) is not None:
        return True
    if is_place(mention.name.text) or singular(words[-1]) != normalize(words[-1]):
        return False
    between = _SHORT_COMPLEMENT if _denotes_one_known(words) else _COMMA
    is_one = between is _SHORT_COMPLEMENT or normalize(words[0]) in _ONE
    return is_one and between.fullmatch(phrase.index.text, head_end, mention.start) is not None


def _denotes_one_known(words: Sequence[str]) -> bool:
    """Return whether a description is of the only one whom somebody has: "her brother", "Holm's lawyer"."""
    is_owned = normalize(words[0]) in POSSESSIVE_DETERMINERS or any(w.endswith(("'s", "’s", "s'", "s’")) for w in words)
    return is_owned and len(words) > 1 and is_role(words[-1])


def find_apposed_organization(phrase: Phrase, head_end: int, words: Sequence[str]) -> Mention | None:
    """
    Find the name in an appositive of an organization's description: "The union, the Reef Guild,".

    Args:
        phrase: The phrase.

        head_end: Offset after the head of the description.

        words: The words of the head.

    Returns:
        The mention; None if there is none, or if it may be that of a place.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("Their union, RGM, said so.")
        >>> find_apposed_organization(Phrase.of(index, (0, 17), find_mentions(index)), 11, ["Their", "union"]).name.text
        'RGM'
    """
    for mention in (m for m in phrase.mentions if m.start > head_end):
        before = _TO_ORGANIZATION.fullmatch(phrase.index.text, head_end, mention.start)
        if before and _is_closed(phrase, mention) and _may_be_of(words, mention) and _is_of_one(before["own"].split()):
            return mention
    return None


def _is_of_one(own: Sequence[str]) -> bool:
    """Return whether the words between a comma and a name may describe an organization: "Dutch development bank"."""
    if any(_is_no_modifier(word) for word in own):
        return False
    return not own or own[-1].endswith("-based") or kind_of_noun(own[-1]) is SpeakerKind.ORGANIZATION


def _may_be_of(words: Sequence[str], mention: Mention) -> bool:
    """Return whether a name may be that of an organization that is described with certain words."""
    if mention.name.titles or is_place(mention.name.text):
        return False
    if kind_of_noun(words[-1]) is SpeakerKind.ORGANIZATION:
        return True
    return mention.kind is SpeakerKind.ORGANIZATION and may_be_organization(singular(words[-1]))
