"""The settings of a model, in its file ``config.json``."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import attrs

from quotekit.errors import ModelError, describe
from quotekit.tagger.decode import Evidence

__all__ = ["CONFIG_FILE", "FILES", "Config", "read_config", "settings_checksum"]

#: The file of the settings.
CONFIG_FILE = "config.json"
#: The files of a model that have a checksum; the last two are of models with networks that weigh candidates.
FILES = (CONFIG_FILE, "model.onnx", "tokenizer.json", "outlets.npz", "speakers.npz")
# As many positions as the encoder has, without those of the two special pieces.
_MAX_WINDOW_PIECES = 510
_WEIGHTS = len(Evidence._fields) + 1


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _refuse(field: attrs.Attribute[Any], needed: str, value: object) -> NoReturn:
    message = f"{field.name!r} must be {needed}, got {describe(value)}"
    raise ValueError(message)


def _check_name(_: Config, field: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value:
        _refuse(field, "a name", value)


def _check_size(_: Config, field: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or not 1 <= value <= _MAX_WINDOW_PIECES:
        _refuse(field, f"a whole number from 1 to {_MAX_WINDOW_PIECES}", value)


def _check_overlap(config: Config, field: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or not 0 <= value < config.size:
        _refuse(field, "a whole number from 0 on, less than 'size'", value)


def _check_outlet_states(_: Config, field: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or value < 0:
        _refuse(field, "a whole number from 0 on", value)


def _check_calibration(_: Config, field: attrs.Attribute[tuple[float, ...]], value: object) -> None:
    if not isinstance(value, tuple) or len(value) != _WEIGHTS or not all(map(_is_number, value)):
        _refuse(field, f"a list of {_WEIGHTS} numbers", value)


def _check_confidence(_: Config, field: attrs.Attribute[float], value: Any) -> None:
    if not _is_number(value) or not 0 <= value <= 1:
        _refuse(field, "a number from 0 to 1", value)


def _check_checksums(_: Config, field: attrs.Attribute[Mapping[str, str]], value: object) -> None:
    if not isinstance(value, Mapping) or not all(isinstance(item, str) for pair in value.items() for item in pair):
        _refuse(field, "the SHA-256 of each file, a string", value)
    unknown = sorted(value.keys() - set(FILES))
    if unknown:
        _refuse(field, f"for the files {', '.join(FILES)}", unknown[0])


def _tuple(values: Any) -> Any:
    return tuple(values) if isinstance(values, list) else values


@attrs.frozen
class Config:
    """The settings of a model."""

    #: Name and version of the model.
    name: str = attrs.field(validator=_check_name)
    #: Number of word pieces in a window, without the two special ones.
    size: int = attrs.field(validator=_check_size)
    #: Maximum number of word pieces that neighbouring windows share.
    overlap: int = attrs.field(validator=_check_overlap)
    #: Weights of the evidence in the confidence, and an intercept at the end.
    calibration: tuple[float, ...] = attrs.field(converter=_tuple, validator=_check_calibration)
    #: The default confidence threshold.
    min_confidence: float = attrs.field(validator=_check_confidence)
    #: SHA-256 of each file, in hexadecimal; that of the settings themselves is :func:`settings_checksum`.
    checksums: Mapping[str, str] = attrs.field(validator=_check_checksums)
    #: How many of the numbers of a word's state, at its end, are for the network that weighs outlets.
    outlet_states: int = attrs.field(default=0, validator=_check_outlet_states)


def read_config(folder: Path) -> Config:
    """
    Read a model's ``config.json``.

    Args:
        folder: The model folder.

    Returns:
        The settings.

    Raises:
        ModelError: The file is missing or invalid, or has other settings than it was written with.
    """
    try:
        data = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        config = Config(**_known(data))
    except OSError as error:
        problem = f"config.json cannot be read ({error.strerror})"
        raise ModelError(folder, problem, "give a folder that holds a model") from error
    except (ValueError, RecursionError) as error:
        problem, remedy = f"config.json is no model config ({error})", "export the model again, or update quotekit"
        raise ModelError(folder, problem, remedy) from error
    told, found = config.checksums.get(CONFIG_FILE), settings_checksum(data)
    if found != told:
        problem = f"config.json has settings with the SHA-256 {found}, not {told} as it says itself"
        raise ModelError(folder, problem, "install the package or export the model again")
    return config


def settings_checksum(settings: Mapping[str, Any]) -> str:
    """
    Compute the checksum of settings, whatever the order and the white space of the file.

    Args:
        settings: The settings as the file has them; the checksum that they have of themselves makes no difference.

    Returns:
        The SHA-256 in hexadecimal digits.

    Example:
        >>> one = settings_checksum({"name": "tiny", "checksums": {}})
        >>> one == settings_checksum({"checksums": {"config.json": one}, "name": "tiny"})
        True
    """
    others = {name: checksum for name, checksum in settings["checksums"].items() if name != CONFIG_FILE}
    text = json.dumps({**settings, "checksums": others}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _known(data: object) -> Mapping[str, Any]:
    """Refuse data with other fields than a config has: it may be of another version."""
    names = {field.name for field in attrs.fields(Config)}
    if not isinstance(data, Mapping):
        message = f"it must be an object, got {describe(data)}"
        raise ValueError(message)  # noqa: TRY004  # like any other invalid config
    needed = {field.name for field in attrs.fields(Config) if field.default is attrs.NOTHING}
    for words, differing in (("lacks", needed - data.keys()), ("has the unknown", data.keys() - names)):
        if differing:
            message = f"it {words} {', '.join(map(repr, sorted(differing)))}"
            raise ValueError(message)
    return data
