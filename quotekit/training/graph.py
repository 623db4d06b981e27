"""
The model as an ONNX graph, written node by node.

The graph does what :class:`~quotekit.training.model.Tagger` does for one window, in int8: weights are rounded once, per
output channel, and inputs of products by their range each time. What an exporter writes takes half as long again: here
query, key and value share one rounded input, layer normalization is one plain node, there is no mask because a window
has no padding, the last layer computes only the words' first pieces, which are all that is read, and the convolutions
of the role head are products of neighbouring words, in int8.

Products of int8 add up pairs of products in 16 bits on processors without special instructions for them, and would
saturate there. So weights are rounded to 7 bits, and the result is the same everywhere but for the order of sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from quotekit.tagger.decode import ROLES
from quotekit.tagger.word_states import STEP

if TYPE_CHECKING:
    from quotekit.training.model import Tagger

__all__ = ["CONTEXT_LOGIT", "MIN_ANCHOR_LOGIT", "StateLayer", "write_graph"]

_OPSET = 17
_IR_VERSION = 8
_MICROSOFT = "com.microsoft"
# The largest weight in 7 bits.
_MAX_WEIGHT = 63
# The largest entry of the table of word pieces, which is in no product.
_MAX_ENTRY = 127
#: Words with a lower anchor score get no role scores.
MIN_ANCHOR_LOGIT = -2.0
#: The anchor score of words that the window only gives as context.
CONTEXT_LOGIT = -100.0
_END = np.iinfo(np.int64).max

_Array = NDArray[Any]


@attrs.frozen(eq=False)
class StateLayer:
    """What makes the states of words, as the stages after the tagger use them, from those of the encoder."""

    #: The layer whose states are read beside those of the last one.
    layer: int
    #: Shape (width, 2 * hidden): for the states of the last layer and of that one.
    weight: _Array
    #: Shape (width,).
    bias: _Array


def write_graph(tagger: Tagger, path: Path, *, int8: bool = True, words: StateLayer | None = None) -> None:
    """
    Write a tagger as an ONNX graph.

    Its inputs are those of :func:`quotekit.tagger.windows.window_input`; its outputs are ``anchors`` (N,),
    ``anchor_scores`` (N,), ``role_scores`` (N, W, roles, 3) and ``name_scores`` (W, labels), and with *words*
    ``word_states`` (W, width), rounded as :class:`~quotekit.tagger.word_states.WordStates` has them.

    Args:
        tagger: The trained tagger.

        path: The file to write.

        words: What makes the states of words; there are none without it.

        int8: Whether products are computed in int8, and not in full precision, in which the scores are those of the
            tagger.
    """
    graph = _Graph(int8=int8)
    config = tagger.encoder.config
    embedded = _embeddings(graph, tagger)
    *layers, last = tagger.encoder.encoder.layer
    inner = ""
    for number, layer in enumerate(layers, 1):
        embedded = _layer(graph, layer, embedded, embedded, config.num_attention_heads)
        if words is not None and number == words.layer:
            inner = graph.add("Gather", embedded, "words", axis=1)
    states = _layer(graph, last, embedded, graph.add("Gather", embedded, "words", axis=1), config.num_attention_heads)
    _heads(graph, tagger, states, config.max_position_embeddings)
    if words is not None:
        _word_states(graph, graph.add("Concat", states, inner, axis=-1), words)
    onnx.save(graph.model(), str(path))


@attrs.frozen
class _Factor:
    """An input of products: rounded, with its scale and zero point, or in full precision."""

    value: str
    scale: str = ""
    zero: str = ""


@attrs.frozen
class _Words:
    """What the role head reads."""

    #: The states of the words, and the same as an input of products.
    states: str
    read: _Factor
    #: The words that are anchors.
    anchors: str


class _Graph:
    """Nodes and constants of a graph that is being written."""

    def __init__(self, *, int8: bool) -> None:
        self._int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, value: _Array | Tensor) -> str:
        """Add a constant; return its name."""
        array = value.detach().cpu().numpy() if isinstance(value, Tensor) else value
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def integers(self, *values: int) -> str:
        """Add a constant of integers, shape (n,)."""
        return self.constant(np.array(values, np.int64))

    def add(self, operator: str, *inputs: str, name: str | None = None, domain: str = "", **settings: Any) -> str:
        """Add a node with one output; return the output's name."""
        (output,) = self.add_many(operator, *inputs, names=[name or f"n{len(self._nodes)}"], domain=domain, **settings)
        return output

    def add_many(
        self, operator: str, *inputs: str, names: Sequence[str], domain: str = "", **settings: Any
    ) -> Sequence[str]:
        """Add a node with several outputs; return their names."""
        self._nodes.append(helper.make_node(operator, list(inputs), list(names), domain=domain, **settings))
        return names

    def quantize(self, value: str) -> _Factor:
        """Round an input of products to int8 by its range."""
        if not self._int8:
            return _Factor(value)
        at = len(self._nodes)
        return _Factor(*self.add_many("DynamicQuantizeLinear", value, names=[f"q{at}", f"f{at}", f"z{at}"]))

    def product(self, factor: _Factor, weight: _Array, bias: _Array) -> str:
        """Add the product of an input (…, I) with a weight (I, O), and a bias (O,)."""
        if not self._int8:
            return self.add("Add", self.add("MatMul", factor.value, self.constant(weight)), self.constant(bias))
        scale = _scale(weight, 0, _MAX_WEIGHT)
        stored = self.constant(np.rint(weight / scale).astype(np.int8))
        operands = stored, factor.scale, self.constant(scale[0]), factor.zero, ""
        return self.add("MatMulIntegerToFloat", factor.value, *operands, self.constant(bias), domain=_MICROSOFT)

    def rows(self, table: _Array, numbers: str) -> str:
        """Add the lookup of a table's rows."""
        if not self._int8:
            return self.add("Gather", self.constant(table), numbers)
        scale = _scale(table, 1, _MAX_ENTRY)
        stored = self.add("Gather", self.constant(np.rint(table / scale).astype(np.int8)), numbers)
        scales = self.add("Gather", self.constant(scale), numbers)
        return self.add("Mul", self.add("Cast", stored, to=TensorProto.FLOAT), scales)

    def linear(self, factor: _Factor, layer: Any) -> str:
        """Add a linear layer, in int8."""
        return self.product(factor, _array(layer.weight).T, _array(layer.bias))

    def exact_linear(self, value: str, layer: Any) -> str:
        """Add a linear layer, in full precision."""
        product = self.add("MatMul", value, self.constant(_array(layer.weight).T))
        return self.add("Add", product, self.constant(layer.bias))

    def gelu(self, value: str) -> str:
        """Add the activation."""
        return self.add("Gelu", value, domain=_MICROSOFT)

    def norm(self, value: str, layer: Any) -> str:
        """Add a layer normalization."""
        operands = self.constant(layer.weight), self.constant(layer.bias)
        return self.add("LayerNormalization", value, *operands, axis=-1, epsilon=float(layer.eps))

    def model(self) -> onnx.ModelProto:
        """Return the graph."""
        inputs = [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, ["pieces", "features"]),
            helper.make_tensor_value_info("words", TensorProto.INT64, ["words"]),
            helper.make_tensor_value_info("keep", TensorProto.BOOL, ["words"]),
        ]
        outputs = [
            helper.make_tensor_value_info("anchors", TensorProto.INT64, ["found"]),
            helper.make_tensor_value_info("anchor_scores", TensorProto.FLOAT, ["found"]),
            helper.make_tensor_value_info("role_scores", TensorProto.FLOAT, ["found", "words", len(ROLES), 3]),
            helper.make_tensor_value_info("name_scores", TensorProto.FLOAT, ["words", "labels"]),
        ]
        if any("word_states" in node.output for node in self._nodes):
            outputs.append(helper.make_tensor_value_info("word_states", TensorProto.INT8, ["words", "width"]))
        graph = helper.make_graph(self._nodes, "quotekit", inputs, outputs, self._constants)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION, producer_name="quotekit")


def _array(value: Tensor) -> _Array:
    array: _Array = value.detach().cpu().numpy()
    return array


def _scale(weight: _Array, axis: int, largest: int) -> _Array:
    """Return what the largest integer stands for, for each row or column of a matrix."""
    scale: _Array = np.maximum(np.abs(weight).max(axis, keepdims=True), np.finfo(np.float32).tiny) / largest
    return scale.astype(np.float32)


def _embeddings(graph: _Graph, tagger: Tagger) -> str:
    """Embed the pieces and their features; shape (1, T, hidden)."""
    tables = tagger.encoder.embeddings
    embedded = graph.rows(_array(tables.word_embeddings.weight), "ids")
    # The tables of the features are one table, in which each begins behind the one before.
    sizes = [table.num_embeddings for table in tagger.features]
    begins = graph.constant(np.cumsum([0, *sizes[:-1]], dtype=np.int64))
    features = graph.constant(np.concatenate([_array(table.weight) for table in tagger.features]))
    rows = graph.add("Gather", features, graph.add("Add", "features", begins))
    embedded = graph.add("Add", embedded, graph.add("ReduceSum", rows, graph.integers(1), keepdims=0))
    positions = graph.constant(
        _array(tables.position_embeddings.weight) + _array(tables.token_type_embeddings.weight)[0]
    )
    begun = graph.add("Slice", positions, graph.integers(0), graph.add("Shape", "ids"), graph.integers(0))
    return graph.norm(graph.add("Unsqueeze", graph.add("Add", embedded, begun), graph.integers(0)), tables.LayerNorm)


def _layer(graph: _Graph, layer: Any, states: str, wanted: str, heads: int) -> str:
    """Add a layer of the encoder that reads all *states* and computes those *wanted*."""
    attention = layer.attention.self
    read = graph.quantize(states)
    asking = read if wanted == states else graph.quantize(wanted)
    parts = (
        graph.linear(asking, attention.query),
        graph.linear(read, attention.key),
        graph.linear(read, attention.value),
    )
    context = graph.add("MultiHeadAttention", *parts, domain=_MICROSOFT, num_heads=heads)
    output = layer.attention.output
    mixed = graph.add("Add", graph.linear(graph.quantize(context), output.dense), wanted)
    mixed = graph.norm(mixed, output.LayerNorm)
    hidden = graph.gelu(graph.linear(graph.quantize(mixed), layer.intermediate.dense))
    output = layer.output
    return graph.norm(graph.add("Add", graph.linear(graph.quantize(hidden), output.dense), mixed), output.LayerNorm)


def _heads(graph: _Graph, tagger: Tagger, states: str, positions: int) -> None:
    """Add the heads for anchors, roles and names."""
    read = graph.quantize(states)
    first, *_, last = tagger.anchor
    found = graph.exact_linear(graph.gelu(graph.linear(read, first)), last)
    found = graph.add("Squeeze", found, graph.integers(0, 2))
    scores = graph.add("Where", "keep", found, graph.constant(np.float32(CONTEXT_LOGIT)))
    # The best word is always selected, because nodes fail on an empty selection.
    likely = graph.add("Greater", scores, graph.constant(np.float32(MIN_ANCHOR_LOGIT)))
    best = graph.add("Equal", scores, graph.add("ReduceMax", scores, keepdims=1))
    chosen = graph.add("NonZero", graph.add("Or", likely, best))
    anchors = graph.add("Squeeze", chosen, graph.integers(0), name="anchors")
    graph.add("Gather", scores, anchors, name="anchor_scores")
    _role_scores(graph, tagger.roles, _Words(states, read, anchors), positions)
    names = graph.exact_linear(states, tagger.names)
    graph.add("Squeeze", names, graph.integers(0), name="name_scores")


def _word_states(graph: _Graph, states: str, layer: StateLayer) -> None:
    """Add the states of words."""
    product = graph.add("MatMul", states, graph.constant(np.ascontiguousarray(layer.weight.T)))
    product = graph.add("Squeeze", graph.add("Add", product, graph.constant(layer.bias)), graph.integers(0))
    step, zero = graph.constant(np.float32(STEP)), graph.constant(np.int8(0))
    graph.add("QuantizeLinear", product, step, zero, name="word_states")


def _role_scores(graph: _Graph, head: Any, words: _Words, positions: int) -> None:
    """Add the role head."""
    of_anchor = graph.exact_linear(graph.add("Gather", words.states, words.anchors, axis=1), head.of_anchor)
    # (1, N, 2 · width) to (N, 1, 2 · width)
    of_anchor = graph.add("Transpose", of_anchor, perm=[1, 0, 2])
    add, times = graph.add_many("Split", of_anchor, names=["anchor_add", "anchor_times"], axis=-1)
    of_word = graph.linear(words.read, head.of_word)
    word_add, word_times = graph.add_many("Split", of_word, names=["word_add", "word_times"], axis=-1)
    count = graph.add("Squeeze", graph.add("Shape", "words"))
    places = graph.add("Range", graph.constant(np.int64(0)), count, graph.constant(np.int64(1)))
    offsets = graph.add("Sub", places, graph.add("Unsqueeze", words.anchors, graph.integers(1)))
    rows = graph.add("Add", offsets, graph.constant(np.int64(positions)))
    distances = graph.add("Gather", graph.constant(_distances(head, positions)), rows)
    pair = graph.add("Add", graph.add("Mul", times, word_times), word_add)
    pair = graph.gelu(graph.add("Add", graph.add("Add", pair, distances), add))
    for convolution in (head.mix, head.mix_wide):
        pair = graph.add("Add", pair, graph.gelu(_convolution(graph, convolution, pair)))
    scores = graph.exact_linear(graph.norm(pair, head.norm), head.out)
    graph.add("Reshape", scores, graph.integers(0, 0, len(ROLES), 3), name="role_scores")


def _distances(head: Any, positions: int) -> _Array:
    """Return the distance embedding of each offset from ``-positions`` to ``positions``."""
    offsets = np.arange(-positions, positions + 1)
    bounds = _array(head.bounds)
    buckets = (np.abs(offsets)[:, np.newaxis] >= bounds).sum(1) * np.sign(offsets) + len(bounds)
    table: _Array = _array(head.distance.weight)[buckets]
    return table


def _convolution(graph: _Graph, layer: Any, value: str) -> str:
    """Add a convolution over words (N, W, width) as a product of each word's neighbours side by side."""
    factor = graph.quantize(value)
    (padding,), (step,), (size,) = layer.padding, layer.dilation, layer.kernel_size
    padded = graph.add("Pad", factor.value, graph.integers(0, padding, 0, 0, padding, 0), factor.zero)
    axis = graph.integers(1)
    shifted = []
    for begin in range(0, size * step, step):
        end = begin - 2 * padding or _END
        shifted.append(graph.add("Slice", padded, graph.integers(begin), graph.integers(end), axis))
    neighbours = graph.add("Concat", *shifted, axis=2)
    # (out, in, size) to (size · in, out)
    weight = _array(layer.weight).transpose(2, 1, 0).reshape(-1, layer.out_channels)
    return graph.product(attrs.evolve(factor, value=neighbours), weight, _array(layer.bias))
