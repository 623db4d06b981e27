"""Evidence with right answers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from quotekit.records import SpeakerKind
from quotekit.speakers.ranking.network import KINDS
from quotekit.training.labelled import Label, Text
from quotekit.training.ranking import examples
from quotekit.training.ranking.examples import Examples, Reader, Stretches, concatenate


class TestStretches:
    """Stretches."""

    def test_numbers_stretches(self) -> None:
        """Each stretch has one number wherever it is asked for, and no stretch is 0."""
        stretches = Stretches()

        assert [[1, 1, 1], [0, 0, 0], [2, 2, 2]] == stretches.of([(5, 9), (0, 0), (1, 2)]).tolist()
        assert [[2, 2, 2]] == stretches.of([(1, 2)]).tolist()
        assert [(0, 0), (5, 9), (1, 2)] == stretches.bounds


class TestNews:
    """Reader.news()."""

    def test_has_the_right_candidates(self, reader: Reader, files: tuple[Path, Path]) -> None:
        """Some candidates are right where the label has a name, and the kinds are those of the labels."""
        found = list(reader.news(files[0], [files[1]]))

        assert [[True, True], [True, True], [False, True]] == [one.is_named.tolist() for one in found]
        assert [one.is_named.tolist() for one in found] == [one.right.any(1).tolist() for one in found]
        person, unnamed = KINDS.index(SpeakerKind.PERSON), KINDS.index(SpeakerKind.UNNAMED)
        assert [[person, person], [person, person], [unnamed, person]] == [one.kinds.tolist() for one in found]
        assert {(1.0, 1.0)} == {(one.share, one.kind_share) for one in found}

    def test_has_states_of_all_stretches(self, reader: Reader, files: tuple[Path, Path]) -> None:
        """The numbers in the evidence are those of stretches with states, but for 0."""
        for one in reader.news(files[0], [files[1]]):
            numbers = np.unique(np.concatenate([one.evidence.asked.ravel(), one.evidence.named.ravel()]))

            assert set(range(len(one.states))) >= set(numbers.astype(int).tolist())
            assert [False, *[True] * (len(one.states) - 1)] == one.states.astype(bool).any((1, 2)).tolist()

    def test_right_are_all_places_of_the_entity(self, reader: Reader) -> None:
        """Who is named several times is right in each place, and nobody else is."""
        text = Text.read("x", "Ana Vega met Bo Dray. Vega smiled. Dray left. “It is done,” she said.")

        (one,) = reader.examples(text, {0: Label("Ana Vega", SpeakerKind.PERSON)})

        (candidates,), (right,) = one.evidence.candidates, one.right
        assert 1 == len({*candidates[right].tolist()})
        assert right.tolist() == (candidates == candidates[right][0]).tolist()

    def test_without_labels(self, reader: Reader) -> None:
        """A text without labels has no examples."""
        assert [] == list(reader.examples(Text.read("x", "Ana Vega said it rained."), {}))


class TestPhrases:
    """Reader.passages() and Reader.gum()."""

    def test_passages(self, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        """Phrases of passages count more than news, and their kinds not at all."""
        passage = "Ana Vega left. [The mayor|Ana Vega] spoke to [a clerk|]. [She|Ana Vega] was cold."
        monkeypatch.setattr(examples, "read_passages", lambda name: [(f"{name} 0", passage)])

        found = list(reader.passages())

        assert [[True, False, True]] * 2 == [one.is_named.tolist() for one in found]
        assert [[True, False, True]] * 2 == [one.right.any(1).tolist() for one in found]
        assert {(1.5, 0.0)} == {(one.share, one.kind_share) for one in found}

    def test_gum(self, reader: Reader, tmp_path: Path) -> None:
        """Phrases of GUM have the names of their chains; licences that forbid uses, and places, are left out."""
        text = "Ana Vega left the town. The mayor was cold. A clerk laughed."

        def entity(words: str, kind: str, chain: int, *, proper: bool) -> dict[str, object]:
            at = text.index(words)
            return {"span": [at, at + len(words)], "type": kind, "chain": chain, "proper": proper}

        entities = [
            entity("Ana Vega", "person", 1, proper=True),
            entity("the town", "place", 2, proper=False),
            entity("The mayor", "person", 1, proper=False),
            entity("A clerk", "person", 3, proper=False),
        ]
        rows = [
            {"id": licence, "text": text, "licence": licence, "entities": entities}
            for licence in ("CC BY 4.0", "CC BY-NC 4.0")
        ]
        path = tmp_path / "gum.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

        (found,) = reader.gum(path)

        # One phrase in three is enough of those that are never named.
        assert [True] == found.is_named.tolist() == found.right.any(1).tolist()
        assert (0.3, 0.0) == (found.share, found.kind_share)


class TestConcatenate:
    """concatenate()."""

    def test_keeps_the_order(self, reader: Reader, files: tuple[Path, Path]) -> None:
        """The evidence of all attributions stands one after the other."""
        first, second, _ = reader.news(files[0], [files[1]])

        both = concatenate([first.evidence, second.evidence])

        assert len(first) + len(second) == len(both.candidates) == len(both.nobody)
        assert np.array_equal(second.evidence.place, both.place[len(first) :])
        assert isinstance(first, Examples)
