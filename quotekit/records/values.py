"""The parts of an article: attributions, speakers, outlets and credits."""

from __future__ import annotations

import attrs

from quotekit.errors import RecordError, describe
from quotekit.records.checks import checked, checked_share, checked_tuple
from quotekit.records.kinds import Kind, SpeakerKind, Stance
from quotekit.records.spans import Spans, TextSpan

__all__ = ["Attribution", "Credit", "Dateline", "Outlet", "Speaker"]

_NONE = type(None)
_STRING = checked("a string", str)
_STRING_OR_NONE = checked("a string or None", str, _NONE)
_INTEGER = checked("an integer", int)
_STRINGS = checked_tuple(str)
_SPANS = checked("Spans", Spans)
_SPAN_OR_NONE = checked("a TextSpan or None", TextSpan, _NONE)


@attrs.frozen
class Speaker:
    """
    A speaker of an article, with all mentions.

    Several speakers who say something together are each a speaker of their own, and all together one more, who has
    them as its members: "Ida Holm and Carl Dray said", "both said".

    Raises:
        RecordError: There is only one member, or a member has members itself.

    Example:
        >>> people = (Speaker("s1", "Ida Holm", SpeakerKind.PERSON), Speaker("s2", "Carl Dray", SpeakerKind.PERSON))
        >>> both = Speaker("s3", "Ida Holm; Carl Dray", SpeakerKind.PERSON, members=people)
        >>> [member.name for member in both.members]
        ['Ida Holm', 'Carl Dray']
    """

    #: Unique in the article: ``s1``, ``s2`` …
    id: str = attrs.field(validator=_STRING)
    #: The fullest proper name in the article, without titles; None for an unnamed speaker. Of a joint speaker, the
    #: names of its members, joined by "; ".
    name: str | None = attrs.field(validator=_STRING_OR_NONE)
    #: The kind of speaker. Of a joint speaker, the kind of its members; ``group`` if they are of several kinds.
    kind: SpeakerKind = attrs.field(validator=checked("a SpeakerKind", SpeakerKind))
    #: Titles and roles as printed; those of a joint speaker are with its members.
    titles: tuple[str, ...] = attrs.field(default=(), validator=_STRINGS)
    #: The mentions of the speaker in the article. Of a joint speaker, the phrases that refer to all its members: "Ida
    #: Holm and Carl Dray", "both", "they".
    mentions: Spans = attrs.field(default=Spans(), validator=_SPANS)
    #: Of a joint speaker, the speakers who speak together, in the order in which they are named; empty for a single
    #: speaker.
    members: tuple[Speaker, ...] = attrs.field(default=(), validator=checked("a tuple", tuple))

    @members.validator
    def _check(self, _: attrs.Attribute[tuple[Speaker, ...]], members: tuple[Speaker, ...]) -> None:
        if len(members) == 1:
            raise RecordError(where="members", problem="a joint speaker must have several members, got only one")
        for i, member in enumerate(members):
            if not isinstance(member, Speaker):
                raise RecordError(where=f"members[{i}]", problem=f"it must be a Speaker, got {describe(member)}")
            if member.members:
                problem = f"it must be a single speaker, got the joint speaker {describe(member.id)}"
                raise RecordError(where=f"members[{i}]", problem=problem)


@attrs.frozen
class Outlet:
    """An outlet, show, platform or document through which a statement reached the article."""

    #: Its fullest name in the article.
    name: str = attrs.field(validator=_STRING)
    #: Its mention for this attribution; None if it is named elsewhere in the passage.
    span: TextSpan | None = attrs.field(default=None, validator=_SPAN_OR_NONE)


@attrs.frozen
class Attribution:
    """A statement and its speaker."""

    #: Unique in the article: ``a1``, ``a2`` … in the order of the text.
    id: str = attrs.field(validator=_STRING)
    #: How much of the content is quoted.
    kind: Kind = attrs.field(validator=checked("a Kind", Kind))
    #: What is said or thought, with its quotation marks.
    content: Spans = attrs.field(validator=_SPANS)
    #: The parts of the content between quotation marks, without them.
    quoted: Spans = attrs.field(validator=_SPANS)
    #: The words that attribute the content, such as "said"; empty if there are none.
    cue: Spans = attrs.field(validator=_SPANS)
    #: Lemma of the cue's main word; None without a cue.
    cue_lemma: str | None = attrs.field(validator=_STRING_OR_NONE)
    #: The words that refer to the speaker here; empty if there are none.
    source: Spans = attrs.field(validator=_SPANS)
    #: The speaker, one of the article's; None if unresolved. If several speak together, their joint speaker.
    speaker: Speaker | None = attrs.field(validator=checked("a Speaker or None", Speaker, _NONE))
    #: The words that refer to the addressee; None if there are none.
    addressee: TextSpan | None = attrs.field(validator=_SPAN_OR_NONE)
    #: The outlets through which the statement reached the article, nearest to the speaker first.
    via: tuple[Outlet, ...] = attrs.field(validator=checked_tuple(Outlet))
    #: Whether the attribution is negated: "did not say".
    negated: bool = attrs.field(validator=checked("true or false", bool))
    #: Id of the attribution whose content has this one nested in it; None if there is none.
    parent: str | None = attrs.field(validator=_STRING_OR_NONE)
    #: Estimated probability that this is an attribution and that its parts are correct, from 0 to 1.
    confidence: float = attrs.field(validator=checked_share)
    #: Estimated probability that the speaker is right, given the attribution, from 0 to 1; None without a speaker.
    speaker_confidence: float | None = attrs.field(default=None, validator=attrs.validators.optional(checked_share))
    #: What is done with the content; "did not promise" is a promise that is negated.
    stance: Stance = attrs.field(default=Stance.ASSERTED, validator=checked("a Stance", Stance))

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All speakers, each a single one: several if they speak together, none if unresolved."""
        if self.speaker is None:
            return ()
        return self.speaker.members or (self.speaker,)

    def __json__(self) -> str:
        """Return the attribution, with its speakers in full, as spaCy's JSON library writes it."""
        from quotekit.records.convert import to_line, to_plain

        speakers = {"speaker": self.speaker and to_plain(self.speaker), "speakers": list(map(to_plain, self.speakers))}
        return to_line({**to_plain(self), **speakers})


@attrs.frozen
class Credit:
    """An agency, writer or editor credited with the article."""

    #: The name as printed.
    name: str = attrs.field(validator=_STRING)
    #: The role, such as ``wire`` or ``byline``.
    role: str = attrs.field(validator=_STRING)
    #: Offset of its first character.
    start: int = attrs.field(validator=_INTEGER)
    #: Offset after its last character.
    end: int = attrs.field(validator=_INTEGER)


@attrs.frozen
class Dateline:
    """Place and date at the beginning of an article."""

    #: The date, YYYY-MM-DD; None if none is printed.
    date: str | None = attrs.field(validator=_STRING_OR_NONE)
    #: The place as printed; None if none is.
    place: str | None = attrs.field(validator=_STRING_OR_NONE)
    #: Offset of its first character.
    start: int = attrs.field(validator=_INTEGER)
    #: Offset after its last character.
    end: int = attrs.field(validator=_INTEGER)
