"""Subjects and clauses by their position next to a verb."""

from __future__ import annotations

import pytest

from quotekit.attributions.subjects import (
    find_clause_after,
    find_clause_before,
    find_subject,
    is_somebody,
    strip_full_stop,
)
from quotekit.text import TextIndex
from tests.markup import parse

#: Texts with a verb, marked as a cue, and its subject, marked as a source.
SUBJECTS = {
    "a name": "{s Mary Lowe} {c was quoted}.",
    "a pronoun": "Then {s she} {c was quoted}.",
    "an apposition": "In May, {s Mary Lowe, the mayor,|} {c was quoted}.",
    "after a comma": "It rained, {s Mary Lowe} {c was quoted}.",
    "after a semicolon": "It rained; {s the mayor} {c was quoted}.",
    "after a dash": "It rained — {s the mayor} {c was quoted}.",
    "after hyphens": "It rained -- {s the mayor} {c was quoted}.",
    "after a quotation": "“Rain” {s the mayor} {c was quoted}.",
    "after but": "It rained but {s the mayor} {c was quoted}.",
    "after and": "It rained and {s he} {c was quoted}.",
    "and in a name": "{s Mary Lowe and Bo Ash} {c were quoted}.",
    "after a subordinator": "It rained when {s the mayor} {c was quoted}.",
    "who": "They met the mayor {s who} {c was quoted}.",
    "which": "They met a union, {s which} {c was quoted}.",
    "after a verb of saying": "Police said {s the driver} {c was quoted}.",
    "a noun of saying": "{s The claims of Mary Lowe} {c were quoted}.",
    "a determiner before": "{s Her reports} {c were quoted}.",
    "after a preposition": "In Oslo {s the mayor} {c was quoted}.",
    "a title after a preposition": "In May {s the mayor Mary Lowe} {c was quoted}.",
    "a name after a preposition": "At noon {s Mary Lowe} {c was quoted}.",
    "a name after a date": "On Monday {s Mary Lowe} {c was quoted}.",
    "a name after a month": "In early May {s Mary Lowe} {c was quoted}.",
    "a name after a year": "In 2020 {s Mary Lowe} {c was quoted}.",
    "a name after a place": "In New York {s Mary Lowe} {c was quoted}.",
    "a name after a noun": "At the harbour {s Mary Lowe} {c was quoted}.",
    "a foreign name after a preposition": "At noon {s Émile Roy} {c was quoted}.",
    "a pronoun after a preposition": "At noon {s she} {c was quoted}.",
    "with a phrase of its own": "At noon {s the owner of the mill} {c was quoted}.",
    "with a place of its own": "In May {s the mayor of Oslo} {c was quoted}.",
    "after several prepositions": "Under the rules of the council in May {s Ida Holm} {c was quoted}.",
    "after places": "In Oslo and Paris {s Mary Lowe} {c was quoted}.",
    "after and after a preposition": "With the rain on Monday and {s the Reef Hawks} {c were quoted}.",
    "after and and a preposition": "Under the rules and the laws {s Mary Lowe} {c was quoted}.",
    "another sentence": "It rained. {s The mayor} {c was quoted}.",
    "a small noun": "Yesterday, {s experts} {c were quoted}.",
}
NO_SUBJECTS = {
    "nothing": "{c Was quoted}.",
    "a phrase": "In may {c was quoted}.",
    "no noun": "It rained, yesterday {c was quoted}.",
    "one comma": "x, {c was quoted}.",
    "too long": "One two three four five six seven eight nine ten eleven twelve men {c were quoted}.",
    "only a preposition": "Of {c was quoted}.",
    "only a name after a preposition": "In front of Mary Lowe {c was quoted}.",
    "only an event after a preposition": "During the Reef Games {c was quoted}.",
    "a place that nobody knows": "In Reef Bay Mary Lowe {c was quoted}.",
    "only a foreign noun": "In a café élan {c was quoted}.",
}
#: Texts with the clause after a verb.
AFTER = {
    "a clause": "She was heard {c saying} {t it was late}.",
    "a colon": "She was heard {c saying}: {t it was late}.",
    "a quotation": "She was heard {c saying}: {t “It was late.”} He left.",
    "the end of a line": "She was heard {c saying} {t it was late}\nIn other news",
    "up to the next sentence": "She was heard {c saying} {t it was late}. He left.",
    "nothing": "She was heard {c saying}.",
    "a mark": "She was heard {c saying}; it was late.",
    "white space": "She was heard {c saying} ",
}
#: Texts with the clause before a subject.
BEFORE = {
    "a clause": "{t It works}, {s she} was heard.",
    "a quotation": "He left. {t “It works,”} {s she} was heard.",
    "a dash": "{t It works} — {s she} was heard.",
    "a sentence before": "He left. {t It works}, {s she} was heard.",
    "no comma": "It works {s she} was heard.",
    "nothing": "{s She} was heard.",
}
SOMEBODY = {
    "Mary Lowe": True,
    "Lowe": True,
    "she": True,
    "him": True,
    "it": False,
    "the mayor": True,
    "the mayor of the city": True,
    "the end of the mayor": False,
    "the mayor, a wall": True,
    "a wall, the mayor": False,
    "June": False,
    "Monday": False,
    "the weather": False,
    "painters": True,
    "": False,
    "of it": False,
    "Dray’s": True,
    "Mr. Dray.": True,
}


class TestFindSubject:
    """find_subject()."""

    @pytest.mark.parametrize("markup", SUBJECTS.values(), ids=SUBJECTS)
    def test_found(self, markup: str) -> None:
        """The subject ends before the verb, or before the comma there."""
        marked = parse(markup)
        [mark] = marked.of("s")
        end = mark.end - bool(mark.edges)

        assert (mark.start, end) == find_subject(TextIndex(marked.text), marked.of("c")[0].start)

    @pytest.mark.parametrize("markup", NO_SUBJECTS.values(), ids=NO_SUBJECTS)
    def test_not_found(self, markup: str) -> None:
        """What cannot be a subject is none."""
        marked = parse(markup)

        assert find_subject(TextIndex(marked.text), marked.of("c")[0].start) is None


class TestFindClauses:
    """find_clause_after() and find_clause_before()."""

    @pytest.mark.parametrize("markup", AFTER.values(), ids=AFTER)
    def test_after(self, markup: str) -> None:
        """The clause after a verb ends with the sentence or the line."""
        marked = parse(markup)
        found = find_clause_after(TextIndex(marked.text), marked.of("c")[0].end)

        assert marked.bounds("t") == ([] if found is None else [found])

    @pytest.mark.parametrize("markup", BEFORE.values(), ids=BEFORE)
    def test_before(self, markup: str) -> None:
        """The clause before a subject ends with a comma, a dash or a quotation."""
        marked = parse(markup)
        found = find_clause_before(TextIndex(marked.text), marked.of("s")[0].start)

        assert marked.bounds("t") == ([] if found is None else [found])


class TestStripFullStop:
    """strip_full_stop()."""

    @pytest.mark.parametrize(
        ("text", "expected"), {"It works. ,;": "It works", "“It works.”": "“It works.”", "...": "", "No": "No"}.items()
    )
    def test_end(self, text: str, expected: str) -> None:
        """Marks at the end are left out, but not quoted ones."""
        assert (0, len(expected)) == strip_full_stop(TextIndex(text), (0, len(text)))


class TestIsSomebody:
    """is_somebody()."""

    @pytest.mark.parametrize(("phrase", "expected"), SOMEBODY.items())
    def test_phrase(self, phrase: str, expected: bool) -> None:  # noqa: FBT001
        """Names, pronouns and nouns for people may speak; months, days and things may not."""
        assert expected is is_somebody(phrase)
