"""
Find patterns whose matching can take more than linear time, by their structure: nothing is timed.

A pattern is read as an automaton. It backtracks if one string, the *pump*, leads from one loop back to itself, from
this loop to another, and from the other back to itself: then each repetition of the pump may belong to either loop,
and all ways are tried before the match fails. For a pattern that is searched, the places where a match may begin are
the first loop. Conditions on more than one character are not understood; where one matters, give the repeat a limit.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import attrs

from tests.pattern_elements import (
    REPEATS,
    SINGLE,
    frozen,
    is_optional,
    matches,
    named_by,
    parts_of,
    sets_in,
    single_end,
    sre,
    sre_parser,
    unlimited_in,
)

__all__ = ["Automaton", "find_pump"]

#: Characters that every pattern is tried with, beside those that it names.
_COMMON = "aZé漢0_ \n\t\u00a0\u2028.,:!-–'’\"”([#*@/|<\0😀e\u0301"
#: Repeats with a limit stand for so many copies at most: more would only make the automaton larger.
_MAX_COPIES = 2
_NOTHING = -1


@attrs.frozen
class Guard:
    """A condition on one neighbouring character; the end of the text counts as ``_NOTHING``."""

    is_behind: bool
    allowed: frozenset[int]

    def holds(self, before: int, after: int) -> bool:
        """Return whether the condition holds between two characters."""
        return (before if self.is_behind else after) in self.allowed


@attrs.frozen
class WordEdge:
    """A condition on both neighbouring characters: exactly one of them is part of a word, or not exactly one."""

    word: frozenset[int]
    is_edge: bool

    def holds(self, before: int, after: int) -> bool:
        """Return whether the condition holds between two characters."""
        return ((before in self.word) != (after in self.word)) == self.is_edge


@attrs.define
class Node:
    """A state of the automaton: where it goes without a character, and with one."""

    free: list[tuple[Any, int]] = attrs.field(factory=list)
    read: list[tuple[frozenset[int], int]] = attrs.field(factory=list)


class Automaton:
    """A compiled pattern as a graph of nodes; characters are numbers of a small alphabet."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        parsed = sre_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.flags = pattern.flags
        self.alphabet = self._alphabet(parsed)
        self.every = frozenset(range(len(self.alphabet)))
        self.nodes: list[Node] = []
        self.nested: list[str] = []
        self._steps: dict[int, dict[int, list[tuple[tuple[Any, ...], int]]]] = {}
        self._ends: dict[tuple[int, int], bool] = {}
        self._looping: set[int] = set()
        self.start = self._node()
        self.end = self._sequence(parsed, self.start)

    # The alphabet.

    def _alphabet(self, parsed: Any) -> str:
        """Return one character for each set of characters that the pattern cannot tell apart."""
        sets = list(dict.fromkeys(sets_in(parsed)))
        seen = {c for kind, value in sets for c in named_by(kind, value)}
        folded = (
            {f for c in seen for f in (c.lower(), c.upper()) if len(f) == 1} if self.flags & re.IGNORECASE else set()
        )
        chars = sorted({*seen, *folded, *_COMMON})
        classes: dict[tuple[bool, ...], str] = {}
        for char in chars:
            signature = (*(self._is_in(kind, value, char) for kind, value in sets), re.match(r"\w", char) is not None)
            classes.setdefault((*signature, char == "\n"), char)
        return "".join(classes.values())

    def _is_in(self, kind: Any, value: Any, char: str) -> bool:
        """Return whether one element of a pattern matches a character."""
        forms = {char}
        if self.flags & re.IGNORECASE:
            forms |= {char.lower(), char.upper()}
        return any(matches(kind, value, form, self.flags) for form in forms)

    def _set(self, kind: Any, value: Any) -> frozenset[int]:
        return frozenset(i for i, char in enumerate(self.alphabet) if self._is_in(kind, value, char))

    # The graph.

    def _node(self) -> int:
        self.nodes.append(Node())
        return len(self.nodes) - 1

    def _sequence(self, parsed: Any, at: int) -> int:
        for kind, value in parsed:
            at = self._element(kind, value, at)
        return at

    def _element(self, kind: Any, value: Any, at: int) -> int:
        """Add one element behind a node, and return the node behind it."""
        if kind in SINGLE:
            return self._reading(self._set(kind, frozen(value)), at)
        if kind in REPEATS:
            return self._repeat(*value, at)
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            return self._look(*value, at, is_positive=kind is sre.ASSERT)
        if kind is sre.AT:
            return self._place(value, at)
        # What a reference to a group matches is not known.
        parts = parts_of(kind, value)
        return self._either(parts, at) if parts else at

    def _reading(self, chars: frozenset[int], at: int) -> int:
        after = self._node()
        self.nodes[at].read.append((chars, after))
        return after

    def _free(self, at: int, after: int, guard: Any = None) -> int:
        self.nodes[at].free.append((guard, after))
        return after

    def _either(self, branches: Sequence[Any], at: int) -> int:
        after = self._node()
        for branch in branches:
            self._free(self._sequence(branch, self._free(at, self._node())), after)
        return after

    def _repeat(self, least: int, most: int, body: Any, at: int) -> int:
        """Add copies of a repeated element, and a loop if it has no limit."""
        for _ in range(min(least, _MAX_COPIES)):
            at = self._sequence(body, at)
        if most == sre.MAXREPEAT:
            if any(True for _ in unlimited_in(body)) and self._is_ambiguous(body):
                self.nested.append(str(body))
            entry = self._free(at, self._node())
            self._free(self._sequence(body, entry), entry)
            self._looping.update(range(entry, len(self.nodes)))
            return self._free(entry, self._node())
        after = self._node()
        self._free(at, after)
        for _ in range(min(most - least, _MAX_COPIES)):
            at = self._sequence(body, at)
            self._free(at, after)
        return after

    @staticmethod
    def _is_ambiguous(body: Any) -> bool:
        """Return whether an element is nothing but a repeat without limit, perhaps beside what may be left out."""
        needed = [(kind, value) for kind, value in body if not is_optional(kind, value)]
        while len(needed) == 1 and needed[0][0] is sre.SUBPATTERN:
            needed = [(kind, value) for kind, value in needed[0][1][3] if not is_optional(kind, value)]
        return not needed or (len(needed) == 1 and needed[0][0] in REPEATS and needed[0][1][1] == sre.MAXREPEAT)

    def _look(self, direction: int, body: Any, at: int, *, is_positive: bool) -> int:
        """Add a look ahead or behind: a condition if one character decides; what it reads is a way that ends there."""
        single = single_end(body, last=direction < 0)
        is_exact = single is not None and len(body) == 1
        if direction > 0 and not is_exact:
            self._sequence(body, self._free(at, self._node()))
        if single is None or not (is_exact or is_positive):
            return at
        chars = self._set(single[0], frozen(single[1]))
        allowed = chars if is_positive else frozenset((*self.every - chars, _NOTHING))
        return self._free(at, self._node(), Guard(direction < 0, allowed))

    def _place(self, place: Any, at: int) -> int:
        """Add the beginning or end of a line, text or word."""
        line = frozenset({self.alphabet.find("\n"), _NOTHING})
        several = bool(self.flags & re.MULTILINE)
        only = frozenset({_NOTHING})
        word = self._set(sre.IN, ((sre.CATEGORY, sre.CATEGORY_WORD),))
        guards = {
            sre.AT_BEGINNING: Guard(True, line if several else only),  # noqa: FBT003
            sre.AT_BEGINNING_STRING: Guard(True, only),  # noqa: FBT003
            sre.AT_END: Guard(False, line),  # noqa: FBT003
            sre.AT_END_STRING: Guard(False, only),  # noqa: FBT003
            sre.AT_BOUNDARY: WordEdge(word, is_edge=True),
            sre.AT_NON_BOUNDARY: WordEdge(word, is_edge=False),
        }
        return self._free(at, self._node(), guards[place])

    # Questions.

    def _ways(self, node: int) -> dict[int, list[tuple[tuple[Any, ...], int]]]:
        """Return for each character where it leads from a node, and under which conditions."""
        if node not in self._steps:
            ways: dict[int, list[tuple[tuple[Any, ...], int]]] = {}
            for guards, there in self._closure(node):
                for chars, after in self.nodes[there].read:
                    for char in chars:
                        ways.setdefault(char, []).append((guards, after))
            self._steps[node] = ways
        return self._steps[node]

    def _closure(self, node: int) -> list[tuple[tuple[Any, ...], int]]:
        """Return what a node leads to without a character, with the conditions on the way."""
        found: dict[tuple[tuple[Any, ...], int], None] = {((), node): None}
        queue = [((), node)]
        while queue:
            guards, at = queue.pop()
            for guard, after in self.nodes[at].free:
                held = guards if guard is None or guard in guards else (*guards, guard)
                if (held, after) not in found and len(held) < 6:
                    found[held, after] = None
                    queue.append((held, after))
        return list(found)

    def step(self, node: int, before: int, char: int) -> Iterator[int]:
        """Yield the nodes that a character leads to."""
        for guards, after in self._ways(node).get(char, ()):
            if all(guard.holds(before, char) for guard in guards):
                yield after

    @cached_property
    def loops(self) -> list[int]:
        """The nodes inside repeats without limit that a character leads to."""
        return [node for node in self._reached if node in self._looping]

    @cached_property
    def _reached(self) -> list[int]:
        seen, queue = {self.start}, [self.start]
        while queue:
            for ways in self._ways(queue.pop()).values():
                fresh = {after for _, after in ways} - seen
                seen |= fresh
                queue += fresh
        return sorted(seen)

    def _always_ends(self, loop: int, before: int) -> bool:
        if (loop, before) not in self._ends:
            self._ends[loop, before] = self.always_ends(loop, before)
        return self._ends[loop, before]

    def always_ends(self, loop: int, before: int) -> bool:
        """Return whether the match can end behind a loop whatever follows, unless the loop goes on."""
        closure = [guards for guards, there in self._closure(loop) if there == self.end]
        inside = set(self.loops)
        for char in (_NOTHING, *self.every):
            ends = any(all(guard.holds(before, char) for guard in guards) for guards in closure)
            if not ends and not (char >= 0 and any(after in inside for after in self.step(loop, before, char))):
                return False
        return True

    def pump(self, first: int | None, second: int) -> str | None:
        """
        Return a string that leads from *first* to itself and to *second*, and from *second* to itself, if any.

        Where the match can end at some point of the pump whatever follows, it does: then nothing is tried again.
        """
        origin = self.start if first is None else first
        for last in sorted({self._alike[char] for char in self._read_into[second]}):
            if not self._always_ends(second, last):
                found = self._pump_after(last, first, origin, second)
                if found is not None:
                    return found
        return None

    @cached_property
    def _alike(self) -> list[int]:
        """For each character, the first one that all conditions on the character before take for the same."""
        guards = {guard for node in self.nodes for guard, _ in node.free if guard is not None}
        sets = [guard.word if isinstance(guard, WordEdge) else guard.allowed for guard in guards]
        first: dict[tuple[bool, ...], int] = {}
        return [first.setdefault(tuple(char in chars for chars in sets), char) for char in sorted(self.every)]

    @cached_property
    def _read_into(self) -> dict[int, set[int]]:
        """The characters that lead to each node."""
        found: dict[int, set[int]] = {}
        for node in self._reached:
            for char, ways in self._ways(node).items():
                for _, after in ways:
                    found.setdefault(after, set()).add(char)
        return found

    def _pump_after(self, last: int, first: int | None, origin: int, second: int) -> str | None:
        begin = (origin, origin, second, last)
        came: dict[tuple[int, int, int, int], tuple[Any, int]] = {}
        queue = deque([begin])
        while queue:
            state = queue.popleft()
            one, middle, two, before = state
            for char in self._ways(two):
                for after_two in self.step(two, before, char):
                    if after_two not in self._loop_set or self._always_ends(after_two, char):
                        continue
                    ones = (
                        (origin,) if first is None else [n for n in self.step(one, before, char) if n in self._loop_set]
                    )
                    for after_one in ones:
                        for after_middle in self.step(middle, before, char):
                            reached = (after_one, after_middle, after_two, self._alike[char])
                            if reached in came:
                                continue
                            came[reached] = (state, char)
                            if reached == (origin, second, second, last):
                                return self._string(came, begin, reached)
                            queue.append(reached)
        return None

    @cached_property
    def _loop_set(self) -> frozenset[int]:
        return frozenset(self.loops)

    def _string(self, came: dict[Any, tuple[Any, int]], begin: Any, state: Any) -> str:
        chars: list[str] = []
        while True:
            state, char = came[state]
            chars.append(self.alphabet[char])
            if state == begin:
                return "".join(reversed(chars))


def find_pump(pattern: re.Pattern[str], *, is_searched: bool = True) -> str | None:
    """
    Find a string whose repetition makes a pattern backtrack in more than linear time.

    Args:
        pattern: The pattern.

        is_searched: Whether a match is looked for anywhere in a text, not only at one place.

    Returns:
        The string; None if there is none.
    """
    automaton = Automaton(pattern)
    if automaton.nested:
        return f"nested repeats: {automaton.nested[0]}"
    for second in automaton.loops:
        for first in (*([None] if is_searched else []), *automaton.loops):
            if first == second:
                continue
            pump = automaton.pump(first, second)
            if pump:
                return pump
    return None
