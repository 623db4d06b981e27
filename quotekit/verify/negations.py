"""Whether a negation that a quotation leaves out bears on the words that it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lemmas import cue_lemma
from quotekit.verify.sources import SourceTexts

__all__ = ["NEGATIONS", "Negations"]

#: Words that negate what is said.
NEGATIONS = frozenset(
    {
        "barely",
        "hardly",
        "neither",
        "never",
        "no",
        "nobody",
        "none",
        "nor",
        "not",
        "nothing",
        "nowhere",
        "rarely",
        "scarcely",
        "seldom",
    }
)
# How far before an omission a negation is looked for that makes one inside it redundant.
_NEAR_WORDS = 2
# The scope of a negation ends at these.
_CLAUSE_WORDS = frozenset({"and", "but", "that", "which", "who", "because", "so", "or", "if", "when", "while"})
_CLAUSE_MARK = re.compile(r"[,.;:!?()—–]| -+ ")
# "I do not think that it is safe" says that it is not; "they did not know that it is safe" says that it is.
_OPINIONS = frozenset(
    {
        "accept",
        "advise",
        "agree",
        "ask",
        "assume",
        "believe",
        "claim",
        "demand",
        "expect",
        "feel",
        "guarantee",
        "hope",
        "imagine",
        "imply",
        "insist",
        "intend",
        "mean",
        "plan",
        "pretend",
        "promise",
        "propose",
        "prove",
        "recommend",
        "request",
        "require",
        "say",
        "suggest",
        "suppose",
        "think",
        "true",
        "want",
        "wish",
    }
)
_FACTS = frozenset(
    {
        "aware",
        "deny",
        "dispute",
        "doubt",
        "forget",
        "hear",
        "know",
        "mention",
        "mind",
        "notice",
        "realize",
        "regret",
        "see",
        "surprise",
        "tell",
        "understand",
    }
)


class Negations:
    """
    The negations of the sources.

    Args:
        sources: The sources.
    """

    def __init__(self, sources: SourceTexts) -> None:
        self._sources = sources

    def bears_on_both(self, start: int, end: int) -> bool:
        """
        Return whether a negation inside an omission bears on the words around it.

        It does if it is the first word, as in "will [not] go", or if no clause ends between it and the omission's end;
        not if the words before are negated all the same: "we can't [and won't] go".
        """
        before = self._keys(max(0, start - _NEAR_WORDS), start)
        if any(key in NEGATIONS for key in before):
            return False
        return self.bears_on_before(start, end) or self._reaches(start, end)

    def bears_on_before(self, start: int, end: int) -> bool:
        """Return whether an omission begins with a negation that bears on the words before: "we fund [no bridge]"."""
        keys = self._keys(start, min(start + 1, end))
        return bool(keys) and keys[0] in NEGATIONS and not self._has_mark(start - 1, start)

    def bears_on_after(self, start: int, end: int) -> bool:
        """Return whether a negation in an omission bears on the words after it: "[I do not think that] it is safe"."""
        keys = self._keys(start, end)
        if keys[-1:] == ["that"]:
            return bool(_OPINIONS.intersection(_lemmas(keys[-2:-1]))) and self._reaches(start, end - 1)
        return not _FACTS.intersection(_lemmas(keys[-2:])) and self._reaches(start, end)

    def _reaches(self, start: int, end: int) -> bool:
        """Return whether no clause ends between the last negation of an omission and the omission's end."""
        keys = self._keys(start, end)
        latest = max((i for i, key in enumerate(keys) if key in NEGATIONS), default=None)
        if latest is None or any(key in _CLAUSE_WORDS for key in keys[latest + 1 :]):
            return False
        return not any(self._has_mark(word, word + 1) for word in range(start + latest, end))

    def _keys(self, start: int, end: int) -> list[str]:
        return [self._sources.key(word) for word in range(start, end)]

    def _has_mark(self, left: int, right: int) -> bool:
        """Return whether a clause ends between two words that follow each other."""
        if left < 0 or right >= len(self._sources.words):
            return True
        text = self._sources.texts[self._sources.id_of(left)]
        return _CLAUSE_MARK.search(text, int(self._sources.ends[left]), int(self._sources.starts[right])) is not None


def _lemmas(keys: Sequence[str]) -> list[str]:
    return [cue_lemma(key) or key for key in keys]
