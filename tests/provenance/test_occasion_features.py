"""
The features by which a statement is judged to have been made on an occasion or not.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from quotekit.names import find_mentions
from quotekit.provenance import find_via
from quotekit.provenance.occasion_features import Features, StatementFacts
from quotekit.provenance.occasions import Occasion
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts
from tests.speakers.asking import read_row, shown

#: Texts, and the features of each statement and occasion that may belong together if no other statement does: the
#: number of the statement, the outlet, and the kind of the occasion.
PAIRS: dict[str, tuple[str, dict[str, str]]] = {
    "goes on": (
        ("{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 “It is,”} {s2 she} {c2 said}."),
        {
            "2 CNN interview": ("own onward; own onward: paragraphs = 0.69; own onward: continues"),
        },
    ),
    "after others": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n"
            "{s2 Dray} {c2 said} {t2 no}. {s3 Lind} {c3 said} {t3 yes}.\n\n"
            "It rained.\n\n"
            "{t4 “It is,”} {s4 Holm} {c4 said}."
        ),
        {
            "4 CNN interview": ("own onward; own onward: paragraphs = 1.39; own onward: continues"),
        },
    ),
    "headline": (
        (
            "{s1 Holm} {c1 fears} {t1 a storm}\n\n"
            "{s2 Holm} {c2 feared} {t2 a flood}. {s3 Holm} {c3 told} CNN {t3 it is late}."
        ),
        {
            "2 CNN interview": ("own back; own back: continues; own back: head; own back: thought"),
            "1 CNN interview": (
                "own back; own back: paragraphs = 0.69; own back: continues; own back: head; own back: thought"
            ),
        },
    ),
    "undated": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Holm} {c2 has said} {t2 so}. {s3 Dray} {c3 "
            "would not say} {t3 so}. {s4 Holm} {c4 wouldn't say} {t4 more}."
        ),
        {
            "4 CNN interview": ("own onward"),
        },
    ),
    "elsewhere": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Holm} {c2 said} {t2 so} at a rally. {s3 Holm} "
            "{c3 said} {t3 more}. {s4 Dray} {c4 said} {t4 no}."
        ),
        {},
    ),
    "poll": (
        (
            "A Reef Poll survey asked 900 adults. {s1 Half of the voters} {c1 said} {t1 so}.\n\n"
            "{s2 Dray} {c2 said} {t2 no}.\n\n"
            "It rained.\n\n"
            "{s3 Six in ten} {c3 said} {t3 yes}."
        ),
        {
            "1 Reef Poll poll": ("others; others: continues; others: people of poll"),
            "3 Reef Poll poll": ("others; others: people of poll"),
        },
    ),
    "poll of an outlet": (
        (
            "A CNN poll is out. {s1 Half of the voters} {c1 said} {t1 so}.\n\n"
            "{s2 Dray} {c2 said} {t2 no}.\n\n"
            "It rained.\n\n"
            "{s3 Six in ten voters} {c3 said} {t3 yes}."
        ),
        {
            "1 CNN poll": ("others; others: continues; others: people of poll"),
            "3 CNN poll": ("others; others: people of poll"),
        },
    ),
    "post": (
        (
            "{t1 “It is late,”} {s1 Holm} {c1 wrote} on Facebook. {s2 She} {c2 added} {t2 more}. {s3 "
            "Dray} {c3 said} {t3 no}."
        ),
        {
            "2 Facebook post": ("own onward; own onward: continues; own onward: post"),
        },
    ),
    "book": (
        (
            "{t1 “It is late,”} {s1 Holm} {c1 writes} in her book “The Weir”. {s2 She} {c2 adds} {t2 "
            "more}. {s3 She} {c3 said} {t3 no}. {s4 Holm} {c4 recalls} {t4 a storm}."
        ),
        {
            "2 The Weir work": ("own onward; own onward: continues"),
            "4 The Weir work": ("own onward"),
        },
    ),
    "release": (
        (
            "The Reef Council released 90 pages of e-mails. {s1 Holm} {c1 wrote} {t1 so}. {s2 Dray} {c2 "
            "said} {t2 no}.\n\n"
            "In an e-mail, {s3 Lind} {c3 said} {t3 yes}."
        ),
        {
            "1 Reef Council release": ("others; others: continues; others: papers of release"),
        },
    ),
    "report": (
        (
            "{s1 The Reef Times} {c1 reported} {t1 a storm}. {s2 Dray} {c2 said} {t2 no}. {s3 The "
            "officials} {c3 said} {t3 yes}. {s4 Kyodo} {c4 said} {t4 so}."
        ),
        {
            "2 The Reef Times report": ("others; others: continues"),
            "3 The Reef Times report": ("others"),
        },
    ),
    "a talk in the same sentence": (
        ("{s1 Ida Holm}, who sat down with the BBC, {c1 said} {t1 so}.\n\n{s2 Holm} {c2 sells} {t2 boats}."),
        {
            "2 BBC interview": (
                "own onward; own onward: paragraphs = 0.69; own onward: continues; own onward: thought"
            ),
        },
    ),
    "two far apart": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Holm} {c2 said} {t2 so}. {s3 Dray} {c3 said} "
            "{t3 no}. {s4 Lind} {c4 said} {t4 yes}. {s5 Holm} {c5 said} {t5 more}."
        ),
        {
            "2 CNN interview": ("own onward; own onward: continues"),
            "5 CNN interview": ("own onward"),
        },
    ),
    "back over others": (
        (
            "{s1 Holm} {c1 said} {t1 so}. {s2 Dray} {c2 said} {t2 no}. {s3 Lind} {c3 said} {t3 yes}.\n\n"
            "It rained.\n\n"
            "{s4 Holm} {c4 said} {t4 more}.\n\n"
            "{s5 Holm} {c5 told} CNN {t5 it is late}."
        ),
        {
            "4 CNN interview": ("own back; own back: paragraphs = 0.69; own back: continues"),
            "1 CNN interview": ("own back; own back: paragraphs = 1.39; own back: head"),
        },
    ),
    "inside another": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Holm} {c2 said} {t2 no}}. {s3 Holm} {c3 said} {t3 so}.",
        {
            "3 CNN interview": ("own onward; own onward: continues"),
        },
    ),
    "modal": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Holm} {c2 might say} {t2 so}. {s3 Holm} {c3 ’s "
            "saying} {t3 so}."
        ),
        {},
    ),
    "papers": (
        (
            "The Reef Council released 90 pages of e-mails. {s1 Lind} {c1 said} {t1 so}. In a memo, {s2 "
            "Dray} {c2 said} {t2 no}.\n\n"
            "One.\n\n"
            "Two.\n\n"
            "{s3 Lind} {c3 wrote} {t3 yes}. {c4 Wrote} {s4 a man}, {t4 so}."
        ),
        {
            "3 Reef Council release": ("others; others: papers of release"),
            "4 Reef Council release": ("others; others: papers of release"),
        },
    ),
    "many people in a report": (
        (
            "{s1 Kyodo} {c1 said} {t1 so}. {s2 Two in three} {c2 said} {t2 no}. {s3 Kyodo} {c3 said} {t3 "
            "it}. {s4 They} {c4 wrote} {t4 letters}."
        ),
        {
            "2 Kyodo report": ("others; others: continues"),
            "4 Kyodo report": ("others"),
        },
    ),
    "somebody unknown": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}. {c2 Reportedly}, {t2 it is not}.",
        {
            "2 CNN interview": ("own onward; own onward: continues; own onward: thought"),
        },
    ),
}
#: The same where all pairs that are judged belong together.
LINKED: dict[str, tuple[str, dict[str, str]]] = {
    "a speaker goes on over others": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Dray} {c2 said} {t2 so}. {s3 Holm} {c3 said} {t3 so}. "
            "{s4 Lind} {c4 said} {t4 yes}. {s5 Holm} {c5 said} {t5 more}."
        ),
        {
            "3 CNN interview": "own onward; own onward: continues",
            "5 CNN interview": "own onward; own onward: continues",
        },
    ),
    "a report goes on": (
        (
            "{s1 Kyodo} {c1 said} {t1 so}. {s2 Dray} {c2 said} {t2 it rained}. {s3 The officials} {c3 said} {t3 it}."
            "\n\n"
            "{s4 Dray} {c4 said} {t4 more}."
        ),
        {
            "2 Kyodo report": "others; others: continues",
            "3 Kyodo report": "others; others: continues",
            "4 Kyodo report": "others; others: paragraphs = 0.69; others: continues",
        },
    ),
    "an outlet speaks": (
        (
            "{s1 CNN} {c1 said} {t1 so}. {s2 Dray} {c2 told} CNN {t2 it}. {s3 CNN} {c3 said} {t3 yes}. "
            "{c4 Say} {s4 officials}: {t4 it}."
        ),
        {"4 CNN report": "others; others: continues"},
    ),
    "many people": (
        (
            "A CNN poll is out. {s1 Dray} {c1 said} {t1 that half of the voters left}. "
            "{s2 Dray} {c2 said} of the voters {t2 that they left}."
        ),
        {"2 CNN poll": "others; others: continues; others: people of poll"},
    ),
    "undated, in a report": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Holm} {c2 has said} {t2 so}. {s3 Kyodo} {c3 said} {t3 so}. "
            "{s4 Dray} {c4 has said} {t4 it}."
        ),
        {"4 Kyodo report": "others; others: continues"},
    ),
    "a book": (
        (
            "In the book “The Weir”, {s1 Holm} {c1 writes} {t1 so}. {s2 Holm} {c2 added} {t2 it}. "
            "{s3 Holm} {c3 tweeted} {t3 so}. {s4 Holm} {c4 wrote} {t4 more}. {s5 Holm} {c5 loudly regrets} {t5 it}. "
            "{s6 Holm} {c6 discuss} {t6 it}."
        ),
        {
            "2 The Weir work": "own onward; own onward: continues",
            "4 The Weir work": "own onward",
            "5 The Weir work": "own onward; own onward: continues; own onward: thought",
        },
    ),
    "a talk without a statement": (
        (
            "{s1 Dray} {c1 said} {t1 it rained}. Ida Holm sat down with the BBC on Friday.\n\n"
            "{s2 Ida Holm} {c2 said} {t2 so}. {s3 She} {c3 thinks} {t3 so}. {s4 Dray} {c4 said} {t4 more}."
        ),
        {
            "2 BBC interview": (
                "own onward; own onward: paragraphs = 0.69; own onward: continues; own onward: mentioned"
            ),
            "3 BBC interview": "own onward; own onward: continues; own onward: mentioned; own onward: thought",
        },
    ),
}


def _judged(markup: str, chance: float) -> Mapping[str, Mapping[str, float]]:
    """Return the features of the pairs that are judged, if each has a probability."""
    text, attributions = parse_marked(markup)
    index = TextIndex(text)
    found: dict[str, Mapping[str, float]] = {}

    def judge(fact: StatementFacts, occasion: Occasion, features: Features) -> float:
        found[f"{fact.statement.number + 1} {occasion.outlets[0].name} {occasion.kind.value}"] = shown(features)
        return chance

    find_via(index, resolved_drafts(attributions), find_mentions(index), judge=judge)
    return found


class TestPairFeatures:
    """pair_features(), for what link_statements() asks about."""

    @pytest.mark.parametrize(("markup", "expected"), PAIRS.values(), ids=PAIRS)
    def test_pairs(self, markup: str, expected: Mapping[str, str]) -> None:
        """A pair has every feature of its statement, its occasion and the way between them, and no other."""
        assert {pair: read_row(row) for pair, row in expected.items()} == _judged(markup, 0.0)

    @pytest.mark.parametrize(("markup", "expected"), LINKED.values(), ids=LINKED)
    def test_linked(self, markup: str, expected: Mapping[str, str]) -> None:
        """The way is that from the nearest statement that belongs to the occasion."""
        assert {pair: read_row(row) for pair, row in expected.items()} == _judged(markup, 1.0)
