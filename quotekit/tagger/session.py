"""
Load the trained model once in a process, verify its checksums, and run it with ONNX Runtime.

A model is a folder with ``model.onnx``, ``tokenizer.json``, ``config.json`` and a model card, ``README.md``.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quotekit.errors import ModelError
from quotekit.tagger.decode import TaggedAttribution, confidence, decode, drop_duplicates
from quotekit.tagger.name_spans import BestKinds, TaggedName, best_kinds, decode_names
from quotekit.tagger.windows import Encoding, Window, cut_windows, window_input

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["DEFAULT_MODEL", "INPUTS", "Config", "Model", "TaggedWords", "load_model"]

#: The model in the package.
DEFAULT_MODEL = Path(__file__).parent / "models" / "en_news_v6"
_FILES = ("model.onnx", "tokenizer.json")
#: Inputs of a model's graph, as :func:`quotekit.tagger.windows.window_input` returns them.
INPUTS = ("ids", "features", "words", "keep")
_lock = threading.Lock()
# By process, folder and threads: the threads of ONNX Runtime are not in a fork of the process that started them.
_loaded: dict[tuple[int, Path, int], Model] = {}
if hasattr(os, "register_at_fork"):
    # No fork while a model is being loaded, so that none inherits a lock that nobody will ever release.
    os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_lock.release)


@attrs.frozen
class Config:
    """The settings of a model, from its ``config.json``."""

    #: Name and version of the model.
    name: str
    #: Word pieces in a window, the two special ones not counted.
    size: int
    #: Word pieces that neighbouring windows share at most.
    overlap: int
    #: Weights of the evidence in the confidence, and an intercept at the end.
    calibration: tuple[float, ...]
    #: The default confidence threshold.
    min_confidence: float
    #: SHA-256 of each file, in hexadecimal.
    checksums: Mapping[str, str]


@attrs.frozen
class TaggedWords:
    """The model's output for one text, in words of an encoding."""

    #: All candidate attributions, in text order.
    attributions: tuple[TaggedAttribution, ...]
    #: Names, in text order.
    names: tuple[TaggedName, ...]


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

    def tag(self, encoding: Encoding) -> TaggedWords:
        """
        Find the attributions and names of one text.

        Args:
            encoding: The text, from :func:`quotekit.tagger.windows.encode` with this model's tokenizer.

        Returns:
            The candidate attributions and the names.
        """
        found: list[TaggedAttribution] = []
        names: list[BestKinds] = []
        for window in cut_windows(encoding, self.config.size, self.config.overlap):
            attributions, name_scores = self._tag_window(encoding, window)
            found += attributions
            names.append(best_kinds(name_scores))
        return TaggedWords(tuple(drop_duplicates(found)), tuple(decode_names(names)))

    def _tag_window(self, encoding: Encoding, window: Window) -> tuple[list[TaggedAttribution], NDArray[np.float32]]:
        """Run the model on one window: short inputs keep its working memory in the processor's cache."""
        feed = window_input(encoding, window, self._special_id("[CLS]"), self._special_id("[SEP]"))
        anchors, anchor_scores, role_scores, name_scores = self._session.run(None, feed)
        found = decode(anchors, anchor_scores, role_scores, window.start)
        return [self._with_confidence(f, encoding) for f in found], name_scores[feed["keep"]]

    def _with_confidence(self, found: TaggedAttribution, encoding: Encoding) -> TaggedAttribution:
        """Complete the evidence with whether the content is quoted, and compute the confidence."""
        quoted = any(encoding.quoted[start:end].any() for start, end in found.content)
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
    asked = os.getpid(), folder, threads
    if asked in _loaded:
        # Looking for links in a path takes as long as reading a few words.
        return _loaded[asked]
    key = os.getpid(), Path(folder).resolve(), threads
    with _lock:
        if key not in _loaded:
            _loaded[key] = _load(*key[1:])
        if Path(folder).is_absolute():
            _loaded[asked] = _loaded[key]
        return _loaded[key]


def _load(folder: Path, threads: int) -> Model:
    from tokenizers import Tokenizer

    config = read_config(folder)
    for name in _FILES:
        _check(folder, name, config.checksums.get(name))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Model(folder, config, tokenizer, _start_session(folder, threads))


def _start_session(folder: Path, threads: int) -> InferenceSession:
    """Start a session for a model's graph."""
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that wait for work do not spin: it doubles the processor time and saves little.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is written as it should run: further optimizations merge nodes into slower ones.
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    if [node.name for node in session.get_inputs()] != [*INPUTS]:
        raise ModelError(folder, "model.onnx has other inputs than this version gives it", "export the model again")
    return session


def read_config(folder: Path) -> Config:
    """
    Read a model's ``config.json``.

    Args:
        folder: The model folder.

    Returns:
        The settings.

    Raises:
        ModelError: The file is missing or is no such config.
    """
    path = folder / "config.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Config(**{**data, "calibration": tuple(map(float, data["calibration"]))})
    except OSError as error:
        raise ModelError(
            folder, f"config.json cannot be read ({error.strerror})", "give a folder that holds a model"
        ) from error
    except (ValueError, TypeError, KeyError) as error:
        raise ModelError(folder, f"config.json is no model config ({error})", "export the model again") from error


def _check(folder: Path, name: str, checksum: str | None) -> None:
    """Verify that a file is there and has its checksum."""
    path = folder / name
    if not path.is_file():
        raise ModelError(folder, f"{name} is missing", "install the package or export the model again")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != checksum:
        raise ModelError(
            folder,
            f"{name} has the SHA-256 {found}, not {checksum} as config.json says",
            "install the package or export the model again",
        )
