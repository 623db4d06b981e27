"""
Occasions: a speaker goes on with an interview, a post or a book.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

PASSAGES = {
    "next paragraph": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 “It is,”} {s2 she} {c2 said}.",
        [["CNN"], ["CNN"]],
    ),
    "somebody else": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Dray} {c2 said} {t2 it is not}.",
        [["CNN"], []],
    ),
    "back after somebody else": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Dray} {c2 said} {t2 no}.\n\n"
            "{t3 “It is,”} {s3 Holm} {c3 said}."
        ),
        [["CNN"], [], ["CNN"]],
    ),
    "another outlet": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 told} the BBC {t2 it is not}.\n\n"
            "{s3 She} {c3 said} {t3 no}."
        ),
        [["CNN"], ["BBC"], ["BBC"]],
    ),
    "an aside": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {t2 It was not}, {s2 Holm} {c2 told} the BBC last year. "
            "{t3 “No,”} {s3 she} {c3 said}."
        ),
        [["CNN"], ["BBC"], ["CNN"]],
    ),
    "another occasion": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 It is not}, {s2 she} {c2 said} in a statement.",
        [["CNN"], []],
    ),
    "in general": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 has called} {t2 it early}.",
        [["CNN"], []],
    ),
    "far away": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n"
            "{s2 Holm} {c2 said} {t2 it is not}."
        ),
        [["CNN"], ["CNN"]],
    ),
    "post that goes on": (
        "{t1 “It is late,”} {s1 Holm} {c1 wrote} on Facebook.\n\n{t2 “It is,”} {s2 she} {c2 added}.",
        [["Facebook"], ["Facebook"]],
    ),
    "after a post": (
        "{t1 “It is late,”} {s1 Holm} {c1 wrote} on Facebook.\n\n{t2 “It is,”} {s2 she} {c2 said}.",
        [["Facebook"], ["Facebook"]],
    ),
    "post inside an interview": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Dray} {c2 tweeted} {t2 that it is not} on "
            "Twitter. {s3 Holm} {c3 said} {t3 it is}."
        ),
        [["CNN"], ["Twitter"], ["CNN"]],
    ),
    "two in a sentence": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}, while {s2 Dray} {c2 told} the BBC {t2 it is not}.",
        [["CNN"], ["BBC"]],
    ),
    "what she might say": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 It would be bad}, {s2 Holm} {c2 might say}.",
        [["CNN"], []],
    ),
    "at her rallies": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nAt her rallies, {s2 Holm} {c2 says} {t2 it is early}.",
        [["CNN"], []],
    ),
    "book that goes on": (
        (
            "In her memoir, “Deep Water,” {s1 Holm} {c1 writes} {t1 that it is late}. {s2 She} {c2 recalls} {t2 "
            "the flood}."
        ),
        [["Deep Water"], ["Deep Water"]],
    ),
    "interview after a book": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. In her book, “Deep Water,” {s2 she} {c2 writes} {t2 that "
            "it is not}.\n\n{t3 “No,”} {s3 she} {c3 said}."
        ),
        [["CNN"], ["Deep Water"], ["CNN"]],
    ),
    "remarks reported by an outlet": (
        (
            "{t1 “It is late,”} {s1 Holm} {c1 said}.\n\nHolm’s remarks, first reported by the BBC, were long. "
            "{t2 “It is,”} {s2 she} {c2 said}."
        ),
        [["BBC"], ["BBC"]],
    ),
    "comments in an interview": (
        (
            "{t1 “It is late,”} {s1 Holm} {c1 said}.\n\nHer comments came during a CNN interview on Sunday. "
            "{s2 Dray} {c2 said} {t2 it is not}."
        ),
        [["CNN"], []],
    ),
    "claims broadcast": (
        "{s1 Ito} {c1 said} {t1 it rained}.\n\nThe claims were aired on Radio Oslo. {s2 Ito} {c2 said} {t2 it would}.",
        [["Radio Oslo"], ["Radio Oslo"]],
    ),
    "remarks at a rally": (
        "{t1 “It is late,”} {s1 Holm} {c1 said}.\n\nHolm’s remarks at a rally in Moss were long.",
        [[]],
    ),
    "remarks about an outlet": (
        "{t1 “It is late,”} {s1 Holm} {c1 said}.\n\nHolm’s remarks about the BBC were long.",
        [[]],
    ),
    "remarks of another sentence": (
        "{t1 “It is late,”} {s1 Holm} {c1 said} of his remarks. A fire was reported by the BBC.",
        [[]],
    ),
    "interviewed by a presenter": (
        "On Tuesday, CNN anchor Lea Dray interviewed Ida Holm.\n\n{t1 “It is late,”} {s1 Holm} {c1 said}.",
        [["CNN"]],
    ),
    "spoke to a presenter": (
        "BBC presenter Lea Dray spoke to Ida Holm on Tuesday. {t1 “It is late,”} {s1 Holm} {c1 said}.",
        [["BBC"]],
    ),
    "the outlet itself": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 CNN} {c2 said} {t2 it had asked}.",
        [["CNN"], []],
    ),
    "inside does not go on": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 called} {t2 it late}}.\n\n{s3 Dray} {c3 said} {t3 it was not}.",
        [["CNN"], ["CNN"], []],
    ),
}


class TestLinkStatements:
    """link_statements(), as find_via() uses it."""

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """An occasion goes on with its speaker until another begins."""
        assert expected == outlet_names(marked)
