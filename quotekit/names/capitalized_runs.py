"""Find runs of capitalized words, and split each into names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    abbreviated_titles,
    is_courtesy_title,
    is_given_name,
    is_place,
    is_role,
    normalize,
    normalized_words,
    singular,
)
from quotekit.names.acronyms import is_acronym
from quotekit.names.company_names import count_legal_form_words
from quotekit.names.connectors import BEFORE_AIMS, CONNECTORS, connects, find_aim, is_head_noun
from quotekit.names.family_first import is_surname_before
from quotekit.names.mention import Mention, is_personal
from quotekit.names.name import Name
from quotekit.names.offices import ends_in_office, find_body_of_office, is_office_with_field
from quotekit.names.opening_words import is_verb_in_capitals, opens_sentence
from quotekit.names.person_names import build_name
from quotekit.names.post_nominals import count_post_nominals
from quotekit.names.titles import count_field_words, count_title_words, is_office_field
from quotekit.records import SpeakerKind

__all__ = ["Word", "is_no_name", "run_pattern", "split_run", "words_of_run"]

_CONTRACTIONS = ("n't", "'ll", "'re", "'ve", "'d", "'m")
# A name ends with one of these.
_LAST_WORDS = frozenset({"jr", "sr"})
_CLOSING_ACRONYMS = frozenset({"PAC"})
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,40}s")
_MAX_PERSON_WORDS = 5
# Given names that are also abbreviations of months.
_MONTH_NAMES = frozenset({"jan", "jun", "jul", "mar"})
_MONTH_SURNAMES = frozenset({"april", "august", "march", "may"})
_BEFORE_MONTHS = frozenset({"early", "every", "last", "late", "mid", "next", "since", "this", "until"})
_DAYS_AND_MONTHS = (load_words("months") | {"says", "today", "tomorrow", "tonight", "yesterday"}).union(
    f"{day}{end}"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for end in ("", "s")
)
# What is said of something with a name before the hyphen: "the Holm-led council".
_PARTICIPLES = r"(?<=-)(?:aligned|appointed|backed|endorsed|era|funded|inspired|led|like|owned|run|style)\b"
_RUN_WORD = re.compile(r"[^\s/]+|/")


class Word(NamedTuple):
    """A word of a run."""

    #: The word as printed.
    text: str
    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int


@cache
def run_pattern() -> re.Pattern[str]:
    """
    Build the pattern of a run: capitalized words one after the other, with what joins the words of a name.

    Returns:
        The pattern.

    Example:
        >>> run_pattern().search("Then the Bank of Japan met.", 5).group()
        'Bank of Japan'
    """
    upper = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1F00)) if c.isupper())
    abbreviations = {title.title() for title in abbreviated_titles()} | {"Jr", "Sr", "St", "Inc", "Co", "Corp", "Ltd"}
    blank = "[ \u00a0]"
    words = (
        rf"(?:{'|'.join(sorted(abbreviations))})\.",  # "Sen."
        rf"(?:[{upper}]\.){{1,4}}(?:[{upper}]\b)?",  # "J.", "U.S."
        # "Holm", "O'Dell", "Anne-Marie", "AT&T", but not "Holm-backed"
        rf"[{upper}]\w*(?:(?:['’](?!s\b)|[-&.](?=\w)(?!{_PARTICIPLES}))\w+)*",
        rf"(?:al|el|as|ash)-[{upper}]\w*(?:-\w+)*",  # "al-Reef"
        rf"[dl]['’][{upper}]\w+",  # "d'Arcy"
    )
    nickname = rf"[\"“'‘(](?!(?:[A-Z]{{3,8}}|Retd?|Rtd)\))[{upper}]\w+(?:{blank}[{upper}]\w+)?[\"”'’)]"
    particle = "|".join(sorted(load_words("name_particles")))
    joints = (
        rf"{blank}(?:{nickname}{blank})?(?:(?:{particle}){blank}){{0,3}}",  # a blank, a nickname, "van der"
        rf",{blank}(?=(?:Jr|Sr|Inc|Ltd|LLC|LLP|LP)\b)",  # "Dray, Jr.", "Reef Foods, Inc."
        "/",
        " (?:of|for|on|and) (?:the )?",
        "(?<=Mission) to (?:the )?",  # "Mission to Seafarers"
        " & ",
    )
    first_particles = rf"(?:(?:van|von|de|du|di|da|del|della|bin|ibn|dos){blank}(?:(?:der|den|la|las|los){blank})?)?"
    word, joint = f"(?:{'|'.join(words)})", f"(?:{'|'.join(joints)})"
    return re.compile(rf"(?<![\w@#]){first_particles}{word}(?:{joint}{word}){{0,14}}(?:{blank}plc\b)?")


def words_of_run(run: str, offset: int = 0) -> list[Word]:
    """
    Split a run into words; a slash is a word.

    Args:
        run: The run.

        offset: Offset of its first character.

    Returns:
        The words.
    """
    return [Word(found.group(), offset + found.start(), offset + found.end()) for found in _RUN_WORD.finditer(run)]


@lru_cache(maxsize=4096)
def split_run(run: str) -> tuple[Mention, ...]:
    """
    Split a run of capitalized words into names.

    Args:
        run: A match of :func:`run_pattern`.

    Returns:
        The names, and single words that may be one. Their offsets count from the start of the run.

    Example:
        >>> [mention.name.text for mention in split_run("Secretary of State John Kerry and the Bank of Japan")]
        ['John Kerry', 'Bank of Japan']
    """
    mentions = (_read_part(run, part) for part in _split_into_parts(words_of_run(run)))
    return tuple(mention for mention in mentions if mention is not None)


def is_no_name(word: str) -> bool:
    """
    Return whether a word is never a name, even when capitalized.

    Args:
        word: The word as printed.

    Returns:
        Whether it is one of the words that are not names, or a contraction.

    Example:
        >>> is_no_name("Don't"), is_no_name("WHO"), is_no_name("Who")
        (True, False, True)
    """
    if word == "WHO":
        return False
    word = word.replace("’", "'").casefold()
    return word in load_words("not_names") or word.endswith(_CONTRACTIONS)


def _split_into_parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Split a run at words that are not names, and at connectors that do not connect."""
    part: list[Word] = []
    texts = [word.text for word in words]
    at = 0
    while at < len(words):
        word = words[at].text
        after = at + 1
        if word in CONNECTORS:
            after += words[after].text == "the"
            name_at = _name_after_field(part, words, at, after)
            if name_at:
                part += words[at:name_at]
                at = name_at
                continue
            if part and connects([one.text for one in part], texts, at, after):
                part += words[at:after]
            else:
                yield part
                part = []
        elif (
            word == "/"
            or (is_no_name(word) and not _is_name_in_context(words, at))
            or (part and is_verb_in_capitals(texts, at))
        ):
            yield part
            part = []
        elif part or not opens_sentence(word):
            part.append(words[at])
            if word.rstrip(".").casefold() in _LAST_WORDS:
                yield part
                part = []
        at = after
    yield part


def _is_name_in_context(words: Sequence[Word], at: int) -> bool:
    """Return whether its neighbors make a word a name that usually is not one: "Jan Bakker", "Grace Oh", "Mr. He"."""
    word = words[at].text.casefold()
    after = words[at + 1].text if at + 1 < len(words) else ""
    is_joined = after and (is_surname_before(words[at].text, after) or _is_before_aim(words, at))
    if is_joined or _ends_outlet(words, at):
        return True
    if word in _MONTH_NAMES:
        return after[:1].isupper() and not is_no_name(after) and not is_role(after)
    is_last = at + 1 == len(words) or after in CONNECTORS
    if words[at].text in _CLOSING_ACRONYMS:
        # "Reef Values PAC" is a name, "the PAC" and "Super PAC" are none.
        return is_last and at > 0 and words[at - 1].text.istitle() and normalize(words[at - 1].text) != "super"
    if not is_last or at == 0 or word.endswith(_CONTRACTIONS):
        return False
    before = words[at - 1].text
    if word in _DAYS_AND_MONTHS:
        return word in _MONTH_SURNAMES and (is_courtesy_title(before) or _is_unlike_word(before))
    return is_courtesy_title(before) or (is_given_name(before) and before[-1] != ".")


def _is_before_aim(words: Sequence[Word], at: int) -> bool:
    """Return whether a capitalized preposition is between a body's noun and its aim: "Coalition Against Noise"."""
    after = words[at + 1].text
    is_connector = at > 0 and words[at].text in BEFORE_AIMS and is_head_noun(words[at - 1].text)
    return is_connector and after[0].isupper() and not is_no_name(after)


def _ends_outlet(words: Sequence[Word], at: int) -> bool:
    """Return whether a word is the last one of a listed outlet: "USA Today", "Free Malaysia Today"."""
    names = (" ".join(normalize(word.text) for word in words[first : at + 1]) for first in range(max(0, at - 3), at))
    return not normalized_words("outlets").isdisjoint(names)


def _is_unlike_word(word: str) -> bool:
    """Return whether a capitalized word is in no list of words that may stand before a month: "Tyrell March"."""
    lists = (
        "prepositions",
        "function_words",
        "sentence_openers",
        "thing_nouns",
        "organization_nouns",
        "title_modifiers",
    )
    bare = normalize(word)
    return is_given_name(word) or not (
        is_no_name(word)
        or is_place(word)
        or is_role(word)
        or word.endswith(("'s", "’s", "s'", "s’"))
        or any(bare in load_words(name) for name in lists)
        or bare in _BEFORE_MONTHS
    )


def _name_after_field(part: Sequence[Word], words: Sequence[Word], at: int, after: int) -> int:
    """Return the index of the name after an office and its field, as in "Mayor of Leeds Anna Stone"; 0 if none is."""
    if words[at].text not in ("of", "for") or not part or not ends_in_office([word.text for word in part]):
        return 0
    field = [word.text for word in words[after:]]
    end = next((i for i, word in enumerate(field) if word == "/" or (is_no_name(word) and word != "and")), len(field))
    size = count_field_words(field[:end])
    return after + size if size else 0


def _read_part(run: str, part: list[Word]) -> Mention | None:
    """Read a part of a run as one name with its titles; None if it is none."""
    while part and part[-1].text in CONNECTORS:
        part = part[:-1]
    if not part:
        return None
    words = [word.text for word in part]
    if words[:2] == ["Parliament", "for"]:  # "Member of Parliament for Leeds Ida Holm"
        size = count_field_words(words[2:])
        return _read_part(run, part[2 + size :]) if size else None
    if len(words) > 1 and normalize(words[-1]) == "poll":
        # A poll is named by who made it: "Reef University Poll".
        start, end = part[0].start, part[-2].end
        return Mention(start, start, end, Name.of_organization(run[start:end]), SpeakerKind.ORGANIZATION)
    # A title by itself may be a surname: that of "Charlie King", who is named elsewhere.
    first = count_title_words(words) if len(words) > 1 else 0
    # The letters after "Ida Holm KC" say nothing about who it is.
    without_letters = words[: len(words) - count_post_nominals(words)]
    kind = _kind_of_words(without_letters, first)
    if kind is None and not _may_be_person(without_letters, first):
        return None
    if kind is not None:
        first = 0
    elif len(words) > 1:
        kind = SpeakerKind.PERSON
    body = find_body_of_office(words) if kind is SpeakerKind.ORGANIZATION else 0
    if body:
        # "Director of the State Fire Service" is a person, whom the rest of the text may name.
        is_field = len(words) - body == 1 and is_office_field(words[body])
        return None if is_field else _read_part(run, part[body:])
    start, name_start, end = part[0].start, part[first].start, part[-1].end
    printed = run[name_start:end]
    name = build_name(printed.split(), run[start:name_start]) if is_personal(kind) else Name.of_organization(printed)
    return Mention(start, name_start, end, name, kind)


def _may_be_person(words: Sequence[str], first: int) -> bool:
    """Return whether words that name no organization may be a person's name; things and peoples are not."""
    if first == len(words) or len(words) - first > _MAX_PERSON_WORDS or is_office_with_field(words, first):
        return False
    last = normalize(words[-1])
    if first == 0 and last + "s" in normalized_words("proper_groups"):
        # "Mark Cuban" is a person, "a Cuban" is somebody.
        return len(words) > 1 and is_given_name(words[0])
    return first > 0 or len(words) == 1 or last not in load_words("thing_nouns") or is_given_name(words[0])


def _kind_of_words(words: Sequence[str], first: int) -> SpeakerKind | None:
    """Return the kind of a capitalized name, judged by its words; None if it is a person's, or ambiguous."""
    if normalize(words[-1]) in normalized_words("proper_groups") or _PLURAL_ACRONYM.fullmatch(words[-1]):
        return SpeakerKind.GROUP
    if _is_listed_organization(" ".join(map(normalize, words))) or is_acronym(words):
        return SpeakerKind.ORGANIZATION
    if len(words) == 1 or _follows_personal_title(words, first):
        return None
    if _has_organization_words(words, first) or (first == 0 and ("&" in words or count_legal_form_words(words))):
        return SpeakerKind.ORGANIZATION
    ends_in_document = singular(words[-1]) in load_words("document_nouns")
    return SpeakerKind.DOCUMENT if ends_in_document and first == 0 and not is_given_name(words[0]) else None


def _has_organization_words(words: Sequence[str], first: int) -> bool:
    """Return whether words are an organization's: "Reef Commission", "Court of Appeals", "UN Refugee Council"."""
    normalized = [normalize(word) for word in words]
    connector = next((i for i, word in enumerate(words) if word in ("of", "for")), 0)
    aim = find_aim(words)
    heads = {normalized[-1], normalized[connector - 1]} if first <= connector else {normalized[-1]}
    if aim and (first < aim or first == len(words)):
        # "Committee for Justice" looks like a title.
        return True
    if len(words) > 1 and is_role(words[-1]) and is_role(words[-2]):  # "District Chief Executive"
        heads.discard(normalized[-1])
    if not heads.isdisjoint(load_words("organization_nouns")):
        return True
    return first == 0 and (connector > 0 or normalized[0] in ("un", "eu"))


def _is_listed_organization(name: str) -> bool:
    """Return whether a normalized name is that of a well-known organization; places count as such."""
    return is_place(name) or any(
        name in normalized_words(lexicon) for lexicon in ("outlets", "well_known_organizations")
    )


def _follows_personal_title(words: Sequence[str], first: int) -> bool:
    """Return whether the name follows a title that only people have: "Sen.", "Mr."."""
    if not 0 < first < len(words):
        return False
    title = words[first - 1]
    return (title[-1] == "." and is_role(title)) or is_courtesy_title(title)
