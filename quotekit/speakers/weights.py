"""The weights by which the candidates for an antecedent are compared."""

from __future__ import annotations

import attrs

__all__ = ["Weights"]


@attrs.frozen
class Weights:
    """
    How much each feature of a candidate counts.

    The values were set by hand, by reading results on development articles of PolNeAR. They have not been fitted to
    data, and nothing is known of how good they are on other kinds of text.

    A candidate starts with the weight of its place in the sentence. Every other weight but the last two is a factor,
    from 0 to 1.

    Example:
        >>> attrs.evolve(Weights(), margin=2.0).margin
        2.0
    """

    #: The subject of a sentence or of a main clause, and whoever was asked a question and answers now.
    subject: float = 3.0
    #: The subject of a subordinate clause that is the source of an attribution: "when Holm said".
    subordinate_source: float = 2.2
    #: The subject of a subordinate clause, and a possessive that begins a clause: "when Holm left", "Holm's aim is".
    subordinate: float = 1.2
    #: An object, or an apposition at the end of a sentence.
    object: float = 0.75
    #: Part of another phrase: "under Holm", "Holm's tax cut".
    phrase_part: float = 0.3
    #: The factor for what stands in another's reported words, seen from outside of them.
    reported: float = 0.5
    #: The factor for what stands in the words of which the pronoun is the source: few refer to themselves by name.
    own: float = 0.1
    #: The factor for a candidate whose gender is unknown, or of which it is not known that it is a person.
    unsure: float = 0.6
    #: The factor for a candidate of whom nothing is known but a full name, and no part of it from elsewhere.
    stranger: float = 0.4
    #: The factor for a candidate whose gender is unknown and likely to be another than the pronoun's.
    unlikely: float = 0.1
    #: The factor for each sentence between the candidate and the pronoun.
    decay: float = 0.3
    #: The lowest total weight of an antecedent: with less it has not been mentioned for some sentences.
    minimum: float = 0.04
    #: How many times the weight of the second best candidate an antecedent must have.
    margin: float = 1.1
