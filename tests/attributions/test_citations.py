"""What outlets cite, and where."""

from __future__ import annotations

import pytest

from quotekit.attributions.citations import (
    are_in_one_sentence,
    bare_phrase,
    find_citation_next_to,
    find_cited_source,
    find_citing_outlet,
)
from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.helpers import context_of, draft_of


class TestFindCitingOutlet:
    """find_citing_outlet()."""

    @pytest.mark.parametrize(
        ("text", "source", "cue", "expected"),
        [
            ("Kyodo reported it, citing officials.", "Kyodo", "citing", "Kyodo"),
            ("It is shut, said the BBC, which cited officials.", "which", "cited", "It is shut, said the BBC"),
            ("According to Reuters, citing officials, it is shut.", "", "citing", "According to Reuters"),
            ("Ida Holm said so, citing officials.", "Ida Holm", "citing", None),
            ("Kyodo told officials.", "Kyodo", "told", None),
        ],
    )
    def test_end(self, text: str, source: str, cue: str, expected: str | None) -> None:
        """It is where the outlet's name ends; nobody else cites, and nothing else is citing."""
        end = find_citing_outlet(
            context_of(text, find_mentions(TextIndex(text))), draft_of(text, source, cue, "officials")
        )

        assert expected == (None if end is None else text[:end])


class TestFindCitedSource:
    """find_cited_source()."""

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("a ministry source as saying", "a ministry source"),
            ("officials, who left", "officials"),
            ("low growth", None),
            ("officials as saying that it rained", None),
        ],
    )
    def test_source(self, content: str, expected: str | None) -> None:
        """The source is what can be cited, without what follows it."""
        text = f"Kyodo reported it, citing {content}."
        cited = find_cited_source(
            context_of(text, find_mentions(TextIndex(text))), draft_of(text, "Kyodo", "citing", content)
        )

        assert expected == (None if cited is None else text[slice(*cited)])


class TestFindCitationNextTo:
    """find_citation_next_to()."""

    @pytest.mark.parametrize(
        ("text", "source", "expected"),
        [
            ("Kyodo said on Monday, citing two officials. It rained.", "Kyodo", ("citing", "two officials")),
            ("The BBC, which quoted Nora Lind, said it rained.", "The BBC", ("which quoted", "Nora Lind")),
            ("Citing U.S. officials, Kyodo said it rained.", "Kyodo", ("Citing", "U.S. officials")),
            ("Ida Holm said on Monday, citing two officials.", "Ida Holm", None),
            ("Kyodo said it rained.", "Kyodo", None),
        ],
    )
    def test_found(self, text: str, source: str, expected: tuple[str, str] | None) -> None:
        """An outlet's report may have the citation behind its source or verb, or before."""
        draft = draft_of(text, source, "said", "it rained" if "it rained" in text else "Monday")
        found = find_citation_next_to(context_of(text, find_mentions(TextIndex(text))), draft)

        if expected is None or found is None:
            assert expected is found
        else:
            assert text[found[0] :].startswith(expected[0])
            assert expected[1] == text[slice(*found[1])]


class TestBounds:
    """are_in_one_sentence() and bare_phrase()."""

    def test_sentence(self) -> None:
        """Offsets of one sentence are together in any order, unless they are far apart."""
        index = TextIndex("It rained, Mr. Ito said. It snowed. " + "so " * 1000)

        assert are_in_one_sentence(index, 0, 20)
        assert are_in_one_sentence(index, 20, 0)
        assert not are_in_one_sentence(index, 0, 25)
        assert not are_in_one_sentence(index, 40, 1200)

    def test_bare_phrase(self) -> None:
        """A phrase of nothing but its end is none, and neither is a long one."""
        index = TextIndex("officials, who left , ")

        assert (0, 9) == bare_phrase(index, 0, 22)
        assert bare_phrase(index, 19, 22) is None
        assert bare_phrase(TextIndex("a" * 400), 0, 400) is None
