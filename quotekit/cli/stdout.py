"""Standard output as a stream of text."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import typer

__all__ = ["open_stdout"]


@contextmanager
def open_stdout(*, is_data: bool) -> Iterator[TextIO]:
    """
    Open standard output.

    Args:
        is_data: Whether programs read it: then it is UTF-8, without converting line ends.

    Yields:
        The stream; characters that cannot be encoded are escaped.
    """
    stream = io.TextIOWrapper(
        typer.get_binary_stream("stdout"),
        encoding="utf-8" if is_data else sys.stdout.encoding,
        errors="backslashreplace",
        newline="" if is_data else None,
        write_through=True,
    )
    yield stream
    stream.detach()
