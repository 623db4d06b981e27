"""Link statements to the occasions on which they were made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from quotekit.provenance.occasion_features import OF_OTHERS, Direction, Features, Member, StatementFacts, pair_features
from quotekit.provenance.occasions import Occasion, OccasionKind
from quotekit.provenance.turns import is_turn

__all__ = ["Judge", "link_statements"]

#: Returns the probability that a statement was made on an occasion.
Judge: TypeAlias = Callable[[StatementFacts, Occasion, Features], float]

_MAX_OCCASIONS = 2
_MAX_PARAGRAPHS_APART_TURN = 4
_MIN_PROBABILITY = 0.35


def link_statements(
    facts: Sequence[StatementFacts], occasions: Sequence[Occasion], judge: Judge, threshold: float = _MIN_PROBABILITY
) -> dict[int, Occasion]:
    """
    Link statements to occasions, first onward from each occasion, then back from it.

    Args:
        facts: What is known of the statements, in text order.

        occasions: The occasions in text order.

        judge: Returns the probability that a statement was made on an occasion.

        threshold: The lowest probability of a link.

    Returns:
        The occasions by the numbers of the statements; statements that name an outlet themselves are not linked.
    """
    links: dict[int, Occasion] = {}
    onward = _Pass(occasions, Direction.ONWARD)
    for fact in facts:
        onward.visit(fact, judge, threshold, links)
    back = _Pass(occasions, Direction.BACK)
    for fact in reversed(facts):
        back.visit(fact, judge, threshold, links)
    return links


class _Pass:
    """One pass over the statements of a text, onward or back."""

    def __init__(self, occasions: Sequence[Occasion], direction: Direction) -> None:
        self._direction = direction
        onward = direction is Direction.ONWARD
        self._waiting = list(reversed(occasions)) if onward else list(occasions)
        # The open occasions, the nearest last: by speaker, those of others, and the nearest of all.
        self._by_speaker: dict[str, list[Occasion]] = {}
        self._of_others: Occasion | None = None
        self._nearest: Occasion | None = None
        # Those who have since spoken in another setting.
        self._elsewhere: set[str | None] = set()
        # The nearest member of each open occasion.
        self._members: dict[Occasion, Member] = {}
        # The occasions whose evidence is a statement's own.
        self._shown_by = {occasion.statement: occasion for occasion in occasions if occasion.statement is not None}

    def visit(self, fact: StatementFacts, judge: Judge, threshold: float, links: dict[int, Occasion]) -> None:
        """Open the occasions up to a statement, and link the statement to one of them."""
        self._open(fact)
        number = fact.statement.number
        if fact.is_elsewhere:
            self._elsewhere.add(fact.statement.speaker_key)
        linked = links.get(number, self._shown_by.get(number))
        is_onward = self._direction is Direction.ONWARD
        if linked is None and is_onward and is_turn(fact.statement) and not fact.is_settled:
            linked = self._transcribed(fact)
        if linked is None and not fact.is_settled:
            best = 0.0
            for occasion in self._candidates(fact):
                member = self._members[occasion]
                features = pair_features(fact, occasion, member, self._direction)
                chance = 0.0 if features is None else judge(fact, occasion, features)
                if chance >= threshold and chance > best:
                    best, linked = chance, occasion
        if linked is not None and not fact.is_settled:
            links[number] = linked
        if linked is not None and linked in self._members:
            self._members[linked] = Member.at(fact)

    def _transcribed(self, fact: StatementFacts) -> Occasion | None:
        """Return the interview that a turn of a transcript belongs to; None if none is near."""
        nearest = self._nearest
        if nearest is None or nearest.kind is not OccasionKind.INTERVIEW:
            return None
        apart = abs(fact.statement.paragraph - self._members[nearest].paragraph)
        return nearest if apart <= _MAX_PARAGRAPHS_APART_TURN else None

    def _open(self, fact: StatementFacts) -> None:
        """Open the occasions that are not beyond a statement."""
        while self._waiting and self._reaches(self._waiting[-1], fact):
            occasion = self._waiting.pop()
            self._members[occasion] = Member(occasion.paragraph, fact.rank, None, 0)
            if occasion.is_aside and any(self._by_speaker.get(person) for person in occasion.people):
                continue
            self._nearest = occasion
            self._elsewhere -= occasion.people
            if occasion.kind in OF_OTHERS:
                self._of_others = occasion
            for person in occasion.people:
                known = self._by_speaker.setdefault(person, [])
                known.append(occasion)
                del known[:-_MAX_OCCASIONS]

    def _reaches(self, occasion: Occasion, fact: StatementFacts) -> bool:
        """Return whether an occasion begins before a statement, as seen in the direction of the pass."""
        statement = fact.statement
        if self._direction is Direction.ONWARD:
            return occasion.start <= statement.anchor or occasion.sentence == statement.sentence
        return occasion.start > statement.anchor

    def _candidates(self, fact: StatementFacts) -> Iterator[Occasion]:
        """Yield the open occasions on which a statement may have been made."""
        key = fact.statement.speaker_key
        own = [] if key is None or key in self._elsewhere else self._by_speaker.get(key, [])
        if not fact.is_by_outlet:
            yield from own
        for other in dict.fromkeys((self._of_others, self._nearest)):
            if other is not None and key not in other.people and not fact.is_by_outlet:
                yield other
