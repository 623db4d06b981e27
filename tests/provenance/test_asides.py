"""Asides: statements of another occasion."""

from __future__ import annotations

import pytest

from quotekit.provenance.asides import names_other_setting, names_other_time, outside_content
from quotekit.provenance.statements import locate_statements
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts


class TestOutsideContent:
    """outside_content()."""

    @pytest.mark.parametrize(
        ("marked", "expected"),
        [
            ("{t It is late}, {s Holm} {c said} last year. Then she left.", ", Holm said last year. "),
            ("{s Holm} {c said} {t it was late last year}.", "Holm said ."),
        ],
        ids=["next sentence", "content"],
    )
    def test_words(self, marked: str, expected: str) -> None:
        """The words are those of the sentence of the cue, without the content."""
        text, attributions = parse_marked(marked)
        index = TextIndex(text)
        [statement] = locate_statements(index, resolved_drafts(attributions))

        assert expected == "".join(outside_content(index, statement))


class TestNamesOtherTime:
    """names_other_time()."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [("Holm said last year", True), ("In 2015 Holm said", True), ("Holm said on Monday", False)],
        ids=["last year", "year", "day"],
    )
    def test_words(self, words: str, expected: bool) -> None:  # noqa: FBT001
        """A year or an adverb sets a statement apart, and a day does not."""
        assert expected is names_other_time(words)


class TestNamesOtherSetting:
    """names_other_setting()."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Holm said in a written statement", True),
            ("Holm told reporters", True),
            ("At a rally in Bergen, Holm said", True),
            ("Holm said in Bergen", False),
        ],
        ids=["statement", "reporters", "rally", "place"],
    )
    def test_words(self, words: str, expected: bool) -> None:  # noqa: FBT001
        """A way of speaking in public sets a statement apart, and a place does not."""
        assert expected is names_other_setting(words)
