"""
Whom the library may choose as antecedents, told by features, in any text and in texts with chains of coreference.

Candidates are the library's own. GUM's texts have no paragraphs, so these are no feature.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

import attrs
import numpy as np

from quotekit.attributions.draft import DraftedText
from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names import find_mentions
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers.antecedents import Candidate, antecedent
from quotekit.speakers.descriptions import Descriptions
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.genders import PRONOUN_GENDER
from quotekit.speakers.passages import Passages
from quotekit.speakers.pronouns import Pronouns
from quotekit.speakers.references import References, is_joint
from quotekit.text import TextIndex, pair_marks

#: The form of a description.
DESCRIPTION = "the"
FORMS = {
    **dict.fromkeys(("he", "she"), "he"),
    **dict.fromkeys(("him", "himself", "his", "her", "hers", "herself"), "him"),
    **dict.fromkeys(("they", "them", "themselves", "their", "theirs"), "they"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
}
_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"(\w+)[ \u00a0](?:[Tt]he[ \u00a0])?[\"“‘']*$")
_VERB = re.compile(r"[ \u00a0](?:is|was|has|had|said|did|will|would|can|could|[a-z]+ed|[a-z]+s)\b")
_OPENING = " \n\"“‘'([The"

#: The columns of a query's features; the first one is what the sieves say.
FEATURES = (
    "sieves", "nobody", "fitting", "same sentence", "sentence before", "distance", "opens", "both open", "before verb",
    "before stop", "possessive", "after preposition", "after subordinator", "only one quoted", "told", "mentions since",
    "others since", "often", "speaks", "spoke last", "fits", "does not fit", "own words", "joint", "without name",
)  # fmt: skip

Features = dict[str, float]
Bounds = tuple[int, int]


@attrs.frozen(eq=False)
class Query:
    """A pronoun or description, and whom it may go back to."""

    #: Its offset.
    at: int
    #: One of the values of :data:`FORMS`, or :data:`DESCRIPTION`.
    form: str
    #: Whom the sieves choose.
    sieves: Hashable
    #: The candidates, nearest first; nobody is the last.
    who: tuple[Hashable, ...]
    #: Where they stand.
    places: tuple[Bounds, ...]
    #: Their :data:`FEATURES`.
    rows: Any
    #: Which of them are right, where that is known.
    right: tuple[bool, ...] = ()

    @property
    def right_ones(self) -> set[Hashable]:
        """Whoever is right."""
        return {who for who, right in zip(self.who, self.right, strict=True) if right}


Answer = Callable[[Query], Hashable]


@contextmanager
def answering(answer: Answer) -> Iterator[None]:
    """
    Let something else choose wherever the library weighs antecedents.

    Args:
        answer: What chooses; it returns a candidate or None.

    Yields:
        Nothing.
    """

    def choose(
        text: str, at: int, candidates: Sequence[Candidate], passages: Passages, own: Sequence[Bounds] = ()
    ) -> Hashable:
        word = _WORD.match(text, at)
        form = FORMS.get(normalize(word.group()) if word else "", DESCRIPTION)
        near = [c for c in reversed(candidates) if c.start < at]
        sieves = antecedent(text, at, candidates, passages, own)
        rows = [
            _place(text, at, c, passages) | standing for c, standing in zip(near, _standings(near, own), strict=True)
        ]
        rows.append({"nobody": 1.0, "fitting": math.log1p(len({c.who for c in near if c.fit}))})
        who = (*(c.who for c in near), None)
        for row, one in zip(rows, who, strict=True):
            row["sieves"] = float(one == sieves)
        features = np.array([[row.get(name, 0.0) for name in FEATURES] for row in rows], np.float32)
        return answer(Query(at, form, sieves, who, tuple((c.start, c.end) for c in near), features))

    with ExitStack() as patches:
        for module in ("descriptions", "pronouns", "references"):
            patches.enter_context(mock.patch(f"quotekit.speakers.{module}.antecedent", choose))
        yield


def _place(text: str, at: int, candidate: Candidate, passages: Passages) -> Features:
    """How far away, and where in its sentence, a candidate stands."""
    start, end = candidate.start, candidate.end
    distance = passages.sentence(at) - passages.sentence(start)
    before = _BEFORE.search(text, max(0, start - 30), start)
    word = before[1].lower() if before else ""
    opens, at_opens = (not text[passages.sentence_start(i) : i].strip(_OPENING) for i in (start, at))
    return {
        "same sentence": float(distance == 0),
        "sentence before": float(distance == 1),
        "distance": math.log1p(max(0, distance)),
        "opens": float(opens),
        "both open": float(opens and at_opens),
        "before verb": float(_VERB.match(text, end) is not None),
        "before stop": float(text[end : end + 1] in ",.;:!?"),
        "possessive": float(text.startswith(("'s", "’s", "' ", "’ "), end)),
        "after preposition": float(word in load_words("prepositions")),
        "after subordinator": float(word in load_words("subordinators")),
        "only one quoted": float(passages.is_quoted(at) != passages.is_quoted(start)),
        "told": float(passages.is_told(start) and not passages.is_told(at)),
    }


def _standings(near: Sequence[Candidate], own: Sequence[Bounds]) -> Iterator[Features]:
    """What each of the candidates, nearest first, is among the others."""
    often = Counter(c.who for c in near)
    spoke_last = next((c.who for c in near if c.speaks), None)
    since: set[Hashable] = set()
    for i, c in enumerate(near):
        yield {
            "mentions since": math.log1p(i),
            "others since": math.log1p(len(since - {c.who})),
            "often": math.log1p(often[c.who]),
            "speaks": float(c.speaks),
            "spoke last": float(c.who == spoke_last),
            "fits": float(c.fit == 1),
            "does not fit": float(not c.fit),
            "own words": float(any(start <= c.start < end for start, end in own)),
            "joint": float(is_joint(c.who)),
            "without name": float(isinstance(c.who, tuple) and not is_joint(c.who)),
        }
        since.add(c.who)


def read_queries(row: dict[str, Any], tagged: DraftedText) -> list[Query]:
    """
    Ask whom the pronouns and descriptions of a GUM text mean.

    Args:
        row: The text with its entities.

        tagged: What the tagger finds in it, which tells who speaks.

    Returns:
        The queries; whoever is in the same chain is right.
    """
    text, entities = row["text"], sorted(row["entities"], key=lambda e: e["span"])
    longest = {e["span"][0]: e for e in entities}
    pronouns = {e["span"][0]: e for e in entities if normalize(text[slice(*e["span"])]) in FORMS}
    contents = {t.source.pieces[0].start: t.content for t in tagged.attributions if t.source}
    found: dict[tuple[int, str], Query] = {}

    def answer(query: Query) -> Hashable:
        asked = (longest if query.form == DESCRIPTION else pronouns).get(query.at)
        if asked is None:
            return query.sieves
        chain = [e for e in entities if e["chain"] == asked["chain"] and e is not asked]
        candidates = zip(query.who, query.places, strict=False)
        right = [any(_means(who, place, e) for e in chain) for who, place in candidates]
        query = attrs.evolve(query, right=(*right, not any(right)))
        found.setdefault((query.at, query.form), query)
        return query.who[query.right.index(True)]

    passages = Passages(text, pair_marks(text), [t.content for t in tagged.attributions])
    cast = Discourse(text, find_mentions(TextIndex(text), tagged.names), passages, ())
    library = Pronouns(cast), References(cast), Descriptions(cast)
    with answering(answer):
        for entity in entities:
            piece = Spans.of(text, [entity["span"]]).pieces[0]
            reading = parse_source(TextIndex(text), (piece.start, piece.end), cast.within(piece))
            speaks = entity is longest[piece.start] and piece.start in contents
            own = [(p.start, p.end) for p in contents[piece.start]] if speaks else []
            who = _ask(library, reading, piece.start, own)
            if speaks:
                who = cast.entity_of(reading.named[0]) if len(reading.named) == 1 else who
                kind = cast.entities[who].kind if isinstance(who, int) else reading.kind
                gender = PRONOUN_GENDER.get(reading.pronoun or "")
                cast.note(piece, who, kind, gender, several=kind is SpeakerKind.GROUP)
    return list(found.values())


def _ask(
    library: tuple[Pronouns, References, Descriptions], reading: SourcePhrase, at: int, own: list[Bounds]
) -> Hashable:
    """Ask the library whom a phrase means, if it is a pronoun or a description of one person."""
    pronouns, references, descriptions = library
    word = reading.pronoun or reading.whose or ""
    if FORMS.get(word) == "they":
        who = references.several(at, own)
    else:
        who = references.thing(at, own) if FORMS.get(word) == "it" else pronouns.whom(word, at, own)
    if reading.pronoun is not None:
        return who
    if reading.kind is not SpeakerKind.UNNAMED or reading.article not in ("", "the") or not reading.description:
        return None
    return descriptions.person(reading, at, who if isinstance(who, int) else None, own)


def _means(who: Hashable, place: Bounds, entity: dict[str, Any]) -> bool:
    """Whether a candidate is an annotated mention; several together must be the whole of it."""
    whole = entity["span"][0] <= place[0] and place[1] <= entity["span"][1]
    return place[0] <= entity["head"][0] < place[1] and (whole or not is_joint(who))
