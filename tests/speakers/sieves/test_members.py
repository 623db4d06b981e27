"""Few who are named together, and speakers whom the sentence before introduces, by one sieve alone."""

from __future__ import annotations

import pytest

from quotekit.speakers.sieves.introduced import introduced_quotation
from quotekit.speakers.sieves.pairs import both
from quotekit.speakers.sieves.unnamed import described_again, description
from tests.speakers.asking import decide_last

FEW = {
    "two": ("Ida Holm met Carl Dray. {s The two} said {t so}.", "Ida Holm; Carl Dray"),
    "both": ("Ida Holm and Carl Dray met. {s Both} said {t so}.", "Ida Holm; Carl Dray"),
    "one only": ("Ida Holm left. {s The two} said {t so}.", "group"),
    "three": ("Ida Holm, Mia Lind and Carl Dray met. {s The two} said {t so}.", "group"),
    "two sentences before": ("Ida Holm met Carl Dray. It rained. {s The two} said {t so}.", "Ida Holm; Carl Dray"),
    "three sentences before": ("Ida Holm met Carl Dray. It rained. It froze. {s The two} said {t so}.", "group"),
    "over two sentences": ("Ida Holm left. Carl Dray rose. {s The two} said {t so}.", "Ida Holm; Carl Dray"),
    "a list and another": ("Carl Dray met Ida Holm and Mia Lind. {s The two} said {t so}.", "Ida Holm; Mia Lind"),
    "women": ("Ida Holm met Mia Lind and Carl Dray. {s The two women} said {t so}.", "Ida Holm; Mia Lind"),
    "senators": ("Sen. Ida Holm met Sen. Carl Dray. {s The two senators} said {t so}.", "Ida Holm; Carl Dray"),
    "not senators": ("Sen. Ida Holm met Carl Dray. {s The two senators} said {t so}.", "group"),
    "states": ("France met Norway. {s The two countries} said {t so}.", "France; Norway"),
    "bodies": ("The Reef Fund met the Gull Fund. {s The two funds} said {t so}.", "Reef Fund; Gull Fund"),
    "bodies of another kind": ("The Reef Fund met the Gull Fund. {s The two banks} said {t so}.", "group"),
    "a campaign": ("The Holm campaign met Ida Holm. Carl Dray left. {s The two} said {t so}.", "Ida Holm; Carl Dray"),
    "in their words": ("Ida Holm left. {t Carl Dray left}, {s the two} said.", "group"),
    "a couple": ("Ida Holm, 38, and her husband, Carl, met Bo Ash. {s The couple} said {t so}.", "Ida Holm; Carl"),
    "no couple": ("Ida Holm met Carl Dray. {s The couple} said {t so}.", "Ida Holm; Carl Dray"),
    "sisters": ("Ida Holm and her sister Mia met Carl Dray. {s The sisters} said {t so}.", "Ida Holm; Mia"),
    "brothers of one name": ("Bo Ash met Carl Ash and Dale Ash. {s The brothers} said {t so}.", "Carl Ash; Dale Ash"),
    "brothers with a surname": ("Ida Lind met Carl and Dale Ash. {s The brothers} said {t so}.", "Carl; Dale Ash"),
    "no brothers": ("Ida Lind met Carl Roe and Dale Ash. {s The brothers} said {t so}.", "group"),
    "a name": ("Ida Holm met Carl Dray. {s Ida Holm} said {t so}.", ""),
}
INTRODUCED = {
    "who speaks": ("{s1 Ida Holm} said {t1 it was late}.\n\n{t2 “It is.”}", "Ida Holm"),
    "who is named": ("Ida Holm left.\n\n{t1 “It is.”}", "Ida Holm"),
    "named twice": ("Ida Holm left, as Holm does.\n\n{t1 “It is.”}", "Ida Holm"),
    "with a place": ("Ida Holm left Oslo.\n\n{t1 “It is.”}", "Ida Holm"),
    "after an opening": ("After the match, coach Ida Holm left.\n\n{t1 “It is.”}", "Ida Holm"),
    "after a preposition": ("After the match, with Ida Holm gone, it rained.\n\n{t1 “It is.”}", ""),
    "an object": ("They saw Ida Holm.\n\n{t1 “It is.”}", ""),
    "two": ("Ida Holm met Bo Ash.\n\n{t1 “It is.”}", ""),
    "nobody": ("It rained.\n\n{t1 “It is.”}", ""),
    "no comment": ("Ida Holm did not comment.\n\n{t1 “It is.”}", ""),
    "declined": ("Ida Holm declined.\n\n{t1 “It is.”}", ""),
    "not left": ("Ida Holm did not leave.\n\n{t1 “It is.”}", "Ida Holm"),
    "comments": ("Ida Holm may comment.\n\n{t1 “It is.”}", "Ida Holm"),
    "the last sentence": ("It rained. Ida Holm left.\n\n{t1 “It is.”}", "Ida Holm"),
    "an earlier sentence": ("Ida Holm left. It rained.\n\n{t1 “It is.”}", ""),
    "the same paragraph": ("Ida Holm left. {t1 “It is.”}", ""),
    "not at the beginning": ("Ida Holm left.\n\nThen {t1 “it is.”}", ""),
    "not quoted": ("Ida Holm left.\n\n{t1 It is.}", ""),
    "a body": ("{s1 The Reef Fund} said {t1 so}.\n\n{t2 “It is.”}", ""),
    "a nurse": ("{s1 A nurse} said {t1 so}.\n\n{t2 “It is.”}", "unnamed"),
    "a group": ("{s1 Two nurses} said {t1 so}.\n\n{t2 “It is.”}", ""),
    "two speakers": ("{s1 Ida Holm} said {t1 so} and {s2 Bo Ash} said {t2 no}.\n\n{t3 “It is.”}", ""),
    "she": ("{s1 She} said {t1 so}.\n\n{t2 “It is.”}", ""),
    "quoted": ("“Ida Holm left.”\n\n{t1 “It is.”}", ""),
    "the beginning": ("{t1 “It is.”}", ""),
}
AGAIN = {
    "again": ("{s1 A nurse} said {t1 so}. {s2 The nurse} said {t2 so}.", "unnamed"),
    "fewer words": ("{s1 An old nurse} said {t1 so}. {s2 The nurse} said {t2 so}.", "unnamed"),
    "more words": ("{s1 A nurse} said {t1 so}. {s2 The old nurse} said {t2 so}.", ""),
    "another noun": ("{s1 A nurse} said {t1 so}. {s2 The painter} said {t2 so}.", ""),
    "two of them": (
        "{s1 An old nurse} said {t1 so}. {s2 A young nurse} said {t2 so}. {s3 The nurse} said {t3 so}.",
        "",
    ),
    "a": ("{s1 A nurse} said {t1 so}. {s2 A nurse} said {t2 so}.", ""),
    "a body": ("{s1 A bank} said {t1 so}. {s2 The bank} said {t2 so}.", ""),
}
KINDS = {
    "a nurse": ("{s A nurse} said {t so}.", "unnamed"),
    "two nurses": ("{s Two nurses} said {t so}.", "group"),
    "the bank": ("{s The bank} said {t so}.", "organization"),
    "a report": ("{s A report} said {t so}.", "document"),
    "a name": ("{s Ida Holm} said {t so}.", ""),
    "she": ("{s She} said {t so}.", ""),
}


@pytest.mark.parametrize(("markup", "expected"), FEW.values(), ids=FEW)
def test_few(markup: str, expected: str) -> None:
    """both(): those who are named together, or a group if it is not sure who is meant."""
    assert expected == decide_last(both, markup)


@pytest.mark.parametrize(("markup", "expected"), INTRODUCED.values(), ids=INTRODUCED)
def test_introduced(markup: str, expected: str) -> None:
    """introduced_quotation(): the only speaker, or the subject, of the last sentence of the paragraph before."""
    assert expected == decide_last(introduced_quotation, markup)


@pytest.mark.parametrize(("markup", "expected"), AGAIN.values(), ids=AGAIN)
def test_again(markup: str, expected: str) -> None:
    """described_again(): somebody who was described with the same noun before."""
    assert expected == decide_last(described_again, markup)


@pytest.mark.parametrize(("markup", "expected"), KINDS.values(), ids=KINDS)
def test_description(markup: str, expected: str) -> None:
    """description(): somebody or something without a name, of the kind of the noun."""
    assert expected == decide_last(description, markup)
