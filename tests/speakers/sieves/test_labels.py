"""
Sources that are labels of turns without a name: "Q:", "A.", "THE COURT:".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

LABELS = {
    "question": "{s Q=-:unnamed}: {t Did it rain?}\n{s2 Mia Lind=Mia Lind}: {t2 It did.}",
    "question with a full stop": "{s Q=-:unnamed}. {t Did it rain?}\n{s2 Mia Lind=Mia Lind}: {t2 It did.}",
    "question as a word": "{s Question=-:unnamed}: {t Did it rain?}\n\n{s2 Mia Lind=Mia Lind}: {t2 It did.}",
    "question in capitals": "{s QUESTION=-:unnamed}: {t Did it rain?}\n{s2 Mia Lind=Mia Lind}: {t2 It did.}",
    "question in bold": "**{s Q:=-:unnamed}** {t Did it rain?}\n\n**{s2 Mia Lind:=Mia Lind}** {t2 It did.}",
    "question to somebody": "{s Q=-:unnamed}. {t Bo, did it rain?}\n{s2 Mia Lind=Mia Lind}: {t2 It did.}",
    "answer of nobody known": "{s1 Q=-:unnamed}. {t1 Did it rain?}\n{s2 A=-:unnamed}. {t2 It did.}",
    "answer of whom the text introduces": (
        "Mia Lind keeps bees in Ashton.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n\n{s2 A=Mia Lind}: {t2 For the honey.}"
    ),
    "each answer": (
        "Bo Ash sails.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n{s2 A=Bo Ash}: {t2 For fun.}\n{s3 Q=-:unnamed}: {t3 Still?}\n"
        "{s4 A=Bo Ash}: {t4 Yes.}"
    ),
    "answer of one of two": (
        "Mia Lind met Bo Ash.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n\n{s2 A=-:unnamed}: {t2 For the honey.}"
    ),
    "answer of whom the headline names": (
        "Q&A with Mia Lind.\n\nMia Lind met Bo Ash.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n\n{s2 A=Mia Lind}: {t2 For fun.}"
    ),
    "answer of one of two in the headline": (
        "Mia Lind and Bo Ash.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n\n{s2 A=-:unnamed}: {t2 For the honey.}"
    ),
    "I in an answer": (
        "Mia Lind keeps bees.\n\n{s1 Q=-:unnamed}: {t1 Why?}\n\n{s2 A=Mia Lind}: {t2 {s3 I=Mia Lind} think {t3 so}.}"
    ),
    "I in a question": (
        "Mia Lind keeps bees.\n\n{s1 Q=-:unnamed}: {t1 {s2 I=-:unnamed} think {t2 so}.}\n\n{s3 A=Mia Lind}: {t3 No.}"
    ),
    "an initial in prose": "{s A. Lind=A. Lind} said {t so}.",
    "the chairman": "{s1 Ms. LIND=LIND}: {t1 I thank you.}\n\n{s2 THE CHAIRMAN=-:unnamed}: {t2 The time is over.}",
    "the president": "{s1 THE PRESIDENT=-:unnamed}: {t1 We will see.}\n{s2 Q=-:unnamed}: {t2 When?}",
    "the court": "{s1 THE COURT=-:unnamed}: {t1 Sit down.}\n{s2 THE WITNESS=-:unnamed}: {t2 I will.}",
    "a court in prose": "{s The court=-:organization} said {t so}.",
}


class TestLabels:
    """Labels of questions, answers and offices."""

    @pytest.mark.parametrize("marked", LABELS.values(), ids=LABELS)
    def test_labels(self, marked: str) -> None:
        """A label is nobody's name; an answer is that of the only person named before the first question."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    def test_one_interviewer(self) -> None:
        """All questions are one speaker's, and all answers another's."""
        article = parse_article(
            "{s1 Q=-:unnamed}. {t1 Why?}\n{s2 A=-:unnamed}. {t2 I like it.}\n{s3 Q=-:unnamed}. {t3 Still?}"
        )

        assert [["Q", "Q"], ["A"]] == [[mention.text for mention in s.mentions] for s in article.speakers()]
