"""What a cue says of its statement: with what kind of verb it is made, whether it was made at all, and by anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.records import Spans

__all__ = ["OF_SPEECH", "is_impersonal", "is_negated", "saying_kind"]

#: The kinds of verbs with which something is said or written, not thought or judged.
OF_SPEECH = frozenset(("asking", "denying", "ordering", "posting", "promising", "stating", "writing"))

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_STRAIGHT = str.maketrans("’‘‑‐", "''--")
_CONTRACTED = {"cannot": "can not", "can't": "can not", "shan't": "shall not", "won't": "will not"}
# A clause ends at these, and with it what its negation is about.
_CLAUSE = re.compile(r"[^\w\s'’-]|\s[-–—]\s")
_BE = frozenset({"'s", "am", "are", "be", "been", "being", "is", "s", "was", "were"})
_HELPING = frozenset({"be", "can", "could", "do", "have", "may", "might", "must", "shall", "should", "will", "would"})
_LINKING = frozenset({"at", "comment", "from", "of", "to"})
_NOBODY = re.compile(
    r"(?:nobody|no[ -]one|none|neither)\b(?!['’])|no(?! (?:less|fewer|more) than\b) [a-z]|not (?:a|one|a single)\b",
    re.IGNORECASE,
)
# "No Labels" is a name.
_NAME = re.compile(r"No [A-Z]")
# "Whether it will rain or not" says nothing of the cue after it.
_ALTERNATIVES = (["if"], ["or"], ["than"], ["why"])
_ADVERB = re.compile(r"\w{2}ly$")
# So many words may stand between "declined" and what is not said.
_FAR = 6
_BEFORE = 40


def saying_kind(verb: str | None) -> str | None:
    """
    Tell of what kind a verb of saying or thinking is.

    Args:
        verb: A verb in dictionary form, as in the field ``cue_lemma``.

    Returns:
        ``asking``, ``denying``, ``judging``, ``ordering``, ``posting``, ``promising``, ``stating``, ``thinking`` or
        ``writing``; None for other words.

    Example:
        >>> saying_kind("say"), saying_kind("tweet"), saying_kind("deny"), saying_kind("rain")
        ('stating', 'posting', 'denying', None)
    """
    return _kinds().get(verb or "")


def is_negated(cue_words: str, *, source: str = "", before: str = "", after: str = "") -> bool:
    """
    Return whether a statement is said not to have been made, or a thought not to be held.

    Args:
        cue_words: The cue's words, as the text has them.

        source: The source's words: nobody speaks in "no official has said".

        before: The text before the cue; a negation right before it counts.

        after: The text after the cue; after "declined" it tells what was declined.

    Returns:
        Whether it was not made. A denial is a statement, and so is what nobody failed to say.

    Example:
        >>> [is_negated(cue) for cue in ("didn't say", "declined to confirm", "not only said", "denied", "didn't deny")]
        [True, True, False, False, True]
        >>> is_negated("has said", source="No official"), is_negated("said", before="The minister never ")
        (True, True)
    """
    if not cue_words:
        return False
    words = [*_lead(before), *_words(cue_words)]
    joined = f" {' '.join(words)} "
    for phrase in load_words("empty_negations"):
        joined = joined.replace(f" {phrase} ", " ")
    left = joined.split()
    is_not = _is_not(left) != bool(_NOBODY.match(source) and not _NAME.match(source))
    rest = _words(_CLAUSE.split(after[:_BEFORE], maxsplit=1)[0])
    return is_not != any(_is_withheld(left, rest, at, doubly=is_not) for at in range(len(left)))


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
    words = _words(cue.text)
    heavy = [word for word in words if word not in load_words("function_words")]
    if not heavy or "by" in words:
        return False
    known = load_words("impersonal_cues")
    if all(word in known for word in heavy):
        return True
    if source and cue and source[-1].start > cue[0].start:
        return False
    heavy = [word for word in heavy if not _is_adverb(word)]
    subject = (_words(source.text) or words)[0]
    # "He's said" is rather "he has said".
    passive = _BE if subject == "it" else _BE - {"'s", "s"}
    if len(heavy) == 1 and not passive.isdisjoint(words) and f"be {heavy[0]}" in known:
        return True
    return subject == "it" and bool(heavy) and f"it {cue_lemma(heavy[0])}" in known


@cache
def _kinds() -> dict[str, str]:
    return dict(line.split(" ") for line in load_words("saying_verbs"))


def _is_adverb(word: str) -> bool:
    return _ADVERB.search(word) is not None and saying_kind(word) is None


def _words(text: str) -> list[str]:
    """The words in lower case, "didn't" as two."""
    words: list[str] = []
    for word in _WORD.findall(text.translate(_STRAIGHT).lower()):
        whole = _CONTRACTED.get(word, word)
        words += f"{whole[:-3]} not".split() if whole.endswith("n't") else whole.split()
    return words


def _lead(before: str) -> list[str]:
    """The words right before a cue that belong to it: "did not", "declined to"."""
    words = _words(_CLAUSE.split(before[-_BEFORE:])[-1])
    light = load_words("withholding_words") | _HELPING | _LINKING | {"never", "not"}
    start = len(words)
    while start and (_is_adverb(words[start - 1]) or {words[start - 1], cue_lemma(words[start - 1])} & light):
        start -= 1
    return [] if words[start - 1 : start] in _ALTERNATIVES else words[start:]


def _is_not(words: Sequence[str]) -> bool:
    """Return whether a negation stands among the words; "without" after what is said is about something else."""
    said = next((at for at, word in enumerate(words) if saying_kind(cue_lemma(word))), len(words))
    negations = load_words("negations")
    return any(word in negations and (word != "without" or at < said) for at, word in enumerate(words))


def _is_withheld(words: Sequence[str], rest: Sequence[str], at: int, *, doubly: bool) -> bool:
    """Return whether a word such as "declined" stands at *at*, and then what was not said, or anything if it is *doubly* so."""
    lemma = cue_lemma(words[at])
    if lemma not in load_words("withholding_words") and not (doubly and lemma == "help"):
        return False
    if lemma == "short" and words[at + 1 : at + 2] != ["of"]:
        return False
    if words[at].endswith("ed") and words[at - 1 : at] and words[at - 1] in load_words("determiners"):
        # "The failed plan" withholds nothing.
        return False
    verb = _verb_after([*words[at + 1 :], *rest][:_FAR])
    return verb is not None and (doubly or saying_kind(verb) is not None)


def _verb_after(words: Sequence[str]) -> str | None:
    """The verb that goes on after "declined" or "avoided": the one after "to", one in -ing, or "comment"."""
    infinitive = False
    for word in takewhile(lambda word: word not in load_words("determiners"), words):
        if word == "comment" or word.endswith("ing") or (infinitive and not _is_adverb(word)):
            return cue_lemma(word)
        infinitive = infinitive or word == "to"
    return None
