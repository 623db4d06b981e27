"""verify() and verify_article(): verdicts, passages, offsets on both sides, and accuracy on labelled pairs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import InputError
from quotekit.records import Article, Attribution, Kind, Spans
from quotekit.verify import EditKind, SourceTexts, Verdict, Verifier, verify, verify_article
from tests.strategies import texts
from tests.verify.labelled import read_labelled, share_right

SPEECH = (
    "Thank you. I tell you that we will not, whatever it costs, close the clinic. It opened in 1962. Nobody misses it."
)
WORDS = ["the", "bridge", "is", "safe", "not", "five", "boats", ".", "…", "[we]", "?"]


def differences(quotation: str, source: str) -> list[tuple[str, str, str]]:
    """Return the kind and both sides of each edit that is a change."""
    return [
        (e.kind.value, e.quotation.text if e.quotation else "", e.source.text if e.source else "")
        for e in verify(quotation, source).changes
    ]


class TestLabelled:
    """Accuracy on pairs of quotation and source, invented for this."""

    @pytest.mark.parametrize(("name", "least"), [("pairs.txt", 200), ("held_pairs.txt", 60), ("later_pairs.txt", 100)])
    def test_accuracy(self, name: str, least: int) -> None:
        """At least 95 % of the verdicts are right, on the pairs that the rules were made with and on others."""
        pairs = read_labelled(name)
        share, wrong = share_right(pairs)

        assert least <= len(pairs)
        assert set(Verdict) == {Verdict(pair.verdict) for pair in pairs}
        assert share >= 0.95, "\n".join(wrong)

    def test_source(self) -> None:
        """Among all other sources, the right one is found."""
        pairs = read_labelled("pairs.txt")
        ids = {source: f"s{number}" for number, source in enumerate(dict.fromkeys(pair.source for pair in pairs))}
        verifier = Verifier({key: source for source, key in ids.items()})
        found = [(verifier.verify(pair.quotation), pair) for pair in pairs if pair.verdict != "not_found"]
        right = [
            result.verdict.value == pair.verdict and (ids[pair.source],) == result.sources for result, pair in found
        ]

        assert sum(right) / len(right) >= 0.95


class TestNoChange:
    """What makes no difference."""

    @pytest.mark.parametrize(
        ("quotation", "source"),
        [
            ("“WE WON’T organise it — ever!”", "We will not organize it, ever."),
            ("Five of them left.", "5 of them left."),
            ("It cost £2.5m.", "It cost two and a half million pounds."),
            ("The 21st of May.", "The twenty-first of May."),
            ("It fell 3%.", "It fell three per cent."),
            ("They was [sic] late.", "They was late."),
            ("[W]e want[ed] it back.", "We wanted it back."),
            ("[The mayor] told me so.", "He told me so."),
            ("We lost everything.", "We, um, lost everything. (Applause.)"),
            ("Our health-care plan.", "Our healthcare plan."),
            ("The café’s open.", "The cafe is open."),
            ("It sank on Feb. 3.", "It sank on the third of February."),
            ("It fell 17.25 points.", "It fell seventeen point two five points."),
            ("We sold the harp.", "We [00:03:10] sold the (sighs) harp."),
            ("We sold the harp.", "Oslo: Uh, we sold the harp."),
            ("We are sorry.", "It opens at 4 pm. We are sorry."),
            ("It holds till May.", "It holds until May."),
            ("Nobody paid me.", "the harp is gone. nobody paid me. ask the bank"),
        ],
        ids=str,
    )
    def test_verbatim(self, quotation: str, source: str) -> None:
        """Punctuation, case, spelling, form of numbers, and the reporter's brackets are no changes."""
        assert (Verdict.VERBATIM, 1.0) == (verify(quotation, source).verdict, verify(quotation, source).score)


class TestChange:
    """What always makes a difference."""

    @pytest.mark.parametrize(
        ("quotation", "source", "expected"),
        [
            ("We lost 5 boats.", "We lost six boats.", [("replaced", "5", "six")]),
            ("We will go home today.", "We will not go home today.", [("omitted", "", "not")]),
            ("We will … go home today.", "We will not go home today.", [("omitted", "", "not")]),
            ("We will [not] go home today.", "We will go home today.", [("added", "not", "")]),
            ("It was [in 1963] that we met.", "It was in 1962 that we met.", [("replaced", "1963", "1962")]),
            ("We really lost the boats.", "We lost the boats.", [("added", "really", "")]),
            ("It sank on 3 May.", "It sank on May 4.", [("replaced", "3 May", "May 4")]),
            ("We can afford it.", "We can hardly afford it.", [("omitted", "", "hardly")]),
            ("The boats are safe.", "I do not think the boats are safe.", [("omitted", "", "I do not think")]),
            ("The boats are safe.", "I can't say that the boats are safe.", [("omitted", "", "I can't say that")]),
            (
                "The boats are safe.",
                "Nobody believes that the boats are safe.",
                [("omitted", "", "Nobody believes that")],
            ),
            ("Members want a strike.", "None of our members want a strike.", [("omitted", "", "None of our")]),
            ("We shall fund.", "We shall fund no bridge.", [("omitted", "", "no bridge")]),
        ],
        ids=str,
    )
    def test_altered(self, quotation: str, source: str, expected: list[tuple[str, str, str]]) -> None:
        """Other words, other numbers and negations are changes, also where a bracket or an ellipsis has them."""
        assert Verdict.ALTERED is verify(quotation, source).verdict
        assert expected == differences(quotation, source)

    def test_negation_elsewhere(self) -> None:
        """A negation in a clause that is left out as a whole does not alter the rest."""
        source = "We went to the shop, which had no bread, and came home."

        assert Verdict.TRIMMED is verify("We went to the shop … and came home.", source).verdict

    @pytest.mark.parametrize(
        "source",
        [
            "Nobody told us the boats are safe.",
            "They did not know that the boats are safe.",
            "If the sea is not too rough, the boats are safe.",
            "The boats are safe, but not the crews.",
        ],
    )
    def test_negation_of_the_rest(self, source: str) -> None:
        """A negation at an end that is left out does not alter what is said to be so all the same."""
        assert Verdict.TRIMMED is verify("The boats are safe.", source).verdict


class TestPassages:
    """Passages, their context and the differences."""

    def test_trimmed(self) -> None:
        """What is left out in the middle and at the ends is among the edits, marked or not."""
        result = verify("We will not … close the clinic.", SPEECH)

        assert Verdict.TRIMMED is result.verdict
        assert [
            (EditKind.OMITTED, "I tell you that", False),
            (EditKind.SAME, "we will not", False),
            (EditKind.OMITTED, "whatever it costs", True),
            (EditKind.SAME, "close the clinic", False),
        ] == [(e.kind, e.source and e.source.text, e.is_marked) for e in result.edits]

    def test_context(self) -> None:
        """The passage comes with the text around it."""
        (passage,) = verify("It opened in 1962.", SPEECH).passages

        assert "It opened in 1962" == passage.span.text
        assert passage.before.endswith("close the clinic. ")
        assert ". Nobody misses it." == passage.after

    def test_merged(self) -> None:
        """Two passages made one are two passages, also of two sources."""
        result = Verifier({"a": SPEECH, "b": "It rained. The nurses left for Perth."}).verify(
            "It opened in 1962. The nurses left for Perth."
        )

        assert (Verdict.MERGED, ("a", "b")) == (result.verdict, result.sources)

    @pytest.mark.parametrize(
        ("quotation", "omitted"),
        [
            ("It was cold for my son … and it was warm for us.", ["it was cold for her son"]),
            ("Nobody … pays for it.", ["in this room"]),
        ],
    )
    def test_ellipsis(self, quotation: str, omitted: list[str]) -> None:
        """Where an ellipsis is, words are left out rather than replaced."""
        source = (
            "It was cold for my son, it was cold for her son and it was warm for us. Nobody in this room pays for it."
        )
        result = verify(quotation, source)

        assert Verdict.TRIMMED is result.verdict
        assert omitted == [edit.source and edit.source.text for edit in result.changes]

    def test_subtitles(self) -> None:
        """The lines of subtitles are one text, whose sentences go on from one to the next."""
        source = (
            "1\n00:00:01,000 --> 00:00:04,000\nWe never asked for it and\n\n"
            "2\n00:00:04,200 --> 00:00:07,000\nwe never spent it. Ask them.\n"
        )
        verdicts = [
            verify(said, source).verdict
            for said in ("We never asked for it and we never spent it.", "We never spent it.")
        ]

        assert [Verdict.VERBATIM, Verdict.TRIMMED] == verdicts

    def test_whole_sentence_is_preferred(self) -> None:
        """Of two passages with the same words, one that is a whole sentence is taken."""
        result = verify("They will pay.", "I doubt that they will pay. They will pay. Perhaps they will pay.")

        assert (Verdict.VERBATIM, 28) == (result.verdict, result.passages[0].span.start)

    @pytest.mark.parametrize("nothing", ["", "…", "“”", "?"])
    def test_nothing(self, nothing: str) -> None:
        """A quotation without words is not found."""
        assert Verdict.NOT_FOUND is verify(nothing, SPEECH).verdict

    @pytest.mark.parametrize("arguments", [(5, SPEECH), ("a", {"x": b"a"}), ("a", {1: "a"})], ids=str)
    def test_no_text(self, arguments: tuple[str, str]) -> None:
        """What is not a string is an error."""
        with pytest.raises(InputError):
            verify(*arguments)


class TestProperties:
    """Any texts."""

    @given(texts(), texts())
    def test_offsets(self, quotation: str, source: str) -> None:
        """No text is an error, and all offsets point to the text they come with."""
        result = verify(quotation, {"s": source})
        spans = [p.span for p in result.passages] + [e.source for e in result.edits if e.source]

        assert [] == [span for span in spans if source[span.start : span.end] != span.text]
        assert [] == [
            e
            for e in result.edits
            if e.quotation and quotation[e.quotation.start : e.quotation.end] != e.quotation.text
        ]

    @given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
    def test_order(self, words: list[str]) -> None:
        """The edits are in the order of the quotation and have each word of it once."""
        result = verify(" ".join(words), "The bridge is not safe. We saw five boats. Is it safe?")
        ours = [e.quotation for e in result.edits if e.quotation]

        assert all(a.end <= b.start for a, b in pairwise(ours))

    @given(texts())
    def test_itself(self, text: str) -> None:
        """A text holds against itself: it has no change."""
        result = verify(text, text)

        assert result.verdict in (Verdict.VERBATIM, Verdict.NOT_FOUND) or not result.changes or result.score > 0.9


class TestArticle:
    """verify_article()."""

    def article(self) -> Article:
        """Return an article with a direct quotation in two pieces, and a mixed one with two parts."""
        text = '"It opened in 1962," Holm said. "Nobody misses it." She called it "shut for good" and "a shed".'

        def made(key: str, kind: Kind, quoted: list[str]) -> Attribution:
            bounds = [(text.index(part), text.index(part) + len(part)) for part in quoted]
            spans = Spans.of(text, bounds)
            no = Spans()
            return Attribution(
                key, kind, spans, spans, no, None, no, None, None, (), negated=False, parent=None, confidence=1.0
            )

        direct = made("a1", Kind.DIRECT, ["It opened in 1962,", "Nobody misses it."])
        mixed = made("a2", Kind.MIXED, ["shut for good", "a shed"])
        return Article("x", text, (direct, mixed))

    def test_results(self) -> None:
        """A direct quotation is one result, and each quoted part of a mixed one is; offsets are the article's."""
        sources = SourceTexts({"speech": SPEECH, "letter": "The clinic is now shut for good, I fear."})
        results = verify_article(self.article(), sources)

        assert [
            ("a1", "verbatim", "It opened in 1962, … Nobody misses it.", ("speech",)),
            ("a2", "verbatim", "shut for good", ("letter",)),
            ("a2", "not_found", "a shed", ()),
        ] == [(r.attribution, r.verdict.value, r.text, r.sources) for r in results]
        assert Counter(verbatim=2, not_found=1) == Counter(r.verdict.value for r in results)
