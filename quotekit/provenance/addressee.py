"""Find whoever is spoken to: "told reporters", "said in a letter to the senator"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.patterns import WORD
from quotekit.english.pronouns import NEUTER, PERSONAL_DETERMINERS, PERSONAL_OBJECTS
from quotekit.names.outlets import find_outlets
from quotekit.records import Attribution, TextSpan
from quotekit.text import TextIndex

__all__ = ["find_addressee"]

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
      |so|both(?=\s+that\b)|said|says|being|(?:add|announc|argu|ask|call|claim|describ|explain|insist|not|promis|say|stat|urg|vow|warn|writ)ing
      |for(?=\s+(?:[a-z]+\s+)?(?:minutes|hours|days|weeks|months|years)\b)|[a-z]+ed(?=\s+(?:at|by|for|in|inside|outside)\b)|simply|just|only|he's|she's|it's|they're|we're)\b""",
    re.VERBOSE,
)
_TO = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\s+to\s+")
_IN_MESSAGE = re.compile(r"\s+in\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?")
# "Speaking to reporters, Holm said": another verb of the sentence tells to whom.
_PARTICIPLE = re.compile(
    r"(?:^|[,–—]|--)\s*(?:(?:As|In|While|When)\s+(?:(?:he|she|they)\s+(?:was|were)\s+)?)?"
    r"(?:speaking|talking)\s+(?:\w+ly\s+)?(?:to|with)\s+",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"[.!?]['\"”’)]*\s|\n")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)[.!?]|\n")
# "Told herself", "asked rhetorically", "told it".
_NOBODY = re.compile(
    r"\w+ly$|\w+sel(?:f|ves)$|(?:all|everything|something|it|this|these|those|each other|one another)$"
)
_ADVERB = re.compile(r"[a-z]{2,}ly")
_OWNS = re.compile(r"['’]s?\s+['\"“‘]*")
# What is told or asked, not whom.
_THINGS = frozenset(
    {
        "applause",
        "forgiveness",
        "lie",
        "lies",
        "permission",
        "question",
        "questions",
        "stories",
        "story",
        "tale",
        "tales",
        "truth",
    }
)
_LEFT_OVER = PERSONAL_DETERMINERS | {"a", "also", "an", "and", "for", "the"}
_PRONOUNS = PERSONAL_OBJECTS - NEUTER
_LONGEST = 100
_SENTENCE = 200


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
        start = _after_verb(text, piece)
        start = _after_to(text, piece) if start is None else start
        if start is not None:
            found = _phrase_at(text, start, _limit(attribution, start))
            if found is not None:
                return found
    return _beside(text, attribution) if attribution.cue else None


def _after_verb(text: str, cue: TextSpan) -> int | None:
    """Offset after the cue's verb whose object is whoever is spoken to."""
    for word in WORD.finditer(cue.text):
        at = cue.start + word.start()
        if _is_addressing(word.group()) and not _PASSIVE.search(text, max(0, at - 30), at):
            return cue.start + word.end()
    return None


def _after_to(text: str, cue: TextSpan) -> int | None:
    """Offset after "said to" or "in a letter to" which begins in the cue or directly after it."""
    for found in _TO.finditer(text, cue.start, min(len(text), cue.end + 50)):
        word = found[1].lower()
        is_message = word in load_words("message_nouns")
        if not is_message and cue_lemma(word) not in load_words("dative_verbs"):
            continue
        after_cue = is_message and _IN_MESSAGE.fullmatch(text, cue.end, found.start())
        if (found.start() < cue.end or after_cue) and not _is_infinitive(text, found.end()):
            return found.end()
    return None


def _is_infinitive(text: str, at: int) -> bool:
    """Return whether a verb comes after "to": "a speech to offer hope"; "to reporters" goes to people."""
    word = WORD.match(text, at)
    if word is None:
        return True
    return word.group() == "be" or (word.group() in load_words("verbs") and word.group() not in load_words("audiences"))


def _beside(text: str, attribution: Attribution) -> TextSpan | None:
    """Whoever is spoken to by a participle in the cue's sentence, outside the content."""
    first, last = attribution.cue[0].start, attribution.cue[-1].end
    floor = max(0, first - _SENTENCE)
    starts = [found.end() for found in _SENTENCE_START.finditer(text, floor, first)]
    end = _SENTENCE_END.search(text, last, last + _SENTENCE)
    begin = starts[-1] if starts else floor
    sentence = text[begin : end.start() if end else last + _SENTENCE]
    for found in _PARTICIPLE.finditer(sentence):
        start = begin + found.end()
        if not any(piece.start < start <= piece.end for piece in attribution.content):
            return _phrase_at(text, start, _limit(attribution, start))
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
    phrase = _without_topic(phrase)
    words = phrase.lower().split()
    if not words or words[0] == "of" or words[-1] in _LEFT_OVER or not phrase[0].isalpha():
        return None
    if _NOBODY.match(phrase) or _is_thing(words) or _names_outlet(phrase):
        return None
    return TextSpan(start, start + len(phrase), phrase)


def _without_topic(phrase: str) -> str:
    """A phrase without what goes on after those spoken to: "reporters" in "reporters privately" and "reporters of it"."""
    before, _, last = phrase.rpartition(" ")
    if before and _ADVERB.fullmatch(last) and last not in load_words("audiences"):
        phrase = before
    head, of, topic = f"{phrase} ".partition(" of ")
    told = head.lower()
    return (
        head
        if of and (not topic or told in _PRONOUNS or told in load_words("audiences") or is_outlet(head))
        else phrase
    )


def _is_thing(words: Sequence[str]) -> bool:
    """Return whether the head of a phrase is what is told: "the truth", "the tale of a dam"."""
    head = words[: words.index("of")] if "of" in words else words
    return not _THINGS.isdisjoint((words[-1], *head[-1:]))


def _names_outlet(phrase: str) -> bool:
    """Return whether a phrase is an outlet with what describes it: "the state news agency TASS", "ABC's This Week"."""
    outlets = find_outlets(TextIndex(phrase))
    if not outlets:
        return is_outlet(phrase)
    before, after = phrase[: outlets[0].start].split(), phrase[outlets[-1].end :].strip()
    between = [phrase[a.end : b.start] for a, b in pairwise(outlets)]
    described = not before or before == ["the"] or before[-1] in _last_words("outlet_descriptions")
    return described and after in ("", "'s", "’s", "radio", "television") and all(map(_OWNS.fullmatch, between))


@cache
def _last_words(name: str) -> frozenset[str]:
    """The last word of each entry of a word list."""
    return frozenset(entry.rpartition(" ")[2] for entry in load_words(name))
