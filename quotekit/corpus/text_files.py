"""Text files: an article each."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.corpus.documents import Document, Input
from quotekit.corpus.kinds import refuse_data
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import open_bytes, read_all
from quotekit.errors import SourceError
from quotekit.inputs import About

__all__ = ["decode", "read_text"]


def read_text(source: Source) -> Iterator[Input]:
    """
    Read a text file, without converting line ends; a byte order mark is dropped.

    Args:
        source: The file.

    Yields:
        Its document.

    Raises:
        SourceError: It cannot be read, is not UTF-8, or is not text.
    """
    with open_bytes(source.name, source.compression) as file:
        data = read_all(file, source.name)
    refuse_data(data, source.name)
    yield Document(decode(data, source.name).removeprefix("\ufeff"), About(source.stem), source.name)


def decode(data: bytes, place: str) -> str:
    r"""
    Decode UTF-8.

    Args:
        data: The bytes.

        place: Where they are.

    Returns:
        The text.

    Raises:
        SourceError: They are not UTF-8.

    Example:
        >>> decode(b"caf\xc3\xa9", "menu.txt")
        'café'
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"not UTF-8, the byte at offset {error.start} is 0x{data[error.start]:02x}"
        raise SourceError(place, problem, "convert the file, for example with iconv") from None
