"""The weights used to compare the candidates for an antecedent."""

from __future__ import annotations

import attrs

__all__ = ["Weights"]


@attrs.frozen
class Weights:
    """
    How much each feature of a candidate counts.

    The values were set by hand, by reading results on articles of PolNeAR. A search for better ones over 1,662 labelled
    pronouns of 455 articles gained nothing by cross-validation. They decide on "it" and "they"; for "he" and "she"
    the sum is one feature among others.

    A candidate starts with the weight of its position in the sentence. All other weights except the last two are
    factors from 0 to 1.

    Example:
        >>> attrs.evolve(Weights(), margin=2.0).margin
        2.0
    """

    #: The subject of a sentence or of a main clause, and a person who was asked a question and now answers.
    subject: float = 3.0
    #: The subject of a subordinate clause that is the source of an attribution: "when Holm said".
    subordinate_source: float = 2.9
    #: The subject of a subordinate clause, and a possessive that begins a clause: "when Holm left", "Holm's aim is".
    subordinate: float = 1.2
    #: An object, or an appositive at the end of a sentence.
    object: float = 0.75
    #: The least for somebody who is introduced in a new paragraph, in whatever position: "It is no easier for Holm."
    introduced: float = 3.0
    #: Part of another phrase: "under Holm", "Holm's tax cut".
    phrase_part: float = 0.3
    #: The factor for a candidate inside reported content when the query is outside it.
    reported: float = 0.5
    #: The factor for a candidate in the pronoun's own content: speakers seldom refer to themselves by name.
    own: float = 0.1
    #: The factor for a candidate whose gender is unknown, or that is not known to be a person.
    unsure: float = 0.6
    #: The factor for a candidate known only by a full name, none of whose parts is a known name.
    stranger: float = 0.4
    #: The factor for a candidate whose gender is unknown and probably differs from the pronoun's.
    unlikely: float = 0.1
    #: The factor for each sentence between the candidate and the pronoun.
    decay: float = 0.3
    #: The minimum total weight of an antecedent; anything below has not been mentioned for several sentences.
    minimum: float = 0.04
    #: The minimum ratio of an antecedent's weight to that of the runner-up.
    margin: float = 1.1
