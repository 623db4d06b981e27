"""Files as streams of bytes, uncompressed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from quotekit.corpus.kinds import Compression
from quotekit.errors import SourceError

__all__ = ["MAX_DOCUMENT_BYTES", "STDIN", "open_bytes", "read_all", "start_of", "too_large"]

#: The name of standard input.
STDIN = "-"
#: The size of the largest document. No article comes near it, but a small compressed file may expand to far more.
MAX_DOCUMENT_BYTES = 100_000_000


@contextmanager
def open_bytes(name: str, compression: Compression) -> Iterator[IO[bytes]]:
    """
    Open a file for reading.

    Args:
        name: Its path, or ``-`` for standard input.

        compression: Its compression.

    Yields:
        The stream.

    Raises:
        SourceError: It cannot be opened or read, or is damaged; this may be found only while the stream is read.

        MissingExtraError: It is compressed by Zstandard, and the extra ``zstd`` is not installed.
    """
    try:
        if name == STDIN:
            yield _uncompressed(sys.stdin.buffer, compression)
        else:
            with open(name, "rb") as file:  # noqa: PTH123  # a name of any kind
                yield _uncompressed(file, compression)
    except OSError as error:
        raise _problem(name, error) from error
    except (EOFError, zlib.error) as error:
        raise SourceError(name, f"it is damaged: {error}", "fetch it again") from error
    except Exception as error:
        if type(error).__name__ == "ZstdError":
            raise SourceError(name, f"it is damaged: {error}", "fetch it again") from error
        raise


def start_of(file: IO[bytes]) -> bytes:
    """
    Return the first bytes of a stream, which stay in it.

    Args:
        file: The stream, not yet read.

    Returns:
        As many as there are without waiting for more; none if the stream cannot look ahead.

    Example:
        >>> start_of(io.BufferedReader(io.BytesIO(b"It rained.")))
        b'It rained.'
    """
    return file.peek() if hasattr(file, "peek") else b""


def read_all(file: IO[bytes], place: str) -> bytes:
    """
    Read a file that is one document.

    Args:
        file: A stream, uncompressed.

        place: Its name.

    Returns:
        All of it.

    Raises:
        SourceError: It is larger than a document may be.

    Example:
        >>> read_all(io.BytesIO(b"It rained."), "rain.txt")
        b'It rained.'
    """
    data = file.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise too_large(place)
    return data


def too_large(place: str) -> SourceError:
    """
    Make the error for a document that is too large.

    Args:
        place: Where it is.

    Returns:
        The error.

    Example:
        >>> print(too_large("rain.txt"))
        'rain.txt': it has more than 100 MB; split it into its articles
    """
    problem = f"it has more than {MAX_DOCUMENT_BYTES // 1_000_000} MB"
    return SourceError(place, problem, "split it into its articles")


def _uncompressed(file: IO[bytes], compression: Compression) -> IO[bytes]:
    if compression is Compression.GZIP:
        return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=file)))
    if compression is Compression.ZSTD:
        from quotekit.corpus.zstd import ZstdFile

        return io.BufferedReader(ZstdFile(file))
    return file


def _problem(name: str, error: OSError) -> SourceError:
    """Return why a file cannot be read, and what to do."""
    if isinstance(error, gzip.BadGzipFile):
        return SourceError(name, f"it is damaged: {error}", "fetch it again")
    if isinstance(error, FileNotFoundError):
        return SourceError(name, "no such file")
    return SourceError(name, f"cannot be read: {error.strerror or error}")
