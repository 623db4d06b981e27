"""What became of each word between source and quotation."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.verify.negations import NEGATIONS, Negations
from quotekit.verify.places import Places
from quotekit.verify.results import EditKind
from quotekit.verify.sources import SourceTexts
from quotekit.wording import Pair, Words

__all__ = ["Comparison", "Step", "compare"]

# A reporter's bracket stands for at most so many words.
_MAX_NOTED_WORDS = 8
# So many words may be left out between two ends of one passage, if an ellipsis marks them.
_MAX_MARKED_WORDS = 100
# The same if nothing marks them.
_MAX_UNMARKED_WORDS = 25
# How far an omission is moved to begin with a sentence, and how long it must be.
_MAX_MOVED_WORDS, _MIN_MOVED_WORDS = 8, 3
# Words that join two passages without being part of either.
_JOINERS = frozenset({"and", "but", "so", "then", "or", "also"})
# What contractions stand for, where that depends on what follows.
_CONTRACTED = {"'s": ({"is"}, {"has"}, {"us"}), "'d": ({"had"}, {"would"}, {"did"})}
# A word with letters between brackets is the same as another if they begin with the same letters.
_STEM_CHARS = 3
# A number that is left out alone, or with so few words in all, may change the meaning.
_MAX_GRAVE_WORDS = 2
# How much of a word counts as found where the source has another form of it, or another number.
_SAME_LEMMA, _OTHER_NUMBER = 0.8, 0.5


@attrs.frozen
class Step:
    """A run of words of the quotation beside a run of words of a source; either may be empty."""

    #: What became of the words.
    kind: EditKind
    #: Index of the first word of the quotation, and the index after the last one.
    ours: tuple[int, int]
    #: The same for the source.
    theirs: tuple[int, int]
    #: Whether an ellipsis marks what is omitted.
    is_marked: bool = False
    #: Whether the meaning may change although no word does: a negation or number is omitted.
    is_grave: bool = False
    #: Share of words of another form, such as "told" for "tell", that counts as found.
    likeness: float = 0.0


@attrs.frozen
class Comparison:
    """A quotation and its passages, word by word."""

    #: All of the quotation, in order.
    steps: tuple[Step, ...]
    #: Indices of the steps before which another passage begins.
    breaks: frozenset[int]


def compare(words: Words, pairs: Sequence[Pair], sources: SourceTexts, places: Places) -> Comparison:
    """
    Compare a quotation with the passages it is from.

    Args:
        words: The quotation's words.

        pairs: The words in common; at least one.

        sources: The sources.

        places: Their sentences.

    Returns:
        The comparison.
    """
    comparer = _Comparer(words, sources, places)
    comparer.run(pairs)
    return Comparison(tuple(comparer.steps), frozenset(comparer.breaks))


class _Comparer:
    """Goes through a quotation, from one common word to the next."""

    def __init__(self, words: Words, sources: SourceTexts, places: Places) -> None:
        self._words = words
        self._sources = sources
        self._places = places
        self._negations = Negations(sources)
        self.steps: list[Step] = []
        self.breaks: set[int] = set()

    def run(self, pairs: Sequence[Pair]) -> None:
        """Compare all words."""
        pairs = self._settled(pairs)
        first, last = pairs[0], pairs[-1]
        if first.ours:
            start = self._places.sentence_start(first.theirs)
            self._differ((0, first.ours), (max(start, first.theirs - first.ours), first.theirs))
        before: Pair | None = None
        for pair in pairs:
            if before is not None and (pair.ours - before.ours, pair.theirs - before.theirs) != (1, 1):
                self._between(before, pair)
            self._add(Step(EditKind.SAME, (pair.ours, pair.ours + 1), (pair.theirs, pair.theirs + 1)))
            before = pair
        rest = len(self._words) - last.ours - 1
        if rest:
            end = self._places.sentence_end(last.theirs) + 1
            theirs = (last.theirs + 1, min(end, last.theirs + 1 + rest))
            self._differ((last.ours + 1, len(self._words)), theirs)

    def _settled(self, pairs: Sequence[Pair]) -> list[Pair]:
        """
        Move omissions to where sentences begin, if words before and after them are the same.

        Of "The firm knew. [The city knew.] It rained" either "knew" can be the one that is left out.
        """
        settled = list(pairs)
        for at in range(1, len(settled)):
            left, right = settled[at - 1], settled[at]
            if right.ours - left.ours != 1 or right.theirs - left.theirs < _MIN_MOVED_WORDS:
                continue
            shift = right.theirs - left.theirs - 1
            if not self._move_back(settled, at, shift):
                self._move_on(settled, at, shift)
        return settled

    def _move_back(self, pairs: list[Pair], at: int, shift: int) -> bool:
        """Let an omission begin with a sentence before it; return whether it does."""
        for back in range(min(_MAX_MOVED_WORDS, at)):
            left = pairs[at - 1 - back].theirs
            if left != pairs[at - 1].theirs - back:
                return False
            if self._places.is_end(left):
                for i in range(at - back, at):
                    pairs[i] = Pair(pairs[i].ours, pairs[i].theirs + shift)
                return True
            if self._sources.key(left) != self._sources.key(left + shift):
                return False
        return False

    def _move_on(self, pairs: list[Pair], at: int, shift: int) -> bool:
        """Let an omission begin with a sentence after its beginning; return whether it does."""
        for on in range(min(_MAX_MOVED_WORDS, len(pairs) - at)):
            right = pairs[at + on].theirs
            if right != pairs[at].theirs + on or self._sources.key(right) != self._sources.key(right - shift):
                return False
            if self._places.is_end(right - shift):
                for i in range(at, at + on + 1):
                    pairs[i] = Pair(pairs[i].ours, pairs[i].theirs - shift)
                return True
        return False

    def _add(self, step: Step) -> None:
        """Add a step; a step that only continues the one before is joined to it."""
        last = self.steps[-1] if self.steps else None
        if (
            last is not None
            and (last.kind, step.kind) == (EditKind.SAME, EditKind.SAME)
            and (last.ours[1], last.theirs[1]) == (step.ours[0], step.theirs[0])
            and len(self.steps) not in self.breaks
            and step.ours[0] not in self._words.gaps
        ):
            self.steps[-1] = Step(EditKind.SAME, (last.ours[0], step.ours[1]), (last.theirs[0], step.theirs[1]))
        else:
            self.steps.append(step)

    def _between(self, left: Pair, right: Pair) -> None:
        """Compare what is between two common words that follow each other in the quotation."""
        ours = (left.ours + 1, right.ours)
        if self._is_jump(left, right):
            if ours[0] < ours[1]:
                is_joiner = set(self._words.keys[slice(*ours)]) <= _JOINERS or self._is_noted(ours)
                self._add(Step(EditKind.NOTE if is_joiner else EditKind.ADDED, ours, (0, 0)))
            self.breaks.add(len(self.steps))
        else:
            self._differ(ours, (left.theirs + 1, right.theirs))

    def _is_jump(self, left: Pair, right: Pair) -> bool:
        """Return whether another passage begins at the second of two words."""
        source, number = self._places.sentence_of(left.theirs)
        other, other_number = self._places.sentence_of(right.theirs)
        if source != other or right.theirs <= left.theirs:
            return True
        if any(gap in self._words.gaps for gap in range(left.ours + 1, right.ours + 1)):
            return right.theirs - left.theirs > _MAX_MARKED_WORDS
        return other_number - number > 1 or right.theirs - left.theirs > _MAX_UNMARKED_WORDS

    def _differ(self, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        """Compare two runs of words that have none in common; either may be empty."""
        if ours[0] == ours[1]:
            if theirs[0] < theirs[1]:
                self._omit(ours[0], theirs)
        elif self._is_same(ours, theirs):
            self._add(Step(EditKind.SAME, ours, theirs))
        elif self._is_noted(ours) and not self._contradicts(ours, theirs):
            self._note(ours, theirs)
        elif theirs[0] == theirs[1]:
            self._add(Step(EditKind.ADDED, ours, theirs))
        else:
            likeness = _likeness(self._words.keys[slice(*ours)], self._keys(theirs))
            self._add(Step(EditKind.REPLACED, ours, theirs, likeness=likeness))

    def _note(self, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        """Add a reporter's bracket, and what it stands for."""
        if theirs[1] - theirs[0] <= _MAX_NOTED_WORDS:
            self._add(Step(EditKind.NOTE, ours, theirs))
        else:
            self._add(Step(EditKind.NOTE, ours, (theirs[0], theirs[0])))
            self._omit(ours[1], theirs, is_marked=True)

    def _omit(self, at: int, theirs: tuple[int, int], *, is_marked: bool = False) -> None:
        is_marked = is_marked or at in self._words.gaps
        keys = self._keys(theirs)
        has_number = not is_marked and len(keys) <= _MAX_GRAVE_WORDS and any(map(_is_number, keys))
        is_grave = has_number or self._negations.bears_on_both(*theirs)
        self._add(Step(EditKind.OMITTED, (at, at), theirs, is_marked, is_grave))

    def _is_noted(self, ours: tuple[int, int]) -> bool:
        return all(word in self._words.bracketed for word in range(*ours))

    def _contradicts(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Return whether a bracket has a different number from what it stands for, or only one of them a negation."""
        noted, meant = self._words.keys[slice(*ours)], self._keys(theirs)
        if len(meant) > _MAX_NOTED_WORDS:
            return False
        if NEGATIONS.isdisjoint(noted) != NEGATIONS.isdisjoint(meant):
            return True
        numbers = {key for key in meant if _is_number(key)}
        return bool(numbers) and not numbers & set(noted) and any(_is_number(key) for key in noted)

    def _is_same(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Return whether two runs are the same words, joined or contracted in another way: "health care"."""
        own, other = self._words.keys[slice(*ours)], self._keys(theirs)
        if not other:
            return False
        if _joined(own) == _joined(other):
            return True
        if len(own) != len(other):
            return False
        if len(own) == 1 and ours[0] in self._words.bracketed and not _is_number(own[0]):
            # "Want[ed]" for "wants".
            return own[0][:_STEM_CHARS] == other[0][:_STEM_CHARS] and len(other[0]) >= _STEM_CHARS
        return all(a == b or _is_contraction(a, b) or _is_contraction(b, a) for a, b in zip(own, other, strict=True))

    def _keys(self, theirs: tuple[int, int]) -> list[str]:
        return [self._sources.key(word) for word in range(*theirs)]


def _joined(keys: Sequence[str]) -> str:
    return "".join(keys).replace("'", "")


def _likeness(own: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of some words has another form, or is another number, in the words in their place."""
    lemmas = {cue_lemma(key) for key in other if key.isalpha()}
    has_number = any(_is_number(key) for key in other)
    alike = sum(
        _OTHER_NUMBER * has_number if _is_number(key) else _SAME_LEMMA * (cue_lemma(key) in lemmas) for key in own
    )
    return alike / len(own)


def _is_contraction(short: str, full: str) -> bool:
    return any(full in words for words in _CONTRACTED.get(short, ()))


def _is_number(key: str) -> bool:
    return key.startswith("#") and key != "#1"
