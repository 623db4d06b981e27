"""Attributions around an insertion."""

from __future__ import annotations

import pytest

from quotekit.attributions.insertions import cut_at_insertions, name_before_insertions, separate_or_so
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

OR_SO = {
    "or so": ("{t It works, or so} {s Berg} {c claims}.", "{t It works}, {c or so} {s Berg} {c claims}."),
    "in small pieces": (
        "{t It works} and {t it is dry, or so} {s Berg} {c claims}.",
        "{t It works} and {t it is dry}, {c or so} {s Berg} {c claims}.",
    ),
    "a piece of its own": (
        "{t It works}, {t or so} {s Berg} {c claims}.",
        "{t It works}, {c or so} {s Berg} {c claims}.",
    ),
    "after a dash": ("{t It works — or so} {s she} {c says}.", "{t It works} — {c or so} {s she} {c says}."),
}
NO_OR_SO = {
    "a comma": "{t It takes a year or so}, {s Berg} {c claims}.",
    "cue first": "{t It works, or so} {c claims} {s Berg}.",
    "no cue": "{t It works, or so} {s Berg}.",
    "content behind": "Or so {s Berg} {c claims}: {t it works}.",
    "source of something else": "{c Says} or so {s Berg}: {t it works}.",
}
SUBJECTS = {
    "who": (
        "The dockers — {s who are not paid} — {c said} {t it was late}.",
        "{s The dockers} — who are not paid — {c said} {t it was late}.",
    ),
    "with the dash": (
        "The dockers — {s who are not paid —} {c said} {t it was late}.",
        "{s The dockers} — who are not paid — {c said} {t it was late}.",
    ),
    "hyphens": (
        "The dockers -- {s whose pay is late} -- {c said} {t so}.",
        "{s The dockers} -- whose pay is late -- {c said} {t so}.",
    ),
}
NO_SUBJECTS = {
    "no insertion": "The dockers, {s who are not paid}, {c said} {t so}.",
    "no end": "The dockers — {s who are not paid} {c said} {t so}.",
    "no relative clause": "The dockers — {s the union} — {c said} {t so}.",
    "the verb first": "“No,” {c said} the dockers — {s who are not paid} —; {t so}.",
    "no verb": "The dockers — {s who are not paid} —: {t so}.",
    "no subject": "Of late — {s who are not paid} — {c said} {t so}.",
}
CUT = {
    "a dash": (
        "The dockers — {s Berg} {c says} {t they are not paid — went home}.",
        "The dockers — {s Berg} {c says} {t they are not paid} — went home.",
    ),
}
UNCUT = {
    "no dash before": "Then {s Berg} {c says} {t they are not paid — or late}.",
    "no dash inside": "The dockers — {s Berg} {c says} {t they are not paid}.",
    "a quoted dash": "The dockers — {s Berg} {c says} {t “they are not paid — ever”}.",
    "a dash at the start": "The dockers — {s Berg} {c says} {t — they are not paid}.",
    "a list": "— {s Berg} {c says} {t they are not paid — or late}.",
    "content first": "The dockers — {t they are not paid — ever}, {s Berg} {c says}.",
    "source behind": "The dockers — {c says} {s Berg}, {t they are not paid — ever}.",
    "two pieces": "The dockers — {s Berg} {c says} {t they are not paid —} {t went home}.",
}


class TestSeparateOrSo:
    """separate_or_so()."""

    @pytest.mark.parametrize(("markup", "expected"), OR_SO.values(), ids=OR_SO)
    def test_moved(self, markup: str, expected: str) -> None:
        """The words "or so" before a speaker are part of the cue."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(separate_or_so, markup))

    @pytest.mark.parametrize("markup", NO_OR_SO.values(), ids=NO_OR_SO)
    def test_left(self, markup: str) -> None:
        """Elsewhere it stays where it is."""
        assert drafts_of(parse(markup)) == ruled(separate_or_so, markup)


class TestNameBeforeInsertions:
    """name_before_insertions()."""

    @pytest.mark.parametrize(("markup", "expected"), SUBJECTS.values(), ids=SUBJECTS)
    def test_subject(self, markup: str, expected: str) -> None:
        """Whoever is before the dash speaks."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(name_before_insertions, markup))

    @pytest.mark.parametrize("markup", NO_SUBJECTS.values(), ids=NO_SUBJECTS)
    def test_left(self, markup: str) -> None:
        """Other sources stay as they are."""
        assert drafts_of(parse(markup)) == ruled(name_before_insertions, markup)


class TestCutAtInsertions:
    """cut_at_insertions()."""

    @pytest.mark.parametrize(("markup", "expected"), CUT.values(), ids=CUT)
    def test_cut(self, markup: str, expected: str) -> None:
        """A statement in an insertion ends with it."""
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(cut_at_insertions, markup))

    @pytest.mark.parametrize("markup", UNCUT.values(), ids=UNCUT)
    def test_left(self, markup: str) -> None:
        """Other statements stay as they are."""
        assert drafts_of(parse(markup)) == ruled(cut_at_insertions, markup)
