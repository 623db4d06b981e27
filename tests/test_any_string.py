"""Any string goes in, and a valid article comes out, however it is read."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import quotekit
from quotekit import Article, Extractor
from quotekit.exporters.brat import from_brat, to_brat
from quotekit.exporters.webannotation import from_web_annotations, to_web_annotations
from quotekit.inputs import About
from quotekit.pipeline import read_text
from tests.invariants import problems_of
from tests.news_soup import news_soups
from tests.random_model import RandomModel
from tests.strategies import texts

NEWS = "“The dam is old,” Mayor Vera Lind told CNN on Monday. She said that it leaks. Critics call it a joke."
ODD = {
    "empty": "",
    "blanks": " \n\t\u00a0\u2028 ",
    "zero bytes": "\0" * 50,
    "lone surrogates": "\ud83d" * 9 + NEWS + "\ude00" * 9,
    "bidirectional": "\u202e" + NEWS + "\u2069",
    "combining": "".join(f"{character}\u0301" for character in NEWS),
    "joined emoji": "👩\u200d🚒" * 20 + NEWS,
    "carriage returns": NEWS.replace(" ", "\r"),
    "line separators": NEWS.replace(" ", "\u2028"),
    "no blanks": NEWS.replace(" ", "") * 40,
    "one word": "a" * 50_000,
    "nested marks": "“‘" * 400 + "It rained" + "’”" * 400,
    "open marks": "“" * 2000,
    "markup": f"<p>{NEWS}</p>" * 5 + "<" * 50,
    "code": "def f(x):\n    return {'a': [1, \"b\"], **x}  # “no,” he said\n" * 5,
    "another script": "«Плотина старая», — сказала мэр Вера Линд. 「古い」と市長は言った。",
    "table": "| name | said |\n|---|---|\n| Lind | “No” |\n" * 9,
    "capitals": NEWS.upper(),
    "no capitals": NEWS.lower(),
    "cue and name between marks": "the tweeted ] Dr. Ida B. Holm Jr. who „ which „",
    "apostrophe before a name": "’s spokesman Hm “Ta",
}


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd(extractor: Extractor, text: str) -> None:
    """Odd texts give valid articles of the texts as given."""
    article = extractor.extract(text)

    assert (text, []) == (article.text, problems_of(article))


@given(text=news_soups() | texts())
def test_any(extractor: Extractor, text: str) -> None:
    """Any text gives a valid article of the text as given."""
    article = extractor.extract(text)

    assert (text, []) == (article.text, problems_of(article))


@given(news_soups(), st.integers(0, 1000))
def test_any_model(text: str, seed: int) -> None:
    """Whatever the model finds in whatever text, the article is valid."""
    assert [] == problems_of(read(text, seed))


@given(news_soups(), st.integers(0, 1000))
def test_round_trips(text: str, seed: int) -> None:
    """Whatever is found is read back from what was written, lone surrogates and white space of brat's lines aside."""
    article = read(text, seed)
    brat = from_brat(*to_brat(article), id=None, meta={})

    assert article == Article.from_json(article.to_json())
    assert article == from_web_annotations(to_web_annotations(article))
    assert len(article.attributions) == len(brat.attributions)


def read(text: str, seed: int) -> Article:
    """Read a text with a model that finds everything at random."""
    model = RandomModel(seed)
    return read_text(text, None, About(), model, min_confidence=0, min_speaker_confidence=0).article  # type: ignore[arg-type]


@given(
    some=st.lists(news_soups(most=8), min_size=1, max_size=5),
    batch_size=st.integers(1, 7),
    threads=st.sampled_from([1, 2, 3]),
    seed=st.integers(0, 99),
)
def test_same_however_read(some: Sequence[str], batch_size: int, threads: int, seed: int) -> None:
    """One text gives one article: alone or in a stream, in any order and batches, with any number of threads."""
    shuffled = random.Random(seed).sample(some, len(some))
    alone = {text: quotekit.extract(text) for text in some}
    streamed = Extractor(threads=threads).pipe(shuffled, batch_size=batch_size)

    assert [alone[text] for text in shuffled] == list(streamed)


@given(some=st.lists(news_soups(most=8), min_size=1, max_size=3), batch_size=st.integers(1, 3))
def test_same_on_docs(some: Sequence[str], batch_size: int) -> None:
    """The component finds in Docs without sentences and entities what the extractor finds in their text."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit")
    encodable = [text.encode(errors="replace").decode() for text in some]

    found = [doc._.attributions for doc in nlp.pipe(encodable, batch_size=batch_size)]

    assert [quotekit.extract(text).attributions for text in encodable] == found
