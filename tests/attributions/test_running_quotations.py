"""Running quotations, whose paragraphs are one statement."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.running_quotations import join_running_quotations
from quotekit.records import Spans
from tests.helpers import context_of, drafts_of
from tests.markup import parse
from tests.strategies import marked_texts, spans

#: What the model finds, and what is made of it.
JOINED = [
    pytest.param(
        "{s Ada Brook} {c said}: {t “It rained.}\n\n{t2 “It poured.}\n\n“It stopped.”",
        "{s Ada Brook} {c said}: {t “It rained.}\n\n{t “It poured.}\n\n{t “It stopped.”}",
        id="cue before",
    ),
    pytest.param(
        "{t “Lagos is dry,”} {s Obi} {c said}. {t “It rained.\n\n“It poured.”}\n\n{t2 It} {s2 Roe} {c2 said}.",
        "{t “Lagos is dry,”} {s Obi} {c said}. {t “It rained.}\n\n{t “It poured.”}\n\n{t2 It} {s2 Roe} {c2 said}.",
        id="cue inside, one span over two paragraphs",
    ),
    pytest.param(
        "{t2 “It rained.}\n\n“It poured.\n\n{t “It stopped,”} {s the warden} {c told} us.",
        "{t “It rained.}\n\n{t “It poured.}\n\n{t “It stopped,”} {s the warden} {c told} us.",
        id="cue behind",
    ),
    pytest.param(
        '{t2 "It rained.}\n\n{t "It poured,"} {s Obi} {c said}. {t "It stopped.}\n\n"It is dry."',
        '{t "It rained.}\n\n{t "It poured,"} {s Obi} {c said}. {t "It stopped.}\n\n{t "It is dry."}',
        id="cue between two",
    ),
    pytest.param(
        "Ada Brook rose.\n\n{t «It rained.}\n\n{t2 «It poured.»}",
        "Ada Brook rose.\n\n{t «It rained.}\n\n{t «It poured.»}",
        id="no cue",
    ),
    pytest.param(
        "{s Obi} {c said} {t that it was “wet.\n\n“It poured.”}",
        "{s Obi} {c said} {t that it was “wet.}\n\n{t “It poured.”}",
        id="words before the marks",
    ),
    pytest.param(
        "{s Obi} {c said}: {t “It rained.}\n\n“{s2 Roe} {c2 says} {t2 it pours}.”",
        "{s Obi} {c said}: {t “It rained.}\n\n{t “{s2 Roe} {c2 says} {t2 it pours}.”}",
        id="somebody quoted in it",
    ),
]
LEFT = [
    pytest.param("{s Obi} {c said}: {t “It rained.”}\n\n{t2 “It poured,”} {s2 Roe} {c2 said}.", id="two quotations"),
    pytest.param("{s Obi} {c said}: {t “It rained.}\n\n{t2 “It poured,”} {s2 Roe} {c2 said}.", id="two cues"),
    pytest.param("{t “It rained}, {s Obi} {c said}.\n\n{t2 “It poured,”} {s2 Roe} {c2 said}.", id="a lost mark"),
    pytest.param("{s Obi} {c denied} {t it}: “It rained in all of the country.\n\n“It poured.”", id="nothing of it"),
    pytest.param("{s Obi} {c said} {t no}.\n\nIt rained.\n\n“It poured.”", id="no running quotation"),
]


def joined(marked: str) -> list[Draft]:
    """Return what is made of the drafts that a text marks."""
    article = parse(marked)
    return join_running_quotations(context_of(article.text), drafts_of(article))


class TestJoinRunningQuotations:
    """join_running_quotations()."""

    @pytest.mark.parametrize(("marked", "expected"), JOINED)
    def test_joins_the_paragraphs(self, marked: str, expected: str) -> None:
        """All paragraphs go to the statement with a cue, wherever the cue is, each as a span of its own."""
        after = parse(expected)

        assert after.text == parse(marked).text
        assert drafts_of(after) == joined(marked)

    @pytest.mark.parametrize("marked", LEFT)
    def test_leaves_others_alone(self, marked: str) -> None:
        """What is no running quotation, or is somebody else's, stays as it is."""
        assert drafts_of(parse(marked)) == joined(marked)

    def test_most_confident(self) -> None:
        """Without a cue the most confident draft gets all paragraphs; one below the threshold gets nothing."""
        article = parse("{t “It rained.}\n\n{t2 “It poured.”}")
        first, second = drafts_of(article)
        likely, unlikely = attrs.evolve(second, confidence=0.9), attrs.evolve(first, confidence=0.3)
        whole = Spans([*first.content, *second.content])

        assert [attrs.evolve(likely, content=whole)] == join_running_quotations(
            context_of(article.text), [unlikely, likely]
        )
        assert [unlikely] == join_running_quotations(context_of(article.text), [unlikely])

    @given(st.data())
    def test_any_drafts(self, data: st.DataObject) -> None:
        """Whatever the drafts, each has content afterwards, in order and without overlap."""
        text = data.draw(marked_texts().filter(bool))
        drawn = st.builds(Draft, spans(text, least=1), spans(text, most=1), spans(text, most=1), st.floats(0, 1))
        drafts = in_text_order(data.draw(st.lists(drawn, max_size=4)))

        found = join_running_quotations(context_of(text), drafts)

        assert len(found) <= len(drafts)
        assert all(draft.content for draft in found)
