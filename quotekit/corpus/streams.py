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

__all__ = ["STDIN", "open_bytes"]

#: The name of standard input.
STDIN = "-"


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
        SourceError: It cannot be opened or read, or is damaged; also while it is read.

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
