"""Classes of verbs of saying and thinking."""

from __future__ import annotations

from typing import get_args

import pytest

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.verb_classes import OF_SPEECH, SayingKind, is_adverb, is_reporting_verb, saying_kind


class TestSayingKind:
    """saying_kind()."""

    @pytest.mark.parametrize(
        ("verb", "kind"),
        [
            ("say", "stating"),
            ("ask", "asking"),
            ("deny", "denying"),
            ("believe", "thinking"),
            ("write", "writing"),
            ("retweet", "posting"),
            ("praise", "judging"),
            ("urge", "ordering"),
            ("vow", "promising"),
            ("rain", None),
            ("", None),
            (None, None),
        ],
        ids=str,
    )
    def test_kind(self, verb: str | None, kind: str | None) -> None:
        """A verb in the list has one kind, any other word none."""
        assert kind == saying_kind(verb)

    def test_list(self) -> None:
        """Every line of the list is a verb in dictionary form and one of the kinds, and none has two."""
        pairs = sorted(tuple(line.split(" ")) for line in load_words("saying_verbs"))

        assert pairs == [(cue_lemma(f"she {verb}"), saying_kind(verb)) for verb, _ in pairs]
        assert set(get_args(SayingKind)) == {kind for _, kind in pairs}

    def test_of_speech(self) -> None:
        """All kinds are of speech but those of thinking and judging."""
        assert set(get_args(SayingKind)) - {"judging", "thinking"} == OF_SPEECH


class TestIsAdverb:
    """is_adverb()."""

    @pytest.mark.parametrize(
        ("word", "expected"), [("strongly", True), ("reply", False), ("fly", False), ("soon", False), ("", False)]
    )
    def test_adverb(self, word: str, expected: bool) -> None:  # noqa: FBT001
        """A word in -ly is an adverb, except for verbs of saying and very short words."""
        assert expected is is_adverb(word)


class TestIsReportingVerb:
    """is_reporting_verb()."""

    @pytest.mark.parametrize(
        ("verb", "expected"),
        [("say", True), ("write", True), ("tweet", False), ("rain", False), (None, False)],
        ids=str,
    )
    def test_verb(self, verb: str | None, expected: bool) -> None:  # noqa: FBT001
        """Verbs of stating and writing report."""
        assert expected is is_reporting_verb(verb)
