"""
Conversion between records and plain dictionaries and lists.

Reading never coerces types: a number in quotes is not a number. The error for an invalid value gives its path in the
data.
"""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from quotekit.errors import RecordError, describe
from quotekit.records.kinds import Kind, SpeakerKind, Stance
from quotekit.records.meta import Meta, plain_meta
from quotekit.records.spans import Spans, TextSpan
from quotekit.records.values import Attribution, Speaker

__all__ = ["from_plain", "parse_json", "to_line", "to_plain"]

# Characters that some readers take for line breaks, and surrogates, which UTF-8 cannot encode. The second half of a
# surrogate pair is left as it is: if both were escaped, JSON would read them as one character.
_TO_ESCAPE = re.compile("[\x85\u2028\u2029\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])")

# Fields that files of earlier versions do not have; they are read as their defaults.
_LATER_FIELDS = frozenset({"members", "meta"})

RecordT = TypeVar("RecordT", bound=attrs.AttrsInstance)
ChoiceT = TypeVar("ChoiceT", bound=enum.Enum)


def to_plain(record: attrs.AttrsInstance) -> dict[str, Any]:
    """
    Convert a record to plain dictionaries, lists, strings and numbers.

    Args:
        record: The record.

    Returns:
        Its fields by name, in the order of their definition.

    Example:
        >>> to_plain(TextSpan(0, 3, "She"))
        {'start': 0, 'end': 3, 'text': 'She'}
    """
    return cast("dict[str, Any]", _converter.unstructure(record))


def to_line(data: object) -> str:
    r"""
    Write plain data as one line of JSON.

    Args:
        data: Dictionaries, lists, strings and numbers.

    Returns:
        The JSON, without line breaks of any kind and without lone surrogates.

    Example:
        >>> print(to_line({"text": "a\u2028b\nc é"}))
        {"text": "a\u2028b\nc é"}
    """
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(data, ensure_ascii=False))


def parse_json(line: str) -> Any:
    """
    Parse JSON.

    Args:
        line: The JSON.

    Returns:
        The data.

    Raises:
        RecordError: It is not JSON, which has neither NaN nor infinity, or nested too deeply.

    Example:
        >>> parse_json('{"start": 0}')
        {'start': 0}
    """
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise RecordError(where="", problem=f"it must be JSON ({error})") from error


def _refuse_constant(constant: str) -> None:
    message = f"it has no {constant}"
    raise ValueError(message)


def from_plain(data: object, record: type[RecordT]) -> RecordT:
    """
    Read a record from plain data, as written by :func:`to_plain`.

    The speakers of attributions and the members of joint speakers are read as placeholders that have nothing but an
    id.

    Args:
        data: The fields by name; unknown fields are ignored.

        record: The class of the record.

    Returns:
        The record.

    Raises:
        RecordError: A field is missing or has the wrong type.

    Example:
        >>> from_plain({"start": 0, "end": 3, "text": "She"}, TextSpan)
        TextSpan(start=0, end=3, text='She')
    """
    try:
        return _converter.structure(data, record)
    except (BaseValidationError, RecordError) as error:
        raise _first_problem(error) from None


def _first_problem(error: Exception) -> RecordError:
    """Find the first invalid value and its path."""
    path = ""
    while isinstance(error, BaseValidationError):
        error = error.exceptions[0]
        path += _step(error)
    where, problem = (error.where, error.problem) if isinstance(error, RecordError) else ("", repr(error))
    return RecordError(f"{path}.{where}".strip("."), problem)


def _step(error: Exception) -> str:
    """Return the position of an error in the record or list around it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _unfit(value: object, needed: str) -> RecordError:
    return RecordError(where="", problem=f"it must be {needed}, got {describe(value)}")


def _read_string(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _unfit(value, "a string")
    return value


def _read_bool(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _unfit(value, "true or false")
    return value


def _read_int(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _unfit(value, "an integer")
    return value


def _read_float(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _unfit(value, "a number")
    return float(value)


def _read_choice(value: object, choices: type[ChoiceT]) -> ChoiceT:
    try:
        return choices(value)
    except ValueError:
        words = ", ".join(repr(choice.value) for choice in choices)
        raise _unfit(value, f"one of {words}") from None


def _read_spans(value: object, _: object) -> Spans:
    return Spans(_converter.structure(value, tuple[TextSpan, ...]))


def _read_meta(value: object, _: object) -> Any:
    # The article's own converter reads the values, and its errors say where.
    if not isinstance(value, Mapping):
        raise _unfit(value, "a dictionary")
    return value


def _is_tuple(of: Any) -> bool:
    return get_origin(of) is tuple


def _read_tuple(value: object, of: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise _unfit(value, "a list")
    as_list: Any = list[get_args(of)[0]]  # type: ignore[misc]  # the type is known only at run time
    return tuple(_converter.structure(value, as_list))


def _speaker_id(speaker: Speaker | None) -> str | None:
    return None if speaker is None else speaker.id


def _read_speaker_id(value: object, _: object) -> Speaker | None:
    if value is None:
        return None
    return _placeholder(value)


def _read_speaker_ids(value: object, _: object) -> tuple[Speaker, ...]:
    return tuple(map(_placeholder, _read_tuple(value, tuple[str, ...])))


def _placeholder(value: object) -> Speaker:
    return Speaker(id=_read_string(value, str), name=None, kind=SpeakerKind.UNNAMED)


def _speaker_ids(speakers: tuple[Speaker, ...]) -> list[str]:
    return [speaker.id for speaker in speakers]


def _record_reader(record: type[RecordT]) -> Callable[[object, object], RecordT]:
    return _strict(record, make_dict_structure_fn(record, _converter))


def _strict(
    record: type[RecordT], read: Callable[[Mapping[str, Any], type[RecordT]], RecordT]
) -> Callable[[object, object], RecordT]:
    """Make a function that reads a class of records reject data without all of its fields."""
    names = [field.name for field in attrs.fields(record) if field.name not in _LATER_FIELDS]

    def read_record(data: object, _: object) -> RecordT:
        if not isinstance(data, Mapping):
            raise _unfit(data, f"a dictionary with the fields {', '.join(map(repr, names))}")
        for name in names:
            if name not in data:
                raise RecordError(where=name, problem="the field is missing")
        return read(data, record)

    return read_record


def _make_converter() -> cattrs.Converter:
    """Register how each type is written and read."""
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, _read_string)
    converter.register_structure_hook(bool, _read_bool)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(float, _read_float)
    for choice in (Kind, SpeakerKind, Stance):
        converter.register_structure_hook(choice, _read_choice)
        converter.register_unstructure_hook(choice, str)
    converter.register_structure_hook_func(_is_tuple, _read_tuple)
    converter.register_structure_hook_factory(attrs.has, _record_reader)
    converter.register_structure_hook(Spans, _read_spans)
    converter.register_structure_hook(Meta, _read_meta)
    converter.register_unstructure_hook(Meta, plain_meta)
    converter.register_unstructure_hook(Spans, lambda spans: [converter.unstructure(piece) for piece in spans.pieces])
    return converter


_converter = _make_converter()
# Speakers in other records are written as their ids.
_converter.register_structure_hook(
    Speaker,
    _strict(Speaker, make_dict_structure_fn(Speaker, _converter, members=override(struct_hook=_read_speaker_ids))),
)
_converter.register_unstructure_hook(
    Speaker, make_dict_unstructure_fn(Speaker, _converter, members=override(unstruct_hook=_speaker_ids))
)
_converter.register_structure_hook(
    Attribution,
    _strict(
        Attribution,
        make_dict_structure_fn(Attribution, _converter, speaker=override(struct_hook=_read_speaker_id)),
    ),
)
_write_attribution = make_dict_unstructure_fn(Attribution, _converter, speaker=override(unstruct_hook=_speaker_id))


def _with_speakers(attribution: Attribution) -> dict[str, Any]:
    """Write an attribution; the ids of all its speakers follow the speaker's."""
    written = {}
    for name, value in _write_attribution(attribution).items():
        written[name] = value
        if name == "speaker":
            written["speakers"] = _speaker_ids(attribution.speakers)
    return written


_converter.register_unstructure_hook(Attribution, _with_speakers)
