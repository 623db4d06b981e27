"""Impersonal cues, behind which nobody in particular stands: "reportedly", "is expected to", "it is believed"."""

from __future__ import annotations

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import expand_contractions
from quotekit.english.verb_classes import is_adverb
from quotekit.records import Spans

__all__ = ["is_impersonal"]

_BE = frozenset({"'s", "am", "are", "be", "been", "being", "is", "s", "was", "were"})
# "He's said" is usually "he has said", while "it's said" is "it is said".
_UNCONTRACTED_BE = _BE - {"'s", "s"}


def is_impersonal(source: Spans, cue: Spans) -> bool:
    """
    Return whether nobody in particular says or thinks something, whatever words look like its source.

    Args:
        source: The attribution's source; empty where there is none.

        cue: Its cue; empty where there is none.

    Returns:
        Whether the cue is one such as "reportedly", "is expected to" or "it is believed". It is not where the source
        comes after it: "is expected by analysts".

    Example:
        >>> text = "The dam is expected to hold, it is said."
        >>> is_impersonal(Spans.of(text, [(0, 7)]), Spans.of(text, [(8, 19)]))
        True
        >>> is_impersonal(Spans.of(text, [(0, 7)]), Spans())
        False
    """
    words = expand_contractions(cue.text)
    content_words = [word for word in words if word not in load_words("function_words")]
    if not content_words or "by" in words:
        return False
    known = load_words("impersonal_cues")
    if all(word in known for word in content_words):
        return True
    if source and cue and source[-1].start > cue[0].start:
        return False
    main_words = [word for word in content_words if not is_adverb(word)]
    subject = (expand_contractions(source.text) or words)[0]
    be = _BE if subject == "it" else _UNCONTRACTED_BE
    if len(main_words) == 1 and not be.isdisjoint(words) and f"be {main_words[0]}" in known:
        return True
    return subject == "it" and bool(main_words) and f"it {cue_lemma(main_words[0])}" in known
