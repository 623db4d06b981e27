"""
What is told of others' words within reported speech: "Holm said Dray had claimed the dam was safe".

The corpus annotates the outermost attribution only, so that a model trained on it is blind to those inside. A content
taken by itself is a statement like any other, though. So each content in the writer's words that has a verb of saying in
it is read once more, alone.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import read
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import pronouns
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans, TextSpan
from quotekit.tagger.session import Model
from quotekit.text import Quotation, pair_marks
from quotekit.text.quoted import Quoted

__all__ = ["MIN_CONFIDENCE", "find_nested"]

#: The lowest confidence of an attribution that is read out of another's content. It is higher than that of others since
#: a wrong one puts words into the mouth of somebody who is not even there.
MIN_CONFIDENCE = 0.7
# What people think is told of them all the time, and by whoever likes to; what they said can be checked.
# But "according to the Times, aides fear a split" is the aides' fear more than the paper's.
_RELAYED = OF_SPEECH | {"thinking"}
# Before these a word such as "report" or "claims" is a noun.
_BEHIND_NOUNS = frozenset(("and", "are", "by", "from", "had", "has", "have", "in", "is", "of", "or", "was", "were"))
# With these begins what is said: "claims the dam is safe", but not in "state court".
_OPENING = pronouns("subject", "object", "determiner", persons=(3,)) | {
    "a",
    "about",
    "an",
    "for",
    "that",
    "the",
    "there",
}
# In reported speech these are whoever speaks around, or listens.
_HERE = pronouns("subject", persons=(1, 2))
_WORD = re.compile(r"[^\W\d_]+")
_THAT = re.compile(r"that\s+", re.IGNORECASE)


def find_nested(
    text: str, found: Sequence[Draft], quotations: Sequence[Quotation], model: Model, least: float
) -> list[Draft]:
    """
    Find the attributions inside the contents of others, and those inside these.

    Args:
        text: The text.

        found: Its attributions.

        quotations: Its quotations, ordered by start.

        model: The model.

        least: The lowest confidence to keep.

    Returns:
        Further attributions, each with a cue of saying and a source that is not the speaker of the words around. Those
        in quotation marks are left as the speaker's own words.
    """
    quoted = Quoted(quotations)
    taken = {t.cue[0].start for t in found if t.cue}
    nested: list[Draft] = []
    left = deque(found)
    while left:
        outer = left.popleft()
        kinds = _RELAYED if _relays(outer) else OF_SPEECH
        pieces = [piece for piece in outer.content if _tells(piece, kinds, quoted)]
        for t in (t for piece in pieces for t in _read_piece(text, piece, model)):
            if (
                t.confidence >= least
                and _is_told(t, kinds)
                and t.cue[0].start not in taken
                and t.cue[0].start not in quoted
            ):
                taken.add(t.cue[0].start)
                nested.append(t)
                left.append(t)
    return nested


def _relays(draft: Draft) -> bool:
    """Return whether the source is rather somebody who hands on what others say or think."""
    cue = draft.cue.text.lower()
    return cue.startswith("according") or cue_lemma(cue) == "report"


def _tells(piece: TextSpan, kinds: frozenset[str], quoted: Quoted) -> bool:
    """Return whether a verb of these kinds stands in a content outside of marks, where a noun cannot stand."""
    matches = list(_WORD.finditer(piece.text))
    words = ["to", *(m.group().lower() for m in matches), "of"]
    return any(
        _is_verb(*words[i : i + 3], kinds=kinds) and piece.start + m.start() not in quoted
        for i, m in enumerate(matches)
    )


def _is_verb(before: str, word: str, after: str, *, kinds: frozenset[str]) -> bool:
    """Return whether a word is a verb of these kinds that may have a subject, not a noun, an infinitive or a passive."""
    if not _says(word, kinds) or word == "according":
        return word == "according"
    if before in load_words("determiners") or before in load_words("prepositions") or after in _BEHIND_NOUNS:
        return False
    if word.removesuffix("s") in load_words("nouns_like_verbs") and after not in _OPENING:
        return False
    return cue_lemma(before) != "be" or word.endswith("ing")


def _read_piece(text: str, piece: TextSpan, model: Model) -> Iterator[Draft]:
    start = piece.start + _that(piece.text)
    part = text[start : piece.end]
    for t in read(part, pair_marks(part), model).attributions:
        content, cue, source = (_moved(text, spans, start) for spans in (t.content, t.cue, t.source))
        yield attrs.evolve(t, content=content, cue=cue, source=source)


def _that(words: str) -> int:
    """How many characters a conjunction at the beginning takes."""
    that = _THAT.match(words)
    return that.end() if that else 0


def _moved(text: str, spans: Iterable[TextSpan], by: int) -> Spans:
    return Spans.of(text, [(s.start + by, s.end + by) for s in spans])


def _is_told(draft: Draft, kinds: frozenset[str]) -> bool:
    """Return whether the cue is of these kinds, and the source somebody who can be told of."""
    if not draft.cue or not draft.source or draft.source.text.lower() in _HERE:
        return False
    return _says(draft.cue.text, kinds)


def _says(words: str, kinds: frozenset[str]) -> bool:
    """Return whether a verb of these kinds is the main word, or "according"."""
    return saying_kind(cue_lemma(words)) in kinds or words.lower().startswith("according")
