"""Decide on descriptions of entities not named elsewhere: unnamed speakers, and organizations they name themselves."""

from __future__ import annotations

from sys import intern

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, singular, word_gender
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.bodies import NAMED_FOR_PEOPLE
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described
from quotekit.speakers.sieves.organizations import phrase_with_owner

__all__ = ["described_again", "description"]


def described_again(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the official" by the only speaker previously described with the same noun."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.UNNAMED or phrase.article != "the":
        return None
    before = discourse.introduced_with(phrase.noun)
    words = frozenset(normalize(phrase.description).split())
    if len(before) != 1:
        return None
    ((referent, known_words),) = before.items()
    return _decide(referent, query, SpeakerKind.UNNAMED, None) if words.issubset(known_words) else None


def description(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a description by its own words."""
    kind = query.phrase.kind
    if not query.is_description or kind is None:
        return None
    phrase, name = query.phrase, None
    if kind is SpeakerKind.ORGANIZATION and phrase.article in ("", "the"):
        phrase = phrase_with_owner(query, discourse)
        name = _name_in(phrase)
    referent = Described.by(kind, name or query.source.text, name)
    return _decide(referent, query, kind, _words(phrase.description))


def _words(phrase: str) -> tuple[str, ...]:
    """Return the normalized words of a phrase; a long text has the same words a thousand times: each is kept once."""
    return tuple(map(intern, normalize(phrase).split()))


def _decide(referent: Described, query: Query, kind: SpeakerKind, introduced: tuple[str, ...] | None) -> Decision:
    """Decide on an unnamed speaker; *introduced* holds the words of a description that introduces it."""
    noun, piece = query.phrase.noun, query.source[0]
    speech = Speech(
        piece.start,
        piece.end,
        referent,
        kind,
        gender=query.gender or word_gender(noun),
        is_plural=kind is SpeakerKind.GROUP or singular(noun) != noun,
        noun=None if introduced is None else noun,
        words=introduced or (),
    )
    mentions = tuple((piece.start, piece.end) for piece in query.source)
    return Decision(referent, speech=speech, mentions=(*mentions, *query.coreferent))


def _name_in(phrase: SourcePhrase) -> str | None:
    """Return the name that the description of an organization yields: "Holm campaign" for "Ms. Holm's campaign"."""
    owner = phrase.owner
    if owner is not None and not is_place(owner.name.text, regions=False):
        if owner.kind is SpeakerKind.ORGANIZATION:
            return phrase.description
        rest = phrase.description.rsplit(owner.name.text, 1)[-1].removeprefix("'s").removeprefix("’s").strip("'’ ")
        return f"{owner.name.surname} {rest}" if phrase.noun in NAMED_FOR_PEOPLE and rest else None
    # "Chinese" is capitalized wherever it occurs. There is one Chinese government, but more than one Chinese chipmaker.
    has_capital = phrase.article == "the" and phrase.description[0].isupper() and " " in phrase.description
    return phrase.description if has_capital and singular(phrase.noun) in load_words("state_nouns") else None
