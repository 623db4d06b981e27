"""
Pronouns and descriptions with the candidates among which the library chooses, and their features, for a ranker.

Candidates are the library's own. GUM's texts have no paragraphs, so these are no feature.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
import numpy as np

from quotekit.attributions.drafting import DraftedText
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import normalize
from quotekit.names import find_mentions
from quotekit.names.source_phrases import parse_source
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.candidate import Candidate, Fit
from quotekit.speakers.discourse import Chooser, Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.reader import PronounReader
from quotekit.speakers.referents import Joint, Named, Reason, Referent, Unresolvable
from quotekit.speakers.sieves.people import described_person
from quotekit.speakers.sieves.pronouns import antecedent_of
from quotekit.text import Bounds, TextIndex

#: The form of a description.
DESCRIPTION = "the"
FORMS = {
    **dict.fromkeys(("he", "she"), "he"),
    **dict.fromkeys(("him", "himself", "his", "her", "hers", "herself"), "him"),
    **dict.fromkeys(("they", "them", "themselves", "their", "theirs"), "they"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
}
#: The referent where none is safe.
NOBODY = Unresolvable(Reason.UNCERTAIN)
_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"(\w+)[ \u00a0](?:[Tt]he[ \u00a0])?[\"“‘']*$")
_BEFORE_REACH_CHARS = 30
_VERB = re.compile(r"[ \u00a0](?:is|was|has|had|said|did|will|would|can|could|[a-z]+ed|[a-z]+s)\b")
_OPENING_CHARS = " \n\"“‘'([The"

#: The columns of a choice's features; the first one is what the library's weights say.
FEATURES = (
    "weights", "nobody", "fitting", "same sentence", "sentence before", "distance", "opens", "both open", "before verb",
    "before stop", "possessive", "after preposition", "after subordinator", "only one quoted", "reported",
    "mentions since", "others since", "often", "speaks", "spoke last", "agrees", "does not agree", "own words", "joint",
    "without name",
)  # fmt: skip

Row = dict[str, float]


@attrs.frozen(eq=False)
class Choice:
    """A pronoun or description, and the candidates for its antecedent."""

    #: Its offset.
    at: int
    #: One of the values of :data:`FORMS`, or :data:`DESCRIPTION`.
    form: str
    #: What the library's weights choose.
    by_weights: Referent
    #: The referents of the candidates, nearest first; :data:`NOBODY` is the last.
    referents: tuple[Referent, ...]
    #: Where the candidates stand.
    places: tuple[Bounds, ...]
    #: Their :data:`FEATURES`.
    rows: Any
    #: Which of them are right, where that is known.
    right: tuple[bool, ...] = ()

    @property
    def right_ones(self) -> set[Referent]:
        """The right referents."""
        return {referent for referent, right in zip(self.referents, self.right, strict=True) if right}


Answer = Callable[[Choice], Referent]


def make_chooser(answer: Answer) -> Chooser:
    """
    Make what the library lets choose among candidates.

    Args:
        answer: Chooses; it returns one of the referents of the choice.

    Returns:
        A function to be given to :func:`quotekit.speakers.resolve_speakers`.
    """
    return lambda query, candidates, discourse: answer(make_choice(query, candidates, discourse))


def make_choice(query: Query, candidates: Sequence[Candidate], discourse: Discourse) -> Choice:
    """Compute the features of a query's candidates."""
    word = discourse.index.match_after(_WORD, query.start)
    form = FORMS.get(normalize(word.group()) if word else "", DESCRIPTION)
    near = [candidate for candidate in reversed(candidates) if candidate.start < query.start]
    by_weights = WeightedChooser()(query, candidates, discourse)
    standings = _standings(near, query.own)
    rows = [_place(query, c, discourse) | standing for c, standing in zip(near, standings, strict=True)]
    fitting = {candidate.referent for candidate in near if candidate.fit is not Fit.NONE}
    rows.append({"nobody": 1.0, "fitting": math.log1p(len(fitting))})
    referents = (*(candidate.referent for candidate in near), NOBODY)
    for row, referent in zip(rows, referents, strict=True):
        row["weights"] = float(referent == by_weights)
    matrix = np.array([[row.get(name, 0.0) for name in FEATURES] for row in rows], np.float32)
    return Choice(query.start, form, by_weights, referents, tuple((c.start, c.end) for c in near), matrix)


def _place(query: Query, candidate: Candidate, discourse: Discourse) -> Row:
    """Return how far away, and where in its sentence, a candidate stands."""
    index, at, start, end = discourse.index, query.start, candidate.start, candidate.end
    distance = index.narrative_sentence_of(at) - index.narrative_sentence_of(start)
    before = index.search_before(_BEFORE, start, _BEFORE_REACH_CHARS)
    word = before[1].lower() if before else ""
    opens, at_opens = _opens_sentence(index, start), _opens_sentence(index, at)
    reported = discourse.reported
    return {
        "same sentence": float(distance == 0),
        "sentence before": float(distance == 1),
        "distance": math.log1p(max(0, distance)),
        "opens": float(opens),
        "both open": float(opens and at_opens),
        "before verb": float(index.match_after(_VERB, end) is not None),
        "before stop": float(index.after(end, 1) in ",.;:!?"),
        "possessive": float(index.text.startswith(("'s", "’s", "' ", "’ "), end)),
        "after preposition": float(word in load_words("prepositions")),
        "after subordinator": float(word in load_words("subordinators")),
        "only one quoted": float(index.is_quoted(at) != index.is_quoted(start)),
        "reported": float(reported.is_reported(start) and not reported.is_reported(at)),
    }


def _opens_sentence(index: TextIndex, at: int) -> bool:
    """Return whether what stands at an offset begins its sentence."""
    start, _ = index.narrative_sentence(index.narrative_sentence_of(at))
    return not index.text[start:at].strip(_OPENING_CHARS)


def _standings(near: Sequence[Candidate], own: Sequence[Bounds]) -> Iterator[Row]:
    """Yield what each of the candidates, nearest first, is among the others."""
    often = Counter(candidate.referent for candidate in near)
    spoke_last = next((candidate.referent for candidate in near if candidate.is_source), None)
    since: set[Referent] = set()
    for i, candidate in enumerate(near):
        referent = candidate.referent
        yield {
            "mentions since": math.log1p(i),
            "others since": math.log1p(len(since - {referent})),
            "often": math.log1p(often[referent]),
            "speaks": float(candidate.is_source),
            "spoke last": float(referent == spoke_last),
            "agrees": float(candidate.fit is Fit.AGREES),
            "does not agree": float(candidate.fit is Fit.NONE),
            "own words": float(any(start <= candidate.start < end for start, end in own)),
            "joint": float(isinstance(referent, Joint)),
            "without name": float(not isinstance(referent, Named | Joint)),
        }
        since.add(referent)


def read_choices(row: dict[str, Any], drafted: DraftedText) -> list[Choice]:
    """
    Ask whom the pronouns and descriptions of a GUM text refer to.

    Args:
        row: The text with its entities.

        drafted: What the tagger finds in it, which shows who speaks.

    Returns:
        The choices; a referent in the same chain is right.
    """
    text, entities = row["text"], sorted(row["entities"], key=lambda e: e["span"])
    longest = {e["span"][0]: e for e in entities}
    pronouns = {e["span"][0]: e for e in entities if normalize(text[slice(*e["span"])]) in FORMS}
    found: dict[tuple[int, str], Choice] = {}

    def answer(choice: Choice) -> Referent:
        asked = (longest if choice.form == DESCRIPTION else pronouns).get(choice.at)
        if asked is None:
            return choice.by_weights
        chain = [e for e in entities if e["chain"] == asked["chain"] and e is not asked]
        candidates = zip(choice.referents, choice.places, strict=False)
        right = [any(_means(referent, place, e) for e in chain) for referent, place in candidates]
        choice = attrs.evolve(choice, right=(*right, not any(right)))
        found.setdefault((choice.at, choice.form), choice)
        return choice.referents[choice.right.index(True)]

    contents = {d.source[0].start: d.content for d in drafted.attributions if d.source}
    index = TextIndex(text)
    discourse = Discourse(
        index,
        find_mentions(index, drafted.names),
        make_chooser(answer),
        contents=[draft.content for draft in drafted.attributions],
    )
    reader = PronounReader(discourse)
    for entity in entities:
        is_source = entity is longest[entity["span"][0]] and entity["span"][0] in contents
        _ask(discourse, reader, entity["span"], contents[entity["span"][0]] if is_source else None)
    return list(found.values())


def _ask(discourse: Discourse, reader: PronounReader, bounds: Bounds, content: Spans | None) -> None:
    """Ask whom a phrase refers to, if it is a pronoun or a description of one person; note it if it is a source."""
    source = Spans.of(discourse.index.text, [bounds])
    piece = source[0]
    own = tuple((p.start, p.end) for p in content or ())
    phrase = parse_source(discourse.index, bounds, discourse.mentions.within(*bounds))
    pronoun = Query.of_pronoun(phrase.pronoun or phrase.whose or "", piece.start, piece.end, own)
    if pronoun.gender is not None:
        reader.advance_to(piece.start)
    referent = antecedent_of(pronoun, discourse)
    if isinstance(referent, Named) and pronoun.gender is not None:
        discourse.learn_gender(referent.entity, pronoun.gender)
    if phrase.pronoun is None:
        query = Query(piece.start, piece.end, phrase, source, own)
        query = attrs.evolve(query, owner=referent.entity if isinstance(referent, Named) else None)
        decision = described_person(query, discourse) if phrase.description else None
        referent = NOBODY if decision is None else decision.referent
    if content is not None:
        referent = Named(discourse.mentions.entity_of(phrase.named[0])) if len(phrase.named) == 1 else referent
        _note(discourse, referent, phrase.kind, pronoun)


def _note(discourse: Discourse, referent: Referent, kind: SpeakerKind | None, query: Query) -> None:
    """Note who speaks."""
    is_known = query.gender is not None and referent != NOBODY
    if isinstance(referent, Unresolvable) and not (is_known and referent.reason is Reason.UNKNOWN_SPEAKER):
        referent = Unresolvable(Reason.UNKNOWN_SPEAKER, query.start)
    if isinstance(referent, Named):
        kind = discourse.entities[referent.entity].kind
    is_plural = kind is SpeakerKind.GROUP
    gender = PRONOUN_GENDER.get(query.pronoun or "")
    discourse.note(Speech(query.start, query.end, referent, kind, gender, is_plural))


def _means(referent: Referent, place: Bounds, entity: dict[str, Any]) -> bool:
    """Return whether a candidate is an annotated mention; several together must be the whole of it."""
    is_whole = entity["span"][0] <= place[0] and place[1] <= entity["span"][1]
    return place[0] <= entity["head"][0] < place[1] and (is_whole or not isinstance(referent, Joint))
