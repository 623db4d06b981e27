"""Checks of arguments, before any work begins: a value of the wrong type raises an error that names the argument."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from quotekit.errors import InputError

__all__ = ["check_file", "check_instance", "check_iterable", "check_path", "check_stream", "checked_items"]

_T = TypeVar("_T")


def check_instance(argument: str, value: object, kind: type | tuple[type, ...], needed: str, remedy: str) -> None:
    """
    Refuse a value of another class.

    Args:
        argument: Name of the argument.

        value: Its value.

        kind: The class that it must be of, or several.

        needed: The class in words.

        remedy: What to do.

    Raises:
        InputError: It is of another class.

    Example:
        >>> check_instance("text", "It rained.", str, "a string", "decode bytes first")
    """
    if not isinstance(value, kind):
        raise InputError(argument, value, needed=needed, remedy=remedy)


def check_iterable(argument: str, value: object, needed: str) -> None:
    """
    Refuse what cannot be a stream of inputs: a single text, or a value that is not iterable.

    Args:
        argument: Name of the argument.

        value: Its value.

        needed: What the stream must have.

    Raises:
        InputError: It is a string, bytes, a mapping, or not iterable.

    Example:
        >>> check_iterable("texts", ["It rained."], "strings")
    """
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise InputError(argument, value, needed=f"an iterable of {needed}", remedy="put a single one in a list")


def checked_items(argument: str, values: Iterable[_T], kind: type[_T], needed: str, remedy: str) -> Iterator[_T]:
    """
    Refuse what is not a stream of values of one class.

    Args:
        argument: Name of the argument.

        values: Its value.

        kind: The class of its items.

        needed: What each of them must be, in words.

        remedy: What to do.

    Returns:
        A stream of the same values.

    Raises:
        InputError: *values* is not an iterable; in the stream, if an item is of another class.

    Example:
        >>> list(checked_items("lines", ["It rained."], str, "a string", "decode bytes first"))
        ['It rained.']
    """
    check_iterable(argument, values, f"what is {needed} each")
    return _checked(argument, values, kind, needed, remedy)


def _checked(argument: str, values: Iterable[_T], kind: type[_T], needed: str, remedy: str) -> Iterator[_T]:
    for number, value in enumerate(values):
        check_instance(f"{argument}[{number}]", value, kind, needed, remedy)
        yield value


def check_path(argument: str, value: object) -> None:
    """
    Refuse what is not a path.

    Args:
        argument: Name of the argument.

        value: The value.

    Raises:
        InputError: It is not a path.

    Example:
        >>> check_path("model", "models/mine")
    """
    if not isinstance(value, (str, os.PathLike)):
        raise InputError(argument, value, needed="a path", remedy="give it as a string or a Path")


def check_file(argument: str, value: object, method: str) -> None:
    """
    Refuse what is neither a path nor a stream.

    Args:
        argument: Name of the argument.

        value: The value.

        method: What a stream must be able to do: ``read`` or ``write``.

    Raises:
        InputError: It is neither.

    Example:
        >>> check_file("file", "said.parquet", "read")
    """
    if not (isinstance(value, (str, os.PathLike)) or hasattr(value, method)):
        raise InputError(argument, value, needed="a path or a stream", remedy="give the path as a string or a Path")


def check_stream(argument: str, value: object, method: str = "write") -> None:
    """
    Refuse what text cannot be written to, or read from.

    Args:
        argument: Name of the argument.

        value: The value.

        method: What it must be able to do: ``read`` or ``write``.

    Raises:
        InputError: It is not a stream, or a binary one.

    Example:
        >>> check_stream("stream", io.StringIO())
    """
    if not hasattr(value, method) or isinstance(value, (io.RawIOBase, io.BufferedIOBase)):
        remedy = 'open the file with open(path, "w", encoding="utf-8", newline="")'
        raise InputError(argument, value, needed="a text stream", remedy=remedy)
