"""Learning the weights of conversations."""

from __future__ import annotations

import pytest

from quotekit.speakers.referents import Author, Named
from quotekit.tagger.session import DEFAULT_MODEL, load_model
from quotekit.training.conversation_weights import Example, Passage, examples_of, fit, learn, read_passage

TURNS = (
    ("Eva Dahl", "“You are late, Tom,” said Eva Dahl."),
    ("Tom Lind", "“The bridge was shut,” said Tom Lind."),
    ("Eva Dahl", "“Did you tell the others?”"),
    ("Tom Lind", "“I did not see them.”"),
    ("Eva Dahl", "“You must go back.”"),
    ("Tom Lind", "“Tonight?” he asked."),
)


@pytest.fixture(scope="module")
def passage() -> Passage:
    """A chapter of an invented novel, annotated."""
    text = "\n\n".join(words for _, words in TURNS)
    rows = []
    for speaker, words in TURNS:
        start = text.index(words)
        rows.append({"content": [[start + 1, text.index("”", start)]], "speaker": speaker})
    novel = {"id": "Quay", "text": text, "aliases": {"Eva Dahl": ["Eva"], "Tom Lind": ["Tom"]}, "attributions": rows}
    return read_passage(novel, 0, len(text), load_model(DEFAULT_MODEL))


class TestReadPassage:
    """read_passage()."""

    def test_turns_have_their_annotated_speakers(self, passage: Passage) -> None:
        """Each turn has the annotated speaker of its quotation."""
        assert [speaker for speaker, _ in TURNS] == passage.gold

    def test_candidates_are_compared_with_characters(self, passage: Passage) -> None:
        """A candidate is right by any of its names."""
        [eva] = [i for i, entity in enumerate(passage.discourse.entities) if entity.name == "Eva Dahl"]

        assert passage.is_right(Named(eva), "Eva Dahl")
        assert not passage.is_right(Named(eva), "Tom Lind")
        assert not passage.is_right(Author(), "Eva Dahl")


class TestExamplesOf:
    """examples_of()."""

    def test_turns_without_a_name(self, passage: Passage) -> None:
        """Each turn without a name beside it is an example, with a right candidate."""
        assert [True] * 4 == [any(example.right) for example in examples_of(passage)]

    def test_speakers_before_are_chosen_with_weights(self, passage: Passage) -> None:
        """With weights, the speakers that they choose are evidence; without, the annotated ones."""
        nobody = {"nothing: spoke 6 turns before": 1.0}

        assert [*examples_of(passage)][-1].rows != [*examples_of(passage, nobody)][-1].rows


class TestFit:
    """fit()."""

    def test_prefers_what_is_right(self) -> None:
        """A feature of right candidates has a positive weight, one of wrong candidates a negative one."""
        weights = fit([Example([{"a": 1.0, "c": 1.0}, {"b": 1.0, "c": 1.0}], [True, False])] * 30)

        assert weights["a"] > 1
        assert weights["b"] < -1
        assert pytest.approx(0, abs=1e-6) == weights["c"]

    def test_leaves_out_rare_features(self) -> None:
        """A feature that hardly occurs has no weight."""
        common = [Example([{"a": 1.0}, {"b": 1.0}], [True, False])] * 30

        assert {"a", "b"} == set(fit([*common, Example([{"rare": 1.0}, {"b": 1.0}], [True, False])]))


class TestLearn:
    """learn()."""

    def test_learns_to_take_turns(self, passage: Passage) -> None:
        """From dialogues of two, it learns that the speaker before the last speaks again."""
        weights = learn([passage] * 10)

        assert weights["nothing: second adjacent"] > weights["nothing: previous adjacent"]
