"""Texts with ids and metadata, and settings that are refused before work begins."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest
import spacy

import quotekit
from quotekit import Extractor
from quotekit.errors import InputError, QuotekitError, RecordError, SettingError
from quotekit.records.meta import Meta

RAIN = "It rained, she said."


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


class TestAbout:
    """Ids and metadata of articles."""

    def test_extract(self) -> None:
        """One text has the id and the metadata given."""
        article = quotekit.extract(RAIN, id="rain", meta={"outlet": "Harbour Times"})

        assert ("rain", Meta({"outlet": "Harbour Times"})) == (article.id, article.meta)

    def test_pairs(self, extractor: Extractor) -> None:
        """A string given with a text is its id, a mapping its metadata; what was given is given back."""
        contexts = ["rain", {"id": 7, "outlet": "Harbour Times"}, ("x", object), None]
        found = list(extractor.pipe([(RAIN, context) for context in contexts], as_tuples=True))

        assert contexts == [context for _, context in found]
        assert ["rain", "7", None, None] == [article.id for article, _ in found]
        assert [{}, {"outlet": "Harbour Times"}, {}, {}] == [dict(article.meta) for article, _ in found]

    @pytest.mark.parametrize("nlp", [None, spacy.blank("en")], ids=["strings", "spaCy"])
    def test_records(self, nlp: Any) -> None:
        """The other fields of a record are its metadata."""
        rows = [{"key": "a", "body": RAIN, "outlet": "Harbour Times", "words": 4}, {"body": "Nobody spoke."}]
        first, second = Extractor(nlp).pipe_records(rows, text="body", id="key")

        assert ("a", {"outlet": "Harbour Times", "words": 4}, RAIN) == (first.id, dict(first.meta), first.text)
        assert (None, {}) == (second.id, dict(second.meta))

    def test_author(self) -> None:
        """The author in the metadata is who "I" is, if the text has no byline."""
        text = "The dam is old.\n\nI believe that it will not hold."
        (known,) = quotekit.extract(text, meta={"author": "Mia Lind"}).attributions
        (printed,) = quotekit.extract(f"By Ida Holm\n\n{text}", meta={"author": "Mia Lind"}).attributions
        assert known.speaker is not None
        assert printed.speaker is not None

        assert ("Mia Lind", "Ida Holm") == (known.speaker.name, printed.speaker.name)

    def test_stream(self, extractor: Extractor) -> None:
        """Records are read one by one."""
        seen = []
        rows = ({"text": RAIN, "id": seen.append(number) or str(number)} for number in range(5))  # type: ignore[func-returns-value]

        assert "0" == next(extractor.pipe_records(rows)).id
        assert [0] == seen


class TestRefused:
    """Arguments that are refused."""

    @pytest.mark.parametrize(
        ("call", "error"),
        [
            (lambda: Extractor(min_confidence=2), SettingError),
            (lambda: Extractor(min_confidence="high"), SettingError),  # type: ignore[arg-type]
            (lambda: Extractor(min_confidence=float("nan")), SettingError),
            (lambda: Extractor(threads=-1), SettingError),
            (lambda: Extractor(threads=1.5), SettingError),  # type: ignore[arg-type]
            (lambda: Extractor("en_core_web_sm"), InputError),  # type: ignore[arg-type]
            (lambda: Extractor(model=5), InputError),  # type: ignore[arg-type]
            (lambda: Extractor().pipe([], batch_size=0), SettingError),
            (lambda: Extractor().pipe(None), InputError),  # type: ignore[call-overload]
            (lambda: Extractor().pipe(RAIN), InputError),
            (lambda: Extractor().pipe_records({"text": RAIN}), InputError),  # type: ignore[arg-type]
            (lambda: Extractor().pipe_records([], batch_size=True), SettingError),
            (lambda: quotekit.extract(RAIN, id=b"x"), InputError),  # type: ignore[arg-type]
            (lambda: quotekit.extract(RAIN, meta={"x": object()}), RecordError),
        ],
    )
    def test_before_work_begins(self, call: Callable[[], object], error: type[QuotekitError]) -> None:
        """Each is an error of the call itself, and nothing has been read."""
        with pytest.raises(error):
            call()

    @pytest.mark.parametrize(
        ("stream", "argument"),
        [
            (lambda: Extractor().pipe([RAIN], as_tuples=True), "texts[0]"),  # type: ignore[list-item]
            (lambda: Extractor().pipe_records([{"text": RAIN}, {"body": RAIN}]), "records[1]"),
            (lambda: Extractor().pipe_records([{"text": RAIN, "id": 1.5}]), "records[0]['id']"),
            (lambda: Extractor().pipe_records([{"text": None}]), "text"),
        ],
    )
    def test_in_the_stream(self, stream: Callable[[], Any], argument: str) -> None:
        """An invalid input is named by its position."""
        with pytest.raises(InputError) as caught:
            list(stream())

        assert argument == caught.value.argument


class TestRepr:
    """The representation of an extractor."""

    def test_settings(self) -> None:
        """It shows the settings that were given, also after pickling."""
        extractor = Extractor(min_confidence=0.5, min_speaker_confidence=0.6, threads=2)
        again = pickle.loads(pickle.dumps(extractor))  # noqa: S301  # made here

        shown = "Extractor(min_confidence=0.5, min_speaker_confidence=0.6, threads=2)"

        assert shown == repr(extractor) == repr(again)
        assert "Extractor()" == repr(Extractor())
