"""Parse a source phrase: is it a name, a description or a pronoun, and what kind of speaker does it denote?"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.pronouns import PERSONAL_SUBJECTS, POSSESSIVE_DETERMINERS, PRONOUNS
from quotekit.english.words import is_given_name, is_place, kind_of_noun, normalize, normalized_words, singular
from quotekit.names.apposed_names import find_apposed_organization, find_apposed_person, find_own_name
from quotekit.names.description_kinds import DETERMINERS, denotes_people, is_share, kind_by_form, kind_of_description
from quotekit.names.mention import Mention
from quotekit.names.phrase_heads import EDGES, Phrase, find_head_end
from quotekit.names.several_speakers import joint_speakers, members_named, parse_few
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["SourcePhrase", "find_head_end", "parse_source"]

# Pronouns that can be a source by themselves.
_SOURCE_PRONOUNS = frozenset(PRONOUNS.keys() - {"those", "your", "yours", "yourself", "yourselves"})
_OF = " of "
# Nouns for parts and versions of documents: "results of the Reef University poll".
_PARTS_OF_DOCUMENTS = frozenset({"copies", "copy", "excerpt", "excerpts", "findings", "result", "results", "version"})
# Text between a description and its complement: "the president of France".
_AFFILIATION = re.compile(r" (?:at|for|from|in|of) (?:the )?")
# Text after a document's noun, with its maker: "a report on ferries released by the Reef Fund".
_MADE_BY = re.compile(
    r"(?: [\w'’.-]+){0,8}? (?:[a-z]{2,}ed|done|made|made public|written|taken|seen to)"
    r"(?: (?:at|during|earlier|for|in|last|on|over|this)(?: [\w'’.-]+){1,8}?)? by (?=[\w@])"
)
# Who did one of these with a document did not write it.
_PASSED_ON = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:cited|given|leaked|obtained|provided|quoted|reported|reviewed|seen|shared|viewed)"
    r" (?:[a-z]+ )?(?:by|to)\b"
)
_BETWEEN_MAKERS = re.compile(r"(?:, |,? and )?(?:the )?")
_ISSUED_BY = re.compile(r"(?: of(?: [a-z-]{1,30}){1,4})? (?:by|from) ")
_PRINTED_IN = re.compile(r" in (?:[Tt]he )?")
# "A Reef Council auditor's report" is not the council's.
_OWNED = re.compile(r"[^,;]{0,80}[a-z]['’]s?(?: [\w-]{1,30}){1,3}")
_CROWDS = ("chorus", "crowd", "group", "groups", "panel")
_FEW = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_ONE_OF = frozenset({"another", "each", "neither", "one"})
# Nouns after the names of organizations: "the Boats4All charity".
_APPOSED_NOUNS = frozenset(
    (
        *("agency", "app", "bank", "chain", "charity", "company", "firm", "foundation", "group", "magazine", "network"),
        *("newspaper", "ngo", "nonprofit", "organisation", "organization", "outlet", "platform", "startup", "website"),
    )
)
# A digit, or a capital after a lower-case letter, which few names of people and places have.
_ODD_SHAPE = re.compile(r"\d|[a-z][A-Z]")
_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.UNNAMED)
_INCLUDING = re.compile(r"(?:,| [–—-]{1,2})? including\b")


@attrs.frozen
class SourcePhrase:
    """What a source phrase says about the speaker."""

    #: The kind of speaker; None if it is unknown.
    kind: SpeakerKind | None = None
    #: The names at the head of the phrase: several for joint speakers. For a document, the names of its authors.
    named: tuple[Mention, ...] = ()
    #: The pronoun that the phrase is or begins with, normalized; None if it is not a pronoun.
    pronoun: str | None = None
    #: The modifiers and the head noun of a description, without its article.
    description: str = ""
    #: The article or other determiner of a description, normalized; empty if there is none.
    article: str = ""
    #: The possessor of a description: "Holm" in "Holm's campaign".
    owner: Mention | None = None
    #: The name after a preposition: "France" in "the president of France".
    of: Mention | None = None
    #: The possessive pronoun before a description, normalized: "his" in "his attorney"; None if there is none.
    whose: str | None = None
    #: Whether only the form of a description shows that it denotes a person: "a commuter".
    by_shape: bool = False
    #: Whether it denotes a few speakers named together before, as do "both", "all three" and "the sisters".
    pair: bool = False
    #: How many these are; None if the phrase leaves it open.
    size: int | None = 2

    @property
    def noun(self) -> str:
        """The normalized head noun of a description."""
        return normalize(self.description.rpartition(" ")[2])


def parse_source(
    index: TextIndex, bounds: Bounds, mentions: Sequence[Mention], *, may_be_thing: bool = False
) -> SourcePhrase:
    """
    Parse a source phrase.

    Args:
        index: The text.

        bounds: Start and end of the phrase.

        mentions: The mentions that share characters with the phrase, in text order.

        may_be_thing: Whether things can be the subject of the cue, as with "show" or "suggest". An unlisted noun does
            not count as a person then.

    Returns:
        What the phrase says.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> def parse(text):
        ...     index = TextIndex(text)
        ...     return parse_source(index, (0, len(text)), find_mentions(index))
        >>> parse("Holm spokesman Carl Dray").named[0].name.text
        'Carl Dray'
        >>> parse("a Holm spokesman").kind.value, parse("a Holm spokesman").named
        ('unnamed', ())
        >>> parse("two advisers to Ms. Holm").noun
        'advisers'
    """
    phrase = Phrase.of(index, bounds, mentions)
    joint = joint_speakers(phrase)
    if joint:
        return SourcePhrase(joint[0].kind or SpeakerKind.PERSON, joint)
    parsed = _parse_pronoun(phrase) or _parse_quantity(phrase)
    if parsed is not None:
        return parsed
    described = _parse_head(phrase)
    return attrs.evolve(described, kind=None) if described.by_shape and may_be_thing else described


def _parse_head(phrase: Phrase) -> SourcePhrase:
    """Parse a phrase that is neither a list nor a pronoun nor a quantity, by its head."""
    mentions = phrase.mentions
    head_end = phrase.without_afterthought(phrase.head_end)
    name = next((m for m in reversed(mentions) if m.end >= head_end > m.name_start), None)
    if name is None:
        return _parse_description(phrase, head_end)
    if _follows_plural(phrase, name):
        return _parse_description(phrase, phrase.start + len(phrase.up_to(name.start).rstrip()))
    members = members_named(phrase, name.end) if name.kind is SpeakerKind.GROUP else ()
    if members and not _INCLUDING.match(phrase.index.text, name.end):
        # "Two Democrats, Ann Lee and Bo Dray,"; "Democrats, including Ann Lee," are more.
        return SourcePhrase(members[0].kind or SpeakerKind.PERSON, members)
    if name.kind is SpeakerKind.GROUP and not _FEW.isdisjoint(normalize(phrase.up_to(name.start)).split()):
        # "Two Democrats" are not the Democrats.
        return _parse_description(phrase, head_end)
    return SourcePhrase(name.kind or SpeakerKind.PERSON, (name,))


def _parse_pronoun(phrase: Phrase) -> SourcePhrase | None:
    """Parse a pronoun, "both" or "all three" with the noun they count, or "the sisters"; None for other phrases."""
    pronoun = _find_pronoun(phrase)
    # "WHO" may be a name.
    if pronoun is not None and not any(m.name_start == phrase.start for m in phrase.mentions):
        return SourcePhrase(pronoun=pronoun)
    if is_share(phrase.text):
        return SourcePhrase(SpeakerKind.GROUP)
    few = parse_few(phrase.text)
    if few is not None:
        return SourcePhrase(SpeakerKind.GROUP, description=few.noun, pair=True, size=few.size)
    return None


def _find_pronoun(phrase: Phrase) -> str | None:
    """Return the pronoun that a phrase is or begins with: "he himself", "they all", "she, a lawyer,"."""
    whole = normalize(phrase.text)
    if whole in _SOURCE_PRONOUNS:
        return whole
    without_afterthought = normalize(phrase.up_to(phrase.without_afterthought(phrase.end)))
    if without_afterthought in _SOURCE_PRONOUNS:
        return without_afterthought
    head = normalize(phrase.up_to(phrase.without_afterthought(phrase.head_end)))
    return head if head in PERSONAL_SUBJECTS else None


def _parse_quantity(phrase: Phrase) -> SourcePhrase | None:
    """Parse what is counted in "a number of farmers"; None if nothing is."""
    counted_start = _find_counted(phrase)
    if counted_start is None:
        return None
    quantity = phrase.up_to(phrase.head_end)
    counted, word = _parse_rest(phrase, counted_start), normalize(quantity).rpartition(" ")[2]
    some = _parse_some(phrase, quantity, word, counted)
    if some is not None:
        return some
    if _is_part_of_document(quantity):
        return counted if counted.kind is SpeakerKind.DOCUMENT else None
    if counted.kind is None and not counted.pronoun and normalize(quantity).endswith(_CROWDS):
        # Only people form groups, whatever they are called: "a group of rabbis".
        return attrs.evolve(counted, kind=SpeakerKind.GROUP, by_shape=True)
    if counted.kind is SpeakerKind.UNNAMED and normalize(quantity).endswith(("percent", "%")):
        return attrs.evolve(counted, kind=SpeakerKind.GROUP)
    return counted if counted.pronoun is None or counted.pronoun == "them" else SourcePhrase(SpeakerKind.GROUP)


def _parse_some(phrase: Phrase, quantity: str, word: str, counted: SourcePhrase) -> SourcePhrase | None:
    """Parse "one of the senators" and "two of the Democrats", who are not the Democrats; None for other quantities."""
    if word in _ONE_OF:
        # "One of the senators, Ann Lee,".
        named = find_apposed_person(phrase, phrase.head_end, quantity.split())
        if named is not None:
            return SourcePhrase(SpeakerKind.PERSON, (named,))
        return SourcePhrase(SpeakerKind.UNNAMED, description=quantity)
    is_few = word in _FEW and counted.kind is SpeakerKind.GROUP and counted.named
    return SourcePhrase(SpeakerKind.GROUP, description=quantity) if is_few else None


def _find_counted(phrase: Phrase) -> int | None:
    """Return the offset of what is counted in "a number of farmers"; None if nothing is."""
    start = phrase.head_end + len(_OF)
    if start >= phrase.end or not phrase.index.text.startswith(_OF, phrase.head_end):
        return None
    words = phrase.up_to(phrase.head_end).split()
    # "Two-thirds" are thirds.
    word = normalize(words[-1]).rpartition("-")[2] if words else ""
    is_part = word in load_words("quantities") or word in _PARTS_OF_DOCUMENTS or word.endswith("%")
    return start if is_part else None


def _is_part_of_document(quantity: str) -> bool:
    """Return whether the words before "of" end in a noun for a part or version of a document."""
    return normalize(quantity).rpartition(" ")[2] in _PARTS_OF_DOCUMENTS


def _parse_rest(phrase: Phrase, start: int) -> SourcePhrase:
    """Parse a phrase from an offset on."""
    return parse_source(phrase.index, (start, phrase.end), [m for m in phrase.mentions if m.name_start >= start])


def _follows_plural(phrase: Phrase, name: Mention) -> bool:
    """Return whether a name belongs to a clause about a plural noun before it: "neighbors Democrats have met"."""
    words = phrase.up_to(name.start).split()
    if not words or not words[-1].islower():
        return False
    return singular(words[-1]) != words[-1] and kind_of_noun(words[-1]) is not None


def _parse_description(phrase: Phrase, head_end: int) -> SourcePhrase:
    """Parse a phrase whose head ends in a noun."""
    words = phrase.up_to(head_end).strip(EDGES).split()
    if not words:
        return SourcePhrase()
    kind = kind_of_description(words)
    by_form = kind_by_form(words) if kind is None else None
    kind, by_shape = kind or by_form, by_form is not None
    if kind is SpeakerKind.UNNAMED and denotes_people(words[-1], phrase.from_(head_end)):
        kind = SpeakerKind.GROUP
    named = _name_described(phrase, head_end, words, kind)
    if named is not None:
        return named
    inside = [m for m in phrase.mentions if phrase.start <= m.name_start and m.end <= head_end]
    apposed = _find_close_apposition(phrase, head_end, inside, kind)
    if apposed is not None:
        return SourcePhrase(kind, (apposed,))
    first = normalize(words[0]) if len(words) > 1 else ""
    article = first if first in DETERMINERS else ""
    whose = first if first in POSSESSIVE_DETERMINERS else None
    return SourcePhrase(
        kind,
        _find_authors(phrase, head_end, inside) if kind is SpeakerKind.DOCUMENT else (),
        description=" ".join(words[bool(article or whose) :]),
        article=article,
        owner=inside[-1] if inside else None,
        of=_find_affiliation(phrase, head_end),
        whose=whose,
        by_shape=by_shape,
    )


def _name_described(
    phrase: Phrase, head_end: int, words: Sequence[str], kind: SpeakerKind | None
) -> SourcePhrase | None:
    """Parse a description that names whom it describes: "his lawyer, Ann Lee,"; None if it does not."""
    if kind in (None, SpeakerKind.UNNAMED):
        own = find_own_name(phrase, head_end)
        apposed = None if own else find_apposed_person(phrase, head_end, words)
        # "His opposite number, Ann Lee," is shown to be a person by the name alone.
        name = own or (apposed if apposed and (kind or is_given_name(apposed.name.first_word)) else None)
        if name is not None:
            return SourcePhrase(SpeakerKind.PERSON, (name,))
    if kind in _SEVERAL and (singular(words[-1]) != normalize(words[-1]) or normalize(words[-1]) == "those"):
        members = members_named(phrase, head_end)
        if members:
            return SourcePhrase(members[0].kind or SpeakerKind.PERSON, members)
    organization = None if kind is SpeakerKind.DOCUMENT else find_apposed_organization(phrase, head_end, words)
    return None if organization is None else SourcePhrase(SpeakerKind.ORGANIZATION, (organization,))


def _find_close_apposition(
    phrase: Phrase, head_end: int, inside: Sequence[Mention], kind: SpeakerKind | None
) -> Mention | None:
    """Return the name of an organization before a noun that classifies it: "the Boats4All charity", "The Hill site"."""
    if kind is not SpeakerKind.ORGANIZATION or len(inside) != 1:
        return None
    name, noun = inside[0], phrase.index.text[inside[0].end : head_end].strip()
    is_whole = normalize(phrase.up_to(name.start)).strip() in ("", "the") and noun in _APPOSED_NOUNS
    is_known = _ODD_SHAPE.search(name.name.text) or is_outlet(f"The {name.name.text}")
    return name if is_whole and name.kind is not SpeakerKind.PERSON and is_known else None


def _find_affiliation(phrase: Phrase, head_end: int) -> Mention | None:
    """Return the name in the complement of a description: "France" in "the president of France"."""
    text = phrase.index.text
    after = (m for m in phrase.mentions if m.start > head_end)
    return next((m for m in after if _AFFILIATION.fullmatch(text, head_end, m.start)), None)


def _find_authors(phrase: Phrase, head_end: int, inside: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the authors of a document: "a Reuters survey", "a study by Carl Dray", "Holm's letter"."""
    issued = _ISSUED_BY.match(phrase.index.text, head_end, phrase.end)
    if issued and not _PASSED_ON.match(phrase.index.text, head_end, issued.end()):
        return _parse_rest(phrase, issued.end()).named
    printed = _PRINTED_IN.match(phrase.index.text, head_end, phrase.end)
    if printed and is_outlet(phrase.from_(printed.end()).strip(EDGES)):
        return _makers_at(phrase, printed.end())
    made = _MADE_BY.match(phrase.index.text, head_end, phrase.end)
    if made and not inside and not _PASSED_ON.match(phrase.index.text, head_end, made.end()):
        return _makers_at(phrase, made.end())
    if inside and phrase.index.text[inside[-1].end] == "-":
        # "Holm-era figures".
        return ()
    if inside and _OWNED.fullmatch(phrase.index.text[inside[-1].end : head_end].removeprefix("'s").removeprefix("’s")):
        return ()
    return tuple(m for m in inside if _may_author(m))


def _may_author(name: Mention) -> bool:
    """Return whether the bearer of a name may author documents; places, groups and platforms do not."""
    is_platform = normalize(name.name.text) in normalized_words("platforms")
    return not (is_platform or is_place(name.name.text, regions=False) or name.kind is SpeakerKind.GROUP)


def _makers_at(phrase: Phrase, at: int) -> tuple[Mention, ...]:
    """Return the names that a list of makers begins with: "the Reef Fund and Carl Dray last year"."""
    makers: list[Mention] = []
    for mention in (m for m in phrase.mentions if m.start >= at):
        if not _BETWEEN_MAKERS.fullmatch(phrase.index.text, makers[-1].end if makers else at, mention.start):
            break
        makers.append(mention)
    return tuple(makers)
