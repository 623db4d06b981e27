"""Networks of one hidden layer."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.ranking import Layers, softmax


def layers(**sizes: tuple[int, int]) -> Layers:
    """Return layers of weights at random, by their outputs and inputs; ``head_0`` is the layer ``head.0``."""
    chance = np.random.default_rng(5)
    weights = {}
    for name, size in sizes.items():
        layer = name.replace("_", ".")
        weights[f"{layer}.weight"] = chance.normal(0, 1, size).astype(np.float32)
        weights[f"{layer}.bias"] = chance.normal(0, 1, size[:1]).astype(np.float32)
    return Layers(weights)


class TestOf:
    """Layers.of()."""

    def test_takes_what_is_named(self) -> None:
        """The layers that are named are taken, and nothing else."""
        stored = {**layers(one=(2, 3), two=(1, 2)).weights, "sieves": np.array(["name"])}

        assert {"two.weight", "two.bias"} == Layers.of(stored, ["two"]).weights.keys()

    @pytest.mark.parametrize("name", ["one.weight", "one.bias"])
    def test_refuses_missing(self, name: str) -> None:
        """What is missing is named."""
        stored = {key: value for key, value in layers(one=(2, 3)).weights.items() if key != name}

        with pytest.raises(KeyError, match=name):
            Layers.of(stored, ["one"])


class TestProblems:
    """Layers.problems()."""

    def test_good(self) -> None:
        """Weights of the right shapes have no problem."""
        assert [] == [*layers(one=(2, 3)).problems({"one": (2, 3)})]

    def test_other_shape(self) -> None:
        """Each array of another shape is a problem, with both shapes."""
        assert [
            "one.weight has the shape (2, 3), not (4, 3)",
            "one.bias has the shape (2,), not (4,)",
        ] == [*layers(one=(2, 3)).problems({"one": (4, 3)})]

    @pytest.mark.parametrize(
        "bias", [np.array([np.nan, 0], np.float32), np.array([0, np.inf], np.float32), np.zeros(2), np.zeros(2, int)]
    )
    def test_other_values(self, bias: np.ndarray) -> None:
        """What is no finite number of 32 bits is a problem."""
        found = Layers({**layers(one=(2, 3)).weights, "one.bias": bias})

        assert ["one.bias has other values than finite numbers of 32 bits"] == [*found.problems({"one": (2, 3)})]


class TestLinear:
    """Layers.linear() and Layers.outputs()."""

    @pytest.mark.parametrize("rows", [0, 1, 7, 3000])
    def test_is_product(self, rows: int) -> None:
        """However many rows there are, each is multiplied with the weight, and the bias added."""
        found = layers(one=(20, 30))
        value = np.random.default_rng(rows).normal(0, 1, (rows, 30)).astype(np.float32)

        product = found.linear("one", value)

        expected = value @ found.weights["one.weight"].T + found.weights["one.bias"]
        assert (rows, 20) == product.shape
        assert np.allclose(expected, product, atol=1e-4)

    def test_larger_than_a_block(self) -> None:
        """A row that is larger than what is multiplied at once is multiplied, too."""
        found = layers(one=(501, 400))
        value = np.ones((2, 400), np.float32)

        expected = found.weights["one.weight"].sum(1) + found.weights["one.bias"]
        assert np.allclose(expected, found.linear("one", value), atol=1e-3)

    def test_outputs(self) -> None:
        """A layer has as many outputs as its bias has numbers."""
        assert 2 == layers(one=(2, 3)).outputs("one")

    def test_no_outputs(self) -> None:
        """A layer without outputs has none for any row."""
        assert (4, 0) == layers(one=(0, 3)).linear("one", np.ones((4, 3), np.float32)).shape


class TestScores:
    """Layers.scores()."""

    def test_hidden_layer(self) -> None:
        """The parts are put side by side; what is negative in the hidden layer counts as zero."""
        found = Layers(
            {
                "head.0.weight": np.array([[1, 1], [-1, -1]], np.float32),
                "head.0.bias": np.zeros(2, np.float32),
                "head.1.weight": np.array([[1, 10]], np.float32),
                "head.1.bias": np.array([0.5], np.float32),
            }
        )
        one, other = (np.array(rows, np.float32) for rows in ([[2], [-2]], [[3], [-3]]))

        assert [[5.5], [50.5]] == found.scores("head", one, other).tolist()

    @pytest.mark.parametrize("rows", [0, 1, 5, 3000])
    def test_many_rows(self, rows: int) -> None:
        """The scores of many rows are those of the rows side by side, in the same numbers."""
        found = layers(head_0=(40, 150), head_1=(2, 40))
        one, other = (np.random.default_rng(rows).normal(0, 1, (rows, 75)).astype(np.float32) for _ in range(2))

        hidden = np.maximum(found.linear("head.0", np.concatenate((one, other), -1)), 0)
        assert found.linear("head.1", hidden).tolist() == found.scores("head", one, other).tolist()


@pytest.mark.parametrize("scores", [[[0.0, 0.0], [1000.0, 0.0]], [[-1e9, -1e9], [0.0, -1e9]]])
def test_softmax(scores: list[list[float]]) -> None:
    """Scores of any size become probabilities, row by row."""
    assert [[0.5, 0.5], [1.0, 0.0]] == softmax(np.array(scores)).tolist()
