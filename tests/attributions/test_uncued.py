"""Quotations without a cue that go on with the statement before them."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given

from quotekit.attributions.uncued import attach_uncued_quotations
from quotekit.tagger.session import Config
from quotekit.text import pair_marks
from tests.found import tagged
from tests.strategies import marked_texts

CONFIG = Config("test", 254, 48, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.4, {})
SAID = ("Ito", "said", "“It works,”")
SAYS = ("Ito", "says", "that it works")


def taken(text: str, *parts: tuple[str, str, str]) -> list[str]:
    """What each of the attributions says in the end, its pieces behind bars."""
    found = [tagged(text, *p) for p in parts]
    after = attach_uncued_quotations(text, found, pair_marks(text), CONFIG)
    return ["|".join(p.text for p in t.content) for t in after]


TAKEN = [
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


class TestTakeFollowingQuotations:
    """attach_uncued_quotations()."""

    @pytest.mark.parametrize("text", TAKEN)
    def test_gives_them_to_who_spoke(self, text: str) -> None:
        """A whole sentence behind the statement is the speaker's, too."""
        first, second = [text[q.start : q.end] for q in pair_marks(text)]

        assert taken(text, ("Ito", "said", first)) == [f"{first}|{second}"]

    @pytest.mark.parametrize("text", LEFT)
    def test_leaves_others_alone(self, text: str) -> None:
        """What may be another's, or no sentence at all, stays where it was."""
        assert taken(text, SAID) == ["“It works,”"]

    def test_one_after_another(self) -> None:
        """Quotations in a row are all the same person's."""
        text = "“It works,” Ito said. “We tried it.” “Berg tried it.” It rained."

        assert taken(text, SAID) == ["“It works,”|“We tried it.”|“Berg tried it.”"]

    def test_what_is_claimed(self) -> None:
        """What another attribution says, or tells of, is nobody else's, unless it is most unlikely."""
        text = "“It works,” Ito said. “We tried it.” It rained."
        said, other = tagged(text, *SAID), tagged(text, "", "", "“We tried it.”")
        unlikely = attrs.evolve(other, confidence=0.1)

        assert attach_uncued_quotations(text, [said, other], pair_marks(text), CONFIG) == [said, other]
        longer, same = attach_uncued_quotations(text, [said, unlikely], pair_marks(text), CONFIG)
        assert ([*longer.content], same) == ([*said.content, *other.content], unlikely)

    def test_two_speakers(self) -> None:
        """Where two people speak in one sentence nobody gets it; a relative clause tells of the one before."""
        two = "“It works,” Ito said, but Berg said that it leaks. “We tried it.”"
        who = "“It works,” said Ito, who called it new. “We tried it.”"

        assert taken(two, SAID, ("Berg", "said that", "it leaks")) == ["“It works,”", "it leaks"]
        assert taken(who, SAID, ("who", "called", "it new")) == ["“It works,”|“We tried it.”", "it new"]

    def test_what_is_no_speech(self) -> None:
        """Whoever hopes need not speak: the quotation is his if nothing comes behind it in the paragraph."""
        hope = ("Ito", "hopes", "it works")

        assert taken("Ito hopes it works. “We tried it.” It rained.", hope) == ["it works"]
        assert taken("Ito hopes it works. “We tried it.”\n\nIt rained.", hope) == ["it works|“We tried it.”"]
        assert taken("Ito says that it works. “We tried it.” It rained.", SAYS) == ["that it works|“We tried it.”"]

    def test_no_source(self) -> None:
        """A statement of nobody's, or one that is not given out, is not gone on with."""
        text = "“It works,” it was said. “We tried it.”"
        unlikely = attrs.evolve(tagged(text, "it", "said", "“It works,”"), confidence=0.3)

        assert taken(text, ("", "said", "“It works,”")) == ["“It works,”"]
        assert attach_uncued_quotations(text, [unlikely], pair_marks(text), CONFIG) == [unlikely]

    @given(marked_texts())
    def test_any_text(self, text: str) -> None:
        """Contents only grow, by whole quotations, and their pieces stay apart and in order."""
        text = f"Ito said it. {text}"
        own = tagged(text, "Ito", "said", "it.")
        (after,) = attach_uncued_quotations(text, [own], pair_marks(text), CONFIG)
        first, *others = [(p.start, p.end) for p in after.content]

        assert first == (9, 12)
        assert [b for b in others if b not in {(q.start, q.end) for q in pair_marks(text)}] == []
        assert [(a, b) for a, b in pairwise([first, *others]) if a[1] > b[0]] == []
