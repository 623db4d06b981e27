"""The form of a content: whether its words are a question, a command, about the future and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import Literal, get_args

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import expand_contractions

__all__ = ["FORMS", "Form", "forms_of"]

#: The forms that a content can have.
Form = Literal[
    "question",
    "command",
    "infinitive",
    "object_infinitive",
    "gerund",
    "subjunctive",
    "necessity",
    "future",
    "possibility",
]

#: All forms; where a content has several, an earlier one says more about it.
FORMS: tuple[Form, ...] = get_args(Form)

# How much of a content is read from either end.
_REACH_CHARS = 240
_MAX_WORDS = 24
# How many words may stand between "told" and "to", and before the first finite verb.
_REACH_WORDS = 8
_OPENING = " \t\n\"'“”‘’«»„‚([-–—…"
# Not behind an initial, or "Mr" and the like.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Gov|Hon|Mrs|Rep|Rev|Sen))[.!?…](?=[\s\"'”’»)]|\Z)")
_QUESTION_END = re.compile(r"\?[\s\"'”’»)!.?]{0,40}\Z")
_CLAUSE_END = re.compile(
    r"[,;:—]|\s[-–]\s|\b(?:because|before|after|if|since|so that|that|unless|until|when|where|which|while|who|whose)\b"
)
# "That", also behind those who were told.
_UP_TO_THAT = re.compile(r"\A(?:[\w'’-]+\s+){0,4}?that\s+", re.IGNORECASE)
_FUTURE = frozenset({"shall", "will", "would"})
_POSSIBILITY = frozenset({"can", "could", "may", "might"})
_NECESSITY = frozenset({"must", "ought", "should"})
_HAVING_TO = frozenset({"has", "have", "need", "needs"})
_FINITE = frozenset(
    {"am", "are", "did", "do", "does", "had", "has", "have", "is", "was", "were", *_FUTURE, *_POSSIBILITY, *_NECESSITY}
)
# After these "to" belongs to them: "prices need to fall".
_WITH_TO = frozenset(
    {"able", "due", "going", "how", "if", "likely", "need", "needs", "set", "what", "when", "where", "whether", "why"}
)
# "To" before a name is no sign of an infinitive.
_TO_A_NAME = re.compile(r"\bto(?= [A-Z])")
_SUBJECTS = frozenset({"he", "i", "she", "there", "they", "this", "we", "who"})
# What may follow "let" in a command; the verb may be a past, too.
_LETTING = frozenset({"her", "him", "it", "no", "nobody", "the", "them", "there", "us"})
# After these a word that could be a verb is a noun: "Time and again", "Work of this kind".
_AFTER_NOUN = frozenset({"and", "of", "or"})
# Verbs that begin sentences in which nobody is told to do anything.
_NO_COMMANDS = frozenset({"say", "thank", "welcome"})


def forms_of(content: str, *, is_quoted: bool) -> frozenset[Form]:
    """
    Find the forms of a content. The first sentence decides; a content is a question if it also ends in one.

    Args:
        content: Its words.

        is_quoted: Whether they are the speaker's own; only then are they read as a command.

    Returns:
        The forms.

    Example:
        >>> sorted(forms_of("“Where will it rain?”", is_quoted=True))
        ['future', 'question']
        >>> sorted(forms_of("that the gate must be closed", is_quoted=False))
        ['necessity']
        >>> sorted(forms_of("drivers to stay at home", is_quoted=False))
        ['object_infinitive']
    """
    start = content[:_REACH_CHARS].lstrip(_OPENING)
    found = _SENTENCE_END.search(start)
    sentence = start[: found.end()] if found else start
    words = _first_clause(sentence)
    forms: set[Form] = {form for form, holds in _TESTS.items() if holds(words)}
    if "?" in sentence[-3:] and _QUESTION_END.search(content[-_REACH_CHARS:]):
        forms.add("question")
    elif is_quoted and _is_command(sentence, words):
        return frozenset({"command"})
    return frozenset(forms)


def _is_verb(word: str) -> bool:
    return word in load_words("command_verbs") or word in load_words("verbs") or word in _irregular_bases()


@cache
def _irregular_bases() -> frozenset[str]:
    return frozenset(line.split()[1] for line in load_words("irregular_verbs"))


@cache
def _irregular_forms() -> frozenset[str]:
    return frozenset(line.split()[0] for line in load_words("irregular_verbs"))


def _first_clause(sentence: str) -> list[str]:
    """Return the words of a sentence up to the end of its first clause, without a leading "that"."""
    text = _TO_A_NAME.sub("toward", _UP_TO_THAT.sub("", sentence))
    first = _CLAUSE_END.split(text, maxsplit=1)[0]
    words = expand_contractions((first if first.strip() else text).replace("’", "'").replace("'ll", " will"))
    return words[:_MAX_WORDS]


def _is_command(sentence: str, words: Sequence[str]) -> bool:
    """Return whether a sentence begins with an imperative."""
    first, second = [*words[:2], "", ""][:2]
    if first == "please" or (first, second) == ("do", "not"):
        return True
    if first == "let":
        return second in _LETTING
    if second in _AFTER_NOUN:
        return False
    if first == "never":
        return _is_verb(second)
    if not _is_verb(first) or first in _NO_COMMANDS | _FINITE or any(_is_finite(word) for word in words[1:5]):
        return False
    # One word before a comma is a discourse marker: "Look, it is late."
    return len(words) > 1 or "," not in sentence


def _is_finite(word: str) -> bool:
    return word in _FINITE or (word != cue_lemma(word) and word.endswith("ed")) or word in _irregular_pasts()


@cache
def _irregular_pasts() -> frozenset[str]:
    pairs = (line.split() for line in load_words("irregular_verbs"))
    return frozenset(form for form, base in pairs if not form.endswith(("s", "n", "ing")) and form != base)


def _is_infinitive(words: Sequence[str]) -> bool:
    return list(words[:1]) == ["to"] or list(words[:2]) == ["not", "to"]


def _is_object_infinitive(words: Sequence[str]) -> bool:
    """Return whether somebody is named who is "to" do something: "drivers to stay at home"."""
    if "to" not in words[1 : _REACH_WORDS + 1]:
        return False
    at = words.index("to", 1)
    before, after = words[:at], words[at + 1 : at + 2]
    verb = after[0] if after else ""
    is_named = not any(word in _FINITE or word in _WITH_TO for word in before) and words[0] not in _SUBJECTS
    is_noun = not verb or verb in load_words("determiners") or verb in load_words("function_words") - {"be", "have"}
    return is_named and not is_noun and not any(word in _FINITE for word in words[at + 2 :])


def _is_gerund(words: Sequence[str]) -> bool:
    is_gerund = bool(words) and words[0].endswith("ing") and cue_lemma(words[0]) != words[0]
    return is_gerund and not any(word in _FINITE for word in words)


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Return whether a clause has a bare verb behind a singular subject: "that the club pay"."""
    at = words.index("be") if "be" in words else 0
    if at and words[at - 1] != "to" and not any(_is_finite(word) for word in words[:at]):
        return True
    if any(_is_finite(word) for word in words):
        return False
    return any(
        _is_verb(word) and not before.endswith("s") and before not in load_words("determiners") and before != "to"
        for before, word in pairwise(words[1 : _REACH_WORDS + 1])
    )


def _is_necessity(words: Sequence[str]) -> bool:
    """Return whether the first finite verb says what has to be done; "must have been" draws a conclusion."""
    at = len(list(takewhile(lambda word: word not in _FINITE and word not in _HAVING_TO, words)))
    modal, after = words[at : at + 1], [word for word in words[at + 1 : at + 5] if word not in {"not", "also", "now"}]
    if not modal or not after:
        return False
    if modal[0] in _HAVING_TO and after[0] != "to":
        return False
    after = after[after[0] == "to" :]
    if modal[0] not in _NECESSITY | _HAVING_TO or not after or after[0] == "have":
        return False
    return after[0] != "be" or (len(after) > 1 and _is_participle(after[1])) or "there" in words[:at]


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _irregular_forms()


def _has_any(of: frozenset[str]) -> Callable[[Sequence[str]], bool]:
    return lambda words: any(word in of for word in words)


def _is_future(words: Sequence[str]) -> bool:
    return _has_any(_FUTURE)(words) or "going to" in " ".join(words)


_TESTS: dict[Form, Callable[[Sequence[str]], bool]] = {
    "infinitive": _is_infinitive,
    "object_infinitive": _is_object_infinitive,
    "gerund": _is_gerund,
    "subjunctive": _is_subjunctive,
    "necessity": _is_necessity,
    "future": _is_future,
    "possibility": _has_any(_POSSIBILITY),
}
