"""The columns of the evidence, by name and in order: a network is trained for just these."""

from __future__ import annotations

from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.occasions import OccasionKind
from quotekit.records import SpeakerKind

__all__ = ["CHAIN", "NOTHING", "OWN", "PLACE", "QUERY", "SIGNS", "SPEAKER_KINDS"]

#: What is known of a place by itself.
SIGNS = (
    *("is outlet", "is described", "is name", "is unknown", "is run", "is pair", "is aside", "has people"),
    *("in a content", "in a source", "in the headline", "carries a statement"),
    *(kind.value for kind in CarrierType),
    *(kind.value for kind in OccasionKind),
)
#: Where a place is, seen from a statement, and what it has to do with it.
PLACE = (
    *("in its sentence, before", "in its sentence, ahead"),
    *("1 sentence before", "2 sentences before", "3 to 5 sentences before", "more sentences before"),
    *("1 sentence ahead", "more sentences ahead", "distance in characters"),
    *("in its paragraph", "1 paragraph before", "2 paragraphs before", "3 to 5 paragraphs before"),
    *("more paragraphs before", "in a paragraph ahead"),
    *("distance in statements", "no statement or one between", "no statement between"),
    *("in its content", "in its source", "in its cue"),
    *("carries it", "carries another", "carries the one before", "carries the speaker's last one"),
    *("its speaker is quoted", "its speaker is named there", "its speaker has no name"),
)
#: What is known of a chain of outlets, seen from a statement.
CHAIN = (
    *("places", "several outlets", "listed outlet", "share of statements", "has statements"),
    *("given by the rules", "given to the one before", "given to the next one"),
    *("given to the speaker's last one", "given to the speaker's next one", "given to its parent"),
    *("is its speaker", "is its parent's speaker"),
)
#: The kinds of speakers that are told apart; None is no speaker at all.
SPEAKER_KINDS = (*SpeakerKind, None)
#: The features of a statement by itself, from :mod:`quotekit.provenance.occasion_features`.
OWN = ("other setting", "undated", "thought", "many people", "papers")
#: What is known of a statement wherever it was made.
QUERY = (
    *(kind.value if kind else "no speaker" for kind in SPEAKER_KINDS),
    *("source", "reports", "tweets", "posting", "writing", "nested", "cue", "confidence"),
    *("paragraphs", "in the lead", "the speaker's first", *OWN),
)
#: What the rules give.
NOTHING = (
    *("nothing", "something that its sentence names", "something else"),
    *("nothing before", "nothing next", "nothing to the speaker's last one", "something to the speaker's last one"),
    *("something to any", "share of statements with something", "its speaker to others"),
)
