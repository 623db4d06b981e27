"""From text to article, end to end, with the shipped model."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given

import quotekit
from quotekit import Article, Extractor, Kind, SpeakerKind
from quotekit.errors import InputError, ModelError, SettingError
from quotekit.records import TextSpan
from tests.strategies import texts

EXAMPLE = Path(__file__).parent.parent / "examples" / "japan_summit.txt"
NEWS = (
    "“We will not raise taxes,” Finance Minister Ana Duarte told reporters on Monday.\n\n"
    "Duarte said the budget would be balanced by 2030. Critics called the plan “a fairy tale.”\n\n"
    "According to the central bank, growth will slow next year."
)


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


def all_spans(article: Article) -> Iterator[TextSpan]:
    """Return every span of an article."""
    for a in article.attributions:
        yield from (*a.content, *a.quoted, *a.cue, *a.source)
        yield from (outlet.span for outlet in a.via if outlet.span is not None)
        if a.addressee is not None:
            yield a.addressee
    for speaker in article.speakers:
        yield from speaker.mentions


def summary(article: Article) -> list[tuple[str, str, str, str | None, str]]:
    """Return the attributions of an article as strings."""
    return [
        (a.source.text, a.cue.text, a.content.text, a.speaker.name if a.speaker else None, str(a.kind.value))
        for a in article.attributions
    ]


class TestExtract:
    """One text."""

    def test_reads_news(self, extractor: Extractor) -> None:
        """Direct, mixed and indirect attributions are found with their sources, cues and speakers."""
        assert [
            ("Finance Minister Ana Duarte", "told", "“We will not raise taxes,”", "Ana Duarte", "direct"),
            ("Duarte", "said", "the budget would be balanced by 2030", "Ana Duarte", "indirect"),
            ("Critics", "called", "the plan “a fairy tale.”", None, "mixed"),
            ("the central bank", "According to", "growth will slow next year", "central bank", "indirect"),
        ] == summary(extractor.extract(NEWS))

    def test_fills_every_field(self, extractor: Extractor) -> None:
        """All fields of an attribution are set."""
        article = extractor.extract(NEWS, id="budget")
        first, _, third, _ = article.attributions

        assert ("budget", "a1", "a3") == (article.id, first.id, third.id)
        assert (
            "tell",
            "We will not raise taxes,",
            False,
            None,
        ) == (first.cue_lemma, first.quoted.text, first.negated, first.parent)
        assert "a fairy tale." == third.quoted.text
        assert first.speaker is not None
        assert (SpeakerKind.PERSON, ("Finance Minister",)) == (first.speaker.kind, first.speaker.titles)
        assert 0 <= first.confidence <= 1

    def test_distinguishes_addressees_and_outlets(self, extractor: Extractor) -> None:
        """Addressees and outlets are distinguished."""
        text = "“We will not raise taxes,” Duarte told reporters. Later she told CNN that the budget was balanced."
        first, second = extractor.extract(text).attributions

        assert first.addressee is not None
        assert ("reporters", ()) == (first.addressee.text, first.via)
        assert (None, ["CNN"]) == (second.addressee, [outlet.name for outlet in second.via])

    def test_is_the_same_at_module_level(self, extractor: Extractor) -> None:
        """The module-level function gives the same result as an extractor with default settings."""
        assert extractor.extract(NEWS) == quotekit.extract(NEWS)

    def test_takes_a_doc(self, extractor: Extractor) -> None:
        """A spaCy Doc gives the same result as its text."""
        assert extractor.extract(NEWS) == extractor.extract(spacy.blank("en")(NEWS))

    def test_takes_the_callers_pipeline(self, extractor: Extractor) -> None:
        """A custom pipeline can be used instead of the blank one."""
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")

        assert extractor.extract(NEWS) == Extractor(nlp).extract(NEWS)

    @pytest.mark.parametrize("value", [None, 5, b"bytes", ["a", "list"]], ids=repr)
    def test_refuses_other_types(self, extractor: Extractor, value: Any) -> None:
        """A value that is not a text raises an error."""
        with pytest.raises(InputError) as raised:
            extractor.extract(value)

        assert InputError(argument="text", value=value) == raised.value

    @pytest.mark.parametrize(
        "text",
        ["", " ", "\n\n\n", "\0", "\ud800", "“", "'" * 5000, "“‘" * 2000, "a" * 20_000, "\u202e“x”\u202c said he"],
        ids=["empty", "space", "lines", "null", "surrogate", "mark", "apostrophes", "marks", "one word", "bidi"],
    )
    def test_takes_odd_texts(self, extractor: Extractor, text: str) -> None:
        """Unusual texts can be read, and offsets are right."""
        article = extractor.extract(text)

        assert text == article.text
        assert all(text[s.start : s.end] == s.text for s in all_spans(article))

    @given(texts())
    def test_takes_any_text(self, text: str) -> None:
        """Any string gives an article with right offsets that can be serialized."""
        article = quotekit.extract(text)

        assert all(text[s.start : s.end] == s.text for s in all_spans(article))
        assert article == Article.from_dict(article.to_dict())

    def test_offsets_hold_with_surrogates_before(self, extractor: Extractor) -> None:
        """Lone surrogates do not shift offsets."""
        article = extractor.extract("\ud83d\0 " + NEWS)

        assert ["told", "said", "called", "According to"] == [a.cue.text for a in article.attributions]

    def test_reads_long_articles_whole(self, extractor: Extractor) -> None:
        """An attribution beyond the model's first window is found exactly once."""
        filler = "The road runs along the river for ten miles. " * 60

        article = extractor.extract(filler + "\n\n" + NEWS + "\n\n" + filler)

        assert ["told", "said", "called", "According to"] == [a.cue.text for a in article.attributions]

    def test_minimum_confidence(self) -> None:
        """A lower minimum confidence keeps more attributions, and one of 1 keeps none."""
        sure, all_found = Extractor(min_confidence=1.0).extract(NEWS), Extractor(min_confidence=0.0).extract(NEWS)

        assert () == sure.attributions
        assert len(all_found.attributions) >= 4

    def test_minimum_speaker_confidence(self) -> None:
        """A minimum of 1 leaves names out, and nothing but names; one of 0 leaves none out."""
        every = Extractor(min_speaker_confidence=0).extract(NEWS)
        none = Extractor(min_speaker_confidence=1).extract(NEWS)

        assert [(a.id, a.content, a.source) for a in every.attributions] == [
            (a.id, a.content, a.source) for a in none.attributions
        ]
        assert any(a.speaker and a.speaker.name for a in every.attributions)
        assert {None} == {a.speaker and a.speaker.name for a in none.attributions}

    def test_speaker_confidence(self, extractor: Extractor) -> None:
        """Every speaker has a confidence from 0 to 1, and no attribution without one has it."""
        found = extractor.extract(NEWS + " It is believed that it rained.").attributions

        assert [a.speaker is None for a in found] == [a.speaker_confidence is None for a in found]
        assert all(0 < a.speaker_confidence < 1 for a in found if a.speaker_confidence is not None)

    @pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), True, "high"])
    @pytest.mark.parametrize("setting", ["min_confidence", "min_speaker_confidence"])
    def test_wrong_confidence(self, setting: str, value: Any) -> None:
        """A confidence that is not a number from 0 to 1 raises an error that names the setting."""
        with pytest.raises(SettingError, match=f"the setting '{setting}' cannot be") as raised:
            Extractor(**{setting: value})

        what = "it must be from 0 to 1" if type(value) is float else "it must be a number from 0 to 1"
        assert (setting, what) == (raised.value.setting, raised.value.problem)

    def test_missing_model_raises_on_use(self, tmp_path: Path) -> None:
        """A folder without a model raises an error on first use."""
        extractor = Extractor(model=tmp_path / "none")

        with pytest.raises(ModelError):
            extractor.extract(NEWS)


class TestSentences:
    """Sentences of the caller's pipeline."""

    @pytest.fixture(autouse=True)
    def by_rules(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rules for outlets keep to sentences; the ranking weighs what is beyond them, too."""
        monkeypatch.setattr("quotekit.pipeline.make_outlet_ranker", lambda *_: None)

    TEXT = "In an interview with CNN on Monday\nIda Holm said that it was late."

    def via(self, starts: set[int] | None) -> list[str]:
        """The outlets of the one attribution where sentences begin at these offsets; None for no boundaries at all."""
        doc = spacy.blank("en")(self.TEXT)
        for token in doc if starts is not None else ():
            token.is_sent_start = token.idx in starts
        [attribution] = quotekit.extract(doc).attributions
        return [outlet.name for outlet in attribution.via]

    def test_are_used(self) -> None:
        """A sentence that goes on over a line break is one where the Doc says so."""
        assert (["CNN"], []) == (self.via({0}), self.via({0, self.TEXT.index("Ida")}))

    def test_are_found_where_there_are_none(self) -> None:
        """A Doc without boundaries is read as a string is."""
        [attribution] = quotekit.extract(self.TEXT).attributions

        assert [] == self.via(None) == list(attribution.via)

    def test_of_a_pipeline(self) -> None:
        """The boundaries that the extractor's own pipeline sets are used, one text at a time and in a stream."""
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        extractor = Extractor(nlp)
        [alone], [streamed] = extractor.extract(self.TEXT).attributions, next(extractor.pipe([self.TEXT])).attributions

        assert [["CNN"]] * 2 == [[outlet.name for outlet in one.via] for one in (alone, streamed)]


class TestExplain:
    """Why attributions are what they are."""

    def test_each_attribution(self, extractor: Extractor) -> None:
        """Each attribution of the article has its explanation, in the same order; the scores differ."""
        text = "“No,” was his short answer. It was late, Kyodo reported, citing a ministry source. Ito said it rained."

        found = extractor.explain(text)

        assert extractor.extract(text).attributions == tuple(explanation.attribution for explanation in found)
        assert len(found) == len({explanation.evidence for explanation in found})

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“No,” was his short answer.", ("noun_cues",)),
            ("The dam is shut, Kyodo reported, citing a ministry source.", ("cited_sources",)),
            ("Kyodo quoted a ministry source as saying that the dam is shut.", ("heard_saying",)),
            ("Ida Holm said that the dam is shut.", ()),
        ],
    )
    def test_changed_by(self, extractor: Extractor, text: str, expected: tuple[str, ...]) -> None:
        """The rules that changed an attribution are named; there are none where the tagger was right."""
        assert [expected] == [explanation.changed_by for explanation in extractor.explain(text)]

    def test_takes_a_doc(self, extractor: Extractor) -> None:
        """A Doc is read as it is, and anything else is refused."""
        text = "Ida Holm said that the dam is shut."

        assert extractor.explain(text) == extractor.explain(spacy.blank("en")(text))
        with pytest.raises(InputError):
            extractor.explain(5)  # type: ignore[arg-type]


class TestPipe:
    """Many texts."""

    @pytest.mark.parametrize("batch_size", [1, 2, 100])
    def test_keeps_the_order(self, extractor: Extractor, batch_size: int) -> None:
        """Whatever the batch size, articles are in the order of the texts."""
        given_texts = [NEWS, "", "It rained, she said.", NEWS.upper(), "x"]

        found = list(extractor.pipe(given_texts, batch_size=batch_size))

        assert [extractor.extract(text) for text in given_texts] == found

    def test_passes_contexts_through(self, extractor: Extractor) -> None:
        """A text's context comes back with its article."""
        pairs = [(NEWS, {"n": 1}), ("", None), ("Nobody spoke.", ["x"])]

        found = list(extractor.pipe(pairs, as_tuples=True))

        assert pairs == [(article.text, context) for article, context in found]

    def test_mixes_docs_and_strings(self, extractor: Extractor) -> None:
        """Docs and strings can be mixed, and keep their order."""
        nlp = spacy.blank("en")
        mixed = ["It rained, she said.", nlp(NEWS), nlp(""), "x"]

        found = list(extractor.pipe(mixed))

        assert ["It rained, she said.", NEWS, "", "x"] == [article.text for article in found]

    def test_is_a_stream(self, extractor: Extractor) -> None:
        """The first article is returned before all texts have been consumed."""
        asked = 0

        def endless() -> Iterator[str]:
            nonlocal asked
            while True:
                asked += 1
                yield "It rained, she said."

        first = next(iter(extractor.pipe(endless(), batch_size=4)))

        assert (1, True) == (len(first.attributions), asked < 50)

    def test_refuses_other_types(self, extractor: Extractor) -> None:
        """A value that is not a text raises an error when it is reached."""
        stream = extractor.pipe(["It rained, she said.", 5])  # type: ignore[list-item]

        assert "It rained, she said." == next(stream).text
        with pytest.raises(InputError):
            next(stream)


class TestSharing:
    """Threads and processes."""

    def test_threads_agree(self, extractor: Extractor) -> None:
        """Concurrent threads get the same result."""
        expected = extractor.extract(NEWS)

        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(extractor.extract, [NEWS] * 12))

        assert [expected] * 12 == found

    def test_can_be_pickled(self, extractor: Extractor) -> None:
        """A pickled extractor gives the same results, and contains no model."""
        pickled = pickle.dumps(extractor)

        assert len(pickled) < 1000
        assert extractor.extract(NEWS) == pickle.loads(pickled).extract(NEWS)  # noqa: S301  # made here


class TestExample:
    """The project's own example."""

    def test_finds_relayed_and_impersonal_attributions(self, extractor: Extractor) -> None:
        """Claims relayed by a newspaper, officials' statements and impersonal ones are all found."""
        article = extractor.extract(EXAMPLE.read_text(encoding="utf-8"))
        by_cue = [
            (a.cue.text.split()[-1], a.source.text, a.speaker.name if a.speaker else None) for a in article.attributions
        ]

        assert 3 == sum(1 for _, _, name in by_cue if name == "The Japan Times")
        assert ("emphasized", "A U.S. official", None) in by_cue
        assert ("highlighted", "U.S. officials", None) in by_cue
        assert ("framing", "officials from both nations", None) in by_cue
        assert ("intentions", "the United States", "United States") in by_cue
        assert [None, None] == [name for cue, source, name in by_cue if cue == "anticipated" and not source]
        assert ("anticipation", "", None) in by_cue

    @pytest.mark.parametrize("cue", ["characterizing", "noting", "assertion", "recognizing"])
    def test_finds_each_statement_of_the_secretary(self, extractor: Extractor, cue: str) -> None:
        """The Treasury secretary's four statements are attributed to him."""
        article = extractor.extract(EXAMPLE.read_text(encoding="utf-8"))

        assert ["Scott Bessent"] == [a.speaker.name for a in article.attributions if a.cue.text == cue and a.speaker]

    def test_finds_credits_and_dateline(self, extractor: Extractor) -> None:
        """Agencies and date are found."""
        article = extractor.extract(EXAMPLE.read_text(encoding="utf-8"))

        assert [("ANI", "wire"), ("agencies", "agencies")] == [(c.name, c.role) for c in article.credits]
        assert article.dateline is not None
        assert ("2026-02-10", None) == (article.dateline.date, article.dateline.place)

    def test_distinguishes_quoted_words(self, extractor: Extractor) -> None:
        """Quoted words are distinguished from the others."""
        article = extractor.extract(EXAMPLE.read_text(encoding="utf-8"))
        quoted = {a.cue.text: (a.kind, a.quoted.text) for a in article.attributions if a.quoted}

        assert {
            "characterizing": (Kind.MIXED, "a great ally"),
            "assertion": (Kind.MIXED, "when Japan is strong, the U.S. is strong in Asia,"),
        } == quoted
