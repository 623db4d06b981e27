"""Scores of predicted attributions, counted by hand on small articles."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import CorpusError, RecordError
from quotekit.evaluation import AnnotatedArticle, Annotation, Measure, Scores, evaluate, read_annotated
from quotekit.records import Article

TEXT = 'The dam will hold, Ruth Adeyemi said. "We checked it twice," she added. Farmers fear "a flood" in spring.'
DAM = ("The dam will hold", "said", "Ruth Adeyemi")
CHECKED = ('"We checked it twice,"', "added", "she")
FLOOD = ('"a flood" in spring', "fear", "Farmers")


def row(content: str, cue: str = "", source: str = "", text: str = TEXT) -> dict[str, Any]:
    """Return an attribution whose spans are the places of its words; " … " separates pieces."""
    parts = {"content": content, "cue": cue, "source": source}
    pieces = {role: words.split(" … ") if words else [] for role, words in parts.items()}
    return {role: [[text.index(p), text.index(p) + len(p)] for p in some] for role, some in pieces.items()}


def article(*rows: tuple[str, ...], text: str = TEXT, **more: Any) -> dict[str, Any]:
    """Return an article with attributions."""
    return {"id": "dam", "text": text, "attributions": [row(*r, text=text) for r in rows], **more}


NO_SPAN = "there must be a start and an end inside the text, start before end"
GOLD = article(DAM, CHECKED, FLOOD)


def score(*rows: tuple[str, ...]) -> Scores:
    """Score predictions against the gold attributions."""
    return evaluate([GOLD], [article(*rows)])


def measure(gold: int, predicted: int, right: int) -> Measure:
    """Return a measure from the numbers of gold, predicted and right ones."""
    precision, recall = right / predicted, right / gold
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Measure(precision, recall, f1, gold, predicted)


def measure_dict(gold: int, predicted: int, right: int) -> dict[str, float]:
    """Return a measure as to_dict() writes it."""
    m = measure(gold, predicted, right)
    return {"precision": m.precision, "recall": m.recall, "f1": m.f1, "gold": gold, "predicted": predicted}


class TestEvaluate:
    """evaluate()."""

    def test_perfect(self) -> None:
        """The gold attributions have perfect scores."""
        scores = score(DAM, CHECKED, FLOOD)

        assert {1.0} == {m.f1 for _, m in scores.measures()}
        assert (1.0, 1, 0) == (scores.source_given_content, scores.articles, scores.articles_without_prediction)

    def test_nothing_predicted(self) -> None:
        """Without predictions every score is 0, and the article is counted as missing."""
        scores = evaluate([GOLD], [])

        assert {(0.0, 0.0, 0.0, 0)} == {(m.precision, m.recall, m.f1, m.predicted) for _, m in scores.measures()}
        assert (0.0, 1, 1) == (scores.source_given_content, scores.articles, scores.articles_without_prediction)

    def test_nothing_at_all(self) -> None:
        """Without articles there are no scores."""
        scores = evaluate([], [GOLD])

        assert {Measure(0.0, 0.0, 0.0, 0, 0)} == {m for _, m in scores.measures()}
        assert 0 == scores.articles

    def test_marks_do_not_count(self) -> None:
        """Quotation marks, commas and whitespace at an edge make no difference."""
        assert measure(3, 3, 3) == score(DAM, ("We checked it twice", "added", "she"), FLOOD).strict

    def test_parts(self) -> None:
        """A content too short, a missed cue and a wrong source affect their own scores."""
        scores = score(
            ("dam will hold", "said", "Ruth Adeyemi"),
            ('"We checked it twice,"', "", "she"),
            ('"a flood" in spring', "fear", "she"),
        )

        assert {
            "tokens": {
                "content": measure_dict(12, 11, 11),
                "cue": measure_dict(3, 2, 2),
                "source": measure_dict(4, 3, 3),
            },
            "spans": {
                "content": measure_dict(3, 3, 2),
                "cue": measure_dict(3, 2, 2),
                "source": measure_dict(3, 2, 2),
            },
            "content": {"iou50": measure_dict(3, 3, 3), "exact": measure_dict(3, 3, 2)},
            "attribution": measure_dict(3, 3, 1),
            "strict": measure_dict(3, 3, 0),
            "direct": measure_dict(1, 1, 0),
            "mixed": measure_dict(1, 1, 0),
            "indirect": measure_dict(1, 1, 1),
            "source_given_content": 2 / 3,
            "articles": 1,
            "articles_without_prediction": 0,
        } == scores.to_dict()

    def test_no_source_on_either_side(self) -> None:
        """Sources agree if neither side has one, and do not if only one side has."""
        impersonal = "It is feared that the dam may break."
        gold = article(("the dam may break", "It is feared"), text=impersonal)
        wrong = article(("the dam may break", "It is feared", "the dam"), text=impersonal)

        assert (1.0, 0.0) == (evaluate([gold], [gold]).attribution.f1, evaluate([gold], [wrong]).attribution.f1)

    @pytest.mark.parametrize(
        ("content", "pairs"),
        [
            ("The dam", 1),
            ("The", 0),
            ("The dam will hold, Ruth Adeyemi said", 1),
            ('The dam will hold, Ruth Adeyemi said. "We', 1),
            ('The dam will hold, Ruth Adeyemi said. "We checked', 0),
        ],
    )
    def test_half_of_the_union(self, content: str, pairs: int) -> None:
        """Contents are paired if their overlap is at least half of their union."""
        assert pairs == score((content,)).content.iou50.recall * 3

    def test_pairs_are_one_to_one(self) -> None:
        """An attribution predicted twice is right once."""
        assert measure(3, 2, 1) == score(DAM, DAM).attribution

    def test_most_alike_first(self) -> None:
        """Of two predictions, the one with the larger overlap is paired, even if its source is wrong."""
        scores = score(("dam will hold", "said", "Ruth Adeyemi"), ("The dam will hold", "said", "Farmers"))

        assert (measure(3, 2, 0), 0.0) == (scores.attribution, scores.source_given_content)

    def test_agreeing_first(self) -> None:
        """Of two predictions with the same content, the one with the right cue and source is paired."""
        scores = score(("The dam will hold", "added", "she"), DAM)

        assert measure(3, 2, 1) == scores.strict

    def test_pieces(self) -> None:
        """A content of two pieces counts as one content and two spans."""
        text = '"Yes," she said, "but not now."'
        gold = article(('"Yes," … "but not now."', "said", "she"), text=text)
        scores = evaluate([gold], [article(('"Yes,"', "said", "she"), ('"but not now."', "said", "she"), text=text)])

        assert (measure(1, 2, 1), measure(2, 2, 2)) == (scores.content.iou50, scores.spans.content)

    def test_ignored(self) -> None:
        """Words in ignored spans are removed from contents, on both sides."""
        start = TEXT.index("Farmers")
        gold = article(DAM, CHECKED, ignore=[[start, len(TEXT)]])
        scores = evaluate([gold], [article(DAM, CHECKED, FLOOD)])

        assert (measure(2, 2, 2), measure(2, 2, 2)) == (scores.strict, scores.spans.cue)

    def test_kind_of_predictions(self) -> None:
        """Recall of a kind is computed over gold attributions of the kind, precision over predicted ones."""
        whole = 'Farmers fear "a flood" in spring'
        scores = score(('"a flood"', "fear", "Farmers"))

        assert whole in TEXT
        assert (Measure(1.0, 0.0, 0.0, 1, 1), Measure(0.0, 1.0, 0.0, 1, 0)) == (scores.direct, scores.mixed)

    @pytest.mark.parametrize(
        ("text", "content", "kind"),
        [
            ("“It is safe,” she said.", "It is safe", "direct"),
            ("«It is safe,» she said.", "It is safe", "direct"),
            ("„It is safe,“ she said.", "It is safe", "direct"),
            ("''It is safe,'' she said.", "It is safe", "direct"),
            ("``It is safe,'' she said.", "It is safe", "direct"),
            ("'It is safe,' she said.", "It is safe", "indirect"),
            ('"It is safe, she said.', "It is safe", "direct"),
            ('"Oh\n\nIt is safe, she said.', "It is safe", "indirect"),
            ('“It is "safe,” she said.', 'It is "safe', "direct"),
            ('It is "safe," she said.', 'It is "safe', "mixed"),
        ],
    )
    def test_kind(self, text: str, content: str, kind: str) -> None:
        """Words between double quotation marks are quoted; an unclosed quotation ends with its paragraph."""
        gold = article((content, "said", "she"), text=text)
        scores = evaluate([gold], [gold])

        assert {kind: 1} == {name: n for name in ("direct", "mixed", "indirect") if (n := getattr(scores, name).gold)}

    def test_articles_by_id(self) -> None:
        """Predictions are matched by id; those for other articles are ignored."""
        gold = [GOLD, {**GOLD, "id": "other"}]
        predicted = [{**GOLD, "id": "third"}, {**article(DAM), "id": "other"}]
        scores = evaluate(gold, predicted)

        assert (measure(6, 1, 1), 2, 1) == (scores.strict, scores.articles, scores.articles_without_prediction)

    def test_own_records(self) -> None:
        """Articles may be quotekit's records, or annotated articles read from a file."""
        other = evaluate([Article("dam", TEXT)], [AnnotatedArticle.from_dict(GOLD)])

        assert (0, 3) == (other.strict.gold, other.strict.predicted)

    def test_no_id(self) -> None:
        """An article without an id raises an error."""
        with pytest.raises(RecordError) as caught:
            evaluate([Article(None, TEXT)], [])

        assert RecordError("id", "there must be a string, got None (NoneType)") == caught.value

    @given(st.data())
    def test_own_prediction_is_perfect(self, data: st.DataObject) -> None:
        """Any attributions have perfect scores against themselves."""
        words = [(m.start(), m.end()) for m in re.finditer(r"\w+", TEXT)]
        span = st.tuples(st.integers(0, len(words) - 4), st.integers(0, 3)).map(
            lambda s: [words[s[0]][0], words[s[0] + s[1]][1]]
        )
        spans = st.lists(span, max_size=2)
        rows = data.draw(
            st.lists(st.fixed_dictionaries({"content": st.lists(span, min_size=1), "cue": spans, "source": spans}))
        )
        gold = {**GOLD, "attributions": rows}
        scores = evaluate([gold], [gold])

        assert {True} == {m.gold == m.predicted and m.f1 in (0.0, 1.0) for _, m in scores.measures()}
        assert len(rows) == scores.strict.gold


class TestScores:
    """The scores as values."""

    def test_measures(self) -> None:
        """Measures have their documented names."""
        assert [
            "tokens.content",
            "tokens.cue",
            "tokens.source",
            "spans.content",
            "spans.cue",
            "spans.source",
            "content.iou50",
            "content.exact",
            "attribution",
            "strict",
            "direct",
            "mixed",
            "indirect",
        ] == [name for name, _ in score(DAM).measures()]

    def test_to_dict_is_plain(self) -> None:
        """The dictionary can be written as JSON."""
        data = score(DAM).to_dict()

        assert data == json.loads(json.dumps(data))


@pytest.fixture(name="write")
def fixture_write(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes lines to a file of annotated articles."""

    def write(*lines: bytes | dict[str, Any]) -> Path:
        path = tmp_path / "gold.jsonl"
        path.write_bytes(b"\n".join(x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines))
        return path

    return write


class TestReadAnnotated:
    """read_annotated()."""

    def test_articles(self, write: Callable[..., Path]) -> None:
        """Each line that is not blank is an article; unknown fields are ignored."""
        first = {"id": "a", "text": "So it is.", "attributions": [{"content": [[3, 8], [0, 2]], "n": 1}], "x": None}
        second = {"id": "b", "text": "", "attributions": [], "ignore": None}
        expected = [
            AnnotatedArticle("a", "So it is.", (Annotation(content=((0, 2), (3, 8))),)),
            AnnotatedArticle("b", "", ()),
        ]

        assert expected == read_annotated(write(first, b" \r", second, b""))

    def test_byte_order_mark(self, write: Callable[..., Path]) -> None:
        """A byte order mark at the start of the file is ignored."""
        assert ["dam"] == [a.id for a in read_annotated(write(b"\xef\xbb\xbf" + json.dumps(GOLD).encode()))]

    def test_own_output(self, write: Callable[..., Path]) -> None:
        """The library's own output can be read: spans as objects."""
        data = {
            "id": "a",
            "text": "So.",
            "attributions": [{"id": "a1", "content": [{"start": 0, "end": 2, "text": "So"}], "cue": [], "source": []}],
        }

        assert [AnnotatedArticle("a", "So.", (Annotation(((0, 2),)),))] == read_annotated(write(data))

    def test_predictions_without_text(self, write: Callable[..., Path]) -> None:
        """Predictions need no text, and then offsets are not checked against it."""
        data = {"id": "a", "attributions": [{"content": [[7, 900]]}]}

        assert [AnnotatedArticle("a", "", (Annotation(((7, 900),)),))] == read_annotated(write(data), needs_text=False)

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            (b'{"id": "\xe9"}', "it is not UTF-8: the byte at offset 8 of the line is 0xe9"),
            (b"[" * 100_000, None),
            (b"{", None),
            (b"5", "there must be an object, got 5 (int)"),
            ({"id": "a", "attributions": []}, "the field 'text' is missing"),
            ({"id": "a", "text": ""}, "the field 'attributions' is missing"),
            ({"text": "", "attributions": []}, "the field 'id' is missing"),
            ({"id": 7, "text": "", "attributions": []}, "at id, there must be a string, got 7 (int)"),
            ({"id": "a", "text": "", "attributions": {}}, "at attributions, there must be a list, got {} (dict)"),
            (
                {"id": "a", "text": "", "attributions": [7]},
                "at attributions[0], there must be an object, got 7 (int)",
            ),
            (
                {"id": "a", "text": "", "attributions": [{"cue": []}]},
                "at attributions[0], the field 'content' is missing",
            ),
            (
                {"id": "a", "text": "So.", "attributions": [{"content": [[0, 2], [2, 4]]}]},
                f"at attributions[0].content[1], {NO_SPAN}, got [2, 4] (list)",
            ),
            (
                {"id": "a", "text": "So.", "attributions": [], "ignore": [[2, 2]]},
                f"at ignore[0], {NO_SPAN}, got [2, 2] (list)",
            ),
            (
                {"id": "a", "text": "So.", "attributions": [], "ignore": [{"start": 1}]},
                f"at ignore[0], {NO_SPAN}, got {{'start': 1}} (dict)",
            ),
            (GOLD, "an earlier line has the same id 'dam'"),
        ],
    )
    def test_wrong_line(self, write: Callable[..., Path], line: bytes | dict[str, Any], problem: str | None) -> None:
        """An error names the file, the line and the field."""
        path = write(GOLD, b"", line)
        with pytest.raises(CorpusError) as caught:
            read_annotated(path)

        assert (path, 3) == (caught.value.path, caught.value.line)
        assert caught.value.problem == problem or (
            problem is None and caught.value.problem.startswith("it is not JSON")
        )
