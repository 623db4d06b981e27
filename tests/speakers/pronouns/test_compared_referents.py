"""How many referents are compared for a pronoun."""

from __future__ import annotations

from quotekit.names import find_mentions
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.pronouns import LikeliestChooser
from quotekit.speakers.pronouns.features import referent_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Reason, Referent, Unresolvable
from quotekit.text import TextIndex

SENTENCE = "A guard sat. "


class TestReferentRows:
    """referent_rows()."""

    @staticmethod
    def compared(guards: int) -> list[Referent | None]:
        """Return the referents compared for a pronoun after a name and a number of people without one."""
        text = f"Ida Holm left. {SENTENCE * guards}She smiled."
        index = TextIndex(text)
        discourse = Discourse(index, find_mentions(index), LikeliestChooser())
        starts = [len("Ida Holm left. ") + number * len(SENTENCE) for number in range(guards)]
        unnamed = [Candidate(at, at + 7, Unresolvable(Reason.UNNAMED_CANDIDATE, at)) for at in starts]
        at = text.index("She smiled")
        query = Query.of_pronoun("she", at, at + 3)
        return [*referent_rows(query, feature_rows(query, [Candidate(0, 8, Named(0)), *unnamed], discourse), discourse)]

    def test_few(self) -> None:
        """All referents are compared where there are few, and nobody is."""
        guards = [Unresolvable(Reason.UNNAMED_CANDIDATE, at) for at in (15, 28)]

        assert [Named(0), *guards, None] == self.compared(2)

    def test_many(self) -> None:
        """Of many referents without a name the most recent ones are compared, and each with a name."""
        found = self.compared(30)

        assert [Named(0), None, 12] == [found[0], found[-1], len(found) - 2]
        assert Unresolvable(Reason.UNNAMED_CANDIDATE, 15 + 29 * len(SENTENCE)) == found[-2]
