"""Quotations without a cue that continue the statement before them."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given

from quotekit.attributions.uncued_quotations import attach_uncued_quotations
from quotekit.text import pair_marks
from tests.helpers import context_of, draft_of
from tests.strategies import marked_texts

SAID = ("Ito", "said", "“It works,”")
SAYS = ("Ito", "says", "that it works")


def extended(text: str, *parts: tuple[str, str, str]) -> list[str]:
    """Return the content of each draft in the end, bars between its pieces."""
    drafts = [draft_of(text, *part) for part in parts]
    after = attach_uncued_quotations(context_of(text), drafts)
    return ["|".join(piece.text for piece in draft.content) for draft in after]


CONTINUED = [
    pytest.param("“It works,” Ito said. “We tried it.” Then it rained.", id="one sentence"),
    pytest.param("“It works,” Ito said, as she rose. “We tried it!”", id="a clause between"),
    pytest.param("“It works,” Ito said. “We tried it.”\nIt rained.", id="before the next line"),
    pytest.param("«It works,» Ito said. «We tried it.» Then it rained.", id="guillemets"),
]
LEFT = [
    pytest.param("“It works,” Ito said. “We tried it,” Berg said.", id="somebody behind"),
    pytest.param("“It works,” Ito said. “We tried it.” said Berg.", id="a clause behind"),
    pytest.param("“It works,” Ito said. “Who tried it?” Berg asked.", id="somebody who asks"),
    pytest.param("“It works,” Ito said.\n\n“We tried it.”", id="next paragraph"),
    pytest.param("“It works,” Ito said. Berg rose. “We tried it.”", id="a sentence between"),
    pytest.param("“It works,” Ito said. Berg: “We tried it.”", id="a colon before"),
    pytest.param("“It works,” Ito said of “the lift” at last. “We tried it.”", id="other marks between"),
    pytest.param("“It works,” Ito said. “The lift” was closed.", id="no sentence"),
    pytest.param("“It works,” Ito said. “Yes. No.”", id="two words"),
    pytest.param("“It works,” Ito said. “... tried it.”", id="in lower case"),
    pytest.param("“It works,” Ito said. “We tried it.", id="never closed"),
]


class TestAttachUncuedQuotations:
    """attach_uncued_quotations()."""

    @pytest.mark.parametrize("text", CONTINUED)
    def test_attaches_them_to_the_statement(self, text: str) -> None:
        """A whole quoted sentence behind a statement is the same speaker's."""
        first, second = [text[q.start : q.end] for q in pair_marks(text)]

        assert [f"{first}|{second}"] == extended(text, ("Ito", "said", first))

    @pytest.mark.parametrize("text", LEFT)
    def test_leaves_others_alone(self, text: str) -> None:
        """What may be somebody else's, or no sentence at all, is attached to nothing."""
        assert ["“It works,”"] == extended(text, SAID)

    def test_one_after_another(self) -> None:
        """Quotations in a row are all the same person's."""
        text = "“It works,” Ito said. “We tried it.” “Berg tried it.” It rained."

        assert ["“It works,”|“We tried it.”|“Berg tried it.”"] == extended(text, SAID)

    def test_what_is_claimed(self) -> None:
        """What another draft claims is nobody else's, unless that draft is most unlikely."""
        text = "“It works,” Ito said. “We tried it.” It rained."
        said, other = draft_of(text, *SAID), draft_of(text, "", "", "“We tried it.”")
        unlikely = attrs.evolve(other, confidence=0.1)

        assert [said, other] == attach_uncued_quotations(context_of(text), [said, other])
        longer, same = attach_uncued_quotations(context_of(text), [said, unlikely])
        assert ([*said.content, *other.content], unlikely) == ([*longer.content], same)

    def test_two_speakers(self) -> None:
        """Where two people speak in one sentence nobody gets it; a relative pronoun is the one before."""
        two = "“It works,” Ito said, but Berg said that it leaks. “We tried it.”"
        who = "“It works,” said Ito, who called it new. “We tried it.”"

        assert ["“It works,”", "it leaks"] == extended(two, SAID, ("Berg", "said that", "it leaks"))
        assert ["“It works,”|“We tried it.”", "it new"] == extended(who, SAID, ("who", "called", "it new"))

    def test_what_is_no_speech(self) -> None:
        """Somebody who hopes need not speak: the quotation is theirs if nothing follows it in the paragraph."""
        hope = ("Ito", "hopes", "it works")

        assert ["it works"] == extended("Ito hopes it works. “We tried it.” It rained.", hope)
        assert ["it works|“We tried it.”"] == extended("Ito hopes it works. “We tried it.”\n\nIt rained.", hope)
        assert ["that it works|“We tried it.”"] == extended("Ito says that it works. “We tried it.” It rained.", SAYS)

    def test_no_source(self) -> None:
        """A statement without a source, or one below the threshold, is not continued."""
        text = "“It works,” it was said. “We tried it.”"
        unlikely = attrs.evolve(draft_of(text, "it", "said", "“It works,”"), confidence=0.3)

        assert ["“It works,”"] == extended(text, ("", "said", "“It works,”"))
        assert [unlikely] == attach_uncued_quotations(context_of(text), [unlikely])

    @given(marked_texts())
    def test_any_text(self, text: str) -> None:
        """Contents only grow, by whole quotations, and their pieces stay apart and in order."""
        text = f"Ito said it. {text}"
        own = draft_of(text, "Ito", "said", "it.")
        (after,) = attach_uncued_quotations(context_of(text), [own])
        first, *others = [(p.start, p.end) for p in after.content]

        assert (9, 12) == first
        assert [] == [b for b in others if b not in {(q.start, q.end) for q in pair_marks(text)}]
        assert [] == [(a, b) for a, b in pairwise([first, *others]) if a[1] > b[0]]
