"""What needs textacy itself: its own triples, and its corpora."""

from __future__ import annotations

import spacy
from textacy.extract import triples

from quotekit import Extractor
from quotekit.textacy import DQTriple, direct_quotations, from_corpus, to_corpus

DIVIDED = "“We waited,” said Mayor Nora Lind. “That was a mistake.”"


def test_class() -> None:
    """The triples are of textacy's own class."""
    (first, _) = direct_quotations(spacy.blank("en")(DIVIDED))

    assert triples.DQTriple is type(first) is DQTriple


def test_round_trip() -> None:
    """Articles are read from a corpus as they were put into it."""
    some = [
        Extractor().extract(DIVIDED, id="x", meta={"outlet": "Post", "tags": ["dam"]}),
        Extractor().extract("Nothing was said."),
    ]
    corpus = to_corpus(some, spacy.blank("en"))

    assert some == list(from_corpus(corpus))
    assert ["Post", None] == [doc._.meta.get("outlet") for doc in corpus]
    assert some[0].attributions == corpus[0]._.attributions
