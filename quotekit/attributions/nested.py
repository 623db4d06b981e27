"""
Find nested attributions: "Holm said Dray had claimed the dam was safe".

The corpus annotates outermost attributions only, so a model trained on it does not find nested ones. A content on its
own is a text like any other, though, so each content with an unquoted reporting verb is read again in isolation.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.corrections import CORRECTIONS
from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import draft_attributions
from quotekit.attributions.rules import Context, apply_rules
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import pronouns
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans, TextSpan
from quotekit.tagger.session import Model
from quotekit.tagger.tag import tag
from quotekit.text import Bounds, TextIndex

__all__ = ["MIN_CONFIDENCE", "find_nested"]

#: The minimum confidence of nested attributions. It is higher than for others, since a wrong one attributes words to
#: a person who is not speaking at all.
MIN_CONFIDENCE = 0.7
# People often speak of others' thoughts, which they can only guess at, so these are left out. But outlets do report
# others' thoughts: "according to the Times, aides fear a split".
_RELAYED = OF_SPEECH | {"thinking"}
# Before these words a word such as "report" or "claims" is a noun.
_AFTER_NOUNS = frozenset(("and", "are", "by", "from", "had", "has", "have", "in", "is", "of", "or", "was", "were"))
# Words that begin a statement: "claims the dam is safe", but not "state court".
_STATEMENT_STARTS = pronouns("subject", "object", "determiner", persons=(3,)) | {
    *("a", "about", "an", "for", "that", "the", "there"),
}
# In reported speech these refer to the outer speaker or the addressee.
_PARTICIPANTS = pronouns("subject", persons=(1, 2))
_WORD = re.compile(r"[^\W\d_]+")
_THAT = re.compile(r"that\s+", re.IGNORECASE)


def find_nested(context: Context, model: Model, drafts: Sequence[Draft], min_confidence: float) -> list[Draft]:
    """
    Find the attributions nested in the contents of others, at any depth.

    Args:
        context: The text.

        model: The model.

        drafts: The drafts of the text.

        min_confidence: The lowest confidence to keep.

    Returns:
        Further drafts, each with a reporting cue and a source other than the outer speaker. Quotations are skipped,
        since they are the speaker's own words.

    Example:
        >>> from quotekit.tagger.session import load_model
        >>> text, model = "Ito said that Berg had claimed the dam was safe.", load_model()
        >>> outer = Draft(Spans.of(text, [(9, 47)]), cue=Spans.of(text, [(4, 8)]), source=Spans.of(text, [(0, 3)]))
        >>> [inner] = find_nested(Context(TextIndex(text), model.config), model, [outer], MIN_CONFIDENCE)
        >>> inner.source.text, inner.cue.text, inner.content.text
        ('Berg', 'had claimed', 'the dam was safe')
    """
    cues = {draft.cue[0].start for draft in drafts if draft.cue}
    nested: list[Draft] = []
    queue = deque(drafts)
    while queue:
        outer = queue.popleft()
        kinds = _RELAYED if _is_relay(outer) else OF_SPEECH
        for draft in _read_content(context, model, outer, kinds):
            is_confident = draft.confidence >= min_confidence
            if is_confident and _is_statement(context.index, draft, kinds) and draft.cue[0].start not in cues:
                cues.add(draft.cue[0].start)
                nested.append(draft)
                queue.append(draft)
    return nested


def _is_relay(draft: Draft) -> bool:
    """Return whether the source relays what others say or think."""
    return draft.cue.text.lower().startswith("according") or cue_lemma(draft.cue.text.lower()) == "report"


def _read_content(context: Context, model: Model, outer: Draft, kinds: frozenset[str]) -> Iterator[Draft]:
    """Draft the model's findings in the content spans that have a verb of the given kinds."""
    for piece in outer.content:
        if not _has_saying_verb(context.index, piece, kinds):
            continue
        that = _THAT.match(piece.text)
        start = piece.start + (that.end() if that else 0)
        inner = Context(TextIndex(context.index.text[start : piece.end]), context.config)
        drafts = draft_attributions(inner.index, tag(inner.index, model))
        yield from (_moved(context.index, draft, start) for draft in apply_rules(inner, drafts, CORRECTIONS))


def _moved(index: TextIndex, draft: Draft, offset: int) -> Draft:
    """Return a draft of a part of the text with offsets into the whole text."""

    def moved(spans: Spans) -> Spans:
        bounds: Iterator[Bounds] = ((span.start + offset, span.end + offset) for span in spans)
        return Spans.of(index.text, bounds)

    return attrs.evolve(draft, content=moved(draft.content), cue=moved(draft.cue), source=moved(draft.source))


def _has_saying_verb(index: TextIndex, piece: TextSpan, kinds: frozenset[str]) -> bool:
    """Return whether a content span has an unquoted verb of the given kinds that cannot be a noun."""
    matches = list(_WORD.finditer(piece.text))
    words = ["to", *(match.group().lower() for match in matches), "of"]
    saying = (place for place in range(len(matches)) if _is_saying(words[place + 1], kinds))
    return any(
        _is_verb(*words[place : place + 3]) and not index.is_quoted(piece.start + matches[place].start())
        for place in saying
    )


def _is_verb(before: str, word: str, after: str) -> bool:
    """Return whether a word of saying is a verb that may have a subject: not a noun, infinitive or passive."""
    if word == "according":
        return True
    if before in load_words("determiners") or before in load_words("prepositions") or after in _AFTER_NOUNS:
        return False
    if word.removesuffix("s") in load_words("nouns_like_verbs") and after not in _STATEMENT_STARTS:
        return False
    return cue_lemma(before) != "be" or word.endswith("ing")


def _is_statement(index: TextIndex, draft: Draft, kinds: frozenset[str]) -> bool:
    """Return whether an unquoted cue is of the given kinds, and its source is not the outer speaker."""
    if not draft.cue or not draft.source or draft.source.text.lower() in _PARTICIPANTS:
        return False
    return _is_saying(draft.cue.text, kinds) and not index.is_quoted(draft.cue[0].start)


def _is_saying(words: str, kinds: frozenset[str]) -> bool:
    """Return whether the head word is a verb of the given kinds, or "according"."""
    return saying_kind(cue_lemma(words)) in kinds or words.lower().startswith("according")
