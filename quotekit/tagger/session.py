"""
Load the trained model once in a process, verify its checksums, and run it with ONNX Runtime.

A model is a folder with ``model.onnx``, ``tokenizer.json``, ``config.json`` and a model card, ``README.md``. The graph
may also give the states of words, which :mod:`quotekit.speakers.ranking` reads with the weights in ``speakers.npz``.
"""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import attrs
import numpy as np

from quotekit.errors import ModelError
from quotekit.tagger.config import Config, read_config
from quotekit.tagger.decode import TaggedAttribution, confidence, decode, drop_duplicates
from quotekit.tagger.features import OUTSIDE
from quotekit.tagger.name_spans import BestKinds, TaggedName, best_kinds, decode_names
from quotekit.tagger.runtime import keep_forever, start_session
from quotekit.tagger.state_keeper import StateKeepers
from quotekit.tagger.windows import Encoding, cut_windows, window_input
from quotekit.tagger.word_states import WordStates

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["DEFAULT_MODEL", "INPUTS", "Model", "TaggedWords", "load_model", "read_checked"]

#: The model in the package.
DEFAULT_MODEL = Path(__file__).parent / "models" / "en_news_v9"
_FILES = ("model.onnx", "tokenizer.json")
#: Inputs of a model's graph, as :func:`quotekit.tagger.windows.window_input` returns them.
INPUTS = ("ids", "features", "words", "keep")
# Anchors, and the scores of anchors, roles and names.
_OUTPUTS = 4
_STATES = "word_states"
# A pattern of one word or a few comes back in step with the windows after as many of them at most.
_KEPT_WINDOWS = 16
# The bytes of a window's inputs.
_Key: TypeAlias = tuple[bytes, ...]
_lock = threading.Lock()
# By folder and threads. A forked process has none: the threads of ONNX Runtime are not in it.
_loaded: dict[tuple[Path, int], Model] = {}


@attrs.frozen
class TaggedWords:
    """The model's output for one text, in words of an encoding."""

    #: All candidate attributions, in text order.
    attributions: tuple[TaggedAttribution, ...]
    #: Names, in text order.
    names: tuple[TaggedName, ...]
    #: The states of the words that may be asked for; None if the model has none, or none were asked for.
    states: WordStates | None = attrs.field(default=None, eq=False, repr=False)
    #: The states, for what may be an outlet, of these words and of those beside the ones asked for; None likewise.
    outlet_states: WordStates | None = attrs.field(default=None, eq=False, repr=False)


class _Found(NamedTuple):
    """What the model finds in one window, in words of the window."""

    #: The candidate attributions.
    attributions: list[TaggedAttribution]
    #: The best kinds of the words that are kept.
    names: BestKinds
    #: The states of these words; None if the model has none.
    states: NDArray[np.int8] | None


@attrs.frozen(eq=False)
class Model:
    """A loaded model; it can be used by several threads at once."""

    #: The folder that it was loaded from.
    folder: Path
    #: Its settings.
    config: Config
    #: Splits text into word pieces.
    tokenizer: Tokenizer
    _session: InferenceSession = attrs.field(repr=False)

    def __reduce__(self) -> str:
        """Refuse to be pickled: each process loads the folder itself."""
        raise ModelError(self.folder, "a loaded model cannot be pickled", "load it by its folder in each process")

    def tag(self, encoding: Encoding, asked: NDArray[np.bool_] | None = None) -> TaggedWords:
        """
        Find the attributions and names of one text.

        Args:
            encoding: The text, from :func:`quotekit.tagger.windows.encode` with this model's tokenizer.

            asked: The words whose states are kept besides those of attributions, shape (W,); if not given, no states
                are kept.

        Returns:
            The candidate attributions and the names.

        Raises:
            ModelError: The graph gives other states than the config says.
        """
        found: list[TaggedAttribution] = []
        names: list[BestKinds] = []
        keepers = None if asked is None else StateKeepers(encoding, asked, self.config.outlet_states)
        last: dict[_Key, _Found] = {}
        cls, sep = map(self._special_id, ("[CLS]", "[SEP]"))
        for window in cut_windows(encoding, self.config.size, self.config.overlap):
            here = self._read_once(window_input(encoding, window, cls, sep), last)
            attributions = [one.moved(window.start) for one in here.attributions]
            found += attributions
            names.append(here.names)
            if keepers is not None and here.states is not None:
                keepers.add(window, attributions, here.states)
        distinct = tuple(drop_duplicates(found))
        kept = (None, None) if keepers is None else keepers.finish(distinct)
        return TaggedWords(distinct, tuple(decode_names(names)), *kept)

    def _read_once(self, feed: dict[str, NDArray[Any]], last: dict[_Key, _Found]) -> _Found:
        """
        Read a window unless it is the same as one of the last ones.

        Rows of dashes, dotted leaders and other patterns have many of them, and more word pieces than prose of their
        length.
        """
        key = tuple(feed[name].tobytes() for name in INPUTS)
        if key not in last:
            if len(last) == _KEPT_WINDOWS:
                del last[next(iter(last))]
            last[key] = self._read(feed)
        return last[key]

    def _read(self, feed: dict[str, NDArray[Any]]) -> _Found:
        """Run the model on one window: short inputs keep its working memory in the processor's cache."""
        anchors, anchor_scores, role_scores, *of_words = self._session.run(None, feed)
        name_scores, *states = (scores[feed["keep"]] for scores in of_words)
        self._check_states(states[0].shape[1] if states else 0)
        marks = feed["features"][feed["words"], 1]
        found = [self._with_confidence(one, marks) for one in decode(anchors, anchor_scores, role_scores)]
        return _Found(found, best_kinds(name_scores), states[0] if states else None)

    def _check_states(self, width: int) -> None:
        """Refuse a graph that gives fewer numbers for a word than the config says are for outlets alone."""
        wanted = self.config.outlet_states
        if width < wanted:
            problem = f"config.json has {wanted} outlet_states, but model.onnx gives {width} numbers for a word"
            raise ModelError(self.folder, problem, "export the model again")

    def _with_confidence(self, found: TaggedAttribution, marks: NDArray[np.int64]) -> TaggedAttribution:
        """Complete the evidence with whether a word of the content is quoted, and compute the confidence."""
        quoted = any((marks[start:end] != OUTSIDE).any() for start, end in found.content)
        evidence = found.evidence._replace(quoted=float(quoted))
        return attrs.evolve(found, evidence=evidence, confidence=confidence(evidence, self.config.calibration))

    def _special_id(self, piece: str) -> int:
        number = self.tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(self.folder, f"tokenizer.json has no entry {piece}", "export the model again")
        return number


def load_model(folder: Path = DEFAULT_MODEL, threads: int = 1) -> Model:
    """
    Load a model, or return the one loaded before.

    Args:
        folder: The model folder.

        threads: How many threads one run uses.

    Returns:
        The model; always the same one for the same folder and threads in a process.

    Raises:
        ModelError: A file is missing, is not what the config says, or cannot be read.
    """
    asked = folder, threads
    if asked in _loaded:
        # Looking for links in a path takes as long as reading a few words.
        return _loaded[asked]
    key = Path(folder).resolve(), threads
    with _lock:
        if key not in _loaded:
            _loaded[key] = _load(*key)
        if Path(folder).is_absolute():
            _loaded[asked] = _loaded[key]
        return _loaded[key]


def _after_fork() -> None:
    """Forget the models of the parent in a child, without destroying them."""
    try:
        keep_forever(model._session for model in _loaded.values())  # noqa: SLF001  # of this module
        _loaded.clear()
    finally:
        _lock.release()


if hasattr(os, "register_at_fork"):
    # No fork while a model is being loaded, so that none inherits a lock that nobody will ever release.
    os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_after_fork)


def _load(folder: Path, threads: int) -> Model:
    config = read_config(folder)
    graph, pieces = (read_checked(folder, name, config.checksums.get(name)) for name in _FILES)
    return Model(folder, config, _load_tokenizer(folder, pieces), _start_session(folder, graph, threads))


def _load_tokenizer(folder: Path, pieces: bytes) -> Tokenizer:
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_buffer(pieces)
    except Exception as error:  # the library has no class of its own
        raise ModelError(folder, f"tokenizer.json cannot be read ({error})", "export the model again") from error


def _start_session(folder: Path, graph: bytes, threads: int) -> InferenceSession:
    """Start a session for a model's graph."""
    try:
        session = start_session(graph, threads)
    except Exception as error:  # the library has a class for each kind of error, and none for all of them
        raise ModelError(folder, f"model.onnx cannot be loaded ({error})", "export the model again") from error
    *outputs, last = (node.name for node in session.get_outputs())
    count = len(outputs) + (last != _STATES)
    if [node.name for node in session.get_inputs()] != [*INPUTS] or count != _OUTPUTS:
        problem = "model.onnx has other inputs or outputs than this version needs"
        raise ModelError(folder, problem, "export the model again")
    return session


def read_checked(folder: Path, name: str, checksum: str | None) -> bytes:
    """
    Read a file of a model. What is used are these bytes, not the file: it may change in between.

    Args:
        folder: The model folder.

        name: The name of the file.

        checksum: Its SHA-256 in hexadecimal digits; None if ``config.json`` has none.

    Returns:
        What is in it.

    Raises:
        ModelError: It is missing, cannot be read, or has another checksum.
    """
    remedy = "install the package or export the model again"
    path = folder / name
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ModelError(folder, f"{name} is missing", remedy) from None
    except OSError as error:
        raise ModelError(folder, f"{name} cannot be read ({error.strerror})", remedy) from error
    found = hashlib.sha256(data).hexdigest()
    if found != checksum:
        raise ModelError(folder, f"{name} has the SHA-256 {found}, not {checksum} as config.json says", remedy)
    return data
