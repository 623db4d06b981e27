"""Which candidates are collected."""

from __future__ import annotations

from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.candidate import Fit, entities_and_speakers_before
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.referents import Named, Reason, Referent, Unresolvable
from quotekit.text import TextIndex

SENTENCE = "He said so. "


class TestEntitiesAndSpeakersBefore:
    """entities_and_speakers_before()."""

    @staticmethod
    def found(speakers: int, named: int, most: int) -> tuple[list[int], int]:
        """Return the numbers of the speakers collected, where one of them has a name, and how many were compared."""
        text = SENTENCE * speakers
        discourse = Discourse(TextIndex(text), (), WeightedChooser())
        compared = []
        for number in range(speakers):
            start = number * len(SENTENCE)
            unknown = Unresolvable(Reason.UNKNOWN_SPEAKER, start)
            referent: Referent = Named(0) if number == named else unknown
            discourse.note(Speech(start, start + 2, referent, None))

        def fit(speech: Speech) -> Fit:
            compared.append(speech)
            return Fit.AGREES

        candidates = entities_and_speakers_before(
            len(text), discourse, fit_of_speech=fit, fit_of_entity=lambda _: None, most=most
        )
        return [one.start // len(SENTENCE) for one in candidates], len(compared)

    def test_few(self) -> None:
        """All speakers are candidates where there are few."""
        assert ([0, 1, 2, 3], 4) == self.found(4, named=1, most=10)

    def test_many(self) -> None:
        """Of many speakers the most recent ones are compared, and each with a name."""
        assert ([2, *range(90, 100)], 11) == self.found(100, named=2, most=10)
        assert ([*range(90, 100)], 10) == self.found(100, named=95, most=10)
