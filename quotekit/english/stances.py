"""The stance that a cue and the form of its content express: "denied that", "asked him to", "“Is it?” he said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise, takewhile

from quotekit.english.content_forms import FORMS, Form, forms_of
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import expand_contractions
from quotekit.english.verb_classes import OF_SPEECH, SayingKind, is_adverb, saying_kind
from quotekit.records import Stance

__all__ = ["find_stance"]

_OF_KIND: dict[SayingKind, Stance] = {
    "asking": Stance.ASKED,
    "denying": Stance.DENIED,
    "ordering": Stance.DEMANDED,
    "promising": Stance.PROMISED,
}
# The word whose forms hold for every word without a stance of its own.
_NEUTRAL = "say"
# How much of a cue, a content and the words between them is read.
_REACH_CHARS = 160
# How many words may stand between a light verb and its noun, and after "declined" before the verb.
_NOUN_REACH_WORDS = 4
# How many words behind a cue may belong to a phrase that begins in it: "ruled … out".
_PHRASE_REACH_WORDS = 2
# How many words behind a cue can bear on its stance.
_AFTER_WORDS = 8
# What stands where a clause begins and no noun does.
_CLAUSE_OPENERS = frozenset({"he", "i", "it", "she", "that", "there", "they", "we", "you"})
_JOINING = frozenset({"and", "but", "nor", "or"})
_FIRST_PERSON = frozenset({"i", "we"})
_SUBJECTS, _TRUE, _UNTRUE = (
    frozenset({"it", "that", "this"}),
    frozenset({"true", "correct"}),
    frozenset({"untrue", "false"}),
)
_MIN_UNTRUE_WORDS = 3
# Between "I" and the verb with which something is done at that moment: "I would like to ask".
_BEFORE_PERFORMATIVE = frozenset(
    {"'d", "am", "are", "do", "have", "just", "like", "must", "now", "still", "therefore", "to", "would"}
)


def find_stance(cue: str, content: str, *, between: str = "", is_quoted: bool = False) -> Stance:
    """
    Find out what is done with a content.

    Args:
        cue: The cue's words; empty if there is none.

        content: The content's words.

        between: The words that follow the cue, up to the content where that comes later.

        is_quoted: Whether the content is in the speaker's own words.

    Returns:
        The stance; asserted where nothing says otherwise.

    Example:
        >>> find_stance("denied", "that it rained").value, find_stance("asked", "him to leave").value
        ('denied', 'demanded')
        >>> find_stance("said", "“Will it rain?”", is_quoted=True).value, find_stance("said", "that it rained").value
        ('asked', 'asserted')
    """
    words = [*_lemmas(cue)]
    forms = forms_of(content, is_quoted=is_quoted)
    entry = _entry(cue, words, [*islice(chain(_lemmas(between), _lemmas(content)), _AFTER_WORDS)])
    if entry in words and words[words.index(entry) + 1 :][:1] == ["to"]:
        # The infinitive is in the cue: "sought to".
        forms |= {"infinitive"}
    stance = _stance_of(entry, forms)
    if stance is not None:
        return stance
    if saying_kind(entry) == "judging":
        return Stance.ASSERTED
    if _says_untrue(content):
        return Stance.DENIED
    performed = _performed(content) if is_quoted else None
    return performed or _by_form(_NEUTRAL, forms) or Stance.ASSERTED


def _entry(cue: str, words: Sequence[str], after: Sequence[str]) -> str | None:
    """Find the word or phrase that decides: a phrase, what is withheld, the noun of a light verb, or the verb."""
    main = cue_lemma(cue) if cue else None
    if main is None:
        return None
    if phrase := _phrase(words, after):
        return phrase
    if main in load_words("withholding_words"):
        return _withheld([*words, *after], main) or main
    if main in load_words("light_verbs"):
        object_words = takewhile(lambda word: word not in _CLAUSE_OPENERS, after[:_NOUN_REACH_WORDS])
        nouns = [*words[words.index(main) + 1 :], *object_words] if main in words else words
        return next((word for word in nouns if _has_stance(word)), main)
    return main if _has_stance(main) else _joined_verb(words) or main


def _joined_verb(words: Sequence[str]) -> str | None:
    """Find the second of two verbs: "summoned and ordered"."""
    pairs = pairwise(words)
    return next((word for before, word in pairs if before in _JOINING and _has_stance(word)), None)


def _phrase(words: Sequence[str], after: Sequence[str]) -> str | None:
    """Find the longest phrase of the table that begins in the cue."""
    together = (*words, *after[:_PHRASE_REACH_WORDS])
    found = (
        phrase
        for at, word in enumerate(together[: max(1, len(words))])
        for phrase in _phrases().get(word, ())
        if together[at : at + len(phrase)] == phrase
    )
    return max(map(" ".join, found), key=len, default=None)


def _withheld(words: Sequence[str], withholding: str) -> str | None:
    """Find what somebody "refused to" do, if that is to say something: "refused to rule out" has the stance of that."""
    at = words.index(withholding) + 1 if withholding in words else len(words)
    after = words[at + 1 : at + 1 + _NOUN_REACH_WORDS] if words[at : at + 1] == ["to"] else words[at : at + 1]
    return _phrase(after, ()) or next((word for word in after if saying_kind(word) in OF_SPEECH), None)


def _has_stance(entry: str) -> bool:
    return entry in _stances() or entry in _forms() or saying_kind(entry) in _OF_KIND


def _stance_of(entry: str | None, forms: frozenset[Form]) -> Stance | None:
    if entry is None:
        return None
    kind = saying_kind(entry)
    return _by_form(entry, forms) or _stances().get(entry) or (_OF_KIND.get(kind) if kind else None)


def _by_form(entry: str, forms: frozenset[Form]) -> Stance | None:
    rows = _forms().get(entry, {})
    return next((rows[form] for form in FORMS if form in forms and form in rows), None)


def _says_untrue(content: str) -> bool:
    """Return whether a content begins by saying that something is not so: "it was simply not true that …"."""
    words = expand_contractions(content[:_REACH_CHARS].replace("’", "'").replace("'s ", " is "))
    words = words[words[:1] == ["that"] and len(words) > 1 and words[1] in _SUBJECTS :]
    if len(words) < _MIN_UNTRUE_WORDS or words[0] not in _SUBJECTS or words[1] not in {"is", "was"}:
        return False
    rest = [word for word in words[2:] if word != "just" and not is_adverb(word)]
    if rest[:1] == ["not"]:
        return bool(_TRUE.intersection(rest[1:2]))
    return bool(_UNTRUE.intersection(rest[:1])) or rest[:2] == ["a", "lie"]


def _performed(content: str) -> Stance | None:
    """Return what somebody does in saying so: "I promise that …", "we would like to ask you to …"."""
    words = expand_contractions(
        content[:_REACH_CHARS].replace("’", "'").replace("'m ", " am ").replace("'d ", " would ")
    )
    if not words or words[0] not in _FIRST_PERSON:
        return None
    at = 1
    while at < len(words) and (words[at] in _BEFORE_PERFORMATIVE or is_adverb(words[at])):
        at += 1
    rest = " ".join(words[at + 1 :])
    verb = _phrase(words[at : at + 1], words[at + 1 :]) or cue_lemma(words[at]) if at < len(words) else None
    # What was promised once is told, not promised; "worried" and "determined" are no past of that kind.
    is_past = at < len(words) and words[at] != cue_lemma(words[at]) and words[at - 1] not in {"am", "are"}
    if is_past or (verb == "want" and rest.startswith("to ")):
        return None
    # "I think that it will rain" is no forecast, but "I predict that it will" is.
    return _stance_of(verb, forms_of(rest, is_quoted=False) - {"future", "possibility"})


def _lemmas(text: str) -> Iterator[str]:
    """Yield the dictionary forms of the words of a text, as far as it is read."""
    return (cue_lemma(word) or word for word in expand_contractions(text[:_REACH_CHARS]))


@cache
def _stances() -> dict[str, Stance]:
    pairs = (line.rpartition(" ") for line in load_words("stances"))
    return {entry: Stance(stance) for entry, _, stance in pairs}


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases of the table as words, by their first words."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in _stances():
        first, *rest = entry.split(" ")
        if rest:
            phrases.setdefault(first, []).append((first, *rest))
    return phrases


@cache
def _forms() -> dict[str, dict[Form, Stance]]:
    rows: dict[str, dict[Form, Stance]] = {}
    for entry, form, stance in _form_rows():
        rows.setdefault(entry, {})[form] = stance
    return rows


def _form_rows() -> Iterator[tuple[str, Form, Stance]]:
    for line in load_words("stances_by_form"):
        entry, name, stance = line.split(" ")
        yield from ((entry, form, Stance(stance)) for form in FORMS if form == name)
