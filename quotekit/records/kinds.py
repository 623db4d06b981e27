"""The kinds of attributions and speakers, and what is done with a content."""

from __future__ import annotations

import enum

__all__ = ["Kind", "SpeakerKind", "Stance"]


class _Choice(str, enum.Enum):
    """One of a few words; ``str`` returns the word."""

    def __str__(self) -> str:
        return str(self.value)


class Kind(_Choice):
    """How much of the content is quoted."""

    #: All of its words are between quotation marks.
    DIRECT = "direct"
    #: None of its words are between quotation marks.
    INDIRECT = "indirect"
    #: Some of its words are between quotation marks.
    MIXED = "mixed"


class SpeakerKind(_Choice):
    """The kind of a speaker."""

    #: A person with a name.
    PERSON = "person"
    #: A company, agency, campaign, court, party, country or newspaper.
    ORGANIZATION = "organization"
    #: Several people identified by affiliation, job or activity.
    GROUP = "group"
    #: A person whose name is withheld or unknown.
    UNNAMED = "unnamed"
    #: A report, poll, law, tweet or letter.
    DOCUMENT = "document"
    #: The writer of the article.
    AUTHOR = "author"


class Stance(_Choice):
    """What is done with a content: whether it is said to be so, asked, promised or something else."""

    #: It is said, thought or judged to be so.
    ASSERTED = "asserted"
    #: It is said not to be so, or is turned down: "denied", "rejected", "ruled out", "doubts".
    DENIED = "denied"
    #: It is a question.
    ASKED = "asked"
    #: Somebody is to do it: a command, request, proposal or piece of advice.
    DEMANDED = "demanded"
    #: The speaker means to do it: a promise, threat, offer or plan.
    PROMISED = "promised"
    #: The speaker wishes that it is so, or will be.
    HOPED = "hoped"
    #: The speaker is afraid that it is so, or will be.
    FEARED = "feared"
    #: It is expected or predicted.
    FORESEEN = "foreseen"
