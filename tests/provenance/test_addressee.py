"""
find_addressee(): whoever the words of an attribution are addressed to.

Texts mark their attributions and addressees as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.provenance import find_addressee
from quotekit.records import Article
from quotekit.text import TextIndex
from tests.helpers import drafts_of, resolved_drafts
from tests.markup import parse
from tests.strategies import articles

ADDRESSEES = {
    "told": "{s Holm} {c told} {a reporters} {t it is late}.",
    "told, then that": "{s Holm} {c told} {a the committee} {t that it is late}.",
    "told, at the end": "{t “It is late,”} {s Holm} {c told} {a a crowd of farmers}.",
    "told on a day": "{t It is late}, {s Holm} {c told} {a reporters} on Monday.",
    "told in an interview": "{t It is late}, {s Holm} {c told} {a two guests} in an interview.",
    "told with a quotation": "{s Holm} {c told} {a the crowd}: {t “It is late.”}",
    "told with a comma": "{s Holm} {c told} {a supporters}, {t “It is late.”}",
    "cue with its object": "{s Holm} {c told {a reporters}} {t it is late}.",
    "told a name": "{s Holm} {c told} {a Mr. Dray} {t that it is late}.",
    "told a name and title": "{s Holm} {c told} {a Sen. Carl Dray} {t it is late}.",
    "told the possessor": "{s Holm} {c told} {a Dray’s lawyers} {t it is late}.",
    "told them": "{s Holm} {c told} {a them} {t it is late}.",
    "asked to": "{s Holm} {c asked} {a the judge} {t to wait}.",
    "assured": "{s Holm} {c assured} {a voters} {t it is late}.",
    "warned": "{s Holm} {c has warned} {a Congress} {t that it is late}.",
    "reminding": "{s Holm} left, {c reminding} {a the guests} {t that it is late}.",
    "informed, cue with that": "{s Holm} {c informed {a the court} that} {t it is late}.",
    "said to": "{t “It is late,”} {s Holm} {c said} to {a the committee}.",
    "cue with to": "{t “It is late,”} {s Holm} {c said to} {a the committee}.",
    "letter": "{t It is late}, {s Holm} {c wrote} in a letter to {a the senator}.",
    "letter in the cue": "{t It is late}, {s Holm} {c said in a letter to} {a the senator}.",
    "possessive in the phrase": "{s Holm} {c told} {a the farmers' lawyers} {t that it is late}.",
    "joint": "{s Holm} {c told} {a Dray and his aides} {t that it is late}.",
    "not telling": "{s Holm} {c did not tell} {a reporters} {t whether it was late}.",
    "told of": "{s Holm} {c told} {a reporters} of {t a late spring}.",
    "told in a way": "{s Holm} {c told} {a lawmakers} privately {t that it is late}.",
    "a meeting": "{s Holm} {c told} {a a town meeting} {t that it is late}.",
    "a crowd that sits": "{s Holm} {c told} {a the cheering crowd} gathered in Oslo {t that it is late}.",
    "host of an outlet": "{s Holm} {c told} {a the BBC’s Jo Lind} {t it is late}.",
    "explained to": "{s Holm} {c explained} to {a the voters} {t that it is late}.",
    "replied to": "{t “It is late,”} {s Holm} {c replied to} {a Mr. Dray}.",
    "talks to": "{s Holm} {c talks to} {a students} about {t the dam}.",
    "message": "{t It is late}, {s Holm} {c said} in a message to {a supporters} saying so.",
    "speaking first": "Speaking to {a reporters} in Oslo, {s Holm} {c said} {t it was late}.",
    "while speaking": "While she was speaking with {a the press} on Monday, {s Holm} {c said} {t it was late}.",
    "speaking in between": "{s Holm}, speaking to {a a crowd of farmers}, {c said} {t it was late}.",
    "speaking last": "{t “It is late,”} {s Holm} {c said}, speaking to {a reporters} for ten minutes.",
}

NONE = {
    "no verb of telling": "{s Holm} {c said} {t it is late}.",
    "passive": "{s Holm} {c was told} {t that it is late}.",
    "outlet": "{s Holm} {c told} CNN {t it is late}.",
    "outlet with an article": "{s Holm} {c told} the Financial Times {t it is late}.",
    "the paper": "{s Holm} {c told} the paper {t it is late}.",
    "himself": "{s Holm} {c told} himself {t it is late}.",
    "asked if": "{s Holm} {c asked} {t if it is late}.",
    "the truth": "{t It is late}, and {s Holm} {c told} the truth.",
    "asked about": "{s Holm} {c asked} about {t the rain}.",
    "warned of": "{s Holm} {c warned} of {t a late spring}.",
    "asked in a way": "{t Is it late}? {s Holm} {c asked} rhetorically.",
    "no cue": "{s Holm}: {t It is late.}",
    "statement": "{t It is late}, {s Holm} {c said} in a statement.",
    "speaking to an outlet": "Speaking to Reuters, {s Holm} {c said} {t it was late}.",
    "show of a network": "{s Holm} {c told} ABC’s “Reef Hour” {t that it is late}.",
    "known show of a network": "{s Holm} {c told} NBC’s Meet the Press {t that it is late}.",
    "described outlet": "{s Holm} {c told} the state news agency TASS {t that it is late}.",
    "outlet, told of": "{s Holm} {c told} The Reef Times of {t a late spring}.",
    "speech to do something": "{s Holm} {c used her speech to offer} {t hope}.",
    "said to be": "{s Holm} {c is said to be} {t late}.",
    "a reply to a thing": "{s Holm} {c responded} to criticism {t that it was late}.",
    "applause": "{t “It is late,”} {s Holm} {c said} to applause.",
    "speaking in the content": "{s Holm} {c said} {t that Dray, speaking to reporters, was late}.",
    "speaking in another sentence": "Dray left, speaking to nobody. {s Holm} {c said} {t it was late}.",
    "others who speak": "{s Holm} {c said} of those speaking to voters {t that they were late}.",
    "nothing after to": "{s Holm} {c said to} {t “It is late”}.",
}


class TestFindAddressee:
    """find_addressee()."""

    @pytest.mark.parametrize("marked", ADDRESSEES.values(), ids=ADDRESSEES)
    def test_addressee(self, marked: str) -> None:
        """It is the phrase after a verb of telling, or after "said to" and the like."""
        sentence = parse(marked)
        [draft] = drafts_of(sentence)

        assert sentence.spans("a")[0] == find_addressee(TextIndex(sentence.text), draft)

    @pytest.mark.parametrize("marked", NONE.values(), ids=NONE)
    def test_none(self, marked: str) -> None:
        """Nobody is spoken to where the words name an outlet, a thing or nobody."""
        sentence = parse(marked)
        [draft] = drafts_of(sentence)

        assert find_addressee(TextIndex(sentence.text), draft) is None

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Whatever the text, an addressee stands in it."""
        index = TextIndex(article.text)
        found = [find_addressee(index, one.draft) for one in resolved_drafts(article.attributions)]

        assert all(span is None or article.text[span.start : span.end] == span.text for span in found)
