"""Documents issued just before, by the sieve for them alone."""

from __future__ import annotations

import pytest

from quotekit.speakers.sieves.documents import document_just_issued
from tests.speakers.asking import decide_last

MAKERS = {
    "issued": ("The Reef Fund issued a report. {s The report} said {t so}.", "Reef Fund"),
    "had sent": ("Ida Holm had sent the annual letter. {s The letter} said {t so}.", "Ida Holm"),
    "owned": ("Ida Holm's new letter came. {s This letter} said {t so}.", "Ida Holm"),
    "a name before the noun": ("The Reef Fund report came. {s The full report} said {t so}.", "Reef Fund"),
    "another noun": ("Ida Holm sent an email. {s The message} said {t so}.", "Ida Holm"),
    "a verb": ("Ida Holm tweeted. {s The tweet} said {t so}.", "Ida Holm"),
    "the speaker": ("{s1 Ida Holm} said {t1 so} in a letter. {s2 The letter} said {t2 more}.", "Ida Holm"),
    "the same document": (
        "{s1 A report by the Reef Fund} said {t1 so}. {s2 The report} said {t2 more}.",
        "Reef Fund",
    ),
    "an outlet": ("{s1 The Reef Times} said {t1 it rained}. {s2 The report} said {t2 so}.", "Reef Times"),
    "four sentences before": (
        "The Reef Fund issued a report. It rained. It froze. It snowed. {s The report} said {t so}.",
        "Reef Fund",
    ),
}
NOBODY = {
    "a": "The Reef Fund issued a report. {s A report} said {t so}.",
    "an owner": "The Reef Fund issued a report. {s The Reef Bank's report} said {t so}.",
    "another word": "The Reef Fund issued a report. {s The police report} said {t so}.",
    "a person": "The Reef Fund issued a report. {s The painter} said {t so}.",
    "not mentioned": "The Reef Fund met. {s The report} said {t so}.",
    "too far": "The Reef Fund issued a report. It rained. It froze. It snowed. It poured. {s The report} said {t so}.",
    "two in a sentence": "Ida Holm sent a letter after the letter of May. {s The letter} said {t so}.",
    "quoted": "“The Reef Fund issued a report.” {s The report} said {t so}.",
    "no maker": "It came with a report. {s The report} said {t so}.",
    "an owner who issues": "Ida Holm's father issued a report. {s The report} said {t so}.",
    "a place": "Oslo issued a report. {s The report} said {t so}.",
    "a platform": "Facebook issued a report. {s The report} said {t so}.",
    "two speakers": (
        "{s1 Ida Holm} and {s2 Bo Ash} said {t1 so} {t2 too} in a letter. {s3 The letter} said {t3 more}."
    ),
    "a document without a maker": "{s1 A report} said {t1 so}. {s2 The report} said {t2 more}.",
    "an outlet far away": "{s1 The Reef Times} said {t1 it rained}. It froze. {s2 The report} said {t2 so}.",
    "no outlet": "{s1 The Reef Fund} said {t1 it rained}. {s2 The report} said {t2 so}.",
    "no report": "{s1 The Reef Times} said {t1 it rained}. {s2 The letter} said {t2 so}.",
    "a nurse": "{s1 A nurse} said {t1 it rained}. {s2 The report} said {t2 so}.",
}


class TestDocumentJustIssued:
    """document_just_issued()."""

    @pytest.mark.parametrize(("markup", "expected"), MAKERS.values(), ids=MAKERS)
    def test_maker(self, markup: str, expected: str) -> None:
        """The document is that of whoever has issued or owns it, or spoke in it."""
        assert expected == decide_last(document_just_issued, markup)

    @pytest.mark.parametrize("markup", NOBODY.values(), ids=NOBODY)
    def test_nobody(self, markup: str) -> None:
        """It is nobody's if the text does not show it."""
        assert "" == decide_last(document_just_issued, markup)
