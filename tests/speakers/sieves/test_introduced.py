"""
Quotations without a source under a line that introduces somebody.

The markup of the texts is described in :mod:`tests.markup`.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

ARTICLES = {
    "talks about something": "Captain Ida Holm talked about the nights.\n\n{t “We are worn out.”=Ida Holm}",
    "speaks": "Ida Holm spoke for an hour in Accra.\n\n{t “The port is full.”=Ida Holm}",
    "says something": "It rained. {s1 Ida Holm=Ida Holm} said {t1 the port was full}.\n\n{t2 “We regret it.”=Ida Holm}",
    "only told of": "Ida Holm walked to the end of the pier.\n\n{t “It was my first winter here.”=Ida Holm}",
    "after a phrase": "Speaking after the vote, teacher Ida Holm was glad.\n\n{t “It was my first winter.”=Ida Holm}",
    "by somebody": "Built in 1911, by Ida Holm, the pier has rotted.\n\n{t “It was my first winter here.”=?}",
    "two people": "Ida Holm met Carl Dray on the pier.\n\n{t “It was my first winter here.”=?}",
    "two speakers": (
        "{s1 Ida Holm=Ida Holm} said {t1 it was full}, but {s2 Carl Dray=Carl Dray} said {t2 it was not}.\n\n"
        "{t3 “It was my first winter here.”=?}"
    ),
    "not the subject": "The pier was built by Ida Holm.\n\n{t “It was my first winter here.”=?}",
    "nobody": "The pier was built last year.\n\n{t “It was my first winter here.”=?}",
    "an organization": "{s1 The Reef Bank=Reef Bank:organization} said {t1 it was full}.\n\n{t2 “It was my first.”=?}",
    "who does not speak": "Ida Holm was not available for comment.\n\n{t “It was my first winter here.”=?}",
    "who declines": "Ida Holm declined to say more.\n\n{t “It was my first winter here.”=?}",
    "two paragraphs before": "Ida Holm spoke for an hour.\n\nIt rained.\n\n{t “It was my first winter here.”=?}",
    "in the same paragraph": "Ida Holm spoke for an hour. It rained. {t “It was my first winter here.”=?}",
    "without marks": "Ida Holm spoke for an hour.\n\n{t It was her first winter here.=?}",
}


class TestIntroducedQuotation:
    """introduced_quotation()."""

    @pytest.mark.parametrize("markup", ARTICLES.values(), ids=ARTICLES)
    def test_speaker(self, markup: str) -> None:
        """The one person whom the sentence before introduces speaks; where several or none may be meant, nobody."""
        article = parse_article(markup)

        assert article.expected == article.resolve()
