"""Find the turns of a conversation: the quotations of one speaker in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender, word_gender
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers.conversations.paragraphs import Paragraphs
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Author, Described, Joint, Named, Referent
from quotekit.text import Bounds, TextIndex

__all__ = ["Turn", "find_turns"]

# The sieves whose decisions rest on a name beside the quotation.
_BY_NAME = frozenset({"cluster", "name", "joint names", "first person"})
_CLAUSE = re.compile(r"[Ss]?[Hh]e\b")
_ONE_PERSON = frozenset(PRONOUN_GENDER)


@attrs.frozen
class Turn:
    """Quotations of one speaker in one paragraph, and what is known of the speaker."""

    #: The indices of its drafts.
    drafts: tuple[int, ...]
    #: Start of the first quotation.
    start: int
    #: End of the last quotation.
    end: int
    #: The number of the paragraph that it begins in.
    paragraph: int
    #: The bounds of its quotations.
    quotations: tuple[Bounds, ...]
    #: The bounds of the source; None if there is none.
    source: Bounds | None = None
    #: The source as parsed; empty if there is none.
    phrase: SourcePhrase = attrs.field(factory=SourcePhrase)
    #: The unnamed speaker whom the source describes; None if it describes nobody.
    described: Described | None = None
    #: The decision of the sieves; None if there is none.
    prior: Decision | None = None

    @property
    def anchor(self) -> Referent | None:
        """The speaker, if the words beside the quotation name one; None otherwise."""
        if self.source is None or self.prior is None or self.prior.how not in _BY_NAME:
            return None
        return self.prior.referent if isinstance(self.prior.referent, Named | Joint | Author) else None

    @property
    def pronoun(self) -> str | None:
        """The pronoun for one person beside the quotation; None if there is none."""
        return self.phrase.pronoun if self.phrase.pronoun in _ONE_PERSON else None

    @property
    def noun(self) -> str | None:
        """The noun for the speaker beside the quotation; None if there is none."""
        if self.source is None or self.phrase.pronoun is not None or self.anchor is not None:
            return None
        return None if self.phrase.kind is SpeakerKind.GROUP else self.phrase.noun or None

    @property
    def gender(self) -> Gender | None:
        """The gender that the pronoun or noun beside the quotation marks; None if there is neither."""
        if self.pronoun is not None:
            return PRONOUN_GENDER[self.pronoun]
        return word_gender(self.noun) if self.noun else None

    @property
    def is_open(self) -> bool:
        """Whether nothing but the conversation can show who speaks: no name, and no source other than one person's."""
        return self.anchor is None and (self.source is None or self.pronoun is not None or self.noun is not None)


def find_turns(drafts: Sequence[Draft], discourse: Discourse) -> list[Turn]:
    """
    Find the turns of a text.

    Args:
        drafts: The attributions in text order.

        discourse: What is known once the sieves have decided.

    Returns:
        The turns in text order. Quotations of a paragraph are one turn unless their sources differ.
    """
    turns: list[Turn] = []
    for turn in _turns_of_drafts(drafts, discourse):
        joined = _join(turns[-1], turn) if turns else None
        if joined is None:
            turns.append(turn)
        else:
            turns[-1] = joined
    return turns


def _turns_of_drafts(drafts: Sequence[Draft], discourse: Discourse) -> Iterator[Turn]:
    """Yield a turn for each attribution that is a quotation of its own and not nested in another."""
    index = discourse.index
    paragraphs = Paragraphs(index)
    found = []
    for number, draft in enumerate(drafts):
        quotations = _quotations_of(index, draft.content) if draft.parent is None else ()
        if quotations:
            found.append((quotations[0][0], number, quotations))
    for start, number, quotations in sorted(found):
        source = _source_of(drafts[number], quotations)
        phrase = SourcePhrase()
        if source is not None:
            phrase = _parse(discourse, source)
        yield Turn(
            drafts=(number,),
            start=start,
            end=quotations[-1][1],
            paragraph=paragraphs.number_at(start),
            quotations=quotations,
            source=source,
            phrase=phrase,
            described=None if source is None else _described(drafts[number], phrase),
            prior=discourse.decision_on(number),
        )


def _quotations_of(index: TextIndex, content: Spans) -> tuple[Bounds, ...]:
    """Return the bounds of the spans of a content that are quotations from their first character on."""
    quoted = [(piece.start, piece.end) for piece in content if index.is_quoted(piece.start)]
    return tuple(quoted) if len(quoted) == len(content) else ()


def _source_of(draft: Draft, quotations: Sequence[Bounds]) -> Bounds | None:
    """Return the bounds of the source of a draft, if it is outside its quotations."""
    outside = [p for p in draft.source if not any(start <= p.start < end for start, end in quotations)]
    return (outside[0].start, outside[0].end) if outside else None


def _described(draft: Draft, phrase: SourcePhrase) -> Described | None:
    """Return the unnamed person whom a source describes; None if it is a name or a pronoun, or means several people."""
    if phrase.named or phrase.pronoun is not None or phrase.kind not in (None, SpeakerKind.UNNAMED):
        return None
    described = Described.by(SpeakerKind.UNNAMED, draft.source.text)
    return described if described.words else None


def _parse(discourse: Discourse, source: Bounds) -> SourcePhrase:
    """Parse a source; if a clause about "he" or "she" is in it, that is the speaker."""
    phrase = parse_source(discourse.index, source, discourse.mentions.within(*source))
    if phrase.pronoun is None and not phrase.named:
        clause = _CLAUSE.match(discourse.index.text, *source)
        if clause is not None:
            return SourcePhrase(pronoun=clause.group().lower())
    return phrase


def _join(before: Turn, after: Turn) -> Turn | None:
    """Join two neighbouring turns of a paragraph; None if they are in different ones, or their sources differ."""
    if before.paragraph != after.paragraph or not _have_one_speaker(before, after):
        return None
    shown = before if before.source is not None else after
    return attrs.evolve(
        shown,
        drafts=(*before.drafts, *after.drafts),
        start=before.start,
        end=max(before.end, after.end),
        quotations=(*before.quotations, *after.quotations),
    )


def _have_one_speaker(before: Turn, after: Turn) -> bool:
    """Return whether two turns of a paragraph have the same speaker."""
    if before.source is None or after.source is None:
        return True
    if before.anchor is not None and after.anchor is not None:
        return before.anchor == after.anchor
    if after.pronoun is None:
        return False
    return before.pronoun is None or before.pronoun == after.pronoun
