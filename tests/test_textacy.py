"""The drop-in replacement for textacy's direct quotations, on Docs with nothing but tokens."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import spacy
from hypothesis import given
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

import quotekit.textacy
from quotekit import Article, Extractor
from quotekit.component import set_extensions
from quotekit.errors import InputError
from quotekit.text import pair_marks
from quotekit.textacy import DQTriple, JoinedTriple, direct_quotations, from_corpus
from tests.strategies import marked_texts

DIVIDED = "“We waited,” said Mayor Nora Lind. “That was a mistake.”"


@pytest.fixture(name="nlp", scope="module")
def fixture_nlp() -> Language:
    """Return a pipeline with a tokenizer only."""
    return spacy.blank("en")


def plain(triples: Any) -> list[tuple[str, str, str]]:
    """Return triples as strings."""
    return [(" ".join(t.text for t in s), " ".join(t.text for t in c), content.text) for s, c, content in triples]


class TestTriples:
    """The triples that are found."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param(
                "Nora Lind warned: “The dam will not hold.”",
                [("Nora Lind", "warned", "“The dam will not hold.”")],
                id="speaker first",
            ),
            pytest.param(
                '"The dam will not hold," warned Nora Lind, the mayor.',
                [("Nora Lind , the mayor", "warned", '"The dam will not hold,"')],
                id="speaker last",
            ),
            pytest.param(
                "Lind: “The dam will not hold.”",
                [("Lind", ":", "“The dam will not hold.”")],
                id="colon",
            ),
            pytest.param(
                DIVIDED,
                [
                    ("Mayor Nora Lind", "said", "“We waited,”"),
                    ("Mayor Nora Lind", "said", "“That was a mistake.”"),
                ],
                id="divided",
            ),
            pytest.param(
                '"The dam is safe," Lind said. "It is not," Okafor replied.',
                [("Lind", "said", '"The dam is safe,"'), ("Okafor", "replied", '"It is not,"')],
                id="two speakers",
            ),
            pytest.param(
                "\"Okafor told us 'it is safe' and we believed him,\" Lind said.",
                [("Lind", "said", "\"Okafor told us 'it is safe' and we believed him,\"")],
                id="nested",
            ),
            pytest.param("Lind said that the dam would not hold.", [], id="indirect"),
            pytest.param('Lind said the dam was "as safe as houses".', [], id="mixed"),
            pytest.param('"The Old Dam and the Sea" opens on Friday.', [], id="title"),
            pytest.param("Nobody came.", [], id="nothing"),
            pytest.param("", [], id="empty"),
        ],
    )
    def test_triples(self, nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
        """Only direct quotations with a speaker and a cue are found, in text order."""
        assert expected == plain(direct_quotations(nlp(text)))

    def test_types(self, nlp: Language) -> None:
        """A triple is the same as textacy's: lists of tokens and a Span, by position and by name."""
        (triple, _) = direct_quotations(nlp(DIVIDED))
        speaker, cue, content = triple

        assert ("speaker", "cue", "content") == DQTriple._fields
        assert (speaker, cue, content) == (triple.speaker, triple.cue, triple.content)
        assert [list, list, Span] == [type(part) for part in triple]
        assert {Token} == {type(token) for token in (*speaker, *cue)}

    @pytest.mark.parametrize("mark", ['"', "“", "”", "«", "'", "''"])
    def test_odd_marks(self, nlp: Language, mark: str) -> None:
        """An unpaired quotation mark does not affect the other quotations."""
        text = f"{DIVIDED} It was {mark} raining all day."

        assert plain(direct_quotations(nlp(DIVIDED))) == plain(direct_quotations(nlp(text)))

    @given(text=marked_texts())
    def test_any_text(self, nlp: Language, text: str) -> None:
        """Any text can be read; each content is a quotation, and its cue is outside it."""
        doc = nlp(text.encode("utf-8", "replace").decode())
        quotations = {(q.start, q.end) for q in pair_marks(doc.text)}

        for triple in direct_quotations(doc):
            start, end = triple.content.start_char, triple.content.end_char
            assert any(start <= first and last <= end for first, last in quotations)
            assert triple.speaker
            assert triple.cue
            assert not start <= triple.cue[0].idx < end

    def test_joined_words(self, nlp: Language) -> None:
        """A token that joins words belongs to every part that has some of its characters."""
        words = ["“We", "waited,”said", "Mayor", "Nora", "Lind."]

        assert [("Mayor Nora Lind.", "waited,”said", "“We waited,”said")] == plain(
            direct_quotations(Doc(nlp.vocab, words=words))
        )

    @pytest.mark.filterwarnings("ignore::quotekit.errors.QuotekitWarning")
    @pytest.mark.parametrize(
        ("lang", "text", "expected"),
        [
            ("nl", "“We hebben gewacht”, zei Nora Lind.", [("Nora Lind", "zei", "“We hebben gewacht”")]),
            ("de", "„Wir haben gewartet“, sagte Nora Lind.", [("Nora Lind", "sagte", "„Wir haben gewartet“")]),
            ("fr", "« Nous avons attendu », dit Nora Lind.", [("Nora Lind", "dit", "« Nous avons attendu »")]),
            ("fi", "Kukaan ei tullut.", []),
        ],
    )
    def test_other_languages(self, lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
        """Other languages raise no error, and quotations punctuated as in English are found."""
        assert expected == plain(direct_quotations(spacy.blank(lang)(text)))


class TestJoinDivided:
    """Divided quotations joined into one."""

    def test_joined(self, nlp: Language) -> None:
        """The pieces of one quotation are one triple, whose content is a list of spans."""
        (triple,) = direct_quotations(nlp(DIVIDED), join_divided=True)

        assert isinstance(triple, JoinedTriple)
        assert ["“We waited,”", "“That was a mistake.”"] == [piece.text for piece in triple.content]
        assert (["Mayor", "Nora", "Lind"], ["said"]) == ([t.text for t in triple.speaker], [t.text for t in triple.cue])

    def test_each_once(self, nlp: Language) -> None:
        """Joined or not, each piece is there exactly once."""
        doc = nlp(f"{DIVIDED} “We did,” she added. Okafor disagreed: “It was not.”")
        single = [triple.content for triple in direct_quotations(doc)]
        joined = [piece for triple in direct_quotations(doc, join_divided=True) for piece in triple.content]

        assert 4 == len(single)
        assert single == joined


class TestDoclike:
    """Docs and Spans."""

    def test_span(self, nlp: Language) -> None:
        """A Span has the quotations that it contains entirely; the speaker may be outside."""
        doc = nlp(DIVIDED)
        last = next(token.i for token in doc if token.text == "That") - 1

        assert [("Mayor Nora Lind", "said", "“That was a mistake.”")] == plain(direct_quotations(doc[last:]))
        assert [] == plain(direct_quotations(doc[last + 1 :]))

    @pytest.mark.parametrize("value", [None, DIVIDED, 5], ids=repr)
    def test_refuses_other_types(self, value: Any) -> None:
        """A value that is neither a Doc nor a Span is refused at the call."""
        with pytest.raises(InputError) as raised:
            direct_quotations(value)

        assert ("doclike", value) == (raised.value.argument, raised.value.value)

    def test_is_an_iterator(self, nlp: Language) -> None:
        """The result can be iterated over once, like textacy's generator."""
        triples = direct_quotations(nlp(DIVIDED))

        assert 2 == len(list(triples))
        assert [] == list(triples)

    def test_uses_stored_attributions(self, nlp: Language) -> None:
        """Attributions already stored on a Doc are used instead of extracting them again."""
        set_extensions()
        doc = nlp(DIVIDED)
        article = Extractor().extract(DIVIDED)
        doc._.article = article
        known = plain(direct_quotations(doc))
        doc._.article = Article(id=None, text=DIVIDED)

        assert 2 == len(known)
        assert [] == plain(direct_quotations(doc))


class TestWithout:
    """Where textacy is not installed."""

    def test_without(self) -> None:
        """Without textacy the triples have the same fields, and a corpus cannot be made."""
        code = """if True:
            import sys
            sys.modules["textacy"] = None
            import spacy
            from quotekit.errors import MissingExtraError
            from quotekit.textacy import DQTriple, direct_quotations, to_corpus
            (triple,) = direct_quotations(spacy.blank("en")("“We waited,” said Nora Lind."))
            print(type(triple) is DQTriple, triple._fields)
            try:
                to_corpus([], "en")
            except MissingExtraError as error:
                print(error)
        """
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

        assert (
            "True ('speaker', 'cue', 'content')\n'textacy' is not installed: run pip install 'quotekit-nlp[textacy]'\n"
        ) == done.stdout

    def test_no_such_name(self) -> None:
        """Other names are not in the module."""
        with pytest.raises(AttributeError, match="no_such_name"):
            quotekit.textacy.no_such_name  # noqa: B018


class TestCorpus:
    """from_corpus()."""

    def test_read(self, nlp: Language) -> None:
        """Docs without attributions are extracted; their metadata and the id in them are kept."""
        doc = nlp(DIVIDED)
        doc.user_data["textacy"] = {"meta": {"id": "x", "outlet": "Post"}}
        (article,) = from_corpus([doc])

        assert ("x", {"id": "x", "outlet": "Post"}, 1) == (article.id, article.meta, len(article.attributions))
