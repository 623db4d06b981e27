"""Those who hear or are told something."""

from __future__ import annotations

import pytest

from quotekit.attributions.draft import Draft
from quotekit.attributions.hearers import drop_hearers, resume_heard_subjects
from tests.helpers import drafts_of, ruled
from tests.markup import parse

EMPTIED = {
    "heard that": "{s The court} {c heard} {t that it rained}.",
    "heard": "{s The court} {c heard} {t the dam was shut}.",
    "heard whether": "{s The court} {c heard} {t how to shut it}.",
    "heard a short form": "{s The court} {c heard} {t he’s late}.",
    "heard words": "{s The court} {c heard} {t a “farce”}.",
    "heard what may be": "{s The court} {c heard} {t it may rain in May}.",
    "heard in a headline": "{s Court} {c Hears} {t Dam May Be Unsafe}.",
    "heard in capitals": "{s COURT} {c HEARS} {t DAM MAY BURST}.",
    "heard a question": "{s The court} {c heard}: {t Will it hold?}",
    "heard of somebody": "{s The court} {c heard} {t Ahmed was late}.",
    "were told": "{s They} {c were told} {t the dam is shut}.",
    "had been told": "{s They} {c had been told} {t to wait}.",
}
DROPPED = {
    "a case": "{s The court} {c heard} {t the case in June}.",
    "a case in May": "{s The court} {c heard} {t the case in May}.",
    "a case on a day of May": "{s The court} {c heard} {t the case on May 3}.",
    "somebody's case": "{s The court} {c heard} {t Ahmed Rask and Will Dray}.",
    "cases": "{s Judges} {c have heard} {t both sides}.",
}
KEPT = {
    "said": "{s The court} {c said} {t that it rained}.",
    "I": "{s I} {c heard} {t that it rained}.",
    "you": "{s You} {c were told} {t that it rained}.",
    "is heard": "{s The court} {c was heard} {t that it rained}.",
    "heard before": "{t That it rained}, {s the court} {c heard}.",
    "hearer behind": "{c Heard} by {s the court}: {t that it rained}.",
    "told": "{s They} {c told} {t that it rained}.",
    "being told by": "{s They} {c were told by} {t that it rained}.",
    "was telling": "{s She} {c was telling} {t that it rained}.",
    "is assured of": "{s She} {c was assured of} {t a seat}.",
    "was asked out": "{s She} {c was liked} {t that it rained}.",
    "no content": "{s The court} {c heard}.",
    "no source": "{c Heard}: {t the case}.",
}
#: The second verb has the source of the first, and should have the subject of what was heard.
RESUMED = {
    "he": ("{s The court} {c heard} {t he left} but {c2 told} them {t2 so}.", "he"),
    "that she": ("{s The court} {c heard} {t that she left} but {c2 told} them {t2 so}.", "she"),
    "a name": ("{s The court} {c heard} {t Mr. Carl Dray left} but {c2 told} them {t2 so}.", "Mr. Carl Dray"),
    "a description": ("{s The court} {c heard} {t an old sailor left} but {c2 told} them {t2 so}.", "an old sailor"),
    "a small name": ("{s The court} {c heard} {t The sailor left} but {c2 told} them {t2 so}.", "The sailor"),
    "were told": ("{s They} {c were told} {t that Dray left} but {c2 knew} {t2 so}.", "Dray"),
}
NOT_RESUMED = {
    "nothing heard": "{s The court} {c said} {t he left} but {c2 told} them {t2 so}.",
    "no subject": "{s The court} {c heard} {t “no”} but {c2 told} them {t2 so}.",
    "no noun": "{s The court} {c heard} {t the of it} but {c2 told} them {t2 so}.",
    "before": "{c2 Told} {t2 so}, {s the court} {c heard} {t he left}.",
    "subject behind the verb": "{s The court} {c heard} {c2 told} {t2 them}, {t he left}.",
}


def _sharing_source(markup: str) -> list[Draft]:
    """Return the drafts of a text, the second with the source of the first."""
    drafts = drafts_of(parse(markup))
    return [drafts[0], *(Draft(one.content, one.cue, drafts[0].source) for one in drafts[1:])]


class TestDropHearers:
    """drop_hearers()."""

    @pytest.mark.parametrize("markup", EMPTIED.values(), ids=EMPTIED)
    def test_emptied(self, markup: str) -> None:
        """Whoever hears something is not its source."""
        [draft] = drafts_of(parse(markup))

        assert [Draft(draft.content, draft.cue)] == ruled(drop_hearers, markup)

    @pytest.mark.parametrize("markup", DROPPED.values(), ids=DROPPED)
    def test_dropped(self, markup: str) -> None:
        """Where a thing is heard, nothing is said."""
        assert [] == ruled(drop_hearers, markup)

    @pytest.mark.parametrize("markup", KEPT.values(), ids=KEPT)
    def test_kept(self, markup: str) -> None:
        """Whoever says something stays its source."""
        assert drafts_of(parse(markup)) == ruled(drop_hearers, markup)


class TestResumeHeardSubjects:
    """resume_heard_subjects()."""

    @pytest.mark.parametrize(("markup", "source"), RESUMED.values(), ids=RESUMED)
    def test_resumed(self, markup: str, source: str) -> None:
        """A later verb has the subject of what was heard."""
        [first, second] = ruled(lambda context, _: resume_heard_subjects(context, _sharing_source(markup)), markup)

        assert _sharing_source(markup)[0] == first
        assert source == second.source.text

    @pytest.mark.parametrize("markup", NOT_RESUMED.values(), ids=NOT_RESUMED)
    def test_others(self, markup: str) -> None:
        """Other drafts stay as they are."""
        expected = _sharing_source(markup)

        assert expected == ruled(lambda context, _: resume_heard_subjects(context, expected), markup)
