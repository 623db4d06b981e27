"""Find whoever is spoken to: "told reporters", "said in a letter to the senator"."""

from __future__ import annotations

import re
from functools import cache

from quotekit.lemmas import cue_lemma
from quotekit.lexicons import load_words
from quotekit.provenance.outlets import is_outlet
from quotekit.records import Attribution, TextSpan

__all__ = ["find_addressee"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|am|got)\s+(?:\w+ly\s+|also\s+|not\s+|once\s+)?$")
# What goes on after the addressee; "." counts where no letter or title stands before it.
_END = re.compile(
    r"""[,;:!?…“”"«»()\[\]\n]|[—–]|\s--?\s|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bMrs)(?<!\b[A-Z])\.
    |\s['‘]|(?<!s)['’](?=\s)
    |\b(?:that|if|whether|why|how|what|when|where|who|whom|whose|which|not|about|on|in|at|during|after|before|as|while|by|via
      |over|under|amid|because|since|until|through|into|upon|but|outside|inside|ahead|following
      |late|early|earlier|later|today|yesterday|tomorrow|tonight|then|recently|afterward|afterwards|again|there|here|once
      |this|last|next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|had|has|have|is|was|were|are|will|would|could
      |should|may|might|can|must|he|she|it|they|we|I|there's|to|of(?=\s+(?:his|her|its|their)\b)|from|with|without
      |so|both(?=\s+that\b)|simply|just|only|he's|she's|it's|they're|we're)\b""",
    re.VERBOSE,
)
_PHRASE = re.compile(
    r"\b(?:said|says|say|saying|wrote|writes|writing|written|explained|explains|confirmed|confirms|confided|admitted"
    r"|complained|spoke|speaking|shouted|repeated|insisted|stressed|mentioned|suggested|announced|replied|responded)"
    r"\s+to\s+|\b(?:letter|letters|e-?mail|e-?mails|message|memo|note|speech|remarks|address|statement|testimony|report|call|text)"
    r"\s+to\s+"
)
# "Told herself", "asked rhetorically", "told it".
_NOBODY = re.compile(
    r"\w+ly$|\w+sel(?:f|ves)$|(?:all|everything|something|it|this|these|those|each other|one another)$"
)
# What is told or asked, not whom.
_THINGS = frozenset(
    {"truth", "story", "stories", "lie", "lies", "tale", "tales", "question", "questions", "forgiveness", "permission"}
)
_LEFT_OVER = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "and", "for", "also"})
_LONGEST = 100


def find_addressee(text: str, attribution: Attribution) -> TextSpan | None:
    """
    Find whoever an attribution's words are spoken or written to.

    Outlets are spoken through, not to.

    Args:
        text: The article's text.

        attribution: One of its attributions.

    Returns:
        The phrase as it stands; None where nobody is named.

    Example:
        >>> from quotekit.records import Kind, Spans
        >>> text = "It is late, she told the two guests on Monday."
        >>> content, cue = Spans.of(text, [(0, 10)]), Spans.of(text, [(16, 20)])
        >>> parts = {"kind": Kind.INDIRECT, "content": content, "quoted": Spans(), "cue": cue, "cue_lemma": "tell"}
        >>> who = {"source": Spans(), "speaker": None, "addressee": None, "via": ()}
        >>> said = Attribution(id="a1", **parts, **who, negated=False, parent=None, confidence=1.0)
        >>> find_addressee(text, said).text
        'the two guests'
    """
    for piece in attribution.cue:
        start = _after_verb(text, piece) or _after_phrase(text, piece)
        if start is not None:
            found = _phrase_at(text, start, _limit(attribution, start))
            if found is not None:
                return found
    return None


def _after_verb(text: str, cue: TextSpan) -> int | None:
    """Offset after the cue's verb whose object is whoever is spoken to."""
    for word in _WORD.finditer(cue.text):
        at = cue.start + word.start()
        if _is_addressing(word.group()) and not _PASSIVE.search(text, max(0, at - 30), at):
            return cue.start + word.end()
    return None


def _after_phrase(text: str, cue: TextSpan) -> int | None:
    """Offset after "said to" or "in a letter to" which begins in the cue or directly after it."""
    for found in _PHRASE.finditer(text, cue.start, min(len(text), cue.end + 50)):
        between = text[cue.end : found.start()]
        if found.start() < cue.end or re.fullmatch(r"\s+in\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?", between):
            return found.end()
    return None


@cache
def _is_addressing(word: str) -> bool:
    return cue_lemma(word) in load_words("addressing_verbs")


def _limit(attribution: Attribution, start: int) -> int:
    """The first offset from *start* that belongs to another part of the attribution."""
    parts = (attribution.content, attribution.source)
    return min((piece.start for part in parts for piece in part if piece.start >= start), default=start + _LONGEST)


def _phrase_at(text: str, start: int, limit: int) -> TextSpan | None:
    """The noun phrase that begins at *start*; None where there is none, or it is an outlet."""
    limit = min(limit, start + _LONGEST, len(text))
    while start < limit and text[start].isspace():
        start += 1
    stop = _END.search(text, start, limit)
    phrase = text[start : stop.start() if stop else limit].rstrip(" \t\u00a0'’‘-")
    words = phrase.lower().split()
    if not words or words[0] == "of" or words[-1] in _LEFT_OVER or not phrase[0].isalpha():
        return None
    if _NOBODY.match(phrase) or words[-1] in _THINGS:
        return None
    return None if is_outlet(phrase) else TextSpan(start, start + len(phrase), phrase)
